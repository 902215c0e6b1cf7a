//! A calendar date without a clock.

use std::fmt;
use std::str::FromStr;

/// A day in the Gregorian calendar, years 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text or a triple is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form YYYY-MM-DD: write it that way.
    Format,
    /// The month has no such day, or the year is outside 1900 to 2199: correct the number.
    OutOfRange,
}

impl Date {
    pub fn new(year: u16, month: u8, day: u8) -> Result<Date, DateError> {
        let fits = (1900..=2199).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        if fits { Ok(Date { year, month, day }) } else { Err(DateError::OutOfRange) }
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The same day `years` later; 29 February becomes 28 February where there is none.
    pub fn plus_years(self, years: u16) -> Date {
        let year = (self.year + years).min(2199);
        Date { year, month: self.month, day: self.day.min(days_in_month(year, self.month)) }
    }

    /// Days since 1 January of the year 0 of the same calendar; the day after has one more.
    ///
    /// 31 December 2025 is day 739,981 and 1 January 2026 day 739,982.
    pub fn day_number(self) -> i64 {
        let before = u32::from(self.year) - 1;
        // The year 0 is a leap year of 366 days.
        let leap_days = before / 4 - before / 100 + before / 400 + 1;
        let months = (1..self.month).map(|month| u32::from(days_in_month(self.year, month)));
        let days = u32::from(self.year) * 365 + leap_days + months.sum::<u32>();
        i64::from(days + u32::from(self.day) - 1)
    }

    /// Days from this day to `later`; negative when that is earlier. From 31 December 2023 to
    /// 31 December 2024 there are 366.
    pub fn days_until(self, later: Date) -> i64 {
        later.day_number() - self.day_number()
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(i, byte)| match i {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(DateError::Format);
        }
        let number = |range: std::ops::Range<usize>| text[range].parse().unwrap_or(0);
        Date::new(number(0..4), number(5..7) as u8, number(8..10) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_they_are_written() {
        let date: Date = "2025-12-31".parse().expect("a date");
        assert_eq!(date.to_string(), "2025-12-31");
        assert_eq!((date.year(), date.month(), date.day()), (2025, 12, 31));
    }

    #[test]
    fn impossible_days_are_refused() {
        assert_eq!("2025-02-29".parse::<Date>(), Err(DateError::OutOfRange));
        assert_eq!("2025-13-01".parse::<Date>(), Err(DateError::OutOfRange));
        assert_eq!("31-12-2025".parse::<Date>(), Err(DateError::Format));
        assert_eq!("2025-1-1".parse::<Date>(), Err(DateError::Format));
        assert_eq!("æøåæø".parse::<Date>(), Err(DateError::Format));
    }

    #[test]
    fn days_are_counted_through_leap_years() {
        let until = |from: &str, to: &str| {
            let day = |text: &str| text.parse::<Date>().expect("a date");
            day(from).days_until(day(to))
        };
        assert_eq!(until("2023-12-31", "2024-12-31"), 366);
        assert_eq!(until("2024-12-31", "2025-12-31"), 365);
        assert_eq!(until("2024-02-28", "2024-03-01"), 2);
        assert_eq!(until("1900-02-28", "1900-03-01"), 1, "1900 was no leap year");
        assert_eq!(until("2000-02-28", "2000-03-01"), 2, "2000 was one");
        assert_eq!(until("2026-01-01", "2025-12-31"), -1);
        // Four hundred years of the calendar have 146,097 days; here half of them and a bit.
        assert_eq!(until("1970-01-01", "2026-11-25"), 20_782);
        let first: Date = "2026-01-01".parse().expect("a date");
        assert_eq!(first.day_number(), 739_982);
    }

    #[test]
    fn a_leap_day_moves_to_the_last_of_february() {
        let leap = Date::new(2024, 2, 29).expect("2024 has one");
        assert_eq!(leap.plus_years(1).to_string(), "2025-02-28");
    }
}
