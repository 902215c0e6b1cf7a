//! Probabilities of single counts, accurate for small and for very large counts.
//!
//! What it is for: the binomial probability by the saddle-point expansion of C. Loader (2000,
//! "Fast and accurate computation of binomial probabilities"). Differences of ln-gamma lose
//! about as many digits as the counts have; the expansion loses none.
//!
//! What is absent: sums of probabilities. Read [`super::two_sided`] and [`super::binomial`] next.

/// ln(2 pi).
const LN_TWO_PI: f64 = 1.837_877_066_409_345_6;

/// `ln n! - ((n + 1/2) ln n - n + ln(2 pi) / 2)` for n = 1..=15 (0 is never asked for).
const SMALL_STIRLING_ERRORS: [f64; 16] = [
    0.0,
    0.081_061_466_795_327_26,
    0.041_340_695_955_409_3,
    0.027_677_925_684_998_34,
    0.020_790_672_103_765_093,
    0.016_644_691_189_821_193,
    0.013_876_128_823_070_748,
    0.011_896_709_945_891_77,
    0.010_411_265_261_972_096,
    0.009_255_462_182_712_733,
    0.008_330_563_433_362_87,
    0.007_573_675_487_951_841,
    0.006_942_840_107_209_53,
    0.006_408_994_188_004_207,
    0.005_951_370_112_758_847_5,
    0.005_554_733_551_962_801,
];

/// A probability and its complement, kept side by side so that neither is rounded away.
///
/// 0 and 1 are allowed. The smaller of the two is exact; the larger may carry the rounding of
/// one subtraction.
///
/// ```
/// use byspejl::stats::probability::Odds;
/// assert!(Odds::of(0.25).is_some());
/// assert!(Odds::of(1.5).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Odds {
    /// Probability of the event.
    pub success: f64,
    /// Probability of its complement.
    pub failure: f64,
}

impl Odds {
    /// The probability `success` with its complement; `None` outside 0..=1 and for NaN.
    pub fn of(success: f64) -> Option<Self> {
        (0.0..=1.0).contains(&success).then_some(Self { success, failure: 1.0 - success })
    }

    /// The same pair seen from the other side: failures counted as successes.
    pub fn mirrored(self) -> Self {
        Self { success: self.failure, failure: self.success }
    }

    fn ln_success(self) -> f64 {
        if self.success <= self.failure {
            libm::log(self.success)
        } else {
            libm::log1p(-self.failure)
        }
    }
}

/// Natural logarithm of the binomial probability of `x` successes in `n` trials.
///
/// 0 means certain, negative infinity impossible. `x` must not exceed `n`. With 2 trials and
/// even odds, one success has probability 1/2: ln 0.5 = -0.6931.
///
/// Source: C. Loader (2000), equations 3 to 5. The distance `x - n p` that both deviances share
/// is formed once and without rounding of the product, which keeps the result good to some
/// 1e-14 even at n = 10^7.
pub fn ln_binomial(x: u64, n: u64, odds: Odds) -> f64 {
    if x == 0 {
        return if n == 0 { 0.0 } else { n as f64 * odds.mirrored().ln_success() };
    }
    if x == n {
        return n as f64 * odds.ln_success();
    }
    if odds.success == 0.0 || odds.failure == 0.0 {
        return f64::NEG_INFINITY;
    }
    let (successes, failures, trials) = (x as f64, (n - x) as f64, n as f64);
    let surplus = if odds.success <= odds.failure {
        distance_from_product(successes, trials, odds.success)
    } else {
        -distance_from_product(failures, trials, odds.failure)
    };
    stirling_error(n)
        - stirling_error(x)
        - stirling_error(n - x)
        - deviance(successes, trials * odds.success, surplus)
        - deviance(failures, trials * odds.failure, -surplus)
        - 0.5 * (LN_TWO_PI + libm::log(successes * (failures / trials)))
}

/// What Stirling's formula leaves out of ln n!, for n >= 1.
fn stirling_error(n: u64) -> f64 {
    if let Some(error) = SMALL_STIRLING_ERRORS.get(n as usize) {
        return *error;
    }
    let n = n as f64;
    let square = n * n;
    (1.0 / 12.0
        - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square)
            / square)
        / n
}

/// `x ln(x / mean) + mean - x`, where `surplus` is `x - mean` to full precision.
fn deviance(x: f64, mean: f64, surplus: f64) -> f64 {
    if surplus.abs() >= 0.1 * (x + mean) {
        return x * libm::log(x / mean) - surplus;
    }
    // The plain formula cancels when x is near the mean; the series in v does not (Loader 2000).
    let v = surplus / (x + mean);
    let square = v * v;
    let mut sum = surplus * v;
    let mut power = 2.0 * x * v;
    let mut divisor = 1.0;
    loop {
        power *= square;
        divisor += 2.0;
        let next = sum + power / divisor;
        if next == sum {
            return sum;
        }
        sum = next;
    }
}

/// `x - n * p` with the product formed exactly (Dekker 1971), for x and n below 2^53.
fn distance_from_product(x: f64, n: f64, p: f64) -> f64 {
    let split = |value: f64| {
        let scaled = 134_217_729.0 * value;
        let high = scaled - (scaled - value);
        (high, value - high)
    };
    let product = n * p;
    let ((n_high, n_low), (p_high, p_low)) = (split(n), split(p));
    let lost = ((n_high * p_high - product) + n_high * p_low + n_low * p_high) + n_low * p_low;
    (x - product) - lost
}
