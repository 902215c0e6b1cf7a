//! How far a promised number has come (methods, section 11).
//!
//! Here are [`Promise`] and [`standing`]. Absent: suggesting numbers ([`super::targets`]), and the
//! next one ([`super::next_target`]).

use super::conclusion::Conclusion;
use crate::workforce::{Bounds, Date};

/// What was promised for a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// People of the focus group when it was promised.
    pub baseline: u64,
    /// How many it is to be.
    pub target: u64,
    /// The reporting date of the figures it was promised on.
    pub from: Date,
    /// The day it falls due.
    pub due: Date,
}

/// Where a level stands on the way to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetStanding {
    /// x >= target.
    Reached,
    /// x is at least the number that an even pace asks for by now.
    OnCourse,
    /// x is lower than that, or the day has passed.
    OffCourse,
}

impl Promise {
    /// How many an even pace asks for on `day`, rounded down.
    ///
    /// baseline + floor((target - baseline) elapsed / horizon), with both times in days. Before
    /// its first day that is the baseline, from the day it falls due on the target itself.
    pub fn expected_on(&self, day: Date) -> u64 {
        let horizon = self.from.days_until(self.due);
        let elapsed = self.from.days_until(day);
        if elapsed >= horizon {
            return self.target;
        }
        let (elapsed, horizon) = (i128::from(elapsed.max(0)), i128::from(horizon));
        let way = i128::from(self.target) - i128::from(self.baseline);
        let expected = i128::from(self.baseline) + (way * elapsed).div_euclid(horizon);
        u64::try_from(expected).unwrap_or(0)
    }

    fn standing_of(&self, focus: u64, expected: u64) -> TargetStanding {
        if focus >= self.target {
            TargetStanding::Reached
        } else if focus >= expected {
            TargetStanding::OnCourse
        } else {
            TargetStanding::OffCourse
        }
    }
}

/// Where a level stands whose focus group has between `focus.low` and `focus.high` people on
/// `day`. Open when different hidden counts would give different answers.
///
/// Baseline 2, target 6, from 31 December 2025 to 31 December 2029: on 31 December 2026 an even
/// pace asks for 2 + floor(4 * 365 / 1461) = 2, on 1 January 2027 for 3.
pub fn standing(promise: &Promise, focus: Bounds, day: Date) -> Conclusion<TargetStanding> {
    let expected = promise.expected_on(day);
    if let Some(focus) = focus.exact() {
        return Conclusion::Certain(promise.standing_of(focus, expected));
    }
    // The answer only gets better as the count rises, so its two ends tell what lies between.
    let best = focus.high.map_or(TargetStanding::Reached, |x| promise.standing_of(x, expected));
    let worst = promise.standing_of(focus.low, expected);
    use TargetStanding::{OffCourse, OnCourse, Reached};
    let has_middle = expected < promise.target;
    let possible = [Reached, OnCourse, OffCourse].into_iter();
    let possible = possible.filter(|standing| (best..=worst).contains(standing));
    Conclusion::from_possible(
        possible.filter(|standing| *standing != OnCourse || has_middle).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn promise(baseline: u64, target: u64) -> Promise {
        Promise { baseline, target, from: day("2025-12-31"), due: day("2029-12-31") }
    }

    fn known(focus: u64) -> Bounds {
        Bounds { low: focus, high: Some(focus) }
    }

    #[test]
    fn an_even_pace_is_counted_in_days_and_rounded_down() {
        let promise = promise(2, 6);
        // 1,461 days: a quarter of the way is 365.25 days.
        assert_eq!(promise.expected_on(day("2026-12-31")), 2, "365 days");
        assert_eq!(promise.expected_on(day("2027-01-01")), 3, "366 days");
        assert_eq!(promise.expected_on(day("2027-12-31")), 3, "730 days");
        assert_eq!(promise.expected_on(day("2028-01-01")), 4, "731 days");
        assert_eq!(promise.expected_on(day("2029-12-30")), 5);
        assert_eq!(promise.expected_on(day("2029-12-31")), 6);
        assert_eq!(promise.expected_on(day("2035-01-01")), 6);
        assert_eq!(promise.expected_on(day("2020-01-01")), 2);
    }

    #[test]
    fn a_target_is_reached_on_course_or_off_course() {
        use TargetStanding::{OffCourse, OnCourse, Reached};
        let on = day("2028-01-01");
        for (focus, expected) in
            [(3, OffCourse), (4, OnCourse), (5, OnCourse), (6, Reached), (9, Reached)]
        {
            let standing = standing(&promise(2, 6), known(focus), on);
            assert_eq!(standing, Conclusion::Certain(expected), "{focus}");
        }
        let late = day("2030-06-30");
        assert!(standing(&promise(2, 6), known(5), late).is(OffCourse), "the day has passed");
    }

    #[test]
    fn hidden_counts_give_an_answer_only_when_all_of_them_give_it() {
        let on = day("2028-01-01");
        let hidden = |low, high| standing(&promise(2, 6), Bounds { low, high }, on);
        assert_eq!(hidden(4, Some(5)), Conclusion::WhateverHidden(TargetStanding::OnCourse));
        assert_eq!(hidden(6, None), Conclusion::WhateverHidden(TargetStanding::Reached));
        assert_eq!(hidden(0, Some(3)), Conclusion::WhateverHidden(TargetStanding::OffCourse));
        assert!(hidden(1, Some(4)).is_undetermined());
        assert!(hidden(0, None).is_undetermined());
    }

    #[test]
    fn after_the_day_there_is_nothing_between_reached_and_not() {
        let late = standing(&promise(2, 6), Bounds { low: 1, high: None }, day("2029-12-31"));
        let Conclusion::Undetermined { possible, .. } = late else { panic!("it is open") };
        assert_eq!(possible, [TargetStanding::Reached, TargetStanding::OffCourse]);
    }

    #[test]
    fn a_target_due_at_once_or_under_its_baseline_is_still_judged() {
        let same_day = Promise { due: day("2025-12-31"), ..promise(2, 6) };
        assert_eq!(same_day.expected_on(day("2025-12-31")), 6);
        let falling = promise(6, 2);
        // 6 + floor(-4 * 365 / 1461) = 6 + floor(-0.9993)
        assert_eq!(falling.expected_on(day("2026-12-31")), 5);
        assert!(standing(&falling, known(2), day("2026-12-31")).is(TargetStanding::Reached));
    }
}
