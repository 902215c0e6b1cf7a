//! A table as the web page shows it: titles, headings across, labels down the left side.
//!
//! Each variable that stands down the side has a column of its own; a label is written once and
//! holds until the next in its column. Each variable across has a row of its own. Absent: what the
//! values mean.

use super::cube::{Builder, Cube, Entry};
use super::error::{Fault, StatbankError};
use super::kind;
use super::rows::{Rows, words};
use crate::exchange::book::Cell;
use crate::exchange::reading::{At, Reason};

/// No title is longer.
const HEADINGS_WITHIN: usize = 20;

/// The shape of a table.
struct Shape {
    title: String,
    /// The first row of headings and the first row below them.
    headings: std::ops::Range<usize>,
    /// How many columns of labels stand on the left.
    labels: usize,
    width: usize,
}

fn shape(rows: &Rows) -> Option<Shape> {
    let first_filled = |row: &[Cell]| row.iter().position(|cell| !cell.is_blank());
    let is_heading = |row: &Vec<Cell>| first_filled(row).is_some_and(|first| first > 0);
    let top = rows.rows.iter().take(HEADINGS_WITHIN).position(is_heading)?;
    let labels = first_filled(&rows.rows[top])?;
    let more = rows.rows[top..].iter();
    let end =
        top + more.take_while(|row| first_filled(row).is_some_and(|first| first >= labels)).count();
    let width = rows.rows[top..end]
        .iter()
        .filter_map(|row| row.iter().rposition(|cell| !cell.is_blank()))
        .max()?
        + 1;
    let lines = rows.rows[..top].iter().map(|row| row.iter().map(words).collect::<Vec<_>>());
    // A title with a comma may have been cut there.
    let lines = lines.map(|line| line.join(",").trim_end_matches(',').trim().to_owned());
    let lines: Vec<String> =
        lines.filter(|line| !line.is_empty() && !line.starts_with("sep=")).collect();
    Some(Shape { title: lines.join(" "), headings: top..end, labels, width })
}

pub(super) fn read(rows: &Rows) -> Result<Cube, StatbankError> {
    let no_table = || StatbankError::of(Fault::File(Reason::NotATable)).on(rows.name);
    let shape = shape(rows).ok_or_else(no_table)?;
    let Shape { labels, width, .. } = shape;
    let across: Vec<Vec<(String, Option<At>)>> =
        shape.headings.clone().map(|row| filled_right(rows, row, labels, width)).collect();
    let count = labels + across.len();
    let names = names_in(&shape.title, count).unwrap_or_else(|| vec![String::new(); count]);
    let mut builder = Builder::new(names.into_iter().map(|name| (String::new(), name, None)))?;
    builder.sheet = rows.name.to_owned();
    builder.title = (!shape.title.is_empty()).then_some(shape.title);
    let mut current: Vec<Option<(String, Option<At>)>> = vec![None; labels];
    for index in shape.headings.end..rows.rows.len() {
        let row = rows.row(index, width);
        for column in 0..labels {
            let cell = row.get(column).unwrap_or(&Cell::Empty);
            if !cell.is_blank() {
                current[column] = Some((words(cell).into_owned(), rows.at(index, column)));
                current[column + 1..].fill(None);
            }
        }
        let figures = row.iter().enumerate().skip(labels).filter(|(_, cell)| !cell.is_blank());
        let figures: Vec<(usize, &Cell)> = figures.collect();
        let Some((first, _)) = figures.first() else { continue };
        let whole: Option<Vec<&(String, Option<At>)>> =
            current.iter().map(Option::as_ref).collect();
        let Some(left) = whole else {
            let found = StatbankError::of(Fault::LabelsMissing).at(rows.at(index, *first));
            return Err(found.found(words(&row[*first])).on(rows.name));
        };
        if row.len() > width {
            let fault = Fault::RowLength { expected: width, found: row.len() };
            let found = StatbankError::of(fault).at(rows.at(index, 0));
            return Err(found.found(words(&row[row.len() - 1])).on(rows.name));
        }
        for (column, cell) in figures {
            let above = across.iter().map(|heading| &heading[column - labels]);
            let place = left.iter().copied().chain(above).map(|(words, at)| (words.as_str(), *at));
            let entry = Entry::read(cell, rows.at(index, column));
            builder.put(place, entry).map_err(|error| error.on(rows.name))?;
        }
    }
    builder.finish()
}

/// A heading row from the first column of figures on; a heading holds until the next.
fn filled_right(rows: &Rows, index: usize, from: usize, to: usize) -> Vec<(String, Option<At>)> {
    let row = rows.row(index, to);
    let mut last = (String::new(), None);
    (from..to)
        .map(|column| {
            if let Some(cell) = row.get(column).filter(|cell| !cell.is_blank()) {
                last = (words(cell).into_owned(), rows.at(index, column));
            }
            last.clone()
        })
        .collect()
}

/// The variables' names in a title: "… by region, time, age and sex", "… efter område, køn og tid".
/// They stand in the order of the table, first those down the side, then those across.
fn names_in(title: &str, count: usize) -> Option<Vec<String>> {
    let lists = [" by ", " efter "].into_iter().flat_map(|word| {
        title.match_indices(word).map(move |(at, found)| &title[at + found.len()..])
    });
    // A title may say "by" more than once; the list is the last that fits.
    lists
        .filter_map(|list| {
            let split_last = [" and ", " og "].iter().find_map(|word| list.rsplit_once(word));
            let names: Vec<String> = match split_last {
                Some((before, last)) => {
                    before.split(',').chain([last]).map(|name| name.trim().to_owned()).collect()
                }
                None => list.split(',').map(|name| name.trim().to_owned()).collect(),
            };
            let known = names.iter().filter(|name| kind::of_heading(name).is_some()).count();
            (names.len() == count && known > 0).then_some(names)
        })
        .last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_variables_in_the_order_of_the_table() {
        let english = "Population at the first day of the quarter by region, time, marital status, age and sex";
        assert_eq!(names_in(english, 5).expect("five names")[2], "marital status");
        assert_eq!(names_in(english, 4), None);
        let danish = "Befolkningen den 1. i kvartalet efter område, køn, alder, herkomst og tid";
        assert_eq!(names_in(danish, 5).expect("five names")[4], "tid");
        assert_eq!(names_in("Kun en titel", 1), None);
    }
}
