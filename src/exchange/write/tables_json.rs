//! A workbook's content on its way from the page, which makes it, to where it becomes a file.
//!
//! Both ends are of one build, so the shape has no version and nobody else reads it. Numbers travel
//! as whole billionths: reading and writing fractions would weigh more than the rest. Absent: what
//! it looks like ([`super::xlsx`]).

use crate::report::tables::{
    Cell, Decimal, Head, Line, Part, Prompt, Sheet, SheetKind, Tables, Value,
};
use crate::text::Lang;
use serde::{Deserialize, Serialize};

/// Why a text is no workbook: it was not written by this build. Reload the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTables;

#[derive(Serialize, Deserialize)]
struct Book {
    lang: String,
    title: String,
    mark: String,
    sheets: Vec<Leaf>,
}

#[derive(Serialize, Deserialize)]
struct Leaf {
    kind: u8,
    name: String,
    title: String,
    lead: String,
    intro: Vec<String>,
    widths: Vec<u16>,
    parts: Vec<Table>,
    notes: Vec<String>,
    prompt: Option<(u16, u16, String, String, String)>,
}

#[derive(Serialize, Deserialize)]
struct Table {
    heading: String,
    head: Vec<(String, bool)>,
    /// Whether it is a total, and the cells.
    rows: Vec<(bool, Vec<Field>)>,
}

/// A cell: computed 1, heading 2, both 3; what it holds.
#[derive(Serialize, Deserialize)]
struct Field(u8, Held);

/// One letter each, because a sheet has thousands.
#[derive(Serialize, Deserialize)]
enum Held {
    #[serde(rename = "b")]
    Blank,
    #[serde(rename = "t")]
    Text(String),
    #[serde(rename = "c")]
    Count(u64),
    #[serde(rename = "s")]
    Share(i64, u8),
    #[serde(rename = "n")]
    Number(i64, u8),
    #[serde(rename = "p")]
    Chance(i64),
    #[serde(rename = "d")]
    Day(String),
    #[serde(rename = "l")]
    Link(String, String),
}

const KINDS: [SheetKind; 8] = [
    SheetKind::Figures,
    SheetKind::Verdicts,
    SheetKind::Method,
    SheetKind::Sources,
    SheetKind::Template,
    SheetKind::Guide,
    SheetKind::Figure,
    SheetKind::Board,
];

/// The text of a workbook.
pub fn write(tables: &Tables) -> String {
    let book = Book {
        lang: tables.lang.tag().to_owned(),
        title: tables.title.clone(),
        mark: tables.mark.clone(),
        sheets: tables.sheets.iter().map(Leaf::of).collect(),
    };
    // Only maps with keys that are no texts can fail to become JSON; the format has none.
    serde_json::to_string(&book).unwrap_or_default()
}

/// The workbook again.
///
/// # Errors
/// See [`NotTables`].
pub fn read(text: &str) -> Result<Tables, NotTables> {
    let book: Book = serde_json::from_str(text).map_err(|_| NotTables)?;
    Ok(Tables {
        lang: Lang::from_tag(&book.lang).ok_or(NotTables)?,
        title: book.title,
        mark: book.mark,
        sheets: book.sheets.into_iter().map(Leaf::sheet).collect::<Result<_, _>>()?,
    })
}

impl Leaf {
    fn of(sheet: &Sheet) -> Leaf {
        let place = KINDS.iter().position(|kind| *kind == sheet.kind).unwrap_or(0);
        let prompt = sheet.prompt.as_ref().map(|prompt| {
            let (from, to) = prompt.columns;
            (from, to, prompt.title.clone(), prompt.hint.clone(), prompt.wrong.clone())
        });
        Leaf {
            kind: place as u8,
            name: sheet.name.clone(),
            title: sheet.title.clone(),
            lead: sheet.lead.clone(),
            intro: sheet.intro.clone(),
            widths: sheet.widths.clone(),
            parts: sheet.parts.iter().map(Table::of).collect(),
            notes: sheet.notes.clone(),
            prompt,
        }
    }

    fn sheet(self) -> Result<Sheet, NotTables> {
        let prompt = self.prompt.map(|(from, to, title, hint, wrong)| Prompt {
            columns: (from, to),
            title,
            hint,
            wrong,
        });
        Ok(Sheet {
            kind: KINDS.get(usize::from(self.kind)).copied().ok_or(NotTables)?,
            name: self.name,
            title: self.title,
            lead: self.lead,
            intro: self.intro,
            widths: self.widths,
            parts: self.parts.into_iter().map(Table::part).collect::<Result<_, _>>()?,
            notes: self.notes,
            prompt,
        })
    }
}

impl Table {
    fn of(part: &Part) -> Table {
        let row = |line: &Line| (line.is_total, line.cells.iter().map(Field::of).collect());
        Table {
            heading: part.heading.clone(),
            head: part.head.iter().map(|head| (head.text.clone(), head.is_numeric)).collect(),
            rows: part.rows.iter().map(row).collect(),
        }
    }

    fn part(self) -> Result<Part, NotTables> {
        let head = self.head.into_iter().map(|(text, is_numeric)| Head { text, is_numeric });
        let line = |(is_total, cells): (bool, Vec<Field>)| {
            let cells: Result<_, _> = cells.into_iter().map(Field::cell).collect();
            Ok(Line { cells: cells?, is_total })
        };
        Ok(Part {
            heading: self.heading,
            head: head.collect(),
            rows: self.rows.into_iter().map(line).collect::<Result<_, _>>()?,
        })
    }
}

impl Field {
    fn of(cell: &Cell) -> Field {
        let held = match &cell.value {
            Value::Blank => Held::Blank,
            Value::Text(text) => Held::Text(text.clone()),
            Value::Count(people) => Held::Count(*people),
            Value::Share(share, digits) => Held::Share(share.billionths(), *digits),
            Value::Number(number, digits) => Held::Number(number.billionths(), *digits),
            Value::Chance(p) => Held::Chance(p.billionths()),
            Value::Day(day) => Held::Day(day.to_string()),
            Value::Link { text, url } => Held::Link(text.clone(), url.clone()),
        };
        Field(u8::from(cell.is_computed) + 2 * u8::from(cell.is_heading), held)
    }

    fn cell(self) -> Result<Cell, NotTables> {
        let Field(marks, held) = self;
        let number = Decimal::from_billionths;
        let value = match held {
            Held::Blank => Value::Blank,
            Held::Text(text) => Value::Text(text),
            Held::Count(people) => Value::Count(people),
            Held::Share(share, digits) => Value::Share(number(share), digits),
            Held::Number(value, digits) => Value::Number(number(value), digits),
            Held::Chance(p) => Value::Chance(number(p)),
            Held::Day(day) => Value::Day(day.parse().map_err(|_| NotTables)?),
            Held::Link(text, url) => Value::Link { text, url },
        };
        Ok(Cell { value, is_computed: marks & 1 != 0, is_heading: marks & 2 != 0 })
    }
}
