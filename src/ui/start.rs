//! The start page: the question, the ways in, the promise, the story.

use super::app::use_app;
use super::screen::Screen;
use crate::markup::Markup;
use crate::report::charter::{Passage, Value};
use crate::session::Event;
use crate::text::{Lang, app, start, story};
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
    let sections = move || sections(state.lang.get());
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
                <div class="ornament" inner_html=ornament()></div>
            </div>
            <div inner_html=sections></div>
        </div>
    }
}

fn sections(lang: Lang) -> String {
    let mut html = Markup::default();
    html.element("h2", "", start::promise_heading(lang)).start("p", "");
    html.words(start::promise_text(lang)).words(" ").words(start::promise_proof(lang)).words(" ");
    html.tag("a").attribute("href", Screen::Privacy.address()).open();
    html.words(start::promise_link(lang)).close("a").close("p");

    let told = [story::first(lang), story::second(lang), story::third(lang)].join(" ");
    html.element("h2", "", story::heading(lang)).element("p", "", &told);
    html.element("p", "source", story::source(lang));
    html.start("details", "more").element("summary", "", story::history_heading(lang));
    html.start("ul", "");
    for line in [
        story::history_written,
        story::history_policy,
        story::history_signatories_december_2011,
        story::history_signatories_march_2012,
        story::history_signatories_2014,
        story::history_no_number,
        story::history_signing,
    ] {
        html.element("li", "", line(lang));
    }
    html.close("ul").close("details");

    html.element("h2", "", start::audience_heading(lang)).start("div", "cards");
    for (who, what) in [
        (start::audience_company(lang), start::audience_company_text(lang)),
        (start::audience_facilitator(lang), start::audience_facilitator_text(lang)),
        (start::audience_reader(lang), start::audience_reader_text(lang)),
    ] {
        html.start("div", "card").element("h3", "", who).element("p", "", what).close("div");
    }
    html.close("div");

    html.element("h2", "", start::values_heading(lang)).start("ul", "values");
    for value in Value::ALL {
        html.element("li", "", Passage::Value(value).wording(lang));
    }
    html.close("ul").element("p", "source", start::values_source(lang));
    html.element("h2", "", start::what_not_heading(lang));
    html.element("p", "", start::what_not_text(lang));
    html.finish()
}

/// The product's two signs, the staircase and the mirror line.
fn ornament() -> String {
    /// From entry to top: where a step begins and how long it is.
    const STEPS: [(f64, f64); 5] =
        [(0.0, 250.0), (40.0, 150.0), (80.0, 76.0), (120.0, 30.0), (160.0, 8.0)];
    let mut svg = Markup::default();
    svg.tag("svg").attribute("viewBox", "0 0 320 120").attribute("aria-hidden", "true").open();
    for (place, (x, width)) in STEPS.into_iter().enumerate() {
        svg.tag("rect").attribute("class", "ornament-step").number("x", x);
        svg.number("y", 96.0 - 24.0 * place as f64).number("width", width);
        svg.number("height", 20.0).empty();
    }
    svg.tag("line").attribute("class", "ornament-line").number("x1", 230.0).number("x2", 230.0);
    svg.number("y1", 0.0).number("y2", 120.0).empty().close("svg");
    svg.finish()
}
