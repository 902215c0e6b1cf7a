//! One scope as data: its counts, statistics and verdict.
//!
//! Absent: what is worth saying about it ([`super::finding`]).

use super::words::{verdict, why};
use crate::analysis::{Conclusion, Range, ScopeResult};
use crate::text::benchmark::Yardstick;
use crate::text::{Lang, Subject, standing, verdict as labels};
use crate::workforce::{Bounds, Scope};
use serde_json::{Value, json};

pub(super) fn scope(
    lang: Lang,
    subject: &Subject,
    yardstick: &Yardstick,
    result: &ScopeResult,
) -> Value {
    let exact = result.representation.as_ref();
    let ranges = result.ranges.as_ref();
    // A number where the counts are exact, a range where hidden counts leave one.
    let number = |exact: Option<f64>, range: Option<Range>| match (exact, range) {
        (Some(number), _) => json!(number),
        (None, range) => range_or_null(range),
    };
    let interval = match exact.and_then(|exact| exact.interval) {
        Some(interval) => json!({"low": interval.low, "high": interval.high}),
        None => range_or_null(ranges.and_then(|ranges| ranges.interval)),
    };
    json!({
        "scope": place(subject, result.scope),
        "focus": bounds(result.focus),
        "people": bounds(result.base),
        "origin_not_stated": bounds(result.not_stated),
        "origin_not_stated_share": result.not_stated_share,
        "origin_not_stated_warning": result.not_stated_warning,
        "share": number(
            exact.and_then(|exact| exact.share).map(|share| share.fraction()),
            ranges.and_then(|ranges| ranges.share),
        ),
        "ratio": number(
            exact.and_then(|exact| exact.ratio),
            ranges.and_then(|ranges| ranges.ratio),
        ),
        "gap_points": number(
            exact.and_then(|exact| exact.gap_points),
            ranges.and_then(|ranges| ranges.gap_points),
        ),
        "shortfall_persons": number(
            exact.map(|exact| exact.shortfall_persons),
            ranges.map(|ranges| ranges.shortfall_persons),
        ),
        "needed_by_replacement": exact.and_then(|exact| exact.needed_by_replacement),
        "needed_by_growth": exact.and_then(|exact| exact.needed_by_growth),
        "p": number(exact.and_then(|exact| exact.p), ranges.and_then(|ranges| ranges.p)),
        "p_adjusted": result.p_adjusted,
        "robust": result.robust,
        "interval": interval,
        "conclusion": conclusion(&result.conclusion),
        "label": labels::label(lang, &result.conclusion, yardstick),
        "sentence": standing::standing(lang, subject, result),
    })
}

/// Which people a scope is, by number and name.
pub(super) fn place(subject: &Subject, scope: Scope) -> Value {
    match scope {
        Scope::WholeOrganisation => json!({"kind": "whole"}),
        Scope::Level(level) => {
            json!({"kind": "level", "level": level, "name": level_name(subject, level)})
        }
        Scope::Area(area) => json!({"kind": "area", "area": area, "name": subject.area(area)}),
        Scope::Cell { level, area } => json!({
            "kind": "cell",
            "level": level,
            "area": area,
            "name": [level_name(subject, level), subject.area(area)],
        }),
    }
}

pub(super) fn level_name<'a>(subject: &Subject<'a>, level: usize) -> &'a str {
    subject.level(level)
}

/// A number of people, or the least and the most; no upper end where figures are missing.
pub(super) fn bounds(people: Bounds) -> Value {
    match people.exact() {
        Some(people) => json!(people),
        None => json!({"low": people.low, "high": people.high}),
    }
}

/// A number, or the least and the most it can be. `reached` says whether both ends are possible.
pub(super) fn range(range: Range) -> Value {
    match range.value() {
        Some(value) => json!(value),
        None => json!({"low": range.low, "high": range.high, "reached": range.exact}),
    }
}

pub(super) fn range_or_null(known: Option<Range>) -> Value {
    known.map_or(Value::Null, range)
}

pub(super) fn conclusion(conclusion: &Conclusion) -> Value {
    match conclusion {
        Conclusion::Certain(found) => {
            json!({"certainty": "certain", "verdict": verdict(*found)})
        }
        Conclusion::WhateverHidden(found) => {
            json!({"certainty": "whatever_hidden", "verdict": verdict(*found)})
        }
        Conclusion::Undetermined { possible, why: reason } => json!({
            "certainty": "undetermined",
            "verdict": null,
            "possible": possible.iter().copied().map(verdict).collect::<Vec<_>>(),
            "why": why(*reason),
        }),
    }
}
