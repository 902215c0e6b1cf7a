//! Bytes to cells: what a file holds before anything in it is understood.
//!
//! `open` tells what kind of file it is by its content, decodes it within fixed bounds of memory
//! and time, and gives a [`Book`] of sheets; or a typed refusal with the first place. Absent: what
//! any cell means. Read next: [`super::recognise`].

mod cell_text;
mod compound;
mod dates;
mod delimited;
mod dialect;
mod find;
mod grid;
mod kind;
mod ods;
mod package;
mod shared;
mod text;
mod xls;
mod xlsx;
mod xml;

pub use cell_text::CellText;
pub use text::decode;

use super::reading::{Reason, Refusal};
use grid::refusal;
use kind::Container;
use package::Package;

/// The most bytes of a file that is read.
pub const MOST_BYTES: usize = 50_000_000;
/// The most rows of all sheets together.
pub const MOST_ROWS: usize = 100_000;
/// The column of the last cell that is read.
pub const MOST_COLUMNS: usize = 1_000;
/// The most cells of all sheets together, empty ones before the last of their row included.
pub const MOST_CELLS: usize = 4_000_000;
/// The most bytes of text in all cells together.
pub const MOST_TEXT: usize = 80_000_000;
/// The most sheets of a book.
pub const MOST_SHEETS: usize = 1_000;

/// What kind of file a book came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-, semicolon- or tab-separated text.
    Delimited {
        delimiter: u8,
    },
    Xlsx,
    Xls,
    Ods,
}

/// A cell as it stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    /// As written, spaces at both ends included.
    Text(CellText),
    /// A spreadsheet's number: 12.0 is 12; a share may stand as 0.289.
    Number(f64),
    /// A date, a truth value, an error such as "#REF!"; never a count. Dates are written year first
    /// where a file gives them as numbers ("2026-01-31"), and as they are shown where it says that.
    Other(CellText),
}

/// A rectangle of cells.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sheet {
    /// Empty for a file without sheets.
    pub name: String,
    /// Physical rows from the first; rows may differ in length. Row 1 of the file is `rows[0]`,
    /// and column A is index 0, whatever is empty before the first cell.
    pub rows: Vec<Vec<Cell>>,
    /// Merged cells: first and last cell of each, as (row, column) from 0.
    pub merged: Vec<((u32, u32), (u32, u32))>,
    /// Whether a spreadsheet hides the sheet.
    pub is_hidden: bool,
}

/// A file's content.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    pub format: Format,
    pub sheets: Vec<Sheet>,
}

/// Reads a file; `name` is only asked when the content is nothing that is read.
///
/// # Errors
/// The reasons of a file in [`Reason`], and [`Reason::IsAProject`] or [`Reason::IsABenchmark`] for
/// JSON that is one.
pub fn open(name: &str, bytes: &[u8]) -> Result<Book, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(refusal(Reason::TooManyBytes));
    }
    let book = match kind::container(bytes) {
        Container::Zip => open_zip(name, bytes)?,
        Container::Compound => xls::read(bytes).map_err(|refused| renamed(refused, name))?,
        Container::Other => return Err(refusal(kind::unread(name))),
        Container::Unknown => {
            let text = text::decode(bytes).map_err(refusal)?;
            if let Some(reason) = kind::other_text(&text) {
                return Err(refusal(reason));
            }
            delimited::read(&text)?
        }
    };
    book.or_empty()
}

/// Reads what was copied: tabs between cells, as spreadsheets do it, or text with another
/// separator if there are none.
///
/// # Errors
/// [`Reason::Empty`], [`Reason::TooManyBytes`], or more rows, columns or cells than a book holds.
pub fn from_text(text: &str) -> Result<Book, Refusal> {
    if text.len() > MOST_BYTES {
        return Err(refusal(Reason::TooManyBytes));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let book =
        if text.contains('\t') { delimited::read_as(text, b'\t')? } else { delimited::read(text)? };
    book.or_empty()
}

fn open_zip(name: &str, bytes: &[u8]) -> Result<Book, Refusal> {
    let mut package = Package::open(bytes).map_err(|refused| {
        // Something broken that never was said to be a table.
        if refused.reason == Reason::Damaged && !kind::promises_a_table(name) {
            refusal(Reason::Binary)
        } else {
            refused
        }
    })?;
    if package.has("xl/workbook.bin") {
        Err(refusal(Reason::WrongKind))
    } else if package.has_folder("xl/") {
        xlsx::read(&mut package)
    } else if package.has("content.xml") || package.has("META-INF/manifest.xml") {
        ods::read(&mut package).map_err(|refused| renamed(refused, name))
    } else {
        Err(refusal(kind::unread(name)))
    }
}

/// Content of another kind is no wrong kind if the name says the same.
fn renamed(refused: Refusal, name: &str) -> Refusal {
    match refused.reason {
        Reason::WrongKind => refusal(kind::unread(name)),
        _ => refused,
    }
}

impl Book {
    /// The book, if anything is in it.
    fn or_empty(self) -> Result<Self, Refusal> {
        let mut cells = self.sheets.iter().flat_map(|sheet| &sheet.rows).flatten();
        if cells.any(|cell| !cell.is_blank()) { Ok(self) } else { Err(refusal(Reason::Empty)) }
    }
}

impl Cell {
    /// Whether nothing but spaces is in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) | Cell::Other(text) => text.trim().is_empty(),
            Cell::Number(_) => false,
        }
    }
}

impl Sheet {
    /// The cell at a physical place (from 0); empty outside what the file has.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(EMPTY)
    }
}
