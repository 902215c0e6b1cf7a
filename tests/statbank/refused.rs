//! What is refused, each with its place, its reason and what to do.

use super::folk1e::{self, Words};
use super::{WORKING_AGES, fault, read, wish};
use byspejl::exchange::reading::Reason;
use byspejl::exchange::statbank::{self, Ages, Fault, Wish};
use byspejl::text::{Lang, table_bank};
use byspejl::workforce::Origin;

fn refused(name: &str, text: &str, ages: Ages) -> statbank::StatbankError {
    read(name, text, &wish(ages)).expect_err("it is refused")
}

const BY_CITIZENSHIP: &str = "distrikt;alder;statsborgerskab;tid;indhold\nIndre By;I alt;Danmark;2026K1;5\nIndre By;I alt;Tyskland;2026K1;2\n";

#[test]
fn citizenship_is_not_origin() {
    for (name, text) in [
        ("KKBEF8.csv", BY_CITIZENSHIP),
        ("x.csv", BY_CITIZENSHIP),
        ("x.csv", "OMRÅDE;STATSB;TID;INDHOLD\n101;5100;2026K1;5\n"),
        (
            "x.csv",
            "OMRÅDE;HERKOMST1;TID;INDHOLD\n101;Danish citizens;2026K1;5\n101;Asylum applicants;2026K1;5\n",
        ),
    ] {
        let error = refused(name, text, Ages::AllAges);
        assert_eq!(error.fault, Fault::Citizenship, "{text}");
        assert_eq!(error.at.map(|at| at.row), Some(1));
    }
    let message = table_bank::message(Lang::Da, &refused("", BY_CITIZENSHIP, Ages::AllAges));
    assert_eq!(
        message,
        "Række 1, kolonne C: Tabellen er efter statsborgerskab. Statsborgerskab er ikke herkomst: Mange indvandrere og efterkommere er danske statsborgere."
    );
}

#[test]
fn citizenship_beside_origin_has_to_be_at_its_total() {
    let rows = |citizenship: &str| {
        ["1", "24", "25", "34", "35"]
            .map(|group| format!("101;{group};{citizenship};2026K1;5\n"))
            .concat()
    };
    let heading = "OMRÅDE;HERKOMST;STATSB;TID;INDHOLD\n";
    let one = [heading, &rows("Tyskland")].concat();
    assert!(matches!(refused("FOLK2.csv", &one, Ages::AllAges).fault, Fault::Narrowed { .. }));
    let total = [heading, &rows("I alt")].concat();
    assert!(read("FOLK2.csv", &total, &wish(Ages::AllAges)).is_ok());
}

/// Rows of five groups with one further variable.
fn with(variable: &str, values: &[&str]) -> String {
    let mut text = format!("OMRÅDE;HERKOMST;{variable};TID;INDHOLD\n");
    for value in values {
        for group in ["1", "24", "25", "34", "35"] {
            text += &format!("101;{group};{value};2026K1;5\n");
        }
    }
    text
}

#[test]
fn a_further_variable_has_to_be_at_its_total() {
    let error = refused("FOLK1C.csv", &with("IELAND", &["Tyskland", "Polen"]), Ages::AllAges);
    assert_eq!(error.fault, Fault::VariableOpen { variable: "IELAND".to_owned() });
    assert_eq!(error.at.map(|at| (at.row, at.column)), Some((1, 3)));
    let error = refused("FOLK1A.csv", &with("CIVILSTAND", &["Ugift"]), Ages::AllAges);
    assert_eq!(
        error.fault,
        Fault::Narrowed { variable: "CIVILSTAND".to_owned(), value: "Ugift".to_owned() }
    );
    for values in [&["0000", "5180"][..], &["I alt", "Tyskland"], &["I alt"]] {
        let text = with("IELAND", values);
        assert!(read("FOLK1C.csv", &text, &wish(Ages::AllAges)).is_ok(), "{values:?}");
    }
}

#[test]
fn rates_and_percentages_are_no_counts() {
    let rates = with("BEREGNING", &["Beskæftigelsesfrekvens"]);
    assert_eq!(refused("RAS201.csv", &rates, Ages::AllAges).fault, Fault::Percentages);
    let decimals = with("ENHED", &["Antal"]).replace(";5\n", ";5,4\n");
    let error = refused("FOLK1E.csv", &decimals, Ages::AllAges);
    assert_eq!(error.fault, Fault::Percentages);
    assert_eq!(error.at.map(|at| (at.row, at.column)), Some((2, 5)));
}

#[test]
fn tables_of_other_people_than_residents_are_refused() {
    let text = with("OVERTRÆD", &["I alt"]);
    let error = refused("STRFNA10.csv", &text, Ages::AllAges);
    assert_eq!(error.fault, Fault::OtherPopulation { name: "OVERTRÆD".to_owned() });
}

