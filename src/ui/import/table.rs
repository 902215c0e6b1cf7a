//! The figures as understood, cell by cell, each with the place where it was read.

use super::marks::FIGURE;
use super::stage::{Intake, Stage};
use crate::exchange::reading::{ReadCell, Reading};
use crate::markup::Markup;
use crate::session::GridColumn;
use crate::text::{self, Lang, column_name, import, parts};
use crate::web::page;
use crate::workforce::{Bounds, Column, Headcount};
use leptos::prelude::*;

/// Where the place of a figure is told.
const PLACE: &str = "office-place";

/// The order of the preview: areas as they stand, in each the top level first.
struct Layout<'a> {
    reading: &'a Reading,
    columns: Vec<Column>,
    /// Area and level of each row.
    rows: Vec<(Option<usize>, Option<usize>)>,
    /// Row by row, the cell of each column.
    cells: Vec<Option<&'a ReadCell>>,
}

impl<'a> Layout<'a> {
    fn of(reading: &'a Reading) -> Layout<'a> {
        let groups = reading.grouping.groups().iter().map(|&group| Column::Group(group));
        let is_not_stated = |cell: &ReadCell| cell.column == Column::OriginNotStated;
        let not_stated = reading.cells.iter().any(is_not_stated);
        let not_stated = not_stated.then_some(Column::OriginNotStated);
        let columns: Vec<Column> = groups.chain(not_stated).collect();

        // What has no level or area comes last.
        let (levels, areas) = (reading.levels.len(), reading.areas.len());
        let slot = |area: Option<usize>, level: Option<usize>| {
            let below_top = level.map_or(levels, |level| levels.saturating_sub(level + 1));
            area.unwrap_or(areas).min(areas) * (levels + 1) + below_top
        };
        let mut all = vec![vec![None; columns.len()]; (levels + 1) * (areas + 1)];
        let mut names = vec![None; all.len()];
        for cell in &reading.cells {
            let slot = slot(cell.area, cell.level);
            let column = columns.iter().position(|column| *column == cell.column);
            if let Some(column) = column {
                all[slot][column] = Some(cell);
                names[slot] = Some((cell.area, cell.level));
            }
        }
        let used = names.iter().zip(all).filter_map(|(name, cells)| Some(((*name)?, cells)));
        let (rows, cells): (Vec<_>, Vec<_>) = used.unzip();
        Layout { reading, columns, rows, cells: cells.concat() }
    }

    fn cell(&self, row: usize, column: usize) -> Option<&'a ReadCell> {
        let place = row * self.columns.len() + column;
        self.cells.get(place).copied().flatten()
    }

    fn sum(&self, row: usize) -> Bounds {
        let cells = (0..self.columns.len()).filter_map(|column| self.cell(row, column));
        cells
            .filter(|cell| !is_nobody(cell))
            .fold(Bounds::ZERO, |sum, cell| sum.plus(cell.count.bounds()))
    }

    fn level(&self, lang: Lang, level: Option<usize>) -> String {
        let named = level.and_then(|level| self.reading.levels.get(level));
        match named {
            Some(level) => level.name.clone(),
            None if self.reading.levels.is_empty() => parts::level_all(lang).to_owned(),
            None => parts::level_not_stated(lang).to_owned(),
        }
    }

    fn area(&self, lang: Lang, area: Option<usize>) -> String {
        match area.and_then(|area| self.reading.areas.get(area)) {
            Some(area) => area.clone(),
            None => parts::area_not_stated(lang).to_owned(),
        }
    }
}

/// An empty cell for people without stated origin says that there are none.
fn is_nobody(cell: &ReadCell) -> bool {
    cell.column == Column::OriginNotStated && cell.count.is_missing()
}

/// How many figures are missing.
pub(super) fn missing(reading: &Reading) -> usize {
    reading.cells.iter().filter(|cell| cell.count.is_missing() && !is_nobody(cell)).count()
}

fn figure(lang: Lang, count: Headcount) -> String {
    match count {
        Headcount::Known(people) => text::count(lang, people.into()),
        Headcount::Suppressed { low: 1, high } => format!("<{}", high.saturating_add(1)),
        Headcount::Suppressed { low, high } => format!("{low}–{high}"),
        Headcount::Missing => import::table_cell_missing(lang).to_owned(),
    }
}

fn bounds(lang: Lang, sum: Bounds) -> String {
    let low = text::count(lang, sum.low);
    match sum.high {
        Some(high) if high == sum.low => low,
        Some(high) => [low, text::count(lang, high)].join("–"),
        None => ["≥ ", &low].concat(),
    }
}

/// Everybody in the reading.
pub(super) fn people(reading: &Reading) -> Bounds {
    let cells = reading.cells.iter().filter(|cell| !is_nobody(cell));
    cells.fold(Bounds::ZERO, |sum, cell| sum.plus(cell.count.bounds()))
}

