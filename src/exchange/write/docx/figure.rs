//! A figure as the word processor's own drawing: one group of rectangles, lines and text boxes that
//! can be taken apart and edited, and that no printer makes coarse.
//!
//! Everything stands where [`chart::draw`] puts it. Patterns are drawn as lines and dots, because a
//! word processor's own patterns have the size of its screen's pixels. Absent: places and words.

use super::hatch::{self, Figure};
use super::paragraph::valued;
use crate::chart::{
    self, Anchor, Area, BAND, BAR_LINE, Bar, Curve, Frame, GROUND, Mark, PAPER, Pattern, SOFT,
    Spec, Stroke, Text,
};
use crate::markup::Markup;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const GROUP: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
const SHAPE: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
const COMPATIBLE: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// The figure's width in CSS pixels: the page between its margins, 182 mm.
const WIDTH: f64 = 680.0;
/// English metric units in a CSS pixel.
const UNITS: f64 = 9_525.0;
/// From the top of a line to its base line, in parts of the size of its letters (Arial's).
const ASCENT: f64 = 0.905;

/// Declares what a figure is written in, on the root of the part.
pub(super) fn namespaces(xml: &mut Markup) {
    for (name, address) in [
        ("xmlns:a", DRAWING),
        ("xmlns:wp", PLACED),
        ("xmlns:wpg", GROUP),
        ("xmlns:wps", SHAPE),
        ("xmlns:mc", COMPATIBLE),
    ] {
        xml.attribute(name, address);
    }
}

/// Writes the figure's run. A program that does not know groups of shapes shows `summary`.
pub(super) fn write(xml: &mut Markup, spec: &Spec, number: u32, title: &str, summary: &str) {
    let drawing = chart::draw(spec, WIDTH, Frame::Embedded);
    let whole = Area { x: 0.0, y: 0.0, width: drawing.width, height: drawing.height };
    let described = if spec.summary.is_empty() { summary } else { &spec.summary };

    xml.start("w:r", "").start("mc:AlternateContent", "");
    xml.tag("mc:Choice").attribute("Requires", "wpg").open().start("w:drawing", "");
    xml.tag("wp:inline");
    for side in ["distT", "distB", "distL", "distR"] {
        xml.attribute(side, "0");
    }
    xml.open();
    pair(xml, "wp:extent", ["cx", "cy"], [units(whole.width), units(whole.height)]);
    // Identifiers of shapes count within their figure, so that figures cannot meet.
    let first = 1_000 * number;
    xml.tag("wp:docPr").attribute("id", &first.to_string()).attribute("name", &name(first));
    xml.attribute("descr", described).attribute("title", title).empty();
    xml.tag("wp:cNvGraphicFramePr").empty().start("a:graphic", "");
    xml.tag("a:graphicData").attribute("uri", GROUP).open().start("wpg:wgp", "");
    xml.tag("wpg:cNvGrpSpPr").empty().start("wpg:grpSpPr", "").start("a:xfrm", "");
    let (at, size) = ([0, 0], [units(whole.width), units(whole.height)]);
    pair(xml, "a:off", ["x", "y"], at);
    pair(xml, "a:ext", ["cx", "cy"], size);
    pair(xml, "a:chOff", ["x", "y"], at);
    pair(xml, "a:chExt", ["cx", "cy"], size);
    xml.close("a:xfrm").close("wpg:grpSpPr");

    let mut shapes = Shapes { xml, id: first };
    for mark in &drawing.back {
        shapes.mark(mark);
    }
    for bar in &drawing.bars {
        shapes.bar(*bar);
    }
    for curve in &drawing.curves {
        shapes.curve(curve);
    }
    for mark in &drawing.front {
        shapes.mark(mark);
    }

    xml.close("wpg:wgp").close("a:graphicData").close("a:graphic").close("wp:inline");
    xml.close("w:drawing").close("mc:Choice").start("mc:Fallback", "");
    xml.tag("w:t").attribute("xml:space", "preserve").open().words(summary).close("w:t");
    xml.close("mc:Fallback").close("mc:AlternateContent").close("w:r");
}

/// A name that no language has to be chosen for.
fn name(id: u32) -> String {
    ["fig-", &id.to_string()].concat()
}

fn units(pixels: f64) -> i64 {
    (pixels * UNITS).round() as i64
}

fn pair(xml: &mut Markup, element: &str, names: [&str; 2], values: [i64; 2]) {
    xml.tag(element);
    for (name, value) in names.into_iter().zip(values) {
        xml.attribute(name, &value.to_string());
    }
    xml.empty();
}

/// Writes shapes one after another, each over those before it.
struct Shapes<'a> {
    xml: &'a mut Markup,
    id: u32,
}

