//! How data/benchmarks.json is written as Rust. Read next: the checks it must pass first.

use super::checks;
use super::facts::{SourceParts, Words, basis_points, check_count, cow, period, source};
use super::group::Origin;
use super::wire::{Benchmarks, Group, LevelPack, Place, Population, SourceFacts};
use std::fmt::Write;

/// The text of benchmarks.rs. Slices get their own statics, because a static may borrow only
/// from statics.
pub fn write(data: &Benchmarks) -> String {
    checks::check(data);
    let mut out = String::new();
    let mut packs = Vec::new();
    for (index, pack) in data.packs.iter().enumerate() {
        let groups = format!("GROUPS_{index}");
        data.groups(&mut out, &groups, &pack.groups, pack.people, &pack.id);
        data.notes(&mut out, &format!("NOTES_{index}"), &pack.notes, &pack.id);
        packs.push(format!(
            "Benchmark {{ id: {}, place: {}, population: {}, kind: Kind::{:?}, period: {}, \
             people: {:?}, groups: Cow::Borrowed(&{groups}), source: {}, \
             confidence: Confidence::{:?}, notes: Cow::Borrowed(&NOTES_{index}) }}",
            cow(&pack.id),
            data.place(&pack.place),
            pack.population.rust(),
            pack.kind,
            period(&pack.period, &pack.id),
            pack.people,
            data.source(&pack.source, &pack.table, &pack.id),
            pack.confidence,
        ));
    }
    let levels: String = data
        .level_packs
        .iter()
        .enumerate()
        .map(|(index, pack)| data.level_pack(&mut out, index, pack))
        .collect();
    let default = data.packs.iter().position(|pack| pack.id == data.default);
    let default = default.expect("the checks found the default pack");
    // The default pack stands alone as well, so that a program that needs no other holds no other.
    format!(
        "{out}static PACKS: [Benchmark; {}] = [\n{}\n];\nstatic DEFAULT: Benchmark = {};\n\
         static LEVEL_PACKS: [LevelPack; {}] = [\n{levels}];\n",
        packs.len(),
        packs.join(",\n"),
        packs[default],
        data.level_packs.len(),
    )
}

impl Benchmarks {
    fn place(&self, key: &str) -> String {
        match &self.places[key] {
            Place::Known(place) => format!("Place::{place:?}"),
            Place::Name(name) => format!("Place::Named({})", name.rust(key)),
        }
    }

    fn source(&self, key: &str, table: &Words, at: &str) -> String {
        let SourceFacts { publisher, title, primary_url, read_url, licence, secondary } =
            &self.sources[key];
        let (licence, secondary) = (*licence, *secondary);
        source(
            SourceParts { publisher, title, table, primary_url, read_url, licence, secondary },
            at,
        )
    }

    fn notes(&self, out: &mut String, name: &str, notes: &[String], at: &str) {
        let words: Vec<String> = notes.iter().map(|key| self.notes[key].rust(at)).collect();
        let count = words.len();
        writeln!(out, "static {name}: [Bilingual; {count}] = [{}];", words.join(", "))
            .expect("writing to a String cannot fail");
    }

    fn groups(
        &self,
        out: &mut String,
        name: &str,
        groups: &[Group],
        people: Option<u64>,
        at: &str,
    ) {
        let count = groups.len();
        let groups: String = groups.iter().map(|group| self.group(group, people, at)).collect();
        writeln!(out, "static {name}: [GroupShare; {count}] = [{groups}];")
            .expect("writing to a String cannot fail");
    }

    fn group(&self, group: &Group, people: Option<u64>, at: &str) -> String {
        let origin = Origin::from_id(&group.group).expect("the checks found the group");
        let (part, whole) = match (group.count, people) {
            (Some(part), Some(whole)) => {
                check_count(part, whole, group.share, 2, at);
                (part, whole)
            }
            _ => (basis_points(group.share, at).into(), 10_000),
        };
        let status = match &group.derived {
            None => "Status::Reported".to_owned(),
            Some(how) => format!("Status::Derived({})", self.derivations[how].rust(at)),
        };
        format!(
            "GroupShare {{ group: Origin::{origin:?}, share: share({part}, {whole}), \
             count: {:?}, status: {status} }}, ",
            group.count
        )
    }

    fn level_pack(&self, out: &mut String, index: usize, pack: &LevelPack) -> String {
        let mut levels = String::new();
        for (step, level) in pack.levels.iter().enumerate() {
            let name = format!("LEVEL_{index}_{step}");
            self.groups(out, &name, &level.groups, Some(level.people), &pack.id);
            write!(
                levels,
                "(EmployeeLevel::{:?}, LevelFigures {{ people: {}, groups: &{name} }}), ",
                level.level, level.people
            )
            .expect("writing to a String cannot fail");
        }
        let all = format!("LEVEL_{index}_ALL");
        self.groups(out, &all, &pack.all.groups, Some(pack.all.people), &pack.id);
        self.notes(out, &format!("LEVEL_NOTES_{index}"), &pack.notes, &pack.id);
        let count = pack.levels.len();
        writeln!(
            out,
            "static LEVELS_{index}: [(EmployeeLevel, LevelFigures); {count}] = [{levels}];"
        )
        .expect("writing to a String cannot fail");
        format!(
            "LevelPack {{ id: {:?}, place: {}, population: {}, period: {}, levels: &LEVELS_{index}, \
             all: LevelFigures {{ people: {}, groups: &{all} }}, source: {}, \
             confidence: Confidence::{:?}, notes: &LEVEL_NOTES_{index} }},\n",
            pack.id,
            self.place(&pack.place),
            pack.population.rust(),
            period(&pack.period, &pack.id),
            pack.all.people,
            self.source(&pack.source, &pack.table, &pack.id),
            pack.confidence,
        )
    }
}

impl Population {
    fn rust(&self) -> String {
        match self {
            Population::AllAges => "Population::AllAges".to_owned(),
            Population::Ages { from, to } => {
                format!("Population::Ages {{ from: {from}, to: {to} }}")
            }
            Population::Employed => "Population::Employed".to_owned(),
            Population::Employees { from, to } => {
                format!("Population::Employees {{ from: {from}, to: {to} }}")
            }
        }
    }
}
