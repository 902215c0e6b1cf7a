//! The page's address: the fragment names the screen, the query only look and language.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// The fragment without its "#"; empty when there is none.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Leads to another screen, as following a link to this address would.
pub fn go_to(address: &str) {
    if let Some(window) = web_sys::window() {
        // Only a page in a forbidding sandbox refuses; its links still work.
        let _ = window.location().set_hash(address);
    }
}

/// The value of a query parameter.
pub fn query(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Calls back whenever the fragment changes, for as long as the page lives.
pub fn on_fragment_change(mut changed: impl FnMut(String) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |_| changed(fragment()));
    if let Some(window) = web_sys::window() {
        // A page that cannot listen still works by its links' first load.
        let _ = window
            .add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    }
    // One listener for the whole life of the page; handing it to JavaScript is its end.
    let _ = listener.into_js_value();
}
