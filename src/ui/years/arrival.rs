//! A project file that comes in on the years screen: last year's figures, or another date's.
//!
//! Absent: reading it ([`crate::exchange::project`]) and every other kind of file, which is read as
//! everywhere. A file that cannot be used changes nothing.

use crate::exchange::office::promised;
use crate::session::{DateEvent, Event, MOST_DATES, Session, Work, dates_of};
use crate::text::{self, Lang, years};
use crate::ui::app::{App, Message};
use crate::ui::screen::Screen;
use crate::web::{address, clock};
use leptos::prelude::*;

/// Takes the work of a file in. With nothing on the page yet, a file of one date is opened and the
/// next year begun on its structure; else its dates are put beside the present figures. One step,
/// which can be undone.
pub fn take(state: App, file: Work) {
    let lang = state.lang.get_untracked();
    if file.draft.has_no_figures() && file.other_dates.is_empty() {
        return state.complain(years::file_no_figures(lang).to_owned());
    }
    let present = state.session.with_untracked(|session| session.work().clone());
    if present.draft.has_no_figures() && present.other_dates.is_empty() {
        open(state, lang, file);
    } else {
        add(state, lang, file, &present);
    }
}

fn open(state: App, lang: Lang, file: Work) {
    if !file.other_dates.is_empty() {
        // A comparison already: the user has come to see it.
        state.apply(Event::Open(Box::new(file)));
        return tell(state, years::file_opened_as_is(lang).to_owned());
    }
    let targets = promised(&file, lang, clock::today());
    let mut next = Session::resume(file);
    next.apply(Event::Dates(DateEvent::StartNext { targets }));
    state.screen.set(Screen::Figures);
    address::go_to(Screen::Figures.address());
    state.apply(Event::Open(Box::new(next.work().clone())));
    tell(state, years::file_opened(lang).to_owned());
}

fn add(state: App, lang: Lang, file: Work, present: &Work) {
    if present.other_dates.len() + file.other_dates.len() + 1 > MOST_DATES {
        let most = text::count(lang, MOST_DATES as u64 + 1);
        return state.complain(years::file_too_many(lang, &most));
    }
    let targets = promised(&file, lang, clock::today());
    let days = file.other_dates.iter().map(|date| &date.draft).chain([&file.draft]);
    let days: Vec<String> = days.map(|draft| day_name(lang, &draft.reporting_date)).collect();
    let file = Work { kept_targets: Some(targets), ..file };
    state.apply(Event::Dates(DateEvent::Add(dates_of(file, &present.draft))));
    tell(state, years::file_added(lang, &days.join(", ")));
}

/// Says it beside a way back.
pub fn tell(state: App, text: String) {
    state.message.set(Some(Message { text, is_error: false, offers_undo: true }));
}

/// A reporting date as typed, in words where it is one.
pub(super) fn day_name(lang: Lang, typed: &str) -> String {
    match typed.trim().parse() {
        Ok(day) => text::date(lang, day),
        Err(_) if typed.trim().is_empty() => years::dates_undated(lang).to_owned(),
        Err(_) => typed.trim().to_owned(),
    }
}
