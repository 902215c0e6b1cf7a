//! The pledge's dates: the target day and the yearly reviews.
//!
//! Absent: a clock; today is an argument.

use crate::analysis::targets::MAX_YEARS;
use crate::workforce::Date;

/// When the pledge is looked at again and when its targets fall due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// Yearly, the last one on the target day. Never empty.
    pub reviews: Vec<Date>,
    /// The day the targets fall due.
    pub target_day: Date,
}

/// Reviews on the yearly returns of the reporting date until `years` have passed, because that is
/// when comparable figures exist again. Returns nearer than three months are left out: nothing
/// has happened by then. Without a reporting date, or when its horizon has passed, years count
/// from today.
///
/// Figures of 31 December 2025, four years, signed on 1 March 2026: reviews on 31 December 2026,
/// 2027, 2028 and 2029.
pub fn timetable(reporting_date: Option<Date>, today: Date, years: u8) -> Timetable {
    let years = u16::from(years.max(1));
    let still_ahead = |base: Date| months(base.plus_years(years)) >= months(today) + 3;
    let base = reporting_date.filter(|&base| still_ahead(base)).unwrap_or(today);
    let reviews = (1..=years).map(|year| base.plus_years(year));
    let reviews = reviews.filter(|&day| months(day) >= months(today) + 3).collect();
    Timetable { reviews, target_day: base.plus_years(years) }
}

/// The year that years are counted from: that of the figures, or today's where those have none or
/// lie so far back that a target four years after them would be due already.
pub fn start_year(reporting_date: Option<Date>, today: Date) -> u16 {
    let years = MAX_YEARS;
    timetable(reporting_date, today, years).target_day.year() - u16::from(years)
}

fn months(day: Date) -> u32 {
    u32::from(day.year()) * 12 + u32::from(day.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn reviews_return_with_the_reporting_date() {
        let table = timetable(Some(day("2025-12-31")), day("2026-03-01"), 4);
        let reviews = ["2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31"].map(day);
        assert_eq!(table, Timetable { reviews: reviews.to_vec(), target_day: day("2029-12-31") });
    }

    #[test]
    fn a_review_next_month_is_no_review() {
        let table = timetable(Some(day("2025-12-31")), day("2026-11-22"), 4);
        assert_eq!(table.reviews.first(), Some(&day("2027-12-31")));
        assert_eq!(start_year(Some(day("2025-12-31")), day("2026-11-22")), 2025);
    }

    #[test]
    fn old_or_undated_figures_count_from_today() {
        let today = day("2026-11-22");
        for reporting in [None, Some(day("2012-01-01"))] {
            let table = timetable(reporting, today, 4);
            assert_eq!(table.target_day, day("2030-11-22"));
            assert_eq!(start_year(reporting, today), 2026);
            assert_eq!(table.reviews.len(), 4);
        }
    }
}
