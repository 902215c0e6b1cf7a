//! Which group is mirrored: a list of those that figures and benchmark tell apart.
//!
//! Nothing is shown where there is nothing to choose. Absent: the groups side by side
//! ([`super::groups`]).

use crate::session::{Choice, Event};
use crate::text::{self, Lang, groups as texts};
use crate::ui::app::{App, use_app};
use crate::workforce::{Focus, Origin};
use leptos::prelude::*;

const ID: &str = "focus";

/// One entry of the list.
#[derive(Clone, PartialEq)]
struct Entry {
    origin: Origin,
    name: String,
    is_known: bool,
    is_chosen: bool,
}

/// The list, with a word where the group that was chosen cannot be compared.
#[component]
pub fn FocusChoice() -> impl IntoView {
    let state = use_app();
    let entries = Memo::new(move |_| state.with_subject(|lang, _| entries(state, lang)));
    let is_choice =
        Memo::new(move |_| entries.with(|all| all.as_ref().is_some_and(|e| e.len() > 1)));
    let missed = Memo::new(move |_| missed(state));
    let choose = move |event: leptos::ev::Event| {
        let chosen = Origin::from_id(&event_target_value(&event));
        if let Some(focus) = chosen.and_then(|origin| Focus::of(&[origin])) {
            state.apply(Event::Choose(Choice::Focus(focus)));
        }
    };
    let option = |entry: Entry| {
        let Entry { origin, name, is_known, is_chosen } = entry;
        view! {
            <option value=origin.id() disabled=!is_known prop:selected=is_chosen>{name}</option>
        }
    };
    view! {
        {move || missed.get().map(|words| view! { <p class="notice" data-missed>{words}</p> })}
        <Show when=move || is_choice.get()>
            <div class="field no-print">
                <label for=ID>{state.t(texts::focus_label)}</label>
                <p class="hint" id="focus-hint">{state.t(texts::focus_hint)}</p>
                <select id=ID aria-describedby="focus-hint" on:change=choose>
                    {move || entries.get().unwrap_or_default().into_iter().map(option).collect_view()}
                </select>
            </div>
        </Show>
    }
}

fn entries(state: App, lang: Lang) -> Vec<Entry> {
    let checked = state.checked.get();
    let (grouping, benchmark) = (checked.workforce.table.grouping(), &checked.benchmark);
    let used = state.with_subject(|_, subject| subject.assessment.focus);
    let entry = |origin: Origin| {
        let focus = Focus::of(&[origin]);
        let is_known = focus.is_some_and(|focus| benchmark.share(focus).is_some());
        let name = text::group_name(lang, origin);
        let name = match is_known {
            true => name.to_owned(),
            false => texts::focus_unknown(lang, name),
        };
        Entry { origin, name, is_known, is_chosen: focus.is_some() && focus == used }
    };
    Focus::choices(grouping).map(entry).collect()
}

/// Why another group is shown than the one that was chosen.
fn missed(state: App) -> Option<String> {
    let chosen = state.session.with(|session| session.work().choices.focus);
    state.with_subject(|lang, subject| {
        let used = subject.assessment.focus;
        (used != chosen).then(|| {
            let name = chosen.named().map_or("", |group| text::group_name(lang, group));
            texts::focus_missed(lang, name)
        })
    })?
}
