//! Representation of the focus group in one scope (methods, section 1).
//!
//! Here is [`Representation`] for exact counts. Absent: verdicts and hidden cells.
//! Read next: [`super::verdict`].

pub use crate::stats::clopper_pearson::Interval;

use super::method::Method;
use crate::stats::{binomial, clopper_pearson};
use crate::workforce::Share;

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

impl Representation {
    /// Compares `focus` of `people` with a benchmark share. Everything undefined when the counts
    /// are impossible (`focus > people`) is undefined here too.
    pub fn of(focus: u64, people: u64, benchmark: Share, method: &Method) -> Representation {
        let p = binomial::two_sided_p(focus, people, benchmark.fraction());
        Representation::with_p(focus, people, benchmark, method, p)
    }

    /// As [`Representation::of`] where the p has been computed already.
    pub(crate) fn with_p(
        focus: u64,
        people: u64,
        benchmark: Share,
        method: &Method,
        p: Option<f64>,
    ) -> Representation {
        let share = Share::of(focus, people);
        let b = benchmark.fraction();
        Representation {
            people,
            focus,
            benchmark,
            share,
            ratio: share.filter(|_| benchmark.part() > 0).map(|s| s.fraction() / b),
            gap_points: share.map(|s| 100.0 * (s.fraction() - b)),
            shortfall_persons: shortfall_persons(focus, people, benchmark),
            needed_by_replacement: needed(focus, people, benchmark, benchmark.whole()),
            needed_by_growth: needed(focus, people, benchmark, benchmark.complement().part()),
            p,
            interval: clopper_pearson::interval(focus, people, method.confidence.fraction()),
        }
    }
}

/// d = b n - x, persons. One division of whole numbers, so 28.91 of 100 against 28.91 % is 0.
pub(crate) fn shortfall_persons(focus: u64, people: u64, benchmark: Share) -> f64 {
    let expected = u128::from(benchmark.part()) * u128::from(people);
    let present = u128::from(focus).saturating_mul(benchmark.whole().into());
    let distance = expected.abs_diff(present) as f64 / benchmark.whole() as f64;
    if expected >= present { distance } else { -distance }
}

/// ceil((b n - x) whole / divisor) where there is a shortfall.
fn needed(focus: u64, people: u64, benchmark: Share, divisor: u64) -> Option<u64> {
    let expected = u128::from(benchmark.part()) * u128::from(people);
    let present = u128::from(focus).saturating_mul(benchmark.whole().into());
    let short = expected.checked_sub(present).filter(|&short| short > 0)?;
    (divisor > 0).then(|| short.div_ceil(divisor.into()) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city() -> Share {
        Share::from_basis_points(2891).expect("below one")
    }

    #[test]
    fn a_hand_calculation_agrees() {
        let care = Representation::of(25, 200, city(), &Method::default());
        assert_eq!(care.share.map(Share::fraction), Some(0.125));
        assert!((care.ratio.expect("people") - 0.432_376).abs() < 1e-6);
        assert!((care.gap_points.expect("people") + 16.41).abs() < 1e-12);
        assert!((care.shortfall_persons - 32.82).abs() < 1e-12);
        assert_eq!(care.needed_by_replacement, Some(33));
        // 32.82 / 0.7109 = 46.17
        assert_eq!(care.needed_by_growth, Some(47));
    }

    #[test]
    fn nobody_has_no_share_and_no_p() {
        let nobody = Representation::of(0, 0, city(), &Method::default());
        assert_eq!((nobody.share, nobody.ratio, nobody.gap_points), (None, None, None));
        assert_eq!((nobody.p, nobody.interval), (None, None));
        assert_eq!((nobody.shortfall_persons, nobody.needed_by_replacement), (0.0, None));
    }

    #[test]
    fn an_exact_mirror_needs_nobody() {
        let exact = Representation::of(2891, 10_000, city(), &Method::default());
        assert_eq!(exact.shortfall_persons, 0.0);
        assert_eq!((exact.needed_by_replacement, exact.needed_by_growth), (None, None));
        assert_eq!(exact.ratio, Some(1.0));
    }

    #[test]
    fn a_benchmark_of_everybody_cannot_be_reached_by_growth() {
        let all = Share::of(1, 1).expect("everybody");
        let some = Representation::of(3, 10, all, &Method::default());
        assert_eq!((some.needed_by_replacement, some.needed_by_growth), (Some(7), None));
    }

    #[test]
    fn a_benchmark_of_nobody_has_no_ratio() {
        let none = Share::of(0, 1).expect("nobody");
        let some = Representation::of(3, 10, none, &Method::default());
        assert_eq!((some.ratio, some.shortfall_persons), (None, -3.0));
    }
}
