//! Pledges as an overview keeps them, made by hand.

use byspejl::board::{Counts, Entry, LevelName, LevelPromise, People, Promise, Roll};
use byspejl::pledge::Commitment;
use byspejl::session::PresetLevel;
use byspejl::workforce::{Date, Sector};

pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

pub fn today() -> Date {
    day("2026-11-25")
}

/// A public pledge of a private organisation with 100 people, 20 of them in focus.
pub fn pledge(organisation: &str) -> Entry {
    Entry {
        file: format!("{organisation}.json"),
        fingerprint: organisation.bytes().map(u64::from).sum(),
        organisation: Some(organisation.to_owned()),
        written: day("2026-03-01"),
        reporting_date: Some(day("2025-12-31")),
        is_public: true,
        sector: Some(Sector::Private),
        people: Some(People { people: 100, focus: 20 }),
        targets: vec![management(30, 5, 7)],
        measures: vec![
            measure(Commitment::Practice, 9),
            measure(Commitment::Debate, 25),
            measure(Commitment::City, 27),
        ],
        reviews: ["2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31"].map(day).to_vec(),
    }
}

pub fn measure(commitment: Commitment, number: u8) -> Promise {
    Promise { commitment, number: Some(number) }
}

pub fn own(commitment: Commitment) -> Promise {
    Promise { commitment, number: None }
}

pub fn management(people: u64, focus: u64, target: u64) -> LevelPromise {
    LevelPromise {
        level: LevelName::Preset(PresetLevel::Management),
        counts: Some(Counts { people, focus, target }),
    }
}

pub fn called(name: &str, people: u64, focus: u64, target: u64) -> LevelPromise {
    LevelPromise { level: LevelName::Own(name.to_owned()), ..management(people, focus, target) }
}

/// The internal edition of a pledge, of which nobody is summed.
pub fn internal(entry: Entry) -> Entry {
    let targets = entry.targets.into_iter().map(|level| LevelPromise { counts: None, ..level });
    Entry { is_public: false, people: None, targets: targets.collect(), ..entry }
}

pub fn roll(entries: impl IntoIterator<Item = Entry>) -> Roll {
    let mut roll = Roll::default();
    for entry in entries {
        roll.add(entry);
    }
    roll
}
