//! What an assessment does at its limits: the largest numbers, totals over empty cells, and
//! workforces that only chance has made. Absent: laws on random tables; see `assess_properties.rs`.

mod sheets;

use byspejl::analysis::{Assessment, Method, Strength, Verdict, Warning, assess};
use byspejl::benchmark;
use byspejl::workforce::{GivenTotal, Grouping, Headcount, Row, Scope, WorkforceTable};

fn assessed(table: &WorkforceTable) -> Assessment {
    let workforce = sheets::workforce(table.clone());
    assess(&workforce, &sheets::city(), sheets::focus(), &Method::default()).expect("comparable")
}

#[test]
fn the_largest_numbers_a_cell_can_hold_are_assessed() {
    let largest = Headcount::Known(u32::MAX);
    for (other, focus) in
        [(largest, largest), (largest, Headcount::Known(0)), (Headcount::Known(0), largest)]
    {
        let mut table = sheets::table(Grouping::Two, 3, 2);
        for row in table.stated_rows().collect::<Vec<_>>() {
            table.set(row, sheets::DANISH, other).expect("in the table");
            table.set(row, sheets::FOCUS, focus).expect("in the table");
        }
        let shown = format!("{:?}", assessed(&table));
        assert!(!shown.contains("NaN") && !shown.contains("inf,"), "{shown}");
        let people = |cell: Headcount| u64::from(cell.known().unwrap_or(0));
        let whole = assessed(&table).whole;
        assert_eq!(whole.base.exact(), Some(6 * (people(other) + people(focus))));
        let expected = if focus == largest { Verdict::Above } else { Verdict::Below };
        assert_eq!(whole.verdict(), Some(expected));
    }
}

#[test]
fn a_huge_total_over_empty_cells_is_bounded_and_not_enumerated() {
    let mut table = sheets::table(Grouping::Two, 1, 0);
    let row = Row { level: Some(0), area: None };
    let total = GivenTotal { scope: Scope::Level(0), column: None, people: 9_999_999 };
    table.give_total(total).expect("a scope");
    let open = assessed(&table).whole;
    let ranges = open.ranges.expect("bounded");
    assert!(!ranges.exact && open.conclusion.is_undetermined(), "{open:?}");
    assert_eq!((open.focus.low, open.focus.high), (0, Some(9_999_999)));
    table.set(row, sheets::DANISH, Headcount::Known(7_000_000)).expect("in the table");
    let known = assessed(&table).whole;
    assert_eq!((known.focus.exact(), known.base.exact()), (Some(2_999_999), Some(9_999_999)));
}

#[test]
fn a_total_over_several_hidden_groups_leaves_one_sum_to_be_filled() {
    // Fifty people over five groups can be placed in hundreds of thousands of ways, but only how
    // many are in focus matters: nobody to all of them.
    let mut table = sheets::table(Grouping::Five, 1, 0);
    let total = GivenTotal { scope: Scope::Level(0), column: None, people: 50 };
    table.give_total(total).expect("a scope");
    let open = assessed(&table).whole;
    assert_eq!((open.focus.low, open.focus.high, open.base.exact()), (0, Some(50), Some(50)));
    assert!(open.ranges.is_some_and(|ranges| ranges.exact), "{open:?}");
}

#[test]
fn the_benchmark_is_called_derived_only_where_the_focus_share_is() {
    let table = sheets::table(Grouping::Two, 3, 0);
    let is_derived = |id: &str| {
        let pack = benchmark::by_id(id).expect("in the catalogue");
        let workforce = sheets::workforce(table.clone());
        let assessment = assess(&workforce, &pack, sheets::focus(), &Method::default());
        let warnings = assessment.expect("comparable").warnings;
        warnings.contains(&Warning::BenchmarkIsDerived)
    };
    assert!(!is_derived("cph-2026-01"), "28.91 % is reported, 71.09 % is the rest");
    assert!(is_derived("byen-2026-01"), "26.91 % is added up from four municipalities");
}

/// A small generator with a fixed seed (Marsaglia 2003, xorshift), so that the test is the same
/// everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[test]
fn diversity_without_equity_is_rarely_claimed_where_only_chance_rules() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let shapes: [&[u32]; 4] =
        [&[20, 15, 10], &[60, 40, 20, 8], &[150, 120, 80, 40, 12], &[400, 300, 50]];
    for shape in shapes {
        let runs = 600;
        let mut claimed = 0;
        for _ in 0..runs {
            let counts: Vec<(u32, u32)> = shape
                .iter()
                .map(|&people| {
                    (people, (0..people).map(|_| u32::from(chance.next() < 0.2891)).sum())
                })
                .collect();
            let workforce = sheets::by_level(&counts);
            let assessment =
                assess(&workforce, &sheets::city(), sheets::focus(), &Method::default())
                    .expect("comparable");
            let strength = assessment.diversity_without_equity.conclusion.value();
            claimed += u32::from(matches!(strength, Some(Strength::Likely | Strength::Clear)));
        }
        assert!(f64::from(claimed) <= 0.05 * f64::from(runs), "{shape:?}: {claimed} of {runs}");
    }
}
