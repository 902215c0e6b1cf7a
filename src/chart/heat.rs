//! Lines crossed with columns to places: a cell has its verdict's pattern at its left edge, the
//! share with the verdict's sign, and whom it counts.
//!
//! Nothing is scaled: where the columns do not fit beside one another they go on below, with the
//! names of the lines again. Absent: the rows of other figures ([`super::rows`]).

use super::captions::Captions;
use super::drawing::{Anchor, Area, Bar, Drawing, Frame, Mark, Text, TextStyle};
use super::layout::MARGIN;
use super::measure::{width_of, wrap};
use super::paint::{Ink, Stroke};
use super::spec::{Heat, HeatLine, Row, Spec, Tone};

const NAME: TextStyle = TextStyle::Note;
const VALUE: TextStyle = TextStyle::Sublabel;
const BASE: TextStyle = TextStyle::Tick;
/// The patterned edge of a cell.
const EDGE: f64 = 12.0;
/// From the edge to the words, and from the words to the next cell.
const GAP: f64 = 6.0;
/// Above and below the words of a line.
const PADDING: f64 = 7.0;
/// A cell is no wider, however few there are.
const WIDEST: f64 = 150.0;
const BETWEEN_BLOCKS: f64 = 22.0;

/// Places a heat figure in a width of so many whole pixels.
pub fn draw(spec: &Spec, heat: &Heat, width: f64, frame: Frame) -> Drawing {
    let inset = if frame == Frame::Standalone { MARGIN } else { 1.0 };
    let (left, right) = (inset, width - inset);
    let (mut back, mut bars, mut front) = (Vec::new(), Vec::new(), Vec::new());
    let mut y = inset;
    if frame == Frame::Standalone {
        y = Captions { marks: &mut front, left, right }.above(spec, y);
    }
    let places = Places::of(heat, left, right);
    let mut blocks = Blocks { back: &mut back, bars: &mut bars, front: &mut front, places };
    for first in (0..heat.columns.len()).step_by(blocks.places.in_a_block) {
        y = blocks.block(heat, first, y) + BETWEEN_BLOCKS;
    }
    let mut captions = Captions { marks: &mut front, left, right };
    let mut bottom = captions.legend(spec, y);
    if frame == Frame::Standalone {
        bottom = captions.below(spec, bottom);
    }
    let height = (bottom + inset).ceil();
    if frame == Frame::Standalone {
        let area = Area { x: 0.0, y: 0.0, width, height };
        back.insert(0, Mark::Ground { area, page: true });
    }
    let bands = Area { x: left, y: inset, width: right - left, height: 0.0 };
    Drawing { width, height, bands, bar_height: 0.0, back, bars, front }
}

/// How wide everything is.
struct Places {
    left: f64,
    /// Where the cells begin.
    cells: f64,
    cell: f64,
    in_a_block: usize,
}

impl Places {
    fn of(heat: &Heat, left: f64, right: f64) -> Places {
        let widest = |texts: &mut dyn Iterator<Item = &String>, style| {
            texts.map(|text| width_of(text, style)).fold(0.0, f64::max)
        };
        let cells = || heat.lines.iter().flat_map(|line| &line.cells);
        let values = widest(&mut cells().map(|cell| &cell.value_label), VALUE);
        let bases = widest(&mut cells().map(|cell| &cell.sublabel), BASE);
        let names = widest(&mut heat.lines.iter().map(|line| &line.label), NAME);
        let name = names.min(0.34 * (right - left)).max(60.0) + GAP;
        let room = right - left - name;
        let needed = (EDGE + GAP + values.max(bases) + GAP).min(room);
        let columns = heat.columns.len().max(1);
        let fitting = ((room / needed) as usize).max(1);
        // Blocks of the same size, so that the last one is not a single column.
        let blocks = columns.div_ceil(fitting);
        let in_a_block = columns.div_ceil(blocks);
        let cell = (room / in_a_block as f64).min(f64::max(WIDEST, needed));
        Places { left, cells: left + name, cell, in_a_block }
    }
}

struct Blocks<'a> {
    back: &'a mut Vec<Mark>,
    bars: &'a mut Vec<Bar>,
    front: &'a mut Vec<Mark>,
    places: Places,
}

impl Blocks<'_> {
    /// The columns from `first` on, as many as fit, and gives the y below them.
    fn block(&mut self, heat: &Heat, first: usize, top: f64) -> f64 {
        let Places { left, cells, cell, in_a_block } = self.places;
        let columns = heat.columns.iter().skip(first).take(in_a_block);
        let end = cells + cell * columns.len() as f64;
        let heads: Vec<Vec<String>> =
            columns.map(|name| wrap(name, NAME, cell - 2.0 * GAP, 3)).collect();
        let tallest = heads.iter().map(Vec::len).max().unwrap_or(0) as f64 * NAME.line_height();
        for (place, head) in heads.iter().enumerate() {
            let name = &heat.columns[first + place];
            let y = top + tallest - head.len() as f64 * NAME.line_height();
            self.lines(head, (cells + cell * place as f64 + GAP, y), NAME, Ink::Strong, name);
        }
        let mut y = top + tallest + 4.0;
        for (number, line) in heat.lines.iter().enumerate() {
            let is_total = number + 1 == heat.lines.len();
            let stroke = if is_total { Stroke::Zero } else { Stroke::Grid };
            self.back.push(Mark::Line { from: (left, y), to: (end, y), stroke });
            y = self.line(line, first, y);
        }
        // The totals stand apart from what they are totals of.
        if first == 0 && heat.columns.len() > 1 {
            let x = cells + cell;
            let stroke = Stroke::Zero;
            self.back.push(Mark::Line { from: (x, top + tallest + 4.0), to: (x, y), stroke });
        }
        y
    }

    fn line(&mut self, line: &HeatLine, first: usize, top: f64) -> f64 {
        let Places { left, cells, cell, in_a_block } = self.places;
        let names = wrap(&line.label, NAME, cells - left - GAP, 3);
        let words = VALUE.line_height() + BASE.line_height();
        let height = words.max(names.len() as f64 * NAME.line_height()) + 2.0 * PADDING;
        let middle = top + height / 2.0;
        let y = middle - names.len() as f64 * NAME.line_height() / 2.0;
        self.lines(&names, (left, y), NAME, Ink::Strong, &line.label);
        for (place, row) in line.cells.iter().skip(first).take(in_a_block).enumerate() {
            let x = cells + cell * place as f64;
            let area = Area { x: x + 3.0, y: top + 3.0, width: EDGE - 3.0, height: height - 6.0 };
            self.cell(row, area, (x + EDGE + GAP, middle - words / 2.0));
        }
        top + height
    }

    fn cell(&mut self, row: &Row, edge: Area, (x, y): (f64, f64)) {
        match row.tone {
            // Where there is nobody there is nothing to frame.
            Tone::Untold if row.sublabel.is_empty() => {}
            Tone::Untold => self.front.push(Mark::Outline(edge)),
            tone => self.bars.push(Bar { area: edge, tone }),
        }
        let warns = matches!(row.tone, Tone::Below | Tone::MaybeBelow);
        let ink = if warns { Ink::Warn } else { Ink::Strong };
        let room = self.places.cell - EDGE - 2.0 * GAP;
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
