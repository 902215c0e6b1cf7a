//! A file from Statistics Denmark's table bank (or the City's) to a benchmark.
//!
//! Bytes become a [`Cube`] ([`open`]), the cube says what there is to choose from ([`choices`]), and
//! a choice becomes a benchmark ([`benchmark::of`]). Nothing is fetched: the file is all there is.
//! Absent: workforces ([`super::recognise`]). Read next: [`cube`], then [`layout`].

mod age;
mod area;
pub mod benchmark;
mod choices;
mod cube;
mod decode;
mod error;
mod flat;
mod fold;
pub mod json;
mod json_stat;
mod kind;
mod layout;
mod matrix;
mod origin;
mod rows;
mod sum;
mod table;
mod time;

pub use choices::{Ages, AgesThere, AreaThere, Choice, Choices, DateThere, Wish, choices};
pub use cube::{Cube, Entry, Figure, Kind, Value, Variable};
pub use error::{Fault, StatbankError};
pub use sum::Added;
pub use table::{Bank, NamedBy, Table};

use super::book::Book;
use super::reading::Reason;
use rows::Rows;

/// Reads a file of any kind that a table bank saves: CSV, JSON-stat, a spreadsheet.
///
/// `name` is the file's name; it may say which table it is.
///
/// # Errors
/// A [`StatbankError`] for whatever is no table of figures.
pub fn open(name: &str, bytes: &[u8]) -> Result<Cube, StatbankError> {
    if decode::is_spreadsheet(bytes) {
        from_book(name, &decode::spreadsheet(name, bytes)?)
    } else {
        from_text(name, &decode::text(bytes)?)
    }
}

/// Reads decoded text: CSV or JSON-stat.
///
/// # Errors
/// See [`open`].
pub fn from_text(name: &str, text: &str) -> Result<Cube, StatbankError> {
    let text = text.trim_start_matches('\u{feff}');
    let start = text.trim_start();
    if start.is_empty() {
        return Err(StatbankError::of(Fault::File(Reason::Empty)));
    }
    let cube = if start.starts_with(['{', '[']) {
        json_stat::read(start)?
    } else {
        let rows = Rows::of_text(text);
        if rows.rows.len() > super::book::MOST_ROWS {
            return Err(StatbankError::of(Fault::File(Reason::TooManyRows)));
        }
        from_rows(&rows)?
    };
    Ok(named(name, cube))
}

/// Reads the first visible sheet that is a table.
///
/// # Errors
/// See [`open`]; what is wrong with the first sheet that is not empty.
pub fn from_book(name: &str, book: &Book) -> Result<Cube, StatbankError> {
    let mut first = None;
    let filled =
        |sheet: &&super::book::Sheet| sheet.rows.iter().flatten().any(|cell| !cell.is_blank());
    for (index, sheet) in book.sheets.iter().enumerate() {
        if sheet.is_hidden || !filled(&sheet) {
            continue;
        }
        match from_rows(&Rows::of_sheet(sheet, index)) {
            Ok(cube) => return Ok(named(name, cube)),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.unwrap_or_else(|| StatbankError::of(Fault::File(Reason::Empty))))
}

fn from_rows(rows: &Rows) -> Result<Cube, StatbankError> {
    match flat::heading(rows) {
        Some(heading) => flat::read(rows, heading),
        None => matrix::read(rows),
    }
}

/// Says which table of which bank it is, as far as the file and its name do.
fn named(name: &str, mut cube: Cube) -> Cube {
    let by_name = || {
        let id = table::in_file_name(name)?;
        Some(Table { id, named_by: NamedBy::FileName })
    };
    cube.table = cube.table.take().or_else(by_name);
    let words = [cube.source.as_deref(), cube.title.as_deref()];
    let words: Vec<&str> = words.into_iter().flatten().collect();
    cube.bank = table::bank_of(&words, cube.table.as_ref().map(|table| table.id.as_str()));
    cube
}
