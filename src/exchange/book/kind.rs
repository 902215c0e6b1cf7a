//! What a file is, by its content; its name is only asked when the content is nothing that is read.
//!
//! Absent: reading it. Read next: [`super::open`].

use crate::exchange::reading::Reason;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// What the first bytes promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// A workbook of today, or something else in a zip file.
    Zip,
    /// An old workbook, or a new one with a password, or something else from the same maker.
    Compound,
    /// Known not to be read.
    Other,
    /// Text, or nothing that is known.
    Unknown,
}

/// Names that promise a table.
const READ: [&str; 13] = [
    "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "ods", "ots", "xlsb",
];

/// Pictures, documents and archives that may begin like a text.
const OTHER: [&[u8]; 10] = [
    b"%PDF",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B",
    b"{\\rtf",
    b"MIME-Version:",
    b"\x7FELF",
];

/// Markup: also what old systems call a spreadsheet, a page with a table in it.
const MARKUP: [&str; 8] =
    ["<!doctype", "<html", "<?xml", "<head", "<meta", "<body", "<table", "<svg"];

/// What the bytes begin like.
pub(super) fn container(bytes: &[u8]) -> Container {
    let starts = |start: &[u8]| bytes.starts_with(start);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        Container::Zip
    } else if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        Container::Compound
    } else if OTHER.iter().any(|start| starts(start)) {
        Container::Other
    } else {
        Container::Unknown
    }
}

/// Why content that is not read is not read: the name promised otherwise, or it did not.
pub(super) fn unread(name: &str) -> Reason {
    if promises_a_table(name) { Reason::WrongKind } else { Reason::Binary }
}

/// Whether the file's name is that of a table.
pub(super) fn promises_a_table(name: &str) -> bool {
    let (_, ending) = name.trim().rsplit_once('.').unwrap_or_default();
    READ.iter().any(|read| ending.eq_ignore_ascii_case(read))
}

/// Why a text is no table, if it is something else that is known.
pub(super) fn other_text(text: &str) -> Option<Reason> {
    #[derive(Deserialize)]
    struct Head {
        byspejl: Option<IgnoredAny>,
        dataset: Option<IgnoredAny>,
        dimension: Option<IgnoredAny>,
    }
    let text = text.trim_start();
    let is_markup = |start: &&str| {
        text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
    };
    if MARKUP.iter().any(is_markup) {
        return Some(Reason::WrongKind);
    }
    if !text.starts_with(['{', '[']) {
        return None;
    }
    match serde_json::from_str::<Head>(text) {
        Ok(head) if head.byspejl.is_some() => Some(Reason::IsAProject),
        Ok(head) if head.dataset.is_some() || head.dimension.is_some() => {
            Some(Reason::IsABenchmark)
        }
        Ok(_) => Some(Reason::WrongKind),
        Err(_) => serde_json::from_str::<IgnoredAny>(text).is_ok().then_some(Reason::WrongKind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_promises_a_table_whatever_its_case() {
        for name in ["a.CSV", "b.x.xlsx", "c.ods "] {
            assert_eq!(unread(name), Reason::WrongKind, "{name}");
        }
        for name in ["a.pdf", "csv", "", "a.csv.png", "a."] {
            assert_eq!(unread(name), Reason::Binary, "{name}");
        }
    }

    #[test]
    fn texts_that_are_something_else_are_told_apart() {
        assert_eq!(other_text("{\"byspejl\": 1, \"draft\": {}}"), Some(Reason::IsAProject));
        assert_eq!(other_text("{\"dataset\": {}}"), Some(Reason::IsABenchmark));
        assert_eq!(
            other_text("{\"class\": \"dataset\", \"dimension\": {}}"),
            Some(Reason::IsABenchmark)
        );
        assert_eq!(other_text("[1, 2]"), Some(Reason::WrongKind));
        assert_eq!(other_text("\r\n<HTML><table>"), Some(Reason::WrongKind));
        assert_eq!(other_text("[Niveau];a;b\n1;2;3"), None);
        assert_eq!(other_text("{a};b"), None);
        assert_eq!(other_text("<5;<5"), None);
    }
}
