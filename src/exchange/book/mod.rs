//! Bytes to cells: what a file holds before anything in it is understood.
//!
//! `open` tells what kind of file it is by its content, decodes it within fixed bounds of memory
//! and time, and gives a [`Book`] of sheets; or a typed refusal with the first place. Absent: what
//! any cell means. Read next: [`super::recognise`].

/// The most bytes of a file that is read.
pub const MOST_BYTES: usize = 50_000_000;
/// The most rows of all sheets together.
pub const MOST_ROWS: usize = 100_000;

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
    Text(String),
    /// A spreadsheet's number: 12.0 is 12; a share may stand as 0.289.
    Number(f64),
    /// A date, a truth value, an error such as "#REF!": as a spreadsheet shows it, never a count.
    Other(String),
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
