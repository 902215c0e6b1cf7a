//! Who may know whom: one direction, no way back.
//!
//! [`ORDER`] is the walk of ARCHITECTURE.md; a unit is a folder, or the part of a folder that stands
//! elsewhere in the walk than the rest. [`EDGES`] says which earlier units each one may name, and
//! why. Every line is needed by the present code; a new line is a decision and needs its reason.

use super::source::{Break, Rust, assert_none, rust};
use super::use_paths::paths;

/// Every unit, earliest first. Nobody names what stands later.
const ORDER: &[&str] = &[
    "markup",
    "sorted",
    "stats",
    "workforce",
    "benchmark",
    "analysis",
    "pledge",
    "chart",
    "exchange/names",
    "exchange/count",
    "exchange/percent",
    "exchange/clipboard",
    "session",
    "board",
    "exchange/project",
    "exchange/reading",
    "exchange/book",
    "exchange/recognise",
    "exchange/statbank",
    "exchange/import",
    "exchange/link",
    "exchange/message",
    "exchange",
    "text",
    "exchange/reading_json",
    "report",
    "exchange/html",
    "exchange/write",
    "exchange/board",
    "exchange/statbank/benchmark",
    "exchange/statbank/json",
    "exchange/office",
    "web",
    "ui",
    "bin/charts",
    "bin/office",
    "bin/byspejl",
    "main",
];

