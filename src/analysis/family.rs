//! The decision rule over every filling of the hidden cells (methods, section 5).
//!
//! Scopes that no total ties together are taken one at a time: the others act on a scope only
//! through Holm's adjustment, which never falls when another p rises, and leaving the family acts
//! like p = 0. So the scope's own states, with all others at their smallest and then at their
//! largest p, give every verdict it can have. Where totals tie scopes, the same is a proven outer
//! bound, and joint enumeration makes it exact while there are few fillings.
//!
//! Within one base n, the binomial p rises up to the mode and falls after it, so the verdicts are
//! in order along x and the ends of a stretch tell what lies between.
//!
//! Absent: Fisher's test, whose two sides move together; see [`super::ladder`].

use super::decision::{Lean, Measure, Yardstick, decide};
use super::fillings::{Fillings, LARGEST_ENUMERATION};
use super::hidden::Range;
use super::joint::{Joint, are_linked};
use super::method::Method;
use super::states::{CountBox, States};
use super::verdict::Verdict;
use crate::stats::holm;
use crate::workforce::{Row, Share};
use std::collections::{BTreeMap, BTreeSet};

/// The most bases that are examined one by one in a family. Beyond it each scope may have its
/// even part, and one with more is bounded by size alone.
const MOST_BASES: u64 = 8_000;

/// The most rulings made in joint enumeration: the fillings times the scopes of a family of
/// levels. Larger families stop earlier, to keep within a keystroke's patience.
const MOST_RULINGS: usize = 8 * LARGEST_ENUMERATION;

/// What the p of one scope can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Extent {
    /// Over all states; `None` where some state has nobody.
    pub p: Option<Range>,
    /// Its smallest weight in the family; `None` when it can stand outside.
    smallest: Option<f64>,
    /// Its largest weight in the family; `None` when it always stands outside.
    largest: Option<f64>,
}

/// Measures the states of a family's scopes against a benchmark.
pub(crate) fn extents(states: &[States], yardstick: Yardstick, method: &Method) -> Vec<Extent> {
    let most = most_bases(states);
    states.iter().map(|states| extent(states, most, yardstick, method)).collect()
}

fn extent(states: &States, most: u64, yardstick: Yardstick, method: &Method) -> Extent {
    if states.missing {
        return Extent { p: None, smallest: None, largest: None };
    }
    if bases(&states.boxes) > most {
        let p = (states.base.low > 0).then_some(Range { low: 0.0, high: 1.0, exact: false });
        return Extent { p, smallest: None, largest: Some(1.0) };
    }
    let alpha = method.alpha.fraction();
    let mut all: Option<Range> = None;
    let mut inside: Option<Range> = None;
    let (mut empty, mut outside) = (false, false);
    each_base(&states.boxes, |n, low, high| {
        if n == 0 {
            (empty, outside) = (true, true);
            return;
        }
        let p = |x| yardstick.p(x, n).unwrap_or(1.0);
        let peak = mode(yardstick, n).clamp(low, high);
        let candidates = [p(low), p(peak), p(high)];
        candidates.into_iter().for_each(|p| widen(&mut all, p));
        if yardstick.nobody_would_not_tell(n, alpha) {
            // Only a small base gets here, so every count is asked.
            for p in (low..=high).map(p) {
                if p > alpha { outside = true } else { widen(&mut inside, p) }
            }
        } else {
            candidates.into_iter().for_each(|p| widen(&mut inside, p));
        }
    });
    Extent {
        p: all.filter(|_| !empty).map(|range| Range { exact: states.exact, ..range }),
        smallest: inside.filter(|_| !outside).map(|range| range.low),
        largest: inside.map(|range| range.high),
    }
}

/// Every verdict that each scope of a family can have. `place` puts rows into the scopes.
pub(crate) fn possible_verdicts(
    fillings: &Fillings,
    states: &[States],
    extents: &[Extent],
    yardstick: Yardstick,
    method: &Method,
    place: impl Fn(Row) -> Option<usize>,
) -> Vec<BTreeSet<Verdict>> {
    if are_linked(fillings, &place)
        && let Some(joint) = Joint::of(fillings, states.len(), &place)
        && joint.combinations.saturating_mul(states.len()) <= MOST_RULINGS
    {
        return jointly(&joint, states, yardstick, method);
    }
    let most = most_bases(states);
    (0..states.len())
        .map(|own| {
            let others = |weight: fn(&Extent) -> Option<f64>| {
                let others = extents.iter().enumerate().filter(|(scope, _)| *scope != own);
                let mut p: Vec<f64> = others.filter_map(|(_, extent)| weight(extent)).collect();
                // Holds this scope's own place in the family.
                p.push(0.0);
                holm::Family::new(&p)
            };
            let families = [others(|extent| extent.smallest), others(|extent| extent.largest)];
            if bases(&states[own].boxes) > most {
                return by_size_alone(&states[own], yardstick, method);
            }
            alone(&states[own], yardstick, &families, method)
        })
        .collect()
}

