//! How every number is worked out, with formula, neutral value and source.

use crate::analysis::{Assumptions, Method};
use crate::text::{method, method_page};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The page.
#[component]
pub fn MethodPage() -> impl IntoView {
    let state = use_app();
    let thresholds = Method::default();
    let rules = {
        let thresholds = thresholds.clone();
        move || {
            let rules = method_page::verdict_rules(state.lang.get(), &thresholds);
            rules.into_iter().map(|rule| view! { <li>{rule}</li> }).collect_view()
        }
    };
    let measures = {
        let thresholds = thresholds.clone();
        move || measures(state.lang.get(), &thresholds)
    };
    let not_stated = move || method_page::not_stated(state.lang.get(), &thresholds);
    view! {
        <div class="screen page">
            <h1>{state.t(method::title)}</h1>
            <p class="lead">{state.t(method::intro)}</p>
            <h2>{state.t(method::notation_heading)}</h2>
            <p>{state.t(method::notation_people)}</p>
            <p>{state.t(method::notation_scopes)}</p>
            <p>{not_stated}</p>
            <p>{state.t(method::notation_census)}</p>
            <p>{state.t(method::notation_chance)}</p>
            <h2>{state.t(method::verdict_heading)}</h2>
            <ul>{rules}</ul>
            {measures}
        </div>
    }
}

fn measures(lang: crate::text::Lang, thresholds: &Method) -> impl IntoView + use<> {
    let measures = method_page::measures(lang, thresholds, &Assumptions::default());
    let measure = |measure: method_page::Measure| {
        view! {
            <section class="measure" id=["method", measure.id].join("-")>
                <h2>{measure.name}</h2>
                <p>{measure.answers}</p>
                <dl class="facts">
                    <div><dt>{method::formula_label(lang)}</dt><dd>{measure.formula}</dd></div>
                    <div><dt>{method::neutral_label(lang)}</dt><dd>{measure.neutral}</dd></div>
                    <div><dt>{method::source_label(lang)}</dt><dd>{measure.source}</dd></div>
                </dl>
            </section>
        }
    };
    measures.into_iter().map(measure).collect_view()
}
