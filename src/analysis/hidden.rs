//! What suppressed and missing cells leave of a statistic (methods, section 5).
//!
//! Here are [`Range`] and [`Ranges`]. Absent: the fillings themselves, and the verdict rule.
//! Read next: [`super::scope_result`].

use super::method::Method;
use super::representation::shortfall_persons;
use super::states::{CountBox, States};
use crate::sorted::sort_by;
use crate::stats::clopper_pearson;
use crate::workforce::Share;

/// The least and the most a statistic can be over all fillings of the hidden cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub high: f64,
    /// Whether both ends are reached by some filling. `false`: a proven outer bound, to be
    /// worded "at most".
    pub exact: bool,
}

impl Range {
    /// A statistic that no hidden cell touches.
    pub fn certain(value: f64) -> Range {
        Range { low: value, high: value, exact: true }
    }

    /// The range of several values; `None` of none.
    pub(crate) fn spanning(values: impl IntoIterator<Item = f64>, exact: bool) -> Option<Range> {
        let mut span: Option<Range> = None;
        for value in values {
            let old = span.unwrap_or(Range::certain(value));
            span = Some(Range { low: old.low.min(value), high: old.high.max(value), exact });
        }
        span
    }

    /// The same range with both ends changed by a rising function.
    pub(crate) fn map(self, rising: impl Fn(f64) -> f64) -> Range {
        Range { low: rising(self.low), high: rising(self.high), exact: self.exact }
    }

    /// The value, when it can only be one.
    pub fn value(self) -> Option<f64> {
        (self.low == self.high).then_some(self.low)
    }
}

/// The ranges of a scope's statistics when some of its counts are hidden.
///
/// A statistic is `None` where some filling leaves it undefined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranges {
    /// Share of the focus group, 0 to 1.
    pub share: Option<Range>,
    /// Representation ratio; 1 is equality.
    pub ratio: Option<Range>,
    /// Percentage points; 0 is equality.
    pub gap_points: Option<Range>,
    /// Persons; positive is too few.
    pub shortfall_persons: Range,
    /// Two-sided exact binomial p.
    pub p: Option<Range>,
    /// The lowest lower end and the highest upper end of the confidence interval.
    pub interval: Option<Range>,
    /// Whether every range above is reached; `false` is worded "at most".
    pub exact: bool,
}

impl Ranges {
    /// The ranges of a scope whose counts are bounded; `p` as the family has measured it.
    ///
    /// Every statistic but p rises with the focus group and falls with the others (or the other
    /// way round), so its extremes lie in two corners of each box of counts. For the ends of the
    /// interval: another success among one more trial makes "at least x" likelier for every
    /// probability, one more failure makes it less likely.
    pub(crate) fn of(
        states: &States,
        p: Option<Range>,
        benchmark: Share,
        method: &Method,
    ) -> Option<Ranges> {
        if states.missing {
            return None;
        }
        let corners = || extreme_corners(&states.boxes).into_iter();
        let defined = states.base.low > 0;
        let exact = states.exact;
        let shares = corners().filter_map(|(x, n)| Share::of(x, n)).map(Share::fraction);
        let share = Range::spanning(shares, exact).filter(|_| defined);
        let b = benchmark.fraction();
        let confidence = method.confidence.fraction();
        let ends = corners()
            .filter_map(|(x, n)| clopper_pearson::interval(x, n, confidence))
            .flat_map(|interval| [interval.low, interval.high]);
        let shortfalls = corners().map(|(x, n)| shortfall_persons(x, n, benchmark));
        Some(Ranges {
            share,
            ratio: share.filter(|_| b > 0.0).map(|share| share.map(|s| s / b)),
            gap_points: share.map(|share| share.map(|s| 100.0 * (s - b))),
            shortfall_persons: Range::spanning(shortfalls, exact)?,
            p,
            interval: Range::spanning(ends, exact).filter(|_| defined),
            exact: exact && p.is_none_or(|p| p.exact),
        })
    }
}

/// x and n of the corners in which the extremes of a statistic can lie that rises with the focus
/// group and falls with the others.
///
/// A corner is left out when another has fewer in focus and more others (for the least; the other
/// way round for the most): of the many fillings that one total leaves, two corners remain.
fn extreme_corners(boxes: &[CountBox]) -> Vec<(u64, u64)> {
    let mut fewest: Vec<(u64, u64)> = boxes.iter().map(|b| (b.low[0], b.high[1])).collect();
    let mut most: Vec<(u64, u64)> = boxes.iter().map(|b| (b.high[0], b.low[1])).collect();
    sort_by(&mut fewest, |a, b| (a.0, b.1) < (b.0, a.1));
    sort_by(&mut most, |a, b| (b.0, a.1) < (a.0, b.1));
    fewest.dedup_by(|next, kept| next.1 <= kept.1);
    most.dedup_by(|next, kept| next.1 >= kept.1);
    fewest.into_iter().chain(most).map(|(focus, other)| (focus, focus + other)).collect()
}
