//! When the program fails: a message, and the work as a file.
//!
//! A panic ends the program, so the message is plain HTML and the download a plain link whose
//! data the browser already holds. Nothing in it needs the program any more.

use super::file;
use crate::text::{Lang, app};
use std::cell::RefCell;
use std::panic;
use web_sys::{Document, Element};

/// What the rescued work is called.
const FILE_NAME: &str = "byspejl.byspejl.json";

thread_local! {
    static LAST_WORK: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Remembers the newest work as the project file's text.
pub fn remember(work: String) {
    LAST_WORK.with(|last| *last.borrow_mut() = work);
}

/// Shows the message when the program panics.
pub fn install() {
    panic::set_hook(Box::new(|information| {
        web_sys::console::error_1(&information.to_string().into());
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            // Nothing more can be done when even this fails: the console has the reason.
            let _ = show(&document);
        }
    }));
}

fn show(document: &Document) -> Option<()> {
    let page = document.get_element_by_id("crash").or_else(|| document.body().map(Into::into))?;
    let message = document.create_element("div").ok()?;
    message.set_class_name("crash");
    message.set_attribute("role", "alertdialog").ok()?;
    message.set_attribute("aria-label", app::crash_title(Lang::Da)).ok()?;
    for lang in Lang::ALL {
        let section = child(document, &message, "section", "")?;
        section.set_attribute("lang", lang.tag()).ok()?;
        child(document, &section, "h2", app::crash_title(lang))?;
        let work = LAST_WORK.with(|last| last.try_borrow().map(|last| last.clone()).ok());
        let work = work.filter(|work| !work.is_empty());
        let text = match work {
            Some(_) => app::crash_text(lang),
            None => app::crash_text_without_work(lang),
        };
        child(document, &section, "p", text)?;
        let actions = child(document, &section, "p", "")?;
        if let Some(work) = work
            && let Ok(address) = file::text_address(&work, "application/json")
        {
            let link = child(document, &actions, "a", app::crash_download(lang))?;
            link.set_attribute("href", &address).ok()?;
            link.set_attribute("download", FILE_NAME).ok()?;
            link.set_class_name("button");
        }
        let reload = child(document, &actions, "a", app::crash_reload(lang))?;
        reload.set_attribute("href", "?").ok()?;
    }
    page.prepend_with_node_1(&message).ok()
}

fn child(document: &Document, parent: &Element, name: &str, text: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}
