//! A spreadsheet in the OpenDocument format (.ods).
//!
//! Repeated rows and columns are written once with a number, which may say a million: nothing is
//! repeated that is empty, and the rest within the bounds of a grid. Absent: formulas (their value
//! is read), comments, drawings, styles. Read next: [`super::grid`].

use super::grid::{Budget, Grid, refusal};
use super::package::Package;
use super::xml::{Xml, attribute, name, push_text};
use super::{Book, Cell, Format, MOST_COLUMNS};
use crate::exchange::reading::{Reason, Refusal};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::Read;

/// More than a cell of any program holds.
const MOST_IN_A_CELL: usize = 1 << 20;

/// Reads all sheets.
///
/// # Errors
/// [`Reason::Encrypted`], [`Reason::WrongKind`] for a text document or another kind, else
/// [`Reason::Damaged`], or more than a book holds.
pub(super) fn read(package: &mut Package<'_>) -> Result<Book, Refusal> {
    if is_encrypted(package)? {
        return Err(refusal(Reason::Encrypted));
    }
    let mut xml = package.part("content.xml")?.ok_or_else(|| refusal(Reason::Damaged))?;
    let (mut hidden, mut style) = (BTreeSet::new(), String::new());
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    let (mut is_spreadsheet, mut is_complete) = (false, false);
    loop {
        let table = match xml.next()? {
            Event::Start(start) => match name(&start) {
                "style" => {
                    style = attribute(&start, "name").unwrap_or_default().into_owned();
                    None
                }
                "table-properties" => {
                    if attribute(&start, "display").as_deref() == Some("false") {
                        hidden.insert(style.clone());
                    }
                    None
                }
                "spreadsheet" => {
                    is_spreadsheet = true;
                    None
                }
                "tracked-changes" | "dde-links" => {
                    xml.skip()?;
                    None
                }
                "table" if is_spreadsheet => {
                    let text = |key| attribute(&start, key).unwrap_or_default().into_owned();
                    Some((text("name"), hidden.contains(&text("style-name"))))
                }
                _ => None,
            },
            Event::End(end) => {
                is_complete |= end.local_name().into_inner() == "document-content";
                None
            }
            Event::Eof => break,
            _ => None,
        };
        if let Some((name, is_hidden)) = table {
            let mut grid = budget.sheet(sheets.len(), name)?;
            grid.hide(is_hidden);
            read_table(&mut xml, &mut grid).map_err(|refused| grid.locate(refused))?;
            sheets.push(grid.finish()?);
        }
    }
    if !is_complete {
        Err(refusal(Reason::Damaged))
    } else if !is_spreadsheet {
        Err(refusal(Reason::WrongKind))
    } else {
        Ok(Book { format: Format::Ods, sheets })
    }
}

