//! The status screen: a signed pledge beside the present figures.
//!
//! From top to bottom: which pledge it is and what has to be known first, what the user says of each
//! measure, the document as it will be printed, and the forms it can be taken along in. Absent: what
//! a status says ([`crate::report::status`]). Read next: [`arrival`] for files, [`answers`] for what
//! is filled in.

mod answers;
mod arrival;
mod paper;
mod take;

pub use arrival::{from_pledge, from_project};

use super::app::{App, use_app};
use super::figures::ExampleBadge;
use super::import::write_file_field;
use super::screen::Screen;
use crate::exchange::office::StatusCase;
use crate::markup::Markup;
use crate::pledge::SignedPledge;
use crate::report::status::{Caution, Follow};
use crate::session::{Event, ReviewEvent};
use crate::text::{self, Lang, status as texts};
use crate::web::{clock, page};
use leptos::prelude::*;
use std::sync::Arc;

/// The pledge that is open; the screen is built anew when it is another one.
pub(super) type OpenPledge = Memo<Option<Arc<SignedPledge>>>;

/// The screen.
#[component]
pub fn StatusScreen() -> impl IntoView {
    let state = use_app();
    let pledge: OpenPledge = Memo::new(move |_| {
        state.session.with(|session| {
            session.work().review.as_ref().map(|review| Arc::new(review.pledge.clone()))
        })
    });
    view! {
        <div class="screen pledge status">
            {move || match pledge.get() {
                Some(pledge) => view! { <Filled pledge/> }.into_any(),
                None => view! { <Empty/> }.into_any(),
            }}
        </div>
    }
}

/// What to open, before there is anything else.
#[component]
fn Empty() -> impl IntoView {
    let state = use_app();
    let field = state.words(|lang| {
        let mut html = Markup::default();
        write_file_field(&mut html, "open-pledge", texts::empty_choose(lang), true);
        html.finish()
    });
    view! {
        <h1>{state.t(texts::empty_heading)}</h1>
        <p class="lead">{state.t(texts::empty_text)}</p>
        <div class="actions" inner_html=field></div>
        <p class="hint">{state.t(texts::empty_hint)}</p>
    }
}

#[component]
fn Filled(pledge: Arc<SignedPledge>) -> impl IntoView {
    let state = use_app();
    let is_bilingual = RwSignal::new(false);
    let head = Signal::derive(move || head(state));
    let print = move |_| {
        if !page::print() {
            let lang = state.lang.get_untracked();
            state.complain(text::pledge_screen::print_refused(lang).to_owned());
        }
    };
    let close = move |_| {
        state.apply(Event::Review(ReviewEvent::Close));
        super::years::tell(state, texts::closed(state.lang.get_untracked()).to_owned());
        page::focus("content");
    };
    view! {
        <div class="no-print">
            <ExampleBadge/>
            <h1>{state.t(texts::heading)}</h1>
            <p class="lead">{state.t(texts::lead)}</p>
            <div inner_html=head></div>
            <p class="actions">
                <button type="button" class="primary" data-print on:click=print>
                    {state.t(texts::print)}
                </button>
                <a class="button" href=Screen::Figures.address()>{state.t(texts::to_figures)}</a>
                <a class="button" href=Screen::Years.address()>{state.t(texts::to_years)}</a>
                <button type="button" class="link" id="close-pledge" on:click=close>
                    {state.t(texts::close)}
                </button>
            </p>
            <answers::Answers pledge/>
            <h2>{state.t(texts::preview)}</h2>
            <p class="hint" id="status-internal">{state.t(texts::internal_only)}</p>
        </div>
        <paper::Paper is_bilingual/>
        <take::TakeAlong is_bilingual/>
    }
}

/// Whose pledge it is, from when, and what has to be known first.
fn head(state: App) -> String {
    let lang = state.lang.get();
    let case = state.session.with(|session| StatusCase::of(session.work(), lang, clock::today()));
    let Some(case) = case else { return String::new() };
    let status = case.status();
    let pledge = &status.review.pledge;
    let signed = pledge.signature.day.unwrap_or(pledge.written);
    let mut html = Markup::default();
    html.start("dl", "facts");
    let mut fact = |term: &str, value: &str| {
        html.start("div", "").element("dt", "", term).element("dd", "", value).close("div");
    };
    let organisation = pledge.organisation.trim();
    if !organisation.is_empty() {
        fact(texts::facts_organisation(lang), organisation);
    }
    fact(texts::facts_signed(lang), &text::date(lang, signed));
    if let Some(day) = pledge.reporting_date {
        fact(texts::facts_then(lang), &text::date(lang, day));
    }
    match status.day() {
        Some(day) => fact(texts::facts_now(lang), &text::date(lang, day)),
        None => fact(texts::facts_now(lang), texts::facts_none(lang)),
    }
    html.close("dl");
    let cautions = status.cautions(&Follow::of(&status, lang));
    if !cautions.is_empty() {
        html.start("ul", "status-cautions");
        for caution in &cautions {
            html.tag("li").attribute("data-caution", caution_name(caution)).open();
            html.words(&status.caution(lang, caution)).close("li");
        }
        html.close("ul");
    }
    html.finish()
}

/// What an attribute calls a caution.
fn caution_name(caution: &Caution) -> &'static str {
    match caution {
        Caution::OtherOrganisation => "organisation",
        Caution::NoFigures => "no-figures",
        Caution::OtherGroup => "group",
        Caution::Undated => "undated",
        Caution::NotNewer => "not-newer",
        Caution::PublicEdition => "public",
        Caution::Gone(_) => "gone",
        Caution::New(_) => "new",
    }
}

/// A link to the screen for the screens that a user with a signed pledge comes by.
pub fn write_link(html: &mut Markup, lang: Lang) {
    html.start("p", "actions no-print").tag("a").attribute("class", "button");
    html.attribute("href", Screen::Status.address()).open().words(texts::link(lang)).close("a");
    html.words(" ").element("span", "hint", texts::link_hint(lang)).close("p");
}
