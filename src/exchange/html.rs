//! A [`Document`] as HTML: what the preview shows and the printer gets.
//!
//! The markup follows the contract at the top of style/80-print.css. Absent: looks.

use crate::chart::{self, Frame, Spec, SvgOptions};
use crate::markup::Markup;
use crate::report::{
    Block, Cell, Document, Fact, FigureId, Item, Role, Sheet, SheetKind, SignatureLine, Table,
    TableKind, TableRow, Visibility,
};
use crate::text::Lang;

/// The width of A4 paper between its margins, in CSS pixels.
const PAPER: f64 = 680.0;

/// The headings that a document begins with: a file's own first rank, or the one below a page's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    First,
    Second,
}

/// Writes the document as a part of a page, whose heading is above it. `figure` gives the drawing
/// and the source line of a figure in a sheet's language.
pub fn document(
    document: &Document,
    figure: &dyn Fn(FigureId, Lang) -> (String, String),
) -> String {
    article(document, Rank::Second, figure)
}

/// A figure on paper: its picture, and the line with its base and source.
pub fn paper_figure(spec: &Spec, lang: Lang) -> (String, String) {
    // A document in both languages has two of them.
    let id = ["paper-mirror-", lang.tag()].concat();
    (picture(spec, lang, PAPER, &id), source_line(spec))
}

/// A figure's picture in this width of CSS pixels; `id` begins every id in it.
pub fn picture(spec: &Spec, lang: Lang, width: f64, id: &str) -> String {
    chart::svg(spec, SvgOptions { width, frame: Frame::Embedded, lang: lang.tag(), id })
}

/// Whom a figure counts, and where its figures come from.
pub fn source_line(spec: &Spec) -> String {
    [spec.base.as_str(), spec.source.as_str()].join(". ")
}

/// Writes the document with headings from `rank` down.
pub fn article(
    document: &Document,
    rank: Rank,
    figure: &dyn Fn(FigureId, Lang) -> (String, String),
) -> String {
    let mut html = Markup::default();
    html.tag("article").attribute("class", "document");
    html.attribute("lang", document.lang.tag()).open();
    for sheet in &document.sheets {
        write_sheet(&mut html, document, sheet, rank, figure);
    }
    html.close("article");
    html.finish()
}

fn write_sheet(
    html: &mut Markup,
    document: &Document,
    sheet: &Sheet,
    rank: Rank,
    figure: &dyn Fn(FigureId, Lang) -> (String, String),
) {
    let [title, section, part] = match rank {
        Rank::First => ["h1", "h2", "h3"],
        Rank::Second => ["h2", "h3", "h4"],
    };
    let mark = match document.visibility {
        Visibility::Internal => "internal-mark",
        Visibility::Public => "public-mark",
    };
    let class = match sheet.kind {
        SheetKind::Pledge => "sheet sheet-pledge",
        SheetKind::Annex => "sheet sheet-annex",
        SheetKind::Status => "sheet sheet-status",
    };
    html.tag("section").attribute("class", class);
    if sheet.lang != document.lang {
        html.attribute("lang", sheet.lang.tag());
    }
    html.open();
    if !sheet.mark.is_empty() {
        html.element("p", mark, sheet.mark);
    }
    for block in &sheet.blocks {
        match block {
            Block::Heading { rank: 1, text } => html.element(title, "title", text),
            Block::Heading { rank: 2, text } => html.element(section, "section", text),
            Block::Heading { text, .. } => html.element(part, "part", text),
            Block::Paragraph { role, text } => html.element("p", role_class(*role), text),
            Block::List { ordered, items } => write_list(html, *ordered, items),
            Block::Facts(facts) => write_facts(html, facts),
            Block::Table(table) => write_table(html, table),
            Block::Figure { id, title, .. } => {
                let (drawing, source) = figure(*id, sheet.lang);
                html.start("figure", "figure").element("figcaption", "", title);
                html.markup(&drawing).element("p", "source", &source).close("figure")
            }
            Block::Signatures(lines) => write_signatures(html, lines),
        };
    }
    html.close("section");
}

fn role_class(role: Role) -> &'static str {
    match role {
        Role::Body => "body",
        Role::Organisation => "organisation",
        Role::Lead => "lead",
        Role::Charter => "charter",
        Role::Caution => "caution",
        Role::Clause => "clause",
        Role::Note => "note",
        Role::Source => "source",
    }
}

fn write_list<'a>(html: &'a mut Markup, ordered: bool, items: &[Item]) -> &'a mut Markup {
    let name = if ordered { "ol" } else { "ul" };
    html.start(name, "");
    for item in items {
        html.tag("li");
        if let Some(lang) = item.lang {
            html.attribute("lang", lang.tag());
        }
        html.open().words(&item.text).close("li");
    }
    html.close(name)
}

