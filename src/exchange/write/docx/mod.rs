//! A [`Document`] for a word processor: one that people go on writing in.
//!
//! Headings, lists, captions and tables are what the word processor itself calls so, the figure is
//! made of its own shapes, and languages and text alternatives are marked, so that contents,
//! restyling and reading aloud work. Written for Word, checked in LibreOffice. The bytes depend on
//! the arguments alone. Absent: sentences and figures (they come in ready), reading. Read next:
//! `body.rs` for what becomes what, `parts/styles.xml` for the looks, [`super::package`] for the file.

mod body;
mod figure;
mod hatch;
mod paragraph;
mod parts;
mod table;

#[cfg(feature = "office")]
pub use super::package::WriteError;

use crate::chart::Spec;
use crate::report::{Document, FigureId};
use crate::text::Lang;
use crate::workforce::Date;
use body::Body;

/// A part's name and its text.
pub type Part = (String, String);

/// Writes the document as DOCX. `figure` describes a figure, `today` is the day it says it was made.
///
/// # Errors
/// [`WriteError`] when the file would be larger than its format can hold.
#[cfg(feature = "office")]
pub fn write(
    document: &Document,
    figure: &dyn Fn(FigureId, Lang) -> Spec,
    today: Date,
) -> Result<Vec<u8>, WriteError> {
    pack(&parts(document, figure, today))
}

/// The parts of the file in their order, for whoever packs them ([`pack`], which needs a
/// compressor).
pub fn parts(
    document: &Document,
    figure: &dyn Fn(FigureId, Lang) -> Spec,
    today: Date,
) -> Vec<Part> {
    let body = Body::of(document, figure);
    let mut parts = parts::around(document, today, &body.needs());
    parts.push(("word/document.xml".to_owned(), body.finish()));
    parts
}

/// The parts as one file.
///
/// # Errors
/// [`WriteError`] when it would be larger than its format can hold.
#[cfg(feature = "office")]
pub fn pack(parts: &[Part]) -> Result<Vec<u8>, WriteError> {
    super::package::pack(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
}
