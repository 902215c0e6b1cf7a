//! Where the literals of a `view!` stand: in an attribute, as a text between tags, or in code.
//!
//! Also finds text that stands between tags without quotes. Absent: which of it is meant for
//! people. Read next: `words.rs`.

use super::lexer::{closing_brace, is_word};
use super::source::Rust;

/// Something in a view that may be a text for people.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A literal that is the value of this attribute; where its quote stands.
    Attribute { name: String, at: usize },
    /// A literal between tags; where its quote stands.
    Node { at: usize },
    /// Text between tags without quotes; where it starts.
    Bare { at: usize, text: String },
}

/// Reads every view of a file.
pub fn read(file: &Rust) -> Vec<Found> {
    let code = &file.product;
    let mut found = Vec::new();
    for (at, _) in code.match_indices("view!") {
        let Some(open) = code[at..].find('{').map(|open| at + open) else { continue };
        children(code, open + 1, closing_brace(code, open), &mut found);
    }
    found
}

fn children(code: &str, from: usize, to: usize, found: &mut Vec<Found>) {
    let mut at = from;
    while at < to {
        match code.as_bytes()[at] {
            byte if byte.is_ascii_whitespace() => at += 1,
            b'<' => at = tag_end(code, at, to, found) + 1,
            // Views inside have their own `view!`.
            b'{' => at = closing_brace(code, at) + 1,
            b'"' => {
                found.push(Found::Node { at });
                at = quote_end(code, at) + 1;
            }
            _ => {
                let end = code[at..to].find(['<', '{', '"']).map_or(to, |length| at + length);
                found.push(Found::Bare { at, text: code[at..end].trim().to_owned() });
                at = end;
            }
        }
    }
}

/// Where the tag that opens at `open` ends; what stands in its attributes is noted.
fn tag_end(code: &str, open: usize, to: usize, found: &mut Vec<Found>) -> usize {
    let bytes = code.as_bytes();
    let mut depth = 0_usize;
    let mut at = open + 1;
    while at < to {
        match bytes[at] {
            b'{' => at = closing_brace(code, at),
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                if depth == 0 && bytes[at - 1] == b'=' {
                    found.push(Found::Attribute { name: attribute_before(code, at - 1), at });
                }
                at = quote_end(code, at);
            }
            b'>' if depth == 0 && !matches!(bytes[at - 1], b'=' | b'-') => return at,
            _ => {}
        }
        at += 1;
    }
    to
}

fn attribute_before(code: &str, equals: usize) -> String {
    let is_name = |byte: u8| is_word(byte) || matches!(byte, b'-' | b':');
    let length = code.as_bytes()[..equals].iter().rev().take_while(|byte| is_name(**byte)).count();
    code[equals - length..equals].to_owned()
}

/// Literals are blank between their quotes.
fn quote_end(code: &str, open: usize) -> usize {
    code[open + 1..].find('"').map_or(code.len(), |length| open + 1 + length)
}

#[test]
fn a_view_is_read_tag_by_tag() {
    let text = r#"fn f() { view! {
        <p class="a" on:click=move |_| g(|x| x > "in code")>{h("code")} "node" bare</p>
        <br/>{move || view! { <b title="t">"inner"</b> }}
    } }"#;
    let file = Rust::new("src/ui/x.rs", text);
    let attribute = |name: &str, value: &str| Found::Attribute {
        name: name.to_owned(),
        at: text.find(&format!("\"{value}\"")).expect("it stands in the text above"),
    };
    let node = |value: &str| Found::Node {
        at: text.find(&format!("\"{value}\"")).expect("it stands in the text above"),
    };
    let bare = Found::Bare { at: text.find("bare").expect("it too"), text: "bare".to_owned() };
    let all = [attribute("class", "a"), node("node"), bare, attribute("title", "t"), node("inner")];
    assert_eq!(read(&file), all);
}
