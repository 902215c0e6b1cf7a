//! The import on the page: the stage, what is being waited for, and the sign for a dragged file.
//!
//! All of it is markup, written anew when something changes; what is clicked or changed is known
//! by its attributes (see [`super::marks`]).

use super::marks::{
    ACT, CHOICE, CLOSE, COMPARE, FIGURE, FILE, OPTION, PART, QUESTION, READ_PASTED, STOP,
    TAKE_SHARED, UP, USE,
};
use super::stage::{Busy, Intake, Stage};
use super::{OFFICE, offer, paste_box, preview, questions, refusal, shared, table, understood};
use crate::markup::Markup;
use crate::text::{Lang, app, import};
use crate::ui::later::{Later, Part};
use crate::ui::screen::Screen;
use crate::web::worker::{self, ARRIVED, Together};
use crate::web::{address, page};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A wait that is shorter says nothing.
const PATIENCE: Duration = Duration::from_millis(350);
/// What an address with work in it begins with.
const LINK: &str = "#/link/";

#[component]
pub fn Office(intake: Intake) -> impl IntoView {
    let state = intake.state;
    let html = Signal::derive(move || {
        let lang = state.lang.get();
        intake.together.with(|together| intake.stage.with(|stage| shown(lang, stage, together)))
    });
    spawn_local(async move {
        // Without the script files are still opened in the save menu.
        let _ = worker::listen(LINK).await;
    });
    close_with_screen(intake);
    let sign = state.words(|lang| {
        let mut html = Markup::default();
        html.element("p", "", import::drop(lang));
        html.finish()
    });
    view! {
        <div
            id=OFFICE
            class="no-print"
            on:change=move |event| on_change(intake, &event)
            on:input=move |event| on_input(intake, &event)
            on:click=move |event| on_click(intake, &event)
            on:keydown=move |event| on_key(intake, &event)
            on:focusin=move |event| point(intake, &event)
            on:mouseover=move |event| point(intake, &event)
        >
            <div class="office-stage" inner_html=html></div>
            <Show when=move || intake.stage.with(|stage| *stage == Stage::TakeAlong)>
                <div class="office-export">
                    <Later part=Part::TakeAlong/>
                    <p class="actions">
                        <button type="button" data-act=CLOSE>{state.t(app::save_close)}</button>
                    </p>
                </div>
            </Show>
            <Waiting intake/>
            <div id="office-drop" class="office-drop" hidden inner_html=sign></div>
        </div>
    }
}

fn shown(lang: Lang, stage: &Stage, together: &Together) -> String {
    let mut html = Markup::default();
    match stage {
        // The ways out are views of their own, because they hold state.
        Stage::Closed | Stage::TakeAlong => {}
        Stage::PasteBox { is_empty } => paste_box::write(&mut html, lang, *is_empty),
        Stage::Preview(preview) => preview::write(&mut html, lang, preview, together),
        Stage::Refused { name, refusal } => {
            refusal::write(&mut html, lang, name, refusal, together)
        }
        Stage::Trouble(trouble) => refusal::write_trouble(&mut html, lang, *trouble, together),
        Stage::Folder => refusal::write_folder(&mut html, lang),
        Stage::Opened { name } => refusal::write_opened(&mut html, lang, name, together),
        Stage::Offer { name, offer } => offer::write(&mut html, lang, name, offer, together),
        Stage::Shared(work) => shared::write(&mut html, lang, work),
        Stage::BadLink(failure) => shared::write_bad(&mut html, lang, *failure),
    }
    html.finish()
}

/// Going to another screen leaves the import; nothing was taken over.
fn close_with_screen(intake: Intake) {
    Effect::new(move |before: Option<()>| {
        intake.state.screen.track();
        if before.is_some() && intake.stage.with_untracked(|stage| *stage != Stage::Closed) {
            intake.show(Stage::Closed);
        }
    });
}

