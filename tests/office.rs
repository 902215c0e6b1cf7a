//! The office worker's desk on the host: every errand, in the order in which a page sends them.

use byspejl::exchange::message::{Errand, Failure, Reply};
use byspejl::exchange::offer::{Offer, Taken};
use byspejl::exchange::office::{Case, Desk};
use byspejl::exchange::reading::{Answer, Answers, Choice, Meaning, Outcome, Reason};
use byspejl::exchange::write::tables_json;
use byspejl::exchange::{import, link, parts_json, project, reading_json};
use byspejl::report::tables;
use byspejl::session::{Event, Session, Work};
use byspejl::text::Lang;
use std::path::Path;

fn sample(name: &str) -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/files").join(name);
    std::fs::read(file).expect("a file of the corpus")
}

fn ask(desk: &mut Desk, errand: Errand, text: &str, bytes: &[u8]) -> Reply {
    desk.answer(errand.name(), text, bytes)
}

fn outcome(reply: Reply) -> Outcome {
    let Reply::Reading(text) = reply else { panic!("no reading: {reply:?}") };
    reading_json::read(&text).expect("what the desk has written")
}

#[test]
fn an_answer_needs_no_second_upload() {
    let mut desk = Desk::default();
    let opened = outcome(ask(&mut desk, Errand::Open, "dash.csv", &sample("dash.csv")));
    let Outcome::Ask { questions, .. } = opened else { panic!("a dash asks: {opened:?}") };
    let nobody = Choice::Means(Meaning::Nobody);
    let chosen = questions[0].options.iter().position(|option| *option == nobody);
    let chosen = vec![chosen.expect("nobody is one of the options")];
    let nobody = Answer { id: questions[0].id.clone(), chosen };
    let answers = Answers { questions: vec![nobody], ..Answers::default() };
    let text = reading_json::write_answers(&answers);
    let answered = outcome(ask(&mut desk, Errand::Answer, &text, &[]));
    assert!(matches!(answered, Outcome::Table(_)), "{answered:?}");
}

#[test]
fn what_was_pasted_is_read_like_a_file() {
    let mut desk = Desk::default();
    let bytes = sample("wide-tab.tsv");
    let text = String::from_utf8(bytes.clone()).expect("a text");
    let pasted = outcome(ask(&mut desk, Errand::Paste, &text, &[]));
    let opened = outcome(ask(&mut desk, Errand::Open, "wide-tab.tsv", &bytes));
    assert_eq!(pasted, opened);
}

#[test]
fn errands_that_need_a_file_say_that_there_is_none() {
    let mut desk = Desk::default();
    let answers = reading_json::write_answers(&Answers::default());
    let none = Reply::Failed(Failure::NothingOpen);
    assert_eq!(ask(&mut desk, Errand::Answer, &answers, &[]), none);
    assert_eq!(ask(&mut desk, Errand::Benchmark, &Taken::default().write(), &[]), none);
    // A refused file is no file either.
    ask(&mut desk, Errand::Open, "person-cpr.csv", &sample("prose.txt"));
    assert_eq!(ask(&mut desk, Errand::Benchmark, &Taken::default().write(), &[]), none);
}

#[test]
fn what_is_no_errand_is_not_understood() {
    let mut desk = Desk::default();
    let unknown = Reply::Failed(Failure::NotUnderstood);
    assert_eq!(desk.answer("dance", "", &[]), unknown);
    for errand in [Errand::Document, Errand::Workbook] {
        for text in ["", "{}", "2026-11-25\n{}", "[[1]]"] {
            assert_eq!(ask(&mut desk, errand, text, &[]), unknown, "{errand:?} {text}");
        }
    }
}

#[test]
fn a_population_is_kept_as_a_benchmark() {
    let mut desk = Desk::default();
    let mut text = String::from("OMRÅDE;HERKOMST;ALDER;TID;INDHOLD\n");
    for (group, people) in [
        ("Personer med dansk oprindelse", 300),
        ("Indvandrere fra vestlige lande", 40),
        ("Indvandrere fra ikke-vestlige lande", 40),
        ("Efterkommere fra vestlige lande", 5),
        ("Efterkommere fra ikke-vestlige lande", 15),
    ] {
        for (quarter, more) in [("2026K1", 0), ("2025K1", 10)] {
            for age in 16..70 {
                text += &format!("København;{group};{age} år;{quarter};{}\n", people + more);
            }
        }
    }
    let opened = outcome(ask(&mut desk, Errand::Open, "FOLK1E.csv", text.as_bytes()));
    let Outcome::Refused(refusal) = opened else { panic!("a population is no staff: {opened:?}") };
    assert_eq!(refusal.reason, Reason::IsABenchmark);

    let offered = |desk: &mut Desk, taken: &Taken| {
        let reply = ask(desk, Errand::Benchmark, &taken.write(), &[]);
        let Reply::Benchmark(text) = reply else { panic!("no offer: {reply:?}") };
        Offer::read(&text).expect("what the desk has written")
    };
    let guess = offered(&mut desk, &Taken { is_guess: true, ..Taken::default() });
    assert_eq!((guess.taken.ages, guess.dates.len()), (Some((18, 64)), 2));
    let benchmark = guess.benchmark().expect("everything is there");
    let danish = benchmark.groups()[0].share.fraction();
    assert!((danish - 0.75).abs() < 1e-9, "{danish}");

    let earlier = Taken { date: Some("2025K1".to_owned()), ages: Some((20, 29)), ..guess.taken };
    let benchmark = offered(&mut desk, &earlier).benchmark().expect("everything is there");
    assert_eq!(benchmark.groups()[0].count, Some(3100));
}

