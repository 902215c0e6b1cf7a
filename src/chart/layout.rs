//! A figure's words and numbers to places.
//!
//! From top to bottom: title (when it travels alone), the label of the mirror line, the rows, the
//! axis, the legend, source (when alone). The height follows from the width; nothing is scaled, so
//! letters keep their size on a phone.

use super::columns::Columns;
use super::dates;
use super::drawing::{Anchor, Area, Drawing, Frame, Mark, Text, TextStyle};
use super::heat;
use super::lines;
use super::measure::width_of;
use super::paint::{Ink, Stroke};
use super::rows::{Rows, kept_inside};
use super::sheet::Sheet;
use super::spec::{Shape, Spec};

/// Narrower than any phone; below it texts would be cut to nothing.
const NARROWEST: f64 = 240.0;
/// The label of the mirror line, above the rows.
const CITY_LABEL: f64 = 30.0;

/// Places a figure in a width of so many pixels (at least 240).
pub fn draw(spec: &Spec, width: f64, frame: Frame) -> Drawing {
    let width = width.max(NARROWEST).round();
    match &spec.shape {
        Shape::Heat(heat) => heat::draw(spec, heat, width, frame),
        Shape::Years(trend) => lines::draw(spec, trend, width, frame),
        Shape::Dates(course) => dates::draw(spec, course, width, frame),
        Shape::Staircase | Shape::List => draw_rows(spec, width, frame),
    }
}

/// [`draw`] for a figure that has rows.
fn draw_rows(spec: &Spec, width: f64, frame: Frame) -> Drawing {
    let mut sheet = Sheet::new(spec, width, frame);
    let y = sheet.above();
    let columns = Columns::of(spec, sheet.left, sheet.right);
    let rows = Rows::place(spec, &columns, y + CITY_LABEL);
    rows.grounds(&mut sheet.back);
    axis(spec, &columns, &rows, &mut sheet.back);
    mirror_line(spec, &columns, &rows, y, &mut sheet.front);
    rows.over_bars(&mut sheet.front);
    rows.texts(&mut sheet.front);

    let bottom = sheet.legend(rows.bottom() + 40.0);
    let height = sheet.finish(bottom);
    let Sheet { back, front, .. } = sheet;
    let bands = Area {
        x: columns.zero,
        y: y + CITY_LABEL + rows.bar_middle - rows.pitch / 2.0,
        width: columns.end - columns.zero,
        height: rows.bottom() - y - CITY_LABEL,
    };
    Drawing {
        width,
        height,
        bands,
        bar_height: rows.bar_height,
        back,
        bars: rows.bars(),
        curves: Vec::new(),
        front,
    }
}

/// Grid lines and the labels below the rows; labels that would touch are left out.
fn axis(spec: &Spec, columns: &Columns, rows: &Rows, marks: &mut Vec<Mark>) {
    let (spans, bottom) = (rows.grid_spans(), rows.bottom());
    let style = TextStyle::Tick;
    let place =
        |share: f64| columns.zero + (columns.end - columns.zero) * spec.axis.position(share);
    let widest =
        spec.axis.ticks.iter().map(|tick| width_of(&tick.label, style)).fold(0.0, f64::max);
    let spacing =
        (columns.end - columns.zero) / spec.axis.ticks.len().saturating_sub(1).max(1) as f64;
    let every = if spacing < widest + 8.0 { 2 } else { 1 };
    for (number, tick) in spec.axis.ticks.iter().enumerate() {
        let x = place(tick.share);
        let stroke = if number == 0 { Stroke::Zero } else { Stroke::Grid };
        let lines =
            spans.iter().map(|(top, end)| Mark::Line { from: (x, *top), to: (x, *end), stroke });
        marks.extend(lines);
        if number % every == 0 {
            marks.push(Mark::Text(Text {
                x: kept_inside(x, width_of(&tick.label, style), columns.left, columns.right),
                y: bottom + 6.0 + style.size(),
                anchor: Anchor::Middle,
                style,
                ink: Ink::Soft,
                words: tick.label.clone(),
                full: None,
                halo: false,
            }));
        }
    }
}

/// The city's share: one line through every row, and its label above it. Where names stand above
/// bars it is thin behind the words, so that it is not read as a letter.
fn mirror_line(spec: &Spec, columns: &Columns, rows: &Rows, top: f64, marks: &mut Vec<Mark>) {
    let x = columns.zero + (columns.end - columns.zero) * spec.axis.position(spec.reference.share);
    let style = TextStyle::City;
    let mut line =
        |(top, bottom), stroke| marks.push(Mark::Line { from: (x, top), to: (x, bottom), stroke });
    let whole = (top + 22.0, rows.bottom() + 4.0);
    if columns.narrow {
        line(whole, Stroke::CityThin);
        for span in rows.grid_spans() {
            line(span, Stroke::CityEdge);
            line(span, Stroke::City);
        }
    } else {
        line(whole, Stroke::CityEdge);
        line(whole, Stroke::City);
    }
    let words = spec.reference.label();
    marks.push(Mark::Text(Text {
        x: kept_inside(x, width_of(&words, style), columns.left, columns.right),
        y: top + style.size(),
        anchor: Anchor::Middle,
        style,
        ink: Ink::City,
        words,
        full: None,
        halo: false,
    }));
}