/// Who names whom, and why it may.
const EDGES: &[(&str, &str, &str)] = &[
    ("benchmark", "workforce", "a benchmark has shares of the same origin groups"),
    ("stats", "sorted", "p-values are put in order"),
    ("analysis", "sorted", "possible counts are put in order"),
    ("analysis", "stats", "verdicts rest on the mathematics"),
    ("analysis", "workforce", "one side of the mirror"),
    ("analysis", "benchmark", "the other side of the mirror"),
    ("pledge", "workforce", "dates, scopes, and where the figures come from"),
    ("pledge", "benchmark", "the measures carry both languages as the catalogue's facts do"),
    ("pledge", "analysis", "reasons and targets are read from the assessment"),
    ("chart", "markup", "a picture is written as markup"),
    ("chart", "sorted", "labels at the ends of lines stand in the order of their heights"),
    ("pledge", "sorted", "edits by line"),
    ("session", "sorted", "texts by cell"),
    ("exchange/names", "workforce", "the words of files for its kinds of things"),
    ("exchange/project", "exchange/names", "kinds of things are stored by their words"),
    ("exchange/reading_json", "exchange/names", "kinds of things travel by their words"),
    ("exchange/write", "exchange/project", "a benchmark is written in the shape it is stored in"),
    ("exchange/write", "exchange/names", "kinds of things are written by their words"),
    ("exchange/count", "workforce", "a cell is read as a headcount"),
    ("session", "workforce", "the draft is checked into a workforce"),
    ("session", "benchmark", "the draft chooses one by its identifier"),
    ("session", "pledge", "the pledge's edits are part of the work"),
    ("session", "exchange/count", "texts are kept as typed and read when checked"),
    ("session", "analysis", "thresholds are chosen beside the figures"),
    ("session", "exchange/percent", "rates and thresholds are kept as typed and read when used"),
    ("session", "exchange/clipboard", "a pasted block is something that can happen"),
    ("board", "sorted", "the newest pledge of each organisation, and what is chosen most"),
    ("board", "workforce", "dates and sectors"),
    ("board", "pledge", "the commitments"),
    ("board", "session", "levels of the default ladder are the same level everywhere"),
    ("exchange/board", "board", "what files become, and what the page is sent"),
    ("exchange/board", "exchange/write", "a pledge is read where it is written"),
    ("exchange/board", "exchange/names", "sectors travel by their words"),
    ("exchange/board", "pledge", "the commitments"),
    ("exchange/board", "report", "whether a pledge is the public edition"),
    ("exchange/board", "session", "levels of the default ladder"),
    ("exchange/board", "text", "and what they are called in either language"),
    ("exchange/board", "workforce", "dates, and who is in focus"),
    ("exchange/office", "board", "the pledges lie on the desk"),
    ("exchange/office", "exchange/board", "batches are read there"),
    ("exchange/project", "workforce", "stored forms of the nouns"),
    ("exchange/project", "analysis", "stored form of the strength behind a reason"),
    ("exchange/project", "pledge", "stored forms of the pledge's edits"),
    ("exchange/project", "session", "what is stored is the session's work"),
    ("exchange/link", "session", "and what it carries is the session's work"),
    ("exchange/link", "pledge", "without the names of people in the pledge's edits"),
    ("text", "workforce", "names of groups and scopes, dates"),
    ("text", "benchmark", "names and dates of benchmarks"),
    ("text", "analysis", "findings and verdicts become sentences"),
    ("text", "session", "problems of the draft become sentences"),
    ("text", "stats", "the least size that can tell is worked out beside its formula"),
    ("text", "exchange/percent", "a percentage that cannot be read becomes a sentence"),
    ("text", "exchange/count", "a cell that cannot be read becomes a sentence"),
    ("report", "workforce", "the document says what the figures are"),
    ("report", "benchmark", "and what they are set beside"),
    ("report", "analysis", "and what came of it"),
    ("report", "pledge", "and what is pledged"),
    ("report", "board", "the overview of many pledges becomes tables"),
    ("report", "chart", "the figure is described here and drawn there"),
    ("report", "text", "in sentences"),
    (
        "report",
        "session",
        "the figures sheet shows what was typed, a template its levels and areas",
    ),
    ("report", "exchange/count", "what was typed is a number or stays a text"),
    ("exchange/html", "markup", "a document is written as markup"),
    ("exchange/html", "report", "the document that is written"),
    ("exchange/html", "text", "its language"),
    ("exchange/html", "chart", "figures are drawn into it"),
    ("exchange/write", "exchange/html", "the file that a browser opens is the preview's markup"),
    ("exchange/write", "markup", "documents and office parts are written as markup"),
    ("exchange/write", "sorted", "each text of a workbook stands once"),
    ("exchange/write", "workforce", "days, and what figures are about"),
    ("exchange/write", "benchmark", "what was compared with, and when"),
    ("exchange/write", "analysis", "conclusions as data"),
    ("exchange/write", "pledge", "what is pledged as data"),
    ("exchange/write", "chart", "figures are drawn with shapes, pictures or as a table"),
    ("exchange/write", "text", "languages, and the words around data"),
    ("exchange/write", "report", "the documents, tables and sources that are written"),
    ("exchange/project", "benchmark", "stored form of a benchmark of the user's own"),
    ("exchange/reading", "session", "a level may be one of the default ones"),
    ("exchange/reading", "workforce", "columns, groupings and headcounts as read"),
    ("exchange/import", "workforce", "columns and counts"),
    ("exchange/import", "pledge", "what was edited about a level stays with that level"),
    ("exchange/import", "session", "the work that the figures go into"),
    ("exchange/import", "exchange/reading", "what was read"),
    ("exchange/statbank", "workforce", "origin groups and groupings"),
    ("exchange/statbank", "benchmark", "places and periods of benchmarks"),
    ("exchange/statbank", "exchange/count", "a figure is read as any count is"),
    ("exchange/statbank", "exchange/reading", "places in a file, and why one cannot be opened"),
    ("exchange/statbank", "exchange/book", "sheets and cells"),
    ("text", "exchange/statbank", "what a table lacks becomes a sentence"),
    ("text", "exchange/reading", "a place in a file becomes words"),
    ("exchange/statbank/benchmark", "workforce", "shares of origin groups"),
    ("exchange/statbank/benchmark", "benchmark", "what is made"),
    ("exchange/statbank/benchmark", "text", "publisher, title and derivation in both languages"),
    ("exchange/statbank/json", "workforce", "names of groupings"),
    ("exchange/statbank/json", "benchmark", "what is written"),
    ("exchange/statbank/json", "text", "names, and errors as sentences"),
    ("web", "workforce", "the clock gives a date"),
    ("web", "chart", "the canvas is sent a figure"),
    ("web", "text", "the crash report speaks without the rest of the app"),
    ("ui", "markup", "what nobody types in is written, not built"),
    ("ui", "exchange/html", "the preview is the document's HTML"),
    ("ui", "workforce", "the grid shows the table"),
    ("ui", "benchmark", "the choice of benchmark and its sources"),
    ("ui", "analysis", "verdicts have a sign beside their words"),
    ("ui", "pledge", "each line is edited in place"),
    ("ui", "chart", "figures are shown"),
    ("ui", "exchange/clipboard", "copying and pasting ranges"),
    ("ui", "exchange/project", "saving and opening files"),
    ("ui", "session", "views send events"),
    ("ui", "text", "everything that is said"),
    ("ui", "report", "the preview and the print show the document"),
    ("ui", "web", "focus, files, storage, canvas"),
    ("bin/byspejl", "analysis", "what is assessed"),
    ("bin/byspejl", "benchmark", "what figures are set beside"),
    ("bin/byspejl", "chart", "its figures"),
    ("bin/byspejl", "exchange/book", "files are opened here"),
    ("bin/byspejl", "exchange/import", "a reading becomes work"),
    ("bin/byspejl", "exchange/link", "links are made and opened"),
    ("bin/byspejl", "exchange/office", "the whole case is worked out there"),
    ("bin/byspejl", "exchange/project", "work is kept as a project file"),
    ("bin/byspejl", "exchange/reading", "what a file was understood to say"),
    ("bin/byspejl", "exchange/reading_json", "a reading travels as JSON"),
    ("bin/byspejl", "exchange/recognise", "cells become a table"),
    ("bin/byspejl", "exchange/statbank", "official tables become benchmarks"),
    ("bin/byspejl", "exchange/write", "files are written there"),
    ("bin/byspejl", "report", "documents and tables are composed there"),
    ("bin/byspejl", "session", "the work and its parts"),
    ("bin/byspejl", "text", "everything that is said"),
    ("bin/byspejl", "workforce", "the nouns"),
    ("bin/office", "exchange/office", "the whole case is worked out there"),
    ("exchange", "benchmark", "what figures are set beside"),
    ("exchange/book", "exchange/reading", "a file that is not opened is refused with its place"),
    ("exchange/import", "exchange/reading", "what a file was understood to say"),
    ("exchange/import", "session", "the work and its parts"),
    ("exchange/import", "workforce", "the nouns"),
    ("exchange/office", "analysis", "what is assessed"),
    ("exchange/office", "benchmark", "what figures are set beside"),
    ("exchange/office", "exchange", "what can be chosen in an official table"),
    ("exchange/office", "exchange/book", "files are opened here"),
    ("exchange/office", "exchange/link", "links are made and opened"),
    ("exchange/office", "exchange/message", "errands and replies"),
    ("exchange/office", "exchange/reading", "what a file was understood to say"),
    ("exchange/office", "exchange/reading_json", "a reading travels as JSON"),
    ("exchange/office", "exchange/recognise", "cells become a table"),
    ("exchange/office", "exchange/statbank", "official tables become benchmarks"),
    ("exchange/office", "exchange/statbank/benchmark", "a choice becomes a benchmark"),
    ("exchange/office", "exchange/write", "files are written there"),
    ("exchange/office", "pledge", "the pledge that follows"),
    ("exchange/office", "report", "documents and tables are composed there"),
    ("exchange/office", "session", "the work and its parts"),
    ("exchange/office", "text", "everything that is said"),
    ("exchange/office", "workforce", "the nouns"),
    ("exchange/reading_json", "exchange/reading", "what a file was understood to say"),
    ("exchange/reading_json", "session", "the work and its parts"),
    ("exchange/reading_json", "text", "everything that is said"),
    ("exchange/reading_json", "workforce", "the nouns"),
    ("exchange/recognise", "exchange/book", "files are opened here"),
    ("exchange/recognise", "exchange/count", "a cell is read as a headcount"),
    ("exchange/recognise", "exchange/reading", "what a file was understood to say"),
    ("exchange/recognise", "session", "the work and its parts"),
    ("exchange/recognise", "workforce", "the nouns"),
    ("exchange/write", "exchange/reading", "what a file was understood to say"),
    ("exchange/write", "session", "the work and its parts"),
    ("ui", "board", "many pledges at once"),
    ("ui", "exchange/board", "what the worker makes of them"),
    ("ui", "exchange", "what can be chosen in an official table"),
    ("ui", "exchange/import", "a reading becomes work"),
    ("ui", "exchange/link", "links are made and opened"),
    ("ui", "exchange/message", "errands and replies"),
    ("ui", "exchange/office", "the whole case is worked out there"),
    ("ui", "exchange/reading", "what a file was understood to say"),
    ("ui", "exchange/reading_json", "a reading travels as JSON"),
    ("ui", "exchange/write", "files are written there"),
    ("web", "exchange/message", "errands and replies"),
    ("main", "ui", "mounts the app"),
    ("main", "web", "installs the crash report first"),
];

