//! When each pledge is to be looked at again.
//!
//! Whether a review was held is not known here; but whoever held one has a newer pledge, and only
//! the newest counts. So a review day that has come is due.

use super::entry::Entry;
use crate::sorted::sort_by;
use crate::workforce::Date;

/// The next thing to happen with one pledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its organisation, else its file.
    pub name: String,
    /// The review that is due or comes next.
    pub day: Date,
    /// The day the targets fall due.
    pub target_day: Date,
    pub due: Due,
}

/// How far away a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// Its day has come.
    Now,
    /// In three months at most.
    Soon,
    /// In a year at most.
    ThisYear,
    Later,
}

impl Due {
    pub const ALL: [Due; 4] = [Due::Now, Due::Soon, Due::ThisYear, Due::Later];

    /// How far away a day is, seen from `today`.
    pub fn of(day: Date, today: Date) -> Due {
        let months = |date: Date| u32::from(date.year()) * 12 + u32::from(date.month());
        let is_within = |most: u32| (months(day), day.day()) <= (months(today) + most, today.day());
        if day <= today {
            Due::Now
        } else if is_within(3) {
            Due::Soon
        } else if is_within(12) {
            Due::ThisYear
        } else {
            Due::Later
        }
    }
}

/// What is next for each pledge, the longest overdue first. One without reviews is left out.
pub(super) fn reviews(entries: &[&Entry], today: Date) -> Vec<Review> {
    let mut reviews: Vec<Review> =
        entries.iter().filter_map(|entry| review(entry, today)).collect();
    sort_by(&mut reviews, |one, other| (one.day, &one.name) < (other.day, &other.name));
    reviews
}

fn review(entry: &Entry, today: Date) -> Option<Review> {
    // Days are sorted in every file that was written here, but a file may come from anywhere.
    let come = entry.reviews.iter().copied().filter(|&day| day <= today).max();
    let day = come.or_else(|| entry.reviews.iter().copied().min())?;
    Some(Review {
        name: entry.organisation.clone().unwrap_or_else(|| entry.file.clone()),
        day,
        target_day: entry.reviews.iter().copied().max()?,
        due: Due::of(day, today),
    })
}
