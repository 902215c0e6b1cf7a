//! The counts that several disjoint scopes can have together, over all fillings.
//!
//! Here is [`Joint`]. Absent: one scope on its own ([`super::states`]) and statistics.

use super::fillings::{Fillings, LARGEST_ENUMERATION, Part, Tied};
use crate::sorted::sort_by;
use crate::workforce::Row;

/// What one option adds: scope, focus and other.
type Additions = Vec<(usize, [u64; 2])>;

/// Focus and other counts of several disjoint scopes together, over all fillings.
pub(crate) struct Joint {
    /// Per scope: focus, other.
    start: Vec<[u64; 2]>,
    /// One dimension per independent choice; each option adds to some scopes.
    choices: Vec<Vec<Additions>>,
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
            let mut options: Vec<Additions> = tied
                .fillings
                .as_ref()?
                .iter()
                .map(|filling| contribution(tied, &places, filling))
                .collect();
            sort_by(&mut options, |a, b| a < b);
            options.dedup();
            combinations = limit(combinations, options.len() as u64)?;
            choices.push(options);
        }
        Some(Joint { start, choices, combinations })
    }

    /// Per scope, whether some choice adds to it; the counts of all others are the same throughout.
    pub fn open_scopes(&self) -> Vec<bool> {
        let mut open = vec![false; self.start.len()];
        let additions = self.choices.iter().flatten().flatten();
        additions.for_each(|&(scope, _)| open[scope] = true);
        open
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

fn contribution(tied: &Tied, places: &[Option<usize>], filling: &[u64]) -> Additions {
    let mut sums = Additions::new();
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
