//! What can be done about saving: on this computer or not, as a file, from a file, in other
//! formats, not at all.

use super::save_menu::SAVE;
use crate::exchange::project::{self, ProjectError};
use crate::session::Event;
use crate::text::{Lang, app};
use crate::ui::app::{Message, use_app};
use crate::ui::import::intake;
use crate::ui::screen::Screen;
use crate::web::file::{self, FileError};
use crate::web::storage::{self, Keeping};
use crate::web::{address, page};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The panel under the save state.
#[component]
pub fn SavePanel() -> impl IntoView {
    let state = use_app();
    let keeper = state.keeper;
    let failed = move || keeper.failure.get().is_some() && keeper.keeping.get() != Keeping::Nowhere;
    let long = move || {
        let lang = state.lang.get();
        match keeper.keeping.get() {
            _ if failed() => app::save_full_long(lang),
            Keeping::Tab => app::save_tab_long(lang),
            Keeping::Computer => app::save_computer_long(lang),
            Keeping::Nowhere => app::save_nowhere_long(lang),
        }
    };
    view! {
        <p>{long}</p>
        <ComputerChoice/>
        <FileActions/>
        <FurtherFormats/>
        <EraseEverything/>
    }
}

#[component]
fn ComputerChoice() -> impl IntoView {
    let state = use_app();
    let keep = move |_| {
        let work = state.session.with_untracked(|session| session.work().clone());
        state.keeper.move_to_computer(&work);
    };
    move || match state.keeper.keeping.get() {
        Keeping::Computer => Some(
            view! {
                <button type="button" on:click=move |_| state.keeper.move_to_tab()>
                    {state.t(app::save_off_computer)}
                </button>
            }
            .into_any(),
        ),
        _ if storage::computer_works() => Some(
            view! {
                <button type="button" on:click=keep>{state.t(app::save_on_computer)}</button>
            }
            .into_any(),
        ),
        _ => None,
    }
}

#[component]
fn FileActions() -> impl IntoView {
    let state = use_app();
    let download = move |_| {
        let (name, text) = state.session.with_untracked(|session| {
            (project::file_name(session.work()), project::write(session.work()))
        });
        if file::download(&name, project::MEDIA_TYPE, &text).is_err() {
            state.complain(file_error(state.lang.get_untracked(), FileError::DownloadRefused));
        }
    };
    let open = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let text = file::read_text(&chosen).await;
            // The same file can be chosen again only after the field is emptied.
            input.set_value("");
            let lang = state.lang.get_untracked();
            match text.map(|text| project::read(&text)) {
                Ok(Ok(work)) => {
                    state.apply(Event::Open(Box::new(work)));
                    let text = app::save_opened(lang).to_owned();
                    state.message.set(Some(Message { text, is_error: false, offers_undo: true }));
                }
                Ok(Err(error)) => state.complain(project_error(lang, error)),
                Err(error) => state.complain(file_error(lang, error)),
            }
        });
    };
    view! {
        <button type="button" on:click=download>{state.t(app::save_download)}</button>
        <p class="hint">{state.t(app::save_download_hint)}</p>
        <div class="file-choice">
            <input id="open-project" class="visually-hidden" type="file" accept=".json" on:change=open/>
            <label class="button" for="open-project">{state.t(app::save_open)}</label>
        </div>
    }
}

/// Opens the ways out in place of the screen, and closes the menu.
#[component]
fn FurtherFormats() -> impl IntoView {
    let state = use_app();
    let open = move |_| {
        page::set_attribute(SAVE, "open", None);
        match intake() {
            Some(intake) => intake.take_along(),
            // Before the ways in and out are here: the mirror has the same ones.
            None => address::go_to(Screen::Mirror.address()),
        }
    };
    view! {
        <button type="button" id="take-along" on:click=open>{state.t(app::save_formats)}</button>
        <p class="hint">{state.t(app::save_formats_hint)}</p>
    }
}

#[component]
fn EraseEverything() -> impl IntoView {
    let state = use_app();
    let asking = RwSignal::new(false);
    let erase = move |_| {
        state.apply(Event::EraseEverything);
        state.keeper.erase();
        asking.set(false);
        state.tell(app::save_erased(state.lang.get_untracked()).to_owned());
    };
    view! {
        <Show
            when=move || asking.get()
            fallback=move || view! {
                <button type="button" class="danger" on:click=move |_| asking.set(true)>
                    {state.t(app::save_erase)}
                </button>
            }
        >
            <div class="question" role="group">
                <p>{state.t(app::save_erase_question)}</p>
                <button type="button" class="danger" on:click=erase>
                    {state.t(app::save_erase_confirm)}
                </button>
                <button type="button" on:click=move |_| asking.set(false)>
                    {state.t(app::save_cancel)}
                </button>
            </div>
        </Show>
    }
}

fn file_error(lang: Lang, error: FileError) -> String {
    match error {
        FileError::DownloadRefused => app::file_download_refused(lang),
        FileError::Unreadable => app::file_unreadable(lang),
        FileError::TooLarge => app::file_too_large(lang),
    }
    .to_owned()
}

/// Why a project file cannot be opened, and what to do.
pub fn project_error(lang: Lang, error: ProjectError) -> String {
    match error {
        ProjectError::NotAProject => app::file_not_a_project(lang).to_owned(),
        ProjectError::Damaged { line } => app::file_damaged(lang, &line.to_string()),
        ProjectError::TooNew { version } => app::file_too_new(lang, &version.to_string()),
        ProjectError::OutOfBounds => app::file_out_of_bounds(lang).to_owned(),
    }
}
