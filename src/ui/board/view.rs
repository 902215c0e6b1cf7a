//! What the overview screen shows: the ways in, how far reading is, the tables.

use super::flow::{HEADING, Overview, RESULT, Stage};
use super::table::{self, CSV};
use crate::board::{Due, Summary};
use crate::markup::Markup;
use crate::report::tables::Tables;
use crate::text::{self, Counted, Lang, board};
use crate::ui::app::use_app;
use crate::web::page;
use crate::web::worker::ARRIVED;
use leptos::prelude::*;

/// The element that hears of arrivals while it is there (see `public/office-page.js`).
const BOARD: &str = "board";

const ACT: &str = "data-board-act";
const STOP: &str = "stop";
const RESTART: &str = "restart";
const WORKBOOK: &str = "xlsx";

/// The screen.
#[component]
pub fn Board() -> impl IntoView {
    let state = use_app();
    let overview = Overview::new(state);
    let entry = Signal::derive(move || {
        let lang = state.lang.get();
        overview.stage.with(|stage| ways_in(lang, stage))
    });
    let shown = Signal::derive(move || {
        let lang = state.lang.get();
        let tables = overview.tables();
        overview.stage.with(|stage| match (stage, tables) {
            (Stage::Shown(summary), Some(tables)) => result(lang, summary, &tables),
            _ => String::new(),
        })
    });
    let change = move |event: web_sys::Event| {
        let is_own = page::attribute_of_target(&event, "id").as_deref() == Some(BOARD);
        if is_own && page::attribute_of_target(&event, ARRIVED).is_some() {
            overview.receive();
        }
    };
    let click = move |event: web_sys::MouseEvent| {
        match page::attribute_of_target(&event, ACT).as_deref() {
            Some(STOP) => return overview.stop(),
            Some(RESTART) => return overview.restart(),
            Some(WORKBOOK) => return overview.keep_workbook(),
            _ => {}
        }
        let place = page::attribute_of_target(&event, CSV).and_then(|place| place.parse().ok());
        if let Some(place) = place {
            overview.keep_sheet(place);
        }
    };
    let is_reading = move || overview.stage.with(|stage| *stage == Stage::Reading);
    view! {
        <div class="screen board-screen" id=BOARD on:change=change on:click=click>
            <h1 id=HEADING tabindex="-1">{state.t(board::heading)}</h1>
            <p class="lead">{state.t(board::lead)}</p>
            <div class="no-print" inner_html=entry></div>
            <Show when=is_reading>
                <Progress overview/>
            </Show>
            <div inner_html=shown></div>
        </div>
    }
}

/// How far reading is. Its numbers change many times a second, so they are not read out.
#[component]
fn Progress(overview: Overview) -> impl IntoView {
    let state = overview.state;
    let words = move || {
        let lang = state.lang.get();
        let (done, total) = overview.progress.get();
        board::reading_progress(
            lang,
            &text::count(lang, done as u64),
            &text::count(lang, total as u64),
        )
    };
    view! {
        <div class="board-progress no-print">
            <progress
                max=move || overview.progress.get().1.to_string()
                prop:value=move || overview.progress.get().0 as f64
                aria-labelledby="board-progress"
            ></progress>
            <p id="board-progress">{words}</p>
            <button type="button" data-board-act=STOP>{state.t(board::reading_cancel)}</button>
        </div>
    }
}

/// The ways in; nothing while files are read.
fn ways_in(lang: Lang, stage: &Stage) -> String {
    let mut html = Markup::default();
    let is_first = match stage {
        Stage::Reading => return String::new(),
        Stage::Empty => true,
        Stage::Shown(_) => false,
    };
    html.start("p", "actions");
    let words = if is_first { board::choose(lang) } else { board::add(lang) };
    field(&mut html, "board-files", words, is_first, &[("accept", ".json"), ("multiple", "")]);
    let folder = [("webkitdirectory", ""), ("multiple", "")];
    field(&mut html, "board-folder", board::choose_folder(lang), false, &folder);
    if !is_first {
        button(&mut html, RESTART, board::restart(lang), "link");
    }
    html.close("p");
    if is_first {
        html.element("p", "hint", board::hint(lang));
        html.element("p", "hint", board::hint_public(lang));
    }
    html.finish()
}

/// Writes a field for files that looks like a button.
fn field(html: &mut Markup, id: &str, words: &str, is_primary: bool, more: &[(&str, &str)]) {
    html.start("span", "file-choice").tag("input").attribute("class", "visually-hidden");
    html.attribute("type", "file").attribute("id", id).attribute("data-open-file", "");
    for (name, value) in more {
        html.attribute(name, value);
    }
    html.empty().tag("label").attribute("for", id);
    html.attribute("class", if is_primary { "button primary" } else { "button" }).open();
    html.words(words).close("label").close("span").words(" ");
}

fn button(html: &mut Markup, act: &str, words: &str, class: &str) {
    html.tag("button").attribute("type", "button").attribute(ACT, act);
    if !class.is_empty() {
        html.attribute("class", class);
    }
    html.open().words(words).close("button").words(" ");
}

fn result(lang: Lang, summary: &Summary, tables: &Tables) -> String {
    let mut html = Markup::default();
    html.tag("h2").attribute("id", RESULT).attribute("tabindex", "-1").open();
    html.words(&heading(summary, tables)).close("h2").start("ul", "board-said");
    for said in said(lang, summary) {
        html.element("li", "", &said);
    }
    html.close("ul").start("p", "actions no-print");
    button(&mut html, WORKBOOK, board::save_xlsx(lang), "primary");
    html.close("p");
    for (place, sheet) in tables.sheets.iter().enumerate() {
        table::write(&mut html, lang, place, sheet);
    }
    html.finish()
}

/// How many there are, as of when.
fn heading(summary: &Summary, tables: &Tables) -> String {
    let base = tables.sheets.first().and_then(|sheet| sheet.intro.first());
    match summary.pledges {
        0 => board::said_none(tables.lang).to_owned(),
        _ => base.cloned().unwrap_or_default(),
    }
}

/// What there is to know about the files before the tables.
fn said(lang: Lang, summary: &Summary) -> Vec<String> {
    let due = summary.reviews.iter().filter(|review| review.due == Due::Now).count();
    let counted: [(usize, Counted); 6] = [
        (summary.pledges, board::said_pledges),
        (due, board::said_now),
        (summary.internal, board::said_internal),
        (summary.repeats.len(), board::said_repeats),
        (summary.skipped.len(), board::said_skipped),
        (summary.left_out, board::said_left_out),
    ];
    let few = (summary.pledges > 0 && summary.pooled.is_none()).then(|| board::said_few(lang));
    let counted = counted.into_iter().filter(|(number, _)| *number > 0);
    let counted = counted.map(|(number, words)| words(lang, &text::count(lang, number as u64)));
    counted.chain(few.map(str::to_owned)).collect()
}
