//! The exact binomial test: is x out of n surprising when each has probability b?
//!
//! What it is for: the two-sided p-value behind every comparison of a count with a benchmark.
//!
//! What is absent: intervals ([`super::clopper_pearson`]), how large n must be
//! ([`super::telling_size`]), and corrections for asking many times ([`super::holm`]).

use super::probability::{Odds, ln_binomial};
use super::two_sided::{CountDistribution, lower_tail_in_units_of_its_end, sum_of_no_likelier};

/// The number of successes in `trials` independent trials with the same odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Binomial {
    trials: u64,
    odds: Odds,
}

impl Binomial {
    /// `trials` draws, each a success with probability `odds.success`.
    pub fn new(trials: u64, odds: Odds) -> Self {
        Self { trials, odds }
    }

    /// P(K <= x): 1 when x reaches the number of trials.
    ///
    /// For 2 trials at even odds, P(K <= 1) = 0.75.
    pub fn lower_tail(&self, x: u64) -> f64 {
        if x >= self.trials {
            return 1.0;
        }
        if self.odds.failure == 0.0 {
            return 0.0;
        }
        if self.odds.success == 0.0 {
            return 1.0;
        }
        // Above the mode the complement is the shorter sum, and far from 1.
        if x > self.mode() {
            return 1.0 - self.upper_tail(x + 1);
        }
        libm::exp(self.ln_probability(x)) * lower_tail_in_units_of_its_end(self, x)
    }

    /// P(K >= x): 1 at x = 0, 0 beyond the number of trials.
    ///
    /// For 2 trials at even odds, P(K >= 1) = 0.75.
    pub fn upper_tail(&self, x: u64) -> f64 {
        if x > self.trials {
            return 0.0;
        }
        self.mirrored().lower_tail(self.trials - x)
    }
}

impl CountDistribution for Binomial {
    fn lowest(&self) -> u64 {
        0
    }

    fn highest(&self) -> u64 {
        self.trials
    }

    fn mode(&self) -> u64 {
        let mode = ((self.trials as f64 + 1.0) * self.odds.success) as u64;
        mode.min(self.trials)
    }

    fn ln_probability(&self, k: u64) -> f64 {
        ln_binomial(k, self.trials, self.odds)
    }

    fn rise(&self, k: u64) -> f64 {
        ((self.trials - k) as f64 * self.odds.success) / ((k + 1) as f64 * self.odds.failure)
    }

    fn fall(&self, k: u64) -> f64 {
        (k as f64 * self.odds.failure) / ((self.trials - k + 1) as f64 * self.odds.success)
    }

    fn mirrored(&self) -> Self {
        Self::new(self.trials, self.odds.mirrored())
    }

    fn mirror(&self, k: u64) -> u64 {
        self.trials - k
    }
}

/// Two-sided exact binomial p-value of `x` successes in `n` trials with probability `b` each.
///
/// 1 means that x is a most likely outcome; small means hard to explain by chance. Definition:
/// the sum of P(k) over all k with P(k) <= P(x) (1 + 1e-7), as R `binom.test` and SciPy
/// `binomtest`. At b = 0 or b = 1 the only possible outcome has p = 1 and every other p = 0.
///
/// Undefined (`None`) when n = 0, x > n, or b is not a probability.
///
/// ```
/// use byspejl::stats::binomial::two_sided_p;
/// let p = two_sided_p(4, 40, 0.2891).unwrap();
/// assert!((p - 0.007_855_613_858_689).abs() < 1e-14);
/// assert_eq!(two_sided_p(0, 0, 0.2891), None);
/// ```
pub fn two_sided_p(x: u64, n: u64, b: f64) -> Option<f64> {
    let odds = Odds::of(b)?;
    if n == 0 || x > n {
        return None;
    }
    if odds.success == 0.0 || odds.failure == 0.0 {
        let certain = if odds.success == 0.0 { 0 } else { n };
        return Some(if x == certain { 1.0 } else { 0.0 });
    }
    Some(sum_of_no_likelier(&Binomial::new(n, odds), x))
}
