//! Whether a file lists persons instead of counting them.
//!
//! Asked of every sheet, hidden ones included, before anything else is done with a file (Danish
//! Act on discrimination in the labour market, section 4; see the page on privacy). Suppressed and
//! small counts in a table are no sign of it.

use super::value::{self, Look, look};
use super::vocabulary::{self, Dimension};
use super::words::{plain, tokens};
use crate::exchange::book::{Book, Cell, Sheet};
use crate::exchange::reading::At;
use std::collections::HashMap;

/// Fewer rows than this are a table even when no column counts.
const LONG_LIST: usize = 20;

/// The first sign that a file lists persons.
pub fn find(book: &Book) -> Option<At> {
    let sheets = book.sheets.iter().enumerate();
    sheets
        .filter_map(|(number, sheet)| {
            let (row, column) = find_in(sheet)?;
            Some(At { sheet: number as u32, row: row as u32 + 1, column: column as u32 + 1 })
        })
        .next()
}

/// What a column holds.
#[derive(Default)]
struct Column {
    /// The first words in it.
    heading: String,
    heading_row: usize,
    first: Option<(usize, String)>,
    filled: usize,
    /// Each text found, and whether it names a group and whether a person.
    distinct: HashMap<String, (bool, bool)>,
    cpr: usize,
    mail: usize,
    groups: usize,
    names: usize,
    numbers: usize,
    ones: usize,
}

fn find_in(sheet: &Sheet) -> Option<(usize, usize)> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<Column> = Vec::new();
    columns.resize_with(width, Column::default);
    for (row, cells) in sheet.rows.iter().enumerate() {
        // A line of one cell is a title or a footnote.
        if cells.iter().filter(|cell| !cell.is_blank()).count() < 2 && width > 1 {
            continue;
        }
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.take(row, cell);
        }
    }
    let place = |column: usize, row: usize| Some((row, column));
    for (number, column) in columns.iter().enumerate() {
        let most = |count: usize| count >= 2 && 2 * count > column.filled;
        if (most(column.cpr) && !column.is_business_number()) || most(column.mail) {
            return place(number, column.first.as_ref().map_or(0, |(row, _)| *row));
        }
    }
    named_persons(&columns).or_else(|| list_without_counts(&columns))
}

impl Column {
    fn take(&mut self, row: usize, cell: &Cell) {
        if cell.is_blank() {
            return;
        }
        let text = value::words(cell);
        let text = text.trim();
        let is_first = self.filled == 0 && self.heading.is_empty();
        let is_sign = is_cpr(cell, text) || is_mail(text);
        if is_first && !is_sign && look(cell) == Look::Word {
            self.heading = plain(text);
            self.heading_row = row;
            return;
        }
        self.filled += 1;
        self.first.get_or_insert_with(|| (row, text.to_owned()));
        self.cpr += usize::from(is_cpr(cell, text));
        self.mail += usize::from(is_mail(text));
        if look(cell) == Look::Number {
            self.numbers += 1;
            self.ones += usize::from(text == "1");
        }
        let (is_group, is_name) = self.meaning(text, look(cell) == Look::Word);
        self.groups += usize::from(is_group);
        self.names += usize::from(is_name);
    }

    /// Whether a text names a group, and whether a person; worked out once for each text.
    fn meaning(&mut self, text: &str, is_word: bool) -> (bool, bool) {
        if let Some(known) = self.distinct.get(text) {
            return *known;
        }
        let is_group = is_word && vocabulary::group_and_sex(&plain(text)).is_some();
        let meaning = (is_group, is_word && is_person_name(text));
        if self.distinct.len() < 5_000 {
            self.distinct.insert(text.to_owned(), meaning);
        }
        meaning
    }

    fn is_business_number(&self) -> bool {
        ["p nummer", "p nr", "pnr", "cvr", "produktionsenhed", "production unit", "se nr", "ean"]
            .iter()
            .any(|word| self.heading.starts_with(word))
    }

    /// Whether nearly every row has another text.
    fn is_distinct(&self) -> bool {
        self.filled > 0 && self.distinct.len() * 10 >= self.filled.min(5_000) * 9
    }

