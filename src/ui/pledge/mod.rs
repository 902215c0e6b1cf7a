//! The pledge screen: the draft to edit, and the paper it becomes.

mod catalogue;
mod line_field;
mod measures;
mod removed;
mod signing;
mod targets;

use super::app::{App, use_app};
use super::export::compose::paper_in_both;
use super::export::{BothLanguages, Menu};
use super::figures::ExampleBadge;
use super::mirror::NoFigures;
use crate::analysis::{Assumptions, targets as suggested_targets};
use crate::exchange::html;
use crate::pledge::{Edit, Pledge, suggest};
use crate::report;
use crate::session::Event;
use crate::text::pledge_screen;
use crate::web::{clock, page};
use leptos::prelude::*;
use std::sync::Arc;

/// The longest horizon a target may have, in years (methods, section 8).
const HORIZON: u8 = suggested_targets::MAX_YEARS;

/// The pledge as it stands: what is suggested with the user's words over it.
pub(super) type PledgeMemo = Memo<Option<Arc<Pledge>>>;

/// Sends an edit of the pledge.
pub(super) fn edit(state: App, edit: Edit) {
    state.apply(Event::Pledge(edit));
}

fn pledge_memo(state: App) -> PledgeMemo {
    let today = clock::today();
    let suggestion = Memo::new(move |_| {
        let (checked, outcome) = (state.checked.get(), state.outcome.get());
        let assessment = outcome.as_ref().as_ref().ok()?;
        let targets = suggested_targets::suggest(assessment, &Assumptions::default(), HORIZON);
        Some(Arc::new(suggest(&checked.workforce, assessment, &targets, today)))
    });
    let edits = Memo::new(move |_| state.session.with(|session| session.work().pledge.clone()));
    Memo::new(move |_| {
        let suggestion = suggestion.get()?;
        Some(Arc::new(edits.with(|edits| Pledge::of(&suggestion, edits))))
    })
}

/// The screen.
#[component]
pub fn PledgeScreen() -> impl IntoView {
    let state = use_app();
    let pledge = pledge_memo(state);
    let is_bilingual = RwSignal::new(false);
    let browsing = catalogue::Browsing::new();
    let is_ready = Memo::new(move |_| !state.has_no_figures() && pledge.with(Option::is_some));
    view! {
        <div class="screen pledge">
            <Show when=move || is_ready.get() fallback=NoFigures>
                <div class="no-print">
                    <ExampleBadge/>
                    <h1>{state.t(pledge_screen::heading)}</h1>
                    <p class="lead">{state.t(pledge_screen::lead)}</p>
                    <PrintAction/>
                    <h2>{state.t(pledge_screen::edit_heading)}</h2>
                    <targets::Targets pledge/>
                    <measures::Measures pledge browsing/>
                    <catalogue::Catalogue pledge browsing/>
                    <removed::Removed pledge/>
                    <signing::Signing pledge/>
                    <h2>{state.t(pledge_screen::preview_heading)}</h2>
                    <p class="hint">{state.t(pledge_screen::preview_hint)}</p>
                    <BothLanguages name="preview" is_bilingual/>
                </div>
                <Paper pledge is_bilingual/>
                <div class="no-print"><PrintAction/></div>
                <Menu name="pledge-edition" is_bilingual/>
            </Show>
        </div>
    }
}

#[component]
fn PrintAction() -> impl IntoView {
    let state = use_app();
    let print = move |_| {
        if !page::print() {
            state.complain(pledge_screen::print_refused(state.lang.get_untracked()).to_owned());
        }
    };
    view! {
        <p class="actions">
            <button type="button" class="primary" data-print on:click=print>
                {state.t(pledge_screen::print)}
            </button>
            <span class="hint">{state.t(pledge_screen::internal_hint)}</span>
        </p>
    }
}

/// The document as it will be printed.
#[component]
fn Paper(pledge: PledgeMemo, is_bilingual: RwSignal<bool>) -> impl IntoView {
    let state = use_app();
    let html = Memo::new(move |_| {
        if is_bilingual.get() {
            return state.session.with(|session| paper_in_both(session.work(), clock::today()));
        }
        let (checked, outcome) = (state.checked.get(), state.outcome.get());
        let (pledge, assessment) = (pledge.get()?, outcome.as_ref().as_ref().ok()?);
        let source = report::Source {
            pledge: &pledge,
            workforce: &checked.workforce,
            assessment,
            benchmark: &checked.benchmark,
            assumptions: &Assumptions::default(),
        };
        let lang = state.lang.get();
        let figure = |id, lang| html::paper_figure(&report::figure(&source, lang, id), lang);
        Some(html::document(&report::document(&source, lang), &figure))
    });
    view! { <div class="paper" id="paper" inner_html=move || html.get().unwrap_or_default()></div> }
}
