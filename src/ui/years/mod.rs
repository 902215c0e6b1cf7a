//! The years screen: several reporting dates of one organisation side by side.
//!
//! From top to bottom: the dates and what can be done with them, the whole organisation beside the
//! city's line, what has happened since an earlier date, and how the targets are doing. Absent:
//! what has changed and how far a promise has come ([`crate::analysis`]), and the figures of each
//! date ([`crate::exchange::office::Years`]). Read next: [`arrival`] for files, [`dates`] for the
//! list.

mod arrival;
mod comparison;
mod dates;
mod figure;
mod targets;

pub use arrival::{take, tell};

use super::app::{App, use_app};
use super::figures::ExampleBadge;
use super::import::write_file_field;
use super::screen::Screen;
use super::status::write_link;
use crate::benchmark::default_benchmark;
use crate::chart::Spec;
use crate::exchange::office::Years;
use crate::markup::Markup;
use crate::report::years_figure::{self, DatedTable, Dates};
use crate::session::Event;
use crate::text::{Lang, figures, years as texts};
use crate::web::clock;
use leptos::prelude::*;
use std::sync::Arc;

/// Every date, worked out anew when the work or the language changes.
pub(super) type YearsMemo = Memo<Arc<Years>>;

fn years_memo(state: App) -> YearsMemo {
    let today = clock::today();
    let work = Memo::new(move |_| state.session.with(|session| session.work().clone()));
    Memo::new_with_compare(
        move |_| Arc::new(work.with(|work| Years::of(work, state.lang.get(), today))),
        // Worked out only when the work has changed, so there is nothing to compare.
        |_, _| true,
    )
}

/// The screen.
#[component]
pub fn YearsScreen() -> impl IntoView {
    let state = use_app();
    let is_empty = Memo::new(move |_| {
        state.session.with(|session| {
            session.draft().has_no_figures() && session.work().other_dates.is_empty()
        })
    });
    view! {
        <div class="screen years">
            <Show when=move || !is_empty.get() fallback=Empty>
                <Filled/>
            </Show>
        </div>
    }
}

/// What to do with last year's file, before there is anything else.
#[component]
fn Empty() -> impl IntoView {
    let state = use_app();
    let field = file_field(state, true);
    view! {
        <h1>{state.t(texts::empty_heading)}</h1>
        <p class="lead">{state.t(texts::empty_text)}</p>
        <div class="actions">
            <span inner_html=field></span>
            <a class="button" href=Screen::Figures.address()>{state.t(texts::empty_to_figures)}</a>
            <button type="button" on:click=move |_| state.apply(Event::LoadExample)>
                {state.t(figures::actions_example)}
            </button>
        </div>
        <p class="hint">{state.t(texts::file_hint)}" "{state.t(texts::empty_first)}</p>
    }
}

fn file_field(state: App, is_primary: bool) -> Signal<String> {
    state.words(move |lang| {
        let mut html = Markup::default();
        write_file_field(&mut html, "open-year", texts::file_choose(lang), is_primary);
        html.finish()
    })
}

#[component]
fn Filled() -> impl IntoView {
    let state = use_app();
    let years = years_memo(state);
    let spec = |build: fn(Lang, &Dates) -> Option<Spec>| {
        Memo::new(move |_| {
            let lang = state.lang.get();
            years.with(|years| with_dates(years, |dates| build(lang, dates))).map(Arc::new)
        })
    };
    let whole = spec(|lang, dates| Some(years_figure::whole(lang, dates)));
    let levels = spec(years_figure::levels);
    let has_levels = Memo::new(move |_| levels.with(Option::is_some));
    let to_status = state.words(|lang| {
        let mut html = Markup::default();
        write_link(&mut html, lang);
        html.finish()
    });
    let of = |memo: Memo<Option<Arc<Spec>>>| Signal::derive(move || memo.get().unwrap_or_default());
    view! {
        <ExampleBadge/>
        <h1>{state.t(texts::heading)}</h1>
        <p class="lead">{state.t(texts::lead)}</p>
        <dates::DateList years/>
        <figure::DatesFigure id="years-whole" spec=of(whole)/>
        <comparison::Comparison years/>
        <Show when=move || has_levels.get()>
            <figure::DatesFigure id="years-levels" spec=of(levels)/>
        </Show>
        <targets::Targets years/>
        <div inner_html=to_status></div>
        <p class="hint">{state.t(texts::internal)}</p>
    }
}

/// The dates that can be compared, as a figure needs them; the newest date's choice of benchmark
/// gives the line.
fn with_dates<T>(years: &Years, build: impl FnOnce(&Dates) -> T) -> T {
    let comparable = years.comparable();
    let dates: Vec<DatedTable> = comparable
        .iter()
        .filter_map(|date| {
            let (table, benchmark) = (&date.checked.workforce.table, date.benchmark.as_ref());
            Some(DatedTable { day: date.day?, table, benchmark })
        })
        .collect();
    let newest = comparable.last().copied().or_else(|| years.dates.last());
    let default = default_benchmark();
    let chosen = newest.map_or(&default, |date| &date.checked.benchmark);
    build(&Dates { focus: years.focus, dates: &dates, chosen })
}
