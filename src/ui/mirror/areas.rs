//! Every area with its verdict, how unevenly people are spread over them, and areas and levels
//! together.
//!
//! What divides people more is drawn by chance ([`crate::analysis::division`]), so it is worked out
//! after the mirror is shown, when the browser has nothing else to do. Absent: the table of cells
//! ([`super::heat`]).

use super::heat::HeatTable;
use super::levels::{VerdictRow, verdict_table};
use crate::analysis::{Crossing, Division, NoCrossing};
use crate::markup::Markup;
use crate::report::crossing_figure;
use crate::text::benchmark::yardstick;
use crate::text::{self, Lang, Subject, area_equity, areas as texts, crossing, mirror};
use crate::ui::app::{App, use_app};
use crate::web::page;
use leptos::prelude::*;
use std::sync::Arc;

/// What the random allocations are drawn from; any number does, and the page says which.
const SEED: u64 = 2026;

/// What is worked out when the browser has time.
#[derive(Clone, PartialEq)]
struct Found {
    crossing: Result<Crossing, NoCrossing>,
    division: Result<Division, NoCrossing>,
}

/// The section; nothing when the figures are not divided by area.
#[component]
pub fn Areas() -> impl IntoView {
    let state = use_app();
    let has = move |read: fn(&Subject) -> bool| {
        Memo::new(move |_| state.with_subject(|_, subject| read(subject)).unwrap_or_default())
    };
    let has_areas = has(|subject| !subject.assessment.areas.is_empty());
    let has_cells = has(|subject| !subject.assessment.cells.is_empty());
    let written = Memo::new(move |_| state.with_subject(areas).unwrap_or_default());
    view! {
        <Show when=move || has_areas.get()>
            <div inner_html=written></div>
            <Show when=move || has_cells.get()>
                <Together/>
            </Show>
        </Show>
    }
}

fn areas(lang: Lang, subject: &Subject) -> String {
    let mut html = Markup::default();
    let share = text::percent(lang, subject.assessment.benchmark_share.fraction());
    let caption = mirror::areas_caption(lang, yardstick(lang, subject.benchmark).noun, &share);
    let rows = subject.assessment.areas.iter().enumerate();
    let rows = rows.map(|(area, result)| VerdictRow::of(lang, subject, subject.area(area), result));
    html.element("h2", "", mirror::areas_heading(lang));
    html.element("p", "", &area_equity::summary(lang, subject));
    verdict_table(&mut html, lang, &caption, mirror::column_area(lang), rows.collect());
    html.element("p", "", &area_equity::dissimilarity(lang, subject));
    html.element("p", "hint", texts::small_areas(lang));
    html.finish()
}

#[component]
fn Together() -> impl IntoView {
    let state = use_app();
    let found = RwSignal::new(None::<Found>);
    Effect::new(move |_| {
        // A change of figures makes what was found before untrue at once.
        state.outcome.track();
        let checked = state.checked.get();
        found.set(None);
        page::when_idle(move || {
            // The screen may have been left and the figures changed in the meantime.
            let current = state.checked.try_get_untracked();
            if current.is_some_and(|current| Arc::ptr_eq(&current, &checked)) {
                let _ = found.try_set(work_out(state));
            }
        });
    });
    let said = Signal::derive(move || {
        let lang = state.lang.get();
        found.with(|found| match found {
            None => crossing::waiting(lang),
            Some(found) => crossing::divided(lang, &found.crossing, &found.division),
        })
    });
    let working = Signal::derive(move || {
        let lang = state.lang.get();
        found.with(|found| found.as_ref().map(|found| parts(lang, found)).unwrap_or_default())
    });
    let spec = Memo::new(move |_| {
        let date = state.checked.get().workforce.reporting_date;
        let spec = state.with_subject(|lang, subject| {
            let summary = area_equity::summary(lang, subject);
            crossing_figure::cells(lang, subject, date, summary)
        });
        Arc::new(spec.unwrap_or_default())
    });
    view! {
        <h2>{state.t(mirror::crossing_heading)}</h2>
        <p data-divided aria-live="polite">{said}</p>
        <div inner_html=working></div>
        <HeatTable spec/>
    }
}

fn work_out(state: App) -> Option<Found> {
    let outcome = state.outcome.try_get_untracked()?;
    let checked = state.checked.try_get_untracked()?;
    let assessment = outcome.as_ref().as_ref().ok()?;
    let (table, focus) = (&checked.workforce.table, assessment.focus);
    Some(Found {
        crossing: Crossing::of(table, focus),
        division: Division::of(table, focus, &assessment.method, SEED),
    })
}

/// The decompositions as a table to unfold; nothing where nothing can be crossed.
fn parts(lang: Lang, found: &Found) -> String {
    let (Ok(crossing), Ok(division)) = (&found.crossing, &found.division) else {
        return String::new();
    };
    let is_known = crossing.both.expected.is_some();
    let mut html = Markup::default();
    html.start("details", "more").element("summary", "", mirror::crossing_parts(lang));
    html.start_scroll_region(texts::parts_caption(lang));
    html.start("table", "").element("caption", "", texts::parts_caption(lang));
    html.start("thead", "").start("tr", "");
    let chance = [texts::parts_chance(lang), texts::parts_beyond(lang)];
    let headings = [texts::parts_division(lang), texts::parts_found(lang)];
    for (place, words) in
        headings.into_iter().chain(chance.into_iter().filter(|_| is_known)).enumerate()
    {
        html.tag("th").attribute("scope", "col");
        html.attribute("class", if place == 0 { "" } else { "number" }).open();
        html.words(words).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    for (name, part) in crossing::parts(lang, crossing) {
        html.start("tr", "").tag("th").attribute("scope", "row").open().words(name).close("th");
        html.element("td", "number", &crossing::index(lang, part.index));
        if let (Some(expected), Some(beyond)) = (part.expected_index, part.index_beyond_chance()) {
            html.element("td", "number", &text::percent_fixed(lang, expected, 1));
            html.element("td", "number", &text::percent_fixed(lang, beyond, 1));
        }
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
    html.element(
        "p",
        "hint",
        &[texts::parts_sum(lang), &crossing::chance(lang, division)].join(" "),
    );
    html.close("details");
    html.finish()
}
