//! The same cells as another reader finds, in files of another writer.

use super::{fixture, open};
use byspejl::exchange::book::{Book, Cell};
use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};
use rust_xlsxwriter::{Format, Workbook};
use std::io::Cursor;

fn same(bytes: &[u8], book: &Book) {
    let mut peer: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).unwrap();
    let names = peer.sheet_names();
    assert_eq!(book.sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>(), names);
    let mut compared = 0;
    for sheet in &book.sheets {
        let range = peer.worksheet_range(&sheet.name).unwrap();
        let height = range.end().map_or(0, |(row, _)| row as usize + 1);
        assert_eq!(sheet.rows.len(), height, "{}", sheet.name);
        for row in 0..height {
            for column in 0..=range.end().map_or(0, |(_, column)| column as usize) {
                let (r, c) = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
                let theirs = range.get_value((r, c)).unwrap_or(&Data::Empty);
                let is_same = match (sheet.cell(row, column), theirs) {
                    (Cell::Empty, Data::Empty) => true,
                    (Cell::Empty, Data::String(text)) => text.is_empty(),
                    (Cell::Text(ours), Data::String(theirs)) => ours == theirs,
                    (Cell::Number(ours), Data::Float(theirs)) => ours == theirs,
                    (Cell::Number(ours), Data::Int(theirs)) => *ours == *theirs as f64,
                    (Cell::Other(ours), Data::Bool(theirs)) => {
                        ours.eq_ignore_ascii_case(if *theirs { "true" } else { "false" })
                            || *theirs == (ours == "SAND")
                    }
                    (Cell::Other(ours), Data::DateTime(theirs)) => {
                        let (year, month, day, ..) = theirs.to_ymd_hms_milli();
                        *ours == format!("{year:04}-{month:02}-{day:02}")
                    }
                    // Shown as the document shows it, not as its standard writes it.
                    (Cell::Other(_), Data::DateTimeIso(_) | Data::Error(_)) => true,
                    _ => false,
                };
                assert!(is_same, "{} {row} {column}: {theirs:?}", sheet.name);
                compared += 1;
            }
        }
    }
    assert!(compared > 20, "something was compared");
}

#[test]
fn the_same_cells_as_calamine_finds_in_libreoffices_files() {
    for name in ["tabel.xlsx", "tabel.xls", "mange-tekster.xls"] {
        let bytes = fixture(name);
        same(&bytes, &open(name, &bytes));
    }
}

#[test]
fn the_same_cells_as_calamine_finds_in_a_large_workbook() {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for name in ["Ark & 1", "Område <2>"] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for row in 3..400u32 {
            sheet.write(row, 1, format!("Tekst <{row}> & æøå")).unwrap();
            sheet.write(row, 2, f64::from(row) / 7.0).unwrap();
            sheet.write(row, 3, row * 1_000).unwrap();
            sheet.write(row, 5, "igen").unwrap();
            sheet.write(row, 6, row % 2 == 0).unwrap();
            sheet.write_number_with_format(row, 7, f64::from(40_000 + row), &date).unwrap();
            sheet.write_blank(row, 8, &date).unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    same(&bytes, &open("a.xlsx", &bytes));
}
