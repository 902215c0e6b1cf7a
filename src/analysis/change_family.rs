//! Fisher's test over every filling of two dates, for all levels that are shown together.
//!
//! A level's counts on two dates are independent of each other, so each of its states then is set
//! beside each of its states now. The other levels act on it only through Holm's adjustment, which
//! never falls when another p rises; so its own states, with all others at their smallest and then
//! at their largest p, give every movement it can have. A level that may stand outside the family
//! counts as p = 0 there, which is the same to Holm. Where totals tie levels together this is an
//! outer bound: it may leave a movement open that is not, never name one that is open.
//!
//! A level stands outside when it has nobody, or when no way to spread its people over the two
//! dates with the same margins would have p <= alpha: it could never be found, so it must not make
//! the others more cautious (R. E. Tarone 1990, "A modified Bonferroni method for discrete data").
//! Margins without anybody, or with everybody, in the focus group are a plain "no change".
//! Absent: words, positions ([`super::change`]).

use super::change::Movement;
use super::conclusion::{Conclusion, Why};
use super::distinct::Distinct;
use super::hidden::Range;
use super::method::Method;
use super::states::States;
use crate::stats::{fisher, holm};

/// The most pairs of states of a family that are tried; beyond it a level is bounded by its
/// shares alone. Fisher's test takes some microseconds.
const MOST_PAIRS: usize = 20_000;

/// One filling of both dates.
#[derive(Clone, Copy, Debug)]
struct Outcome {
    /// `None` when it stands outside the family.
    lean: Option<Lean>,
    /// 1 where nothing could be tested.
    p: f64,
    outside: Movement,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lean {
    Up,
    Down,
    Level,
}

/// What the two dates of one scope leave open.
#[derive(Clone, Debug)]
pub(super) struct Extent {
    /// `None` when missing, or when some filling has nobody on one of the dates.
    pub p: Option<Range>,
    outcomes: Outcomes,
    /// Both dates have one state only.
    is_known: bool,
}

#[derive(Clone, Debug)]
enum Outcomes {
    /// Unbounded figures: outside the family for certain.
    Missing,
    /// Too many: everything that the shares allow.
    TooMany,
    Each(Vec<Outcome>),
}

/// What is concluded of one scope.
pub(super) struct Concluded {
    pub movement: Conclusion<Movement>,
    pub p_adjusted: Option<f64>,
}

impl Extent {
    /// What then and now leave open; `scopes` share the work among them.
    pub fn of(states: &[States; 2], scopes: usize, method: &Method) -> Extent {
        let [then, now] = states;
        let is_known = then.exact_counts().is_some() && now.exact_counts().is_some();
        if then.missing || now.missing {
            return Extent { p: None, outcomes: Outcomes::Missing, is_known };
        }
        let limit = MOST_PAIRS / scopes.max(1);
        let Some((then_counts, now_counts)) = counts(then, limit).zip(counts(now, limit)) else {
            return Extent::too_many(states);
        };
        if then_counts.len().saturating_mul(now_counts.len()) > limit {
            return Extent::too_many(states);
        }
        let mut outcomes = Vec::with_capacity(then_counts.len() * now_counts.len());
        for &past in &then_counts {
            outcomes.extend(now_counts.iter().map(|&present| Outcome::of(past, present, method)));
        }
        let has_nobody = outcomes.iter().any(|outcome| outcome.outside == Movement::NoData);
        let p = Range::spanning(outcomes.iter().map(|o| o.p), then.exact && now.exact);
        Extent { p: p.filter(|_| !has_nobody), outcomes: Outcomes::Each(outcomes), is_known }
    }

    fn too_many(states: &[States; 2]) -> Extent {
        let has_nobody = states.iter().any(|states| states.base.low == 0);
        let p = Range { low: 0.0, high: 1.0, exact: false };
        let p = (!has_nobody).then_some(p);
        Extent { p, outcomes: Outcomes::TooMany, is_known: false }
    }

    fn inside(&self) -> impl Iterator<Item = f64> {
        let outcomes = match &self.outcomes {
            Outcomes::Each(outcomes) => outcomes.as_slice(),
            Outcomes::Missing | Outcomes::TooMany => &[],
        };
        outcomes.iter().filter(|outcome| outcome.lean.is_some()).map(|outcome| outcome.p)
    }

    /// Its smallest weight in the family; 0 when it may stand outside.
    fn smallest(&self) -> f64 {
        match &self.outcomes {
            Outcomes::Each(outcomes) if outcomes.iter().all(|outcome| outcome.lean.is_some()) => {
                self.inside().fold(1.0, f64::min)
            }
            _ => 0.0,
        }
    }

    /// Its largest weight; `None` when it always stands outside.
    fn largest(&self) -> Option<f64> {
        match self.outcomes {
            Outcomes::TooMany => Some(1.0),
            _ => self.inside().reduce(f64::max),
        }
    }
}

impl Outcome {
    fn of((x, n): (u64, u64), (y, m): (u64, u64), method: &Method) -> Outcome {
        if n == 0 || m == 0 {
            return Outcome { lean: None, p: 1.0, outside: Movement::NoData };
        }
        let p = fisher::two_sided_p(y, m - y, x, n - x);
        let focus = x + y;
        // Nobody or everybody, then and now, is a plain answer however few they are.
        let can_vary = focus > 0 && focus < n + m;
        let alpha = method.alpha.fraction();
        if can_vary && p > alpha && least_p(focus, n, m) > alpha {
            return Outcome { lean: None, p, outside: Movement::TooFew };
        }
        let (past, present) = (u128::from(x) * u128::from(m), u128::from(y) * u128::from(n));
        let lean = match present.cmp(&past) {
            std::cmp::Ordering::Greater => Lean::Up,
            std::cmp::Ordering::Less => Lean::Down,
            std::cmp::Ordering::Equal => Lean::Level,
        };
        Outcome { lean: Some(lean), p, outside: Movement::WithinChance }
    }

