//! From the draft to a workforce, with every problem found on the way.

use super::draft::{Depth, Draft, GridColumn, Name, NamedPart};
use super::event::Part;
use super::grid::{Grid, GridRow};
use super::problem::{Place, Problem, ProblemKind};
use crate::benchmark::{self, Benchmark};
use crate::exchange::count;
use crate::workforce::{
    Area, Column, Date, GivenTotal, Headcount, Level, Row, Scope, Workforce, WorkforceTable, sum,
};

/// What a draft amounts to.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub workforce: Workforce,
    pub benchmark: Benchmark,
    /// In the order of the screen.
    pub problems: Vec<Problem>,
}

/// Checks a draft. Never fails: what cannot be read is missing in the workforce and stands
/// among the problems. `find` gives the built-in benchmark with an identifier, `name` the words for
/// a level's or area's name.
pub fn check(
    draft: &Draft,
    find: impl Fn(&str) -> Option<Benchmark>,
    name: impl Fn(Part, &Name) -> String,
) -> Checked {
    let mut problems = Vec::new();
    let reporting_date = match draft.reporting_date.trim() {
        "" => None,
        text => text
            .parse::<Date>()
            .map_err(|_| report(&mut problems, Place::ReportingDate, ProblemKind::NotADate))
            .ok(),
    };
    let own = draft.chosen_own().cloned();
    let benchmark = own.or_else(|| find(&draft.benchmark_id)).unwrap_or_else(|| {
        report(&mut problems, Place::Benchmark, ProblemKind::UnknownBenchmark);
        benchmark::default_benchmark()
    });
    if benchmark.share(crate::workforce::Focus::default()).is_none() {
        report(&mut problems, Place::Benchmark, ProblemKind::BenchmarkTooCoarse);
    }
    let table = table(draft, &name, &mut problems);
    let organisation = draft.organisation.trim();
    let workforce = Workforce {
        name: (!organisation.is_empty()).then(|| organisation.to_owned()),
        sector: draft.sector,
        data_quality: draft.data_quality,
        outsourced_work: draft.outsourced_work,
        reporting_date,
        table,
    };
    Checked { workforce, benchmark, problems }
}

fn report(problems: &mut Vec<Problem>, place: Place, kind: ProblemKind) {
    problems.push(Problem { place, kind });
}

fn table(
    draft: &Draft,
    name: &impl Fn(Part, &Name) -> String,
    problems: &mut Vec<Problem>,
) -> WorkforceTable {
    let (with_levels, with_areas) =
        (draft.depth != Depth::Totals, draft.depth == Depth::LevelsAndAreas);
    let used = |with: bool, parts: &[NamedPart]| if with { parts.to_vec() } else { Vec::new() };
    let levels = used(with_levels, &draft.levels);
    let areas = used(with_areas, &draft.areas);
    let level_names = names(Part::Level, &levels, name, problems);
    let area_names = names(Part::Area, &areas, name, problems);
    let keys = levels.iter().map(|level| level.id.0.to_string());
    let levels = keys.zip(level_names).map(|(key, name)| Level { key, name }).collect();
    let areas = area_names.into_iter().map(|name| Area { name }).collect();
    let mut table = WorkforceTable::new(draft.grouping, levels, areas)
        .expect("the draft never holds more parts than a table");
    for row in Grid::of(draft).rows {
        fill_row(draft, row, &mut table, problems);
    }
    table
}

fn names(
    part: Part,
    parts: &[NamedPart],
    name: &impl Fn(Part, &Name) -> String,
    problems: &mut Vec<Problem>,
) -> Vec<String> {
    let names: Vec<String> = parts.iter().map(|part_| name(part, &part_.name)).collect();
    for (index, known) in names.iter().enumerate() {
        let place = Place::PartName(part, parts[index].id);
        if known.trim().is_empty() {
            report(problems, place, ProblemKind::EmptyName);
        } else if names[..index].iter().any(|other| other.trim() == known.trim()) {
            report(problems, place, ProblemKind::SameName);
        }
    }
    names
}

