//! Targets per level: baseline, number, day and owner, all editable.

use super::line_field::{Kind, LineField};
use super::{PledgeMemo, edit};
use crate::pledge::{Change, Edit, LineId, TargetLine};
use crate::report::words;
use crate::text::standing::standing;
use crate::text::{self, Lang, Subject, pledge_screen, report};
use crate::ui::app::{App, use_app};
use crate::workforce::Scope;
use leptos::prelude::*;

/// The lines, or why there are none.
#[component]
pub fn Targets(pledge: PledgeMemo) -> impl IntoView {
    let state = use_app();
    let ids = Memo::new(move |_| {
        let pledge = pledge.get();
        pledge.map(|p| p.targets.iter().map(|line| line.id.clone()).collect::<Vec<_>>())
    });
    let numberless = move || {
        let lang = state.lang.get();
        let pledge = pledge.get()?;
        let names: Vec<&str> = pledge.numberless.iter().map(|level| level.name.as_str()).collect();
        (!names.is_empty()).then(|| pledge_screen::numberless(lang, &names.join(", ")))
    };
    view! {
        <section aria-labelledby="targets-heading">
            <h3 id="targets-heading">{state.t(pledge_screen::targets)}</h3>
            {move || match ids.get().unwrap_or_default().is_empty() {
                true => view! { <p>{state.t(pledge_screen::targets_none)}</p> },
                false => view! { <p>{state.t(pledge_screen::targets_hint)}</p> },
            }}
            <For each=move || ids.get().unwrap_or_default() key=Clone::clone let:id>
                <Target pledge id/>
            </For>
            {move || numberless().map(|text| view! { <p class="hint">{text}</p> })}
            <p class="hint">{state.t(report::clause)}</p>
        </section>
    }
}

fn find(pledge: PledgeMemo, id: &LineId) -> Option<TargetLine> {
    pledge.with(|pledge| pledge.as_ref()?.targets.iter().find(|line| line.id == *id).cloned())
}

/// What the figures say of the level.
fn finding(lang: Lang, subject: &Subject, id: &LineId) -> Option<String> {
    let LineId::Target(key) = id else { return None };
    let level = subject.table.levels().iter().position(|level| level.key == *key)?;
    Some(standing(lang, subject, subject.result(Scope::Level(level))?))
}

fn change(state: App, line: Option<TargetLine>, change: Change) {
    if let Some(line) = line {
        edit(state, Edit::Line { line: line.id, basis: line.basis, change });
    }
}

#[component]
fn Target(pledge: PledgeMemo, id: LineId) -> impl IntoView {
    let state = use_app();
    let line = Memo::new({
        let id = id.clone();
        move |_| find(pledge, &id)
    });
    let place = pledge.with_untracked(|pledge| {
        let lines = pledge.as_ref().map(|pledge| pledge.targets.as_slice()).unwrap_or_default();
        lines.iter().position(|line| line.id == id).unwrap_or_default()
    });
    let key = ["target", &place.to_string()].join("-");
    let read = move |read: &dyn Fn(&TargetLine) -> String| {
        line.with(|line| line.as_ref().map(read).unwrap_or_default())
    };
    let level = move || read(&|line| line.level.clone());
    let baseline = move || {
        let lang = state.lang.get();
        read(&|line| match (line.focus, line.people) {
            (Some(focus), Some(people)) => {
                pledge_screen::baseline(lang, &text::count(lang, focus), &text::count(lang, people))
            }
            _ => String::new(),
        })
    };
    let number = Signal::derive(move || {
        read(&|line| line.number().map(|number| number.to_string()).unwrap_or_default())
    });
    let day = Signal::derive(move || read(&|line| line.day.value().to_string()));
    let owner = Signal::derive(move || {
        let lang = state.lang.get();
        read(&|line| words::field(lang, &line.owner).into_owned())
    });
    let owns = move |own: fn(&TargetLine) -> bool| {
        Signal::derive(move || line.with(|line| line.as_ref().is_some_and(own)))
    };
    let send = move |what: Change| change(state, line.get_untracked(), what);
    let changed = move || line.with(|line| words::target_changed(state.lang.get(), line.as_ref()?));
    let offer = move || {
        let suggested = line.with(|line| line.as_ref().and_then(|line| line.target.suggested));
        let lang = state.lang.get();
        suggested.map(|target| pledge_screen::basis_use_offer(lang, &text::count(lang, target)))
    };
    let finding = move || {
        let level = line.with(|line| line.as_ref().map(|line| line.id.clone()));
        state.with_subject(|lang, subject| finding(lang, subject, &level?)).flatten()
    };
    let remove = move |_| edit(state, Edit::Remove(id.clone()));
    view! {
        <div class="line" role="group" aria-label=level>
            <div class="line-head">
                <h4>{level}</h4>
                <p class="base">{baseline}</p>
                <button
                    type="button"
                    class="link"
                    aria-label=move || {
                        let lang = state.lang.get();
                        pledge_screen::remove_line(lang, &pledge_screen::target_of(lang, &level()))
                    }
                    on:click=remove
                >
                    {state.t(pledge_screen::remove)}
                </button>
            </div>
            <div class="line-fields">
                <LineField
                    id=[&key, "-number"].concat()
                    label=pledge_screen::target
                    kind=Kind::Number
                    value=number
                    is_own=owns(|line| line.target.own.is_some())
                    on_input=move |text| {
                        if let Ok(number) = text.trim().parse() {
                            send(Change::Target(Some(number)));
                        }
                    }
                    on_reset=Callback::new(move |()| send(Change::Target(None)))
                />
                <LineField
                    id=[&key, "-day"].concat()
                    label=pledge_screen::day
                    kind=Kind::Date
                    value=day
                    is_own=owns(|line| line.day.own.is_some())
                    on_input=move |text| {
                        if let Ok(day) = text.parse() {
                            send(Change::Due(Some(day)));
                        }
                    }
                    on_reset=Callback::new(move |()| send(Change::Due(None)))
                />
                <LineField
                    id=[&key, "-owner"].concat()
                    label=pledge_screen::owner
                    value=owner
                    is_own=owns(|line| line.owner.own.is_some())
                    on_input=move |text| send(Change::Owner(Some(text)))
                    on_reset=Callback::new(move |()| send(Change::Owner(None)))
                />
            </div>
            {move || changed().map(|text| view! {
                <p class="changed">
                    {text}" "
                    {move || offer().map(|words| view! {
                        <button
                            type="button"
                            class="link"
                            on:click=move |_| send(Change::Target(None))
                        >
                            {words}
                        </button>
                        " "
                    })}
                    <button type="button" class="link" on:click=move |_| send(Change::Keep)>
                        {state.t(pledge_screen::keep)}
                    </button>
                </p>
            })}
            <details class="more">
                <summary>{state.t(pledge_screen::basis_because)}</summary>
                <p>{finding}</p>
            </details>
        </div>
    }
}
