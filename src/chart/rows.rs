//! The marks of each row: ground, step, name, bar, whisker, verdict.

use super::columns::Columns;
use super::drawing::{Anchor, Area, Bar, Mark, Text, TextStyle};
use super::paint::{Ink, Stroke};
use super::spec::{Range, Row, Shape, Spec, Tone};

/// Between rows without a staircase.
const LIST_GAP: f64 = 4.0;
/// Half the height of the ends of a whisker.
const CAP: f64 = 6.0;

/// The rows in their places.
pub struct Rows<'a> {
    spec: &'a Spec,
    columns: &'a Columns,
    top: f64,
    /// From one row to the next, the same for all.
    pub pitch: f64,
    pub bar_height: f64,
    /// From the top of a row to the middle of its bar.
    pub bar_middle: f64,
    heads: Vec<Head>,
}

/// The broken texts of a row.
struct Head {
    name: Vec<String>,
    base: Vec<String>,
    verdict: Vec<String>,
    /// Heights of the name, base, share and verdict.
    heights: [f64; 4],
}

impl<'a> Rows<'a> {
    pub fn place(spec: &'a Spec, columns: &'a Columns, top: f64) -> Rows<'a> {
        let heads: Vec<Head> = spec
            .rows
            .iter()
            .enumerate()
            .map(|(number, row)| Head::of(columns, number, row))
            .collect();
        let tallest = heads.iter().map(|head| head.height(columns.narrow)).fold(0.0, f64::max);
        let (pitch, bar_height, bar_middle) = if columns.narrow {
            (tallest + 50.0, 20.0, tallest + 28.0)
        } else {
            let pitch = f64::max(tallest + 20.0, 58.0);
            (pitch, 30.0, pitch / 2.0)
        };
        Rows { spec, columns, top, pitch, bar_height, bar_middle, heads }
    }

    /// Top and bottom of what the grid lines of the axis cross: all rows when wide, the
    /// neighbourhood of each bar when names stand above it.
    pub fn grid_spans(&self) -> Vec<(f64, f64)> {
        if !self.columns.narrow {
            return vec![(self.top, self.bottom())];
        }
        let half = self.bar_height / 2.0 + 4.0;
        let middles = (0..self.heads.len()).map(|row| self.row_top(row) + self.bar_middle);
        middles.map(|middle| (middle - half, middle + half)).collect()
    }

    pub fn bottom(&self) -> f64 {
        self.top + self.pitch * self.heads.len() as f64
    }

    fn row_top(&self, row: usize) -> f64 {
        self.top + self.pitch * row as f64
    }

    /// The grounds, and the outline of the steps.
    pub fn grounds(&self, marks: &mut Vec<Mark>) {
        let stairs = self.spec.shape == Shape::Staircase;
        for number in 0..self.heads.len() {
            let (x, y) = (self.columns.ground(number), self.row_top(number));
            let height = if stairs { self.pitch } else { self.pitch - LIST_GAP };
            let area = Area { x, y, width: self.columns.right - x, height };
            marks.push(Mark::Ground { area, page: false });
        }
        if !stairs {
            return;
        }
        for number in 0..self.heads.len() {
            let (x, y) = (self.columns.ground(number), self.row_top(number));
            let tread_end = match number {
                0 => self.columns.right,
                _ => self.columns.ground(number - 1),
            };
            let stroke = Stroke::Stair;
            marks.push(Mark::Line { from: (x, y + self.pitch), to: (x, y), stroke });
            marks.push(Mark::Line { from: (x, y), to: (tread_end, y), stroke });
        }
    }

    /// The bar of each row, in order; of no width where there is no share.
    pub fn bars(&self) -> Vec<Bar> {
        let bars = self.spec.rows.iter().enumerate().map(|(number, row)| {
            let share = row.share.or(row.range.map(|range| range.low)).unwrap_or(0.0);
            Bar { area: self.stretch(number, Range { low: 0.0, high: share }), tone: row.tone }
        });
        bars.collect()
    }

    /// Outlines of what is not known exactly, and whiskers.
    pub fn over_bars(&self, marks: &mut Vec<Mark>) {
        for (number, row) in self.spec.rows.iter().enumerate() {
            let outline = match (row.share, row.range) {
                (None, Some(range)) => Some(range),
                (Some(share), _) if row.tone == Tone::Untold => {
                    Some(Range { low: 0.0, high: share })
                }
                _ => None,
            };
            marks.extend(outline.map(|range| Mark::Outline(self.stretch(number, range))));
            if let Some(interval) = row.interval {
                let area = self.stretch(number, interval);
                let middle = area.y + area.height / 2.0;
                whisker(marks, (area.x, area.x + area.width), middle);
            }
        }
    }

    /// Names, bases, shares and verdicts.
    pub fn texts(&self, marks: &mut Vec<Mark>) {
        for (number, (row, head)) in self.spec.rows.iter().zip(&self.heads).enumerate() {
            let top = self.row_top(number);
            let [name, base, value, verdict] = head.heights;
            let (left_y, right_y, gap) = if self.columns.narrow {
                // Just above the bar, bases and verdicts on one line.
                let bar = top + self.bar_middle - self.bar_height / 2.0 - 6.0;
                let y = bar - head.height(true);
                (y, y, name.max(value))
            } else {
                let middle = top + self.pitch / 2.0;
                (middle - (name + base) / 2.0, middle - (value + verdict) / 2.0, 0.0)
            };
            let mut writer = Writer {
                marks: &mut *marks,
                x: self.columns.name(number),
                y: left_y,
                anchor: Anchor::Start,
                halo: self.columns.narrow,
            };
            writer.lines(&head.name, TextStyle::Label, Ink::Strong, Some(&row.label));
            writer.y = writer.y.max(left_y + gap);
            writer.lines(&head.base, TextStyle::Sublabel, Ink::Soft, Some(&row.sublabel));

            writer.x = self.columns.verdict();
            writer.y = right_y;
            writer.anchor = if self.columns.narrow { Anchor::End } else { Anchor::Start };
            let share = std::slice::from_ref(&row.value_label);
            writer.lines(share, TextStyle::Value, Ink::Strong, None);
            writer.y = writer.y.max(right_y + gap);
            let warns = matches!(row.tone, Tone::Below | Tone::MaybeBelow);
            let ink = if warns { Ink::Warn } else { Ink::Soft };
            writer.lines(&head.verdict, TextStyle::Note, ink, Some(&row.note));
        }
    }

    /// The rectangle of a range of shares in the place of a row's bar.
    fn stretch(&self, row: usize, range: Range) -> Area {
        let Columns { zero, end, .. } = *self.columns;
        let [low, high] = [range.low, range.high]
            .map(|share| zero + (end - zero) * self.spec.axis.position(share));
        let y = self.row_top(row) + self.bar_middle - self.bar_height / 2.0;
        Area { x: low, y, width: (high - low).max(0.0), height: self.bar_height }
    }
}

