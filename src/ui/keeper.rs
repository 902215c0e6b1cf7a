//! Keeping the work: when, where, and what to say about it.

use crate::exchange::project::{self, StoredWork};
use crate::session::Work;
use crate::web::crash;
use crate::web::storage::{self, KeepError, Keeping};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// Work is written this long after the last change, so that typing is not slowed.
const PAUSE: Duration = Duration::from_millis(250);

/// Knows where the work is kept and writes it there.
#[derive(Clone, Copy)]
pub struct Keeper {
    pub keeping: RwSignal<Keeping>,
    /// Why the last attempt failed, if it did.
    pub failure: RwSignal<Option<KeepError>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Nothing is written until something has changed: opening the page leaves no trace.
    written: StoredValue<Option<StoredWork>>,
}

impl Keeper {
    pub fn new(keeping: Keeping) -> Keeper {
        Keeper {
            keeping: RwSignal::new(keeping),
            failure: RwSignal::new(None),
            timer: StoredValue::new(None),
            written: StoredValue::new(None),
        }
    }

    /// Writes the work after a short pause; a newer change starts the pause again.
    pub fn keep_soon(self, read: impl Fn() -> Work + 'static) {
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.keep(&read()), PAUSE).ok();
        });
    }

    /// Writes the work now, if it differs from what is written.
    pub fn keep(self, work: &Work) {
        let stored = StoredWork::of(work);
        let unchanged = self.written.with_value(|written| written.as_ref() == Some(&stored));
        let untouched = *work == Work::default() && self.written.with_value(Option::is_none);
        if unchanged || untouched {
            return;
        }
        crash::remember(project::write(work));
        let result = storage::keep(&stored, self.keeping.get_untracked());
        self.failure.set(result.err());
        self.written.set_value(Some(stored));
    }

    /// Saves on this computer from now on, because the user asked for it.
    pub fn move_to_computer(self, work: &Work) {
        self.keeping.set(Keeping::Computer);
        self.written.set_value(None);
        self.keep(work);
    }

    /// Takes the work off this computer; it stays in the tab.
    pub fn move_to_tab(self) {
        storage::forget_computer();
        self.keeping.set(storage::default_keeping());
        self.failure.set(None);
    }

    /// Forgets every trace of the work.
    pub fn erase(self) {
        storage::erase();
        crash::remember(String::new());
        self.keeping.set(storage::default_keeping());
        self.failure.set(None);
        self.written.set_value(None);
    }
}
