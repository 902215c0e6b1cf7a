//! A figure of years to places: axes, band, lines, the reference, and a label at each line's end.
//!
//! From top to bottom: title (when it travels alone), the plot, the years, the legend, source (when
//! alone). Labels stand at the right ends of their lines, moved apart where they would touch.
//! Absent: rows ([`super::layout`]).

use super::drawing::{Anchor, Area, Curve, Drawing, Frame, Mark, Text, TextStyle};
use super::measure::{width_of, wrap};
use super::paint::{Ink, Stroke};
use super::rows::kept_inside;
use super::sheet::Sheet;
use super::spec::Spec;
use super::trend::{Trace, Trend};

/// Below this width labels are short of room and the plot is lower.
const NARROW: f64 = 520.0;
/// Half the size of the mark at each moment.
pub const MARK: f64 = 3.5;

struct Plot {
    area: Area,
    moments: usize,
    max_share: f64,
}

impl Plot {
    /// The middle of a moment's band: canvas categories are bands of equal width.
    fn x(&self, moment: usize) -> f64 {
        let band = self.area.width / self.moments.max(1) as f64;
        self.area.x + band * (moment as f64 + 0.5)
    }

    fn y(&self, share: f64) -> f64 {
        let position = share / self.max_share;
        let position = if position.is_nan() { 0.0 } else { position.clamp(0.0, 1.0) };
        self.area.y + self.area.height * (1.0 - position)
    }
}

/// Places a figure with a trend in a width of so many pixels.
pub fn draw(spec: &Spec, trend: &Trend, width: f64, frame: Frame) -> Drawing {
    let mut sheet = Sheet::new(spec, width, frame);
    let top = sheet.above();
    let (left, right) = (sheet.left, sheet.right);
    let is_narrow = width < NARROW;
    let ticks = spec.axis.ticks.iter().map(|tick| width_of(&tick.label, TextStyle::Tick));
    let ticks = ticks.fold(0.0, f64::max);
    let labels = labels(spec, trend, if is_narrow { 0.34 } else { 0.3 } * (right - left));
    let gutter = labels.iter().map(|label| label.width).fold(0.0, f64::max);
    let x = left + ticks + 8.0;
    let area = Area {
        x,
        y: top + 10.0,
        width: (right - gutter - 12.0 - x).max(60.0),
        height: if is_narrow { 190.0 } else { 230.0 },
    };
    let plot = Plot { area, moments: trend.moments.len(), max_share: spec.axis.max };
    axes(spec, trend, &plot, left, &mut sheet.back);
    band(trend, &plot, &mut sheet.back);
    reference(spec, &plot, &mut sheet.back);
    ends(labels, trend, &plot, spec.reference.share, &mut sheet.front);

    let bottom = sheet.legend(area.y + area.height + 36.0);
    let height = sheet.finish(bottom);
    let Sheet { back, front, .. } = sheet;
    let curves = trend.lines.iter().map(|line| Curve {
        trace: line.trace,
        points: line.shares.iter().enumerate().map(|(m, &s)| (plot.x(m), plot.y(s))).collect(),
    });
    let curves = curves.collect();
    Drawing { width, height, bands: area, bar_height: 0.0, back, bars: Vec::new(), curves, front }
}

/// Grid lines with their shares, and the moments below; those that would touch are left out, the
/// last one never.
fn axes(spec: &Spec, trend: &Trend, plot: &Plot, left: f64, marks: &mut Vec<Mark>) {
    let style = TextStyle::Tick;
    let area = plot.area;
    let text = |x, y, anchor, words: &str| {
        let words = words.to_owned();
        Mark::Text(Text { x, y, anchor, style, ink: Ink::Soft, words, full: None, halo: false })
    };
    for (number, tick) in spec.axis.ticks.iter().enumerate() {
        let y = plot.y(tick.share);
        let stroke = if number == 0 { Stroke::Zero } else { Stroke::Grid };
        let (from, to) = ((area.x, y), (area.x + area.width, y));
        marks.push(Mark::Line { from, to, stroke });
        marks.push(text(area.x - 8.0, y + 0.35 * style.size(), Anchor::End, &tick.label));
    }
    let widest = trend.moments.iter().map(|words| width_of(words, style)).fold(0.0, f64::max);
    let pitch = area.width / plot.moments.max(1) as f64;
    let every = ((widest + 10.0) / pitch).ceil().max(1.0) as usize;
    for (moment, words) in trend.moments.iter().enumerate() {
        let x = plot.x(moment);
        let from_the_last = plot.moments - 1 - moment;
        if from_the_last.is_multiple_of(every) {
            let x = kept_inside(x, width_of(words, style), left, area.x + area.width + 20.0);
            let y = area.y + area.height + 6.0 + style.size();
            marks.push(text(x, y, Anchor::Middle, words));
        }
    }
}

