//! What is said about twelve very different organisations, word for word, in both languages.
//!
//! The texts stand in tests/golden, to be read by people. After a deliberate change of words
//! write them anew with `BYSPEJL_BLESS=1 cargo test --test finding_sentences` and read the diff.

#[path = "golden_texts/mod.rs"]
mod golden_texts;

use std::fmt::Write as _;

use byspejl::analysis::{Assessment, Crossing, Division, Finding, Method, assess};
use byspejl::benchmark::{Benchmark, by_id, default_benchmark};
use byspejl::text::{self, Lang, Subject};
use byspejl::workforce::{
    Area, Column, DataQuality, Date, Focus, GivenTotal, Grouping, Headcount, Level, Origin,
    OutsourcedWork, Row, Scope, Sector, Workforce, WorkforceTable,
};
use golden_texts::Golden;
use std::path::PathBuf;

const DANISH: Column = Column::Group(Origin::Danish);
const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);

/// Level names as (Danish, English), from entry to top.
const FIVE_LEVELS: [(&str, &str); 5] = [
    ("Andet manuelt arbejde", "Elementary work"),
    ("Grundniveau", "Skilled and clerical work"),
    ("Mellemniveau", "Associate professionals"),
    ("Højeste niveau", "Professionals"),
    ("Ledelse", "Management"),
];

/// People with stated origin and those of them in the focus group.
type Counts = (u32, u32);

fn empty(lang: Lang, names: &[(&str, &str)], grouping: Grouping) -> WorkforceTable {
    let levels = names.iter().map(|(da, en)| Level::named(text::pick(lang, *da, *en))).collect();
    WorkforceTable::new(grouping, levels, vec![]).expect("a few levels")
}

fn put(table: &mut WorkforceTable, level: usize, column: Column, count: Headcount) {
    let row = Row { level: Some(level), area: None };
    table.set(row, column, count).expect("in the table");
}

fn table(lang: Lang, names: &[(&str, &str)], counts: &[Counts]) -> WorkforceTable {
    let mut table = empty(lang, names, Grouping::Two);
    for (level, &(people, focus)) in counts.iter().enumerate() {
        put(&mut table, level, DANISH, Headcount::Known(people - focus));
        put(&mut table, level, FOCUS, Headcount::Known(focus));
    }
    table
}

fn workforce(table: WorkforceTable) -> Workforce {
    Workforce {
        name: None,
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: Date::new(2025, 12, 31).ok(),
        table,
    }
}

fn hidden_cells_everywhere(lang: Lang) -> Workforce {
    let mut table = empty(lang, &FIVE_LEVELS, Grouping::Two);
    for (level, danish) in [30, 60, 40, 25, 12].into_iter().enumerate() {
        put(&mut table, level, DANISH, Headcount::Known(danish));
        put(&mut table, level, FOCUS, Headcount::Suppressed { low: 1, high: 4 });
    }
    let scope = Scope::WholeOrganisation;
    table.give_total(GivenTotal { scope, column: Some(FOCUS), people: 12 }).expect("in the table");
    let mut workforce = workforce(table);
    workforce.outsourced_work = OutsourcedWork::LeftOut;
    workforce
}

fn many_origins_not_stated(lang: Lang) -> Workforce {
    let mut table = table(lang, &FIVE_LEVELS, &[(60, 30), (120, 34), (80, 20), (60, 10), (20, 2)]);
    for (level, people) in [40, 20, 8, 2, 0].into_iter().enumerate() {
        put(&mut table, level, Column::OriginNotStated, Headcount::Known(people));
    }
    let mut workforce = workforce(table);
    workforce.data_quality = DataQuality::IndependentSurvey;
    workforce
}

/// The pattern that Copenhagen saw in 2010, with invented figures.
fn example_2010(lang: Lang) -> Workforce {
    workforce(table(lang, &FIVE_LEVELS, &[(140, 78), (200, 62), (140, 29), (128, 9), (32, 1)]))
}

fn odense_like_sheet(lang: Lang) -> Workforce {
    let names = [
        ("Rengøring", "Cleaning"),
        ("Pleje", "Care"),
        ("Lærere", "Teachers"),
        ("Akademikere", "Academics"),
    ];
    let mut workforce =
        workforce(table(lang, &names, &[(100, 28), (200, 25), (300, 13), (150, 6)]));
    workforce.sector = Sector::Public;
    workforce
}

