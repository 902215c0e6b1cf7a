//! Two-sided exact p-values: the sum over all outcomes no likelier than the observed one.
//!
//! What it is for: one summation for every single-peaked distribution of a count, used by
//! [`super::binomial`] and [`super::fisher`].
//!
//! What is absent: the distributions themselves.

/// Outcomes this much likelier than the observed one still count as equally likely, so that
/// rounding cannot split a tie (R `binom.test` and `fisher.test`, SciPy `binomtest`).
pub const TIE_TOLERANCE: f64 = 1e-7;

/// A tail is cut off once what remains cannot change the sum in double precision.
const NEGLIGIBLE: f64 = 1e-17;

/// A distribution of a count whose neighbouring ratios fall as the count rises (log-concave).
pub trait CountDistribution: Sized {
    /// Smallest possible count.
    fn lowest(&self) -> u64;
    /// Largest possible count.
    fn highest(&self) -> u64;
    /// A most probable count.
    fn mode(&self) -> u64;
    /// ln P(k), for k in `lowest..=highest`.
    fn ln_probability(&self, k: u64) -> f64;
    /// P(k + 1) / P(k), for k below `highest`.
    fn rise(&self, k: u64) -> f64;
    /// P(k - 1) / P(k), for k above `lowest`.
    fn fall(&self, k: u64) -> f64;
    /// The distribution of [`CountDistribution::mirror`] of the count.
    fn mirrored(&self) -> Self;
    /// The count seen from the other side; it is its own inverse.
    fn mirror(&self, k: u64) -> u64;
}

/// P(K <= k) / P(k): the lower tail in units of its largest term.
///
/// 1 means that k is the lowest count. Terms are added from k downwards until the geometric
/// bound on the rest is negligible, so even tails of 1e-300 keep their relative accuracy.
pub fn lower_tail_in_units_of_its_end(distribution: &impl CountDistribution, k: u64) -> f64 {
    let lowest = distribution.lowest();
    let mut sum = 1.0;
    let mut term = 1.0;
    let mut k = k;
    while k > lowest {
        let ratio = distribution.fall(k);
        term *= ratio;
        sum += term;
        k -= 1;
        if term * ratio <= sum * NEGLIGIBLE * (1.0 - ratio) {
            break;
        }
    }
    sum
}

/// Sum of P(k) over all k with P(k) <= P(observed) (1 + 1e-7).
///
/// 1 means that no outcome is less surprising than this one; near 0, hardly any is as
/// surprising. Exactly 0 only where the sum is below the smallest double (5e-324).
pub fn sum_of_no_likelier<D: CountDistribution>(distribution: &D, observed: u64) -> f64 {
    let mode = distribution.mode();
    if observed == mode {
        return 1.0;
    }
    if observed > mode {
        let (mode, observed) = (distribution.mirror(mode), distribution.mirror(observed));
        return from_below_the_mode(&distribution.mirrored(), mode, observed);
    }
    from_below_the_mode(distribution, mode, observed)
}

fn from_below_the_mode<D: CountDistribution>(distribution: &D, mode: u64, observed: u64) -> f64 {
    let ln_observed = distribution.ln_probability(observed);
    let ln_peak = distribution.ln_probability(mode);
    let limit = libm::exp(ln_observed - ln_peak) * (1.0 + TIE_TOLERANCE);
    if limit >= 1.0 {
        return 1.0;
    }
    let (mut last, mut likelihood) = (observed, 1.0);
    // Near the peak of a huge table the next outcomes inwards can tie with the observed one.
    while last < mode {
        let next = likelihood * distribution.rise(last);
        if next > 1.0 + TIE_TOLERANCE {
            break;
        }
        (last, likelihood) = (last + 1, next);
    }
    let near =
        libm::exp(ln_observed) * likelihood * lower_tail_in_units_of_its_end(distribution, last);
    let far = libm::exp(ln_peak) * far_tail_in_units_of_the_peak(distribution, mode, limit);
    (near + far).min(1.0)
}

fn far_tail_in_units_of_the_peak(
    distribution: &impl CountDistribution,
    mode: u64,
    limit: f64,
) -> f64 {
    let highest = distribution.highest();
    let mut sum = 0.0;
    let mut term = 1.0;
    let mut k = mode;
    while k < highest {
        let ratio = distribution.rise(k);
        term *= ratio;
        k += 1;
        if term <= limit {
            sum += term;
            if term * ratio <= sum * NEGLIGIBLE * (1.0 - ratio) {
                break;
            }
        }
    }
    sum
}
