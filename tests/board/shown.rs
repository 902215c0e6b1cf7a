//! The tables of an overview: whole in both languages, and without a word that points at anybody.

use super::entries::*;
use byspejl::board::{Entry, Summary, Unread};
use byspejl::pledge::Commitment;
use byspejl::report::tables::{SheetKind, Tables, Value, board};
use byspejl::text::Lang;

fn summary(entries: impl IntoIterator<Item = Entry>) -> Summary {
    roll(entries).summary(today())
}

fn texts(tables: &Tables, sheets: &[usize]) -> Vec<String> {
    let mut texts = Vec::new();
    for &place in sheets {
        let sheet = &tables.sheets[place];
        texts.extend(sheet.intro.iter().chain(&sheet.notes).cloned());
        for part in &sheet.parts {
            texts.push(part.heading.clone());
            texts.extend(part.head.iter().map(|head| head.text.clone()));
            for cell in part.rows.iter().flat_map(|row| &row.cells) {
                match &cell.value {
                    Value::Text(text) => texts.push(text.clone()),
                    Value::Count(count) => texts.push(count.to_string()),
                    _ => {}
                }
            }
        }
    }
    texts
}

#[test]
fn the_sheets_have_the_same_shape_in_both_languages() {
    let summary = summary(["A", "B", "C", "D"].map(pledge));
    let shapes = Lang::ALL.map(|lang| {
        let tables = board(&summary, lang);
        let of = |sheet: &byspejl::report::tables::Sheet| {
            let parts: Vec<_> = sheet.parts.iter().map(|p| (p.head.len(), p.rows.len())).collect();
            (sheet.kind, parts, sheet.notes.len(), sheet.intro.len())
        };
        tables.sheets.iter().map(of).collect::<Vec<_>>()
    });
    assert_eq!(shapes[0], shapes[1]);
    assert!(shapes[0].iter().all(|(kind, ..)| *kind == SheetKind::Board));
    assert_eq!(shapes[0].len(), 4, "together, measures, targets, reviews");
}

#[test]
fn every_row_has_a_cell_for_each_heading() {
    let mut entries = ["A", "B", "C", "D"].map(pledge).to_vec();
    entries[0].measures = vec![own(Commitment::City), measure(Commitment::City, 99)];
    for lang in Lang::ALL {
        for sheet in board(&summary(entries.clone()), lang).sheets {
            for part in &sheet.parts {
                assert!(part.rows.iter().all(|row| row.cells.len() == part.head.len()), "{part:?}");
            }
        }
    }
}

#[test]
fn names_of_organisations_stand_among_the_dates_and_nowhere_else() {
    let entries = ["Alfa", "Beta", "Gamma"].map(|name| Entry {
        targets: vec![called(&format!("{name}-folk"), 20, 5, 6)],
        ..pledge(name)
    });
    let tables = board(&summary(entries), Lang::Da);
    let summed = texts(&tables, &[0, 1, 2]).join("\n");
    let dates = texts(&tables, &[3]).join("\n");
    for name in ["Alfa", "Beta", "Gamma"] {
        assert!(!summed.contains(name), "{summed}");
        assert!(dates.contains(name));
    }
}

#[test]
fn below_three_organisations_there_are_dates_alone() {
    let tables = board(&summary([pledge("A"), pledge("B")]), Lang::Da);
    assert_eq!(tables.sheets.len(), 1);
    let all = texts(&tables, &[0]);
    assert!(all.iter().any(|text| text.starts_with("Navne og datoer, ingen tal")), "{all:?}");
    let is_number = |cell: &byspejl::report::tables::Cell| {
        !matches!(cell.value, Value::Text(_) | Value::Day(_))
    };
    let rows = tables.sheets[0].parts.iter().flat_map(|part| &part.rows);
    assert!(!rows.flat_map(|row| &row.cells).any(is_number));
}

#[test]
fn files_that_do_not_count_are_named_with_why() {
    let mut roll = roll([pledge("A"), pledge("A")]);
    roll.skip("kladde.json".to_owned(), Unread::Damaged { line: 12 });
    let tables = board(&roll.summary(today()), Lang::Da);
    let last = texts(&tables, &[tables.sheets.len() - 1]).join("\n");
    assert!(last.contains("kladde.json\nBeskadiget; den første fejl står i linje 12."), "{last}");
    assert!(last.contains("A.json\nSamme fil som A.json."), "{last}");
}

#[test]
fn sums_that_are_left_out_are_explained() {
    let entries = [pledge("A"), pledge("B"), internal(pledge("C"))];
    for (lang, words) in
        [(Lang::Da, "færre end tre organisationer"), (Lang::En, "fewer than three")]
    {
        let tables = board(&summary(entries.clone()), lang);
        for sheet in [0, 2] {
            let notes = tables.sheets[sheet].notes.join(" ");
            assert!(notes.contains(words), "{notes}");
        }
        // Nobody's people, and no targets.
        assert!(!texts(&tables, &[0, 2]).contains(&"200".to_owned()));
    }
}
