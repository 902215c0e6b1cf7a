//! One editable text of the pledge, with the legal wording check under it.

use crate::pledge::wording;
use crate::report::words;
use crate::text::{Lang, pledge, pledge_screen};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// What a field looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Line,
    Paragraph,
    Date,
    Number,
}

/// A labelled field whose text lives outside it.
#[component]
pub fn LineField(
    #[prop(into)] id: String,
    label: fn(Lang) -> &'static str,
    #[prop(default = Kind::Line)] kind: Kind,
    #[prop(into)] value: Signal<String>,
    /// Whether the user has changed it; offers the way back.
    #[prop(into, optional)]
    is_own: Signal<bool>,
    on_input: impl Fn(String) + Copy + 'static,
    #[prop(optional)] on_reset: Option<Callback<()>>,
) -> impl IntoView {
    let state = use_app();
    let advice_id = [&id, "-wording"].concat();
    let marks = Memo::new(move |_| wording::check(&value.get()));
    let described = {
        let advice_id = advice_id.clone();
        move || (!marks.with(Vec::is_empty)).then(|| advice_id.clone())
    };
    let described = Signal::derive(described);
    let input = match kind {
        Kind::Paragraph => view! {
            <textarea
                id=id.clone()
                rows="2"
                prop:value=value
                aria-describedby=move || described.get()
                on:input=move |event| on_input(event_target_value(&event))
            ></textarea>
        }
        .into_any(),
        _ => view! {
            <input
                id=id.clone()
                type=match kind {
                    Kind::Date => "date",
                    _ => "text",
                }
                inputmode=(kind == Kind::Number).then_some("numeric")
                autocomplete="off"
                prop:value=value
                aria-describedby=move || described.get()
                on:input=move |event| on_input(event_target_value(&event))
            />
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=id>{state.t(label)}</label>
            {input}
            {move || on_reset.filter(|_| is_own.get()).map(|reset| view! {
                <button type="button" class="link" on:click=move |_| reset.run(())>
                    {state.t(pledge_screen::reset)}
                </button>
            })}
            <div class="wording" id=advice_id role="status">
                {move || {
                    let lang = state.lang.get();
                    let text = value.get();
                    marks.get().into_iter().map(|mark| {
                        let (rule, instead) = words::wording_advice(lang, mark.rule);
                        let found = text.get(mark.range.clone()).unwrap_or_default();
                        view! {
                            <p>
                                <b>{pledge::wording_title(lang)}": "{pledge::wording_found(lang, found)}</b>
                                " "{rule}" "{instead}
                            </p>
                        }
                    }).collect_view()
                }}
            </div>
        </div>
    }
}
