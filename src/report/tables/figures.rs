//! The figures sheet: the headcounts as they were entered, and totals marked as worked out.
//!
//! One heading row, then one row for each level (in each area), so that the product's own reader
//! and any other program can read it back. Levels stand from entry to top, which is the order a
//! reader of unknown level names assumes; the verdicts sheet has them as the staircase shows them.
//! Absent: verdicts, and what may be shown to everybody ([`crate::analysis::disclosure`]).

use super::{Cell, Head, Line, Part, Sheet, SheetKind, Value};
use crate::analysis::disclosure::Disclosed;
use crate::exchange::count;
use crate::session::{self, AreaKey, Depth, Draft, Grid, GridColumn, GridRow, LevelKey};
use crate::text::{Lang, disclosure, figures, part_name, parts, sheets};
use crate::workforce::{
    Bounds, Column, Grouping, Headcount, Origin, Row, Scope, WorkforceTable, sum,
};

/// What stands in the cells of the figures sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries {
    pub grouping: Grouping,
    /// Whether there is a column of level names.
    pub has_levels: bool,
    /// Whether there is a column of area names.
    pub has_areas: bool,
    pub rows: Vec<EntryRow>,
    /// What is said below of cells without a number.
    pub unknown: &'static str,
}

/// One row: its names, then a cell for each group, for "origin not stated" and for the total.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryRow {
    pub level: String,
    pub area: String,
    pub counts: Vec<Cell>,
    pub is_total: bool,
}

impl Entries {
    /// The grid as typed, with totals from the table it was checked into.
    ///
    /// A count is a number; anything else ("<5", "..", what cannot be read) stays the text that
    /// was typed, and an empty cell stays empty, whatever is known about it otherwise.
    pub fn of(draft: &Draft, table: &WorkforceTable, lang: Lang) -> Entries {
        let is_empty = |cell: &Cell| cell.value == Value::Blank;
        let numbers = Numbers {
            row: &|row| entered(draft, table, row),
            total: &|scope| {
                let each = table.columns().map(|column| table.sum(scope, |other| other == column));
                each.chain([table.sum(scope, |_| true)]).map(computed).collect()
            },
            is_left_out: &|cells| cells.iter().all(is_empty),
            unknown: sheets::note_hidden(lang),
        };
        laid_out(draft, &numbers, lang)
    }

    /// The same rows with what may be shown to everybody; what may not says so in words.
    ///
    /// `disclosed` was decided for the table that the draft was checked into. A hidden count looks
    /// alike whether it is small, protects another or came hidden.
    pub fn shown(draft: &Draft, disclosed: &Disclosed, lang: Lang) -> Entries {
        let number = |people: Option<u64>| match people {
            Some(people) => Cell::count(people),
            None => Cell::text(disclosure::hidden(lang)),
        };
        let groups = draft.grouping.groups();
        let columns = || groups.iter().copied().map(Column::Group).chain([Column::OriginNotStated]);
        let numbers = Numbers {
            row: &|row| {
                let at = Row { level: row.level, area: row.area };
                let not_stated = disclosed.cell(at, Column::OriginNotStated);
                let everybody = disclosed.people_in_row(at).zip(not_stated);
                let is_typed = !draft.text(row.key, GridColumn::GivenTotal).trim().is_empty();
                let total = number(everybody.map(|(stated, not_stated)| stated + not_stated));
                let total = if is_typed { total } else { total.computed() };
                let each = columns().map(|column| number(disclosed.cell(at, column)));
                each.chain([total]).collect()
            },
            total: &|scope| {
                let each = columns().map(|column| match column {
                    Column::Group(group) => disclosed.group(scope, group),
                    Column::OriginNotStated => disclosed.not_stated(scope),
                });
                let each = each.chain([disclosed.everybody(scope)]);
                each.map(|people| number(people).computed()).collect()
            },
            // Asked of what is shown alone: whether a row stands there must not tell of what is
            // hidden in it.
            is_left_out: &|cells| cells.iter().all(|cell| cell.value == Value::Count(0)),
            unknown: sheets::note_not_shown(lang),
        };
        // Rows that the draft does not offer are empty, and may be hidden to protect others.
        let draft = Draft { not_stated_rows: true, ..draft.clone() };
        laid_out(&draft, &numbers, lang)
    }
}

