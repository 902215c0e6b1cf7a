//! What each reader is asked with any bytes, and what must hold of its answer.
//!
//! Used by the fuzz targets and, with mutations of the corpus, by tests/robustness.rs. None of
//! these may panic, hang, or take memory without bounds. Absent: where the bytes come from.
#![allow(dead_code, reason = "each fuzz target uses one of these")]

use byspejl::exchange::{clipboard, count, link, project};

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
