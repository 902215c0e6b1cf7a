//! Values to files: spreadsheets, documents, calendars, the pledge as data.
//!
//! What needs a compressor stands behind the feature `office`; everything else is written where
//! the values are. Absent: what a file says, which its value ([`crate::report`]) has decided.

pub mod docx;
pub mod html_file;
pub mod markdown;
#[cfg(feature = "office")]
pub mod package;

#[cfg(feature = "office")]
pub use package::WriteError;
