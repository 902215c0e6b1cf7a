//! The three benchmarks side by side, on request: the population, the labour market, and for each
//! level the one below it; with what each can and cannot show.
//!
//! Worked out only while it is looked at. Absent: the choice of the benchmark that everything
//! else is about, which is made where the figures are entered.

use crate::analysis::{Assessment, Conclusion, Range, ScopeResult, Step, Verdict, assess};
use crate::benchmark::{Benchmark, Kind, default_benchmark, labour_market};
use crate::markup::Markup;
use crate::session::Checked;
use crate::text::benchmark::{source_line, yardstick};
use crate::text::{self, Lang, Subject, benchmarks, beside as texts, mirror, parts, verdict};
use crate::ui::app::{App, use_app};
use crate::ui::parts::verdict_chip::verdict_class;
use leptos::prelude::*;

/// The section, folded.
#[component]
pub fn Beside() -> impl IntoView {
    let state = use_app();
    let is_open = RwSignal::new(false);
    let written = Memo::new(move |_| match is_open.get() {
        true => written(state),
        false => String::new(),
    });
    view! {
        <section class="beside">
            <h2>{state.t(texts::heading)}</h2>
            <p>{state.t(texts::intro)}</p>
            <details class="more" on:toggle=move |_| is_open.update(|open| *open = !*open)>
                <summary>{state.t(texts::open)}</summary>
                <div inner_html=written></div>
            </details>
        </section>
    }
}

/// One benchmark from outside, with what comes of it.
struct Outside {
    benchmark: Benchmark,
    assessment: Assessment,
}

impl Outside {
    fn of(benchmark: Option<Benchmark>, checked: &Checked, subject: &Subject) -> Option<Outside> {
        let benchmark = benchmark?;
        let Assessment { focus, method, .. } = subject.assessment;
        let assessment = assess(&checked.workforce, &benchmark, *focus, method).ok()?;
        Some(Outside { benchmark, assessment })
    }
}

fn written(state: App) -> String {
    let checked = state.checked.get();
    let html = state.with_subject(|lang, subject| {
        let chosen = |kind| (subject.benchmark.kind() == kind).then(|| subject.benchmark.clone());
        let population = chosen(Kind::Population).or_else(|| Some(default_benchmark()));
        let focus = subject.assessment.focus;
        let labour = chosen(Kind::LabourMarket).or_else(|| labour_market(focus));
        let outside =
            [population, labour].map(|benchmark| Outside::of(benchmark, &checked, subject));
        let mut html = Markup::default();
        table(&mut html, lang, subject, &outside);
        explained(&mut html, lang, &outside);
        html.finish()
    });
    html.unwrap_or_default()
}

fn table(html: &mut Markup, lang: Lang, subject: &Subject, outside: &[Option<Outside>; 2]) {
    let caption = texts::caption(lang);
    html.start_scroll_region(caption);
    html.start("table", "verdict-table").element("caption", "", caption);
    html.start("thead", "").start("tr", "");
    let headings = [
        mirror::column_level(lang),
        mirror::column_share(lang),
        texts::column_population(lang),
        texts::column_labour(lang),
        texts::column_feeder(lang),
    ];
    for words in headings {
        html.tag("th").attribute("scope", "col").open().words(words).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    let assessment = subject.assessment;
    for level in (0..assessment.levels.len()).rev() {
        let by = |outside: &Option<Outside>| {
            outside.as_ref().and_then(|outside| outside.assessment.levels.get(level).cloned())
        };
        let results = [by(&outside[0]), by(&outside[1])];
        let step = assessment.level_equity.steps.iter().find(|step| step.level == level);
        let own = assessment.levels.get(level);
        row(html, lang, subject.level(level), own, (outside, &results), step);
    }
    let by = |outside: &Option<Outside>| {
        outside.as_ref().map(|outside| outside.assessment.whole.clone())
    };
    let results = [by(&outside[0]), by(&outside[1])];
    let all = parts::level_all(lang);
    row(html, lang, all, Some(&assessment.whole), (outside, &results), None);
    html.close("tbody").close("table").close("div");
}

fn row(
    html: &mut Markup,
    lang: Lang,
    name: &str,
    own: Option<&ScopeResult>,
    (outside, results): (&[Option<Outside>; 2], &[Option<ScopeResult>; 2]),
    step: Option<&Step>,
) {
    html.start("tr", "").tag("th").attribute("scope", "row").open().words(name).close("th");
    let share = own.and_then(|own| own.representation?.share);
    let share = share.map(|share| text::percent_fixed(lang, share.fraction(), 1));
    html.element("td", "number", &share.unwrap_or_default());
    for (outside, result) in outside.iter().zip(results) {
        html.start("td", "");
        if let (Some(outside), Some(result)) = (outside, result) {
            let words = yardstick(lang, &outside.benchmark);
            let label = verdict::label(lang, &result.conclusion, &words);
            let ratio = result.representation.and_then(|exact| exact.ratio);
            compared(html, lang, &result.conclusion, ratio, &label);
        }
        html.close("td");
    }
    html.start("td", "");
    if let Some(step) = step {
        let label = verdict::step_label(lang, &step.conclusion);
        compared(html, lang, &step.conclusion, step.ratio.and_then(Range::value), label);
    }
    html.close("td").close("tr");
}

/// The verdict and, where the numbers can tell, the ratio it rests on.
fn compared(
    html: &mut Markup,
    lang: Lang,
    conclusion: &Conclusion,
    ratio: Option<f64>,
    label: &str,
) {
    let verdict = conclusion.value();
    html.tag("span").attribute("class", verdict_class(verdict));
    html.attribute("data-verdict", "").open().words(label).close("span");
    if let Some(ratio) = ratio.filter(|_| verdict.is_some_and(Verdict::says_something)) {
        html.words(" ").element("span", "base", &verdict::ratio(lang, ratio));
    }
}

/// Name, date and source of each, and what it can and cannot show.
fn explained(html: &mut Markup, lang: Lang, outside: &[Option<Outside>; 2]) {
    let [population, labour] = outside;
    let source = |outside: &Option<Outside>| {
        outside.as_ref().map(|outside| source_line(lang, &outside.benchmark))
    };
    let share = |outside: &Option<Outside>| {
        let share = outside.as_ref()?.assessment.benchmark_share;
        Some(text::percent(lang, share.fraction()))
    };
    let none = || texts::no_labour(lang).to_owned();
    let own = Some(benchmarks::own_figures(lang).to_owned());
    html.start("div", "cards");
    for (name, share, source, can, cannot) in [
        (
            texts::column_population(lang),
            share(population),
            source(population),
            texts::population_can(lang),
            texts::population_cannot(lang),
        ),
        (
            texts::column_labour(lang),
            share(labour),
            Some(source(labour).unwrap_or_else(none)),
            texts::labour_can(lang),
            texts::labour_cannot(lang),
        ),
        (
            texts::column_feeder(lang),
            None,
            own,
            texts::feeder_can(lang),
            texts::feeder_cannot(lang),
        ),
    ] {
        html.start("div", "card");
        let title = match share {
            Some(share) => texts::card_title(lang, name, &share),
            None => name.to_owned(),
        };
        html.element("h3", "", &title).element("p", "", can).element("p", "", cannot);
        html.element("p", "source", &source.unwrap_or_default()).close("div");
    }
    html.close("div");
}
