//! The wire types of data/benchmarks.json. Absent: what must hold between their parts.

use super::facts::{Licence, Words};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benchmarks {
    pub version: u32,
    pub default: String,
    pub places: BTreeMap<String, Place>,
    pub sources: BTreeMap<String, SourceFacts>,
    pub derivations: BTreeMap<String, Words>,
    pub notes: BTreeMap<String, Words>,
    pub packs: Vec<Pack>,
    pub level_packs: Vec<LevelPack>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Place {
    Known(KnownPlace),
    Name(Words),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownPlace {
    CopenhagenMunicipality,
    ProvinceByenKobenhavn,
    RegionHovedstaden,
    Denmark,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFacts {
    pub publisher: Words,
    pub title: String,
    pub primary_url: String,
    pub read_url: String,
    pub licence: Licence,
    pub secondary: bool,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Population {
    AllAges,
    Ages { from: u8, to: u8 },
    Employed,
    Employees { from: u8, to: u8 },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Population,
    LabourMarket,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    Medium,
    MediumHigh,
    High,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    pub id: String,
    pub place: String,
    pub population: Population,
    pub kind: Kind,
    pub period: String,
    pub people: Option<u64>,
    pub groups: Vec<Group>,
    pub source: String,
    pub table: Words,
    pub confidence: Confidence,
    pub notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub group: String,
    /// In percent, as printed.
    pub share: f64,
    pub count: Option<u64>,
    /// Which of the derivations gave it; absent when reported.
    pub derived: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelPack {
    pub id: String,
    pub place: String,
    pub population: Population,
    pub period: String,
    pub levels: Vec<Level>,
    pub all: Figures,
    pub source: String,
    pub table: Words,
    pub confidence: Confidence,
    pub notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub level: EmployeeLevel,
    pub people: u64,
    pub groups: Vec<Group>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmployeeLevel {
    TopManagers,
    HighestLevel,
    OtherEmployees,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    pub people: u64,
    pub groups: Vec<Group>,
}
