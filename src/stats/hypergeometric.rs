//! The number of marked items in a draw without replacement.
//!
//! What it is for: 2x2 tables with fixed margins ([`super::fisher`]) and units of a randomly
//! allocated total ([`super::segregation`]).
//!
//! What is absent: sums; read [`super::two_sided`].

use super::probability::{Odds, ln_binomial};
use super::two_sided::CountDistribution;

/// `draws` items out of a population holding `marked` and `unmarked` ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hypergeometric {
    marked: u64,
    unmarked: u64,
    draws: u64,
    odds_of_being_drawn: Odds,
}

impl Hypergeometric {
    /// `None` when the count cannot vary: nothing marked or unmarked, nothing or everything drawn.
    pub(super) fn new(marked: u64, unmarked: u64, draws: u64) -> Option<Self> {
        let population = marked.checked_add(unmarked)?;
        if marked == 0 || unmarked == 0 || draws == 0 || draws >= population {
            return None;
        }
        Some(Self {
            marked,
            unmarked,
            draws,
            odds_of_being_drawn: Odds::of(draws as f64 / population as f64)?,
        })
    }

    /// Unmarked items left in the population when `k` marked ones are drawn.
    fn unmarked_left(&self, k: u64) -> u64 {
        self.unmarked + k - self.draws
    }
}

impl CountDistribution for Hypergeometric {
    fn lowest(&self) -> u64 {
        self.draws.saturating_sub(self.unmarked)
    }

    fn highest(&self) -> u64 {
        self.draws.min(self.marked)
    }

    fn mode(&self) -> u64 {
        let chances = (u128::from(self.draws) + 1) * (u128::from(self.marked) + 1);
        let mode = chances / (u128::from(self.marked) + u128::from(self.unmarked) + 2);
        (mode as u64).clamp(self.lowest(), self.highest())
    }

    // Three binomials share one probability, which cancels (C. Loader, 2000, section 3).
    fn ln_probability(&self, k: u64) -> f64 {
        let odds = self.odds_of_being_drawn;
        ln_binomial(k, self.marked, odds) + ln_binomial(self.draws - k, self.unmarked, odds)
            - ln_binomial(self.draws, self.marked + self.unmarked, odds)
    }

    fn rise(&self, k: u64) -> f64 {
        ((self.marked - k) as f64 * (self.draws - k) as f64)
            / ((k + 1) as f64 * self.unmarked_left(k + 1) as f64)
    }

    fn fall(&self, k: u64) -> f64 {
        (k as f64 * self.unmarked_left(k) as f64)
            / ((self.marked - k + 1) as f64 * (self.draws - k + 1) as f64)
    }

    fn mirrored(&self) -> Self {
        Self { marked: self.unmarked, unmarked: self.marked, ..*self }
    }

    fn mirror(&self, k: u64) -> u64 {
        self.draws - k
    }
}
