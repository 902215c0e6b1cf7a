//! Files into entries: true pledges of both editions, and everything else by name and reason.

use byspejl::analysis::disclosure::{THRESHOLD, protect};
use byspejl::board::{Entry, LevelName, People, Roll, Unread};
use byspejl::exchange::board::{NotABatch, gather, read, wire};
use byspejl::exchange::message::{Errand, Reply};
use byspejl::exchange::office::{Case, Desk};
use byspejl::exchange::write::pledge_json;
use byspejl::pledge::Commitment;
use byspejl::report::Public;
use byspejl::session::{Event, PresetLevel, Session, Work};
use byspejl::text::Lang;
use byspejl::workforce::{Focus, Sector};

use super::entries::{pledge, roll, today};

/// The shipped example by a name.
pub fn example(organisation: &str) -> Work {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let mut work = session.work().clone();
    work.draft.organisation = organisation.to_owned();
    work
}

pub fn public(work: &Work, lang: Lang) -> String {
    let case = Case::of(work, lang, today()).expect("comparable");
    let table = &case.checked.workforce.table;
    let disclosed = protect(table, Focus::default(), THRESHOLD).expect("countable");
    let public = Public::of(&case.source(), &disclosed).clone();
    pledge_json::write(&pledge_json::public(&public, lang, today()))
}

pub fn internal(work: &Work, lang: Lang) -> String {
    let case = Case::of(work, lang, today()).expect("comparable");
    pledge_json::write(&pledge_json::internal(&case.source(), lang, today()))
}

fn entry(text: &str) -> Entry {
    read("pledge.json", text.as_bytes()).expect("a pledge")
}

#[test]
fn a_public_pledge_brings_its_people_and_its_targets() {
    for lang in Lang::ALL {
        let entry = entry(&public(&example("Havneby Service A/S"), lang));
        assert!(entry.is_public);
        assert_eq!(entry.organisation.as_deref(), Some("Havneby Service A/S"));
        assert_eq!(entry.sector, Some(Sector::Private));
        // The example as a whole hides nothing: 179 of 640.
        assert_eq!(entry.people, Some(People { people: 640, focus: 179 }));
        // The only level below the city without a hidden count: 29 of 140. The others hide 1 of 32
        // leaders and whatever would give that away.
        let [line] = entry.targets.as_slice() else { panic!("{:?}", entry.targets) };
        assert_eq!(line.level, LevelName::Preset(PresetLevel::AssociateProfessionals));
        assert_eq!(line.counts.map(|counts| (counts.people, counts.focus)), Some((140, 29)));
        let under = |wanted| entry.measures.iter().filter(|m| m.commitment == wanted).count();
        assert!((3..=5).contains(&under(Commitment::Practice)));
        assert_eq!((under(Commitment::Debate), under(Commitment::City)), (1, 1));
    }
}

#[test]
fn of_an_internal_pledge_nobody_is_kept() {
    let entry = entry(&internal(&example("Havneby"), Lang::Da));
    assert!(!entry.is_public && entry.people.is_none());
    assert!(entry.targets.len() >= 2 && entry.targets.iter().all(|line| line.counts.is_none()));
}

#[test]
fn a_pledge_without_a_sector_is_read() {
    let text = public(&example("Havneby"), Lang::Da).replace("\"sector\": \"private\",", "");
    assert_eq!(entry(&text).sector, None);
}

#[test]
fn what_is_no_pledge_is_skipped_with_the_reason() {
    let whole = public(&example("Havneby"), Lang::Da);
    let cut = whole[..whole.len() / 2].to_owned();
    let line = cut.lines().count();
    let project = byspejl::exchange::project::write(&example("Havneby"));
    let cases: [(&[u8], Unread); 8] = [
        (b"", Unread::Damaged { line: 1 }),
        (b"\xff\xfe\0", Unread::NotAPledge),
        (b"Navn;Antal\r\nDrift;12", Unread::NotAPledge),
        (b"{\"hello\": \"there\"}", Unread::NotAPledge),
        (project.as_bytes(), Unread::ProjectFile),
        (cut.as_bytes(), Unread::Damaged { line }),
        (b"{\"byspejl_pledge\": 2}", Unread::TooNew),
        (&whole.replace("2026-11-25", "2026-02-30").into_bytes(), Unread::OutOfBounds),
    ];
    for (bytes, why) in cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]);
        assert_eq!(read("x.json", bytes).err(), Some(why), "{shown}");
    }
}

