//! A benchmark of the user's own in the session and in the project file.

use super::folk1e::{self, Words};
use super::{WORKING_AGES, choose, wish};
use byspejl::benchmark::{self, Benchmark};
use byspejl::exchange::project::{self, ProjectError, benchmark as stored};
use byspejl::exchange::statbank;
use byspejl::exchange::write::benchmark_json;
use byspejl::session::{About, Event, Session, check};
use byspejl::text::{Lang, benchmark as words};

fn own() -> Benchmark {
    let cube = statbank::from_text("", &folk1e::flat(Words::Danish, ';', "\n")).expect("a table");
    choose(&cube, &wish(WORKING_AGES)).expect("a benchmark")
}

fn used(session: &Session) -> Benchmark {
    check(session.draft(), benchmark::by_id, |_, _| String::new()).benchmark
}

#[test]
fn an_own_benchmark_is_used_until_another_is_chosen_and_can_be_undone() {
    let mut session = Session::default();
    session.apply(Event::UseBenchmark(Box::new(own())));
    assert_eq!(used(&session), own());
    let other = "dk-16-64-2012-5".to_owned();
    session.apply(Event::About(About::Benchmark(other.clone())));
    assert_eq!(used(&session).id(), other);
    session.apply(Event::About(About::Benchmark(own().id().to_owned())));
    assert_eq!(used(&session), own(), "it is still there to be chosen again");
    for _ in 0..3 {
        session.apply(Event::Undo);
    }
    assert_eq!(used(&session), benchmark::default_benchmark());
    assert_eq!(session.draft().own_benchmark, None);
}

#[test]
fn an_own_benchmark_survives_a_save_with_its_whole_source() {
    let mut session = Session::default();
    session.apply(Event::UseBenchmark(Box::new(own())));
    let read = project::read(&project::write(session.work())).expect("a save opens");
    assert_eq!(read, *session.work());
}

#[test]
fn the_json_of_a_benchmark_reads_back() {
    let text = benchmark_json::write(&own());
    assert_eq!(stored::read(&text, benchmark::by_id), Ok(own()));
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["name"]["da"], "Københavns Kommune, 18-64 år, 1. januar 2026");
    assert_eq!(json["benchmark"]["groups"][0]["group"], "danish_origin");
    let newer = text.replacen(": 1", ": 9", 1);
    assert_eq!(stored::read(&newer, benchmark::by_id), Err(ProjectError::TooNew { version: 9 }));
}

#[test]
fn every_built_in_benchmark_reads_back_and_none_with_other_figures() {
    for found in benchmark::all() {
        let text = benchmark_json::write(&found);
        assert_eq!(stored::read(&text, benchmark::by_id), Ok(found.clone()));
        let changed = text.replacen("\"part\": ", "\"part\": 1", 1);
        assert_ne!(changed, text);
        let refused = stored::read(&changed, benchmark::by_id);
        assert_eq!(refused, Err(ProjectError::OutOfBounds), "{}", found.id());
    }
}

#[test]
fn a_stored_benchmark_that_nobody_has_written_is_refused() {
    let text = benchmark_json::write(&own());
    for (from, to) in [
        ("own-folk1e", "cph-2026"),
        ("primary_url\": \"https://", "primary_url\": \"javascript:"),
        ("\"da\": \"Danmarks Statistik\"", "\"da\": \" \""),
        ("\"month\": 1", "\"month\": 13"),
        ("immigrant_western", "danish_origin"),
        ("\"from\": 18", "\"from\": 65"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        assert_eq!(
            stored::read(&changed, benchmark::by_id),
            Err(ProjectError::OutOfBounds),
            "{from}"
        );
    }
}

#[test]
fn choices_are_json_for_whoever_shows_them() {
    let cube = statbank::from_text("", &folk1e::flat(Words::Codes, ';', "\n")).expect("a table");
    let choices = statbank::choices(&cube).expect("choices");
    let json = statbank::json::choices(&choices, &choices.choose(&statbank::Wish::default()));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["byspejl_choices"], 1);
    assert_eq!(json["table"], serde_json::json!({ "id": "FOLK1E", "named_by": "variables" }));
    assert_eq!(json["areas"][1], serde_json::json!({ "id": "185", "name": "Tårnby" }));
    assert_eq!(json["guess"]["ages"], serde_json::json!({ "from": 18, "to": 64 }));
    assert_eq!(json["groupings"][0], "five");
}

#[test]
fn an_own_benchmark_is_named_and_sourced_like_any_other() {
    let own = own();
    let line = words::source_line(Lang::Da, &own);
    assert_eq!(
        line,
        "Kilde: Danmarks Statistik, FOLK1E, Københavns Kommune, 18-64 år, 1. januar 2026."
    );
    assert!(words::yardstick(Lang::Da, &own).is_city);
    let status = words::status_explained(Lang::Da, &own.groups()[0].status);
    assert_eq!(status, "beregnet: summen af tabellens tal for hver aldersgruppe fra 18 til 64 år");
}
