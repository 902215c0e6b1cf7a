//! "Your clipboard has more rows than the grid": a question, never a silent loss.

use super::grid_keys::GridHands;
use crate::exchange::clipboard::Block;
use crate::markup::Markup;
use crate::session::{Depth, GridColumn, PasteFit, RowKey};
use crate::text::{Lang, app, count, figures};
use crate::ui::app::use_app;
use crate::web::page;
use leptos::prelude::*;

/// A paste that waits for an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct PasteQuestion {
    pub row: RowKey,
    pub column: GridColumn,
    pub block: Block,
    pub fit: PasteFit,
}

/// The question with its answers; shows nothing when there is none.
#[component]
pub fn PasteQuestionView(hands: GridHands) -> impl IntoView {
    let state = use_app();
    let html = Signal::derive(move || {
        let by_area = state.session.with_untracked(|s| s.draft().depth == Depth::LevelsAndAreas);
        let lang = state.lang.get();
        hands.question.with(|paste| paste.as_ref().map(|paste| question(lang, paste, by_area)))
    });
    let html = Signal::derive(move || html.get().unwrap_or_default());
    let answer = move |event: web_sys::MouseEvent| {
        let Some(answer) = page::attribute_of_target(&event, ANSWER) else { return };
        match hands.question.get_untracked() {
            Some(paste) if answer != CANCEL => hands.paste(paste, answer == GROW),
            _ => hands.question.set(None),
        }
    };
    view! { <div aria-live="assertive" inner_html=html on:click=answer></div> }
}

const ANSWER: &str = "data-answer";
const GROW: &str = "grow";
const CUT: &str = "cut";
const CANCEL: &str = "cancel";

fn question(lang: Lang, paste: &PasteQuestion, by_area: bool) -> String {
    let mut html = Markup::default();
    html.tag("div").attribute("class", "question").attribute("role", "group");
    html.attribute("id", "paste-question").open();
    let over = count(lang, paste.fit.rows_over as u64);
    html.element("p", "", &figures::paste_question(lang, &over));
    let mut button = |answer: &str, words: &str| {
        html.tag("button").attribute("type", "button").attribute(ANSWER, answer).open();
        html.words(words).close("button").words(" ");
    };
    let parts = count(lang, paste.fit.parts_to_add as u64);
    let grow = match by_area {
        true => figures::paste_grow_areas(lang, &parts),
        false => figures::paste_grow_levels(lang, &parts),
    };
    if paste.fit.can_grow {
        button(GROW, &grow);
    }
    button(CUT, figures::paste_cut(lang));
    button(CANCEL, app::save_cancel(lang));
    if !paste.fit.can_grow {
        html.element("p", "", figures::paste_too_many(lang));
    }
    html.close("div");
    html.finish()
}
