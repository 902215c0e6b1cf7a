//! What is assumed about a year's turnover, and the ladder of levels it is applied to (methods,
//! section 7).
//!
//! Here are the [`Assumptions`] and the expected numbers when hires mirror the benchmark. Absent:
//! the year step itself ([`crate::stats::projection`]), the three paths ([`super::paths`]). Always
//! to be labelled: an expectation to compare with, not a hiring target.

use crate::stats::projection::{Level, path};
use crate::workforce::Share;

/// Hundredths of a percent in one.
const WHOLE: f64 = 10_000.0;

/// What is assumed about a year's turnover: defaults, and the user's own figures over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumptions {
    /// Share of a level's people who leave in a year. Default 12 %.
    pub exit_rate: Share,
    /// Share of the top level's vacancies filled from the level below. Default one half.
    pub top_promoted_share: Share,
    /// Share of every other level's vacancies filled from the level below. Default one quarter;
    /// none at the lowest level, which has no level below.
    pub promoted_share: Share,
    /// The user's own figures, entry first; levels beyond its end have none.
    pub own: Vec<OwnRates>,
}

/// A level's own figures; the default holds where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnRates {
    /// Share of the level's people who leave in a year.
    pub exit: Option<Share>,
    /// Growth of the headcount a year in hundredths of a percent: -200 is 2 % fewer each year.
    /// No growth without it.
    pub growth: Option<i32>,
    /// Share of the level's vacancies filled from the level below.
    pub filled_from_below: Option<Share>,
    /// Focus share of those hired from outside, as the organisation hires today. The level's
    /// present share without it.
    pub outside_share: Option<Share>,
}

impl OwnRates {
    /// Whether they change what to expect when hires mirror the benchmark. The share of outside
    /// hires does not: there it is the benchmark's.
    pub fn change_the_expected(&self) -> bool {
        OwnRates { outside_share: None, ..*self } != OwnRates::default()
    }
}

/// The defaults of the methods page: assumptions, not measurements.
pub const DEFAULT: Assumptions = Assumptions {
    exit_rate: hundredths(12),
    top_promoted_share: hundredths(50),
    promoted_share: hundredths(25),
    own: Vec::new(),
};

const fn hundredths(points: u64) -> Share {
    match Share::of(points, 100) {
        Some(share) => share,
        None => panic!("a default assumption is above 100 %"),
    }
}

impl Default for Assumptions {
    fn default() -> Assumptions {
        DEFAULT
    }
}

impl Assumptions {
    /// Whether nobody has replaced the defaults; the text then says "assumption".
    pub fn are_default(&self) -> bool {
        let Assumptions { exit_rate, top_promoted_share, promoted_share, own } = self;
        *exit_rate == DEFAULT.exit_rate
            && *top_promoted_share == DEFAULT.top_promoted_share
            && *promoted_share == DEFAULT.promoted_share
            && own.iter().all(|own| *own == OwnRates::default())
    }

    /// The user's own figures for a level, index from 0 at entry.
    pub fn own(&self, level: usize) -> OwnRates {
        self.own.get(level).copied().unwrap_or_default()
    }

    /// The share of a level that leaves in a year.
    pub fn exit(&self, level: usize) -> Share {
        self.own(level).exit.unwrap_or(self.exit_rate)
    }

    /// Growth a year in hundredths of a percent.
    pub fn growth(&self, level: usize) -> i32 {
        self.own(level).growth.unwrap_or(0)
    }

    /// The share of a level's vacancies filled from the level below; `None` at the lowest level.
    pub fn filled_from_below(&self, level: usize, is_top: bool) -> Option<Share> {
        let default = if is_top { self.top_promoted_share } else { self.promoted_share };
        (level > 0).then(|| self.own(level).filled_from_below.unwrap_or(default))
    }

    /// N_T: the headcount planned for a level of `people` in so many years, in whole persons,
    /// rounded half up.
    pub fn planned(&self, level: usize, people: u64, years: u8) -> u64 {
        match self.growth(level) {
            0 => people,
            growth => {
                let factor = 1.0 + f64::from(growth) / WHOLE;
                let planned = (0..years).fold(people as f64, |people, _| people * factor);
                (planned + 0.5).floor() as u64
            }
        }
    }
}

/// A run of neighbouring levels with known counts, entry first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The index of its lowest level, from 0 at entry.
    pub first: usize,
    /// Per level: focus, people.
    pub counts: Vec<(u64, u64)>,
    /// Whether the last one is the top of the whole ladder.
    pub reaches_top: bool,
}

impl Run {
    /// All runs of a ladder whose counts are known where there is `Some`, entry first.
    pub fn all(ladder: &[Option<(u64, u64)>]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (level, counts) in ladder.iter().enumerate() {
            let Some(counts) = *counts else { continue };
            let reaches_top = level + 1 == ladder.len();
            match runs.last_mut().filter(|run| run.first + run.counts.len() == level) {
                Some(run) => {
                    run.counts.push(counts);
                    run.reaches_top = reaches_top;
                }
                None => runs.push(Run { first: level, counts: vec![counts], reaches_top }),
            }
        }
        runs
    }

