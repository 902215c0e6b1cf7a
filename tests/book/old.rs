//! Old workbooks: records made by hand, and texts that do not fit in one.

use super::compound::{cell, record, xls};
use super::{fixture, open, other, shown, text};
use byspejl::exchange::book::Cell;

#[test]
fn texts_that_go_on_in_further_records_are_whole() {
    let book = open("a.xls", fixture("mange-tekster.xls"));
    let [sheet, hidden] = &book.sheets[..] else { panic!("{} sheets", book.sheets.len()) };
    assert_eq!((&*sheet.name, sheet.is_hidden), ("Ark æøå", false));
    assert_eq!((&*hidden.name, hidden.is_hidden), ("Skjult", true));
    assert_eq!(sheet.merged, [((0, 0), (0, 2))]);
    assert_eq!(sheet.rows[0], [text("Titel ✓")]);
    assert_eq!(sheet.rows[3], [text("Række 3"), Cell::Number(300.0), Cell::Number(0.75)]);
    assert_eq!(sheet.rows[5], [other("2026-01-31"), other("TRUE")]);
    assert_eq!(sheet.rows.len(), 410);
    for number in 0..400 {
        let dash = if number % 3 == 0 { "" } else { "– " };
        let long = "lang ".repeat(number % 7);
        assert_eq!(sheet.rows[10 + number], [text(&format!("Tekst nummer {number} {dash}{long}"))]);
    }
}

#[test]
fn a_workbook_of_excel_5_is_read() {
    let cells = [
        record(0x0204, &cell(1, 0, b"\x04\0Ledr")),
        record(0x0204, &cell(1, 1, b"\x02\0\xD8\x96")),
        record(0x0203, &cell(1, 2, &12.5f64.to_le_bytes())),
        record(0x027E, &cell(2, 0, &((7u32 << 2) | 2).to_le_bytes())),
        record(0x00BD, b"\x02\0\x02\0\0\0\x12\0\0\0\0\0\x16\0\0\0\x03\0"),
        record(0x0006, &cell(3, 0, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0])),
        record(0x0207, b"\x02\0ab"),
        record(0x0006, &cell(3, 1, &[&3.0f64.to_le_bytes()[..], &[0; 8]].concat())),
        record(0x0006, &cell(3, 2, &[2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0])),
        record(0x0205, &cell(3, 3, &[1, 0])),
    ];
    // A chart in the sheet has records of the same kinds.
    let chart = [
        record(0x0809, b"\0\x05\x20\0"),
        record(0x0203, &cell(9, 9, &1f64.to_le_bytes())),
        record(0x000A, b""),
    ];
    let all = [chart.concat(), cells.concat()].concat();
    let book = open("a.xls", xls(0x0500, &record(0x0042, &[0xE4, 4]), b"\x03\xC5rk", &all));
    assert_eq!(book.sheets[0].name, "Årk");
    assert_eq!(
        book.sheets[0].rows,
        [
            vec![],
            vec![text("Ledr"), text("Ø–"), Cell::Number(12.5)],
            vec![Cell::Number(7.0), Cell::Empty, Cell::Number(4.0), Cell::Number(5.0)],
            vec![text("ab"), Cell::Number(3.0), other("#REF!"), other("TRUE")],
        ]
    );
}

#[test]
fn days_are_counted_from_where_the_workbook_says() {
    let globals = [record(0x0022, &[1, 0]), record(0x00E0, &[0, 0, 14, 0])];
    let number = record(0x0203, &cell(0, 0, &34_519f64.to_le_bytes()));
    let book = open("a.xls", xls(0x0600, &globals.concat(), b"\x01\0a", &number));
    assert_eq!(shown(&book.sheets[0]), [["1998-07-05"]]);
}