/// The band as one outline: along its upper edge and back along the lower one.
fn band(trend: &Trend, plot: &Plot, marks: &mut Vec<Mark>) {
    let Some(band) = &trend.band else { return };
    let edge = |share: fn(&super::spec::Range) -> f64| {
        let shares = band.ranges.iter().map(share).enumerate();
        shares.map(|(moment, share)| (plot.x(moment), plot.y(share))).collect::<Vec<_>>()
    };
    let (mut corners, mut lower) = (edge(|range| range.high), edge(|range| range.low));
    lower.reverse();
    corners.extend(lower);
    if !corners.is_empty() {
        marks.push(Mark::Band { corners });
    }
}

/// The mirror line, over the whole width.
fn reference(spec: &Spec, plot: &Plot, marks: &mut Vec<Mark>) {
    let y = plot.y(spec.reference.share);
    let (from, to) = ((plot.area.x, y), (plot.area.x + plot.area.width, y));
    for stroke in [Stroke::CityEdge, Stroke::City] {
        marks.push(Mark::Line { from, to, stroke });
    }
}

/// What stands at the right end of a line.
struct Label {
    lines: Vec<String>,
    style: TextStyle,
    ink: Ink,
    width: f64,
}

impl Label {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.style.line_height()
    }
}

/// A label for each line, then the reference's.
fn labels(spec: &Spec, trend: &Trend, room: f64) -> Vec<Label> {
    let label = |words: &str, style: TextStyle, ink| {
        let lines = wrap(words, style, room, 2);
        let width = lines.iter().map(|line| width_of(line, style)).fold(0.0, f64::max);
        Label { lines, style, ink, width }
    };
    let ink = |trace| match trace {
        Trace::Main => Ink::Strong,
        Trace::Plain => Ink::Soft,
        Trace::Needed => Ink::Warn,
    };
    let own = trend.lines.iter().map(|line| label(&line.label, TextStyle::Note, ink(line.trace)));
    // With a place to break, unlike where there is room for one line.
    let reference = [spec.reference.name.as_str(), &spec.reference.value_label].join(" ");
    let reference = label(&reference, TextStyle::City, Ink::City);
    own.chain([reference]).collect()
}

/// Sets the labels beside their ends, from the highest down, none over another.
fn ends(labels: Vec<Label>, trend: &Trend, plot: &Plot, reference: f64, marks: &mut Vec<Mark>) {
    let shares = trend.lines.iter().map(|line| line.shares.last().copied().unwrap_or(0.0));
    let wanted: Vec<f64> = shares.chain([reference]).map(|share| plot.y(share)).collect();
    let mut order: Vec<usize> = (0..labels.len()).collect();
    crate::sorted::sort_by(&mut order, |&one, &other| wanted[one] < wanted[other]);
    let area = plot.area;
    let total: f64 = labels.iter().map(|label| label.height() + 3.0).sum();
    let floor = (area.y + area.height + 4.0).max(area.y - 8.0 + total);
    // Down from the top, then back up from the bottom where they would run out of the plot.
    let mut tops = vec![0.0; labels.len()];
    let mut next = area.y - 8.0;
    for &index in &order {
        let top = (wanted[index] - labels[index].height() / 2.0).max(next);
        tops[index] = top;
        next = top + labels[index].height() + 3.0;
    }
    let mut limit = floor;
    for &index in order.iter().rev() {
        tops[index] = tops[index].min(limit - labels[index].height());
        limit = tops[index] - 3.0;
    }
    let end = area.x + area.width;
    for (index, label) in labels.into_iter().enumerate() {
        let middle = tops[index] + label.height() / 2.0;
        let from_x = if index < trend.lines.len() {
            plot.x(plot.moments.saturating_sub(1)) + MARK + 2.0
        } else {
            end
        };
        let (from, to) = ((from_x, wanted[index]), (end + 8.0, middle));
        marks.push(Mark::Line { from, to, stroke: Stroke::Grid });
        let mut y = tops[index];
        for words in label.lines {
            marks.push(Mark::Text(Text {
                x: end + 12.0,
                y: y + label.style.size(),
                anchor: Anchor::Start,
                style: label.style,
                ink: label.ink,
                words,
                full: None,
                halo: false,
            }));
            y += label.style.line_height();
        }
    }
}
