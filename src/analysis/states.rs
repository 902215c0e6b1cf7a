//! The counts that scopes can have over all fillings of the hidden cells.
//!
//! [`States`] is one scope on its own; [`Joint`] is several disjoint scopes together. Absent:
//! statistics. Read next: [`super::family`].

use super::fillings::{Fillings, LARGEST_ENUMERATION, Part, Tied};
use crate::workforce::{Bounds, Row, Scope};
use std::collections::BTreeSet;

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
        States {
            missing,
            not_stated_missing: unbounded[2],
            focus: bounds(&|b| b.low[0], &|b| b.high[0], unbounded[0]),
            base: bounds(&|b| b.people().0, &|b| b.people().1, missing),
            not_stated: bounds(&|b| b.low[2], &|b| b.high[2], unbounded[2]),
            boxes,
            exact,
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
    pub fn not_stated_exceeds(&self, limit: crate::workforce::Share) -> bool {
        self.boxes.iter().any(|b| {
            let (not_stated, all) = (b.high[2], b.high[2] + b.people().0);
            u128::from(not_stated).saturating_mul(limit.whole().into())
                > u128::from(all).saturating_mul(limit.part().into())
        })
    }
}

/// One box per distinct contribution of the tied cells; `None` when there are too many.
fn shifted(start: CountBox, touching: &[&Tied], scope: Scope) -> Option<Vec<CountBox>> {
    let mut sums: BTreeSet<[u64; 3]> = BTreeSet::from([[0; 3]]);
    for tied in touching {
        let fillings = tied.fillings.as_ref()?;
        let own: BTreeSet<[u64; 3]> = fillings
            .iter()
            .map(|filling| {
                let mut sum = [0; 3];
                for (cell, people) in tied.cells.iter().zip(filling) {
                    if scope.holds(cell.row) {
                        sum[cell.part as usize] += people;
                    }
                }
                sum
            })
            .collect();
        if own.len().saturating_mul(sums.len()) > LARGEST_ENUMERATION {
            return None;
        }
        sums = sums
            .iter()
            .flat_map(|a| own.iter().map(|b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]))
            .collect();
    }
    let moved = |sum: &[u64; 3]| CountBox {
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
            let mut ties: Vec<_> = tied.ties.iter().collect();
            ties.sort_by_key(|tie| std::cmp::Reverse(tie.cells.len()));
            for tie in ties {
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

/// By scope: what one way to fill some cells adds to focus and other.
type Contribution = Vec<(usize, [u64; 2])>;

/// Focus and other counts of several disjoint scopes together, over all fillings.
pub(crate) struct Joint {
    /// Per scope: focus, other.
    start: Vec<[u64; 2]>,
    /// One dimension per independent choice.
    choices: Vec<Vec<Contribution>>,
    /// How many combinations there are.
    pub combinations: usize,
}

impl Joint {
    /// The joint states of the scopes that `place` puts rows in; `None` when there are more than
    /// can be enumerated. Unbounded cells count as their least: their scopes are missing.
    pub fn of(
        fillings: &Fillings,
        scopes: usize,
        place: impl Fn(Row) -> Option<usize>,
    ) -> Option<Joint> {
        let mut start = vec![[0; 2]; scopes];
        let mut widths = vec![[0u64; 2]; scopes];
        for (row, counts) in &fillings.known {
            if let Some(scope) = place(*row) {
                start[scope][0] += counts[0];
                start[scope][1] += counts[1];
            }
        }
        for cell in fillings.free.iter().filter(|cell| cell.part != Part::NotStated) {
            if let Some(scope) = place(cell.row) {
                start[scope][cell.part as usize] += cell.low;
                widths[scope][cell.part as usize] += cell.high.map_or(0, |high| high - cell.low);
            }
        }
        let mut choices = Vec::new();
        let mut combinations = 1usize;
        let limit = |combinations: usize, options: u64| {
            let options = usize::try_from(options).ok()?;
            combinations.checked_mul(options).filter(|&all| all <= LARGEST_ENUMERATION)
        };
        for (scope, width) in widths.iter().enumerate() {
            for part in [0, 1] {
                if width[part] > 0 {
                    combinations = limit(combinations, width[part].checked_add(1)?)?;
                    let mut option = [0; 2];
                    let options = (0..=width[part]).map(|people| {
                        option[part] = people;
                        vec![(scope, option)]
                    });
                    choices.push(options.collect());
                }
            }
        }
        for tied in &fillings.tied {
            let places: Vec<Option<usize>> = tied
                .cells
                .iter()
                .map(|cell| place(cell.row).filter(|_| cell.part != Part::NotStated))
                .collect();
            if places.iter().all(Option::is_none) {
                continue;
            }
            let options: BTreeSet<Contribution> = tied
                .fillings
                .as_ref()?
                .iter()
                .map(|filling| contribution(tied, &places, filling))
                .collect();
            combinations = limit(combinations, options.len() as u64)?;
            choices.push(options.into_iter().collect());
        }
        Some(Joint { start, choices, combinations })
    }

    /// Calls `visit` with every joint state: per scope, focus and other.
    pub fn for_each(&self, mut visit: impl FnMut(&[[u64; 2]])) {
        self.choose(0, &mut self.start.clone(), &mut visit);
    }

    fn choose(&self, next: usize, state: &mut [[u64; 2]], visit: &mut impl FnMut(&[[u64; 2]])) {
        let Some(options) = self.choices.get(next) else { return visit(state) };
        for option in options {
            for &(scope, [focus, other]) in option {
                state[scope][0] += focus;
                state[scope][1] += other;
            }
            self.choose(next + 1, state, visit);
            for &(scope, [focus, other]) in option {
                state[scope][0] -= focus;
                state[scope][1] -= other;
            }
        }
    }
}

fn contribution(tied: &Tied, places: &[Option<usize>], filling: &[u64]) -> Contribution {
    let mut sums = Contribution::new();
    for ((cell, place), &people) in tied.cells.iter().zip(places).zip(filling) {
        let Some(scope) = *place else { continue };
        let found = sums.iter().position(|(other, _)| *other == scope);
        let at = found.unwrap_or_else(|| {
            sums.push((scope, [0; 2]));
            sums.len() - 1
        });
        sums[at].1[cell.part as usize] += people;
    }
    sums
}

/// Whether totals tie cells of different scopes together.
pub(crate) fn are_linked(fillings: &Fillings, place: impl Fn(Row) -> Option<usize>) -> bool {
    fillings.tied.iter().any(|tied| {
        let mut scopes = tied.cells.iter().filter_map(|cell| place(cell.row));
        let first = scopes.next();
        scopes.any(|scope| Some(scope) != first)
    })
}
