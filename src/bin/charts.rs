//! The charts part: a figure's JSON to a Chart.js configuration and what is painted around it.
//!
//! A module of its own, loaded with Chart.js when the first canvas figure is shown, so that typing
//! figures and reading verdicts never waits for it. The configuration is written with
//! `chart-js-rs`'s types; its own rendering is not used, because it needs `eval`. The canvas is
//! driven by `public/charts-shim.js`, which is also what imports this module's glue; the page
//! imports the shim (see `src/web/chart.rs`).
//!
//! Absent: the canvas, colours (the shim reads them from the page's styles), words.

use byspejl::chart::wire::{self, MILLION, Picture, millionths};
use byspejl::chart::{Drawing, Frame, Spec, draw};
use chart_js_rs::bar::Bar;
use chart_js_rs::{
    Animation, ChartExt, ChartInteraction, ChartLayout, ChartOptions, ChartPlugins, ChartScale,
    Dataset, Padding, PluginLegend, SinglePointDataset, TooltipPlugin,
};
use serde::Serialize;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// How long bars move, in milliseconds.
const MOVEMENT: u32 = 300;

#[derive(Serialize)]
struct Canvas<'a> {
    config: Bar<Vec<SinglePointDataset>>,
    picture: Picture<'a>,
}

/// What the shim needs for a canvas of this width in CSS pixels, as JSON: `config` for Chart.js and
/// the `picture` around its bars. `still` when the reader asked for less motion.
///
/// # Errors
/// The JSON is not a figure of this build; the page keeps its SVG.
#[wasm_bindgen]
pub fn figure(spec: &str, width: f64, still: bool) -> Result<String, JsError> {
    let spec = wire::from_json(spec)?;
    let drawing = draw(&spec, width, Frame::Embedded);
    let canvas =
        Canvas { config: config(&spec, &drawing, still), picture: wire::picture(&spec, &drawing) };
    Ok(serde_json::to_string(&canvas)?)
}

fn config(spec: &Spec, drawing: &Drawing, still: bool) -> Bar<Vec<SinglePointDataset>> {
    // A row without a share is a bar without length: it has no colour, but can be pointed at.
    let shares = spec
        .rows
        .iter()
        .map(|row| row.share.or(row.range.map(|range| range.low)).map_or(0, millionths));
    // Names of tones; the shim makes patterns of them.
    let tones = drawing.bars.iter().map(|bar| bar.tone.name());
    let bars = SinglePointDataset::new()
        .data(shares)
        .background_color(tones)
        .border_color("fig-hatch")
        .bar_thickness(drawing.bar_height);
    // Rows by number: a level called "2" or "null" would arrive as a number or as nothing. `labels`
    // first, because datasets without labels are given sorted ones.
    let data = Dataset::new().labels(0..spec.rows.len()).datasets(vec![bars]);
    Bar::default().data(data).options(options(spec, drawing, still))
}

fn options(spec: &Spec, drawing: &Drawing, still: bool) -> ChartOptions {
    let bands = drawing.bands;
    let padding = Padding::new()
        .left(bands.x)
        .top(bands.y)
        .right(drawing.width - bands.x - bands.width)
        .bottom(drawing.height - bands.y - bands.height);
    // The picture has its own axis, so that canvas and SVG have the same.
    let shares = ChartScale::new()
        .scale_type("linear")
        .display(false)
        .min(0)
        .max(millionths(spec.axis.max).min(MILLION));
    let rows = ChartScale::new().scale_type("category").display(false);
    let plugins = ChartPlugins::new()
        .legend(PluginLegend::new().display(false))
        .tooltip(TooltipPlugin::new().display_colors(false));
    ChartOptions::new()
        .index_axis("y")
        .responsive(false)
        .maintain_aspect_ratio(false)
        .animation(Animation::new().duration(if still { 0 } else { MOVEMENT }))
        .interaction(ChartInteraction::new().mode("index").axis("y").intersect(false))
        .layout(ChartLayout::new().padding(padding))
        .plugins(plugins)
        .scales([("x", shares), ("y", rows)])
}

fn main() {}
