//! The corpus with seeded mutations through every reader: no panic, no hang.
//!
//! What must hold is what the fuzz targets ask (fuzz/targets.rs). The same seed gives the same
//! mutations. Absent: mutations that follow coverage (`cargo fuzz`, see the README).

#[path = "../fuzz/targets.rs"]
mod targets;

use std::path::Path;
use std::time::{Duration, Instant};

/// All mutations of one test together; the rest is left for another seed.
const BUDGET: Duration = Duration::from_secs(12);
/// One reading, in a program that is hardly optimised, on a busy computer.
const LONGEST: Duration = Duration::from_secs(10);
const SEED: u64 = 0x00B7_5137;

/// SplitMix64 (Steele, Lea & Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    /// A stretch of these bytes, at most 64 long.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.below(length);
        from..(from + 1 + self.below(64)).min(length)
    }
}

/// One to four changes: cut off, flip a bit, put in, double, take out, splice with another.
fn mutated(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let place = chance.below(bytes.len());
        match chance.below(6) {
            0 => bytes.truncate(place),
            1 if !bytes.is_empty() => bytes[place] ^= 1 << chance.below(8),
            2 => bytes.insert(place, chance.next() as u8),
            3 => {
                let copy = bytes[chance.stretch(bytes.len())].to_vec();
                bytes.splice(place..place, copy);
            }
            4 => {
                let range = chance.stretch(bytes.len());
                bytes.drain(range);
            }
            _ => {
                bytes.truncate(place);
                bytes.extend(&other[chance.below(other.len())..]);
            }
        }
    }
    bytes
}

fn files(folders: &[&str]) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(root.join(folder)).expect("a folder of samples") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let bytes = std::fs::read(&path).expect("a sample");
                found.push((path.display().to_string(), bytes));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

/// Each file as it is, then mutations of each in turn while there is time.
fn replay(folders: &[&str], read: fn(&[u8])) {
    let files = files(folders);
    let timed = |name: &str, round: usize, bytes: &[u8]| {
        let start = Instant::now();
        let done = std::panic::catch_unwind(|| read(bytes));
        assert!(done.is_ok(), "panic at {name}, round {round}: {bytes:?}");
        assert!(start.elapsed() < LONGEST, "{:?} at {name}, round {round}", start.elapsed());
    };
    for (name, bytes) in &files {
        timed(name, 0, bytes);
    }
    let mut chance = Chance(SEED);
    let start = Instant::now();
    for round in 1..=200 {
        for (name, bytes) in &files {
            let other = &files[chance.below(files.len())].1;
            let bytes = mutated(bytes, other, &mut chance);
            if start.elapsed() > BUDGET {
                return;
            }
            timed(name, round, &bytes);
        }
    }
}

const SHEETS: &[&str] = &["corpus/files"];

#[test]
fn broken_files_open_or_are_refused() {
    replay(SHEETS, targets::book);
}

#[test]
fn broken_texts_are_understood_or_refused() {
    replay(SHEETS, targets::recognise);
}

#[test]
fn broken_cells_and_clipboards_are_read() {
    replay(SHEETS, targets::count);
    replay(SHEETS, targets::clipboard);
}

#[test]
fn broken_files_of_table_banks_are_read_or_refused() {
    replay(SHEETS, targets::statbank);
}

#[test]
fn broken_projects_and_links_open_or_say_why() {
    replay(&["fixtures/project", "fixtures/link"], targets::project);
    replay(&["fixtures/project", "fixtures/link"], targets::link);
}

#[test]
fn broken_data_are_read_or_refused() {
    replay(SHEETS, targets::reading_json);
    replay(SHEETS, targets::pledge_json);
}