/// What is being waited for, once it takes longer than a blink, with a way to stop it.
#[component]
fn Waiting(intake: Intake) -> impl IntoView {
    let is_long = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let is_busy = intake.busy.get().is_some();
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            if is_busy {
                *timer = set_timeout_with_handle(move || is_long.set(true), PATIENCE).ok();
            }
        });
        if !is_busy {
            is_long.set(false);
        }
    });
    let html = Signal::derive(move || match intake.busy.get() {
        Some(busy) if is_long.get() => waiting(intake.state.lang.get(), busy),
        _ => String::new(),
    });
    view! { <div class="office-waiting" role="status" aria-live="polite" inner_html=html></div> }
}

fn waiting(lang: Lang, busy: Busy) -> String {
    let words = match busy {
        Busy::Reading => import::busy_reading(lang),
        Busy::Writing => import::busy_writing(lang),
        Busy::Linking => import::busy_linking(lang),
    };
    let mut html = Markup::default();
    html.start("div", "office-wait").tag("progress").attribute("aria-label", words);
    html.open().close("progress").element("p", "", words);
    button(&mut html, "", STOP, import::busy_cancel(lang));
    html.close("div");
    html.finish()
}

/// Writes a button that does this.
pub(super) fn button(html: &mut Markup, class: &str, act: &str, words: &str) {
    html.tag("button").attribute("type", "button").attribute(ACT, act);
    if !class.is_empty() {
        html.attribute("class", class);
    }
    html.open().words(words).close("button").words(" ");
}

fn number(event: &web_sys::Event, name: &str) -> Option<usize> {
    page::attribute_of_target(event, name)?.parse().ok()
}

fn on_change(intake: Intake, event: &web_sys::Event) {
    if let Some(question) = number(event, QUESTION) {
        if let Some(option) = number(event, OPTION) {
            questions::choose(intake, question, option);
        }
    } else if let Some(part) = number(event, PART) {
        understood::correct(intake, part, &event_target_value(event));
    } else if let Some(choice) = page::attribute_of_target(event, CHOICE) {
        offer::choose(intake, &choice, &event_target_value(event));
    } else if page::attribute_of_target(event, ARRIVED).is_some() && is_from_office(event) {
        intake.receive();
    }
}

/// Whether the change is the office's own and not that of a field in it.
fn is_from_office(event: &web_sys::Event) -> bool {
    page::attribute_of_target(event, "id").as_deref() == Some(OFFICE)
}

fn on_input(intake: Intake, event: &web_sys::Event) {
    if page::attribute_of_target(event, "id").as_deref() == Some(paste_box::FIELD) {
        intake.pasted.set_value(event_target_value(event));
    }
}

fn on_click(intake: Intake, event: &web_sys::MouseEvent) {
    if let Some(question) = number(event, QUESTION) {
        let up = page::attribute_of_target(event, UP);
        if let Some((option, up)) = number(event, OPTION).zip(up) {
            questions::step(intake, question, option, up == "1");
        }
        return;
    }
    if let Some(file) = number(event, FILE) {
        return spawn_local(worker::turn_to(file));
    }
    match page::attribute_of_target(event, ACT).as_deref() {
        Some(USE) => intake.use_figures(),
        Some(COMPARE) => intake.use_benchmark(),
        Some(READ_PASTED) => intake.read_pasted(),
        Some(TAKE_SHARED) => intake.take_shared(),
        Some(STOP) => spawn_local(worker::cancel()),
        Some(CLOSE) => {
            intake.show(Stage::Closed);
            if address::fragment().starts_with(&LINK[1..]) {
                // A reload would ask again.
                address::go_to(Screen::Start.address());
            }
        }
        _ => {}
    }
}

fn on_key(intake: Intake, event: &web_sys::KeyboardEvent) {
    if event.key() == "Escape" && intake.stage.with_untracked(|stage| *stage != Stage::Closed) {
        intake.show(Stage::Closed);
    } else if let Some(place) = page::attribute_of_target(event, FIGURE)
        && table::walk(intake, &place, &event.key())
    {
        event.prevent_default();
    }
}

fn point(intake: Intake, event: &web_sys::Event) {
    if let Some(place) = page::attribute_of_target(event, FIGURE) {
        table::tell(intake, &place);
    }
}
