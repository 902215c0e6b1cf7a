//! The document around the app: title, language, focus, scrolling, printing, moments.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// How long a browser that cannot tell when it is idle is left alone after the start.
const IDLE_MS: i32 = 2000;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets the title of the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Tells screen readers and hyphenation which language the page is in.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Only fails on an invalid attribute name.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Moves the keyboard focus to the element with this id; says whether it is there.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    match element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// Moves the focus as [`focus`] does and scrolls until all of the element is seen, for what lies in
/// a part that scrolls by itself: a browser is content with a corner of it.
pub fn focus_in_sight(id: &str) {
    focus(id);
    with_element(id, |element| {
        let place = ScrollIntoViewOptions::new();
        place.set_block(ScrollLogicalPosition::Nearest);
        place.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&place);
    });
}

/// Makes an empty element with this id, the first one inside another; `None` where that is not.
pub fn make_first_in(parent: &str, id: &str) -> Option<HtmlElement> {
    let document = document()?;
    let element = document.create_element("div").ok()?;
    element.set_attribute("id", id).ok()?;
    document.get_element_by_id(parent)?.prepend_with_node_1(&element).ok()?;
    element.dyn_into::<HtmlElement>().ok()
}

/// The value of an attribute of the element an event came from, or of the nearest one around it.
pub fn attribute_of_target(event: &Event, name: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

fn with_element(id: &str, change: impl FnOnce(Element)) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        change(element);
    }
}

/// Sets an attribute of the element with this id, or takes it away.
pub fn set_attribute(id: &str, name: &str, value: Option<&str>) {
    with_element(id, |element| {
        // Only fails on an invalid attribute name.
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    });
}

/// Sets the text of the element with this id.
pub fn set_text(id: &str, text: &str) {
    with_element(id, |element| element.set_text_content(Some(text)));
}

/// Sets what stands in the input with this id, if it is something else.
pub fn set_value(id: &str, text: &str) {
    with_element(id, |element| {
        if let Ok(input) = element.dyn_into::<HtmlInputElement>()
            && input.value() != text
        {
            input.set_value(text);
        }
    });
}

/// Scrolls to the top, as a new page would.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's print dialogue; says whether it could.
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}

/// Calls back when the page is hidden or left, for as long as it lives: the last moment to save.
pub fn on_leave(mut leaving: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |_| leaving());
    if let Some(window) = web_sys::window() {
        // Without the event, work is still saved a quarter of a second after each change.
        let _ =
            window.add_event_listener_with_callback("pagehide", listener.as_ref().unchecked_ref());
        if let Some(document) = window.document() {
            let _ = document.add_event_listener_with_callback(
                "visibilitychange",
                listener.as_ref().unchecked_ref(),
            );
        }
    }
    // Lives as long as the page.
    let _ = listener.into_js_value();
}

/// Calls back once, when the browser has nothing more urgent to do.
pub fn when_idle(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let work = Closure::once_into_js(work);
    let work = work.unchecked_ref();
    // Throws where the browser does not know it.
    if window.request_idle_callback(work).is_err() {
        // Only fails on a string, which would be compiled.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work, IDLE_MS);
    }
}

/// Leaves a named moment in the browser's performance record.
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // Only fails on reserved names.
        let _ = performance.mark(name);
    }
}