#[test]
fn one_sex_is_not_everybody() {
    let text = with("KØN", &["Mænd"]);
    assert_eq!(refused("", &text, Ages::AllAges).fault, Fault::OneSexOnly);
}

#[test]
fn a_missing_group_is_named() {
    let text = with("ENHED", &["Antal"]);
    let without: String =
        text.split_inclusive('\n').filter(|line| !line.starts_with("101;1;")).collect();
    assert_eq!(
        refused("", &without, Ages::AllAges).fault,
        Fault::GroupMissing { group: Origin::Danish }
    );
}

#[test]
fn a_missing_row_is_never_nobody() {
    let text = folk1e::flat(Words::Danish, ';', "\n");
    let gone = "København;I alt;40 år;Efterkommere fra vestlige lande;2026K1;";
    let without: String =
        text.split_inclusive('\n').filter(|line| !line.starts_with(gone)).collect();
    assert_eq!(without.lines().count() + 1, text.lines().count());
    let error = refused("", &without, WORKING_AGES);
    assert_eq!(error.fault, Fault::CellMissing);
    assert!(error.found.contains("40 år / Efterkommere fra vestlige lande"), "{}", error.found);
    assert!(error.at.is_some());
}

#[test]
fn a_hidden_figure_is_never_nobody() {
    let text = folk1e::flat(Words::Danish, ';', "\n");
    let start = "København;I alt;40 år;Efterkommere fra vestlige lande;2026K1;";
    for sign in ["..", "-", "", "*", "<5"] {
        let hidden: String =
            text.split_inclusive('\n')
                .map(|line| {
                    if line.starts_with(start) {
                        format!("{start}{sign}\n")
                    } else {
                        line.to_owned()
                    }
                })
                .collect();
        let error = refused("", &hidden, WORKING_AGES);
        assert_eq!(error.fault, Fault::CellHidden, "{sign}");
        let row = 1 + text.lines().position(|line| line.starts_with(start)).expect("the row");
        assert_eq!(error.at.map(|at| (at.row as usize, at.column)), Some((row, 6)));
    }
}

#[test]
fn a_repeated_row_is_refused_where_it_says_something_else() {
    let text = with("ENHED", &["Antal"]);
    let same = format!("{text}101;1;Antal;2026K1;5\n");
    assert!(read("", &same, &wish(Ages::AllAges)).is_ok());
    let other = format!("{text}101;1;Antal;2026K1;6\n");
    let error = refused("", &other, Ages::AllAges);
    assert_eq!(error.fault, Fault::RepeatedCell);
    assert_eq!(error.at.map(|at| at.row), Some(7));
}

#[test]
fn what_the_file_does_not_have_cannot_be_chosen() {
    let text = folk1e::flat(Words::Danish, ';', "\n");
    let asked = |wish: Wish| fault(read("", &text, &wish));
    let base = wish(WORKING_AGES);
    assert_eq!(asked(Wish { area: Some("147".to_owned()), ..base.clone() }), Fault::UnknownArea);
    assert_eq!(asked(Wish { date: Some("2020K1".to_owned()), ..base.clone() }), Fault::UnknownDate);
    assert_eq!(asked(Wish { date: Some("x".to_owned()), ..base.clone() }), Fault::UnknownDate);
    assert_eq!(
        asked(Wish { table: Some("../x".to_owned()), ..base.clone() }),
        Fault::NotATableName
    );
    let ages = Some(Ages::Ages { from: 120, to: 200 });
    assert_eq!(asked(Wish { ages, ..base.clone() }), Fault::AgeMissing { age: 126 });
    let ages = Some(Ages::Ages { from: 64, to: 18 });
    assert!(matches!(asked(Wish { ages, ..base }), Fault::AgesDoNotFit { .. }));
}

#[test]
fn a_table_that_nothing_names_has_to_be_named() {
    let text = with("ENHED", &["Antal"]).replace("2026K1", "2026");
    assert_eq!(refused("", &text, Ages::AllAges).fault, Fault::TableUnknown);
    let named = Wish { table: Some("folk2".to_owned()), date: None, ..wish(Ages::AllAges) };
    let benchmark = read("", &text, &named).expect("a benchmark");
    assert_eq!(&*benchmark.source().table.da, "FOLK2");
    assert_eq!(benchmark.id(), "own-folk2-101-2026-01-all");
}

