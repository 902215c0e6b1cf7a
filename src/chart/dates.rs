//! A figure of dates to places: one panel or several, all on the same scale.
//!
//! The reference is a step from the day of each of its figures until the next one, at most a year;
//! after that the line is broken, because nothing was published. The organisation's shares are
//! squares on their days, joined by a thin line where both ends are given.
//! From top to bottom: title (when it travels alone), the panels, the legend, source (when alone).
//! Absent: a panel between its axes ([`super::plot`]), rows ([`super::layout`]), what is said
//! ([`super::course`]).

use super::course::{Course, CourseKey};
use super::drawing::{Anchor, Area, Bar, Drawing, Frame, Mark, Text, TextStyle};
use super::measure::{width_of, wrap};
use super::paint::{Ink, Stroke};
use super::plot::{HALF, Plot};
use super::sheet::Sheet;
use super::spec::{Spec, Tone};

/// Between two panels.
const GAP: f64 = 24.0;
/// Wider texts stand under or over their squares.
const LONGEST_BESIDE: f64 = 70.0;

/// Places a figure of dates in a width of so many pixels.
pub fn draw(spec: &Spec, course: &Course, width: f64, frame: Frame) -> Drawing {
    let mut sheet = Sheet::new(spec, width, frame);
    let mut top = sheet.above();
    let (left, right) = (sheet.left, sheet.right);
    let columns = columns(course.panels.len(), right - left);
    let panel_width = (right - left - GAP * (columns - 1) as f64) / columns as f64;
    let height = if course.panels.len() == 1 { 230.0 } else { 120.0 };
    let ticks = spec.axis.ticks.iter().map(|tick| width_of(&tick.label, TextStyle::Tick));
    let gutter = ticks.fold(0.0, f64::max) + 8.0;
    // The newest share stands after its square; a range may be too long for that.
    let newest = course.panels.iter().filter_map(|panel| panel.points.last());
    let newest = newest.map(|point| width_of(&point.value_label, TextStyle::Value));
    let margin = newest.fold(0.0, f64::max).min(LONGEST_BESIDE) + 16.0;
    for (row, panels) in course.panels.chunks(columns).enumerate() {
        let names: Vec<Vec<String>> = panels
            .iter()
            .map(|panel| wrap(&panel.label, TextStyle::Label, panel_width, 2))
            .collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(1);
        let y = top + lines as f64 * TextStyle::Label.line_height() + 14.0;
        for (place, (panel, names)) in panels.iter().zip(names).enumerate() {
            let x = left + place as f64 * (panel_width + GAP);
            let mut at = top + TextStyle::Label.size();
            for name in names {
                sheet.front.push(text(x, at, Anchor::Start, TextStyle::Label, Ink::Strong, name));
                at += TextStyle::Label.line_height();
            }
            let width = panel_width - gutter - margin;
            let area = Area { x: x + gutter, y, width, height };
            let number = row * columns + place;
            let marked = course.cursor.filter(|cursor| cursor.0 == number).map(|cursor| cursor.1);
            let plot = Plot { spec, course, area, margin, left: x };
            plot.axes(&mut sheet.back);
            plot.draw(panel, course.panels.len() == 1, marked, &mut sheet.front);
        }
        top = y + height + 34.0;
    }
    let bottom = legend(course, left, right, top + 4.0, &mut sheet.front);
    let (height, inset) = (sheet.finish(bottom), sheet.inset());
    let Sheet { back, front, .. } = sheet;
    let bands = Area { x: left, y: inset, width: right - left, height: height - 2.0 * inset };
    let (bars, curves) = (Vec::new(), Vec::new());
    Drawing { width, height, bands, bar_height: 0.0, back, bars, curves, front }
}

/// As many panels beside each other as leave each of them room to be read.
fn columns(panels: usize, width: f64) -> usize {
    let most = if width >= 760.0 {
        3
    } else if width >= 520.0 {
        2
    } else {
        1
    };
    panels.clamp(1, most)
}

fn legend(course: &Course, left: f64, right: f64, top: f64, marks: &mut Vec<Mark>) -> f64 {
    let style = TextStyle::Legend;
    let (mut x, mut y) = (left, top);
    for (key, words) in &course.legend {
        let width = 26.0 + width_of(words, style);
        if x > left && x + width > right {
            (x, y) = (left, y + 22.0);
        }
        let middle = y + 8.0;
        let square = Area { x: x + 4.0, y: middle - HALF, width: 2.0 * HALF, height: 2.0 * HALF };
        match key {
            CourseKey::Own => marks.push(Mark::Sample(Bar { area: square, tone: Tone::InLine })),
            CourseKey::Hidden => marks.push(Mark::Outline(square)),
            CourseKey::Reference => {
                let (from, to) = ((x, middle), (x + 18.0, middle));
                marks.push(Mark::Line { from, to, stroke: Stroke::City });
            }
        }
        for line in wrap(words, style, right - x - 26.0, 3) {
            marks.push(text(x + 26.0, y + style.size(), Anchor::Start, style, Ink::Soft, line));
            y += style.line_height();
        }
        y -= style.line_height();
        x += width + 24.0;
    }
    if course.legend.is_empty() { top } else { y + 26.0 }
}

