//! Parts to one file. Absent: what stands in the parts.

use super::Part;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// A part or the whole is larger than the format can hold: shorten what was written.
    TooLarge,
}

/// Packs the parts in their order; the same parts give the same bytes.
///
/// # Errors
/// See [`WriteError`].
pub fn pack(parts: &[Part]) -> Result<Vec<u8>, WriteError> {
    // A day that never changes: files made twice from the same work are the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name.as_str(), options).map_err(|_| WriteError::TooLarge)?;
        archive.write_all(text.as_bytes()).map_err(|_| WriteError::TooLarge)?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|_| WriteError::TooLarge)
}
