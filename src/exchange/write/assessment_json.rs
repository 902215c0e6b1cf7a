//! An assessment as JSON: what `byspejl assess --json` prints.
//!
//! Keys are stable and described by public/schema/assessment.schema.json. Numbers are those of the
//! methods page, unrounded; sentences stand beside them in the chosen language. Absent: what is
//! pledged ([`super`]). Read next: [`super::benchmark_json`], the yardstick in it.

use super::benchmark_json;
use crate::analysis::{
    Conclusion, Headline, NoDissimilarity, NoSuperiority, Range, Representation, ScopeResult, Step,
    Strength, TestKind, Verdict, Why,
};
use crate::text::{Lang, Subject, benchmark, finding, verdict, warning};
use crate::workforce::{Bounds, Focus, Origin, Scope};
use serde_json::{Value, json};

/// The assessment as a JSON value.
pub fn write(subject: &Subject, lang: Lang) -> Value {
    let assessment = subject.assessment;
    let scopes = |results: &[ScopeResult]| -> Vec<Value> {
        results.iter().map(|result| scope(subject, result, lang)).collect()
    };
    let findings = assessment.findings.iter().map(|f| finding::sentence(lang, subject, f));
    let findings: Vec<String> = findings.collect();
    json!({
        "byspejl_assessment": 1,
        "language": lang.tag(),
        "benchmark": benchmark_json::write(subject.benchmark, lang),
        "focus": focus(assessment.focus),
        "benchmark_share": assessment.benchmark_share.fraction(),
        "headline": {
            "kind": headline(assessment.headline),
            "sentence": finding::headline(lang, subject),
            "lead": finding::lead(lang, subject),
        },
        "whole": scope(subject, &assessment.whole, lang),
        "levels": scopes(&assessment.levels),
        "areas": scopes(&assessment.areas),
        "cells": scopes(&assessment.cells),
        "level_equity": level_equity(subject),
        "diversity_without_equity": pattern(subject),
        "area_equity": area_equity(subject),
        "findings": findings,
        "warnings": warning::sentences(lang, subject),
    })
}

/// The fine or coarse groups that are examined, the coarsest that fit.
fn focus(focus: Focus) -> Vec<&'static str> {
    if focus.is_everyone_but_danish() {
        return vec![Origin::ImmigrantOrDescendant.id()];
    }
    Origin::ALL.into_iter().filter(|group| focus.contains(*group)).map(Origin::id).collect()
}

fn scope(subject: &Subject, result: &ScopeResult, lang: Lang) -> Value {
    let (level, area) = match result.scope {
        Scope::WholeOrganisation => (None, None),
        Scope::Level(level) => (Some(level), None),
        Scope::Area(area) => (None, Some(area)),
        Scope::Cell { level, area } => (Some(level), Some(area)),
    };
    let yardstick = benchmark::yardstick(lang, subject.benchmark);
    json!({
        "level": level.map(|level| subject.level(level)),
        "area": area.map(|area| subject.area(area)),
        "focus": bounds(result.focus),
        "people": bounds(result.base),
        "origin_not_stated": bounds(result.not_stated),
        "conclusion": conclusion(&result.conclusion, |verdict| json!(verdict_id(*verdict))),
        "words": verdict::label(lang, &result.conclusion, &yardstick),
        "statistics": result.representation.as_ref().map(|exact| statistics(exact, result)),
        "ranges": result.ranges.as_ref().map(|ranges| json!({
            "share": ranges.share.map(range),
            "ratio": ranges.ratio.map(range),
            "gap_points": ranges.gap_points.map(range),
            "shortfall_persons": range(ranges.shortfall_persons),
            "p": ranges.p.map(range),
            "interval": ranges.interval.map(range),
        })),
    })
}

fn statistics(exact: &Representation, result: &ScopeResult) -> Value {
    json!({
        "share": exact.share.map(|share| share.fraction()),
        "ratio": exact.ratio,
        "gap_points": exact.gap_points,
        "shortfall_persons": exact.shortfall_persons,
        "needed_by_replacement": exact.needed_by_replacement,
        "needed_by_growth": exact.needed_by_growth,
        "p": exact.p,
        "p_adjusted": result.p_adjusted,
        "robust": result.robust,
        "interval": exact.interval.map(|ends| json!({"low": ends.low, "high": ends.high})),
    })
}

