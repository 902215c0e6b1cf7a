//! Words of written files beside those that every format shares ([`crate::exchange::names`]): who
//! may see a file, what is concluded, and when figures were taken.

use crate::analysis::Verdict;
use crate::benchmark::Period;
use crate::report::Visibility;

pub(super) const VISIBILITIES: [(Visibility, &str); 2] =
    [(Visibility::Internal, "internal"), (Visibility::Public, "public")];

pub(super) const VERDICTS: [(Verdict, &str); 7] = [
    (Verdict::NoData, "no_data"),
    (Verdict::TooFew, "too_few"),
    (Verdict::Below, "below"),
    (Verdict::MaybeBelow, "maybe_below"),
    (Verdict::InLine, "in_line"),
    (Verdict::MaybeAbove, "maybe_above"),
    (Verdict::Above, "above"),
];

/// As precise as the source: "2026-01-01", "2023-11", "2012".
pub(super) fn period(period: Period) -> String {
    let year = format!("{:04}", period.year);
    let further = [period.month, period.month.and(period.day)];
    let further = further.into_iter().flatten().map(|number| format!("-{number:02}"));
    std::iter::once(year).chain(further).collect()
}

/// The period a text of that form stands for.
pub(super) fn read_period(text: &str) -> Option<Period> {
    let mut parts = text.split('-');
    let mut next = |length: usize| -> Option<Option<u16>> {
        let Some(part) = parts.next() else { return Some(None) };
        let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { part.parse().ok().map(Some) } else { None }
    };
    let (year, month, day) = (next(4)??, next(2)?, next(2)?);
    let fits = month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| (1..=31).contains(&day));
    (fits && parts.next().is_none()).then(|| Period {
        year,
        month: month.map(|month| month as u8),
        day: day.map(|day| day as u8),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_as_precise_as_it_was() {
        for text in ["2026-01-01", "2023-11", "2012"] {
            assert_eq!(read_period(text).map(period).as_deref(), Some(text));
        }
        for text in ["", "26", "2026-1", "2026-13", "2026-01-32", "2026-01-01-01", "x"] {
            assert_eq!(read_period(text), None, "{text}");
        }
    }
}
