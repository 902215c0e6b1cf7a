//! Bytes to text or to a book, for the files that a table bank saves.
//!
//! Absent: what the text or the cells mean.

use super::error::{Fault, StatbankError};
use crate::exchange::book::{Book, Cell, Format, MOST_BYTES, MOST_ROWS, Sheet};
use crate::exchange::reading::Reason;
use calamine::{Data, Reader};
use std::io::Cursor;

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether the bytes begin as a spreadsheet does.
pub(super) fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(OLE)
}

/// The text: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252.
pub(super) fn text(bytes: &[u8]) -> Result<String, StatbankError> {
    let refuse = |reason| Err(StatbankError::of(Fault::File(reason)));
    if bytes.len() > MOST_BYTES {
        return refuse(Reason::TooManyBytes);
    }
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        return Ok(text.into_owned());
    }
    if bytes.contains(&0) {
        return refuse(Reason::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// The sheets of a spreadsheet.
pub(super) fn spreadsheet(bytes: &[u8]) -> Result<Book, StatbankError> {
    let refuse = |reason| StatbankError::of(Fault::File(reason));
    if bytes.len() > MOST_BYTES {
        return Err(refuse(Reason::TooManyBytes));
    }
    let mut workbook = calamine::open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|_| refuse(Reason::Damaged))?;
    let mut sheets = Vec::new();
    let mut rows_left = MOST_ROWS;
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|_| refuse(Reason::Damaged))?;
        let (above, left) = range.start().unwrap_or_default();
        let (above, left) = (above as usize, left as usize);
        rows_left = rows_left
            .checked_sub(above + range.height())
            .ok_or_else(|| refuse(Reason::TooManyRows))?;
        let mut rows = vec![Vec::new(); above];
        for row in range.rows() {
            let mut cells = vec![Cell::Empty; left];
            cells.extend(row.iter().map(cell));
            rows.push(cells);
        }
        sheets.push(Sheet { name, rows, merged: Vec::new(), is_hidden: false });
    }
    Ok(Book { format: Format::Xlsx, sheets })
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        other => Cell::Other(other.to_string()),
    }
}
