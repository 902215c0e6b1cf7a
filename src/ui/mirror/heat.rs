//! Levels crossed with areas as a table to walk about in: each cell with its number, its verdict's
//! sign and pattern; the cell that has the focus stands in words below.
//!
//! On paper the picture stands in its place, because thirty columns fit no sheet. Absent: what
//! stands in the cells ([`crate::report::crossing_figure`]).

use crate::chart::{self, Frame, Heat, Key, Row, Shape, Spec, SvgOptions, Tone};
use crate::markup::Markup;
use crate::report::crossing_figure;
use crate::text::{Lang, mirror, standing};
use crate::ui::app::use_app;
use crate::ui::export::FigureActions;
use crate::web::page;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::KeyboardEvent;

/// Where a cell is: line and column, joined by a hyphen.
const PLACE: &str = "data-place";
/// The width of the picture on paper, CSS pixels.
const PAPER: f64 = 680.0;

type Place = (usize, usize);

fn cell_id((line, column): Place) -> String {
    ["heat", &line.to_string(), &column.to_string()].join("-")
}

/// The place of the cell that an event came from.
fn place_of(event: &web_sys::Event) -> Option<Place> {
    let place = page::attribute_of_target(event, PLACE)?;
    let (line, column) = place.split_once('-')?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// The table with everything around it.
#[component]
pub fn HeatTable(#[prop(into)] spec: Signal<Arc<Spec>>) -> impl IntoView {
    let state = use_app();
    let cursor = RwSignal::new(None::<Place>);
    // A table of another size may not have the cell.
    Effect::new(move |_| {
        spec.track();
        cursor.set(None);
    });
    let reading = Signal::derive(move || {
        let told = cursor.get().and_then(|(line, column)| {
            let told = state.with_subject(|lang, subject| {
                let result = subject.result(crossing_figure::scope(subject, line, column)?)?;
                Some(standing::standing(lang, subject, result))
            });
            told.flatten()
        });
        told.unwrap_or_else(|| mirror::crossing_hint(state.lang.get()).to_owned())
    });
    let enter = move |event: web_sys::FocusEvent| {
        let Some(place) = place_of(&event) else { return };
        // One cell of the table is in the order of the Tab key: the one last looked at.
        let before = cursor.get_untracked().unwrap_or_default();
        page::set_attribute(&cell_id(before), "tabindex", Some("-1"));
        page::set_attribute(&cell_id(place), "tabindex", Some("0"));
        cursor.set(Some(place));
    };
    let press = move |event: KeyboardEvent| {
        let to = place_of(&event).and_then(|place| next(&spec.get_untracked(), place, &event));
        if let Some(to) = to {
            event.prevent_default();
            page::focus_in_sight(&cell_id(to));
        }
    };
    let pictures = Signal::derive(move || on_paper(state.lang.get(), &spec.get()));
    let cells = Signal::derive(move || written(state.lang.get(), &spec.get()));
    let marks = Signal::derive(move || legend(&spec.get()));
    view! {
        <figure class="figure heat" id="crossing-figure">
            <figcaption>{move || spec.get().title.clone()}</figcaption>
            <p class="figure-lead">{move || spec.get().lead.clone()}</p>
            <div class="heat-screen">
                <div inner_html=cells on:focusin=enter on:keydown=press></div>
                <p class="heat-reading" role="status">{reading}</p>
                <div inner_html=marks></div>
            </div>
            <div class="heat-paper" inner_html=pictures></div>
            <p class="source">
                {move || spec.get().notes.join(" ")}" "{move || spec.get().base.clone()}". "
                {move || spec.get().source.clone()}
            </p>
            <FigureActions spec/>
        </figure>
    }
}

/// Where a key leads from a cell; `None` when it leads nowhere.
fn next(spec: &Spec, (line, column): Place, event: &KeyboardEvent) -> Option<Place> {
    let Shape::Heat(heat) = &spec.shape else { return None };
    let last = (heat.lines.len().checked_sub(1)?, heat.columns.len().checked_sub(1)?);
    let far = event.ctrl_key() || event.meta_key();
    Some(match event.key().as_str() {
        "ArrowUp" if far => (0, column),
        "ArrowDown" if far => (last.0, column),
        "ArrowLeft" if far => (line, 0),
        "ArrowRight" if far => (line, last.1),
        "ArrowUp" => (line.saturating_sub(1), column),
        "ArrowDown" => ((line + 1).min(last.0), column),
        "ArrowLeft" => (line, column.saturating_sub(1)),
        "ArrowRight" => (line, (column + 1).min(last.1)),
        "Home" if far => (0, 0),
        "End" if far => last,
        "Home" => (line, 0),
        "End" => (line, last.1),
        _ => return None,
    })
}

fn written(lang: Lang, spec: &Spec) -> String {
    let Shape::Heat(heat) = &spec.shape else { return String::new() };
    let mut html = Markup::default();
    html.start("div", "heat-scroll").tag("table").attribute("class", "heat-table");
    html.attribute("role", "grid").attribute("aria-readonly", "true");
    html.attribute("aria-label", &spec.title).open();
    head(&mut html, lang, spec, heat);
    html.start("tbody", "");
    for (number, line) in heat.lines.iter().enumerate() {
        let is_total = number + 1 == heat.lines.len();
        html.start("tr", if is_total { "heat-total" } else { "" });
        html.tag("th").attribute("scope", "row").open().words(&line.label).close("th");
        for (column, row) in line.cells.iter().enumerate() {
            cell(&mut html, (number, column), row);
        }
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
    html.finish()
}

fn head(html: &mut Markup, lang: Lang, spec: &Spec, heat: &Heat) {
    html.start("thead", "").start("tr", "");
    let corner = mirror::crossing_corner(lang, &spec.headings.row, &heat.heading);
    for name in std::iter::once(&corner).chain(&heat.columns) {
        html.tag("th").attribute("scope", "col").open().words(name).close("th");
    }
    html.close("tr").close("thead");
}

fn cell(html: &mut Markup, place: Place, row: &Row) {
    let (line, column) = place;
    let class = ["tone-", row.tone.name()].concat();
    let is_empty = row.tone == Tone::Untold && row.sublabel.is_empty();
    html.tag("td").attribute("class", if is_empty { "tone-none" } else { &class });
    html.attribute("id", &cell_id(place));
    html.attribute(PLACE, &[line.to_string(), column.to_string()].join("-"));
    html.attribute("tabindex", if place == (0, 0) { "0" } else { "-1" }).open();
    html.element("span", "heat-share", &row.value_label).words(" ");
    html.element("span", "heat-base", &row.sublabel);
    html.element("span", "visually-hidden", &[" ", &row.note].concat()).close("td");
}

/// One picture for each block, so that no line of cells is cut by the end of a page.
fn on_paper(lang: Lang, spec: &Spec) -> String {
    let mut html = Markup::default();
    for (number, part) in chart::blocks(spec, PAPER).iter().enumerate() {
        let id = ["heat-paper", &number.to_string()].join("-");
        let (width, frame) = (PAPER, Frame::Embedded);
        let options = SvgOptions { width, frame, lang: lang.tag(), id: &id };
        html.start("div", "heat-block").markup(&chart::svg(part, options)).close("div");
    }
    html.finish()
}

fn legend(spec: &Spec) -> String {
    let mut html = Markup::default();
    html.start("ul", "heat-legend");
    for entry in &spec.legend {
        let Key::Tone(tone) = entry.key else { continue };
        html.start("li", ["tone-", tone.name()].concat().as_str());
        html.words(&entry.label).close("li");
    }
    html.close("ul");
    html.finish()
}
