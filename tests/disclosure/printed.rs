//! Everything that is printed of a table, as a reader could write it down: sums of cells with their
//! numbers, limits of cells, and what is hidden.
//!
//! Nothing here knows how it was decided; a way of hiding is any function from a question to a
//! number or nothing.

use byspejl::analysis::disclosure::{Disclosed, suppressed_table};
use byspejl::workforce::{Column, Focus, Headcount, Origin, Row, Scope, WorkforceTable};
use std::collections::BTreeMap;

/// Whom a number is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Who {
    Scope(Scope),
    Row(Row),
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    People,
    Focus,
    Other,
    NotStated,
    Group(Origin),
}

/// A way of hiding: the number that is printed, if one is.
pub type Hiding<'a> = dyn Fn(Who, What) -> Option<u64> + 'a;

/// What a reader of all outputs knows. Cells by index in `cells`.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    pub cells: Vec<(Row, Column)>,
    /// Cells and their sum.
    pub sums: BTreeMap<Vec<usize>, u64>,
    /// Cells that hold at most so many.
    pub limits: Vec<(usize, u64)>,
    /// Sums that are not printed anywhere.
    pub hidden: Vec<Vec<usize>>,
}

/// Every question that an output could answer.
pub fn questions(table: &WorkforceTable) -> Vec<(Who, What)> {
    let (levels, areas) = (table.levels().len(), table.areas().len());
    let cells = (0..levels).flat_map(|level| (0..areas).map(move |area| (level, area)));
    let scopes = std::iter::once(Scope::WholeOrganisation)
        .chain((0..levels).map(Scope::Level))
        .chain((0..areas).map(Scope::Area))
        .chain(cells.map(|(level, area)| Scope::Cell { level, area }));
    let counted = [What::People, What::Focus, What::Other, What::NotStated];
    let counted = || counted.into_iter().chain(Origin::ALL.into_iter().map(What::Group));
    let by_scope = scopes.flat_map(|scope| counted().map(move |what| (Who::Scope(scope), what)));
    // Rows of unstated level or area are no scopes; they are printed column by column.
    let by_column = || counted().filter(|what| !matches!(what, What::Focus | What::Other));
    let by_row = table.rows().flat_map(|row| by_column().map(move |what| (Who::Row(row), what)));
    by_scope.chain(by_row).collect()
}

/// The cells that a number is the sum of; `None` where the table's groups do not add up to it.
pub fn cells_of(table: &WorkforceTable, focus: Focus, who: Who, what: What) -> Option<Vec<usize>> {
    let groups = table.grouping().groups();
    let counts = |column: Column| match (what, column) {
        (What::NotStated, column) => column == Column::OriginNotStated,
        (_, Column::OriginNotStated) => false,
        (What::People, _) => true,
        (What::Focus, Column::Group(group)) => focus.contains(group),
        (What::Other, Column::Group(group)) => focus.excludes(group),
        (What::Group(whole), Column::Group(group)) => whole.includes(group),
    };
    if let What::Group(whole) = what {
        let parts: Vec<Origin> = groups.iter().copied().filter(|&g| whole.includes(g)).collect();
        if !whole.is_made_of(&parts) {
            return None;
        }
    }
    let is_in = |row: Row| match who {
        Who::Scope(scope) => scope.holds(row),
        Who::Row(only) => row == only,
    };
    let cells = all_cells(table).into_iter().enumerate();
    let held = cells.filter(|(_, (row, column))| is_in(*row) && counts(*column));
    Some(held.map(|(index, _)| index).collect())
}

pub fn all_cells(table: &WorkforceTable) -> Vec<(Row, Column)> {
    table.rows().flat_map(|row| table.columns().map(move |column| (row, column))).collect()
}

impl Printed {
    /// Everything that a way of hiding lets through, in every depth and grouping at once.
    pub fn of(table: &WorkforceTable, focus: Focus, hiding: &Hiding) -> Printed {
        let mut printed = Printed { cells: all_cells(table), ..Printed::default() };
        let mut open = Vec::new();
        for (who, what) in questions(table) {
            let Some(cells) = cells_of(table, focus, who, what) else { continue };
            match hiding(who, what) {
                Some(people) => printed.print(cells, people),
                None => open.push(cells),
            }
        }
        open.sort();
        open.dedup();
        printed.hidden = open.into_iter().filter(|c| !printed.sums.contains_key(c)).collect();
        printed
    }

    /// Adds a number; the same sum printed with two numbers would be a mistake.
    pub fn print(&mut self, cells: Vec<usize>, people: u64) {
        let before = self.sums.insert(cells.clone(), people);
        assert!(before.is_none_or(|before| before == people), "{cells:?}: {before:?} and {people}");
        self.hidden.retain(|hidden| *hidden != cells);
    }

    /// Adds what a table says that was made to be shared.
    pub fn print_table(&mut self, table: &WorkforceTable) {
        for (index, (row, column)) in self.cells.clone().into_iter().enumerate() {
            match table.cell(row, column) {
                Some(Headcount::Known(people)) => self.print(vec![index], people.into()),
                Some(Headcount::Suppressed { low, high }) => {
                    assert_eq!(low, 0, "a range from above nobody tells primary from secondary");
                    self.limits.push((index, high.into()));
                }
                Some(Headcount::Missing) | None => {}
            }
        }
        for total in table.totals() {
            let counts = |column: Column| total.column.is_none_or(|only| only == column);
            let cells = self.cells.iter().enumerate();
            let held = cells.filter(|(_, (row, col))| total.scope.holds(*row) && counts(*col));
            let held = held.map(|(index, _)| index).collect();
            self.print(held, total.people.into());
        }
    }

    /// Whether counts agree with everything printed.
    pub fn allows(&self, counts: &[u64]) -> bool {
        let sum = |cells: &[usize]| cells.iter().map(|&cell| counts[cell]).sum::<u64>();
        self.sums.iter().all(|(cells, people)| sum(cells) == *people)
            && self.limits.iter().all(|&(cell, most)| counts[cell] <= most)
    }
}

/// What a decision lets through.
pub fn disclosed_hiding(disclosed: &Disclosed) -> impl Fn(Who, What) -> Option<u64> {
    |who, what| match (who, what) {
        (Who::Scope(scope), What::People) => disclosed.people(scope),
        (Who::Scope(scope), What::Focus) => disclosed.in_focus(scope),
        (Who::Scope(scope), What::Other) => disclosed.outside_focus(scope),
        (Who::Scope(scope), What::NotStated) => disclosed.not_stated(scope),
        (Who::Scope(scope), What::Group(group)) => disclosed.group(scope, group),
        (Who::Row(row), What::People) => disclosed.people_in_row(row),
        (Who::Row(row), What::NotStated) => disclosed.cell(row, Column::OriginNotStated),
        (Who::Row(row), What::Group(group)) => disclosed.cell(row, Column::Group(group)),
        (Who::Row(_), What::Focus | What::Other) => None,
    }
}

/// Everything that every public output of a table says together: all depths and groupings, and the
/// table that is shared by a link.
pub fn everything(table: &WorkforceTable, focus: Focus, disclosed: &Disclosed) -> Printed {
    let mut printed = Printed::of(table, focus, &disclosed_hiding(disclosed));
    printed.print_table(&suppressed_table(table, disclosed).expect("the same shape"));
    printed
}

/// The counts of a table whose cells are all known.
pub fn counts(table: &WorkforceTable) -> Vec<u64> {
    let known = |(row, column)| table.cell(row, column).and_then(Headcount::known);
    all_cells(table).into_iter().map(|cell| known(cell).expect("known").into()).collect()
}
