//! What was read into the user's work: the figures change, everything else stays.
//!
//! Absent: questions and problems, which stand in the reading and were shown before. Read next:
//! [`super::reading`].

use super::count;
use super::reading::{LevelName, ReadCell, Reading};
use crate::session::{
    AreaKey, Depth, Draft, GridColumn, LevelKey, Name, NamedPart, PartId, RowKey, Work,
};
use crate::sorted::SortedMap;
use crate::workforce::{Column, Headcount};

/// The work with the figures of a reading in place of its own.
///
/// Organisation, dates, benchmark and pledge stay. A level or area of the same name keeps its
/// identity, and with it what was pledged for it; figures of the old ones are gone. A total that
/// stood in the file goes along where a row needs it, because something in the row is not known.
pub fn into_work(reading: &Reading, work: &Work) -> Work {
    let mut draft = Draft {
        grouping: reading.grouping,
        depth: depth(reading),
        not_stated_rows: has_not_stated(reading),
        cells: SortedMap::default(),
        is_example: false,
        ..work.draft.clone()
    };
    if work.draft.is_example {
        // The invented organisation's day is not the user's.
        draft.reporting_date.clear();
    }
    let mut next = draft.new_id().0;
    let mut part = |known: &[NamedPart], name: Name| {
        let id = known.iter().find(|part| part.name == name).map(|part| part.id);
        let id = id.unwrap_or_else(|| {
            next += 1;
            PartId(next - 1)
        });
        NamedPart { id, name }
    };
    if !reading.levels.is_empty() {
        let names = reading.levels.iter().map(level_name);
        draft.levels = names.map(|name| part(&work.draft.levels, name)).collect();
    }
    if !reading.areas.is_empty() {
        let names = reading.areas.iter().cloned().map(Name::Own);
        draft.areas = names.map(|name| part(&work.draft.areas, name)).collect();
    }
    for cell in &reading.cells {
        if let Some(row) = row(&draft, reading, cell.level, cell.area) {
            draft.set_text(row, GridColumn::Count(cell.column), count::write(cell.count));
        }
    }
    give_totals(&mut draft, reading);
    Work { draft, pledge: work.pledge.clone() }
}

fn depth(reading: &Reading) -> Depth {
    match (reading.levels.is_empty(), reading.areas.is_empty()) {
        (true, true) => Depth::Totals,
        (false, true) => Depth::Levels,
        (_, false) => Depth::LevelsAndAreas,
    }
}

/// Whether a row is about people without stated level or area.
fn has_not_stated(reading: &Reading) -> bool {
    let is_not_stated = |cell: &ReadCell| match depth(reading) {
        Depth::Totals => false,
        Depth::Levels => cell.level.is_none(),
        Depth::LevelsAndAreas => cell.level.is_none() || cell.area.is_none(),
    };
    reading.cells.iter().any(is_not_stated)
}

fn level_name(level: &LevelName) -> Name {
    match level.preset {
        Some(preset) => Name::Preset(preset),
        None => Name::Own(level.name.clone()),
    }
}

/// The row of the grid that a level and an area of the reading mean.
fn row(
    draft: &Draft,
    reading: &Reading,
    level: Option<usize>,
    area: Option<usize>,
) -> Option<RowKey> {
    let level = match level {
        Some(level) => LevelKey::Level(draft.levels.get(level)?.id),
        None if depth(reading) == Depth::Totals => LevelKey::All,
        None => LevelKey::NotStated,
    };
    let area = match area {
        Some(area) => AreaKey::Area(draft.areas.get(area)?.id),
        None if reading.areas.is_empty() => AreaKey::All,
        None => AreaKey::NotStated,
    };
    Some(RowKey { level, area })
}

