//! Reading the source rows.

use byspejl::benchmark::{Benchmark, Period, Place};
use byspejl::workforce::Origin;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// One row of a table, by heading.
pub type Row = BTreeMap<String, String>;

/// The rows of tests/reference/data/`name`.csv.
pub fn table(name: &str) -> Vec<Row> {
    let path = format!("tests/reference/data/{name}.csv");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let mut lines = text.lines().map(cells);
    let heading = lines.next().expect("a heading line");
    lines
        .map(|cells| {
            assert_eq!(cells.len(), heading.len(), "{path}: {cells:?}");
            heading.iter().cloned().zip(cells).collect()
        })
        .collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let cell = cells.last_mut().expect("there is always a cell");
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cell.push(other),
        }
    }
    cells
}

pub fn json(path: &str) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The source_id of each pack, as data/benchmarks.json states it.
pub fn source_ids() -> BTreeMap<String, String> {
    let packs = json("data/benchmarks.json");
    let packs = packs["packs"].as_array().expect("a list of packs").clone();
    let text = |pack: &Value, key: &str| pack[key].as_str().expect("a text").to_owned();
    packs.iter().map(|pack| (text(pack, "id"), text(pack, "source"))).collect()
}

/// The source tables' code of a place.
pub fn area_code(place: &Place) -> &'static str {
    match place {
        Place::CopenhagenMunicipality => "101",
        Place::ProvinceByenKobenhavn => "L01",
        Place::RegionHovedstaden => "084",
        Place::Denmark => "000",
        Place::Named(name) => match &*name.en {
            "Frederiksberg Municipality" => "147",
            "Dragør Municipality" => "155",
            "Tårnby Municipality" => "185",
            "Municipalities of the capital" => "",
            other => panic!("{other} has no code"),
        },
        Place::Other(name) => panic!("{name} is not built in"),
    }
}

/// The source tables' words for a group: ancestry and region group.
pub fn columns(origin: Origin) -> (&'static str, &'static str) {
    match origin {
        Origin::Danish => ("danish_origin", "all"),
        Origin::ImmigrantOrDescendant => ("immigrant_or_descendant", "all"),
        Origin::Immigrant => ("immigrant", "all"),
        Origin::Descendant => ("descendant", "all"),
        Origin::Western => ("immigrant_or_descendant", "western"),
        Origin::NonWestern => ("immigrant_or_descendant", "non_western"),
        Origin::ImmigrantWestern => ("immigrant", "western"),
        Origin::ImmigrantNonWestern => ("immigrant", "non_western"),
        Origin::DescendantWestern => ("descendant", "western"),
        Origin::DescendantNonWestern => ("descendant", "non_western"),
    }
}

pub fn written(period: Period) -> String {
    let mut text = format!("{:04}", period.year);
    for part in [period.month, period.day].into_iter().flatten() {
        text += &format!("-{part:02}");
    }
    text
}

/// The all-ages row a group's figure was taken from.
pub fn find<'a>(rows: &'a [Row], pack: &Benchmark, source: &str, group: Origin) -> Option<&'a Row> {
    let (ancestry, region) = columns(group);
    rows.iter().find(|row| {
        row["area_code"] == area_code(pack.place())
            && row["date"] == written(pack.period())
            && row["source_id"] == source
            && row["ancestry"] == ancestry
            && row["region_group"] == region
    })
}

pub fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

/// Equal as printed with two decimals.
pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.005 + 1e-9
}
