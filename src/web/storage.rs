//! Where work is kept between reloads: this tab, this computer, or nowhere.
//!
//! By default work lives in this tab only (sessionStorage). localStorage is written only after
//! the user has asked for it. A browser may block either: gloo-storage panics then, so each is
//! probed by hand before gloo is let near it, and the probe's answer is remembered.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::OnceCell;

const WORK: &str = "byspejl.work";
const LANGUAGE: &str = "byspejl.language";
const PROBE: &str = "byspejl.probe";

/// Where work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Until this tab is closed.
    Tab,
    /// On this computer, until it is erased. Only by the user's own choice.
    Computer,
    /// Storage is blocked: work lasts as long as the page is open.
    Nowhere,
}

/// Why work could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepError {
    /// The browser's storage is blocked: download the work as a file.
    Blocked,
    /// The browser's storage is full: download the work as a file.
    Full,
}

thread_local! {
    static SESSION: OnceCell<bool> = const { OnceCell::new() };
    static LOCAL: OnceCell<bool> = const { OnceCell::new() };
}

fn works(storage: Result<Option<web_sys::Storage>, wasm_bindgen::JsValue>) -> bool {
    let Ok(Some(storage)) = storage else { return false };
    storage.set_item(PROBE, "1").is_ok() && storage.remove_item(PROBE).is_ok()
}

fn session_works() -> bool {
    SESSION.with(|known| {
        *known.get_or_init(|| web_sys::window().is_some_and(|w| works(w.session_storage())))
    })
}

/// Whether the user could choose to save on this computer.
pub fn computer_works() -> bool {
    LOCAL.with(|known| {
        *known.get_or_init(|| web_sys::window().is_some_and(|w| works(w.local_storage())))
    })
}

/// Whether there is earlier work to read.
pub fn has_work() -> bool {
    let holds = |storage: web_sys::Storage| storage.get_item(WORK).ok().flatten().is_some();
    (session_works() && holds(SessionStorage::raw()))
        || (computer_works() && holds(LocalStorage::raw()))
}

/// Earlier work with the place it was kept in. The tab's own work wins, because it is newer.
/// Work that cannot be read is left where it is and not touched.
pub fn load<Stored: DeserializeOwned>() -> Option<(Stored, Keeping)> {
    let on_computer =
        computer_works() && LocalStorage::raw().get_item(WORK).ok().flatten().is_some();
    if session_works()
        && let Ok(work) = SessionStorage::get::<Stored>(WORK)
    {
        return Some((work, if on_computer { Keeping::Computer } else { Keeping::Tab }));
    }
    if on_computer && let Ok(work) = LocalStorage::get::<Stored>(WORK) {
        return Some((work, Keeping::Computer));
    }
    None
}

/// The best place that needs no choice by the user.
pub fn default_keeping() -> Keeping {
    if session_works() { Keeping::Tab } else { Keeping::Nowhere }
}

/// Keeps the work.
///
/// # Errors
/// See [`KeepError`]; what was kept before stays.
pub fn keep(work: &impl Serialize, keeping: Keeping) -> Result<(), KeepError> {
    if keeping == Keeping::Nowhere {
        return Err(KeepError::Blocked);
    }
    if session_works() {
        SessionStorage::set(WORK, work).map_err(|_| KeepError::Full)?;
    }
    if keeping == Keeping::Computer {
        if !computer_works() {
            return Err(KeepError::Blocked);
        }
        LocalStorage::set(WORK, work).map_err(|_| KeepError::Full)?;
    }
    Ok(())
}

/// Takes the work off this computer and keeps it in the tab.
pub fn forget_computer() {
    if computer_works() {
        LocalStorage::delete(WORK);
    }
}

/// Removes every trace from both places.
pub fn erase() {
    if session_works() {
        SessionStorage::delete(WORK);
        SessionStorage::delete(LANGUAGE);
    }
    forget_computer();
}

/// The language chosen in this tab.
pub fn language() -> Option<String> {
    session_works().then(|| SessionStorage::raw().get_item(LANGUAGE).ok()).flatten().flatten()
}

/// Remembers the language for this tab; where storage is blocked it lasts until a reload.
pub fn set_language(tag: &str) {
    if session_works() {
        // A full storage loses nothing that was entered: the language is chosen again.
        let _ = SessionStorage::raw().set_item(LANGUAGE, tag);
    }
}
