//! The text of a cell, which needs no memory of its own.
//!
//! A file has few texts of its own and many cells: a text file is its cells with separators between
//! them, a workbook names most texts by number. Cells therefore hold a piece of a text that others
//! hold a piece of as well. Absent: what the text means. Read next: [`super::Cell`].

use std::fmt;
use std::ops::{Deref, Range};
use std::rc::Rc;

/// A text like `&str`, kept alive by itself.
#[derive(Clone, Default)]
pub struct CellText {
    // Not `Rc<str>`, whose second word would make every cell larger.
    whole: Rc<String>,
    start: u32,
    length: u32,
}

impl CellText {
    /// How many bytes it has, without looking at them.
    pub(super) fn size(&self) -> usize {
        self.length as usize
    }

    /// The piece of `whole` in this range of bytes; `None` where that is no text.
    pub(super) fn piece(whole: &Rc<String>, range: Range<usize>) -> Option<Self> {
        let length = whole.get(range.clone())?.len();
        Some(Self {
            whole: Rc::clone(whole),
            start: u32::try_from(range.start).ok()?,
            length: u32::try_from(length).ok()?,
        })
    }
}

/// Pieces of a long text, of which the cells hold copies a stretch at a time: whoever keeps a cell
/// keeps its stretch alive, not the file.
pub(super) struct Pieces<'t> {
    text: &'t str,
    stretch: Rc<String>,
    start: usize,
    end: usize,
}

/// How much of a text is copied at once, in bytes.
const STRETCH: usize = 1 << 16;

impl<'t> Pieces<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, stretch: Rc::default(), start: 0, end: 0 }
    }

    /// The piece in this range of the text; empty where that is no text. Fast where each range
    /// begins after the one before.
    #[inline(always)]
    pub fn piece(&mut self, range: Range<usize>) -> CellText {
        if range.start < self.start || range.end > self.end {
            self.copy(&range);
        }
        // Within a stretch, or as long as one cell; files are far below 4 GB.
        let start = (range.start - self.start) as u32;
        let length = (range.end - range.start) as u32;
        CellText { whole: Rc::clone(&self.stretch), start, length }
    }

    #[cold]
    fn copy(&mut self, range: &Range<usize>) {
        let mut end = self.text.len().min(range.start.saturating_add(STRETCH)).max(range.end);
        while end < self.text.len() && !self.text.is_char_boundary(end) {
            end += 1;
        }
        let text = self.text.get(range.start..end).unwrap_or_default();
        self.stretch = Rc::new(text.to_owned());
        (self.start, self.end) = (range.start, end);
    }
}

impl Deref for CellText {
    type Target = str;

    fn deref(&self) -> &str {
        let start = self.start as usize;
        self.whole.get(start..start + self.length as usize).unwrap_or_default()
    }
}

impl From<String> for CellText {
    /// The first 4 GB of a text, which no file that is read reaches.
    fn from(text: String) -> Self {
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self { whole: Rc::new(text), start: 0, length }
    }
}

impl From<&str> for CellText {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl PartialEq for CellText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for CellText {}

impl PartialEq<str> for CellText {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<String> for CellText {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

impl fmt::Debug for CellText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for CellText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_what_stands_in_its_range() {
        let whole = Rc::new("Mænd;2".to_owned());
        let piece = |range| CellText::piece(&whole, range);
        assert_eq!(piece(0..5).as_deref(), Some("Mænd"));
        assert_eq!(piece(6..7), Some(CellText::from("2")));
        assert_eq!(piece(7..7).as_deref(), Some(""));
        // In the middle of a letter, past the end.
        assert_eq!(piece(0..2), None);
        assert_eq!(piece(6..8), None);
    }

    #[test]
    fn pieces_of_a_long_text_are_those_of_the_text() {
        // Letters of two bytes lie across the ends of stretches, one piece is longer than any.
        let text = format!("a{}b", "æ".repeat(3 * STRETCH));
        let mut pieces = Pieces::new(&text);
        let mut at = 1;
        for length in [2, STRETCH - 4, 2, 2, 2 * STRETCH + 2, 0, STRETCH, 4] {
            assert_eq!(pieces.piece(at..at + length), text[at..at + length]);
            at += length;
        }
        assert_eq!(pieces.piece(text.len() - 1..text.len()), *"b");
        assert_eq!(pieces.piece(0..1), *"a");
    }

    #[test]
    fn a_piece_outlives_those_who_made_it() {
        let piece = {
            let whole = Rc::new("abc".to_owned());
            CellText::piece(&whole, 1..3)
        };
        assert_eq!(piece.map(|piece| piece.to_string()).as_deref(), Some("bc"));
    }
}
