//! The mirror while typing: one sentence, a small table of verdicts, and the figure.

use crate::analysis::{ScopeResult, Verdict};
use crate::markup::Markup;
use crate::text::benchmark::yardstick;
use crate::text::{self, Digits, Lang, Subject, figures, finding, verdict};
use crate::ui::app::use_app;
use crate::ui::later::{Later, Part};
use crate::ui::parts::verdict_chip::verdict_class;
use leptos::prelude::*;

/// The live panel beside the grid.
#[component]
pub fn Live() -> impl IntoView {
    let state = use_app();
    let has_figures = Signal::derive(move || !state.has_no_figures());
    let has_none = Signal::derive(move || state.has_no_figures());
    let words = move |read: fn(Lang, &Subject) -> String| {
        Memo::new(move |_| state.with_subject(read).unwrap_or_default())
    };
    // Drawn only while it is looked at: it would cost each keystroke more than the table does.
    let is_open = RwSignal::new(false);
    view! {
        <section class="live" aria-labelledby="live-heading">
            <h2 id="live-heading">{state.t(figures::live_heading)}</h2>
            <p class="hint" hidden=has_figures>{state.t(figures::live_waiting)}</p>
            <div hidden=has_none>
                <p class="live-sentence" role="status" data-headline>{words(finding::headline)}</p>
                <div class="table-scroll" inner_html=words(table)></div>
                <details class="more" on:toggle=move |_| is_open.update(|open| *open = !*open)>
                    <summary>{state.t(figures::live_figure)}</summary>
                    <Show when=move || is_open.get()><Later part=Part::Picture/></Show>
                </details>
            </div>
        </section>
    }
}

fn table(lang: Lang, subject: &Subject) -> String {
    let words = yardstick(lang, subject.benchmark);
    let assessment = subject.assessment;
    let mut html = Markup::default();
    html.start("table", "live-table").start("thead", "").start("tr", "");
    let headings = [figures::live_share(lang), figures::live_missing(lang)];
    heading(&mut html, "", figures::live_level(lang));
    for words in headings {
        heading(&mut html, "number", words);
    }
    heading(&mut html, "", &figures::live_verdict(lang, words.noun));
    html.close("tr").close("thead").start("tbody", "");
    for (level, result) in assessment.levels.iter().enumerate().rev() {
        row(&mut html, lang, subject, subject.level(level), result, "");
    }
    let whole = figures::live_whole(lang);
    row(&mut html, lang, subject, whole, &assessment.whole, "whole");
    html.close("tbody").close("table");
    let share = text::percent(lang, assessment.benchmark_share.fraction());
    let city = figures::live_city_row(lang, words.theirs_first);
    html.element("p", "city-line", &[&city, ": ", &share].concat());
    html.finish()
}

fn heading(html: &mut Markup, class: &str, words: &str) {
    html.tag("th").attribute("scope", "col").attribute("class", class).open();
    html.words(words).close("th");
}

fn row(
    html: &mut Markup,
    lang: Lang,
    subject: &Subject,
    name: &str,
    result: &ScopeResult,
    class: &str,
) {
    let exact = result.representation.as_ref();
    let counts = result.focus.exact().zip(result.base.exact());
    let base = counts.map(|(focus, base)| {
        figures::live_of(lang, &text::count(lang, focus), &text::count(lang, base))
    });
    let share = exact.and_then(|exact| exact.share);
    let share = share.map(|share| text::percent_fixed(lang, share.fraction(), 1));
    let low = result.verdict().is_some_and(Verdict::is_low);
    let missing = exact.filter(|_| low).map(|exact| exact.shortfall_persons);
    let missing = missing.map(|persons| text::decimal(lang, persons, Digits::Fixed(1)));
    html.start("tr", class).tag("th").attribute("scope", "row").open().words(name);
    html.element("span", "base", &base.unwrap_or_default()).close("th");
    html.element("td", "number", &share.unwrap_or_default());
    html.element("td", "number", &missing.unwrap_or_default());
    let label = verdict::label(lang, &result.conclusion, &yardstick(lang, subject.benchmark));
    html.start("td", "").tag("span").attribute("class", verdict_class(result.verdict()));
    html.attribute("data-verdict", "").open().words(&label).close("span");
    html.close("td").close("tr");
}
