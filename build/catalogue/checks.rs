//! What data/benchmarks.json must hold before a line of Rust is written from it.

use super::group::{Grouping, Origin};
use super::wire::{Benchmarks, Group};
use std::collections::BTreeSet;

/// Stops the build at the first pack that is not a complete benchmark.
pub fn check(data: &Benchmarks) {
    assert_eq!(data.version, 1, "data/benchmarks.json: unknown version");
    let mut ids = BTreeSet::new();
    for pack in &data.packs {
        let at = &pack.id;
        assert!(ids.insert(at), "{at}: the identifier stands twice");
        check_keys(data, at, &pack.place, &pack.source, &pack.notes, &pack.groups);
        check_partition(&pack.groups, pack.people, at);
    }
    for pack in &data.level_packs {
        let at = &pack.id;
        assert!(ids.insert(at), "{at}: the identifier stands twice");
        check_keys(data, at, &pack.place, &pack.source, &pack.notes, &pack.all.groups);
        check_partition(&pack.all.groups, Some(pack.all.people), at);
        for level in &pack.levels {
            check_keys(data, at, &pack.place, &pack.source, &pack.notes, &level.groups);
            check_partition(&level.groups, Some(level.people), at);
        }
        let people: u64 = pack.levels.iter().map(|level| level.people).sum();
        assert_eq!(people, pack.all.people, "{at}: the levels do not add up to all");
    }
    let default = data.packs.iter().any(|pack| pack.id == data.default);
    assert!(default, "data/benchmarks.json: there is no default pack {:?}", data.default);
}

fn check_keys(
    data: &Benchmarks,
    at: &str,
    place: &str,
    source: &str,
    notes: &[String],
    groups: &[Group],
) {
    assert!(data.places.contains_key(place), "{at}: unknown place {place:?}");
    assert!(data.sources.contains_key(source), "{at}: unknown source {source:?}");
    for note in notes {
        assert!(data.notes.contains_key(note), "{at}: unknown note {note:?}");
    }
    for how in groups.iter().filter_map(|group| group.derived.as_ref()) {
        assert!(data.derivations.contains_key(how), "{at}: unknown derivation {how:?}");
    }
}

/// Each person in exactly one group, the shares within 0.2 percentage points of 100 %, and the
/// counts, where every group has one, adding up to everybody.
fn check_partition(groups: &[Group], people: Option<u64>, at: &str) {
    let origins: Vec<Origin> = groups
        .iter()
        .map(|group| {
            Origin::from_id(&group.group)
                .unwrap_or_else(|| panic!("{at}: unknown group {:?}", group.group))
        })
        .collect();
    let is_partition = Grouping::ALL.iter().any(|grouping| grouping.groups() == origins);
    assert!(is_partition, "{at}: the groups do not divide everybody");
    let sum: f64 = groups.iter().map(|group| group.share).sum();
    assert!((sum - 100.0).abs() <= 0.2 + 1e-9, "{at}: the shares add up to {sum} %");
    let counts: Option<u64> = groups.iter().map(|group| group.count).sum();
    if let (Some(counts), Some(people)) = (counts, people) {
        assert_eq!(counts, people, "{at}: the counts do not add up to everybody");
    }
}
