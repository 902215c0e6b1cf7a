//! One scope against its benchmark, in two or three sentences with their base.
//!
//! Absent: which scopes are worth a sentence ([`crate::analysis::finding`]). Read next:
//! [`super::finding`].

use super::subject::{self, Subject};
use super::{Lang, count, findings, percent, verdict};
use crate::analysis::{Conclusion, Representation, ScopeResult, Verdict, Why};
use crate::workforce::Bounds;

/// What a scope's figures say: the count with its base, the persons short or over, chance in
/// words, and what hidden figures leave of it.
///
/// "På niveauet Ledelse har 2 af 40 (5 %) indvandrerbaggrund; byens andel er 28,9 %. Der mangler
/// 10 personer, før niveauet afspejler byen."
pub fn standing(lang: Lang, subject: &Subject, result: &ScopeResult) -> String {
    let mut sentences = vec![counted(lang, subject, result)];
    let hidden_share = || hidden_share(lang, result);
    match &result.conclusion {
        Conclusion::Certain(verdict) => {
            sentences.extend(judged(lang, subject, result, *verdict));
        }
        Conclusion::WhateverHidden(verdict) => {
            sentences.extend(hidden_share());
            sentences.extend(judged(lang, subject, result, *verdict));
            sentences.push(findings::result_hidden_settled(lang).to_owned());
        }
        Conclusion::Undetermined { possible, why } => {
            sentences.extend(hidden_share());
            sentences.extend(open(lang, subject, possible, *why));
        }
    }
    join(sentences)
}

/// The count with its base and the benchmark's share, or that there is none.
pub fn counted(lang: Lang, subject: &Subject, result: &ScopeResult) -> String {
    let place = subject.place(lang, result.scope);
    if let Some(representation) = &result.representation {
        return counted_exactly(lang, subject, &place, representation);
    }
    let (Some(part), Some(base)) = (range(lang, result.focus), span(lang, result.base)) else {
        return findings::result_no_data(lang, &place);
    };
    let words = subject.focus(lang);
    findings::counted_hidden(
        lang,
        &place,
        &words.verb(false),
        &part,
        &base,
        &words.what(false),
        &benchmark(lang, subject),
    )
}

fn counted_exactly(
    lang: Lang,
    subject: &Subject,
    place: &str,
    representation: &Representation,
) -> String {
    let Representation { people, focus, .. } = *representation;
    let Some(share) = representation.share else {
        return findings::result_nobody_stated(lang, place);
    };
    let words = subject.focus(lang);
    let (benchmark, base) = (benchmark(lang, subject), count(lang, people));
    let (verb, what) = (words.verb(focus == 1), words.what(focus == 1));
    // "Ingen af de 1" is no Danish; one person alone is counted like anybody else.
    if people > 1 && focus == 0 {
        findings::counted_nobody(lang, place, &verb, &base, &what, &benchmark)
    } else if people > 1 && focus == people {
        findings::counted_everybody(lang, place, &verb, &base, &what, &benchmark)
    } else {
        let (part, share) = (count(lang, focus), subject::share(lang, share));
        let counted = findings::counted_part_of(lang, &part, &base, &share);
        findings::counted_some(lang, place, &verb, &counted, &what, &benchmark)
    }
}

/// "byens andel er 28,9 %"
fn benchmark(lang: Lang, subject: &Subject) -> String {
    let theirs = subject.yardstick(lang).theirs;
    findings::counted_benchmark(lang, theirs, &subject.benchmark_share(lang))
}

fn judged(lang: Lang, subject: &Subject, result: &ScopeResult, verdict: Verdict) -> Vec<String> {
    let yardstick = subject.yardstick(lang);
    match verdict {
        Verdict::NoData => Vec::new(),
        Verdict::TooFew => vec![findings::result_too_few(lang).to_owned()],
        Verdict::InLine => vec![findings::result_in_line(lang, yardstick.noun)],
        Verdict::Below | Verdict::MaybeBelow => vec![
            persons_short(lang, subject, result),
            verdict::chance(lang, result, &subject.assessment.method),
        ],
        Verdict::Above | Verdict::MaybeAbove => {
            let over = result
                .representation
                .map(|representation| (-representation.shortfall_persons).floor() as u64)
                .filter(|&persons| persons > 0)
                .map(|persons| {
                    findings::result_over(lang, &count(lang, persons), yardstick.theirs)
                });
            let chance = verdict::chance(lang, result, &subject.assessment.method);
            vec![over.unwrap_or_default(), chance]
        }
    }
}

/// Whole persons short: the shortfall rounded up, because people come whole.
fn persons_short(lang: Lang, subject: &Subject, result: &ScopeResult) -> String {
    let (unit, noun) = (subject::unit(lang, result.scope), subject.yardstick(lang).noun);
    let whole = |persons: f64| count(lang, persons.max(0.0).ceil() as u64);
    if let Some(needed) = result.representation.and_then(|all| all.needed_by_replacement) {
        return findings::result_short(lang, &count(lang, needed), unit, noun);
    }
    result.ranges.map_or_else(String::new, |ranges| {
        let range = ranges.shortfall_persons;
        findings::result_short_hidden(lang, &whole(range.low), &whole(range.high), unit, noun)
    })
}

/// The least and the most the share can be, when hidden figures leave it open.
fn hidden_share(lang: Lang, result: &ScopeResult) -> Option<String> {
    let range = result.ranges?.share?;
    let (low, high) = (percent(lang, range.low), percent(lang, range.high));
    (low != high).then(|| findings::result_hidden_share(lang, &low, &high))
}

fn open(lang: Lang, subject: &Subject, possible: &[Verdict], why: Why) -> Vec<String> {
    match why {
        Why::OriginNotStated => vec![findings::result_not_stated_open(lang).to_owned()],
        Why::HiddenCells => {
            let yardstick = subject.yardstick(lang);
            let verdicts = possible
                .iter()
                .map(|&verdict| verdict::verdict_label(lang, verdict, &yardstick))
                .reduce(|all, next| format!("{all}, {next}"));
            let possible = verdicts.filter(|_| possible.len() > 1);
            let possible = possible.map(|all| findings::result_hidden_possible(lang, &all));
            std::iter::once(findings::result_hidden_open(lang).to_owned()).chain(possible).collect()
        }
    }
}

/// "3", or "mellem 1 og 4"; `None` when there is no upper end.
pub(super) fn range(lang: Lang, bounds: Bounds) -> Option<String> {
    let high = bounds.high?;
    let (low, shown) = (count(lang, bounds.low), count(lang, high));
    Some(if bounds.low == high { low } else { findings::counted_between(lang, &low, &shown) })
}

/// "40", or "61-64"; `None` when there is no upper end.
fn span(lang: Lang, bounds: Bounds) -> Option<String> {
    let high = bounds.high?;
    let (low, shown) = (count(lang, bounds.low), count(lang, high));
    Some(if bounds.low == high { low } else { findings::counted_span(lang, &low, &shown) })
}

/// Sentences side by side; empty ones leave no gap.
pub(super) fn join(sentences: impl IntoIterator<Item = String>) -> String {
    let full: Vec<String> = sentences.into_iter().filter(|text| !text.is_empty()).collect();
    full.join(" ")
}
