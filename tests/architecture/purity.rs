//! What pure code never does: know the browser, ask the machine, give up without a reason, answer
//! with a sentence, decide how it is stored.
//!
//! Pure is everything in src/ but src/web, src/ui, src/main.rs and src/bin.

use super::lexer::identifiers;
use super::source::{Break, Rust, assert_none, rust};

/// The crates that are the browser; names that begin like these belong to them.
const BROWSER: [&str; 6] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "chart_js_rs"];
/// Where the clock, the files, the environment and chance come from.
/// `std::io` itself is allowed: readers and writers over bytes in memory belong to no machine.
const MACHINE: [&str; 10] = [
    "SystemTime",
    "Instant",
    "std::fs",
    "std::env",
    "stdin",
    "stdout",
    "stderr",
    "std::net",
    "std::process",
    "rand",
];
/// The folders that own formats.
const FORMATS: [&str; 2] = ["src/exchange", "src/chart/wire.rs"];
/// The fewest words that are a reason.
const REASON: usize = 4;

fn browser(file: &Rust) -> Vec<Break> {
    identifiers(&file.code)
        .filter(|(_, word)| BROWSER.iter().any(|name| word.starts_with(name)))
        .map(|(at, word)| file.broken(at, format!("pure code names {word}")))
        .collect()
}

fn machine(file: &Rust) -> Vec<Break> {
    let names = MACHINE.iter().flat_map(|name| {
        file.product.match_indices(name).filter(|(at, _)| stands_alone(&file.product, *at, name))
    });
    names.map(|(at, name)| file.broken(at, format!("pure code asks {name}"))).collect()
}

fn stands_alone(code: &str, at: usize, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    !code[..at].ends_with(is_word) && !code[at + name.len()..].starts_with(is_word)
}

fn giving_up(file: &Rust) -> Vec<Break> {
    let mut found = Vec::new();
    for (at, word) in identifiers(&file.product) {
        let after = &file.product[at + word.len()..];
        match word {
            "unwrap" if after.starts_with("()") => {
                found.push(file.broken(at, "unwrap() gives no reason"));
            }
            "todo" | "unimplemented" | "dbg" if after.starts_with('!') => {
                found.push(file.broken(at, format!("{word}! is unfinished")));
            }
            "expect" if after.starts_with('(') && !reasoned(file, at + word.len() + 1) => {
                found.push(file.broken(at, "expect() without the reason why it cannot fail"));
            }
            "panic" | "unreachable"
                if after.starts_with('!') && !reasoned(file, at + word.len() + 2) =>
            {
                found.push(file.broken(at, format!("{word}! without its reason")));
            }
            _ => {}
        }
    }
    found
}

/// Whether the first argument that starts here is a literal of a few words.
fn reasoned(file: &Rust, at: usize) -> bool {
    let quote = at + file.product[at..].len() - file.product[at..].trim_start().len();
    let literal = file.literals.iter().find(|literal| literal.at == quote);
    literal.is_some_and(|literal| REASON <= literal.text.split_whitespace().count())
}

fn text_errors(file: &Rust) -> Vec<Break> {
    let results = file.product.match_indices("Result<").filter(|(at, _)| {
        let error = last_argument(&file.product[at + "Result<".len()..]);
        error.is_some_and(|error| ["String", "&str", "&'static str"].contains(&error))
    });
    results
        .map(|(at, _)| file.broken(at, "an error that is a text: name what went wrong"))
        .collect()
}

/// The last of several type arguments; `None` when there is one only.
fn last_argument(arguments: &str) -> Option<&str> {
    let (mut depth, mut comma) = (0_usize, None);
    for (at, byte) in arguments.bytes().enumerate() {
        match byte {
            b'<' | b'(' | b'[' => depth += 1,
            b'>' if depth == 0 => return comma.map(|comma: usize| arguments[comma + 1..at].trim()),
            b'>' | b')' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => comma = Some(at),
            _ => {}
        }
    }
    None
}

