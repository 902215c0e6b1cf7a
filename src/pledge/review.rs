//! What became of a signed pledge, as the organisation itself says.
//!
//! Absent: what the figures say (`analysis::target_standing`, `analysis::change`).

use super::signed::SignedPledge;
use crate::workforce::Date;

/// A signed pledge with what has been said about it since.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    pub pledge: SignedPledge,
    /// One for each of the pledge's measures, in their order.
    pub marks: Vec<Mark>,
    /// The user's own paragraph about the status.
    pub remark: String,
    /// `None` follows the pledge's yearly rhythm.
    pub next_review: Option<Date>,
}

/// What is said of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// `None` until somebody says.
    pub progress: Option<Progress>,
    /// In the user's own words.
    pub note: String,
}

/// How far a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    Done,
    UnderWay,
    NotBegun,
    /// Given up; the note says why.
    Dropped,
}

/// One change to a review.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewEdit {
    /// Of the measure with this index.
    Progress(usize, Option<Progress>),
    /// Of the measure with this index.
    Note(usize, String),
    Remark(String),
    NextReview(Option<Date>),
}

impl Progress {
    pub const ALL: [Progress; 4] =
        [Progress::Done, Progress::UnderWay, Progress::NotBegun, Progress::Dropped];

    /// What files and fields call it.
    pub fn id(self) -> &'static str {
        match self {
            Progress::Done => "done",
            Progress::UnderWay => "under_way",
            Progress::NotBegun => "not_begun",
            Progress::Dropped => "dropped",
        }
    }

    pub fn from_id(id: &str) -> Option<Progress> {
        Progress::ALL.into_iter().find(|progress| progress.id() == id)
    }
}

impl Review {
    /// A review in which nothing has been said yet.
    pub fn of(pledge: SignedPledge) -> Review {
        let marks = vec![Mark::default(); pledge.measures.len()];
        Review { pledge, marks, remark: String::new(), next_review: None }
    }

    /// Takes one change in; a measure that the pledge does not have changes nothing.
    pub fn edit(&mut self, edit: ReviewEdit) {
        match edit {
            ReviewEdit::Progress(measure, progress) => {
                if let Some(mark) = self.marks.get_mut(measure) {
                    mark.progress = progress;
                }
            }
            ReviewEdit::Note(measure, note) => {
                if let Some(mark) = self.marks.get_mut(measure) {
                    mark.note = note;
                }
            }
            ReviewEdit::Remark(remark) => self.remark = remark,
            ReviewEdit::NextReview(day) => self.next_review = day,
        }
    }

    /// When the pledge is looked at again: the day that was chosen, else the first of the pledge's
    /// reviews after `now`, else a year after it.
    pub fn next_day(&self, now: Date) -> Date {
        let later = self.pledge.reviews.iter().copied().find(|&day| day > now);
        self.next_review.or(later).unwrap_or_else(|| now.plus_years(1))
    }
}
