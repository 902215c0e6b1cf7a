//! Tables: their heads stand again on every page, no row is cut, a short table stays whole.
//!
//! Column widths are close to those of the printed page (style/80-print.css); the longest single
//! words of the suggested texts fit into them.

use super::paragraph::{Paragraph, WIDTH, valued};
use crate::markup::Markup;
use crate::report::{Cell, SignatureLine, Table, TableKind, TableRow};
use crate::text::{Lang, documents};

/// A table of at most so many rows stays on one page.
const SHORT: usize = 14;

/// Parts of the width of each column.
fn parts_of(kind: TableKind) -> &'static [u32] {
    match kind {
        TableKind::Targets => &[240, 210, 110, 130, 130, 180],
        TableKind::Measures => &[405, 205, 125, 265],
        TableKind::Standings => &[220, 135, 135, 90, 120, 135, 165],
        TableKind::Progress => &[300, 170, 120, 220, 190],
        TableKind::Verdicts | TableKind::Areas => &[253, 135, 107, 140, 145, 220],
    }
}

/// Widths in twips that make up the page's. Columns that the table's kind does not know are as
/// wide as its last.
fn widths(parts: &[u32], columns: usize) -> Vec<u32> {
    let last = parts.last().copied().unwrap_or(1);
    let parts: Vec<u32> = (0..columns).map(|n| parts.get(n).copied().unwrap_or(last)).collect();
    let whole: u32 = parts.iter().sum();
    let mut ends = vec![0];
    let mut sum = 0;
    for part in parts {
        sum += part;
        ends.push(WIDTH * sum / whole.max(1));
    }
    ends.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// Writes a table below its caption. `foreign` is `lang` where it is not the document's.
pub(super) fn write(xml: &mut Markup, table: &Table, lang: Lang, foreign: Option<Lang>) {
    Paragraph::of("Caption").lang(foreign).words(xml, &table.caption);
    let widths = widths(parts_of(table.kind), table.head.len());
    let columns: Vec<&str> = table.head.iter().map(|cell| cell.text.as_str()).collect();
    let description = documents::columns(lang, &columns.join(", "));
    start(xml, &widths, true, &table.caption, &description);

    xml.start("w:tr", "").start("w:trPr", "").tag("w:cantSplit").empty();
    xml.tag("w:tblHeader").empty().close("w:trPr");
    for (cell, &width) in table.head.iter().zip(&widths) {
        let style = if cell.is_numeric { "TableHeadNumber" } else { "TableHead" };
        cell_of(xml, width, Edge::Head, |xml| {
            Paragraph::of(style).lang(foreign).words(xml, &cell.text);
        });
    }
    xml.close("w:tr");

    let rows = table.rows().count();
    let mut row_number = 0;
    for group in &table.groups {
        if let Some(heading) = &group.heading {
            start_row(xml);
            let paragraph = Paragraph::of("TableGroup").lang(foreign);
            group_cell(xml, table.head.len(), |xml| paragraph.words(xml, heading));
            xml.close("w:tr");
        }
        for row in &group.rows {
            row_number += 1;
            let keep_next = rows <= SHORT && row_number < rows;
            let look = Paragraph::of("").keep_next(keep_next).lang(foreign);
            write_row(xml, table.kind, row, &widths, look);
        }
    }
    xml.close("w:tbl");
}

/// `look` is what every paragraph in it shares but the style.
fn write_row(xml: &mut Markup, kind: TableKind, row: &TableRow, widths: &[u32], look: Paragraph) {
    start_row(xml);
    // A measure is a sentence, and a column of bold sentences reads worse than one of plain ones.
    let is_sentence = matches!(kind, TableKind::Measures | TableKind::Progress);
    let heading = if is_sentence { "TableText" } else { "TableName" };
    let style = |cell: &Cell| if cell.is_numeric { "TableNumber" } else { "TableText" };
    let cells = row.cells.iter().map(|cell| (style(cell), cell.text.as_str()));
    let cells = std::iter::once((heading, row.heading.as_str())).chain(cells);
    for ((style, words), &width) in cells.zip(widths) {
        let paragraph = look.with_style(style);
        cell_of(xml, width, Edge::Inner, |xml| paragraph.words(xml, words));
    }
    xml.close("w:tr");
}

/// Lines to write on, side by side. Each cell holds a line and below it what belongs on it, so that
/// they are read together.
pub(super) fn signatures(
    xml: &mut Markup,
    lines: &[SignatureLine],
    lang: Lang,
    foreign: Option<Lang>,
) {
    let widths = widths(&[100, 130], lines.len());
    let labels: Vec<&str> = lines.iter().map(|line| line.label.as_str()).collect();
    start(xml, &widths, false, documents::signatures(lang), &labels.join(", "));
    start_row(xml);
    for (number, (line, &width)) in lines.iter().zip(&widths).enumerate() {
        let edge = if number + 1 < lines.len() { Edge::Gap } else { Edge::Inner };
        cell_of(xml, width, edge, |xml| {
            Paragraph::of("SignatureValue").lang(foreign).words(xml, &line.value);
            Paragraph::of("SignatureLabel").lang(foreign).words(xml, &line.label);
        });
    }
    xml.close("w:tr").close("w:tbl");
}

/// A table's properties and its columns.
fn start(xml: &mut Markup, widths: &[u32], has_head: bool, caption: &str, description: &str) {
    xml.start("w:tbl", "").start("w:tblPr", "");
    valued(xml, "w:tblStyle", if has_head { "PledgeTable" } else { "TableNormal" });
    size(xml, "w:tblW", widths.iter().sum());
    xml.tag("w:tblLayout").attribute("w:type", "fixed").empty();
    if !has_head {
        xml.start("w:tblCellMar", "");
        size(xml, "w:left", 0);
        size(xml, "w:right", 0);
        xml.close("w:tblCellMar");
    }
    let flag = if has_head { "1" } else { "0" };
    xml.tag("w:tblLook").attribute("w:val", if has_head { "06A0" } else { "0600" });
    xml.attribute("w:firstRow", flag).attribute("w:lastRow", "0");
    xml.attribute("w:firstColumn", flag).attribute("w:lastColumn", "0");
    xml.attribute("w:noHBand", "1").attribute("w:noVBand", "1").empty();
    valued(xml, "w:tblCaption", caption);
    valued(xml, "w:tblDescription", description);
    xml.close("w:tblPr").start("w:tblGrid", "");
    for width in widths {
        xml.tag("w:gridCol").attribute("w:w", &width.to_string()).empty();
    }
    xml.close("w:tblGrid");
}

fn start_row(xml: &mut Markup) {
    xml.start("w:tr", "").start("w:trPr", "").tag("w:cantSplit").empty().close("w:trPr");
}

fn size(xml: &mut Markup, name: &str, twips: u32) {
    xml.tag(name).attribute("w:w", &twips.to_string()).attribute("w:type", "dxa").empty();
}

/// What sets a cell apart from the others.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Inner,
    /// A stronger line below, words at the foot.
    Head,
    /// Room on the right.
    Gap,
}