/// Where the numbers of the rows come from.
struct Numbers<'a> {
    row: &'a dyn Fn(GridRow) -> Vec<Cell>,
    total: &'a dyn Fn(Scope) -> Vec<Cell>,
    /// Whether a row for people without stated level or area says nothing: such rows are offered,
    /// not asked for.
    is_left_out: &'a dyn Fn(&[Cell]) -> bool,
    unknown: &'static str,
}

fn laid_out(draft: &Draft, numbers: &Numbers, lang: Lang) -> Entries {
    let grid = Grid::of(draft);
    let has_areas = draft.depth == Depth::LevelsAndAreas;
    let total = |scope, area: &str| EntryRow {
        level: parts::group_total(lang).to_owned(),
        area: area.to_owned(),
        counts: (numbers.total)(scope),
        is_total: true,
    };
    let mut rows = Vec::new();
    for block in blocks(&grid) {
        for &row in &block {
            let counts = (numbers.row)(row);
            let is_stated =
                row.key.level != LevelKey::NotStated && row.key.area != AreaKey::NotStated;
            if is_stated || !(numbers.is_left_out)(&counts) {
                rows.push(EntryRow {
                    level: level_name(draft, row, lang),
                    area: area_name(draft, row, lang),
                    counts,
                    is_total: false,
                });
            }
        }
        if let Some(area) = block[0].area.filter(|_| has_areas) {
            rows.push(total(Scope::Area(area), &area_name(draft, block[0], lang)));
        }
    }
    if draft.depth != Depth::Totals {
        let everywhere = if has_areas { parts::group_total(lang) } else { "" };
        rows.push(total(Scope::WholeOrganisation, everywhere));
    }
    Entries {
        grouping: draft.grouping,
        has_levels: draft.depth != Depth::Totals,
        has_areas,
        rows,
        unknown: numbers.unknown,
    }
}

/// The rows of each area, entry level first, those without stated level last.
fn blocks(grid: &Grid) -> Vec<Vec<GridRow>> {
    let mut blocks: Vec<Vec<GridRow>> = Vec::new();
    for &row in &grid.rows {
        match blocks.last_mut() {
            Some(block) if block[0].key.area == row.key.area => block.push(row),
            _ => blocks.push(vec![row]),
        }
    }
    for block in &mut blocks {
        let stated = block.iter().take_while(|row| row.level.is_some()).count();
        block[..stated].reverse();
    }
    blocks
}

fn entered(draft: &Draft, table: &WorkforceTable, row: GridRow) -> Vec<Cell> {
    let mut counts: Vec<Cell> =
        GridColumn::all(draft.grouping).map(|column| cell(draft.text(row.key, column))).collect();
    let is_empty = counts.iter().all(|cell| cell.value == Value::Blank);
    if let Some(last) = counts.last_mut()
        && last.value == Value::Blank
        && !is_empty
    {
        let at = Row { level: row.level, area: row.area };
        *last = computed(sum(table.columns().filter_map(|column| table.cell(at, column))));
    }
    counts
}

/// A typed text as a cell.
fn cell(text: &str) -> Cell {
    match count::read(text) {
        Ok(Headcount::Known(people)) => Cell::count(people.into()),
        Ok(Headcount::Missing) => Cell::blank(),
        Ok(Headcount::Suppressed { .. }) | Err(_) => Cell::text(text.trim()),
    }
}

/// A total, where hidden and missing counts leave only one.
fn computed(people: Bounds) -> Cell {
    people.exact().map_or_else(Cell::blank, |people| Cell::count(people).computed())
}

fn level_name(draft: &Draft, row: GridRow, lang: Lang) -> String {
    match row.level {
        Some(level) => part_name(lang, session::Part::Level, &draft.levels[level].name),
        None => parts::level_not_stated(lang).to_owned(),
    }
}

