//! Data files against the published schemas, and a pledge read again.

use super::samples;
use boon::{Compiler, Schemas};
use byspejl::analysis::disclosure::{THRESHOLD, protect};
use byspejl::benchmark;
use byspejl::exchange::write::pledge_json::{self, PledgeJsonError};
use byspejl::exchange::write::{assessment_json, benchmark_json};
use byspejl::report::Public;
use byspejl::text::Lang;
use byspejl::workforce::Focus;
use proptest::prelude::*;
use serde_json::{Value, json};

const PUBLISHED: [&str; 7] =
    ["assessment-1", "benchmark-1", "pledge-1", "project-2", "project-3", "project-4", "reading-1"];

fn schema(name: &str) -> Value {
    let path = format!("{}/public/schema/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a published schema");
    serde_json::from_str(&text).expect("JSON")
}

fn urn(name: &str) -> String {
    format!("urn:byspejl:schema:{name}")
}

/// What is wrong with a value, if anything.
fn broken(name: &str, value: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    for name in PUBLISHED {
        compiler.add_resource(&urn(name), schema(name)).expect("a schema");
    }
    let index = compiler.compile(&urn(name), &mut schemas).expect("a valid schema");
    schemas.validate(value, index).err().map(|error| format!("{error:#}"))
}

fn assert_valid(name: &str, value: &Value) {
    if let Some(what) = broken(name, value) {
        panic!("{what}\n{value:#}");
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_schema_is_one_and_says_what_it_is_for() {
    for name in PUBLISHED {
        let schema = schema(name);
        assert_eq!(schema["$id"], urn(name));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(schema["title"].is_string() && schema["description"].is_string());
        assert!(broken(name, &json!({"something": "else"})).is_some(), "{name} takes anything");
    }
}

#[test]
fn every_pledge_keeps_to_its_schema() {
    for work in samples::all() {
        for lang in Lang::ALL {
            let record =
                pledge_json::internal(&samples::case(&work, lang).source(), lang, samples::today());
            let value = parsed(&pledge_json::write(&record));
            assert_valid("pledge-1", &value);
            assert_eq!(value["visibility"], "internal");
            let clause = value["clause"].as_str().expect("the clause");
            assert!(clause.contains(["forskelsbehandlingsloven", "Discrimination"][lang as usize]));
        }
    }
}

#[test]
fn a_pledge_is_read_as_it_was_written() {
    for work in samples::all() {
        for lang in Lang::ALL {
            let case = samples::case(&work, lang);
            let source = case.source();
            let disclosed = protect(&case.checked.workforce.table, Focus::default(), THRESHOLD)
                .expect("countable");
            let public = Public::of(&source, &disclosed);
            for record in [
                pledge_json::internal(&source, lang, samples::today()),
                pledge_json::public(&public, lang, samples::today()),
            ] {
                let text = pledge_json::write(&record);
                assert_valid("pledge-1", &parsed(&text));
                assert_eq!(pledge_json::read(&text), Ok(record));
            }
        }
    }
}

#[test]
fn a_pledge_of_the_example_says_what_stands_on_its_paper() {
    let work = samples::example();
    let case = samples::case(&work, Lang::Da);
    let record = pledge_json::internal(&case.source(), Lang::Da, samples::today());
    assert_eq!(record.organisation.as_deref(), Some("Havneby Service A/S"));
    assert_eq!((record.people, record.not_stated), (Some(640), Some(0)));
    assert_eq!(record.benchmark.share, 0.2891);
    let top = &record.targets[0];
    assert_eq!((top.level.as_str(), top.focus, top.people), ("Ledelse", Some(1), Some(32)));
    assert!(top.target > top.focus && top.target <= top.mirror);
    assert_eq!(record.measures.len(), case.pledge.measures.len());
    assert_eq!(record.reviews.last(), Some(&record.target_day));
}

#[test]
fn what_is_no_pledge_is_refused_by_its_kind() {
    let work = samples::example();
    let record =
        pledge_json::internal(&samples::case(&work, Lang::Da).source(), Lang::Da, samples::today());
    let text = pledge_json::write(&record);
    let changed = |from: &str, to: &str| pledge_json::read(&text.replacen(from, to, 1));
    assert_eq!(pledge_json::read("{\"byspejl\": 1}"), Err(PledgeJsonError::NotAPledge));
    assert_eq!(pledge_json::read("Kære alle"), Err(PledgeJsonError::NotAPledge));
    let version = "\"byspejl_pledge\": 1";
    assert_eq!(
        changed(version, "\"byspejl_pledge\": 2"),
        Err(PledgeJsonError::TooNew { version: 2 })
    );
    assert_eq!(changed(version, "\"byspejl_pledge\": 0"), Err(PledgeJsonError::NotAPledge));
    assert_eq!(changed("2029-12-31", "2029-02-31"), Err(PledgeJsonError::OutOfBounds));
    assert_eq!(changed("official_table", "rumour"), Err(PledgeJsonError::OutOfBounds));
    assert_eq!(changed("0.2891", "1.2891"), Err(PledgeJsonError::OutOfBounds));
    assert_eq!(changed("\"focus\": 1,", "\"focus\": 99,"), Err(PledgeJsonError::OutOfBounds));
    let cut = &text[..text.len() / 2];
    let cut: String = cut.chars().collect();
    assert!(matches!(pledge_json::read(&cut), Err(PledgeJsonError::Damaged { line: 2.. })));
    assert_eq!(pledge_json::read(&format!("\u{feff}{text}")), Ok(record));
}

proptest! {
    #[test]
    fn no_bytes_of_a_pledge_file_do_harm(at in 0_usize..4000, letter in any::<char>()) {
        let work = samples::example();
        let case = samples::case(&work, Lang::Da);
        let text = pledge_json::write(&pledge_json::internal(
            &case.source(), Lang::Da, samples::today(),
        ));
        let changed: String =
            text.chars().enumerate().map(|(i, c)| if i == at { letter } else { c }).collect();
        let _ = pledge_json::read(&changed);
    }
}

#[test]
fn every_assessment_keeps_to_its_schema() {
    for work in samples::all() {
        for lang in Lang::ALL {
            let value = assessment_json::write(&samples::case(&work, lang).source(), lang);
            assert_valid("assessment-1", &value);
        }
    }
}

#[test]
fn an_assessment_gives_the_numbers_of_the_methods_page() {
    let work = samples::example();
    let value = assessment_json::write(&samples::case(&work, Lang::En).source(), Lang::En);
    let top = &value["levels"][4];
    assert_eq!(top["scope"], json!({"kind": "level", "level": 4, "name": "Management"}));
    assert_eq!((&top["focus"], &top["people"]), (&json!(1), &json!(32)));
    assert_eq!(top["share"], json!(0.03125));
    assert_eq!(top["conclusion"], json!({"certainty": "certain", "verdict": "below"}));
    assert_eq!(value["headline"]["kind"], "diversity_without_equity");
    let danish = assessment_json::write(&samples::case(&work, Lang::Da).source(), Lang::Da);
    assert_eq!(danish["levels"][4]["p"], top["p"], "numbers know no language");
    assert_ne!(danish["levels"][4]["sentence"], top["sentence"]);
}

#[test]
fn hidden_counts_are_ranges_in_an_assessment() {
    let work = samples::divided();
    let value = assessment_json::write(&samples::case(&work, Lang::Da).source(), Lang::Da);
    let level = &value["levels"][3];
    assert_eq!(level["people"], json!({"low": 238, "high": 258}));
    assert_eq!(level["share"]["reached"], json!(true));
    assert!(level["share"]["low"].as_f64() < level["share"]["high"].as_f64());
    let top = &value["levels"][4];
    assert_eq!(top["people"]["high"], Value::Null, "one count is missing");
}

#[test]
fn every_built_in_benchmark_keeps_to_its_schema() {
    assert!(benchmark::all().count() > 1);
    for found in benchmark::all() {
        let value = benchmark_json::value(&found);
        assert_valid("benchmark-1", &value);
        assert_eq!(parsed(&benchmark_json::write(&found)), value);
    }
}

#[test]
fn a_benchmark_without_a_source_is_refused_by_its_schema() {
    let words = json!({"da": "Danmarks Statistik", "en": "Statistics Denmark"});
    let group = |group: &str, part: u64| json!({"group": group, "part": part, "whole": 10_000});
    let name = json!({"da": "Valby", "en": "Valby"});
    let mut file = json!({"byspejl_benchmark": 1, "name": name, "focus_share": 0.3,
        "confidence": "medium", "notes": [], "benchmark": {
        "id": "own-1",
        "place": {"other": "Valby"},
        "population": {"ages": {"from": 18, "to": 64}},
        "kind": "population",
        "period": {"year": 2026, "month": 1, "day": 1},
        "groups": [group("danish_origin", 7000), group("immigrant_or_descendant", 3000)],
        "source": {
            "publisher": words, "title": "Folketal", "table": {"da": "FOLK1E", "en": "FOLK1E"},
            "primary_url": "https://www.statistikbanken.dk/FOLK1E",
            "read_url": "https://www.statistikbanken.dk/FOLK1E",
            "licence": "cc-by-4.0",
        },
    }});
    assert_valid("benchmark-1", &file);
    file["benchmark"]["source"]["title"] = json!("");
    assert!(broken("benchmark-1", &file).is_some());
    file["benchmark"]["source"] = Value::Null;
    assert!(broken("benchmark-1", &file).is_some());
}

#[test]
fn every_project_file_keeps_to_its_schema() {
    use byspejl::exchange::project;
    let written = samples::all().map(|work| project::write(&work));
    let fixture = include_str!("../fixtures/project/v4.byspejl.json");
    for text in written.iter().map(String::as_str).chain([fixture]) {
        assert_valid("project-4", &parsed(text));
    }
    assert_valid("project-3", &parsed(include_str!("../fixtures/project/v3.byspejl.json")));
    let earlier = [
        include_str!("../fixtures/project/v1.byspejl.json"),
        include_str!("../fixtures/project/v2.byspejl.json"),
    ];
    for fixture in earlier {
        // Version 2 is version 1 with a benchmark that may be left out.
        let mut value = parsed(fixture);
        value["byspejl"] = json!(2);
        assert_valid("project-2", &value);
    }
}

#[test]
fn the_three_outcomes_of_reading_keep_to_their_schema() {
    let at = json!({"sheet": "Ark1", "sheet_index": 0, "row": 7, "column": 3});
    let table = json!({
        "grouping": "two",
        "groups": ["danish_origin", "immigrant_or_descendant"],
        "levels": [{"name": "Rengøring", "preset": "elementary"}],
        "areas": [],
        "cells": [
            {"level": 0, "area": null, "group": "danish_origin", "count": 72, "at": [at]},
            {"level": 0, "area": null, "group": "immigrant_or_descendant",
             "count": {"low": 1, "high": 4}, "at": [at]},
            {"level": 0, "area": null, "group": "unknown", "count": null, "at": [at]},
        ],
        "totals": [{"level": 0, "area": null, "group": null, "people": 100, "at": at}],
        "period": "2025",
        "sheets": ["Ark1"],
        "understood": [
            {"part": {"sheet": 0, "column": 3}, "words": "Dansk",
             "role": {"is": "group", "group": "danish_origin"}},
        ],
        "problems": [{"kind": "total_disagrees", "at": at, "found": "101", "given": 101,
            "sum": 100, "message": "…", "remedy": "…"}],
        "notes": [{"kind": "sexes_summed", "at": at}],
    });
    let read = |outcome: &str, key: &str, value: &Value| json!({"byspejl_read": 1, "outcome": outcome, key: value});
    assert_valid("reading-1", &read("table", "table", &table));
    let mut ask = read("ask", "table", &table);
    ask["questions"] = json!([{"id": "dash", "topic": "dash", "at": at, "form": "one",
        "options": [{"means": "nobody", "label": "Ingen"}, {"means": "not_known"}],
        "guess": [1], "message": "…"}]);
    assert_valid("reading-1", &ask);
    let refusal = json!({"reason": "person_level", "at": at, "found": ""});
    assert_valid("reading-1", &read("refused", "refusal", &refusal));

    let mut wrong = read("table", "table", &table);
    wrong["table"]["cells"][0]["count"] = json!(-1);
    assert!(broken("reading-1", &wrong).is_some());
    let unknown = json!({"reason": "bored", "at": null, "found": ""});
    assert!(broken("reading-1", &read("refused", "refusal", &unknown)).is_some());
}
