//! A reading becomes work: the user's present work with the file's figures in it.
//!
//! What a file does not say is kept: the organisation, where the figures come from, the benchmark,
//! the pledge. A level that was there before keeps its identifier, so that what was edited about it
//! in the pledge stays with it.
//!
//! The draft's own conventions hold for what is read too: an empty cell for people without stated
//! origin, and an empty row for people without stated level or area, stand for nobody. Absent:
//! reading itself ([`super::recognise`]). Read next: [`crate::session::check`].

mod parts;

use super::count;
use super::reading::{ReadCell, ReadTotal, Reading};
use crate::session::{AreaKey, Depth, Draft, GridColumn, LevelKey, RowKey, Work};
use crate::workforce::{Column, Date};
use parts::{Identifiers, areas, levels};

/// The present work with the figures of a file instead of its own.
///
/// Areas without levels become areas with one level that everybody is in, because the draft has no
/// areas without levels: every figure for an area and for the whole is the file's.
#[must_use]
pub fn into_work(reading: &Reading, work: &Work) -> Work {
    let mut identifiers = Identifiers::of(work);
    let mut draft = Draft { is_example: false, grouping: reading.grouping, ..work.draft.clone() };
    draft.cells.clear();
    draft.depth = match (reading.levels.is_empty(), reading.areas.is_empty()) {
        (true, true) => Depth::Totals,
        (false, true) => Depth::Levels,
        (_, false) => Depth::LevelsAndAreas,
    };
    if draft.depth != Depth::Totals {
        draft.levels = levels(&reading.levels, &work.draft.levels, &mut identifiers);
    }
    if !reading.areas.is_empty() {
        draft.areas = areas(&reading.areas, &work.draft.areas, &mut identifiers);
    }
    let is_unplaced = |level: Option<usize>, area: Option<usize>| {
        level.is_none() && !reading.levels.is_empty() || area.is_none() && !reading.areas.is_empty()
    };
    draft.not_stated_rows = reading.cells.iter().any(|cell| is_unplaced(cell.level, cell.area));
    for cell in &reading.cells {
        if let Some(row) = row(reading, &draft, cell.level, cell.area) {
            draft.set_text(row, GridColumn::Count(cell.column), count::write(cell.count));
        }
    }
    for total in &reading.totals {
        let is_of_a_row = total.column.is_none() && !is_unplaced(total.level, total.area);
        if let Some(row) = row(reading, &draft, total.level, total.area)
            && is_of_a_row
            && is_open(reading, total)
        {
            draft.set_text(row, GridColumn::GivenTotal, total.people.to_string());
        }
    }
    match reading.period.as_deref().and_then(day) {
        Some(day) => draft.reporting_date = day.to_string(),
        // The day of invented figures says nothing about these.
        None if work.draft.is_example => draft.reporting_date.clear(),
        None => {}
    }
    Work { draft, ..work.clone() }
}

/// The draft's row for a place of the reading; `None` for a place that the reading does not have.
fn row(
    reading: &Reading,
    draft: &Draft,
    level: Option<usize>,
    area: Option<usize>,
) -> Option<RowKey> {
    let level = match level {
        Some(index) => LevelKey::Level(draft.levels.get(index)?.id),
        None if !reading.levels.is_empty() => LevelKey::NotStated,
        None if reading.areas.is_empty() => LevelKey::All,
        None => LevelKey::Level(draft.levels.first()?.id),
    };
    let area = match area {
        Some(index) => AreaKey::Area(draft.areas.get(index)?.id),
        None if reading.areas.is_empty() => AreaKey::All,
        None => AreaKey::NotStated,
    };
    Some(RowKey { level, area })
}

/// Whether some count of the total's row is hidden or missing, so that the total says something.
///
/// A blank "origin not stated" is nobody, as when it is left blank in the grid; one that could not
/// be read is missing.
fn is_open(reading: &Reading, total: &ReadTotal) -> bool {
    let cell = |column: Column| {
        reading
            .cells
            .iter()
            .find(|cell| (cell.level, cell.area, cell.column) == (total.level, total.area, column))
    };
    let is_known = |cell: &ReadCell| cell.count.known().is_some();
    let is_blank = |cell: &ReadCell| {
        let is_unread = reading.problems.iter().any(|problem| cell.at.contains(&problem.at));
        cell.count.is_missing() && !is_unread
    };
    let groups = reading.grouping.groups();
    groups.iter().any(|&group| !cell(Column::Group(group)).is_some_and(is_known))
        || cell(Column::OriginNotStated).is_some_and(|cell| !is_known(cell) && !is_blank(cell))
}

