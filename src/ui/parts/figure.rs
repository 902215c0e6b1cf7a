//! A figure: the SVG until the canvas is ready, the sentence that says the same, and its table.

use crate::chart::{self, Frame, Spec, SvgOptions};
use crate::markup::Markup;
use crate::text::mirror;
use crate::ui::app::use_app;
use crate::ui::export::FigureActions;
use crate::web::chart::{State, live};
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
            <div class="fig" class:is-live=move || on_canvas.state.get() == State::Ready>
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
            <p class="source">{move || spec.get().base.clone()}". "{move || spec.get().source.clone()}</p>
            <FigureActions spec/>
            <details class="more figure-table">
                <summary>{state.t(mirror::figure_table)}</summary>
                <div inner_html=move || table(&spec.get())></div>
            </details>
        </figure>
    }
}

/// The figure's table.
pub fn table(spec: &Spec) -> String {
    let table = chart::table(spec);
    let mut html = Markup::default();
    html.tag("div").attribute("class", "table-scroll").attribute("tabindex", "0");
    html.attribute("role", "region").attribute("aria-label", &table.caption).open();
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
