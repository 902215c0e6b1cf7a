//! A table of the shape of FOLK1E in every form that a table bank saves.
//!
//! Copenhagen on 1 January 2026 has the published numbers of people: 671,714 in all, 194,193 of them
//! immigrants and descendants (28.91 %). How they are divided by age, sex and group is invented.

use byspejl::exchange::book::{Book, Cell, Format, Sheet};
use std::fmt::Write as _;

pub const AREAS: [(&str, &str, &str); 2] =
    [("101", "København", "Copenhagen"), ("185", "Tårnby", "Tårnby")];
pub const SEXES: [(&str, &str, &str); 3] =
    [("TOT", "I alt", "Total"), ("1", "Mænd", "Men"), ("2", "Kvinder", "Women")];
pub const GROUPS: [(&str, &str, &str); 6] = [
    ("TOT", "I alt", "Total"),
    ("1", "Personer med dansk oprindelse", "Persons of Danish origin"),
    ("24", "Indvandrere fra vestlige lande", "Immigrants from western countries"),
    ("25", "Indvandrere fra ikke-vestlige lande", "Immigrants from non-western countries"),
    ("34", "Efterkommere fra vestlige lande", "Descendants from western countries"),
    ("35", "Efterkommere fra ikke-vestlige lande", "Descendants from non-western countries"),
];
pub const QUARTERS: [(&str, &str, &str); 2] =
    [("2025K4", "2025K4", "2025Q4"), ("2026K1", "2026K1", "2026Q1")];
/// Copenhagen's people in the groups 1, 24, 25, 34, 35 on 1 January 2026.
pub const PEOPLE: [u64; 5] = [477_521, 70_000, 68_193, 16_000, 40_000];

pub const AGES: usize = 126;

/// The people of a group at an age, of one sex.
fn of_one_sex(area: usize, quarter: usize, group: usize, age: usize, sex: usize) -> u64 {
    let both = of_both(area, quarter, group, age);
    // Slightly more women at every age; never more than there are people.
    let women = (both * (50 + (age as u64) / 10)).div_ceil(100).min(both);
    if sex == 2 { women } else { both - women }
}

fn of_both(area: usize, quarter: usize, group: usize, age: usize) -> u64 {
    let people =
        if (area, quarter) == (0, 1) { PEOPLE[group] } else { PEOPLE[group] / (7 + area as u64) };
    // Most are of working age, and nobody is over 105.
    let weight = |age: usize| match age {
        0..=17 => 8,
        18..=64 => 18 + (group as u64 * 3 + age as u64) % 5,
        65..=105 => 4,
        _ => 0,
    };
    let all: u64 = (0..AGES).map(weight).sum();
    let shares = |age: usize| people * weight(age) / all;
    let rest = people - (0..AGES).map(shares).sum::<u64>();
    shares(age) + if age == 30 { rest } else { 0 }
}

/// One figure. `age` is `None` for all ages, `group` and `sex` 0 for all.
pub fn figure(area: usize, quarter: usize, group: usize, age: Option<usize>, sex: usize) -> u64 {
    let groups = if group == 0 { 0..5 } else { group - 1..group };
    let ages = age.map_or(0..AGES, |age| age..age + 1);
    let sexes = if sex == 0 { 1..3 } else { sex..sex + 1 };
    groups
        .flat_map(|group| ages.clone().map(move |age| (group, age)))
        .flat_map(|(group, age)| sexes.clone().map(move |sex| (group, age, sex)))
        .map(|(group, age, sex)| of_one_sex(area, quarter, group, age, sex))
        .sum()
}

/// The people of each of the five groups at these ages, added up one by one.
pub fn expected(ages: std::ops::RangeInclusive<usize>) -> [u64; 5] {
    [0, 1, 2, 3, 4].map(|group| ages.clone().map(|age| of_both(0, 1, group, age)).sum())
}

/// How values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    Danish,
    English,
    Codes,
    CodesAndDanish,
    CodesAndEnglish,
}

