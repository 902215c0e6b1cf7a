//! Files of an overview that do not count, each with why.

use super::board::sheet;
use super::{Cell, Head, Line, Part, Sheet};
use crate::board::{Repeat, Repeated, Skipped, Summary, Unread};
use crate::text::{Lang, board, count};

/// The sheet; none where every file counts.
pub(super) fn sheet_of(summary: &Summary, lang: Lang) -> Option<Sheet> {
    let skipped = summary.skipped.iter().map(|skipped| (&skipped.file, unread(skipped, lang)));
    let repeats = summary.repeats.iter().map(|repeat| (&repeat.file, repeated(repeat, lang)));
    let parts: Vec<Part> = [
        part(board::files_skipped(lang), skipped, lang),
        part(board::files_repeats(lang), repeats, lang),
    ]
    .into_iter()
    .filter(|part| !part.rows.is_empty())
    .collect();
    if parts.is_empty() {
        return None;
    }
    Some(Sheet { parts, ..sheet(board::tab_files(lang), &[50, 80]) })
}

fn part<'a>(heading: &str, files: impl Iterator<Item = (&'a String, String)>, lang: Lang) -> Part {
    Part {
        heading: heading.to_owned(),
        head: vec![Head::text(board::files_name(lang)), Head::text(board::files_why(lang))],
        rows: files
            .map(|(file, why)| Line::of(vec![Cell::heading(file.as_str()), Cell::text(why)]))
            .collect(),
    }
}

fn unread(skipped: &Skipped, lang: Lang) -> String {
    let words = match skipped.why {
        Unread::Damaged { line } => return board::files_damaged(lang, &count(lang, line as u64)),
        Unread::TooLarge => board::files_large(lang),
        Unread::Unreadable => board::files_unreadable(lang),
        Unread::NotAPledge => board::files_not_a_pledge(lang),
        Unread::ProjectFile => board::files_project(lang),
        Unread::TooNew => board::files_too_new(lang),
        Unread::OutOfBounds => board::files_out_of_bounds(lang),
    };
    words.to_owned()
}

fn repeated(repeat: &Repeat, lang: Lang) -> String {
    match repeat.kind {
        Repeated::Copy => board::files_copy(lang, &repeat.counted),
        Repeated::SameDate => board::files_same_date(lang, &repeat.counted),
        Repeated::Older => board::files_older(lang, &repeat.counted),
    }
}
