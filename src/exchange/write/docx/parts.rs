//! The parts around the text: what is in the file, looks, lists, header and footer, properties.
//!
//! What hardly changes stands in `parts/` as it is written; `{name}` there is filled in here.

use super::Part;
use super::paragraph::{Paragraph, run, valued};
use crate::markup::Markup;
use crate::report::Document;
use crate::text::{Lang, documents, pick};
use crate::workforce::Date;

pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const HEAD: &str = include_str!("parts/head.xml");
/// Parts of the text that the text points to by these names: kind, file and identifier.
const NAMED: [&str; 4] = ["styles", "settings", "numbering", "fontTable"];
pub(super) const FOOTER: &str = "footer";

/// What the text turned out to need.
pub(super) struct Needs<'a> {
    /// Addresses of links; the first one's identifier is `link0`.
    pub links: &'a [String],
    /// Numbered lists, each with a numbering of its own from 3 up.
    pub numbered: u32,
}

/// The start of a part that is not written here but built.
pub(super) fn begun() -> Markup {
    let mut xml = Markup::default();
    xml.markup(HEAD);
    xml
}

/// A word processor's tag of a language, for example "da-DK".
pub(super) fn tag(lang: Lang) -> &'static str {
    pick(lang, "da-DK", "en-GB")
}

/// The marks of the sheets, each once; the first one's header is `header0`.
pub(super) fn marks(document: &Document) -> Vec<&'static str> {
    let mut marks: Vec<&str> = Vec::new();
    for sheet in &document.sheets {
        if !marks.contains(&sheet.mark) {
            marks.push(sheet.mark);
        }
    }
    marks
}

/// Every part but the text itself, in the order in which they are packed.
pub(super) fn around(document: &Document, today: Date, needs: &Needs) -> Vec<Part> {
    let lang = document.lang;
    let marks = marks(document);
    let mut parts = vec![
        part("[Content_Types].xml", content_types(marks.len())),
        part("_rels/.rels", include_str!("parts/package.rels").to_owned()),
        part("docProps/core.xml", properties(document, today)),
        part("word/_rels/document.xml.rels", relations(marks.len(), needs.links)),
        part("word/settings.xml", settings(lang)),
        part("word/styles.xml", styles(lang)),
        part("word/numbering.xml", numbering(needs.numbered)),
        part("word/fontTable.xml", include_str!("parts/fontTable.xml").to_owned()),
        part("word/footer.xml", footer(document)),
    ];
    let headers = marks.iter().enumerate();
    parts.extend(headers.map(|(n, mark)| (format!("word/header{n}.xml"), header(mark))));
    parts
}

fn part(name: &str, text: String) -> Part {
    (name.to_owned(), text)
}

/// Puts values into `{name}` places of a written part.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        let mut escaped = Markup::default();
        escaped.words(value);
        text.replace(&format!("{{{name}}}"), &escaped.finish())
    })
}

fn settings(lang: Lang) -> String {
    let [decimal, separator] = pick(lang, [",", ";"], [".", ","]);
    let values = [("lang", tag(lang)), ("decimal", decimal), ("separator", separator)];
    filled(include_str!("parts/settings.xml"), &values)
}

fn styles(lang: Lang) -> String {
    let values = [
        ("lang", tag(lang)),
        ("lead", documents::style_lead(lang)),
        ("charter", documents::style_charter(lang)),
        ("caution", documents::style_caution(lang)),
        ("clause", documents::style_clause(lang)),
        ("note", documents::style_note(lang)),
        ("source", documents::style_source(lang)),
        ("fact", documents::style_fact(lang)),
        ("term", documents::style_term(lang)),
        ("mark", documents::style_mark(lang)),
        ("table", documents::style_table(lang)),
        ("table_head", documents::style_table_head(lang)),
        ("table_head_number", documents::style_table_head_number(lang)),
        ("table_group", documents::style_table_group(lang)),
        ("table_name", documents::style_table_name(lang)),
        ("table_text", documents::style_table_text(lang)),
        ("table_number", documents::style_table_number(lang)),
        ("signature_value", documents::style_signature_value(lang)),
        ("signature_label", documents::style_signature_label(lang)),
        ("figure_title", documents::style_figure_title(lang)),
        ("figure_text", documents::style_figure_text(lang)),
        ("section_end", documents::style_section_end(lang)),
    ];
    filled(include_str!("parts/styles.xml"), &values)
}

