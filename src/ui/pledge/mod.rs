//! The pledge screen: the draft to edit, and the paper it becomes.

mod catalogue;
mod line_field;
mod measures;
mod removed;
mod signing;
mod targets;

pub use line_field::{Kind, LineField};

use super::app::{App, use_app};
use super::export::compose::paper_in_both;
use super::export::{BothLanguages, Menu};
use super::figures::ExampleBadge;
use super::mirror::NoFigures;
use super::status::write_link;
use crate::analysis::{Assumptions, targets as suggested_targets};
use crate::exchange::html;
use crate::exchange::office::{last_reached, raise_above_reached};
use crate::markup::Markup;
use crate::pledge::timetable::start_year;
use crate::pledge::{Edit, Pledge, suggest};
use crate::report;
use crate::session::{Event, PartId};
use crate::text::pledge_screen;
use crate::web::{clock, page};
use leptos::prelude::*;
use std::sync::Arc;

/// The pledge as it stands: what is suggested with the user's words over it.
pub(super) type PledgeMemo = Memo<Option<Arc<Pledge>>>;

/// Sends an edit of the pledge.
pub(super) fn edit(state: App, edit: Edit) {
    state.apply(Event::Pledge(edit));
}

/// The turnover that targets rest on.
pub(super) type AssumptionsMemo = Memo<Assumptions>;

fn assumptions_memo(state: App) -> AssumptionsMemo {
    Memo::new(move |_| {
        state.session.with(|session| session.work().choices.assumptions(session.draft()))
    })
}

/// The numbers that were reached on earlier promises, by level.
pub(super) type ReachedMemo = Memo<Vec<(PartId, u64)>>;

fn reached_memo(state: App) -> ReachedMemo {
    Memo::new(move |_| state.session.with(|s| last_reached(s.work(), state.lang.get())))
}

fn pledge_memo(state: App, assumptions: AssumptionsMemo, reached: ReachedMemo) -> PledgeMemo {
    let today = clock::today();
    let horizon = Memo::new(move |_| {
        let reporting_date = state.checked.get().workforce.reporting_date;
        let start = start_year(reporting_date, today);
        state.session.with(|session| session.work().choices.target_horizon(start))
    });
    let suggestion = Memo::new(move |_| {
        let (checked, outcome) = (state.checked.get(), state.outcome.get());
        let assessment = outcome.as_ref().as_ref().ok()?;
        let years = horizon.get();
        let mut targets = assumptions
            .with(|assumptions| suggested_targets::suggest(assessment, assumptions, years));
        state.session.with(|session| {
            reached.with(|reached| raise_above_reached(&mut targets, reached, session.draft()));
        });
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
    let assumptions = assumptions_memo(state);
    let reached = reached_memo(state);
    let pledge = pledge_memo(state, assumptions, reached);
    let is_bilingual = RwSignal::new(false);
    let browsing = catalogue::Browsing::new();
    let to_status = state.words(|lang| {
        let mut html = Markup::default();
        write_link(&mut html, lang);
        html.finish()
    });
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
                    <targets::Targets pledge assumptions reached/>
                    <measures::Measures pledge browsing/>
                    <catalogue::Catalogue pledge browsing/>
                    <removed::Removed pledge/>
                    <signing::Signing pledge/>
                    <h2>{state.t(pledge_screen::preview_heading)}</h2>
                    <p class="hint">{state.t(pledge_screen::preview_hint)}</p>
                    <BothLanguages name="preview" is_bilingual/>
                </div>
                <Paper pledge assumptions is_bilingual/>
                <div class="no-print"><PrintAction/></div>
                <Menu name="pledge-edition" is_bilingual/>
                <div inner_html=to_status></div>
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
fn Paper(
    pledge: PledgeMemo,
    assumptions: Memo<Assumptions>,
    is_bilingual: RwSignal<bool>,
) -> impl IntoView {
    let state = use_app();
    let html = Memo::new(move |_| {
        if is_bilingual.get() {
            return state.session.with(|session| paper_in_both(session.work(), clock::today()));
        }
        let (checked, outcome) = (state.checked.get(), state.outcome.get());
        let (pledge, assessment) = (pledge.get()?, outcome.as_ref().as_ref().ok()?);
        let assumptions = assumptions.get();
        let source = report::Source {
            pledge: &pledge,
            workforce: &checked.workforce,
            assessment,
            benchmark: &checked.benchmark,
            assumptions: &assumptions,
        };
        let lang = state.lang.get();
        let figure = |id, lang| html::paper_figure(&report::figure(&source, lang, id), lang);
        Some(html::document(&report::document(&source, lang), &figure))
    });
    view! { <div class="paper" id="paper" inner_html=move || html.get().unwrap_or_default()></div> }
}
