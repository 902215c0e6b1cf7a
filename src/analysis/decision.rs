//! The decision rule for one scope and for a family of scopes (methods, section 2).
//!
//! Here are the [`Yardstick`] a scope is held against, the [`Measure`] of one scope, and
//! [`decide`], which applies size, persons, Holm's adjustment and robustness to a family.
//! Absent: hidden cells; [`super::family`] asks this rule about every way to fill them.

use super::method::{Method, Ratio};
use super::verdict::Verdict;
use crate::stats::{binomial, fisher, holm};
use crate::workforce::Share;
use std::cmp::Ordering;

/// What a scope's share is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Yardstick {
    /// A population, known without error: exact binomial p.
    Benchmark {
        share: Share,
        /// From this many people on, nobody at all from the focus group would tell; `None` if
        /// never. See [`crate::stats::telling_size`].
        telling_size: Option<u64>,
    },
    /// Another level's counts: Fisher's exact p.
    Feeder { focus: u64, people: u64 },
}

impl Yardstick {
    /// The yardstick of a benchmark share.
    pub fn benchmark(share: Share, method: &Method) -> Yardstick {
        let telling_size = crate::stats::telling_size::smallest_telling_size(
            share.fraction(),
            method.alpha.fraction(),
        );
        Yardstick::Benchmark { share, telling_size }
    }

    /// b: the share compared with. Undefined for a feeder without people.
    pub fn share(self) -> Option<Share> {
        match self {
            Yardstick::Benchmark { share, .. } => Some(share),
            Yardstick::Feeder { focus, people } => Share::of(focus, people),
        }
    }

    /// Two-sided exact p of `x` among `n`. Undefined when either side has nobody.
    pub fn p(self, x: u64, n: u64) -> Option<f64> {
        match self {
            Yardstick::Benchmark { share, .. } => binomial::two_sided_p(x, n, share.fraction()),
            Yardstick::Feeder { focus, people } => {
                (n > 0 && x <= n && 0 < people && focus <= people)
                    .then(|| fisher::two_sided_p(x, n - x, focus, people - focus))
            }
        }
    }

    /// Whether not even x = 0 among `n` could be told from chance.
    pub fn nobody_would_not_tell(self, n: u64, alpha: f64) -> bool {
        match self {
            Yardstick::Benchmark { telling_size: Some(size), .. } if n >= size => false,
            _ => self.p(0, n).is_none_or(|p| p > alpha),
        }
    }

    /// Whether `n` people, or some larger number, may be too few to tell; `false` is certain.
    pub(crate) fn may_be_too_small(self, n: u64) -> bool {
        match self {
            Yardstick::Benchmark { telling_size: Some(size), .. } => n < size,
            _ => true,
        }
    }

    /// Which way `x` among `n` leans, by size and by persons alone.
    pub fn lean(self, x: u64, n: u64, method: &Method) -> Lean {
        match self.share() {
            Some(share) if n > 0 => lean(x, n, share, method),
            _ => Lean::Neither,
        }
    }
}

/// Which way a share leans, before chance is considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Ratio under the lower limit and at least the least gap short.
    Low,
    Neither,
    /// Ratio over the upper limit and at least the least gap in surplus.
    High,
}

/// x/n against `ratio` times a share, as exact fractions; n must not be 0.
pub(crate) fn compare(x: u64, n: u64, ratio: Ratio, share: Share) -> Ordering {
    let (numerator, denominator) = (ratio.numerator().into(), ratio.denominator().into());
    product([x, denominator, share.whole()]).cmp(&product([numerator, share.part(), n]))
}

fn product(factors: [u64; 3]) -> u128 {
    factors.into_iter().fold(1, |all: u128, factor| all.saturating_mul(factor.into()))
}

fn lean(x: u64, n: u64, share: Share, method: &Method) -> Lean {
    let (part, whole, gap) = (share.part(), share.whole(), u64::from(method.least_gap_persons));
    let is_short = || product([part, n, 1]) >= product([x.saturating_add(gap), whole, 1]);
    let is_over = || x >= gap && product([x - gap, whole, 1]) >= product([part, n, 1]);
    if compare(x, n, method.below_ratio, share).is_lt() && is_short() {
        Lean::Low
    } else if compare(x, n, method.above_ratio, share).is_gt() && is_over() {
        Lean::High
    } else {
        Lean::Neither
    }
}

/// All that the rule needs to know of one scope's exact counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Unadjusted two-sided p; `None` when either side has nobody.
    pub p: Option<f64>,
    pub lean: Lean,
    /// Too small to tell anything.
    pub too_few: bool,
    /// p with one person moved across the focus border, if size and persons still hold then.
    pub moved_p: Option<f64>,
}

impl Measure {
    pub const NO_DATA: Measure =
        Measure { p: None, lean: Lean::Neither, too_few: false, moved_p: None };

