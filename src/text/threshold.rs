//! The thresholds of the method by name, with their defaults and what may be typed.
//!
//! Absent: the verdict rules they stand in ([`super::method_page`]).

use super::{Lang, pick, thresholds};
use crate::analysis::{Method, Ratio, Threshold};
use crate::exchange::percent::{self, BasisPoints, PercentError};
use crate::session::{ThresholdError, threshold_bounds};
use crate::workforce::Share;

/// What a threshold is called.
pub fn name(lang: Lang, threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::BelowRatio => thresholds::name_below(lang),
        Threshold::AboveRatio => thresholds::name_above(lang),
        Threshold::LeastGapPersons => thresholds::name_persons(lang),
        Threshold::Alpha => thresholds::name_alpha(lang),
        Threshold::ConcentrationQuotient => thresholds::name_concentration(lang),
        Threshold::NotStatedWarning => thresholds::name_warning(lang),
        Threshold::NotStatedLimit => thresholds::name_limit(lang),
        Threshold::Confidence => thresholds::name_confidence(lang),
    }
}

/// The threshold's default in `method`, and what may be typed.
pub fn hint(lang: Lang, threshold: Threshold, method: &Method) -> String {
    let ratio = |ratio: Ratio| {
        10_000 * ratio.numerator().cast_signed() / ratio.denominator().max(1).cast_signed()
    };
    let share = |share: Share| (10_000 * share.part() / share.whole().max(1)) as BasisPoints;
    let points = match threshold {
        Threshold::LeastGapPersons => {
            return thresholds::hint_persons(lang, &method.least_gap_persons.to_string());
        }
        Threshold::BelowRatio => ratio(method.below_ratio),
        Threshold::AboveRatio => ratio(method.above_ratio),
        Threshold::ConcentrationQuotient => ratio(method.concentration_quotient),
        Threshold::Alpha => share(method.alpha),
        Threshold::NotStatedWarning => share(method.not_stated_warning),
        Threshold::NotStatedLimit => share(method.not_stated_limit),
        Threshold::Confidence => share(method.confidence),
    };
    let (low, high) = threshold_bounds(threshold);
    thresholds::hint(lang, &written(lang, points), &written(lang, low), &written(lang, high))
}

/// What is wrong with what was typed, and what to do about it.
pub fn error(lang: Lang, error: ThresholdError) -> String {
    match error {
        ThresholdError::Persons => thresholds::error_persons(lang).to_owned(),
        ThresholdError::Percent(error) => percent_error(lang, error),
    }
}

/// What is wrong with a percentage, and what to do about it.
pub fn percent_error(lang: Lang, error: PercentError) -> String {
    match error {
        PercentError::NotANumber => thresholds::error_not_a_number(lang).to_owned(),
        PercentError::TooPrecise => thresholds::error_too_precise(lang).to_owned(),
        PercentError::OutOfBounds { low, high } => {
            thresholds::error_out_of_bounds(lang, &written(lang, low), &written(lang, high))
        }
    }
}

fn written(lang: Lang, points: BasisPoints) -> String {
    percent::write(points, pick(lang, ',', '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::method;

    #[test]
    fn a_hint_says_the_default_and_the_bounds() {
        let hint = hint(Lang::Da, Threshold::Confidence, &method::DEFAULT);
        for part in ["95", "50", "99,99"] {
            assert!(hint.contains(part), "{hint}");
        }
    }
}
