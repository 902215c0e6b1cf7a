//! The annex: the mirror, every verdict, level and area equity.
//!
//! It also gives room to what had to leave page 1. Absent: what is pledged and why
//! ([`super::annex_measures`]), method and sources ([`super::annex_sources`]).

use super::document::{Block, Cell, FigureId, Item, Role, Table, TableGroup, TableKind, TableRow};
use super::front::{Moved, measure_table, range};
use super::pledge::Source;
use super::{annex_measures, annex_sources, collect};
use crate::analysis::{Headline, ScopeResult, Strength};
use crate::text::focus::FocusWords;
use crate::text::{
    Digits, Lang, area_equity, benchmark, date, decimal, finding, level_equity, percent,
    percent_fixed, probability, report, verdict,
};
use crate::workforce::Scope;

pub(super) fn compose(source: &Source, lang: Lang, moved: &Moved) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, report::annex_title(lang))];
    if let Some(note) = moved.note {
        blocks.push(Block::heading(2, report::annex_note(lang)));
        blocks.push(Block::paragraph(Role::Body, note));
    }
    if !moved.measures.is_empty() {
        let caption = report::measures_moved_caption(lang);
        blocks.push(Block::Table(measure_table(lang, caption, &moved.measures)));
    }
    blocks.extend(mirror(source, lang));
    blocks.extend(levels(source, lang));
    blocks.extend(areas(source, lang));
    blocks.extend(annex_measures::compose(source, lang));
    blocks.extend(collect(source, lang));
    blocks.extend(annex_sources::compose(source, lang));
    blocks
}

/// What to have ready for the next review.
fn collect(source: &Source, lang: Lang) -> Vec<Block> {
    let day = *source.pledge.next_review.value();
    let items = collect::items(source, lang, day).into_iter().map(Item::text).collect();
    vec![
        Block::heading(2, report::annex_collect(lang, &date(lang, day))),
        Block::List { ordered: false, items },
    ]
}

fn mirror(source: &Source, lang: Lang) -> Vec<Block> {
    let subject = source.subject();
    let headline = finding::headline(lang, &subject);
    let mut blocks = vec![
        Block::heading(2, report::annex_mirror(lang)),
        Block::paragraph(Role::Lead, headline.clone()),
        Block::paragraph(Role::Body, finding::lead(lang, &subject)),
    ];
    let shows_nothing = matches!(
        source.assessment.headline,
        Headline::NoFigures | Headline::Incomplete { .. } | Headline::TooFew { .. }
    );
    if !source.assessment.levels.is_empty() && !shows_nothing {
        let share_of = FocusWords::new(lang, source.assessment.focus).share_of();
        blocks.push(Block::Figure {
            id: FigureId::Mirror,
            title: report::annex_mirror_figure(lang, &share_of),
            summary: headline,
        });
    }
    blocks
}

fn levels(source: &Source, lang: Lang) -> Vec<Block> {
    let assessment = source.assessment;
    let subject = source.subject();
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let share = percent(lang, assessment.benchmark_share.fraction());
    let results = std::iter::once(&assessment.whole).chain(assessment.levels.iter().rev());
    let mut blocks = vec![
        Block::heading(2, report::annex_verdicts(lang)),
        Block::Table(Table {
            kind: TableKind::Verdicts,
            caption: report::annex_verdicts_caption(lang, yardstick.noun, &share),
            head: head(lang, report::targets_level(lang)),
            groups: vec![TableGroup {
                heading: None,
                rows: results.map(|result| row(source, lang, result)).collect(),
            }],
        }),
        Block::paragraph(Role::Note, report::annex_short_note(lang, yardstick.theirs)),
        Block::paragraph(Role::Caution, report::annex_not_discrimination(lang)),
    ];
    if assessment.levels.len() < 2 || matches!(assessment.headline, Headline::NoFigures) {
        return blocks;
    }
    blocks.push(Block::heading(2, report::annex_levels(lang)));
    let pattern = &assessment.diversity_without_equity;
    if !pattern.conclusion.is(Strength::Absent) && assessment.whole.verdict().is_some() {
        blocks.push(Block::paragraph(Role::Lead, level_equity::pattern_title(lang, pattern)));
        blocks.push(Block::paragraph(Role::Body, level_equity::pattern_explained(lang, pattern)));
    }
    let superiority = level_equity::superiority_or_why_not(lang, &subject);
    blocks.push(Block::paragraph(Role::Body, superiority));
    if let Some(Some(level)) = assessment.level_equity.city_disappears_at.value() {
        let text = level_equity::city_disappears(lang, &subject, level);
        blocks.push(Block::paragraph(Role::Body, text));
    }
    if let Some(Some(ceiling)) = assessment.level_equity.ceiling.value() {
        let text = level_equity::ceiling(lang, &subject, ceiling.level, ceiling.possible);
        blocks.push(Block::paragraph(Role::Body, text));
    }
    blocks
}

fn areas(source: &Source, lang: Lang) -> Vec<Block> {
    let assessment = source.assessment;
    if assessment.areas.is_empty() {
        return Vec::new();
    }
    let subject = source.subject();
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let share = percent(lang, assessment.benchmark_share.fraction());
    vec![
        Block::heading(2, crate::text::areas::title(lang)),
        Block::paragraph(Role::Body, area_equity::summary(lang, &subject)),
        Block::Table(Table {
            kind: TableKind::Areas,
            caption: report::annex_areas_caption(lang, yardstick.noun, &share),
            head: head(lang, report::annex_area(lang)),
            groups: vec![TableGroup {
                heading: None,
                rows: assessment.areas.iter().map(|area| row(source, lang, area)).collect(),
            }],
        }),
        Block::paragraph(Role::Body, area_equity::dissimilarity(lang, &subject)),
        Block::paragraph(Role::Note, crate::text::areas::small_areas(lang)),
    ]
}

fn head(lang: Lang, first: &str) -> Vec<Cell> {
    vec![
        Cell::text(first),
        Cell::number(report::annex_counts(lang)),
        Cell::number(report::annex_share(lang)),
        Cell::number(report::annex_short(lang)),
        Cell::number(report::annex_p(lang)),
        Cell::text(report::annex_verdict(lang)),
    ]
}

fn row(source: &Source, lang: Lang, result: &ScopeResult) -> TableRow {
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let none = || report::none(lang).to_owned();
    let subject = source.subject();
    let heading = match result.scope {
        Scope::Level(level) | Scope::Cell { level, .. } => subject.level(level),
        Scope::Area(area) => subject.area(area),
        Scope::WholeOrganisation => report::annex_whole(lang),
    };
    let counts = match (range(lang, result.focus), range(lang, result.base)) {
        (Some(focus), Some(base)) => report::targets_of(lang, &focus, &base),
        _ => none(),
    };
    let exact = result.representation.as_ref();
    // A scope that is too small gets no figure that could be read as a verdict.
    let told = exact.filter(|_| result.verdict().is_some_and(|verdict| verdict.says_something()));
    let share = exact.and_then(|exact| exact.share);
    let short = told.map(|exact| decimal(lang, exact.shortfall_persons, Digits::Fixed(1)));
    TableRow {
        heading: heading.to_owned(),
        cells: vec![
            Cell::number(counts),
            Cell::number(share.map_or_else(none, |s| percent_fixed(lang, s.fraction(), 1))),
            Cell::number(short.unwrap_or_else(none)),
            Cell::number(result.p_adjusted.map_or_else(none, |p| probability(lang, p))),
            Cell::text(verdict::label(lang, &result.conclusion, &yardstick)),
        ],
    }
}
