//! The command line: its commands, exit codes and outputs.
//!
//! Absent: what files are read as (tests/corpus), what the figures mean.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn sheet(name: &str) -> String {
    path("corpus/files").join(name).display().to_string()
}

fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("byspejl-cli-{}-{name}", std::process::id()))
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_byspejl"));
    command.args(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// What a command prints that is to succeed.
fn printed(arguments: &[&str]) -> String {
    let done = run(arguments);
    assert!(done.status.success(), "{arguments:?}: {}", text(&done.stderr));
    text(&done.stdout)
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).expect("JSON")
}

/// Exit code, with nothing on standard output and words on standard error.
fn failed(arguments: &[&str]) -> i32 {
    let done = run(arguments);
    assert!(done.stdout.is_empty() && !done.stderr.is_empty(), "{arguments:?}");
    done.status.code().expect("no signal")
}

fn check_schema(name: &str, value: &Value) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/schema");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    for entry in std::fs::read_dir(&root).expect("the schemas") {
        let path = entry.expect("an entry").path();
        let schema = std::fs::read_to_string(&path).expect("a schema");
        let schema: Value = serde_json::from_str(&schema).expect("JSON");
        let id = schema["$id"].as_str().expect("an id").to_owned();
        compiler.add_resource(&id, schema).expect("a schema");
    }
    let id = format!("urn:byspejl:schema:{name}");
    let index = compiler.compile(&id, &mut schemas).unwrap_or_else(|error| panic!("{error}"));
    if let Err(error) = schemas.validate(value, index) {
        panic!("{name}: {error:#}");
    }
}

