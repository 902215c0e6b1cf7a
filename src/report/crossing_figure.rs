//! The crossing figure: every level in every area against the benchmark, with whole levels and
//! whole areas beside them.
//!
//! Absent: geometry and looks ([`crate::chart`]) and the public edition, which shows no cells.
//! Read next: [`super::mirror_figure`], whose rows these cells are.

use super::mirror_figure::{base, headings, row, source, tone_of};
use crate::analysis::{ScopeResult, Verdict};
use crate::chart::{Heat, HeatLine, Key, LegendEntry, Reference, Row, Shape, Spec};
use crate::text::benchmark::{Yardstick, yardstick};
use crate::text::focus::FocusWords;
use crate::text::{Lang, Subject, figure, percent, percent_fixed, verdict};
use crate::workforce::{Date, Scope};

/// A share is shown with a decimal from so many people on: of 12 people, 8.3 % would say no more
/// than 8 %.
const PEOPLE_FOR_DECIMALS: u64 = 100;

/// Levels as lines, top first, and areas as columns. The first column is the whole of each level,
/// the last line the whole of each area.
///
/// `summary` says in words what the figure shows; it is what a screen reader says of it.
pub fn cells(lang: Lang, subject: &Subject, reporting_date: Option<Date>, summary: String) -> Spec {
    let words = yardstick(lang, subject.benchmark);
    let share_of = FocusWords::new(lang, subject.assessment.focus).share_of();
    let share = subject.assessment.benchmark_share.fraction();
    let value_label = percent(lang, share);
    let heat = heat(lang, subject);
    Spec {
        title: figure::heat_title(lang, &share_of),
        lead: figure::heat_lead(lang, words.theirs_first, &value_label),
        summary,
        base: base(lang, subject, reporting_date),
        source: source(lang, subject.benchmark),
        reference: Reference { share, name: words.noun.to_owned(), value_label },
        legend: legend(lang, subject, &words),
        headings: headings(lang, figure::heading_level(lang), words.noun),
        notes: vec![figure::heat_adjusted(lang).to_owned()],
        shape: Shape::Heat(heat),
        ..Spec::default()
    }
}

/// The scope of a cell of the figure, counted from its first line and column; `None` outside it.
pub fn scope(subject: &Subject, line: usize, column: usize) -> Option<Scope> {
    let (levels, areas) = (subject.table.levels().len(), subject.table.areas().len());
    if line > levels || column > areas {
        return None;
    }
    let level = (levels - line).checked_sub(1);
    Some(match (level, column.checked_sub(1)) {
        (Some(level), Some(area)) => Scope::Cell { level, area },
        (Some(level), None) => Scope::Level(level),
        (None, Some(area)) => Scope::Area(area),
        (None, None) => Scope::WholeOrganisation,
    })
}

fn heat(lang: Lang, subject: &Subject) -> Heat {
    let areas = subject.table.areas().iter().map(|area| area.name.clone());
    let columns: Vec<String> =
        std::iter::once(figure::heat_all_areas(lang).to_owned()).chain(areas).collect();
    let lines = (0..=subject.table.levels().len()).map(|line| {
        let cells = columns.iter().enumerate().filter_map(|(column, name)| {
            let result = subject.result(scope(subject, line, column)?)?;
            Some(cell(lang, subject, name, result))
        });
        HeatLine { label: line_label(lang, subject, line), cells: cells.collect() }
    });
    let lines = lines.collect();
    Heat { heading: figure::heading_area(lang).to_owned(), columns, first_is_total: true, lines }
}

fn line_label(lang: Lang, subject: &Subject, line: usize) -> String {
    match scope(subject, line, 0) {
        Some(Scope::Level(level)) => subject.level(level).to_owned(),
        _ => figure::heat_all_levels(lang).to_owned(),
    }
}

/// A row of the mirror figure with its verdict's sign before the share.
fn cell(lang: Lang, subject: &Subject, column: &str, result: &ScopeResult) -> Row {
    let words = yardstick(lang, subject.benchmark);
    let row = row(lang, subject, column, result);
    let few = result.base.high.is_some_and(|people| people < PEOPLE_FOR_DECIMALS);
    let shown = |share: f64| percent_fixed(lang, share, if few { 0 } else { 1 });
    let value = match (row.share, row.range) {
        (Some(share), _) => shown(share),
        (None, Some(range)) => figure::share_range(lang, &shown(range.low), &shown(range.high)),
        (None, None) => String::new(),
    };
    let sign = sign(lang, result.verdict());
    let parts = [sign, value.as_str()].into_iter().filter(|part| !part.is_empty());
    Row {
        value_label: parts.collect::<Vec<_>>().join("\u{a0}"),
        note: verdict::label(lang, &result.conclusion, &words),
        ..row
    }
}

/// The sign of a verdict: it stands before the share wherever there is no room for words.
fn sign(lang: Lang, verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => figure::sign_undetermined(lang),
        Some(Verdict::NoData) => figure::sign_no_data(lang),
        Some(Verdict::TooFew) => figure::sign_too_few(lang),
        Some(Verdict::Below) => figure::sign_below(lang),
        Some(Verdict::MaybeBelow) => figure::sign_maybe_below(lang),
        Some(Verdict::InLine) => figure::sign_in_line(lang),
        Some(Verdict::MaybeAbove) => figure::sign_maybe_above(lang),
        Some(Verdict::Above) => figure::sign_above(lang),
    }
}

/// The verdicts that occur, each with its sign.
fn legend(lang: Lang, subject: &Subject, words: &Yardstick) -> Vec<LegendEntry> {
    let assessment = subject.assessment;
    let parts = [&assessment.levels, &assessment.areas, &assessment.cells];
    let results = || parts.into_iter().flatten().chain([&assessment.whole]);
    let order = [
        Some(Verdict::Below),
        Some(Verdict::MaybeBelow),
        Some(Verdict::InLine),
        Some(Verdict::MaybeAbove),
        Some(Verdict::Above),
        Some(Verdict::TooFew),
        Some(Verdict::NoData),
        None,
    ];
    let used = order.into_iter().filter(|one| results().any(|result| result.verdict() == *one));
    used.map(|one| {
        let label = match one {
            Some(found) => verdict::verdict_label(lang, found, words),
            None => figure::legend_untold(lang).to_owned(),
        };
        let tone = tone_of(one);
        let label = [sign(lang, one), label.as_str()].join("\u{a0}");
        LegendEntry { key: Key::Tone(tone), label }
    })
    .collect()
}