fn cell_of(xml: &mut Markup, width: u32, edge: Edge, inside: impl FnOnce(&mut Markup)) {
    xml.start("w:tc", "").start("w:tcPr", "");
    size(xml, "w:tcW", width);
    match edge {
        Edge::Inner => {}
        Edge::Head => {
            xml.start("w:tcBorders", "").tag("w:bottom").attribute("w:val", "single");
            xml.attribute("w:sz", "8").attribute("w:space", "0").attribute("w:color", "000000");
            xml.empty().close("w:tcBorders");
            valued(xml, "w:vAlign", "bottom");
        }
        Edge::Gap => {
            xml.start("w:tcMar", "");
            size(xml, "w:right", 340);
            xml.close("w:tcMar");
        }
    }
    xml.close("w:tcPr");
    inside(xml);
    xml.close("w:tc");
}

fn group_cell(xml: &mut Markup, columns: usize, inside: impl FnOnce(&mut Markup)) {
    xml.start("w:tc", "").start("w:tcPr", "");
    size(xml, "w:tcW", WIDTH);
    valued(xml, "w:gridSpan", &columns.to_string());
    xml.close("w:tcPr");
    inside(xml);
    xml.close("w:tc");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_make_up_the_page_whatever_their_number() {
        for columns in 1..9 {
            let widths = widths(parts_of(TableKind::Targets), columns);
            assert_eq!((widths.len(), widths.iter().sum()), (columns, WIDTH));
        }
        assert!(widths(&[], 0).is_empty());
    }
}