/// The day that a period names: a date, or the first day of a quarter ("2026K1", "2026 Q1"), which
/// is when Statistics Denmark counts. A year or a month names none.
fn day(period: &str) -> Option<Date> {
    let period = period.trim();
    if let Ok(day) = period.parse() {
        return Some(day);
    }
    let (year, rest) = period.split_at_checked(4)?;
    if !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let quarter = match rest.trim_start_matches([' ', '-']).strip_prefix(['K', 'k', 'Q', 'q'])? {
        "1" => 0,
        "2" => 1,
        "3" => 2,
        "4" => 3,
        _ => return None,
    };
    Date::new(year.parse().ok()?, 3 * quarter + 1, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::reading::{At, LevelName};
    use crate::session::{Checked, Event, Name, Place, Session, check};
    use crate::workforce::{Bounds, Focus, Grouping, Headcount, Origin, Row, Scope};

    const DANISH: Column = Column::Group(Origin::Danish);
    const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);
    const AT: At = At { sheet: 0, row: 1, column: 1 };

    type Who = (Option<usize>, Option<usize>);

    fn own(name: &str) -> LevelName {
        LevelName { name: name.to_owned(), preset: None }
    }

    fn reading(levels: &[&str], areas: &[&str], cells: &[(Who, Column, Headcount)]) -> Reading {
        let cell = |&((level, area), column, count): &(Who, Column, Headcount)| ReadCell {
            level,
            area,
            column,
            count,
            at: vec![AT],
        };
        Reading {
            levels: levels.iter().map(|name| own(name)).collect(),
            areas: areas.iter().map(|name| (*name).to_owned()).collect(),
            cells: cells.iter().map(cell).collect(),
            ..Reading::default()
        }
    }

    fn pair(place: Who, danish: u32, focus: u32) -> [(Who, Column, Headcount); 2] {
        [(place, DANISH, Headcount::Known(danish)), (place, FOCUS, Headcount::Known(focus))]
    }

    /// Without benchmarks to choose from, and without the problem that this is.
    fn checked(work: &Work) -> Checked {
        let name = |_, name: &Name| match name {
            Name::Own(own) => own.clone(),
            other => format!("{other:?}"),
        };
        let mut checked = check(&work.draft, |_| None, name);
        checked.problems.retain(|problem| problem.place != Place::Benchmark);
        checked
    }

    /// Every cell of the reading stands in the table as it was read.
    fn assert_same_counts(reading: &Reading) -> Work {
        let work = into_work(reading, &Work::default());
        let Checked { workforce, problems, .. } = checked(&work);
        assert_eq!(problems, []);
        for cell in &reading.cells {
            let row = Row { level: cell.level, area: cell.area };
            assert_eq!(workforce.table.cell(row, cell.column), Some(cell.count), "{cell:?}");
        }
        work
    }

    fn focus_and_base(work: &Work, scope: Scope) -> (Bounds, Bounds) {
        checked(work).workforce.table.focus_and_base(scope, Focus::default())
    }

    fn exactly(people: u64) -> Bounds {
        Bounds { low: people, high: Some(people) }
    }

    #[test]
    fn levels_keep_their_counts_and_their_order() {
        let rows = [((Some(0), None), 20, 80), ((Some(1), None), 60, 40), ((Some(2), None), 9, 1)];
        let cells: Vec<_> = rows.into_iter().flat_map(|(at, d, f)| pair(at, d, f)).collect();
        let work = assert_same_counts(&reading(&["Drift", "Plan", "Top"], &[], &cells));
        let names: Vec<String> =
            checked(&work).workforce.table.levels().iter().map(|l| l.name.clone()).collect();
        assert_eq!(names, ["Drift", "Plan", "Top"]);
        assert_eq!(work.draft.depth, Depth::Levels);
        assert!(!work.draft.not_stated_rows);
    }

    #[test]
    fn one_row_for_the_whole_organisation_is_enough() {
        let work = assert_same_counts(&reading(&[], &[], &pair((None, None), 72, 28)));
        assert_eq!(work.draft.depth, Depth::Totals);
        assert_eq!(focus_and_base(&work, Scope::WholeOrganisation), (exactly(28), exactly(100)));
    }

    #[test]
    fn eight_levels_in_thirty_areas_keep_every_count() {
        let names = |count: usize| (0..count).map(|n| n.to_string()).collect::<Vec<_>>();
        let (levels, areas) = (names(8), names(30));
        let mut cells = Vec::new();
        for level in 0..8_u32 {
            for area in 0..30_u32 {
                let place = (Some(level as usize), Some(area as usize));
                cells.extend(pair(place, 100 * level + area, area + 1));
            }
        }
        let levels: Vec<&str> = levels.iter().map(String::as_str).collect();
        let areas: Vec<&str> = areas.iter().map(String::as_str).collect();
        let read = reading(&levels, &areas, &cells);
        let work = assert_same_counts(&read);
        // 1 + 2 + ... + 30 on each of eight levels.
        assert_eq!(focus_and_base(&work, Scope::WholeOrganisation).0, exactly(8 * 465));
        let mut ids: Vec<u32> =
            work.draft.levels.iter().chain(&work.draft.areas).map(|part| part.id.0).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 38);
    }

    #[test]
    fn hidden_and_missing_counts_stay_hidden_and_missing() {
        let hidden = |low, high| Headcount::Suppressed { low, high };
        let at = |level| (Some(level), None);
        let cells = [
            (at(0), DANISH, hidden(0, 4)),
            (at(0), FOCUS, hidden(1, 4)),
            (at(1), DANISH, Headcount::Known(0)),
            (at(1), FOCUS, Headcount::Missing),
            (at(2), DANISH, hidden(2, 9)),
            (at(2), FOCUS, hidden(1, 1)),
        ];
        let work = assert_same_counts(&reading(&["a", "b", "c"], &[], &cells));
        assert!(work.draft.cells.iter().any(|(_, text)| &**text == "<5"));
        assert!(work.draft.cells.iter().any(|(_, text)| &**text == "2-9"));
    }

    #[test]
    fn people_without_level_or_area_count_where_they_are_known_to_be() {
        let mut cells = Vec::from(pair((Some(0), Some(0)), 10, 1));
        cells.extend(pair((Some(1), Some(0)), 20, 2));
        cells.extend(pair((Some(2), Some(0)), 30, 3));
        cells.extend(pair((None, Some(0)), 40, 4));
        cells.extend(pair((Some(0), None), 50, 5));
        cells.push(((Some(0), Some(0)), Column::OriginNotStated, Headcount::Known(7)));
        let work = assert_same_counts(&reading(&["a", "b", "c"], &["x"], &cells));
        assert!(work.draft.not_stated_rows);
        assert_eq!(focus_and_base(&work, Scope::Area(0)), (exactly(10), exactly(110)));
        assert_eq!(focus_and_base(&work, Scope::Level(0)), (exactly(6), exactly(66)));
        assert_eq!(focus_and_base(&work, Scope::WholeOrganisation), (exactly(15), exactly(165)));
    }

    #[test]
    fn areas_without_levels_have_the_figures_of_the_file() {
        let mut cells = Vec::from(pair((None, Some(0)), 70, 30));
        cells.extend(pair((None, Some(1)), 45, 5));
        cells.extend(pair((None, None), 8, 2));
        let work = into_work(&reading(&[], &["Drift", "Salg"], &cells), &Work::default());
        assert_eq!(checked(&work).problems, []);
        assert_eq!(focus_and_base(&work, Scope::Area(0)), (exactly(30), exactly(100)));
        assert_eq!(focus_and_base(&work, Scope::Area(1)), (exactly(5), exactly(50)));
        assert_eq!(focus_and_base(&work, Scope::WholeOrganisation), (exactly(37), exactly(160)));
        assert_eq!(work.draft.levels.len(), 1);
    }

    #[test]
    fn a_total_is_taken_only_where_it_says_something() {
        let hidden = Headcount::Suppressed { low: 1, high: 4 };
        let mut cells = Vec::from(pair((Some(0), None), 70, 30));
        cells.extend([((Some(1), None), DANISH, Headcount::Known(50))]);
        cells.extend([((Some(1), None), FOCUS, hidden)]);
        let mut read = reading(&["a", "b", "c"], &[], &cells);
        for (level, column, people) in [
            (Some(0), None, 100),
            (Some(1), None, 53),
            (None, None, 153),
            (Some(1), Some(FOCUS), 3),
        ] {
            read.totals.push(ReadTotal { level, area: None, column, people, at: AT });
        }
        let work = into_work(&read, &Work::default());
        let typed: Vec<&str> = work
            .draft
            .cells
            .iter()
            .filter(|((_, column), _)| *column == GridColumn::GivenTotal.id())
            .map(|(_, text)| &**text)
            .collect();
        assert_eq!(typed, ["53"]);
        assert_eq!(focus_and_base(&work, Scope::Level(1)), (exactly(3), exactly(53)));
    }

    #[test]
    fn what_the_file_does_not_say_stays() {
        let mut present = Work::default();
        present.draft.organisation = "Vagt A/S".to_owned();
        present.draft.counting_rule = "uden vikarer".to_owned();
        present.draft.reporting_date = "2024-12-31".to_owned();
        present.pledge.note = "Vores ord".to_owned();
        let mut read = reading(&[], &[], &pair((None, None), 1, 2));
        read.grouping = Grouping::Two;
        read.period = Some("2025".to_owned());
        let work = into_work(&read, &present);
        assert_eq!(work.pledge, present.pledge);
        let figures =
            Draft { cells: work.draft.cells.clone(), depth: Depth::Totals, ..present.draft };
        assert_eq!(work.draft, figures);
    }

    #[test]
    fn the_examples_day_and_mark_do_not_stay_with_real_figures() {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        let work = into_work(&reading(&[], &[], &pair((None, None), 1, 2)), session.work());
        assert!(!work.draft.is_example);
        assert_eq!(work.draft.reporting_date, "");
        assert_eq!(work.draft.cells.len(), 2);
    }

    #[test]
    fn days_and_quarters_are_days_and_years_are_not() {
        for (period, expected) in [
            ("2025-12-31", Some("2025-12-31")),
            ("2026K1", Some("2026-01-01")),
            (" 2026 Q4", Some("2026-10-01")),
            ("2025", None),
            ("2025-12", None),
            ("2025K5", None),
            ("1. kvartal", None),
            ("æøåæøå", None),
        ] {
            let found = day(period).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{period}");
        }
    }
}
