//! data/measures.json: its wire types and how they are written as Rust.

use super::facts::Words;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    version: u32,
    measures: Vec<Measure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Measure {
    id: String,
    gaps: Vec<Gap>,
    commitments: Vec<u8>,
    evidence: Evidence,
    confidence: Confidence,
    effort: Effort,
    source_url: String,
    name: Words,
    effect: Words,
    legal_note: Words,
    indicator: Words,
    first_step: Words,
    owner_role: Words,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Gap {
    Entry,
    Mid,
    Leadership,
    Retention,
    Area,
    All,
    Debate,
    City,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Evidence {
    Strong,
    Moderate,
    Mixed,
    Limited,
    Avoid,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Effort {
    Small,
    Moderate,
    Large,
}

#[derive(Debug, Deserialize)]
enum Confidence {
    A,
    B,
    C,
}

pub fn write(data: &Measures) -> String {
    assert_eq!(data.version, 1, "data/measures.json: unknown version");
    let mut ids = BTreeSet::new();
    let mut out = String::new();
    for measure in &data.measures {
        let at = &measure.id;
        assert!(ids.insert(at), "{at}: the identifier stands twice");
        let fits = measure.commitments.iter().all(|number| (1..=3).contains(number));
        assert!(fits && !measure.commitments.is_empty(), "{at}: the commitments are 1, 2 and 3");
        assert!(!measure.gaps.is_empty(), "{at}: answers no gap");
        let is_documented = !matches!(measure.confidence, Confidence::C);
        let has_source = measure.source_url.starts_with("http");
        assert_eq!(has_source, is_documented, "{at}: a source belongs to confidence A and B alone");
        let gaps: String = measure.gaps.iter().map(|gap| format!("Gap::{gap:?}, ")).collect();
        writeln!(
            out,
            "Measure {{ id: {at:?}, gaps: &[{gaps}], commitments: &{:?}, \
             evidence: Evidence::{:?}, confidence: Confidence::{:?}, effort: Effort::{:?}, \
             source_url: {:?}, \
             name: {}, effect: {}, legal_note: {}, indicator: {}, first_step: {}, \
             owner_role: {} }},",
            measure.commitments,
            measure.evidence,
            measure.confidence,
            measure.effort,
            has_source.then_some(&measure.source_url),
            measure.name.rust(at),
            measure.effect.rust(at),
            measure.legal_note.rust(at),
            measure.indicator.rust(at),
            measure.first_step.rust(at),
            measure.owner_role.rust(at),
        )
        .expect("writing to a String cannot fail");
    }
    format!("static MEASURES: [Measure; {}] = [\n{out}];\n", data.measures.len())
}
