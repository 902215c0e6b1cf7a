//! A labelled text field: label above, hint below it, error between hint and field.
//!
//! The order and the joined `aria-describedby` follow what Danish public sites do.

use super::super::app::use_app;
use crate::text::{Lang, figures};
use leptos::prelude::*;

/// A single-line field whose text lives outside it.
#[component]
pub fn TextField(
    /// The element's identifier; hint and error derive theirs from it.
    id: &'static str,
    label: fn(Lang) -> &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
    /// "text" or "date".
    #[prop(default = "text")]
    kind: &'static str,
    /// The text to show.
    #[prop(into)]
    value: Signal<String>,
    /// What is wrong with it, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
    on_input: impl Fn(String) + 'static,
) -> impl IntoView {
    let state = use_app();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let mut ids: Vec<&str> = Vec::new();
            if hint.is_some() {
                ids.push(&hint_id);
            }
            if error.with(Option::is_some) {
                ids.push(&error_id);
            }
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <div class="field">
            <label for=id>{state.t(label)}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{state.t(hint)}</p> })}
            {move || error.get().map(|text| view! {
                <p class="error" id=error_id.clone()>
                    <b>{state.t(figures::problems_error_prefix)}</b>" "{text}
                </p>
            })}
            <input
                id=id
                type=kind
                autocomplete="off"
                prop:value=value
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:input=move |event| on_input(event_target_value(&event))
            />
        </div>
    }
}
