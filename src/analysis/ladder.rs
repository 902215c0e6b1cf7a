//! Level equity over every filling of the hidden cells: the computations behind
//! [`super::level_equity`] and [`super::diversity_without_equity`].
//!
//! All levels are filled together, because the steps, the order of levels and the whole
//! organisation tie them to each other ([`super::tally`]). Where there are too many joint
//! fillings, [`super::ladder_bounds`] gives outer bounds instead. Absent: the levels' own verdicts
//! ([`super::family`]).

use super::conclusion::{Conclusion, Why};
use super::decision::Yardstick;
use super::diversity_without_equity::{DiversityWithoutEquity, Strength};
use super::fillings::Fillings;
use super::joint::Joint;
use super::ladder_bounds;
use super::level_equity::LevelEquity;
use super::method::Method;
use super::scope_result::ScopeResult;
use super::states::States;
use super::tally::Tally;
use crate::workforce::{Row, Share};

/// What level equity is computed from.
pub(crate) struct Ladder<'a> {
    pub fillings: &'a Fillings,
    pub levels: &'a [States],
    pub results: &'a [ScopeResult],
    pub whole: &'a ScopeResult,
    pub yardstick: Yardstick,
    pub benchmark: Share,
    pub method: &'a Method,
}

impl Ladder<'_> {
    pub fn equity(&self) -> (LevelEquity, DiversityWithoutEquity) {
        if let Some(counts) = self.known_counts() {
            let mut tally = Tally::new(self, 1);
            tally.add(&counts);
            return tally.finish();
        }
        let rest = self.levels.len();
        let place = |row: Row| Some(row.level.unwrap_or(rest));
        match Joint::of(self.fillings, rest + 1, place) {
            Some(joint) => self.enumerated(&joint),
            None => ladder_bounds::bounded(self),
        }
    }

    /// The counts of every level, and last of those whose level is not stated, where all are
    /// known: totals can settle them even where too many fillings lead to them.
    fn known_counts(&self) -> Option<Vec<[u64; 2]>> {
        let levels = self.levels.iter().map(|level| level.exact_counts());
        let mut counts: Vec<[u64; 2]> =
            levels.map(|known| known.map(|(x, n)| [x, n - x])).collect::<Option<_>>()?;
        let whole = self.whole.representation?;
        let stated = |part: usize| counts.iter().map(|level| level[part]).sum::<u64>();
        let rest = [
            whole.focus.checked_sub(stated(0))?,
            (whole.people - whole.focus).checked_sub(stated(1))?,
        ];
        counts.push(rest);
        Some(counts)
    }

    fn enumerated(&self, joint: &Joint) -> (LevelEquity, DiversityWithoutEquity) {
        let mut tally = Tally::new(self, joint.combinations);
        joint.for_each(|counts| tally.add(counts));
        tally.finish()
    }

    pub fn is_missing(&self, level: usize) -> bool {
        self.levels[level].missing
    }

    /// Whether so many have no stated origin that nothing is concluded of the scope.
    pub fn is_unreliable(&self, level: usize) -> bool {
        is_unreliable(&self.results[level])
    }

    /// Why nothing can be said about diversity without equity, whatever the counts.
    pub fn no_strength(&self) -> Option<DiversityWithoutEquity> {
        let (entry, whole) = (self.results.first()?, self.whole);
        let unreliable = is_unreliable(entry) || is_unreliable(whole);
        let missing =
            whole.base.high.is_none() || (0..self.levels.len()).any(|l| self.is_missing(l));
        let why = if unreliable {
            Why::OriginNotStated
        } else if missing {
            Why::HiddenCells
        } else {
            return None;
        };
        let possible = Strength::ALL.to_vec();
        let conclusion = Conclusion::Undetermined { possible, why };
        Some(DiversityWithoutEquity { conclusion, evidence: None })
    }
}

fn is_unreliable(result: &ScopeResult) -> bool {
    matches!(result.conclusion, Conclusion::Undetermined { why: Why::OriginNotStated, .. })
}
