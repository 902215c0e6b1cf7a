//! The grid: a real table of inputs, top level first, with live totals.
//!
//! The table is written as markup when its shape changes; what the figures change is then pushed
//! into it, cell by cell and only where something is different. A view for each of up to 1,400
//! inputs would weigh more than all the statistics and answer a keystroke later.

use super::grid_keys::GridHands;
use super::grid_look::{Look, Names};
use super::grid_markup;
use super::paste_question::PasteQuestionView;
use crate::session::Grid;
use crate::text::figures;
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The whole grid with its hints and messages.
#[component]
pub fn GridView() -> impl IntoView {
    let state = use_app();
    let grid = Memo::new(move |_| state.session.with(|session| Grid::of(session.draft())));
    let names = Memo::new(move |_| {
        let lang = state.lang.get();
        grid.with(|grid| state.session.with(|session| Names::of(lang, session.draft(), grid)))
    });
    let hands = GridHands::new(state, grid);
    let look = move || {
        let (lang, checked) = (state.lang.get(), state.checked.get());
        let selection = hands.selection.get();
        grid.with(|grid| {
            state.session.with(|session| Look::of(lang, session, grid, &checked, selection))
        })
    };
    let shown = StoredValue::new(Look::default());
    let table = move || {
        let names = names.get();
        let look = untrack(look);
        let html = grid.with_untracked(|grid| grid_markup::table(&names, grid, &look));
        shown.set_value(look);
        html
    };
    Effect::new(move |_| {
        let look = look();
        names.track();
        shown.update_value(|shown| {
            look.push_over(shown);
            *shown = look;
        });
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
