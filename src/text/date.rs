//! Dates for people: "31. december 2025", "31 December 2025".

use super::{Lang, dates};
use crate::workforce::Date;

/// A day in words.
pub fn date(lang: Lang, date: Date) -> String {
    dates::day(lang, &date.day().to_string(), month(lang, date.month()), &date.year().to_string())
}

/// A month's name; 1 is January. Empty outside 1 to 12.
pub fn month(lang: Lang, month: u8) -> &'static str {
    let names = [
        dates::january,
        dates::february,
        dates::march,
        dates::april,
        dates::may,
        dates::june,
        dates::july,
        dates::august,
        dates::september,
        dates::october,
        dates::november,
        dates::december,
    ];
    names.get(usize::from(month).wrapping_sub(1)).map_or("", |name| name(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        let day = Date::new(2025, 12, 31).expect("a day");
        assert_eq!(date(Lang::Da, day), "31. december 2025");
        assert_eq!(date(Lang::En, day), "31 December 2025");
    }
}