fn area_name(draft: &Draft, row: GridRow, lang: Lang) -> String {
    match row.area {
        Some(area) => part_name(lang, session::Part::Area, &draft.areas[area].name),
        None => parts::area_not_stated(lang).to_owned(),
    }
}

/// The sheet.
pub(super) fn sheet(entries: &Entries, lang: Lang) -> Sheet {
    let columns = GridColumn::all(entries.grouping).count();
    let mut widths = name_widths(entries.has_levels, entries.has_areas);
    widths.extend((0..columns).map(|_| COUNT_WIDTH));
    let mut sheet = Sheet::new(SheetKind::Figures, sheets::tab_figures(lang), &widths);
    sheet.title = figures::grid_caption(lang).to_owned();
    sheet.parts = vec![Part {
        heading: String::new(),
        head: head(entries.grouping, entries.has_levels, entries.has_areas, lang),
        rows: entries.rows.iter().map(|row| line(entries, row)).collect(),
    }];
    sheet.notes = vec![sheets::note_computed(lang).to_owned()];
    if entries.rows.iter().any(|row| has_unknown(entries.grouping, row)) {
        sheet.notes.push(entries.unknown.to_owned());
    }
    if entries.has_levels {
        sheet.notes.push(sheets::note_order(lang).to_owned());
    }
    sheet
}

/// Whether a count is hidden, or one of a group not known.
fn has_unknown(grouping: Grouping, row: &EntryRow) -> bool {
    let mut groups = row.counts.iter().take(grouping.groups().len());
    let is_text = |cell: &Cell| matches!(cell.value, Value::Text(_));
    row.counts.iter().any(is_text)
        || (!row.is_total && groups.any(|cell| !matches!(cell.value, Value::Count(_))))
}

fn line(entries: &Entries, row: &EntryRow) -> Line {
    let level = entries.has_levels.then(|| Cell::heading(row.level.as_str()));
    let area = entries.has_areas.then(|| Cell::heading(row.area.as_str()));
    let cells = level.into_iter().chain(area).chain(row.counts.iter().cloned()).collect();
    Line { cells, is_total: row.is_total }
}

/// Width of a column of counts, wide enough for a word of its heading.
pub(super) const COUNT_WIDTH: u16 = 17;

/// Widths of the columns of names.
pub(super) fn name_widths(has_levels: bool, has_areas: bool) -> Vec<u16> {
    let level = has_levels.then_some(37);
    let area = has_areas.then_some(24);
    level.into_iter().chain(area).collect()
}

/// The heading row: level, area, Statistics Denmark's names of the groups, total.
pub(super) fn head(grouping: Grouping, has_levels: bool, has_areas: bool, lang: Lang) -> Vec<Head> {
    let level = has_levels.then(|| Head::text(sheets::head_level(lang)));
    let area = has_areas.then(|| Head::text(sheets::head_area(lang)));
    let counts = GridColumn::all(grouping).map(|column| Head::number(column_name(lang, column)));
    level.into_iter().chain(area).chain(counts).collect()
}

fn column_name(lang: Lang, column: GridColumn) -> &'static str {
    let group = match column {
        GridColumn::Count(Column::Group(group)) => group,
        GridColumn::Count(Column::OriginNotStated) => return parts::group_not_stated(lang),
        GridColumn::GivenTotal => return parts::group_total(lang),
    };
    match group {
        Origin::Danish => sheets::group_danish_origin(lang),
        Origin::ImmigrantWestern => sheets::group_immigrant_western(lang),
        Origin::ImmigrantNonWestern => sheets::group_immigrant_non_western(lang),
        Origin::DescendantWestern => sheets::group_descendant_western(lang),
        Origin::DescendantNonWestern => sheets::group_descendant_non_western(lang),
        Origin::ImmigrantOrDescendant => sheets::group_immigrant_or_descendant(lang),
        Origin::Immigrant => sheets::group_immigrant(lang),
        Origin::Descendant => sheets::group_descendant(lang),
        Origin::Western => sheets::group_western(lang),
        Origin::NonWestern => sheets::group_non_western(lang),
    }
}
