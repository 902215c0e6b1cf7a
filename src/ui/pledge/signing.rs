//! Who signs, where and when, the next review, and the user's own remark.

use super::line_field::{Kind, LineField};
use super::{PledgeMemo, edit};
use crate::pledge::{Edit, Pledge};
use crate::text::pledge_screen;
use crate::ui::app::use_app;
use crate::workforce::Date;
use leptos::prelude::*;

/// A date field's text as a date; an emptied field is `None`, half a date changes nothing.
fn day(text: &str) -> Option<Option<Date>> {
    match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    }
}

/// The fields.
#[component]
pub fn Signing(pledge: PledgeMemo) -> impl IntoView {
    let state = use_app();
    let read = move |read: fn(&Pledge) -> String| {
        Signal::derive(move || {
            pledge.with(|pledge| pledge.as_ref().map(|pledge| read(pledge)).unwrap_or_default())
        })
    };
    view! {
        <section aria-labelledby="signing-heading">
            <h3 id="signing-heading">{state.t(pledge_screen::signing)}</h3>
            <div class="line-fields">
                <LineField
                    id="pledge-organisation"
                    label=pledge_screen::organisation
                    value=read(|pledge| pledge.organisation.value().clone())
                    on_input=move |text| edit(state, Edit::Organisation(Some(text)))
                />
                <LineField
                    id="pledge-signatory"
                    label=pledge_screen::signatory
                    value=read(|pledge| pledge.signatory.clone())
                    on_input=move |text| edit(state, Edit::Signatory(text))
                />
                <LineField
                    id="pledge-role"
                    label=pledge_screen::role
                    value=read(|pledge| pledge.signatory_role.clone())
                    on_input=move |text| edit(state, Edit::SignatoryRole(text))
                />
                <LineField
                    id="pledge-place"
                    label=pledge_screen::place
                    value=read(|pledge| pledge.place.clone())
                    on_input=move |text| edit(state, Edit::Place(text))
                />
                <LineField
                    id="pledge-signed-on"
                    label=pledge_screen::signed_on
                    kind=Kind::Date
                    value=read(|p| p.signed_on.map(|day| day.to_string()).unwrap_or_default())
                    on_input=move |text| {
                        if let Some(day) = day(&text) {
                            edit(state, Edit::SignedOn(day));
                        }
                    }
                />
                <LineField
                    id="pledge-next-review"
                    label=pledge_screen::next_review
                    kind=Kind::Date
                    value=read(|pledge| pledge.next_review.value().to_string())
                    on_input=move |text| {
                        if let Some(day) = day(&text) {
                            edit(state, Edit::NextReview(day));
                        }
                    }
                />
            </div>
            <LineField
                id="pledge-note"
                label=pledge_screen::note
                kind=Kind::Paragraph
                value=read(|pledge| pledge.note.clone())
                on_input=move |text| edit(state, Edit::Note(text))
            />
        </section>
    }
}
