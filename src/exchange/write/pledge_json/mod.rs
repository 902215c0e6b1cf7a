//! A pledge as data, for other programs and for next year: what was promised, by whom, until when,
//! and from which figures. There is an internal and a public one, as there is of the document.
//!
//! The shape is published as public/schema/pledge-1.json. Each released version has a file of its
//! own that never changes. Absent: the figures themselves and the user's edits, which the project
//! file keeps. Read next: [`PledgeRecord`].

mod public;
mod record;
mod signed;
mod v1;
mod v1_scope;

pub use public::public;
pub(super) use record::focus;
pub use record::internal;
pub use signed::signed;

use crate::analysis::Verdict;
use crate::benchmark::Period;
use crate::report::Visibility;
use crate::text::Lang;
use crate::workforce::{Bounds, DataQuality, Date, Origin, OutsourcedWork, Sector};
use serde::Deserialize;

/// What the browser calls such a file.
pub const MEDIA_TYPE: &str = "application/json";

/// A pledge that was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct PledgeRecord {
    pub visibility: Visibility,
    /// The language of its words.
    pub lang: Lang,
    /// The day it was written to a file.
    pub written: Date,
    pub organisation: Option<String>,
    /// `None` in files from before it was written down.
    pub sector: Option<Sector>,
    /// The day the baseline figures are from.
    pub reporting_date: Option<Date>,
    pub data_quality: DataQuality,
    pub outsourced_work: OutsourcedWork,
    /// Employees with stated origin; `None` where hidden or not known.
    pub people: Option<u64>,
    /// Employees whose origin is not stated; `None` where hidden or not known.
    pub not_stated: Option<u64>,
    /// The whole organisation, the levels from the top, the areas.
    pub scopes: Vec<ScopeRecord>,
    /// Whose share the targets are about.
    pub focus: Vec<Origin>,
    pub benchmark: BenchmarkRecord,
    /// The charter's three commitments, in order.
    pub commitments: Vec<String>,
    /// From top to entry.
    pub targets: Vec<TargetRecord>,
    /// Names of levels too small or too hidden for a number.
    pub without_target: Vec<String>,
    pub measures: Vec<MeasureRecord>,
    /// The next one first, the target day last.
    pub reviews: Vec<Date>,
    pub target_day: Date,
    /// The organisation's own paragraph.
    pub note: String,
    pub recipient: String,
    pub signature: SignatureRecord,
    /// The fixed legal clause.
    pub clause: String,
    /// What a pledge is not.
    pub disclaimers: Vec<String>,
}

/// What the figures say of some of the people.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeRecord {
    pub whom: Whom,
    /// With stated origin. What is hidden is between two numbers, without an upper one where nothing
    /// printed gives any.
    pub people: Bounds,
    /// In the focus group.
    pub focus: Bounds,
    pub not_stated: Bounds,
    /// Fraction; `None` where a count is hidden or not known, or there is nobody.
    pub share: Option<f64>,
    /// `None` where none is told.
    pub verdict: Option<Verdict>,
}

/// Whom a [`ScopeRecord`] is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    Everybody,
    /// `key` stays the same when the level is renamed.
    Level {
        key: String,
        name: String,
    },
    Area {
        name: String,
    },
}

/// What the figures were compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct BenchmarkRecord {
    pub id: String,
    pub name: String,
    pub period: Period,
    /// The focus group's share, 0 to 1.
    pub share: f64,
    pub publisher: String,
    pub table: String,
    pub url: String,
    pub licence: String,
}

/// The target of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRecord {
    /// What stays the same when the level is renamed.
    pub key: String,
    pub level: String,
    /// People in focus at the start; `None` where hidden.
    pub focus: Option<u64>,
    /// People with stated origin at the start; `None` where hidden.
    pub people: Option<u64>,
    /// People in focus on the day; `None` where it must not be shown.
    pub target: Option<u64>,
    /// How many would mirror the benchmark; `None` where none was worked out.
    pub mirror: Option<u64>,
    pub day: Date,
    pub owner: String,
}

/// A measure that was taken on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRecord {
    /// In the catalogue, for example `M09`; `None` for the organisation's own.
    pub id: Option<String>,
    /// The commitment it stands under, 1 to 3.
    pub commitment: u8,
    pub text: String,
    pub owner: String,
    pub day: Date,
    pub indicator: String,
}

/// Who signed, as far as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignatureRecord {
    pub name: String,
    pub role: String,
    pub place: String,
    pub day: Option<Date>,
}

/// Why a file cannot be read as a pledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PledgeJsonError {
    /// Not JSON, or not a pledge: choose another file.
    NotAPledge,
    /// Cut off or damaged, first at this line: take another copy.
    Damaged { line: usize },
    /// Written by a newer Byspejl: reload the page to get the newest version.
    TooNew { version: u32 },
    /// A value that no version has ever written, a date that is none for example: take another
    /// copy.
    OutOfBounds,
}

/// The text of a pledge file.
pub fn write(record: &PledgeRecord) -> String {
    // Only maps with keys that are no texts can fail to become JSON; the format has none.
    serde_json::to_string_pretty(&v1::Pledge::of(record)).unwrap_or_default()
}

/// Whether a text says that it is a pledge file, readable or not: the key of the version stands in
/// every one that was ever written, and in no other file of ours.
pub fn is_pledge(text: &str) -> bool {
    text.contains("\"byspejl_pledge\"")
}

/// Reads a pledge file of any released version.
///
/// # Errors
/// See [`PledgeJsonError`].
pub fn read(text: &str) -> Result<PledgeRecord, PledgeJsonError> {
    #[derive(Deserialize)]
    struct Header {
        byspejl_pledge: u32,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Nearly every file is of the present version, and a second look at it would cost as much again.
    let present = serde_json::from_str::<v1::Pledge>(text);
    if let Ok(pledge) = present
        && pledge.version() == v1::VERSION
    {
        return pledge.record();
    }
    let header: Header = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => PledgeJsonError::Damaged { line: error.line() },
        _ => PledgeJsonError::NotAPledge,
    })?;
    match header.byspejl_pledge {
        v1::VERSION => serde_json::from_str::<v1::Pledge>(text)
            .map_err(|error| PledgeJsonError::Damaged { line: error.line() })?
            .record(),
        0 => Err(PledgeJsonError::NotAPledge),
        version => Err(PledgeJsonError::TooNew { version }),
    }
}