fn storing(file: &Rust) -> Vec<Break> {
    identifiers(&file.product)
        .filter(|(_, word)| {
            word.starts_with("serde") || ["Serialize", "Deserialize"].contains(word)
        })
        .map(|(at, word)| {
            file.broken(at, format!("{word}: only formats decide how they are stored"))
        })
        .collect()
}

fn workforce(file: &Rust) -> Vec<Break> {
    let lower = file.text.to_ascii_lowercase();
    let places = lower.match_indices("workforce");
    places.map(|(at, _)| file.broken(at, "mathematics does not know a workforce")).collect()
}

#[test]
fn only_web_ui_and_the_programs_name_the_browser() {
    assert_none(rust().iter().filter(|file| file.is_pure()).flat_map(browser));
}

#[test]
fn pure_code_asks_neither_the_clock_nor_chance_nor_the_machine() {
    assert_none(rust().iter().filter(|file| file.is_pure()).flat_map(machine));
}

#[test]
fn pure_code_never_gives_up_without_a_reason() {
    assert_none(rust().iter().filter(|file| file.is_pure()).flat_map(giving_up));
}

#[test]
fn no_error_is_a_text() {
    assert_none(rust().iter().filter(|file| file.is_in("src")).flat_map(text_errors));
}

#[test]
fn only_formats_name_serde() {
    let files = rust();
    let owns_a_format = |file: &&Rust| FORMATS.iter().any(|folder| file.is_in(folder));
    let domain = files.iter().filter(|file| file.is_pure() && !owns_a_format(file));
    assert_none(domain.flat_map(storing));
}

#[test]
fn the_mathematics_never_speaks_of_a_workforce() {
    assert_none(rust().iter().filter(|file| file.is_in("src/stats")).flat_map(workforce));
}

fn lines(rule: fn(&Rust) -> Vec<Break>, text: &str) -> Vec<usize> {
    rule(&Rust::new("src/stats/x.rs", text)).into_iter().map(|found| found.line).collect()
}

#[test]
fn a_browser_in_pure_code_is_found() {
    let text = "// web_sys\nuse gloo_storage::Storage;\nfn leptosomatic() {}\nlet a = \"js_sys\";";
    assert_eq!(lines(browser, text), [2, 3]);
    assert!(Rust::new("src/session/apply.rs", "").is_pure());
    assert!(!Rust::new("src/ui/app.rs", "").is_pure());
}

#[test]
fn a_look_at_the_clock_is_found() {
    assert_eq!(
        lines(machine, "use std::time::Instant;\nlet instant = brand;\nstd::env::args()"),
        [1, 3]
    );
}

#[test]
fn giving_up_is_found_outside_tests() {
    let text = "a.unwrap();\nb.expect(\"two words\");\nc.expect(\"each row starts with a cell\");\n\
        d.unwrap_or(0);\npanic!(\"no\");\ntodo!();\ne.expect(reason);\n\
        #[cfg(test)]\nmod tests { fn f() { g.unwrap(); } }";
    assert_eq!(lines(giving_up, text), [1, 2, 5, 6, 7]);
}

#[test]
fn an_error_that_is_a_text_is_found() {
    let text = "fn a() -> Result<Vec<u8>, String>;\nfn b() -> Result<String, Error>;\n\
        fn c() -> Result<String>;\nfn d() -> Result<(), &'static str>;\nfn e() -> Result<A<B, String>, C>;";
    assert_eq!(lines(text_errors, text), [1, 4]);
}

#[test]
fn a_stored_form_in_the_domain_is_found() {
    assert_eq!(
        lines(storing, "//! no serde\n#[derive(Serialize)]\nuse serde_json::Value;"),
        [2, 3]
    );
}

#[test]
fn a_workforce_in_the_mathematics_is_found_even_in_a_comment() {
    assert_eq!(lines(workforce, "let a = 1;\n// of the Workforce\n"), [2]);
}