fn give_totals(draft: &mut Draft, reading: &Reading) {
    let groups = reading.grouping.groups();
    for total in reading.totals.iter().filter(|total| total.column.is_none()) {
        let is_here = |cell: &&ReadCell| cell.level == total.level && cell.area == total.area;
        let known = reading.cells.iter().filter(is_here).filter(|cell| {
            matches!(cell.count, Headcount::Known(_)) && matches!(cell.column, Column::Group(_))
        });
        // A total of several rows has no place in the grid, and a whole row needs none.
        let is_a_row = reading.cells.iter().any(|cell| is_here(&cell));
        if is_a_row
            && known.count() < groups.len()
            && let Some(row) = row(draft, reading, total.level, total.area)
        {
            draft.set_text(row, GridColumn::GivenTotal, total.people.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::reading::{At, ReadTotal};
    use crate::session::{Event, PresetLevel, Session};
    use crate::workforce::{Grouping, Origin};

    const AT: At = At { sheet: 0, row: 1, column: 1 };
    const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);
    const DANISH: Column = Column::Group(Origin::Danish);

    fn cell(level: Option<usize>, area: Option<usize>, column: Column, people: u32) -> ReadCell {
        ReadCell { level, area, column, count: Headcount::Known(people), at: vec![AT] }
    }

    fn level(name: &str, preset: Option<PresetLevel>) -> LevelName {
        LevelName { name: name.to_owned(), preset }
    }

    fn example() -> Work {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        session.work().clone()
    }

    fn texts(work: &Work) -> Vec<&str> {
        work.draft.cells.iter().map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn levels_keep_their_identity_by_name_and_new_ones_get_a_new_one() {
        let work = example();
        let reading = Reading {
            levels: vec![
                level("Vikarer", None),
                level("Ledelse", Some(PresetLevel::Management)),
                level("Direktion", None),
            ],
            cells: vec![cell(Some(1), None, FOCUS, 7)],
            ..Reading::default()
        };
        let read = into_work(&reading, &work).draft;
        let management = work.draft.levels[4].id;
        assert_eq!(read.levels[1].id, management);
        for new in [read.levels[0].id, read.levels[2].id] {
            assert!(work.draft.levels.iter().all(|known| known.id != new));
        }
        let row = RowKey { level: LevelKey::Level(management), area: AreaKey::All };
        assert_eq!(read.text(row, GridColumn::Count(FOCUS)), "7");
        assert_eq!((read.cells.len(), read.depth), (1, Depth::Levels));
    }

    #[test]
    fn the_example_is_no_longer_one_and_its_day_is_gone() {
        let read = into_work(&Reading::default(), &example()).draft;
        assert!(!read.is_example && read.reporting_date.is_empty());
        let mut own = example();
        own.draft.is_example = false;
        own.draft.organisation = "Værftet".to_owned();
        let read = into_work(&Reading::default(), &own).draft;
        assert_eq!(
            (read.organisation, read.reporting_date),
            (own.draft.organisation, own.draft.reporting_date)
        );
    }

    #[test]
    fn totals_alone_are_one_row() {
        let cells = vec![cell(None, None, DANISH, 90), cell(None, None, FOCUS, 10)];
        let read = into_work(&Reading { cells, ..Reading::default() }, &Work::default());
        assert_eq!(read.draft.depth, Depth::Totals);
        let row = RowKey { level: LevelKey::All, area: AreaKey::All };
        assert_eq!(read.draft.text(row, GridColumn::Count(FOCUS)), "10");
    }

    #[test]
    fn people_without_stated_level_or_area_have_rows_of_their_own() {
        let reading = Reading {
            areas: vec!["Drift".to_owned()],
            cells: vec![cell(None, Some(0), FOCUS, 3), cell(None, None, FOCUS, 4)],
            ..Reading::default()
        };
        let read = into_work(&reading, &Work::default()).draft;
        assert!(read.not_stated_rows);
        assert_eq!(read.depth, Depth::LevelsAndAreas);
        let area = AreaKey::Area(read.areas[0].id);
        for (area, people) in [(area, "3"), (AreaKey::NotStated, "4")] {
            let row = RowKey { level: LevelKey::NotStated, area };
            assert_eq!(read.text(row, GridColumn::Count(FOCUS)), people);
        }
    }

    #[test]
    fn a_total_goes_along_only_where_something_is_not_known() {
        let total = |people| ReadTotal { level: None, area: None, column: None, people, at: AT };
        let mut reading = Reading {
            grouping: Grouping::Two,
            cells: vec![cell(None, None, DANISH, 90), cell(None, None, FOCUS, 10)],
            totals: vec![total(101)],
            ..Reading::default()
        };
        assert_eq!(texts(&into_work(&reading, &Work::default())), ["90", "10"]);
        reading.cells[1].count = Headcount::Suppressed { low: 1, high: 4 };
        let read = into_work(&reading, &Work::default());
        let mut found = texts(&read);
        found.sort_unstable();
        assert_eq!(found, ["101", "90", "<5"]);
    }
}