/// Three levels in three areas; `pattern` is area by area, each from entry to top.
fn with_areas(lang: Lang, pattern: &[[Counts; 3]; 3]) -> Workforce {
    let names = [("Drift", "Operations"), ("Pleje", "Care"), ("Stab", "Staff functions")];
    let areas = names.map(|(da, en)| Area { name: text::pick(lang, da, en).to_owned() });
    let levels = [FIVE_LEVELS[0], FIVE_LEVELS[2], FIVE_LEVELS[4]]
        .map(|(da, en)| Level::named(text::pick(lang, da, en)));
    let mut table = WorkforceTable::new(Grouping::Two, levels.to_vec(), areas.to_vec())
        .expect("three levels and three areas");
    for (area, levels) in pattern.iter().enumerate() {
        for (level, &(people, focus)) in levels.iter().enumerate() {
            let row = Row { level: Some(level), area: Some(area) };
            table.set(row, DANISH, Headcount::Known(people - focus)).expect("in the table");
            table.set(row, FOCUS, Headcount::Known(focus)).expect("in the table");
        }
    }
    workforce(table)
}

/// Cleaners in one area, office work in another: where people work divides them, not how high.
fn divided_by_area(lang: Lang) -> Workforce {
    with_areas(
        lang,
        &[[(60, 42), (30, 18), (8, 4)], [(50, 14), (40, 11), (10, 3)], [(45, 3), (40, 2), (12, 0)]],
    )
}

/// Levels and areas with a small count hidden, which changes nothing of what is said.
fn areas_with_a_hidden_cell(lang: Lang) -> Workforce {
    let mut workforce = with_areas(
        lang,
        &[[(60, 40), (40, 10), (9, 0)], [(50, 31), (40, 8), (8, 1)], [(45, 28), (40, 9), (12, 0)]],
    );
    let row = Row { level: Some(1), area: Some(1) };
    let hidden = Headcount::Suppressed { low: 1, high: 4 };
    workforce.table.set(row, FOCUS, hidden).expect("in the table");
    workforce
}

fn organisations(lang: Lang) -> Vec<(&'static str, Workforce)> {
    let five = |counts: &[Counts]| workforce(table(lang, &FIVE_LEVELS, counts));
    let mut estimate = five(&[(90, 0), (60, 0), (40, 0), (30, 0), (10, 0)]);
    estimate.data_quality = DataQuality::Estimate;
    let mut unfinished = workforce(empty(lang, &FIVE_LEVELS, Grouping::Two));
    unfinished.reporting_date = None;
    unfinished.outsourced_work = OutsourcedWork::NotAnswered;
    vec![
        ("example_2010", example_2010(lang)),
        ("odense_like", odense_like_sheet(lang)),
        ("tiny", workforce(table(lang, &FIVE_LEVELS[2..], &[(6, 2), (3, 0), (1, 0)]))),
        ("all_danish", estimate),
        ("all_immigrant_background", five(&[(40, 40), (12, 12), (6, 6), (2, 2), (1, 1)])),
        ("one_level", workforce(table(lang, &FIVE_LEVELS[1..2], &[(80, 22)]))),
        ("hidden_cells", hidden_cells_everywhere(lang)),
        ("many_at_the_top", five(&[(90, 14), (110, 30), (100, 33), (80, 40), (30, 19)])),
        ("no_figures", unfinished),
        ("origins_not_stated", many_origins_not_stated(lang)),
        ("divided_by_area", divided_by_area(lang)),
        ("areas_with_a_hidden_cell", areas_with_a_hidden_cell(lang)),
    ]
}

fn assessed(workforce: &Workforce, benchmark: &Benchmark) -> Assessment {
    assess(workforce, benchmark, Focus::default(), &Method::default())
        .expect("the benchmark has the groups")
}

