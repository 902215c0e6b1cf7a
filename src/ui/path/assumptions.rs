//! What is assumed about a year's turnover, level by level, to be replaced by the user's own figures.
//!
//! A text is kept as typed; one that cannot be read is said at its field and the assumption holds.
//! Absent: what a rate does ([`crate::analysis::projection`]).

use super::outlook::assumptions;
use crate::markup::Markup;
use crate::session::{Choice, Event, PartId, Rate};
use crate::text::{self, Lang, figures, path as texts, turnover};
use crate::ui::app::{App, Message, use_app};
use leptos::prelude::*;

/// A level by its identifier, with its index from 0 at entry.
type LevelAt = (PartId, usize);

/// The assumptions in words, the fields, where the defaults come from, and the way back.
#[component]
pub fn Turnover() -> impl IntoView {
    let state = use_app();
    let rows = Memo::new(move |_| {
        let ids = state.session.with(|session| {
            session.draft().levels.iter().map(|level| level.id).collect::<Vec<_>>()
        });
        ids.into_iter().enumerate().map(|(index, id)| (id, index)).rev().collect::<Vec<LevelAt>>()
    });
    let is_changed = Memo::new(move |_| {
        state.session.with(|session| {
            let choices = &session.work().choices;
            !choices.rates.is_empty() || !choices.target_year.is_empty()
        })
    });
    let used = Memo::new(move |_| assumed(state));
    let reset = move |_| {
        state.apply(Event::Choose(Choice::DefaultPath));
        let text = texts::reset_done(state.lang.get_untracked()).to_owned();
        state.message.set(Some(Message { text, is_error: false, offers_undo: true }));
    };
    let headings = Signal::derive(move || headings(state));
    let origins = Signal::derive(move || origins(state));
    view! {
        <section class="turnover" aria-labelledby="turnover-heading">
            <h2 id="turnover-heading">{state.t(texts::assumptions)}</h2>
            <p data-assumed>{used}</p>
            <p>{state.t(texts::assumptions_leave)}</p>
            <h3 class="no-print">{state.t(texts::assumptions_edit)}</h3>
            <p class="hint no-print">{state.t(texts::assumptions_hint)}</p>
            <p class="no-print" role="status" data-own-figures>{move || standing(state)}</p>
            <table class="rates no-print">
                <thead inner_html=headings></thead>
                <tbody>
                    <For each=move || rows.get() key=|row| *row let:row>
                        <Level row/>
                    </For>
                </tbody>
            </table>
            <p class="actions no-print">
                <button type="button" disabled=move || !is_changed.get() on:click=reset>
                    {state.t(texts::reset)}
                </button>
                <button
                    type="button"
                    disabled=move || !state.session.with(|session| session.can_undo())
                    on:click=move |_| state.apply(Event::Undo)
                >
                    {state.t(texts::undo)}
                </button>
            </p>
            <div inner_html=origins></div>
        </section>
    }
}

/// What holds, in words.
fn assumed(state: App) -> String {
    let checked = state.checked.get();
    let levels = checked.workforce.table.levels();
    let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
    turnover::assumed(state.lang.get(), &assumptions(state), &names)
}

/// How many figures are the user's own.
fn standing(state: App) -> String {
    let lang = state.lang.get();
    let own = state.session.with(|session| {
        let levels = &session.draft().levels;
        let all = levels.iter().flat_map(|level| Rate::ALL.map(|rate| (level.id, rate)));
        let choices = &session.work().choices;
        all.filter(|&(level, rate)| matches!(choices.rate(level, rate), Ok(Some(_)))).count()
    });
    match own {
        0 => texts::standing_assumed(lang).to_owned(),
        own => texts::standing_own(lang, &text::count(lang, own as u64)),
    }
}

/// What a rate is called here; empty when nothing can be compared.
fn rate_name(state: App, rate: Rate) -> String {
    state.with_subject(|lang, subject| turnover::rate(lang, subject, rate)).unwrap_or_default()
}

fn headings(state: App) -> String {
    let lang = state.lang.get();
    let mut html = Markup::default();
    html.start("tr", "");
    html.tag("th").attribute("scope", "col").open().words(texts::column_level(lang)).close("th");
    for rate in Rate::ALL {
        html.tag("th").attribute("scope", "col").open();
        html.words(&rate_name(state, rate)).close("th");
    }
    html.close("tr");
    html.finish()
}

