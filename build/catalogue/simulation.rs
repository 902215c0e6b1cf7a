//! data/simulation.json: its wire types and how they are written as Rust.

use serde::Deserialize;
use std::fmt::Write;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Simulation {
    version: u32,
    #[serde(rename = "seed")]
    _seed: u64,
    runs: u32,
    /// The benchmark's share in percent, with two decimals.
    share_percent: String,
    #[serde(rename = "levels_percent")]
    _levels: Vec<u32>,
    #[serde(rename = "areas_percent")]
    _areas: Vec<u32>,
    organisations: Vec<Organisation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisation {
    people: u32,
    false_alarms: Tally,
    found: Tally,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tally {
    whole: u32,
    levels: u32,
    areas: u32,
    cells: u32,
    steps: u32,
    pattern: u32,
}

impl Tally {
    fn rust(&self, runs: u32) -> String {
        let Tally { whole, levels, areas, cells, steps, pattern } = *self;
        let tally = [whole, levels, areas, cells, steps, pattern];
        assert!(tally.iter().all(|said| *said <= runs), "data/simulation.json: more than runs");
        format!("{tally:?}")
    }
}

pub fn write(data: &Simulation) -> String {
    assert_eq!(data.version, 1, "data/simulation.json: unknown version");
    let points: u32 = data.share_percent.replace('.', "").parse().expect("a number with a point");
    let fits = points <= 10_000 && data.share_percent.len() == 5;
    assert!(fits, "data/simulation.json: the share has two decimals");
    let mut organisations = String::new();
    for organisation in &data.organisations {
        let (alarms, found) =
            (organisation.false_alarms.rust(data.runs), organisation.found.rust(data.runs));
        writeln!(
            organisations,
            "Organisation {{ people: {}, false_alarms: {alarms}, found: {found} }},",
            organisation.people
        )
        .expect("writing to a String cannot fail");
    }
    format!(
        "static ORGANISATIONS: [Organisation; {}] = [\n{organisations}];\n\
         const SIMULATION: Simulation = Simulation {{ runs: {}, share: share({points}), \
         organisations: &ORGANISATIONS }};\n",
        data.organisations.len(),
        data.runs
    )
}