impl Shapes<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Ground { area, page } => {
                let color = if *page { PAPER } else { GROUND };
                self.rectangle(*area, Some(color), None);
            }
            Mark::Sample(bar) => self.bar(*bar),
            Mark::Outline(area) => {
                // Half the stroke inwards, so that the outline is as high as a bar.
                let area = Area { y: area.y + 0.75, height: area.height - 1.5, ..*area };
                self.rectangle(area, None, Some(Line { color: SOFT, width: 1.5, is_dashed: true }));
            }
            Mark::Line { from, to, stroke } => self.line(*from, *to, *stroke),
            Mark::Band { corners } => self.polygon(corners, Some(BAND), None),
            Mark::Text(text) => self.text(text),
        }
    }

    fn bar(&mut self, bar: Bar) {
        let Some(look) = chart::fill(bar.tone) else { return };
        if bar.area.width <= 0.0 {
            return;
        }
        self.rectangle(bar.area, Some(look.color), None);
        let (figures, line) = match look.pattern {
            Pattern::Plain => (Vec::new(), None),
            Pattern::Hatch { gap, weight } => {
                (hatch::strokes(bar.area, gap), Some(Line::solid(BAR_LINE, weight)))
            }
            Pattern::Dots { gap, radius } => (hatch::dots(bar.area, gap, radius), None),
        };
        if !figures.is_empty() {
            self.pattern(bar.area, &figures, line);
        }
        self.rectangle(bar.area, None, Some(Line::solid(BAR_LINE, 1.0)));
    }

    fn rectangle(&mut self, area: Area, fill: Option<&str>, line: Option<Line>) {
        self.start(area, false);
        self.xml.tag("a:prstGeom").attribute("prst", "rect").open().tag("a:avLst").empty();
        self.xml.close("a:prstGeom");
        self.filled(fill);
        self.outlined(line);
        self.end_plain();
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let area = Area {
            x: from.0.min(to.0),
            y: from.1.min(to.1),
            width: (to.0 - from.0).abs(),
            height: (to.1 - from.1).abs(),
        };
        self.start(area, false);
        self.xml.tag("a:prstGeom").attribute("prst", "line").open().tag("a:avLst").empty();
        self.xml.close("a:prstGeom");
        self.outlined(Some(Line::solid(stroke.color(), stroke.width())));
        self.end_plain();
    }

    /// The line alone; its marks say nothing that the line does not.
    fn curve(&mut self, curve: &Curve) {
        let look = chart::trace_look(curve.trace);
        let is_dashed = look.dash.is_some();
        let line = Line { color: look.color, width: look.width, is_dashed };
        self.polygon(&curve.points, None, Some(line));
    }

    /// A shape through the points: closed and filled, or open and drawn as a line.
    fn polygon(&mut self, points: &[(f64, f64)], fill: Option<&str>, line: Option<Line>) {
        let end = |start: f64, pick: fn(f64, f64) -> f64, of: fn(&(f64, f64)) -> f64| {
            points.iter().map(of).fold(start, pick)
        };
        let (x, y) = (end(f64::MAX, f64::min, |p| p.0), end(f64::MAX, f64::min, |p| p.1));
        let (right, bottom) = (end(0.0, f64::max, |p| p.0), end(0.0, f64::max, |p| p.1));
        let area = Area { x, y, width: (right - x).max(1.0), height: (bottom - y).max(1.0) };
        self.start(area, false);
        self.start_path(area, fill.is_none());
        for (number, point) in points.iter().enumerate() {
            let command = if number == 0 { "a:moveTo" } else { "a:lnTo" };
            path_point(self.xml, command, point.0 - x, point.1 - y);
        }
        if fill.is_some() {
            self.xml.tag("a:close").empty();
        }
        self.xml.close("a:path").close("a:pathLst").close("a:custGeom");
        self.filled(fill);
        self.outlined(line);
        self.end_plain();
    }

    /// Opens a geometry of its own with one path in it.
    fn start_path(&mut self, area: Area, is_open: bool) {
        let xml = &mut *self.xml;
        xml.start("a:custGeom", "");
        for list in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
            xml.tag(list).empty();
        }
        xml.tag("a:rect");
        for (side, place) in [("l", "0"), ("t", "0"), ("r", "r"), ("b", "b")] {
            xml.attribute(side, place);
        }
        xml.empty().start("a:pathLst", "").tag("a:path");
        xml.attribute("w", &units(area.width).to_string());
        xml.attribute("h", &units(area.height).to_string());
        if is_open {
            xml.attribute("fill", "none");
        }
        xml.open();
    }

    /// All strokes or dots of a bar as one shape of the bar's size.
    fn pattern(&mut self, area: Area, figures: &[Figure], line: Option<Line>) {
        self.start(area, false);
        self.start_path(area, line.is_some());
        for figure in figures {
            path(self.xml, figure);
        }
        self.xml.close("a:path").close("a:pathLst").close("a:custGeom");
        let fill = if line.is_some() { None } else { Some(BAR_LINE) };
        self.filled(fill);
        self.outlined(line);
        self.end_plain();
    }

    fn text(&mut self, text: &Text) {
        let size = text.style.size();
        let width = chart::width_of(&text.words, text.style).ceil() + 4.0;
        let (x, align) = match text.anchor {
            Anchor::Start => (text.x, "left"),
            Anchor::Middle => (text.x - width / 2.0, "center"),
            Anchor::End => (text.x - width, "right"),
        };
        let (y, height) = (text.y - ASCENT * size, 1.2 * size);
        self.start(Area { x, y, width, height }, true);
        self.xml.tag("a:prstGeom").attribute("prst", "rect").open().tag("a:avLst").empty();
        self.xml.close("a:prstGeom");
        self.filled(None);
        self.outlined(None);
        let xml = &mut *self.xml;
        xml.close("wps:spPr").start("wps:txbx", "").start("w:txbxContent", "").start("w:p", "");
        xml.start("w:pPr", "");
        valued(xml, "w:pStyle", "FigureText");
        valued(xml, "w:jc", align);
        xml.close("w:pPr").start("w:r", "").start("w:rPr", "");
        if text.style.is_bold() {
            xml.tag("w:b").empty().tag("w:bCs").empty();
        }
        valued(xml, "w:color", hex(text.ink.color()));
        // Half points; a CSS pixel is three quarters of a point.
        let half_points = ((size * 1.5).round() as u32).to_string();
        valued(xml, "w:sz", &half_points);
        valued(xml, "w:szCs", &half_points);
        xml.close("w:rPr").tag("w:t").attribute("xml:space", "preserve").open();
        xml.words(&text.words).close("w:t").close("w:r").close("w:p");
        xml.close("w:txbxContent").close("wps:txbx").tag("wps:bodyPr");
        for (name, value) in [
            ("wrap", "none"),
            ("lIns", "0"),
            ("tIns", "0"),
            ("rIns", "0"),
            ("bIns", "0"),
            ("anchor", "t"),
        ] {
            xml.attribute(name, value);
        }
        xml.open().tag("a:noAutofit").empty().close("wps:bodyPr").close("wps:wsp");
    }

    /// A shape up to its place; its geometry follows.
    fn start(&mut self, area: Area, is_text: bool) {
        self.id += 1;
        let xml = &mut *self.xml;
        xml.start("wps:wsp", "").tag("wps:cNvPr").attribute("id", &self.id.to_string());
        xml.attribute("name", &name(self.id)).empty();
        xml.tag("wps:cNvSpPr");
        if is_text {
            xml.attribute("txBox", "1");
        }
        xml.empty().start("wps:spPr", "").start("a:xfrm", "");
        pair(xml, "a:off", ["x", "y"], [units(area.x), units(area.y)]);
        pair(xml, "a:ext", ["cx", "cy"], [units(area.width), units(area.height)]);
        xml.close("a:xfrm");
    }

    fn filled(&mut self, color: Option<&str>) {
        fill(self.xml, color);
    }

    fn outlined(&mut self, line: Option<Line>) {
        let xml = &mut *self.xml;
        let Some(line) = line else {
            xml.start("a:ln", "").tag("a:noFill").empty().close("a:ln");
            return;
        };
        xml.tag("a:ln").attribute("w", &units(line.width).to_string()).open();
        fill(xml, Some(line.color));
        if line.is_dashed {
            xml.tag("a:prstDash").attribute("val", "dash").empty();
        }
        xml.close("a:ln");
    }

    fn end_plain(&mut self) {
        self.xml.close("wps:spPr").tag("wps:bodyPr").empty().close("wps:wsp");
    }
}

