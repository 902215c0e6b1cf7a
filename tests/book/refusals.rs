//! What is not read, and where the reason stands.

use super::compound::{compound, record, xls};
use super::zipped::{ods, xlsx, zip};
use super::{fixture, reason, refused};
use byspejl::exchange::book::{MOST_BYTES, MOST_ROWS, from_text};
use byspejl::exchange::reading::{At, Reason};

#[test]
fn nothing_is_empty() {
    for bytes in [&b""[..], b" \r\n\t\r\n", b"\xEF\xBB\xBF", b"\xFF\xFE", b";;;\n;;;\n"] {
        assert_eq!(reason("a.csv", bytes), Reason::Empty, "{bytes:?}");
    }
    assert_eq!(reason("a.xlsx", xlsx("<sheetData/>", "", "")), Reason::Empty);
    assert_eq!(reason("a.ods", ods("<table:table table:name=\"a\"/>")), Reason::Empty);
    assert_eq!(reason("a.xls", xls(0x0600, b"", b"\x01\0a", b"")), Reason::Empty);
}

#[test]
fn pictures_and_documents_are_binary_or_not_what_they_are_called() {
    let document = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    let binary = [
        b"%PDF-1.7\nnogle;ord\n".to_vec(),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
        b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(),
        b"\x7FELF\x02\x01\x01\0\0\0\0".to_vec(),
        b"{\\rtf1\\ansi a}".to_vec(),
        document,
        compound(&[("WordDocument", b"a")]),
        zip(&[(
            "content.xml",
            b"<office:document-content><office:text/></office:document-content>",
        )]),
    ];
    for bytes in &binary {
        for name in ["a.xlsx", "a.csv", "a.XLS"] {
            assert_eq!(reason(name, bytes), Reason::WrongKind, "{name} {bytes:?}");
        }
        for name in ["a.pdf", "a", "a.docx"] {
            assert_eq!(reason(name, bytes), Reason::Binary, "{name} {bytes:?}");
        }
    }
}

#[test]
fn a_page_called_a_workbook_and_a_binary_workbook_are_the_wrong_kind() {
    for page in
        ["<html><table><tr><td>1", "\n<!DOCTYPE html>", "<?xml version=\"1.0\"?><Workbook/>"]
    {
        assert_eq!(reason("a.xls", page), Reason::WrongKind);
    }
    assert_eq!(reason("a.xlsb", zip(&[("xl/workbook.bin", b"\0")])), Reason::WrongKind);
}

#[test]
fn locked_files_are_told_apart_from_broken_ones() {
    assert_eq!(reason("a.xlsx", fixture("tabel-med-adgangskode.xlsx")), Reason::Encrypted);
    let locked = record(0x002F, &[1, 0, 1, 0, 1, 0]);
    assert_eq!(reason("a.xls", xls(0x0600, &locked, b"\x01\0a", b"")), Reason::Encrypted);
    let manifest = b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">\
                     <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let locked = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x8a\x01\xff"),
    ]);
    assert_eq!(reason("a.ods", locked), Reason::Encrypted);
    // The flag of a zip file with a password, set by hand in both of its directories.
    let mut zipped = xlsx("<sheetData/>", "", "");
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        for at in 0..zipped.len() - 46 {
            if zipped[at..].starts_with(signature) {
                zipped[at + flags] |= 1;
            }
        }
    }
    assert_eq!(reason("a.xlsx", zipped), Reason::Encrypted);
}

#[test]
fn files_of_our_own_and_benchmarks_are_sent_to_where_they_belong() {
    assert_eq!(reason("a.csv", "\u{feff}{\"byspejl\": 1}"), Reason::IsAProject);
    let stored = include_bytes!("../fixtures/project/v1.byspejl.json");
    assert_eq!(reason("a.json", stored), Reason::IsAProject);
    assert_eq!(reason("a.json", "{\"dataset\": {\"value\": []}}"), Reason::IsABenchmark);
    assert_eq!(reason("a.json", "[]"), Reason::WrongKind);
}

#[test]
fn a_broken_workbook_names_the_sheet_and_the_cell() {
    let broken = "<sheetData><row r=\"2\"><c r=\"C2\" t=\"s\"><v>5</v></c></row></sheetData>";
    let found = refused("a.xlsx", xlsx(broken, "", ""));
    assert_eq!(found.reason, Reason::Damaged);
    assert_eq!((found.at, &*found.sheet), (Some(At { sheet: 0, row: 2, column: 3 }), "Ark1"));
    for broken in [
        "<sheetData><row r=\"1\"><c r=\"C0\"><v>5</v></c></row></sheetData>",
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>fem</v></c></row></sheetData>",
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>5</v></row>",
        "<mergeCells><mergeCell ref=\"x\"/></mergeCells>",
    ] {
        let found = refused("a.xlsx", xlsx(broken, "", ""));
        assert_eq!((found.reason, &*found.sheet), (Reason::Damaged, "Ark1"), "{broken}");
    }
    assert_eq!(reason("a.xlsx", b"PK\x03\x04 and no more"), Reason::Damaged);
    assert_eq!(reason("a.zip", b"PK\x03\x04 and no more"), Reason::Binary);
}

#[test]
fn the_hundred_thousandth_row_is_read_and_the_next_is_not() {
    let file = "1;2\n".repeat(MOST_ROWS);
    assert_eq!(super::open("a.csv", &file).sheets[0].rows.len(), MOST_ROWS);
    let found = refused("a.csv", file + "3;4\n");
    assert_eq!(found.reason, Reason::TooManyRows);
    assert_eq!(found.at, Some(At { sheet: 0, row: 100_001, column: 1 }));
    assert_eq!(found.found, "");
}

#[test]
fn too_many_columns_are_refused_where_they_begin() {
    let found = refused("a.csv", format!("a;b\n{}1\n", ";".repeat(1000)));
    assert_eq!(found.reason, Reason::TooMuchContent);
    assert_eq!(found.at, Some(At { sheet: 0, row: 2, column: 1001 }));
}

#[test]
fn too_many_bytes_are_not_looked_at() {
    let bytes = vec![b'1'; MOST_BYTES + 1];
    assert_eq!(reason("a.csv", &bytes), Reason::TooManyBytes);
    let copied = String::from_utf8(bytes).unwrap();
    assert_eq!(from_text(&copied).unwrap_err().reason, Reason::TooManyBytes);
}
