//! What is worth saying about an assessment, as values in reading order.
//!
//! Here are [`Finding`] and [`Headline`]. Absent: sentences (the locale files) and what to do about
//! it (the pledge).

use super::conclusion::Conclusion;
use super::diversity_without_equity::{DiversityWithoutEquity, Strength};
use super::level_equity::LevelEquity;
use super::method::Method;
use super::scope_result::ScopeResult;
use super::verdict::Verdict;
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
    /// Some figures are missing, so that nothing can be said of the whole organisation yet.
    Incomplete { missing_cells: usize },
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

/// What the findings are drawn from.
pub(crate) struct Concluded<'a> {
    pub benchmark: Share,
    pub method: &'a Method,
    pub whole: &'a ScopeResult,
    pub levels: &'a [ScopeResult],
    pub areas: &'a [ScopeResult],
    pub level_equity: &'a LevelEquity,
    pub diversity_without_equity: &'a DiversityWithoutEquity,
    /// Cells that are missing, and cells a full table has.
    pub missing_cells: usize,
    pub cells: usize,
}

impl Concluded<'_> {
    /// Everything worth saying, headline matters first.
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let pattern = self.pattern();
        let is_shown = matches!(
            &pattern,
            Some(Finding::DiversityWithoutEquity { strength, .. }) if *strength > Strength::CannotBeTold
        );
        let (first, later) = if is_shown { (pattern, None) } else { (None, pattern) };
        found.extend(first);
        found.push(Finding::WholeOrganisation(self.standing(self.whole)));
        found.extend(later);
        self.about_groups(&mut found);
        self.about_level_order(&mut found);
        let says_something =
            |result: &&ScopeResult| result.verdict().is_some_and(Verdict::says_something);
        for level in self.levels.iter().filter(says_something) {
            found.push(Finding::Level(self.standing(level)));
        }
        for area in self.areas.iter().filter(|area| area.verdict().is_some_and(Verdict::is_low)) {
            found.push(Finding::AreaLow(self.standing(area)));
        }
        let parts = || self.levels.iter().chain(self.areas);
        let too_few = parts().filter(|part| part.conclusion.is(Verdict::TooFew));
        found.extend(too_few.map(|part| Finding::TooFew(self.standing(part))));
        let open = parts().filter(|part| part.conclusion.is_undetermined());
        found.extend(open.map(|part| Finding::Undetermined(self.standing(part))));
        let empty = parts().filter(|part| part.conclusion.is(Verdict::NoData));
        found.extend(empty.map(|part| Finding::NoData { scope: part.scope }));
        if self.whole.not_stated != Bounds::ZERO {
            found.push(Finding::NotStated { people: self.whole.not_stated });
        }
        found
    }

    /// The one sentence on top.
    pub fn headline(&self) -> Headline {
        let Some(verdict) = self.whole.verdict() else { return Headline::Undetermined };
        let low = self.levels.iter().filter(|level| level.verdict().is_some_and(Verdict::is_low));
        let disappears = self.level_equity.city_disappears_at.value().flatten();
        let strength = self.diversity_without_equity.conclusion.value();
        match (verdict, strength, disappears, low.count()) {
            (Verdict::NoData, ..) if 0 < self.missing_cells && self.missing_cells < self.cells => {
                Headline::Incomplete { missing_cells: self.missing_cells }
            }
            (Verdict::NoData, ..) => Headline::NoFigures,
            (Verdict::TooFew, ..) => {
                Headline::TooFew { people: self.whole.base.low, focus: self.whole.focus.low }
            }
            (_, Some(strength @ (Strength::Likely | Strength::Clear)), level, _) => {
                Headline::DiversityWithoutEquity { strength, level }
            }
            (Verdict::Below, ..) => Headline::Below { maybe: false },
            (Verdict::MaybeBelow, ..) => Headline::Below { maybe: true },
            (_, _, Some(level), _) => Headline::CityDisappears { level },
            (.., levels @ 1..) => Headline::SomeLevelsLow { levels },
            (_, Some(strength @ Strength::CannotBeTold), level, _) => {
                Headline::DiversityWithoutEquity { strength, level }
            }
            (Verdict::InLine, ..) => Headline::InLine { levels: self.levels.len() },
            (Verdict::MaybeAbove, ..) => Headline::Above { maybe: true },
            (Verdict::Above, ..) => Headline::Above { maybe: false },
        }
    }

    fn standing(&self, result: &ScopeResult) -> Standing {
        Standing {
            scope: result.scope,
            people: result.base,
            focus: result.focus,
            benchmark: self.benchmark,
            needed: result.representation.and_then(|counts| counts.needed_by_replacement),
            p: result.representation.and_then(|counts| counts.p),
            conclusion: result.conclusion.clone(),
        }
    }

    fn pattern(&self) -> Option<Finding> {
        let strength = self.diversity_without_equity.conclusion.value()?;
        let theta = self.level_equity.superiority.ok().and_then(|s| s.theta.value());
        let level = self.level_equity.city_disappears_at.value().flatten();
        (strength != Strength::Absent).then_some(Finding::DiversityWithoutEquity {
            strength,
            theta,
            level,
        })
    }

    fn about_groups(&self, found: &mut Vec<Finding>) {
        if let Some(counts) = self.whole.representation
            && counts.people > 0
            && (counts.focus == 0 || counts.focus == counts.people)
        {
            let in_focus = counts.focus > 0;
            found.push(Finding::AllFromOneGroup { in_focus, people: counts.people });
        }
        let in_line = |result: &ScopeResult| result.conclusion.is(Verdict::InLine);
        let is_silent =
            |result: &ScopeResult| result.verdict().is_some_and(|v| !v.says_something());
        if in_line(self.whole)
            && self.levels.iter().any(in_line)
            && self.levels.iter().all(|level| in_line(level) || is_silent(level))
        {
            found.push(Finding::EverythingInLine);
        }
    }

    fn about_level_order(&self, found: &mut Vec<Finding>) {
        let equity = self.level_equity;
        if let Some(level) = equity.city_disappears_at.value().flatten() {
            found.push(Finding::CityDisappears { level });
        }
        if let Some(ceiling) = equity.ceiling.value().flatten() {
            found.push(Finding::Ceiling { level: ceiling.level, possible: ceiling.possible });
        }
        let says_something = self.whole.verdict().is_none_or(Verdict::says_something);
        if says_something
            && let Ok(superiority) = equity.superiority
            && let (Some(theta), Some(p)) = (superiority.theta.value(), superiority.test.p.value())
        {
            let beyond_chance = p <= self.method.alpha.fraction();
            found.push(Finding::Superiority { theta, p, beyond_chance });
        }
    }
}
