//! One of a few: radio buttons in a group, or a list to choose from.

use super::super::app::use_app;
use crate::text::Lang;
use leptos::prelude::*;

/// A text in the language it is asked for.
pub type Words = fn(Lang) -> &'static str;

/// Radio buttons with a legend; each option is a value and its words.
#[component]
pub fn Choice<T>(
    /// Identifies the group on the page.
    name: &'static str,
    legend: fn(Lang) -> &'static str,
    #[prop(optional)] hint: Option<fn(Lang) -> &'static str>,
    options: Vec<(T, Words)>,
    #[prop(into)] value: Signal<T>,
    on_choose: impl Fn(T) + Copy + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let state = use_app();
    let hint_id = format!("{name}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    let option = move |(index, (option, words)): (usize, (T, Words))| {
        let id = format!("{name}-{index}");
        view! {
            <div class="option">
                <input
                    type="radio"
                    name=name
                    id=id.clone()
                    prop:checked=move || value.get() == option
                    on:change=move |_| on_choose(option)
                />
                <label for=id>{state.t(words)}</label>
            </div>
        }
    };
    view! {
        <fieldset class="choice" aria-describedby=described>
            <legend>{state.t(legend)}</legend>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{state.t(hint)}</p> })}
            {options.into_iter().enumerate().map(option).collect_view()}
        </fieldset>
    }
}
