//! What is said about organisations on two dates, word for word, in both languages.
//!
//! The texts stand in tests/golden, to be read by people. After a deliberate change of words
//! write them anew with `BYSPEJL_BLESS=1 cargo test --test year_sentences` and read the diff.

use std::fmt::Write as _;
use std::path::PathBuf;

use byspejl::analysis::target_standing::standing;
use byspejl::analysis::{Method, Promise, changes, positions};
use byspejl::benchmark::{default_benchmark, newest_not_later};
use byspejl::text::change::{self, Between};
use byspejl::text::promise::{self, Kept};
use byspejl::text::{self, Lang};
use byspejl::workforce::{
    Column, Date, Focus, Grouping, Headcount, Level, Origin, Row, Scope, WorkforceTable,
};

const DANISH: Column = Column::Group(Origin::Danish);
const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);

/// Keys and names of three levels, from entry to top.
const LEVELS: [(&str, &str, &str); 3] = [
    ("1", "Rengøring", "Cleaning"),
    ("2", "Højeste niveau", "Professionals"),
    ("3", "Ledelse", "Management"),
];

#[derive(Clone, Copy)]
enum Cell {
    /// In the focus group, of so many.
    Known(u32, u32),
    /// 1 to 4 in the focus group, besides so many others.
    Hidden(u32),
    Missing,
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn named(levels: &[(&str, &str, Cell)]) -> WorkforceTable {
    let parts = levels
        .iter()
        .map(|(key, name, _)| Level { key: (*key).to_owned(), name: (*name).to_owned() });
    let mut table =
        WorkforceTable::new(Grouping::Two, parts.collect(), vec![]).expect("a few levels");
    for (level, (_, _, cell)) in levels.iter().enumerate() {
        let row = Row { level: Some(level), area: None };
        let (focus, others) = match *cell {
            Cell::Known(focus, all) => (Headcount::Known(focus), Headcount::Known(all - focus)),
            Cell::Hidden(others) => {
                (Headcount::Suppressed { low: 1, high: 4 }, Headcount::Known(others))
            }
            Cell::Missing => (Headcount::Missing, Headcount::Missing),
        };
        table.set(row, FOCUS, focus).expect("in the table");
        table.set(row, DANISH, others).expect("in the table");
    }
    table
}

fn table(lang: Lang, cells: [Cell; 3]) -> WorkforceTable {
    let levels: Vec<_> = LEVELS
        .iter()
        .zip(cells)
        .map(|((key, da, en), cell)| (*key, text::pick(lang, *da, *en), cell))
        .collect();
    named(&levels)
}

/// The figures of both dates.
fn organisations(lang: Lang) -> Vec<(&'static str, WorkforceTable, WorkforceTable)> {
    use Cell::{Hidden, Known, Missing};
    let renamed = text::pick(lang, ["Service", "Stab"], ["Service", "Staff unit"]);
    let both = |then, now| (table(lang, then), table(lang, now));
    let cases = [
        // 40 of 100 and 62 of 100; the others stand almost still.
        (
            "years_rose",
            both(
                [Known(40, 100), Known(10, 120), Known(2, 40)],
                [Known(62, 100), Known(12, 121), Known(4, 40)],
            ),
        ),
        (
            "years_within_chance",
            both(
                [Known(40, 100), Known(10, 120), Known(2, 40)],
                [Known(43, 100), Known(10, 120), Known(1, 40)],
            ),
        ),
        (
            "years_fell",
            both(
                [Known(60, 100), Known(30, 120), Known(2, 3)],
                [Known(31, 100), Known(28, 121), Known(0, 3)],
            ),
        ),
        (
            "years_hidden",
            both([Hidden(96), Known(10, 120), Hidden(36)], [Known(40, 100), Missing, Known(6, 40)]),
        ),
        (
            "years_levels_differ",
            (
                table(lang, [Known(40, 100), Known(10, 120), Known(2, 40)]),
                named(&[
                    ("1", renamed[0], Known(44, 104)),
                    ("3", LEVELS[2].1, Known(3, 40)),
                    ("4", renamed[1], Known(5, 20)),
                ]),
            ),
        ),
    ];
    cases.into_iter().map(|(name, (then, now))| (name, then, now)).collect()
}

fn told(lang: Lang, then: &WorkforceTable, now: &WorkforceTable) -> String {
    let (then_day, now_day) = (day("2024-12-31"), day("2025-12-31"));
    let focus = Focus::default();
    let changes = changes(then, now, focus, &Method::default()).expect("coarse enough");
    let between = Between { focus, changes: &changes, then: (then, then_day), now: (now, now_day) };
    let mut page = String::new();
    let mut line = |text: &str| writeln!(page, "{text}").expect("a string grows");
    line(&format!("# {}", change::headline(lang, &between)));
    line("");
    let levels = changes.levels.iter().map(|level| change::level(lang, &between, level));
    for told in [change::whole(lang, &between)].into_iter().chain(levels) {
        line(&format!("[{}] {}", told.label, told.sentences));
    }
    line("");
    let benchmark = |day| newest_not_later(&default_benchmark(), day, focus).expect("not later");
    let against = change::benchmarks(lang, focus, &benchmark(then_day), &benchmark(now_day));
    line(&against.expect("both have the groups"));
    for sentence in change::reservations(lang, &between) {
        line(sentence);
    }
    page.replace('\u{a0}', " ")
}

/// A promise of 6 by 31 December 2028, from 2 on 31 December 2024, on different days.
fn promises(lang: Lang) -> String {
    let promise =
        Promise { baseline: 2, target: 6, from: day("2024-12-31"), due: day("2028-12-31") };
    let name = text::pick(lang, LEVELS[2].1, LEVELS[2].2);
    let mut page = String::new();
    for (cell, on) in [
        (Cell::Known(7, 40), "2026-12-31"),
        (Cell::Known(3, 40), "2026-12-31"),
        (Cell::Known(2, 40), "2026-12-31"),
        (Cell::Known(5, 40), "2028-12-31"),
        (Cell::Hidden(36), "2026-12-31"),
        (Cell::Missing, "2026-12-31"),
    ] {
        let table = named(&[("3", name, cell)]);
        let focus = positions(&table, Focus::default(), &[Scope::Level(0)])[0].focus;
        let (on, expected) = (day(on), promise.expected_on(day(on)));
        let standing = standing(&promise, focus, on);
        let kept =
            Kept { level: name, promise: &promise, focus, expected, standing: &standing, day: on };
        let (label, sentence) = (promise::label(lang, &kept), promise::sentence(lang, &kept));
        writeln!(page, "[{label}] {sentence}").expect("a string grows");
    }
    page.replace('\u{a0}', " ")
}

fn golden(name: &str, lang: Lang) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    folder.join(format!("{name}.{}.txt", lang.tag()))
}

