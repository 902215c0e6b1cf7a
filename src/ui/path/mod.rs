//! The path screen: what ordinary turnover can do for each level until the target year.
//!
//! Absent: the mathematics ([`crate::stats::projection`]) and the choice of targets.

use super::app::use_app;
use crate::text::app;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn PathScreen() -> impl IntoView {
    let state = use_app();
    view! { <div class="screen path"><h1>{state.t(app::title_path)}</h1></div> }
}
