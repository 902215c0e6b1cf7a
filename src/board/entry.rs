//! One pledge, as far as an overview of many needs it.
//!
//! Absent: words of the pledge, names of people, and every count that its public edition hides.

use crate::pledge::Commitment;
use crate::session::PresetLevel;
use crate::workforce::{Date, Sector};

/// A pledge that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The file's name.
    pub file: String,
    /// The same for files of the same bytes.
    pub fingerprint: u64,
    pub organisation: Option<String>,
    /// The day it was written to a file.
    pub written: Date,
    /// The day its figures are from.
    pub reporting_date: Option<Date>,
    /// Whether it is the public edition, of which people may be summed.
    pub is_public: bool,
    /// `None` where the file does not say.
    pub sector: Option<Sector>,
    /// The whole organisation's people; `None` where they may not be summed.
    pub people: Option<People>,
    /// One for each level with a target.
    pub targets: Vec<LevelPromise>,
    pub measures: Vec<Promise>,
    /// In order; the last one on the target day.
    pub reviews: Vec<Date>,
}

/// People with stated origin, and how many of them have immigrant background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    pub people: u64,
    pub focus: u64,
}

/// What a level is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LevelName {
    Preset(PresetLevel),
    /// As the organisation writes it.
    Own(String),
}

/// The target of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelPromise {
    pub level: LevelName,
    /// `None` where they may not be summed.
    pub counts: Option<Counts>,
}

/// A level's people at the start, and its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub people: u64,
    pub focus: u64,
    pub target: u64,
}

/// A measure that was taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    pub commitment: Commitment,
    /// Its number in the catalogue, 9 for `M09`; `None` for one of the organisation's own.
    pub number: Option<u8>,
}

/// A name without what people write differently: case, and spaces around and between words.
pub(super) fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