impl Head {
    fn of(columns: &Columns, number: usize, row: &Row) -> Head {
        let height = |lines: &[String], style: TextStyle| {
            lines.iter().filter(|line| !line.is_empty()).count() as f64 * style.line_height()
        };
        let (name, base) = (columns.name_lines(number, row), columns.base_lines(number, row));
        let verdict = columns.verdict_lines(number, row, &base);
        let heights = [
            height(&name, TextStyle::Label),
            height(&base, TextStyle::Sublabel),
            height(std::slice::from_ref(&row.value_label), TextStyle::Value),
            height(&verdict, TextStyle::Note),
        ];
        Head { name, base, verdict, heights }
    }

    fn height(&self, narrow: bool) -> f64 {
        let [name, base, value, verdict] = self.heights;
        if narrow {
            name.max(value) + base.max(verdict)
        } else {
            (name + base).max(value + verdict)
        }
    }
}

fn whisker(marks: &mut Vec<Mark>, (low, high): (f64, f64), y: f64) {
    // The edge first, all of it, so that it covers no part of the whisker.
    for stroke in [Stroke::WhiskerEdge, Stroke::Whisker] {
        let more = if stroke == Stroke::WhiskerEdge { 1.5 } else { 0.0 };
        marks.push(Mark::Line { from: (low, y), to: (high, y), stroke });
        for x in [low, high] {
            marks.push(Mark::Line { from: (x, y - CAP - more), to: (x, y + CAP + more), stroke });
        }
    }
}

/// Writes lines below one another.
struct Writer<'a> {
    marks: &'a mut Vec<Mark>,
    x: f64,
    y: f64,
    anchor: Anchor,
    halo: bool,
}

impl Writer<'_> {
    fn lines(&mut self, lines: &[String], style: TextStyle, ink: Ink, full: Option<&str>) {
        let cut = lines.last().is_some_and(|line| line.ends_with('…'));
        for words in lines.iter().filter(|line| !line.is_empty()) {
            self.marks.push(Mark::Text(Text {
                x: self.x,
                y: self.y + style.size(),
                anchor: self.anchor,
                style,
                ink,
                words: words.clone(),
                full: full.filter(|_| cut).map(str::to_owned),
                halo: self.halo,
            }));
            self.y += style.line_height();
        }
    }
}

/// The place of a middle-anchored text of this width that stays between two edges.
pub fn kept_inside(x: f64, width: f64, left: f64, right: f64) -> f64 {
    let half = width / 2.0;
    if width >= right - left {
        return (left + right) / 2.0;
    }
    // Not `clamp`: its panic message would bring the printing of fractions, 4 kB of the page.
    x.max(left + half).min(right - half)
}