pub(super) fn text(
    x: f64,
    y: f64,
    anchor: Anchor,
    style: TextStyle,
    ink: Ink,
    words: String,
) -> Mark {
    Mark::Text(Text { x, y, anchor, style, ink, words, full: None, halo: false })
}

#[cfg(test)]
mod tests {
    use super::super::course::{DayTick, Given, Panel, Point};
    use super::super::spec::{Range, Reference, Shape};
    use super::super::{Axis, SvgOptions, svg, table};
    use super::*;

    fn point(day: i64, share: Option<f64>) -> Point {
        let value_label = share.map_or(String::new(), |share| format!("{:.0} %", 100.0 * share));
        Point { day, date: format!("dag {day}"), share, value_label, ..Point::default() }
    }

    fn given(day: i64, share: f64) -> Given {
        let (date, value_label) = (format!("dag {day}"), format!("{share}"));
        Given { day, date, share, value_label, source: "Statistikken".to_owned() }
    }

    fn spec(panels: Vec<Panel>) -> Spec {
        let course = Course {
            panels,
            reference: vec![given(0, 0.20), given(1_000, 0.22), given(1_300, 0.24)],
            days: (0, 2_000),
            ticks: vec![DayTick { day: 365, label: "2009".to_owned() }],
            legend: vec![(CourseKey::Own, "jer".to_owned())],
            headings: ["Niveau", "Dato", "Grundlag", "Andel", "Byen", "Kilde"].map(str::to_owned),
            cursor: None,
        };
        Spec {
            title: "Andelen".to_owned(),
            axis: Axis::covering(&[], course.largest(), |share| format!("{share}")),
            reference: Reference { name: "byen".to_owned(), ..Reference::default() },
            shape: Shape::Dates(course),
            ..Spec::default()
        }
    }

    fn panel(points: Vec<Point>) -> Panel {
        Panel { label: "Ledelse".to_owned(), points }
    }

    fn lines(spec: &Spec, wanted: Stroke) -> Vec<((f64, f64), (f64, f64))> {
        let drawing = super::super::draw(spec, 900.0, Frame::Embedded);
        let marks = drawing.front.into_iter();
        marks
            .filter_map(|mark| match mark {
                Mark::Line { from, to, stroke } if stroke == wanted => Some((from, to)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_figure_of_the_reference_holds_until_the_next_one_and_at_most_a_year() {
        let spec = spec(vec![panel(vec![point(100, Some(0.1))])]);
        let steps = lines(&spec, Stroke::City);
        let step = |place: usize| (steps[place].1.0 - steps[place].0.0).round();
        let day = (steps[1].0.0 - steps[0].0.0) / 1_000.0;
        assert_eq!(step(0), (366.0 * day).round(), "then the line is broken");
        assert_eq!(step(1), (300.0 * day).round());
        assert!(steps.iter().all(|(from, to)| from.1 == to.1), "nothing is interpolated");
    }

    #[test]
    fn points_are_joined_only_where_both_are_given() {
        let three = panel(vec![point(100, Some(0.1)), point(500, None), point(900, Some(0.2))]);
        assert_eq!(lines(&spec(vec![three]), Stroke::Zero).len(), 0);
        let two = panel(vec![point(100, Some(0.1)), point(900, Some(0.2))]);
        assert_eq!(lines(&spec(vec![two]), Stroke::Zero).len(), 1);
    }

    #[test]
    fn a_hidden_share_is_an_outline_from_its_least_to_its_most() {
        let hidden = Point { range: Some(Range { low: 0.1, high: 0.2 }), ..point(500, None) };
        let drawing = super::super::draw(&spec(vec![panel(vec![hidden])]), 900.0, Frame::Embedded);
        assert!(drawing.front.iter().any(|mark| matches!(mark, Mark::Outline(_))));
    }

    #[test]
    fn every_panel_stands_inside_the_picture_at_every_width() {
        let panels = || (0..8).map(|_| panel(vec![point(0, Some(0.0)), point(2_000, Some(0.25))]));
        for width in [240.0, 320.0, 600.0, 900.0, 1_600.0] {
            for frame in [Frame::Embedded, Frame::Standalone] {
                let drawing = super::super::draw(&spec(panels().collect()), width, frame);
                for mark in drawing.back.iter().chain(&drawing.front) {
                    if let Mark::Line { from, to, .. } = mark {
                        for (x, y) in [from, to] {
                            assert!((0.0..=drawing.width).contains(x), "{x} at {width}");
                            assert!((0.0..=drawing.height).contains(y), "{y} at {width}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_table_has_every_date_of_both_sides() {
        let table = table(&spec(vec![panel(vec![point(100, Some(0.1))])]));
        assert_eq!(table.headings, ["Niveau", "Dato", "Andel", "Kilde"], "no empty columns");
        assert_eq!(table.rows.len(), 4);
        assert_eq!(table.rows[0], ["Ledelse", "dag 100", "10 %", ""]);
        assert_eq!(table.rows[3], ["byen", "dag 1300", "0.24", "Statistikken"]);
    }

    #[test]
    fn the_picture_reads_its_title_aloud() {
        let options = SvgOptions { width: 900.0, frame: Frame::Standalone, lang: "da", id: "x" };
        let picture = svg(&spec(vec![panel(vec![point(100, Some(0.1))])]), options);
        assert!(picture.contains("<title id=\"x-title\">Andelen</title>"));
    }
}
