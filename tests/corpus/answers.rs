//! Answers to questions, given to the command line as a file, decide what is read.

use super::{FILES, expected};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Reads a file of the corpus with one answer.
fn read(file: &str, id: &str, chosen: usize) -> Value {
    let answers = json!({ "questions": [{ "id": id, "chosen": [chosen] }] }).to_string();
    let name = format!("byspejl-{}-{file}-{chosen}.json", std::process::id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, answers).expect("a temporary file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_byspejl"));
    command.args(["read", "--json", "--answers"]).arg(&path).arg(Path::new(FILES).join(file));
    let done = command.output().expect("the program starts");
    std::fs::remove_file(&path).expect("the temporary file");
    serde_json::from_slice(&done.stdout).expect("JSON")
}

fn check(answer: &Value, expected: &Value) {
    let found = expected::differences(expected, answer);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn grid(columns: &[&str], rows: &[(Option<&str>, Option<&str>, &[u32])]) -> Value {
    let row = |(level, area, counts): &(Option<&str>, Option<&str>, &[u32])| json!({ "level": level, "area": area, "counts": counts });
    json!({ "columns": columns, "rows": rows.iter().map(row).collect::<Vec<_>>() })
}

const TWO: [&str; 2] = ["danish_origin", "immigrant_or_descendant"];

#[test]
fn the_other_of_two_tables_can_be_chosen() {
    let answer = read("two-tables-levels-and-areas.csv", "which_table", 1);
    let rows: [(Option<&str>, Option<&str>, &[u32]); 2] =
        [(None, Some("Nord"), &[60, 15]), (None, Some("Syd"), &[40, 25])];
    let table = json!({
        "levels": [], "areas": ["Nord", "Syd"], "grid": grid(&TWO, &rows), "problems": [],
        "notes": [{ "kind": "table_left_out", "at": { "row": 2, "column": 1 } }],
    });
    check(&answer, &json!({ "outcome": "table", "table": table }));
}

#[test]
fn a_column_that_nobody_understands_can_be_named() {
    let answer = read("column-not-understood.csv", "column:0:4", 5);
    let columns = [TWO[0], TWO[1], "unknown"];
    let rows: [(Option<&str>, Option<&str>, &[u32]); 3] = [
        (Some("Ledelse"), None, &[38, 2, 0]),
        (Some("Mellemniveau"), None, &[120, 18, 4]),
        (Some("Grundniveau"), None, &[210, 64, 11]),
    ];
    let table = json!({ "areas": [], "grid": grid(&columns, &rows), "problems": [] });
    check(&answer, &json!({ "outcome": "table", "table": table }));
}

#[test]
fn a_column_can_be_left_out_as_guessed() {
    let answer = read("column-not-understood.csv", "column:0:4", 0);
    let rows: [(Option<&str>, Option<&str>, &[u32]); 3] = [
        (Some("Ledelse"), None, &[38, 2]),
        (Some("Mellemniveau"), None, &[120, 18]),
        (Some("Grundniveau"), None, &[210, 64]),
    ];
    let table = json!({ "areas": [], "grid": grid(&TWO, &rows), "problems": [] });
    check(&answer, &json!({ "outcome": "table", "table": table }));
}

#[test]
fn more_than_eight_levels_can_be_left_out() {
    // 2+9+20+30+25+40+22+18+9 = 175 and 0+1+3+4+6+6+4+9+21 = 54.
    let answer = read("nine-titles.csv", "level_mapping", 1);
    let rows: [(Option<&str>, Option<&str>, &[u32]); 1] = [(None, None, &[175, 54])];
    let table = json!({ "levels": [], "areas": [], "grid": grid(&TWO, &rows), "problems": [] });
    check(&answer, &json!({ "outcome": "table", "table": table }));
}

#[test]
fn a_dash_that_is_hidden_is_as_large_as_the_note_says() {
    let answer = read("hidden-note-in-heading.csv", "dash", 2);
    let cells = json!({ "immigrant_or_descendant": { "Ledelse": "0-9", "Mellemniveau": "0-9" } });
    check(&answer, &json!({ "outcome": "table", "table": { "cells_of": cells } }));
}
