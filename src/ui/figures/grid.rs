//! The grid: a real table of inputs, top level first, with live totals.
//!
//! The table is written as markup when its shape changes; what the figures change is then pushed
//! into it, cell by cell and only where something is different. A view for each of up to 1,400
//! inputs would weigh more than all the statistics and answer a keystroke later.

use super::grid_keys::GridHands;
use super::grid_look::{Look, Names};
use super::grid_markup;
use super::paste_question::PasteQuestionView;
use super::selection::{self, Selection};
use crate::session::{Grid, Session};
use crate::text::figures;
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The whole grid with its hints and messages.
#[component]
pub fn GridView() -> impl IntoView {
    let state = use_app();
    let grid = Memo::new(move |_| state.session.with(|session| Grid::of(session.draft())));
    // Only these change the names; what is typed in a cell does not.
    let parts = Memo::new(move |_| {
        let draft =
            |session: &Session| (session.draft().levels.clone(), session.draft().areas.clone());
        state.session.with(draft)
    });
    let names = Memo::new(move |_| {
        let lang = state.lang.get();
        parts.track();
        grid.with(|grid| {
            state.session.with_untracked(|session| Names::of(lang, session.draft(), grid))
        })
    });
    let hands = GridHands::new(state, grid);
    let look = move || {
        let (lang, checked) = (state.lang.get(), state.checked.get());
        let revision = state.session.with(Session::revision);
        grid.with(|grid| Look::of(lang, revision, grid, &checked))
    };
    let shown = StoredValue::new(Look::default());
    // How often the table was written: marks are gone when it was.
    let written = StoredValue::new(0_u32);
    let table = move || {
        let names = names.get();
        let look = untrack(look);
        let html = grid.with_untracked(|grid| {
            let write = |s: &Session| grid_markup::table(&names, s.draft(), grid, &look);
            state.session.with_untracked(write)
        });
        shown.set_value(look);
        written.update_value(|times| *times += 1);
        html
    };
    Effect::new(move |_| {
        let look = look();
        names.track();
        grid.with_untracked(|grid| {
            state.session.with_untracked(|session| {
                let typed = |row: usize, column: usize| {
                    session.draft().text(grid.rows[row].key, grid.columns[column])
                };
                shown.with_value(|shown| look.push_over(shown, typed));
            });
        });
        shown.set_value(look);
    });
    Effect::new(move |before: Option<(Option<Selection>, u32)>| {
        names.track();
        let (selection, times) = (hands.selection.get(), written.get_value());
        let before = before.filter(|(_, before)| *before == times).and_then(|(marks, _)| marks);
        selection::mark_over(selection, before);
        (selection, times)
    });
    view! {
        <section class="grid-section" aria-labelledby="grid-caption">
            <PasteQuestionView hands/>
            <div
                class="grid-scroll"
                aria-describedby="grid-hint"
                inner_html=table
                on:input=move |event| hands.on_input(&event)
                on:keydown=move |event| hands.on_key(&event)
                on:focusin=move |event| hands.on_focus(&event)
                on:focusout=move |event| hands.on_blur(&event)
                on:mousedown=move |event| hands.on_mouse_down(&event)
                on:mouseover=move |event| hands.on_mouse_over(&event)
                on:copy=move |event| hands.on_copy(&event, false)
                on:cut=move |event| hands.on_copy(&event, true)
                on:paste=move |event| hands.on_paste(&event)
            ></div>
            <p class="hint" id="grid-hint">{state.t(figures::grid_hint)}</p>
            <details class="hint no-print">
                <summary>{state.t(figures::grid_keys_heading)}</summary>
                <p>{state.t(figures::grid_keys)}</p>
            </details>
            <p class="visually-hidden" role="status">{hands.announcement}</p>
        </section>
    }
}
