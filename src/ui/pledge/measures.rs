//! Measures under each commitment: what, who, when, measured how, and why it is suggested.

use super::catalogue::Browsing;
use super::line_field::{Kind, LineField};
use super::{PledgeMemo, edit};
use crate::pledge::{Change, Commitment, Edit, LineId, MeasureLine};
use crate::report::charter::Passage;
use crate::report::words;
use crate::text::pledge_screen;
use crate::ui::app::{App, use_app};
use leptos::prelude::*;

/// All three commitments.
#[component]
pub fn Measures(pledge: PledgeMemo, browsing: Browsing) -> impl IntoView {
    Commitment::ALL.map(|commitment| view! { <UnderCommitment pledge browsing commitment/> })
}

#[component]
fn UnderCommitment(
    pledge: PledgeMemo,
    browsing: Browsing,
    commitment: Commitment,
) -> impl IntoView {
    let state = use_app();
    let number = commitment.number().to_string();
    let heading_id = ["commitment", &number].join("-");
    let ids = Memo::new(move |_| {
        pledge.with(|pledge| {
            let lines = pledge.as_ref().map(|pledge| pledge.under(commitment));
            lines.map(|lines| lines.map(|line| line.id.clone()).collect::<Vec<_>>())
        })
    });
    let lacks = move || {
        pledge.with(|pledge| pledge.as_ref().is_some_and(|p| p.lacking().contains(&commitment)))
    };
    let is_crowded =
        move || pledge.with(|pledge| pledge.as_ref().is_some_and(|p| p.is_crowded(commitment)));
    let crowded = match commitment {
        Commitment::Practice => pledge_screen::crowded,
        Commitment::Debate | Commitment::City => pledge_screen::crowded_two,
    };
    let wording = move || Passage::Commitment(commitment).wording(state.lang.get());
    let labelled_by = heading_id.clone();
    view! {
        <section aria-labelledby=labelled_by>
            <h3 id=heading_id>{number}". "{wording}</h3>
            <For each=move || ids.get().unwrap_or_default() key=Clone::clone let:id>
                <Measure pledge id/>
            </For>
            {move || lacks().then(|| view! {
                <p class="changed">{state.t(pledge_screen::lacking)}</p>
            })}
            {move || is_crowded().then(|| view! {
                <p class="changed">{state.t(crowded)}</p>
            })}
            <p class="actions">
                <button type="button" on:click=move |_| browsing.open_at(commitment)>
                    {state.t(pledge_screen::catalogue_from_commitment)}
                </button>
                <button type="button" on:click=move |_| edit(state, Edit::Write(commitment))>
                    {state.t(pledge_screen::add_own)}
                </button>
            </p>
        </section>
    }
}

fn find(pledge: PledgeMemo, id: &LineId) -> Option<MeasureLine> {
    pledge.with(|pledge| pledge.as_ref()?.measures.iter().find(|line| line.id == *id).cloned())
}

/// An identifier for the page that the line keeps.
fn key(id: &LineId) -> String {
    match id {
        LineId::Measure(measure) => ["measure", measure].join("-"),
        LineId::Own(number) => ["own", &number.to_string()].join("-"),
        LineId::Target(level) => ["target", level].join("-"),
    }
}

fn send(state: App, line: Option<MeasureLine>, change: Change) {
    if let Some(line) = line {
        edit(state, Edit::Line { line: line.id, basis: line.basis, change });
    }
}

#[component]
fn Measure(pledge: PledgeMemo, id: LineId) -> impl IntoView {
    let state = use_app();
    let key = key(&id);
    let line = Memo::new({
        let id = id.clone();
        move |_| find(pledge, &id)
    });
    let read = move |read: &dyn Fn(&MeasureLine) -> String| {
        line.with(|line| line.as_ref().map(read).unwrap_or_default())
    };
    let words_of = move |pick: fn(&MeasureLine) -> &_| {
        Signal::derive(move || {
            let lang = state.lang.get();
            read(&|line| words::field(lang, pick(line)).into_owned())
        })
    };
    let text = words_of(|line| &line.text);
    let owner = words_of(|line| &line.owner);
    let indicator = words_of(|line| &line.indicator);
    let due = Signal::derive(move || read(&|line| line.due.value().to_string()));
    let owns = move |own: fn(&MeasureLine) -> bool| {
        Signal::derive(move || line.with(|line| line.as_ref().is_some_and(own)))
    };
    let change = move |what: Change| send(state, line.get_untracked(), what);
    let changed =
        move || line.with(|line| words::measure_changed(state.lang.get(), line.as_ref()?));
    let remove = move |_| edit(state, Edit::Remove(id.clone()));
    view! {
        <div class="line" role="group" aria-label=text data-measure>
            <LineField
                id=[&key, "-text"].concat()
                label=pledge_screen::measure
                kind=Kind::Paragraph
                value=text
                is_own=owns(|line| line.text.own.is_some() && line.measure.is_some())
                on_input=move |text| change(Change::Text(Some(text)))
                on_reset=Callback::new(move |()| change(Change::Text(None)))
            />
            <div class="line-fields">
                <LineField
                    id=[&key, "-owner"].concat()
                    label=pledge_screen::owner
                    value=owner
                    on_input=move |text| change(Change::Owner(Some(text)))
                />
                <LineField
                    id=[&key, "-due"].concat()
                    label=pledge_screen::due
                    kind=Kind::Date
                    value=due
                    on_input=move |text| {
                        if let Ok(day) = text.parse() {
                            change(Change::Due(Some(day)));
                        }
                    }
                />
                <LineField
                    id=[&key, "-indicator"].concat()
                    label=pledge_screen::indicator
                    value=indicator
                    on_input=move |text| change(Change::Indicator(Some(text)))
                />
            </div>
            {move || changed().map(|text| view! {
                <p class="changed">
                    {text}" "
                    <button type="button" class="link" on:click=move |_| change(Change::Keep)>
                        {state.t(pledge_screen::keep)}
                    </button>
                </p>
            })}
            <Because line/>
            <button
                type="button"
                class="link"
                aria-label=move || pledge_screen::remove_line(state.lang.get(), &text.get())
                on:click=remove
            >
                {state.t(pledge_screen::remove)}
            </button>
        </div>
    }
}

/// The findings behind a line and what is known about the measure.
#[component]
fn Because(line: Memo<Option<MeasureLine>>) -> impl IntoView {
    let state = use_app();
    move || {
        line.get().map(|line| {
        let lang = state.lang.get();
        let reasons = words::reasons(lang, &line);
        let known = line.measure.map(|measure| {
            let effect = words::bilingual(lang, &measure.effect).to_owned();
            let effect = match measure.is_documented() {
                true => effect,
                false => pledge_screen::practice_only(lang).to_owned(),
            };
            view! {
                <p class="base">
                    {pledge_screen::evidence(lang)}": "{effect}" "
                    {measure.source_url.map(|url| view! {
                        <a href=url rel="noreferrer">{pledge_screen::source(lang)}</a>
                    })}
                </p>
            }
        });
        view! {
            <details class="more">
                <summary>{pledge_screen::because(lang)}" "{reasons.first().cloned()}</summary>
                <ul>{reasons.into_iter().skip(1).map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
                {known}
            </details>
        }
    })
    }
}
