//! The container that spreadsheets and documents share: named parts, what each is, how they refer
//! to each other, zipped (ECMA-376 part 2, Open Packaging Conventions).
//!
//! The same parts give the same bytes: every entry carries the same time, and parts stand in the
//! order they were added. Absent: what is in the parts. Read next: [`super::xlsx`].

use crate::markup::Markup;
use crate::text::Lang;
use crate::workforce::Date;
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Why a file cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WriteError {
    /// More than such a file can hold: take fewer rows.
    TooLarge,
}

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A package being put together.
#[derive(Clone, Debug, Default)]
pub struct Package {
    parts: Vec<Part>,
    relations: Vec<Relation>,
}

#[derive(Clone, Debug)]
struct Part {
    name: String,
    content_type: String,
    content: Vec<u8>,
}

#[derive(Clone, Debug)]
struct Relation {
    /// The part that refers; empty for the package itself.
    from: String,
    kind: String,
    target: String,
    is_external: bool,
}

/// What a file says about itself.
#[derive(Clone, Copy, Debug)]
pub struct Properties<'a> {
    pub title: &'a str,
    pub lang: Lang,
    pub created: Date,
}

impl Package {
    /// Adds a part, for example `xl/workbook.xml`.
    pub fn add(&mut self, name: &str, content_type: &str, content: Vec<u8>) {
        let (name, content_type) = (name.to_owned(), content_type.to_owned());
        self.parts.push(Part { name, content_type, content });
    }

    /// Adds a part of XML; the declaration is put before it.
    pub fn add_xml(&mut self, name: &str, content_type: &str, xml: Markup) {
        self.add(name, content_type, declared(xml));
    }

    /// Says that one part refers to another and gives the name of the reference.
    ///
    /// `from` is a part, or empty for the package itself. `kind` is the last word of an office
    /// relationship's type, for example `worksheet`, or a whole type. `target` is relative to the
    /// folder of `from`.
    pub fn relate(&mut self, from: &str, kind: &str, target: &str) -> String {
        self.add_relation(from, kind, target, false)
    }

    /// The same for an address outside the package.
    pub fn relate_outside(&mut self, from: &str, kind: &str, address: &str) -> String {
        self.add_relation(from, kind, address, true)
    }

    fn add_relation(&mut self, from: &str, kind: &str, target: &str, is_external: bool) -> String {
        let kind = if kind.contains("://") { kind.to_owned() } else { [RELATION, kind].concat() };
        let (from, target) = (from.to_owned(), target.to_owned());
        let number = self.relations.iter().filter(|known| known.from == from).count() + 1;
        self.relations.push(Relation { from, kind, target, is_external });
        relation_name(number)
    }

    /// Adds title, language and day, and refers to them.
    pub fn describe(&mut self, properties: &Properties) {
        let mut xml = Markup::default();
        xml.tag("cp:coreProperties")
            .attribute("xmlns:cp", &[PACKAGE, "/metadata/core-properties"].concat())
            .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
            .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
            .open();
        xml.element("dc:title", "", properties.title);
        xml.element("dc:creator", "", "Byspejl");
        xml.element("dc:language", "", properties.lang.tag());
        let day = [&properties.created.to_string(), "T00:00:00Z"].concat();
        for moment in ["dcterms:created", "dcterms:modified"] {
            xml.tag(moment).attribute("xsi:type", "dcterms:W3CDTF").open();
            xml.words(&day).close(moment);
        }
        xml.close("cp:coreProperties");
        let content_type = "application/vnd.openxmlformats-package.core-properties+xml";
        self.add_xml("docProps/core.xml", content_type, xml);
        let kind = [PACKAGE, "/relationships/metadata/core-properties"].concat();
        self.relate("", &kind, "docProps/core.xml");
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`WriteError::TooLarge`] beyond four gigabytes.
    pub fn finish(self) -> Result<Vec<u8>, WriteError> {
        let (content_types, relations) = (self.content_types(), self.relation_parts());
        // Readers that guess a file's kind look for this part first.
        let first = ("[Content_Types].xml", content_types.as_slice());
        let relations = relations.iter().map(|(name, content)| (name.as_str(), content.as_slice()));
        let parts = self.parts.iter().map(|part| (part.name.as_str(), part.content.as_slice()));
        pack(std::iter::once(first).chain(relations).chain(parts))
    }

