//! Small files that say they are enormous, or become it.
//!
//! Each is refused, or read as what it is, within a bound of memory. Times are not tested, but
//! none of these tests is slow.

use super::compound::{cell, compound, record, xls};
use super::memory::most;
use super::zipped::{ods, workbook, xlsx, zip};
use super::{open, reason, shown};
use byspejl::exchange::book::{self, Cell};
use byspejl::exchange::reading::{At, Reason, Refusal};

/// The refusal, after no more than so many megabytes.
fn refused_within(megabytes: usize, name: &str, bytes: &[u8]) -> Refusal {
    let (result, used) = most(|| book::open(name, bytes));
    assert!(used <= megabytes, "{name} took {used} MB");
    result.expect_err("it is too much")
}

#[test]
fn two_cells_at_the_ends_of_a_sheet_are_two_cells() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
                 <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let refused = refused_within(5, "a.xlsx", &xlsx(sheet, "", ""));
    assert_eq!(refused.reason, Reason::TooManyRows);
    assert_eq!(refused.at, Some(At { sheet: 0, row: 1_048_576, column: 16_384 }));
    let sheet = sheet.replace("XFD1048576\"><v>", "B2\"><v>").replace("r=\"1048576\"", "r=\"2\"");
    assert_eq!(shown(&open("a.xlsx", xlsx(&sheet, "", "")).sheets[0]), [vec!["1"], vec!["", "1"]]);
}

#[test]
fn formats_on_a_whole_sheet_are_nothing() {
    let rows: String = (1..=200_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\" s=\"1\"/></row>"))
        .collect();
    let sheet = format!("<sheetData>{rows}</sheetData>");
    assert_eq!(reason("a.xlsx", xlsx(&sheet, "", "")), Reason::Empty);
}

#[test]
fn repetition_in_an_open_document_is_bounded() {
    let table = |down: u32, right: u32| {
        ods(&format!(
            "<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"{down}\">\
             <table:table-cell table:number-columns-repeated=\"{right}\" office:value-type=\"float\" office:value=\"1\"/>\
             </table:table-row></table:table>"
        ))
    };
    let refused = |down, right| refused_within(200, "a.ods", &table(down, right));
    assert_eq!(refused(1_048_576, 1).reason, Reason::TooManyRows);
    assert_eq!(refused(1, 16_384).reason, Reason::TooMuchContent);
    assert_eq!(refused(100_000, 1_000).reason, Reason::TooMuchContent);
    assert_eq!(refused(u32::MAX, u32::MAX).reason, Reason::TooMuchContent);
    let spaces = "<table:table table:name=\"a\"><table:table-row><table:table-cell><text:p>\
                  <text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row></table:table>";
    assert_eq!(refused_within(10, "a.ods", &ods(spaces)).reason, Reason::TooMuchContent);
}

#[test]
fn a_part_that_unpacks_to_far_too_much_is_refused_whatever_its_size_is_said_to_be() {
    let sheet = format!("<worksheet><sheetData>{}", "<row/>".repeat(35_000_000));
    let mut file = workbook(&[("a", "", &sheet)], "", "");
    assert!(file.len() < 1_000_000);
    assert_eq!(refused_within(5, "a.xlsx", &file).reason, Reason::TooMuchContent);
    // The same with a directory that says 100 bytes.
    let size = u32::try_from(sheet.len()).unwrap().to_le_bytes();
    for at in 0..file.len() - 4 {
        if file[at..].starts_with(&size) {
            file[at..at + 4].copy_from_slice(&100u32.to_le_bytes());
        }
    }
    let (result, used) = most(|| book::open("a.xlsx", &file));
    let reason = result.expect_err("it is broken").reason;
    assert!(matches!(reason, Reason::TooMuchContent | Reason::Damaged), "{reason:?}");
    assert!(used <= 5, "took {used} MB");
}

#[test]
fn one_long_text_in_many_cells_is_bounded() {
    let text = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let cells: String = (0..20_000).map(|_| "<row><c t=\"s\"><v>0</v></c></row>").collect();
    let file = xlsx(&format!("<sheetData>{cells}</sheetData>"), &text, "");
    let refused = refused_within(100, "a.xlsx", &file);
    assert_eq!(refused.reason, Reason::TooMuchContent);
    assert_eq!((refused.at.map(|at| at.column), &*refused.sheet), (Some(1), "Ark1"));
    // The same in an old workbook.
    let texts =
        record(0x00FC, &[b"\x01\0\0\0\x01\0\0\0\x40\x1F\0", &b"x".repeat(8_000)[..]].concat());
    let cells: Vec<u8> =
        (0..20_000).flat_map(|row| record(0x00FD, &cell(row, 0, &[0; 4]))).collect();
    let refused = refused_within(100, "a.xls", &xls(0x0600, &texts, b"\x01\0a", &cells));
    assert_eq!(refused.reason, Reason::TooMuchContent);
}

