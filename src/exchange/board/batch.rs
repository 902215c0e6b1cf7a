//! A batch of pledge files into the roll.
//!
//! The files of a batch come as one row of bytes and a line for each: how many bytes are its, or
//! why there are none, and its name. One by one they would cost the page a message each.

use crate::board::{Counts, Entry, LevelName, LevelPromise, People, Promise, Roll, Unread};
use crate::exchange::write::pledge_json::{
    self, PledgeJsonError, PledgeRecord, TargetRecord, Whom,
};
use crate::pledge::Commitment;
use crate::report::Visibility;
use crate::session::{Name, Part, PresetLevel};
use crate::text::{Lang, part_name};
use crate::workforce::Focus;

/// A line that no page of this build has written, or fewer bytes than the lines name: reload the
/// page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotABatch;

/// What stands in place of a number of bytes.
const TOO_LARGE: &str = "large";
const UNREADABLE: &str = "unreadable";

/// Reads every file of a batch into the roll.
///
/// # Errors
/// See [`NotABatch`]; the files before the line that is not understood are in the roll.
pub fn gather(roll: &mut Roll, lines: &str, mut bytes: &[u8]) -> Result<(), NotABatch> {
    for line in lines.lines() {
        let (size, name) = line.split_once('\t').ok_or(NotABatch)?;
        match size {
            TOO_LARGE => roll.skip(name.to_owned(), Unread::TooLarge),
            UNREADABLE => roll.skip(name.to_owned(), Unread::Unreadable),
            size => {
                let size: usize = size.parse().map_err(|_| NotABatch)?;
                let (file, rest) = bytes.split_at_checked(size).ok_or(NotABatch)?;
                bytes = rest;
                match read(name, file) {
                    Ok(entry) => roll.add(entry),
                    Err(why) => roll.skip(name.to_owned(), why),
                }
            }
        }
    }
    Ok(())
}

/// One file as an entry.
///
/// # Errors
/// Why it is to be skipped.
pub fn read(name: &str, bytes: &[u8]) -> Result<Entry, Unread> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::NotAPledge)?;
    match pledge_json::read(text) {
        Ok(record) => Ok(entry(name, bytes, record)),
        // The key of the version, in every project file that was ever written.
        Err(PledgeJsonError::NotAPledge) if text.contains("\"byspejl\"") => {
            Err(Unread::ProjectFile)
        }
        Err(PledgeJsonError::NotAPledge) => Err(Unread::NotAPledge),
        Err(PledgeJsonError::Damaged { line }) => Err(Unread::Damaged { line }),
        Err(PledgeJsonError::TooNew { .. }) => Err(Unread::TooNew),
        Err(PledgeJsonError::OutOfBounds) => Err(Unread::OutOfBounds),
    }
}

fn entry(name: &str, bytes: &[u8], record: PledgeRecord) -> Entry {
    // Only what everybody may see of everybody can be summed, and only of the same people.
    let is_public = record.visibility == Visibility::Public;
    let may_sum = is_public && Focus::of(&record.focus) == Some(Focus::default());
    let people = may_sum.then(|| whole(&record)).flatten();
    let target = |target: &TargetRecord| LevelPromise {
        level: level_name(&target.level),
        counts: if may_sum { counts(target) } else { None },
    };
    let promise = |id: &Option<String>, commitment| Promise {
        commitment,
        number: id.as_deref().and_then(|id| id.strip_prefix('M')?.parse().ok()),
    };
    Entry {
        file: name.to_owned(),
        fingerprint: fingerprint(bytes),
        written: record.written,
        reporting_date: record.reporting_date,
        is_public,
        sector: record.sector,
        people,
        targets: record.targets.iter().map(target).collect(),
        measures: record
            .measures
            .iter()
            .filter_map(|measure| {
                Some(promise(&measure.id, Commitment::from_number(measure.commitment)?))
            })
            .collect(),
        reviews: record.reviews,
        organisation: record.organisation,
    }
}

fn whole(record: &PledgeRecord) -> Option<People> {
    let whole = record.scopes.iter().find(|scope| scope.whom == Whom::Everybody)?;
    Some(People { people: whole.people.exact()?, focus: whole.focus.exact()? })
}

fn counts(target: &TargetRecord) -> Option<Counts> {
    Some(Counts { people: target.people?, focus: target.focus?, target: target.target? })
}

/// A level of the default ladder in either language, else the organisation's own.
fn level_name(name: &str) -> LevelName {
    let is_called = |preset: &PresetLevel| {
        let preset = Name::Preset(*preset);
        Lang::ALL.iter().any(|&lang| part_name(lang, Part::Level, &preset) == name.trim())
    };
    match PresetLevel::LADDER.into_iter().find(|preset| is_called(preset)) {
        Some(preset) => LevelName::Preset(preset),
        None => LevelName::Own(name.trim().to_owned()),
    }
}

/// FNV-1a (Fowler, Noll and Vo 1991): tells files apart; nobody has to be kept from making two
/// alike.
fn fingerprint(bytes: &[u8]) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    bytes.iter().fold(START, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
