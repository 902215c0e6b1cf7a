//! The stable words of an assessment's own values; they are listed in the published schema.
//!
//! Absent: words for people ([`crate::text`]).

use crate::analysis::{
    NoDissimilarity, NoSuperiority, Strength, TestKind, Threshold, Verdict, Why,
};
use crate::exchange::names::word;
use crate::exchange::write::names::VERDICTS;

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    word(&VERDICTS, verdict)
}

pub(super) fn why(why: Why) -> &'static str {
    match why {
        Why::HiddenCells => "hidden_cells",
        Why::OriginNotStated => "origin_not_stated",
    }
}

pub(super) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Absent => "absent",
        Strength::CannotBeTold => "cannot_be_told",
        Strength::Likely => "likely",
        Strength::Clear => "clear",
    }
}

pub(super) fn test_kind(kind: TestKind) -> &'static str {
    match kind {
        TestKind::Exact => "exact",
        TestKind::Normal => "normal",
    }
}

pub(super) fn no_superiority(reason: NoSuperiority) -> &'static str {
    match reason {
        NoSuperiority::TooFewLevels => "too_few_levels",
        NoSuperiority::NobodyInFocus => "nobody_in_focus",
        NoSuperiority::NobodyElse => "nobody_else",
        NoSuperiority::Missing => "missing",
    }
}

pub(super) fn no_dissimilarity(reason: NoDissimilarity) -> &'static str {
    match reason {
        NoDissimilarity::TooFewAreas => "too_few_areas",
        NoDissimilarity::NobodyInFocus => "nobody_in_focus",
        NoDissimilarity::NobodyElse => "nobody_else",
        NoDissimilarity::Missing => "missing",
    }
}

pub(super) fn threshold(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::BelowRatio => "below_ratio",
        Threshold::AboveRatio => "above_ratio",
        Threshold::LeastGapPersons => "least_gap_persons",
        Threshold::Alpha => "alpha",
        Threshold::ConcentrationQuotient => "concentration_quotient",
        Threshold::NotStatedWarning => "not_stated_warning",
        Threshold::NotStatedLimit => "not_stated_limit",
        Threshold::Confidence => "confidence",
    }
}