fn fill_row(draft: &Draft, row: GridRow, table: &mut WorkforceTable, problems: &mut Vec<Problem>) {
    let at = Row { level: row.level, area: row.area };
    let mut read = |column: GridColumn| match count::read(draft.text(row.key, column)) {
        Ok(count) => count,
        Err(error) => {
            report(problems, Place::Cell(row.key, column), ProblemKind::Count(error));
            Headcount::Missing
        }
    };
    let mut counts: Vec<(Column, Headcount)> =
        table.columns().map(|column| (column, read(GridColumn::Count(column)))).collect();
    let total = read(GridColumn::GivenTotal);
    let is_stated = table.is_stated(at);
    let is_empty = counts.iter().all(|(_, count)| count.is_missing()) && total.is_missing();
    for (column, count) in &mut counts {
        let may_be_left_empty = *column == Column::OriginNotStated || (!is_stated && is_empty);
        let is_blank = || draft.text(row.key, GridColumn::Count(*column)).trim().is_empty();
        if may_be_left_empty && count.is_missing() && is_blank() {
            *count = Headcount::Known(0);
        }
    }
    let place = Place::Cell(row.key, GridColumn::GivenTotal);
    let given = match total {
        Headcount::Known(given) => Some(given),
        Headcount::Missing => None,
        Headcount::Suppressed { .. } => {
            report(problems, place, ProblemKind::TotalNotExact);
            None
        }
    };
    if let Some(given) = given {
        match complete(&mut counts, given) {
            Fit::Agrees => {}
            Fit::Open => {
                if let Some(scope) = scope_of(table, at) {
                    let total = GivenTotal { scope, column: None, people: given };
                    let placed = table.give_total(total);
                    debug_assert!(placed.is_ok(), "the scope comes from the table itself");
                }
            }
            Fit::Disagrees(sum) => {
                report(problems, place, ProblemKind::TotalDisagrees { given, sum });
            }
            Fit::TooSmall(sum) => {
                report(problems, place, ProblemKind::TotalTooSmall { given, sum });
            }
        }
    }
    for (column, count) in counts {
        let placed = table.set(at, column, count);
        debug_assert!(placed.is_ok(), "the grid has the table's rows and columns");
    }
}

/// How a row's counts agree with the total somebody gave for it.
enum Fit {
    Agrees,
    /// Several counts are unknown: the total bounds them together.
    Open,
    /// The counts' only possible sum is another one.
    Disagrees(u64),
    /// The counts are at least so many.
    TooSmall(u64),
}

/// Fills in the one unknown count of a row when its total leaves only one value for it.
fn complete(counts: &mut [(Column, Headcount)], given: u32) -> Fit {
    let all = sum(counts.iter().map(|(_, count)| *count));
    let mut unknown = counts.iter_mut().filter(|(_, count)| count.known().is_none());
    match (unknown.next(), unknown.next()) {
        (None, _) if all.low == u64::from(given) => Fit::Agrees,
        (None, _) => Fit::Disagrees(all.low),
        (Some((_, count)), None) => {
            let bounds = count.bounds();
            let others = all.low - bounds.low;
            match u64::from(given).checked_sub(others) {
                Some(rest) if rest < bounds.low => Fit::TooSmall(all.low),
                Some(rest) if bounds.high.is_some_and(|high| rest > high) => {
                    Fit::Disagrees(all.high.unwrap_or(all.low))
                }
                Some(rest) => {
                    *count = Headcount::Known(rest as u32);
                    Fit::Agrees
                }
                None => Fit::TooSmall(all.low),
            }
        }
        (Some(_), Some(_)) if all.low > u64::from(given) => Fit::TooSmall(all.low),
        (Some(_), Some(_)) if all.high.is_some_and(|high| high < u64::from(given)) => {
            Fit::Disagrees(all.high.unwrap_or(all.low))
        }
        (Some(_), Some(_)) => Fit::Open,
    }
}

