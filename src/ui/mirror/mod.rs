//! The mirror screen: one sentence, the figure, and everything that stands behind it.

mod areas;
mod equity;
mod levels;
pub(super) mod seen_before;
mod words;

use super::app::{App, use_app};
use super::figures::ExampleBadge;
use super::later::{Later, Part};
use super::parts::figure::Figure;
use super::screen::Screen;
use crate::chart::Spec;
use crate::report::mirror_figure;
use crate::session::Event;
use crate::text::{self, Lang, Subject, app, figures, findings, mirror, warning};
use leptos::prelude::*;
use std::sync::Arc;

/// Reads something from the present assessment; `None` when there is none.
pub fn with_subject<T>(state: App, read: impl FnOnce(Lang, &Subject) -> T) -> Option<T> {
    let (checked, outcome) = (state.checked.get(), state.outcome.get());
    let assessment = outcome.as_ref().as_ref().ok()?;
    let (table, benchmark) = (&checked.workforce.table, &checked.benchmark);
    Some(read(state.lang.get(), &Subject { assessment, table, benchmark }))
}

/// The screen.
#[component]
pub fn Mirror() -> impl IntoView {
    let state = use_app();
    let has_figures = Memo::new(move |_| !state.has_no_figures());
    let is_comparable = Memo::new(move |_| state.outcome.get().is_ok());
    view! {
        <div class="screen mirror">
            <Show when=move || has_figures.get() fallback=NoFigures>
                <Show
                    when=move || is_comparable.get()
                    fallback=move || view! {
                        <h1>{state.t(app::title_mirror)}</h1>
                        <p>{state.t(mirror::not_comparable)}</p>
                    }
                >
                    <Reflection/>
                </Show>
            </Show>
        </div>
    }
}

/// What a screen shows before there are figures.
#[component]
pub fn NoFigures() -> impl IntoView {
    let state = use_app();
    view! {
        <h1>{state.t(mirror::no_figures_heading)}</h1>
        <p class="lead">{state.t(mirror::no_figures)}</p>
        <div class="actions">
            <a class="button primary" href=Screen::Figures.address()>{state.t(mirror::to_figures)}</a>
            <button type="button" on:click=move |_| state.apply(Event::LoadExample)>
                {state.t(figures::actions_example)}
            </button>
        </div>
    }
}

/// The mirror figure as a description; empty when nothing can be compared.
pub fn mirror_spec(state: App) -> Arc<Spec> {
    let date = state.checked.get().workforce.reporting_date;
    let spec = with_subject(state, |lang, subject| mirror_figure::levels(lang, subject, date));
    Arc::new(spec.unwrap_or_default())
}

#[component]
fn Reflection() -> impl IntoView {
    let state = use_app();
    let headline = Memo::new(move |_| with_subject(state, text::finding::headline));
    let lead = Memo::new(move |_| with_subject(state, text::finding::lead));
    let spec = Memo::new(move |_| mirror_spec(state));
    view! {
        <ExampleBadge/>
        <p class="organisation-line">{move || organisation_line(state)}</p>
        <h1 data-headline>{headline}</h1>
        <p class="lead">{lead}</p>
        <Figure id="mirror-figure" spec/>
        <p class="fixed-sentence">{state.t(findings::note_not_discrimination)}</p>
        <Warnings/>
        <levels::Levels/>
        <equity::Equity/>
        <areas::Areas/>
        <words::StoryInWords/>
        <Later part=Part::SeenBefore/>
        <p class="actions no-print">
            <a class="button primary" href=Screen::Pledge.address()>{state.t(mirror::to_pledge)}</a>
            <a class="button" href=Screen::Method.address()>{state.t(mirror::how)}</a>
            <a class="button" href=Screen::Sources.address()>{state.t(mirror::sources)}</a>
        </p>
    }
}

fn organisation_line(state: App) -> String {
    let checked = state.checked.get();
    let workforce = &checked.workforce;
    let lang = state.lang.get();
    let people = with_subject(state, |lang, subject| {
        let whole = &subject.assessment.whole;
        text::count(lang, whole.base.plus(whole.not_stated).low)
    });
    let date = workforce.reporting_date.map(|date| text::date(lang, date));
    let date = date.unwrap_or_else(|| mirror::undated(lang).to_owned());
    let name = workforce.name.as_deref().unwrap_or(app::name(lang));
    mirror::organisation_line(lang, name, &people.unwrap_or_default(), &date)
}

#[component]
fn Warnings() -> impl IntoView {
    let state = use_app();
    let sentences = Memo::new(move |_| with_subject(state, warning::sentences).unwrap_or_default());
    let route = Memo::new(move |_| {
        with_subject(state, |lang, subject| {
            let all_ages = subject.benchmark.covers_all_ages();
            all_ages.then(|| warning::working_age_route(lang, subject))
        })?
    });
    move || {
        let sentences = sentences.get();
        (!sentences.is_empty()).then(|| view! {
            <section class="cautions" aria-labelledby="cautions-heading">
                <h2 id="cautions-heading">{state.t(mirror::warnings)}</h2>
                <ul>{sentences.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
                {move || route.get().map(|route| view! { <p class="hint">{route}</p> })}
            </section>
        })
    }
}
