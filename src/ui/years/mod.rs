//! The years screen: several reporting dates of one organisation side by side.
//!
//! Absent: what has changed between two dates ([`crate::analysis`]).

use super::app::use_app;
use crate::text::app;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn YearsScreen() -> impl IntoView {
    let state = use_app();
    view! { <div class="screen years"><h1>{state.t(app::title_years)}</h1></div> }
}
