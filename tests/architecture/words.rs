//! The program says nothing of its own: every text for people stands in locales/.
//!
//! A literal counts as a text for people when
//! - it stands between tags and has a letter (so may text without quotes);
//! - it is the value of an attribute that is read out or shown, and has a letter;
//! - it stands in code and has two words or a letter that only Danish has, unless it is a list of
//!   class names (small letters, digits and hyphens, at least one hyphen or a known class), a list
//!   of fonts, the reason of an `expect`, a panic or a `debug_assert!`, or an attribute of the
//!   compiler's.
//!
//! Values of other attributes are names for machines: classes, identifiers, coordinates. A single
//! plain word in code is the name of a key, an element or an event, and cannot be told from a text.

use super::source::{Break, Rust, assert_none, rust};
use super::view::{Found, read};

/// Attributes whose value people see or hear, ours included.
const SHOWN: [&str; 17] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "caption",
    "content",
    "heading",
    "hint",
    "label",
    "legend",
    "placeholder",
    "summary",
    "text",
    "title",
    "value",
];
/// What may stand before a literal that only developers read.
const FOR_DEVELOPERS: [&str; 5] = ["expect(", "panic!(", "unreachable!(", "reason =", "doc ="];
/// What is looked for in the user's own words and in files. Nobody is shown these patterns.
const PATTERNS: [&str; 2] = ["src/pledge/wording_rules.rs", "src/exchange/recognise"];
/// Classes without a hyphen that stand in lists of classes.
const CLASSES: [&str; 4] = ["button", "sheet", "card", "number"];

fn breaks(file: &Rust) -> Vec<Break> {
    let placed = read(file);
    let mut found: Vec<Break> = placed.iter().filter_map(|place| in_view(file, place)).collect();
    let is_placed = |at: usize| {
        placed.iter().any(|place| match place {
            Found::Attribute { at: quote, .. } | Found::Node { at: quote } => *quote == at,
            Found::Bare { .. } => false,
        })
    };
    for literal in file.literals.iter().filter(|literal| !is_placed(literal.at)) {
        let before = file.product[..literal.at].trim_end();
        let statement = before.rsplit([';', '{', '}']).next().unwrap_or(before);
        let is_for_developers = FOR_DEVELOPERS.iter().any(|ending| before.ends_with(ending))
            || statement.trim_start().starts_with("debug_assert");
        if is_sentence(&literal.text) && !is_a_list(&literal.text) && !is_for_developers {
            found.push(file.broken(literal.at, said(&literal.text)));
        }
    }
    found
}

fn in_view(file: &Rust, place: &Found) -> Option<Break> {
    let text_at = |at| {
        let literal = file.literals.iter().find(|literal| literal.at == at)?;
        has_letter(&literal.text).then(|| file.broken(at, said(&literal.text)))
    };
    match place {
        Found::Attribute { name, at } if SHOWN.contains(&name.as_str()) => text_at(*at),
        Found::Attribute { .. } => None,
        Found::Node { at } => text_at(*at),
        Found::Bare { at, text } => has_letter(text).then(|| file.broken(*at, said(text))),
    }
}

fn said(text: &str) -> String {
    format!("says {text:?}; texts for people stand in locales/")
}

fn has_letter(text: &str) -> bool {
    // An escape such as \u{a0} has letters and shows none.
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u{") {
        if before.contains(char::is_alphabetic) {
            return true;
        }
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    rest.replace("\\n", "").contains(char::is_alphabetic)
}

fn is_sentence(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let two_words = letters.windows(3).any(|three| {
        let before = three[0].is_alphabetic() || ",.:;".contains(three[0]);
        before && three[1].is_whitespace() && three[2].is_alphabetic()
    });
    two_words || text.contains(|c| "æøåÆØÅ".contains(c))
}

/// Whether it lists classes or fonts.
fn is_a_list(text: &str) -> bool {
    if text.ends_with(", sans-serif") {
        return true;
    }
    let is_name = |word: &str| {
        word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let mut words = text.split(' ');
    words.clone().all(is_name) && words.any(|word| word.contains('-') || CLASSES.contains(&word))
}

#[test]
fn views_say_nothing_that_a_translator_cannot_edit() {
    assert_none(rust().iter().filter(|file| file.is_in("src/ui")).flat_map(breaks));
}

#[test]
fn the_rest_answers_with_values_and_never_with_sentences() {
    let files = rust();
    let rest = files.iter().filter(|file| file.is_in("src") && !file.is_in("src/ui"));
    let is_pattern = |file: &&Rust| PATTERNS.iter().any(|place| file.is_in(place));
    assert_none(rest.filter(|file| !is_pattern(file)).flat_map(breaks));
}

fn found(text: &str) -> usize {
    breaks(&Rust::new("src/ui/x.rs", text)).len()
}

#[test]
fn texts_for_people_are_found() {
    for text in [
        r#"view! { <p>"Save"</p> }"#,
        r#"view! { <p>{state.t(a)}" of "{count}</p> }"#,
        "view! { <p>Save your work</p> }",
        "view! { <p>{name} Gem</p> }",
        r#"view! { <button aria-label="Close" class="icon"/> }"#,
        r#"view! { <input placeholder="0"/><img alt="a"/> }"#,
        r#"state.tell("Saved".to_owned() + " on this computer");"#,
        r#"let text = format!("{count} people are missing");"#,
        r#"let text = "Løfte";"#,
        r#"let text = if few { "too few" } else { "" };"#,
    ] {
        assert_eq!(found(text), 1, "{text}");
    }
}

#[test]
fn names_for_machines_are_no_texts() {
    for text in [
        r#"view! { <p class="button primary" id="a b">{state.t(app::save)}" "</p> }"#,
        r#"view! { <svg viewBox="0 0 320 120"><rect class="step" x="0"/></svg> }"#,
        r#"view! { <button>"↑"</button>"\u{a0}"". " }"#,
        r#"view! { <p class=move || if is_long { "sheet sheet-pledge" } else { "lead" }>{x}</p> }"#,
        r#"match key { "ArrowUp" | "Enter" => 1, _ => 2 }"#,
        r#"let id = format!("{name}-hint"); let both = [id, title].join(" · ");"#,
        r#"expect_context::<App>().x.expect("the page provides it before any view");"#,
        r#"debug_assert!(placed.is_ok(), "the scope comes from the table itself");"#,
        "// A sentence in a comment.\n/// And \"one\" here.\nfn f() {}",
        "#[cfg(test)]\nmod tests { fn f() { g(\"two words\"); } }",
    ] {
        assert_eq!(found(text), 0, "{text}");
    }
}
