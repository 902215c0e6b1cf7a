//! A figure: the SVG until the canvas is ready, the sentence that says the same, and its table.
//!
//! Arrow keys move a cursor over what the figure holds; what it stands on is shown and read out in
//! the table's words.

use crate::chart::{self, Frame, Spec, SvgOptions};
use crate::markup::Markup;
use crate::text::mirror;
use crate::ui::app::use_app;
use crate::ui::export::FigureActions;
use crate::web::chart::{Live, State, live};
use leptos::prelude::*;
use std::sync::Arc;

/// Widths the SVG is drawn for, in CSS pixels; CSS shows the one that fits.
const WIDE: f64 = 900.0;
const NARROW: f64 = 360.0;

/// A figure on screen.
#[component]
pub fn Figure(
    /// Identifies the figure on the page.
    id: &'static str,
    #[prop(into)] spec: Signal<Arc<Spec>>,
) -> impl IntoView {
    let state = use_app();
    let canvas = NodeRef::<leptos::html::Canvas>::new();
    let on_canvas = live(canvas, Signal::derive(move || spec.get().as_ref().clone()));
    let cursor = RwSignal::new(None::<usize>);
    // Another figure may not have the place.
    Effect::new(move |_| {
        spec.track();
        cursor.set(None);
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        let count = spec.with_untracked(|spec| places(spec));
        let from = cursor.get_untracked();
        let Some(to) = moved(from, count, &event.key()) else { return };
        event.prevent_default();
        point(cursor, on_canvas, to);
    };
    let reading = move || {
        let read = cursor.get().and_then(|place| spec.with(|spec| read(spec, place)));
        read.unwrap_or_else(|| mirror::figure_keys(state.lang.get()).to_owned())
    };
    let picture = move |width: f64, name: &'static str| {
        let id = [id, name].join("-");
        let options =
            SvgOptions { width, frame: Frame::Embedded, lang: state.lang.get().tag(), id: &id };
        chart::svg(&spec.get(), options)
    };
    view! {
        <figure class="figure" id=id>
            <figcaption>{move || spec.get().title.clone()}</figcaption>
            <p class="figure-lead">{move || spec.get().lead.clone()}</p>
            <div
                class="fig"
                class:is-live=move || on_canvas.state.get() == State::Ready
                tabindex="0"
                role="group"
                aria-label=move || spec.get().title.clone()
                on:keydown=on_key
                on:blur=move |_| point(cursor, on_canvas, None)
            >
                <div class="fig-wide" inner_html=move || picture(WIDE, "wide")></div>
                <div class="fig-narrow" inner_html=move || picture(NARROW, "narrow")></div>
                <div class="fig-canvas">
                    <canvas
                        node_ref=canvas
                        role="img"
                        aria-label=move || spec.get().summary.clone()
                    ></canvas>
                </div>
            </div>
            <p class="hint figure-reading no-print" role="status">{reading}</p>
            <Foot spec/>
        </figure>
    }
}

/// What stands under every figure: base and source, the ways to take it along, and its table.
#[component]
pub fn Foot(spec: Signal<Arc<Spec>>) -> impl IntoView {
    let state = use_app();
    view! {
        <p class="source">{move || spec.get().base.clone()}". "{move || spec.get().source.clone()}</p>
        <FigureActions spec/>
        <details class="more figure-table">
            <summary>{state.t(mirror::figure_table)}</summary>
            <div inner_html=move || table(&spec.get())></div>
        </details>
    }
}

fn point(cursor: RwSignal<Option<usize>>, canvas: Live, place: Option<usize>) {
    cursor.set(place);
    canvas.select(place);
}

/// How many rows, or moments, the cursor walks over.
fn places(spec: &Spec) -> usize {
    spec.trend().map_or(spec.rows.len(), |trend| trend.moments.len())
}

/// Where a key leads; `None` for a key that leads nowhere. The first arrow enters at the beginning.
fn moved(from: Option<usize>, count: usize, key: &str) -> Option<Option<usize>> {
    let last = count.checked_sub(1)?;
    let on = |step: isize| from.map_or(0, |at| at.saturating_add_signed(step).min(last));
    Some(match key {
        "ArrowLeft" | "ArrowUp" => Some(on(-1)),
        "ArrowRight" | "ArrowDown" => Some(on(1)),
        "Home" => Some(0),
        "End" => Some(last),
        "Escape" => None,
        _ => return None,
    })
}

/// A row of the table in words: "2027. Medarbejdere: 40; Som byen: 4,2 (10 %)".
fn read(spec: &Spec, place: usize) -> Option<String> {
    let table = chart::table(spec);
    let (name, cells) = table.rows.get(place)?.split_first()?;
    let named = table.headings.iter().skip(1).zip(cells).filter(|(_, cell)| !cell.is_empty());
    let cells: Vec<String> = named.map(|(heading, cell)| [heading, ": ", cell].concat()).collect();
    Some([name.as_str(), ". ", &cells.join("; ")].concat())
}

/// The figure's table.
pub fn table(spec: &Spec) -> String {
    let table = chart::table(spec);
    let mut html = Markup::default();
    html.start_scroll_region(&table.caption);
    html.start("table", "").element("caption", "", &table.caption);
    html.start("thead", "").start("tr", "");
    for heading in &table.headings {
        html.tag("th").attribute("scope", "col").open().words(heading).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    for row in &table.rows {
        html.start("tr", "");
        let (name, cells) = row.split_first().map_or(("", [].as_slice()), |(n, c)| (n, c));
        html.tag("th").attribute("scope", "row").open().words(name).close("th");
        for cell in cells {
            html.element("td", "", cell);
        }
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
    html.finish()
}
