//! Text to rows of cells, as the table banks write it: quotes where the web page writes them, none
//! where the API does, even around a text with a comma.
//!
//! Absent: what the rows mean. Read next: [`super::flat`], [`super::matrix`].

use crate::exchange::book::{Cell, Sheet};
use crate::exchange::reading::At;
use std::borrow::Cow;

/// Rows with what is needed to name a place in them.
pub(super) struct Rows<'a> {
    pub rows: Cow<'a, [Vec<Cell>]>,
    /// Whether a comma divides the cells, so that a comma inside a text divides it too.
    pub by_comma: bool,
    pub sheet: u32,
    pub name: &'a str,
}

impl Rows<'_> {
    /// The place of a cell, from its indices.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<At> {
        let number = |index: usize| u32::try_from(index).ok()?.checked_add(1);
        Some(At { sheet: self.sheet, row: number(row)?, column: number(column)? })
    }

    /// The row with so many cells: trailing blanks cut, and a text that was cut at its own comma
    /// put together again. A comma of a text has a space behind it, a dividing one has none.
    pub(super) fn row(&self, index: usize, width: usize) -> Cow<'_, [Cell]> {
        let row = &self.rows[index];
        let used = row.iter().rposition(|cell| !cell.is_blank()).map_or(0, |last| last + 1);
        if used <= width || !self.by_comma {
            return Cow::Borrowed(&row[..used]);
        }
        let mut joined: Vec<Cell> = Vec::with_capacity(used);
        // The last cell's text while it grows, so that thousands of pieces are not copied each time.
        let mut longer: Option<String> = None;
        for cell in &row[..used] {
            match (cell, joined.last()) {
                (Cell::Text(text), Some(Cell::Text(before)))
                    if text.starts_with(' ') && !cell.is_blank() && !before.trim().is_empty() =>
                {
                    let longer = longer.get_or_insert_with(|| before.to_string());
                    longer.push(',');
                    longer.push_str(text);
                }
                _ => {
                    close(&mut joined, longer.take());
                    joined.push(cell.clone());
                }
            }
        }
        close(&mut joined, longer);
        Cow::Owned(joined)
    }
}

/// Gives the last cell the text that it has grown to.
fn close(cells: &mut [Cell], longer: Option<String>) {
    if let (Some(text), Some(last)) = (longer, cells.last_mut()) {
        *last = Cell::Text(text.into());
    }
}

impl<'a> Rows<'a> {
    pub(super) fn of_sheet(sheet: &'a Sheet, index: usize) -> Rows<'a> {
        Rows {
            rows: Cow::Borrowed(&sheet.rows),
            by_comma: false,
            sheet: u32::try_from(index).unwrap_or(u32::MAX),
            name: &sheet.name,
        }
    }

    pub(super) fn of_text(text: &str) -> Rows<'a> {
        let divider = divider(text);
        Rows {
            rows: Cow::Owned(split(text, divider)),
            by_comma: divider == ',',
            sheet: 0,
            name: "",
        }
    }
}

/// The text of a cell; a whole number as it would be typed.
pub(super) fn words(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) | Cell::Other(text) => Cow::Borrowed(text.trim()),
        Cell::Number(number) => Cow::Owned(number.to_string()),
    }
}

/// The sign between cells: the one that most of the first lines have outside quotes; a semicolon
/// before a tab before a comma, because only the comma stands inside texts as well.
fn divider(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let has = |line: &str, sign: char| {
        let mut quoted = false;
        line.chars().any(|c| {
            quoted ^= c == '"';
            c == sign && !quoted
        })
    };
    let most =
        |sign: &char| 2 * lines.iter().filter(|line| has(line, *sign)).count() >= lines.len();
    [';', '\t'].into_iter().find(most).unwrap_or(',')
}

fn split(text: &str, divider: char) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut row: Vec<Cell> = Vec::new();
    let mut cell = String::new();
    let (mut quoted, mut was_quoted) = (false, false);
    let mut characters = text.chars().peekable();
    let close = |row: &mut Vec<Cell>, cell: &mut String| {
        let text = std::mem::take(cell);
        row.push(if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) });
    };
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && !was_quoted => (quoted, was_quoted) = (true, true),
            _ if quoted => cell.push(character),
            '\r' | '\n' => {
                if character == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                close(&mut row, &mut cell);
                rows.push(std::mem::take(&mut row));
                was_quoted = false;
            }
            _ if character == divider => {
                close(&mut row, &mut cell);
                was_quoted = false;
            }
            _ => cell.push(character),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        close(&mut row, &mut cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let rows = Rows::of_text(text);
        rows.rows
            .iter()
            .map(|row| row.iter().map(|cell| words(cell).into_owned()).collect())
            .collect()
    }

    #[test]
    fn the_sign_between_cells_is_found() {
        assert_eq!(texts("A;TID;INDHOLD\r\nAge, total;2023;5\r\n")[1], ["Age, total", "2023", "5"]);
        assert_eq!(texts("A\tB\n1,5\t2\n")[1], ["1,5", "2"]);
        assert_eq!(texts("\"By a; b\",,\n,x,y\nz,1,2")[0], ["By a; b", "", ""]);
        assert_eq!(texts("a\r\rb"), [vec!["a"], vec![""], vec!["b"]]);
    }

    #[test]
    fn a_text_cut_at_its_own_comma_is_put_together_again() {
        let rows = Rows::of_text("ALDER,TID,INDHOLD\nAge, total,2023,5\n0 years,2023,4\n");
        let row = rows.row(1, 3);
        assert_eq!(row.iter().map(words).collect::<Vec<_>>(), ["Age, total", "2023", "5"]);
        assert_eq!(rows.row(2, 3).len(), 3);
    }
}
