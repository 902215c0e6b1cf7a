//! Bytes to cells: every kind of file, what is refused, and what no file may do.
//!
//! Read next: `formats.rs`.

mod bombs;
mod broken;
mod compound;
mod formats;
mod memory;
mod old;
mod peers;
mod refusals;
mod text;
mod zipped;

use byspejl::exchange::book::{self, Book, Cell, Sheet};
use byspejl::exchange::reading::{Reason, Refusal};

#[global_allocator]
static ALLOCATOR: memory::Counted = memory::Counted;

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn other(text: &str) -> Cell {
    Cell::Other(text.into())
}

fn open(name: &str, bytes: impl AsRef<[u8]>) -> Book {
    book::open(name, bytes.as_ref()).unwrap_or_else(|refused| panic!("{name}: {refused:?}"))
}

fn refused(name: &str, bytes: impl AsRef<[u8]>) -> Refusal {
    match book::open(name, bytes.as_ref()) {
        Ok(book) => panic!("{name} was read: {} sheets", book.sheets.len()),
        Err(refused) => refused,
    }
}

fn reason(name: &str, bytes: impl AsRef<[u8]>) -> Reason {
    refused(name, bytes).reason
}

/// The texts of a sheet's cells; numbers as they are written, nothing for empty ones.
fn shown(sheet: &Sheet) -> Vec<Vec<String>> {
    let show = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) | Cell::Other(text) => text.to_string(),
    };
    sheet.rows.iter().map(|row| row.iter().map(show).collect()).collect()
}

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/sheets/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
