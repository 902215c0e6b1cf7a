//! Pages about the product: method, sources, official tables, privacy, accessibility.
//!
//! Nothing is typed in here but thresholds on the method page, so each other page is one piece of
//! markup, written anew when the language changes.

mod accessibility;
mod method;
mod official_table;
mod privacy;
mod sources;
mod start;
mod thresholds;

use super::app::use_app;
use super::screen::Screen;
use crate::markup::Markup;
use crate::text::Lang;
use leptos::prelude::*;

/// The page of a screen; empty for screens that are no pages.
#[component]
pub fn Page(screen: Screen) -> impl IntoView {
    let state = use_app();
    let html = move || {
        let lang = state.lang.get();
        let mut html = Markup::default();
        match screen {
            Screen::Sources => state.session.with(|session| {
                sources::write(&mut html, lang, session.draft().own_benchmark.as_deref());
            }),
            Screen::OfficialTable => official_table::write(&mut html, lang),
            Screen::Privacy => privacy::write(&mut html, lang),
            Screen::Accessibility => accessibility::write(&mut html, lang),
            Screen::Start => start::write(&mut html, lang),
            Screen::Figures
            | Screen::Method
            | Screen::Mirror
            | Screen::Path
            | Screen::Pledge
            | Screen::Years
            | Screen::Board
            | Screen::Status => {}
        }
        html.finish()
    };
    if screen == Screen::Method {
        return view! { <method::MethodPage/> }.into_any();
    }
    let class = if screen == Screen::Start { "screen" } else { "page" };
    view! { <div class=class inner_html=html></div> }.into_any()
}

/// Writes a list of texts.
fn list(html: &mut Markup, lang: Lang, name: &str, texts: &[fn(Lang) -> &'static str]) {
    html.start(name, "");
    for text in texts {
        html.element("li", "", text(lang));
    }
    html.close(name);
}
