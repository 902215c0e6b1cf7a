//! A whole `Spec` as JSON.

use serde::{Deserialize, Serialize};

use super::{MILLION, millionths};
use crate::chart::spec::{Headings, Key, LegendEntry, Range, Reference, Row, Shape, Spec, Tone};
use crate::chart::{Axis, Tick};

/// The figure as the charts part reads it.
pub fn to_json(spec: &Spec) -> String {
    serde_json::to_string(&Figure::from(spec)).expect("texts and whole numbers are always JSON")
}

/// The figure that [`to_json`] wrote.
///
/// # Errors
/// Not such a text: page and charts part are not of one build, and the page has to be loaded again.
pub fn from_json(text: &str) -> Result<Spec, serde_json::Error> {
    serde_json::from_str::<Figure>(text).map(Spec::from)
}

#[derive(Serialize, Deserialize)]
struct Figure {
    title: String,
    lead: String,
    summary: String,
    base: String,
    source: String,
    stairs: bool,
    max: u32,
    ticks: Vec<(u32, String)>,
    reference: (u32, String, String),
    rows: Vec<Line>,
    legend: Vec<(Sign, String)>,
    headings: [String; 5],
    notes: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    /// Label, base, share, interval and verdict in words.
    words: [String; 5],
    share: Option<u32>,
    interval: Option<(u32, u32)>,
    range: Option<(u32, u32)>,
    tone: u8,
}

#[derive(Serialize, Deserialize)]
enum Sign {
    Tone(u8),
    Interval,
    Range,
}

fn share(millionths: u32) -> f64 {
    f64::from(millionths) / f64::from(MILLION)
}

fn ends(range: Range) -> (u32, u32) {
    (millionths(range.low), millionths(range.high))
}

fn range((low, high): (u32, u32)) -> Range {
    Range { low: share(low), high: share(high) }
}

fn tone_number(tone: Tone) -> u8 {
    Tone::ALL.iter().position(|other| *other == tone).unwrap_or_default() as u8
}

fn tone(number: u8) -> Tone {
    Tone::ALL.get(usize::from(number)).copied().unwrap_or_default()
}

impl From<&Spec> for Figure {
    fn from(spec: &Spec) -> Figure {
        let headings = spec.headings.clone();
        Figure {
            title: spec.title.clone(),
            lead: spec.lead.clone(),
            summary: spec.summary.clone(),
            base: spec.base.clone(),
            source: spec.source.clone(),
            stairs: spec.shape == Shape::Staircase,
            max: millionths(spec.axis.max),
            ticks: spec
                .axis
                .ticks
                .iter()
                .map(|tick| (millionths(tick.share), tick.label.clone()))
                .collect(),
            reference: (
                millionths(spec.reference.share),
                spec.reference.name.clone(),
                spec.reference.value_label.clone(),
            ),
            rows: spec.rows.iter().map(Line::from).collect(),
            legend: spec
                .legend
                .iter()
                .map(|entry| (Sign::from(entry.key), entry.label.clone()))
                .collect(),
            headings: [
                headings.row,
                headings.base,
                headings.share,
                headings.interval,
                headings.verdict,
            ],
            notes: spec.notes.clone(),
        }
    }
}

impl From<Figure> for Spec {
    fn from(figure: Figure) -> Spec {
        let [row, base, share_heading, interval, verdict] = figure.headings;
        let (reference, name, value_label) = figure.reference;
        let ticks = figure.ticks.into_iter();
        let legend = figure.legend.into_iter();
        Spec {
            title: figure.title,
            lead: figure.lead,
            summary: figure.summary,
            base: figure.base,
            source: figure.source,
            shape: if figure.stairs { Shape::Staircase } else { Shape::List },
            axis: Axis {
                max: share(figure.max),
                ticks: ticks.map(|(at, label)| Tick { share: share(at), label }).collect(),
            },
            reference: Reference { share: share(reference), name, value_label },
            rows: figure.rows.into_iter().map(Row::from).collect(),
            legend: legend
                .map(|(sign, label)| LegendEntry { key: Key::from(sign), label })
                .collect(),
            headings: Headings { row, base, share: share_heading, interval, verdict },
            notes: figure.notes,
        }
    }
}

impl From<&Row> for Line {
    fn from(row: &Row) -> Line {
        Line {
            words: [&row.label, &row.sublabel, &row.value_label, &row.interval_label, &row.note]
                .map(String::clone),
            share: row.share.map(millionths),
            interval: row.interval.map(ends),
            range: row.range.map(ends),
            tone: tone_number(row.tone),
        }
    }
}

impl From<Line> for Row {
    fn from(line: Line) -> Row {
        let [label, sublabel, value_label, interval_label, note] = line.words;
        Row {
            label,
            sublabel,
            share: line.share.map(share),
            interval: line.interval.map(range),
            range: line.range.map(range),
            value_label,
            interval_label,
            note,
            tone: tone(line.tone),
        }
    }
}

impl From<Key> for Sign {
    fn from(key: Key) -> Sign {
        match key {
            Key::Tone(tone) => Sign::Tone(tone_number(tone)),
            Key::Interval => Sign::Interval,
            Key::Range => Sign::Range,
        }
    }
}

impl From<Sign> for Key {
    fn from(sign: Sign) -> Key {
        match sign {
            Sign::Tone(number) => Key::Tone(tone(number)),
            Sign::Interval => Key::Interval,
            Sign::Range => Key::Range,
        }
    }
}