#[test]
fn a_file_without_areas_is_about_the_area_that_is_given() {
    let text =
        "HERKOMST;TID;INDHOLD\n1;2026K1;5\n24;2026K1;1\n25;2026K1;1\n34;2026K1;1\n35;2026K1;1\n";
    let none = Wish { area: None, ..wish(Ages::AllAges) };
    assert_eq!(fault(read("FOLK1E.csv", text, &none)), Fault::NoArea);
    let given = Wish { area: Some("000".to_owned()), ..wish(Ages::AllAges) };
    assert!(read("FOLK1E.csv", text, &given).is_ok());
}

#[test]
fn the_total_of_a_table_of_some_ages_is_not_all_ages() {
    let mut text = "BOPOMR;HERKOMST;HFUDD;ALDER;KØN;TID;INDHOLD\n".to_owned();
    for group in ["5", "4", "3"] {
        text += &format!("101;{group};TOT;TOT;TOT;2025;5\n");
    }
    let wish = |ages| Wish { ages, ..Wish::default() };
    assert_eq!(fault(read("HFUDD11.csv", &text, &wish(Some(Ages::AllAges)))), Fault::NotAllAges);
    let whole = Some(Ages::Ages { from: 15, to: 69 });
    let benchmark = read("HFUDD11.csv", &text, &wish(whole)).expect("all the ages it has");
    assert_eq!(benchmark.period().day, None, "the table does not say the day");
    assert_eq!(read("HFUDD11.csv", &text, &wish(None)), Ok(benchmark), "and that is the guess");
}

#[test]
fn files_that_are_no_tables_say_what_they_are() {
    for (text, fault) in [
        ("", Fault::File(Reason::Empty)),
        ("\u{feff} \r\n", Fault::File(Reason::Empty)),
        ("hej", Fault::File(Reason::NotATable)),
        ("[1, 2]", Fault::File(Reason::NotATable)),
        ("{\"dataset\": ", Fault::DamagedJson { line: 1 }),
        ("{\"class\": \"collection\", \"link\": {}}", Fault::Collection),
        ("{\"byspejl\": 1}", Fault::File(Reason::IsAProject)),
        (
            "{\"class\": \"dataset\", \"id\": [\"a\"], \"size\": [4000000000], \"dimension\": {\"a\": {}}}",
            Fault::File(Reason::TooMuchContent),
        ),
    ] {
        assert_eq!(statbank::open("x", text.as_bytes()).expect_err(text).fault, fault, "{text}");
    }
    assert_eq!(
        statbank::open("x", b"\x7fELF\x02\0\0\0\0\0\0\x03").expect_err("binary").fault,
        Fault::File(Reason::Binary)
    );
    assert_eq!(
        statbank::open("x.xlsx", b"PK\x03\x04 broken").expect_err("zip").fault,
        Fault::File(Reason::Damaged)
    );
}

#[test]
fn a_row_whose_commas_cannot_be_told_apart_is_refused_at_its_place() {
    let text = "ALDER,HERKOMST,TID,INDHOLD\n0 years,Danish,origin,2026Q1,5\n1 year,Danish origin,2026Q1,5\n";
    let error = statbank::from_text("x", text).expect_err("five cells");
    assert_eq!(error.fault, Fault::RowLength { expected: 4, found: 5 });
    assert_eq!(error.at.map(|at| at.row), Some(2));
}

#[test]
fn every_refusal_says_in_both_languages_what_to_do() {
    let text = folk1e::flat(Words::Danish, ';', "\n");
    let five_years = "OMRÅDE;ALDER;HERKOMST;TID;INDHOLD\n".to_owned()
        + &["1", "24", "25", "34", "35"]
            .map(|group| {
                (0..20)
                    .map(|n| format!("101;{}-{};{group};2026K1;5\n", 5 * n, 5 * n + 4))
                    .collect::<String>()
            })
            .concat();
    let error = refused("", &five_years, WORKING_AGES);
    assert_eq!(
        table_bank::message(Lang::Da, &error),
        "Række 1, kolonne B: Filens aldersgrupper kan ikke deles, så 18-64 år kan ikke lægges sammen. Der står: ALDER"
    );
    assert_eq!(
        table_bank::remedy(Lang::Da, &error),
        "Vælg 20-64 år eller 15-64 år, eller hent tabellen med hver alder for sig."
    );
    assert_eq!(
        table_bank::remedy(Lang::En, &error),
        "Choose aged 20 to 64 or aged 15 to 64, or get the table with each age on its own."
    );
    let json = statbank::json::error(&error, Some(Lang::En));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["fault"], "ages_do_not_fit");
    assert_eq!(json["nearest"][0]["from"], 20);
    assert_eq!(json["at"]["row"], 1);
    let unknown = read("", &text, &Wish { area: Some("Odense".to_owned()), ..wish(WORKING_AGES) });
    let error = unknown.expect_err("no such area");
    assert_eq!(
        table_bank::message(Lang::En, &error),
        "Row 1, column A: The area is not in the file. It says: Odense"
    );
}
