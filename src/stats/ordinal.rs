//! Two groups on ordered categories: which of them stands higher?
//!
//! What it is for: the probability of superiority, the net difference and the Mann-Whitney test
//! with ties. Categories are given from lowest to highest, one count per category and group.
//!
//! What is absent: indices that ignore the order ([`super::segregation`]) and the counting
//! behind the exact test ([`super::rank_sum`]).

use super::rank_sum;

/// Up to this many people the test is exact; above it the normal curve serves.
pub const LARGEST_EXACT_TOTAL: u64 = 150;

/// How a p-value was calculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calculation {
    /// By counting all allocations with the same margins.
    Exact,
    /// By the normal curve with tie and continuity correction.
    Normal,
}

/// The outcome of the Mann-Whitney test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// Two-sided p-value: 1 when the groups stand equally high, small when chance explains it badly.
    pub p: f64,
    /// Exact up to 150 people in all, normal above.
    pub calculation: Calculation,
}

/// Probability that one drawn from `focus` stands higher than one drawn from `other`, ties
/// counted half.
///
/// 0.5 means equal chances of standing higher; 0 means that all of `other` stand above all of
/// `focus`, 1 the reverse. Counts per category, lowest first.
///
/// Undefined (`None`) when either group is empty or the slices differ in length.
///
/// ```
/// use byspejl::stats::ordinal::probability_of_superiority;
/// assert_eq!(probability_of_superiority(&[8, 1, 1], &[2, 4, 4]), Some(0.2));
/// ```
pub fn probability_of_superiority(focus: &[u64], other: &[u64]) -> Option<f64> {
    let pairs = Pairs::count(focus, other)?;
    Some(pairs.twice_wins as f64 / (2.0 * pairs.total()))
}

/// Net difference (Lieberson 1976): probability of standing higher minus that of standing lower.
///
/// 0 means equal chances; -1 that all of `other` stand above all of `focus`, 1 the reverse.
/// Equal to twice the probability of superiority minus 1, and undefined where that is.
///
/// ```
/// use byspejl::stats::ordinal::net_difference;
/// assert_eq!(net_difference(&[8, 1, 1], &[2, 4, 4]), Some(-0.6));
/// ```
pub fn net_difference(focus: &[u64], other: &[u64]) -> Option<f64> {
    let pairs = Pairs::count(focus, other)?;
    Some(pairs.twice_deviation() / pairs.total())
}

/// Mann-Whitney test, two-sided by |U - mean|: exact while at most 150 people, else normal.
///
/// Undefined (`None`) when either group is empty or the slices differ in length.
///
/// ```
/// use byspejl::stats::ordinal::{Calculation, mann_whitney};
/// let test = mann_whitney(&[8, 1, 1], &[2, 4, 4]).unwrap();
/// assert_eq!(test.calculation, Calculation::Exact);
/// assert!((test.p - 0.018_142_847_864_21).abs() < 1e-14);
/// ```
pub fn mann_whitney(focus: &[u64], other: &[u64]) -> Option<MannWhitney> {
    let total = Pairs::count(focus, other)?.people();
    let calculation = if total <= u128::from(LARGEST_EXACT_TOTAL) {
        Calculation::Exact
    } else {
        Calculation::Normal
    };
    let p = match calculation {
        Calculation::Exact => exact_p(focus, other),
        Calculation::Normal => normal_p(focus, other),
    }?;
    Some(MannWhitney { p, calculation })
}

/// The exact conditional p-value, whatever the size (up to [`rank_sum::LARGEST_TOTAL`] people).
///
/// Share of all ways to choose the focus group among the people of the table whose |U - mean| is
/// at least the observed one.
///
/// Undefined (`None`) when either group is empty, the slices differ in length, or the table is
/// larger than that.
pub fn exact_p(focus: &[u64], other: &[u64]) -> Option<f64> {
    Pairs::count(focus, other)?;
    rank_sum::two_sided_p(focus, other)
}

/// The normal approximation of the Mann-Whitney p-value with tie and continuity correction.
///
/// The same as SciPy `mannwhitneyu(method="asymptotic", use_continuity=True)`; 1 when everybody
/// stands in one category. Undefined where [`mann_whitney`] is.
pub fn normal_p(focus: &[u64], other: &[u64]) -> Option<f64> {
    let pairs = Pairs::count(focus, other)?;
    let people = pairs.people() as f64;
    let ties: f64 = focus
        .iter()
        .zip(other)
        .map(|(&f, &o)| f as f64 + o as f64)
        .map(|tied| tied * (tied * tied - 1.0))
        .sum();
    let variance = pairs.total() / 12.0 * (people + 1.0 - ties / (people * (people - 1.0)));
    let excess = 0.5 * pairs.twice_deviation().abs() - 0.5;
    if variance <= 0.0 || excess <= 0.0 {
        return Some(1.0);
    }
    Some(libm::erfc(excess / (2.0 * variance).sqrt()))
}

/// All pairs of one from each group. Wins are doubled, so that a tie is a whole number.
struct Pairs {
    focus: u128,
    other: u128,
    twice_wins: u128,
}

impl Pairs {
    fn count(focus: &[u64], other: &[u64]) -> Option<Self> {
        if focus.len() != other.len() {
            return None;
        }
        let (mut above, mut below, mut twice_wins) = (0, 0, 0);
        for (&f, &o) in focus.iter().zip(other) {
            let (f, o) = (u128::from(f), u128::from(o));
            twice_wins += f * (2 * below + o);
            above += f;
            below += o;
        }
        (above > 0 && below > 0).then_some(Self { focus: above, other: below, twice_wins })
    }

    fn people(&self) -> u128 {
        self.focus + self.other
    }

    fn total(&self) -> f64 {
        (self.focus * self.other) as f64
    }

    /// 2 (U - mean), where the mean of U is half the number of pairs.
    fn twice_deviation(&self) -> f64 {
        let pairs = self.focus * self.other;
        if self.twice_wins >= pairs {
            (self.twice_wins - pairs) as f64
        } else {
            -((pairs - self.twice_wins) as f64)
        }
    }
}
