//! The source tree as the rules see it, and how a break is reported.
//!
//! Absent: the rules.

use super::lexer::{Literal, blank, closing_brace, lex};
use std::fmt;
use std::fs;
use std::path::Path;

/// A Rust file.
pub struct Rust {
    /// From the root of the project, with slashes.
    pub path: String,
    pub text: String,
    /// Code alone: see [`lex`].
    pub code: String,
    /// Code without what is compiled for tests only.
    pub product: String,
    /// Literals outside tests.
    pub literals: Vec<Literal>,
}

impl Rust {
    pub fn new(path: &str, text: &str) -> Rust {
        let lexed = lex(text);
        let mut product = lexed.code.clone().into_bytes();
        for (start, end) in tests(&lexed.code) {
            blank(&mut product, start, end);
        }
        let product = String::from_utf8_lossy(&product).into_owned();
        let mut literals = lexed.literals;
        literals.retain(|literal| product.as_bytes()[literal.at] == b'"');
        Rust { path: path.to_owned(), text: text.to_owned(), code: lexed.code, product, literals }
    }

    /// Whether the file lies in this folder (or is this file).
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether the file may not know the browser.
    pub fn is_pure(&self) -> bool {
        let browser = ["src/web", "src/ui", "src/bin", "src/main.rs"];
        self.is_in("src") && !browser.iter().any(|folder| self.is_in(folder))
    }

    /// A break at this offset.
    pub fn broken(&self, at: usize, what: impl Into<String>) -> Break {
        Break { path: self.path.clone(), line: line_at(&self.text, at), what: what.into() }
    }
}

/// The line, counted from 1, that an offset lies on.
pub fn line_at(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// From where to where code stands under `#[cfg(test)]`.
fn tests(code: &str) -> Vec<(usize, usize)> {
    let attribute = "#[cfg(test)]";
    let starts = code.match_indices(attribute).map(|(start, _)| start);
    starts
        .map(|start| {
            let rest = start + attribute.len();
            let opening = code[rest..].find(['{', ';']).map_or(code.len(), |found| rest + found);
            let is_block = code.as_bytes().get(opening) == Some(&b'{');
            let end = if is_block { closing_brace(code, opening) } else { opening };
            (start, (end + 1).min(code.len()))
        })
        .collect()
}

/// One break of a rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Break {
    pub path: String,
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Fails with every break on a line of its own.
pub fn assert_none(breaks: impl IntoIterator<Item = Break>) {
    let lines: Vec<String> = breaks.into_iter().map(|found| found.to_string()).collect();
    assert!(lines.is_empty(), "{} breaks of the rule\n{}\n", lines.len(), lines.join("\n"));
}

/// Every text file of the project with its path, but for what is built. Pictures are no text.
pub fn texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut found);
    assert!(found.len() > 100, "the project has more than {} files", found.len());
    found
}

/// Every Rust file of the project.
pub fn rust() -> Vec<Rust> {
    let files = texts().into_iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(path, text)| Rust::new(&path, &text)).collect()
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(folder).expect("a folder of the project can be read");
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if ["target", "dist", ".git"].contains(&path.as_str()) {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(&entry.path(), &format!("{path}/"), found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push((path, text));
        }
    }
}

#[test]
fn tests_are_no_part_of_the_product() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n fn b() { c(\"d\") }\n}\nfn e() { f(\"g\") }";
    let file = Rust::new("src/x.rs", text);
    assert!(!file.product.contains('b') && file.product.contains('e'));
    assert_eq!(file.literals.len(), 1);
    assert_eq!(file.broken(file.literals[0].at, "").line, 6);
}
