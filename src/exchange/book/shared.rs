//! The texts that the cells of a workbook share: kept once, named by number.
//!
//! Absent: how a format writes them. Read next: [`super::xlsx`], [`super::xls`].

use super::grid::refusal;
use super::{Cell, CellText, MOST_CELLS, MOST_TEXT};
use crate::exchange::reading::{Reason, Refusal};
use std::rc::Rc;

/// All texts in one, with the end of each.
#[derive(Default)]
pub(super) struct SharedTexts {
    text: Rc<String>,
    ends: Vec<usize>,
}

impl SharedTexts {
    /// Adds the text that `write` adds to the end of what it is given.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`] for more than a book holds.
    pub fn push(&mut self, write: impl FnOnce(&mut String)) -> Result<(), Refusal> {
        // Nobody holds a piece of it before all are there.
        write(Rc::make_mut(&mut self.text));
        self.ends.push(self.text.len());
        if self.text.len() > MOST_TEXT || self.ends.len() > MOST_CELLS {
            return Err(refusal(Reason::TooMuchContent));
        }
        Ok(())
    }

    /// A cell with the text of this number, from 0.
    pub fn cell(&self, index: usize) -> Option<Cell> {
        let start =
            index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        let end = *self.ends.get(index)?;
        if start == end {
            return Some(Cell::Empty);
        }
        CellText::piece(&self.text, start..end).map(Cell::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_found_by_its_number() {
        let mut texts = SharedTexts::default();
        for item in ["a", "", "bc"] {
            texts.push(|text| text.push_str(item)).unwrap();
        }
        let text = |text: &str| Some(Cell::Text(text.into()));
        assert_eq!([0, 1, 2].map(|i| texts.cell(i)), [text("a"), Some(Cell::Empty), text("bc")]);
        assert_eq!(texts.cell(3), None);
        assert_eq!(texts.cell(usize::MAX), None);
    }
}