fn write_facts<'a>(html: &'a mut Markup, facts: &[Fact]) -> &'a mut Markup {
    html.start("dl", "facts");
    for fact in facts {
        html.start("div", "").element("dt", "", &fact.term).start("dd", "");
        match fact.url.as_deref().filter(|url| is_web_address(url)) {
            Some(url) => {
                html.tag("a").attribute("href", url).attribute("rel", "noreferrer").open();
                html.words(&fact.value).close("a")
            }
            None => html.words(&fact.value),
        };
        html.close("dd").close("div");
    }
    html.close("dl")
}

/// Whether a document may link to it. An address can come from a file that somebody sent.
pub fn is_web_address(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
}

fn write_cell(html: &mut Markup, cell: &Cell) {
    html.element("td", if cell.is_numeric { "number" } else { "" }, &cell.text);
}

fn write_row(html: &mut Markup, row: &TableRow) {
    html.start("tr", "").tag("th").attribute("scope", "row").open();
    html.words(&row.heading).close("th");
    for cell in &row.cells {
        write_cell(html, cell);
    }
    html.close("tr");
}

fn write_table<'a>(html: &'a mut Markup, table: &Table) -> &'a mut Markup {
    let class = match table.kind {
        TableKind::Targets => "targets",
        TableKind::Measures => "measures",
        TableKind::Verdicts => "verdicts",
        TableKind::Areas => "areas",
        TableKind::Standings => "standings",
        TableKind::Progress => "progress",
    };
    html.start_scroll_region(&table.caption);
    html.start("table", class).element("caption", "", &table.caption);
    html.start("thead", "").start("tr", "");
    for cell in &table.head {
        html.tag("th").attribute("scope", "col");
        if cell.is_numeric {
            html.attribute("class", "number");
        }
        html.open().words(&cell.text).close("th");
    }
    html.close("tr").close("thead");
    for group in &table.groups {
        html.start("tbody", "");
        if let Some(heading) = &group.heading {
            html.start("tr", "group").tag("th").attribute("scope", "rowgroup");
            html.attribute("colspan", &table.head.len().to_string()).open();
            html.words(heading).close("th").close("tr");
        }
        for row in &group.rows {
            write_row(html, row);
        }
        html.close("tbody");
    }
    html.close("table").close("div")
}

fn write_signatures<'a>(html: &'a mut Markup, lines: &[SignatureLine]) -> &'a mut Markup {
    html.start("div", "signatures");
    for line in lines {
        html.start("div", "signature").element("p", "value", &line.value);
        html.element("p", "label", &line.label).close("div");
    }
    html.close("div")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(blocks: Vec<Block>) -> String {
        marked(Visibility::Internal, "Internt", blocks)
    }

    fn marked(visibility: Visibility, mark: &'static str, blocks: Vec<Block>) -> String {
        let sheet = Sheet { kind: SheetKind::Pledge, lang: Lang::Da, mark, blocks };
        let title = "Løfte".to_owned();
        let whole = Document { lang: Lang::Da, title, visibility, sheets: vec![sheet] };
        document(&whole, &|_, _| ("<svg/>".to_owned(), "Kilde".to_owned()))
    }

    #[test]
    fn what_a_user_wrote_stays_text() {
        let html = with(vec![Block::paragraph(Role::Note, "<script>alert(\"x\")</script>")]);
        assert!(html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"), "{html}");
        assert!(!html.contains("<script"));
    }

    #[test]
    fn every_sheet_says_that_it_is_internal() {
        assert!(with(vec![]).contains("<p class=\"internal-mark\">Internt</p>"));
    }

    #[test]
    fn only_an_address_of_the_web_becomes_a_link() {
        let fact = |url: &str| {
            let (term, value) = ("Kilde".to_owned(), "Navn".to_owned());
            with(vec![Block::Facts(vec![Fact { term, value, url: Some(url.to_owned()) }])])
        };
        assert!(fact("https://www.dst.dk/").contains("<a href=\"https://www.dst.dk/\""));
        assert!(!fact("javascript:alert(1)").contains("<a "));
    }

    #[test]
    fn a_public_edition_is_marked_as_one_and_not_as_internal() {
        let html = marked(Visibility::Public, "Offentlig udgave", vec![]);
        assert!(html.contains("<p class=\"public-mark\">Offentlig udgave</p>"), "{html}");
        assert!(!html.contains("internal-mark"));
    }

    #[test]
    fn a_figure_brings_its_drawing_and_its_source() {
        let (title, summary) = ("Spejlet".to_owned(), "I ord".to_owned());
        let html = with(vec![Block::Figure { id: FigureId::Mirror, title, summary }]);
        assert!(
            html.contains("<figcaption>Spejlet</figcaption><svg/><p class=\"source\">Kilde</p>")
        );
    }
}
