//! No bytes make the reader panic: true files, cut off anywhere and changed at random.

use super::compound::{cell, record, xls};
use super::fixture;
use super::zipped::zip;
use byspejl::exchange::book::{from_text, open};
use std::io::Read;

/// Changes that are the same in every run.
struct Changes(u64);

impl Changes {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).unwrap()
    }

    /// Replaces, removes or repeats some bytes.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.next(4) {
            let at = self.next(bytes.len());
            let end = (at + self.next(9)).min(bytes.len());
            match self.next(5) {
                0 => bytes[at] ^= 1 << self.next(8),
                1 => bytes[at] = [0, 0xFF, b'<', b'"', 0x7F][self.next(5)],
                2 => bytes[at..end].fill(0xFF),
                3 => drop(bytes.drain(at..end)),
                _ => {
                    let part = bytes[at..end].to_vec();
                    bytes.splice(at..at, part);
                }
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
    }
}

const FIXTURES: [&str; 5] =
    ["tabel.xlsx", "tabel.ods", "tabel.xls", "mange-tekster.xls", "tabel-med-adgangskode.xlsx"];

#[test]
fn files_that_are_cut_off_anywhere() {
    for name in FIXTURES {
        let bytes = fixture(name);
        for length in (0..bytes.len()).step_by(bytes.len().div_ceil(1_500)) {
            let _ = open(name, &bytes[..length]);
        }
    }
}

#[test]
fn files_with_bytes_changed() {
    let mut changes = Changes(0x9E37_79B9_7F4A_7C15);
    for name in FIXTURES {
        let bytes = fixture(name);
        for _ in 0..1_500 {
            let mut bytes = bytes.clone();
            changes.change(&mut bytes);
            let _ = open(name, &bytes);
        }
    }
}

#[test]
fn parts_with_bytes_changed_and_zipped_again() {
    let mut changes = Changes(0xD1B5_4A32_D192_ED03);
    for name in ["tabel.xlsx", "tabel.ods"] {
        let bytes = fixture(name);
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes[..])).unwrap();
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            parts.push((part.name().unwrap().into_owned(), content));
        }
        for round in 0..1_500 {
            let mut parts = parts.clone();
            let count = parts.len();
            let part = &mut parts[round % count].1;
            if part.is_empty() {
                continue;
            }
            changes.change(part);
            let parts: Vec<(&str, &[u8])> =
                parts.iter().map(|(name, content)| (&**name, &**content)).collect();
            let _ = open(name, &zip(&parts));
        }
    }
}

#[test]
fn records_with_bytes_changed() {
    let mut changes = Changes(0x2545_F491_4F6C_DD1D);
    let cells = [
        record(0x0204, &cell(1, 0, b"\x04\0\0Ledr")),
        record(0x0203, &cell(1, 2, &12.5f64.to_le_bytes())),
        record(0x00FD, &cell(1, 3, &[0; 4])),
        record(0x00BD, b"\x02\0\x02\0\0\0\x12\0\0\0\0\0\x16\0\0\0\x03\0"),
        record(0x0006, &cell(3, 0, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0])),
        record(0x0207, b"\x02\0\0ab"),
        record(0x00E5, b"\x01\0\0\0\x01\0\0\0\x01\0"),
    ]
    .concat();
    let globals = [
        record(0x041E, b"\xA4\0\x04\0\0yyyy"),
        record(0x00E0, b"\0\0\xA4\0"),
        record(0x00FC, b"\x01\0\0\0\x01\0\0\0\x03\0\x0C\x01\0\x02\0\0\0abc123456"),
    ]
    .concat();
    for version in [0x0500, 0x0600] {
        for _ in 0..1_500 {
            let (mut globals, mut cells) = (globals.clone(), cells.clone());
            changes.change(&mut globals);
            changes.change(&mut cells);
            let _ = open("a.xls", &xls(version, &globals, b"\x01\0a", &cells));
        }
    }
}

#[test]
fn texts_with_bytes_changed() {
    let mut changes = Changes(0x1234_5678_9ABC_DEF1);
    let text =
        "sep=;\r\n\"Titel; med\r\n\"\"citat\"\"\"\r\n\r\nNiveau;Østlig\tx|y\r\nLedere;12,5\r";
    for _ in 0..5_000 {
        let mut bytes = text.as_bytes().to_vec();
        changes.change(&mut bytes);
        let _ = open("a.csv", &bytes);
        let _ = from_text(&String::from_utf8_lossy(&bytes));
    }
}
