//! Tells code, comments and literals of Rust source apart.
//!
//! The code keeps its length and its lines, so that an offset in it is an offset in the file;
//! comments and what stands between quotes become spaces. Absent: meaning. Read next: `source.rs`.

/// A text literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Where its opening quote stands.
    pub at: usize,
    /// What stands between the quotes, as written.
    pub text: String,
}

/// Source with everything but code taken out, and the literals that stood in it.
pub struct Lexed {
    pub code: String,
    pub literals: Vec<Literal>,
}

/// Reads Rust source. Anything that does not end goes on to the end of the file.
pub fn lex(text: &str) -> Lexed {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"//") {
            let end = find(bytes, at, b"\n");
            blank(&mut code, at, end);
            at = end;
        } else if rest.starts_with(b"/*") {
            let end = comment_end(bytes, at);
            blank(&mut code, at, end);
            at = end;
        } else if let Some(hashes) = raw_string(bytes, at) {
            let quote = at + 1 + hashes;
            let closing = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
            let end = find(bytes, quote + 1, &closing);
            literals.push(Literal { at: quote, text: text[quote + 1..end].to_owned() });
            blank(&mut code, quote + 1, end);
            at = (end + closing.len()).min(bytes.len());
        } else if rest[0] == b'"' {
            let end = string_end(bytes, at + 1, b'"');
            literals.push(Literal { at, text: text[at + 1..end].to_owned() });
            blank(&mut code, at + 1, end);
            at = end + 1;
        } else if rest[0] == b'\'' {
            let end = character_end(text, at);
            blank(&mut code, at + 1, end);
            at = end.max(at) + 1;
        } else {
            at += 1;
        }
    }
    let code = String::from_utf8_lossy(&code).into_owned();
    Lexed { code, literals }
}

/// Where the brace that stands at `open` is closed, or the end of the code.
pub fn closing_brace(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// Whether this byte can stand in an identifier.
pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Every identifier and keyword with where it starts.
pub fn identifiers(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = code.as_bytes();
    let starts = (0..bytes.len())
        .filter(move |&at| is_word(bytes[at]) && (at == 0 || !is_word(bytes[at - 1])));
    starts.map(move |start| {
        let length = bytes[start..].iter().take_while(|byte| is_word(**byte)).count();
        (start, &code[start..start + length])
    })
}

/// Puts spaces for everything but line ends.
pub fn blank(code: &mut [u8], from: usize, to: usize) {
    for byte in &mut code[from..to] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

fn find(bytes: &[u8], from: usize, wanted: &[u8]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let found = rest.windows(wanted.len()).position(|window| window == wanted);
    found.map_or(bytes.len(), |found| from + found)
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at.min(bytes.len())
}

/// The number of hashes when a raw string starts with the "r" that stands here.
fn raw_string(bytes: &[u8], at: usize) -> Option<usize> {
    let before = bytes[..at].iter().rev().take_while(|byte| is_word(**byte)).count();
    let is_prefix = before == 0 || (before == 1 && matches!(bytes[at - 1], b'b' | b'c'));
    if bytes[at] != b'r' || !is_prefix {
        return None;
    }
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    (bytes.get(at + 1 + hashes) == Some(&b'"')).then_some(hashes)
}

fn string_end(bytes: &[u8], from: usize, quote: u8) -> usize {
    let mut at = from;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

/// Where a character literal ends; where a lifetime starts it is no literal and ends at once.
fn character_end(text: &str, at: usize) -> usize {
    let mut characters = text[at + 1..].char_indices();
    match characters.next() {
        Some((_, '\\')) => string_end(text.as_bytes(), at + 1, b'\''),
        Some(_) => match characters.next() {
            Some((length, '\'')) => at + 1 + length,
            _ => at + 1,
        },
        None => at + 1,
    }
}

#[test]
fn comments_and_literals_are_no_code_and_keep_their_place() {
    let text =
        "a(\"x // y\"); // b \"c\"\n/* d /* e */ \" */ f('\"', r#\"g\"h\"#, 'æ', &'static i)";
    let Lexed { code, literals } = lex(text);
    assert_eq!(code.len(), text.len());
    let words: Vec<&str> = identifiers(&code).map(|(_, word)| word).collect();
    assert_eq!(words, ["a", "f", "r", "static", "i"]);
    let texts: Vec<&str> = literals.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(texts, ["x // y", "g\"h"]);
    assert_eq!(&text[literals[1].at..=literals[1].at], "\"");
}
