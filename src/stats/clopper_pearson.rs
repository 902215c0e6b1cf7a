//! The exact interval of Clopper and Pearson (1934) for a binomial probability.
//!
//! What it is for: the range of probabilities that the observed count does not contradict. It is
//! exact in the sense that it never covers less often than it promises.
//!
//! What is absent: tests; read [`super::binomial`].

use super::binomial::Binomial;
use super::probability::{Odds, ln_binomial};

/// The two ends of an interval for a probability, `low <= high`, both in 0..=1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end: 0 when nothing was observed.
    pub low: f64,
    /// Upper end: 1 when everything was observed.
    pub high: f64,
}

/// Exact interval for the probability behind `x` successes in `n` trials.
///
/// `confidence` is a fraction, 0.95 for the usual interval. `low` solves P(K >= x) =
/// (1 - confidence) / 2 and is 0 at x = 0; `high` solves P(K <= x) = the same and is 1 at x = n.
///
/// Undefined (`None`) when n = 0, x > n, or confidence is not strictly between 0 and 1.
///
/// ```
/// use byspejl::stats::clopper_pearson::interval;
/// let interval = interval(0, 10, 0.95).unwrap();
/// assert_eq!(interval.low, 0.0);
/// assert!((interval.high - 0.308_497_107_818_763).abs() < 1e-14);
/// ```
pub fn interval(x: u64, n: u64, confidence: f64) -> Option<Interval> {
    if n == 0 || x > n || !(confidence > 0.0 && confidence < 1.0) {
        return None;
    }
    let tail = (1.0 - confidence) / 2.0;
    let all_alike = libm::log(tail) / n as f64;
    let low = match x {
        0 => 0.0,
        _ if x == n => libm::exp(all_alike),
        _ => solve(Tail::Upper, x, n, tail),
    };
    let high = match x {
        _ if x == n => 1.0,
        0 => -libm::expm1(all_alike),
        _ => solve(Tail::Lower, x, n, tail),
    };
    Some(Interval { low, high })
}

#[derive(Clone, Copy)]
enum Tail {
    Lower,
    Upper,
}

/// The probability at which the tail that ends in `x` (0 < x < n) equals `target`.
///
/// Halley's iteration: a tail's first derivative is a multiple of the binomial probability at
/// its end, and the second a rational multiple of the first, so neither costs another sum.
/// A bracket guards every step.
fn solve(tail: Tail, x: u64, n: u64, target: f64) -> f64 {
    let (successes, failures, trials) = (x as f64, (n - x) as f64, n as f64);
    let (mut below, mut above) = (0.0, 1.0);
    let mut p = first_guess(tail, successes, failures, target).clamp(1e-300, 1.0 - f64::EPSILON);
    // Three rounds are usual; the limit only bounds the bisection of a hopeless first guess.
    for _ in 0..100 {
        let q = 1.0 - p;
        let odds = Odds { success: p, failure: q };
        let end = libm::exp(ln_binomial(x, n, odds));
        let binomial = Binomial::new(n, odds);
        let (excess, slope, curvature) = match tail {
            Tail::Lower => (
                binomial.lower_tail(x) - target,
                -failures * end / q,
                successes / p - (failures - 1.0) / q,
            ),
            Tail::Upper => (
                binomial.upper_tail(x) - target,
                successes * end / p,
                (successes - 1.0) / p - failures / q,
            ),
        };
        if (excess > 0.0) == matches!(tail, Tail::Lower) {
            below = p;
        } else {
            above = p;
        }
        let newton = excess / slope;
        let step = newton / (1.0 - 0.5 * newton * curvature).max(0.5);
        let next = p - step;
        if !(next > below && next < above) {
            if step.abs() <= f64::EPSILON * p {
                return p;
            }
            p = 0.5 * (below + above);
            continue;
        }
        p = next;
        // Convergence is cubic: the error left is about step^3 over the variance of x / n.
        if step.abs() * step * step * trials <= 1e-18 * p * q * p.min(q) {
            return p;
        }
    }
    p
}

/// Pratt's approximation to the limits (C. Blyth, 1986, "Approximate binomial confidence
/// limits"), good to about three digits, which saves rounds; no result depends on it.
fn first_guess(tail: Tail, successes: f64, failures: f64, target: f64) -> f64 {
    match tail {
        Tail::Lower => pratt_upper_limit(successes, failures, target),
        Tail::Upper => 1.0 - pratt_upper_limit(failures, successes, target),
    }
}

fn pratt_upper_limit(successes: f64, failures: f64, target: f64) -> f64 {
    let z = rough_normal_quantile(target);
    let (a, n) = (successes + 1.0, successes + failures);
    let root = (9.0 * a * failures * (9.0 * n + 5.0 - z * z) + n + 1.0).max(0.0).sqrt();
    let numerator = 81.0 * a * failures - 9.0 * n - 8.0 - 3.0 * z * root;
    let denominator = 81.0 * a * a - 9.0 * a * (2.0 + z * z) + 1.0;
    let ratio = (numerator / denominator).max(0.0);
    let odds_against = (a / failures) * (a / failures) * ratio * ratio * ratio;
    1.0 / (1.0 + odds_against)
}

/// z with upper tail probability `tail` under the normal curve, to 4.5e-4 (M. Abramowitz and
/// I. Stegun, 1964, formula 26.2.23); negative for tails above one half.
fn rough_normal_quantile(tail: f64) -> f64 {
    let t = (-2.0 * libm::log(tail.min(1.0 - tail))).sqrt();
    let z = t
        - (2.515_517 + t * (0.802_853 + t * 0.010_328))
            / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)));
    if tail > 0.5 { -z } else { z }
}
