//! Tables of any content, for laws that hold whatever is in them.

use byspejl::exchange::write::tables_json;
use byspejl::report::tables::{Cell, Decimal, Head, Line, Part, Sheet, SheetKind, Tables, Value};
use byspejl::text::Lang;
use byspejl::workforce::Date;
use proptest::prelude::*;

/// Letters that mean something to some format, among plain ones.
pub fn text() -> impl Strategy<Value = String> {
    let letters = prop::sample::select(
        "aZ0 æøå€😀=+-@<>&\"';,.\t_x0041_%{}[]|\\/\u{a0}".chars().collect::<Vec<_>>(),
    );
    prop::collection::vec(letters, 1..12).prop_map(|letters| letters.into_iter().collect())
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (-2_000_000_000_000_000_i64..2_000_000_000_000_000).prop_map(Decimal::from_billionths)
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Blank),
        text().prop_map(Value::Text),
        (0..10_000_000_u64).prop_map(Value::Count),
        (0..=1_000_000_000_i64, 0..3_u8)
            .prop_map(|(share, digits)| Value::Share(Decimal::from_billionths(share), digits)),
        (decimal(), 0..3_u8).prop_map(|(number, digits)| Value::Number(number, digits)),
        (0..=1_000_000_000_i64).prop_map(|p| Value::Chance(Decimal::from_billionths(p))),
        (1901..2199_u16, 1..=12_u8, 1..=28_u8)
            .prop_map(|(year, month, day)| Value::Day(Date::new(year, month, day).expect("a day"))),
        text().prop_map(|text| Value::Link { text, url: "https://www.dst.dk/?a=1&b=2".into() }),
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    (value(), any::<bool>(), any::<bool>()).prop_map(|(value, is_computed, is_heading)| Cell {
        value,
        is_computed,
        is_heading,
    })
}

/// A workbook of one sheet with one table of four columns.
pub fn tables() -> impl Strategy<Value = Tables> {
    let row = (prop::collection::vec(cell(), 4), any::<bool>());
    let rows = prop::collection::vec(row, 0..6);
    (any::<bool>(), prop::collection::vec(text(), 4), rows).prop_map(|(is_danish, head, rows)| {
        let mut sheet = Sheet::new(SheetKind::Figures, "Tal", &[12, 12, 12, 12]);
        let head = head.into_iter().map(Head::text).collect();
        let rows = rows.into_iter().map(|(cells, is_total)| Line { cells, is_total }).collect();
        sheet.parts = vec![Part { heading: String::new(), head, rows }];
        let lang = if is_danish { Lang::Da } else { Lang::En };
        Tables { lang, title: "Tal".to_owned(), mark: String::new(), sheets: vec![sheet] }
    })
}

proptest! {
    #[test]
    fn a_workbook_is_the_same_at_the_end_of_its_way(tables in tables()) {
        prop_assert_eq!(tables_json::read(&tables_json::write(&tables)), Ok(tables));
    }

    #[test]
    fn what_is_no_workbook_is_refused(text in ".{0,60}") {
        prop_assert!(tables_json::read(&text).is_err());
    }
}
