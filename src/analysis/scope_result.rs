//! Everything that is said about one scope.
//!
//! Here is [`ScopeResult`]. Absent: how scopes relate to each other ([`super::level_equity`],
//! [`super::area_equity`]).

use super::conclusion::Conclusion;
use super::hidden::Ranges;
use super::representation::Representation;
use super::verdict::Verdict;
use crate::workforce::{Bounds, Scope};

/// A scope's counts, statistics and verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeResult {
    pub scope: Scope,
    /// x: people in the focus group.
    pub focus: Bounds,
    /// n: people with stated origin, the base of every share.
    pub base: Bounds,
    /// People whose origin is not stated; left out of the base.
    pub not_stated: Bounds,
    /// The largest possible share of "origin not stated" among all people of the scope, 0 to 1.
    /// `None` when the scope is empty or its figures are missing.
    pub not_stated_share: Option<f64>,
    /// Whether that share is above the method's warning, to be shown beside the verdict.
    pub not_stated_warning: bool,
    /// When x and n are exact.
    pub representation: Option<Representation>,
    /// When x or n is hidden but bounded.
    pub ranges: Option<Ranges>,
    /// Holm-adjusted p within its family (Holm 1979). `None` outside the family (no data, too
    /// few) and when any count of the family is hidden.
    pub p_adjusted: Option<f64>,
    /// Whether a low (or high) result still holds with one person moved across the focus border.
    /// `None` when the result is neither low nor high, or some count of the family is hidden.
    pub robust: Option<bool>,
    pub conclusion: Conclusion,
}

impl ScopeResult {
    /// The verdict, unless it is undetermined.
    pub fn verdict(&self) -> Option<Verdict> {
        self.conclusion.value()
    }
}
