//! The grid: a real table of inputs, top level first, with live totals.

use super::grid_keys::GridHands;
use super::grid_row::{GridRowView, TotalsRow};
use super::paste_question::PasteQuestionView;
use crate::session::{AreaKey, CellKey, Grid, GridColumn, GridRow, LevelKey, Place, Severity};
use crate::text::{Lang, column_name, figures, part_name, parts, problem_text};
use crate::ui::app::{App, use_app};
use crate::workforce::Scope;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Errors by cell, shared by all rows.
pub type CellErrors = Memo<BTreeMap<CellKey, String>>;

/// The name of a row's level in the present language.
pub fn level_name(state: App, lang: Lang, key: LevelKey) -> String {
    state.session.with(|session| match key {
        LevelKey::All => parts::level_all(lang).to_owned(),
        LevelKey::NotStated => parts::level_not_stated(lang).to_owned(),
        LevelKey::Level(id) => {
            let level = session.draft().levels.iter().find(|level| level.id == id);
            level
                .map(|level| part_name(lang, crate::session::Part::Level, &level.name))
                .unwrap_or_default()
        }
    })
}

/// The name of a row's area; empty when the table is not divided by area.
pub fn area_name(state: App, lang: Lang, key: AreaKey) -> String {
    state.session.with(|session| match key {
        AreaKey::All => String::new(),
        AreaKey::NotStated => parts::area_not_stated(lang).to_owned(),
        AreaKey::Area(id) => {
            let area = session.draft().areas.iter().find(|area| area.id == id);
            area.map(|area| part_name(lang, crate::session::Part::Area, &area.name))
                .unwrap_or_default()
        }
    })
}

/// The whole grid with its hints and messages.
#[component]
pub fn GridView() -> impl IntoView {
    let state = use_app();
    let grid = Memo::new(move |_| state.session.with(|session| Grid::of(session.draft())));
    let errors: CellErrors = Memo::new(move |_| {
        let lang = state.lang.get();
        let checked = state.checked.get();
        let cell_errors = checked.problems.iter().filter_map(|problem| match problem.place {
            Place::Cell(row, column) if problem.severity() == Severity::Error => {
                Some(((row, column.id()), problem_text(lang, problem)))
            }
            _ => None,
        });
        cell_errors.collect()
    });
    let hands = GridHands::new(state, grid);
    view! {
        <section class="grid-section" aria-labelledby="grid-caption">
            <PasteQuestionView hands/>
            <div class="grid-scroll">
                <table
                    class="grid"
                    aria-describedby="grid-hint"
                    on:input=move |event| hands.on_input(&event)
                    on:keydown=move |event| hands.on_key(&event)
                    on:focusin=move |event| hands.on_focus(&event)
                    on:focusout=move |event| hands.on_blur(&event)
                    on:mousedown=move |event| hands.on_mouse_down(&event)
                    on:mouseover=move |event| hands.on_mouse_over(&event)
                    on:copy=move |event| hands.on_copy(&event, false)
                    on:cut=move |event| hands.on_copy(&event, true)
                    on:paste=move |event| hands.on_paste(&event)
                >
                    <caption id="grid-caption">{state.t(figures::grid_caption)}</caption>
                    {move || grid.with(|grid| view! {
                        <Head columns=grid.columns.clone()/>
                        {bodies(state, grid, errors, hands)}
                        <tfoot>
                            <TotalsRow
                                scope=Scope::WholeOrganisation
                                columns=grid.columns.clone()
                                label=Signal::derive(move || {
                                    figures::grid_total_row(state.lang.get()).to_owned()
                                })
                            />
                        </tfoot>
                    })}
                </table>
            </div>
            <p class="hint" id="grid-hint">{state.t(figures::grid_hint)}</p>
            <details class="hint no-print">
                <summary>{state.t(figures::grid_keys_heading)}</summary>
                <p>{state.t(figures::grid_keys)}</p>
            </details>
            <p class="visually-hidden" role="status">{move || hands.announcement.get()}</p>
        </section>
    }
}

#[component]
fn Head(columns: Vec<GridColumn>) -> impl IntoView {
    let state = use_app();
    let heading = move |column: GridColumn| {
        view! { <th scope="col">{move || column_name(state.lang.get(), column)}</th> }
    };
    view! {
        <thead>
            <tr>
                <th scope="col">{state.t(figures::grid_corner)}</th>
                {columns.into_iter().map(heading).collect_view()}
                <th scope="col" class="computed">{state.t(figures::grid_share)}</th>
            </tr>
        </thead>
    }
}

/// One body for each area, or a single one.
fn bodies(state: App, grid: &Grid, errors: CellErrors, hands: GridHands) -> impl IntoView + use<> {
    let rows: Vec<(usize, GridRow)> = grid.rows.iter().copied().enumerate().collect();
    let columns = grid.columns.clone();
    rows.chunk_by(|(_, one), (_, next)| one.key.area == next.key.area)
        .map(|chunk| {
            let area = chunk[0].1.key.area;
            let width = columns.len() + 2;
            let heading = (area != AreaKey::All).then(|| {
                view! {
                    <tr class="area-heading">
                        <th scope="rowgroup" colspan=width>
                            {move || area_name(state, state.lang.get(), area)}
                        </th>
                    </tr>
                }
            });
            let totals = chunk[0].1.area.map(|index| {
                view! {
                    <TotalsRow
                        scope=Scope::Area(index)
                        columns=columns.clone()
                        label=Signal::derive(move || {
                            let lang = state.lang.get();
                            figures::grid_area_total(lang, &area_name(state, lang, area))
                        })
                    />
                }
            });
            let rows = chunk.iter().map(|&(index, row)| {
                let columns = columns.clone();
                view! { <GridRowView index row columns errors hands/> }
            });
            view! { <tbody>{heading}{rows.collect_view()}{totals}</tbody> }
        })
        .collect_view()
}
