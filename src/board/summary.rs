//! What an overview shows of everything that was read.

use super::pooled::Pooled;
use super::reviews::{Review, reviews};
use super::roll::{Repeat, Roll, Skipped};
use crate::workforce::Date;

/// The overview of a [`Roll`].
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The day that reviews are seen from.
    pub today: Date,
    /// Files that were read or skipped.
    pub files: usize,
    /// Files beyond the most that are taken.
    pub left_out: usize,
    /// Pledges that count, one for each organisation.
    pub pledges: usize,
    /// Those of them that are internal editions, of which no people are summed.
    pub internal: usize,
    pub skipped: Vec<Skipped>,
    pub repeats: Vec<Repeat>,
    /// `None` where there are too few organisations.
    pub pooled: Option<Pooled>,
    /// What is next for each pledge, the longest overdue first.
    pub reviews: Vec<Review>,
}

impl Roll {
    /// The overview on a day.
    pub fn summary(&self, today: Date) -> Summary {
        let (entries, repeats) = self.counted();
        Summary {
            today,
            files: self.files(),
            left_out: self.left_out(),
            pledges: entries.len(),
            internal: entries.iter().filter(|entry| !entry.is_public).count(),
            skipped: self.skipped().to_vec(),
            repeats,
            pooled: Pooled::of(&entries, today),
            reviews: reviews(&entries, today),
        }
    }
}
