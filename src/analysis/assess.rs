//! The one way in: a workforce and a benchmark become an [`Assessment`].
//!
//! Absent: words, and anything that a later screen may choose for itself (targets: see
//! [`super::targets`]). Read next: [`super::finding`], which says what is worth saying.

use super::area_equity::AreaEquity;
use super::diversity_without_equity::DiversityWithoutEquity;
use super::finding::{Finding, Headline};
use super::level_equity::LevelEquity;
use super::method::Method;
use super::scope_result::ScopeResult;
use super::warning::Warning;
use crate::benchmark::Benchmark;
use crate::workforce::{Focus, Share, Workforce};

/// Why a workforce and a benchmark cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotComparable {
    /// The focus group is finer than the benchmark's groups: choose a coarser focus group or
    /// another benchmark.
    FocusNotInBenchmark,
    /// The focus group is finer than the table's groups: choose a coarser focus group or enter
    /// finer groups.
    FocusNotInFigures,
}

/// Everything that is concluded from a workforce and a benchmark. Never contains NaN.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub focus: Focus,
    pub method: Method,
    /// b: the focus group's share in the benchmark.
    pub benchmark_share: Share,
    pub whole: ScopeResult,
    /// Entry first; empty when the figures have no levels.
    pub levels: Vec<ScopeResult>,
    /// In table order; empty when the figures have no areas.
    pub areas: Vec<ScopeResult>,
    /// Level x area, level by level; empty unless the figures have both.
    pub cells: Vec<ScopeResult>,
    pub level_equity: LevelEquity,
    pub diversity_without_equity: DiversityWithoutEquity,
    pub area_equity: AreaEquity,
    pub warnings: Vec<Warning>,
    /// In the order they are to be read.
    pub findings: Vec<Finding>,
    pub headline: Headline,
}

/// Assesses a workforce against a benchmark. Total: every table gives an assessment.
///
/// # Errors
/// When the focus group cannot be counted on one of the two sides, see [`NotComparable`].
pub fn assess(
    workforce: &Workforce,
    benchmark: &Benchmark,
    focus: Focus,
    method: &Method,
) -> Result<Assessment, NotComparable> {
    if !focus.is_countable_in(workforce.table.grouping().groups()) {
        return Err(NotComparable::FocusNotInFigures);
    }
    let _share = benchmark.share(focus).ok_or(NotComparable::FocusNotInBenchmark)?;
    let _ = method;
    unimplemented!("follows")
}