/// The scope that a row is, where the table has one: rows of people whose level or area is
/// not stated belong to wider scopes only.
fn scope_of(table: &WorkforceTable, row: Row) -> Option<Scope> {
    match (row.level, row.area) {
        (Some(level), Some(area)) => Some(Scope::Cell { level, area }),
        (Some(level), None) if table.areas().is_empty() => Some(Scope::Level(level)),
        (None, Some(area)) if table.levels().is_empty() => Some(Scope::Area(area)),
        (None, None) if table.levels().is_empty() && table.areas().is_empty() => {
            Some(Scope::WholeOrganisation)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::count::CountError;
    use crate::session::{AreaKey, Event, LevelKey, RowKey, Session};
    use crate::workforce::{Focus, Origin};

    const FOCUS: GridColumn = GridColumn::Count(Column::Group(Origin::ImmigrantOrDescendant));
    const DANISH: GridColumn = GridColumn::Count(Column::Group(Origin::Danish));

    fn plain(_: Part, name: &Name) -> String {
        match name {
            Name::Own(own) => own.clone(),
            other => format!("{other:?}"),
        }
    }

    /// Types rows of (Danish origin, immigrants and descendants, total) from the top level down.
    fn typed(rows: &[(&str, &str, &str)]) -> (Session, Checked) {
        let mut session = Session::default();
        let grid = Grid::of(session.draft());
        for (row, (danish, focus, total)) in grid.rows.iter().zip(rows) {
            let cells = [(DANISH, danish), (FOCUS, focus), (GridColumn::GivenTotal, total)];
            for (column, text) in cells {
                let text = (*text).to_owned();
                session.apply(Event::Type { row: row.key, column, text });
            }
        }
        let checked = check(session.draft(), benchmark::by_id, plain);
        (session, checked)
    }

    fn row(level: usize) -> Row {
        Row { level: Some(level), area: None }
    }

    #[test]
    fn a_total_fills_in_the_count_that_was_left_empty() {
        let (_, checked) = typed(&[("", "28", "100")]);
        let danish = checked.workforce.table.cell(row(4), Column::Group(Origin::Danish));
        assert_eq!(danish, Some(Headcount::Known(72)));
        assert_eq!(checked.problems, []);
    }

    #[test]
    fn two_hidden_counts_keep_their_total_as_a_bound() {
        let (_, checked) = typed(&[("..", "<5", "6")]);
        let total = GivenTotal { scope: Scope::Level(4), column: None, people: 6 };
        assert_eq!(checked.workforce.table.totals(), [total]);
    }

    #[test]
    fn a_total_that_disagrees_is_a_problem_at_its_place() {
        let (session, checked) = typed(&[("70", "28", "100")]);
        let top = Grid::of(session.draft()).rows[0].key;
        let kind = ProblemKind::TotalDisagrees { given: 100, sum: 98 };
        let place = Place::Cell(top, GridColumn::GivenTotal);
        assert_eq!(checked.problems, [Problem { place, kind }]);
    }

    #[test]
    fn counts_above_the_total_are_a_problem() {
        let (_, checked) = typed(&[("", "128", "100")]);
        let kinds: Vec<_> = checked.problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, [ProblemKind::TotalTooSmall { given: 100, sum: 128 }]);
    }

    #[test]
    fn a_bad_cell_is_missing_and_all_others_count() {
        let (session, checked) = typed(&[("30", "2,5", ""), ("90", "10", "")]);
        let top = Grid::of(session.draft()).rows[0].key;
        let place = Place::Cell(top, FOCUS);
        let kind = ProblemKind::Count(CountError::Fraction);
        assert_eq!(checked.problems, [Problem { place, kind }]);
        assert_eq!(session.draft().text(top, FOCUS), "2,5");
        let (focus, base) =
            checked.workforce.table.focus_and_base(Scope::Level(3), Focus::default());
        assert_eq!((focus.exact(), base.exact()), (Some(10), Some(100)));
    }

    #[test]
    fn an_empty_cell_is_missing_and_an_empty_not_stated_cell_is_nobody() {
        let (_, checked) = typed(&[("30", "", "")]);
        let table = &checked.workforce.table;
        let focus = Column::Group(Origin::ImmigrantOrDescendant);
        assert_eq!(table.cell(row(4), focus), Some(Headcount::Missing));
        assert_eq!(table.cell(row(4), Column::OriginNotStated), Some(Headcount::Known(0)));
    }

    #[test]
    fn an_unused_row_for_unstated_levels_is_nobody() {
        let mut session = typed(&[("30", "10", "")]).0;
        session.apply(Event::ShowNotStatedRows(true));
        let checked = check(session.draft(), benchmark::by_id, plain);
        let nowhere = Row { level: None, area: None };
        let danish = Column::Group(Origin::Danish);
        assert_eq!(checked.workforce.table.cell(nowhere, danish), Some(Headcount::Known(0)));
        let key = RowKey { level: LevelKey::NotStated, area: AreaKey::All };
        session.apply(Event::Type { row: key, column: FOCUS, text: "3".to_owned() });
        let checked = check(session.draft(), benchmark::by_id, plain);
        assert_eq!(checked.workforce.table.cell(nowhere, danish), Some(Headcount::Missing));
    }

    #[test]
    fn an_impossible_date_is_said_and_left_out() {
        let mut session = Session::default();
        let date = "2025-02-30".to_owned();
        session.apply(Event::About(crate::session::About::ReportingDate(date)));
        let checked = check(session.draft(), benchmark::by_id, plain);
        assert_eq!(checked.workforce.reporting_date, None);
        assert_eq!(checked.problems[0].kind, ProblemKind::NotADate);
    }
}
