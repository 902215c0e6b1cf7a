//! How much fits on the page that is signed: lines counted before anything is laid out.
//!
//! A4 with the print style's margins, 10 point sans-serif of Arial's widths. What does not fit
//! moves to the annex, so the count keeps a reserve for renderers that set a little wider.
//! Absent: the style itself (style/80-print.css), which has to agree with the numbers here.

use super::document::{Block, Role, Table, TableKind, TableRow};

/// Width of the page inside its margins, hundredths of an em: 182 mm at 10 point.
const LINE: usize = 5_150;
/// Tenths of a body line (13 points) on the page: 59 lines, a reserve of about one taken off.
pub(super) const ROOM: usize = 582;
/// A heading over a group of rows.
pub(super) const GROUP: usize = 12;

/// Tenths of a body line that these blocks take.
pub(super) fn height(blocks: &[Block]) -> usize {
    blocks.iter().map(block).sum()
}

fn block(block: &Block) -> usize {
    match block {
        // Set larger, with the mark of the sheet beside it.
        Block::Heading { rank: 1, text } => 16 * lines(text, 2_600),
        Block::Heading { text, .. } => 13 * lines(text, 4_000) + 6,
        Block::Paragraph { role: Role::Organisation, text } => 13 * lines(text, 3_800) + 2,
        Block::Paragraph { role: Role::Clause | Role::Caution, text } => {
            10 * lines(text, LINE - 120) + 9
        }
        Block::Paragraph { text, .. } => 10 * lines(text, LINE) + 3,
        Block::List { items, .. } => {
            items.iter().map(|item| 10 * lines(&item.text, LINE - 150) + 1).sum::<usize>() + 3
        }
        Block::Facts(facts) => 10 * facts.len() + 4,
        Block::Table(table) => {
            frame(table) + table.rows().map(|r| row(table.kind, r)).sum::<usize>()
        }
        // Figures stand in the annex only.
        Block::Figure { .. } => 300,
        Block::Signatures(_) => 41,
    }
}

/// A table without its rows: caption, head, group headings, space around.
fn frame(table: &Table) -> usize {
    let groups = table.groups.iter().filter(|group| group.heading.is_some()).count();
    let head = table.head.iter().map(|cell| cell.text.as_str());
    14 + cells(table.kind, head) + GROUP * groups + 3
}

/// One row: as high as its highest cell.
pub(super) fn row(kind: TableKind, row: &TableRow) -> usize {
    let texts = std::iter::once(row.heading.as_str())
        .chain(row.cells.iter().map(|cell| cell.text.as_str()));
    cells(kind, texts)
}

fn cells<'a>(kind: TableKind, texts: impl Iterator<Item = &'a str>) -> usize {
    let highest = texts.zip(widths(kind)).map(|(text, &width)| lines(text, width)).max();
    // Tables are set a little tighter than the body: 12.5 points a line.
    96 * highest.unwrap_or(1) / 10 + 3
}

/// Room for text in each column, hundredths of an em; the print style's column widths less their
/// padding.
fn widths(kind: TableKind) -> &'static [usize] {
    match kind {
        TableKind::Targets => &[1_170, 980, 480, 580, 610, 870],
        TableKind::Measures => &[2_060, 970, 610, 1_280],
        // The others are never on the page that is signed.
        TableKind::Verdicts | TableKind::Areas | TableKind::Standings | TableKind::Progress => {
            &[1_230, 600, 500, 600, 600, 1_070]
        }
    }
}

/// How many lines a text takes when words are filled in one after another; `width` in hundredths
/// of an em.
pub fn lines(text: &str, width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let word: usize = word.chars().map(width_of).sum();
        if used > 0 && used + SPACE + word > width {
            lines += 1;
            used = 0;
        }
        used += word + if used > 0 { SPACE } else { 0 };
        // A word longer than the line is broken.
        lines += used.saturating_sub(1) / width;
        used = if used > width { used % width } else { used };
    }
    lines
}

const SPACE: usize = 28;

/// About how wide a letter is set, hundredths of an em (Arial's classes of width).
fn width_of(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '|' => 23,
        'f' | 't' | 'r' | '.' | ',' | ':' | ';' | '!' | '(' | ')' | '-' | '/' | 'I' => 31,
        'm' | 'w' | 'M' | 'W' | 'æ' | 'Æ' | '%' => 87,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 50,
        _ if letter.is_uppercase() => 70,
        _ => 56,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_do_not_fit_begin_a_new_line() {
        assert_eq!(lines("", 1_000), 1);
        assert_eq!(lines("aaaa aaaa", 1_000), 1);
        assert_eq!(lines("aaaa aaaa", 400), 2);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        assert_eq!(lines("aaaaaaaaaa", 300), 2);
    }

    #[test]
    fn the_opening_of_the_charter_takes_one_line() {
        let opening = crate::report::charter::Passage::Opening;
        assert_eq!(lines(opening.wording(crate::text::Lang::Da), LINE), 1);
    }
}