fn told(lang: Lang, workforce: &Workforce, benchmark: &Benchmark) -> String {
    let assessment = assessed(workforce, benchmark);
    let subject = Subject { assessment: &assessment, table: &workforce.table, benchmark };
    let mut page = String::new();
    let mut line = |text: &str| writeln!(page, "{text}").expect("a string grows");
    line(&format!("# {}", text::finding::headline(lang, &subject)));
    line(&text::finding::lead(lang, &subject));
    line("");
    for (finding, sentence) in
        assessment.findings.iter().zip(text::finding::sentences(lang, &subject))
    {
        let kind = format!("{finding:?}");
        let kind = kind.split([' ', '(', '{']).next().unwrap_or_default();
        line(&format!("{kind}: {sentence}"));
    }
    line("");
    for sentence in text::warning::sentences(lang, &subject) {
        line(&format!("! {sentence}"));
    }
    line("");
    let levels = workforce.table.levels().iter().zip(&assessment.levels);
    let yardstick = text::benchmark::yardstick(lang, benchmark);
    for (level, result) in levels {
        let label = text::verdict::label(lang, &result.conclusion, &yardstick);
        line(&format!("{}: {label}", level.name));
    }
    line(&text::level_equity::superiority_or_why_not(lang, &subject));
    let pattern = &assessment.diversity_without_equity;
    line(&text::level_equity::pattern_title(lang, pattern));
    line(text::level_equity::pattern_explained(lang, pattern));
    if !assessment.areas.is_empty() {
        line("");
        line(&text::area_equity::summary(lang, &subject));
        line(&text::area_equity::dissimilarity(lang, &subject));
        let table = &workforce.table;
        let crossing = Crossing::of(table, assessment.focus);
        let division = Division::of(table, assessment.focus, &assessment.method, 2026);
        line(&text::crossing::divided(lang, &crossing, &division));
        for cell in assessment.cells.iter().filter(|cell| cell.representation.is_none()) {
            line(&text::standing::standing(lang, &subject, cell));
        }
    }
    line(&text::benchmark::source_line(lang, benchmark));
    // No-break spaces look like spaces in a diff; plain ones can be read and typed.
    page.replace('\u{a0}', " ")
}

#[test]
fn twelve_organisations_are_told_word_for_word() {
    let benchmark = default_benchmark();
    let mut golden = Golden::default();
    for lang in Lang::ALL {
        for (name, workforce) in organisations(lang) {
            golden.compare(name, lang, &told(lang, &workforce, &benchmark));
        }
    }
    golden.finish();
}

#[test]
fn a_level_is_told_with_its_base_and_the_persons_short() {
    let names = [FIVE_LEVELS[0], FIVE_LEVELS[3], FIVE_LEVELS[4]];
    let workforce = workforce(table(Lang::Da, &names, &[(100, 30), (100, 30), (40, 2)]));
    let benchmark = default_benchmark();
    let assessment = assessed(&workforce, &benchmark);
    let subject =
        Subject { assessment: &assessment, table: &workforce.table, benchmark: &benchmark };
    let sentences = text::standing::standing(Lang::Da, &subject, &assessment.levels[2]);
    let expected = "På niveauet Ledelse har 2 af 40 (5\u{a0}%) indvandrerbaggrund; byens andel er \
                    28,9\u{a0}%. Der mangler 10 personer, før niveauet afspejler byen.";
    assert!(sentences.starts_with(expected), "{sentences}");
}

#[test]
fn ten_people_get_no_verdict() {
    let benchmark = default_benchmark();
    for lang in Lang::ALL {
        let workforce = workforce(table(lang, &FIVE_LEVELS[2..], &[(6, 2), (3, 0), (1, 0)]));
        let page = told(lang, &workforce, &benchmark);
        let verdict_words = ["under byen", "over byen", "på linje", "below the city", "in line"];
        for word in verdict_words {
            assert!(!page.contains(word), "{word} in\n{page}");
        }
    }
}

#[test]
fn the_example_names_the_pattern_and_where_the_city_disappears() {
    let benchmark = default_benchmark();
    let workforce = example_2010(Lang::Da);
    let assessment = assessed(&workforce, &benchmark);
    assert!(assessment.findings.iter().any(|f| matches!(f, Finding::CityDisappears { .. })));
    let page = told(Lang::Da, &workforce, &benchmark);
    assert!(page.contains("Mangfoldighed, men skævt fordelt: tydeligt"), "{page}");
    assert!(page.contains("Her forsvinder byen"), "{page}");
}

