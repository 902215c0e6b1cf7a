//! What a figure says, before it has any form.
//!
//! Numbers are shares from 0 (nobody) to 1 (everybody); every text is finished, in the reader's
//! language. Absent: how the texts came about, and where anything is placed.

use super::axis::Axis;
use super::course::Course;
use super::trend::Trend;

/// One figure: shares by level or area beside one constant share, the city's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spec {
    /// What is shown, for example "Andel med indvandrerbaggrund på hvert jobniveau".
    pub title: String,
    /// How to read it, one or two sentences; empty when the figure needs none.
    pub lead: String,
    /// The finding in one sentence; the text alternative of every picture made from this.
    pub summary: String,
    /// Whom it counts and when, for example "640 medarbejdere, 31. december 2025".
    pub base: String,
    /// Where the figures come from, for example "Kilde: Danmarks Statistik, FOLK1E, …".
    pub source: String,
    pub shape: Shape,
    pub axis: Axis,
    pub reference: Reference,
    /// From top to bottom. In a staircase the top level comes first and the entry level last; in a
    /// heat figure there are none.
    pub rows: Vec<Row>,
    /// What the patterns mean; give only those that occur.
    pub legend: Vec<LegendEntry>,
    pub headings: Headings,
    /// Reservations that must travel with the picture, one line each.
    pub notes: Vec<String>,
}

/// How the rows stand to one another, or what stands in their place.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shape {
    /// Levels: each row is a step, entry at the bottom.
    #[default]
    Staircase,
    /// Areas or others without an order of rank.
    List,
    /// Lines crossed with columns, a verdict in each cell; the figure then has no other rows.
    Heat(Heat),
    /// No rows but years, from left to right.
    Years(Trend),
    /// No rows but dates, from left to right.
    Dates(Course),
}

/// Levels crossed with areas. Its last line holds the totals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// Over the column names, for example "Område".
    pub heading: String,
    /// The names of the columns, from left to right.
    pub columns: Vec<String>,
    /// Whether the first column holds totals too.
    pub first_is_total: bool,
    /// From top to bottom; the top level comes first.
    pub lines: Vec<HeatLine>,
}

/// One line of a [`Heat`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatLine {
    pub label: String,
    /// One for each column. `value_label` begins with the verdict's sign, for example "▼ 5 %", and
    /// `note` is the verdict in words.
    pub cells: Vec<Row>,
}

/// The mirror line: one share, constant through every row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// The benchmark share; 0.2891 is 28.91 %.
    pub share: f64,
    /// Whose share, for example "byen".
    pub name: String,
    /// The share for people, for example "28,9 %".
    pub value_label: String,
}

impl Spec {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        matches!(self.shape, Shape::Staircase | Shape::List) && self.rows.is_empty()
    }

    /// The years of a figure that shows some.
    pub fn trend(&self) -> Option<&Trend> {
        match &self.shape {
            Shape::Years(trend) => Some(trend),
            Shape::Dates(_) | Shape::Heat(_) | Shape::Staircase | Shape::List => None,
        }
    }

    /// The dates of a figure that shows some.
    pub fn course(&self) -> Option<&Course> {
        match &self.shape {
            Shape::Dates(course) => Some(course),
            Shape::Years(_) | Shape::Heat(_) | Shape::Staircase | Shape::List => None,
        }
    }
}

impl Reference {
    /// The text at the line: "byen 28,9 %".
    pub fn label(&self) -> String {
        [self.name.as_str(), self.value_label.as_str()].join("\u{a0}")
    }
}

/// One level or area, or one level in one area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The name, as the user wrote it.
    pub label: String,
    /// The base, for example "2 af 40".
    pub sublabel: String,
    /// The observed share; `None` when it is undefined or hidden.
    pub share: Option<f64>,
    /// Which shares go with the counts when chance rules (95 % interval).
    pub interval: Option<Range>,
    /// Where the share lies when cells are hidden; drawn instead of `share` when that is `None`.
    pub range: Option<Range>,
    /// The share for people, for example "5 %" or "5–15 %"; empty when there is none.
    pub value_label: String,
    /// The interval for people, for example "0,6–16,9 %"; empty when there is none.
    pub interval_label: String,
    /// The verdict in words, for example "mangler 10" or "for få til at sige".
    pub note: String,
    pub tone: Tone,
}

/// Two shares and everything between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

/// The drawn form of a verdict: a pattern, and for the two lower ones a darker text.
///
/// The neutral value is `InLine`, a plain bar. `Untold` is no verdict and looks like none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    Below,
    MaybeBelow,
    InLine,
    MaybeAbove,
    Above,
    /// Nothing can be said: too few, no figures, or undetermined. An empty outline, no pattern.
    #[default]
    Untold,
}

impl Tone {
    pub const ALL: [Tone; 6] =
        [Tone::Below, Tone::MaybeBelow, Tone::InLine, Tone::MaybeAbove, Tone::Above, Tone::Untold];

    /// The name used in ids, classes and on the way to the canvas, for example "maybe-below".
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Below => "below",
            Tone::MaybeBelow => "maybe-below",
            Tone::InLine => "in-line",
            Tone::MaybeAbove => "maybe-above",
            Tone::Above => "above",
            Tone::Untold => "untold",
        }
    }
}

/// A sign and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    pub key: Key,
    pub label: String,
}

/// A sign that needs explaining. The mirror line does not: its label stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Tone(Tone),
    Interval,
    /// The dashed outline of a share known only as a range.
    Range,
    /// The band around a line of years.
    Band,
}

/// The column headings of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// Over the row names, for example "Niveau".
    pub row: String,
    pub base: String,
    pub share: String,
    pub interval: String,
    pub verdict: String,
}
