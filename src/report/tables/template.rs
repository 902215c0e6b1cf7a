//! The empty sheet to fill in, and a second one that says how.
//!
//! Its heading row and its level names are those of the figures sheet, so that what comes back
//! filled in is read like any exported one. There is no title over the heading row and no total
//! row: a row and a column fewer to go wrong. Absent: totals, figures.

use super::{Cell, Line, Part, Prompt, Sheet, SheetKind, Tables, figures, guide};
use crate::session::{self, Depth, Draft, GridColumn, NamedPart};
use crate::text::{Lang, part_name, sheets};

/// A template for the levels, areas and groups of a draft; [`Draft::empty`] gives the default
/// ladder without areas.
///
/// Counts that were typed are left out: a template may be passed on to whoever has the figures.
pub fn template(draft: &Draft, lang: Lang) -> Tables {
    let title = sheets::title_template(lang).to_owned();
    let sheets = vec![empty(draft, lang), guide::sheet(draft, lang)];
    Tables { lang, title, mark: String::new(), sheets }
}

fn empty(draft: &Draft, lang: Lang) -> Sheet {
    let (has_levels, has_areas) = shape(draft);
    let columns = GridColumn::all(draft.grouping).count();
    let mut widths = figures::name_widths(has_levels, has_areas);
    let first = widths.len() as u16;
    widths.extend((0..columns).map(|_| figures::COUNT_WIDTH));
    let named = |part, parts: &[NamedPart]| -> Vec<Cell> {
        parts.iter().map(|named| Cell::heading(part_name(lang, part, &named.name))).collect()
    };
    let levels = if has_levels { named(session::Part::Level, &draft.levels) } else { Vec::new() };
    let areas = if has_areas { named(session::Part::Area, &draft.areas) } else { Vec::new() };
    let mut rows = Vec::new();
    for area in each_or_none(&areas) {
        for level in each_or_none(&levels) {
            let mut cells: Vec<Cell> = level.into_iter().chain(area).cloned().collect();
            cells.extend((0..columns).map(|_| Cell::blank()));
            rows.push(Line::of(cells));
        }
    }
    let mut sheet = Sheet::new(SheetKind::Template, sheets::tab_figures(lang), &widths);
    sheet.parts = vec![Part {
        heading: String::new(),
        head: figures::head(draft.grouping, has_levels, has_areas, lang),
        rows,
    }];
    sheet.prompt = Some(Prompt {
        columns: (first, first + columns as u16 - 1),
        title: sheets::prompt_title(lang).to_owned(),
        hint: sheets::prompt_hint(lang).to_owned(),
        wrong: sheets::prompt_wrong(lang).to_owned(),
    });
    sheet
}

/// Whether there is a column of levels, and one of areas.
pub(super) fn shape(draft: &Draft) -> (bool, bool) {
    (draft.depth != Depth::Totals, draft.depth == Depth::LevelsAndAreas)
}

fn each_or_none(cells: &[Cell]) -> impl Iterator<Item = Option<&Cell>> {
    cells.iter().map(Some).chain(cells.is_empty().then_some(None))
}
