//! Dates as a table bank writes them: years, quarters, months, days.
//!
//! Absent: which day of a quarter a table counts on ([`super::table`]).

use crate::benchmark::Period;

/// A date as precisely as the file gives it. Later ones are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    pub year: u16,
    pub part: Part,
}

/// What of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Year,
    /// 1 to 4.
    Quarter(u8),
    /// 1 to 12.
    Month(u8),
    Day {
        month: u8,
        day: u8,
    },
}

impl Moment {
    /// Reads "2026K1", "2026Q1", "2026", "2026M01", "2026-01", "2026-01-01".
    pub(super) fn of(words: &str) -> Option<Moment> {
        let words = words.trim();
        let year = words.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let year: u16 = year.parse().ok().filter(|year| (1900..=2199).contains(year))?;
        let rest = words.get(4..)?.trim_start();
        let number = |digits: &str, least: usize, most: u8| {
            let fits = (least..=2).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit());
            let number: u8 = fits.then(|| digits.parse().ok()).flatten()?;
            (1..=most).contains(&number).then_some(number)
        };
        let part = if rest.is_empty() {
            Part::Year
        } else if let Some(quarter) = rest.strip_prefix(['K', 'Q', 'k', 'q']) {
            Part::Quarter(number(quarter.trim(), 1, 4)?)
        } else if let Some(month) = rest.strip_prefix(['M', 'm']) {
            Part::Month(number(month, 1, 12)?)
        } else {
            let rest = rest.strip_prefix('-')?;
            match rest.split_once('-') {
                Some((month, day)) => Part::Day {
                    month: number(month, 2, 12)?,
                    day: number(day.get(..2)?, 2, 31).filter(|_| {
                        // A time of day may follow: a spreadsheet's date.
                        day.len() == 2 || day[2..].starts_with([' ', 'T'])
                    })?,
                },
                None => Part::Month(number(rest, 2, 12)?),
            }
        };
        Some(Moment { year, part })
    }

    /// The period of a count; `first_day` where the table counts on the first day of its periods.
    pub(super) fn period(self, first_day: bool) -> Period {
        let (month, day) = match self.part {
            Part::Day { month, day } => (Some(month), Some(day)),
            Part::Year => (first_day.then_some(1), first_day.then_some(1)),
            // A quarter without a day is no month either; the year is all that is sure.
            Part::Quarter(quarter) => {
                (first_day.then_some(3 * quarter - 2), first_day.then_some(1))
            }
            Part::Month(month) => (Some(month), first_day.then_some(1)),
        };
        Period { year: self.year, month, day }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_both_languages_and_codes_write_them() {
        let quarter = Some(Moment { year: 2026, part: Part::Quarter(1) });
        for words in ["2026K1", "2026Q1", "2026 K1"] {
            assert_eq!(Moment::of(words), quarter, "{words}");
        }
        assert_eq!(Moment::of("2026"), Some(Moment { year: 2026, part: Part::Year }));
        for words in ["2026M01", "2026-01"] {
            assert_eq!(Moment::of(words), Some(Moment { year: 2026, part: Part::Month(1) }));
        }
        let day = Some(Moment { year: 2026, part: Part::Day { month: 1, day: 1 } });
        assert_eq!(Moment::of("2026-01-01"), day);
        assert_eq!(Moment::of("2026-01-01 00:00:00"), day);
        for words in ["20", "2026K5", "2026M13", "15-19", "2026K", "", "æøå2", "0101", "2026-1-1"]
        {
            assert_eq!(Moment::of(words), None, "{words}");
        }
    }

    #[test]
    fn a_quarter_of_a_population_table_is_its_first_day() {
        let third = Moment { year: 2026, part: Part::Quarter(3) };
        assert_eq!(third.period(true), Period { year: 2026, month: Some(7), day: Some(1) });
        assert_eq!(third.period(false), Period { year: 2026, month: None, day: None });
    }
}
