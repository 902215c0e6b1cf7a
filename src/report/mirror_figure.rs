//! The mirror figure: an assessment's levels against the benchmark's one line.
//!
//! Absent: geometry and looks. Read next: [`crate::chart`], which draws what stands here.

use crate::analysis::{ScopeResult, Verdict};
use crate::benchmark::Benchmark;
use crate::chart::{Axis, Headings, Key, LegendEntry, Range, Reference, Row, Shape, Spec, Tone};
use crate::text::benchmark::{Yardstick, source_line, yardstick};
use crate::text::focus::FocusWords;
use crate::text::{Digits, date};
use crate::text::{
    Lang, Subject, benchmarks, bounds, count, decimal, figure, parts, percent, verdict,
};
use crate::workforce::Date;

/// The levels as a staircase, top first; the whole organisation alone where there are no levels.
///
/// `summary` says in words what the figure shows; it is what a screen reader says of it.
pub fn levels(
    lang: Lang,
    subject: &Subject,
    reporting_date: Option<Date>,
    summary: String,
) -> Spec {
    let assessment = subject.assessment;
    let whole = assessment
        .levels
        .is_empty()
        .then(|| row(lang, subject, parts::level_all(lang), &assessment.whole));
    let rows = assessment.levels.iter().enumerate().rev();
    let rows = rows.map(|(level, result)| row(lang, subject, subject.level(level), result));
    let rows = rows.chain(whole);
    let heading = figure::heading_level(lang);
    spec(lang, subject, reporting_date, summary, rows.collect(), heading)
}

fn spec(
    lang: Lang,
    subject: &Subject,
    reporting_date: Option<Date>,
    summary: String,
    rows: Vec<Row>,
    heading: &str,
) -> Spec {
    let words = yardstick(lang, subject.benchmark);
    let share_of = FocusWords::new(lang, subject.assessment.focus).share_of();
    let share = subject.assessment.benchmark_share.fraction();
    let value_label = percent(lang, share);
    Spec {
        title: figure::levels_title(lang, &share_of),
        lead: figure::lead(lang, words.noun, &value_label),
        summary,
        base: base(lang, subject, reporting_date),
        source: source(lang, subject.benchmark),
        shape: Shape::Staircase,
        axis: Axis::covering(&rows, share, |share| percent(lang, share)),
        reference: Reference { share, name: words.noun.to_owned(), value_label },
        legend: legend(lang, &rows, &words),
        headings: headings(lang, heading, words.noun),
        notes: Vec::new(),
        rows,
    }
}

/// Whom the figure counts, and when.
pub(super) fn base(lang: Lang, subject: &Subject, reporting_date: Option<Date>) -> String {
    let base = bounds(lang, subject.assessment.whole.base);
    match reporting_date {
        Some(day) => figure::overall_base(lang, &base, &date(lang, day)),
        None => figure::overall_base_undated(lang, &base),
    }
}

/// Where the figures of both sides come from.
pub(super) fn source(lang: Lang, benchmark: &Benchmark) -> String {
    [source_line(lang, benchmark), benchmarks::own_figures(lang).to_owned()].join(" ")
}

/// The headings of the figure's table; `row` stands over the names.
pub(super) fn headings(lang: Lang, row: &str, noun: &str) -> Headings {
    Headings {
        row: row.to_owned(),
        base: figure::heading_base(lang).to_owned(),
        share: figure::heading_share(lang).to_owned(),
        interval: figure::heading_interval(lang).to_owned(),
        verdict: figure::heading_verdict(lang, noun),
    }
}

