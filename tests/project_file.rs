//! The project file: every released version opens, what is written reads back, and nothing that
//! is no project file does any harm.
//!
//! More than 400 lines because every part of every version's work is spelled out.

use byspejl::analysis::Threshold;
use byspejl::benchmark::{
    Benchmark, Bilingual, Facts, GroupShare, Kind, Licence, Period, Place, Population, Source,
    Status,
};
use byspejl::exchange::project::{self, ProjectError, StoredWork};
use byspejl::pledge::signed::{Signature, SignedLevel, SignedMeasure, SignedTarget};
use byspejl::pledge::{
    Basis, Cause, Change, Commitment, Edit, LineId, Progress, ReviewEdit, SignedPledge,
};
use byspejl::session::{
    About, Choice, Depth, Event, Grid, GridColumn, LevelKey, Name, OtherDate, Part, PartId, Rate,
    ReviewEvent, Session, SetTarget, Work,
};
use byspejl::workforce::{
    Bounds, Column, DataQuality, Focus, Grouping, Origin, OutsourcedWork, Share,
};
use proptest::prelude::*;

const FIXTURE_V1: &str = include_str!("fixtures/project/v1.byspejl.json");
const FIXTURE_V2: &str = include_str!("fixtures/project/v2.byspejl.json");
const FIXTURE_V3: &str = include_str!("fixtures/project/v3.byspejl.json");
const FIXTURE_V4: &str = include_str!("fixtures/project/v4.byspejl.json");

const FOCUS: GridColumn = GridColumn::Count(Column::Group(Origin::ImmigrantOrDescendant));

/// Work that uses every part of the format.
fn everything() -> Work {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    session.apply(Event::SetDepth(Depth::LevelsAndAreas));
    session.apply(Event::Add(Part::Level));
    session.apply(Event::ShowNotStatedRows(true));
    let area = session.draft().areas[0].id;
    session.apply(Event::Rename { part: Part::Area, id: area, name: "Køkken \"1\"".to_owned() });
    for (index, row) in Grid::of(session.draft()).rows.into_iter().enumerate() {
        let text = ["12", "<5", "1.234", "mange", ".."][index % 5].to_owned();
        session.apply(Event::Type { row: row.key, column: FOCUS, text: text.clone() });
        session.apply(Event::Type { row: row.key, column: GridColumn::GivenTotal, text });
    }
    for about in [
        About::Organisation("Brødrene Ærø A/S".to_owned()),
        About::DataQuality(DataQuality::Estimate),
        About::OutsourcedWork(OutsourcedWork::LeftOut),
        About::ReportingDate("2026-02-30".to_owned()),
        About::CountingRule("Vikarer er ikke med.".to_owned()),
        About::Benchmark("dk-16-64-2012-5".to_owned()),
    ] {
        session.apply(Event::About(about));
    }
    session.apply(Event::SetGrouping(Grouping::Five));
    let measure = LineId::Measure("M09".to_owned());
    let causes = Basis::Causes(vec![Cause::Targets, Cause::KeepUp]);
    let day = "2027-01-31".parse().ok();
    for edit in [
        Edit::Organisation(Some("Ærø".to_owned())),
        Edit::Signatory("Anne Bo".to_owned()),
        Edit::SignatoryRole("Direktør".to_owned()),
        Edit::Place("København".to_owned()),
        Edit::SignedOn(day),
        Edit::Note("Vi begynder i køkkenet.".to_owned()),
        Edit::NextReview(day),
        Edit::Line { line: measure.clone(), basis: causes, change: Change::Due(day) },
        Edit::Remove(LineId::Measure("M12".to_owned())),
        Edit::Choose { measure: "M01".to_owned(), commitment: Commitment::Practice },
        Edit::Write(Commitment::City),
        Edit::Line {
            line: LineId::Own(1),
            basis: Basis::Own,
            change: Change::Text(Some("Åbent hus".to_owned())),
        },
    ] {
        session.apply(Event::Pledge(edit));
    }
    session.work().clone()
}

#[test]
fn the_file_of_version_1_still_opens_and_holds_what_it_held() {
    let work = project::read(FIXTURE_V1).expect("the fixture opens");
    assert_eq!(work, everything());
}

