//! What the grid shows beside its shape: texts, what is left to be computed, errors, marks.

use super::grid_keys::cell_id;
use super::selection::Selection;
use crate::session::{
    AreaKey, Checked, Draft, Grid, GridColumn, GridRow, LevelKey, Part, Place, Session, Severity,
};
use crate::text::{self, Lang, column_name, figures, part_name, parts, problem_text};
use crate::web::page;
use crate::workforce::{Bounds, Column, Focus, Row, Scope, WorkforceTable, sum};

/// The name of a row's level.
pub fn level_name(lang: Lang, draft: &Draft, key: LevelKey) -> String {
    match key {
        LevelKey::All => parts::level_all(lang).to_owned(),
        LevelKey::NotStated => parts::level_not_stated(lang).to_owned(),
        LevelKey::Level(id) => {
            let level = draft.levels.iter().find(|level| level.id == id);
            level.map(|level| part_name(lang, Part::Level, &level.name)).unwrap_or_default()
        }
    }
}

/// The name of a row's area; empty when the table is not divided by area.
pub fn area_name(lang: Lang, draft: &Draft, key: AreaKey) -> String {
    match key {
        AreaKey::All => String::new(),
        AreaKey::NotStated => parts::area_not_stated(lang).to_owned(),
        AreaKey::Area(id) => {
            let area = draft.areas.iter().find(|area| area.id == id);
            area.map(|area| part_name(lang, Part::Area, &area.name)).unwrap_or_default()
        }
    }
}

/// How a cell is called: "group, level, area".
pub fn cell_name(lang: Lang, group: &str, level: &str, area: &str) -> String {
    match area {
        "" => figures::grid_cell(lang, group, level),
        area => figures::grid_cell_area(lang, group, level, area),
    }
}

/// The words of the grid's shape in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    pub lang: Lang,
    /// By row: level and area.
    pub rows: Vec<(String, String)>,
    pub columns: Vec<&'static str>,
}

impl Names {
    pub fn of(lang: Lang, draft: &Draft, grid: &Grid) -> Names {
        let row = |row: &GridRow| {
            (level_name(lang, draft, row.key.level), area_name(lang, draft, row.key.area))
        };
        Names {
            lang,
            rows: grid.rows.iter().map(row).collect(),
            columns: grid.columns.iter().map(|column| column_name(lang, *column)).collect(),
        }
    }
}

/// One input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellLook {
    pub typed: String,
    /// What the input shows while nothing is typed in it.
    pub computed: String,
    /// What is wrong with it; empty when nothing is.
    pub error: String,
    pub is_selected: bool,
}

/// The whole grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Row by row.
    pub cells: Vec<Vec<CellLook>>,
    /// Computed texts: each row's share, then each row of totals.
    pub texts: Vec<String>,
    revision: u32,
}

/// The scopes that have a row of totals, in the order of the page: areas, then everybody.
pub fn totals(grid: &Grid) -> impl Iterator<Item = Scope> + use<> {
    let areas = grid.rows.iter().filter_map(|row| row.area).max().map_or(0, |last| last + 1);
    (0..areas).map(Scope::Area).chain([Scope::WholeOrganisation])
}

impl Look {
    pub fn of(
        lang: Lang,
        session: &Session,
        grid: &Grid,
        checked: &Checked,
        selection: Option<Selection>,
    ) -> Look {
        let table = &checked.workforce.table;
        let mut cells: Vec<Vec<CellLook>> = grid
            .rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let marked = |column| selection.is_some_and(|s| s.contains((at, column)));
                let columns = grid.columns.iter().enumerate();
                columns
                    .map(|(place, &column)| CellLook {
                        typed: session.draft().text(row.key, column).to_owned(),
                        computed: computed(lang, table, *row, column),
                        error: String::new(),
                        is_selected: marked(place),
                    })
                    .collect()
            })
            .collect();
        for problem in &checked.problems {
            if let Place::Cell(row, column) = problem.place
                && problem.severity() == Severity::Error
                && let (Some(row), Some(column)) = (grid.row_index(row), grid.column_index(column))
            {
                cells[row][column].error = problem_text(lang, problem);
            }
        }
        let shares = grid.rows.iter().map(|row| row_share(lang, table, *row));
        let totals = totals(grid).flat_map(|scope| {
            let columns = grid.columns.iter().map(move |column| total(lang, table, scope, *column));
            columns.chain([scope_share(lang, table, scope)])
        });
        Look { cells, texts: shares.chain(totals).collect(), revision: session.revision() }
    }

    /// Puts into the page what differs from what it shows.
    pub fn push_over(&self, shown: &Look) {
        let rewrite = self.revision != shown.revision;
        for (row, (cells, before)) in self.cells.iter().zip(&shown.cells).enumerate() {
            for (column, (cell, before)) in cells.iter().zip(before).enumerate() {
                let id = cell_id((row, column));
                // Typing is in the input already; writing it again would move the caret.
                if rewrite {
                    page::set_value(&id, &cell.typed);
                }
                if cell != before {
                    cell.push_over(before, &id);
                }
            }
        }
        for (place, (text, before)) in self.texts.iter().zip(&shown.texts).enumerate() {
            if text != before {
                page::set_text(&computed_id(place), text);
            }
        }
    }
}

