//! The table that may leave: hidden counts left out, totals kept where they may be.
//!
//! What a count was hidden for cannot be seen from it: one that is small and one that protects
//! another look alike. Absent: texts as typed; the session writes them from this.

use super::disclosed::Disclosed;
use crate::workforce::{Column, GivenTotal, Headcount, Row, Scope, TableError, WorkforceTable};

/// The table with everything hidden that may not be shown.
///
/// A hidden count is missing where the row's total is given, so that it is bounded by it; else it
/// is suppressed between 0 and the least shown number of people it is part of; else missing.
///
/// # Errors
/// [`TableError::OutsideTable`] when the decision was made for a table of another shape.
pub fn suppressed_table(
    table: &WorkforceTable,
    disclosed: &Disclosed,
) -> Result<WorkforceTable, TableError> {
    let (levels, areas) = (table.levels().to_vec(), table.areas().to_vec());
    let mut public = WorkforceTable::new(table.grouping(), levels, areas)?;
    for row in table.rows() {
        for column in table.columns() {
            public.set(row, column, count(table, disclosed, row, column))?;
        }
    }
    let scopes = scopes(table);
    for scope in scopes {
        let has_hidden =
            |column: Column| table.rows_in(scope).any(|row| disclosed.cell(row, column).is_none());
        let mut give = |column: Option<Column>, people: Option<u64>| match people
            .and_then(|people| u32::try_from(people).ok())
        {
            Some(people) => public.give_total(GivenTotal { scope, column, people }),
            None => Ok(()),
        };
        if table.columns().any(has_hidden) {
            give(None, disclosed.everybody(scope))?;
        }
        for column in table.columns().filter(|&column| has_hidden(column)) {
            let people = match column {
                Column::Group(group) => disclosed.group(scope, group),
                Column::OriginNotStated => disclosed.not_stated(scope),
            };
            give(Some(column), people)?;
        }
    }
    Ok(public)
}

fn scopes(table: &WorkforceTable) -> Vec<Scope> {
    let (levels, areas) = (table.levels().len(), table.areas().len());
    let cells = (0..levels).flat_map(|level| (0..areas).map(move |area| (level, area)));
    std::iter::once(Scope::WholeOrganisation)
        .chain((0..levels).map(Scope::Level))
        .chain((0..areas).map(Scope::Area))
        .chain(cells.map(|(level, area)| Scope::Cell { level, area }))
        .collect()
}

fn count(table: &WorkforceTable, disclosed: &Disclosed, row: Row, column: Column) -> Headcount {
    let whole = |people: u64| u32::try_from(people).ok();
    if let Some(people) = disclosed.cell(row, column).and_then(whole) {
        return Headcount::Known(people);
    }
    let holding = || scopes(table).into_iter().filter(|scope| scope.holds(row));
    let own = holding().find(|&scope| table.rows_in(scope).count() == 1);
    if column != Column::OriginNotStated && own.is_some_and(|s| disclosed.everybody(s).is_some()) {
        return Headcount::Missing;
    }
    let bound = |scope: Scope| match column {
        Column::Group(_) => disclosed.people(scope),
        Column::OriginNotStated => disclosed.not_stated(scope),
    };
    let least = holding()
        .filter_map(bound)
        .chain(disclosed.people_in_row(row).filter(|_| column != Column::OriginNotStated));
    match least.min().and_then(whole) {
        Some(high) => Headcount::Suppressed { low: 0, high },
        None => Headcount::Missing,
    }
}
