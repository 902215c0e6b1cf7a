//! The benchmarks of one kind through time, and the one that was the newest on a day.
//!
//! Methods, section 11: each reporting date is compared with the newest benchmark not later than
//! it. Absent: any figure between two dates. Read next: [`super::series`], the line of the default
//! focus group.

use super::{Benchmark, Period, catalogue};
use crate::workforce::{Date, Focus};

impl Period {
    /// The last day that it may mean: the day itself, else the end of its month or year. On that
    /// day the figure is certainly not later than the day.
    pub fn last_day(self) -> Option<Date> {
        let Period { year, month, day } = self;
        let month = month.unwrap_or(12);
        match day {
            Some(day) => Date::new(year, month, day).ok(),
            None => (28..=31).rev().find_map(|day| Date::new(year, month, day).ok()),
        }
    }
}

/// The built-in benchmarks of the same place, population and kind as `like` that can tell the
/// focus group, oldest first.
///
/// Figures read in somebody else's text are left out, unless `like` is one: they would put a kink
/// into the line. For Copenhagen's population 17 dates, from 2008 to 2026.
pub fn series_like(like: &Benchmark, focus: Focus) -> Vec<Benchmark> {
    let mut dates: Vec<Benchmark> = catalogue::all()
        .filter(|pack| {
            (&pack.place, pack.population, pack.kind) == (&like.place, like.population, like.kind)
        })
        .filter(|pack| !pack.source.is_secondary || like.source.is_secondary)
        .filter(|pack| pack.share(focus).is_some())
        .collect();
    dates.sort_by_key(|pack| pack.period.last_day());
    dates
}

/// The newest of [`series_like`] that is not later than `day`; `None` when all of them are.
///
/// For Copenhagen's population and 31 December 2025 that is 1 July 2025.
pub fn newest_not_later(like: &Benchmark, day: Date, focus: Focus) -> Option<Benchmark> {
    let mut dates = series_like(like, focus).into_iter();
    dates.rfind(|pack| pack.period.last_day().is_some_and(|last| last <= day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::{by_id, default_benchmark, series};

    fn newest(like: &str, day: &str) -> Option<String> {
        let like = by_id(like).expect("a pack");
        let day = day.parse().expect("a date");
        newest_not_later(&like, day, Focus::default()).map(|pack| pack.id().to_owned())
    }

    #[test]
    fn the_newest_is_never_later_than_the_day() {
        assert_eq!(newest("cph-2026-01", "2025-12-31").as_deref(), Some("cph-2025-07"));
        assert_eq!(newest("cph-2026-01", "2026-01-01").as_deref(), Some("cph-2026-01"));
        assert_eq!(newest("cph-2026-01", "2012-06-30").as_deref(), Some("cph-2011-01"));
        assert_eq!(newest("cph-2026-01", "2007-12-31"), None);
    }

    #[test]
    fn a_month_counts_from_its_last_day() {
        assert_eq!(newest("dk-employed-2023", "2023-11-29").as_deref(), Some("dk-employed-2013"));
        assert_eq!(newest("dk-employed-2023", "2023-11-30").as_deref(), Some("dk-employed-2023"));
    }

    #[test]
    fn copenhagens_line_is_the_published_series() {
        let like = default_benchmark();
        let line = series_like(&like, Focus::default());
        let ids: Vec<&str> = line.iter().map(Benchmark::id).collect();
        let published: Vec<&str> = series(like.place()).iter().map(|(_, _, id)| *id).collect();
        assert_eq!(ids, published);
    }
}
