//! The menu of formats, with the choice of who is to see them.

use super::compose::Order;
use super::format::{Edition, Format};
use super::share::Share;
use super::{explain, wait};
use crate::markup::Markup;
use crate::text::{Lang, export};
use crate::ui::app::{App, use_app};
use crate::ui::import::{Busy, HEADING, intake};
use crate::ui::later;
use crate::ui::parts::choice::Choice;
use crate::web::worker::{self, Trouble};
use crate::web::{clock, page};
use leptos::prelude::*;
use leptos::task::spawn_local;

const FORMAT: &str = "data-format";

/// The menu. `name` tells its fields from those of another menu on the page; alone it stands in
/// place of the screen, and its heading is that of the page.
#[component]
pub fn Menu(
    name: &'static str,
    #[prop(optional)] is_alone: bool,
    /// Whether documents have both languages, where the page decides that elsewhere too.
    #[prop(optional)]
    is_bilingual: Option<RwSignal<bool>>,
) -> impl IntoView {
    let state = use_app();
    let is_bilingual = is_bilingual.unwrap_or_else(|| RwSignal::new(false));
    let edition = RwSignal::new(Edition::default());
    let list = Signal::derive(move || formats(state.lang.get(), edition.get(), is_alone));
    let take = move |event: web_sys::MouseEvent| {
        let id = page::attribute_of_target(&event, FORMAT);
        let format = id.and_then(|id| Format::all().find(|format| format.id() == id));
        if let Some(format) = format {
            hand_over(state, format, edition.get_untracked(), is_bilingual.get_untracked());
        }
    };
    let hint = state.t(export::lead);
    let heading = state.words(move |lang| {
        let mut html = Markup::default();
        let tag = if is_alone { "h1" } else { "h2" };
        html.tag(tag);
        if is_alone {
            html.attribute("id", HEADING).attribute("tabindex", "-1");
        }
        html.open().words(export::heading(lang)).close(tag);
        html.finish()
    });
    let explained = Signal::derive(move || match edition.get() {
        Edition::Internal => export::edition_internal_hint(state.lang.get()),
        Edition::Public => export::edition_public_hint(state.lang.get()),
    });
    // Fetched later than it was asked for: its heading was not there for the focus yet.
    if let Some(intake) = intake().filter(|_| is_alone) {
        intake.heading_came();
    }
    view! {
        <section class="export no-print">
            <div inner_html=heading></div>
            <p class="hint">{hint}</p>
            <Choice
                name=name
                legend=export::edition_legend
                options=vec![
                    (Edition::Internal, export::edition_internal as fn(Lang) -> &'static str),
                    (Edition::Public, export::edition_public),
                ]
                value=edition
                on_choose=move |chosen| edition.set(chosen)
            />
            <p class="hint" role="status">{explained}</p>
            <BothLanguages name is_bilingual/>
            <div inner_html=list on:click=take></div>
            <Share name/>
        </section>
    }
}

/// The choice of one document in both languages.
#[component]
pub fn BothLanguages(name: &'static str, is_bilingual: RwSignal<bool>) -> impl IntoView {
    let state = use_app();
    let id = [name, "-both"].concat();
    view! {
        <div class="option">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=is_bilingual
                on:change=move |event| is_bilingual.set(event_target_checked(&event))
            />
            <label for=id>{state.t(export::both)}</label>
        </div>
    }
}

fn formats(lang: Lang, edition: Edition, is_alone: bool) -> String {
    let mut html = Markup::default();
    let rank = if is_alone { "h2" } else { "h3" };
    for (heading, formats) in [
        (export::group_pledge(lang), &Format::PLEDGE[..]),
        (export::group_figures(lang), &Format::FIGURES),
        (export::group_work(lang), &Format::WORK),
    ] {
        html.element(rank, "", heading).start("ul", "export-formats");
        for format in formats {
            let (words, hint) = format.words(lang);
            let is_off = format.is_always_internal() && edition == Edition::Public;
            html.start("li", "").tag("button").attribute("type", "button");
            html.attribute(FORMAT, format.id());
            if is_off {
                html.attribute("disabled", "");
            }
            html.open().words(words).close("button").words(" ").start("span", "hint");
            html.words(hint);
            if is_off {
                html.words(" ").words(export::edition_always_internal(lang));
            }
            html.close("span").close("li");
        }
        html.close("ul");
    }
    html.finish()
}

fn hand_over(state: App, format: Format, edition: Edition, is_bilingual: bool) {
    let (work, lang) = (
        state.session.with_untracked(|session| session.work().clone()),
        state.lang.get_untracked(),
    );
    let order = Order { work, format, edition, lang, is_bilingual, today: clock::today() };
    spawn_local(async move {
        match wait(Busy::Writing, made(order)).await {
            Ok(said) => state.tell(said),
            Err(Failed::NothingToWrite) => {
                state.complain(export::trouble_not_comparable(lang).to_owned());
            }
            Err(Failed::Trouble(trouble)) => explain(state, trouble),
        }
    });
}

enum Failed {
    NothingToWrite,
    Trouble(Trouble),
}

/// Hands the empty sheet over, as a workbook or as CSV.
pub fn hand_over_template(state: App, is_workbook: bool) {
    let (work, lang) = (
        state.session.with_untracked(|session| session.work().clone()),
        state.lang.get_untracked(),
    );
    spawn_local(async move {
        let made = async {
            let made = later::template(work, lang, clock::today(), is_workbook).await;
            let made = made.map_err(|_| Trouble::Missing)?;
            match made.errand {
                Some(errand) => worker::make(errand, &made.file, &made.text).await,
                None => worker::save(&made.file, &made.text).await,
            }
        };
        if let Err(trouble) = wait(Busy::Writing, made).await {
            explain(state, trouble);
        }
    });
}

async fn made(order: Order) -> Result<String, Failed> {
    let (format, lang) = (order.format, order.lang);
    let made = later::compose(order).await.map_err(|_| Failed::Trouble(Trouble::Missing))?;
    let made = made.map_err(|_| Failed::NothingToWrite)?;
    let done = match made.errand {
        Some(errand) => worker::make(errand, &made.file, &made.text).await,
        None if format == Format::Text => worker::copy(&made.text, "").await,
        None => worker::save(&made.file, &made.text).await,
    };
    done.map_err(Failed::Trouble)?;
    Ok(match format {
        Format::Text => export::format_text_copied(lang).to_owned(),
        _ => export::trouble_downloaded(lang, &made.file.name),
    })
}
