//! The save state, always visible; what can be done about it is in [`super::save_panel`].

use crate::text::app;
use crate::ui::app::use_app;
use crate::ui::later::{Later, Part};
use crate::web::storage::Keeping;
use leptos::prelude::*;

/// The line that opens the menu, to lead the focus back to.
pub const SAVE_MENU: &str = "save-menu";
/// The menu itself.
pub const SAVE: &str = "save";

/// The save state as a disclosure with its actions.
#[component]
pub fn SaveMenu() -> impl IntoView {
    let state = use_app();
    let keeper = state.keeper;
    let failed = move || keeper.failure.get().is_some() && keeper.keeping.get() != Keeping::Nowhere;
    let short = state.words(move |lang| {
        match keeper.keeping.get() {
            _ if failed() => app::save_full(lang),
            Keeping::Tab => app::save_tab(lang),
            Keeping::Computer => app::save_computer(lang),
            Keeping::Nowhere => app::save_nowhere(lang),
        }
        .to_owned()
    });
    let is_unsafe = move || failed() || keeper.keeping.get() == Keeping::Nowhere;
    let class = Signal::derive(move || {
        if is_unsafe() { "save-state save-unsafe" } else { "save-state" }.to_owned()
    });
    view! {
        <details class="save" id=SAVE>
            <summary id=SAVE_MENU>
                <span class=class data-save-state>{short}</span>
            </summary>
            <div class="save-panel"><Later part=Part::Save/></div>
        </details>
    }
}
