//! From files to the summary, batch by batch, and from the summary to files.

use crate::board::{MOST_FILES, Summary};
use crate::exchange::board::wire;
use crate::exchange::message::{Errand, Reply};
use crate::exchange::write::{csv, tables_json};
use crate::report::tables::{self, Tables};
use crate::text::{self, Lang, board};
use crate::ui::app::App;
use crate::ui::export::format::Format;
use crate::ui::export::{explain, wait};
use crate::ui::import::Busy;
use crate::web::worker::{self, Arrived, FileKind, Trouble};
use crate::web::{clock, page};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where the focus goes when there is something to read.
pub(super) const RESULT: &str = "board-result";
/// And when there is nothing.
pub(super) const HEADING: &str = "board-heading";

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Stage {
    #[default]
    Empty,
    Reading,
    Shown(Arc<Summary>),
}

/// State of the screen.
#[derive(Clone, Copy)]
pub(super) struct Overview {
    pub state: App,
    pub stage: RwSignal<Stage>,
    /// Files read so far, and all that are being read.
    pub progress: RwSignal<(usize, usize)>,
    /// Counts beginnings, so that one that was overtaken knows.
    run: StoredValue<u32>,
}

impl Overview {
    pub fn new(state: App) -> Overview {
        Overview {
            state,
            stage: RwSignal::new(Stage::Empty),
            progress: RwSignal::new((0, 0)),
            run: StoredValue::new(0),
        }
    }

    /// Files have come.
    pub fn receive(self) {
        spawn_local(async move {
            let total = match worker::arrived().await {
                Some(Arrived::File { together, .. }) => together.names.len(),
                Some(Arrived::Folder) => 0,
                _ => return,
            };
            if total == 0 {
                let lang = self.state.lang.get_untracked();
                return self.state.complain(board::said_none(lang).to_owned());
            }
            self.read(total).await;
        });
    }

    async fn read(self, total: usize) {
        let before = self.stage.with_untracked(|stage| match stage {
            Stage::Shown(summary) => summary.files,
            _ => 0,
        });
        let Some(run) = self.begin() else { return };
        // What is beyond the most is counted and not read.
        let taken = total.min(MOST_FILES.saturating_sub(before) + 1);
        self.progress.set((0, taken));
        self.stage.set(Stage::Reading);
        let mut from = 0;
        while from < taken {
            match worker::gather(from, before == 0 && from == 0).await {
                _ if !self.is_still(run) => return,
                Ok(next) => from = next,
                Err(trouble) => return self.give_up(trouble),
            }
            self.progress.set((from.min(taken), taken));
            // The worker may answer so quickly that nothing would ever be painted.
            worker::rest().await;
        }
        let today = clock::today().to_string();
        let reply = worker::send(Errand::Overview, &today).await;
        if !self.is_still(run) {
            return;
        }
        let summary = match reply {
            Ok(Reply::Overview(text)) => wire::read(&text).ok(),
            Ok(_) => None,
            Err(trouble) => return self.give_up(trouble),
        };
        // A worker that was ended in between has forgotten the files before.
        let is_whole = |summary: &Summary| summary.files + summary.left_out >= before + from;
        match summary.filter(is_whole) {
            Some(mut summary) => {
                summary.left_out += total.saturating_sub(from);
                self.show(summary);
            }
            None => self.give_up(Trouble::Crashed),
        }
    }

    fn show(self, summary: Summary) {
        let lang = self.state.lang.get_untracked();
        self.state.tell(board::reading_done(lang, &text::count(lang, summary.files as u64)));
        self.stage.set(Stage::Shown(Arc::new(summary)));
        focus_later(RESULT);
    }

    fn give_up(self, trouble: Trouble) {
        self.stage.set(Stage::Empty);
        let lang = self.state.lang.get_untracked();
        match trouble {
            Trouble::Cancelled => self.state.tell(board::reading_stopped(lang).to_owned()),
            Trouble::Slow | Trouble::Crashed => {
                self.state.complain(board::reading_trouble(lang).to_owned());
            }
            trouble => explain(self.state, trouble),
        }
        focus_later(HEADING);
    }

    /// Ends reading; nothing that was read is kept.
    pub fn stop(self) {
        // Whatever the worker still answers belongs to a beginning that is over.
        self.begin();
        spawn_local(async move {
            worker::cancel().await;
            self.give_up(Trouble::Cancelled);
        });
    }

    /// Puts everything away.
    pub fn restart(self) {
        self.begin();
        self.stage.set(Stage::Empty);
        focus_later(HEADING);
    }

    /// `None` when the screen has been left.
    fn begin(self) -> Option<u32> {
        self.run.try_update_value(|run| {
            *run += 1;
            *run
        })
    }

    fn is_still(self, run: u32) -> bool {
        self.run.try_get_value() == Some(run)
    }

    /// The overview as sheets, in the present language.
    pub fn tables(self) -> Option<Tables> {
        let lang = self.state.lang.get();
        self.stage.with(|stage| match stage {
            Stage::Shown(summary) => Some(tables::board(summary, lang)),
            _ => None,
        })
    }

    /// Hands the whole overview over as a workbook.
    pub fn keep_workbook(self) {
        let Some(tables) = untrack(|| self.tables()) else { return };
        let text = [clock::today().to_string(), tables_json::write(&tables)].join("\n");
        let file = kind(tables.lang, "", Format::Xlsx);
        self.keep(async move { worker::make(Errand::Workbook, &file, &text).await });
    }

    /// Hands one sheet over as CSV.
    pub fn keep_sheet(self, place: usize) {
        let Some(tables) = untrack(|| self.tables()) else { return };
        let Some(sheet) = tables.sheets.get(place) else { return };
        let text = csv::write(&tables, sheet);
        let file = kind(tables.lang, &sheet.name.to_lowercase(), Format::Csv);
        self.keep(async move { worker::save(&file, &text).await });
    }

    fn keep(self, writing: impl Future<Output = Result<(), Trouble>> + 'static) {
        spawn_local(async move {
            if let Err(trouble) = wait(Busy::Writing, writing).await {
                explain(self.state, trouble);
            }
        });
    }
}

fn kind(lang: Lang, part: &str, format: Format) -> FileKind {
    let part = part.replace(' ', "-");
    let between = if part.is_empty() { "" } else { "-" };
    let name = [board::save_file(lang), between, &part, format.ending()].concat();
    FileKind { name, media_type: format.media_type() }
}

fn focus_later(id: &'static str) {
    spawn_local(async move {
        // Moving the focus needs the layout of what was just written.
        worker::rest().await;
        page::focus(id);
    });
}
