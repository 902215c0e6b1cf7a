//! A figure with everything in its place: rectangles, lines and texts in pixels.
//!
//! The SVG writer and the canvas both paint this, so they look alike. Absent: colours (see
//! `paint.rs`) and the reasons for the places (see `layout.rs`).

use super::paint::{Ink, Stroke};
use super::spec::Tone;
use super::trend::Trace;

/// What surrounds the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// Title, note and source stand around it, on the page or in the document.
    #[default]
    Embedded,
    /// It travels alone, so title, reservations, base and source are inside it.
    Standalone,
}

/// Everything to paint. The origin is the upper left corner; lengths are CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// Equal bands, one a row, with each row's bar in the middle of its band; of a figure of years
    /// the plot, divided equally from left to right.
    pub bands: Area,
    pub bar_height: f64,
    /// Painted before the bars.
    pub back: Vec<Mark>,
    pub bars: Vec<Bar>,
    /// Painted in the place of bars in a figure of years.
    pub curves: Vec<Curve>,
    /// Painted over them.
    pub front: Vec<Mark>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// The bar of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub area: Area,
    pub tone: Tone,
}

/// A line of years.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    pub trace: Trace,
    /// One point a moment.
    pub points: Vec<(f64, f64)>,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The ground of a row, or of the whole picture.
    Ground {
        area: Area,
        page: bool,
    },
    /// A small sample of a bar in the legend.
    Sample(Bar),
    /// A rectangle without filling.
    Outline(Area),
    Line {
        from: (f64, f64),
        to: (f64, f64),
        stroke: Stroke,
    },
    /// A closed shape, filled: where a line is likely to lie.
    Band {
        corners: Vec<(f64, f64)>,
    },
    Text(Text),
}

/// One line of text; `y` is its base line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub x: f64,
    pub y: f64,
    pub anchor: Anchor,
    pub style: TextStyle,
    pub ink: Ink,
    pub words: String,
    /// The whole text, when `words` is only its beginning.
    pub full: Option<String>,
    /// Whether a line may pass behind, so that the letters need a clear edge.
    pub halo: bool,
}

/// Which point of a text stands at its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What a text is, and thereby its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    Title,
    Lead,
    Label,
    Sublabel,
    Value,
    Note,
    Tick,
    City,
    Legend,
    Source,
}

impl TextStyle {
    /// The size of the letters in pixels.
    pub const fn size(self) -> f64 {
        match self {
            TextStyle::Title => 20.0,
            TextStyle::Value => 17.0,
            TextStyle::Label => 16.0,
            TextStyle::City => 15.0,
            TextStyle::Lead | TextStyle::Sublabel | TextStyle::Note | TextStyle::Legend => 14.0,
            TextStyle::Tick | TextStyle::Source => 13.0,
        }
    }

    pub const fn is_bold(self) -> bool {
        matches!(self, TextStyle::Title | TextStyle::Label | TextStyle::Value | TextStyle::City)
    }

    /// From one base line to the next.
    pub fn line_height(self) -> f64 {
        (self.size() * 1.3).round()
    }
}
