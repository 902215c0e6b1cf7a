//! The measures against their rows, and against the law.

use crate::rows::table;
use byspejl::benchmark::Bilingual;
use byspejl::pledge::measure::{Evidence, Measure, by_id, catalogue};

/// The start of every word that would make a measure unlawful.
const FORBIDDEN: [&str; 16] = [
    "kvote",
    "øremærk",
    "fortrinsret",
    "reserver",
    "foretræk",
    "særbehandling",
    "lige kvalificerede",
    "quota",
    "reserve",
    "preference",
    "prefer ",
    "only hire",
    "earmark",
    "equally qualified",
    "etnisk dansker",
    "fremmed ",
];

fn words(measure: &Measure) -> [&Bilingual; 6] {
    let Measure { name, effect, legal_note, indicator, first_step, owner_role, .. } = measure;
    [name, effect, legal_note, indicator, first_step, owner_role]
}

#[test]
fn there_are_28_measures_with_the_facts_of_their_rows() {
    let rows = table("measures");
    assert_eq!(rows.len(), 28);
    assert_eq!(catalogue().len(), 28);
    for (measure, row) in catalogue().iter().zip(&rows) {
        let id = measure.id;
        assert_eq!(id, row["id"]);
        let gaps: Vec<String> =
            measure.gaps.iter().map(|gap| format!("{gap:?}").to_lowercase()).collect();
        assert_eq!(gaps.join("|"), row["gap"], "{id}");
        let commitments: Vec<String> = measure.commitments.iter().map(u8::to_string).collect();
        assert_eq!(commitments.join("|"), row["charter_commitment"], "{id}");
        assert_eq!(format!("{:?}", measure.evidence).to_lowercase(), row["evidence"], "{id}");
        assert_eq!(format!("{:?}", measure.confidence), row["source_confidence"], "{id}");
        assert_eq!(measure.source_url.unwrap_or(""), row["source_url"], "{id}");
        assert_eq!(measure.name.da, row["name_da"], "{id}");
        assert_eq!(measure.name.en, row["name_en"], "{id}");
    }
}

#[test]
fn numbers_in_the_effects_are_those_of_the_rows() {
    let digits = |text: &str| -> Vec<String> {
        let text = text.replace("15.000", "15000").replace("15,000", "15000");
        let numbers = text.split(|character: char| !character.is_ascii_digit());
        numbers.filter(|number| !number.is_empty()).map(str::to_owned).collect()
    };
    for (measure, row) in catalogue().iter().zip(table("measures")) {
        let allowed = digits(&row["effect_note"]);
        for text in [&measure.effect.da, &measure.effect.en] {
            for number in digits(text) {
                assert!(allowed.contains(&number), "{}: {number} in {text:?}", measure.id);
            }
        }
    }
}

#[test]
fn every_word_stands_in_both_languages() {
    for measure in catalogue() {
        for text in words(measure) {
            assert!(!text.da.trim().is_empty() && !text.en.trim().is_empty(), "{}", measure.id);
            assert_eq!(text.da.trim(), text.da, "{}", measure.id);
            assert_eq!(text.en.trim(), text.en, "{}", measure.id);
        }
    }
}

#[test]
fn no_measure_speaks_of_quotas_or_of_preferring_an_origin() {
    for measure in catalogue() {
        for text in words(measure).into_iter().flat_map(|text| [&text.da, &text.en]) {
            let lower = text.to_lowercase();
            for word in FORBIDDEN {
                assert!(!lower.contains(word), "{}: {word:?} in {text:?}", measure.id);
            }
        }
    }
}

#[test]
fn origin_is_mentioned_only_to_rule_it_out() {
    let ruled_out = ["ikke", "ingen", "not", "no ", "may not"];
    for measure in catalogue() {
        for text in words(measure).into_iter().flat_map(|text| [&text.da, &text.en]) {
            let lower = text.to_lowercase();
            let names_origin =
                ["oprindelse", "herkomst", " origin"].iter().any(|word| lower.contains(word));
            let denies = ruled_out.iter().any(|word| lower.contains(word));
            assert!(!names_origin || denies, "{}: {text:?}", measure.id);
        }
    }
}

#[test]
fn one_measure_is_advised_against_and_says_so() {
    let avoided: Vec<&str> = catalogue()
        .iter()
        .filter(|measure| measure.evidence == Evidence::Avoid)
        .map(|measure| measure.id)
        .collect();
    assert_eq!(avoided, ["M23"]);
    let measure = by_id("M23").expect("in the catalogue");
    assert!(measure.effect.da.starts_with("Frarådes"));
    assert!(measure.effect.en.starts_with("Advised against"));
}

#[test]
fn practice_without_a_source_is_not_called_documented() {
    for measure in catalogue() {
        assert_eq!(measure.is_documented(), measure.source_url.is_some(), "{}", measure.id);
    }
    assert!(by_id("M29").is_none());
}
