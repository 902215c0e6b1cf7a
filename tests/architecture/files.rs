//! What holds for whole files: their length, their header, their secrets, their twins.

use super::source::{Break, Rust, assert_none, line_at, rust, texts};
use std::collections::BTreeSet;

/// More lines need a written reason.
const MOST_LINES: usize = 400;
/// How the reason begins, in the file's header.
const REASON: &str = "More than 400 lines because";

fn header(file: &Rust) -> impl Iterator<Item = &str> {
    file.text.lines().take_while(|line| line.starts_with("//!"))
}

fn headless(file: &Rust) -> Option<Break> {
    header(file).next().is_none().then(|| file.broken(0, "no header says what the module is for"))
}

fn too_long(file: &Rust) -> Option<Break> {
    let lines = file.text.lines().count();
    let is_explained = header(file).any(|line| line.contains(REASON));
    let what = || format!("{lines} lines and no \"{REASON}\" in the header");
    (lines > MOST_LINES && !is_explained).then(|| file.broken(file.text.len() - 1, what()))
}

/// Beginnings of paths that exist on somebody's machine only, and endings of host names that only
/// an own network resolves. In two parts, so that this file does not contain them.
fn machines() -> (Vec<String>, Vec<String>) {
    let folders =
        [("/ho", "me/"), ("/ro", "ot/"), ("/wo", "rk/"), ("/Use", "rs/"), (":\\Use", "rs\\")];
    let hosts = [
        (".inter", "nal"),
        (".cor", "p"),
        (".intra", "net"),
        ("artifac", "tory"),
        ("nexu", "s."),
        ("jfro", "g"),
    ];
    let joined = |parts: &[(&str, &str)]| parts.iter().map(|(a, b)| [*a, *b].concat()).collect();
    (joined(&folders), joined(&hosts))
}

/// Paths and hosts of a machine, and packages that come from anywhere but the public registry.
fn traces(path: &str, text: &str) -> Vec<Break> {
    let (folders, hosts) = machines();
    let mut places = Vec::new();
    for folder in &folders {
        places.extend(text.match_indices(folder.as_str()).filter(|(at, _)| {
            // Inside an address or a longer path the same letters name something public.
            !text[..*at].ends_with(|c: char| c.is_alphanumeric() || "./-_~}".contains(c))
                || folder.starts_with(':')
        }));
    }
    for host in &hosts {
        places.extend(text.match_indices(host.as_str()).filter(|(at, _)| {
            let address = text[..*at].rsplit(|c: char| c.is_whitespace() || c == '"').next();
            let rest = &text[at + host.len()..];
            address.is_some_and(|address| address.contains("//"))
                && !rest.starts_with(char::is_alphanumeric)
        }));
    }
    let mut found: Vec<Break> = places
        .into_iter()
        .map(|(at, what)| Break {
            path: path.to_owned(),
            line: line_at(text, at),
            what: format!("{what} exists on one machine or network only"),
        })
        .collect();
    if path.ends_with(".lock") {
        let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        let lines = text.lines().enumerate();
        let strange = lines.filter(|(_, line)| line.starts_with("source = ") && *line != public);
        found.extend(strange.map(|(index, line)| Break {
            path: path.to_owned(),
            line: index + 1,
            what: format!("{line}: not the public registry"),
        }));
    }
    found
}

/// The names of a language's files.
fn locale(files: &[(String, String)], lang: &str) -> BTreeSet<String> {
    let folder = format!("locales/{lang}/");
    files.iter().filter_map(|(path, _)| Some(path.strip_prefix(&folder)?.to_owned())).collect()
}

fn without_twin(files: &[(String, String)]) -> Vec<Break> {
    let [danish, english] = ["da", "en"].map(|lang| locale(files, lang));
    let single = danish.symmetric_difference(&english);
    single
        .map(|name| Break {
            path: format!("locales/*/{name}"),
            line: 1,
            what: "exists in one language only".to_owned(),
        })
        .collect()
}

#[test]
fn every_module_says_what_it_is_for() {
    assert_none(rust().iter().filter_map(headless));
}

#[test]
fn no_file_is_long_without_a_reason() {
    assert_none(rust().iter().filter_map(too_long));
}

#[test]
fn no_text_names_a_machine_or_network_of_its_makers() {
    assert_none(texts().iter().flat_map(|(path, text)| traces(path, text)));
}

#[test]
fn both_languages_have_the_same_files() {
    let files = texts();
    assert!(locale(&files, "da").len() > 10, "the texts are where this test looks");
    assert_none(without_twin(&files));
}

#[test]
fn a_module_without_a_header_is_found() {
    assert!(headless(&Rust::new("src/x.rs", "use std::fmt;\n//! late")).is_some());
    assert!(headless(&Rust::new("src/x.rs", "//! Says it.\n")).is_none());
}

#[test]
fn a_long_file_is_found_unless_it_says_why() {
    let lines = "\n".repeat(MOST_LINES);
    assert!(too_long(&Rust::new("src/x.rs", &format!("//! A table.{lines}//\n"))).is_some());
    assert!(too_long(&Rust::new("src/x.rs", &format!("//! A table.{lines}"))).is_none());
    let reason = format!("//! {REASON} it is one table.{lines}//\n");
    assert!(too_long(&Rust::new("src/x.rs", &reason)).is_none());
}

#[test]
fn traces_of_a_machine_are_found() {
    let (folders, hosts) = machines();
    for folder in &folders {
        assert_eq!(traces("a.md", &format!("see\n`{folder}me/x`"))[0].line, 2, "{folder}");
    }
    for host in &hosts {
        assert_eq!(traces("a.toml", &format!("url = \"https://a{host}/b\"")).len(), 1, "{host}");
    }
    assert_eq!(traces("a.json", "https://www.dst.dk/home/x and an internal.mark"), []);
    let lock =
        "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"git+x\"";
    assert_eq!(traces("Cargo.lock", lock)[0].line, 2);
}

#[test]
fn a_text_file_in_one_language_only_is_found() {
    let files = ["locales/da/a.toml", "locales/en/a.toml", "locales/da/b.toml"];
    let files = files.map(|path| (path.to_owned(), String::new()));
    assert_eq!(without_twin(&files)[0].path, "locales/*/b.toml");
}
