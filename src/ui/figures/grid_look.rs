//! What the grid shows beside its shape and what is typed: what is computed, what is wrong.

use super::grid_keys::cell_id;
use crate::session::{
    AreaKey, Checked, Draft, Grid, GridColumn, GridRow, LevelKey, Part, Place, Severity,
};
use crate::text::{self, Lang, column_name, figures, part_name, parts, problem_text};
use crate::web::page;
use crate::workforce::{Bounds, Column, Focus, Row, WorkforceTable};

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

/// Something computed, as numbers: a keystroke changes a few of up to 1,900, and only those are
/// written as words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Computed {
    /// Not known, or not worth saying.
    #[default]
    Nothing,
    People(Bounds),
    Share {
        focus: u64,
        base: u64,
    },
}

impl Computed {
    pub fn words(self, lang: Lang) -> String {
        match self {
            Computed::Nothing => String::new(),
            Computed::People(bounds) => bounds_text(lang, bounds),
            Computed::Share { focus, base } => {
                text::percent_fixed(lang, focus as f64 / base as f64, 1)
            }
        }
    }
}

/// What stands at one input beside what is typed in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellLook {
    /// What the input shows while nothing is typed in it.
    pub computed: Computed,
    /// What is wrong with it; empty when nothing is.
    pub error: String,
}

/// The whole grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    lang: Lang,
    /// How many inputs a row has.
    width: usize,
    /// Row after row.
    cells: Vec<CellLook>,
    /// Each row's share, then each row of totals.
    totals: Vec<Computed>,
    revision: u32,
}

impl Look {
    pub fn of(lang: Lang, revision: u32, grid: &Grid, checked: &Checked) -> Look {
        let table = &checked.workforce.table;
        let columns: Vec<Column> = table.columns().collect();
        let mut cells = Vec::new();
        let mut shown = Vec::new();
        for row in &grid.rows {
            let mut sums = Sums::of(&columns);
            sums.add(table, Row { level: row.level, area: row.area });
            for &column in &grid.columns {
                cells.push(CellLook { computed: sums.only(column), error: String::new() });
            }
            shown.push(sums.share());
        }
        for sums in totals(table, &columns) {
            for &column in &grid.columns {
                shown.push(Computed::People(sums.column(column)));
            }
            shown.push(sums.share());
        }
        let width = grid.columns.len();
        let mut look = Look { lang, width, cells, totals: shown, revision };
        look.mark_errors(grid, checked);
        look
    }

    /// What stands at the inputs of a row.
    pub fn row(&self, row: usize) -> &[CellLook] {
        let start = row * self.width;
        self.cells.get(start..start + self.width).unwrap_or_default()
    }

    /// The words of a computed place: each row's share, then each row of totals.
    pub fn words(&self, place: usize) -> String {
        self.totals.get(place).map(|computed| computed.words(self.lang)).unwrap_or_default()
    }

    fn mark_errors(&mut self, grid: &Grid, checked: &Checked) {
        for problem in &checked.problems {
            if let Place::Cell(row, column) = problem.place
                && problem.severity() == Severity::Error
                && let (Some(row), Some(column)) = (grid.row_index(row), grid.column_index(column))
            {
                self.cells[row * self.width + column].error = problem_text(self.lang, problem);
            }
        }
    }

    /// Puts into the page what differs from what it shows. `typed` gives what was typed in a cell.
    pub fn push_over<'a>(&self, shown: &Look, typed: impl Fn(usize, usize) -> &'a str) {
        // Typing is in the input already; writing it again would move the caret.
        let rewrite = self.revision != shown.revision;
        for (place, (cell, before)) in self.cells.iter().zip(&shown.cells).enumerate() {
            if rewrite || cell != before {
                let (row, column) = (place / self.width, place % self.width);
                let id = cell_id((row, column));
                if rewrite {
                    page::set_value(&id, typed(row, column));
                }
                cell.push_over(before, &id, self.lang);
            }
        }
        for (place, (now, before)) in self.totals.iter().zip(&shown.totals).enumerate() {
            if now != before {
                page::set_text(&computed_id(place), &now.words(self.lang));
            }
        }
    }
}

impl CellLook {
    fn push_over(&self, before: &CellLook, id: &str, lang: Lang) {
        if self.computed != before.computed {
            page::set_attribute(id, "placeholder", Some(&self.computed.words(lang)));
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

    fn add(&mut self, table: &WorkforceTable, row: Row) {
        for (sum, column) in self.bounds.iter_mut().zip(self.columns) {
            if let Some(count) = table.cell(row, *column) {
                *sum = sum.plus(count.bounds());
            }
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

    /// What a cell of the only row holds when nothing is typed in it.
    fn only(&self, column: GridColumn) -> Computed {
        let sum = self.column(column);
        let is_told = match column {
            GridColumn::Count(Column::OriginNotStated) => false,
            GridColumn::Count(_) => sum.exact().is_some(),
            GridColumn::GivenTotal => sum != Bounds { low: 0, high: None },
        };
        if is_told { Computed::People(sum) } else { Computed::Nothing }
    }

    fn share(&self) -> Computed {
        let in_focus =
            |column| matches!(column, Column::Group(group) if Focus::default().contains(group));
        let focus = self.over(in_focus).exact();
        let base = self.over(|column| matches!(column, Column::Group(_))).exact();
        match (focus, base) {
            (Some(focus), Some(base)) if base > 0 => Computed::Share { focus, base },
            _ => Computed::Nothing,
        }
    }
}

/// The rows of totals in the order of the page: each area's, then everybody's.
fn totals<'a>(table: &WorkforceTable, columns: &'a [Column]) -> Vec<Sums<'a>> {
    let areas = table.areas().len();
    let mut totals: Vec<Sums> = (0..=areas).map(|_| Sums::of(columns)).collect();
    for row in table.rows() {
        for scope in row.area.into_iter().chain([areas]) {
            totals[scope].add(table, row);
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
