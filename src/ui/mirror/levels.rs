//! Every level with its numbers and verdict, as a table.

use crate::analysis::{ScopeResult, Verdict};
use crate::markup::Markup;
use crate::text::benchmark::yardstick;
use crate::text::{self, Digits, Lang, Subject, figure, mirror, parts, verdict};
use crate::ui::parts::verdict_chip::verdict_class;

/// One row of a verdict table, ready to show.
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
            p: told.and(result.p_adjusted).map(|p| text::probability(lang, p)).unwrap_or_default(),
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

/// Writes a table of verdicts with a caption and a heading over its row names.
pub fn verdict_table(
    html: &mut Markup,
    lang: Lang,
    caption: &str,
    heading: &str,
    rows: Vec<VerdictRow>,
) {
    html.start_scroll_region(caption);
    html.start("table", "verdict-table").element("caption", "", caption);
    html.start("thead", "").start("tr", "");
    let mut column = |class: &str, words: &str| {
        html.tag("th").attribute("scope", "col").attribute("class", class).open();
        html.words(words).close("th");
    };
    column("", heading);
    for words in [
        mirror::column_count(lang),
        mirror::column_share(lang),
        mirror::column_interval(lang),
        mirror::column_ratio(lang),
        mirror::column_shortfall(lang),
        mirror::column_p(lang),
    ] {
        column("number", words);
    }
    column("", mirror::column_verdict(lang));
    html.close("tr").close("thead").start("tbody", "");
    for row in rows {
        html.start("tr", "").tag("th").attribute("scope", "row").open();
        html.words(&row.name).close("th");
        for number in [row.count, row.share, row.interval, row.ratio, row.shortfall, row.p] {
            html.element("td", "number", &number);
        }
        html.start("td", "").tag("span").attribute("class", verdict_class(row.verdict));
        html.attribute("data-verdict", "").open().words(&row.label).close("span");
        html.element("span", "visually-hidden", &[" ", &row.explanation].concat());
        html.close("td").close("tr");
    }
    html.close("tbody").close("table").close("div");
}

/// Writes the section with every level's verdict and the whole organisation's.
pub fn levels(html: &mut Markup, lang: Lang, subject: &Subject) {
    let assessment = subject.assessment;
    let levels = assessment.levels.iter().enumerate().rev();
    let rows = levels
        .map(|(level, result)| VerdictRow::of(lang, subject, subject.level(level), result))
        .chain([VerdictRow::of(lang, subject, parts::level_all(lang), &assessment.whole)])
        .collect();
    let share = text::percent(lang, assessment.benchmark_share.fraction());
    let caption = mirror::verdicts_caption(lang, yardstick(lang, subject.benchmark).noun, &share);
    html.element("h2", "", mirror::verdicts_heading(lang));
    verdict_table(html, lang, &caption, mirror::column_level(lang), rows);
    let hint = [mirror::adjusted(lang), mirror::interval_hint(lang)].join(" ");
    html.element("p", "hint", &hint);
}
