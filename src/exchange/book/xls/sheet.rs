//! One worksheet of an old workbook.
//!
//! Absent: formulas, of which the last value is read; charts, whose records look like a sheet's.
//! Read next: [`super::records`].

use super::Globals;
use super::records::{Record, Records};
use crate::exchange::book::Cell;
use crate::exchange::book::grid::Grid;
use crate::exchange::reading::{Reason, Refusal};

/// What could not be read, or what was too much of it.
enum Trouble {
    Damaged,
    Refused(Refusal),
}

impl From<Refusal> for Trouble {
    fn from(refused: Refusal) -> Self {
        Trouble::Refused(refused)
    }
}

/// Reads the records of a sheet, and takes their length from `left`.
///
/// # Errors
/// [`Reason::Damaged`], or more than a sheet holds.
pub(super) fn read(
    stream: &[u8],
    globals: &Globals,
    grid: &mut Grid<'_>,
    left: &mut usize,
) -> Result<(), Refusal> {
    let mut depth = 0usize;
    let mut last = (0u32, 0u32);
    for record in Records(stream) {
        // Sheets do not overlap; many names for one place would be read again and again.
        let Some(rest) = left.checked_sub(record.content.len() + 4) else {
            return Err(grid.refuse(Reason::Damaged, last.0, last.1));
        };
        *left = rest;
        match record.kind {
            0x0809 => depth += 1,
            0x000A if depth <= 1 => return Ok(()),
            0x000A => depth -= 1,
            _ if depth == 1 => match read_record(&record, globals, grid, &mut last) {
                Ok(()) => {}
                Err(Trouble::Damaged) => return Err(grid.refuse(Reason::Damaged, last.0, last.1)),
                Err(Trouble::Refused(refused)) => return Err(refused),
            },
            _ => {}
        }
    }
    Err(grid.refuse(Reason::Damaged, last.0, last.1))
}

fn read_record(
    record: &Record<'_>,
    globals: &Globals,
    grid: &mut Grid<'_>,
    last: &mut (u32, u32),
) -> Result<(), Trouble> {
    let at = || Some((u32::from(record.u16(0)?), u32::from(record.u16(2)?)));
    let style = || record.u16(4).map(usize::from);
    let found = match record.kind {
        // NUMBER
        0x0203 => record.f64(6).zip(style()).map(|(number, style)| globals.number(number, style)),
        // RK
        0x027E => record.u32(6).zip(style()).map(|(rk, style)| globals.number(short(rk), style)),
        // LABELSST
        0x00FD => record.u32(6).and_then(|index| shared(globals, index)),
        // LABEL, RSTRING
        0x0204 | 0x00D6 => text(record, globals, 6),
        // BOOLERR
        0x0205 => record.content.get(6).zip(record.content.get(7)).map(truth_or_error),
        // FORMULA; a text follows in its own record.
        0x0006 => formula(record, globals),
        0x00BD => return read_many(record, globals, grid, last),
        0x00E5 => return read_merged(record, grid),
        // STRING, the text of the formula before
        0x0207 => {
            let cell = text(record, globals, 0).ok_or(Trouble::Damaged)?;
            return Ok(grid.place(last.0, last.1, cell)?);
        }
        _ => return Ok(()),
    };
    *last = at().ok_or(Trouble::Damaged)?;
    Ok(grid.place(last.0, last.1, found.ok_or(Trouble::Damaged)?)?)
}

/// MULRK: numbers side by side.
fn read_many(
    record: &Record<'_>,
    globals: &Globals,
    grid: &mut Grid<'_>,
    last: &mut (u32, u32),
) -> Result<(), Trouble> {
    let first = record.u16(0).zip(record.u16(2)).ok_or(Trouble::Damaged)?;
    *last = (u32::from(first.0), u32::from(first.1));
    let count = record.content.len().checked_sub(6).ok_or(Trouble::Damaged)? / 6;
    for index in 0..count {
        let at = 4 + 6 * index;
        let (style, rk) = record.u16(at).zip(record.u32(at + 2)).ok_or(Trouble::Damaged)?;
        grid.place(last.0, last.1, globals.number(short(rk), usize::from(style)))?;
        last.1 += 1;
    }
    Ok(())
}

/// MERGEDCELLS.
fn read_merged(record: &Record<'_>, grid: &mut Grid<'_>) -> Result<(), Trouble> {
    let count = usize::from(record.u16(0).ok_or(Trouble::Damaged)?);
    for index in 0..count {
        let number = |place: usize| record.u16(2 + 8 * index + 2 * place).map(u32::from);
        let rows = number(0).zip(number(1)).ok_or(Trouble::Damaged)?;
        let columns = number(2).zip(number(3)).ok_or(Trouble::Damaged)?;
        grid.merge(((rows.0, columns.0), (rows.1, columns.1)))?;
    }
    Ok(())
}

fn shared(globals: &Globals, index: u32) -> Option<Cell> {
    globals.texts.cell(usize::try_from(index).ok()?)
}

/// A text with its length at a place.
fn text(record: &Record<'_>, globals: &Globals, at: usize) -> Option<Cell> {
    let mut cursor = record.from(at)?;
    let length = usize::from(cursor.u16()?);
    let mut text = String::new();
    if length > 0 {
        cursor.text(globals.version, length, &mut text)?;
    }
    Some(if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) })
}

fn formula(record: &Record<'_>, globals: &Globals) -> Option<Cell> {
    let value: &[u8; 8] = record.content.get(6..)?.first_chunk()?;
    Some(match value {
        [1, _, truth, _, _, _, 0xFF, 0xFF] => truth_or_error((truth, &0)),
        [2, _, error, _, _, _, 0xFF, 0xFF] => truth_or_error((error, &1)),
        [_, _, _, _, _, _, 0xFF, 0xFF] => Cell::Empty,
        value => globals.number(f64::from_le_bytes(*value), usize::from(record.u16(4)?)),
    })
}

fn truth_or_error((value, is_error): (&u8, &u8)) -> Cell {
    let shown = match (is_error, value) {
        (0, 0) => "FALSE",
        (0, _) => "TRUE",
        (_, 0x00) => "#NULL!",
        (_, 0x07) => "#DIV/0!",
        (_, 0x0F) => "#VALUE!",
        (_, 0x17) => "#REF!",
        (_, 0x1D) => "#NAME?",
        (_, 0x24) => "#NUM!",
        _ => "#N/A",
    };
    Cell::Other(shown.into())
}

/// A number in 30 bits: whole, or the upper half of a fraction; perhaps in hundredths.
fn short(rk: u32) -> f64 {
    let number = if rk & 2 != 0 {
        f64::from(rk.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(rk & !3) << 32)
    };
    if rk & 1 != 0 { number / 100.0 } else { number }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn short_numbers_are_whole_or_fractions_and_perhaps_hundredths() {
        // The examples of the format's description.
        assert_eq!(short(0x3FF0_0000), 1.0);
        assert_eq!(short(0x3FF0_0001), 0.01);
        assert_eq!(short(0x004B_5646), 1_234_321.0);
        assert_eq!(short(0x004B_5647), 12_343.21);
        assert_eq!(short(0xFFFF_FFFE), -1.0);
    }
}