#[test]
fn a_text_without_end_is_refused() {
    let long = "x".repeat(5_000_000);
    for file in [
        xlsx(&format!("<sheetData><row><c t=\"str\"><v>{long}</v></c></row></sheetData>"), "", ""),
        xlsx("<sheetData/>", &format!("<si><t>{long}</t></si>"), ""),
        xlsx(&format!("<a b=\"{long}\"/>"), "", ""),
        ods(&format!("<table:table><table:table-row><table:table-cell><text:p>{long}")),
    ] {
        assert_eq!(refused_within(10, "a.xlsx", &file).reason, Reason::TooMuchContent);
    }
}

#[test]
fn entities_are_not_expanded() {
    let lol: String = (1..=9)
        .map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)))
        .collect();
    let sheet = format!(
        "<!DOCTYPE worksheet [<!ENTITY l0 \"lol\">{lol}]><worksheet><sheetData><row><c t=\"str\"><v>&l9;</v></c></row></sheetData></worksheet>"
    );
    let (book, used) = most(|| open("a.xlsx", workbook(&[("a", "", &sheet)], "", "")));
    assert_eq!(shown(&book.sheets[0]), [["&l9;"]]);
    assert!(used <= 5, "took {used} MB");
}

#[test]
fn merged_regions_are_bounded() {
    let all = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(50_000);
    let few = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    let book = open("a.xlsx", xlsx(&format!("{few}<mergeCells>{all}</mergeCells>"), "", ""));
    assert_eq!(book.sheets[0].merged, []);
    let many = "<sheetData><row r=\"9999\"><c r=\"ALL9999\"><v>1</v></c></row></sheetData>";
    let file = xlsx(&format!("{many}<mergeCells>{all}</mergeCells>"), "", "");
    assert_eq!(refused_within(50, "a.xlsx", &file).reason, Reason::TooMuchContent);
}

#[test]
fn a_directory_of_many_thousand_parts_is_refused_before_it_is_read() {
    let names: Vec<String> = (0..11_000).map(|index| format!("xl/{index}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
    assert_eq!(refused_within(1, "a.xlsx", &zip(&parts)).reason, Reason::TooMuchContent);
}

#[test]
fn many_sheets_in_one_place_are_not_read_again_and_again() {
    let junk = record(0x0000, &[0; 4]).repeat(500_000);
    let one = record(0x0085, b"\0\0\0\0\0\0\x01\0a");
    let file = xls(0x0600, &one.repeat(900), b"\x01\0a", &junk);
    assert_eq!(refused_within(50, "a.xls", &file).reason, Reason::Damaged);
}

#[test]
fn chains_that_go_in_circles_end() {
    let good = compound(&[("Workbook", &[0; 5_000])]);
    let sectors = good.len() / 512 - 1;
    let table = good.len() - 512;
    // Each sector follows itself, or the first.
    for target in [None, Some(0u32)] {
        let mut file = good.clone();
        for sector in 0..sectors {
            let next = target.unwrap_or(u32::try_from(sector).unwrap());
            file[table + 4 * sector..table + 4 * sector + 4].copy_from_slice(&next.to_le_bytes());
        }
        assert_eq!(refused_within(5, "a.xls", &file).reason, Reason::Damaged);
    }
    // An entry of the directory that is its own sibling.
    let mut file = good.clone();
    let directory = 512 + 10 * 512;
    file[directory + 128 + 68..directory + 128 + 72].copy_from_slice(&1u32.to_le_bytes());
    assert_eq!(refused_within(5, "a.xls", &file).reason, Reason::Damaged);
}

#[test]
fn text_without_cells_or_with_nothing_else_costs_little() {
    for (unit, most_used) in [(";", 5), ("\n", 5), ("\"", 25), ("\"\"", 25), ("\";", 5), (" ", 25)]
    {
        let file = unit.repeat(20_000_000 / unit.len());
        let (_, used) = most(|| book::open("a.csv", file.as_bytes()));
        assert!(used <= most_used, "{unit:?} took {used} MB");
    }
}

#[test]
fn the_largest_honest_text_fits_in_memory() {
    let row = format!("{}\n", ["12345678"; 38].join(";"));
    let file = row.repeat(100_000);
    let (book, used) = most(|| open("a.csv", &file));
    assert_eq!(book.sheets[0].cell(99_999, 37), &Cell::Text("12345678".into()));
    assert!(used <= 220, "took {used} MB");
}
