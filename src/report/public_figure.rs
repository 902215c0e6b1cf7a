//! The mirror figure of the public edition: hidden levels stand in it without a bar.
//!
//! Absent: geometry; see [`crate::chart`]. The internal figure is [`super::mirror_figure`].

use super::mirror_figure::{self, headings, legend, tone_of};
use super::public::Public;
use super::public_tables::{share_text, verdict_text};
use crate::analysis::{ScopeResult, Verdict};
use crate::chart::{Axis, Range, Reference, Row, Shape, Spec, Tone};
use crate::text::benchmark::yardstick;
use crate::text::focus::FocusWords;
use crate::text::{Lang, count, date, disclosure as texts, figure, parts, percent};
use crate::workforce::{Scope, Share};

/// The levels as a staircase, top first; the whole organisation alone where there are no levels.
pub(super) fn levels(public: &Public, lang: Lang) -> Spec {
    let source = &public.source;
    let assessment = source.assessment;
    let subject = source.subject();
    let whole = assessment.levels.is_empty().then_some((parts::level_all(lang), &assessment.whole));
    let levels = assessment.levels.iter().enumerate().rev();
    let rows: Vec<Row> = levels
        .map(|(level, result)| (subject.level(level), result))
        .chain(whole)
        .map(|(label, result)| row(public, lang, label, result))
        .collect();
    let words = yardstick(lang, source.benchmark);
    let share_of = FocusWords::new(lang, assessment.focus).share_of();
    let share = assessment.benchmark_share.fraction();
    let value_label = percent(lang, share);
    // A pattern is explained where a bar has it.
    let bars: Vec<Row> = rows.iter().filter(|row| row.share.is_some()).cloned().collect();
    let people = public.disclosed.people(Scope::WholeOrganisation);
    Spec {
        title: figure::levels_title(lang, &share_of),
        lead: figure::lead(lang, words.noun, &value_label),
        summary: summary(public, lang),
        base: people.map_or_else(String::new, |people| base(public, lang, people)),
        source: mirror_figure::source(lang, source.benchmark),
        shape: Shape::Staircase,
        axis: Axis::covering(&rows, share, |share| percent(lang, share)),
        reference: Reference { share, name: words.noun.to_owned(), value_label },
        legend: legend(lang, &bars, &words),
        headings: headings(lang, figure::heading_level(lang), words.noun),
        notes: match public.hides_something() {
            true => vec![texts::mark(lang).to_owned()],
            false => Vec::new(),
        },
        rows,
    }
}

fn base(public: &Public, lang: Lang, people: u64) -> String {
    let people = count(lang, people);
    match public.source.workforce.reporting_date {
        Some(day) => figure::overall_base(lang, &people, &date(lang, day)),
        None => figure::overall_base_undated(lang, &people),
    }
}

/// The whole organisation's share beside the benchmark's, in one sentence.
pub(super) fn summary(public: &Public, lang: Lang) -> String {
    let assessment = public.source.assessment;
    let words = yardstick(lang, public.source.benchmark);
    let share_of = FocusWords::new(lang, assessment.focus).share_of();
    let benchmark = percent(lang, assessment.benchmark_share.fraction());
    let counts = public.disclosed.counts(Scope::WholeOrganisation);
    match counts.and_then(|(focus, people)| Some((focus, people, Share::of(focus, people)?))) {
        Some((focus, people, share)) => texts::summary(
            lang,
            &share_text(lang, share.fraction(), people),
            &share_of,
            &count(lang, focus),
            &count(lang, people),
            words.noun,
            &benchmark,
        ),
        None => texts::summary_hidden(lang, &share_of, words.noun, &benchmark),
    }
}

fn row(public: &Public, lang: Lang, label: &str, result: &ScopeResult) -> Row {
    let told = public.verdict(result.scope);
    let note = verdict_text(public, lang, result.scope);
    let Some((focus, people)) = public.disclosed.counts(result.scope) else {
        let people = public.disclosed.people(result.scope);
        let base = people.map(|people| texts::people_only(lang, &count(lang, people)));
        return Row {
            label: label.to_owned(),
            sublabel: base.unwrap_or_default(),
            value_label: texts::hidden_few(lang).to_owned(),
            note,
            tone: Tone::Untold,
            ..Row::default()
        };
    };
    let share = Share::of(focus, people).map(Share::fraction);
    let exact = result.representation.as_ref();
    let interval = exact
        .and_then(|exact| exact.interval)
        .filter(|_| told.is_some_and(Verdict::says_something));
    let text = |share: f64| share_text(lang, share, people);
    Row {
        label: label.to_owned(),
        sublabel: figure::base(lang, &count(lang, focus), &count(lang, people)),
        share,
        interval: interval.map(|interval| Range { low: interval.low, high: interval.high }),
        range: None,
        value_label: share.map(text).unwrap_or_default(),
        interval_label: interval
            .map(|interval| figure::share_range(lang, &text(interval.low), &text(interval.high)))
            .unwrap_or_default(),
        note,
        tone: tone_of(told),
    }
}
