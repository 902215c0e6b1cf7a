//! How large a group must be before even "none at all" can be told from chance.
//!
//! What it is for: the size below which a comparison says nothing.
//!
//! What is absent: the test itself; read [`super::binomial`].

use super::binomial::{Binomial, two_sided_p};
use super::probability::Odds;
use super::two_sided::{CountDistribution, TIE_TOLERANCE};

/// Least n from which on the two-sided p at x = 0 stays at or below `alpha`.
///
/// 1 means that a single observation already tells. The p at x = 0 does not fall steadily: it
/// jumps up when an outcome on the far side becomes as likely as 0. "From which on" is
/// therefore proved, not tried.
///
/// - Beyond `ceiling` (see there) p is bounded by a falling function that is <= alpha.
/// - Below it, whole stretches m..=M of n are ruled out at once. The first far-side outcome no
///   likelier than 0 has index K with C(n,K) (b/(1-b))^K <= 1 + 1e-7; the left side grows with
///   n, so K never falls, and P(K_M >= k) grows with the number of trials. Hence for all n in
///   m..=M: p <= (1-b)^m + P(at least K(m) in M trials), with equality when m = M.
///
/// Undefined (`None`) when b = 0, b is not a probability, or alpha is not above 0.
///
/// ```
/// use byspejl::stats::telling_size::smallest_telling_size;
/// assert_eq!(smallest_telling_size(0.2891, 0.05), Some(11));
/// ```
pub fn smallest_telling_size(b: f64, alpha: f64) -> Option<u64> {
    let odds = Odds::of(b)?;
    if odds.success == 0.0 || alpha.is_nan() || alpha <= 0.0 {
        return None;
    }
    if alpha >= 1.0 || odds.failure == 0.0 {
        return Some(1);
    }
    // p is at least (1-b)^n, so nothing below this n can tell.
    let floor = (libm::log(alpha) / libm::log1p(-b)).max(1.0) as u64;
    let ceiling = ceiling(odds, alpha, floor);
    Some(last_untelling(floor, ceiling, odds, alpha).map_or(floor, |n| n + 1))
}

/// An n at and beyond which p at x = 0 certainly stays <= alpha.
///
/// For far-side K >= 1 with P(K) <= (1-b)^n (1 + 1e-7): Chernoff's bound on the tail from K is
/// at most sqrt(8 K (n-K) / n) P(K) (R. Ash, Information Theory, 1965, lemma 4.7.1), so
/// p <= (1-b)^n (1 + (1 + 1e-7) sqrt(2n)). The bound falls once n >= 1 / (-2 ln(1-b)).
fn ceiling(odds: Odds, alpha: f64, floor: u64) -> u64 {
    let decay = -libm::log1p(-odds.success);
    let ln_alpha = libm::log(alpha);
    let mut n = (floor as f64).max(0.5 / decay);
    // n is past the crossing of n with (ln(1 + sqrt(2n)) - ln alpha) / decay as soon as the
    // latter is no longer the greater: from 0.5 / decay on it grows slower than n.
    loop {
        let growth = libm::log(1.0 + (1.0 + TIE_TOLERANCE) * (2.0 * n).sqrt());
        let next = (growth - ln_alpha) / decay;
        if next <= n {
            return n as u64 + 1;
        }
        n = next + 1.0;
    }
}

/// The largest n in `first..=last` whose p at x = 0 exceeds alpha.
fn last_untelling(first: u64, last: u64, odds: Odds, alpha: f64) -> Option<u64> {
    if first == last {
        let p = two_sided_p(0, first, odds.success)?;
        return (p > alpha).then_some(first);
    }
    if bound(first, last, odds) <= alpha {
        return None;
    }
    let middle = first + (last - first) / 2;
    last_untelling(middle + 1, last, odds, alpha)
        .or_else(|| last_untelling(first, middle, odds, alpha))
}

/// An upper bound on p at x = 0 for every n in `first..=last`.
fn bound(first: u64, last: u64, odds: Odds) -> f64 {
    let shortest = Binomial::new(first, odds);
    let none = libm::exp(shortest.ln_probability(0));
    let mut far = shortest.mode();
    let mut likelihood = libm::exp(shortest.ln_probability(far) - shortest.ln_probability(0));
    if !likelihood.is_finite() {
        return 1.0;
    }
    while far <= first && likelihood > 1.0 + TIE_TOLERANCE {
        likelihood *= if far < first { shortest.rise(far) } else { 0.0 };
        far += 1;
    }
    none + Binomial::new(last, odds).upper_tail(far)
}
