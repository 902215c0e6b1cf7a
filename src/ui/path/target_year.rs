//! The year the paths lead to.

use super::outlook::start;
use crate::analysis::paths::{DEFAULT_YEARS, MOST_YEARS};
use crate::session::{Choice, Event};
use crate::text::{figures, path as texts, turnover};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// A list of the years that may be chosen, with what was chosen before and cannot be used.
#[component]
pub fn TargetYear() -> impl IntoView {
    let state = use_app();
    let start = Memo::new(move |_| start(state));
    let typed = Memo::new(move |_| {
        state.session.with(|session| session.work().choices.target_year.trim().to_owned())
    });
    let used = Memo::new(move |_| {
        state.session.with(|session| session.work().choices.years_from(start.get()))
    });
    let year = move |after: u8| (start.get() + u16::from(after)).to_string();
    let shown = move || year(used.get().unwrap_or(DEFAULT_YEARS));
    let error = move || {
        let (first, last) = used.get().err()?;
        let (lang, text) = (state.lang.get(), typed.get());
        let used = year(DEFAULT_YEARS);
        let bounds = [first, last].map(|year| year.to_string());
        Some(texts::year_unusable(lang, &text, &bounds[0], &bounds[1], &used))
    };
    let is_own = move || !typed.get().is_empty() && used.get().is_ok();
    let own = move || is_own().then(|| texts::year_own(state.lang.get(), &year(DEFAULT_YEARS)));
    let options = move || {
        (1..=MOST_YEARS)
            .map(|after| {
                let value = year(after);
                let is_shown = value == shown();
                let words = turnover::year_option(state.lang.get(), start.get(), after);
                view! { <option value=value selected=is_shown>{words}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field no-print">
            <label for="target-year">{state.t(texts::target_year)}</label>
            <p class="hint" id="target-year-hint">{state.t(texts::year_hint)}</p>
            {move || error().map(|text| view! {
                <p class="error" id="target-year-error">
                    <b>{state.t(figures::problems_error_prefix)}</b>" "{text}
                </p>
            })}
            <select
                id="target-year"
                aria-describedby=move || match used.get() {
                    Ok(_) => "target-year-hint",
                    Err(_) => "target-year-hint target-year-error",
                }
                aria-invalid=move || used.get().is_err().then_some("true")
                on:change=move |event| {
                    let year = event_target_value(&event);
                    state.apply(Event::Choose(Choice::TargetYear(year)));
                }
            >
                {options}
            </select>
            {move || own().map(|text| view! { <p class="hint is-own">{text}</p> })}
        </div>
    }
}