    fn is_person_number(&self) -> bool {
        const WORDS: &[&str] = &[
            "medarbejdernr",
            "medarbejdernummer",
            "medarbejder nr",
            "medarbejder id",
            "loennr",
            "loennummer",
            "ansatnr",
            "ansat nr",
            "tjenestenr",
            "tjenestenummer",
            "employee id",
            "employee no",
            "employee number",
            "staff id",
            "staff no",
            "personnel",
            "payroll",
            "medarbejder nummer",
            "personalenr",
            "personalenummer",
            "cpr",
            "worker id",
        ];
        WORDS.iter().any(|word| self.heading.starts_with(word))
    }

    fn is_person_heading(&self) -> bool {
        const WORDS: &[&str] = &[
            "fornavn",
            "efternavn",
            "first name",
            "last name",
            "surname",
            "given name",
            "family name",
            "medarbejdernavn",
            "employee name",
            "full name",
            "fulde navn",
        ];
        WORDS.contains(&self.heading.as_str())
            || (["medarbejder", "employee", "ansat", "navn", "name", "person"]
                .contains(&self.heading.as_str())
                && 2 * self.names > self.filled)
    }
}

/// Names or numbers of persons, in a sheet where no column counts people.
fn named_persons(columns: &[Column]) -> Option<(usize, usize)> {
    let counts = columns.iter().any(|column| {
        let group = vocabulary::group(&column.heading).is_some();
        let measure = vocabulary::heading(&column.heading) == Some(Dimension::Measure);
        2 * column.numbers > column.filled && (group || measure) && 2 * column.ones < column.filled
    });
    let sign = |column: &Column| {
        (column.is_person_number() || column.is_person_heading()) && column.is_distinct()
    };
    let (number, column) = columns
        .iter()
        .enumerate()
        .find(|(_, column)| !counts && column.filled > 0 && sign(column))?;
    Some((column.first.as_ref().map_or(column.heading_row, |(row, _)| *row), number))
}

/// One row for each person: origins in a column and nothing that counts, or counts of one.
fn list_without_counts(columns: &[Column]) -> Option<(usize, usize)> {
    let (number, origins) = columns.iter().enumerate().find(|(_, column)| {
        column.filled >= LONG_LIST && 10 * column.groups >= 9 * column.filled
    })?;
    let is_count = |column: &&Column| {
        let heading = vocabulary::heading(&column.heading);
        let other =
            matches!(heading, Some(Dimension::Ignored | Dimension::Period | Dimension::Age));
        10 * column.numbers >= 8 * origins.filled && !other && !column.is_person_number()
    };
    let counts: Vec<&Column> = columns.iter().filter(is_count).collect();
    let ones = counts.iter().all(|column| 20 * column.ones >= 19 * column.numbers);
    // No count at all, or a count that is 1 in nearly every row.
    ones.then(|| (origins.first.as_ref().map_or(0, |(row, _)| *row), number))
}

/// Six digits that are a day of birth, and four more.
fn is_cpr(cell: &Cell, text: &str) -> bool {
    let mut digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let hyphened = text.len() == 11 && digits.len() == 10 && text.as_bytes()[6] == b'-';
    if matches!(cell, Cell::Number(_)) && digits.len() == 9 && is_plain {
        digits.insert(0, b'0');
    }
    if digits.len() != 10 || !(is_plain || hyphened) {
        return false;
    }
    let number = |from: usize| (digits[from] - b'0') * 10 + digits[from + 1] - b'0';
    let (day, month) = (number(0), number(2));
    (matches!(day, 1..=31) || matches!(day, 61..=91)) && matches!(month, 1..=12)
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && !text.contains(' ') && host.contains('.') && !host.starts_with('.')
    })
}

/// Two to four capitalised words of letters, none of them a word for a part of an organisation.
fn is_person_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\''))
        })
        && !tokens(&plain(text)).any(|word| {
            ["nord", "syd", "oest", "vest", "center", "centre", "afdeling", "team", "department"]
                .contains(&word)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cpr_number_has_a_day_of_birth() {
        let text = |text: &str| is_cpr(&Cell::Text(text.into()), text);
        assert!(text("010190-1234") && text("3112851234"));
        assert!(!text("9999991234") && !text("12345678") && !text("01-01-1990"));
        assert!(is_cpr(&Cell::Number(101_901_234.0), "101901234"));
    }

    #[test]
    fn names_of_persons_are_told_from_names_of_departments() {
        assert!(is_person_name("Anna Jensen") && is_person_name("Li Chen"));
        assert!(!is_person_name("Køkkenet") && !is_person_name("Plejecenter Nord"));
        assert!(!is_person_name("Rengøring og vask"));
    }
}