    /// Measures `x` in focus among `n` people.
    pub fn of(yardstick: Yardstick, x: u64, n: u64, method: &Method) -> Measure {
        Measure::with_p(yardstick, x, n, yardstick.p(x, n), method)
    }

    /// As [`Measure::of`] where the p has been computed already.
    pub(crate) fn with_p(
        yardstick: Yardstick,
        x: u64,
        n: u64,
        p: Option<f64>,
        method: &Method,
    ) -> Measure {
        let Some(p) = p else { return Measure::NO_DATA };
        let alpha = method.alpha.fraction();
        let too_few = p > alpha && yardstick.nobody_would_not_tell(n, alpha);
        let lean = if too_few { Lean::Neither } else { yardstick.lean(x, n, method) };
        let moved = match lean {
            Lean::Low => x.checked_add(1).filter(|&moved| moved <= n),
            Lean::High => x.checked_sub(1),
            Lean::Neither => None,
        };
        // Towards the benchmark the binomial p only grows, so nothing is to be gained there.
        // Fisher's margins move along, so its p has to be asked.
        let hopeless = p > alpha && matches!(yardstick, Yardstick::Benchmark { .. });
        let moved_p = moved
            .filter(|&moved| !hopeless && yardstick.lean(moved, n, method) == lean)
            .and_then(|moved| yardstick.p(moved, n));
        Measure { p: Some(p), lean, too_few, moved_p }
    }

    /// p, if the scope enters its family: no data and too few do not.
    pub fn family_p(&self) -> Option<f64> {
        self.p.filter(|_| !self.too_few)
    }

    /// The verdict of [`Measure::rule`]; Holm's adjustment is asked only where it can matter.
    pub(crate) fn verdict(&self, alpha: f64, adjust: impl Fn(f64) -> f64) -> Verdict {
        match self {
            Measure { p: Some(_), too_few: false, lean: Lean::Neither, .. } => Verdict::InLine,
            _ => self.rule(alpha, adjust).verdict,
        }
    }

    /// The ruling, given what Holm's adjustment in the family makes of a p of this scope.
    pub fn rule(&self, alpha: f64, adjust: impl Fn(f64) -> f64) -> Ruling {
        let outside = |verdict| Ruling { verdict, p_adjusted: None, robust: None };
        let Some(p) = self.p else { return outside(Verdict::NoData) };
        if self.too_few {
            return outside(Verdict::TooFew);
        }
        let adjusted = adjust(p);
        let robust = (self.lean != Lean::Neither)
            .then(|| self.moved_p.is_some_and(|moved| adjust(moved) <= alpha));
        let clear = adjusted <= alpha && robust == Some(true);
        let verdict = match (self.lean, clear) {
            (Lean::Low, true) => Verdict::Below,
            (Lean::Low, false) => Verdict::MaybeBelow,
            (Lean::Neither, _) => Verdict::InLine,
            (Lean::High, false) => Verdict::MaybeAbove,
            (Lean::High, true) => Verdict::Above,
        };
        Ruling { verdict, p_adjusted: Some(adjusted), robust }
    }
}

/// What the rule says of one scope of a family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ruling {
    pub verdict: Verdict,
    /// Holm-adjusted p; `None` outside the family.
    pub p_adjusted: Option<f64>,
    /// `None` when the result is neither low nor high.
    pub robust: Option<bool>,
}

/// Rules on every scope of one family.
///
/// ```
/// use byspejl::analysis::{Method, Verdict, decision::{Measure, Yardstick, decide}};
/// use byspejl::workforce::Share;
/// let method = Method::default();
/// let city = Share::from_basis_points(2891).expect("a share");
/// let yardstick = Yardstick::benchmark(city, &method);
/// let family = [(28, 100), (6, 150)].map(|(x, n)| Measure::of(yardstick, x, n, &method));
/// let verdicts: Vec<Verdict> = decide(&family, &method).iter().map(|r| r.verdict).collect();
/// assert_eq!(verdicts, [Verdict::InLine, Verdict::Below]);
/// ```
pub fn decide(family: &[Measure], method: &Method) -> Vec<Ruling> {
    let p: Vec<f64> = family.iter().filter_map(Measure::family_p).collect();
    let holm = holm::Family::new(p);
    let alpha = method.alpha.fraction();
    family
        .iter()
        .map(|measure| {
            let own = measure.p.unwrap_or(1.0);
            measure.rule(alpha, |p| holm.adjusted_when_replaced(own, p))
        })
        .collect()
}

/// The verdicts of [`decide`] alone.
pub(crate) fn verdicts(family: &[Measure], method: &Method) -> Vec<Verdict> {
    let p: Vec<f64> = family.iter().filter_map(Measure::family_p).collect();
    let holm = holm::Family::new(p);
    let alpha = method.alpha.fraction();
    let adjusted = |own: Option<f64>, p| holm.adjusted_when_replaced(own.unwrap_or(1.0), p);
    family.iter().map(|measure| measure.verdict(alpha, |p| adjusted(measure.p, p))).collect()
}
