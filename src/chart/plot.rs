//! One panel of a figure of dates: the reference's steps, the organisation's squares, and words
//! where there is room for them.
//!
//! Absent: how panels stand beside each other ([`super::dates`]), and which places are free
//! ([`super::labels`]).

use super::course::{Course, Given, Panel, Point};
use super::dates::text;
use super::drawing::{Anchor, Area, Bar, Mark, TextStyle};
use super::labels::Room;
use super::measure::width_of;
use super::paint::{Ink, Stroke};
use super::rows::kept_inside;
use super::spec::{Spec, Tone};

/// A figure holds for so many days when no newer one follows.
const LONGEST_HOLD: i64 = 366;
/// Half the side of a square.
pub const HALF: f64 = 5.0;

/// One panel between its axes.
pub struct Plot<'a> {
    pub spec: &'a Spec,
    pub course: &'a Course,
    /// Between the axes.
    pub area: Area,
    /// Room to the right of the axes for the newest share.
    pub margin: f64,
    /// Where the panel begins, its labels included.
    pub left: f64,
}

impl Plot<'_> {
    fn x(&self, day: i64) -> f64 {
        let (first, last) = self.course.days;
        let all = (last - first).max(1) as f64;
        let position = (day - first) as f64 / all;
        self.area.x + self.area.width * position.clamp(0.0, 1.0)
    }

    fn y(&self, share: f64) -> f64 {
        self.area.y + self.area.height * (1.0 - self.spec.axis.position(share))
    }

    fn is_shown(&self, day: i64) -> bool {
        (self.course.days.0..=self.course.days.1).contains(&day)
    }

    /// Grid lines with their shares, and the days below; labels that would touch are left out.
    pub fn axes(&self, marks: &mut Vec<Mark>) {
        let style = TextStyle::Tick;
        let end = self.area.x + self.area.width;
        for (number, tick) in self.spec.axis.ticks.iter().enumerate() {
            let y = self.y(tick.share);
            let stroke = if number == 0 { Stroke::Zero } else { Stroke::Grid };
            marks.push(Mark::Line { from: (self.area.x, y), to: (end, y), stroke });
            let (x, y) = (self.area.x - 8.0, y + 0.35 * style.size());
            marks.push(text(x, y, Anchor::End, style, Ink::Soft, tick.label.clone()));
        }
        let bottom = self.area.y + self.area.height;
        let mut free = self.left;
        for tick in self.course.ticks.iter().filter(|tick| self.is_shown(tick.day)) {
            let x = self.x(tick.day);
            let (from, to) = ((x, bottom), (x, bottom + 5.0));
            marks.push(Mark::Line { from, to, stroke: Stroke::Zero });
            let width = width_of(&tick.label, style);
            let middle = kept_inside(x, width, self.left, end + 8.0);
            if middle - width / 2.0 >= free {
                let y = bottom + 7.0 + style.size();
                marks.push(text(middle, y, Anchor::Middle, style, Ink::Soft, tick.label.clone()));
                free = middle + width / 2.0 + 10.0;
            }
        }
    }

    /// The reference, the organisation's squares, and as many words as there is room for.
    pub fn draw(
        &self,
        panel: &Panel,
        is_labelled: bool,
        marked: Option<usize>,
        marks: &mut Vec<Mark>,
    ) {
        let begin = marks.len();
        self.reference(marks);
        let squares = self.own(panel, marked, marks);
        let Area { x, y, width, height } = self.area;
        let within = Area { x, y: y - 12.0, width: width + self.margin, height: height + 10.0 };
        let mut room = Room::new(within);
        for mark in &marks[begin..] {
            match mark {
                Mark::Line { from, to, stroke } => room.take_line(*from, *to, *stroke),
                Mark::Sample(Bar { area, .. }) | Mark::Outline(area) => room.take(*area),
                Mark::Ground { .. } | Mark::Band { .. } | Mark::Text(_) => {}
            }
        }
        // Where the reader stands, and the newest, have to be read; then what the line is. Of the
        // others as many as stand at their own squares, and none beside the reader's.
        let newest = squares.len().checked_sub(1);
        let must = [marked, newest.filter(|_| newest != marked)].into_iter().flatten();
        for square in must.filter_map(|number| squares.get(number)) {
            label(square, true, &mut room, marks);
        }
        if is_labelled {
            self.name_reference(&mut room, marks);
        }
        let others = squares.split_last().map_or(&[][..], |(_, earlier)| earlier);
        if marked.is_none() {
            for square in others.iter().take(1).chain(others.iter().skip(1).rev()) {
                label(square, false, &mut room, marks);
            }
        }
    }

    /// The reference's steps, with a short upright stroke on the day of each figure.
    fn reference(&self, marks: &mut Vec<Mark>) {
        let given = &self.course.reference;
        let mut line = |from, to, stroke| marks.push(Mark::Line { from, to, stroke });
        for (place, figure) in given.iter().enumerate() {
            let next = given.get(place + 1);
            let until = self.until(place, figure);
            let (from, to) = (figure.day.max(self.course.days.0), until.min(self.course.days.1));
            if from > to {
                continue;
            }
            let y = self.y(figure.share);
            line((self.x(from), y), (self.x(to), y), Stroke::City);
            if let Some(next) = next.filter(|next| next.day == until && self.is_shown(until)) {
                line((self.x(until), y), (self.x(until), self.y(next.share)), Stroke::CityThin);
            }
            if self.is_shown(figure.day) {
                let x = self.x(figure.day);
                line((x, y - 4.0), (x, y + 4.0), Stroke::CityThin);
            }
        }
    }

    /// The day until which a figure of the reference holds.
    fn until(&self, place: usize, figure: &Given) -> i64 {
        let hold = figure.day + LONGEST_HOLD;
        self.course.reference.get(place + 1).map_or(hold, |next| next.day.min(hold))
    }

    /// The reference's name and newest share at the end of its line, or else farther back.
    fn name_reference(&self, room: &mut Room, marks: &mut Vec<Mark>) {
        let given = &self.course.reference;
        let Some(last) = given.iter().rfind(|figure| figure.day <= self.course.days.1) else {
            return;
        };
        let words = [self.spec.reference.name.as_str(), &last.value_label].join("\u{a0}");
        let style = TextStyle::City;
        let half = width_of(&words, style) / 2.0;
        let end = self.area.x + self.area.width - half;
        // Over the highest step, and under the lowest one, of those that the words would span.
        let places = (0..12).flat_map(|back| {
            let x = end - 24.0 * f64::from(back);
            let (mut top, mut bottom) = (self.y(last.share), self.y(last.share));
            for (place, figure) in given.iter().enumerate() {
                let (from, to) = (self.x(figure.day), self.x(self.until(place, figure)));
                if from <= x + half && to >= x - half {
                    (top, bottom) =
                        (top.min(self.y(figure.share)), bottom.max(self.y(figure.share)));
                }
            }
            [(x, top - 10.0), (x, bottom + style.size() + 8.0)]
        });
        if let Some(spot) = room.place(&words, style, places, true) {
            marks.push(Mark::Text(spot.text(words, style, Ink::City)));
        }
    }

    /// The squares of the panel, joined where both ends are given; gives each with its point.
    fn own<'p>(
        &self,
        panel: &'p Panel,
        marked: Option<usize>,
        marks: &mut Vec<Mark>,
    ) -> Vec<(&'p Point, Option<Area>)> {
        let places = |point: &Point| point.share.map(|share| (self.x(point.day), self.y(share)));
        for pair in panel.points.windows(2) {
            if let Some((from, to)) = places(&pair[0]).zip(places(&pair[1])) {
                marks.push(Mark::Line { from, to, stroke: Stroke::Zero });
            }
        }
        let mut squares = Vec::new();
        for (number, point) in panel.points.iter().enumerate() {
            let area = self.square(point);
            squares.push((point, area));
            let Some(area) = area else { continue };
            match point.share {
                Some(_) => marks.push(Mark::Sample(Bar { area, tone: Tone::InLine })),
                None => marks.push(Mark::Outline(area)),
            }
            if marked == Some(number) {
                frame(area, marks);
            }
        }
        squares
    }

    /// Where a point stands; `None` without a share.
    fn square(&self, point: &Point) -> Option<Area> {
        let x = self.x(point.day) - HALF;
        match (point.share, point.range) {
            (Some(share), _) => {
                let y = self.y(share) - HALF;
                Some(Area { x, y, width: 2.0 * HALF, height: 2.0 * HALF })
            }
            (None, Some(range)) => {
                let (top, bottom) = (self.y(range.high), self.y(range.low));
                Some(Area { x, y: top, width: 2.0 * HALF, height: (bottom - top).max(4.0) })
            }
            (None, None) => None,
        }
    }
}