    fn content_types(&self) -> Vec<u8> {
        let mut xml = Markup::default();
        xml.tag("Types").attribute("xmlns", &[PACKAGE, "/content-types"].concat()).open();
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        for (ending, content_type) in [("rels", relations), ("xml", "application/xml")] {
            xml.tag("Default").attribute("Extension", ending);
            xml.attribute("ContentType", content_type).empty();
        }
        for part in &self.parts {
            xml.tag("Override").attribute("PartName", &["/", &part.name].concat());
            xml.attribute("ContentType", &part.content_type).empty();
        }
        xml.close("Types");
        declared(xml)
    }

    /// One part of references for each part that refers to something.
    fn relation_parts(&self) -> Vec<(String, Vec<u8>)> {
        let mut parts: Vec<(String, Markup, usize)> = Vec::new();
        for relation in &self.relations {
            let name = relations_of(&relation.from);
            let known = parts.iter().position(|(known, ..)| *known == name);
            let place = known.unwrap_or_else(|| {
                let mut xml = Markup::default();
                xml.tag("Relationships");
                xml.attribute("xmlns", &[PACKAGE, "/relationships"].concat()).open();
                parts.push((name, xml, 0));
                parts.len() - 1
            });
            let (_, xml, count) = &mut parts[place];
            *count += 1;
            xml.tag("Relationship").attribute("Id", &relation_name(*count));
            xml.attribute("Type", &relation.kind).attribute("Target", &relation.target);
            if relation.is_external {
                xml.attribute("TargetMode", "External");
            }
            xml.empty();
        }
        let finished = parts.into_iter().map(|(name, mut xml, _)| {
            xml.close("Relationships");
            (name, declared(xml))
        });
        finished.collect()
    }
}

/// Named parts as one zip file, in their order. The same parts give the same bytes: every entry
/// carries a day that never changes.
///
/// # Errors
/// [`WriteError::TooLarge`] beyond four gigabytes.
pub fn pack<'a>(
    parts: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, WriteError> {
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, options).map_err(|_| WriteError::TooLarge)?;
        zip.write_all(content).map_err(|_| WriteError::TooLarge)?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|_| WriteError::TooLarge)
}

/// An XML part with its declaration.
fn declared(part: Markup) -> Vec<u8> {
    let mut xml = Markup::default();
    xml.tag("?xml").attribute("version", "1.0").attribute("encoding", "UTF-8");
    xml.attribute("standalone", "yes").markup("?>\n");
    xml.markup(&part.finish());
    xml.finish().into_bytes()
}

fn relation_name(number: usize) -> String {
    ["rId", &number.to_string()].concat()
}

/// "xl/workbook.xml" has its references in "xl/_rels/workbook.xml.rels".
fn relations_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    [folder, slash, "_rels/", file, ".rels"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn sample() -> Package {
        let mut package = Package::default();
        package.add("word/document.xml", "text/xml", b"<a/>".to_vec());
        package.relate("", "officeDocument", "word/document.xml");
        package.relate_outside("word/document.xml", "hyperlink", "https://example.org/?a=1&b=2");
        let created = "2026-11-25".parse().expect("a date");
        package.describe(&Properties { title: "Løfte & <tal>", lang: Lang::Da, created });
        package
    }

    fn read(bytes: &[u8], name: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        zip.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
        text
    }

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        assert_eq!(sample().finish(), sample().finish());
    }

    #[test]
    fn parts_refer_to_each_other_by_relative_names() {
        let bytes = sample().finish().expect("small");
        let root = read(&bytes, "_rels/.rels");
        assert!(root.contains("Id=\"rId1\"") && root.contains("Target=\"word/document.xml\""));
        let outside = read(&bytes, "word/_rels/document.xml.rels");
        assert!(outside.contains("https://example.org/?a=1&amp;b=2\" TargetMode=\"External\""));
    }

    #[test]
    fn a_file_says_its_title_language_and_day() {
        let core = read(&sample().finish().expect("small"), "docProps/core.xml");
        assert!(core.contains("<dc:title>Løfte &amp; &lt;tal&gt;</dc:title>"), "{core}");
        assert!(core.contains("<dc:language>da</dc:language>"));
        assert!(core.contains(">2026-11-25T00:00:00Z</dcterms:created>"));
    }
}