/// A line's look; widths in pixels.
#[derive(Clone, Copy)]
struct Line {
    color: &'static str,
    width: f64,
    is_dashed: bool,
}

impl Line {
    fn solid(color: &'static str, width: f64) -> Line {
        Line { color, width, is_dashed: false }
    }
}

fn fill(xml: &mut Markup, color: Option<&str>) {
    match color {
        Some(color) => {
            xml.start("a:solidFill", "").tag("a:srgbClr").attribute("val", hex(color)).empty();
            xml.close("a:solidFill");
        }
        None => {
            xml.tag("a:noFill").empty();
        }
    }
}

/// "17202a" of "#17202a".
fn hex(color: &str) -> &str {
    color.trim_start_matches('#')
}

fn path_point(xml: &mut Markup, command: &str, x: f64, y: f64) {
    xml.start(command, "");
    pair(xml, "a:pt", ["x", "y"], [units(x), units(y)]);
    xml.close(command);
}

fn path(xml: &mut Markup, figure: &Figure) {
    match *figure {
        Figure::Stroke { from, to } => {
            path_point(xml, "a:moveTo", from.0, from.1);
            path_point(xml, "a:lnTo", to.0, to.1);
        }
        Figure::Dot { x, y, radius } => {
            path_point(xml, "a:moveTo", x - radius, y);
            // From the left over the top and back below, half a turn each in 60,000ths of a degree:
            // a whole turn is read as none by some.
            for start in ["10800000", "0"] {
                xml.tag("a:arcTo");
                for side in ["wR", "hR"] {
                    xml.attribute(side, &units(radius).to_string());
                }
                xml.attribute("stAng", start).attribute("swAng", "10800000").empty();
            }
            xml.tag("a:close").empty();
        }
    }
}
