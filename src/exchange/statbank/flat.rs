//! A table with one row for each figure: variables, and the figure in the last column.
//!
//! The table bank's API writes CSV this way, with the variables' codes in capital letters and
//! INDHOLD or CONTENTS over the figures. Absent: what the values mean.

use super::cube::{Builder, Cube, Entry};
use super::error::{Fault, StatbankError};
use super::kind;
use super::rows::{Rows, words};
use crate::exchange::reading::At;

/// A heading stands at the top, below a title at most.
const HEADING_WITHIN: usize = 12;

/// Where the heading stands and how many columns it has; `None` when this is no such table.
pub(super) fn heading(rows: &Rows) -> Option<(usize, usize)> {
    let last = |row: &[crate::exchange::book::Cell]| row.iter().rposition(|cell| !cell.is_blank());
    rows.rows.iter().take(HEADING_WITHIN).enumerate().find_map(|(index, row)| {
        let last = last(row)?;
        let is_heading = last > 0
            && kind::is_figures(&words(&row[last]))
            && row[..last].iter().all(|cell| !cell.is_blank())
            && row[..last].iter().any(|cell| kind::of_heading(&words(cell)).is_some());
        is_heading.then_some((index, last + 1))
    })
}

pub(super) fn read(rows: &Rows, (top, width): (usize, usize)) -> Result<Cube, StatbankError> {
    let names = rows.rows[top][..width - 1].iter().enumerate();
    let headings =
        names.map(|(column, cell)| (words(cell).into_owned(), String::new(), rows.at(top, column)));
    let mut builder = Builder::new(headings)?;
    builder.sheet = rows.name.to_owned();
    builder.title = title(rows, top);
    let last = rows.rows.iter().rposition(|row| row.iter().any(|cell| !cell.is_blank()));
    for index in top + 1..rows.rows.len() {
        let row = rows.row(index, width);
        if row.is_empty() || is_note(&row) {
            continue;
        }
        let at = |column: usize| -> Option<At> { rows.at(index, column) };
        let is_short = rows.rows[index].len() < width && row.len() < width;
        if is_short && Some(index) == last {
            // A download that broke off ends in half a row.
            builder.cut_off = at(0);
            continue;
        }
        if row.len() > width || is_short {
            let fault = Fault::RowLength { expected: width, found: row.len() };
            let whole: Vec<_> = row.iter().map(words).collect();
            return Err(StatbankError::of(fault).at(at(0)).found(whole.join(" | ")).on(rows.name));
        }
        let empty = crate::exchange::book::Cell::Empty;
        let figure = Entry::read(row.get(width - 1).unwrap_or(&empty), at(width - 1));
        let labels: Vec<_> = (0..width - 1)
            .map(|column| row.get(column).map_or_else(Default::default, words))
            .collect();
        let placed = labels.iter().enumerate().map(|(column, label)| (label.as_ref(), at(column)));
        builder.put(placed, figure).map_err(|error| error.on(rows.name))?;
    }
    builder.finish()
}

/// A row with a text in its first cell alone is a footnote.
fn is_note(row: &[crate::exchange::book::Cell]) -> bool {
    row.len() == 1
}

/// The first line above the heading, where there is one.
fn title(rows: &Rows, top: usize) -> Option<String> {
    let cells = rows.rows[..top].iter().flatten().filter(|cell| !cell.is_blank());
    let text = cells.map(|cell| words(cell).into_owned()).find(|text| !text.starts_with("sep="))?;
    Some(text)
}
