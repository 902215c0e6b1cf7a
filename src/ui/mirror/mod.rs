//! The mirror screen: one sentence, the figure, and everything that stands behind it.

mod areas;
mod beside;
mod equity;
mod focus;
mod groups;
mod heat;
mod levels;
mod seen_before;

use super::app::{App, use_app};
use super::export::Menu;
use super::figures::ExampleBadge;
use super::parts::figure::Figure;
use super::screen::Screen;
use crate::chart::Spec;
use crate::markup::Markup;
use crate::report::mirror_figure;
use crate::session::Event;
use crate::text::{self, Lang, Subject, app, figures, finding, findings, mirror, warning};
use leptos::prelude::*;
use std::sync::Arc;

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
    let spec = state.with_subject(|lang, subject| {
        let summary = [finding::headline(lang, subject), finding::lead(lang, subject)].join(" ");
        mirror_figure::levels(lang, subject, date, summary)
    });
    Arc::new(spec.unwrap_or_default())
}

#[component]
fn Reflection() -> impl IntoView {
    let state = use_app();
    let headline = Memo::new(move |_| state.with_subject(finding::headline));
    let lead = Memo::new(move |_| state.with_subject(finding::lead));
    let spec = Memo::new(move |_| mirror_spec(state));
    let behind = move |write: fn(Lang, &Subject) -> String| {
        Memo::new(move |_| state.with_subject(write).unwrap_or_default())
    };
    view! {
        <ExampleBadge/>
        <p class="organisation-line">{move || organisation_line(state)}</p>
        <h1 data-headline>{headline}</h1>
        <p class="lead">{lead}</p>
        <focus::FocusChoice/>
        <Figure id="mirror-figure" spec/>
        <p class="fixed-sentence">{state.t(findings::note_not_discrimination)}</p>
        <div inner_html=behind(levels_behind)></div>
        <areas::Areas/>
        <div inner_html=behind(groups_behind)></div>
        <beside::Beside/>
        <div inner_html=behind(story_behind)></div>
        <Menu name="mirror-edition"/>
        <p class="actions no-print">
            <a class="button primary" href=Screen::Pledge.address()>{state.t(mirror::to_pledge)}</a>
            <a class="button" href=Screen::Path.address()>{state.t(mirror::to_path)}</a>
            <a class="button" href=Screen::Method.address()>{state.t(mirror::how)}</a>
            <a class="button" href=Screen::Sources.address()>{state.t(mirror::sources)}</a>
        </p>
    }
}

fn organisation_line(state: App) -> String {
    let checked = state.checked.get();
    let workforce = &checked.workforce;
    let lang = state.lang.get();
    let people = state.with_subject(|lang, subject| {
        let whole = &subject.assessment.whole;
        text::count(lang, whole.base.plus(whole.not_stated).low)
    });
    let date = workforce.reporting_date.map(|date| text::date(lang, date));
    let date = date.unwrap_or_else(|| mirror::undated(lang).to_owned());
    let name = workforce.name.as_deref().unwrap_or(app::name(lang));
    mirror::organisation_line(lang, name, &people.unwrap_or_default(), &date)
}

/// What stands right behind the figure, as markup: nothing here is typed in.
fn levels_behind(lang: Lang, subject: &Subject) -> String {
    let mut html = Markup::default();
    cautions(&mut html, lang, subject);
    levels::levels(&mut html, lang, subject);
    equity::equity(&mut html, lang, subject);
    html.finish()
}

fn groups_behind(lang: Lang, subject: &Subject) -> String {
    let mut html = Markup::default();
    groups::groups_apart(&mut html, lang, subject);
    html.finish()
}

/// Everything in sentences, and where the like has been seen.
fn story_behind(lang: Lang, subject: &Subject) -> String {
    let mut html = Markup::default();
    html.element("h2", "", mirror::findings_heading(lang)).start("ul", "sentences");
    for sentence in finding::sentences(lang, subject) {
        html.element("li", "", &sentence);
    }
    html.close("ul");
    seen_before::seen_before(&mut html, lang);
    html.finish()
}

fn cautions(html: &mut Markup, lang: Lang, subject: &Subject) {
    let sentences = warning::sentences(lang, subject);
    if sentences.is_empty() {
        return;
    }
    html.start("section", "cautions").element("h2", "", mirror::warnings(lang)).start("ul", "");
    for sentence in sentences {
        html.element("li", "", &sentence);
    }
    html.close("ul");
    if subject.benchmark.covers_all_ages() {
        html.element("p", "hint", &warning::working_age_route(lang, subject));
    }
    html.close("section");
}
