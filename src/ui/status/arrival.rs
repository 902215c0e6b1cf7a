//! A signed pledge that has come in as a file.
//!
//! The present figures stay as they are: only which pledge is looked at changes, in one step that
//! can be undone. Absent: reading ([`crate::exchange::office`], fetched with the pledge).

use crate::exchange::write::pledge_json::PledgeJsonError;
use crate::pledge::SignedPledge;
use crate::session::{Event, ReviewEvent, Work};
use crate::text::{self, Lang, status as texts};
use crate::ui::app::{App, Message};
use crate::ui::later;
use crate::ui::screen::Screen;
use crate::web::{address, clock};
use leptos::prelude::*;

/// Opens the pledge in a pledge file, from whatever screen.
pub async fn from_pledge(state: App, text: String) {
    let lang = state.lang.get_untracked();
    match later::signed_in_pledge(text).await {
        Ok(Ok(pledge)) => open(state, lang, pledge),
        Ok(Err(error)) => state.complain(refusal(lang, error)),
        Err(_) => state.complain(texts::error_part(lang).to_owned()),
    }
}

/// Opens the pledge that a project file holds; the figures of that file are not taken over.
pub async fn from_project(state: App, work: Work) {
    let lang = state.lang.get_untracked();
    match later::signed_in_project(work, lang, clock::today()).await {
        Ok(Some(pledge)) => open(state, lang, pledge),
        Ok(None) => state.complain(texts::error_no_pledge(lang).to_owned()),
        Err(_) => state.complain(texts::error_part(lang).to_owned()),
    }
}

fn open(state: App, lang: Lang, pledge: SignedPledge) {
    // The screen first: following the address closes whatever message there is.
    state.screen.set(Screen::Status);
    address::go_to(Screen::Status.address());
    state.apply(Event::Review(ReviewEvent::Open(Box::new(pledge))));
    let text = texts::opened(lang).to_owned();
    state.message.set(Some(Message { text, is_error: false, offers_undo: true }));
}

fn refusal(lang: Lang, error: PledgeJsonError) -> String {
    match error {
        PledgeJsonError::Damaged { line } => {
            texts::error_damaged(lang, &text::count(lang, line as u64))
        }
        PledgeJsonError::TooNew { .. } => texts::error_too_new(lang).to_owned(),
        PledgeJsonError::OutOfBounds | PledgeJsonError::NotAPledge => {
            texts::error_out_of_bounds(lang).to_owned()
        }
    }
}
