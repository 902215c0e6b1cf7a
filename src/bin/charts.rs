//! The charts part: the typed configuration of the bars and lines that Chart.js draws.
//!
//! A module of its own, loaded with Chart.js when the first canvas figure is shown, so that typing
//! figures and reading verdicts never waits for it. The configuration is written with
//! `chart-js-rs`'s types; its own rendering is not used, because it needs `eval`. The canvas is
//! driven by `public/charts-shim.js`, which is also what imports this module's glue; the page
//! imports the shim (see `src/web/chart.rs`).
//!
//! Absent: the canvas, colours and words (the shim has them), and the places (the page has them:
//! see `src/chart/wire.rs`). It takes numbers only, because reading a whole figure here would cost
//! twice what writing the configuration does.

use chart_js_rs::bar::Bar;
use chart_js_rs::{
    Animation, ChartExt, ChartInteraction, ChartLayout, ChartOptions, ChartPlugins, ChartScale,
    Dataset, Padding, PluginLegend, SinglePointDataset, TooltipPlugin,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// How long bars move, in milliseconds.
const MOVEMENT: u32 = 300;

/// The Chart.js configuration of horizontal bars, as JSON.
///
/// Shares and the end of the axis are in millionths. Lengths are in tenths of a pixel: the padding
/// at left, top, right and bottom, and the height of a bar. `still` when the reader asked for less
/// motion.
#[wasm_bindgen]
pub fn config(shares: &[u32], max: u32, padding: &[u32], bar_height: u32, still: bool) -> String {
    let bars =
        SinglePointDataset::new().data(shares.iter().copied()).bar_thickness(pixels(bar_height));
    written(vec![bars], shares.len(), options(max, padding, still, Way::Rows))
}

/// The Chart.js configuration of lines over years, as JSON: `shares` holds one line after the
/// other, each as long as there are `moments`. Otherwise as [`config`].
#[wasm_bindgen]
pub fn line_config(
    shares: &[u32],
    moments: usize,
    max: u32,
    padding: &[u32],
    still: bool,
) -> String {
    let line = |shares: &[u32]| {
        SinglePointDataset::new().data(shares.iter().copied()).dataset_type("line")
    };
    let lines = shares.chunks(moments.max(1)).map(line).collect();
    written(lines, moments, options(max, padding, still, Way::Years))
}

/// Which way a figure runs.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Rows from top to bottom, shares from left to right.
    Rows,
    /// Years from left to right, shares upwards.
    Years,
}

fn written(sets: Vec<SinglePointDataset>, labels: usize, options: ChartOptions) -> String {
    // Rows by number: a level called "2" or "null" would arrive as a number or as nothing. And the
    // datasets straight into their place: the setter derives labels from them, for which it links
    // decimal arithmetic.
    let mut data = Dataset::<Vec<SinglePointDataset>>::new().labels(0..labels);
    *data.get_datasets() = sets;
    let chart = Bar::default().data(data).options(options);
    serde_json::to_string(&chart).expect("texts and numbers are always JSON")
}

fn options(max: u32, padding: &[u32], still: bool, way: Way) -> ChartOptions {
    let side = |number: usize| pixels(padding.get(number).copied().unwrap_or(0));
    let padding = Padding::new().left(side(0)).top(side(1)).right(side(2)).bottom(side(3));
    // The picture has its own axis, so that canvas and SVG have the same.
    let shares = ChartScale::new().scale_type("linear").display(false).min(0).max(max);
    let rows = ChartScale::new().scale_type("category").display(false);
    let plugins = ChartPlugins::new()
        .legend(PluginLegend::new().display(false))
        .tooltip(TooltipPlugin::new().display_colors(false));
    let (along, scales) = match way {
        Way::Rows => ("y", [("x", shares), ("y", rows)]),
        Way::Years => ("x", [("x", rows), ("y", shares)]),
    };
    ChartOptions::new()
        .index_axis(along)
        .responsive(false)
        .maintain_aspect_ratio(false)
        .animation(Animation::new().duration(if still { 0 } else { MOVEMENT }))
        .interaction(ChartInteraction::new().mode("index").axis(along).intersect(false))
        .layout(ChartLayout::new().padding(padding))
        .plugins(plugins)
        .scales(scales)
}

/// Tenths of a pixel as text, without the standard library's float printing.
fn pixels(tenths: u32) -> String {
    let mut text = (tenths / 10).to_string();
    text.push('.');
    text.push_str(&(tenths % 10).to_string());
    text
}

fn main() {}
