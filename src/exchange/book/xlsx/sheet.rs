//! One worksheet of a workbook: its cells as they come, and what is merged.
//!
//! Absent: formulas, of which the last value is read. Read next: [`super::strings`].

use super::quick::{self, Value};
use super::strings::push_decoded;
use super::styles::Styles;
use crate::exchange::book::Cell;
use crate::exchange::book::grid::{Grid, refusal};
use crate::exchange::book::shared::SharedTexts;
use crate::exchange::book::xml::{Xml, attribute, name, push_text};
use crate::exchange::reading::{Reason, Refusal};
use quick_xml::events::{BytesStart, Event};
use std::io::Read;

/// How a cell's value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    /// The number of a shared text.
    Shared,
    Text,
    Truth,
    /// An error or a date that is written as text.
    Shown,
}

/// What a cell's tag says.
struct Opened {
    at: Option<(u32, u32)>,
    kind: Kind,
    style: usize,
}

/// Reads the cells of a worksheet.
///
/// # Errors
/// [`Reason::Damaged`], or more than a sheet holds.
pub(super) fn read<R: Read>(
    xml: &mut Xml<'_, R>,
    grid: &mut Grid<'_>,
    strings: &SharedTexts,
    styles: &Styles,
) -> Result<(), Refusal> {
    // Where the next row and the next cell are if they do not say it.
    let (mut next_row, mut row, mut column) = (0u32, 0u32, 0u32);
    let mut value = String::new();
    loop {
        let opened = match xml.next()? {
            Event::Start(start) => match name(&start) {
                "c" => open(&start).ok_or_else(|| refusal(Reason::Damaged))?,
                "row" => {
                    let stated = attribute(&start, "r").and_then(|r| r.parse::<u32>().ok());
                    row = stated.and_then(|r| r.checked_sub(1)).unwrap_or(next_row);
                    (next_row, column) = (row.saturating_add(1), 0);
                    read_quick(xml, grid, strings, styles, (row, &mut column))?;
                    continue;
                }
                "mergeCell" => {
                    let region = attribute(&start, "ref").and_then(|area| region(&area));
                    grid.merge(region.ok_or_else(|| refusal(Reason::Damaged))?)?;
                    continue;
                }
                _ => continue,
            },
            Event::End(end) if end.local_name().into_inner() == "worksheet" => return Ok(()),
            Event::Eof => return Err(refusal(Reason::Damaged)),
            _ => continue,
        };
        let at = opened.at.unwrap_or((row, column));
        column = at.1.saturating_add(1);
        value.clear();
        read_value(xml, &mut value)?;
        match cell(&opened, &value, strings, styles) {
            Some(cell) => grid.place(at.0, at.1, cell)?,
            None => return Err(grid.refuse(Reason::Damaged, at.0, at.1)),
        }
        read_quick(xml, grid, strings, styles, (row, &mut column))?;
    }
}

/// Reads the cells that come next and are written as nearly all are. Called only after the start or
/// the end of an element, where whole elements can be taken from what is buffered.
fn read_quick<R: Read>(
    xml: &mut Xml<'_, R>,
    grid: &mut Grid<'_>,
    strings: &SharedTexts,
    styles: &Styles,
    (row, column): (u32, &mut u32),
) -> Result<(), Refusal> {
    while let Some(found) = quick::cell(xml.buffered()) {
        xml.take(found.size);
        let at = found.at.unwrap_or((row, *column));
        *column = at.1.saturating_add(1);
        let cell = match found.value {
            Value::Nothing => continue,
            Value::Number(number) => number_cell(found.style, number, styles),
            Value::Shared(index) => {
                strings.cell(index).ok_or_else(|| grid.refuse(Reason::Damaged, at.0, at.1))?
            }
        };
        grid.place(at.0, at.1, cell)?;
    }
    Ok(())
}

/// A number, or the date that its style makes of it.
fn number_cell(style: usize, number: f64, styles: &Styles) -> Cell {
    match styles.date(style, number) {
        Some(date) => Cell::Other(date.into()),
        None => Cell::Number(number),
    }
}

fn open(start: &BytesStart<'_>) -> Option<Opened> {
    let mut opened = Opened { at: None, kind: Kind::Number, style: 0 };
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    for attribute in attributes.flatten() {
        match attribute.key.into_inner() {
            "r" => opened.at = Some(place(&attribute.value)?),
            "s" => opened.style = attribute.value.parse().unwrap_or(0),
            "t" => {
                opened.kind = match &*attribute.value {
                    "s" => Kind::Shared,
                    "str" | "inlineStr" => Kind::Text,
                    "b" => Kind::Truth,
                    "e" | "d" => Kind::Shown,
                    _ => Kind::Number,
                }
            }
            _ => {}
        }
    }
    Some(opened)
}

/// Collects a cell's value, or its text where that stands in the cell itself.
fn read_value<R: Read>(xml: &mut Xml<'_, R>, value: &mut String) -> Result<(), Refusal> {
    let mut is_value = false;
    loop {
        match xml.next()? {
            Event::Start(start) => match name(&start) {
                "v" | "t" => is_value = true,
                "f" | "rPh" | "extLst" => xml.skip()?,
                _ => {}
            },
            Event::End(end) => match end.local_name().into_inner() {
                "v" | "t" => is_value = false,
                "c" => return Ok(()),
                _ => {}
            },
            Event::Eof => return Err(refusal(Reason::Damaged)),
            event if is_value => push_text(value, &event),
            _ => {}
        }
        // More pieces than a cell can have characters, each within the bound of one.
        if value.len() > 1 << 20 {
            return Err(refusal(Reason::TooMuchContent));
        }
    }
}

/// The cell; `None` if its value cannot be what the cell says it is.
fn cell(opened: &Opened, value: &str, strings: &SharedTexts, styles: &Styles) -> Option<Cell> {
    if value.is_empty() {
        return Some(Cell::Empty);
    }
    let text = |text: &str| {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    };
    Some(match opened.kind {
        Kind::Number => {
            let number: f64 = value.trim().parse().ok()?;
            match number_cell(opened.style, number, styles) {
                Cell::Number(number) if !number.is_finite() => Cell::Other(value.into()),
                cell => cell,
            }
        }
        Kind::Shared => strings.cell(value.trim().parse().ok()?)?,
        Kind::Text => {
            let mut decoded = String::new();
            push_decoded(&mut decoded, value);
            text(&decoded)
        }
        Kind::Truth => Cell::Other(if value.trim() == "0" { "FALSE" } else { "TRUE" }.into()),
        Kind::Shown => Cell::Other(value.into()),
    })
}

/// The place that "C7" names, as (row, column) from 0.
fn place(reference: &str) -> Option<(u32, u32)> {
    let mut column = 0u32;
    let mut row = 0u32;
    for byte in reference.bytes().filter(|byte| *byte != b'$') {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn region(area: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    Some((place(first)?, place(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_places() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("$C$7"), Some((6, 2)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        for none in ["", "A", "7", "A0", "1A", "Æ1", "ZZZZZZZZ1", "A99999999999", "A-1"] {
            assert_eq!(place(none), None, "{none}");
        }
        assert_eq!(region("B2:D3"), Some(((1, 1), (2, 3))));
        assert_eq!(region("B2"), Some(((1, 1), (1, 1))));
    }
}
