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
//! Size alone, which asks for no p, limits what can be found at all; the search ends when all of
//! that is found.
//!
//! Absent: Fisher's test, whose two sides move together; see [`super::ladder`].

use super::decision::{Lean, Measure, Yardstick, verdicts};
use super::fillings::{Fillings, LARGEST_ENUMERATION};
use super::hidden::Range;
use super::joint::{Joint, are_linked};
use super::measures::Measures;
use super::method::Method;
use super::states::{CountBox, States};
use super::verdict::{Verdict, VerdictSet};
use crate::sorted::sort_by;
use crate::stats::holm;
use crate::workforce::{Row, Share};

/// The most work spent on the bases of a family, in terms of a binomial sum: a base of n people
/// costs about the square root of n terms and a fixed part besides. At most some 20 milliseconds.
/// Beyond it each scope may have its even part, and one with more is bounded by size alone.
const MOST_TERMS: u64 = 1_500_000;
const FIXED_TERMS: u64 = 128;

/// The most rulings made in joint enumeration: the fillings times the scopes of a family of
/// levels. Larger families stop earlier, to keep within a keystroke's patience.
const MOST_RULINGS: usize = 8 * LARGEST_ENUMERATION;

/// What the p of one scope can be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Extent {
    /// Over all states; `None` where some state has nobody.
    pub p: Option<Range>,
    /// Its smallest weight in the family; `None` when it can stand outside.
    smallest: Option<f64>,
    /// Its largest weight in the family; `None` when it always stands outside.
    largest: Option<f64>,
    /// Its states by base; `None` when missing or too many.
    stretches: Option<Vec<Stretch>>,
}

/// Every focus count from `low` to `high` among `n` people.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    n: u64,
    low: u64,
    high: u64,
    /// p at the two ends; 1 where n = 0.
    p: [f64; 2],
}

/// Measures the states of a family's scopes against a benchmark.
pub(crate) fn extents(states: &[States], yardstick: Yardstick, method: &Method) -> Vec<Extent> {
    let all = affordable_stretches(states).into_iter().zip(states);
    all.map(|(stretches, states)| extent(states, stretches, yardstick, method)).collect()
}

