//! A workbook's content before it has a format: sheets of typed cells.
//!
//! A share is a number here and not "28,9 %", so that spreadsheets can count on with it; every
//! word is finished, in the workbook's language. The same value becomes XLSX and CSV
//! (`exchange::write`) and travels as JSON to where they are written. Absent: formats, colours.
//! Read next: [`mod@internal`] and [`mod@public`] for who puts what where, [`template`] for the
//! empty sheet.

pub mod board;
mod board_files;
pub mod decimal;
mod figures;
mod guide;
pub mod internal;
mod method;
mod parts;
pub mod public;
mod sources;
pub mod template;
mod verdicts;

pub use board::board;
pub use decimal::Decimal;
pub use figures::{Entries, EntryRow};
pub use internal::internal;
pub use parts::{Parts, compose};
pub use public::public;
pub use template::template;
pub use verdicts::{Shown, Told, Verdicts};

use crate::text::Lang;
use crate::workforce::Date;

/// A workbook in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    pub lang: Lang,
    /// Plain title, for the file's properties.
    pub title: String,
    /// "Internt" or what else says who may see it, on every printed page; empty where anybody may.
    pub mark: String,
    /// In order; never empty.
    pub sheets: Vec<Sheet>,
}

/// One sheet: a title, lines below it, tables, notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub kind: SheetKind,
    /// On the tab.
    pub name: String,
    /// Empty: the first table's heading is the first row.
    pub title: String,
    /// The finding, in one sentence under the title; empty: none.
    pub lead: String,
    /// Under the title, one line each.
    pub intro: Vec<String>,
    /// Width of each column, in letters of the body text.
    pub widths: Vec<u16>,
    pub parts: Vec<Part>,
    /// Under the last table, one line each.
    pub notes: Vec<String>,
    /// What the cells that are to be filled in ask for.
    pub prompt: Option<Prompt>,
}

/// Which sheet it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetKind {
    /// The headcounts as entered.
    Figures,
    Verdicts,
    Method,
    Sources,
    /// The empty sheet to fill in.
    Template,
    /// How to fill it in.
    Guide,
    /// The numbers behind a figure.
    Figure,
    /// Part of an overview of many pledges.
    Board,
}

/// A table with an optional heading line over it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Part {
    /// Empty: none.
    pub heading: String,
    /// Column headings; empty for a table that explains itself.
    pub head: Vec<Head>,
    pub rows: Vec<Line>,
}

/// A column heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub text: String,
    /// Numbers stand flush right, and so does their heading.
    pub is_numeric: bool,
}

/// A row. Where it has fewer cells than the sheet has columns, its last text runs to the end.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Line {
    pub cells: Vec<Cell>,
    /// A total of the rows above: set apart, and never counted again.
    pub is_total: bool,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Cell {
    pub value: Value,
    /// Worked out from what was entered, and not entered itself.
    pub is_computed: bool,
    /// Heads its row.
    pub is_heading: bool,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Value {
    #[default]
    Blank,
    Text(String),
    /// People.
    Count(u64),
    /// A fraction, shown in percent with so many decimals; 0.289 is 28.9 %.
    Share(Decimal, u8),
    /// Shown with so many decimals.
    Number(Decimal, u8),
    /// A probability, shown with three decimals or as less than one in a thousand.
    Chance(Decimal),
    Day(Date),
    /// An address with the words shown for it.
    Link {
        text: String,
        url: String,
    },
}

/// A hint at each cell that is to be filled in, and what is said of a wrong entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Columns to fill in, counted from 0; the last one included.
    pub columns: (u16, u16),
    pub title: String,
    pub hint: String,
    pub wrong: String,
}

impl Tables {
    /// The sheet of a kind.
    pub fn sheet(&self, kind: SheetKind) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.kind == kind)
    }
}

impl Sheet {
    /// A sheet without tables yet.
    pub fn new(kind: SheetKind, name: impl Into<String>, widths: &[u16]) -> Sheet {
        Sheet {
            kind,
            name: name.into(),
            title: String::new(),
            lead: String::new(),
            intro: Vec::new(),
            widths: widths.to_vec(),
            parts: Vec::new(),
            notes: Vec::new(),
            prompt: None,
        }
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        let widest = self
            .parts
            .iter()
            .flat_map(|part| part.rows.iter().map(|row| row.cells.len()).chain([part.head.len()]));
        widest.max().unwrap_or(0).max(self.widths.len())
    }
}

impl Head {
    pub fn text(text: impl Into<String>) -> Head {
        Head { text: text.into(), is_numeric: false }
    }

    pub fn number(text: impl Into<String>) -> Head {
        Head { text: text.into(), is_numeric: true }
    }
}

impl Line {
    pub fn of(cells: Vec<Cell>) -> Line {
        Line { cells, is_total: false }
    }

    pub fn total(cells: Vec<Cell>) -> Line {
        Line { cells, is_total: true }
    }
}

impl Cell {
    pub fn blank() -> Cell {
        Cell::default()
    }

    pub fn text(text: impl Into<String>) -> Cell {
        Cell::from(Value::Text(text.into()))
    }

    /// A text that heads its row.
    pub fn heading(text: impl Into<String>) -> Cell {
        Cell { is_heading: true, ..Cell::text(text) }
    }

    pub fn count(people: u64) -> Cell {
        Cell::from(Value::Count(people))
    }

    /// A fraction from 0 to 1, shown in percent with so many decimals.
    pub fn share(fraction: f64, digits: u8) -> Cell {
        Cell::from(Value::Share(Decimal::of(fraction), digits))
    }

    pub fn number(number: f64, digits: u8) -> Cell {
        Cell::from(Value::Number(Decimal::of(number), digits))
    }

    pub fn chance(p: f64) -> Cell {
        Cell::from(Value::Chance(Decimal::of(p)))
    }

    /// An address; anything but a web address is shown as plain text.
    pub fn link(text: impl Into<String>, url: &str) -> Cell {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        if !is_web {
            return Cell::text(text);
        }
        Cell::from(Value::Link { text: text.into(), url: url.to_owned() })
    }

    /// The same, marked as worked out.
    #[must_use]
    pub fn computed(self) -> Cell {
        Cell { is_computed: true, ..self }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Cell {
        Cell { value, is_computed: false, is_heading: false }
    }
}
