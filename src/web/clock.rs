//! Today's date, by the visitor's own clock.

use crate::workforce::Date;

/// Today; a clock outside 1900 to 2199 gives the first day of 2026.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::new(year as u16, month as u8, day as u8)
        .or_else(|_| Date::new(2026, 1, 1))
        .expect("the first day of 2026 is a date")
}