/// A benchmark with a figure of each status.
fn own_benchmark() -> Benchmark {
    let group = |group, people, status| GroupShare {
        group,
        share: Share::of(people, 475_000).expect("a part of the whole"),
        count: Some(people),
        status,
    };
    let how = Bilingual::fixed(
        "summen af tabellens tal for Indvandrere, Efterkommere",
        "the sum of the table's figures for Immigrants, Descendants",
    );
    Benchmark::new(Facts {
        id: "own-folk1e-185-2026-01-18-64".into(),
        place: Place::Other("Tårnby".to_owned()),
        population: Population::Ages { from: 18, to: 64 },
        kind: Kind::Population,
        period: Period { year: 2026, month: Some(1), day: Some(1) },
        people: Some(475_000),
        groups: vec![
            group(Origin::Danish, 330_000, Status::Reported),
            group(Origin::ImmigrantOrDescendant, 145_000, Status::Derived(how)),
        ],
        source: Source {
            publisher: Bilingual::fixed("Danmarks Statistik", "Statistics Denmark"),
            title: "Befolkningen den 1. i kvartalet".into(),
            table: "FOLK1E".into(),
            primary_url: "https://www.statbank.dk/FOLK1E".into(),
            read_url: "https://www.statbank.dk/FOLK1E".into(),
            licence: Licence::CcBy4,
            is_secondary: false,
        },
    })
    .expect("a complete benchmark")
}

/// Work that uses every part of version 2.
fn everything_with_own_benchmark() -> Work {
    let mut session = Session::resume(everything());
    session.apply(Event::UseBenchmark(Box::new(own_benchmark())));
    session.work().clone()
}

/// Work that uses every part of version 3.
fn everything_with_other_dates() -> Work {
    let mut work = everything_with_own_benchmark();
    let western = [Origin::ImmigrantNonWestern, Origin::DescendantNonWestern];
    let mut session = Session::resume(work.clone());
    for choice in [
        Choice::Focus(Focus::of(&western).expect("a part of everybody")),
        Choice::Threshold(Threshold::BelowRatio, "90 %".to_owned()),
        Choice::Threshold(Threshold::Alpha, "en procent".to_owned()),
        Choice::TargetYear("2029".to_owned()),
        Choice::Rate(PartId(1), Rate::Exit, "20".to_owned()),
        Choice::Rate(PartId(5), Rate::OutsideShare, "25,5".to_owned()),
    ] {
        session.apply(Event::Choose(choice));
    }
    let set = |level, baseline, target, due: &str| SetTarget {
        level: PartId(level),
        baseline,
        target,
        due: due.parse().expect("a date"),
    };
    let mut draft = work.draft.clone();
    draft.reporting_date = "2024-12-31".to_owned();
    work.choices = session.work().choices.clone();
    work.other_dates = vec![OtherDate { draft, targets: vec![set(5, 2, 6, "2028-12-31")] }];
    work.kept_targets = Some(vec![set(4, 9, 20, "2029-12-31")]);
    work
}

/// Work that uses every part of version 4.
fn everything_with_a_signed_pledge() -> Work {
    let day = |text: &str| text.parse().expect("a date");
    let pledge = SignedPledge {
        is_public: false,
        written: day("2024-03-01"),
        organisation: "Brødrene Ærø".to_owned(),
        reporting_date: Some(day("2023-12-31")),
        focus: Focus::default(),
        benchmark_id: "kbh-2024".to_owned(),
        benchmark: "Københavns Kommune, alle aldre".to_owned(),
        benchmark_share: 0.275,
        levels: vec![
            SignedLevel {
                name: "Ledelse".to_owned(),
                people: Bounds { low: 41, high: Some(44) },
                focus: Bounds { low: 1, high: Some(4) },
            },
            SignedLevel {
                name: "Køkken".to_owned(),
                people: Bounds { low: 0, high: None },
                focus: Bounds { low: 60, high: Some(60) },
            },
        ],
        targets: vec![SignedTarget {
            level: "Køkken".to_owned(),
            focus: Some(60),
            people: None,
            target: Some(64),
            day: day("2027-12-31"),
            owner: "Køkkenchef".to_owned(),
        }],
        without_target: vec!["Ledelse".to_owned()],
        measures: vec![
            SignedMeasure {
                id: Some("M09".to_owned()),
                commitment: 1,
                text: "Vi lægger kriterierne frem.".to_owned(),
                owner: "HR-chef".to_owned(),
                day: day("2024-12-31"),
                indicator: "Antal opslag".to_owned(),
            },
            SignedMeasure {
                id: None,
                commitment: 3,
                text: "Åbent hus".to_owned(),
                owner: String::new(),
                day: day("2025-12-31"),
                indicator: String::new(),
            },
        ],
        reviews: vec![day("2024-12-31"), day("2027-12-31")],
        target_day: day("2027-12-31"),
        signature: Signature {
            name: "Anne Bo".to_owned(),
            role: "Direktør".to_owned(),
            place: "København".to_owned(),
            day: Some(day("2024-03-04")),
        },
    };
    let mut session = Session::resume(everything_with_other_dates());
    session.apply(Event::Review(ReviewEvent::Open(Box::new(pledge))));
    for edit in [
        ReviewEdit::Progress(0, Some(Progress::UnderWay)),
        ReviewEdit::Note(0, "Det begyndte i køkkenet.".to_owned()),
        ReviewEdit::Remark("Vi er et år forsinket.".to_owned()),
        ReviewEdit::NextReview(Some(day("2025-06-30"))),
    ] {
        session.apply(Event::Review(ReviewEvent::Edit(edit)));
    }
    session.work().clone()
}

