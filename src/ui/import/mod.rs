//! Figures from files and tables: everything between a drop and the moment the figures are used.
//!
//! Fetched when the page is idle, and mounted in a place of its own at the top of the content. What
//! arrives (dropped, chosen, pasted, or packed in an address) is read by the office worker; the
//! present work is untouched until the user says that the figures are to be used. Absent: reading,
//! and decisions about what a cell means. Read next: [`stage`] for what can be shown, [`flow`] for
//! how one follows the other.

mod entry;
mod flow;
mod marks;
mod offer;
mod paste_box;
mod preview;
mod questions;
mod refusal;
mod several;
mod shared;
mod stage;
mod table;
mod understood;
mod view;

pub use entry::{Entry, write_entry, write_file_field};
pub use stage::{Busy, HEADING, intake};

use super::app::App;
use crate::web::page;
use leptos::mount::mount_to;
use leptos::prelude::*;

/// The place at the top of the content.
const ROOM: &str = "office-room";
/// The element that hears of arrivals (see `web::worker::listen`).
const OFFICE: &str = "office";

/// Opens the ways in; once for the life of the page.
pub fn begin(state: App) {
    if intake().is_some() {
        return;
    }
    let Some(room) = page::make_first_in("content", ROOM) else { return };
    let opened = mount_to(room, move || {
        provide_context(state);
        view! { <view::Office intake=stage::open(state)/> }
    });
    // Lives as long as the page.
    opened.forget();
}