#[test]
fn another_focus_group_and_another_place_are_called_by_their_names() {
    // 146,154 + 233,002 immigrants of 3,556,087 people: 10.66 %, of 106 that is 11.3 persons.
    let denmark = by_id("dk-16-64-2012-5").expect("a built-in pack");
    let mut table = empty(Lang::Da, &FIVE_LEVELS[2..], Grouping::ThreeByGeneration);
    for (level, immigrants) in [40, 10, 1].into_iter().enumerate() {
        put(&mut table, level, DANISH, Headcount::Known(100));
        put(&mut table, level, Column::Group(Origin::Immigrant), Headcount::Known(immigrants));
        put(&mut table, level, Column::Group(Origin::Descendant), Headcount::Known(5));
    }
    let workforce = workforce(table);
    let focus = Focus::of(&[Origin::Immigrant]).expect("a proper part");
    let assessment =
        assess(&workforce, &denmark, focus, &Method::default()).expect("the groups are there");
    let subject = Subject { assessment: &assessment, table: &workforce.table, benchmark: &denmark };
    let sentences = text::standing::standing(Lang::Da, &subject, &assessment.levels[2]);
    let expected = "På niveauet Ledelse er 1 af 106 (0,9\u{a0}%) indvandrer; landets andel er \
                    10,7\u{a0}%. Der mangler 11 personer, før niveauet afspejler landet.";
    assert!(sentences.starts_with(expected), "{sentences}");
    assert_eq!(text::benchmark::name(Lang::Da, &denmark), "Hele Danmark, 16-64 år, 1. januar 2012");
}

#[test]
fn areas_are_counted_by_verdict() {
    let areas = ["Drift", "Pleje", "Stab"].map(|name| Area { name: name.to_owned() });
    let mut table =
        WorkforceTable::new(Grouping::Two, vec![], areas.to_vec()).expect("three areas");
    for (area, focus) in [5, 8, 60].into_iter().enumerate() {
        let row = Row { level: None, area: Some(area) };
        table.set(row, DANISH, Headcount::Known(200 - focus)).expect("in the table");
        table.set(row, FOCUS, Headcount::Known(focus)).expect("in the table");
    }
    let workforce = workforce(table);
    let benchmark = default_benchmark();
    let assessment = assessed(&workforce, &benchmark);
    let subject =
        Subject { assessment: &assessment, table: &workforce.table, benchmark: &benchmark };
    let summary = text::area_equity::summary(Lang::Da, &subject);
    assert_eq!(summary, "2 af 3 områder ligger under byen.");
    let sentences = text::finding::sentences(Lang::Da, &subject).join("\n");
    assert!(sentences.contains("I området Drift har 5 af 200 (2,5\u{a0}%) indvandrerbaggrund;"));
    assert!(!sentences.contains("I området Stab"), "{sentences}");
    assert!(text::finding::lead(Lang::Da, &subject).contains("ikke delt op på jobniveauer"));
}

#[test]
fn nothing_is_proved_and_nobody_is_accused() {
    let benchmark = default_benchmark();
    let never = [
        "bevise",
        "beviser",
        "diskriminer",
        "skyld i",
        "kvote",
        "proves",
        "proof",
        "discriminat",
        "quota",
        "guilty",
        "NaN",
        "  ",
        "{",
        "}",
        "..",
        " .",
        " ,",
    ];
    for lang in Lang::ALL {
        for (name, workforce) in organisations(lang) {
            let page = told(lang, &workforce, &benchmark);
            for word in never {
                assert!(!page.contains(word), "{name}: {word:?} in\n{page}");
            }
        }
    }
}

#[test]
fn every_finding_and_every_caution_is_a_whole_sentence() {
    let benchmark = default_benchmark();
    for lang in Lang::ALL {
        for (name, workforce) in organisations(lang) {
            let assessment = assessed(&workforce, &benchmark);
            let subject =
                Subject { assessment: &assessment, table: &workforce.table, benchmark: &benchmark };
            let all = [
                vec![text::finding::headline(lang, &subject), text::finding::lead(lang, &subject)],
                text::finding::sentences(lang, &subject),
                text::warning::sentences(lang, &subject),
            ];
            for sentence in all.concat() {
                let first = sentence.chars().next();
                assert!(first.is_some_and(char::is_uppercase), "{name}: {sentence:?}");
                assert!(sentence.ends_with('.'), "{name}: {sentence:?}");
            }
        }
    }
}

/// The words that the texts of the product never use (locales/README.md).
#[test]
fn the_texts_keep_to_the_agreed_words() {
    let locales = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales");
    let never =
        ["etnisk dansk", " fremmed", "uden lige muligheder", "mere end 530", "more than 530"];
    for language in ["da", "en"] {
        for entry in std::fs::read_dir(locales.join(language)).expect("a folder of texts") {
            let path = entry.expect("a file").path();
            let text = std::fs::read_to_string(&path).expect("a text file").to_lowercase();
            for word in never {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}
