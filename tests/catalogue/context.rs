//! Look-alikes and definitions against their rows.

use crate::rows::{Row, json, number, same, table};
use byspejl::benchmark::{FigureRole, Lookalike, LookalikeFigure, definitions, lookalikes};

fn employer_row<'a>(rows: &'a [Row], item: &Lookalike, figure: &LookalikeFigure) -> &'a Row {
    let (employer, category, ancestry) = match (item.id, &*figure.label.en) {
        ("odense-2011", "All employees") => ("Odense Municipality", "all employees", "foreign"),
        ("odense-2011", "Cleaning assistants") => ("Odense Municipality", "cleaners", "foreign"),
        ("odense-2011", group) => ("Odense Municipality", group, "foreign"),
        ("municipal-leaders-2020", _) => ("All Danish municipalities", "employees", "non-Western"),
        ("municipal-employees-2014", "All employees") => {
            ("All Danish municipalities", "employees (persons, KRL)", "non-Western")
        }
        ("municipal-employees-2014", _) => ("Denmark, labour force", "labour force", "non-Western"),
        ("copenhagen-leaders-2013", _) => ("City of Copenhagen", "leaders", "ethnic minority"),
        (id, label) => panic!("{id}: {label} is not of this table"),
    };
    let year = figure.period.year.to_string();
    let fits = |row: &&Row| {
        row["employer"] == employer
            && row["date"].starts_with(&year)
            && row["category"].eq_ignore_ascii_case(category)
            && row["ancestry"].starts_with(ancestry)
            && row["measure"] == "share"
    };
    rows.iter().find(fits).unwrap_or_else(|| panic!("{}: no row for {category}", item.id))
}

#[test]
fn every_share_of_a_look_alike_stands_in_its_row() {
    let rows = table("municipal_workforce");
    for item in lookalikes().iter().filter(|item| item.id != "denmark-employees-2012") {
        for figure in item.figures.iter().filter(|figure| figure.counts.is_none()) {
            let row = employer_row(&rows, item, figure);
            assert_eq!(figure.share.percent(), number(&row["value"]), "{}", item.id);
            assert_eq!(item.source.read_url, row["url"], "{}", item.id);
        }
    }
}

#[test]
fn municipal_leaders_are_immigrants_plus_descendants_of_all_leaders() {
    let rows = table("municipal_workforce");
    let leaders: Vec<&Row> = rows
        .iter()
        .filter(|row| row["category"] == "leaders" && row["source_id"] == "KOM20")
        .collect();
    assert!(leaders.iter().all(|row| row["unit"] == "persons of 11,615 leaders"));
    let sum: u64 = leaders.iter().map(|row| row["value"].parse::<u64>().expect("a count")).sum();
    let item = lookalikes().iter().find(|item| item.id == "municipal-leaders-2020");
    let figure = &item.expect("in the list").figures[1];
    assert_eq!(figure.counts, Some((sum, 11_615)));
    assert!(same(figure.share.percent(), 0.99));
}

#[test]
fn employees_of_2012_by_level_are_sums_of_their_rows() {
    let rows = table("occupation_level_representation");
    let item = lookalikes().iter().find(|item| item.id == "denmark-employees-2012");
    let codes = ["employees", "top_manager", "highest_level", "other_employee"];
    let figures = item.expect("in the list").figures;
    assert_eq!(figures.len(), codes.len());
    for (figure, code) in figures.iter().zip(codes) {
        let rows: Vec<&Row> = rows
            .iter()
            .filter(|row| row["level_code"] == code && row["sex"] == "total")
            .filter(|row| row["region_group"] == "non_western")
            .collect();
        let count = |row: &&Row, key: &str| row[key].parse::<u64>().expect("a count");
        let part = rows.iter().map(|row| count(row, "count")).sum();
        assert_eq!(figure.counts, Some((part, count(&rows[0], "level_total"))), "{code}");
    }
}

#[test]
fn figures_claim_no_more_decimals_than_their_source() {
    let odense = &lookalikes()[0];
    assert_eq!(odense.id, "odense-2011");
    assert_eq!(odense.figures[0].role, FigureRole::Whole);
    assert_eq!(odense.figures[0].decimals, 0);
    assert_eq!(odense.figures[1].decimals, 1);
}

#[test]
fn english_meanings_are_the_source_wording() {
    let source = json("tests/reference/data/definitions.json");
    for entry in definitions().entries {
        let Some(expected) = source[entry.id]["definition"].as_str() else { continue };
        assert_eq!(entry.meaning.en, expected, "{}", entry.id);
        assert_eq!(entry.term.da, *source[entry.id]["da"].as_str().expect("a Danish term"));
        assert_eq!(entry.term.en, *source[entry.id]["en"].as_str().expect("an English term"));
    }
    let western = definitions().entries.iter().find(|entry| entry.id == "western");
    let members = source["western"]["members"].as_str().expect("a list of countries");
    assert!(western.expect("defined").meaning.en.starts_with(members));
    assert_eq!(definitions().source.primary_url, *source["source"]["url"].as_str().expect("a url"));
}
