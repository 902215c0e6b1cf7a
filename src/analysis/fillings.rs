//! The ways in which hidden cells can be filled (methods, section 5).
//!
//! [`Fillings`] splits a table into what is known, hidden cells that no given total touches
//! ("free"), and groups of hidden cells tied together by totals ("tied"), whose fillings are
//! enumerated. Absent: statistics. Read next: [`super::states`], which turns fillings into the
//! counts a scope can have.

use crate::workforce::{Column, Focus, Headcount, Row, WorkforceTable};
use std::collections::BTreeMap;

/// The most fillings that are enumerated; beyond it, proven outer bounds (methods, section 5).
pub const LARGEST_ENUMERATION: usize = 100_000;

/// The most branches tried in search of fillings, so that a contradiction is found or given up.
const MOST_BRANCHES: usize = 1_000_000;

/// The three counts a row is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Focus,
    Other,
    NotStated,
}

impl Part {
    pub const ALL: [Part; 3] = [Part::Focus, Part::Other, Part::NotStated];

    fn of(column: Column, focus: Focus) -> Part {
        match column {
            Column::OriginNotStated => Part::NotStated,
            Column::Group(group) if focus.contains(group) => Part::Focus,
            Column::Group(_) => Part::Other,
        }
    }
}

/// A cell whose count lies between two bounds; no upper bound when missing without a total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct HiddenCell {
    pub row: Row,
    pub part: Part,
    pub low: u64,
    pub high: Option<u64>,
}

/// A total: the cells with these indices add up to `sum`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tie {
    pub cells: Vec<usize>,
    pub sum: u64,
}

/// Hidden cells tied together by totals.
#[derive(Clone, Debug)]
pub(crate) struct Tied {
    pub cells: Vec<HiddenCell>,
    pub ties: Vec<Tie>,
    /// Every filling, one count per cell; `None` when there are too many.
    pub fillings: Option<Vec<Vec<u64>>>,
}

/// What is known of a table and what is left open.
#[derive(Clone, Debug)]
pub(crate) struct Fillings {
    /// Per row: focus, other, not stated.
    pub known: Vec<(Row, [u64; 3])>,
    pub free: Vec<HiddenCell>,
    pub tied: Vec<Tied>,
    /// Suppressed and missing cells of the table.
    pub hidden_cells: usize,
    /// No filling satisfies the given totals; they are then left out of account.
    pub contradiction: bool,
}

impl Fillings {
    pub fn of(table: &WorkforceTable, focus: Focus) -> Fillings {
        let mut known = Vec::new();
        let mut hidden = Vec::new();
        let mut columns = Vec::new();
        for row in table.rows() {
            let mut sums = [0; 3];
            for column in table.columns() {
                let part = Part::of(column, focus);
                let bounds = match table.cell(row, column) {
                    Some(Headcount::Known(people)) => {
                        sums[part as usize] += u64::from(people);
                        continue;
                    }
                    Some(cell) => cell.bounds(),
                    None => continue,
                };
                let high = bounds.high.map(|high| high.max(bounds.low));
                hidden.push(HiddenCell { row, part, low: bounds.low, high });
                columns.push(column);
            }
            known.push((row, sums));
        }
        let hidden_cells = hidden.len();
        let (ties, known_fits) = ties(table, &hidden, &columns);
        let (hidden, ties) = merged(&hidden, &ties);
        let bounded = if known_fits { tightened(&hidden, &ties) } else { None };
        let tied = bounded.and_then(|cells| components(&cells, &ties));
        let contradiction = tied.is_none();
        let (free, tied) = match tied {
            Some(split) => split,
            None => (hidden, Vec::new()),
        };
        Fillings { known, free, tied, hidden_cells, contradiction }
    }
}

/// The totals as ties between hidden cells, and whether those without hidden cells fit.
fn ties(table: &WorkforceTable, hidden: &[HiddenCell], columns: &[Column]) -> (Vec<Tie>, bool) {
    let mut ties = Vec::new();
    let mut fits = true;
    for total in table.totals() {
        let counts = |column| total.column.is_none_or(|only| only == column);
        let known: u64 = table
            .rows_in(total.scope)
            .flat_map(|row| table.columns().map(move |column| (row, column)))
            .filter(|&(_, column)| counts(column))
            .filter_map(|(row, column)| table.cell(row, column)?.known())
            .map(u64::from)
            .sum();
        let cells: Vec<usize> = (0..hidden.len())
            .filter(|&i| total.scope.holds(hidden[i].row) && counts(columns[i]))
            .collect();
        match u64::from(total.people).checked_sub(known) {
            Some(sum) if !cells.is_empty() => ties.push(Tie { cells, sum }),
            Some(0) => {}
            _ => fits = false,
        }
    }
    (ties, fits)
}

/// The same with the cells of one row and part made one where the same totals hold them.
///
/// Only their sum enters any statistic, and every sum between its bounds is that of some cells.
fn merged(hidden: &[HiddenCell], ties: &[Tie]) -> (Vec<HiddenCell>, Vec<Tie>) {
    let mut holding: Vec<Vec<usize>> = vec![Vec::new(); hidden.len()];
    for (t, tie) in ties.iter().enumerate() {
        tie.cells.iter().for_each(|&i| holding[i].push(t));
    }
    let mut cells: Vec<HiddenCell> = Vec::new();
    let mut ties: Vec<Tie> = ties.iter().map(|tie| Tie { cells: Vec::new(), ..*tie }).collect();
    let mut places = BTreeMap::new();
    for (cell, holding) in hidden.iter().zip(&holding) {
        let key = (cell.row.level, cell.row.area, cell.part, cell.high.is_some(), holding);
        match places.get(&key) {
            Some(&place) => {
                let all: &mut HiddenCell = &mut cells[place];
                all.low += cell.low;
                all.high = all.high.zip(cell.high).map(|(all, high)| all + high);
            }
            None => {
                places.insert(key, cells.len());
                holding.iter().for_each(|&t| ties[t].cells.push(cells.len()));
                cells.push(*cell);
            }
        }
    }
    (cells, ties)
}