fn write(words: Words, (code, da, en): (&str, &str, &str)) -> String {
    match words {
        Words::Danish => da.to_owned(),
        Words::English => en.to_owned(),
        Words::Codes => code.to_owned(),
        Words::CodesAndDanish => format!("{code} {da}"),
        Words::CodesAndEnglish => format!("{code} {en}"),
    }
}

pub fn age(words: Words, age: Option<usize>) -> String {
    match age {
        None => write(words, ("IALT", "Alder i alt", "Age, total")),
        Some(1) => write(words, ("1", "1 år", "1 year")),
        Some(age) => {
            let (da, en) = (format!("{age} år"), format!("{age} years"));
            write(words, (&age.to_string(), &da, &en))
        }
    }
}

fn every_age() -> impl Iterator<Item = Option<usize>> {
    std::iter::once(None).chain((0..AGES).map(Some))
}

/// As the API sends CSV.
pub fn flat(words: Words, divider: char, line_end: &str) -> String {
    let heading = ["OMRÅDE", "KØN", "ALDER", "HERKOMST", "TID", "INDHOLD"];
    let mut text = heading.join(&divider.to_string()) + line_end;
    for (row, figure) in rows(words) {
        let _ = write!(text, "{}{divider}{figure}{line_end}", row.join(&divider.to_string()));
    }
    text
}

/// Every row: five labels and the figure.
pub fn rows(words: Words) -> Vec<([String; 5], u64)> {
    let mut rows = Vec::new();
    for (a, area) in AREAS.iter().enumerate() {
        for (s, sex) in SEXES.iter().enumerate() {
            for one_age in every_age() {
                for (g, group) in GROUPS.iter().enumerate() {
                    for (q, quarter) in QUARTERS.iter().enumerate() {
                        let labels = [
                            write(words, *area),
                            write(words, *sex),
                            age(words, one_age),
                            write(words, *group),
                            write(words, *quarter),
                        ];
                        rows.push((labels, figure(a, q, g, one_age, s)));
                    }
                }
            }
        }
    }
    rows
}

/// As the web page saves it: area, quarter, sex and age down the side, groups across.
pub fn matrix(words: Words) -> Vec<Vec<Cell>> {
    let text = |words: String| Cell::Text(words.into());
    let title = match words {
        Words::English | Words::CodesAndEnglish => {
            "Population at the first day of the quarter by region, time, sex, age and ancestry"
        }
        _ => "Befolkningen den 1. i kvartalet efter område, tid, køn, alder og herkomst",
    };
    let mut rows = vec![vec![text(title.to_owned())], vec![]];
    let mut heading = vec![Cell::Text(" ".into()); 4];
    heading.extend(GROUPS.iter().map(|group| text(write(words, *group))));
    rows.push(heading);
    let label = |column: usize, words: String| {
        let mut row = vec![Cell::Text(" ".into()); column];
        row.push(text(words));
        row
    };
    for (a, area) in AREAS.iter().enumerate() {
        rows.push(label(0, write(words, *area)));
        for (q, quarter) in QUARTERS.iter().enumerate() {
            rows.push(label(1, write(words, *quarter)));
            for (s, sex) in SEXES.iter().enumerate() {
                rows.push(label(2, write(words, *sex)));
                for one_age in every_age() {
                    let mut row = label(3, age(words, one_age));
                    let figures = (0..6).map(|g| figure(a, q, g, one_age, s));
                    row.extend(figures.map(|people| Cell::Number(people as f64)));
                    rows.push(row);
                }
            }
        }
    }
    rows.push(vec![]);
    rows.push(vec![text("Kilde: Danmarks Statistik".to_owned())]);
    rows
}

/// The matrix as text; texts with a comma are quoted, as the web page quotes them.
pub fn matrix_text(words: Words, divider: char) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) if text.contains(divider) => format!("\"{text}\""),
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let line =
        |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join(&divider.to_string());
    matrix(words).iter().map(line).collect::<Vec<_>>().join("\r\n")
}

