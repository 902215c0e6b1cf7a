//! Lines crossed with columns to places: a cell has its verdict's pattern at its left edge, the
//! share with the verdict's sign, and whom it counts.
//!
//! Nothing is scaled: where the columns do not fit beside one another they go on below, with the
//! names of the lines again. Absent: the rows of other figures ([`super::rows`]).

use super::drawing::{Anchor, Area, Bar, Drawing, Frame, Mark, Text, TextStyle};
use super::measure::{width_of, wrap};
use super::paint::{Ink, Stroke};
use super::sheet::Sheet;
use super::spec::{Heat, HeatLine, Row, Shape, Spec, Tone};
use std::ops::Range;

const NAME: TextStyle = TextStyle::Note;
const VALUE: TextStyle = TextStyle::Sublabel;
const BASE: TextStyle = TextStyle::Tick;
/// The patterned edge of a cell.
const EDGE: f64 = 16.0;
/// From the edge to the words, and from the words to the next cell.
const GAP: f64 = 6.0;
/// Above and below the words of a line.
const PADDING: f64 = 7.0;
/// What a column is given beyond its need, where there is room.
const MOST_SPARE: f64 = 36.0;
/// A column is no narrower, so that its name has room.
const NARROWEST_CELL: f64 = 82.0;
const BETWEEN_BLOCKS: f64 = 22.0;

/// Places a heat figure in a width of so many whole pixels.
pub fn draw(spec: &Spec, heat: &Heat, width: f64, frame: Frame) -> Drawing {
    let mut sheet = Sheet::new(spec, width, frame);
    let mut y = sheet.above();
    let (left, right, inset) = (sheet.left, sheet.right, sheet.inset());
    let mut bars = Vec::new();
    let places = Places::of(heat, left, right);
    let Sheet { back, front, .. } = &mut sheet;
    let mut blocks = Blocks { back, bars: &mut bars, front, places: &places };
    let mut first = 0;
    while first < heat.columns.len() {
        let end = places.end_of_block(first);
        y = blocks.block(heat, first..end, y) + BETWEEN_BLOCKS;
        first = end;
    }
    let bottom = sheet.legend(y);
    let height = sheet.finish(bottom);
    let Sheet { back, front, .. } = sheet;
    let bands = Area { x: left, y: inset, width: right - left, height: 0.0 };
    let curves = Vec::new();
    Drawing { width, height, bands, bar_height: 0.0, back, bars, curves, front }
}

/// A heat figure as one figure for each block that it is drawn in at this width, so that a page may
/// end between them. The signs are explained by the last.
pub fn blocks(spec: &Spec, width: f64) -> Vec<Spec> {
    let Shape::Heat(heat) = &spec.shape else { return vec![spec.clone()] };
    let places = Places::of(heat, 1.0, width - 1.0);
    let mut parts = Vec::new();
    let mut first = 0;
    while first < heat.columns.len() {
        let end = places.end_of_block(first);
        let line = |line: &HeatLine| HeatLine {
            label: line.label.clone(),
            cells: line.cells.iter().take(end).skip(first).cloned().collect(),
        };
        let part = Heat {
            heading: heat.heading.clone(),
            columns: heat.columns[first..end].to_vec(),
            first_is_total: heat.first_is_total && first == 0,
            lines: heat.lines.iter().map(line).collect(),
        };
        let is_last = end == heat.columns.len();
        let legend = if is_last { spec.legend.clone() } else { Vec::new() };
        parts.push(Spec { shape: Shape::Heat(part), legend, ..spec.clone() });
        first = end;
    }
    parts
}

/// How wide everything is.
struct Places {
    left: f64,
    right: f64,
    /// Where the cells begin.
    cells: f64,
    /// Per column.
    widths: Vec<f64>,
}

impl Places {
    fn of(heat: &Heat, left: f64, right: f64) -> Places {
        let names = heat.lines.iter().map(|line| width_of(&line.label, NAME)).fold(60.0, f64::max);
        let cells = left + names.min(0.26 * (right - left)) + GAP;
        let need = |column: usize| {
            let texts = heat.lines.iter().filter_map(|line| line.cells.get(column));
            let widest = texts
                .map(|row| width_of(&row.value_label, VALUE).max(width_of(&row.sublabel, BASE)))
                .fold(0.0, f64::max);
            (EDGE + GAP + widest + GAP).max(NARROWEST_CELL).min(right - cells)
        };
        let widths = (0..heat.columns.len()).map(need).collect();
        let mut places = Places { left, right, cells, widths };
        let mut spare = MOST_SPARE;
        let mut first = 0;
        while first < places.widths.len() {
            let end = places.end_of_block(first);
            let used: f64 = places.widths[first..end].iter().sum();
            spare = spare.min((right - cells - used).max(0.0) / (end - first) as f64);
            first = end;
        }
        // The same for all, so that the columns of one block stand like those of another.
        places.widths.iter_mut().for_each(|width| *width += spare);
        places
    }

