//! The tables of the public edition: targets, levels, areas.
//!
//! A scope with a hidden count has its number of people and its verdict at most. Absent: which
//! counts those are ([`crate::analysis::disclosure`]).

use super::document::{Block, Cell, Role, Table, TableGroup, TableKind, TableRow};
use super::front::{short_day, target_table_of};
use super::public::Public;
use super::public_scopes::{ShownTarget, percent_digits};
use super::words;
use crate::analysis::ScopeResult;
use crate::pledge::TargetLine;
use crate::text::{
    Lang, benchmark, count, disclosure as texts, percent, percent_fixed, report, verdict, verdicts,
};
use crate::workforce::{Scope, Share};

/// A share of so many people, no finer than may be said of them.
pub(super) fn share_text(lang: Lang, share: f64, people: u64) -> String {
    percent_fixed(lang, share, percent_digits(people))
}

pub(super) fn targets(public: &Public, lang: Lang) -> Vec<Block> {
    let lines = public.source.pledge.targets.iter();
    let rows: Vec<TableRow> = lines.filter_map(|line| target_row(public, lang, line)).collect();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::paragraph(Role::Body, texts::no_targets(lang)));
    } else {
        blocks.push(Block::Table(target_table_of(&public.source, lang, rows)));
    }
    let hidden = public.hidden_levels();
    if !hidden.is_empty() {
        let text = texts::levels_left_out(lang, &hidden.join(", "));
        blocks.push(Block::paragraph(Role::Note, text));
    }
    blocks
}

/// A target's row, where its number may be shown.
fn target_row(public: &Public, lang: Lang, line: &TargetLine) -> Option<TableRow> {
    let ShownTarget { focus, people, target, mirror } = public.shown_target(line)?;
    let mut today = report::targets_of(lang, &count(lang, focus), &count(lang, people));
    if public.source.is_estimate() {
        today = report::estimated(lang, &today);
    }
    Some(TableRow {
        heading: line.level.clone(),
        cells: vec![
            Cell::number(today),
            Cell::number(count(lang, target)),
            Cell::number(count(lang, mirror)),
            Cell::text(short_day(lang, *line.day.value())),
            Cell::text(words::field(lang, &line.owner)),
        ],
    })
}

pub(super) fn levels(public: &Public, lang: Lang) -> Vec<Block> {
    let assessment = public.source.assessment;
    let (noun, share) = yardstick(public, lang);
    let results = std::iter::once(&assessment.whole).chain(assessment.levels.iter().rev());
    let mut blocks = vec![
        Block::heading(2, report::annex_verdicts(lang)),
        Block::Table(Table {
            kind: TableKind::Verdicts,
            caption: report::annex_verdicts_caption(lang, noun, &share),
            head: head(lang, report::targets_level(lang)),
            groups: group(public, lang, results),
        }),
        Block::paragraph(Role::Note, texts::rounded(lang)),
    ];
    if public.hides_something() {
        blocks.push(Block::paragraph(Role::Note, texts::left_out(lang)));
    }
    blocks.push(Block::paragraph(Role::Caution, report::annex_not_discrimination(lang)));
    blocks
}

pub(super) fn areas(public: &Public, lang: Lang) -> Vec<Block> {
    let areas = &public.source.assessment.areas;
    if areas.is_empty() {
        return Vec::new();
    }
    let (noun, share) = yardstick(public, lang);
    vec![
        Block::heading(2, crate::text::areas::title(lang)),
        Block::Table(Table {
            kind: TableKind::Areas,
            caption: report::annex_areas_caption(lang, noun, &share),
            head: head(lang, report::annex_area(lang)),
            groups: group(public, lang, areas.iter()),
        }),
        Block::paragraph(Role::Note, crate::text::areas::small_areas(lang)),
    ]
}

fn yardstick(public: &Public, lang: Lang) -> (&'static str, String) {
    let yardstick = benchmark::yardstick(lang, public.source.benchmark);
    (yardstick.noun, percent(lang, public.source.assessment.benchmark_share.fraction()))
}

fn head(lang: Lang, first: &str) -> Vec<Cell> {
    vec![
        Cell::text(first),
        Cell::number(report::annex_counts(lang)),
        Cell::number(report::annex_share(lang)),
        Cell::text(report::annex_verdict(lang)),
    ]
}

fn group<'a>(
    public: &Public,
    lang: Lang,
    results: impl Iterator<Item = &'a ScopeResult>,
) -> Vec<TableGroup> {
    let rows = results.map(|result| row(public, lang, result)).collect();
    vec![TableGroup { heading: None, rows }]
}

fn row(public: &Public, lang: Lang, result: &ScopeResult) -> TableRow {
    let subject = public.source.subject();
    let heading = match result.scope {
        Scope::Level(level) | Scope::Cell { level, .. } => subject.level(level),
        Scope::Area(area) => subject.area(area),
        Scope::WholeOrganisation => report::annex_whole(lang),
    };
    let counts = public.disclosed.counts(result.scope);
    let numbers = match (counts, public.disclosed.people(result.scope)) {
        (Some((focus, people)), _) => {
            report::targets_of(lang, &count(lang, focus), &count(lang, people))
        }
        (None, Some(people)) => texts::people_only(lang, &count(lang, people)),
        (None, None) => texts::hidden(lang).to_owned(),
    };
    let share = match counts.map(|(focus, people)| (Share::of(focus, people), people)) {
        Some((Some(share), people)) => share_text(lang, share.fraction(), people),
        Some((None, _)) => report::none(lang).to_owned(),
        None => texts::hidden(lang).to_owned(),
    };
    TableRow {
        heading: heading.to_owned(),
        cells: vec![
            Cell::number(numbers),
            Cell::number(share),
            Cell::text(verdict_text(public, lang, result.scope)),
        ],
    }
}

/// The verdict in words, or that it is not shown.
pub(super) fn verdict_text(public: &Public, lang: Lang, scope: Scope) -> String {
    let yardstick = benchmark::yardstick(lang, public.source.benchmark);
    match public.verdict(scope) {
        Some(told) => verdict::verdict_label(lang, told, &yardstick),
        None if is_open_for_all_to_see(public, scope) => {
            verdicts::label_undetermined(lang).to_owned()
        }
        None => texts::hidden(lang).to_owned(),
    }
}

/// Whether shown counts alone say that too many have no stated origin for a verdict.
fn is_open_for_all_to_see(public: &Public, scope: Scope) -> bool {
    let (Some(not_stated), Some(all)) =
        (public.disclosed.not_stated(scope), public.disclosed.everybody(scope))
    else {
        return false;
    };
    let limit = public.source.assessment.method.not_stated_limit;
    Share::of(not_stated, all).is_some_and(|share| share > limit)
}
