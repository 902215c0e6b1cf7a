//! The document of a status: as it will be printed, and as it is written into files.

use crate::chart::Spec;
use crate::exchange::html;
use crate::exchange::office::StatusCase;
use crate::report::{self, Document, FigureId, status};
use crate::session::Work;
use crate::text::Lang;
use crate::ui::app::use_app;
use crate::web::clock;
use crate::workforce::Date;
use leptos::prelude::*;

/// The status of the work in one language or in both; `None` while no pledge is open.
pub(super) fn document(
    work: &Work,
    lang: Lang,
    is_bilingual: bool,
    today: Date,
) -> Option<Document> {
    // Levels have names in each language, so each is a case of its own.
    let one = |lang| {
        let case = StatusCase::of(work, lang, today)?;
        Some(status::document(&case.status(), lang))
    };
    match is_bilingual {
        true => Some(report::bilingual(one(Lang::Da)?, one(Lang::En)?)),
        false => one(lang),
    }
}

/// A status has no figures that are drawn.
pub(super) fn no_figure(_: FigureId, _: Lang) -> Spec {
    Spec::default()
}

/// The document as it will be printed.
#[component]
pub fn Paper(is_bilingual: RwSignal<bool>) -> impl IntoView {
    let state = use_app();
    let html = Memo::new(move |_| {
        let (lang, both) = (state.lang.get(), is_bilingual.get());
        let document =
            state.session.with(|session| document(session.work(), lang, both, clock::today()));
        document.map(|document| html::document(&document, &|_, _| Default::default()))
    });
    view! { <div class="paper" id="paper" inner_html=move || html.get().unwrap_or_default()></div> }
}
