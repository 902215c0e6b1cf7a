//! A placed figure as the shim paints it. Colours are the names of classes; the shim finds each
//! under the custom property of the same name (`fig-ink` is `--fig-ink`).

use serde::Serialize;

use crate::chart::drawing::{Anchor, Area, Bar, Drawing, Mark, Text};
use crate::chart::paint::{Pattern, fill};
use crate::chart::spec::{Row, Spec, Tone};

/// What the shim paints around and over the bars.
#[derive(Serialize)]
pub struct Picture<'a> {
    width: i32,
    height: i32,
    back: Vec<Painted<'a>>,
    front: Vec<Painted<'a>>,
    fills: Vec<Filled>,
    tips: Vec<Tip>,
}

/// What is shown when a row is pointed at.
#[derive(Serialize)]
pub struct Tip {
    pub title: String,
    pub lines: Vec<String>,
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

/// The picture of a drawing; every length in tenths of a pixel.
pub fn picture<'a>(spec: &Spec, drawing: &'a Drawing) -> Picture<'a> {
    Picture {
        width: tenths(drawing.width),
        height: tenths(drawing.height),
        back: drawing.back.iter().map(painted).collect(),
        front: drawing.front.iter().map(painted).collect(),
        fills: Tone::ALL.into_iter().filter_map(filled).collect(),
        tips: spec.rows.iter().map(|row| tip(spec, row)).collect(),
    }
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

fn tip(spec: &Spec, row: &Row) -> Tip {
    let joined = |words: [&str; 2], between: &str| {
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        words.join(between)
    };
    let interval = match row.interval_label.as_str() {
        "" => String::new(),
        label => joined([&spec.headings.interval, label], ": "),
    };
    let lines = [joined([&row.value_label, &row.sublabel], " · "), row.note.clone(), interval];
    Tip {
        title: row.label.clone(),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
    }
}
