//! The start page: the question and the ways in. What stands below is in [`super::pages`].

use super::app::use_app;
use super::later::{Later, Part};
use super::screen::Screen;
use crate::markup::Markup;
use crate::session::Event;
use crate::text::{app, start};
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
                <div class="ornament" inner_html=ornament()></div>
            </div>
            <Later part=Part::Page(Screen::Start)/>
        </div>
    }
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
