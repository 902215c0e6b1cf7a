//! Representation of the focus group in one scope (methods, section 1).
//!
//! Here is [`Representation`] for exact counts. Absent: verdicts and hidden cells.
//! Read next: [`super::verdict`].

use crate::workforce::Share;

/// The two ends of a confidence interval for a share, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// How a scope's focus group compares with the benchmark, from exact counts.
///
/// Example: 25 of 200 against 28.91 % has share 0.125, ratio 0.432, gap -16.41 points, shortfall
/// 32.82 persons, 33 needed by replacement and 47 by growth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Representation {
    /// n: people with stated origin.
    pub people: u64,
    /// x: people in the focus group.
    pub focus: u64,
    /// b: the focus group's share in the benchmark.
    pub benchmark: Share,
    /// s = x/n. Undefined when n = 0.
    pub share: Option<Share>,
    /// r = s/b; 1 is equality, 0 is nobody. Undefined when n = 0 or b = 0.
    pub ratio: Option<f64>,
    /// 100 (s - b), percentage points; 0 is equality. Undefined when n = 0.
    pub gap_points: Option<f64>,
    /// d = b n - x, persons; 0 is equality, negative is a surplus.
    pub shortfall_persons: f64,
    /// ceil(d): people of the focus group needed in place of others. `None` without a shortfall.
    pub needed_by_replacement: Option<u64>,
    /// ceil(d / (1 - b)): people of the focus group needed in addition. `None` without a shortfall
    /// or when b = 1.
    pub needed_by_growth: Option<u64>,
    /// Exact two-sided binomial p: could this be chance if everyone had equal odds? Undefined when
    /// n = 0.
    pub p: Option<f64>,
    /// Clopper-Pearson interval of the share (Clopper & Pearson 1934). Undefined when n = 0.
    pub interval: Option<Interval>,
}
