//! Compares an answer with what is expected of it.
//!
//! An expected object lists keys that must be equal; others are free. A list of words where the
//! answer has one word means "one of these". Some keys of a table have a compact form of their own.

use serde_json::{Map, Value};

/// What differs, a line for each difference.
pub fn differences(expected: &Value, actual: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if !fits(&expected["outcome"], &actual["outcome"]) {
        found.push(format!("outcome {}, not {}", actual["outcome"], expected["outcome"]));
        let shown = [&actual["refusal"], &actual["questions"]];
        found.extend(shown.iter().filter(|one| !one.is_null()).map(|one| format!("{one:.600}")));
        return found;
    }
    if let Some(refusal) = expected["refusal"].as_object() {
        let known = refusal.iter().filter(|(key, _)| *key != "must_not_show");
        for (key, value) in known {
            check(key, value, &actual["refusal"][key], &mut found);
        }
    }
    if let Some(questions) = expected.get("questions") {
        each_once("questions", questions, &actual["questions"], true, &mut found);
    }
    if let Some(table) = expected["table"].as_object() {
        compare_table(table, &actual["table"], &mut found);
    }
    found
}

fn compare_table(expected: &Map<String, Value>, actual: &Value, found: &mut Vec<String>) {
    for (key, value) in expected {
        match key.as_str() {
            "grid" => compare_grid(value, actual, found),
            "levels" => in_order(value, &actual["levels"], found),
            "problems" => each_once("problems", value, &actual["problems"], true, found),
            "notes" => each_once("notes", value, &actual["notes"], false, found),
            "totals_include" => {
                let totals = Value::Array(named_totals(actual));
                each_once("totals", value, &totals, false, found);
            }
            "cells_of" => {
                for (group, cells) in value.as_object().into_iter().flatten() {
                    for (level, count) in cells.as_object().into_iter().flatten() {
                        let cell = cell(actual, Some(level), None, group);
                        check(&format!("{level} {group}"), count, &cell, found);
                    }
                }
            }
            _ => check(key, value, &actual[key], found),
        }
    }
}

fn check(key: &str, expected: &Value, actual: &Value, found: &mut Vec<String>) {
    if !fits(expected, actual) {
        found.push(format!("{key}: {actual:.300}, not {expected:.300}"));
    }
}

/// Whether the answer has everything that is expected.
fn fits(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            expected.iter().all(|(key, value)| fits(value, actual.get(key).unwrap_or(&Value::Null)))
        }
        (Value::Array(any), Value::String(_)) => any.contains(actual),
        _ => expected == actual,
    }
}

/// Every expected entry fits an answer's entry of its own; `all`: and there are no others.
fn each_once(what: &str, expected: &Value, actual: &Value, all: bool, found: &mut Vec<String>) {
    let mut rest: Vec<&Value> = actual.as_array().into_iter().flatten().collect();
    for wanted in expected.as_array().into_iter().flatten() {
        match rest.iter().position(|one| fits(wanted, one)) {
            Some(place) => drop(rest.remove(place)),
            None => found.push(format!("{what}: {wanted} is not among {actual:.600}")),
        }
    }
    if all && !rest.is_empty() {
        let rest: Vec<String> = rest.iter().map(|one| format!("{one:.300}")).collect();
        found.push(format!("{what}: not expected: {}", rest.join(", ")));
    }
}

fn in_order(expected: &Value, actual: &Value, found: &mut Vec<String>) {
    let lists = [expected, actual].map(|list| list.as_array().cloned().unwrap_or_default());
    let same = lists[0].len() == lists[1].len()
        && lists[0].iter().zip(&lists[1]).all(|(wanted, one)| fits(wanted, one));
    if !same {
        found.push(format!("levels: {actual:.700}, not {expected:.700}"));
    }
}

/// The whole table against `{"columns": […groups], "rows": [{"level", "area", "counts"}]}`. A cell
/// that the answer does not have is the same as a missing one.
fn compare_grid(expected: &Value, actual: &Value, found: &mut Vec<String>) {
    let columns: Vec<&str> = words(&expected["columns"]);
    let cells: Vec<&Value> = actual["cells"].as_array().into_iter().flatten().collect();
    for group in cells.iter().filter_map(|cell| cell["group"].as_str()) {
        if !columns.contains(&group) {
            found.push(format!("cells of {group}, which is not expected"));
            return;
        }
    }
    let rows: Vec<&Value> = expected["rows"].as_array().into_iter().flatten().collect();
    let mut counted = 0;
    for row in &rows {
        let (level, area) = (row["level"].as_str(), row["area"].as_str());
        let counts: Vec<&Value> = row["counts"].as_array().into_iter().flatten().collect();
        assert_eq!(counts.len(), columns.len(), "an expected row has a count for each column");
        for (group, count) in columns.iter().zip(counts) {
            let is = cell(actual, level, area, group);
            counted += usize::from(!is.is_null());
            check(&format!("{level:?} {area:?} {group}"), count, &is, found);
        }
    }
    let filled = cells.iter().filter(|cell| !cell["count"].is_null()).count();
    if counted != filled {
        found.push(format!("{filled} cells with counts, of which {counted} are expected"));
    }
}

/// A cell's count in compact form: a number, "1-4", or null.
fn cell(table: &Value, level: Option<&str>, area: Option<&str>, group: &str) -> Value {
    let level = level.map(|name| {
        let levels = table["levels"].as_array().into_iter().flatten();
        let at = levels.into_iter().position(|one| one["name"] == name || one["preset"] == name);
        at.map_or(Value::from(-1), Value::from)
    });
    let area = area.map(|name| {
        let mut areas = table["areas"].as_array().into_iter().flatten();
        areas.position(|one| one == name).map_or(Value::from(-1), Value::from)
    });
    let (level, area) = (level.unwrap_or_default(), area.unwrap_or_default());
    let mut cells = table["cells"].as_array().into_iter().flatten();
    let found =
        cells.find(|cell| cell["level"] == level && cell["area"] == area && cell["group"] == group);
    match found.map(|cell| &cell["count"]) {
        Some(Value::Object(range)) => Value::from(format!("{}-{}", range["low"], range["high"])),
        Some(count) => count.clone(),
        None => Value::Null,
    }
}

/// Totals with the names of their levels and areas.
fn named_totals(table: &Value) -> Vec<Value> {
    let name = |list: &Value, index: &Value| match index.as_u64() {
        Some(index) => list[index as usize].clone(),
        None => Value::Null,
    };
    let totals = table["totals"].as_array().into_iter().flatten();
    totals
        .map(|total| {
            let mut total = total.clone();
            let level = name(&table["levels"], &total["level"])["name"].clone();
            let area = name(&table["areas"], &total["area"]);
            total["level"] = level;
            total["area"] = area;
            total
        })
        .collect()
}

fn words(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
