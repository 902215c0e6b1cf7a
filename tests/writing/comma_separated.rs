//! CSV files, read again by the csv crate with each language's separators.

use super::{samples, tables};
use byspejl::exchange::write::csv;
use byspejl::report::tables::{Sheet, SheetKind, Tables, Value, internal, template};
use byspejl::session::Draft;
use byspejl::text::Lang;
use proptest::prelude::*;

fn records(tables: &Tables, sheet: &Sheet) -> Vec<Vec<String>> {
    let text = csv::write(tables, sheet);
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark").to_owned();
    let separator = match tables.lang {
        Lang::Da => b';',
        Lang::En => b',',
    };
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("well-formed"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

/// The field's value again, as the kind it should be.
fn is_same(lang: Lang, value: &Value, field: &str) -> bool {
    let number = |field: &str| -> Option<f64> {
        match lang {
            Lang::Da => field.replace(',', ".").parse().ok(),
            Lang::En => field.parse().ok(),
        }
    };
    match value {
        Value::Blank => field.is_empty(),
        Value::Text(text) | Value::Link { text, .. } => {
            field == text || field.strip_prefix('\'') == Some(text)
        }
        Value::Count(people) => field.parse() == Ok(*people),
        Value::Share(known, _) | Value::Number(known, _) | Value::Chance(known) => {
            number(field) == Some(known.value())
        }
        Value::Day(day) => field.parse().as_ref() == Ok(day),
    }
}

proptest! {
    #[test]
    fn any_table_reads_back_equal(tables in tables::tables()) {
        let sheet = &tables.sheets[0];
        let records = records(&tables, sheet);
        let lines = &sheet.parts[0].rows;
        // A row of nothing but empty cells is a row as well.
        prop_assert_eq!(records.len(), lines.len() + 1);
        for (line, record) in lines.iter().zip(&records[1..]) {
            for (cell, field) in line.cells.iter().zip(record) {
                prop_assert!(is_same(tables.lang, &cell.value, field), "{:?}, {}", cell, field);
            }
        }
    }

    #[test]
    fn no_text_is_taken_for_a_formula(tables in tables::tables()) {
        let sheet = &tables.sheets[0];
        let lines = &sheet.parts[0].rows;
        for (line, record) in lines.iter().zip(&records(&tables, sheet)[1..]) {
            for (cell, field) in line.cells.iter().zip(record) {
                let is_text = matches!(cell.value, Value::Text(_) | Value::Link { .. });
                let is_dangerous = field.trim_start().starts_with(['=', '+', '-', '@']);
                prop_assert!(!(is_text && is_dangerous), "{}", field);
            }
        }
    }
}

#[test]
fn danish_has_semicolons_and_decimal_commas_english_commas_and_points() {
    let work = samples::example();
    let written = |lang| {
        let tables = internal(&samples::case(&work, lang).source(), &work.draft, lang);
        let sheet = tables.sheet(SheetKind::Verdicts).expect("verdicts");
        csv::write(&tables, sheet)
    };
    let danish = written(Lang::Da);
    assert!(danish.contains("\r\nLedelse;1;32;0;0,03125;0,2891;"), "{danish}");
    assert!(danish.contains(";8,2512;"), "{danish}");
    let english = written(Lang::En);
    assert!(english.contains("\r\nManagement,1,32,0,0.03125,0.2891,"), "{english}");
    assert_eq!(danish.matches('\n').count(), danish.matches("\r\n").count());
}

#[test]
fn the_figures_begin_with_their_heading_row_and_end_with_the_mark() {
    let work = samples::divided();
    for (lang, mark) in [(Lang::Da, "Internt."), (Lang::En, "Internal.")] {
        let tables = internal(&samples::case(&work, lang).source(), &work.draft, lang);
        let sheet = tables.sheet(SheetKind::Figures).expect("figures");
        let records = records(&tables, sheet);
        let head: Vec<&str> = sheet.parts[0].head.iter().map(|head| head.text.as_str()).collect();
        assert_eq!(records[0], head);
        let after = &records[1 + sheet.parts[0].rows.len()..];
        assert!(after[0][0].starts_with(mark), "{after:?}");
        assert!(after.iter().all(|record| record.len() == 1), "{after:?}");
    }
}

#[test]
fn a_template_is_the_heading_row_and_the_levels() {
    let template = template(&Draft::empty(), Lang::Da);
    let sheet = template.sheet(SheetKind::Template).expect("the sheet to fill in");
    let expected = "\u{feff}Niveau;Personer med dansk oprindelse;Indvandrere og efterkommere;\
        Uoplyst herkomst;I alt\r\n\
        Andet manuelt arbejde (fx rengøring);;;;\r\n\
        Grundniveau;;;;\r\nMellemniveau;;;;\r\nHøjeste niveau (specialister);;;;\r\nLedelse;;;;\r\n";
    assert_eq!(csv::write(&template, sheet), expected);
}
