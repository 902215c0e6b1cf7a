//! One row of the grid: its inputs, what they leave to be computed, and rows of totals.

use super::grid::{CellErrors, area_name, level_name};
use super::grid_keys::{GridHands, cell_id};
use crate::session::{AreaKey, GridColumn, GridRow};
use crate::text::{self, Lang, column_name, figures};
use crate::ui::app::{App, use_app};
use crate::workforce::{Bounds, Column, Focus, Row, Scope};
use leptos::prelude::*;

/// What a row leaves to be computed, in words for its language.
#[derive(Clone, Debug, PartialEq)]
struct Computed {
    /// By column; shown where nothing was typed.
    cells: Vec<Option<String>>,
    share: String,
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

fn is_counted(column: Column) -> bool {
    matches!(column, Column::Group(_))
}

fn computed(state: App, row: GridRow, columns: &[GridColumn]) -> Computed {
    let lang = state.lang.get();
    let checked = state.checked.get();
    let table = &checked.workforce.table;
    let at = Row { level: row.level, area: row.area };
    let cell = |column| table.cell(at, column).unwrap_or_default();
    let sum = |pick: &dyn Fn(Column) -> bool| {
        crate::workforce::sum(table.columns().filter(|c| pick(*c)).map(cell))
    };
    let cells = columns
        .iter()
        .map(|column| match *column {
            GridColumn::Count(column) if is_counted(column) => {
                cell(column).known().map(|count| text::count(lang, count.into()))
            }
            GridColumn::Count(_) => None,
            GridColumn::GivenTotal => {
                let total = sum(&|_| true);
                (total.low > 0 || total.high == Some(0)).then(|| bounds_text(lang, total))
            }
        })
        .collect();
    let focus = Focus::default();
    let in_focus = |column| matches!(column, Column::Group(group) if focus.contains(group));
    Computed { cells, share: share_text(lang, sum(&in_focus), sum(&is_counted)) }
}

/// A row of inputs, named by its level.
#[component]
pub fn GridRowView(
    /// Where the row stands in the grid, from 0.
    index: usize,
    row: GridRow,
    columns: Vec<GridColumn>,
    errors: CellErrors,
    hands: GridHands,
) -> impl IntoView {
    let state = use_app();
    let left = {
        let columns = columns.clone();
        Memo::new(move |_| computed(state, row, &columns))
    };
    let cells = columns
        .into_iter()
        .enumerate()
        .map(|(place, column)| cell(state, (index, place), row, column, left, errors, hands))
        .collect_view();
    view! {
        <tr>
            <th scope="row">{move || level_name(state, state.lang.get(), row.key.level)}</th>
            {cells}
            <td class="computed">{move || left.with(|left| left.share.clone())}</td>
        </tr>
    }
}

fn cell(
    state: App,
    position: (usize, usize),
    row: GridRow,
    column: GridColumn,
    left: Memo<Computed>,
    errors: CellErrors,
    hands: GridHands,
) -> impl IntoView {
    let id = cell_id(position);
    let error_id = [&id, "error"].join("-");
    let key = (row.key, column.id());
    let name = move || {
        let lang = state.lang.get();
        let (group, level) = (column_name(lang, column), level_name(state, lang, row.key.level));
        match row.key.area {
            AreaKey::All => figures::grid_cell(lang, group, &level),
            area => figures::grid_cell_area(lang, group, &level, &area_name(state, lang, area)),
        }
    };
    let revision = Memo::new(move |_| state.session.with(|session| session.revision()));
    let typed = move || {
        // Read and not only tracked: a memo that nobody reads is never computed and never tells.
        let _ = revision.get();
        state.session.with_untracked(|session| session.draft().text(row.key, column).to_owned())
    };
    let error = Memo::new(move |_| {
        errors.with(|errors| errors.iter().find(|(at, _)| *at == key).map(|(_, text)| text.clone()))
    });
    let is_wrong = move || error.with(Option::is_some);
    let described = error_id.clone();
    view! {
        <td
            class:selected=move || hands.selection.get().is_some_and(|s| s.contains(position))
            class:total=column == GridColumn::GivenTotal
        >
            <input
                id=id
                data-cell=[position.0.to_string(), position.1.to_string()].join("-")
                type="text"
                inputmode="numeric"
                autocomplete="off"
                spellcheck="false"
                aria-label=name
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=move || is_wrong().then(|| described.clone())
                placeholder=move || left.with(|left| left.cells[position.1].clone())
                prop:value=typed
            />
            {move || error.get().map(|text| view! {
                <span class="cell-error" id=error_id.clone()>{text}</span>
            })}
        </td>
    }
}

/// A computed row of totals for a scope.
#[component]
pub fn TotalsRow(
    scope: Scope,
    columns: Vec<GridColumn>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let state = use_app();
    let total = move |column: GridColumn| {
        let lang = state.lang.get();
        let checked = state.checked.get();
        let table = &checked.workforce.table;
        // While the depth changes, the old rows are asked once more before they go.
        if !table.has_scope(scope) {
            return String::new();
        }
        bounds_text(
            lang,
            match column {
                GridColumn::Count(column) => table.sum(scope, |known| known == column),
                GridColumn::GivenTotal => table.sum(scope, |_| true),
            },
        )
    };
    let share = move || {
        let checked = state.checked.get();
        let table = &checked.workforce.table;
        if !table.has_scope(scope) {
            return String::new();
        }
        let (focus, base) = table.focus_and_base(scope, Focus::default());
        share_text(state.lang.get(), focus, base)
    };
    view! {
        <tr class="totals">
            <th scope="row">
                {label} " " <span class="tag">{state.t(figures::grid_computed)}</span>
            </th>
            {columns.into_iter().map(|column| view! {
                <td class="computed">{move || total(column)}</td>
            }).collect_view()}
            <td class="computed">{share}</td>
        </tr>
    }
}