pub(super) fn write(html: &mut Markup, lang: Lang, reading: &Reading) {
    let layout = Layout::of(reading);
    html.element("h2", "", import::table_heading(lang));
    html.tag("p").attribute("class", "hint").attribute("id", "office-table-keys").open();
    html.words(import::table_hint(lang)).close("p");
    html.start_scroll_region(import::table_scroll(lang));
    html.start("table", "office-table").element(
        "caption",
        "visually-hidden",
        import::table_heading(lang),
    );
    html.start("thead", "").start("tr", "");
    let by_area = reading.levels.is_empty() && !reading.areas.is_empty();
    let rows = if by_area { import::table_area(lang) } else { import::table_level(lang) };
    heading(html, "", rows);
    for column in &layout.columns {
        heading(html, "number", column_name(lang, GridColumn::Count(*column)));
    }
    heading(html, "number", import::table_sum(lang));
    html.close("tr").close("thead").start("tbody", "");
    let mut above = None;
    for (row, &(area, level)) in layout.rows.iter().enumerate() {
        if !by_area && !reading.areas.is_empty() && above != Some(area) {
            above = Some(area);
            html.start("tr", "office-area").tag("th").attribute("scope", "colgroup");
            html.attribute("colspan", &(layout.columns.len() + 2).to_string()).open();
            html.words(&layout.area(lang, area)).close("th").close("tr");
        }
        html.start("tr", "").tag("th").attribute("scope", "row").open();
        let name = if by_area { layout.area(lang, area) } else { layout.level(lang, level) };
        html.words(&name).close("th");
        for column in 0..layout.columns.len() {
            write_cell(html, lang, &layout, row, column);
        }
        html.element("td", "number computed", &bounds(lang, layout.sum(row))).close("tr");
    }
    html.close("tbody").close("table").close("div");
    html.tag("p").attribute("class", "office-place").attribute("id", PLACE);
    html.attribute("role", "status").open().close("p");
}

fn heading(html: &mut Markup, class: &str, words: &str) {
    html.tag("th").attribute("scope", "col");
    if !class.is_empty() {
        html.attribute("class", class);
    }
    html.open().words(words).close("th");
}

fn write_cell(html: &mut Markup, lang: Lang, layout: &Layout, row: usize, column: usize) {
    let cell = layout.cell(row, column);
    let count = cell.map_or(Headcount::Missing, |cell| cell.count);
    let is_blank =
        layout.columns.get(column) == Some(&Column::OriginNotStated) && count.is_missing();
    let class = match count {
        _ if is_blank => "number",
        Headcount::Known(_) => "number",
        Headcount::Suppressed { .. } => "number office-hidden",
        Headcount::Missing => "number office-missing",
    };
    let is_first = row == 0 && column == 0;
    html.tag("td").attribute("class", class).attribute("id", &cell_id(row, column));
    html.attribute("tabindex", if is_first { "0" } else { "-1" });
    html.attribute(FIGURE, &[row.to_string(), column.to_string()].join("-")).open();
    if !is_blank {
        html.words(&figure(lang, count));
    }
    if matches!(count, Headcount::Suppressed { .. }) {
        html.words(" ").element("span", "tag", import::table_cell_hidden(lang));
    }
    html.close("td");
}

fn cell_id(row: usize, column: usize) -> String {
    ["figure", &row.to_string(), &column.to_string()].join("-")
}

fn parse(place: &str) -> Option<(usize, usize)> {
    let (row, column) = place.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Moves to a neighbouring figure; says whether the key means that.
pub(super) fn walk(intake: Intake, place: &str, key: &str) -> bool {
    let Some((row, column)) = parse(place) else { return false };
    intake.stage.with_untracked(|stage| {
        let Stage::Preview(preview) = stage else { return false };
        let layout = Layout::of(&preview.reading);
        let (last_row, last_column) =
            (layout.rows.len().saturating_sub(1), layout.columns.len().saturating_sub(1));
        let to = match key {
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowDown" => ((row + 1).min(last_row), column),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowRight" => (row, (column + 1).min(last_column)),
            "Home" => (row, 0),
            "End" => (row, last_column),
            _ => return false,
        };
        page::set_attribute(&cell_id(row, column), "tabindex", Some("-1"));
        let to = cell_id(to.0, to.1);
        page::set_attribute(&to, "tabindex", Some("0"));
        page::focus(&to)
    })
}

/// Says where in the file a figure was read.
pub(super) fn tell(intake: Intake, place: &str) {
    let Some((row, column)) = parse(place) else { return };
    let lang = intake.state.lang.get_untracked();
    intake.stage.with_untracked(|stage| {
        let Stage::Preview(preview) = stage else { return };
        page::set_text(PLACE, &told(lang, &preview.reading, row, column).unwrap_or_default());
    });
}

fn told(lang: Lang, reading: &Reading, row: usize, column: usize) -> Option<String> {
    let layout = Layout::of(reading);
    let (area, level) = *layout.rows.get(row)?;
    let group = column_name(lang, GridColumn::Count(*layout.columns.get(column)?));
    let mut names = Vec::new();
    if !reading.levels.is_empty() || reading.areas.is_empty() {
        names.push(layout.level(lang, level));
    }
    if !reading.areas.is_empty() {
        names.push(layout.area(lang, area));
    }
    names.push(group.to_owned());
    let name = names.join(", ");
    let cell = layout.cell(row, column);
    let value = figure(lang, cell.map_or(Headcount::Missing, |cell| cell.count));
    let places: Vec<String> = cell
        .map(|cell| {
            cell.at.iter().map(|at| text::reading::place(lang, &reading.sheets, *at)).collect()
        })
        .unwrap_or_default();
    Some(match places.as_slice() {
        [] => import::table_nowhere(lang, &name, &value),
        [place] => import::table_where(lang, &name, &value, place),
        places => import::table_where_sum(lang, &name, &value, &places.join("; ")),
    })
}
