//! What is said about the way ahead of ten very different organisations, word for word, in both
//! languages.
//!
//! The texts stand in tests/golden, to be read by people. After a deliberate change of words
//! write them anew with `BYSPEJL_BLESS=1 cargo test --test path_sentences` and read the diff.

use std::fmt::Write as _;
use std::path::PathBuf;

use byspejl::analysis::paths::{Chance, DEFAULT_YEARS, SEED, paths};
use byspejl::analysis::{Assessment, Assumptions, Method, OwnRates, assess};
use byspejl::benchmark::{Benchmark, default_benchmark};
use byspejl::chart::table;
use byspejl::report::path_figure::{self, LevelFigure};
use byspejl::text::{self, Lang, Subject, turnover};
use byspejl::workforce::{
    Column, DataQuality, Date, Focus, Grouping, Headcount, Level, Origin, OutsourcedWork, Row,
    Sector, Share, Workforce, WorkforceTable,
};

/// Level names as (Danish, English), from entry to top.
const FIVE_LEVELS: [(&str, &str); 5] = [
    ("Andet manuelt arbejde", "Elementary work"),
    ("Grundniveau", "Skilled and clerical work"),
    ("Mellemniveau", "Associate professionals"),
    ("Højeste niveau", "Professionals"),
    ("Ledelse", "Management"),
];

/// The year of the figures.
const START: u16 = 2025;

/// What an organisation looks like, from entry to top, and what it has typed.
#[derive(Default)]
struct Case {
    levels: Vec<Cell>,
    own: Vec<OwnRates>,
    years: u8,
}

#[derive(Clone, Copy)]
enum Cell {
    /// People, and those of them in focus.
    Known(u32, u32),
    /// 1 to 4 in focus, besides so many others.
    Hidden(u32),
    Missing,
    /// People, those in focus, and those whose origin is not stated.
    NotStated(u32, u32, u32),
}

use Cell::{Hidden, Known, Missing, NotStated};

fn percent(tenths: u64) -> Option<Share> {
    Share::of(tenths, 1_000)
}

fn organisations() -> Vec<(&'static str, Case)> {
    let case =
        |levels: &[Cell]| Case { levels: levels.to_vec(), own: Vec::new(), years: DEFAULT_YEARS };
    let example = [Known(140, 78), Known(200, 62), Known(140, 29), Known(128, 9), Known(32, 1)];
    let nothing = OwnRates::default();
    let busy = OwnRates {
        exit: percent(225),
        growth: Some(500),
        filled_from_below: percent(100),
        outside_share: percent(350),
    };
    let calm = OwnRates { exit: percent(10), growth: Some(-100), ..nothing };
    vec![
        ("path_example", case(&example)),
        ("path_own_rates", Case { own: vec![nothing, busy, nothing, calm], ..case(&example) }),
        ("path_ten_years", Case { years: 10, ..case(&example) }),
        ("path_tiny", case(&[Known(6, 2), Known(3, 0), Known(1, 0)])),
        ("path_all_danish", case(&[Known(90, 0), Known(60, 0), Known(40, 0), Known(12, 0)])),
        ("path_all_in_focus", case(&[Known(40, 40), Known(12, 12)])),
        ("path_one_level", case(&[Known(80, 5)])),
        ("path_hidden", case(&[Known(60, 30), Hidden(40), Known(50, 3), Missing])),
        ("path_not_stated", case(&[Known(60, 18), NotStated(30, 4, 40), Known(40, 1)])),
        ("path_many_at_the_top", case(&[Known(90, 14), Known(100, 33), Known(30, 19)])),
        ("path_overdrawn", case(&[Known(14, 1), Known(900, 40)])),
        ("path_no_levels", case(&[])),
    ]
}

