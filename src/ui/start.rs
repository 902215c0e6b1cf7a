//! The start page: the question, the ways in, the promise, the story.

use super::app::use_app;
use super::screen::Screen;
use crate::pledge::charter::{Passage, Value};
use crate::session::Event;
use crate::text::{app, start, story};
use crate::web::address;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn Start() -> impl IntoView {
    let state = use_app();
    let example = move |_| {
        state.apply(Event::LoadExample);
        address::go_to(Screen::Mirror.address());
    };
    view! {
        <div class="screen start">
            <div class="hero">
                <h1>
                    {state.t(app::question)}" "
                    <span class="question-levels">{state.t(app::question_levels)}</span>
                </h1>
                <p class="lead">{state.t(start::lead)}</p>
                <div class="actions">
                    <a class="button primary" href=Screen::Figures.address()>
                        {state.t(start::way_own)}
                    </a>
                    <button type="button" id="see-example" on:click=example>
                        {state.t(start::way_example)}
                    </button>
                </div>
                <p class="hint">{state.t(start::time)}</p>
                <Staircase/>
            </div>
            <section class="promise" aria-labelledby="promise-heading">
                <h2 id="promise-heading">{state.t(start::promise_heading)}</h2>
                <p>{state.t(start::promise_text)}" "{state.t(start::promise_proof)}</p>
                <p><a href=Screen::Privacy.address()>{state.t(start::promise_link)}</a></p>
            </section>
            <Story/>
            <Audience/>
            <section aria-labelledby="values-heading">
                <h2 id="values-heading">{state.t(start::values_heading)}</h2>
                <ul class="values">
                    {Value::ALL.map(|value| view! {
                        <li>{move || Passage::Value(value).wording(state.lang.get())}</li>
                    })}
                </ul>
                <p class="source">{state.t(start::values_source)}</p>
            </section>
            <section aria-labelledby="not-heading">
                <h2 id="not-heading">{state.t(start::what_not_heading)}</h2>
                <p>{state.t(start::what_not_text)}</p>
            </section>
        </div>
    }
}

/// The product's two signs, the staircase and the mirror line, as an ornament.
#[component]
fn Staircase() -> impl IntoView {
    view! {
        <svg class="ornament" viewBox="0 0 320 120" aria-hidden="true" focusable="false">
            <rect class="ornament-step" x="0" y="96" width="250" height="20"/>
            <rect class="ornament-step" x="40" y="72" width="150" height="20"/>
            <rect class="ornament-step" x="80" y="48" width="76" height="20"/>
            <rect class="ornament-step" x="120" y="24" width="30" height="20"/>
            <rect class="ornament-step" x="160" y="0" width="8" height="20"/>
            <line class="ornament-line" x1="230" x2="230" y1="0" y2="120"/>
        </svg>
    }
}

#[component]
fn Story() -> impl IntoView {
    let state = use_app();
    view! {
        <section aria-labelledby="story-heading">
            <h2 id="story-heading">{state.t(story::heading)}</h2>
            <p>{state.t(story::first)}" "{state.t(story::second)}" "{state.t(story::third)}</p>
            <p class="source">{state.t(story::source)}</p>
            <details class="more">
                <summary>{state.t(story::history_heading)}</summary>
                <ul>
                    <li>{state.t(story::history_written)}</li>
                    <li>{state.t(story::history_policy)}</li>
                    <li>{state.t(story::history_signatories_december_2011)}</li>
                    <li>{state.t(story::history_signatories_march_2012)}</li>
                    <li>{state.t(story::history_signatories_2014)}</li>
                    <li>{state.t(story::history_no_number)}</li>
                    <li>{state.t(story::history_signing)}</li>
                </ul>
            </details>
        </section>
    }
}

#[component]
fn Audience() -> impl IntoView {
    let state = use_app();
    let entries = [
        (start::audience_company as fn(_) -> _, start::audience_company_text as fn(_) -> _),
        (start::audience_facilitator, start::audience_facilitator_text),
        (start::audience_reader, start::audience_reader_text),
    ];
    view! {
        <section aria-labelledby="audience-heading">
            <h2 id="audience-heading">{state.t(start::audience_heading)}</h2>
            <div class="cards">
                {entries.map(|(name, text)| view! {
                    <div class="card"><h3>{state.t(name)}</h3><p>{state.t(text)}</p></div>
                })}
            </div>
        </section>
    }
}
