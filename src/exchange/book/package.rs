//! The zip file around a modern spreadsheet, unpacked within bounds.
//!
//! Parts are read as a stream and counted while they are unpacked, because what a zip directory
//! says about sizes may be a lie. Absent: what the parts mean. Read next: [`super::xml`].

use super::grid::refusal;
use super::xml::Xml;
use crate::exchange::reading::{Reason, Refusal};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Cursor;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// How much is unpacked of one file, whatever it contains.
const MOST_UNPACKED: u64 = 200_000_000;
/// A large workbook has some hundred parts.
const MOST_PARTS: usize = 10_000;
/// How each entry of a zip directory begins.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An opened zip file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// By name in lower case without a leading slash: programs disagree about both.
    places: BTreeMap<String, usize>,
    left: Cell<u64>,
}

/// A part of the package, as a stream of markup.
pub(super) type Part<'p, 'a> = Xml<'p, ZipFile<'p, Cursor<&'a [u8]>>>;

impl<'a> Package<'a> {
    /// Opens the directory.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`] for a directory of absurd length, else [`Reason::Damaged`].
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        // Counted before the directory is read, which takes memory for every entry.
        let entries = bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY);
        if entries.take(MOST_PARTS + 1).count() > MOST_PARTS {
            return Err(refusal(Reason::TooMuchContent));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
        let names = archive.file_names_raw().enumerate();
        let places = names.map(|(index, name)| (key(&String::from_utf8_lossy(name)), index));
        Ok(Self { places: places.collect(), archive, left: Cell::new(MOST_UNPACKED) })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(&key(name))
    }

    /// Whether any part lies in this folder, given with its slash.
    pub fn has_folder(&self, folder: &str) -> bool {
        let folder = key(folder);
        self.places
            .range(folder.clone()..)
            .next()
            .is_some_and(|(name, _)| name.starts_with(&folder))
    }

    /// The part of this name; `None` if there is none.
    ///
    /// # Errors
    /// [`Reason::Encrypted`] for a zip file with a password, [`Reason::TooMuchContent`] for a part
    /// that says that it is too large, else [`Reason::Damaged`].
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, Refusal> {
        let Some(place) = self.places.get(&key(name)) else { return Ok(None) };
        let part = self.archive.by_index(*place).map_err(|error| refused(&error))?;
        if part.size() > self.left.get() {
            return Err(refusal(Reason::TooMuchContent));
        }
        Ok(Some(Xml::new(part, &self.left)))
    }
}

fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}

fn refused(error: &ZipError) -> Refusal {
    refusal(match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Reason::Encrypted,
        _ => Reason::Damaged,
    })
}
