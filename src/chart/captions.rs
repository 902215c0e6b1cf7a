//! The words around the rows: title and how to read it above, legend and source below.

use super::drawing::{Anchor, Area, Bar, Mark, Text, TextStyle};
use super::measure::{width_of, wrap};
use super::paint::{Ink, Stroke};
use super::spec::{Key, Spec, Tone};

const SAMPLE: (f64, f64) = (28.0, 16.0);

/// Adds lines from `top` down and gives the y below them.
pub struct Captions<'a> {
    pub marks: &'a mut Vec<Mark>,
    pub left: f64,
    pub right: f64,
}

impl Captions<'_> {
    /// Title and how to read it.
    pub fn above(&mut self, spec: &Spec, top: f64) -> f64 {
        let y = self.paragraph(&spec.title, TextStyle::Title, Ink::Strong, top);
        self.paragraph(&spec.lead, TextStyle::Lead, Ink::Soft, y + 4.0) + 12.0
    }

    /// Reservations, base and source.
    pub fn below(&mut self, spec: &Spec, top: f64) -> f64 {
        let mut y = top + 8.0;
        for line in spec.notes.iter().chain([&spec.base, &spec.source]) {
            y = self.paragraph(line, TextStyle::Source, Ink::Soft, y);
        }
        y
    }

    /// What the signs mean, on as many lines as needed.
    pub fn legend(&mut self, spec: &Spec, top: f64) -> f64 {
        let line_height = 24.0;
        let style = TextStyle::Legend;
        let (mut x, mut y) = (self.left, top);
        for entry in &spec.legend {
            let text_width = width_of(&entry.label, style);
            if x > self.left && x + SAMPLE.0 + 8.0 + text_width > self.right {
                (x, y) = (self.left, y + line_height);
            }
            self.sample(entry.key, x, y);
            let room = self.right - x - SAMPLE.0 - 8.0;
            for line in wrap(&entry.label, style, room, 2) {
                self.line(line, x + SAMPLE.0 + 8.0, y + style.size(), style, Ink::Soft);
                y += style.line_height();
            }
            y -= style.line_height();
            x += SAMPLE.0 + 8.0 + text_width + 24.0;
        }
        if spec.legend.is_empty() { top } else { y + line_height }
    }

    fn sample(&mut self, key: Key, x: f64, y: f64) {
        let area = Area { x, y: y + 1.0, width: SAMPLE.0, height: SAMPLE.1 };
        match key {
            Key::Tone(Tone::Untold) | Key::Range => self.marks.push(Mark::Outline(area)),
            Key::Tone(tone) => self.marks.push(Mark::Sample(Bar { area, tone })),
            Key::Band => {
                let (right, bottom) = (area.x + area.width, area.y + area.height);
                let corners =
                    vec![(area.x, area.y), (right, area.y), (right, bottom), (area.x, bottom)];
                self.marks.push(Mark::Band { corners });
            }
            Key::Interval => {
                let middle = area.y + area.height / 2.0;
                let stroke = Stroke::Whisker;
                let (low, high) = (x + 2.0, x + SAMPLE.0 - 2.0);
                self.marks.push(Mark::Line { from: (low, middle), to: (high, middle), stroke });
                for x in [low, high] {
                    self.marks.push(Mark::Line {
                        from: (x, middle - 6.0),
                        to: (x, middle + 6.0),
                        stroke,
                    });
                }
            }
        }
    }

    fn paragraph(&mut self, text: &str, style: TextStyle, ink: Ink, top: f64) -> f64 {
        let mut y = top;
        for line in wrap(text, style, self.right - self.left, 6) {
            if !line.is_empty() {
                self.line(line, self.left, y + style.size(), style, ink);
                y += style.line_height();
            }
        }
        y
    }

    fn line(&mut self, words: String, x: f64, y: f64, style: TextStyle, ink: Ink) {
        let anchor = Anchor::Start;
        self.marks.push(Mark::Text(Text {
            x,
            y,
            anchor,
            style,
            ink,
            words,
            full: None,
            halo: false,
        }));
    }
}