fn extent(
    states: &States,
    stretches: Option<Vec<Stretch>>,
    yardstick: Yardstick,
    method: &Method,
) -> Extent {
    if states.missing {
        return Extent { p: None, smallest: None, largest: None, stretches: None };
    }
    let Some(mut stretches) = stretches else {
        let p = (states.base.low > 0).then_some(Range { low: 0.0, high: 1.0, exact: false });
        return Extent { p, smallest: None, largest: Some(1.0), stretches: None };
    };
    let alpha = method.alpha.fraction();
    let mut all: Option<Range> = None;
    let mut inside: Option<Range> = None;
    let (mut empty, mut outside) = (false, false);
    for stretch in &mut stretches {
        let Stretch { n, low, high, .. } = *stretch;
        if n == 0 {
            (empty, outside) = (true, true);
            continue;
        }
        let p = |x| yardstick.p(x, n).unwrap_or(1.0);
        let first = p(low);
        stretch.p = [first, if low == high { first } else { p(high) }];
        let peak = mode(yardstick, n);
        let at_peak = if low < peak && peak < high { p(peak) } else { first };
        let candidates = [first, at_peak, stretch.p[1]];
        candidates.into_iter().for_each(|p| widen(&mut all, p));
        if yardstick.nobody_would_not_tell(n, alpha) {
            // Only a small base gets here, so every count is asked.
            for p in (low..=high).map(p) {
                if p > alpha { outside = true } else { widen(&mut inside, p) }
            }
        } else {
            candidates.into_iter().for_each(|p| widen(&mut inside, p));
        }
    }
    Extent {
        p: all.filter(|_| !empty).map(|range| Range { exact: states.exact, ..range }),
        smallest: inside.filter(|_| !outside).map(|range| range.low),
        largest: inside.map(|range| range.high),
        stretches: Some(stretches),
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
) -> Vec<VerdictSet> {
    if are_linked(fillings, &place)
        && let Some(joint) = Joint::of(fillings, states.len(), &place)
        && joint.combinations.saturating_mul(states.len()) <= MOST_RULINGS
    {
        return jointly(&joint, states, yardstick, method);
    }
    let families = [Weights::of(extents, |e| e.smallest), Weights::of(extents, |e| e.largest)];
    states
        .iter()
        .zip(extents)
        .map(|(own, extent)| alone(own, extent, yardstick, &families, method))
        .collect()
}

/// The p-values of a family with one choice of each scope's weight.
struct Weights {
    weight: fn(&Extent) -> Option<f64>,
    /// Those inside, and the same with a place for a scope outside.
    family: holm::Family,
    with_a_place: holm::Family,
}

impl Weights {
    fn of(extents: &[Extent], weight: fn(&Extent) -> Option<f64>) -> Weights {
        let mut p: Vec<f64> = extents.iter().filter_map(weight).collect();
        let family = holm::Family::new(p.as_slice());
        p.push(0.0);
        Weights { weight, family, with_a_place: holm::Family::new(p) }
    }

    /// `p` adjusted in the family of the other scopes.
    fn adjusted(&self, own: &Extent, p: f64) -> f64 {
        match (self.weight)(own) {
            Some(weight) => self.family.adjusted_when_replaced(weight, p),
            None => self.with_a_place.adjusted_when_replaced(0.0, p),
        }
    }
}

fn alone(
    states: &States,
    extent: &Extent,
    yardstick: Yardstick,
    families: &[Weights; 2],
    method: &Method,
) -> VerdictSet {
    let mut found = VerdictSet::default();
    if states.missing {
        found.insert(Verdict::NoData);
        return found;
    }
    // Beyond one, the limits of size can lie on the far side of the mode, where p falls again.
    let in_order = method.below_ratio.value() <= 1.0 && method.above_ratio.value() >= 1.0;
    let by_size = by_size_alone(states, yardstick, method);
    let Some(stretches) = &extent.stretches else { return by_size };
    if in_order && by_size.len() == 1 {
        return by_size;
    }
    let alpha = method.alpha.fraction();
    // Both families ask about much the same counts.
    let mut measures = Measures::default();
    for stretch in stretches {
        let Stretch { n, low, high, p } = *stretch;
        let ends = [(low, p[0]), (high, p[1])]
            .map(|(x, p)| (x, Measure::with_p(yardstick, x, n, Some(p).filter(|_| n > 0), method)));
        for family in families {
            let rule = |measure: &Measure| measure.verdict(alpha, |p| family.adjusted(extent, p));
            let mut verdict = |x: u64| rule(&measures.of(yardstick, x, n, method));
            if in_order {
                let ends = ends.each_ref().map(|(x, measure)| (*x, rule(measure)));
                between(ends, &mut verdict, &mut found);
            } else {
                (low..=high).for_each(|x| found.insert(verdict(x)));
            }
        }
        // Nothing is left to be found.
        if in_order && found.len() == by_size.len() {
            break;
        }
    }
    found
}

/// Collects the values of a monotone function between two ends.
fn between(
    [(low, first), (high, last)]: [(u64, Verdict); 2],
    verdict: &mut dyn FnMut(u64) -> Verdict,
    found: &mut VerdictSet,
) {
    found.insert(first);
    found.insert(last);
    if first != last && high - low > 1 {
        let middle = low + (high - low) / 2;
        let at = (middle, verdict(middle));
        between([(low, first), at], verdict, found);
        between([at, (high, last)], verdict, found);
    }
}

/// What size alone leaves possible: every verdict some state can have, and perhaps more.
fn by_size_alone(states: &States, yardstick: Yardstick, method: &Method) -> VerdictSet {
    let mut found = VerdictSet::default();
    if states.base.low == 0 {
        found.insert(Verdict::NoData);
    }
    if yardstick.may_be_too_small(states.base.low) {
        found.insert(Verdict::TooFew);
    }
    for counts in &states.boxes {
        let lean = |x: u64, other: u64| yardstick.lean(x, x + other, method);
        let lowest = lean(counts.low[0], counts.high[1]);
        let highest = lean(counts.high[0], counts.low[1]);
        if lowest == Lean::Low {
            found.insert(Verdict::Below);
            found.insert(Verdict::MaybeBelow);
        }
        if highest == Lean::High {
            found.insert(Verdict::MaybeAbove);
            found.insert(Verdict::Above);
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
) -> Vec<VerdictSet> {
    let mut found = vec![VerdictSet::default(); states.len()];
    let mut known = Measures::default();
    let mut family = vec![Measure::NO_DATA; states.len()];
    joint.for_each(|counts| {
        for (scope, &[focus, other]) in counts.iter().enumerate() {
            if !states[scope].missing {
                family[scope] = known.of(yardstick, focus, focus + other, method);
            }
        }
        for (verdict, found) in verdicts(&family, method).into_iter().zip(&mut found) {
            found.insert(verdict);
        }
    });
    found
}

/// Each scope's states by base; `None` for those that are missing or cost too much.
fn affordable_stretches(states: &[States]) -> Vec<Option<Vec<Stretch>>> {
    let even_part = MOST_TERMS / states.len().max(1) as u64;
    let (mut most, mut spent) = (MOST_TERMS, 0);
    let mut all: Vec<Option<Vec<Stretch>>> = Vec::with_capacity(states.len());
    for states in states {
        let own = if states.missing { None } else { stretches(&states.boxes) };
        let own = own.filter(|own| terms(own) <= most);
        spent += own.as_deref().map_or(0, terms);
        all.push(own);
        if spent > most && most > even_part {
            most = even_part;
            for own in &mut all {
                own.take_if(|own| terms(own) > even_part);
            }
        }
    }
    all
}

fn terms(stretches: &[Stretch]) -> u64 {
    stretches.iter().map(|stretch| FIXED_TERMS + stretch.n.isqrt()).sum()
}

/// The states by base, in order; `None` when there are too many to list.
///
/// Boxes of one base that touch are taken together: a total leaves as many boxes as fillings, and
/// they line up.
fn stretches(boxes: &[CountBox]) -> Option<Vec<Stretch>> {
    let bases = |counts: &CountBox| counts.people().1 - counts.people().0 + 1;
    let all = boxes.iter().fold(0u64, |all, counts| all.saturating_add(bases(counts)));
    if all > LARGEST_ENUMERATION as u64 {
        return None;
    }
    let mut each: Vec<Stretch> = Vec::with_capacity(all as usize);
    for counts in boxes {
        let (least, most) = counts.people();
        each.extend((least..=most).map(|n| {
            let (low, high) = counts.focus_among(n);
            Stretch { n, low, high, p: [1.0; 2] }
        }));
    }
    if boxes.len() > 1 {
        sort_by(&mut each, |a, b| (a.n, a.low) < (b.n, b.low));
        each.dedup_by(|next, last| {
            let touches = next.n == last.n && next.low <= last.high + 1;
            if touches {
                last.high = last.high.max(next.high);
            }
            touches
        });
    }
    Some(each)
}

fn mode(yardstick: Yardstick, n: u64) -> u64 {
    let b = yardstick.share().map_or(0.0, Share::fraction);
    ((n as f64 + 1.0) * b) as u64
}

fn widen(range: &mut Option<Range>, value: f64) {
    let old = range.unwrap_or(Range::certain(value));
    *range = Some(Range { low: old.low.min(value), high: old.high.max(value), exact: true });
}
