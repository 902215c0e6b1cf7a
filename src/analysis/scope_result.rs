//! Everything that is said about one scope.
//!
//! Here is [`ScopeResult`]. Absent: how scopes relate to each other ([`super::level_equity`],
//! [`super::area_equity`]).

use super::conclusion::{Conclusion, Why};
use super::decision::{Measure, Ruling, Yardstick, decide};
use super::family::{extents, possible_verdicts};
use super::fillings::Fillings;
use super::hidden::{Range, Ranges};
use super::method::Method;
use super::representation::Representation;
use super::states::States;
use super::verdict::{Verdict, VerdictSet};
use crate::workforce::{Bounds, Row, Scope, Share};

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

/// The scopes of one family and what fillings leave of them.
pub(crate) struct FamilyInput<'a> {
    pub scopes: &'a [Scope],
    pub states: &'a [States],
    pub fillings: &'a Fillings,
    pub yardstick: Yardstick,
    pub benchmark: Share,
    pub method: &'a Method,
}

impl FamilyInput<'_> {
    /// Rules on a family of disjoint scopes.
    ///
    /// When every count is known the rule is asked once; else about every filling. `place` puts
    /// a row into its scope.
    pub fn results(&self, place: impl Fn(Row) -> Option<usize>) -> Vec<ScopeResult> {
        if let Some(measures) = self.measures() {
            let rulings = decide(&measures, self.method);
            let certain = rulings.iter().zip(&measures).enumerate();
            return certain.map(|(i, (ruling, measure))| self.ruled(i, *ruling, measure)).collect();
        }
        let extents = extents(self.states, self.yardstick, self.method);
        let possible = possible_verdicts(
            self.fillings,
            self.states,
            &extents,
            self.yardstick,
            self.method,
            place,
        );
        let open = possible.into_iter().zip(extents).enumerate();
        open.map(|(i, (verdicts, extent))| self.result(i, Known::Possible(verdicts, extent.p)))
            .collect()
    }

    /// Each scope's measure, where all counts are known or missing for good.
    pub fn measures(&self) -> Option<Vec<Measure>> {
        let measure = |states: &States| match states.exact_counts() {
            Some((x, n)) => Some(Measure::of(self.yardstick, x, n, self.method)),
            None => states.missing.then_some(Measure::NO_DATA),
        };
        self.states.iter().map(measure).collect()
    }

    /// A scope's result, given what was ruled of it in its family.
    pub fn ruled(&self, index: usize, ruling: Ruling, measure: &Measure) -> ScopeResult {
        self.result(index, Known::Ruling(ruling, measure.p))
    }

    fn result(&self, index: usize, known: Known) -> ScopeResult {
        let states = &self.states[index];
        let counts = states.exact_counts();
        let (p, ruling, conclusion) = match known {
            Known::Ruling(ruling, p) => {
                (p.map(Range::certain), Some(ruling), Conclusion::Certain(ruling.verdict))
            }
            Known::Possible(verdicts, p) => (p, None, concluded(verdicts, counts.is_some())),
        };
        let excess =
            states.not_stated_missing || states.not_stated_exceeds(self.method.not_stated_limit);
        let conclusion = if excess && conclusion.value() != Some(Verdict::NoData) {
            let possible = match conclusion {
                Conclusion::Undetermined { possible, .. } => possible,
                Conclusion::Certain(verdict) | Conclusion::WhateverHidden(verdict) => {
                    vec![verdict]
                }
            };
            Conclusion::Undetermined { possible, why: Why::OriginNotStated }
        } else {
            conclusion
        };
        let (method, benchmark) = (self.method, self.benchmark);
        ScopeResult {
            scope: self.scopes[index],
            focus: states.focus,
            base: states.base,
            not_stated: states.not_stated,
            not_stated_share: states.not_stated_share(),
            not_stated_warning: states.not_stated_missing && !states.missing
                || states.not_stated_exceeds(method.not_stated_warning),
            representation: counts.map(|(x, n)| {
                let p = p.and_then(Range::value);
                Representation::with_p(x, n, benchmark, method, p)
            }),
            ranges: match counts {
                Some(_) => None,
                None => Ranges::of(states, p, benchmark, method),
            },
            p_adjusted: ruling.and_then(|ruling| ruling.p_adjusted),
            robust: ruling.and_then(|ruling| ruling.robust),
            conclusion,
        }
    }
}

enum Known {
    Ruling(Ruling, Option<f64>),
    Possible(VerdictSet, Option<Range>),
}

/// Certain where the scope's own counts decide; else what its possible verdicts leave.
fn concluded(verdicts: VerdictSet, own_counts_known: bool) -> Conclusion {
    let possible = verdicts.to_vec();
    match possible.as_slice() {
        // Missing figures without a total are unbounded: no data, for sure.
        [Verdict::NoData] => Conclusion::Certain(Verdict::NoData),
        // These two ask nothing of the rest of the family.
        [only @ (Verdict::TooFew | Verdict::InLine)] if own_counts_known => {
            Conclusion::Certain(*only)
        }
        _ => Conclusion::from_possible(possible),
    }
}
