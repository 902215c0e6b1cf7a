//! What a file says comes out the same in the project file, and in the verdicts.

use byspejl::analysis::{Method, assess};
use byspejl::benchmark;
use byspejl::exchange::import::into_work;
use byspejl::exchange::project;
use byspejl::exchange::reading::{At, LevelName, ReadCell, Reading};
use byspejl::session::{Work, check};
use byspejl::text::{Lang, part_name};
use byspejl::workforce::{
    Area, Column, Focus, Grouping, Headcount, Origin, Row, Workforce, WorkforceTable,
};

const AT: At = At { sheet: 0, row: 1, column: 1 };

/// Rows of (level, area, Danish origin, immigrants and descendants).
fn reading(
    levels: usize,
    areas: &[&str],
    rows: &[(Option<usize>, Option<usize>, u32, u32)],
) -> Reading {
    let level =
        |number: usize| LevelName { name: ["Trin ", &number.to_string()].concat(), preset: None };
    let cells = rows.iter().flat_map(|&(level, area, danish, focus)| {
        [(Origin::Danish, danish), (Origin::ImmigrantOrDescendant, focus)].map(|(group, people)| {
            let (column, count) = (Column::Group(group), Headcount::Known(people));
            ReadCell { level, area, column, count, at: vec![AT] }
        })
    });
    Reading {
        levels: (0..levels).map(level).collect(),
        areas: areas.iter().map(|name| (*name).to_owned()).collect(),
        cells: cells.collect(),
        ..Reading::default()
    }
}

fn workforce(work: &Work) -> Workforce {
    let name = |part, name: &_| part_name(Lang::Da, part, name);
    let checked = check(&work.draft, benchmark::by_id, name);
    assert_eq!(checked.problems, []);
    checked.workforce
}

#[test]
fn what_was_read_survives_being_saved() {
    let every: Vec<_> =
        (0..8).flat_map(|level| (0..30).map(move |area| (Some(level), Some(area), 9, 1))).collect();
    let names: Vec<String> = (0..30).map(|number: usize| number.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for read in [
        reading(0, &[], &[(None, None, 72, 28)]),
        reading(5, &[], &[(Some(0), None, 20, 80), (Some(4), None, 9, 1), (None, None, 3, 4)]),
        reading(0, &["Drift", "Salg"], &[(None, Some(0), 70, 30), (None, Some(1), 45, 5)]),
        reading(8, &names, &every),
    ] {
        let first = into_work(&read, &Work::default());
        let again = into_work(&read, &first);
        assert_eq!(first, again, "the same file once more changes nothing");
        assert_eq!(project::read(&project::write(&first)), Ok(first));
    }
}

#[test]
fn identifiers_stay_in_bounds_however_many_files_are_opened() {
    let mut work = Work::default();
    for round in 0..200 {
        let mut read = reading(8, &["Drift", "Salg"], &[]);
        for level in &mut read.levels {
            level.name.push_str(&round.to_string());
        }
        work = into_work(&read, &work);
    }
    assert_eq!(project::read(&project::write(&work)), Ok(work));
}

#[test]
fn areas_without_levels_get_the_verdicts_of_areas_alone() {
    let rows = [(None, Some(0), 70, 30), (None, Some(1), 190, 10), (None, Some(2), 20, 41)];
    let work = into_work(&reading(0, &["Drift", "Salg", "Lager"], &rows), &Work::default());
    let imported = workforce(&work);
    let areas = ["Drift", "Salg", "Lager"].map(|name| Area { name: name.to_owned() });
    let mut table =
        WorkforceTable::new(Grouping::Two, vec![], areas.to_vec()).expect("three areas");
    for (level, area, danish, focus) in rows {
        let row = Row { level, area };
        for (group, people) in [(Origin::Danish, danish), (Origin::ImmigrantOrDescendant, focus)] {
            let count = Headcount::Known(people);
            table.set(row, Column::Group(group), count).expect("in the table");
        }
    }
    let alone = Workforce { table, ..imported.clone() };
    let verdicts = |workforce: &Workforce| {
        let benchmark = benchmark::default_benchmark();
        assess(workforce, &benchmark, Focus::default(), &Method::default()).expect("comparable")
    };
    let (imported, alone) = (verdicts(&imported), verdicts(&alone));
    assert_eq!(imported.whole, alone.whole);
    assert_eq!(imported.areas, alone.areas);
    assert_eq!(imported.area_equity, alone.area_equity);
}

#[test]
fn a_grand_total_is_not_the_total_of_people_without_a_level() {
    use byspejl::exchange::reading::ReadTotal;
    let mut read = reading(
        3,
        &[],
        &[(Some(0), None, 200, 100), (Some(1), None, 200, 40), (Some(2), None, 80, 10)],
    );
    let cell = |group, count| ReadCell {
        level: None,
        area: None,
        column: Column::Group(group),
        count,
        at: vec![AT],
    };
    read.cells.push(cell(Origin::Danish, Headcount::Known(3)));
    read.cells.push(cell(Origin::ImmigrantOrDescendant, Headcount::Missing));
    read.totals.push(ReadTotal { level: None, area: None, column: None, people: 640, at: AT });
    let table = workforce(&into_work(&read, &Work::default())).table;
    let row = Row { level: None, area: None };
    let focus = table.cell(row, Column::Group(Origin::ImmigrantOrDescendant));
    assert_eq!(focus, Some(Headcount::Missing));
}
