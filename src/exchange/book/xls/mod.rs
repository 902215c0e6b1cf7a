//! A workbook of Excel 5 to 2003 (.xls).
//!
//! A compound file with one stream: records about the workbook, then those of each sheet. Absent:
//! generations before (they were not in compound files), other alphabets than Western in Excel 5
//! and 95. Read next: [`sheet`].

mod records;
mod sheet;

use super::compound::Compound;
use super::dates::{self, Epoch, Shows};
use super::grid::{Budget, refusal};
use super::shared::SharedTexts;
use super::{Book, Cell, Format};
use crate::exchange::reading::{Reason, Refusal};
use records::{Record, Records, Version};
use std::collections::BTreeMap;

/// What a workbook says before its sheets.
struct Globals {
    version: Version,
    epoch: Epoch,
    texts: SharedTexts,
    /// What each style shows.
    shows: Vec<Option<Shows>>,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    start: usize,
    is_hidden: bool,
}

/// Reads all worksheets.
///
/// # Errors
/// [`Reason::Encrypted`], also for a new workbook with a password, [`Reason::WrongKind`] for
/// another compound file, else [`Reason::Damaged`], or more than a book holds.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let damaged = || refusal(Reason::Damaged);
    let file = Compound::open(bytes).ok_or_else(damaged)?;
    if file.has("EncryptedPackage") {
        return Err(refusal(Reason::Encrypted));
    }
    let name = ["Workbook", "Book"].into_iter().find(|name| file.has(name));
    let name = name.ok_or_else(|| refusal(Reason::WrongKind))?;
    let stream = file.stream(name).ok_or_else(damaged)?;
    let (globals, listed) = Globals::read(&stream)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    let mut left = stream.len();
    for Listed { name, start, is_hidden } in listed {
        let mut grid = budget.sheet(sheets.len(), name)?;
        grid.hide(is_hidden);
        let records = stream.get(start..).ok_or_else(|| grid.locate(damaged()))?;
        sheet::read(records, &globals, &mut grid, &mut left)?;
        sheets.push(grid.finish()?);
    }
    if sheets.is_empty() { Err(damaged()) } else { Ok(Book { format: Format::Xls, sheets }) }
}

impl Globals {
    fn read(stream: &[u8]) -> Result<(Self, Vec<Listed>), Refusal> {
        let damaged = || refusal(Reason::Damaged);
        let mut records = Records(stream);
        let first = records.next().filter(|first| first.kind == 0x0809).ok_or_else(damaged)?;
        let version = match first.u16(0).ok_or_else(damaged)? {
            0x0500 => Version::Biff5,
            0x0600 => Version::Biff8,
            _ => return Err(refusal(Reason::WrongKind)),
        };
        let (texts, shows) = <_>::default();
        let mut globals = Self { version, epoch: Epoch::default(), texts, shows };
        let (mut listed, mut styles, mut coded) = (Vec::new(), Vec::new(), BTreeMap::new());
        for record in records {
            match record.kind {
                // FILEPASS
                0x002F => return Err(refusal(Reason::Encrypted)),
                // DATEMODE
                0x0022 if record.u16(0) == Some(1) => globals.epoch = Epoch::From1904,
                // FORMAT
                0x041E => coded.extend(format(&record, version)),
                // XF
                0x00E0 => styles.push(record.u16(2).unwrap_or(0)),
                // BOUNDSHEET
                0x0085 => listed.extend(sheet(&record, version).ok_or_else(damaged)?),
                // SST
                0x00FC => globals.read_texts(&record)?,
                // EOF
                0x000A => break,
                _ => {}
            }
            // Styles are counted in two bytes.
            if listed.len() > super::MOST_SHEETS || styles.len() > usize::from(u16::MAX) {
                return Err(refusal(Reason::TooMuchContent));
            }
        }
        let shows =
            |id: &u16| coded.get(id).copied().unwrap_or_else(|| dates::built_in(u32::from(*id)));
        globals.shows = styles.iter().map(shows).collect();
        Ok((globals, listed))
    }

    /// The shared texts; those after a break in them are missing, and a cell that names one shows
    /// the damage.
    fn read_texts(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let Some(mut cursor) = record.from(8) else { return Ok(()) };
        for _ in 0..record.u32(4).unwrap_or(0) {
            let Some(length) = cursor.u16() else { break };
            let mut is_whole = true;
            self.texts.push(|text| {
                is_whole = cursor.text(Version::Biff8, usize::from(length), text).is_some();
            })?;
            if !is_whole {
                break;
            }
        }
        Ok(())
    }

    /// A number, or the date that its style makes of it.
    fn number(&self, number: f64, style: usize) -> Cell {
        match self.shows.get(style) {
            Some(Some(shows)) => Cell::Other(dates::show(number, *shows, self.epoch).into()),
            _ if number.is_finite() => Cell::Number(number),
            _ => Cell::Other(number.to_string().into()),
        }
    }
}

fn format(record: &Record<'_>, version: Version) -> Option<(u16, Option<Shows>)> {
    let mut cursor = record.from(2)?;
    let length = match version {
        Version::Biff5 => usize::from(cursor.u8()?),
        Version::Biff8 => usize::from(cursor.u16()?),
    };
    let mut code = String::new();
    cursor.text(version, length, &mut code)?;
    Some((record.u16(0)?, dates::coded(&code)))
}

/// A sheet, if it is one of cells; `None` if the record is broken.
fn sheet(record: &Record<'_>, version: Version) -> Option<Option<Listed>> {
    let [state, kind] = *record.content.get(4..)?.first_chunk()?;
    if kind != 0 {
        return Some(None);
    }
    let mut cursor = record.from(6)?;
    let length = usize::from(cursor.u8()?);
    let mut name = String::new();
    cursor.text(version, length, &mut name)?;
    let start = usize::try_from(record.u32(0)?).ok()?;
    Some(Some(Listed { name, start, is_hidden: state & 3 != 0 }))
}
