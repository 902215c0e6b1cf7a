//! Sheets as people have them, read by the command line exactly as their expected files say.
//!
//! The files and what is expected of them stand in tests/corpus/files; README.md beside them says
//! what an expected file holds. Expectations are written from the reading rules. Absent: mutated
//! files (tests/robustness.rs). Read next: `expected.rs`, the comparison.

mod answers;
mod expected;
mod generated;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/files");
const EXPECTED: &str = ".expected.json";

/// What the program answered: its exit code and what it printed.
struct Answer {
    code: Option<i32>,
    output: String,
}

fn byspejl(arguments: &[&str], file: &Path) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_byspejl"));
    let done = command.args(arguments).arg(file).output().expect("the program starts");
    let output =
        [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Answer { code: done.status.code(), output: output.concat() }
}

/// The answer as JSON, with the exit code that belongs to its outcome checked.
fn read(file: &Path) -> Result<Value, String> {
    let Answer { code, output } = byspejl(&["read", "--json"], file);
    let value: Value = serde_json::from_str(&output)
        .map_err(|error| format!("no JSON ({error}), exit {code:?}: {output:.300}"))?;
    let right = match value["outcome"].as_str() {
        Some("table") => 0,
        Some("refused") => 2,
        Some("ask") => 3,
        other => return Err(format!("outcome {other:?}")),
    };
    if code == Some(right) { Ok(value) } else { Err(format!("exit {code:?} for {right}")) }
}

/// Every file with what is expected of it, by name.
fn corpus() -> Vec<(PathBuf, Value)> {
    let entries = std::fs::read_dir(FILES).expect("the folder of the corpus");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| !path.to_string_lossy().ends_with(EXPECTED));
    files.sort();
    let expected = |path: &Path| {
        let twin = format!("{}{EXPECTED}", path.display());
        let text = std::fs::read_to_string(&twin).unwrap_or_else(|_| panic!("{twin} is missing"));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{twin}: {error}"))
    };
    files.into_iter().map(|path| (path.clone(), expected(&path))).collect()
}

/// What differs, a line for each difference.
fn differences(path: &Path, expected: &Value) -> Vec<String> {
    let actual = match read(path) {
        Ok(actual) => actual,
        Err(error) => return vec![error],
    };
    let mut found = expected::differences(expected, &actual);
    let table = byspejl(&["read", "--lang", "en"], path);
    let json = byspejl(&["read", "--json", "--lang", "en"], path);
    if table.code != json.code {
        found.push(format!("exit {:?} without --json, {:?} with it", table.code, json.code));
    }
    let secrets = expected["refusal"]["must_not_show"].as_array().into_iter().flatten();
    for secret in secrets.filter_map(Value::as_str) {
        if table.output.contains(secret) || json.output.contains(secret) {
            found.push(format!("shows {secret:?}"));
        }
    }
    found
}

#[test]
fn every_file_is_read_or_refused_as_expected() {
    let corpus = corpus();
    assert!(corpus.len() >= 60, "only {} files", corpus.len());
    let only = std::env::var("BYSPEJL_CORPUS").ok();
    let wanted = |path: &Path| {
        only.as_ref().is_none_or(|only| path.to_string_lossy().contains(only.as_str()))
    };
    let mut report = String::new();
    let mut wrong = 0;
    for (path, expected) in corpus.iter().filter(|(path, _)| wanted(path)) {
        let found = differences(path, expected);
        if !found.is_empty() {
            wrong += 1;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let why = expected["why"].as_str().unwrap_or_default();
            report.push_str(&format!("\n{name}\n  rule: {why}\n  {}\n", found.join("\n  ")));
        }
    }
    assert!(wrong == 0, "{wrong} of {} files differ:\n{report}", corpus.len());
}

#[test]
fn every_expected_file_says_why_and_has_its_file() {
    for entry in std::fs::read_dir(FILES).expect("the folder of the corpus") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        if let Some(file) = name.strip_suffix(EXPECTED) {
            assert!(Path::new(FILES).join(file).exists(), "{name} has no file");
        }
    }
    for (path, expected) in corpus() {
        let why = expected["why"].as_str().unwrap_or_default();
        assert!(why.len() > 5, "{} does not say why", path.display());
    }
}
