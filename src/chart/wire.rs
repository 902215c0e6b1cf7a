//! A placed figure on its way to the canvas.
//!
//! The page places the figure, as it does for SVG, and gives the shim the result as JSON; so the
//! charts part needs neither the description nor the layout, and what it is asked for is a few
//! numbers. Both ends come from one build: nothing here has a version and nothing is kept.
//!
//! Shares travel as whole millionths and lengths as whole tenths of a pixel, because writing
//! fractions would add about 10 kB to the page. Colours are the names of classes; the shim finds
//! each under the custom property of the same name (`fig-ink` is `--fig-ink`).
//!
//! Absent: the canvas (see `public/charts-shim.js`).

use serde::Serialize;

use super::drawing::{Anchor, Area, Bar, Drawing, Frame, Mark, Text};
use super::layout::draw;
use super::paint::{Pattern, fill, trace_look};
use super::spec::{Row, Spec, Tone};
use super::table::table;
use super::trend::{Line, Trend};

/// The figure placed in a canvas of so many CSS pixels, as JSON for the shim.
pub fn to_json(spec: &Spec, width: f64) -> String {
    let drawing = draw(spec, width, Frame::Embedded);
    serde_json::to_string(&picture(spec, &drawing))
        .expect("texts and whole numbers are always JSON")
}

/// What the shim paints.
#[derive(Serialize)]
struct Picture<'a> {
    width: i32,
    height: i32,
    bars: Bars,
    /// Empty in a figure of rows; in one of years they stand in the place of bars.
    traces: Vec<Traced>,
    back: Vec<Painted<'a>>,
    front: Vec<Painted<'a>>,
    fills: Vec<Filled>,
    tips: Vec<Tip<'a>>,
}

/// A line that Chart.js draws.
#[derive(Serialize)]
struct Traced {
    name: &'static str,
    class: &'static str,
    width: i32,
    /// A stroke and a gap, or nothing.
    dash: Vec<i32>,
    shares: Vec<u32>,
}

/// What Chart.js draws.
#[derive(Serialize)]
struct Bars {
    /// One a row; a row without a share has a bar of no length, which can be pointed at.
    shares: Vec<u32>,
    tones: Vec<&'static str>,
    /// The share at the end of the axis.
    max: u32,
    /// From the edges of the canvas to the bands: left, top, right, bottom.
    padding: [i32; 4],
    height: i32,
}

/// What is shown when a row is pointed at.
#[derive(Serialize)]
struct Tip<'a> {
    title: &'a str,
    lines: Vec<String>,
}

/// A tone's filling: the class of its ground, and strokes or dots over it.
#[derive(Serialize)]
struct Filled {
    tone: &'static str,
    class: &'static str,
    pattern: &'static str,
    gap: i32,
    weight: i32,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Painted<'a> {
    Ground {
        area: [i32; 4],
        class: &'static str,
    },
    Sample {
        area: [i32; 4],
        tone: &'static str,
    },
    Band {
        corners: Vec<[i32; 2]>,
    },
    Outline {
        area: [i32; 4],
    },
    Line {
        from: [i32; 2],
        to: [i32; 2],
        class: &'static str,
        weight: i32,
    },
    Text {
        at: [i32; 2],
        anchor: &'static str,
        class: &'static str,
        size: i32,
        bold: bool,
        halo: bool,
        words: &'a str,
    },
}

fn picture<'a>(spec: &'a Spec, drawing: &'a Drawing) -> Picture<'a> {
    Picture {
        width: tenths(drawing.width),
        height: tenths(drawing.height),
        bars: bars(spec, drawing),
        back: drawing.back.iter().map(painted).collect(),
        front: drawing.front.iter().map(painted).collect(),
        fills: Tone::ALL.into_iter().filter_map(filled).collect(),
        traces: spec.trend().map(traces).unwrap_or_default(),
        tips: match spec.trend() {
            Some(trend) => year_tips(spec, trend),
            None => spec.rows.iter().map(|row| tip(spec, row)).collect(),
        },
    }
}