#[test]
fn the_file_of_version_4_still_opens_and_holds_what_it_held() {
    let work = project::read(FIXTURE_V4).expect("the fixture opens");
    assert_eq!(work, everything_with_a_signed_pledge());
}

#[test]
fn a_signed_pledge_that_no_version_wrote_is_refused() {
    for (written, changed) in [
        ("\"under_way\"", "\"nearly\""),
        ("\"benchmark_share\": 0.275", "\"benchmark_share\": 1.5"),
        ("\"written\": \"2024-03-01\"", "\"written\": \"2024-13-01\""),
        ("\"commitment\": 3", "\"commitment\": 4"),
        ("\"low\": 41", "\"low\": 45"),
    ] {
        let at = FIXTURE_V4.find("\"status\": {").expect("it holds one");
        let (before, after) = FIXTURE_V4.split_at(at);
        let file = [before, &after.replacen(written, changed, 1)].concat();
        assert_ne!(file, FIXTURE_V4, "{written}");
        assert_eq!(project::read(&file), Err(ProjectError::OutOfBounds), "{changed}");
    }
}

#[test]
fn the_file_of_version_3_still_opens_and_holds_what_it_held() {
    let work = project::read(FIXTURE_V3).expect("the fixture opens");
    assert_eq!(work, everything_with_other_dates());
}

#[test]
fn what_an_older_version_did_not_know_is_not_read_from_its_files() {
    let older = FIXTURE_V3.replacen("\"byspejl\": 3", "\"byspejl\": 2", 1);
    assert_eq!(project::read(&older), Ok(everything_with_own_benchmark()));
    let older = FIXTURE_V4.replacen("\"byspejl\": 4", "\"byspejl\": 3", 1);
    assert_eq!(project::read(&older), Ok(everything_with_other_dates()));
}

#[test]
fn choices_and_dates_that_no_version_wrote_are_refused() {
    for (written, changed) in [
        ("\"immigrant_non_western\"", "\"danish_origin\", \"immigrant_or_descendant\""),
        ("\"below_ratio\"", "\"beta\""),
        ("\"rate\": \"exit\"", "\"rate\": \"entry\""),
        ("\"due\": \"2028-12-31\"", "\"due\": \"2028-13-31\""),
    ] {
        let file = FIXTURE_V3.replacen(written, changed, 1);
        assert_ne!(file, FIXTURE_V3, "{written}");
        assert_eq!(project::read(&file), Err(ProjectError::OutOfBounds), "{changed}");
    }
}

#[test]
fn the_file_of_version_2_still_opens_and_holds_what_it_held() {
    let work = project::read(FIXTURE_V2).expect("the fixture opens");
    assert_eq!(work, everything_with_own_benchmark());
    assert_eq!(work.draft.chosen_own(), Some(&own_benchmark()));
}

#[test]
fn what_a_visit_with_version_1_left_in_the_browser_is_taken_up() {
    let stored: StoredWork = serde_json::from_str(FIXTURE_V1).expect("the same shape is kept");
    assert_eq!(stored.work(), Ok(everything()));
}

