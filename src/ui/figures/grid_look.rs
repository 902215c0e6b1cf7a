//! What the grid shows beside its shape and what is typed: what is computed, what is wrong.

use super::grid_keys::cell_id;
use crate::session::{
    AreaKey, Checked, Draft, Grid, GridColumn, GridRow, LevelKey, Part, Place, Severity,
};
use crate::text::{self, Lang, column_name, figures, part_name, parts, problem_text};
use crate::web::page;
use crate::workforce::{Bounds, Column, Focus, Headcount, Row, WorkforceTable};

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

/// What stands at one input beside what is typed in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellLook {
    /// What the input shows while nothing is typed in it.
    pub computed: String,
    /// What is wrong with it; empty when nothing is.
    pub error: String,
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

impl Look {
    pub fn of(lang: Lang, revision: u32, grid: &Grid, checked: &Checked) -> Look {
        let table = &checked.workforce.table;
        let columns: Vec<Column> = table.columns().collect();
        let mut texts = Vec::new();
        let mut cells = Vec::new();
        for row in &grid.rows {
            let at = Row { level: row.level, area: row.area };
            let counts: Vec<Headcount> =
                columns.iter().filter_map(|column| table.cell(at, *column)).collect();
            let mut sums = Sums::of(&columns);
            sums.add(&counts);
            cells.push(grid.columns.iter().map(|&column| sums.look(lang, column)).collect());
            texts.push(sums.share(lang));
        }
        for sums in totals(table, &columns) {
            texts.extend(grid.columns.iter().map(|&column| sums.text(lang, column)));
            texts.push(sums.share(lang));
        }
        let mut look = Look { cells, texts, revision };
        look.mark_errors(lang, grid, checked);
        look
    }

    fn mark_errors(&mut self, lang: Lang, grid: &Grid, checked: &Checked) {
        for problem in &checked.problems {
            if let Place::Cell(row, column) = problem.place
                && problem.severity() == Severity::Error
                && let (Some(row), Some(column)) = (grid.row_index(row), grid.column_index(column))
            {
                self.cells[row][column].error = problem_text(lang, problem);
            }
        }
    }

    /// Puts into the page what differs from what it shows. `typed` gives what was typed in a cell.
    pub fn push_over<'a>(&self, shown: &Look, typed: impl Fn(usize, usize) -> &'a str) {
        // Typing is in the input already; writing it again would move the caret.
        let rewrite = self.revision != shown.revision;
        for (row, (cells, before)) in self.cells.iter().zip(&shown.cells).enumerate() {
            for (column, (cell, before)) in cells.iter().zip(before).enumerate() {
                if rewrite {
                    page::set_value(&cell_id((row, column)), typed(row, column));
                }
                if cell != before {
                    cell.push_over(before, &cell_id((row, column)));
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

/// The sums of some rows, column by column.
struct Sums<'a> {
    columns: &'a [Column],
    bounds: Vec<Bounds>,
}

impl<'a> Sums<'a> {
    fn of(columns: &'a [Column]) -> Sums<'a> {
        Sums { columns, bounds: vec![Bounds::ZERO; columns.len()] }
    }

    fn add(&mut self, counts: &[Headcount]) {
        for (sum, count) in self.bounds.iter_mut().zip(counts) {
            *sum = sum.plus(count.bounds());
        }
    }

    fn over(&self, pick: impl Fn(Column) -> bool) -> Bounds {
        let picked = self.columns.iter().zip(&self.bounds).filter(|(column, _)| pick(**column));
        picked.fold(Bounds::ZERO, |all, (_, sum)| all.plus(*sum))
    }

    fn column(&self, column: GridColumn) -> Bounds {
        match column {
            GridColumn::Count(column) => self.over(|known| known == column),
            GridColumn::GivenTotal => self.over(|_| true),
        }
    }

    fn text(&self, lang: Lang, column: GridColumn) -> String {
        bounds_text(lang, self.column(column))
    }

    /// What a cell of the only row holds when nothing is typed in it; empty when that is not known.
    fn look(&self, lang: Lang, column: GridColumn) -> CellLook {
        let sum = self.column(column);
        let computed = match column {
            GridColumn::Count(Column::OriginNotStated) => String::new(),
            GridColumn::Count(_) => sum.exact().map(|n| text::count(lang, n)).unwrap_or_default(),
            GridColumn::GivenTotal if sum == (Bounds { low: 0, high: None }) => String::new(),
            GridColumn::GivenTotal => bounds_text(lang, sum),
        };
        CellLook { computed, error: String::new() }
    }

    fn share(&self, lang: Lang) -> String {
        let in_focus =
            |column| matches!(column, Column::Group(group) if Focus::default().contains(group));
        let focus = self.over(in_focus).exact();
        let base = self.over(|column| matches!(column, Column::Group(_))).exact();
        match (focus, base) {
            (Some(focus), Some(base)) if base > 0 => {
                text::percent_fixed(lang, focus as f64 / base as f64, 1)
            }
            _ => String::new(),
        }
    }
}

/// The rows of totals in the order of the page: each area's, then everybody's.
fn totals<'a>(table: &WorkforceTable, columns: &'a [Column]) -> Vec<Sums<'a>> {
    let areas = table.areas().len();
    let mut totals: Vec<Sums> = (0..=areas).map(|_| Sums::of(columns)).collect();
    for row in table.rows() {
        let counts: Vec<Headcount> =
            columns.iter().filter_map(|column| table.cell(row, *column)).collect();
        for scope in row.area.into_iter().chain([areas]) {
            totals[scope].add(&counts);
        }
    }
    totals
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
