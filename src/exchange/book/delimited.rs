//! Text to rows of cells.
//!
//! Rows are those that a spreadsheet shows: a blank line is a row, a quoted cell with line ends in
//! it is not two. Nothing is trimmed and nothing is a number yet. Not the `csv` crate, because it
//! drops blank lines, which would give every later row a wrong number. Absent: which separator.
//! Read next: [`super::dialect`].

use super::cell_text::{CellText, Pieces};
use super::dialect::dialect;
use super::find::{Places, find};
use super::grid::Budget;
use super::{Book, Cell, Format, MOST_COLUMNS};
use crate::exchange::reading::Refusal;
use std::ops::Range;

/// A quote that is closed later than this opens no cell: no spreadsheet has one of four bytes for
/// each of its 32,767 characters, and a stray quote must not swallow a table.
const MOST_QUOTED: usize = 4 * 32_767;

/// Reads a text with the separator that fits it best.
///
/// # Errors
/// Too many rows, columns or cells.
pub(super) fn read(text: &str) -> Result<Book, Refusal> {
    let (delimiter, text) = dialect(text);
    read_as(text, delimiter)
}

/// Reads a text with this separator.
///
/// # Errors
/// Too many rows, columns or cells.
pub(super) fn read_as(text: &str, delimiter: u8) -> Result<Book, Refusal> {
    let mut budget = Budget::default();
    let mut grid = budget.sheet(0, String::new())?;
    let mut rows = Rows::new(text, delimiter);
    let mut pieces = Pieces::new(text);
    let (mut row, mut width) = (0, 0);
    while rows.is_left() {
        let line = Line::read(&mut rows, &mut pieces, width);
        if !line.cells.is_empty() {
            width = line.cells.len();
            grid.place_row(row, line.cells, line.size)?;
        }
        if let Some((column, text)) = line.beyond {
            grid.place(row, column, Cell::Text(text))?;
        }
        row += 1;
    }
    Ok(Book { format: Format::Delimited { delimiter }, sheets: vec![grid.finish()?] })
}

/// One row.
#[derive(Default)]
struct Line {
    /// Up to the last that holds something.
    cells: Vec<Cell>,
    /// The bytes of text in them.
    size: usize,
    /// The first that holds something and stands further to the right than any may.
    beyond: Option<(u32, CellText)>,
}

impl Line {
    /// Reads the next row, which may be as wide as this. A function of its own, so that a browser
    /// can go on with a faster form of it after any row.
    #[inline(never)]
    fn read(rows: &mut Rows<'_>, pieces: &mut Pieces<'_>, width: usize) -> Self {
        let mut line = Self::default();
        let mut column = 0;
        while let Some((found, is_last)) = rows.next_cell() {
            if !found.is_empty() {
                let text = match found {
                    Found::At(range) => pieces.piece(range),
                    Found::Own(text) => CellText::from(text),
                };
                if column >= MOST_COLUMNS {
                    line.beyond = Some((u32::try_from(column).unwrap_or(u32::MAX), text));
                    break;
                }
                if line.cells.is_empty() {
                    line.cells.reserve_exact(width.max(column + 1));
                }
                if line.cells.len() < column {
                    line.cells.resize_with(column, Cell::default);
                }
                line.size += text.size();
                line.cells.push(Cell::Text(text));
            }
            column += 1;
            if is_last {
                break;
            }
        }
        line
    }
}

/// A cell's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// As it stands in the file, in this range of bytes.
    At(Range<usize>),
    /// Put together, because a quote was taken out of it.
    Own(String),
}

impl Found {
    fn is_empty(&self) -> bool {
        match self {
            Found::At(range) => range.is_empty(),
            Found::Own(text) => text.is_empty(),
        }
    }
}

/// A walk over the cells of a text.
pub(super) struct Rows<'t> {
    text: &'t str,
    delimiter: u8,
    /// Separators and line ends from `at` on.
    ends: Places<'t>,
    at: usize,
    /// Whether a cell begins at the end of the text: after a separator, not after a line end.
    is_open: bool,
    /// Whether a quote was found that nobody closes: from there on quotes are characters.
    is_literal: bool,
}

impl<'t> Rows<'t> {
    /// `delimiter` is an ASCII character other than a quote or a line end.
    pub fn new(text: &'t str, delimiter: u8) -> Self {
        // Some old systems end a file with a character of its own.
        let text = text.strip_suffix('\u{1a}').unwrap_or(text);
        let ends = Places::new(text, [delimiter, b'\n', b'\r']);
        Self { text, delimiter, ends, at: 0, is_open: false, is_literal: false }
    }

    /// Whether there is another cell.
    fn is_left(&self) -> bool {
        self.at < self.text.len() || self.is_open
    }

