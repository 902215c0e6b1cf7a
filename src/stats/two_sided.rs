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
    let ln_limit = ln_observed + libm::log1p(TIE_TOLERANCE);
    if distribution.ln_probability(mode) <= ln_limit {
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
    // A guess only: in a symmetric distribution the border lies where the observed count mirrors.
    let guess = mode.saturating_add(mode - observed);
    let far = border_beyond_the_mode(distribution, mode, guess, ln_limit).map_or(0.0, |border| {
        let end = distribution.mirror(border.count);
        let tail = lower_tail_in_units_of_its_end(&distribution.mirrored(), end);
        libm::exp(border.ln_probability) * tail
    });
    (near + far).min(1.0)
}

/// Where the outcomes beyond the mode that are no likelier than the limit begin.
struct Border {
    count: u64,
    ln_probability: f64,
}

/// The least count above the mode with ln P <= `ln_limit`; `None` when even the highest is likelier.
///
/// Probabilities fall beyond the mode, so a bracket that starts as the whole stretch and shrinks
/// with every probe ends at the border. ln P is concave: the line through two neighbouring counts
/// cuts the limit at or above the border, and the cuts close in quadratically, so that two or
/// three probes do whatever the size of the counts. Should they not, halving ends the search.
fn border_beyond_the_mode(
    distribution: &impl CountDistribution,
    mode: u64,
    guess: u64,
    ln_limit: f64,
) -> Option<Border> {
    const MOST_CUTS: u32 = 12;
    let (mut likelier, mut highest) = (mode, distribution.highest());
    let mut found = None;
    let mut probe = guess;
    let mut cuts = 0;
    while likelier < highest {
        let count = probe.clamp(likelier + 1, highest);
        let ln_probability = distribution.ln_probability(count);
        let excess = ln_probability - ln_limit;
        let slope = if excess > 0.0 {
            if count == highest {
                break;
            }
            let rise = libm::log(distribution.rise(count));
            if excess + rise <= 0.0 {
                return Some(Border { count: count + 1, ln_probability: ln_probability + rise });
            }
            likelier = count;
            rise
        } else {
            let fall = libm::log(distribution.fall(count));
            found = Some(Border { count, ln_probability });
            if excess + fall > 0.0 {
                break;
            }
            highest = count - 1;
            -fall
        };
        cuts += 1;
        probe = if cuts <= MOST_CUTS {
            (count as f64 - excess / slope) as u64
        } else {
            likelier + (highest - likelier).div_ceil(2)
        };
    }
    found
}
