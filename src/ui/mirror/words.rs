//! Every finding as a sentence, for those who would rather read than look.

use super::with_subject;
use crate::text::{finding, mirror};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The findings in reading order.
#[component]
pub fn StoryInWords() -> impl IntoView {
    let state = use_app();
    let sentences = Memo::new(move |_| with_subject(state, finding::sentences).unwrap_or_default());
    view! {
        <section aria-labelledby="words-heading">
            <h2 id="words-heading">{state.t(mirror::findings_heading)}</h2>
            <ul class="sentences">
                {move || sentences.get().into_iter().map(|sentence| view! {
                    <li>{sentence}</li>
                }).collect_view()}
            </ul>
        </section>
    }
}
