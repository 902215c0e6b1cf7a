//! What each reader is asked with any bytes, and what must hold of its answer.
//!
//! Used by the fuzz targets and, with mutations of the corpus, by tests/robustness.rs. None of
//! these may panic, hang, or take memory without bounds. Absent: where the bytes come from.
#![allow(dead_code, reason = "each fuzz target uses one of these")]

use byspejl::exchange::book::{self, MOST_ROWS};
use byspejl::exchange::reading::{Answers, Outcome};
use byspejl::exchange::write::pledge_json;
use byspejl::exchange::{
    clipboard, count, import, link, project, reading_json, recognise, statbank,
};
use byspejl::session::Work;
use byspejl::text::Lang;

/// A count that is read is written so that it reads the same.
pub fn count(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(found) = count::read(&text) {
        assert_eq!(count::read(&count::write(found)), Ok(found), "{text:?}");
    }
}

/// Any text is at least one cell, and as many rows as it had lines at most.
pub fn clipboard(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let block = clipboard::read(&text);
    assert!(block.iter().all(|row| !row.is_empty()) && !block.is_empty());
    assert!(block.len() <= 1 + text.matches(['\r', '\n']).count());
    let written = clipboard::read(&clipboard::write(&block));
    assert_eq!(written.len(), block.len());
}

/// A project that opens is saved so that it opens the same.
pub fn project(bytes: &[u8]) {
    if let Ok(work) = project::read(&String::from_utf8_lossy(bytes)) {
        assert_eq!(project::read(&project::write(&work)), Ok(work));
    }
}

/// A link that opens is made so that it opens the same. The bytes are tried as a link, and as
/// what a link carries, past its checksum.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = link::open(&text);
    if let Ok(packed) = link::pack(&text) {
        assert_eq!(link::unpack(&packed).as_deref(), Ok(text.as_ref()));
        if let Ok(work) = link::open(&packed) {
            let again = link::make(&work).and_then(|link| link::open(&link));
            let made = again.map(|work| link::carried(&work));
            assert_eq!(made, Ok(link::carried(&work)));
        }
    }
}

/// A file opens within its bounds, whatever it is called.
pub fn book(bytes: &[u8]) {
    let names = ["tal.csv", "tal.xlsx", "tal.xls", "tal.ods", ""];
    if let Ok(book) = book::open(names[bytes.len() % names.len()], bytes) {
        let rows: usize = book.sheets.iter().map(|sheet| sheet.rows.len()).sum();
        assert!(rows <= MOST_ROWS, "{rows} rows");
        understood(&recognise::read(&book, &Answers::default()));
    }
}

/// A pasted text is understood, asked about or refused.
pub fn recognise(bytes: &[u8]) {
    if let Ok(book) = book::from_text(&String::from_utf8_lossy(bytes)) {
        understood(&recognise::read(&book, &Answers::default()));
    }
}

/// What was understood survives its JSON, is said in both languages, and becomes work.
fn understood(outcome: &Outcome) {
    let json = reading_json::write(outcome, None);
    assert_eq!(reading_json::read(&json).as_ref(), Ok(outcome));
    for lang in [Lang::Da, Lang::En] {
        assert!(!reading_json::write(outcome, Some(lang)).is_empty());
    }
    if let Outcome::Table(reading) = outcome {
        let work = import::into_work(reading, &Work::default());
        assert_eq!(project::read(&project::write(&work)), Ok(work));
    }
}

/// A table bank's file becomes the benchmark it offers, or says why not.
pub fn statbank(bytes: &[u8]) {
    if let Ok(cube) = statbank::open("FOLK1E.csv", bytes)
        && let Ok(choices) = statbank::choices(&cube)
    {
        let _ = statbank::benchmark::of(&cube, &choices.choose(&statbank::Wish::default()));
    }
}

/// A reading that is read is written so that it reads the same.
pub fn reading_json(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(outcome) = reading_json::read(&text) {
        assert_eq!(reading_json::read(&reading_json::write(&outcome, None)), Ok(outcome));
    }
    let _ = reading_json::read_answers(&text);
}

/// A pledge that is read is written so that it reads the same.
pub fn pledge_json(bytes: &[u8]) {
    if let Ok(record) = pledge_json::read(&String::from_utf8_lossy(bytes)) {
        assert_eq!(pledge_json::read(&pledge_json::write(&record)), Ok(record));
    }
}
