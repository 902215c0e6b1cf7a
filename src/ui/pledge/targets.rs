//! Targets per level: baseline, number, day and owner, all editable.

use super::line_field::{Kind, LineField};
use super::{AssumptionsMemo, PledgeMemo, ReachedMemo, edit};
use crate::pledge::{Change, Edit, LineId, TargetLine};
use crate::report::words;
use crate::session::PartId;
use crate::text::benchmark::yardstick;
use crate::text::standing::standing;
use crate::text::{self, Lang, Subject, path, pledge_screen, report, turnover, years};
use crate::ui::app::{App, use_app};
use crate::ui::screen::Screen;
use crate::workforce::Scope;
use leptos::prelude::*;

/// The lines, or why there are none.
#[component]
pub fn Targets(
    pledge: PledgeMemo,
    assumptions: AssumptionsMemo,
    reached: ReachedMemo,
) -> impl IntoView {
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
    // What the numbers rest on, as it is now.
    let hint = move || {
        let (lang, checked) = (state.lang.get(), state.checked.get());
        let pledge = pledge.get()?;
        let year = pledge.targets.iter().find_map(|line| line.computed.map(|_| line.day.suggested));
        let levels = checked.workforce.table.levels();
        let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
        let assumed = assumptions.with(|assumed| turnover::assumed(lang, assumed, &names));
        let noun = yardstick(lang, &checked.benchmark).noun;
        let hint = year.map(|day| pledge_screen::targets_hint(lang, &day.year().to_string(), noun));
        Some([hint.unwrap_or_default(), assumed].join(" "))
    };
    view! {
        <section aria-labelledby="targets-heading">
            <h3 id="targets-heading">{state.t(pledge_screen::targets)}</h3>
            {move || match ids.get().unwrap_or_default().is_empty() {
                true => view! { <p>{state.t(pledge_screen::targets_none)}</p> }.into_any(),
                false => view! { <p data-turnover>{hint}</p> }.into_any(),
            }}
            <p><a href=Screen::Path.address()>{state.t(path::to_path)}</a></p>
            <For each=move || ids.get().unwrap_or_default() key=Clone::clone let:id>
                <Target pledge reached id/>
            </For>
            {move || numberless().map(|text| view! { <p class="hint">{text}</p> })}
            <p class="hint">{state.t(report::clause)}</p>
        </section>
    }
}

fn find(pledge: PledgeMemo, id: &LineId) -> Option<TargetLine> {
    pledge.with(|pledge| pledge.as_ref()?.targets.iter().find(|line| line.id == *id).cloned())
}

/// What was reached on the level before, and whether the number is above it.
fn last_reached(lang: Lang, line: &TargetLine, reached: &[(PartId, u64)]) -> Option<String> {
    let LineId::Target(key) = &line.id else { return None };
    let last = reached.iter().find(|known| known.0.0.to_string() == *key)?.1;
    let is_above = line.number().is_some_and(|number| number > last);
    let words = if is_above { years::target_line_above } else { years::target_line_not_above };
    Some(words(lang, &text::count(lang, last)))
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
fn Target(pledge: PledgeMemo, reached: ReachedMemo, id: LineId) -> impl IntoView {
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
    let earlier = move || {
        let lang = state.lang.get();
        line.with(|line| reached.with(|reached| last_reached(lang, line.as_ref()?, reached)))
    };
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
            {move || earlier().map(|text| view! { <p class="hint">{text}</p> })}
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
