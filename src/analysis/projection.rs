//! Where the levels are heading if people leave and are replaced (methods, section 7).
//!
//! Here are the [`Assumptions`] and the path when hires mirror the benchmark. Absent: the year
//! step itself ([`crate::stats::projection`]), and growth, which starts at none.
//! Always to be labelled: an expectation to compare with, not a hiring target.

use crate::stats::projection::{Level, path};
use crate::workforce::Share;

/// What is assumed about a year's turnover until the user gives figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumptions {
    /// Share of a level's people who leave in a year. Default 12 %.
    pub exit_rate: Share,
    /// Share of the top level's vacancies filled from the level below. Default one half.
    pub top_promoted_share: Share,
    /// Share of every other level's vacancies filled from the level below. Default one quarter.
    pub promoted_share: Share,
}

/// The defaults of the methods page: assumptions, not measurements.
pub const DEFAULT: Assumptions = Assumptions {
    exit_rate: hundredths(12),
    top_promoted_share: hundredths(50),
    promoted_share: hundredths(25),
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
        *self == DEFAULT
    }
}

/// A run of neighbouring levels with known counts, entry first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Per level: focus, people.
    pub counts: Vec<(u64, u64)>,
    /// Whether the last one is the top of the whole ladder.
    pub reaches_top: bool,
}

/// The expected number in focus on each level after `years` years, if hires from outside mirror
/// the benchmark and headcounts stay as they are. Persons, one per level of the run.
///
/// Levels outside the run neither send nor receive anybody. Example: one level of 100 people, 10
/// in focus, benchmark 30 %, exit 12 %: 12.4 after a year, 14.512 after two.
pub fn expected_if_hires_mirror(
    run: &Run,
    benchmark: Share,
    assumptions: &Assumptions,
    years: u8,
) -> Vec<f64> {
    let last = run.counts.len().saturating_sub(1);
    let level = |(index, &(focus, people)): (usize, &(u64, u64))| {
        let promoted = match index == last && run.reaches_top {
            true => assumptions.top_promoted_share,
            false => assumptions.promoted_share,
        };
        Level {
            headcount: people as f64,
            focus: focus as f64,
            growth: 0.0,
            exit_rate: assumptions.exit_rate.fraction(),
            filled_from_below: if index == 0 { 0.0 } else { promoted.fraction() },
            outside_share: benchmark.fraction(),
        }
    };
    let start: Vec<Level> = run.counts.iter().enumerate().map(level).collect();
    let end = path(&start, years.into()).pop().unwrap_or_default();
    end.into_iter().map(|level| level.focus).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_level_moves_towards_the_benchmark_by_its_exits() {
        let run = Run { counts: vec![(10, 100)], reaches_top: true };
        let benchmark = Share::of(3, 10).expect("below one");
        let after = |years| expected_if_hires_mirror(&run, benchmark, &DEFAULT, years)[0];
        assert!((after(1) - 12.4).abs() < 1e-12);
        assert!((after(2) - 14.512).abs() < 1e-12);
        assert_eq!(after(0), 10.0);
    }

    #[test]
    fn no_levels_lead_nowhere() {
        let nothing = Run { counts: vec![], reaches_top: true };
        let benchmark = Share::of(3, 10).expect("below one");
        assert!(expected_if_hires_mirror(&nothing, benchmark, &DEFAULT, 4).is_empty());
    }

    #[test]
    fn half_of_the_top_vacancies_come_from_below() {
        // Top: 12 leave; 6 come from below at 50 %, 6 from outside at 20 %: 0 + 3 + 1.2.
        let run = Run { counts: vec![(50, 100), (0, 100)], reaches_top: true };
        let benchmark = Share::of(1, 5).expect("below one");
        let after = expected_if_hires_mirror(&run, benchmark, &DEFAULT, 1);
        assert!((after[1] - 4.2).abs() < 1e-12);
        // Below: 12 leave and 6 are promoted at 50 %; 18 are hired at 20 %: 50 - 9 + 3.6.
        assert!((after[0] - 44.6).abs() < 1e-12);
    }
}
