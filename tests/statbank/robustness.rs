//! No bytes make reading panic, and none give a benchmark that does not add up.

use super::folk1e::{self, Words};
use byspejl::exchange::statbank::{self, Ages, Wish};
use proptest::prelude::*;

/// Everything that can be done with bytes.
fn everything(bytes: &[u8]) {
    let Ok(cube) = statbank::open("FOLK1E.csv", bytes) else { return };
    let Ok(choices) = statbank::choices(&cube) else { return };
    for ages in [None, Some(Ages::AllAges), Some(Ages::Ages { from: 18, to: 64 })] {
        let choice = choices.choose(&Wish { ages, ..Wish::default() });
        if let Ok(benchmark) = statbank::benchmark::of(&cube, &choice) {
            let sum: u64 = benchmark.groups().iter().filter_map(|group| group.count).sum();
            assert_eq!(benchmark.people(), Some(sum));
            assert!(sum > 0);
        }
    }
}

/// A small file of each shape, so that a change of one byte often matters.
fn small() -> Vec<Vec<u8>> {
    let mut flat = "\u{feff}OMRÅDE;ALDER;HERKOMST;TID;INDHOLD\r\n".to_owned();
    let mut comma = "OMRÅDE,ALDER,HERKOMST,TID,INDHOLD\n".to_owned();
    let mut matrix = "\"Population by region, ancestry, time and age\",,,\n,,,\n , , ,0 years,\"Age, total\"\nCopenhagen,,,\n".to_owned();
    for (code, da, en) in folk1e::GROUPS {
        flat += &format!("101;IALT;{code};2026K1;100\r\n101;0;{code};2026K1;..\r\n");
        comma += &format!("101 København,Age, total,{da},2026K1,100\n");
        matrix += &format!(" ,{en},,\n , ,2026Q1,7,100\n");
    }
    let json = serde_json::json!({ "dataset": { "dimension": {
        "HERKOMST": { "label": "ancestry", "category": { "index": { "1": 0, "24": 1, "25": 2, "34": 3, "35": 4 } } },
        "OMRÅDE": { "label": "region", "category": { "label": { "101": "Copenhagen" } } },
        "Tid": { "label": "time", "category": { "index": ["2026K1"] } },
        "id": ["OMRÅDE", "HERKOMST", "Tid"], "size": [1, 5, 1] },
        "value": { "0": 5, "1": 5, "2": 5, "3": 5, "4": null }, "status": { "4": ".." } } });
    [flat, comma, matrix, json.to_string()].map(String::into_bytes).to_vec()
}

#[test]
fn the_small_files_are_tables() {
    for bytes in small() {
        let cube = statbank::open("FOLK1E.csv", &bytes).expect("a table");
        assert!(statbank::choices(&cube).is_ok(), "{}", String::from_utf8_lossy(&bytes));
    }
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        everything(&bytes);
    }

    #[test]
    fn no_text_of_a_tables_signs_makes_reading_panic(
        text in "[ A-Ca-d0-9åøÆ;,\t\"\r\n.\\-:{}\\[\\]<*%]{0,300}"
    ) {
        everything(text.as_bytes());
    }

    #[test]
    fn no_changed_bytes_make_reading_panic(
        file in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = small().swap_remove(file);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        everything(&bytes);
    }

    #[test]
    fn no_changed_word_makes_json_panic(
        word in prop::sample::select(vec!["[]", "{}", "null", "-1", "1e300", "\"x\"", "[[]]", "99999999999999999999"]),
        place in any::<prop::sample::Index>(),
    ) {
        let text = String::from_utf8(small().swap_remove(3)).expect("it is text");
        let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let mut all = Vec::new();
        collect(&value, String::new(), &mut all);
        let pointer = &all[place.index(all.len())];
        let mut changed = value.clone();
        *changed.pointer_mut(pointer).expect("it is there") =
            serde_json::from_str(word).unwrap_or_else(|_| 18_446_744_073_709_551_615_u64.into());
        everything(changed.to_string().as_bytes());
    }
}

/// Where each part of a JSON value stands.
fn collect(value: &serde_json::Value, at: String, all: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(parts) => {
            parts.iter().for_each(|(key, part)| collect(part, format!("{at}/{key}"), all));
        }
        serde_json::Value::Array(parts) => {
            parts
                .iter()
                .enumerate()
                .for_each(|(key, part)| collect(part, format!("{at}/{key}"), all));
        }
        _ => {}
    }
    if !at.is_empty() {
        all.push(at);
    }
}

#[test]
fn a_large_table_is_read_in_bounded_space() {
    let text = folk1e::flat(Words::CodesAndEnglish, ',', "\r\n");
    let cube = statbank::from_text("", &text).expect("a table");
    assert_eq!(cube.len(), 2 * 3 * 127 * 6 * 2);
}
