//! The thresholds of the decision rule, in one value.
//!
//! Here is [`Method`]. Absent: the rule itself. Read next: [`super::verdict`].

use crate::workforce::Share;

/// A positive ratio as an exact fraction: 1 is equality.
///
/// `Ratio::of(4, 5)` is four fifths. Kept exact so that "80 % exactly" never depends on rounding.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    numerator: u32,
    denominator: u32,
}

impl Ratio {
    /// Undefined when the denominator is 0.
    pub const fn of(numerator: u32, denominator: u32) -> Option<Ratio> {
        if denominator > 0 { Some(Ratio { numerator, denominator }) } else { None }
    }

    pub fn numerator(self) -> u32 {
        self.numerator
    }

    pub fn denominator(self) -> u32 {
        self.denominator
    }

    /// The nearest floating-point number, for showing.
    pub fn value(self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        let cross = |a: Ratio, b: Ratio| u64::from(a.numerator) * u64::from(b.denominator);
        cross(*self, *other) == cross(*other, *self)
    }
}

impl Eq for Ratio {}

/// Every threshold of the decision rule. A facilitator may change them; the change is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// A representation ratio under this can be "below". Default 4/5 (the US four-fifths rule,
    /// Uniform Guidelines 1978); 4/5 exactly is not below.
    pub below_ratio: Ratio,
    /// A representation ratio over this can be "above". Default 5/4, the mirror image of 4/5.
    pub above_ratio: Ratio,
    /// The least shortfall or surplus in whole persons that is called one. Default 1.
    pub least_gap_persons: u32,
    /// The chance of a false alarm in a family of verdicts. Default 0.05.
    pub alpha: Share,
    /// A level quotient over this is a concentration. Default 5/4.
    pub concentration_quotient: Ratio,
    /// More "origin not stated" than this is warned of. Default 10 %.
    pub not_stated_warning: Share,
    /// More "origin not stated" than this leaves the verdict undetermined. Default 30 %.
    pub not_stated_limit: Share,
    /// Confidence of the intervals. Default 95 %.
    pub confidence: Share,
}

/// Names one threshold of a [`Method`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Threshold {
    BelowRatio,
    AboveRatio,
    LeastGapPersons,
    Alpha,
    ConcentrationQuotient,
    NotStatedWarning,
    NotStatedLimit,
    Confidence,
}

impl Threshold {
    /// In the order they are shown.
    pub const ALL: [Threshold; 8] = [
        Threshold::BelowRatio,
        Threshold::AboveRatio,
        Threshold::LeastGapPersons,
        Threshold::Alpha,
        Threshold::ConcentrationQuotient,
        Threshold::NotStatedWarning,
        Threshold::NotStatedLimit,
        Threshold::Confidence,
    ];
}

/// The thresholds of the methods page.
pub const DEFAULT: Method = Method {
    below_ratio: Ratio { numerator: 4, denominator: 5 },
    above_ratio: Ratio { numerator: 5, denominator: 4 },
    least_gap_persons: 1,
    alpha: percent(5),
    concentration_quotient: Ratio { numerator: 5, denominator: 4 },
    not_stated_warning: percent(10),
    not_stated_limit: percent(30),
    confidence: percent(95),
};

const fn percent(points: u64) -> Share {
    match Share::of(points, 100) {
        Some(share) => share,
        None => panic!("a default threshold is above 100 %"),
    }
}

impl Default for Method {
    fn default() -> Method {
        DEFAULT
    }
}

impl Method {
    /// The thresholds that differ from the defaults; empty when nothing was changed.
    pub fn changed_from_default(&self) -> Vec<Threshold> {
        let same = [
            (self.below_ratio == DEFAULT.below_ratio, Threshold::BelowRatio),
            (self.above_ratio == DEFAULT.above_ratio, Threshold::AboveRatio),
            (self.least_gap_persons == DEFAULT.least_gap_persons, Threshold::LeastGapPersons),
            (self.alpha == DEFAULT.alpha, Threshold::Alpha),
            (
                self.concentration_quotient == DEFAULT.concentration_quotient,
                Threshold::ConcentrationQuotient,
            ),
            (self.not_stated_warning == DEFAULT.not_stated_warning, Threshold::NotStatedWarning),
            (self.not_stated_limit == DEFAULT.not_stated_limit, Threshold::NotStatedLimit),
            (self.confidence == DEFAULT.confidence, Threshold::Confidence),
        ];
        same.into_iter().filter(|(same, _)| !same).map(|(_, threshold)| threshold).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_method_has_no_changes() {
        assert_eq!(Method::default().changed_from_default(), []);
    }

    #[test]
    fn a_changed_threshold_is_named() {
        let strict = Method { alpha: percent(1), ..Method::default() };
        assert_eq!(strict.changed_from_default(), [Threshold::Alpha]);
    }

    #[test]
    fn a_ratio_needs_a_denominator() {
        assert_eq!(Ratio::of(4, 0), None);
        assert_eq!(Ratio::of(4, 5).map(Ratio::value), Some(0.8));
    }
}
