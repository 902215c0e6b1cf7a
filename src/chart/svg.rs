//! A figure as SVG: inline in the page, in print, in documents, as a file.
//!
//! Works under a policy without inline styles (presentation attributes only), alone or among
//! others on a page (every id has the caller's prefix), and read aloud (role, title, description).

use super::drawing::{Anchor, Area, Bar, Curve, Drawing, Frame, Mark, Text};
use super::layout::draw;
use super::lines::MARK;
use super::paint::{BAND, BAR_LINE, Fill, GROUND, PAPER, Pattern, SOFT, Stroke, fill, trace_look};
use super::spec::{Spec, Tone};
use super::trend::Trace;
use crate::markup::{Markup, push_number};

/// The page's own fonts.
const FONTS: &str = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/// Office programs take the first name alone, so it is one that they have.
const FONTS_ALONE: &str = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/// How a picture is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SvgOptions<'a> {
    /// In CSS pixels: about 900 for a page, 680 for A4 paper, 360 for a phone. Below 600 the names
    /// stand above the bars.
    pub width: f64,
    pub frame: Frame,
    /// The language tag of the words, for example "da".
    pub lang: &'a str,
    /// Begins every id. Letters, digits and hyphens; each picture on a page has its own.
    pub id: &'a str,
}

/// The picture of a figure, one `<svg>` element.
pub fn svg(spec: &Spec, options: SvgOptions) -> String {
    svg_of(spec, &draw(spec, options.width, options.frame), options)
}

/// The picture of a figure that has been placed with the same width and frame.
fn svg_of(spec: &Spec, drawing: &Drawing, options: SvgOptions) -> String {
    let mut picture = Picture { xml: Markup::default(), id: options.id };
    picture.start(drawing, spec, &options);
    picture.patterns(drawing);
    for mark in &drawing.back {
        picture.mark(mark);
    }
    for bar in &drawing.bars {
        picture.bar(*bar);
    }
    for curve in &drawing.curves {
        picture.curve(curve);
    }
    for mark in &drawing.front {
        picture.mark(mark);
    }
    picture.xml.close("svg");
    picture.xml.finish()
}

struct Picture<'a> {
    xml: Markup,
    id: &'a str,
}