/// Each numbered list counts from 1.
fn numbering(lists: u32) -> String {
    let mut xml = Markup::default();
    for list in 0..lists {
        xml.tag("w:num").attribute("w:numId", &(3 + list).to_string()).open();
        valued(&mut xml, "w:abstractNumId", "0");
        xml.tag("w:lvlOverride").attribute("w:ilvl", "0").open();
        valued(&mut xml, "w:startOverride", "1");
        xml.close("w:lvlOverride").close("w:num");
    }
    include_str!("parts/numbering.xml").replace("{lists}", &xml.finish())
}

fn content_types(headers: usize) -> String {
    let mut xml = begun();
    xml.tag("Types").attribute("xmlns", &[PACKAGE, "/content-types"].concat()).open();
    for (extension, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ] {
        xml.tag("Default").attribute("Extension", extension);
        xml.attribute("ContentType", kind).empty();
    }
    let mut named = |name: &str, kind: &str| {
        xml.tag("Override").attribute("PartName", name).attribute("ContentType", kind).empty();
    };
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    named("/docProps/core.xml", core);
    let word = |kind: &str| {
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.", kind, "+xml"].concat()
    };
    named("/word/document.xml", &word("document.main"));
    for name in NAMED.into_iter().chain([FOOTER]) {
        named(&format!("/word/{name}.xml"), &word(name));
    }
    for header in 0..headers {
        named(&format!("/word/header{header}.xml"), &word("header"));
    }
    xml.close("Types");
    xml.finish()
}

fn relations(headers: usize, links: &[String]) -> String {
    let mut xml = begun();
    xml.tag("Relationships").attribute("xmlns", &[PACKAGE, "/relationships"].concat()).open();
    let mut relation = |id: &str, kind: &str, target: &str, outside: bool| {
        xml.tag("Relationship").attribute("Id", id);
        xml.attribute("Type", &[RELATIONS, "/", kind].concat()).attribute("Target", target);
        if outside {
            xml.attribute("TargetMode", "External");
        }
        xml.empty();
    };
    for name in NAMED.into_iter().chain([FOOTER]) {
        relation(name, name, &format!("{name}.xml"), false);
    }
    for header in 0..headers {
        relation(&format!("header{header}"), "header", &format!("header{header}.xml"), false);
    }
    for (number, address) in links.iter().enumerate() {
        relation(&format!("link{number}"), "hyperlink", address, true);
    }
    xml.close("Relationships");
    xml.finish()
}

fn properties(document: &Document, today: Date) -> String {
    let mut xml = begun();
    xml.tag("cp:coreProperties");
    xml.attribute("xmlns:cp", &[PACKAGE, "/metadata/core-properties"].concat());
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml.attribute("xmlns:dcterms", "http://purl.org/dc/terms/");
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance").open();
    xml.element("dc:title", "", &document.title).element("dc:language", "", tag(document.lang));
    for moment in ["dcterms:created", "dcterms:modified"] {
        xml.tag(moment).attribute("xsi:type", "dcterms:W3CDTF").open();
        xml.words(&format!("{today}T00:00:00Z")).close(moment);
    }
    xml.close("cp:coreProperties");
    xml.finish()
}

fn header(mark: &str) -> String {
    let mut xml = begun();
    xml.tag("w:hdr").attribute("xmlns:w", MAIN).open();
    Paragraph::of("Header").write(&mut xml, |xml| {
        if !mark.is_empty() {
            run(xml, &["\u{a0}", mark, "\u{a0}"].concat(), "Marking", None);
        }
    });
    xml.close("w:hdr");
    xml.finish()
}

/// The title, and which page of how many this is.
fn footer(document: &Document) -> String {
    // The sentence decides where the numbers stand; the marks show where it put them.
    const MARKS: [char; 2] = ['\u{1}', '\u{2}'];
    let [page, pages] = MARKS.map(String::from);
    let sentence = documents::page(document.lang, &page, &pages);
    let mut xml = begun();
    xml.tag("w:ftr").attribute("xmlns:w", MAIN).open();
    Paragraph::of("Footer").write(&mut xml, |xml| {
        run(xml, &document.title, "", None);
        xml.start("w:r", "").tag("w:tab").empty().close("w:r");
        for piece in sentence.split_inclusive(MARKS) {
            run(xml, piece.trim_end_matches(MARKS), "", None);
            if piece.ends_with(MARKS[0]) {
                field(xml, "PAGE");
            } else if piece.ends_with(MARKS[1]) {
                field(xml, "NUMPAGES");
            }
        }
    });
    xml.close("w:ftr");
    xml.finish()
}

fn field(xml: &mut Markup, instruction: &str) {
    xml.tag("w:fldSimple").attribute("w:instr", instruction).open();
    run(xml, "1", "", None);
    xml.close("w:fldSimple");
}