    /// The first column that does not fit beside those from `first` on; there is always one more
    /// than `first`.
    fn end_of_block(&self, first: usize) -> usize {
        let mut x = self.cells;
        let fitting = self.widths[first..].iter().take_while(|width| {
            x += **width;
            // Adding up in another order may differ in the last digit.
            x <= self.right + 0.01
        });
        first + fitting.count().max(1)
    }
}

struct Blocks<'a> {
    back: &'a mut Vec<Mark>,
    bars: &'a mut Vec<Bar>,
    front: &'a mut Vec<Mark>,
    places: &'a Places,
}

impl Blocks<'_> {
    /// Some columns beside one another; gives the y below them.
    fn block(&mut self, heat: &Heat, columns: Range<usize>, top: f64) -> f64 {
        let Places { left, cells, widths, .. } = self.places;
        let (left, cells) = (*left, *cells);
        let head = |column: usize| wrap(&heat.columns[column], NAME, widths[column] - GAP, 3);
        let heads: Vec<Vec<String>> = columns.clone().map(head).collect();
        let tallest = heads.iter().map(Vec::len).max().unwrap_or(0) as f64 * NAME.line_height();
        let mut x = cells;
        for (column, head) in columns.clone().zip(&heads) {
            let y = top + tallest - head.len() as f64 * NAME.line_height();
            self.lines(head, (x, y), NAME, Ink::Strong, &heat.columns[column]);
            x += widths[column];
        }
        let end = x;
        let grid = top + tallest + 4.0;
        let mut y = grid;
        for (number, line) in heat.lines.iter().enumerate() {
            let is_total = number + 1 == heat.lines.len();
            let stroke = if is_total { Stroke::Zero } else { Stroke::Grid };
            self.back.push(Mark::Line { from: (left, y), to: (end, y), stroke });
            y = self.line(line, columns.clone(), y);
        }
        // The totals stand apart from what they are totals of.
        if columns.start == 0 && heat.first_is_total {
            let x = cells + widths[0] - 2.0;
            let stroke = Stroke::Zero;
            self.back.push(Mark::Line { from: (x, grid), to: (x, y), stroke });
        }
        y
    }

    fn line(&mut self, line: &HeatLine, columns: Range<usize>, top: f64) -> f64 {
        let Places { left, cells, widths, .. } = self.places;
        let (left, cells) = (*left, *cells);
        let names = wrap(&line.label, NAME, cells - left - GAP, 3);
        let words = VALUE.line_height() + BASE.line_height();
        let height = words.max(names.len() as f64 * NAME.line_height()) + 2.0 * PADDING;
        let middle = top + height / 2.0;
        let y = middle - names.len() as f64 * NAME.line_height() / 2.0;
        self.lines(&names, (left, y), NAME, Ink::Strong, &line.label);
        let mut x = cells;
        for column in columns {
            let width = widths[column];
            if let Some(row) = line.cells.get(column) {
                let area = Area { x, y: top + 3.0, width: EDGE - 3.0, height: height - 6.0 };
                let room = width - EDGE - 2.0 * GAP;
                self.cell(row, area, (x + EDGE + GAP, middle - words / 2.0), room);
            }
            x += width;
        }
        top + height
    }

    fn cell(&mut self, row: &Row, edge: Area, (x, y): (f64, f64), room: f64) {
        match row.tone {
            // Where there is nobody there is nothing to frame.
            Tone::Untold if row.sublabel.is_empty() => {}
            Tone::Untold => self.front.push(Mark::Outline(edge)),
            tone => self.bars.push(Bar { area: edge, tone }),
        }
        let warns = matches!(row.tone, Tone::Below | Tone::MaybeBelow);
        let ink = if warns { Ink::Warn } else { Ink::Strong };
        let value = wrap(&row.value_label, VALUE, room, 1);
        self.lines(&value, (x, y), VALUE, ink, &row.value_label);
        let base = wrap(&row.sublabel, BASE, room, 1);
        let y = y + VALUE.line_height();
        self.lines(&base, (x, y), BASE, Ink::Soft, &row.sublabel);
    }

    fn lines(
        &mut self,
        lines: &[String],
        (x, top): (f64, f64),
        style: TextStyle,
        ink: Ink,
        full: &str,
    ) {
        let is_cut = lines.last().is_some_and(|line| line.ends_with('…'));
        for (number, words) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            self.front.push(Mark::Text(Text {
                x,
                y: top + number as f64 * style.line_height() + style.size(),
                anchor: Anchor::Start,
                style,
                ink,
                words: words.clone(),
                full: is_cut.then(|| full.to_owned()),
                halo: false,
            }));
        }
    }
}
