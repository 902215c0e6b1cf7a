//! What happens to the figures, and how to check it.

use crate::text::privacy;
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The page.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let state = use_app();
    view! {
        <div class="screen page">
            <h1>{state.t(privacy::title)}</h1>
            <p class="lead">{state.t(privacy::intro)}</p>
            <h2>{state.t(privacy::proof_heading)}</h2>
            <ol>
                <li>{state.t(privacy::proof_first)}</li>
                <li>{state.t(privacy::proof_second)}</li>
                <li>{state.t(privacy::proof_third)}</li>
            </ol>
            <p>{state.t(privacy::proof_developer)}</p>
            <h2>{state.t(privacy::storage_heading)}</h2>
            <ul>
                <li>{state.t(privacy::storage_tab)}</li>
                <li>{state.t(privacy::storage_computer)}</li>
                <li>{state.t(privacy::storage_nowhere)}</li>
                <li>{state.t(privacy::storage_file)}</li>
            </ul>
            <p>{state.t(privacy::storage_state)}</p>
            <h2>{state.t(privacy::erase_heading)}</h2>
            <p>{state.t(privacy::erase_body)}</p>
            <h2>{state.t(privacy::cookies_heading)}</h2>
            <p>{state.t(privacy::cookies_body)}</p>
            <h2>{state.t(privacy::people_heading)}</h2>
            <p>{state.t(privacy::people_body)}</p>
            <p>{state.t(privacy::people_never_ask)}</p>
            <p>{state.t(privacy::people_small_cells)}</p>
            <h2>{state.t(privacy::embedding_heading)}</h2>
            <p>{state.t(privacy::embedding_body)}</p>
        </div>
    }
}
