//! Every level with its numbers and verdict, as a table.

use super::with_subject;
use crate::analysis::{ScopeResult, Verdict};
use crate::text::benchmark::yardstick;
use crate::text::{self, Digits, Lang, Subject, figure, mirror, parts, verdict};
use crate::ui::app::use_app;
use crate::ui::parts::verdict_chip::VerdictChip;
use leptos::prelude::*;

/// One row of a verdict table, ready to show.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictRow {
    name: String,
    count: String,
    share: String,
    interval: String,
    ratio: String,
    shortfall: String,
    p: String,
    label: String,
    explanation: String,
    verdict: Option<Verdict>,
}

impl VerdictRow {
    /// A scope's result in words and numbers. Where the numbers are too few to tell, nothing
    /// is shown that reads like a verdict.
    pub fn of(lang: Lang, subject: &Subject, name: &str, result: &ScopeResult) -> VerdictRow {
        let words = yardstick(lang, subject.benchmark);
        let tells = result.verdict().is_some_and(Verdict::says_something);
        let exact = result.representation.as_ref();
        let counts = result.focus.exact().zip(result.base.exact());
        let count = counts.map(|(focus, base)| {
            figure::base(lang, &text::count(lang, focus), &text::count(lang, base))
        });
        let range = |low: f64, high: f64| {
            let percent = |share| text::percent_fixed(lang, share, 1);
            figure::share_range(lang, &percent(low), &percent(high))
        };
        let hidden_share = result.ranges.as_ref().and_then(|ranges| ranges.share);
        let share = match exact.and_then(|exact| exact.share) {
            Some(share) => text::percent_fixed(lang, share.fraction(), 1),
            None => hidden_share.map(|share| range(share.low, share.high)).unwrap_or_default(),
        };
        let told = exact.filter(|_| tells);
        VerdictRow {
            name: name.to_owned(),
            count: count.unwrap_or_default(),
            share,
            interval: told
                .and_then(|exact| exact.interval)
                .map(|interval| range(interval.low, interval.high))
                .unwrap_or_default(),
            ratio: told
                .and_then(|exact| exact.ratio)
                .map(|ratio| verdict::ratio(lang, ratio))
                .unwrap_or_default(),
            shortfall: told
                .map(|exact| text::decimal(lang, exact.shortfall_persons, Digits::Fixed(1)))
                .unwrap_or_default(),
            p: told
                .and(result.p_adjusted)
                .map(|p| text::probability(lang, p))
                .unwrap_or_default(),
            label: verdict::label(lang, &result.conclusion, &words),
            explanation: verdict::explanation(
                lang,
                &result.conclusion,
                &subject.assessment.method,
                &words,
            ),
            verdict: result.verdict(),
        }
    }
}

/// A table of verdicts with a caption and a heading over its row names.
pub fn verdict_table(
    lang: Lang,
    caption: String,
    heading: &'static str,
    rows: Vec<VerdictRow>,
) -> impl IntoView {
    let number = |text: &'static str| view! { <th scope="col" class="number">{text}</th> };
    let row = |row: VerdictRow| {
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td class="number">{row.count}</td>
                <td class="number">{row.share}</td>
                <td class="number">{row.interval}</td>
                <td class="number">{row.ratio}</td>
                <td class="number">{row.shortfall}</td>
                <td class="number">{row.p}</td>
                <td>
                    <VerdictChip verdict=row.verdict label=row.label/>
                    <span class="visually-hidden">{row.explanation}</span>
                </td>
            </tr>
        }
    };
    let label = caption.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="verdict-table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{heading}</th>
                        {number(mirror::column_count(lang))}
                        {number(mirror::column_share(lang))}
                        {number(mirror::column_interval(lang))}
                        {number(mirror::column_ratio(lang))}
                        {number(mirror::column_shortfall(lang))}
                        {number(mirror::column_p(lang))}
                        <th scope="col">{mirror::column_verdict(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn rows(lang: Lang, subject: &Subject) -> Vec<VerdictRow> {
    let assessment = subject.assessment;
    let levels = assessment.levels.iter().enumerate().rev();
    levels
        .map(|(level, result)| VerdictRow::of(lang, subject, subject.level(level), result))
        .chain([VerdictRow::of(lang, subject, parts::level_all(lang), &assessment.whole)])
        .collect()
}

/// The section with every level's verdict.
#[component]
pub fn Levels() -> impl IntoView {
    let state = use_app();
    let content = Memo::new(move |_| {
        with_subject(state, |lang, subject| {
            let share = text::percent(lang, subject.assessment.benchmark_share.fraction());
            let words = yardstick(lang, subject.benchmark);
            (mirror::verdicts_caption(lang, words.noun, &share), rows(lang, subject))
        })
    });
    view! {
        <section aria-labelledby="levels-heading">
            <h2 id="levels-heading">{state.t(mirror::verdicts_heading)}</h2>
            {move || content.get().map(|(caption, rows)| {
                let lang = state.lang.get();
                verdict_table(lang, caption, mirror::column_level(lang), rows)
            })}
            <p class="hint">{state.t(mirror::adjusted)}" "{state.t(mirror::interval_hint)}</p>
        </section>
    }
}
