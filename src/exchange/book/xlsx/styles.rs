//! Which styles of a workbook show a number as a date.
//!
//! Absent: everything else about styles. Read next: [`super::sheet`].

use crate::exchange::book::dates::{self, Epoch, Shows};
use crate::exchange::book::grid::refusal;
use crate::exchange::book::package::Package;
use crate::exchange::book::xml::{attribute, name};
use crate::exchange::reading::{Reason, Refusal};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// A workbook has at most 65,490 styles.
const MOST_STYLES: usize = 70_000;

/// What each style shows, and from when the workbook counts days.
#[derive(Default)]
pub(super) struct Styles {
    shows: Vec<Option<Shows>>,
    epoch: Epoch,
}

impl Styles {
    /// Reads the part that holds them; none if the package does not have it.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`], [`Reason::Damaged`].
    pub fn read(package: &mut Package<'_>, path: &str, epoch: Epoch) -> Result<Self, Refusal> {
        let mut styles = Self { shows: Vec::new(), epoch };
        let Some(mut xml) = package.part(path)? else { return Ok(styles) };
        let mut coded: BTreeMap<u32, Option<Shows>> = BTreeMap::new();
        let mut is_of_cells = false;
        loop {
            match xml.next()? {
                Event::Start(start) => match name(&start) {
                    "cellXfs" => is_of_cells = true,
                    // Conditional formats have formats of their own, which no cell names.
                    "dxfs" => xml.skip()?,
                    "numFmt" => {
                        let code = attribute(&start, "formatCode").unwrap_or_default();
                        if let Some(id) = format(&start) {
                            coded.insert(id, dates::coded(&code));
                        }
                    }
                    "xf" if is_of_cells => {
                        let id = format(&start).unwrap_or(0);
                        let shows = coded.get(&id).copied();
                        styles.shows.push(shows.unwrap_or_else(|| dates::built_in(id)));
                    }
                    _ => {}
                },
                Event::End(end) => match end.local_name().into_inner() {
                    "cellXfs" => is_of_cells = false,
                    "styleSheet" => return Ok(styles),
                    _ => {}
                },
                Event::Eof => return Err(refusal(Reason::Damaged)),
                _ => {}
            }
            if styles.shows.len().max(coded.len()) > MOST_STYLES {
                return Err(refusal(Reason::TooMuchContent));
            }
        }
    }

    /// The number as a date, if the style makes it one.
    pub fn date(&self, style: usize, serial: f64) -> Option<String> {
        let shows = (*self.shows.get(style)?)?;
        Some(dates::show(serial, shows, self.epoch))
    }
}

fn format(start: &BytesStart<'_>) -> Option<u32> {
    attribute(start, "numFmtId")?.parse().ok()
}
