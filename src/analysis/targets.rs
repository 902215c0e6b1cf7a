//! Suggested targets per level (methods, section 8).
//!
//! Here is what a pledge may propose for each low level. Absent: measures and words.
//! Concentration at entry is never answered by "hire fewer".

use crate::workforce::Share;

/// The longest horizon of a target, years.
pub const MAX_YEARS: u8 = 4;

/// A suggested number for a level.
///
/// target = min(floor(b N), max(x + 1, round half up(E))), always above the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// People of the focus group in the target year.
    pub target: u64,
    /// x: how many there are now.
    pub baseline: u64,
    /// N: the planned headcount, here as many as now.
    pub headcount: u64,
    /// E: the number to expect if hires mirror the benchmark; an expectation, not a hiring target.
    pub expected: f64,
    /// floor(b N): the whole persons that mirror the benchmark.
    pub mirror: u64,
    pub benchmark: Share,
    /// Years from now, 1 to 4.
    pub years: u8,
}

/// Why a level gets a process measure and "collect better figures" in place of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberlessBecause {
    /// Too few people to tell.
    TooFew,
    /// The verdict is undetermined.
    Undetermined,
    /// The verdict holds whatever is hidden, but the count to start from is not known.
    CountHidden,
}

/// What is suggested for a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Suggestion {
    Number(Target),
    ProcessMeasure(NumberlessBecause),
}

/// A level and what is suggested for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelTarget {
    /// Index, from 0 at entry.
    pub level: usize,
    pub suggestion: Suggestion,
}
