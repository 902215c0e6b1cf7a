//! The texts that the cells of a workbook share: kept once, named by number.
//!
//! Absent: how a format writes them. Read next: [`super::xlsx`], [`super::xls`].

use super::grid::refusal;
use super::{MOST_CELLS, MOST_TEXT};
use crate::exchange::reading::{Reason, Refusal};

/// All texts in one, with the end of each.
#[derive(Default)]
pub(super) struct SharedTexts {
    text: String,
    ends: Vec<usize>,
}

impl SharedTexts {
    /// Adds the text that `write` adds to the end of what it is given.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`] for more than a book holds.
    pub fn push(&mut self, write: impl FnOnce(&mut String)) -> Result<(), Refusal> {
        write(&mut self.text);
        self.ends.push(self.text.len());
        if self.text.len() > MOST_TEXT || self.ends.len() > MOST_CELLS {
            return Err(refusal(Reason::TooMuchContent));
        }
        Ok(())
    }

    /// The text of this number, from 0.
    pub fn get(&self, index: usize) -> Option<&str> {
        let start =
            index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start..*self.ends.get(index)?)
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
        assert_eq!([0, 1, 2].map(|index| texts.get(index)), [Some("a"), Some(""), Some("bc")]);
        assert_eq!(texts.get(3), None);
        assert_eq!(texts.get(usize::MAX), None);
    }
}