fn origins(state: App) -> String {
    let lang = state.lang.get();
    let assumptions = assumptions(state);
    let mut html = Markup::default();
    html.start("details", "more").element("summary", "", texts::source_heading(lang));
    html.element("p", "", texts::source_intro(lang)).start("dl", "origins");
    for rate in Rate::ALL {
        html.element("dt", "", &rate_name(state, rate));
        html.element("dd", "", &turnover::origin(lang, &assumptions, rate));
    }
    html.close("dl").close("details");
    html.finish()
}

/// A level's own name, index from 0 at entry.
fn level_name(state: App, level: usize) -> String {
    let checked = state.checked.get();
    let levels = checked.workforce.table.levels();
    levels.get(level).map(|level| level.name.clone()).unwrap_or_default()
}

#[component]
fn Level(row: LevelAt) -> impl IntoView {
    let state = use_app();
    view! {
        <tr>
            <th scope="row">{move || level_name(state, row.1)}</th>
            {Rate::ALL.map(|rate| view! { <td><RateField row rate/></td> }).collect_view()}
        </tr>
    }
}

#[component]
fn RateField(row: LevelAt, rate: Rate) -> impl IntoView {
    let (level, index) = row;
    if rate == Rate::FilledFromBelow && index == 0 {
        return view! { <NothingBelow/> }.into_any();
    }
    let state = use_app();
    let id = ["rate", rate.id(), &level.0.to_string()].join("-");
    let (note_id, error_id) = ([&id, "-note"].concat(), [&id, "-error"].concat());
    let typed = Memo::new(move |_| {
        state.session.with(|s| s.work().choices.rate_text(level, rate).to_owned())
    });
    let read = Memo::new(move |_| state.session.with(|s| s.work().choices.rate(level, rate)));
    let error = move || read.get().err().map(|error| turnover::error(state.lang.get(), error));
    let note = move || note(state, row, rate, matches!(read.get(), Ok(Some(_))));
    let described = {
        let (note_id, error_id) = (note_id.clone(), error_id.clone());
        move || match read.get() {
            Ok(_) => note_id.clone(),
            Err(_) => [note_id.as_str(), error_id.as_str()].join(" "),
        }
    };
    let choose = move |text: String| {
        state.apply(Event::Choose(Choice::Rate(level, rate, text)));
    };
    view! {
        <div class="rate" class:is-own=move || !typed.get().is_empty()>
            <label for=id.clone()>
                <span class="rate-name">{move || rate_name(state, rate)}</span>
                <span class="visually-hidden">{move || [", ", &level_name(state, index)].concat()}</span>
            </label>
            <span class="rate-input">
                <input
                    id=id
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    class="number"
                    prop:value=typed
                    aria-describedby=described
                    aria-invalid=move || read.get().is_err().then_some("true")
                    on:input=move |event| choose(event_target_value(&event))
                />
                <span aria-hidden="true">"%"</span>
            </span>
            <span class="rate-note" id=note_id>{note}</span>
            {move || error().map(|text| view! {
                <p class="error" id=error_id.clone()>
                    <b>{state.t(figures::problems_error_prefix)}</b>" "{text}
                </p>
            })}
            {move || (!typed.get().is_empty()).then(|| view! {
                <button type="button" class="link" on:click=move |_| choose(String::new())>
                    {state.t(texts::field_reset)}
                    <span class="visually-hidden">
                        {move || [": ", &rate_name(state, rate), ", ", &level_name(state, index)].concat()}
                    </span>
                </button>
            })}
        </div>
    }
    .into_any()
}

#[component]
fn NothingBelow() -> impl IntoView {
    let state = use_app();
    view! { <span class="rate rate-note">{state.t(texts::nothing_below)}</span> }
}

/// Whether the figure is the user's own, and what is assumed without it.
fn note(state: App, (_, index): LevelAt, rate: Rate, is_own: bool) -> String {
    let assumptions = assumptions(state);
    let default = |lang: Lang, subject: &text::Subject| {
        turnover::default_rate(lang, subject, &assumptions, (index, rate))
    };
    let default = state.with_subject(default).flatten().unwrap_or_default();
    let words = if is_own { texts::note_own } else { texts::note_assumed };
    words(state.lang.get(), &default)
}
