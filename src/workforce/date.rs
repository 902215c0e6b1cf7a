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
    fn a_leap_day_moves_to_the_last_of_february() {
        let leap = Date::new(2024, 2, 29).expect("2024 has one");
        assert_eq!(leap.plus_years(1).to_string(), "2025-02-28");
    }
}
