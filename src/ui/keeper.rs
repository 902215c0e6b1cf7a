//! Keeping the work: when, where, and what to say about it.

use super::later;
use crate::session::Work;
use crate::web::crash;
use crate::web::storage::{self, KeepError, Keeping};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
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
    written: StoredValue<Option<Work>>,
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

    /// Writes the work now, if it differs from what is written. At once where the code for it is
    /// here, which it is soon after the start.
    pub fn keep(self, work: &Work) {
        let unchanged = self.written.with_value(|written| written.as_ref() == Some(work));
        let untouched = *work == Work::default() && self.written.with_value(Option::is_none);
        if unchanged || untouched {
            return;
        }
        self.written.set_value(Some(work.clone()));
        let mut keeping = Box::pin(later::keep(work.clone(), self.keeping.get_untracked()));
        let done = move |result: Result<Result<(), KeepError>, _>| {
            // Code that cannot be fetched keeps nothing: the same as a blocked storage.
            self.failure.set(result.unwrap_or(Err(KeepError::Blocked)).err());
        };
        match later::at_once(keeping.as_mut()) {
            Some(result) => done(result),
            None => spawn_local(async move { done(keeping.await) }),
        }
    }

    /// Reads earlier work and hands it over; `None` when there is none or it cannot be read.
    pub fn restore(self, found: impl FnOnce(Option<Work>) + 'static) {
        spawn_local(async move {
            let restored = later::restore().await.ok().flatten();
            let work = restored.map(|(work, keeping)| {
                self.keeping.set(keeping);
                self.written.set_value(Some(work.clone()));
                work
            });
            found(work);
        });
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