    fn movement(&self, p_adjusted: f64, method: &Method) -> Movement {
        match self.lean {
            None => self.outside,
            Some(Lean::Up) if p_adjusted <= method.alpha.fraction() => Movement::Rose,
            Some(Lean::Down) if p_adjusted <= method.alpha.fraction() => Movement::Fell,
            Some(_) => Movement::WithinChance,
        }
    }
}

/// The smallest p that `focus` people among `n` then and `m` now could have: one of the two ends,
/// because no table is less likely than both of them.
fn least_p(focus: u64, n: u64, m: u64) -> f64 {
    let ends = [focus.saturating_sub(n), focus.min(m)];
    ends.map(|now| fisher::two_sided_p(now, m - now, focus - now, n + now - focus))
        .into_iter()
        .fold(1.0, f64::min)
}

/// Each possible (x, n) once; `None` when there are more than `limit` ways.
fn counts(states: &States, limit: usize) -> Option<Vec<(u64, u64)>> {
    let ways = |counts: &super::states::CountBox| {
        let [focus, others] = [0, 1].map(|part| counts.high[part] - counts.low[part] + 1);
        focus.saturating_mul(others)
    };
    let all = states.boxes.iter().map(ways).fold(0u64, u64::saturating_add);
    if all > limit as u64 {
        return None;
    }
    let mut distinct = Distinct::default();
    for counts in &states.boxes {
        for focus in counts.low[0]..=counts.high[0] {
            for others in counts.low[1]..=counts.high[1] {
                distinct.place([focus, focus + others, 0, 0]);
            }
        }
    }
    Some(distinct.sorted().into_iter().map(|[focus, people, ..]| (focus, people)).collect())
}

/// What each scope of a family can be said to have done.
pub(super) fn conclusions(
    extents: &[Extent],
    states: &[[States; 2]],
    method: &Method,
) -> Vec<Concluded> {
    let all_known = extents
        .iter()
        .all(|extent| extent.is_known || matches!(extent.outcomes, Outcomes::Missing));
    let concluded = extents.iter().zip(states).enumerate().map(|(own, (extent, states))| {
        let others = || extents.iter().enumerate().filter(|(i, _)| *i != own).map(|(_, e)| e);
        let families: [Vec<f64>; 2] = [
            others().filter(|e| e.largest().is_some()).map(Extent::smallest).collect(),
            others().filter_map(Extent::largest).collect(),
        ];
        let (possible, p_adjusted) = movements(extent, states, &families, method);
        let is_own = matches!(possible.as_slice(), [Movement::NoData | Movement::TooFew]);
        let movement = match possible.as_slice() {
            [only] if all_known || extent.is_known && is_own => Conclusion::Certain(*only),
            [Movement::NoData] => Conclusion::Certain(Movement::NoData),
            _ => Conclusion::from_possible(possible),
        };
        let movement = if movement.is(Movement::NoData) || !is_unstated(states, method) {
            movement
        } else {
            let possible = match movement {
                Conclusion::Undetermined { possible, .. } => possible,
                Conclusion::Certain(only) | Conclusion::WhateverHidden(only) => vec![only],
            };
            Conclusion::Undetermined { possible, why: Why::OriginNotStated }
        };
        Concluded { movement, p_adjusted: p_adjusted.filter(|_| all_known) }
    });
    concluded.collect()
}

/// Every movement a scope can have, in their order, and its adjusted p when there is only one.
fn movements(
    extent: &Extent,
    states: &[States; 2],
    families: &[Vec<f64>; 2],
    method: &Method,
) -> (Vec<Movement>, Option<f64>) {
    let outcomes = match &extent.outcomes {
        Outcomes::Missing => return (vec![Movement::NoData], None),
        Outcomes::TooMany => return (allowed_by_shares(states), None),
        Outcomes::Each(outcomes) => outcomes,
    };
    let mut possible = Vec::new();
    let mut p_adjusted = None;
    for outcome in outcomes {
        for others in families {
            let adjusted = outcome.lean.map(|_| {
                let mut family = others.clone();
                family.push(outcome.p);
                holm::adjust(&family).last().copied().unwrap_or(1.0)
            });
            p_adjusted = adjusted;
            let movement = outcome.movement(adjusted.unwrap_or(1.0), method);
            if !possible.contains(&movement) {
                possible.push(movement);
            }
        }
    }
    possible.sort();
    (possible, p_adjusted)
}

/// What the shares alone do not rule out.
fn allowed_by_shares([then, now]: &[States; 2]) -> Vec<Movement> {
    let has_nobody = then.base.low == 0 || now.base.low == 0;
    let mut possible =
        vec![Movement::Rose, Movement::Fell, Movement::WithinChance, Movement::TooFew];
    possible.extend(has_nobody.then_some(Movement::NoData));
    possible
}

/// Whether more people than the method's limit have no stated origin on one of the dates.
fn is_unstated(states: &[States; 2], method: &Method) -> bool {
    states.iter().any(|states| {
        states.not_stated_missing || states.not_stated_exceeds(method.not_stated_limit)
    })
}
