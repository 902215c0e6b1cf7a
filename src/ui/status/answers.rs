//! What the user says of each measure, the remark on the whole, and the next review.

use crate::markup::Markup;
use crate::pledge::signed::SignedMeasure;
use crate::pledge::{Commitment, Progress, Review, ReviewEdit, SignedPledge};
use crate::report::status::measure_text;
use crate::session::{Event, ReviewEvent};
use crate::text::{Lang, report, status as texts};
use crate::ui::app::{App, use_app};
use crate::ui::pledge::{Kind, LineField};
use crate::web::clock;
use leptos::prelude::*;
use std::sync::Arc;

fn edit(state: App, edit: ReviewEdit) {
    state.apply(Event::Review(ReviewEvent::Edit(edit)));
}

/// Reads something from the open review.
fn read<T>(state: App, read: impl FnOnce(&Review) -> T) -> Option<T> {
    state.session.with(|session| session.work().review.as_deref().map(read))
}

/// The fields.
#[component]
pub fn Answers(pledge: Arc<SignedPledge>) -> impl IntoView {
    let state = use_app();
    let group = |commitment: Commitment| {
        let heading = match commitment {
            Commitment::Practice => report::measures_practice as fn(Lang) -> &'static str,
            Commitment::Debate => report::measures_debate,
            Commitment::City => report::measures_city,
        };
        let measures = pledge.measures.iter().cloned().enumerate();
        let lines: Vec<(usize, SignedMeasure)> =
            measures.filter(|(_, line)| line.commitment == commitment.number()).collect();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|(index, measure)| {
                view! { <Answer index measure/> }
            });
            view! {
                <h3>{state.t(heading)}</h3>
                {lines.collect_view()}
            }
        })
    };
    let groups = Commitment::ALL.map(group).collect_view();
    let remark =
        Signal::derive(move || read(state, |review| review.remark.clone()).unwrap_or_default());
    let next = Signal::derive(move || {
        let reporting_date = state.checked.get().workforce.reporting_date;
        let now = reporting_date.unwrap_or_else(clock::today);
        read(state, |review| review.next_day(now).to_string()).unwrap_or_default()
    });
    view! {
        <section aria-labelledby="answers-heading">
            <h2 id="answers-heading">{state.t(texts::edit_heading)}</h2>
            <p class="hint">{state.t(texts::edit_hint)}</p>
            {groups}
            <LineField
                id="status-remark"
                label=texts::edit_remark
                kind=Kind::Paragraph
                value=remark
                on_input=move |text| edit(state, ReviewEdit::Remark(text))
            />
            <LineField
                id="status-next-review"
                label=texts::edit_next_review
                kind=Kind::Date
                value=next
                on_input=move |text| match text.as_str() {
                    "" => edit(state, ReviewEdit::NextReview(None)),
                    text => {
                        if let Ok(day) = text.parse() {
                            edit(state, ReviewEdit::NextReview(Some(day)));
                        }
                    }
                }
            />
        </section>
    }
}

#[component]
fn Answer(index: usize, measure: SignedMeasure) -> impl IntoView {
    let state = use_app();
    let words = Signal::derive(move || measure_text(state.lang.get(), &measure).into_owned());
    let progress = Memo::new(move |_| {
        read(state, |review| review.marks.get(index).and_then(|mark| mark.progress)).flatten()
    });
    let note = Signal::derive(move || {
        let note = read(state, |review| review.marks.get(index).map(|mark| mark.note.clone()));
        note.flatten().unwrap_or_default()
    });
    let id = ["status-progress-", &index.to_string()].concat();
    let options = Signal::derive(move || options(state.lang.get(), progress.get()));
    let choose = move |event: web_sys::Event| {
        let chosen = Progress::from_id(&event_target_value(&event));
        edit(state, ReviewEdit::Progress(index, chosen));
    };
    view! {
        <div class="line" role="group" aria-label=words data-answer-for=index>
            <p class="status-measure">{words}</p>
            <div class="line-fields">
                <p class="field">
                    <label for=id.clone()>{state.t(texts::edit_choose)}</label>
                    <select id=id on:change=choose inner_html=options></select>
                </p>
                <LineField
                    id=["status-note-", &index.to_string()].concat()
                    label=texts::edit_note
                    value=note
                    on_input=move |text| edit(state, ReviewEdit::Note(index, text))
                />
            </div>
        </div>
    }
}

fn options(lang: Lang, chosen: Option<Progress>) -> String {
    let mut html = Markup::default();
    let all = std::iter::once(None).chain(Progress::ALL.map(Some));
    for option in all {
        let words = match option {
            None => texts::edit_unsaid(lang),
            Some(Progress::Done) => texts::edit_done(lang),
            Some(Progress::UnderWay) => texts::edit_under_way(lang),
            Some(Progress::NotBegun) => texts::edit_not_begun(lang),
            Some(Progress::Dropped) => texts::edit_dropped(lang),
        };
        html.tag("option").attribute("value", option.map_or("", Progress::id));
        if option == chosen {
            html.attribute("selected", "");
        }
        html.open().words(words).close("option");
    }
    html.finish()
}
