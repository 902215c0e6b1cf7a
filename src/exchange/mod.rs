//! Bytes to values and back: what people type, paste, open and save.
//!
//! Absent: the browser, panics, silent loss. Reading returns a value with problems or a typed
//! refusal; what was entered before is untouched by either. Read next: [`count`] for a single
//! cell, [`clipboard`] for a pasted range, [`project`] for the project file.

pub mod clipboard;
pub mod count;
pub mod html;
pub mod project;
