//! What the import shows, and the state that it shares with the export.

use super::ROOM;
use crate::exchange::offer::Offer;
use crate::exchange::reading::{Answers, Question, Reading, Refusal};
use crate::session::Work;
use crate::ui::app::App;
use crate::ui::parts::save_menu::SAVE_MENU;
use crate::web::page;
use crate::web::worker::{self, Together, Trouble};
use leptos::prelude::*;
use std::cell::Cell;

/// The heading of whatever is shown.
pub const HEADING: &str = "office-heading";

/// What is shown in place of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// The screen itself.
    #[default]
    Closed,
    /// A field to paste a table into.
    PasteBox { is_empty: bool },
    /// What was understood, to be used or not.
    Preview(Box<Preview>),
    /// Why it cannot be used.
    Refused { name: String, refusal: Refusal },
    /// Why it was not read.
    Trouble(Trouble),
    /// A folder and no file.
    Folder,
    /// A project file is open already; the files that came with it are not.
    Opened { name: String },
    /// The ways out, from any screen.
    TakeAlong,
    /// A file of the table banks: what of it to compare with.
    Offer { name: String, offer: Box<Offer> },
    /// Work that came in an address and waits to be taken over.
    Shared(Box<Work>),
    /// An address that holds no work that can be opened.
    BadLink(crate::exchange::message::Failure),
}

/// What was understood of one file or table.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The file's name; empty for a pasted table.
    pub name: String,
    pub reading: Reading,
    /// Every question asked so far, answered ones included, in the order in which they came.
    pub questions: Vec<Question>,
    pub answers: Answers,
}

/// What is being done while the user waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    Reading,
    Writing,
    Linking,
}

/// State of the import, shared with whatever else needs the office worker.
#[derive(Clone, Copy)]
pub struct Intake {
    pub state: App,
    pub stage: RwSignal<Stage>,
    pub busy: RwSignal<Option<Busy>>,
    /// The files that came with the one that is shown.
    pub together: RwSignal<Together>,
    /// What stands in the field for a table; kept out of the stage so that typing redraws nothing.
    pub pasted: StoredValue<String>,
}

thread_local! {
    static INTAKE: Cell<Option<Intake>> = const { Cell::new(None) };
}

/// The import, once it is here.
pub fn intake() -> Option<Intake> {
    INTAKE.get()
}

/// Makes the state; to be called once, where it lives as long as the page.
pub(super) fn open(state: App) -> Intake {
    let intake = Intake {
        state,
        stage: RwSignal::new(Stage::Closed),
        busy: RwSignal::new(None),
        together: RwSignal::new(Together::default()),
        pasted: StoredValue::new(String::new()),
    };
    INTAKE.set(Some(intake));
    intake
}

impl Intake {
    /// Shows a stage and leads the focus to its heading; closing leads it to the screen, or to the
    /// menu that the stage was opened from.
    pub(super) fn show(self, stage: Stage) {
        let is_open = stage != Stage::Closed;
        let was_asked_for = self.stage.with_untracked(|before| *before == Stage::TakeAlong);
        page::set_attribute(ROOM, "data-open", is_open.then_some(""));
        self.stage.set(stage);
        if is_open {
            self.focus_later(HEADING);
        } else if !was_asked_for || !page::focus(SAVE_MENU) {
            page::focus("content");
        }
    }

    /// Opens the ways out.
    pub fn take_along(self) {
        self.show(Stage::TakeAlong);
    }

    /// Leads the focus to the heading of a stage whose part came only now.
    pub fn heading_came(self) {
        self.focus_later(HEADING);
    }

    /// Moves the focus once what has changed is on the page.
    pub(super) fn focus_later(self, id: &'static str) {
        self.focus_element_later(id.to_owned());
    }

    pub(super) fn focus_element_later(self, id: String) {
        leptos::task::spawn_local(async move {
            // Moving the focus needs the layout of what was just written.
            worker::rest().await;
            if id == HEADING {
                page::scroll_to_top();
            }
            page::focus(&id);
        });
    }
}
