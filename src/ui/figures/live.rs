//! The mirror while typing: one sentence and a small table of verdicts.

use crate::analysis::{ScopeResult, Verdict};
use crate::text::benchmark::yardstick;
use crate::text::{self, Digits, Lang, Subject, figures, finding, verdict};
use crate::ui::app::use_app;
use crate::ui::parts::verdict_chip::VerdictChip;
use crate::workforce::Scope;
use leptos::prelude::*;

/// A row of the live table, ready to show.
#[derive(Clone, Debug, PartialEq)]
struct LiveRow {
    name: String,
    is_whole: bool,
    base: String,
    share: String,
    missing: String,
    label: String,
    verdict: Option<Verdict>,
}

fn live_row(lang: Lang, subject: &Subject, name: String, result: &ScopeResult) -> LiveRow {
    let exact = result.representation.as_ref();
    let counts = result.focus.exact().zip(result.base.exact());
    let base = counts.map(|(focus, base)| {
        figures::live_of(lang, &text::count(lang, focus), &text::count(lang, base))
    });
    let share = exact.and_then(|exact| exact.share);
    let low = result.verdict().is_some_and(Verdict::is_low);
    let missing = exact.filter(|_| low).map(|exact| {
        text::decimal(lang, exact.shortfall_persons, Digits::Fixed(1))
    });
    LiveRow {
        name,
        is_whole: result.scope == Scope::WholeOrganisation,
        base: base.unwrap_or_default(),
        share: share.map(|s| text::percent_fixed(lang, s.fraction(), 1)).unwrap_or_default(),
        missing: missing.unwrap_or_default(),
        label: verdict::label(lang, &result.conclusion, &yardstick(lang, subject.benchmark)),
        verdict: result.verdict(),
    }
}

/// The live panel beside the grid.
#[component]
pub fn Live() -> impl IntoView {
    let state = use_app();
    let with_subject = move |read: &dyn Fn(Lang, &Subject) -> Vec<LiveRow>| {
        let (checked, outcome) = (state.checked.get(), state.outcome.get());
        let Ok(assessment) = outcome.as_ref() else { return Vec::new() };
        let (table, benchmark) = (&checked.workforce.table, &checked.benchmark);
        read(state.lang.get(), &Subject { assessment, table, benchmark })
    };
    let rows = Memo::new(move |_| {
        with_subject(&|lang, subject| {
            let assessment = subject.assessment;
            let levels = assessment.levels.iter().enumerate().rev();
            let levels =
                levels.map(|(index, result)| live_row(lang, subject, subject.level(index).to_owned(), result));
            let whole = figures::live_whole(lang).to_owned();
            levels.chain([live_row(lang, subject, whole, &assessment.whole)]).collect()
        })
    });
    let sentence = Memo::new(move |_| {
        let (checked, outcome) = (state.checked.get(), state.outcome.get());
        let assessment = outcome.as_ref().as_ref().ok()?;
        let (table, benchmark) = (&checked.workforce.table, &checked.benchmark);
        Some(finding::headline(state.lang.get(), &Subject { assessment, table, benchmark }))
    });
    let city = move || {
        let (lang, checked) = (state.lang.get(), state.checked.get());
        let words = yardstick(lang, &checked.benchmark);
        let share = state.outcome.get().as_ref().as_ref().ok().map(|a| a.benchmark_share.fraction());
        let share = share.map(|share| text::percent(lang, share)).unwrap_or_default();
        [figures::live_city_row(lang, words.theirs_first), ": ".to_owned(), share].concat()
    };
    let yardstick_noun = move || {
        let lang = state.lang.get();
        figures::live_verdict(lang, yardstick(lang, &state.checked.get().benchmark).noun)
    };
    let has_figures = Memo::new(move |_| !state.has_no_figures());
    view! {
        <section class="live" aria-labelledby="live-heading">
            <h2 id="live-heading">{state.t(figures::live_heading)}</h2>
            <Show
                when=move || has_figures.get()
                fallback=move || view! { <p class="hint">{state.t(figures::live_waiting)}</p> }
            >
                <p class="live-sentence" role="status" data-headline>{move || sentence.get()}</p>
                <div class="table-scroll">
                <table class="live-table">
                    <thead>
                        <tr>
                            <th scope="col">{state.t(figures::live_level)}</th>
                            <th scope="col" class="number">{state.t(figures::live_share)}</th>
                            <th scope="col" class="number">{state.t(figures::live_missing)}</th>
                            <th scope="col">{yardstick_noun}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || rows.get().into_iter().map(|row| view! {
                            <tr class:whole=row.is_whole>
                                <th scope="row">{row.name}<span class="base">{row.base}</span></th>
                                <td class="number">{row.share}</td>
                                <td class="number">{row.missing}</td>
                                <td><VerdictChip verdict=row.verdict label=row.label/></td>
                            </tr>
                        }).collect_view()}
                    </tbody>
                </table>
                </div>
                <p class="city-line">{city}</p>
            </Show>
        </section>
    }
}
