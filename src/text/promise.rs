//! What became of a promised number, in a sentence.
//!
//! Absent: how it stands ([`crate::analysis::target_standing`]).

use super::change::{bounds, place};
use super::{Lang, count, date, years};
use crate::analysis::{Conclusion, Promise, TargetStanding};
use crate::workforce::{Bounds, Date};

/// What a sentence about a promise needs.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// The level's name.
    pub level: &'a str,
    pub promise: &'a Promise,
    /// x on `day`.
    pub focus: Bounds,
    /// What an even pace asks for on `day`.
    pub expected: u64,
    pub standing: &'a Conclusion<TargetStanding>,
    pub day: Date,
}

impl Kept<'_> {
    fn is_overdue(&self) -> bool {
        self.day >= self.promise.due
    }

    /// Missing is not hidden: hidden cells have a most they can hold.
    fn lacks_figures(&self) -> bool {
        self.focus.high.is_none()
    }
}

/// The whole sentence, with baseline, pace and deadline.
pub fn sentence(lang: Lang, kept: &Kept) -> String {
    let Promise { baseline, target, from, due } = *kept.promise;
    let place = place(lang, kept.level);
    let focus = bounds(lang, kept.focus);
    let [target, baseline, expected] =
        [target, baseline, kept.expected].map(|number| count(lang, number));
    let [from, due, day] = [from, due, kept.day].map(|day| date(lang, day));
    let sentence = match kept.standing.value() {
        Some(TargetStanding::Reached) => {
            years::target_reached(lang, &place, &target, &focus, &day, &due)
        }
        Some(TargetStanding::OffCourse) if kept.is_overdue() => {
            years::target_missed(lang, &place, &focus, &due, &target)
        }
        Some(standing) => {
            let text = match standing {
                TargetStanding::OnCourse => years::target_on_course,
                _ => years::target_off_course,
            };
            text(lang, &place, &focus, &target, &due, &expected, &day)
        }
        None if kept.lacks_figures() => years::target_no_figures(lang, &place, &day, &target, &due),
        None => years::target_open(lang, &place, &focus, &day, &target, &due),
    };
    [sentence, years::target_baseline(lang, &baseline, &from)].join(" ")
}

/// How it stands in a word or two.
pub fn label(lang: Lang, kept: &Kept) -> &'static str {
    match kept.standing.value() {
        Some(TargetStanding::Reached) => years::target_label_reached(lang),
        Some(TargetStanding::OnCourse) => years::target_label_on_course(lang),
        Some(TargetStanding::OffCourse) if kept.is_overdue() => years::target_label_missed(lang),
        Some(TargetStanding::OffCourse) => years::target_label_off_course(lang),
        None if kept.lacks_figures() => years::target_label_no_figures(lang),
        None => years::target_label_open(lang),
    }
}
