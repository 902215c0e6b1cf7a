//! What the product is built for, what was tested, and what is not met.

use crate::text::accessibility;
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The page.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let state = use_app();
    let list = move |texts: &[fn(crate::text::Lang) -> &'static str]| {
        let items = texts.iter().map(|&text| view! { <li>{state.t(text)}</li> });
        view! { <ul>{items.collect_view()}</ul> }
    };
    view! {
        <div class="screen page">
            <h1>{state.t(accessibility::title)}</h1>
            <p class="lead">{state.t(accessibility::intro)}</p>
            <h2>{state.t(accessibility::built_heading)}</h2>
            {list(&[
                accessibility::built_keyboard,
                accessibility::built_screen_reader,
                accessibility::built_colour,
                accessibility::built_zoom,
                accessibility::built_contrast,
                accessibility::built_print,
                accessibility::built_language,
                accessibility::built_errors,
            ])}
            <h2>{state.t(accessibility::tested_heading)}</h2>
            {list(&[
                accessibility::tested_automatic,
                accessibility::tested_keyboard,
                accessibility::tested_narrow,
            ])}
            <h2>{state.t(accessibility::gaps_heading)}</h2>
            {list(&[
                accessibility::gaps_assistive,
                accessibility::gaps_automatic,
                accessibility::gaps_canvas,
            ])}
            <h2>{state.t(accessibility::statement_heading)}</h2>
            <p>{state.t(accessibility::statement_body)}</p>
            <h2>{state.t(accessibility::contact_heading)}</h2>
            <p>{state.t(accessibility::contact_body)}</p>
        </div>
    }
}
