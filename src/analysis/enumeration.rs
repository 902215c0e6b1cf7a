//! Trying every filling of hidden cells that totals tie together.
//!
//! Here is [`enumerate`]. Absent: which cells are tied; see [`super::fillings`].

use super::fillings::{HiddenCell, LARGEST_ENUMERATION, Tie};

/// The most branches tried, so that a search without end is given up.
const MOST_BRANCHES: usize = 1_000_000;

/// The most counts kept, all fillings together: 32 MB.
const MOST_COUNTS: usize = 4_000_000;

/// Every filling of the cells that satisfies the ties, one count per cell; empty when they
/// contradict each other, `None` when there are too many.
pub(crate) fn enumerate(cells: &[HiddenCell], ties: &[Tie]) -> Option<Vec<Vec<u64>>> {
    // With one tie every count between the tightened bounds is reached, so the widest cell tells.
    let counts = |cell: &HiddenCell| cell.high.map_or(u64::MAX, |high| high - cell.low);
    if ties.len() == 1 && cells.iter().any(|cell| counts(cell) >= LARGEST_ENUMERATION as u64) {
        return None;
    }
    let share = |(t, tie): (usize, &Tie), cell: usize| {
        let later = || tie.cells.iter().filter(|&&i| i > cell).map(|&i| &cells[i]);
        tie.cells.contains(&cell).then(|| TieShare {
            tie: t,
            least_later: later().map(|cell| cell.low).sum(),
            most_later: later().map(|cell| cell.high).sum(),
        })
    };
    let shares = (0..cells.len())
        .map(|cell| ties.iter().enumerate().filter_map(|tie| share(tie, cell)).collect())
        .collect();
    let mut search = Search {
        cells,
        shares,
        left: ties.iter().map(|tie| tie.sum).collect(),
        filling: Vec::with_capacity(cells.len()),
        found: Vec::new(),
        branches: 0,
    };
    search.extend().then_some(search.found)
}

/// A cell's part in a tie, and what the cells after it can take of it.
struct TieShare {
    tie: usize,
    least_later: u64,
    most_later: Option<u64>,
}

struct Search<'a> {
    cells: &'a [HiddenCell],
    /// Per cell.
    shares: Vec<Vec<TieShare>>,
    /// What each tie still has to share out.
    left: Vec<u64>,
    filling: Vec<u64>,
    found: Vec<Vec<u64>>,
    branches: usize,
}

impl Search<'_> {
    /// Fills the next cell in every way; `false` when there are too many fillings.
    fn extend(&mut self) -> bool {
        let next = self.filling.len();
        let Some(cell) = self.cells.get(next) else {
            self.found.push(self.filling.clone());
            let kept = self.found.len();
            return kept <= LARGEST_ENUMERATION && kept * next <= MOST_COUNTS;
        };
        self.branches += 1;
        if self.branches > MOST_BRANCHES {
            return false;
        }
        let (mut low, mut high) = (cell.low, cell.high.unwrap_or(u64::MAX));
        for share in &self.shares[next] {
            let left = self.left[share.tie];
            let Some(most) = left.checked_sub(share.least_later) else { return true };
            let least = share.most_later.map_or(0, |later| left.saturating_sub(later));
            (low, high) = (low.max(least), high.min(most));
        }
        for people in low..=high {
            self.take(next, people);
            self.filling.push(people);
            let goes_on = self.extend();
            self.filling.pop();
            self.give_back(next, people);
            if !goes_on {
                return false;
            }
        }
        true
    }

    fn take(&mut self, cell: usize, people: u64) {
        self.shares[cell].iter().for_each(|share| self.left[share.tie] -= people);
    }

    fn give_back(&mut self, cell: usize, people: u64) {
        self.shares[cell].iter().for_each(|share| self.left[share.tie] += people);
    }
}
