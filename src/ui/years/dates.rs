//! The list of dates, and what can be done with them: start the next year, add one from a file,
//! correct one, remove one.
//!
//! Markup with marks, because nothing is typed in. Absent: what the dates say.

use super::arrival::{day_name, tell};
use super::{YearsMemo, file_field};
use crate::exchange::office::{DatePlace, Dated, Years, promised};
use crate::markup::Markup;
use crate::session::{DateEvent, Event, MOST_DATES};
use crate::text::benchmark as benchmark_words;
use crate::text::focus::FocusWords;
use crate::text::{self, Lang, change, years as texts};
use crate::ui::app::{App, use_app};
use crate::ui::screen::Screen;
use crate::web::{address, clock, page};
use crate::workforce::{Bounds, Scope};
use leptos::prelude::*;

/// What a button of the list does, with the index it does it to.
const ACT: &str = "data-date-act";

#[component]
pub fn DateList(years: YearsMemo) -> impl IntoView {
    let state = use_app();
    let list = Signal::derive(move || {
        let lang = state.lang.get();
        years.with(|years| list(lang, years))
    });
    let next = Signal::derive(move || {
        let lang = state.lang.get();
        state.session.with(|session| {
            let work = session.work();
            next(
                lang,
                work.draft.has_no_figures(),
                work.other_dates.len(),
                &work.draft.reporting_date,
            )
        })
    });
    let field = file_field(state, false);
    view! {
        <section aria-labelledby="dates-heading" on:click=move |event| act(state, &event)>
            <h2 id="dates-heading">{state.t(texts::dates_heading)}</h2>
            <div inner_html=list></div>
            <div class="actions no-print">
                <span inner_html=move || next.get().0></span>
                <span inner_html=field></span>
            </div>
            <p class="hint no-print">{move || next.get().1}</p>
            <p class="hint">{state.t(texts::dates_rule)}</p>
        </section>
    }
}

fn button(html: &mut Markup, class: &str, act: &str, words: &str, label: &str) {
    html.tag("button").attribute("type", "button").attribute("class", class);
    html.attribute(ACT, act).attribute("aria-label", label).open().words(words).close("button");
    html.words(" ");
}

/// What comes next: a button or a link, and a word about it.
fn next(lang: Lang, is_empty: bool, others: usize, day: &str) -> (String, String) {
    let mut html = Markup::default();
    let about = if is_empty {
        html.tag("a").attribute("class", "button primary");
        html.attribute("href", Screen::Figures.address()).open();
        html.words(texts::dates_enter(lang)).close("a");
        texts::next_no_figures(lang).to_owned()
    } else if others < MOST_DATES {
        let start = texts::next_start(lang);
        button(&mut html, "primary", "start", start, start);
        texts::next_hint(lang, &day_name(lang, day))
    } else {
        texts::file_too_many(lang, &text::count(lang, MOST_DATES as u64 + 1))
    };
    (html.finish(), about)
}

fn list(lang: Lang, years: &Years) -> String {
    let mut html = Markup::default();
    html.start("ol", "date-list");
    for date in &years.dates {
        item(&mut html, lang, years, date);
    }
    html.close("ol");
    html.finish()
}

fn item(html: &mut Markup, lang: Lang, years: &Years, date: &Dated) {
    let typed = day_name(lang, "");
    let day = date.day.map_or(typed, |day| text::date(lang, day));
    html.start("li", "date").start("h3", "").words(&day);
    if date.place == DatePlace::Present {
        html.words(" ").element("span", "badge", texts::dates_present(lang));
    }
    html.close("h3");
    facts(html, lang, years, date);
    if date.day.is_none() {
        html.element("p", "hint", texts::dates_undated_hint(lang));
    }
    html.start("p", "actions no-print");
    match date.place {
        DatePlace::Present => {
            let words = if date.has_figures {
                texts::dates_correct(lang)
            } else {
                texts::dates_enter(lang)
            };
            html.tag("a").attribute("class", "link").attribute("href", Screen::Figures.address());
            html.open().words(words).close("a");
        }
        DatePlace::Other(index) => {
            let index = index.to_string();
            let correct = ["go ", &index].concat();
            let label = texts::dates_correct_of(lang, &day);
            button(html, "link", &correct, texts::dates_correct(lang), &label);
            let remove = ["remove ", &index].concat();
            let label = texts::dates_remove_of(lang, &day);
            button(html, "link", &remove, texts::dates_remove(lang), &label);
        }
    }
    html.close("p").close("li");
}

