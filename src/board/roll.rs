//! The list of everything that was read: which file counts, and which does not and why.
//!
//! An organisation counts once, with its newest pledge: that of the newest figures, of those the
//! one written last, of those the public one. Organisations are told apart by their names; a pledge
//! without a name is nobody else's, so only its exact copy is left out.

use super::entry::{Entry, folded};
use crate::sorted::sort_by;
use std::cmp::Ordering;

/// The most files an overview takes.
pub const MOST_FILES: usize = 10_000;

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    entries: Vec<Entry>,
    skipped: Vec<Skipped>,
    /// Files beyond [`MOST_FILES`].
    left_out: usize,
}

/// A file that holds no pledge that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    pub file: String,
    pub why: Unread,
}

/// Why a file was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unread {
    /// Larger than any pledge: it is another file.
    TooLarge,
    /// The browser could not read it: choose it again.
    Unreadable,
    /// Not a pledge: ask for the file that ends in .json.
    NotAPledge,
    /// Somebody's whole work, with exact figures: ask for the pledge as data instead.
    ProjectFile,
    /// Cut off or damaged, first at this line: ask for it again.
    Damaged { line: usize },
    /// Written by a newer version: reload the page.
    TooNew,
    /// Something that no version writes: ask for it again.
    OutOfBounds,
}

/// A pledge that is not counted, because another one of the same organisation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    pub file: String,
    /// The file that counts.
    pub counted: String,
    pub kind: Repeated,
}

/// How a pledge comes to be there twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repeated {
    /// The same bytes.
    Copy,
    /// Of the same organisation, from figures of the same day.
    SameDate,
    /// Of the same organisation, from older figures.
    Older,
}

impl Roll {
    pub fn add(&mut self, entry: Entry) {
        if self.has_room() {
            self.entries.push(entry);
        }
    }

    pub fn skip(&mut self, file: String, why: Unread) {
        if self.has_room() {
            self.skipped.push(Skipped { file, why });
        }
    }

    /// How many files were read or skipped.
    pub fn files(&self) -> usize {
        self.entries.len() + self.skipped.len()
    }

    /// Files that were one too many.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Every file that was skipped, in the order of reading.
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    fn has_room(&mut self) -> bool {
        let has_room = self.files() < MOST_FILES;
        if !has_room {
            self.left_out += 1;
        }
        has_room
    }

    /// The pledges that count, and those that do not, both in the order of reading.
    pub(super) fn counted(&self) -> (Vec<&Entry>, Vec<Repeat>) {
        let identities: Vec<String> = self.entries.iter().map(identity).collect();
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        let compare = |one: usize, other: usize| {
            identities[one]
                .cmp(&identities[other])
                .then_with(|| by_age(&self.entries[other], &self.entries[one]))
                .then(one.cmp(&other))
        };
        sort_by(&mut order, |&one, &other| compare(one, other) == Ordering::Less);
        let (mut counted, mut repeats) = (Vec::new(), Vec::new());
        let mut first: Option<usize> = None;
        for at in order {
            match first.filter(|&first| identities[first] == identities[at]) {
                None => {
                    first = Some(at);
                    counted.push(at);
                }
                Some(first) => repeats.push((at, first)),
            }
        }
        sort_by(&mut counted, |one, other| one < other);
        sort_by(&mut repeats, |one, other| one.0 < other.0);
        let counted = counted.into_iter().map(|at| &self.entries[at]).collect();
        let repeat = |(at, first): (usize, usize)| self.repeat(at, first);
        (counted, repeats.into_iter().map(repeat).collect())
    }

    fn repeat(&self, at: usize, first: usize) -> Repeat {
        let (entry, counted) = (&self.entries[at], &self.entries[first]);
        let kind = if entry.fingerprint == counted.fingerprint {
            Repeated::Copy
        } else if entry.reporting_date == counted.reporting_date {
            Repeated::SameDate
        } else {
            Repeated::Older
        };
        Repeat { file: entry.file.clone(), counted: counted.file.clone(), kind }
    }
}

/// What an organisation is told from others by. No name begins with the sign that stands before a
/// fingerprint.
fn identity(entry: &Entry) -> String {
    match entry.organisation.as_deref().map(folded).filter(|name| !name.is_empty()) {
        Some(name) => name,
        None => ["\n", &entry.fingerprint.to_string()].concat(),
    }
}

/// The newer one is greater.
fn by_age(one: &Entry, other: &Entry) -> Ordering {
    let age = |entry: &Entry| (entry.reporting_date, entry.written, entry.is_public);
    age(one).cmp(&age(other))
}