#[test]
fn the_newest_version_is_written() {
    assert!(project::write(&Work::default()).starts_with("{\n  \"byspejl\": 4,"));
}

#[test]
fn a_benchmark_that_no_version_wrote_is_refused() {
    let changed = FIXTURE_V2.replacen("https://www.statbank.dk", "javascript:alert(1)//", 1);
    assert_eq!(project::read(&changed), Err(ProjectError::OutOfBounds));
}

#[test]
fn what_is_written_reads_back() {
    for work in [
        Work::default(),
        everything(),
        everything_with_own_benchmark(),
        everything_with_other_dates(),
        everything_with_a_signed_pledge(),
    ] {
        assert_eq!(project::read(&project::write(&work)), Ok(work));
    }
}

#[test]
fn what_is_kept_in_the_browser_reads_back() {
    let json = serde_json::to_string(&StoredWork::of(&everything())).expect("it is plain data");
    let stored: StoredWork = serde_json::from_str(&json).expect("it was just written");
    assert_eq!(stored.work(), Ok(everything()));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let marked = ["\u{feff}", FIXTURE_V1].concat();
    assert!(project::read(&marked).is_ok());
}

#[test]
fn a_newer_file_says_so() {
    let newer = FIXTURE_V1.replacen("\"byspejl\": 1", "\"byspejl\": 5", 1);
    assert_eq!(project::read(&newer), Err(ProjectError::TooNew { version: 5 }));
    let stored: StoredWork = serde_json::from_str(&newer).expect("the figures have the same shape");
    assert_eq!(stored.work(), Err(ProjectError::TooNew { version: 5 }));
}

#[test]
fn what_is_no_project_file_says_so() {
    for text in
        ["", "[]", "{}", "niveau;antal", "{\"byspejl\": \"1\"}", "{\"byspejl\": 0}", "\0\u{1}"]
    {
        let refused = project::read(text);
        assert!(
            matches!(refused, Err(ProjectError::NotAProject | ProjectError::Damaged { .. })),
            "{text:?} gave {refused:?}"
        );
    }
}

#[test]
fn a_file_that_was_cut_off_names_the_line() {
    let half = &FIXTURE_V1[..FIXTURE_V1.len() / 2];
    let lines = half.lines().count();
    assert_eq!(project::read(half), Err(ProjectError::Damaged { line: lines }));
}

#[test]
fn a_file_with_more_levels_than_there_can_be_is_refused() {
    let mut work = Work::default();
    let extra = work.draft.levels[0].clone();
    for number in 0..9 {
        let mut level = extra.clone();
        level.id = work.draft.new_id();
        level.name = Name::Numbered(number);
        work.draft.levels.push(level);
    }
    assert_eq!(project::read(&project::write(&work)), Err(ProjectError::OutOfBounds));
}

#[test]
fn file_names_hold_no_characters_that_a_disk_refuses() {
    let mut work = everything();
    work.draft.organisation = "A/B: \"C\" <D>?*".to_owned();
    let name = project::file_name(&work);
    assert!(name.ends_with(".byspejl.json"));
    assert!(!name.contains(['/', ':', '"', '<', '>', '?', '*', '\\', ' ']), "{name}");
}

#[test]
fn the_level_of_every_stored_cell_is_found_again() {
    let work = project::read(FIXTURE_V1).expect("the fixture opens");
    let known: Vec<_> = work.draft.levels.iter().map(|level| level.id).collect();
    for (row, _) in work.draft.cells.keys() {
        if let LevelKey::Level(id) = row.level {
            assert!(known.contains(&id));
        }
    }
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in ".{0,400}") {
        let _ = project::read(&text);
    }

    #[test]
    fn no_single_changed_byte_makes_reading_panic(place in 0..FIXTURE_V4.len(), byte in any::<u8>()) {
        let mut bytes = FIXTURE_V4.as_bytes().to_vec();
        bytes[place] = byte;
        let _ = project::read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_typed_text_survives_a_save(text in ".{0,60}") {
        let mut session = Session::default();
        let row = Grid::of(session.draft()).rows[0].key;
        session.apply(Event::Type { row, column: FOCUS, text: text.clone() });
        let read = project::read(&project::write(session.work())).expect("a save opens");
        prop_assert_eq!(read.draft.text(row, FOCUS), text);
    }
}
