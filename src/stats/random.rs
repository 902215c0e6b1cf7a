//! Chance that can be repeated: the same seed gives the same draws on every machine.
//!
//! What it is for: simulated paths and random allocations. The generator is xoshiro256++
//! (D. Blackman & S. Vigna, 2021, "Scrambled linear pseudorandom number generators"), its state
//! filled by SplitMix64 as its authors advise.
//!
//! What is absent: seeds. Pure code is given one, and what is shown names it.

use super::binomial::Binomial;
use super::hypergeometric::Hypergeometric;
use super::probability::Odds;
use super::two_sided::CountDistribution;

/// A stream of draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// The stream of a seed; equal seeds give equal streams.
    pub fn seeded(seed: u64) -> Random {
        let mut at = seed;
        let mut next = || {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (at ^ (at >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        };
        Random { state: [next(), next(), next(), next()] }
    }

    fn next(&mut self) -> u64 {
        let state = &mut self.state;
        let sum = state[0].wrapping_add(state[3]);
        let result = sum.rotate_left(23).wrapping_add(state[0]);
        let shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = state[3].rotate_left(45);
        result
    }

    /// A number from 0 up to, and without, 1; every multiple of 2^-53 is equally likely.
    pub fn uniform(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number whose expectation is `value`: 2.25 becomes 3 once in four times. 0 for
    /// anything that is not above 0.
    pub fn rounded(&mut self, value: f64) -> u64 {
        if value.is_nan() || value <= 0.0 {
            return 0;
        }
        let whole = libm::floor(value);
        whole as u64 + u64::from(self.uniform() < value - whole)
    }

    /// The number of successes in `trials` trials with this probability each. A probability
    /// outside 0 to 1 counts as the nearer end; NaN as 0.
    pub fn binomial(&mut self, trials: u64, probability: f64) -> u64 {
        match Odds::of(probability) {
            _ if trials == 0 => 0,
            Some(odds) if odds.success > 0.0 && odds.failure > 0.0 => {
                self.count(&Binomial::new(trials, odds))
            }
            _ if probability >= 1.0 => trials,
            _ => 0,
        }
    }

    /// The marked ones among `draws` drawn without replacement from `marked` and `unmarked`.
    /// More draws than there are count as all of them.
    pub fn hypergeometric(&mut self, marked: u64, unmarked: u64, draws: u64) -> u64 {
        match Hypergeometric::new(marked, unmarked, draws) {
            Some(distribution) => self.count(&distribution),
            None if draws == 0 || marked == 0 => 0,
            None if unmarked == 0 => draws.min(marked),
            None => marked,
        }
    }

    /// Inversion from the mode outwards: exact up to rounding, in steps of the order of the
    /// standard deviation.
    fn count(&mut self, distribution: &impl CountDistribution) -> u64 {
        let mode = distribution.mode();
        let mut left = self.uniform();
        let peak = libm::exp(distribution.ln_probability(mode));
        left -= peak;
        let (mut below, mut above) = (mode, mode);
        let (mut falling, mut rising) = (peak, peak);
        while left >= 0.0 {
            let (can_fall, can_rise) =
                (below > distribution.lowest(), above < distribution.highest());
            let fallen = if can_fall { falling * distribution.fall(below) } else { 0.0 };
            let risen = if can_rise { rising * distribution.rise(above) } else { 0.0 };
            // What rounding has left over belongs to nothing that is likely.
            if fallen.max(risen) <= 0.0 {
                return mode;
            }
            if fallen >= risen {
                (below, falling) = (below - 1, fallen);
                left -= fallen;
                if left < 0.0 {
                    return below;
                }
            } else {
                (above, rising) = (above + 1, risen);
                left -= risen;
                if left < 0.0 {
                    return above;
                }
            }
        }
        mode
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of many draws, which must lie within five standard errors.
    fn holds(draw: impl Fn(&mut Random) -> u64, mean: f64, variance: f64) {
        const DRAWS: usize = 20_000;
        let mut random = Random::seeded(1);
        let draws: Vec<f64> = (0..DRAWS).map(|_| draw(&mut random) as f64).collect();
        let found = draws.iter().sum::<f64>() / DRAWS as f64;
        let spread = draws.iter().map(|d| (d - found) * (d - found)).sum::<f64>() / DRAWS as f64;
        let error = libm::sqrt(variance / DRAWS as f64);
        assert!((found - mean).abs() <= 5.0 * error, "mean {found}, not {mean}");
        assert!((spread / variance - 1.0).abs() < 0.08, "variance {spread}, not {variance}");
    }

    #[test]
    fn a_seed_gives_the_same_stream_and_another_seed_another_one() {
        let draws = |seed| {
            let mut random = Random::seeded(seed);
            [random.next(), random.next(), random.next()]
        };
        assert_eq!(draws(7), draws(7));
        assert_ne!(draws(7), draws(8));
    }

    #[test]
    fn the_generator_is_the_published_one() {
        // From the authors' reference implementation with the state 1, 2, 3, 4.
        let mut random = Random { state: [1, 2, 3, 4] };
        let drawn = [random.next(), random.next(), random.next()];
        assert_eq!(drawn, [41_943_041, 58_720_359, 3_588_806_011_781_223]);
    }

    #[test]
    fn draws_have_the_mean_and_variance_of_their_distribution() {
        holds(|random| random.binomial(40, 0.2891), 11.564, 40.0 * 0.2891 * 0.7109);
        holds(|random| random.binomial(5_000, 0.97), 4_850.0, 145.5);
        let variance = 30.0 * 0.4 * 0.6 * (100.0 - 30.0) / 99.0;
        holds(|random| random.hypergeometric(40, 60, 30), 12.0, variance);
        holds(|random| random.rounded(2.25), 2.25, 0.1875);
    }

    #[test]
    fn what_cannot_vary_does_not() {
        let mut random = Random::seeded(3);
        assert_eq!(random.binomial(10, 0.0), 0);
        assert_eq!(random.binomial(10, 1.0), 10);
        assert_eq!(random.binomial(10, 1.5), 10);
        assert_eq!(random.binomial(10, f64::NAN), 0);
        assert_eq!(random.binomial(0, 0.5), 0);
        assert_eq!(random.hypergeometric(4, 6, 10), 4);
        assert_eq!(random.hypergeometric(4, 6, 99), 4);
        assert_eq!(random.hypergeometric(4, 0, 3), 3);
        assert_eq!(random.hypergeometric(0, 6, 3), 0);
        assert_eq!(random.rounded(-1.0), 0);
        assert_eq!(random.rounded(f64::NAN), 0);
        assert_eq!(random.rounded(3.0), 3);
    }
}