/// The unit that a module path or a file below src/ belongs to.
fn unit(path: &str) -> Option<&'static str> {
    let is_in = |unit: &&str| {
        path.strip_prefix(*unit).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    };
    ORDER.iter().copied().filter(|unit| is_in(unit)).max_by_key(|unit| unit.len())
}

/// From unit to unit, with where it is named.
fn edges(file: &Rust) -> Vec<(usize, &'static str, String)> {
    let Some(from) = file.path.strip_prefix("src/").and_then(unit) else { return Vec::new() };
    paths(file)
        .into_iter()
        .map(|named| (named.at, from, unit(&named.path).map_or(named.path, str::to_owned)))
        .filter(|(_, from, to)| from != to)
        .collect()
}

fn breaks(file: &Rust) -> Vec<Break> {
    let is_allowed = |from, to: &str| EDGES.iter().any(|edge| edge.0 == from && edge.1 == to);
    let mut breaks: Vec<Break> = edges(file)
        .into_iter()
        .filter(|(_, from, to)| !is_allowed(*from, to))
        .map(|(at, from, to)| file.broken(at, format!("{from} may not name {to}")))
        .collect();
    breaks.dedup();
    breaks
}

#[test]
fn every_folder_names_only_what_comes_before_it() {
    assert_none(rust().iter().flat_map(breaks));
}

