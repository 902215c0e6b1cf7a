//! Bytes to text or to a book, for the files that a table bank saves.
//!
//! Absent: what the text or the cells mean.

use super::error::{Fault, StatbankError};
use crate::exchange::book::{self, Book, MOST_BYTES};
use crate::exchange::reading::Reason;

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether the bytes begin as a spreadsheet does.
pub(super) fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(OLE)
}

/// The text: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252.
pub(super) fn text(bytes: &[u8]) -> Result<String, StatbankError> {
    let refuse = |reason| StatbankError::of(Fault::File(reason));
    if bytes.len() > MOST_BYTES {
        return Err(refuse(Reason::TooManyBytes));
    }
    book::decode(bytes).map(|text| text.into_owned()).map_err(refuse)
}

/// The sheets of a spreadsheet.
pub(super) fn spreadsheet(name: &str, bytes: &[u8]) -> Result<Book, StatbankError> {
    book::open(name, bytes).map_err(|refusal| StatbankError::of(Fault::File(refusal.reason)))
}