#[test]
fn wrong_use_exits_with_1_and_help_with_0() {
    let tabs = sheet("wide-semicolon.csv");
    assert_eq!(failed(&[]), 1);
    assert_eq!(failed(&["read"]), 1);
    assert_eq!(failed(&["read", "no-such-file.csv"]), 1);
    assert_eq!(failed(&["assess", &tabs, "--benchmark", "no-such-benchmark"]), 1);
    assert_eq!(failed(&["assess", &tabs, "--today", "2026-02-30"]), 1);
    assert_eq!(failed(&["pledge", &tabs, "--format", "docx"]), 1, "bytes for no terminal");
    assert_eq!(failed(&["pledge", &tabs, "--format", "md", "--year", "2099"]), 1);
    assert!(printed(&["--help"]).contains("benchmarks"));
    assert!(printed(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_refused_file_exits_with_2_and_a_question_with_3_whatever_is_asked_for() {
    let (refused, asks) = (sheet("percent-only.csv"), sheet("dash.csv"));
    for (file, code) in [(&refused, 2), (&asks, 3)] {
        assert_eq!(run(&["read", file]).status.code(), Some(code));
        assert_eq!(failed(&["assess", file]), code);
        assert_eq!(failed(&["pledge", file, "--format", "html"]), code);
        assert_eq!(failed(&["link", file]), code);
    }
    assert_eq!(failed(&["project", "#/link/1.AAAA"]), 2);
    assert_eq!(failed(&["benchmark", &sheet("wide-semicolon.csv")]), 2);
}

#[test]
fn every_reading_of_the_corpus_has_the_published_shape() {
    let mut seen = 0;
    for entry in std::fs::read_dir(path("corpus/files")).expect("the corpus") {
        let file = entry.expect("an entry").path();
        let name = file.display().to_string();
        if !name.ends_with(".expected.json") {
            let output = text(&run(&["read", &name, "--json"]).stdout);
            check_schema("reading-1", &serde_json::from_str(&output).expect("JSON"));
            seen += 1;
        }
    }
    assert!(seen >= 60);
}

#[test]
fn an_answer_settles_the_question() {
    let answers = temporary("answers.json");
    let file = sheet("dash.csv");
    let asked: Value =
        serde_json::from_slice(&run(&["read", &file, "--json"]).stdout).expect("JSON");
    let options = asked["questions"][0]["options"].as_array().expect("options");
    let nobody = options.iter().position(|one| one["means"] == "nobody").expect("an option");
    let chosen =
        format!(r#"{{"questions":[{{"id":"dash","chosen":[{nobody}]}}],"corrections":[]}}"#);
    std::fs::write(&answers, chosen).expect("a temporary file");
    let settled = json(&["read", &file, "--json", "--answers", &answers.display().to_string()]);
    let cells = settled["table"]["cells"].as_array().expect("cells");
    assert!(cells.iter().any(|cell| cell["count"] == 0), "nobody is 0");
    std::fs::remove_file(answers).expect("the temporary file");
}

#[test]
fn an_assessment_speaks_both_languages_and_has_the_published_shape() {
    let file = sheet("wide-semicolon.csv");
    for (lang, whole) in [("da", "Hele organisationen"), ("en", "Whole organisation")] {
        assert!(printed(&["assess", &file, "--lang", lang]).contains(whole));
        let found = json(&["assess", &file, "--lang", lang, "--json"]);
        check_schema("assessment-1", &found);
        assert_eq!(found["whole"]["focus"], 148);
        assert_eq!(found["language"], lang);
    }
    let older = json(&["assess", &file, "--benchmark", "cph-2025-07", "--json"]);
    assert_eq!(older["benchmark"]["benchmark"]["id"], "cph-2025-07");
}

#[test]
fn a_pledge_is_written_in_every_format() {
    let file = sheet("wide-semicolon.csv");
    let common = ["pledge", file.as_str(), "--organisation", "Prøven", "--today", "2026-11-25"];
    let with = |more: &[&'static str]| -> Vec<&str> { [&common[..], more].concat() };
    assert!(printed(&with(&["--format", "md"])).contains("Prøven"));
    assert!(printed(&with(&["--format", "html"])).starts_with("<!"));
    let data: Value = serde_json::from_str(&printed(&with(&["--format", "json"]))).expect("JSON");
    check_schema("pledge-1", &data);
    let docx = temporary("pledge.docx");
    let out = docx.display().to_string();
    printed(&[&with(&["--format", "docx", "-o"])[..], &[out.as_str()]].concat());
    assert!(std::fs::read(&docx).expect("a document").starts_with(b"PK"));
    std::fs::remove_file(docx).expect("the temporary file");
}

#[test]
fn a_public_pledge_and_link_leave_small_counts_out() {
    let file = sheet("wide-semicolon.csv");
    let today = ["--today", "2026-11-25", "--lang", "en"];
    let public = |format: &str| {
        printed(&[&["pledge", file.as_str(), "--format", format, "--public"], &today[..]].concat())
    };
    assert!(!public("md").contains("2 of 40"), "two managers of forty");
    let data: Value = serde_json::from_str(&public("json")).expect("JSON");
    check_schema("pledge-1", &data);
    let scopes = data["figures"]["scopes"].as_array().expect("scopes");
    let top = scopes.iter().find(|one| one["scope"]["kind"] == "level").expect("the top level");
    assert_eq!((&top["people"], &top["share"]), (&json!(40), &Value::Null));
    assert_eq!(top["focus"], json!({"low": 0, "high": 40}));
    let exported = |format: &str| {
        let arguments = ["export", file.as_str(), "--format", format, "--public"];
        printed(&[&arguments[..], &today].concat())
    };
    assert!(exported("csv").contains(",not shown,not shown,"), "{}", exported("csv"));
    assert!(!exported("svg").contains("2 of 40"));
    let link = printed(&["link", &file, "--public"]);
    let project: Value =
        serde_json::from_str(&printed(&["project", link.trim()])).expect("a project file");
    let cells = project["figures"]["cells"].as_array().expect("cells");
    assert!(cells.iter().all(|cell| cell["text"] != "2"), "the small count is gone");
}

#[test]
fn a_link_brings_back_the_figures() {
    let file = path("fixtures/project/v1.byspejl.json").display().to_string();
    let link = printed(&["link", &file]);
    let there: Value = serde_json::from_str(&printed(&["project", &file])).expect("JSON");
    let back: Value = serde_json::from_str(&printed(&["project", link.trim()])).expect("JSON");
    assert_eq!(there["figures"], back["figures"]);
    assert_ne!(there["pledge"]["signatory"], back["pledge"]["signatory"]);
}

#[test]
fn an_exported_workbook_and_a_template_are_read_again() {
    let (book, csv) = (temporary("export.xlsx"), temporary("export.csv"));
    let file = sheet("five-groups-statbank-wording.csv");
    let before = json(&["read", &file, "--json"]);
    for (out, format) in [(&book, "xlsx"), (&csv, "csv")] {
        let out = out.display().to_string();
        printed(&["export", &file, "--format", format, "-o", &out]);
        let after = json(&["read", &out, "--json"]);
        let counts = |reading: &Value| -> Vec<Value> {
            let cells = reading["table"]["cells"].as_array().expect("cells").iter();
            let known = cells.filter(|cell| cell["count"].as_u64().is_some_and(|n| n > 0));
            known.map(|cell| cell["count"].clone()).collect()
        };
        let (mut before, mut after) = (counts(&before), counts(&after));
        before.sort_by_key(Value::to_string);
        after.sort_by_key(Value::to_string);
        assert_eq!(before, after, "{format}");
        std::fs::remove_file(out).expect("the temporary file");
    }
    assert!(printed(&["template", "--format", "csv"]).contains("Ledelse"));
    assert!(printed(&["export", &file, "--format", "ics"]).starts_with("BEGIN:VCALENDAR"));
    assert!(printed(&["export", &file, "--format", "svg"]).contains("<svg"));
}

#[test]
fn benchmarks_are_listed_with_their_sources() {
    let all = json(&["benchmarks", "--json", "--lang", "en"]);
    let all = all.as_array().expect("a list");
    for one in all {
        check_schema("benchmark-1", one);
    }
    assert!(all.iter().any(|one| one["benchmark"]["id"] == "cph-2026-01"));
    assert!(printed(&["benchmarks"]).contains("cph-2026-01"));
}

#[test]
fn a_table_banks_file_is_a_benchmark() {
    let file = temporary("folk1e.csv");
    let mut table = String::from("OMRÅDE;HERKOMST;ALDER;TID;INDHOLD\n");
    let groups = [
        ("Personer med dansk oprindelse", 700),
        ("Indvandrere fra vestlige lande", 100),
        ("Indvandrere fra ikke-vestlige lande", 120),
        ("Efterkommere fra vestlige lande", 10),
        ("Efterkommere fra ikke-vestlige lande", 70),
    ];
    for (group, people) in groups {
        for age in 18..=64 {
            table.push_str(&format!("København;{group};{age} år;2026K1;{people}\n"));
        }
    }
    std::fs::write(&file, table).expect("a temporary file");
    let name = file.display().to_string();
    let wish = ["--ages", "18-64", "--area", "101", "--date", "2026K1", "--groups", "2"];
    let found = json(&[&["benchmark", &name, "--json", "--table", "FOLK1E"], &wish[..]].concat());
    check_schema("benchmark-1", &found);
    // What was printed is taken again, as it is and to compare with.
    let kept = temporary("benchmark.json");
    std::fs::write(&kept, found.to_string()).expect("a temporary file");
    let kept_name = kept.display().to_string();
    assert_eq!(json(&["benchmark", &kept_name, "--json"]), found);
    let figures = sheet("wide-semicolon.csv");
    let assessed = json(&["assess", &figures, "--json", "--benchmark", &kept_name]);
    assert_eq!(assessed["benchmark"], found);
    std::fs::remove_file(kept).expect("the temporary file");
    let table = ["benchmark", &name, "--table", "FOLK1E", "--lang", "en", "--groups", "2"];
    assert!(printed(&table).contains("30.00%"), "{}", printed(&table));
    std::fs::remove_file(file).expect("the temporary file");
}