impl Picture<'_> {
    fn start(&mut self, drawing: &Drawing, spec: &Spec, options: &SvgOptions) {
        let [title, description] = ["-title", "-desc"].map(|end| [self.id, end].concat());
        let [width, height] =
            [drawing.width, drawing.height].map(|length| (length as u32).to_string());
        let xml = &mut self.xml;
        xml.tag("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
        xml.attribute("class", "fig-svg").attribute("role", "img").attribute("lang", options.lang);
        xml.attribute("aria-labelledby", &title).attribute("aria-describedby", &description);
        xml.attribute("width", &width).attribute("height", &height);
        xml.attribute("viewBox", &["0 0 ", &width, " ", &height].concat());
        let fonts = match options.frame {
            Frame::Embedded => FONTS,
            Frame::Standalone => FONTS_ALONE,
        };
        xml.attribute("font-family", fonts).open();
        xml.tag("title").attribute("id", &title).open().words(&spec.title).close("title");
        xml.tag("desc").attribute("id", &description).open().words(&spec.summary).close("desc");
    }

    fn patterns(&mut self, drawing: &Drawing) {
        let used = |tone: &Tone| {
            let sample = |mark: &Mark| matches!(mark, Mark::Sample(sample) if sample.tone == *tone);
            drawing.bars.iter().any(|bar| bar.tone == *tone) || drawing.front.iter().any(sample)
        };
        self.xml.tag("defs").open();
        for tone in Tone::ALL.into_iter().filter(used) {
            if let Some(fill) = fill(tone) {
                self.pattern(tone, &fill);
            }
        }
        self.xml.close("defs");
    }

    fn pattern(&mut self, tone: Tone, fill: &Fill) {
        let gap = match fill.pattern {
            Pattern::Plain => return,
            Pattern::Hatch { gap, .. } | Pattern::Dots { gap, .. } => gap,
        };
        let id = self.pattern_id(tone);
        let xml = &mut self.xml;
        xml.tag("pattern").attribute("id", &id).number("width", gap).number("height", gap);
        xml.attribute("patternUnits", "userSpaceOnUse")
            .attribute("patternTransform", "rotate(45)")
            .open();
        xml.tag("rect").attribute("class", fill.class).attribute("fill", fill.color);
        xml.number("width", gap).number("height", gap).empty();
        match fill.pattern {
            Pattern::Hatch { weight, .. } => {
                xml.tag("rect").attribute("class", "fig-hatch").attribute("fill", BAR_LINE);
                xml.number("width", weight).number("height", gap).empty();
            }
            Pattern::Dots { radius, .. } => {
                xml.tag("circle").attribute("class", "fig-hatch").attribute("fill", BAR_LINE);
                xml.number("cx", gap / 2.0).number("cy", gap / 2.0).number("r", radius).empty();
            }
            Pattern::Plain => {}
        }
        xml.close("pattern");
    }

    fn pattern_id(&self, tone: Tone) -> String {
        [self.id, "-", tone.name()].concat()
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Ground { area, page } => {
                let (class, color) =
                    if *page { ("fig-page", PAPER) } else { ("fig-ground", GROUND) };
                self.area(*area, class, color).empty();
            }
            Mark::Sample(bar) => self.bar(*bar),
            Mark::Outline(area) => {
                // Half the stroke inwards, so that the outline is as high as a bar.
                let area = Area {
                    x: area.x,
                    y: area.y + 0.75,
                    width: area.width,
                    height: area.height - 1.5,
                };
                let xml = self.area(area, "fig-outline", "none");
                xml.attribute("stroke", SOFT).attribute("stroke-width", "1.5");
                xml.attribute("stroke-dasharray", "5 3").empty();
            }
            Mark::Line { from, to, stroke } => self.line(*from, *to, *stroke),
            Mark::Band { corners } => {
                let xml = self.xml.tag("polygon").attribute("class", "fig-band");
                xml.attribute("points", &points(corners)).attribute("fill", BAND).empty();
            }
            Mark::Text(text) => self.text(text),
        }
    }

    fn curve(&mut self, curve: &Curve) {
        let look = trace_look(curve.trace);
        let xml = self.xml.tag("polyline").attribute("class", look.class);
        xml.attribute("points", &points(&curve.points)).attribute("fill", "none");
        xml.attribute("stroke", look.color).number("stroke-width", look.width);
        xml.attribute("stroke-linejoin", "round");
        if let Some((stroke, gap)) = look.dash {
            let dash = [stroke, gap].map(|length| (length as u32).to_string());
            xml.attribute("stroke-dasharray", &dash.join(" "));
        }
        xml.empty();
        let ground = if curve.trace == Trace::Plain { PAPER } else { look.color };
        let class = [look.class, "-mark"].concat();
        for &(x, y) in &curve.points {
            let xml = match curve.trace {
                Trace::Main => {
                    let xml = self.xml.tag("circle").attribute("class", &class);
                    xml.number("cx", x).number("cy", y).number("r", MARK)
                }
                Trace::Plain => {
                    let xml = self.xml.tag("rect").attribute("class", &class);
                    xml.number("x", x - MARK + 0.5).number("y", y - MARK + 0.5);
                    xml.number("width", 2.0 * MARK - 1.0).number("height", 2.0 * MARK - 1.0)
                }
                Trace::Needed => {
                    let size = MARK + 1.5;
                    let corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)];
                    let xml = self.xml.tag("polygon").attribute("class", &class);
                    xml.attribute("points", &points(&corners))
                }
            };
            xml.attribute("fill", ground).attribute("stroke", look.color).empty();
        }
    }

    fn bar(&mut self, bar: Bar) {
        let Some(look) = fill(bar.tone) else { return };
        if bar.area.width <= 0.0 {
            return;
        }
        let patterned = ["url(#", &self.pattern_id(bar.tone), ")"].concat();
        let (class, color) = match look.pattern {
            Pattern::Plain => (look.class, look.color),
            // No class: a stylesheet that sets `fill` would take the pattern away.
            _ => ("fig-bar-patterned", patterned.as_str()),
        };
        self.area(bar.area, class, color).attribute("stroke", BAR_LINE).empty();
    }

    fn area(&mut self, area: Area, class: &str, color: &str) -> &mut Markup {
        let xml = self.xml.tag("rect").attribute("class", class);
        xml.number("x", area.x).number("y", area.y);
        xml.number("width", area.width).number("height", area.height);
        xml.attribute("fill", color)
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let xml = self.xml.tag("line").attribute("class", stroke.class());
        xml.number("x1", from.0).number("y1", from.1).number("x2", to.0).number("y2", to.1);
        xml.attribute("stroke", stroke.color()).number("stroke-width", stroke.width()).empty();
    }

    fn text(&mut self, text: &Text) {
        if text.halo {
            // A second text and not `paint-order`, which document writers do not know.
            self.text_tag(text, "fig-halo", GROUND);
            let xml = self.xml.attribute("stroke", GROUND).attribute("stroke-width", "6");
            xml.attribute("stroke-linejoin", "round").attribute("aria-hidden", "true");
            xml.open().words(&text.words).close("text");
        }
        self.text_tag(text, text.ink.class(), text.ink.color());
        self.xml.open();
        if let Some(full) = &text.full {
            self.xml.tag("title").open().words(full).close("title");
        }
        self.xml.words(&text.words).close("text");
    }

    fn text_tag(&mut self, text: &Text, class: &str, color: &str) {
        let xml = self.xml.tag("text").attribute("class", class);
        xml.number("x", text.x).number("y", text.y).number("font-size", text.style.size());
        if text.style.is_bold() {
            xml.attribute("font-weight", "600");
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => {
                xml.attribute("text-anchor", "middle");
            }
            Anchor::End => {
                xml.attribute("text-anchor", "end");
            }
        }
        xml.attribute("fill", color);
    }
}

/// "12,40 13.5,41": the list of points that polygons and polylines take, in tenths of a pixel.
fn points(corners: &[(f64, f64)]) -> String {
    let mut list = String::new();
    for &(x, y) in corners {
        if !list.is_empty() {
            list.push(' ');
        }
        push_number(&mut list, x);
        list.push(',');
        push_number(&mut list, y);
    }
    list
}
