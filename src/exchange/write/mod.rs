//! Values to files: spreadsheets, documents, calendars, the pledge as data.
//!
//! What needs a compressor stands behind the feature `office`, what only the command line prints
//! behind `cli`; everything else is written where the values are. Absent: what a file says, which
//! its value ([`crate::report`]) has decided.

pub mod assessment_json;
pub mod benchmark_json;
pub mod csv;
pub mod docx;
pub mod figure;
pub mod formula;
pub mod html_file;
pub mod ics;
pub mod markdown;
mod names;
#[cfg(feature = "office")]
pub mod package;
#[cfg(feature = "cli")]
pub mod plain;
pub mod pledge_json;
pub mod tables_json;
#[cfg(feature = "office")]
pub mod xlsx;

#[cfg(feature = "office")]
pub use package::WriteError;

pub use figure::{figure_csv, figure_svg, figure_tables};
