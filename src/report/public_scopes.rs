//! What the public edition says of each scope and target, as numbers: what every public file has
//! in common, whatever its format.
//!
//! Absent: sentences; the document's are in [`super::public_tables`](mod@super::public_tables).

use super::public::{Public, level_of};
use crate::analysis::{ScopeResult, Verdict};
use crate::pledge::TargetLine;
use crate::workforce::{Scope, Share};

/// Fewer people than this get percentages in whole numbers (methods, section 9).
const WHOLE_PERCENT_UNDER: u64 = 100;

/// One scope as far as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownScope {
    pub scope: Scope,
    /// x; `None` where hidden.
    pub focus: Option<u64>,
    /// n; `None` where hidden.
    pub people: Option<u64>,
    /// `None` where hidden.
    pub not_stated: Option<u64>,
    /// x/n, no finer than may be said; `None` where x or n is hidden, or there is nobody.
    pub share: Option<f64>,
    /// `None` where it is not to be told.
    pub verdict: Option<Verdict>,
}

/// A target whose level and number may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownTarget {
    pub focus: u64,
    pub people: u64,
    pub target: u64,
    /// How many would mirror the benchmark, in whole people.
    pub mirror: u64,
}

impl Public<'_> {
    /// The whole organisation, the levels from the top, and the areas.
    pub fn scopes(&self) -> Vec<ShownScope> {
        self.results().map(|result| self.shown(result)).collect()
    }

    /// The results behind [`Public::scopes`]. Whatever is taken from one may rest on hidden counts.
    pub(super) fn results(&self) -> impl Iterator<Item = &ScopeResult> {
        let assessment = self.source.assessment;
        std::iter::once(&assessment.whole)
            .chain(assessment.levels.iter().rev())
            .chain(&assessment.areas)
    }

    pub(super) fn shown(&self, result: &ScopeResult) -> ShownScope {
        let scope = result.scope;
        let counts = self.disclosed.counts(scope);
        let share = counts.and_then(|(focus, people)| Some((Share::of(focus, people)?, people)));
        ShownScope {
            scope,
            focus: counts.map(|(focus, _)| focus),
            people: self.disclosed.people(scope),
            not_stated: self.disclosed.not_stated(scope),
            share: share.map(|(share, people)| rounded(share.fraction(), people)),
            verdict: self.verdict(scope),
        }
    }

    /// A line's target; `None` where its level is hidden, or the number would tell of one that is.
    pub fn shown_target(&self, line: &TargetLine) -> Option<ShownTarget> {
        let level = level_of(&self.source, line)?;
        let scope = Scope::Level(level);
        let (focus, people) = self.disclosed.counts(scope)?;
        let is_low = self.verdict(scope).is_some_and(Verdict::is_low);
        let suggested = line.target.suggested.filter(|_| is_low && self.words.shows_target(level));
        let target = line.target.own.or(suggested)?;
        let benchmark = self.source.assessment.benchmark_share;
        let mirror =
            u128::from(people) * u128::from(benchmark.part()) / u128::from(benchmark.whole());
        Some(ShownTarget { focus, people, target, mirror: mirror as u64 })
    }

    /// Names of the levels whose counts are hidden, entry level first.
    pub fn hidden_levels(&self) -> Vec<&str> {
        let levels = self.source.workforce.table.levels().iter().enumerate();
        let is_hidden = |level: usize| self.disclosed.counts(Scope::Level(level)).is_none();
        levels
            .filter(|(index, _)| is_hidden(*index))
            .map(|(_, level)| level.name.as_str())
            .collect()
    }
}

/// Decimals of a percentage of so many people.
pub(super) fn percent_digits(people: u64) -> u8 {
    u8::from(people >= WHOLE_PERCENT_UNDER)
}

/// A share of so many people, as a fraction no finer than its percentage is shown.
pub(super) fn rounded(share: f64, people: u64) -> f64 {
    let steps = if percent_digits(people) == 0 { 100.0 } else { 1000.0 };
    (share * steps).round() / steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_no_finer_than_a_whole_percent_below_a_hundred_people() {
        assert_eq!(rounded(28.0 / 99.0, 99), 0.28);
        assert_eq!(rounded(28.0 / 100.0, 100), 0.28);
        assert_eq!(rounded(1.0 / 3.0, 99), 0.33);
        assert_eq!(rounded(1.0 / 3.0, 300), 0.333);
        assert_eq!([percent_digits(99), percent_digits(100)], [0, 1]);
    }
}