impl CellLook {
    fn push_over(&self, before: &CellLook, id: &str) {
        if self.computed != before.computed {
            page::set_attribute(id, "placeholder", Some(&self.computed));
        }
        if self.is_selected != before.is_selected {
            page::set_attribute(id, "class", self.is_selected.then_some("selected"));
        }
        if self.error != before.error {
            let (is_wrong, error_id) = (!self.error.is_empty(), error_id(id));
            page::set_attribute(id, "aria-invalid", is_wrong.then_some("true"));
            page::set_attribute(id, "aria-describedby", is_wrong.then_some(&error_id));
            page::set_text(&error_id, &self.error);
        }
    }
}

/// The element that says what is wrong with a cell.
pub fn error_id(cell: &str) -> String {
    [cell, "error"].join("-")
}

/// The element that holds a computed text.
pub fn computed_id(place: usize) -> String {
    ["computed", &place.to_string()].join("-")
}

fn is_counted(column: Column) -> bool {
    matches!(column, Column::Group(_))
}

fn is_in_focus(column: Column) -> bool {
    matches!(column, Column::Group(group) if Focus::default().contains(group))
}

fn sum_of_row(table: &WorkforceTable, row: GridRow, pick: fn(Column) -> bool) -> Bounds {
    let at = Row { level: row.level, area: row.area };
    sum(table.columns().filter(|column| pick(*column)).filter_map(|column| table.cell(at, column)))
}

/// What a cell holds when nothing is typed in it; empty when that is not known.
fn computed(lang: Lang, table: &WorkforceTable, row: GridRow, column: GridColumn) -> String {
    let at = Row { level: row.level, area: row.area };
    match column {
        GridColumn::Count(Column::OriginNotStated) => String::new(),
        GridColumn::Count(column) => {
            let known = table.cell(at, column).and_then(|count| count.known());
            known.map(|count| text::count(lang, count.into())).unwrap_or_default()
        }
        GridColumn::GivenTotal => match sum_of_row(table, row, |_| true) {
            Bounds { low: 0, high: None } => String::new(),
            total => bounds_text(lang, total),
        },
    }
}

fn row_share(lang: Lang, table: &WorkforceTable, row: GridRow) -> String {
    share_text(lang, sum_of_row(table, row, is_in_focus), sum_of_row(table, row, is_counted))
}

fn total(lang: Lang, table: &WorkforceTable, scope: Scope, column: GridColumn) -> String {
    let total = match column {
        GridColumn::Count(column) => table.sum(scope, |known| known == column),
        GridColumn::GivenTotal => table.sum(scope, |_| true),
    };
    bounds_text(lang, total)
}

fn scope_share(lang: Lang, table: &WorkforceTable, scope: Scope) -> String {
    let (focus, base) = table.focus_and_base(scope, Focus::default());
    share_text(lang, focus, base)
}

/// Bounds as a number, a range or a question mark.
fn bounds_text(lang: Lang, bounds: Bounds) -> String {
    let count = |number| text::count(lang, number);
    match (bounds.low, bounds.high) {
        (low, Some(high)) if low == high => count(low),
        (low, Some(high)) => figures::grid_range(lang, &count(low), &count(high)),
        (0, None) => figures::grid_unknown(lang).to_owned(),
        (low, None) => ["≥\u{a0}", &count(low)].concat(),
    }
}

fn share_text(lang: Lang, focus: Bounds, base: Bounds) -> String {
    match (focus.exact(), base.exact()) {
        (Some(focus), Some(base)) if base > 0 => {
            text::percent_fixed(lang, focus as f64 / base as f64, 1)
        }
        _ => String::new(),
    }
}
