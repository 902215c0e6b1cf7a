//! Equity across levels (methods, section 3): quotients, probability of superiority, steps,
//! ceiling, and where the city disappears.
//!
//! People whose level is not stated are no part of anything here. Absent: areas
//! ([`super::area_equity`]). Read next: [`super::diversity_without_equity`].

/// Which computation gave the p: exact up to 150 people, the normal approximation above.
pub use crate::stats::ordinal::Calculation as TestKind;

use super::conclusion::Conclusion;
use super::hidden::Range;
use crate::workforce::Share;

/// The Mann-Whitney test of the ordered levels, two-sided (Mann & Whitney 1947).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SuperiorityTest {
    pub p: Range,
    pub kind: TestKind,
}

/// Who stands higher when one person is drawn from each group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Superiority {
    /// P(the focus person stands higher) + half of P(equal); 0.5 is equal chances, 0 is every
    /// focus person under every other.
    pub theta: Range,
    /// 2 theta - 1 (Lieberson 1976); 0 is equal chances.
    pub net_difference: Range,
    pub test: SuperiorityTest,
}

/// Why the probability of superiority is undefined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoSuperiority {
    /// Fewer than two levels: divide the figures by level.
    TooFewLevels,
    /// Nobody from the focus group has a stated level, or none may: there is nobody to compare.
    NobodyInFocus,
    /// Nobody else has a stated level, or none may: there is nobody to compare with.
    NobodyElse,
    /// Some level's figures are missing without a total: fill them in.
    Missing,
}

/// A level set against the level below it, its feeder.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The level stepped into, from 1.
    pub level: usize,
    /// The level below it.
    pub feeder: usize,
    /// The feeder's share of the focus group, when its counts are exact and it has people.
    pub feeder_share: Option<Share>,
    /// The level's share divided by the feeder's; 1 is equality. Undefined when either level is
    /// empty or the feeder has nobody in focus.
    pub ratio: Option<Range>,
    /// Fisher's exact two-sided p of the two levels. Undefined when either level is empty.
    pub p: Option<Range>,
    /// Holm-adjusted p within the steps. `None` as in [`super::ScopeResult::p_adjusted`].
    pub p_adjusted: Option<f64>,
    /// `None` as in [`super::ScopeResult::robust`].
    pub robust: Option<bool>,
    pub conclusion: Conclusion,
}

/// The lowest step that is low with nothing in line or high over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ceiling {
    /// The level one steps into.
    pub level: usize,
    /// Whether the step is only maybe below.
    pub possible: bool,
}

/// How the focus group is spread over the levels.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelEquity {
    /// Per level: its share divided by the whole organisation's; 1 is equality. `None` where a
    /// share is undefined or missing.
    pub quotients: Vec<Option<Range>>,
    pub superiority: Result<Superiority, NoSuperiority>,
    /// One per level from the second up.
    pub steps: Vec<Step>,
    /// The ceiling, if there is one.
    pub ceiling: Conclusion<Option<Ceiling>>,
    /// The lowest level low against the benchmark with no level in line or high over it.
    pub city_disappears_at: Conclusion<Option<usize>>,
}
