//! The thresholds of the verdicts, which a facilitator may change.
//!
//! A text is kept as typed; one that cannot be read is said at its field and the default holds.
//! Absent: what a threshold does ([`crate::analysis::method`]).

use super::super::app::{App, use_app};
use crate::analysis::{Threshold, method};
use crate::session::{Choice, Event};
use crate::text::threshold as threshold_text;
use crate::text::{self, Lang, figures, thresholds};
use leptos::prelude::*;

/// The fields, with what has been changed and the way back.
#[component]
pub fn Thresholds() -> impl IntoView {
    let state = use_app();
    let changed = Memo::new(move |_| {
        state.session.with(|session| session.work().choices.method().changed_from_default())
    });
    let are_typed =
        Memo::new(move |_| state.session.with(|s| !s.work().choices.thresholds.is_empty()));
    let standing = move || match changed.with(Vec::len) as u64 {
        0 => thresholds::unchanged(state.lang.get()).to_owned(),
        number => {
            let lang = state.lang.get();
            let names = changed.get().into_iter().map(|threshold| name(lang, threshold));
            let names = names.collect::<Vec<_>>().join(", ");
            thresholds::changed(lang, &text::count(lang, number), &names)
        }
    };
    view! {
        <section class="thresholds no-print">
            <h2>{state.t(thresholds::heading)}</h2>
            <p>{state.t(thresholds::intro)}</p>
            <p role="status" data-thresholds-changed>{standing}</p>
            <div class="field-grid">
                {Threshold::ALL.into_iter().map(|t| view! { <ThresholdField threshold=t/> }).collect_view()}
            </div>
            <Show when=move || are_typed.get()>
                <p class="actions">
                    <button
                        type="button"
                        on:click=move |_| state.apply(Event::Choose(Choice::DefaultMethod))
                    >
                        {state.t(thresholds::reset)}
                    </button>
                </p>
            </Show>
        </section>
    }
}

fn typed(state: App, threshold: Threshold) -> String {
    state.session.with(|session| {
        session.work().choices.thresholds.get(&threshold).cloned().unwrap_or_default()
    })
}

#[component]
fn ThresholdField(threshold: Threshold) -> impl IntoView {
    let state = use_app();
    let id = ["threshold", key(threshold)].join("-");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let error = Memo::new(move |_| {
        let lang = state.lang.get();
        let error = state.session.with(|s| s.work().choices.threshold_error(threshold));
        error.map(|error| threshold_text::error(lang, error))
    });
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || match error.with(Option::is_some) {
            true => [hint_id.as_str(), error_id.as_str()].join(" "),
            false => hint_id.clone(),
        }
    };
    let hint = move || threshold_text::hint(state.lang.get(), threshold, &method::DEFAULT);
    view! {
        <div class="field">
            <label for=id.clone()>{move || name(state.lang.get(), threshold)}</label>
            <p class="hint" id=hint_id>{hint}</p>
            {move || error.get().map(|text| view! {
                <p class="error" id=error_id.clone()>
                    <b>{state.t(figures::problems_error_prefix)}</b>" "{text}
                </p>
            })}
            <input
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                class="number"
                prop:value=move || typed(state, threshold)
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:input=move |event| {
                    let text = event_target_value(&event);
                    state.apply(Event::Choose(Choice::Threshold(threshold, text)));
                }
            />
        </div>
    }
}

fn name(lang: Lang, threshold: Threshold) -> &'static str {
    threshold_text::name(lang, threshold)
}

fn key(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::BelowRatio => "below",
        Threshold::AboveRatio => "above",
        Threshold::LeastGapPersons => "persons",
        Threshold::Alpha => "alpha",
        Threshold::ConcentrationQuotient => "concentration",
        Threshold::NotStatedWarning => "warning",
        Threshold::NotStatedLimit => "limit",
        Threshold::Confidence => "confidence",
    }
}
