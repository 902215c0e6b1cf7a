//! What leaves beside the document: the shared table and the work made from it, exports of other
//! depths and groupings, tables that came with hidden counts, and how long a decision takes.

use crate::printed::{Printed, counts, disclosed_hiding, everything};
use crate::samples::{Chance, Kind, by_chance, fill, table};
use crate::solver::given_away;
use byspejl::analysis::disclosure::{Disclosed, THRESHOLD, protect, suppressed_table};
use byspejl::analysis::{Method, NotComparable, assess};
use byspejl::benchmark;
use byspejl::session::{Event, Name, Part, Session, Work, check};
use byspejl::workforce::{
    Column, DataQuality, Focus, GivenTotal, Grouping, Headcount, Origin, OutsourcedWork, Row,
    Scope, Sector, Workforce, WorkforceTable,
};

const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);

fn decided(table: &WorkforceTable) -> Disclosed {
    protect(table, Focus::default(), THRESHOLD).expect("countable")
}

fn workforce(table: WorkforceTable) -> Workforce {
    Workforce {
        name: None,
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: None,
        table,
    }
}

fn table_of(work: &Work) -> WorkforceTable {
    let name = |_: Part, name: &Name| format!("{name:?}");
    check(&work.draft, benchmark::by_id, name).workforce.table
}

fn example() -> Work {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    session.work().clone()
}

#[test]
fn work_made_to_be_shared_opens_with_its_counts_hidden_and_says_no_more_than_was_decided() {
    let work = example();
    let table = table_of(&work);
    let disclosed = decided(&table);
    assert!(disclosed.hides_something(), "the example has small counts");
    let public = suppressed_table(&table, &disclosed).expect("the same shape");
    let opened = table_of(&work.with_counts_of(&public));
    let mut printed = everything(&table, Focus::default(), &disclosed);
    printed.print_table(&opened);
    assert_eq!(given_away(&printed), []);
    for (row, column) in printed.cells.clone() {
        let shown = disclosed.cell(row, column);
        let known = opened.cell(row, column).and_then(Headcount::known).map(u64::from);
        assert_eq!(known, shown, "{row:?} {column:?}");
    }
}

#[test]
fn shared_work_of_any_table_can_be_assessed() {
    let mut chance = Chance(5);
    for round in 0..60 {
        let kind = Kind::ALL[round % 5];
        let (levels, areas) = (chance.under(6) as usize, chance.under(4) as usize);
        let table = by_chance(&mut chance, kind, Grouping::ALL[round % 4], levels, areas);
        let public = suppressed_table(&table, &decided(&table)).expect("the same shape");
        let city = benchmark::default_benchmark();
        let shared = workforce(public);
        let assessed = assess(&shared, &city, Focus::default(), &Method::default());
        let assessed = assessed.expect("comparable");
        assert!(!format!("{:?}", assessed.warnings).contains("Contradict"), "{table:?}");
    }
}

#[test]
fn a_coarser_grouping_shows_what_the_finest_allows_and_nothing_else() {
    let rows = vec![vec![60, 6, 20, 7, 1], vec![50, 9, 14, 6, 8], vec![70, 9, 11, 5, 7]];
    let table = table(Grouping::Five, 3, 0, &rows);
    let disclosed = decided(&table);
    let level = Scope::Level(0);
    assert_eq!(disclosed.group(level, Origin::ImmigrantOrDescendant), Some(34));
    assert_eq!(disclosed.group(level, Origin::Danish), Some(60));
    assert_eq!(disclosed.group(level, Origin::DescendantNonWestern), None);
    assert_eq!(disclosed.group(level, Origin::NonWestern), None);
    assert_eq!(disclosed.group(Scope::WholeOrganisation, Origin::NonWestern), Some(61));
}

#[test]
fn a_group_the_table_does_not_have_is_not_shown() {
    let disclosed = decided(&table(Grouping::Two, 0, 0, &[vec![60, 20]]));
    assert_eq!(disclosed.group(Scope::WholeOrganisation, Origin::Western), None);
    assert_eq!(disclosed.group(Scope::Level(4), Origin::Danish), None);
}

#[test]
fn a_focus_group_finer_than_the_table_is_refused() {
    let table = table(Grouping::Two, 0, 0, &[vec![60, 20]]);
    let focus = Focus::of(&[Origin::Western]).expect("a part of everybody");
    let refused = protect(&table, focus, THRESHOLD).map(|_| ());
    assert_eq!(refused, Err(NotComparable::FocusNotInFigures));
}

#[test]
fn the_same_table_is_always_decided_alike() {
    let mut chance = Chance(17);
    for kind in Kind::ALL {
        let table = by_chance(&mut chance, kind, Grouping::Five, 4, 3);
        let printed = |disclosed: &Disclosed| {
            let hiding = disclosed_hiding(disclosed);
            Printed::of(&table, Focus::default(), &hiding).sums
        };
        assert_eq!(printed(&decided(&table)), printed(&decided(&table)));
    }
}