#[test]
fn what_happened_between_two_dates_is_told_word_for_word() {
    let bless = std::env::var_os("BYSPEJL_BLESS").is_some();
    let mut changed = Vec::new();
    for lang in Lang::ALL {
        let organisations = organisations(lang);
        let told = organisations.iter().map(|(name, then, now)| (*name, told(lang, then, now)));
        for (name, now) in told.chain([("years_targets", promises(lang))]) {
            let file = golden(name, lang);
            if bless {
                std::fs::write(&file, now).expect("tests/golden can be written");
            } else if std::fs::read_to_string(&file).unwrap_or_default() != now {
                changed.push(format!("{}\n{now}", file.display()));
            }
        }
    }
    assert!(changed.is_empty(), "these texts changed:\n{}", changed.join("\n"));
}

#[test]
fn a_change_is_told_with_both_bases_and_both_dates() {
    let (then, now) = (
        table(Lang::Da, [Cell::Known(40, 100), Cell::Known(10, 120), Cell::Known(2, 40)]),
        table(Lang::Da, [Cell::Known(62, 100), Cell::Known(12, 121), Cell::Known(4, 40)]),
    );
    let page = told(Lang::Da, &then, &now);
    let expected = "På niveauet Ledelse var andelen med indvandrerbaggrund 5 % (2 af 40) den \
                    31. december 2024 og 10 % (4 af 40) den 31. december 2025. Andelen er højere \
                    end dengang, men forskellen kan være tilfældig";
    assert!(page.contains(expected), "{page}");
    // Statistics Denmark's figures of 1 July 2024 and 1 July 2025.
    assert!(page.contains("Byens andel var 28,2 % (1. juli 2024) og er 28,6 % (1. juli 2025)."));
}

#[test]
fn figures_that_cannot_show_a_change_are_not_said_to_show_none() {
    use Cell::{Known, Missing};
    let few = [Known(1, 2), Known(1, 3), Missing];
    let page = told(Lang::Da, &table(Lang::Da, few), &table(Lang::Da, few));
    let headline = "# Der er for få tal til at sige, om noget er ændret.";
    assert_eq!(page.lines().next(), Some(headline), "{page}");
}

#[test]
fn nothing_is_praised_and_nothing_ranked() {
    let words = [
        "desværre",
        "flot",
        "godt klaret",
        "bedst",
        "dårligst",
        "succes",
        "fortunately",
        "congratulations",
        "best",
        "worst",
        "success",
        "failed",
        "unfortunately",
    ];
    for lang in Lang::ALL {
        let pages = organisations(lang).into_iter().map(|(_, then, now)| told(lang, &then, &now));
        for page in pages.chain([promises(lang)]) {
            let page = page.to_lowercase();
            for word in words {
                assert!(!page.contains(word), "{word} in\n{page}");
            }
        }
    }
}