    /// The number of cells of the next row; 0 for a blank one.
    pub fn next_width(&mut self) -> Option<usize> {
        let (cell, mut is_last) = self.next_cell()?;
        let mut width = usize::from(!is_last || !cell.is_empty());
        while !is_last {
            is_last = self.next_cell()?.1;
            width += 1;
        }
        Some(width)
    }

    /// The next cell, and whether it is the last of its row.
    #[inline(always)]
    pub fn next_cell(&mut self) -> Option<(Found, bool)> {
        if !self.is_left() {
            return None;
        }
        self.is_open = false;
        let bytes = self.text.as_bytes();
        let is_quoted = bytes.get(self.at) == Some(&b'"') && !self.is_literal;
        let quoted = if is_quoted { self.quoted() } else { None };
        let cell = match quoted {
            Some(cell) => cell,
            None => Found::At(self.plain()),
        };
        let is_last = match bytes.get(self.at) {
            Some(byte) if *byte == self.delimiter => {
                self.at += 1;
                self.is_open = true;
                false
            }
            Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => {
                self.at += 2;
                // Which is the same place.
                self.ends.next();
                true
            }
            Some(_) => {
                self.at += 1;
                true
            }
            None => true,
        };
        Some((cell, is_last))
    }

    /// Everything up to the next separator or line end.
    #[inline(always)]
    fn plain(&mut self) -> Range<usize> {
        let start = self.at;
        self.at = self.ends.next();
        start..self.at
    }

    /// A cell in quotes, of which the first is here, and what follows its closing quote; `None`
    /// where nobody closes it.
    fn quoted(&mut self) -> Option<Found> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let mut from = start;
        let mut is_doubled = false;
        let end = loop {
            let Some(quote) = find(bytes, from, b'"') else {
                self.is_literal = true;
                return None;
            };
            if quote - start > MOST_QUOTED {
                return None;
            }
            if bytes.get(quote + 1) != Some(&b'"') {
                break quote;
            }
            is_doubled = true;
            from = quote + 2;
        };
        self.at = end + 1;
        self.ends.go_on_at(self.at);
        let after = self.plain();
        if !is_doubled && after.is_empty() {
            return Some(Found::At(start..end));
        }
        let mut text = self.text[start..end].replace("\"\"", "\"");
        text.push_str(&self.text[after]);
        Some(Found::Own(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut rows = Rows::new(text, delimiter);
        let mut all = Vec::new();
        let mut row = Vec::new();
        while let Some((cell, is_last)) = rows.next_cell() {
            row.push(match cell {
                Found::At(range) => text[range].to_owned(),
                Found::Own(text) => text,
            });
            if is_last {
                all.push(std::mem::take(&mut row));
            }
        }
        all
    }

    #[test]
    fn every_line_end_ends_a_row_and_the_last_one_opens_none() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "a;b\nc;d\n".replace('\n', end);
            assert_eq!(rows(&text, b';'), [["a", "b"], ["c", "d"]]);
        }
        assert_eq!(rows("a;\n;b;", b';'), [vec!["a", ""], vec!["", "b", ""]]);
    }

    #[test]
    fn a_blank_line_is_a_row() {
        assert_eq!(rows("a\n\n\nb\n", b';'), [["a"], [""], [""], ["b"]]);
        assert_eq!(rows("\r\n\r\na", b';'), [[""], [""], ["a"]]);
    }

    #[test]
    fn quotes_hold_separators_line_ends_and_quotes() {
        assert_eq!(
            rows("\"a;b\";\"c\r\nd\";\"e \"\"f\"\"\"\nx", b';'),
            [vec!["a;b", "c\r\nd", "e \"f\""], vec!["x"]]
        );
    }

    #[test]
    fn a_quote_inside_a_cell_or_never_closed_is_a_character() {
        assert_eq!(rows("5\" rør;1\n", b';'), [["5\" rør", "1"]]);
        assert_eq!(rows("\"a\" b;1\n", b';'), [["a b", "1"]]);
        assert_eq!(rows("\"a;1\nb;2\n", b';'), [["\"a", "1"], ["b", "2"]]);
        assert_eq!(rows("\"", b';'), [["\""]]);
        let swallowed = format!("\"a;1\n{}\"b\";2\n", "c;3\n".repeat(40_000));
        assert_eq!(rows(&swallowed, b';').len(), 40_002);
        assert_eq!(rows(&swallowed, b';')[40_001], ["b", "2"]);
    }

    #[test]
    fn widths_agree_with_cells() {
        let text = "a;b\n\n\"x\ny\";;\n;\nz";
        let mut walk = Rows::new(text, b';');
        let widths: Vec<usize> = std::iter::from_fn(|| walk.next_width()).collect();
        assert_eq!(widths, [2, 0, 3, 2, 1]);
    }
}