#[test]
fn counts_that_came_hidden_stay_hidden_and_their_total_is_kept_where_it_was_given() {
    let mut table = table(Grouping::Two, 3, 0, &[vec![60, 20], vec![50, 30], vec![40, 9]]);
    let row = Row { level: Some(2), area: None };
    table.set(row, FOCUS, Headcount::Suppressed { low: 1, high: 4 }).expect("in the table");
    let bare = decided(&table);
    assert_eq!((bare.people(Scope::Level(2)), bare.people(Scope::WholeOrganisation)), (None, None));
    assert_eq!(bare.outside_focus(Scope::Level(2)), None);
    let total = GivenTotal { scope: Scope::Level(2), column: None, people: 43 };
    table.give_total(total).expect("a scope");
    let given = decided(&table);
    assert_eq!(given.people(Scope::Level(2)), Some(43));
    assert_eq!(given.people(Scope::WholeOrganisation), Some(203));
    assert_eq!(given.counts(Scope::Level(2)), None);
    assert_eq!(given.counts(Scope::WholeOrganisation), None);
    for disclosed in [bare, given] {
        let printed = everything(&table, Focus::default(), &disclosed);
        assert_eq!(given_away(&printed), []);
    }
}

#[test]
fn tables_that_came_with_hidden_counts_keep_three_numbers_for_every_hidden_one() {
    let mut chance = Chance(23);
    for round in 0..60 {
        let (levels, areas) = (1 + chance.under(4) as usize, chance.under(3) as usize);
        let grouping = Grouping::ALL[round % 4];
        let mut table = by_chance(&mut chance, Kind::ALL[round % 5], grouping, levels, areas);
        for row in table.stated_rows().collect::<Vec<_>>() {
            hide_by_chance(&mut chance, &mut table, row);
        }
        let disclosed = decided(&table);
        assert_eq!(given_away(&everything(&table, Focus::default(), &disclosed)), [], "{table:?}");
    }
}

/// Hides some cells of a row, sometimes with the row's total given.
fn hide_by_chance(chance: &mut Chance, table: &mut WorkforceTable, row: Row) {
    let columns: Vec<Column> = table.columns().collect();
    let people = |table: &WorkforceTable, column: &Column| {
        table.cell(row, *column).and_then(Headcount::known).expect("known")
    };
    let total: u32 = columns.iter().map(|column| people(table, column)).sum();
    for column in columns {
        let count = people(table, &column);
        if (1..5).contains(&count) && chance.under(2) == 0 {
            let hidden = Headcount::Suppressed { low: 1, high: 4 };
            table.set(row, column, hidden).expect("in the table");
        } else if chance.under(12) == 0 {
            table.set(row, column, Headcount::Missing).expect("in the table");
        }
    }
    let scope = match (row.level, row.area) {
        (Some(level), Some(area)) => Scope::Cell { level, area },
        (Some(level), None) => Scope::Level(level),
        _ => return,
    };
    if chance.under(2) == 0 {
        table.give_total(GivenTotal { scope, column: None, people: total }).expect("a scope");
    }
}

#[test]
fn people_without_stated_level_area_or_origin_are_protected_as_well() {
    let rows = vec![vec![60, 20, 3], vec![50, 30, 12], vec![40, 9, 0]];
    let mut table = table(Grouping::Two, 3, 0, &rows);
    fill(&mut table, Row { level: None, area: None }, &[12, 2, 0]);
    let disclosed = decided(&table);
    assert_eq!(disclosed.not_stated(Scope::Level(0)), None);
    assert_eq!(disclosed.not_stated(Scope::Level(2)), Some(0));
    assert_eq!(disclosed.cell(Row { level: None, area: None }, FOCUS), None);
    assert_eq!(given_away(&everything(&table, Focus::default(), &disclosed)), []);
}

#[test]
fn the_largest_table_is_decided_without_hiding_everything() {
    let mut chance = Chance(1);
    let table = by_chance(&mut chance, Kind::Mixed, Grouping::Five, 8, 30);
    let disclosed = decided(&table);
    let levels = (0..8).filter(|&level| disclosed.counts(Scope::Level(level)).is_some()).count();
    let areas = (0..30).filter(|&area| disclosed.counts(Scope::Area(area)).is_some()).count();
    assert_eq!((levels, areas), (8, 30));
    let truth = counts(&table);
    let shown = everything(&table, Focus::default(), &disclosed);
    assert!(shown.allows(&truth));
    let shown = shown.sums.keys().filter(|cells| cells.len() == 1).count();
    assert!(2 * shown > truth.len(), "{shown} of {}", truth.len());
}
