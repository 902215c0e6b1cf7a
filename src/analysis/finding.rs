//! What is worth saying about an assessment, as values in reading order.
//!
//! Here are [`Finding`] and [`Headline`]. Absent: sentences (the locale files) and what to do about
//! it (the pledge).

use super::conclusion::Conclusion;
use super::diversity_without_equity::Strength;
use crate::workforce::{Bounds, Scope, Share};

/// A scope's figures and conclusion, enough for one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub scope: Scope,
    /// People with stated origin.
    pub people: Bounds,
    /// Of those, in the focus group.
    pub focus: Bounds,
    /// The benchmark's share.
    pub benchmark: Share,
    /// Whole persons short, where the counts are exact and there is a shortfall.
    pub needed: Option<u64>,
    /// p, where the counts are exact.
    pub p: Option<f64>,
    pub conclusion: Conclusion,
}

/// One thing worth saying. Levels and areas by index, from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Diversity without equity is likely, clear, or has the shape but cannot be told.
    DiversityWithoutEquity {
        strength: Strength,
        /// Probability of superiority, where exact.
        theta: Option<f64>,
        /// Where the city disappears, if it does.
        level: Option<usize>,
    },
    /// The whole organisation against the benchmark. Always present.
    WholeOrganisation(Standing),
    /// Everybody with stated origin is in the focus group (`in_focus`), or nobody is.
    AllFromOneGroup { in_focus: bool, people: u64 },
    /// Every level with enough people, and the whole, is in line.
    EverythingInLine,
    /// From this level up the city is not mirrored.
    CityDisappears { level: usize },
    /// Above this step the focus group is rarer than on the level below.
    Ceiling { level: usize, possible: bool },
    /// Who stands higher. Present when the probability of superiority is defined and certain.
    Superiority { theta: f64, p: f64, beyond_chance: bool },
    /// One level against the benchmark, entry first. Too few and undetermined have their own.
    Level(Standing),
    /// An area that is low against the benchmark.
    AreaLow(Standing),
    /// Too few people to tell, level or area.
    TooFew(Standing),
    /// It cannot be told for this level or area.
    Undetermined(Standing),
    /// Scopes without figures.
    NoData { scope: Scope },
    /// People without stated origin, left out of every share.
    NotStated { people: Bounds },
}

/// The one sentence on top of the mirror.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Headline {
    /// There are no figures yet.
    NoFigures,
    /// Too few people to say anything.
    TooFew { people: u64, focus: u64 },
    /// Hidden cells or people without stated origin leave the whole organisation open.
    Undetermined,
    /// In line as a whole, but not at every level.
    DiversityWithoutEquity { strength: Strength, level: Option<usize> },
    /// Below the benchmark as a whole (`maybe`: chance or one person could explain it).
    Below { maybe: bool },
    /// In line or above as a whole, but the city disappears at this level.
    CityDisappears { level: usize },
    /// In line or above as a whole, but some levels are low.
    SomeLevelsLow { levels: usize },
    /// In line as a whole and nothing low at any level that can be told; without levels `levels`
    /// is 0.
    InLine { levels: usize },
    /// More than the benchmark as a whole (`maybe` as above), and nothing low at any level.
    Above { maybe: bool },
}
