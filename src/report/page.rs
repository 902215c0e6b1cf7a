//! How much fits on the page that is signed: a rough count of lines.
//!
//! A4 with the print style's margins, 10 point sans-serif. Rough on purpose: renderers differ, so
//! the room is counted with a reserve, and what does not fit moves to the annex. Absent: the
//! style itself (style/80-print.css), which has to agree with the numbers here.

use super::document::{Block, Role, Table, TableKind, TableRow};

/// Characters of a full line of body text: 182 mm at 10 point.
const LINE: usize = 98;
/// Tenths of a body line on the page, a reserve of three lines taken off.
pub(super) const ROOM: usize = 510;

/// Tenths of a body line that these blocks take.
pub(super) fn height(blocks: &[Block]) -> usize {
    blocks.iter().map(block).sum()
}

fn block(block: &Block) -> usize {
    match block {
        Block::Heading { rank: 1, text } => 20 * lines(text, 60) + 6,
        Block::Heading { text, .. } => 13 * lines(text, 80) + 6,
        Block::Paragraph { role: Role::Clause | Role::Caution, text } => 10 * lines(text, 92) + 10,
        Block::Paragraph { text, .. } => 10 * lines(text, LINE) + 4,
        Block::List { items, .. } => {
            items.iter().map(|item| 10 * lines(&item.text, LINE - 4) + 1).sum::<usize>() + 4
        }
        Block::Facts(facts) => 10 * facts.len() + 4,
        Block::Table(table) => {
            frame(table) + table.rows().map(|r| row(table.kind, r)).sum::<usize>()
        }
        // Figures stand in the annex only.
        Block::Figure { .. } => 300,
        Block::Signatures(_) => 52,
    }
}

/// A table without its rows: caption, head, group headings, space around.
fn frame(table: &Table) -> usize {
    let groups = table.groups.iter().filter(|group| group.heading.is_some()).count();
    14 + 14 + 13 * groups + 8
}

/// One row: as high as its highest cell.
pub(super) fn row(kind: TableKind, row: &TableRow) -> usize {
    let texts = std::iter::once(row.heading.as_str())
        .chain(row.cells.iter().map(|cell| cell.text.as_str()));
    let highest = texts.zip(widths(kind)).map(|(text, &width)| lines(text, width)).max();
    10 * highest.unwrap_or(1) + 4
}

/// Characters per line of each column; agrees with the print style's column widths.
fn widths(kind: TableKind) -> &'static [usize] {
    match kind {
        TableKind::Targets => &[24, 15, 9, 10, 16, 16],
        TableKind::Measures => &[42, 15, 15, 19],
        TableKind::Verdicts | TableKind::Areas => &[24, 13, 9, 12, 12, 18],
    }
}

fn lines(text: &str, width: usize) -> usize {
    text.chars().count().div_ceil(width).max(1)
}
