//! The text itself: every block of the document as paragraphs, tables and drawings.

use super::figure;
use super::paragraph::{Paragraph, WIDTH, run, section};
use super::parts::{MAIN, Needs, RELATIONS, begun, marks};
use super::table;
use crate::chart::{Spec, TextStyle, width_of};
use crate::exchange::html::{is_web_address, source_line};
use crate::markup::Markup;
use crate::report::{Block, Document, Fact, FigureId, Item, Role, Sheet};
use crate::text::Lang;

/// The bullets of every list share one numbering; numbered lists have one each from this up.
const BULLETS: u32 = 2;
const FIRST_NUMBERED: u32 = 3;

/// Terms stand in a column of this many twips: 41 mm, or more for longer ones.
const TERMS: u32 = 2_324;
const LONGEST_TERMS: u32 = 4_100;
/// Between a term and its value.
const GAP: u32 = 140;

/// Collects the text, and what it needs of other parts.
pub(super) struct Body<'a> {
    xml: Markup,
    /// The sheet's.
    lang: Lang,
    /// The sheet's, where it is not the document's.
    foreign: Option<Lang>,
    figure: &'a dyn Fn(FigureId, Lang) -> Spec,
    links: Vec<String>,
    numbered: u32,
    /// Figures so far; each has an identifier.
    drawn: u32,
}

impl<'a> Body<'a> {
    /// Writes every sheet; each begins on a new page under its own mark.
    pub fn of(document: &Document, figure: &'a dyn Fn(FigureId, Lang) -> Spec) -> Body<'a> {
        let mut body = Body {
            xml: begun(),
            lang: document.lang,
            foreign: None,
            figure,
            links: Vec::new(),
            numbered: 0,
            drawn: 0,
        };
        body.xml.tag("w:document").attribute("xmlns:w", MAIN).attribute("xmlns:r", RELATIONS);
        figure::namespaces(&mut body.xml);
        body.xml.open().start("w:body", "");
        let marks = marks(document);
        for (number, sheet) in document.sheets.iter().enumerate() {
            let header = marks.iter().position(|mark| *mark == sheet.mark).unwrap_or(0);
            body.lang = sheet.lang;
            body.foreign = Some(sheet.lang).filter(|lang| *lang != document.lang);
            let is_last = number + 1 == document.sheets.len();
            body.sheet(sheet, (!is_last).then_some(header));
            if is_last {
                section(&mut body.xml, header);
            }
        }
        body.xml.close("w:body").close("w:document");
        body
    }

    pub fn needs(&self) -> Needs<'_> {
        Needs { links: &self.links, numbered: self.numbered }
    }

    /// The part's text.
    pub fn finish(self) -> String {
        self.xml.finish()
    }

    /// A sheet that is not the last ends its section with its last paragraph.
    fn sheet(&mut self, sheet: &Sheet, ends: Option<usize>) {
        let (last, rest) = match sheet.blocks.split_last() {
            Some((last @ (Block::Heading { .. } | Block::Paragraph { .. }), rest)) => {
                (Some(last), rest)
            }
            _ => (None, sheet.blocks.as_slice()),
        };
        for block in rest {
            self.block(block, None);
        }
        match (last, ends) {
            (Some(block), ends) => self.block(block, ends),
            (None, Some(_)) => {
                Paragraph::of("SectionEnd").ends_section(ends).words(&mut self.xml, "");
            }
            (None, None) => {}
        }
    }

    fn block(&mut self, block: &Block, ends: Option<usize>) {
        let xml = &mut self.xml;
        match block {
            Block::Heading { rank, text } => {
                let style = match rank {
                    1 => "Heading1",
                    2 => "Heading2",
                    _ => "Heading3",
                };
                Paragraph::of(style).lang(self.foreign).ends_section(ends).words(xml, text);
            }
            Block::Paragraph { role, text } => {
                let style = style_of(*role);
                Paragraph::of(style).lang(self.foreign).ends_section(ends).words(xml, text);
            }
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => table::write(xml, table, self.lang, self.foreign),
            Block::Figure { id, title, summary } => {
                let spec = (self.figure)(*id, self.lang);
                self.drawn += 1;
                Paragraph::of("FigureTitle").lang(self.foreign).words(xml, title);
                Paragraph::of("FigureText").keep_next(true).write(xml, |xml| {
                    figure::write(xml, &spec, self.drawn, title, summary);
                });
                Paragraph::of("Source").lang(self.foreign).words(xml, &source_line(&spec));
            }
            Block::Signatures(lines) => table::signatures(xml, lines, self.lang, self.foreign),
        }
    }

    fn list(&mut self, ordered: bool, items: &[Item]) {
        let (style, numbering) = if ordered {
            self.numbered += 1;
            ("ListNumber", FIRST_NUMBERED + self.numbered - 1)
        } else {
            ("ListBullet", BULLETS)
        };
        for item in items {
            Paragraph::of(style).numbered(numbering).write(&mut self.xml, |xml| {
                run(xml, &item.text, "", item.lang.or(self.foreign));
            });
        }
    }

    /// Terms and values in two columns that a tab stop makes, because a table without a head is
    /// read aloud as one that has lost it.
    fn facts(&mut self, facts: &[Fact]) {
        let longest = facts.iter().map(|fact| width(&fact.term)).max().unwrap_or(0);
        let column = (longest + GAP).clamp(TERMS, LONGEST_TERMS);
        let foreign = self.foreign;
        for fact in facts {
            let url = fact.url.as_deref().filter(|url| is_web_address(url));
            let link = url.map(|url| {
                self.links.push(url.to_owned());
                format!("link{}", self.links.len() - 1)
            });
            Paragraph::of("Fact").hanging(column).write(&mut self.xml, |xml| {
                run(xml, &fact.term, "Term", foreign);
                // What is too long for its column has a line of its own.
                let next = if width(&fact.term) + GAP > column { "w:br" } else { "w:tab" };
                xml.start("w:r", "").tag(next).empty().close("w:r");
                if let Some(id) = &link {
                    xml.tag("w:hyperlink").attribute("r:id", id).open();
                    run(xml, &fact.value, "Hyperlink", foreign);
                    xml.close("w:hyperlink");
                } else {
                    run(xml, &fact.value, "", foreign);
                }
                // Paper has no links: the address is printed.
                if let Some(url) = url {
                    run(xml, &[" ", url].concat(), "", foreign);
                }
            });
        }
    }
}

/// About how wide a term is, in twips: the figure's plain letters are guessed as wide as a term's
/// bold ones are.
fn width(term: &str) -> u32 {
    let style = TextStyle::Sublabel;
    // Ten points, where the figure's letters of this style have their own size.
    (width_of(term, style) / style.size() * 200.0) as u32
}

fn style_of(role: Role) -> &'static str {
    match role {
        Role::Body => "Normal",
        Role::Organisation => "Subtitle",
        Role::Lead => "Lead",
        Role::Charter => "Charter",
        Role::Caution => "Caution",
        Role::Clause => "Clause",
        Role::Note => "Note",
        Role::Source => "Source",
    }
}

const _: () = assert!(LONGEST_TERMS < WIDTH / 2);