#[test]
fn one_corrupt_file_in_a_batch_is_named_and_the_others_count() {
    let files = ["A", "B", "C"].map(|name| public(&example(name), Lang::Da));
    let broken = &files[1][..200];
    let mut lines = String::new();
    let mut bytes = Vec::new();
    for (name, text) in [
        ("a.json", files[0].as_str()),
        ("broken.json", broken),
        ("b.json", &files[1]),
        ("c.json", &files[2]),
    ] {
        lines.push_str(&format!("{}\t{name}\n", text.len()));
        bytes.extend_from_slice(text.as_bytes());
    }
    lines.push_str("large\tfilm.mov\nunreadable\tlocked.json\n");
    let mut roll = Roll::default();
    assert_eq!(gather(&mut roll, &lines, &bytes), Ok(()));
    let summary = roll.summary(today());
    assert_eq!((summary.files, summary.pledges), (6, 3));
    let skipped: Vec<_> = summary.skipped.iter().map(|s| (s.file.as_str(), s.why)).collect();
    let line = broken.lines().count();
    let expected = [
        ("broken.json", Unread::Damaged { line }),
        ("film.mov", Unread::TooLarge),
        ("locked.json", Unread::Unreadable),
    ];
    assert_eq!(skipped, expected);
}

#[test]
fn a_batch_whose_lines_do_not_fit_its_bytes_is_not_understood() {
    for lines in ["no tab", "12\ta.json", "many\ta.json", "-1\ta.json"] {
        assert_eq!(gather(&mut Roll::default(), lines, b"short"), Err(NotABatch), "{lines}");
    }
}

#[test]
fn the_desk_gathers_batches_and_sums_them_up() {
    let mut desk = Desk::default();
    for (name, first) in [("A", "new"), ("B", ""), ("C", "")] {
        let text = public(&example(name), Lang::Da);
        let lines = format!("{first}\n{}\t{name}.json", text.len());
        assert_eq!(desk.answer(Errand::Gather.name(), &lines, text.as_bytes()), Reply::Gathered);
    }
    let told = |desk: &mut Desk| match desk.answer(Errand::Overview.name(), "2026-11-25", b"") {
        Reply::Overview(text) => wire::read(&text).expect("of this build"),
        other => panic!("{other:?}"),
    };
    let summary = told(&mut desk);
    assert_eq!(summary.pledges, 3);
    assert_eq!(summary.pooled.and_then(|pooled| pooled.people).map(|sum| sum.people), Some(1920));
    // Beginning anew puts them away.
    assert_eq!(desk.answer(Errand::Gather.name(), "new\n", b""), Reply::Gathered);
    assert_eq!(told(&mut desk).files, 0);
    for (errand, text) in [(Errand::Gather, "new"), (Errand::Overview, "tomorrow")] {
        assert!(matches!(desk.answer(errand.name(), text, b""), Reply::Failed(_)));
    }
}

#[test]
fn a_summary_arrives_as_it_was_sent() {
    let mut named = pledge("D");
    named.targets = vec![super::entries::called("Butik", 20, 5, 6)];
    let mut full = roll([pledge("A"), pledge("A"), pledge("B"), pledge("C"), named]);
    let reasons = [
        Unread::TooLarge,
        Unread::Unreadable,
        Unread::NotAPledge,
        Unread::ProjectFile,
        Unread::Damaged { line: 12 },
        Unread::TooNew,
        Unread::OutOfBounds,
    ];
    for why in reasons {
        full.skip("x.json".to_owned(), why);
    }
    for roll in [full, Roll::default()] {
        let summary = roll.summary(today());
        assert_eq!(wire::read(&wire::write(&summary)), Ok(summary));
    }
    assert!(wire::read("{}").is_err());
}
