//! The annex's account of what is pledged: how targets were set, and each measure with its
//! finding, evidence, law and first step.
//!
//! Absent: the rules that chose them ([`crate::pledge::rules`]).

use super::document::{Block, Fact, Item, Role};
use super::pledge::Source;
use super::words;
use crate::pledge::measure::{Evidence, Measure};
use crate::pledge::{MeasureLine, TargetLine};
use crate::text::{Digits, Lang, benchmark, count, decimal, report, turnover};

pub(super) fn compose(source: &Source, lang: Lang) -> Vec<Block> {
    let mut blocks = targets(source, lang);
    blocks.push(Block::heading(2, report::annex_measures(lang)));
    for line in &source.pledge.measures {
        blocks.push(Block::heading(3, words::field(lang, &line.text)));
        blocks.push(Block::Facts(facts(lang, line)));
    }
    blocks
}

fn targets(source: &Source, lang: Lang) -> Vec<Block> {
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let computed = |line: &TargetLine| {
        let target = line.computed?;
        Some(Item::text(report::annex_expected(
            lang,
            &line.level,
            &count(lang, target.baseline),
            &decimal(lang, target.expected, Digits::Fixed(1)),
            &line.day.suggested.year().to_string(),
            yardstick.theirs,
            &count(lang, target.mirror),
        )))
    };
    let items: Vec<Item> = source.pledge.targets.iter().filter_map(computed).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let levels = source.workforce.table.levels();
    let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
    let assumptions = turnover::assumed(lang, source.assumptions, &names);
    vec![
        Block::heading(2, report::annex_targets(lang)),
        Block::paragraph(
            Role::Body,
            report::annex_target_rule(lang, yardstick.noun, yardstick.theirs),
        ),
        Block::List { ordered: false, items },
        Block::paragraph(Role::Body, report::annex_expectation(lang)),
        Block::paragraph(Role::Note, assumptions),
    ]
}

/// What is known about one line; the user's own words have a finding or choice behind them only.
fn facts(lang: Lang, line: &MeasureLine) -> Vec<Fact> {
    let mut facts = vec![fact(report::annex_because(lang), words::reasons(lang, line).join(" "))];
    if let Some(changed) = words::measure_changed(lang, line) {
        facts.push(fact(report::annex_cautions(lang), changed));
    }
    let Some(measure) = line.measure else { return facts };
    let words = |words| words::bilingual(lang, words).to_owned();
    facts.push(fact(report::annex_first_step(lang), words(&measure.first_step)));
    facts.push(fact(report::annex_indicator(lang), words::field(lang, &line.indicator)));
    facts.push(fact(report::annex_evidence(lang), evidence(lang, measure)));
    facts.push(fact(report::annex_legal(lang), words(&measure.legal_note)));
    if let Some(url) = measure.source_url {
        facts.push(Fact {
            term: report::annex_source(lang).to_owned(),
            value: words(&measure.name),
            url: Some(url.to_owned()),
        });
    }
    facts
}

/// The evidence in words, its strength first; what no source documents is called practice.
fn evidence(lang: Lang, measure: &Measure) -> String {
    if !measure.is_documented() {
        return report::annex_practice_only(lang).to_owned();
    }
    let effect = words::bilingual(lang, &measure.effect);
    match measure.evidence {
        Evidence::Strong => report::annex_strong(lang, effect),
        Evidence::Moderate => report::annex_moderate(lang, effect),
        Evidence::Mixed => report::annex_mixed(lang, effect),
        Evidence::Limited => report::annex_limited(lang, effect),
        Evidence::Avoid => report::annex_avoid(lang, effect),
    }
}

fn fact(term: &str, value: impl Into<String>) -> Fact {
    Fact { term: term.to_owned(), value: value.into(), url: None }
}
