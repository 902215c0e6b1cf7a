//! The share link: every released form opens, everything comes back, nothing harms.

use byspejl::exchange::link::{self, LinkError};
use byspejl::exchange::project;
use byspejl::session::{
    AreaKey, Depth, Draft, GridColumn, LevelKey, Name, NamedPart, PartId, RowKey, Work,
};
use byspejl::workforce::Grouping;
use proptest::prelude::*;
use std::path::PathBuf;

fn fixture(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_link_of_version_1_opens_with_all_but_names_of_people() {
    let shared = link::open(fixture("link/v1.txt").trim()).expect("a link of version 1");
    let whole = project::read(&fixture("project/v1.byspejl.json")).expect("its project file");
    assert_eq!(shared.draft, whole.draft);
    let (shared, whole) = (shared.pledge, whole.pledge);
    assert_eq!((&shared.note, &shared.removed), (&whole.note, &whole.removed));
    assert_eq!((&shared.chosen, &shared.own), (&whole.chosen, &whole.own));
    assert_eq!(shared.organisation, whole.organisation);
    assert_eq!(shared.lines.len(), whole.lines.len());
    for (id, line) in whole.lines.iter() {
        let carried = shared.lines.get(id).expect("every line");
        assert_eq!((&carried.text, carried.target), (&line.text, line.target));
        assert_eq!((&carried.indicator, carried.due), (&line.indicator, line.due));
    }
    assert!(shared.lines.iter().all(|(_, line)| line.owner.is_none()));
    assert!(!whole.signatory.is_empty() && shared.signatory.is_empty());
}

#[test]
fn a_full_table_fits_into_a_link() {
    let mut draft = Draft { depth: Depth::LevelsAndAreas, ..Draft::empty() };
    draft.grouping = Grouping::Five;
    let part = |id: u32, word: &str| NamedPart {
        id: PartId(id),
        name: Name::Own(format!("{word} nummer {id} i København")),
    };
    draft.levels = (1..=8).map(|id| part(id, "Niveau")).collect();
    draft.areas = (11..=40).map(|id| part(id, "Afdeling")).collect();
    let mut number = 7_u32;
    for level in draft.levels.clone() {
        for area in draft.areas.clone() {
            let row = RowKey { level: LevelKey::Level(level.id), area: AreaKey::Area(area.id) };
            for column in GridColumn::all(Grouping::Five) {
                number = number.wrapping_mul(48_271) % 0x7FFF_FFFF;
                draft.set_text(row, column, (number % 500).to_string());
            }
        }
    }
    let work = Work { draft, ..Work::default() };
    let link = link::make(&work).expect("a full table fits");
    assert!(link.len() < 20_000, "{} characters", link.len());
    assert_eq!(link::open(&link), Ok(work));
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[0-9.,<*-]{1,6}", "\\PC{0,40}", any::<String>()]
}

prop_compose! {
    fn work()(
        organisation in texts(),
        rule in texts(),
        date in texts(),
        note in texts(),
        names in prop::collection::vec(texts(), 1..=8),
        cells in prop::collection::vec((0..9_u32, 0..7_usize, texts()), 0..40),
        grouping in prop::sample::select(Grouping::ALL.to_vec()),
        depth in prop::sample::select(Depth::ALL.to_vec()),
    ) -> Work {
        let mut draft = Draft { organisation, grouping, depth, ..Draft::empty() };
        draft.counting_rule = rule;
        draft.reporting_date = date;
        let named = |(id, name)| NamedPart { id: PartId(id), name: Name::Own(name) };
        draft.levels = (100..).zip(names).map(named).collect();
        for (level, column, text) in cells {
            let columns: Vec<GridColumn> = GridColumn::all(grouping).collect();
            let level = LevelKey::Level(PartId(100 + level));
            let column = columns[column % columns.len()];
            draft.set_text(RowKey { level, area: AreaKey::All }, column, text);
        }
        let mut work = Work { draft, ..Work::default() };
        work.pledge.note = note;
        work
    }
}

proptest! {
    #[test]
    fn whatever_is_shared_comes_back(work in work()) {
        let link = link::make(&work).expect("small work");
        prop_assert!(link.bytes().all(|c| c.is_ascii_alphanumeric() || b"#/._-".contains(&c)));
        prop_assert_eq!(link::open(&link), Ok(work));
    }

    #[test]
    fn a_cut_link_says_that_it_is_cut(work in work(), at in 0.0..1.0_f64) {
        let link = link::make(&work).expect("small work");
        let whole = link::PREFIX.len() + 2;
        let end = whole + ((link.len() - whole) as f64 * at) as usize;
        prop_assert_eq!(link::open(&link[..end]), Err(LinkError::Truncated));
    }

    #[test]
    fn no_text_harms(text in "(#/link/)?([0-9]{1,3}\\.)?\\PC{0,200}") {
        let _ = link::open(&text);
    }

    #[test]
    fn no_content_in_the_alphabet_harms(text in "[A-Za-z0-9_-]{0,300}") {
        let _ = link::open(&format!("#/link/1.{text}"));
    }
}