/// The share with its base, then levels, what it is held against, and targets.
fn facts(html: &mut Markup, lang: Lang, years: &Years, date: &Dated) {
    if !date.has_figures {
        html.element("p", "", texts::dates_no_figures(lang));
        return;
    }
    let table = &date.checked.workforce.table;
    let whole = crate::analysis::positions(table, years.focus, &[Scope::WholeOrganisation]);
    for whole in &whole {
        html.start("p", "");
        let share = change::share(lang, whole);
        if !share.is_empty() {
            let share_of = FocusWords::new(lang, years.focus).share_of();
            html.element("strong", "", &[share, share_of].join(" ")).words(", ");
        }
        html.words(&people(lang, whole.base)).close("p");
    }
    let levels = (!table.levels().is_empty())
        .then(|| texts::dates_levels(lang, &text::count(lang, table.levels().len() as u64)));
    let targets = (!date.targets.is_empty())
        .then(|| texts::dates_targets(lang, &text::count(lang, date.targets.len() as u64)));
    let against = match (&date.benchmark, date.day) {
        (Some(benchmark), _) => benchmark.share(years.focus).map(|share| {
            let share = text::percent(lang, share.fraction());
            texts::dates_against(lang, &benchmark_words::name(lang, benchmark), &share)
        }),
        (None, Some(_)) => Some(texts::dates_against_none(lang).to_owned()),
        (None, None) => None,
    };
    let facts: Vec<String> = [levels, targets, against].into_iter().flatten().collect();
    html.element("p", "hint", &facts.join(" \u{b7} "));
}

fn people(lang: Lang, base: Bounds) -> String {
    let low = text::count(lang, base.low);
    match base.high {
        Some(high) if high == base.low => texts::dates_people(lang, &low),
        Some(high) => texts::dates_people_range(lang, &low, &text::count(lang, high)),
        None => texts::dates_incomplete(lang).to_owned(),
    }
}

fn act(state: App, event: &web_sys::MouseEvent) {
    let Some(act) = page::attribute_of_target(event, ACT) else { return };
    let (verb, index) = act.split_once(' ').unwrap_or((&act, "0"));
    let index: usize = index.parse().unwrap_or(usize::MAX);
    let lang = state.lang.get_untracked();
    let work = state.session.with_untracked(|session| session.work().clone());
    let targets = || promised(&work, lang, clock::today());
    let day = |index: usize| {
        work.other_dates.get(index).map(|date| day_name(lang, &date.draft.reporting_date))
    };
    match verb {
        "start" => {
            let told = texts::next_started(lang, &day_name(lang, &work.draft.reporting_date));
            to_figures(state, DateEvent::StartNext { targets: targets() }, told);
        }
        "go" => {
            let Some(day) = day(index) else { return };
            let told = texts::dates_gone_to(lang, &day);
            to_figures(state, DateEvent::GoTo { index, targets: targets() }, told);
        }
        "remove" => {
            let Some(day) = day(index) else { return };
            state.apply(Event::Dates(DateEvent::Remove { index }));
            tell(state, texts::dates_removed(lang, &day));
            // The button is gone; the list's heading is the nearest thing that stays.
            page::focus("content");
        }
        _ => {}
    }
}

/// The screen first: following the address closes whatever message there is.
fn to_figures(state: App, event: DateEvent, told: String) {
    state.screen.set(Screen::Figures);
    address::go_to(Screen::Figures.address());
    state.apply(Event::Dates(event));
    tell(state, told);
}
