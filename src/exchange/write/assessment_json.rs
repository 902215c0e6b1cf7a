//! An assessment as data: everything that was concluded, with stable names.
//!
//! The shape is published as public/schema/assessment-1.json. Levels and areas are numbered from 0
//! in the order of `figures`, entry level first. What hidden counts leave open is an object with a
//! lower and an upper end where otherwise a number stands. Absent: reading it back, because an
//! assessment is worked out anew from its figures. Read next: [`scope`], [`finding`].

mod finding;
mod scope;
mod words;

use super::{benchmark_json, pledge_json};
use crate::analysis::{
    Assessment, Conclusion, DiversityWithoutEquity, LevelEquity, Method, ScopeResult, Step,
};
use crate::exchange::names::{OUTSOURCED, QUALITIES, SECTORS, word};
use crate::report::Source;
use crate::text::{Lang, Subject, benchmark, finding as sentences, findings, report, warning};
use scope::{conclusion, level_name, range, range_or_null, scope};
use serde_json::{Value, json};
use words::{no_dissimilarity, no_superiority, strength, test_kind, threshold, why};

/// The version of the shape.
const VERSION: u32 = 1;

/// An assessment. `lang` is the language of its labels and sentences; every other value is the same
/// in both.
pub fn write(source: &Source, lang: Lang) -> Value {
    let assessment = source.assessment;
    let subject =
        Subject { assessment, table: &source.workforce.table, benchmark: source.benchmark };
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let scopes = |results: &[ScopeResult]| -> Vec<Value> {
        results.iter().map(|result| scope(lang, &subject, &yardstick, result)).collect()
    };
    let focus = pledge_json::focus(assessment.focus);
    json!({
        "byspejl_assessment": VERSION,
        "language": lang.tag(),
        "visibility": "internal",
        "figures": figures(source),
        "focus": focus.iter().map(|group| group.id()).collect::<Vec<_>>(),
        "benchmark": benchmark_json::value(source.benchmark),
        "benchmark_share": assessment.benchmark_share.fraction(),
        "method": method(&assessment.method),
        "headline": finding::headline(&subject, &assessment.headline, lang),
        "lead": sentences::lead(lang, &subject),
        "whole": scope(lang, &subject, &yardstick, &assessment.whole),
        "levels": scopes(&assessment.levels),
        "areas": scopes(&assessment.areas),
        "cells": scopes(&assessment.cells),
        "level_equity": level_equity(&subject, &assessment.level_equity),
        "diversity_without_equity": pattern(&assessment.diversity_without_equity),
        "area_equity": area_equity(assessment),
        "findings": assessment
            .findings
            .iter()
            .map(|found| finding::finding(&subject, found, lang))
            .collect::<Vec<_>>(),
        "warnings": assessment
            .warnings
            .iter()
            .map(|warned| finding::warning(&subject, warned, &warning::sentence(lang, &subject, warned)))
            .collect::<Vec<_>>(),
        "disclaimers": [
            report::annex_not_discrimination(lang),
            findings::note_self_assessment(lang),
        ],
    })
}

fn figures(source: &Source) -> Value {
    let workforce = source.workforce;
    let table = &workforce.table;
    let groups: Vec<&str> = table.grouping().groups().iter().map(|group| group.id()).collect();
    let levels = table.levels().iter().map(|level| json!({"key": level.key, "name": level.name}));
    json!({
        "organisation": workforce.name,
        "reporting_date": workforce.reporting_date.map(|day| day.to_string()),
        "sector": word(&SECTORS, workforce.sector),
        "data_quality": word(&QUALITIES, workforce.data_quality),
        "outsourced_work": word(&OUTSOURCED, workforce.outsourced_work),
        "groups": groups,
        "levels": levels.collect::<Vec<_>>(),
        "areas": table.areas().iter().map(|area| &area.name).collect::<Vec<_>>(),
    })
}

fn method(method: &Method) -> Value {
    let changed: Vec<&str> = method.changed_from_default().into_iter().map(threshold).collect();
    json!({
        "below_ratio": method.below_ratio.value(),
        "above_ratio": method.above_ratio.value(),
        "least_gap_persons": method.least_gap_persons,
        "alpha": method.alpha.fraction(),
        "concentration_quotient": method.concentration_quotient.value(),
        "not_stated_warning": method.not_stated_warning.fraction(),
        "not_stated_limit": method.not_stated_limit.fraction(),
        "confidence": method.confidence.fraction(),
        "changed": changed,
    })
}

fn level_equity(subject: &Subject, equity: &LevelEquity) -> Value {
    let superiority = match equity.superiority {
        Ok(known) => json!({
            "theta": range(known.theta),
            "net_difference": range(known.net_difference),
            "p": range(known.test.p),
            "calculation": test_kind(known.test.kind),
        }),
        Err(reason) => json!({"undefined": no_superiority(reason)}),
    };
    let quotients: Vec<Value> = equity.quotients.iter().copied().map(range_or_null).collect();
    let steps: Vec<Value> = equity.steps.iter().map(|step| self::step(subject, step)).collect();
    json!({
        "quotients": quotients,
        "superiority": superiority,
        "steps": steps,
        "ceiling": settled(&equity.ceiling, |ceiling| {
            ceiling.map(|ceiling| json!({
                "level": ceiling.level,
                "name": level_name(subject, ceiling.level),
                "possible": ceiling.possible,
            }))
        }),
        "city_disappears_at": settled(&equity.city_disappears_at, |level| {
            level.map(|level| json!({"level": level, "name": level_name(subject, level)}))
        }),
    })
}

fn step(subject: &Subject, step: &Step) -> Value {
    json!({
        "level": step.level,
        "name": level_name(subject, step.level),
        "feeder": step.feeder,
        "feeder_share": step.feeder_share.map(|share| share.fraction()),
        "ratio": range_or_null(step.ratio),
        "p": range_or_null(step.p),
        "p_adjusted": step.p_adjusted,
        "robust": step.robust,
        "conclusion": conclusion(&step.conclusion),
    })
}

fn pattern(pattern: &DiversityWithoutEquity) -> Value {
    let evidence = pattern.evidence.map(|evidence| {
        json!({
            "whole_not_below": evidence.whole_not_below,
            "concentrated_at_entry": evidence.concentrated_at_entry,
            "standing_lower": evidence.standing_lower,
            "beyond_chance": evidence.beyond_chance,
            "first_level_below": evidence.first_level_below,
        })
    });
    json!({
        "conclusion": settled(&pattern.conclusion, |found| Some(json!(strength(found)))),
        "evidence": evidence,
    })
}

fn area_equity(assessment: &Assessment) -> Value {
    match assessment.area_equity.dissimilarity {
        Ok(known) => json!({
            "dissimilarity": {
                "observed": range(known.observed),
                "expected": known.expected,
                "corrected": known.corrected,
            },
        }),
        Err(reason) => json!({"dissimilarity": {"undefined": no_dissimilarity(reason)}}),
    }
}

/// A conclusion about anything but a verdict; `None` says that there is none such.
fn settled<T: Copy>(conclusion: &Conclusion<T>, value: impl Fn(T) -> Option<Value>) -> Value {
    match conclusion {
        Conclusion::Certain(found) => json!({"certainty": "certain", "value": value(*found)}),
        Conclusion::WhateverHidden(found) => {
            json!({"certainty": "whatever_hidden", "value": value(*found)})
        }
        Conclusion::Undetermined { possible, why: reason } => json!({
            "certainty": "undetermined",
            "possible": possible.iter().map(|found| value(*found)).collect::<Vec<_>>(),
            "why": why(*reason),
        }),
    }
}
