//! Where the columns of a figure stand, by the room there is.
//!
//! Wide: names, bars and verdicts side by side. Narrow: names and verdicts above the bars. All bars
//! start at the same place in both, because lengths are compared from a common start.

use super::drawing::TextStyle;
use super::measure::{width_of, wrap};
use super::spec::{Row, Shape, Spec};

/// Below this width, in pixels, names stand above the bars.
const NARROW: f64 = 590.0;
/// Between the edge of a row's ground and what is in it.
pub const INSET: f64 = 12.0;
/// Between two texts, or a text and the bars.
const GAP: f64 = 16.0;

/// Horizontal places in pixels.
pub struct Columns {
    pub narrow: bool,
    /// The ends of the entry level's ground, the longest.
    pub left: f64,
    pub right: f64,
    /// How much further right each higher step begins; 0 without a staircase.
    step: f64,
    count: usize,
    /// The start and the end of the axis.
    pub zero: f64,
    pub end: f64,
    names_end: f64,
    value_width: f64,
    verdict_width: f64,
}

impl Columns {
    pub fn of(spec: &Spec, left: f64, right: f64) -> Columns {
        let width = right - left;
        let narrow = width < NARROW;
        let count = spec.rows.len();
        let (longest_step, stairs) = if narrow { (7.0, 35.0) } else { (14.0, 0.08 * width) };
        let step = match spec.shape {
            Shape::Staircase => f64::min(longest_step, stairs / count.max(2) as f64),
            Shape::List | Shape::Heat(_) | Shape::Years(_) | Shape::Dates(_) => 0.0,
        };
        let mut columns = Columns {
            narrow,
            left,
            right,
            step,
            count,
            zero: left + step * count.saturating_sub(1) as f64 + INSET,
            end: right - INSET,
            names_end: right - INSET,
            value_width: widest(
                spec.rows.iter().map(|row| width_of(&row.value_label, TextStyle::Value)),
            ),
            verdict_width: 0.0,
        };
        if !narrow {
            columns.verdict_width = columns.widest_verdict(spec, f64::max(0.2 * width, 150.0));
            columns.end = right - INSET - columns.verdict_width - GAP;
            columns.names_end = columns.widest_name(spec).min(left + 0.37 * width);
            columns.zero = columns.names_end + GAP;
        }
        columns
    }

    /// Where the ground of a row begins; row 0 is the top.
    pub fn ground(&self, row: usize) -> f64 {
        self.left + self.step * (self.count - 1 - row.min(self.count - 1)) as f64
    }

    /// Where the name of a row begins.
    pub fn name(&self, row: usize) -> f64 {
        self.ground(row) + INSET
    }

    /// The lines of a row's name; when narrow, the share stands beside it.
    pub fn name_lines(&self, number: usize, row: &Row) -> Vec<String> {
        let taken = if self.narrow { self.value_width + GAP } else { 0.0 };
        wrap(&row.label, TextStyle::Label, self.names_end - taken - self.name(number), 2)
    }

    /// The lines of a row's base.
    pub fn base_lines(&self, number: usize, row: &Row) -> Vec<String> {
        let share = if self.narrow { 0.45 } else { 1.0 };
        wrap(&row.sublabel, TextStyle::Sublabel, share * (self.names_end - self.name(number)), 2)
    }

    /// The lines of a row's verdict; when narrow, its base stands beside it.
    pub fn verdict_lines(&self, number: usize, row: &Row, base: &[String]) -> Vec<String> {
        let room = if self.narrow {
            let base = widest(base.iter().map(|line| width_of(line, TextStyle::Sublabel)));
            self.names_end - self.name(number) - base - GAP
        } else {
            self.verdict_width
        };
        wrap(&row.note, TextStyle::Note, room, 2)
    }

    /// Where verdicts begin when wide; they end at the right inset when narrow.
    pub fn verdict(&self) -> f64 {
        if self.narrow { self.right - INSET } else { self.end + GAP }
    }

    fn widest_verdict(&self, spec: &Spec, limit: f64) -> f64 {
        let rows = spec.rows.iter();
        let widths = rows.flat_map(|row| {
            // Whole when it fits, else in two lines of the width that is allowed.
            let note = width_of(&row.note, TextStyle::Note);
            let lines = wrap(&row.note, TextStyle::Note, f64::max(limit, 0.56 * note), 2);
            let lines = lines.into_iter().map(|line| width_of(&line, TextStyle::Note));
            lines.collect::<Vec<_>>()
        });
        widest(widths).min(1.4 * limit).max(self.value_width).max(60.0)
    }

    fn widest_name(&self, spec: &Spec) -> f64 {
        let ends = spec.rows.iter().enumerate().map(|(number, row)| {
            let label = width_of(&row.label, TextStyle::Label);
            self.name(number) + label.max(width_of(&row.sublabel, TextStyle::Sublabel))
        });
        // A pixel more, so that rounding does not break the longest name.
        widest(ends).max(self.left + 100.0) + 1.0
    }
}

fn widest(widths: impl Iterator<Item = f64>) -> f64 {
    widths.fold(0.0, f64::max)
}