#[test]
fn documents_and_workbooks_are_packed() {
    let mut desk = Desk::default();
    let parts = parts_json::write(&[("word/document.xml".to_owned(), "<a/>".to_owned())]);
    let Reply::File(packed) = ask(&mut desk, Errand::Document, &parts, &[]) else {
        panic!("a document is a file")
    };
    assert!(packed.starts_with(b"PK\x03\x04"));
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let tables = tables::template(session.draft(), Lang::Da);
    let text = ["2026-11-25", &tables_json::write(&tables)].join("\n");
    let Reply::File(packed) = ask(&mut desk, Errand::Workbook, &text, &[]) else {
        panic!("a workbook is a file")
    };
    assert!(packed.starts_with(b"PK\x03\x04"));
}

#[test]
fn a_link_is_packed_and_unpacked_and_a_broken_one_says_how() {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let mut desk = Desk::default();
    let carried = link::carried(session.work());
    let Reply::Link(fragment) = ask(&mut desk, Errand::Pack, &carried, &[]) else {
        panic!("the example fits into a link")
    };
    let Reply::Work(text) = ask(&mut desk, Errand::Unpack, &fragment, &[]) else {
        panic!("what was packed is unpacked")
    };
    assert_eq!(project::read(&text).as_ref(), Ok(session.work()));
    let cut = &fragment[..fragment.len() - 9];
    assert_eq!(ask(&mut desk, Errand::Unpack, cut, &[]), Reply::Failed(Failure::LinkTruncated));
    assert_eq!(ask(&mut desk, Errand::Unpack, "#/x", &[]), Reply::Failed(Failure::NotALink));
}

#[test]
fn a_workbook_of_our_own_is_read_again_with_the_same_figures() {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let today = "2026-11-25".parse().expect("a date");
    for lang in Lang::ALL {
        let case = Case::of(session.work(), lang, today).expect("comparable");
        let tables = tables::internal(&case.source(), session.draft(), lang);
        let text = ["2026-11-25", &tables_json::write(&tables)].join("\n");
        let mut desk = Desk::default();
        let Reply::File(packed) = ask(&mut desk, Errand::Workbook, &text, &[]) else {
            panic!("a workbook is a file")
        };
        let read = outcome(ask(&mut desk, Errand::Open, "figures.xlsx", &packed));
        let Outcome::Table(reading) = read else { panic!("nothing to ask: {read:?}") };
        let again = import::into_work(&reading, &Work::default());
        let own = |work: &Work| -> Vec<String> {
            work.draft.cells.iter().map(|(_, text)| text.to_string()).collect()
        };
        assert_eq!(own(&again), own(session.work()), "{lang:?}");
    }
}

/// A page that reads the reply must not be kept busy by it, whatever the file holds.
#[test]
fn a_reply_to_fifty_thousand_rows_is_small() {
    let mut text = String::from("Niveau;Område;Herkomst;Køn;Kvartal;Antal\n");
    for row in 0..50_000 {
        let group = ["Dansk oprindelse", "Indvandrere og efterkommere"][row / 2 % 2];
        let sex = ["Mænd", "Kvinder"][row % 2];
        let (level, area, quarter) = (row / 4 % 5, row / 20 % 30, row / 600);
        let (year, quarter) = (2004 + quarter / 4, 1 + quarter % 4);
        text += &format!(
            "Niveau {level};Afdeling {area};{group};{sex};{year}K{quarter};{}\n",
            row % 89
        );
    }
    // The same cells again and again, each time with another figure.
    let mut repeated = String::from("Niveau;Område;Herkomst;Antal\n");
    for row in 0..50_000 {
        let group = ["Dansk oprindelse", "Indvandrere og efterkommere"][row / 150 % 2];
        repeated += &format!("Niveau {};Afdeling {};{group};{}\n", row % 5, row / 5 % 30, row % 97);
    }
    let mut desk = Desk::default();
    for text in [text, repeated] {
        let reply = ask(&mut desk, Errand::Open, "rows.csv", text.as_bytes());
        let Reply::Reading(reply) = reply else { panic!("no reading: {reply:?}") };
        assert!(reply.len() < 300_000, "{} bytes", reply.len());
    }
}
