//! "Your clipboard has more rows than the grid": a question, never a silent loss.

use super::grid_keys::GridHands;
use crate::exchange::clipboard::Block;
use crate::session::{Depth, GridColumn, PasteFit, RowKey};
use crate::text::{app, count, figures};
use crate::ui::app::use_app;
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
    let question = move |paste: PasteQuestion| {
        let lang = state.lang.get();
        let by_area = state.session.with_untracked(|s| s.draft().depth == Depth::LevelsAndAreas);
        let parts = count(lang, paste.fit.parts_to_add as u64);
        let grow = if by_area {
            figures::paste_grow_areas(lang, &parts)
        } else {
            figures::paste_grow_levels(lang, &parts)
        };
        let (growing, cutting) = (paste.clone(), paste.clone());
        let answer = if paste.fit.can_grow {
            view! {
                <button type="button" on:click=move |_| hands.paste(growing.clone(), true)>
                    {grow}
                </button>
            }
            .into_any()
        } else {
            view! { <p>{figures::paste_too_many(lang)}</p> }.into_any()
        };
        view! {
            <div class="question" role="group" aria-live="assertive" id="paste-question">
                <p>{figures::paste_question(lang, &count(lang, paste.fit.rows_over as u64))}</p>
                {answer}
                <button type="button" on:click=move |_| hands.paste(cutting.clone(), false)>
                    {figures::paste_cut(lang)}
                </button>
                <button type="button" on:click=move |_| hands.question.set(None)>
                    {app::save_cancel(lang)}
                </button>
            </div>
        }
    };
    move || hands.question.get().map(question)
}
