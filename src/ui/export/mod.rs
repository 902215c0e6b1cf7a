//! Files, pictures and links out of the page.
//!
//! What is written is put together where the documents are ([`compose`], fetched with the pledge),
//! packed by the office worker where it has to be packed, and handed over by the page's script.
//! Absent: what stands in a file. Read next: [`format`](mod@format) for what there is.

pub mod compose;
mod figure;
pub mod format;
mod menu;
mod share;

pub use figure::FigureActions;
pub use menu::{BothLanguages, Menu, hand_over_template};

use super::app::App;
use super::import::{Busy, intake};
use crate::text::{Lang, import};
use crate::web::worker::Trouble;
use leptos::prelude::*;

/// Waits, and lets the page say so when it takes long.
pub(super) async fn wait<T>(busy: Busy, work: impl Future<Output = T>) -> T {
    match intake() {
        Some(intake) => intake.wait(busy, work).await,
        None => work.await,
    }
}

/// Says why nothing came of it.
pub(super) fn explain(state: App, trouble: Trouble) {
    let lang = state.lang.get_untracked();
    match trouble {
        Trouble::Cancelled => state.tell(import::busy_cancelled(lang).to_owned()),
        trouble => state.complain(words(lang, trouble).to_owned()),
    }
}

fn words(lang: Lang, trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Forbidden => import::trouble_forbidden(lang),
        Trouble::ClipboardRefused => import::trouble_clipboard(lang),
        Trouble::NoPicture => import::trouble_picture(lang),
        Trouble::Slow | Trouble::Crashed => import::trouble_written(lang),
        _ => import::trouble_missing(lang),
    }
}
