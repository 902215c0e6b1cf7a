//! Bytes to values and back: what people type, paste, open and save.
//!
//! Absent: the browser, panics, silent loss. Reading returns a value with problems or a typed
//! refusal; what was entered before is untouched by either. Read next: [`count`] for a single
//! cell, [`clipboard`] for a pasted range, [`reading`] for what a file was understood to say,
//! [`project`] for the project file.
//!
//! What needs a spreadsheet or document library stands behind the feature `office` and is never
//! part of the page's own program.

pub mod board;
#[cfg(feature = "office")]
pub mod book;
pub mod clipboard;
pub mod count;
pub mod html;
pub mod import;
pub mod link;
pub mod message;
pub mod names;
pub mod offer;
pub mod office;
pub mod parts_json;
pub mod percent;
pub mod project;
pub mod reading;
pub mod reading_json;
#[cfg(feature = "office")]
pub mod recognise;
#[cfg(feature = "office")]
pub mod statbank;
pub mod write;
