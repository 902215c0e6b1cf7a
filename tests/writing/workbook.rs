//! XLSX files, opened again by calamine and looked into as XML.

use super::{samples, tables};
use byspejl::exchange::write::xlsx;
use byspejl::report::tables::{Sheet, SheetKind, Tables, Value, internal, template};
use byspejl::session::Draft;
use byspejl::text::Lang;
use calamine::{Data, DataType, Reader, Xlsx};
use proptest::prelude::*;
use std::io::{Cursor, Read};

fn bytes(tables: &Tables) -> Vec<u8> {
    xlsx::write(tables, samples::today()).expect("a small workbook")
}

/// A cell with its row and column, from 0.
type Placed = ((u32, u32), Data);

/// Every sheet by name.
fn open(bytes: &[u8]) -> Vec<(String, Vec<Placed>)> {
    let mut book = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let names = book.sheet_names();
    let cells = |name: String| {
        let range = book.worksheet_range(&name).expect("the sheet");
        let start = range.start().unwrap_or_default();
        let used = range.used_cells().map(|(row, column, data)| {
            ((start.0 + row as u32, start.1 + column as u32), data.clone())
        });
        let used = used.collect();
        (name, used)
    };
    names.into_iter().map(cells).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

fn workbook(work: &byspejl::session::Work, lang: Lang) -> Tables {
    internal(&samples::case(work, lang).source(), &work.draft, lang)
}

/// The rows of the sheet's only table as they stand in the file.
fn rows(bytes: &[u8], sheet: &Sheet) -> Vec<Vec<Data>> {
    let cells = open(bytes).into_iter().find(|(name, _)| *name == sheet.name).expect("it").1;
    let [part] = sheet.parts.as_slice() else { panic!("a sheet of one table") };
    let head = &part.head[0].text;
    let first = cells.iter().find(|(_, data)| data.get_string() == Some(head.as_str()));
    let ((first, _), _) = first.expect("the heading row");
    let width = part.head.len() as u32;
    (first + 1..=first + part.rows.len() as u32)
        .map(|row| {
            let at = |column| cells.iter().find(|(place, _)| *place == (row, column));
            (0..width).map(|c| at(c).map_or(Data::Empty, |(_, data)| data.clone())).collect()
        })
        .collect()
}

/// Whether the file holds the very value; numbers as numbers, texts as texts.
fn is_same(value: &Value, data: &Data) -> bool {
    match value {
        Value::Blank => data.is_empty(),
        // XML has one kind of space within a line.
        Value::Text(text) | Value::Link { text, .. } => {
            data.get_string() == Some(text.replace(['\t', '\n', '\r'], " ").as_str())
        }
        Value::Count(people) => data.get_float() == Some(*people as f64),
        Value::Share(number, _) | Value::Number(number, _) | Value::Chance(number) => {
            data.get_float() == Some(number.value())
        }
        Value::Day(day) => data.get_datetime().is_some_and(|moment| {
            let (year, month, date, ..) = moment.to_ymd_hms_milli();
            (year, month, date) == (day.year(), day.month(), day.day())
        }),
    }
}

#[test]
fn every_sheet_opens_again_with_the_very_numbers() {
    for work in samples::all() {
        for lang in Lang::ALL {
            let tables = workbook(&work, lang);
            let bytes = bytes(&tables);
            for kind in [SheetKind::Figures, SheetKind::Verdicts] {
                let sheet = tables.sheet(kind).expect("every workbook has it");
                let read = rows(&bytes, sheet);
                assert_eq!(read.len(), sheet.parts[0].rows.len());
                for (line, row) in sheet.parts[0].rows.iter().zip(&read) {
                    for (cell, data) in line.cells.iter().zip(row) {
                        assert!(is_same(&cell.value, data), "{cell:?} and {data:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_example_shows_its_counts_totals_and_verdicts() {
    let tables = workbook(&samples::example(), Lang::Da);
    let bytes = bytes(&tables);
    let figures = rows(&bytes, tables.sheet(SheetKind::Figures).expect("figures"));
    let text = |text: &str| Data::String(text.to_owned());
    let entry =
        [text("Andet manuelt arbejde (fx rengøring)"), Data::Float(62.0), Data::Float(78.0)];
    assert_eq!(figures[0][..3], entry, "entry level first");
    assert_eq!(figures[0][3..], [Data::Empty, Data::Float(140.0)]);
    assert_eq!(figures[5][0], text("I alt"));
    assert_eq!(figures[5][4], Data::Float(640.0));

    let verdicts = rows(&bytes, tables.sheet(SheetKind::Verdicts).expect("verdicts"));
    assert_eq!(verdicts[0][0], text("Hele organisationen"));
    let top = &verdicts[1];
    assert_eq!(top[..3], [text("Ledelse"), Data::Float(1.0), Data::Float(32.0)]);
    assert_eq!(top[4..6], [Data::Float(0.03125), Data::Float(0.2891)]);
    assert_eq!(top[7], Data::Float(8.2512), "0.2891 of 32 less 1");
    assert_eq!(top.last(), Some(&text("under byen")));
}

#[test]
fn hidden_counts_and_unknown_ones_stay_what_they_are() {
    let work = samples::divided();
    let tables = workbook(&work, Lang::Da);
    let figures = rows(&bytes(&tables), tables.sheet(SheetKind::Figures).expect("figures"));
    let of = |level: &str, area: &str| {
        let names = [level, area].map(|name| Data::String(name.to_owned()));
        figures.iter().find(|row| row[..2] == names).expect("the row").clone()
    };
    let top = of("Ledelse", "Administration");
    assert_eq!(top[3], Data::String("<5".to_owned()));
    assert_eq!(top[5], Data::Empty, "nobody knows it");
    assert_eq!(top[8], Data::Empty, "so there is no total");
    let given = of("Ledelse", "Drift");
    assert_eq!(given[6], Data::String("..".to_owned()));
    assert_eq!(given[8], Data::Float(78.0), "the organisation's own total");
    assert_eq!(of("I alt", "Drift")[2], Data::Float(193.0));
    assert!(!figures.iter().any(|row| row[1] == Data::String("Uoplyst område".to_owned())));
}

#[test]
fn every_sheet_says_that_it_is_internal_and_no_proof() {
    for (lang, mark, fixed) in [
        (Lang::Da, "Internt", "Underrepræsentation er ikke i sig selv bevis på diskrimination."),
        (Lang::En, "Internal", "Under-representation is not in itself proof of discrimination."),
    ] {
        let bytes = bytes(&workbook(&samples::example(), lang));
        for (number, (name, cells)) in open(&bytes).into_iter().enumerate() {
            let texts: Vec<&str> = cells.iter().filter_map(|(_, data)| data.get_string()).collect();
            assert!(texts.iter().any(|text| text.starts_with(mark)), "{name}");
            assert!(number == 0 || texts.contains(&fixed), "{name}");
            let sheet = part(&bytes, &format!("xl/worksheets/sheet{}.xml", number + 1));
            assert!(sheet.contains(&format!("&amp;9 {mark}</oddHeader>")), "{name}");
        }
    }
}

#[test]
fn no_text_becomes_a_formula() {
    for lang in Lang::ALL {
        let bytes = bytes(&workbook(&samples::hostile(), lang));
        for number in 1..=4 {
            let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
            assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "sheet {number}");
        }
        let figures = &open(&bytes)[0].1;
        let wanted = ["=HYPERLINK(\"http://evil\";\"Ledelse\")", "+45", "-2", "@SUM(A1)", "=1+1"];
        for text in wanted.into_iter().chain(["_x0041_ <&>\""]) {
            let is_there = |data: &Data| data.get_string() == Some(text);
            assert!(figures.iter().any(|(_, data)| is_there(data)), "{text}");
        }
        // Editing such a cell must not turn it into a formula either.
        assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
    }
}

#[test]
fn the_same_work_gives_the_same_bytes() {
    let tables = workbook(&samples::divided(), Lang::En);
    assert_eq!(bytes(&tables), bytes(&tables));
    let later = xlsx::write(&tables, "2027-01-01".parse().expect("a day")).expect("small");
    assert_ne!(bytes(&tables), later, "only the day is another");
    assert!(part(&later, "docProps/core.xml").contains("2027-01-01T00:00:00Z"));
}

#[test]
fn a_workbook_says_its_language_and_prints_on_a4_across() {
    for (lang, title) in [(Lang::Da, "tal og vurderinger"), (Lang::En, "figures and verdicts")] {
        let bytes = bytes(&workbook(&samples::example(), lang));
        let core = part(&bytes, "docProps/core.xml");
        assert!(core.contains(&format!("<dc:language>{}</dc:language>", lang.tag())));
        assert!(core.contains(title), "{core}");
        let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
        assert!(sheet.contains("paperSize=\"9\" orientation=\"landscape\""));
        assert!(sheet.contains("state=\"frozen\""));
        assert!(part(&bytes, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    }
}

#[test]
fn a_template_has_the_headings_of_the_figures_and_no_figures() {
    let work = samples::divided();
    for lang in Lang::ALL {
        for draft in [&work.draft, &Draft::empty()] {
            let template = template(draft, lang);
            let sheet = template.sheet(SheetKind::Template).expect("the sheet to fill in");
            let bytes = bytes(&template);
            let cells = &open(&bytes)[0].1;
            for (column, head) in sheet.parts[0].head.iter().enumerate() {
                let place = (0, column as u32);
                let found = cells.iter().find(|(at, _)| *at == place).expect("in the first row");
                assert_eq!(found.1.get_string(), Some(head.text.as_str()));
            }
            assert!(cells.iter().all(|(_, data)| data.is_string()), "names alone");
        }
        let exported = workbook(&work, lang);
        let exported = &exported.sheet(SheetKind::Figures).expect("figures").parts[0].head;
        let empty = template(&work.draft, lang);
        assert_eq!(&empty.sheet(SheetKind::Template).expect("it").parts[0].head, exported);
    }
}

#[test]
fn a_template_checks_what_is_filled_in_and_says_how() {
    for lang in Lang::ALL {
        let template = template(&Draft::empty(), lang);
        let sheet = part(&bytes(&template), "xl/worksheets/sheet1.xml");
        let formula = "<formula1>IF(ISNUMBER(B2),AND(B2&gt;=0,B2=INT(B2)),OR(LEFT(B2)=&quot;&lt;";
        assert!(sheet.contains(formula), "{sheet}");
        // Longer ones make spreadsheets repair the file.
        let prompt = template.sheets[0].prompt.as_ref().expect("a hint at each cell");
        assert!(prompt.title.chars().count() <= 32);
        assert!(prompt.hint.chars().count() <= 255 && prompt.wrong.chars().count() <= 255);
        assert!(template.sheet(SheetKind::Guide).is_some());
    }
}

proptest! {
    #[test]
    fn any_table_reads_back_equal(tables in tables::tables()) {
        let sheet = &tables.sheets[0];
        let written = bytes(&tables);
        let cells = &open(&written)[0].1;
        let lines = &sheet.parts[0].rows;
        for (row, line) in lines.iter().enumerate() {
            for (column, cell) in line.cells.iter().enumerate() {
                let place = (row as u32 + 1, column as u32);
                let data = cells.iter().find(|(at, _)| *at == place);
                let data = data.map_or(Data::Empty, |(_, data)| data.clone());
                prop_assert!(is_same(&cell.value, &data), "{:?} and {:?}", cell, data);
            }
        }
    }
}
