//! The page's program: mounts the app into `#app`, where the static shell was.

use byspejl::ui::Page;
use byspejl::web::{crash, page};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn main() {
    crash::install();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        // The app lives as long as the page; nothing ever unmounts it.
        leptos::mount::mount_to(root, Page).forget();
        page::mark("byspejl-ready");
    }
}
