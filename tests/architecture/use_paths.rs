//! Which modules a file names, whether in a `use` or in the middle of an expression.
//!
//! Absent: who may name whom. Read next: `direction.rs`.

use super::lexer::{identifiers, is_word};
use super::source::Rust;

/// A path from the root of the crate, for example `exchange/count/CountError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsePath {
    pub at: usize,
    pub path: String,
}

/// Every path that a file names from the root of the crate, tests included.
pub fn paths(file: &Rust) -> Vec<UsePath> {
    let depth = depth(&file.path);
    let mut found = Vec::new();
    for (at, word) in identifiers(&file.code) {
        let bytes = file.code.as_bytes();
        let is_inside = at > 0 && bytes[at - 1] == b':';
        let start = match word {
            "crate" | "byspejl" if !is_inside => Some(at + word.len()),
            "super" if !is_inside => root_by_super(&file.product, at, depth),
            _ => None,
        };
        let tree = start.and_then(|start| after_colons(&file.code, start));
        if let Some(tree) = tree {
            let mut paths = Vec::new();
            expand(&file.code, tree, "", &mut paths);
            found.extend(paths.into_iter().map(|path| UsePath { at, path }));
        }
    }
    found
}

/// How many modules deep a file lies: 0 for the root of the crate.
fn depth(path: &str) -> usize {
    let inside = path.trim_start_matches("src/");
    let folders = inside.matches('/').count();
    let is_folder = inside.ends_with("/mod.rs");
    if inside == "lib.rs" || is_folder { folders } else { folders + 1 }
}

/// Where `super::super::…` has climbed to the root of the crate, if it does.
fn root_by_super(code: &str, at: usize, depth: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..depth {
        let rest = code.get(end..)?.strip_prefix("super")?;
        end = code.len() - rest.len();
        if let Some(next) = after_colons(code, end)
            && code[next..].starts_with("super")
        {
            end = next;
        }
    }
    Some(end)
}

fn after_colons(code: &str, at: usize) -> Option<usize> {
    code.get(at..)?.starts_with("::").then_some(at + 2)
}

/// Writes out a tree such as `text::{Lang, parts}` and returns where it ends.
fn expand(code: &str, at: usize, prefix: &str, found: &mut Vec<String>) -> usize {
    let bytes = code.as_bytes();
    let mut at = at + blanks(code, at);
    if bytes.get(at) == Some(&b'{') {
        at += 1;
        while at < bytes.len() && bytes[at] != b'}' {
            let end = expand(code, at, prefix, found);
            // What follows a name in a group is at most "as other".
            at = end + code[end..].find([',', '}']).unwrap_or(code.len() - end);
            at += usize::from(bytes.get(at) == Some(&b','));
            at += blanks(code, at);
        }
        return at + 1;
    }
    let length = bytes[at..].iter().take_while(|byte| is_word(**byte)).count();
    if length == 0 {
        return at;
    }
    let end = at + length;
    let path = match (prefix, &code[at..end]) {
        ("", name) => name.to_owned(),
        (prefix, "self") => prefix.to_owned(),
        (prefix, name) => [prefix, name].join("/"),
    };
    let goes_on =
        |next: &usize| code[*next..].starts_with(|c: char| c.is_alphabetic() || "{_".contains(c));
    match after_colons(code, end).filter(goes_on) {
        Some(next) => expand(code, next, &path, found),
        None => {
            found.push(path);
            end
        }
    }
}

fn blanks(code: &str, at: usize) -> usize {
    code[at..].len() - code[at..].trim_start().len()
}

fn named(path: &str, text: &str) -> Vec<String> {
    paths(&Rust::new(path, text)).into_iter().map(|named| named.path).collect()
}

#[test]
fn groups_are_written_out() {
    let text = "use crate::{text::{self, Lang as L, a::b}, workforce};\n\
        fn f() { crate::stats::holm::<u8>(); }";
    let all = ["text", "text/Lang", "text/a/b", "workforce", "stats/holm"];
    assert_eq!(named("src/report/mod.rs", text), all);
}

#[test]
fn climbing_to_the_root_names_what_stands_there() {
    assert_eq!(named("src/ui/parts/field.rs", "use super::super::app::App;"), [""; 0]);
    assert_eq!(named("src/ui/app.rs", "use super::super::stats::holm;"), ["stats/holm"]);
    assert_eq!(named("src/ui/mod.rs", "use super::stats;"), ["stats"]);
}
