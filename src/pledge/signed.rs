//! A pledge as it was signed: what was promised, by whom, until when, and from which figures.
//!
//! Unlike [`super::value::Pledge`] it follows no figures: it stays as it was written down, so that a
//! status can be made against it. Absent: what became of it ([`super::review`]), reading files
//! (`exchange::write::pledge_json`).

use crate::workforce::{Bounds, Date, Focus};

/// What was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedPledge {
    /// Whether it is the public edition, which leaves small counts out.
    pub is_public: bool,
    /// The day it was written to a file.
    pub written: Date,
    /// Empty where nobody gave a name.
    pub organisation: String,
    /// The day of the figures it was made on.
    pub reporting_date: Option<Date>,
    /// Whose share the targets are about.
    pub focus: Focus,
    /// What the figures were compared with, by its identifier and by name.
    pub benchmark_id: String,
    pub benchmark: String,
    /// The focus group's share of it, 0 to 1.
    pub benchmark_share: f64,
    /// From top to entry.
    pub levels: Vec<SignedLevel>,
    /// From top to entry.
    pub targets: Vec<SignedTarget>,
    /// Names of levels too small or too hidden for a number.
    pub without_target: Vec<String>,
    pub measures: Vec<SignedMeasure>,
    /// The next one first, the target day last.
    pub reviews: Vec<Date>,
    pub target_day: Date,
    pub signature: Signature,
}

/// The figures of a level as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedLevel {
    pub name: String,
    /// With stated origin.
    pub people: Bounds,
    /// In the focus group.
    pub focus: Bounds,
}

/// What was promised for a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedTarget {
    pub level: String,
    /// People in focus at the start; `None` where hidden.
    pub focus: Option<u64>,
    /// People with stated origin at the start; `None` where hidden.
    pub people: Option<u64>,
    /// People in focus on the day; `None` where it was not shown.
    pub target: Option<u64>,
    pub day: Date,
    pub owner: String,
}

/// A measure that was taken on, in the words it was signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedMeasure {
    /// In the catalogue, for example `M09`; `None` for the organisation's own.
    pub id: Option<String>,
    /// The commitment it stands under, 1 to 3.
    pub commitment: u8,
    pub text: String,
    pub owner: String,
    pub day: Date,
    pub indicator: String,
}

/// Who signed, as far as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    pub name: String,
    pub role: String,
    pub place: String,
    pub day: Option<Date>,
}

impl SignedPledge {
    /// The day that an even pace counts from: that of the figures, else that of the signature, else
    /// that of writing.
    pub fn from(&self) -> Date {
        self.reporting_date.or(self.signature.day).unwrap_or(self.written)
    }
}
