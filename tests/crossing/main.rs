//! Levels and areas crossed: a second way to each number, every filling tried, and what is named.
//!
//! Here are the ways that need nothing of ours. Read next: `parts.rs`.

mod chance;
mod named;
mod parts;
#[path = "../sheets/mod.rs"]
mod sheets;

use byspejl::analysis::{Conclusion, Divided, Division, Information, Method, NoCrossing};
use byspejl::workforce::{Column, Grouping, Headcount, Row, WorkforceTable};
use sheets::{DANISH, FOCUS, focus, table};

const SEED: u64 = 2026;

/// Others and those in focus.
type Counts = (u64, u64);

/// Level by level, each with its areas.
fn crossed(levels: &[Vec<Counts>]) -> WorkforceTable {
    let mut table = table(Grouping::Two, levels.len(), levels[0].len());
    for (level, areas) in levels.iter().enumerate() {
        for (area, &(other, focus)) in areas.iter().enumerate() {
            set(&mut table, level, area, DANISH, known(other));
            set(&mut table, level, area, FOCUS, known(focus));
        }
    }
    table
}

fn known(people: u64) -> Headcount {
    Headcount::Known(u32::try_from(people).expect("a few people"))
}

fn set(table: &mut WorkforceTable, level: usize, area: usize, column: Column, count: Headcount) {
    let row = Row { level: Some(level), area: Some(area) };
    table.set(row, column, count).expect("in the table");
}

fn divided(table: &WorkforceTable) -> Result<Conclusion<Divided>, NoCrossing> {
    Division::of(table, focus(), &Method::default(), SEED).map(|division| division.conclusion)
}

/// M by its definition over cells of the table unit x group, in nats.
fn information(units: &[Counts]) -> f64 {
    let all = units.iter().map(|(y, x)| x + y).sum::<u64>() as f64;
    let part = |count: u64, unit: u64, group: u64| {
        let (p, q) = (count as f64 / all, unit as f64 / all * (group as f64 / all));
        if count == 0 { 0.0 } else { p * (p / q).ln() }
    };
    let (y, x) = units.iter().fold((0, 0), |(y, x), unit| (y + unit.0, x + unit.1));
    units.iter().map(|&(o, f)| part(o, o + f, y) + part(f, o + f, x)).sum()
}

fn entropy(units: &[Counts]) -> f64 {
    let (y, x) = units.iter().fold((0, 0), |(y, x), unit| (y + unit.0, x + unit.1));
    let (p, q) = (x as f64 / (x + y) as f64, y as f64 / (x + y) as f64);
    -(p * p.ln() + q * q.ln())
}

fn by_level(levels: &[Vec<Counts>]) -> Vec<Counts> {
    let sum = |areas: &Vec<Counts>| areas.iter().fold((0, 0), |a, c| (a.0 + c.0, a.1 + c.1));
    levels.iter().map(sum).collect()
}

fn by_area(levels: &[Vec<Counts>]) -> Vec<Counts> {
    let area = |area: usize| levels.iter().map(|areas| areas[area]).collect();
    by_level(&(0..levels[0].len()).map(area).collect::<Vec<_>>())
}

/// What each unit's own division says, weighted by the people in the unit.
fn within(units: &[Vec<Counts>]) -> f64 {
    let people = |unit: &Vec<Counts>| unit.iter().map(|(y, x)| x + y).sum::<u64>() as f64;
    let all: f64 = units.iter().map(people).sum();
    let own = |unit: &Vec<Counts>| {
        let mixed = unit.iter().any(|c| c.0 > 0) && unit.iter().any(|c| c.1 > 0);
        if mixed { people(unit) / all * information(unit) } else { 0.0 }
    };
    units.iter().map(own).sum()
}

fn turned(levels: &[Vec<Counts>]) -> Vec<Vec<Counts>> {
    let area = |area: usize| levels.iter().map(|areas| areas[area]).collect();
    (0..levels[0].len()).map(area).collect()
}

fn close(ours: f64, other: f64) -> bool {
    (ours - other).abs() <= 1e-12_f64.max(1e-9 * other.abs())
}

fn value(information: Information) -> f64 {
    information.mutual.value().expect("every count is known")
}