fn level_equity(subject: &Subject) -> Value {
    let equity = &subject.assessment.level_equity;
    let superiority = match &equity.superiority {
        Ok(found) => json!({
            "theta": range(found.theta),
            "net_difference": range(found.net_difference),
            "p": range(found.test.p),
            "test": match found.test.kind {
                TestKind::Exact => "exact",
                TestKind::Normal => "normal",
            },
        }),
        Err(reason) => json!({"undefined": match reason {
            NoSuperiority::TooFewLevels => "too_few_levels",
            NoSuperiority::NobodyInFocus => "nobody_in_focus",
            NoSuperiority::NobodyElse => "nobody_else",
            NoSuperiority::Missing => "missing",
        }}),
    };
    let step = |step: &Step| {
        json!({
            "level": subject.level(step.level),
            "feeder": subject.level(step.feeder),
            "ratio": step.ratio.map(range),
            "p": step.p.map(range),
            "p_adjusted": step.p_adjusted,
            "robust": step.robust,
            "conclusion": conclusion(&step.conclusion, |verdict| json!(verdict_id(*verdict))),
        })
    };
    json!({
        "quotients": equity.quotients.iter().map(|quotient| quotient.map(range)).collect::<Vec<_>>(),
        "superiority": superiority,
        "steps": equity.steps.iter().map(step).collect::<Vec<_>>(),
        "ceiling": conclusion(&equity.ceiling, |ceiling| match ceiling {
            Some(found) => {
                json!({"level": subject.level(found.level), "possible": found.possible})
            }
            None => Value::Null,
        }),
        "city_disappears_at": conclusion(&equity.city_disappears_at, |level| {
            json!(level.map(|level| subject.level(level)))
        }),
    })
}

fn pattern(subject: &Subject) -> Value {
    let pattern = &subject.assessment.diversity_without_equity;
    json!({
        "conclusion": conclusion(&pattern.conclusion, |strength| json!(strength_id(*strength))),
        "evidence": pattern.evidence.map(|evidence| json!({
            "whole_not_below": evidence.whole_not_below,
            "concentrated_at_entry": evidence.concentrated_at_entry,
            "standing_lower": evidence.standing_lower,
            "beyond_chance": evidence.beyond_chance,
            "first_level_below": evidence.first_level_below.map(|level| subject.level(level)),
        })),
    })
}

fn area_equity(subject: &Subject) -> Value {
    match &subject.assessment.area_equity.dissimilarity {
        Ok(found) => json!({"dissimilarity": {
            "observed": range(found.observed),
            "expected": found.expected,
            "corrected": found.corrected,
        }}),
        Err(reason) => json!({"undefined": match reason {
            NoDissimilarity::TooFewAreas => "too_few_areas",
            NoDissimilarity::NobodyInFocus => "nobody_in_focus",
            NoDissimilarity::NobodyElse => "nobody_else",
            NoDissimilarity::Missing => "missing",
        }}),
    }
}

/// A number, `{"low", "high"}`, or null where a missing count leaves it open.
fn bounds(bounds: Bounds) -> Value {
    match (bounds.exact(), bounds.high) {
        (Some(people), _) => json!(people),
        (None, Some(high)) => json!({"low": bounds.low, "high": high}),
        (None, None) => Value::Null,
    }
}

/// A number, or `{"low", "high", "exact"}`.
fn range(range: Range) -> Value {
    match range.value() {
        Some(value) => json!(value),
        None => json!({"low": range.low, "high": range.high, "exact": range.exact}),
    }
}

fn conclusion<T>(conclusion: &Conclusion<T>, write: impl Fn(&T) -> Value) -> Value {
    match conclusion {
        Conclusion::Certain(value) => json!({"is": write(value), "certainty": "certain"}),
        Conclusion::WhateverHidden(value) => {
            json!({"is": write(value), "certainty": "whatever_hidden"})
        }
        Conclusion::Undetermined { possible, why } => json!({
            "is": null,
            "certainty": "undetermined",
            "possible": possible.iter().map(write).collect::<Vec<_>>(),
            "why": match why {
                Why::HiddenCells => "hidden_cells",
                Why::OriginNotStated => "origin_not_stated",
            },
        }),
    }
}

fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NoData => "no_data",
        Verdict::TooFew => "too_few",
        Verdict::Below => "below",
        Verdict::MaybeBelow => "maybe_below",
        Verdict::InLine => "in_line",
        Verdict::MaybeAbove => "maybe_above",
        Verdict::Above => "above",
    }
}

fn strength_id(strength: Strength) -> &'static str {
    match strength {
        Strength::Absent => "absent",
        Strength::CannotBeTold => "cannot_be_told",
        Strength::Likely => "likely",
        Strength::Clear => "clear",
    }
}

fn headline(headline: Headline) -> &'static str {
    match headline {
        Headline::NoFigures => "no_figures",
        Headline::Incomplete { .. } => "incomplete",
        Headline::TooFew { .. } => "too_few",
        Headline::Undetermined => "undetermined",
        Headline::DiversityWithoutEquity { .. } => "diversity_without_equity",
        Headline::Below { maybe: false } => "below",
        Headline::Below { maybe: true } => "maybe_below",
        Headline::CityDisappears { .. } => "city_disappears",
        Headline::SomeLevelsLow { .. } => "some_levels_low",
        Headline::InLine { .. } => "in_line",
        Headline::Above { maybe: false } => "above",
        Headline::Above { maybe: true } => "maybe_above",
    }
}