fn traces(trend: &Trend) -> Vec<Traced> {
    let traced = |line: &Line| {
        let look = trace_look(line.trace);
        Traced {
            name: line.trace.name(),
            class: look.class,
            width: tenths(look.width),
            dash: look.dash.map_or(Vec::new(), |(stroke, gap)| vec![tenths(stroke), tenths(gap)]),
            shares: line.shares.iter().map(|&share| millionths(share)).collect(),
        }
    };
    trend.lines.iter().map(traced).collect()
}

/// What the table says of each moment.
fn year_tips<'a>(spec: &Spec, trend: &'a Trend) -> Vec<Tip<'a>> {
    let table = table(spec);
    let tip = |(title, row): (&'a String, &Vec<String>)| {
        let cells = table.headings.iter().zip(row).skip(1);
        let lines = cells.filter(|(_, cell)| !cell.is_empty());
        Tip { title, lines: lines.map(|(name, cell)| [name, ": ", cell].concat()).collect() }
    };
    trend.moments.iter().zip(&table.rows).map(tip).collect()
}

fn bars(spec: &Spec, drawing: &Drawing) -> Bars {
    let bands = drawing.bands;
    let padding = [
        bands.x,
        bands.y,
        drawing.width - bands.x - bands.width,
        drawing.height - bands.y - bands.height,
    ];
    let shares = spec.rows.iter().map(|row| row.share.or(row.range.map(|range| range.low)));
    Bars {
        shares: shares.map(|share| millionths(share.unwrap_or(0.0))).collect(),
        tones: drawing.bars.iter().map(|bar| bar.tone.name()).collect(),
        max: millionths(spec.axis.max),
        padding: padding.map(tenths),
        height: tenths(drawing.bar_height),
    }
}

fn millionths(share: f64) -> u32 {
    // A conversion that saturates: negative and no number become 0.
    (share * 1_000_000.0).round() as u32
}

fn tenths(length: f64) -> i32 {
    (length * 10.0).round() as i32
}

fn corners(area: Area) -> [i32; 4] {
    [area.x, area.y, area.width, area.height].map(tenths)
}

fn painted(mark: &Mark) -> Painted<'_> {
    match mark {
        Mark::Ground { area, page } => Painted::Ground {
            area: corners(*area),
            class: if *page { "fig-page" } else { "fig-ground" },
        },
        Mark::Sample(Bar { area, tone }) => {
            Painted::Sample { area: corners(*area), tone: tone.name() }
        }
        Mark::Outline(area) => Painted::Outline { area: corners(*area) },
        Mark::Line { from, to, stroke } => Painted::Line {
            from: [from.0, from.1].map(tenths),
            to: [to.0, to.1].map(tenths),
            class: stroke.class(),
            weight: tenths(stroke.width()),
        },
        Mark::Band { corners } => {
            Painted::Band { corners: corners.iter().map(|&(x, y)| [x, y].map(tenths)).collect() }
        }
        Mark::Text(text) => written(text),
    }
}

fn written(text: &Text) -> Painted<'_> {
    Painted::Text {
        at: [text.x, text.y].map(tenths),
        anchor: match text.anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        },
        class: text.ink.class(),
        size: tenths(text.style.size()),
        bold: text.style.is_bold(),
        halo: text.halo,
        words: &text.words,
    }
}

fn filled(tone: Tone) -> Option<Filled> {
    let look = fill(tone)?;
    let (pattern, gap, weight) = match look.pattern {
        Pattern::Plain => ("plain", 0.0, 0.0),
        Pattern::Hatch { gap, weight } => ("hatch", gap, weight),
        Pattern::Dots { gap, radius } => ("dots", gap, radius),
    };
    let (gap, weight) = (tenths(gap), tenths(weight));
    Some(Filled { tone: tone.name(), class: look.class, pattern, gap, weight })
}

fn tip<'a>(spec: &Spec, row: &'a Row) -> Tip<'a> {
    let joined = |words: [&str; 2], between: &str| {
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        words.join(between)
    };
    let interval = match row.interval_label.as_str() {
        "" => String::new(),
        label => joined([&spec.headings.interval, label], ": "),
    };
    let lines = [joined([&row.value_label, &row.sublabel], " · "), row.note.clone(), interval];
    Tip { title: &row.label, lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
}
