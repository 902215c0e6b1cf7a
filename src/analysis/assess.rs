//! The one way in: a workforce and a benchmark become an [`Assessment`].
//!
//! Absent: words, and anything that a later screen may choose for itself (targets: see
//! [`super::targets`]). Read next: [`super::finding`], which says what is worth saying.

use super::area_equity::{AreaEquity, area_equity};
use super::decision::Yardstick;
use super::diversity_without_equity::DiversityWithoutEquity;
use super::fillings::Fillings;
use super::finding::{Concluded, Finding, Headline};
use super::ladder::Ladder;
use super::level_equity::LevelEquity;
use super::method::Method;
use super::scope_result::{FamilyInput, ScopeResult};
use super::states::States;
use super::warning::{Circumstances, Warning};
use crate::benchmark::Benchmark;
use crate::workforce::{Column, Focus, Row, Scope, Share, Workforce, WorkforceTable};

/// Why a workforce and a benchmark cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotComparable {
    /// The focus group is finer than the benchmark's groups: choose a coarser focus group or
    /// another benchmark.
    FocusNotInBenchmark,
    /// The focus group is finer than the table's groups: choose a coarser focus group or enter
    /// finer groups.
    FocusNotInFigures,
}

/// The focus group that is looked at when `chosen` was chosen: all immigrants and descendants
/// where the figures or the benchmark do not tell it apart, which both always do.
pub fn comparable(chosen: Focus, table: &WorkforceTable, benchmark: &Benchmark) -> Focus {
    let is_counted = chosen.is_countable_in(table.grouping().groups());
    if is_counted && benchmark.share(chosen).is_some() { chosen } else { Focus::default() }
}

/// Everything that is concluded from a workforce and a benchmark. Never contains NaN.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub focus: Focus,
    pub method: Method,
    /// b: the focus group's share in the benchmark.
    pub benchmark_share: Share,
    pub whole: ScopeResult,
    /// Entry first; empty when the figures have no levels.
    pub levels: Vec<ScopeResult>,
    /// In table order; empty when the figures have no areas.
    pub areas: Vec<ScopeResult>,
    /// Level x area, level by level; empty unless the figures have both.
    pub cells: Vec<ScopeResult>,
    pub level_equity: LevelEquity,
    pub diversity_without_equity: DiversityWithoutEquity,
    pub area_equity: AreaEquity,
    pub warnings: Vec<Warning>,
    /// In the order they are to be read.
    pub findings: Vec<Finding>,
    pub headline: Headline,
}

/// Assesses a workforce against a benchmark. Total: every table gives an assessment.
///
/// # Errors
/// When the focus group cannot be counted on one of the two sides, see [`NotComparable`].
pub fn assess(
    workforce: &Workforce,
    benchmark: &Benchmark,
    focus: Focus,
    method: &Method,
) -> Result<Assessment, NotComparable> {
    if !focus.is_countable_in(workforce.table.grouping().groups()) {
        return Err(NotComparable::FocusNotInFigures);
    }
    let share = benchmark.share(focus).ok_or(NotComparable::FocusNotInBenchmark)?;
    let table = &workforce.table;
    let fillings = Fillings::of(table, focus);
    let yardstick = Yardstick::benchmark(share, method);
    let family = |scopes: &[Scope], place: &dyn Fn(Row) -> Option<usize>| {
        let states: Vec<States> = scopes.iter().map(|&s| States::of(&fillings, s)).collect();
        let input = FamilyInput {
            scopes,
            states: &states,
            fillings: &fillings,
            yardstick,
            benchmark: share,
            method,
        };
        (input.results(place), states)
    };
    let (level_count, area_count) = (table.levels().len(), table.areas().len());
    let level_scopes: Vec<Scope> = (0..level_count).map(Scope::Level).collect();
    let area_scopes: Vec<Scope> = (0..area_count).map(Scope::Area).collect();
    let cell_scopes: Vec<Scope> = (0..level_count)
        .flat_map(|level| (0..area_count).map(move |area| Scope::Cell { level, area }))
        .collect();
    let whole = family(&[Scope::WholeOrganisation], &|_| Some(0)).0.remove(0);
    let (levels, level_states) = family(&level_scopes, &|row| row.level);
    let (areas, area_states) = family(&area_scopes, &|row| row.area);
    let (cells, _) = family(&cell_scopes, &|row| Some(row.level? * area_count + row.area?));
    let (level_equity, diversity_without_equity) = Ladder {
        fillings: &fillings,
        levels: &level_states,
        results: &levels,
        whole: &whole,
        yardstick,
        benchmark: share,
        method,
    }
    .equity();
    let warnings = Circumstances {
        workforce,
        benchmark,
        focus,
        method,
        fillings: &fillings,
        yardstick,
        whole: &whole,
        parts: levels.iter().chain(&areas).collect(),
    }
    .warnings();
    let (missing_cells, cell_count) = count_stated_cells(table);
    let concluded = Concluded {
        benchmark: share,
        method,
        whole: &whole,
        levels: &levels,
        areas: &areas,
        level_equity: &level_equity,
        diversity_without_equity: &diversity_without_equity,
        missing_cells,
        cells: cell_count,
    };
    let (findings, headline) = (concluded.findings(), concluded.headline());
    Ok(Assessment {
        focus,
        method: *method,
        benchmark_share: share,
        area_equity: area_equity(&fillings, &area_states),
        whole,
        levels,
        areas,
        cells,
        level_equity,
        diversity_without_equity,
        warnings,
        findings,
        headline,
    })
}

/// Missing cells, and all cells, of the rows and groups somebody is expected to fill in.
fn count_stated_cells(table: &WorkforceTable) -> (usize, usize) {
    let columns = || table.grouping().groups().iter().map(|&group| Column::Group(group));
    let cells = table
        .stated_rows()
        .flat_map(|row| columns().map(move |column| table.cell(row, column)))
        .flatten();
    cells.fold((0, 0), |(missing, all), cell| (missing + usize::from(cell.is_missing()), all + 1))
}
