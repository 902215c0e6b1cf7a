//! A figure: the SVG until the canvas is ready, the sentence that says the same, and its table.

use crate::chart::{self, Frame, Spec, SvgOptions};
use crate::text::mirror;
use crate::ui::app::use_app;
use crate::web::chart::{State, live};
use leptos::prelude::*;
use std::sync::Arc;

/// Widths the SVG is drawn for, in CSS pixels; CSS shows the one that fits.
const WIDE: f64 = 900.0;
const NARROW: f64 = 360.0;
/// The width of A4 paper between its margins.
const PAPER: f64 = 680.0;

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
        let options = SvgOptions {
            width,
            frame: Frame::Embedded,
            lang: state.lang.get().tag(),
            id: &id,
        };
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
            <details class="more figure-table">
                <summary>{state.t(mirror::figure_table)}</summary>
                {move || table_view(&spec.get())}
            </details>
        </figure>
    }
}

fn table_view(spec: &Spec) -> impl IntoView + use<> {
    let table = chart::table(spec);
    let head = table.headings.into_iter().map(|heading| view! { <th scope="col">{heading}</th> });
    let rows = table.rows.into_iter().map(|row| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        let cells = cells.map(|cell| view! { <td>{cell}</td> });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    });
    let label = table.caption.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table>
                <caption>{table.caption}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A figure in a document: the picture alone, as wide as paper.
pub fn print_figure(spec: &Spec, title: &str) -> AnyView {
    let options = SvgOptions {
        width: PAPER,
        frame: Frame::Embedded,
        lang: "",
        id: "paper",
    };
    let picture = chart::svg(spec, options);
    let sources = [spec.base.as_str(), spec.source.as_str()].join(". ");
    view! {
        <figure class="figure">
            <figcaption>{title.to_owned()}</figcaption>
            <div class="fig-paper" inner_html=picture></div>
            <p class="source">{sources}</p>
        </figure>
    }
    .into_any()
}
