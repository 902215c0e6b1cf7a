//! What suppressed and missing cells leave of a statistic (methods, section 5).
//!
//! Here are [`Range`] and [`Ranges`]. Absent: the verdict rule. Read next: [`super::scope_result`].

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
