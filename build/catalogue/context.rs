//! data/lookalikes.json and data/definitions.json: wire types and how they are written as Rust.

use super::facts::{OwnSource, Words, basis_points, check_count, period};
use serde::Deserialize;
use std::fmt::Write;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookalikes {
    version: u32,
    lookalikes: Vec<Lookalike>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lookalike {
    id: String,
    title: Words,
    counted: Words,
    figures: Vec<Figure>,
    note: Option<Words>,
    source: OwnSource,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    label: Words,
    role: Role,
    period: String,
    /// In percent, as text: its decimals are those of the source.
    share: String,
    counts: Option<[u64; 2]>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Role {
    Whole,
    Part,
    Outside,
}

pub fn write_lookalikes(data: &Lookalikes) -> String {
    assert_eq!(data.version, 1, "data/lookalikes.json: unknown version");
    let mut out = String::new();
    let mut list = String::new();
    for (index, item) in data.lookalikes.iter().enumerate() {
        let at = &item.id;
        let figures: String = item.figures.iter().map(|figure| figure.rust(at)).collect();
        let count = item.figures.len();
        writeln!(out, "static FIGURES_{index}: [LookalikeFigure; {count}] = [{figures}];")
            .expect("writing to a String cannot fail");
        let note = match &item.note {
            Some(note) => format!("Some({})", note.rust(at)),
            None => "None".to_owned(),
        };
        writeln!(
            list,
            "Lookalike {{ id: {at:?}, title: {}, counted: {}, figures: &FIGURES_{index}, \
             note: {note}, source: {} }},",
            item.title.rust(at),
            item.counted.rust(at),
            item.source.rust(at),
        )
        .expect("writing to a String cannot fail");
    }
    let count = data.lookalikes.len();
    format!("{out}static LOOKALIKES: [Lookalike; {count}] = [\n{list}];\n")
}

impl Figure {
    fn rust(&self, at: &str) -> String {
        let percent: f64 = self
            .share
            .parse()
            .unwrap_or_else(|_| panic!("{at}: {:?} is no percentage", self.share));
        let decimals = self.share.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let points = basis_points(percent, at);
        let share = match self.counts {
            Some([part, whole]) => {
                check_count(part, whole, percent, decimals as i32, at);
                format!("share({part}, {whole})")
            }
            None => format!("share({points}, 10_000)"),
        };
        let counts = self.counts.map(|[part, whole]| (part, whole));
        format!(
            "LookalikeFigure {{ label: {}, role: FigureRole::{:?}, period: {}, share: {share}, \
             decimals: {decimals}, counts: {counts:?} }}, ",
            self.label.rust(at),
            self.role,
            period(&self.period, at),
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definitions {
    version: u32,
    entries: Vec<Definition>,
    caveats: Vec<Words>,
    source: OwnSource,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Definition {
    id: String,
    term: Words,
    meaning: Words,
}

pub fn write_definitions(data: &Definitions) -> String {
    assert_eq!(data.version, 1, "data/definitions.json: unknown version");
    let at = "data/definitions.json";
    let entries: String = data
        .entries
        .iter()
        .map(|Definition { id, term, meaning }| {
            format!(
                "Definition {{ id: {id:?}, term: {}, meaning: {} }}, ",
                term.rust(at),
                meaning.rust(at)
            )
        })
        .collect();
    let caveats: String = data.caveats.iter().map(|words| words.rust(at) + ", ").collect();
    format!(
        "static ENTRIES: [Definition; {}] = [{entries}];\n\
         static CAVEATS: [Bilingual; {}] = [{caveats}];\n\
         static DEFINITIONS: Definitions = Definitions {{ entries: &ENTRIES, caveats: &CAVEATS, \
         source: {} }};\n",
        data.entries.len(),
        data.caveats.len(),
        data.source.rust(at),
    )
}