/// One scope as a row of a figure.
pub(super) fn row(lang: Lang, subject: &Subject, label: &str, result: &ScopeResult) -> Row {
    let words = yardstick(lang, subject.benchmark);
    let exact = result.representation.as_ref();
    let share = exact.and_then(|exact| exact.share).map(|share| share.fraction());
    // Numbers that are too few to tell show what they are, but no interval invites a verdict.
    let tells = result.conclusion.value().is_some_and(Verdict::says_something);
    let interval = exact.and_then(|exact| exact.interval).filter(|_| tells);
    let range = match (share, &result.ranges) {
        (None, Some(ranges)) => ranges.share,
        _ => None,
    };
    let value_label = match (share, range) {
        (Some(share), _) => percent(lang, share),
        (None, Some(range)) => range_label(lang, range.low, range.high),
        (None, None) => String::new(),
    };
    Row {
        label: label.to_owned(),
        sublabel: match result.base.high {
            None => String::new(),
            Some(_) => figure::base(lang, &bounds(lang, result.focus), &bounds(lang, result.base)),
        },
        share,
        interval: interval.map(|interval| Range { low: interval.low, high: interval.high }),
        range: range.map(|range| Range { low: range.low, high: range.high }),
        value_label,
        interval_label: interval
            .map(|interval| range_label(lang, interval.low, interval.high))
            .unwrap_or_default(),
        note: note(lang, result, &words),
        tone: tone(result),
    }
}

/// The verdict in a few words, with whole persons where persons are short or over.
fn note(lang: Lang, result: &ScopeResult, words: &Yardstick) -> String {
    let exact = result.representation.as_ref();
    let needed = exact.and_then(|exact| exact.needed_by_replacement);
    let over = exact.map(|exact| (-exact.shortfall_persons).floor()).filter(|over| *over >= 1.0);
    let over = over.map(|over| decimal(lang, over, Digits::Fixed(0)));
    match (result.conclusion.value(), needed, over) {
        (Some(Verdict::Below), Some(needed), _) => figure::below(lang, &count(lang, needed)),
        (Some(Verdict::MaybeBelow), Some(needed), _) => {
            figure::maybe_below(lang, &count(lang, needed))
        }
        (Some(Verdict::Above), _, Some(over)) => figure::above(lang, &over, words.noun),
        (Some(Verdict::MaybeAbove), _, Some(over)) => figure::maybe_above(lang, &over, words.noun),
        _ => verdict::label(lang, &result.conclusion, words),
    }
}

fn tone(result: &ScopeResult) -> Tone {
    tone_of(result.conclusion.value())
}

/// The drawn form of a verdict, where there is one.
pub(super) fn tone_of(verdict: Option<Verdict>) -> Tone {
    match verdict {
        Some(Verdict::Below) => Tone::Below,
        Some(Verdict::MaybeBelow) => Tone::MaybeBelow,
        Some(Verdict::InLine) => Tone::InLine,
        Some(Verdict::MaybeAbove) => Tone::MaybeAbove,
        Some(Verdict::Above) => Tone::Above,
        Some(Verdict::NoData | Verdict::TooFew) | None => Tone::Untold,
    }
}

pub(super) fn legend(lang: Lang, rows: &[Row], words: &Yardstick) -> Vec<LegendEntry> {
    let tone_label = |tone: Tone| match tone {
        Tone::Below => verdict::verdict_label(lang, Verdict::Below, words),
        Tone::MaybeBelow => verdict::verdict_label(lang, Verdict::MaybeBelow, words),
        Tone::InLine => verdict::verdict_label(lang, Verdict::InLine, words),
        Tone::MaybeAbove => verdict::verdict_label(lang, Verdict::MaybeAbove, words),
        Tone::Above => verdict::verdict_label(lang, Verdict::Above, words),
        Tone::Untold => figure::legend_untold(lang).to_owned(),
    };
    let used = Tone::ALL.into_iter().filter(|tone| rows.iter().any(|row| row.tone == *tone));
    let tones = used.map(|tone| LegendEntry { key: Key::Tone(tone), label: tone_label(tone) });
    let interval = rows.iter().any(|row| row.interval.is_some()).then(|| LegendEntry {
        key: Key::Interval,
        label: figure::legend_interval(lang).to_owned(),
    });
    let range = rows
        .iter()
        .any(|row| row.range.is_some())
        .then(|| LegendEntry { key: Key::Range, label: figure::legend_range(lang).to_owned() });
    tones.chain(interval).chain(range).collect()
}

fn range_label(lang: Lang, low: f64, high: f64) -> String {
    figure::share_range(lang, &percent(lang, low), &percent(lang, high))
}
