//! Figures: one description, many forms.
//!
//! A [`Spec`] says everything that a figure shows, in plain numbers and finished words. From it
//! come the table ([`table()`]), the picture for print, documents and the page before its canvas is
//! ready ([`svg()`]), and the canvas chart ([`wire`] carries the same [`Drawing`] to the shim, where
//! Chart.js draws the bars). The forms cannot disagree, because none of them computes anything
//! about the workforce.
//!
//! ```text
//! Spec ─┬─ table ──────────────── Table
//!       └─ draw ── Drawing ─┬──── svg ── text
//!                           └──── wire ── canvas
//! ```
//!
//! Absent: verdicts, statistics, languages, the canvas. Whoever builds a `Spec` decides what is
//! said; see `locales/*/figure.toml` for the words. A heat figure has no canvas: its table is what
//! the page shows. Read next: `spec.rs`, then `layout.rs`, `heat.rs` for cells.

mod axis;
mod captions;
mod columns;
mod course;
mod dates;
mod drawing;
mod heat;
mod labels;
mod layout;
mod lines;
mod measure;
mod paint;
mod plot;
mod rows;
mod sheet;
mod spec;
mod svg;
mod table;
mod trend;
pub mod wire;

pub use axis::{Axis, Tick};
pub use course::{Course, CourseKey, DayTick, Given, Panel, Point};
pub use drawing::{Anchor, Area, Bar, Curve, Drawing, Frame, Mark, Text, TextStyle};
pub use heat::blocks;
pub use layout::draw;
pub use lines::MARK;
pub use measure::width_of;
pub use paint::{
    BAND, BAR_LINE, Fill, GROUND, Ink, PAPER, Pattern, SOFT, Stroke, TraceLook, fill, trace_look,
};
pub use spec::{
    Headings, Heat, HeatLine, Key, LegendEntry, Range, Reference, Row, Shape, Spec, Tone,
};
pub use svg::{SvgOptions, svg};
pub use table::{Table, table};
pub use trend::{Band, Column, ColumnCell, Line, Trace, Trend};