/// Whether the manifest says how to decrypt a part.
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, Refusal> {
    let Some(mut xml) = package.part("META-INF/manifest.xml")? else { return Ok(false) };
    loop {
        match xml.next()? {
            Event::Start(start) if name(&start) == "encryption-data" => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

fn read_table<R: Read>(xml: &mut Xml<'_, R>, grid: &mut Grid<'_>) -> Result<(), Refusal> {
    let mut row = 0u32;
    let mut cells = Vec::new();
    loop {
        match xml.next()? {
            Event::Start(start) => match name(&start) {
                "table-row" => {
                    let repeated = count(&start, "number-rows-repeated");
                    cells.clear();
                    read_row(xml, grid, row, &mut cells)?;
                    // Without cells there is nothing to repeat, however often.
                    let rows = if cells.is_empty() { 0 } else { repeated };
                    for row in row..row.saturating_add(rows) {
                        for (column, cell) in &cells {
                            grid.place(row, *column, cell.clone())?;
                        }
                    }
                    row = row.saturating_add(repeated);
                }
                // Drawings and other tables inside this one.
                "shapes" | "forms" | "table" | "named-expressions" => xml.skip()?,
                _ => {}
            },
            Event::End(end) if end.local_name().into_inner() == "table" => return Ok(()),
            Event::Eof => return Err(refusal(Reason::Damaged)),
            _ => {}
        }
    }
}

fn read_row<R: Read>(
    xml: &mut Xml<'_, R>,
    grid: &mut Grid<'_>,
    row: u32,
    cells: &mut Vec<(u32, Cell)>,
) -> Result<(), Refusal> {
    let mut column = 0u32;
    loop {
        let value = match xml.next()? {
            Event::Start(start) => {
                let repeated = count(&start, "number-columns-repeated");
                match name(&start) {
                    "table-cell" => {
                        let down = count(&start, "number-rows-spanned") - 1;
                        let right = count(&start, "number-columns-spanned") - 1;
                        if down > 0 || right > 0 {
                            let last = (row.saturating_add(down), column.saturating_add(right));
                            grid.merge(((row, column), last))?;
                        }
                        Some((repeated, Value::of(&start)))
                    }
                    // What a merged cell covers is not shown.
                    "covered-table-cell" => {
                        xml.skip()?;
                        column = column.saturating_add(repeated);
                        None
                    }
                    _ => None,
                }
            }
            Event::End(end) if end.local_name().into_inner() == "table-row" => return Ok(()),
            Event::Eof => return Err(refusal(Reason::Damaged)),
            _ => None,
        };
        let Some((repeated, value)) = value else { continue };
        let cell = value.cell(read_paragraphs(xml)?);
        let end = column.saturating_add(repeated);
        if cell != Cell::Empty {
            if end as usize > MOST_COLUMNS {
                let first = column.max(u32::try_from(MOST_COLUMNS).unwrap_or(u32::MAX));
                return Err(grid.refuse(Reason::TooMuchContent, row, first));
            }
            cells.extend((column..end).map(|column| (column, cell.clone())));
        }
        column = end;
    }
}

/// What the tag of a cell says about its value.
#[derive(Default)]
struct Value {
    kind: String,
    value: Option<String>,
    is_error: bool,
}

impl Value {
    fn of(start: &BytesStart<'_>) -> Self {
        let mut value = Self::default();
        let mut attributes = start.attributes();
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            match attribute.key.local_name().into_inner() {
                // Twice under two prefixes: one for everybody, one that knows errors.
                "value-type" if &*attribute.value == "error" => value.is_error = true,
                "value-type" => value.kind = attribute.value.into_owned(),
                local @ ("value" | "string-value" | "date-value" | "time-value"
                | "boolean-value") => {
                    value.value = super::xml::attribute(start, local).map(Into::into)
                }
                _ => {}
            }
        }
        value
    }

    fn cell(self, shown: String) -> Cell {
        let text =
            |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) };
        let other =
            |text: String| if text.is_empty() { Cell::Empty } else { Cell::Other(text.into()) };
        if self.is_error {
            return other(shown);
        }
        match &*self.kind {
            "float" | "percentage" | "currency" => {
                let number = self.value.and_then(|value| value.trim().parse::<f64>().ok());
                match number.filter(|number| number.is_finite()) {
                    Some(number) => Cell::Number(number),
                    None => other(shown),
                }
            }
            "date" | "time" | "boolean" if shown.is_empty() => {
                other(self.value.unwrap_or_default())
            }
            "date" | "time" | "boolean" => other(shown),
            _ if shown.is_empty() => text(self.value.unwrap_or_default()),
            _ => text(shown),
        }
    }
}

/// The text of a cell up to its end; a line for each paragraph.
fn read_paragraphs<R: Read>(xml: &mut Xml<'_, R>) -> Result<String, Refusal> {
    let mut text = String::new();
    let mut is_first = true;
    loop {
        match xml.next()? {
            Event::Start(start) if name(&start) == "p" => {
                if !is_first {
                    text.push('\n');
                }
                is_first = false;
                read_paragraph(xml, &mut text)?;
            }
            // Comments and drawings are not in the cell.
            Event::Start(_) => xml.skip()?,
            Event::End(_) => return Ok(text),
            Event::Eof => return Err(refusal(Reason::Damaged)),
            _ => {}
        }
        if text.len() > MOST_IN_A_CELL {
            return Err(refusal(Reason::TooMuchContent));
        }
    }
}

/// A paragraph, in which any white space is one space unless an element says otherwise.
fn read_paragraph<R: Read>(xml: &mut Xml<'_, R>, text: &mut String) -> Result<(), Refusal> {
    let mut raw = String::new();
    let mut depth = 1usize;
    let start = text.len();
    while depth > 0 {
        match xml.next()? {
            Event::Start(event) => {
                depth += 1;
                match name(&event) {
                    "s" => {
                        let spaces = count(&event, "c") as usize;
                        text.extend(std::iter::repeat_n(' ', spaces.min(MOST_IN_A_CELL + 1)));
                    }
                    "tab" => text.push('\t'),
                    "line-break" => text.push('\n'),
                    "annotation" | "note" | "frame" | "ruby-text" => {
                        xml.skip()?;
                        depth -= 1;
                    }
                    _ => {}
                }
            }
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(refusal(Reason::Damaged)),
            event => {
                raw.clear();
                push_text(&mut raw, &event);
                for character in raw.chars() {
                    let is_space = matches!(character, ' ' | '\t' | '\r' | '\n');
                    if !is_space {
                        text.push(character);
                    } else if text.len() > start && !text.ends_with([' ', '\t', '\n']) {
                        text.push(' ');
                    }
                }
            }
        }
        if text.len() > MOST_IN_A_CELL {
            return Err(refusal(Reason::TooMuchContent));
        }
    }
    Ok(())
}

/// A count that is 1 where it is not stated.
fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}
