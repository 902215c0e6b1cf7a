//! The figures screen: who is counted, how finely, the grid, its problems, and the live mirror.

mod about;
mod grid;
mod grid_keys;
mod grid_look;
mod grid_markup;
mod live;
mod paste_question;
mod picture;
mod problems;
mod selection;
mod shape;
mod structure;

pub use about::About;
pub use picture::Picture;
pub use shape::Shape;

use super::app::use_app;
use super::later::{Later, Part};
use super::screen::Screen;
use crate::session::{Event, Session};
use crate::text::{app, figures};
use leptos::prelude::*;

/// The screen.
#[component]
pub fn Figures() -> impl IntoView {
    let state = use_app();
    view! {
        <div class="screen figures">
            <div class="heading">
                <h1>{state.t(figures::heading)}</h1>
                <p class="lead">{state.t(figures::lead)}</p>
            </div>
            <Actions/>
            <ExampleBadge/>
            <div class="shape-room"><Later part=Part::Shape/></div>
            <problems::Problems/>
            <div class="work">
                <grid::GridView/>
                <live::Live/>
            </div>
            <Later part=Part::About/>
        </div>
    }
}

#[component]
fn Actions() -> impl IntoView {
    let state = use_app();
    let is_off = move |off: fn(&Session) -> bool| Signal::derive(move || state.session.with(off));
    let send = move |event: Event| move |_| state.apply(event.clone());
    view! {
        <div class="actions no-print">
            <button type="button" id="load-example" on:click=send(Event::LoadExample)>
                {state.t(figures::actions_example)}
            </button>
            <button type="button" disabled=is_off(|session| !session.can_undo()) on:click=send(Event::Undo)>
                {state.t(figures::actions_undo)}
            </button>
            <button type="button" disabled=is_off(|session| !session.can_redo()) on:click=send(Event::Redo)>
                {state.t(figures::actions_redo)}
            </button>
            <button
                type="button"
                disabled=is_off(|session| session.draft().has_no_figures())
                on:click=send(Event::Clear)
            >
                {state.t(figures::actions_clear)}
            </button>
            <a class="button primary" href=Screen::Mirror.address()>
                {state.t(figures::actions_to_mirror)}
            </a>
        </div>
    }
}

/// Says that the figures are invented, wherever they show.
#[component]
pub fn ExampleBadge() -> impl IntoView {
    let state = use_app();
    let is_own = Signal::derive(move || !state.session.with(|s| s.draft().is_example));
    view! { <p class="badge" hidden=is_own>{state.t(app::example_badge)}</p> }
}