pub fn book(rows: Vec<Vec<Cell>>) -> Book {
    let sheet = Sheet { name: "FOLK1E".to_owned(), rows, ..Sheet::default() };
    Book { format: Format::Xlsx, sheets: vec![Sheet::default(), sheet] }
}

pub fn flat_book(words: Words) -> Book {
    let heading = ["OMRÅDE", "KØN", "ALDER", "HERKOMST", "TID", "INDHOLD"];
    let mut all = vec![heading.map(|name| Cell::Text(name.into())).to_vec()];
    for (labels, people) in rows(words) {
        let mut row: Vec<Cell> = labels.into_iter().map(|label| Cell::Text(label.into())).collect();
        row.push(Cell::Number(people as f64));
        all.push(row);
    }
    book(all)
}

/// Codes and texts.
type Values = Vec<(String, String)>;

/// JSON-stat: version 1 as the API sends it, or version 2.
pub fn json_stat(version: u8, sparse: bool, english: bool) -> String {
    let pick = |(code, da, en): (&str, &str, &str)| {
        (code.to_owned(), if english { en.to_owned() } else { da.to_owned() })
    };
    let words = if english { Words::English } else { Words::Danish };
    let ages = every_age().map(|one| (age(Words::Codes, one), age(words, one)));
    let dimensions: [(&str, &str, Values); 6] = [
        ("OMRÅDE", "region", AREAS.map(pick).to_vec()),
        ("KØN", "sex", SEXES.map(pick).to_vec()),
        ("ALDER", "age", ages.collect()),
        ("HERKOMST", "ancestry", GROUPS.map(pick).to_vec()),
        ("ContentsCode", "Indhold", vec![("FOLK1E".to_owned(), "Population".to_owned())]),
        ("Tid", "time", QUARTERS.map(pick).to_vec()),
    ];
    let mut described = serde_json::Map::new();
    for (id, label, values) in &dimensions {
        let labels: serde_json::Map<_, _> =
            values.iter().map(|(code, text)| (code.clone(), text.clone().into())).collect();
        let index: serde_json::Value = if version == 1 {
            let places = values.iter().enumerate().map(|(at, (code, _))| (code.clone(), at.into()));
            serde_json::Value::Object(places.collect())
        } else {
            values.iter().map(|(code, _)| code.clone()).collect()
        };
        described.insert(
            (*id).to_owned(),
            serde_json::json!({ "label": label, "category": { "index": index, "label": labels } }),
        );
    }
    let ids: serde_json::Value = dimensions.iter().map(|(id, ..)| *id).collect();
    let sizes: serde_json::Value = dimensions.iter().map(|(.., values)| values.len()).collect();
    // The contents have one value, so the order of the rows is that of the figures.
    let figures: Vec<u64> = rows(Words::Codes).into_iter().map(|(_, people)| people).collect();
    let value: serde_json::Value = if sparse {
        let placed =
            figures.iter().enumerate().map(|(at, people)| (at.to_string(), (*people).into()));
        serde_json::Value::Object(placed.collect())
    } else {
        figures.into()
    };
    let title = "Population at the first day of the quarter by region, sex, age, ancestry, Indhold and time";
    let source = "Statistics Denmark";
    let extension = serde_json::json!({ "px": { "tableid": "FOLK1E", "decimals": 0 } });
    let table = if version == 1 {
        described.insert("id".to_owned(), ids);
        described.insert("size".to_owned(), sizes);
        described.insert(
            "role".to_owned(),
            serde_json::json!({ "metric": ["ContentsCode"], "time": ["Tid"] }),
        );
        serde_json::json!({ "dataset": {
            "dimension": described, "label": title, "source": source,
            "updated": "2026-02-11T07:00:00Z", "value": value, "extension": extension,
        } })
    } else {
        serde_json::json!({
            "version": "2.0", "class": "dataset", "label": title, "source": source, "id": ids,
            "size": sizes, "dimension": described, "value": value, "extension": extension,
        })
    };
    table.to_string()
}