fn alone(
    states: &States,
    yardstick: Yardstick,
    families: &[holm::Family; 2],
    method: &Method,
) -> BTreeSet<Verdict> {
    let mut found = BTreeSet::new();
    if states.missing {
        found.insert(Verdict::NoData);
        return found;
    }
    let alpha = method.alpha.fraction();
    // Beyond one, the limits of size can lie on the far side of the mode, where p falls again.
    let in_order = method.below_ratio.value() <= 1.0 && method.above_ratio.value() >= 1.0;
    // Both families ask about much the same counts.
    let mut measures: BTreeMap<[u64; 2], Measure> = BTreeMap::new();
    for family in families {
        let mut verdict = |x: u64, n: u64| {
            let measure =
                measures.entry([x, n]).or_insert_with(|| Measure::of(yardstick, x, n, method));
            measure.rule(alpha, |p| family.adjusted_when_replaced(0.0, p)).verdict
        };
        each_base(&states.boxes, |n, low, high| {
            if in_order {
                let ends = [(low, verdict(low, n)), (high, verdict(high, n))];
                between(ends, &mut |x| verdict(x, n), &mut found);
            } else {
                found.extend((low..=high).map(|x| verdict(x, n)));
            }
        });
    }
    found
}

/// Collects the values of a monotone function between two ends.
fn between(
    [(low, first), (high, last)]: [(u64, Verdict); 2],
    verdict: &mut impl FnMut(u64) -> Verdict,
    found: &mut BTreeSet<Verdict>,
) {
    found.extend([first, last]);
    if first != last && high - low > 1 {
        let middle = low + (high - low) / 2;
        let at = (middle, verdict(middle));
        between([(low, first), at], verdict, found);
        between([at, (high, last)], verdict, found);
    }
}

/// What size alone leaves possible where there are too many states to ask about chance.
fn by_size_alone(states: &States, yardstick: Yardstick, method: &Method) -> BTreeSet<Verdict> {
    if states.missing {
        return BTreeSet::from([Verdict::NoData]);
    }
    let mut found = BTreeSet::from([Verdict::TooFew]);
    if states.base.low == 0 {
        found.insert(Verdict::NoData);
    }
    for counts in &states.boxes {
        let lean = |x: u64, other: u64| yardstick.lean(x, x + other, method);
        let lowest = lean(counts.low[0], counts.high[1]);
        let highest = lean(counts.high[0], counts.low[1]);
        if lowest == Lean::Low {
            found.extend([Verdict::Below, Verdict::MaybeBelow]);
        }
        if highest == Lean::High {
            found.extend([Verdict::MaybeAbove, Verdict::Above]);
        }
        if highest != Lean::Low && lowest != Lean::High {
            found.insert(Verdict::InLine);
        }
    }
    found
}

fn jointly(
    joint: &Joint,
    states: &[States],
    yardstick: Yardstick,
    method: &Method,
) -> Vec<BTreeSet<Verdict>> {
    let mut found = vec![BTreeSet::new(); states.len()];
    let mut known: BTreeMap<[u64; 2], Measure> = BTreeMap::new();
    let mut family = vec![Measure::NO_DATA; states.len()];
    joint.for_each(|counts| {
        for (scope, &[focus, other]) in counts.iter().enumerate() {
            if !states[scope].missing {
                family[scope] = *known
                    .entry([focus, other])
                    .or_insert_with(|| Measure::of(yardstick, focus, focus + other, method));
            }
        }
        for (ruling, found) in decide(&family, method).iter().zip(&mut found) {
            found.insert(ruling.verdict);
        }
    });
    found
}

/// How many bases each scope of a family may have to be examined one by one.
fn most_bases(states: &[States]) -> u64 {
    let all: u64 = states.iter().map(|states| bases(&states.boxes)).sum();
    if all <= MOST_BASES { MOST_BASES } else { MOST_BASES / states.len().max(1) as u64 }
}

fn bases(boxes: &[CountBox]) -> u64 {
    boxes.iter().map(|counts| counts.people()).map(|(low, high)| high - low + 1).sum()
}

fn each_base(boxes: &[CountBox], mut visit: impl FnMut(u64, u64, u64)) {
    for counts in boxes {
        let (least, most) = counts.people();
        for n in least..=most {
            let (low, high) = counts.focus_among(n);
            visit(n, low, high);
        }
    }
}

fn mode(yardstick: Yardstick, n: u64) -> u64 {
    let b = yardstick.share().map_or(0.0, Share::fraction);
    ((n as f64 + 1.0) * b) as u64
}

fn widen(range: &mut Option<Range>, value: f64) {
    let old = range.unwrap_or(Range::certain(value));
    *range = Some(Range { low: old.low.min(value), high: old.high.max(value), exact: true });
}