/// The share in words at its square: to its right, under it, over it. What has to be read may go
/// farther away.
fn label(
    (point, area): &(&Point, Option<Area>),
    has_to: bool,
    room: &mut Room,
    marks: &mut Vec<Mark>,
) {
    let Some(area) = area else { return };
    let style = TextStyle::Value;
    let width = width_of(&point.value_label, style);
    let middle = area.x + HALF;
    let (over, under) = (area.y - 7.0, area.y + area.height + style.size() + 3.0);
    let beside = area.y + area.height / 2.0 + 0.35 * style.size();
    let right = area.x + 2.0 * HALF + width / 2.0 + 8.0;
    let left = area.x - width / 2.0 - 8.0;
    let own = [(middle, under), (middle, over)];
    let near = [(middle - width / 2.0, under), (middle - width / 2.0, over)];
    let far = [(left, beside), (middle, under + 16.0), (middle, over - 16.0)];
    let must = [(right, beside)].into_iter().filter(|_| has_to);
    let places = must.chain(own).chain(near).chain(far.into_iter().filter(|_| has_to));
    if let Some(spot) = room.place(&point.value_label, style, places, has_to) {
        marks.push(Mark::Text(spot.text(point.value_label.clone(), style, Ink::Strong)));
    }
}

/// A square around the point that the reader stands on.
fn frame(area: Area, marks: &mut Vec<Mark>) {
    let (left, top) = (area.x - 5.0, area.y - 5.0);
    let (right, bottom) = (area.x + area.width + 5.0, area.y + area.height + 5.0);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    for side in corners.windows(2) {
        marks.push(Mark::Line { from: side[0], to: side[1], stroke: Stroke::Whisker });
    }
}
