//! The project file (.byspejl.json): everything the user has entered, to open again.
//!
//! The same shape is kept in the browser's storage. Each released version has its own type and
//! a fixture in tests/fixtures/project that must still open. Texts are stored as typed, so a
//! wrong input survives a save as well.

pub mod benchmark;
mod v1;
mod v1_pledge;
mod v3_parts;
mod v4;
mod v4_review;

use crate::session::Work;
use serde::{Deserialize, Serialize};

/// What the browser calls such a file.
pub const MEDIA_TYPE: &str = "application/json";
/// The name offered for the first save.
pub const FILE_NAME: &str = "byspejl.byspejl.json";

/// Why a file cannot be opened. The work on screen is untouched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectError {
    /// Not JSON, or not a project file: choose another file.
    NotAProject,
    /// Cut off or damaged, first at this line: take an older copy.
    Damaged { line: usize },
    /// Written by a newer Byspejl: reload the page to get the newest version.
    TooNew { version: u32 },
    /// More levels, areas or cells than there can be: take an older copy.
    OutOfBounds,
}

/// Work in the shape it is stored in: the newest version, or an older one as an earlier visit left it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoredWork(v4::Project);

impl StoredWork {
    pub fn of(work: &Work) -> StoredWork {
        StoredWork(v4::Project::of(work))
    }

    /// The work again.
    ///
    /// # Errors
    /// [`ProjectError::OutOfBounds`] for what no version has ever written.
    pub fn work(self) -> Result<Work, ProjectError> {
        self.0.work()
    }
}

/// The text of a project file.
pub fn write(work: &Work) -> String {
    // Only maps with keys that are no texts can fail to become JSON; the format has none.
    serde_json::to_string_pretty(&v4::Project::of(work)).unwrap_or_default()
}

/// Reads a project file of any released version.
///
/// # Errors
/// See [`ProjectError`].
pub fn read(text: &str) -> Result<Work, ProjectError> {
    #[derive(Deserialize)]
    struct Header {
        byspejl: u32,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header: Header = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => ProjectError::Damaged { line: error.line() },
        _ => ProjectError::NotAProject,
    })?;
    match header.byspejl {
        v1::VERSION..=v4::VERSION => serde_json::from_str::<v4::Project>(text)
            .map_err(|error| ProjectError::Damaged { line: error.line() })?
            .work(),
        0 => Err(ProjectError::NotAProject),
        version => Err(ProjectError::TooNew { version }),
    }
}

/// A file name for this organisation: letters and digits of its name, and the year.
pub fn file_name(work: &Work) -> String {
    let name: String = work
        .draft
        .organisation
        .trim()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .take(40)
        .collect();
    let year: String = work.draft.reporting_date.chars().take_while(char::is_ascii_digit).collect();
    let parts: Vec<&str> =
        [name.trim_matches('-'), &year].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        FILE_NAME.to_owned()
    } else {
        format!("{}.byspejl.json", parts.join("-"))
    }
}
