//! What a figure of years says: lines, a band of what is likely, and the reference.
//!
//! Shares from 0 to 1 at the same moments for every line. Absent: places ([`super::lines`]).

use super::spec::Range;

/// Shares over time; what [`super::Shape::Years`] holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// The moments from left to right, for example "2026", "2027"; evenly spaced.
    pub moments: Vec<String>,
    pub lines: Vec<Line>,
    /// Where one line is likely to lie; none where nothing is said about chance.
    pub band: Option<Band>,
    /// The table's heading over the moments, for example "År".
    pub heading: String,
    /// The table's other columns; each has one cell a moment. Every line and the band is in it.
    pub columns: Vec<Column>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub trace: Trace,
    /// One share a moment.
    pub shares: Vec<f64>,
    /// What stands at its right end, for example "som byen 15 %".
    pub label: String,
}

/// The drawn form of a line: a dash pattern, a mark at each moment, and a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trace {
    /// Unbroken, with filled rounds.
    Main,
    /// Dots, with hollow squares.
    Plain,
    /// Dashes, with filled diamonds.
    Needed,
}

impl Trace {
    pub const ALL: [Trace; 3] = [Trace::Main, Trace::Plain, Trace::Needed];

    /// The name used on the way to the canvas.
    pub const fn name(self) -> &'static str {
        match self {
            Trace::Main => "main",
            Trace::Plain => "plain",
            Trace::Needed => "needed",
        }
    }
}

/// From where to where a line is likely to lie.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// One range of shares a moment.
    pub ranges: Vec<Range>,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub heading: String,
    pub cells: Vec<ColumnCell>,
}

/// A cell: words for people, and the number behind them where there is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnCell {
    pub words: String,
    /// Persons, for a spreadsheet.
    pub number: Option<f64>,
}

impl Trend {
    /// The largest share drawn, 0 where nothing is.
    pub fn largest(&self) -> f64 {
        let lines = self.lines.iter().flat_map(|line| line.shares.iter().copied());
        let band = self.band.iter().flat_map(|band| band.ranges.iter().map(|range| range.high));
        lines.chain(band).fold(0.0, f64::max)
    }
}
