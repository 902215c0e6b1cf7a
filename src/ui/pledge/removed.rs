//! Lines that were taken out, each with a way back.

use super::{PledgeMemo, edit};
use crate::pledge::{Edit, LineId, measure};
use crate::report::words;
use crate::text::{Lang, pledge_screen};
use crate::ui::app::{App, use_app};
use leptos::prelude::*;

fn name(state: App, lang: Lang, id: &LineId) -> String {
    match id {
        LineId::Target(key) => {
            let checked = state.checked.get();
            let level = checked.workforce.table.levels().iter().find(|level| level.key == *key);
            pledge_screen::target_of(lang, level.map_or("", |level| level.name.as_str()))
        }
        LineId::Measure(id) => measure::by_id(id)
            .map(|measure| words::bilingual(lang, &measure.name).to_owned())
            .unwrap_or_default(),
        LineId::Own(number) => pledge_screen::own_line(lang, &number.to_string()),
    }
}

/// The list; shows nothing when nothing was taken out.
#[component]
pub fn Removed(pledge: PledgeMemo) -> impl IntoView {
    let state = use_app();
    let removed = Memo::new(move |_| {
        pledge
            .with(|pledge| pledge.as_ref().map(|pledge| pledge.removed.clone()))
            .unwrap_or_default()
    });
    move || {
        let lang = state.lang.get();
        let lines = removed.get();
        (!lines.is_empty()).then(|| {
            view! {
                <section aria-labelledby="removed-heading">
                    <h3 id="removed-heading">{pledge_screen::removed(lang)}</h3>
                    <ul class="removed">
                        {lines.into_iter().map(|id| {
                            let label = pledge_screen::restore(lang, &name(state, lang, &id));
                            view! {
                                <li>
                                    <button
                                        type="button"
                                        class="link"
                                        on:click=move |_| edit(state, Edit::Restore(id.clone()))
                                    >
                                        {label}
                                    </button>
                                </li>
                            }
                        }).collect_view()}
                    </ul>
                </section>
            }
        })
    }
}
