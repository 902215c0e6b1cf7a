//! Real Danish figures of the seed pattern's shape, for "has this been seen before?".
//!
//! Absent: anything to compare an organisation with by number; these are other employers at
//! other times. Read next: [`super::definitions`].

use super::{Bilingual, Licence, Period, Source};
use crate::workforce::Share;
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/lookalikes.rs"));

const fn share(part: u64, whole: u64) -> Share {
    Share::of(part, whole).expect("the build script checked that the part fits the whole")
}

/// What a figure stands for within its look-alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureRole {
    /// Everybody employed: what the job groups are held against.
    Whole,
    /// One job group or level.
    Part,
    /// People outside the workforce whom it might mirror.
    Outside,
}

/// One published share.
#[derive(Clone, Debug, PartialEq)]
pub struct LookalikeFigure {
    pub label: Bilingual,
    pub role: FigureRole,
    pub period: Period,
    pub share: Share,
    /// How many decimals of the percentage the source supports: 8 % has none, 28.3 % one.
    pub decimals: u8,
    /// Part and whole in persons, where the source gives them.
    pub counts: Option<(u64, u64)>,
}

/// One employer, or one group of employers, with its published shares.
#[derive(Clone, Debug, PartialEq)]
pub struct Lookalike {
    pub id: &'static str,
    /// Who and when, in a few words.
    pub title: Bilingual,
    /// Whose share is given, in the source's own terms; they differ between look-alikes.
    pub counted: Bilingual,
    pub figures: &'static [LookalikeFigure],
    pub note: Option<Bilingual>,
    pub source: Source,
}

/// Every look-alike, the one closest to the seed pattern first.
///
/// The first is Odense Municipality 2011: 28.3 % of cleaning assistants and 3.7 % of academics
/// had a foreign origin, against 8 % of all employees.
pub fn lookalikes() -> &'static [Lookalike] {
    &LOOKALIKES
}
