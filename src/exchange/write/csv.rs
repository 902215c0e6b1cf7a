//! A sheet as CSV: one heading row, then rows; notes at the end.
//!
//! Danish spreadsheets expect semicolons and a decimal comma, English ones commas and a point;
//! both need the byte order mark to see that the text is UTF-8. Numbers are written in full and
//! without a sign for thousands; a share is a fraction, so 0.289 is 28.9 %. What a spreadsheet
//! would take for a formula gets an apostrophe, in texts alone: a number keeps its minus. Absent:
//! reading.

use super::formula;
use crate::report::tables::{Cell, Decimal, Part, Sheet, Tables, Value};
use crate::text::{Lang, pick};

/// What the browser calls such a file.
pub const MEDIA_TYPE: &str = "text/csv;charset=utf-8";

const BYTE_ORDER_MARK: char = '\u{feff}';
const END: &str = "\r\n";

/// Writes a sheet of a workbook.
///
/// Tables begin in the first row, so that programs find the headings there; several tables have an
/// empty row and their heading between them. The mark and all notes stand after the last row.
pub fn write(tables: &Tables, sheet: &Sheet) -> String {
    let mut csv = Csv { lang: tables.lang, text: String::from(BYTE_ORDER_MARK) };
    for (index, part) in sheet.parts.iter().enumerate() {
        if index > 0 {
            csv.text.push_str(END);
        }
        csv.part(part);
    }
    let lines: Vec<&String> = sheet.intro.iter().chain(&sheet.notes).collect();
    if !lines.is_empty() {
        csv.text.push_str(END);
    }
    for line in lines {
        csv.row([csv.words(line)]);
    }
    csv.text
}

struct Csv {
    lang: Lang,
    text: String,
}

impl Csv {
    fn part(&mut self, part: &Part) {
        if !part.heading.is_empty() {
            self.row([self.words(&part.heading)]);
        }
        if !part.head.is_empty() {
            let head: Vec<String> = part.head.iter().map(|head| self.words(&head.text)).collect();
            self.row(head);
        }
        for line in &part.rows {
            let cells: Vec<String> = line.cells.iter().map(|cell| self.cell(cell)).collect();
            self.row(cells);
        }
    }

    fn row(&mut self, fields: impl IntoIterator<Item = String>) {
        for (index, field) in fields.into_iter().enumerate() {
            if index > 0 {
                self.text.push(pick(self.lang, ';', ','));
            }
            self.text.push_str(&field);
        }
        self.text.push_str(END);
    }

    fn cell(&self, cell: &Cell) -> String {
        match &cell.value {
            Value::Blank => String::new(),
            Value::Text(text) | Value::Link { text, .. } => self.words(text),
            Value::Count(people) => people.to_string(),
            Value::Share(number, _) | Value::Number(number, _) | Value::Chance(number) => {
                self.number(*number)
            }
            Value::Day(day) => day.to_string(),
        }
    }

    fn number(&self, number: Decimal) -> String {
        let written = number.to_string();
        match self.lang {
            // A comma is no separator between Danish fields, so no quotes are needed.
            Lang::Da => written.replace('.', ","),
            Lang::En => written,
        }
    }

    /// A text, harmless and in quotes where it has a sign that means something.
    fn words(&self, text: &str) -> String {
        let apostrophe = if formula::begins_like_one(text) { "'" } else { "" };
        let text = [apostrophe, text].concat();
        let needs_quotes = text.contains(['"', ';', ',', '\t', '\n', '\r'])
            || text.starts_with(char::is_whitespace)
            || text.ends_with(char::is_whitespace);
        if needs_quotes { ["\"", &text.replace('"', "\"\""), "\""].concat() } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tables::{Head, Line, SheetKind};

    fn written(lang: Lang, cells: Vec<Cell>) -> String {
        let mut sheet = Sheet::new(SheetKind::Figures, "Tal", &[]);
        let rows = vec![Line::of(cells)];
        sheet.parts = vec![Part { heading: String::new(), head: vec![Head::text("A")], rows }];
        let tables =
            Tables { lang, title: String::new(), mark: String::new(), sheets: vec![sheet] };
        write(&tables, &tables.sheets[0])
    }

    fn row(lang: Lang, cells: Vec<Cell>) -> String {
        let text = written(lang, cells);
        let row = text.strip_prefix("\u{feff}A\r\n").and_then(|rest| rest.strip_suffix("\r\n"));
        row.expect("a heading and one row").to_owned()
    }

    #[test]
    fn each_language_has_its_separators() {
        let cells = || vec![Cell::text("Drift"), Cell::count(1234), Cell::share(0.2891, 1)];
        assert_eq!(row(Lang::Da, cells()), "Drift;1234;0,2891");
        assert_eq!(row(Lang::En, cells()), "Drift,1234,0.2891");
    }

    #[test]
    fn texts_with_signs_are_quoted_and_quotes_doubled() {
        let cells =
            vec![Cell::text("Drift; \"Vest\""), Cell::text("a, b"), Cell::text("linje\nto")];
        assert_eq!(row(Lang::Da, cells), "\"Drift; \"\"Vest\"\"\";\"a, b\";\"linje\nto\"");
    }

    #[test]
    fn a_formula_is_defused_and_a_negative_number_is_not() {
        let cells = vec![
            Cell::text("=HYPERLINK(\"http://x\")"),
            Cell::text("-2+3"),
            Cell::text("@A1"),
            Cell::text("\tx"),
            Cell::number(-32.82, 1),
            Cell::text("<5"),
        ];
        let expected = "\"'=HYPERLINK(\"\"http://x\"\")\",'-2+3,'@A1,\"'\tx\",-32.82,<5";
        assert_eq!(row(Lang::En, cells), expected);
    }

    #[test]
    fn an_empty_cell_and_nobody_are_not_the_same() {
        assert_eq!(row(Lang::Da, vec![Cell::blank(), Cell::count(0), Cell::blank()]), ";0;");
    }
}