/// The cells with the bounds that the ties leave; `None` when they leave nothing.
fn tightened(hidden: &[HiddenCell], ties: &[Tie]) -> Option<Vec<HiddenCell>> {
    let mut cells = hidden.to_vec();
    // Every round can only shrink bounds; the limit keeps long chains from creeping by ones.
    for _ in 0..64 {
        let before = cells.clone();
        for tie in ties {
            let mut low: u64 = tie.cells.iter().map(|&i| cells[i].low).sum();
            let mut high: u64 = tie.cells.iter().filter_map(|&i| cells[i].high).sum();
            let mut unbounded = tie.cells.iter().filter(|&&i| cells[i].high.is_none()).count();
            for &i in &tie.cells {
                let cell = cells[i];
                let most = (tie.sum + cell.low).checked_sub(low)?;
                let others_unbounded = unbounded - usize::from(cell.high.is_none());
                let least = match others_unbounded {
                    0 => tie.sum.saturating_sub(high - cell.high.unwrap_or(0)),
                    _ => 0,
                };
                let new_low = cell.low.max(least);
                let new_high = cell.high.map_or(most, |high| high.min(most));
                if new_low > new_high {
                    return None;
                }
                low += new_low - cell.low;
                high = high - cell.high.unwrap_or(0) + new_high;
                unbounded = others_unbounded;
                cells[i] = HiddenCell { low: new_low, high: Some(new_high), ..cell };
            }
        }
        if cells == before {
            break;
        }
    }
    Some(cells)
}

/// Cells in no tie, and the groups that ties connect; `None` when a group has no filling.
fn components(cells: &[HiddenCell], ties: &[Tie]) -> Option<(Vec<HiddenCell>, Vec<Tied>)> {
    let mut group: Vec<usize> = (0..cells.len()).collect();
    for tie in ties {
        let target = group[tie.cells[0]];
        let merged: Vec<usize> = tie.cells.iter().map(|&i| group[i]).collect();
        for label in group.iter_mut().filter(|label| merged.contains(label)) {
            *label = target;
        }
    }
    let is_tied = |i: usize| ties.iter().any(|tie| tie.cells.contains(&i));
    let free = (0..cells.len()).filter(|&i| !is_tied(i)).map(|i| cells[i]).collect();
    let mut labels: Vec<usize> = ties.iter().map(|tie| group[tie.cells[0]]).collect();
    labels.sort_unstable();
    labels.dedup();
    let mut tied = Vec::new();
    for label in labels {
        let members: Vec<usize> = (0..cells.len()).filter(|&i| group[i] == label).collect();
        let place = |i: &usize| members.binary_search(i).ok();
        let own: Vec<Tie> = ties
            .iter()
            .filter(|tie| group[tie.cells[0]] == label)
            .map(|tie| Tie { cells: tie.cells.iter().filter_map(place).collect(), sum: tie.sum })
            .collect();
        let own_cells: Vec<HiddenCell> = members.iter().map(|&i| cells[i]).collect();
        let fillings = enumerate(&own_cells, &own);
        if fillings.as_ref().is_some_and(Vec::is_empty) {
            return None;
        }
        tied.push(Tied { cells: own_cells, ties: own, fillings });
    }
    Some((free, tied))
}

/// Every filling of the cells that satisfies the ties; `None` when there are too many.
fn enumerate(cells: &[HiddenCell], ties: &[Tie]) -> Option<Vec<Vec<u64>>> {
    // With one tie every count between the tightened bounds is reached, so the widest cell tells.
    let counts = |cell: &HiddenCell| cell.high.map_or(u64::MAX, |high| high - cell.low);
    if ties.len() == 1 && cells.iter().any(|cell| counts(cell) >= LARGEST_ENUMERATION as u64) {
        return None;
    }
    let mut search = Search {
        cells,
        ties,
        left: ties.iter().map(|tie| tie.sum).collect(),
        filling: Vec::with_capacity(cells.len()),
        found: Vec::new(),
        branches: 0,
    };
    search.extend().then_some(search.found)
}

struct Search<'a> {
    cells: &'a [HiddenCell],
    ties: &'a [Tie],
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
            return self.found.len() <= LARGEST_ENUMERATION;
        };
        self.branches += 1;
        if self.branches > MOST_BRANCHES {
            return false;
        }
        let (mut low, mut high) = (cell.low, cell.high.unwrap_or(u64::MAX));
        for (tie, &left) in self.ties.iter().zip(&self.left) {
            if !tie.cells.contains(&next) {
                continue;
            }
            let later = || tie.cells.iter().filter(|&&i| i > next).map(|&i| &self.cells[i]);
            let Some(most) = left.checked_sub(later().map(|cell| cell.low).sum()) else {
                return true;
            };
            let least = later()
                .map(|cell| cell.high)
                .sum::<Option<u64>>()
                .map_or(0, |others| left.saturating_sub(others));
            (low, high) = (low.max(least), high.min(most));
        }
        let mine: Vec<usize> =
            (0..self.ties.len()).filter(|&t| self.ties[t].cells.contains(&next)).collect();
        for people in low..=high {
            mine.iter().for_each(|&t| self.left[t] -= people);
            self.filling.push(people);
            let goes_on = self.extend();
            self.filling.pop();
            mine.iter().for_each(|&t| self.left[t] += people);
            if !goes_on {
                return false;
            }
        }
        true
    }
}
