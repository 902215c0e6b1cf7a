//! The counts that one scope can have over all fillings of the hidden cells.
//!
//! Here are [`States`]. Absent: several scopes together ([`super::joint`]) and statistics
//! ([`super::family`]).

use super::distinct::Distinct;
use super::fillings::{Fillings, LARGEST_ENUMERATION, Part, Tied};
use crate::sorted::sort_by;
use crate::workforce::{Bounds, Scope, Share};

/// Counts between two corners, every combination possible. Persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CountBox {
    /// Least and most: focus, other, not stated.
    pub low: [u64; 3],
    pub high: [u64; 3],
}

impl CountBox {
    /// Least and most in focus.
    pub fn focus(&self) -> (u64, u64) {
        (self.low[0], self.high[0])
    }

    /// Least and most among the others.
    pub fn other(&self) -> (u64, u64) {
        (self.low[1], self.high[1])
    }

    /// The bases n it holds, least and most.
    pub fn people(&self) -> (u64, u64) {
        (self.low[0] + self.low[1], self.high[0] + self.high[1])
    }

    /// The least and most in focus when the base is `n`.
    pub fn focus_among(&self, n: u64) -> (u64, u64) {
        let (low, high) = self.focus();
        let (other_low, other_high) = self.other();
        (low.max(n.saturating_sub(other_high)), high.min(n.saturating_sub(other_low)))
    }
}

/// What a scope's counts can be.
#[derive(Clone, Debug)]
pub(crate) struct States {
    /// Some count in focus or among the others is unbounded.
    pub missing: bool,
    /// Nobody knows how many have no stated origin.
    pub not_stated_missing: bool,
    /// Their union holds every possible state; empty only when `missing`.
    pub boxes: Vec<CountBox>,
    /// Whether every state in the boxes is reached by some filling.
    pub exact: bool,
    /// x, n and not stated.
    pub focus: Bounds,
    pub base: Bounds,
    pub not_stated: Bounds,
}

impl States {
    pub fn of(fillings: &Fillings, scope: Scope) -> States {
        let mut start = CountBox { low: [0; 3], high: [0; 3] };
        for (_, counts) in fillings.known.iter().filter(|(row, _)| scope.holds(*row)) {
            for part in Part::ALL {
                start.low[part as usize] += counts[part as usize];
                start.high[part as usize] += counts[part as usize];
            }
        }
        let mut unbounded = [false; 3];
        for cell in fillings.free.iter().filter(|cell| scope.holds(cell.row)) {
            let part = cell.part as usize;
            start.low[part] += cell.low;
            start.high[part] += cell.high.unwrap_or(cell.low);
            unbounded[part] |= cell.high.is_none();
        }
        let touching: Vec<&Tied> = fillings
            .tied
            .iter()
            .filter(|tied| tied.cells.iter().any(|cell| scope.holds(cell.row)))
            .collect();
        let (boxes, exact) = match shifted(start, &touching, scope) {
            Some(boxes) => (boxes, true),
            None => (vec![outer(start, &touching, scope)], false),
        };
        let least = |pick: &dyn Fn(&CountBox) -> u64| boxes.iter().map(pick).min().unwrap_or(0);
        let most = |pick: &dyn Fn(&CountBox) -> u64| boxes.iter().map(pick).max().unwrap_or(0);
        let bounds = |low: &dyn Fn(&CountBox) -> u64,
                      high: &dyn Fn(&CountBox) -> u64,
                      open: bool| {
            Bounds { low: least(low), high: (!open).then(|| most(high)) }
        };
        let missing = unbounded[0] || unbounded[1];
        // One state is reached whenever anything is, however many fillings lead to it.
        let is_single = boxes.iter().all(|b| b.low[..2] == b.high[..2]);
        States {
            missing,
            not_stated_missing: unbounded[2],
            focus: bounds(&|b| b.low[0], &|b| b.high[0], unbounded[0]),
            base: bounds(&|b| b.people().0, &|b| b.people().1, missing),
            not_stated: bounds(&|b| b.low[2], &|b| b.high[2], unbounded[2]),
            exact: exact || is_single,
            boxes,
        }
    }

    /// x and n, when there is only one of each.
    pub fn exact_counts(&self) -> Option<(u64, u64)> {
        self.focus.exact().zip(self.base.exact()).filter(|_| !self.missing)
    }

    /// The largest possible share of "origin not stated" among everybody; `None` for nobody or
    /// unbounded figures.
    pub fn not_stated_share(&self) -> Option<f64> {
        if self.missing || self.not_stated_missing {
            return None;
        }
        self.boxes
            .iter()
            .map(|b| (b.high[2], b.high[2] + b.people().0))
            .filter(|&(_, all)| all > 0)
            .map(|(not_stated, all)| not_stated as f64 / all as f64)
            .reduce(f64::max)
    }

    /// Whether the share of "origin not stated" is above `limit` in some filling, compared as
    /// exact fractions.
    pub fn not_stated_exceeds(&self, limit: Share) -> bool {
        self.boxes.iter().any(|b| {
            let (not_stated, all) = (b.high[2], b.high[2] + b.people().0);
            u128::from(not_stated).saturating_mul(limit.whole().into())
                > u128::from(all).saturating_mul(limit.part().into())
        })
    }
}

/// One box per distinct contribution of the tied cells; `None` when there are too many.
fn shifted(start: CountBox, touching: &[&Tied], scope: Scope) -> Option<Vec<CountBox>> {
    // Per part, as in a box, and a zero.
    let mut sums = vec![[0; 4]];
    for tied in touching {
        let fillings = tied.fillings.as_ref()?;
        let mut own = Distinct::default();
        for filling in fillings {
            let mut sum = [0; 4];
            for (cell, people) in tied.cells.iter().zip(filling) {
                if scope.holds(cell.row) {
                    sum[cell.part as usize] += people;
                }
            }
            own.place(sum);
        }
        let own = own.sorted();
        if own.len().saturating_mul(sums.len()) > LARGEST_ENUMERATION {
            return None;
        }
        let mut both = Distinct::default();
        for a in &sums {
            for b in &own {
                both.place(std::array::from_fn(|part| a[part] + b[part]));
            }
        }
        sums = both.sorted();
    }
    let moved = |sum: &[u64; 4]| CountBox {
        low: std::array::from_fn(|part| start.low[part] + sum[part]),
        high: std::array::from_fn(|part| start.high[part] + sum[part]),
    };
    Some(sums.iter().map(moved).collect())
}

/// A box that holds every state, from the cells' own bounds and the totals inside the scope.
fn outer(start: CountBox, touching: &[&Tied], scope: Scope) -> CountBox {
    let mut all = start;
    for tied in touching {
        for part in Part::ALL {
            let mut open: Vec<usize> = (0..tied.cells.len())
                .filter(|&i| tied.cells[i].part == part && scope.holds(tied.cells[i].row))
                .collect();
            let mut fixed = 0;
            let mut ties: Vec<_> = tied.ties.iter().enumerate().collect();
            // The longest first; of equally long ones the one given first.
            sort_by(&mut ties, |(i, a), (j, b)| (b.cells.len(), i) < (a.cells.len(), j));
            for (_, tie) in ties {
                if tie.cells.iter().all(|i| open.contains(i)) {
                    fixed += tie.sum;
                    open.retain(|i| !tie.cells.contains(i));
                }
            }
            let part = part as usize;
            all.low[part] += fixed + open.iter().map(|&i| tied.cells[i].low).sum::<u64>();
            all.high[part] += fixed + open.iter().filter_map(|&i| tied.cells[i].high).sum::<u64>();
        }
    }
    all
}
