//! How cells look: a registry of combinations, written as one part.
//!
//! Calm and printable: one accent, hairlines instead of boxes, nothing told by colour alone.

use super::MAIN;
use crate::markup::Markup;
use crate::text::{Digits, Lang, decimal, pick};

const FACE: &str = "Arial";
const INK: &str = "FF17202A";
const SOFT: &str = "FF4F5A65";
const ACCENT: &str = "FF0B6E4F";
const WARN: &str = "FFA83A14";
const HEAD: &str = "FFE7F0EC";
const HAIR: &str = "FFD9DEE3";

/// The looks of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub font: Font,
    pub edge: Edge,
    pub format: Format,
    pub is_right: bool,
    /// At a distance from what stands left of it.
    pub is_inset: bool,
    pub wraps: bool,
    /// On the ground of a heading row.
    pub is_head: bool,
    /// In the middle of its row; else at the top, as beside longer texts.
    pub is_middle: bool,
    /// A text that begins as a formula does and shall stay a text when it is edited.
    pub is_quoted: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Font {
    #[default]
    Body,
    Bold,
    Title,
    /// The finding on top.
    Lead,
    Heading,
    /// Worked out, not entered.
    Computed,
    ComputedTotal,
    Link,
    Note,
    Mark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Edge {
    #[default]
    None,
    /// A hairline under a row.
    Row,
    /// Under a heading row.
    Head,
    /// Over a total.
    Total,
    /// Around a cell that is to be filled in.
    Input,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    General,
    Count,
    Share(u8),
    Number(u8),
    Chance,
    Day,
}

impl Font {
    const ALL: [Font; 10] = [
        Font::Body,
        Font::Bold,
        Font::Title,
        Font::Lead,
        Font::Heading,
        Font::Computed,
        Font::ComputedTotal,
        Font::Link,
        Font::Note,
        Font::Mark,
    ];

    /// Size in points, colour, bold, italic.
    fn traits(self) -> (u8, &'static str, bool, bool) {
        match self {
            Font::Body => (10, INK, false, false),
            Font::Bold => (10, INK, true, false),
            Font::Title => (15, INK, true, false),
            Font::Lead => (11, INK, true, false),
            Font::Heading => (12, ACCENT, true, false),
            Font::Computed => (10, SOFT, false, true),
            Font::ComputedTotal => (10, INK, true, true),
            Font::Link => (10, ACCENT, false, false),
            Font::Note => (9, SOFT, false, false),
            Font::Mark => (10, WARN, true, false),
        }
    }
}

impl Edge {
    const ALL: [Edge; 5] = [Edge::None, Edge::Row, Edge::Head, Edge::Total, Edge::Input];

    /// Left, right, top and bottom: weight and colour.
    fn sides(self) -> [Option<(&'static str, &'static str)>; 4] {
        let (thin, ink) = (Some(("thin", HAIR)), Some(("thin", INK)));
        match self {
            Edge::None => [None; 4],
            Edge::Row => [None, None, None, thin],
            Edge::Head => [None, None, None, Some(("medium", ACCENT))],
            Edge::Total => [None, None, ink, thin],
            Edge::Input => [thin; 4],
        }
    }
}

/// Every look in use; its place is its number in the file.
pub(super) struct Styles {
    lang: Lang,
    looks: Vec<Look>,
    formats: Vec<Format>,
}

/// Numbers below belong to formats that every spreadsheet knows.
const FIRST_FORMAT: usize = 164;

impl Styles {
    pub fn new(lang: Lang) -> Styles {
        Styles { lang, looks: vec![Look::default()], formats: Vec::new() }
    }

    /// The number of a look.
    pub fn place(&mut self, look: Look) -> usize {
        if look.format != Format::General && !self.formats.contains(&look.format) {
            self.formats.push(look.format);
        }
        if let Some(place) = self.looks.iter().position(|known| *known == look) {
            return place;
        }
        self.looks.push(look);
        self.looks.len() - 1
    }

    pub fn xml(&self) -> Markup {
        let mut xml = Markup::default();
        xml.tag("styleSheet").attribute("xmlns", MAIN).open();
        if !self.formats.is_empty() {
            open_counted(&mut xml, "numFmts", self.formats.len());
            for (index, format) in self.formats.iter().enumerate() {
                xml.tag("numFmt").attribute("numFmtId", &(FIRST_FORMAT + index).to_string());
                xml.attribute("formatCode", &code(self.lang, *format)).empty();
            }
            xml.close("numFmts");
        }
        open_counted(&mut xml, "fonts", Font::ALL.len());
        Font::ALL.into_iter().for_each(|font| write_font(&mut xml, font));
        xml.close("fonts");
        write_fills(&mut xml);
        open_counted(&mut xml, "borders", Edge::ALL.len());
        Edge::ALL.into_iter().for_each(|edge| write_edge(&mut xml, edge));
        xml.close("borders");
        open_counted(&mut xml, "cellStyleXfs", 1);
        xml.tag("xf").attribute("numFmtId", "0").attribute("fontId", "0");
        xml.attribute("fillId", "0").attribute("borderId", "0").empty().close("cellStyleXfs");
        open_counted(&mut xml, "cellXfs", self.looks.len());
        self.looks.iter().for_each(|look| self.write_look(&mut xml, look));
        xml.close("cellXfs");
        open_counted(&mut xml, "cellStyles", 1);
        xml.tag("cellStyle").attribute("name", "Normal").attribute("xfId", "0");
        xml.attribute("builtinId", "0").empty().close("cellStyles");
        xml.close("styleSheet");
        xml
    }

    fn write_look(&self, xml: &mut Markup, look: &Look) {
        let format = self.formats.iter().position(|known| *known == look.format);
        let format = format.map_or(0, |place| FIRST_FORMAT + place);
        let font = Font::ALL.iter().position(|font| *font == look.font).unwrap_or(0);
        let edge = Edge::ALL.iter().position(|edge| *edge == look.edge).unwrap_or(0);
        xml.tag("xf").attribute("numFmtId", &format.to_string());
        xml.attribute("fontId", &font.to_string());
        xml.attribute("fillId", if look.is_head { "2" } else { "0" });
        xml.attribute("borderId", &edge.to_string()).attribute("xfId", "0");
        if look.is_quoted {
            xml.attribute("quotePrefix", "1");
        }
        for part in ["applyNumberFormat", "applyFont", "applyFill", "applyBorder"] {
            xml.attribute(part, "1");
        }
        xml.attribute("applyAlignment", "1").open().tag("alignment");
        xml.attribute("horizontal", if look.is_right { "right" } else { "left" });
        xml.attribute(
            "vertical",
            match (look.is_head, look.is_middle) {
                (true, _) => "bottom",
                (false, true) => "center",
                (false, false) => "top",
            },
        );
        if look.is_right || look.is_inset {
            xml.attribute("indent", "1");
        }
        if look.wraps {
            xml.attribute("wrapText", "1");
        }
        xml.empty().close("xf");
    }
}

fn open_counted(xml: &mut Markup, name: &str, count: usize) {
    xml.tag(name).attribute("count", &count.to_string()).open();
}

fn write_font(xml: &mut Markup, font: Font) {
    let (size, color, is_bold, is_italic) = font.traits();
    xml.tag("font").open();
    if is_bold {
        xml.tag("b").empty();
    }
    if is_italic {
        xml.tag("i").empty();
    }
    if font == Font::Link {
        xml.tag("u").empty();
    }
    xml.tag("sz").attribute("val", &size.to_string()).empty();
    xml.tag("color").attribute("rgb", color).empty();
    xml.tag("name").attribute("val", FACE).empty();
    xml.tag("family").attribute("val", "2").empty().close("font");
}

/// The first two are the same in every workbook.
fn write_fills(xml: &mut Markup) {
    open_counted(xml, "fills", 3);
    for pattern in ["none", "gray125"] {
        xml.tag("fill").open().tag("patternFill").attribute("patternType", pattern);
        xml.empty().close("fill");
    }
    xml.tag("fill").open().tag("patternFill").attribute("patternType", "solid").open();
    xml.tag("fgColor").attribute("rgb", HEAD).empty();
    xml.close("patternFill").close("fill").close("fills");
}

fn write_edge(xml: &mut Markup, edge: Edge) {
    xml.tag("border").open();
    for (name, side) in ["left", "right", "top", "bottom"].into_iter().zip(edge.sides()) {
        match side {
            None => xml.tag(name).empty(),
            Some((weight, color)) => {
                xml.tag(name).attribute("style", weight).open();
                xml.tag("color").attribute("rgb", color).empty().close(name)
            }
        };
    }
    xml.tag("diagonal").empty().close("border");
}

/// The code of a number format; the decimal sign is the reader's own, so a code has a point.
fn code(lang: Lang, format: Format) -> String {
    // The calendar and the signs of the workbook's language, where a program lets it choose them.
    let own = pick(lang, "[$-406]", "[$-809]");
    let decimals = |digits: u8| match digits {
        0 => "0".to_owned(),
        _ => ["0.", &"0".repeat(digits.into())].concat(),
    };
    match format {
        Format::General => "General".to_owned(),
        Format::Count => [own, "#,##0"].concat(),
        Format::Share(digits) => [own, &decimals(digits), pick(lang, "\"\u{a0}\"%", "%")].concat(),
        Format::Number(digits) => [own, "#,##", &decimals(digits)].concat(),
        Format::Chance => {
            // In quotes nothing is translated, so the sign is the language's.
            let least = decimal(lang, 0.001, Digits::Fixed(3));
            ["[<0.001]", own, "\"<\u{a0}", &least, "\";", own, "0.000"].concat()
        }
        Format::Day => [own, pick(lang, "d\\.\\ mmmm\\ yyyy", "d\\ mmmm\\ yyyy")].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_written_once() {
        let mut styles = Styles::new(Lang::Da);
        let count = Look { format: Format::Count, is_right: true, ..Look::default() };
        assert_eq!(
            [styles.place(count), styles.place(Look::default()), styles.place(count)],
            [1, 0, 1]
        );
    }

    #[test]
    fn percentages_are_shown_as_the_language_writes_them() {
        assert_eq!(code(Lang::Da, Format::Share(1)), "[$-406]0.0\"\u{a0}\"%");
        assert_eq!(code(Lang::En, Format::Share(0)), "[$-809]0%");
        assert_eq!(code(Lang::Da, Format::Chance), "[<0.001][$-406]\"<\u{a0}0,001\";[$-406]0.000");
        assert_eq!(code(Lang::Da, Format::Number(1)), "[$-406]#,##0.0");
    }
}