#[test]
fn every_source_file_has_its_place_in_the_order() {
    let files = rust();
    let sources = files.iter().filter(|file| file.is_in("src") && file.path != "src/lib.rs");
    let lost = sources.filter(|file| unit(&file.path["src/".len()..]).is_none());
    assert_none(lost.map(|file| file.broken(0, "stands nowhere in the order")));
}

#[test]
fn the_allowed_edges_run_one_way() {
    let place = |name| ORDER.iter().position(|unit| *unit == name);
    for &(from, to, _) in EDGES {
        assert!(place(to).is_some() && place(to) < place(from), "{from} -> {to} runs backwards");
    }
}

#[test]
fn every_allowed_edge_is_needed() {
    let files = rust();
    let used: Vec<_> = files.iter().flat_map(edges).collect();
    for &(from, to, _) in EDGES {
        let is_used = used.iter().any(|edge| edge.1 == from && edge.2 == to);
        assert!(is_used, "{from} no longer names {to}: take the line out of the table");
    }
}

#[test]
fn a_step_backwards_is_found() {
    let found = breaks(&Rust::new(
        "src/pledge/value.rs",
        "use crate::workforce::Date;\nuse crate::{report, ui::Page};",
    ));
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "src/pledge/value.rs:2: pledge may not name report",
            "src/pledge/value.rs:2: pledge may not name ui"
        ]
    );
}

#[test]
fn a_part_of_a_folder_has_a_place_of_its_own() {
    let file = Rust::new("src/session/check.rs", "use crate::exchange::{count, project};");
    let found: Vec<String> = breaks(&file).into_iter().map(|found| found.what).collect();
    assert_eq!(found, ["session may not name exchange/project"]);
    let file = Rust::new("src/exchange/project/v1.rs", "use crate::session::Work;");
    assert_eq!(breaks(&file), []);
}

#[test]
fn comments_and_examples_may_point_anywhere() {
    let file = Rust::new("src/workforce/mod.rs", "//! See [`crate::report`].\n// crate::ui\n");
    assert_eq!(breaks(&file), []);
}