fn workforce(lang: Lang, levels: &[Cell]) -> Workforce {
    let names = FIVE_LEVELS[..levels.len()].iter();
    let names = names.map(|(da, en)| Level::named(text::pick(lang, *da, *en))).collect();
    let mut table = WorkforceTable::new(Grouping::Two, names, vec![]).expect("a few levels");
    for (level, cell) in levels.iter().enumerate() {
        let row = Row { level: Some(level), area: None };
        let (others, focus, not_stated) = match *cell {
            Known(people, focus) => {
                (Headcount::Known(people - focus), Headcount::Known(focus), None)
            }
            Hidden(others) => {
                (Headcount::Known(others), Headcount::Suppressed { low: 1, high: 4 }, None)
            }
            Missing => (Headcount::Missing, Headcount::Missing, None),
            NotStated(people, focus, not_stated) => {
                (Headcount::Known(people - focus), Headcount::Known(focus), Some(not_stated))
            }
        };
        let stated = [
            (Column::Group(Origin::Danish), Some(others)),
            (Column::Group(Origin::ImmigrantOrDescendant), Some(focus)),
            (Column::OriginNotStated, not_stated.map(Headcount::Known)),
        ];
        for (column, count) in stated {
            if let Some(count) = count {
                table.set(row, column, count).expect("in the table");
            }
        }
    }
    Workforce {
        name: None,
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: Date::new(START, 12, 31).ok(),
        table,
    }
}

fn assessed(workforce: &Workforce, benchmark: &Benchmark) -> Assessment {
    assess(workforce, benchmark, Focus::default(), &Method::default())
        .expect("the benchmark has the groups")
}

fn told(lang: Lang, case: &Case) -> String {
    let benchmark = default_benchmark();
    let workforce = workforce(lang, &case.levels);
    let assessment = assessed(&workforce, &benchmark);
    let subject =
        Subject { assessment: &assessment, table: &workforce.table, benchmark: &benchmark };
    let assumptions = Assumptions { own: case.own.clone(), ..Assumptions::default() };
    let all = paths(&assessment, &assumptions, case.years);
    let mut chance = Chance::of(&all, SEED);
    while !chance.run_slice() {}
    let spreads = chance.spreads();

    let mut page = String::new();
    let mut line = |text: &str| writeln!(page, "{text}").expect("a string grows");
    line(&format!("# {}", text::paths::headline(lang, &subject, &all, START)));
    line(&text::paths::lead(lang, &subject, &all, START));
    line("");
    let names: Vec<&str> =
        workforce.table.levels().iter().map(|level| level.name.as_str()).collect();
    line(&turnover::assumed(lang, &assumptions, &names));
    for (level, path) in all.levels.iter().enumerate().rev() {
        line("");
        let path = match path {
            Ok(path) => path,
            Err(because) => {
                line(&text::paths::without(lang, &subject, level, *because));
                continue;
            }
        };
        let spreads = spreads[level].as_deref();
        let row = text::paths::overview(lang, &subject, (level, path), START, spreads);
        line(&[row.level, row.today, row.mirrored, row.likely, row.goal, row.takes].join(" | "));
        let ahead = (START, all.years);
        for said in text::paths::level(lang, &subject, (level, path), ahead, spreads) {
            line(&said);
        }
        let figure = LevelFigure { level, path, start: START, spreads, is_counting: false };
        let spec = path_figure::level(lang, &subject, &all, figure);
        line(&format!("[{}] {}", spec.title, spec.lead));
        let table = table(&spec);
        let last = table.rows.last().expect("a target year");
        line(&format!("{} / {}", table.headings.join("; "), last.join("; ")));
    }
    // No-break spaces look like spaces in a diff; plain ones can be read and typed.
    page.replace('\u{a0}', " ")
}

fn golden(name: &str, lang: Lang) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    folder.join(format!("{name}.{}.txt", lang.tag()))
}

#[test]
fn the_ways_ahead_are_told_word_for_word() {
    let bless = std::env::var_os("BYSPEJL_BLESS").is_some();
    let mut changed = Vec::new();
    for lang in Lang::ALL {
        for (name, case) in organisations() {
            let (file, now) = (golden(name, lang), told(lang, &case));
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
fn nobody_is_to_be_preferred_and_no_number_of_hires_is_asked_for() {
    let never =
        ["kvote", "quota", "foretræk", "prefer", "skal ansætte", "must hire", "should hire"];
    for lang in Lang::ALL {
        for (name, case) in organisations() {
            let page = told(lang, &case).to_lowercase();
            for word in never {
                assert!(!page.contains(word), "{word} in {name}:\n{page}");
            }
        }
    }
}

#[test]
fn levels_that_cannot_be_told_are_named_with_their_reason_and_get_no_number() {
    let tiny = &organisations()[3].1;
    let page = told(Lang::Da, tiny);
    assert_eq!(page.matches("for få medarbejdere").count(), 3, "{page}");
    assert!(!page.contains("omkring"), "{page}");
}
