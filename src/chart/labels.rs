//! Where words can stand in a plot without covering what is drawn there, or each other.
//!
//! Absent: what is drawn and what is said ([`super::dates`]).

use super::drawing::{Anchor, Area, Text, TextStyle};
use super::measure::width_of;
use super::paint::Stroke;
use super::rows::kept_inside;

/// The room of a plot, with what stands in it already.
pub struct Room {
    pub within: Area,
    taken: Vec<Area>,
}

/// A place for a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The middle of the text.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// Whether something is covered, so that the letters need a clear edge.
    pub is_crowded: bool,
}

impl Room {
    pub fn new(within: Area) -> Room {
        Room { within, taken: Vec::new() }
    }

    /// Nothing is to stand on this any more.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Nothing is to stand on a line of this stroke. A slanting line takes the small boxes along it.
    pub fn take_line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let edge = if stroke == Stroke::City { 3.0 } else { 1.5 };
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let steps = if across == 0.0 || down == 0.0 { 1 } else { 12 };
        for step in 0..steps {
            let at = |part: i32| f64::from(part) / f64::from(steps);
            let (x1, x2) = (from.0 + across * at(step), from.0 + across * at(step + 1));
            let (y1, y2) = (from.1 + down * at(step), from.1 + down * at(step + 1));
            self.take(Area {
                x: x1.min(x2) - edge,
                y: y1.min(y2) - edge,
                width: (x2 - x1).abs() + 2.0 * edge,
                height: (y2 - y1).abs() + 2.0 * edge,
            });
        }
    }

    /// The first of the places (middle, base line) where the text covers nothing; it is taken from
    /// then on. If there is none: the one where it covers least for a text that has to stand
    /// somewhere, else `None`.
    pub fn place(
        &mut self,
        words: &str,
        style: TextStyle,
        places: impl IntoIterator<Item = (f64, f64)>,
        has_to: bool,
    ) -> Option<Spot> {
        let width = width_of(words, style);
        let (left, right) = (self.within.x, self.within.x + self.within.width);
        let mut best: Option<(f64, Area, Spot)> = None;
        for (x, y) in places {
            let x = kept_inside(x, width, left, right);
            let area = letters(x, y, width, style);
            if area.y < self.within.y || area.y + area.height > self.within.y + self.within.height {
                continue;
            }
            let covered: f64 = self.taken.iter().map(|taken| shared(taken, &area)).sum();
            let spot = Spot { x, y, is_crowded: covered > 0.0 };
            if best.as_ref().is_none_or(|best| covered < best.0) {
                best = Some((covered, area, spot));
            }
            if covered == 0.0 {
                break;
            }
        }
        let (_, area, spot) = best.filter(|(covered, ..)| has_to || *covered == 0.0)?;
        self.take(area);
        Some(spot)
    }
}

impl Spot {
    /// The text in its place.
    pub fn text(self, words: String, style: TextStyle, ink: super::paint::Ink) -> Text {
        let Spot { x, y, is_crowded } = self;
        Text { x, y, anchor: Anchor::Middle, style, ink, words, full: None, halo: is_crowded }
    }
}

/// What the letters of a text around `x` on the base line `y` take up, with a little air.
fn letters(x: f64, y: f64, width: f64, style: TextStyle) -> Area {
    let (above, below) = (0.8 * style.size(), 0.2 * style.size());
    Area { x: x - width / 2.0 - 2.0, y: y - above, width: width + 4.0, height: above + below }
}

/// How much two areas have in common, square pixels.
fn shared(a: &Area, b: &Area) -> f64 {
    let across = (a.x + a.width).min(b.x + b.width) - a.x.max(b.x);
    let down = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
    across.max(0.0) * down.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: TextStyle = TextStyle::Value;

    fn room() -> Room {
        Room::new(Area { x: 0.0, y: 0.0, width: 300.0, height: 200.0 })
    }

    #[test]
    fn a_text_goes_to_the_first_free_place() {
        let mut room = room();
        room.take(Area { x: 90.0, y: 90.0, width: 20.0, height: 20.0 });
        let spot = room.place("28 %", STYLE, [(100.0, 100.0), (100.0, 150.0)], false);
        assert_eq!(spot, Some(Spot { x: 100.0, y: 150.0, is_crowded: false }));
        let again = room.place("29 %", STYLE, [(100.0, 150.0), (200.0, 150.0)], false);
        assert_eq!(again, Some(Spot { x: 200.0, y: 150.0, is_crowded: false }));
    }

    #[test]
    fn where_nothing_is_free_only_a_text_that_has_to_is_written() {
        let everywhere = Area { x: 0.0, y: 0.0, width: 300.0, height: 120.0 };
        let places = [(100.0, 100.0), (100.0, 125.0)];
        let mut full = room();
        full.take(everywhere);
        assert_eq!(full.place("28 %", STYLE, places, false), None);
        let least = full.place("28 %", STYLE, places, true);
        assert_eq!(least, Some(Spot { x: 100.0, y: 125.0, is_crowded: true }));
    }

    #[test]
    fn no_text_leaves_the_plot() {
        let spot = room().place("28,9 %", STYLE, [(299.0, 2.0), (299.0, 100.0)], true);
        let spot = spot.expect("there is room");
        assert!(spot.x + width_of("28,9 %", STYLE) / 2.0 <= 300.0);
        assert_eq!(spot.y, 100.0, "the first place is above the plot");
    }

    #[test]
    fn nothing_stands_on_a_slanting_line() {
        let mut room = room();
        room.take_line((0.0, 0.0), (300.0, 200.0), Stroke::Zero);
        assert_eq!(room.place("28 %", STYLE, [(150.0, 104.0)], false), None);
        let beside = room.place("28 %", STYLE, [(150.0, 180.0)], false);
        assert!(beside.is_some(), "the line's corners are free");
    }
}
