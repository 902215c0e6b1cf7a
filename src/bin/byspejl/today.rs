//! The date of the computer's clock, in universal time.

use byspejl::workforce::Date;
use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_A_DAY: u64 = 86_400;

/// Today; `None` for a clock that is far from right.
pub fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    day(since.as_secs() / SECONDS_A_DAY)
}

/// The date so many days after 1 January 1970.
fn day(mut days: u64) -> Option<Date> {
    let length = |year| if Date::new(year, 2, 29).is_ok() { 366 } else { 365 };
    let mut year = 1970_u16;
    while days >= length(year) {
        days -= length(year);
        year = year.checked_add(1)?;
    }
    let dates = (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day)));
    dates.filter_map(|(month, day)| Date::new(year, month, day).ok()).nth(days as usize)
}