    /// The levels at the start. Those outside the run neither send nor receive anybody.
    /// `outside_share` is given a level's index in the whole ladder and its present share.
    pub fn levels(
        &self,
        assumptions: &Assumptions,
        outside_share: impl Fn(usize, f64) -> f64,
    ) -> Vec<Level> {
        let last = self.counts.len().saturating_sub(1);
        let level = |(index, &(focus, people)): (usize, &(u64, u64))| {
            let level = self.first + index;
            let is_top = index == last && self.reaches_top;
            let filled = assumptions.filled_from_below(level, is_top).filter(|_| index > 0);
            let share = if people > 0 { focus as f64 / people as f64 } else { 0.0 };
            Level {
                headcount: people as f64,
                focus: focus as f64,
                growth: f64::from(assumptions.growth(level)) / WHOLE,
                exit_rate: assumptions.exit(level).fraction(),
                filled_from_below: filled.map_or(0.0, Share::fraction),
                outside_share: outside_share(level, share),
            }
        };
        self.counts.iter().enumerate().map(level).collect()
    }
}

/// The expected number in focus on each level after `years` years, if hires from outside mirror
/// the benchmark. Persons, one per level of the run.
///
/// Example: one level of 100 people, 10 in focus, benchmark 30 %, exit 12 %: 12.4 after a year,
/// 14.512 after two.
pub fn expected_if_hires_mirror(
    run: &Run,
    benchmark: Share,
    assumptions: &Assumptions,
    years: u8,
) -> Vec<f64> {
    let start = run.levels(assumptions, |_, _| benchmark.fraction());
    let end = path(&start, years.into()).pop().unwrap_or_default();
    end.into_iter().map(|level| level.focus).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_level_moves_towards_the_benchmark_by_its_exits() {
        let run = Run { first: 0, counts: vec![(10, 100)], reaches_top: true };
        let benchmark = Share::of(3, 10).expect("below one");
        let after = |years| expected_if_hires_mirror(&run, benchmark, &DEFAULT, years)[0];
        assert!((after(1) - 12.4).abs() < 1e-12);
        assert!((after(2) - 14.512).abs() < 1e-12);
        assert_eq!(after(0), 10.0);
    }

    #[test]
    fn no_levels_lead_nowhere() {
        let nothing = Run { first: 0, counts: vec![], reaches_top: true };
        let benchmark = Share::of(3, 10).expect("below one");
        assert!(expected_if_hires_mirror(&nothing, benchmark, &DEFAULT, 4).is_empty());
    }

    #[test]
    fn half_of_the_top_vacancies_come_from_below() {
        // Top: 12 leave; 6 come from below at 50 %, 6 from outside at 20 %: 0 + 3 + 1.2.
        let run = Run { first: 0, counts: vec![(50, 100), (0, 100)], reaches_top: true };
        let benchmark = Share::of(1, 5).expect("below one");
        let after = expected_if_hires_mirror(&run, benchmark, &DEFAULT, 1);
        assert!((after[1] - 4.2).abs() < 1e-12);
        // Below: 12 leave and 6 are promoted at 50 %; 18 are hired at 20 %: 50 - 9 + 3.6.
        assert!((after[0] - 44.6).abs() < 1e-12);
    }

    #[test]
    fn own_figures_hold_for_their_level_and_the_defaults_for_the_others() {
        let eight = Share::of(8, 100);
        let own = vec![OwnRates { exit: eight, growth: Some(1_000), ..OwnRates::default() }];
        let assumptions = Assumptions { own, ..DEFAULT };
        assert!(!assumptions.are_default());
        assert_eq!(Some(assumptions.exit(0)), eight);
        assert_eq!(assumptions.exit(1), DEFAULT.exit_rate);
        assert_eq!(assumptions.filled_from_below(0, true), None);
        assert_eq!(assumptions.filled_from_below(2, true), Some(DEFAULT.top_promoted_share));
        // 50, 55, 60.5: half a person up.
        assert_eq!(assumptions.planned(0, 50, 2), 61);
        assert_eq!(assumptions.planned(1, 50, 2), 50);
    }

    #[test]
    fn an_unknown_level_divides_the_ladder() {
        let ladder = [Some((1, 10)), Some((2, 20)), None, Some((3, 30))];
        let lower = Run { first: 0, counts: vec![(1, 10), (2, 20)], reaches_top: false };
        let upper = Run { first: 3, counts: vec![(3, 30)], reaches_top: true };
        assert_eq!(Run::all(&ladder), [lower, upper.clone()]);
        // Nobody is known to stand below, so everybody is hired from outside.
        assert_eq!(upper.levels(&DEFAULT, |_, share| share)[0].filled_from_below, 0.0);
    }
}
