//! Text to rows of cells.
//!
//! Rows are those that a spreadsheet shows: a blank line is a row, a quoted cell with line ends in
//! it is not two. Nothing is trimmed and nothing is a number yet. Not the `csv` crate, because it
//! drops blank lines, which would give every later row a wrong number. Absent: which separator.
//! Read next: [`super::dialect`].

use super::dialect::dialect;
use super::grid::Budget;
use super::{Book, Cell, Format};
use crate::exchange::reading::Refusal;
use std::borrow::Cow;

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
    let (mut row, mut column) = (0, 0);
    while let Some((cell, is_last)) = rows.next_cell() {
        if !cell.is_empty() {
            grid.place(row, column, Cell::Text(cell.into_owned()))?;
        }
        column += 1;
        if is_last {
            (row, column) = (row + 1, 0);
        }
    }
    Ok(Book { format: Format::Delimited { delimiter }, sheets: vec![grid.finish()?] })
}

/// A walk over the cells of a text.
pub(super) struct Rows<'t> {
    text: &'t str,
    delimiter: u8,
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
        Self { text, delimiter, at: 0, is_open: false, is_literal: false }
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
    pub fn next_cell(&mut self) -> Option<(Cow<'t, str>, bool)> {
        if self.at >= self.text.len() && !self.is_open {
            return None;
        }
        self.is_open = false;
        let cell = self.quoted().unwrap_or_else(|| Cow::Borrowed(self.plain()));
        let bytes = self.text.as_bytes();
        let is_last = match bytes.get(self.at) {
            Some(byte) if *byte == self.delimiter => {
                self.at += 1;
                self.is_open = true;
                false
            }
            Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => {
                self.at += 2;
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
    fn plain(&mut self) -> &'t str {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let is_end = |byte: &u8| *byte == self.delimiter || *byte == b'\n' || *byte == b'\r';
        self.at += rest.iter().position(is_end).unwrap_or(rest.len());
        &self.text[start..self.at]
    }

    /// A cell in quotes and what follows its closing quote; `None` where none begins here.
    fn quoted(&mut self) -> Option<Cow<'t, str>> {
        let inner = self.text.get(self.at..)?.strip_prefix('"').filter(|_| !self.is_literal)?;
        let bytes = inner.as_bytes();
        let mut from = 0;
        let mut is_doubled = false;
        let end = loop {
            let Some(found) = bytes[from..].iter().position(|byte| *byte == b'"') else {
                self.is_literal = true;
                return None;
            };
            if from + found > MOST_QUOTED {
                return None;
            }
            let quote = from + found;
            if bytes.get(quote + 1) != Some(&b'"') {
                break quote;
            }
            is_doubled = true;
            from = quote + 2;
        };
        self.at += end + 2;
        let inside = &inner[..end];
        let mut cell = if is_doubled {
            Cow::Owned(inside.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(inside)
        };
        let after = self.plain();
        if !after.is_empty() {
            cell.to_mut().push_str(after);
        }
        Some(cell)
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
            row.push(cell.into_owned());
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
