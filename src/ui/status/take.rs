//! The forms that a status can be taken along in.

use super::paper::{document, no_figure};
use crate::exchange::message::Errand;
use crate::exchange::parts_json;
use crate::exchange::project;
use crate::exchange::write::{docx, html_file, markdown};
use crate::markup::Markup;
use crate::session::Work;
use crate::text::{Lang, export, status as texts};
use crate::ui::app::{App, use_app};
use crate::ui::export::format::Format;
use crate::ui::export::{BothLanguages, explain, wait};
use crate::ui::import::Busy;
use crate::web::worker::{self, FileKind};
use crate::web::{clock, page};
use crate::workforce::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

const FORMAT: &str = "data-status-format";
const FORMATS: [Format; 3] = [Format::Docx, Format::Html, Format::Text];

/// The buttons.
#[component]
pub fn TakeAlong(is_bilingual: RwSignal<bool>) -> impl IntoView {
    let state = use_app();
    let list = state.words(|lang| {
        let mut html = Markup::default();
        html.start("ul", "export-formats");
        for format in FORMATS {
            html.start("li", "").tag("button").attribute("type", "button");
            html.attribute(FORMAT, format.id()).open().words(format.words(lang).0);
            html.close("button").close("li");
        }
        html.close("ul");
        html.finish()
    });
    let take = move |event: web_sys::MouseEvent| {
        let id = page::attribute_of_target(&event, FORMAT);
        let format = id.and_then(|id| FORMATS.into_iter().find(|format| format.id() == id));
        if let Some(format) = format {
            hand_over(state, format, is_bilingual.get_untracked());
        }
    };
    view! {
        <section class="export no-print">
            <h2>{state.t(texts::formats)}</h2>
            <BothLanguages name="status" is_bilingual/>
            <div inner_html=list on:click=take></div>
        </section>
    }
}

fn hand_over(state: App, format: Format, is_bilingual: bool) {
    let lang = state.lang.get_untracked();
    let today = clock::today();
    let made = state
        .session
        .with_untracked(|session| made(session.work(), lang, format, is_bilingual, today));
    let Some((file, text)) = made else { return };
    spawn_local(async move {
        let done = wait(Busy::Writing, async {
            match format {
                Format::Docx => worker::make(Errand::Document, &file, &text).await,
                Format::Text => worker::copy(&text, "").await,
                _ => worker::save(&file, &text).await,
            }
        });
        match done.await {
            Ok(()) if format == Format::Text => {
                state.tell(export::format_text_copied(lang).to_owned());
            }
            Ok(()) => state.tell(export::trouble_downloaded(lang, &file.name)),
            Err(trouble) => explain(state, trouble),
        }
    });
}

/// The file, and its text or what the worker packs.
fn made(
    work: &Work,
    lang: Lang,
    format: Format,
    is_bilingual: bool,
    today: Date,
) -> Option<(FileKind, String)> {
    let document = document(work, lang, is_bilingual, today)?;
    let text = match format {
        Format::Docx => parts_json::write(&docx::parts(&document, &no_figure, today)),
        Format::Html => html_file::write(&document, &no_figure),
        _ => markdown::plain(&document, &no_figure),
    };
    let name = project::file_name(work);
    let name = name.trim_end_matches(".byspejl.json");
    let languages = if is_bilingual { "-da-en" } else { "" };
    let name = [name, "-", texts::file(lang), languages, format.ending()].concat();
    Some((FileKind { name, media_type: format.media_type() }, text))
}
