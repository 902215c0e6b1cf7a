//! Paragraphs and runs. The order of everything inside them is the standard's (ECMA-376, part 1,
//! 17.3): word processors refuse or repair files that have it otherwise.

use super::parts::tag;
use crate::markup::Markup;
use crate::text::Lang;

/// Twips of the page and its margins: A4, 14 mm on every side.
const PAGE: [&str; 2] = ["11906", "16838"];
const MARGINS: [(&str, &str); 7] = [
    ("w:top", "794"),
    ("w:right", "794"),
    ("w:bottom", "794"),
    ("w:left", "794"),
    ("w:header", "312"),
    ("w:footer", "369"),
    ("w:gutter", "0"),
];
/// Between the margins, in twips.
pub(super) const WIDTH: u32 = 11_906 - 2 * 794;

/// What a paragraph is, beyond its words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paragraph<'a> {
    style: &'a str,
    keep_next: bool,
    /// The numbered list it is an entry of.
    numbering: Option<u32>,
    /// Where its second line begins, and its first tab stops, in twips.
    hanging: Option<u32>,
    /// The section that ends with it: the number of its header.
    section: Option<usize>,
    /// Where it is not the document's.
    lang: Option<Lang>,
}

impl<'a> Paragraph<'a> {
    /// A paragraph of a style in `parts/styles.xml`.
    pub fn of(style: &'a str) -> Paragraph<'a> {
        Paragraph { style, ..Paragraph::default() }
    }

    /// The same with another style.
    pub fn with_style(self, style: &'a str) -> Paragraph<'a> {
        Paragraph { style, ..self }
    }

    /// Never alone at the foot of a page.
    pub fn keep_next(self, keep_next: bool) -> Paragraph<'a> {
        Paragraph { keep_next, ..self }
    }

    pub fn numbered(self, list: u32) -> Paragraph<'a> {
        Paragraph { numbering: Some(list), ..self }
    }

    pub fn hanging(self, twips: u32) -> Paragraph<'a> {
        Paragraph { hanging: Some(twips), ..self }
    }

    /// In a language that is not the document's.
    pub fn lang(self, lang: Option<Lang>) -> Paragraph<'a> {
        Paragraph { lang, ..self }
    }

    pub fn ends_section(self, header: Option<usize>) -> Paragraph<'a> {
        Paragraph { section: header, ..self }
    }

    /// Writes it; `runs` writes what is in it.
    pub fn write(self, xml: &mut Markup, runs: impl FnOnce(&mut Markup)) {
        xml.start("w:p", "").start("w:pPr", "");
        valued(xml, "w:pStyle", self.style);
        if self.keep_next {
            xml.tag("w:keepNext").empty();
        }
        if let Some(list) = self.numbering {
            xml.start("w:numPr", "");
            valued(xml, "w:ilvl", "0");
            valued(xml, "w:numId", &list.to_string());
            xml.close("w:numPr");
        }
        if let Some(twips) = self.hanging {
            let twips = twips.to_string();
            xml.start("w:tabs", "").tag("w:tab").attribute("w:val", "left");
            xml.attribute("w:pos", &twips).empty().close("w:tabs");
            xml.tag("w:ind").attribute("w:left", &twips).attribute("w:hanging", &twips).empty();
        }
        if let Some(header) = self.section {
            section(xml, header);
        }
        xml.close("w:pPr");
        runs(xml);
        xml.close("w:p");
    }

    /// Writes it with one text in it.
    pub fn words(self, xml: &mut Markup, words: &str) {
        self.write(xml, |xml| run(xml, words, "", self.lang));
    }
}

/// An element whose only attribute is its value.
pub(super) fn valued(xml: &mut Markup, name: &str, value: &str) {
    xml.tag(name).attribute("w:val", value).empty();
}

/// A text in one look and one language; an empty text leaves nothing. `style` may be empty;
/// `lang` is given where it is not the document's.
pub(super) fn run(xml: &mut Markup, words: &str, style: &str, lang: Option<Lang>) {
    if words.is_empty() {
        return;
    }
    xml.start("w:r", "");
    if !style.is_empty() || lang.is_some() {
        xml.start("w:rPr", "");
        if !style.is_empty() {
            valued(xml, "w:rStyle", style);
        }
        if let Some(lang) = lang {
            valued(xml, "w:lang", tag(lang));
        }
        xml.close("w:rPr");
    }
    xml.tag("w:t").attribute("xml:space", "preserve").open().words(words);
    xml.close("w:t").close("w:r");
}

/// Page, margins, header and footer of a part that begins on a new page.
pub(super) fn section(xml: &mut Markup, header: usize) {
    xml.start("w:sectPr", "");
    let parts = [
        ("w:headerReference", format!("header{header}")),
        ("w:footerReference", "footer".to_owned()),
    ];
    for (name, id) in parts {
        xml.tag(name).attribute("w:type", "default").attribute("r:id", &id).empty();
    }
    valued(xml, "w:type", "nextPage");
    xml.tag("w:pgSz").attribute("w:w", PAGE[0]).attribute("w:h", PAGE[1]).empty();
    xml.tag("w:pgMar");
    for (name, twips) in MARGINS {
        xml.attribute(name, twips);
    }
    xml.empty().close("w:sectPr");
}
