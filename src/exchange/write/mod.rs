//! Values to files: spreadsheets, documents, calendars, the pledge as data.
//!
//! What needs a compressor stands behind the feature `office`, what only the command line prints
//! behind `cli`; everything else is written where the values are. Absent: what a file says, which
//! its value ([`crate::report`]) has decided.

#[cfg(feature = "cli")]
pub mod assessment_json;
#[cfg(feature = "cli")]
pub mod benchmark_json;
#[cfg(feature = "office")]
pub mod docx;
pub mod html_file;
pub mod markdown;
#[cfg(feature = "office")]
pub mod package;
#[cfg(feature = "cli")]
pub mod plain;

#[cfg(feature = "office")]
pub use package::WriteError;
