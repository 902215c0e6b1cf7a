//! The ways in which hidden cells can be filled (methods, section 5).
//!
//! [`Fillings`] splits a table into what is known, hidden cells that no given total touches
//! ("free"), and groups of hidden cells tied together by totals ("tied"), whose fillings are
//! enumerated ([`super::enumeration`]). Absent: statistics. Read next: [`super::states`], which
//! turns fillings into the counts a scope can have.

use super::enumeration::enumerate;
use crate::workforce::{Column, Focus, Headcount, Row, WorkforceTable};

/// The most fillings that are enumerated; beyond it, proven outer bounds (methods, section 5).
pub const LARGEST_ENUMERATION: usize = 100_000;

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
    // Per cell that is left, the first it was made of.
    let mut firsts: Vec<usize> = Vec::new();
    for (i, cell) in hidden.iter().enumerate() {
        let is_same = |first: usize| {
            let other = &hidden[first];
            other.part == cell.part
                && other.high.is_some() == cell.high.is_some()
                && holding[first] == holding[i]
        };
        // The cells come row by row.
        let of_row = firsts.iter().rev().take_while(|&&first| hidden[first].row == cell.row);
        let place = firsts.len() - of_row.count();
        let same = (place..firsts.len()).find(|&place| is_same(firsts[place]));
        match same {
            Some(place) => {
                let all: &mut HiddenCell = &mut cells[place];
                all.low += cell.low;
                all.high = all.high.zip(cell.high).map(|(all, high)| all + high);
            }
            None => {
                firsts.push(i);
                holding[i].iter().for_each(|&t| ties[t].cells.push(cells.len()));
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
    let is_label = |label: &usize| ties.iter().any(|tie| group[tie.cells[0]] == *label);
    let mut tied = Vec::new();
    for label in (0..cells.len()).filter(is_label) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::{GivenTotal, Grouping, Level, Origin, Scope};

    const DANISH: Column = Column::Group(Origin::Danish);
    const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);

    fn table(cells: &[(Headcount, Headcount)], totals: &[(Option<Column>, u32)]) -> WorkforceTable {
        let levels = cells.iter().map(|_| Level::named("")).collect();
        let mut table = WorkforceTable::new(Grouping::Two, levels, vec![]).expect("few levels");
        for (level, &(other, focus)) in cells.iter().enumerate() {
            let row = Row { level: Some(level), area: None };
            table.set(row, DANISH, other).expect("in the table");
            table.set(row, FOCUS, focus).expect("in the table");
        }
        for &(column, people) in totals {
            let scope = Scope::WholeOrganisation;
            table.give_total(GivenTotal { scope, column, people }).expect("a scope");
        }
        table
    }

    const HIDDEN: Headcount = Headcount::Suppressed { low: 1, high: 4 };

    #[test]
    fn without_totals_every_hidden_cell_is_free() {
        let table = table(&[(Headcount::Known(9), HIDDEN), (Headcount::Missing, HIDDEN)], &[]);
        let fillings = Fillings::of(&table, Focus::default());
        assert_eq!((fillings.free.len(), fillings.tied.len()), (3, 0));
        assert_eq!(fillings.hidden_cells, 3);
        assert!(fillings.free.iter().any(|cell| cell.high.is_none()));
    }

    #[test]
    fn a_total_ties_its_cells_and_leaves_only_the_fillings_that_meet_it() {
        let cells = [(Headcount::Known(9), HIDDEN), (Headcount::Known(9), HIDDEN)];
        let fillings = Fillings::of(&table(&cells, &[(Some(FOCUS), 6)]), Focus::default());
        let found = fillings.tied[0].fillings.as_ref().expect("few");
        assert_eq!(found[..], [[2, 4], [3, 3], [4, 2]]);
    }

    #[test]
    fn a_total_bounds_what_is_missing() {
        let cells = [(Headcount::Known(9), Headcount::Missing), (Headcount::Known(9), HIDDEN)];
        let fillings = Fillings::of(&table(&cells, &[(None, 25)]), Focus::default());
        let missing = fillings.tied[0].cells[0];
        assert_eq!((missing.low, missing.high), (3, Some(6)));
    }

    #[test]
    fn totals_that_nothing_meets_are_left_out_of_account() {
        let cells = [(Headcount::Known(9), HIDDEN), (Headcount::Known(9), HIDDEN)];
        for people in [1, 9] {
            let table = table(&cells, &[(Some(FOCUS), people)]);
            let fillings = Fillings::of(&table, Focus::default());
            assert!(fillings.contradiction);
            assert_eq!((fillings.free.len(), fillings.tied.len()), (2, 0));
        }
    }
}
