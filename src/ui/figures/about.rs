//! Who is counted, where the figures come from, and what they are compared with.

use crate::benchmark;
use crate::session::{About as Change, Event, Place};
use crate::text::benchmark as words;
use crate::text::{self, Lang, figures, problem_text};
use crate::ui::app::use_app;
use crate::ui::parts::choice::Choice;
use crate::ui::parts::field::TextField;
use crate::workforce::{DataQuality, Focus, OutsourcedWork, Sector};
use leptos::prelude::*;

fn quality_words(quality: DataQuality) -> fn(Lang) -> &'static str {
    match quality {
        DataQuality::OfficialTable => figures::about_official,
        DataQuality::IndependentSurvey => figures::about_survey,
        DataQuality::Estimate => figures::about_estimate,
    }
}

fn outsourced_words(answer: OutsourcedWork) -> fn(Lang) -> &'static str {
    match answer {
        OutsourcedWork::NotAnswered => figures::about_outsourced_not_answered,
        OutsourcedWork::None => figures::about_outsourced_none,
        OutsourcedWork::Included => figures::about_outsourced_included,
        OutsourcedWork::LeftOut => figures::about_outsourced_left_out,
    }
}

fn sector_words(sector: Sector) -> fn(Lang) -> &'static str {
    match sector {
        Sector::Private => figures::about_private,
        Sector::Public => figures::about_public,
    }
}

/// The questions about the figures.
#[component]
pub fn About() -> impl IntoView {
    let state = use_app();
    let tell = move |change: Change| state.apply(Event::About(change));
    let organisation =
        Signal::derive(move || state.session.with(|s| s.draft().organisation.clone()));
    let date = Signal::derive(move || state.session.with(|s| s.draft().reporting_date.clone()));
    let rule = Signal::derive(move || state.session.with(|s| s.draft().counting_rule.clone()));
    let sector = Memo::new(move |_| state.session.with(|s| s.draft().sector));
    let quality = Memo::new(move |_| state.session.with(|s| s.draft().data_quality));
    let outsourced = Memo::new(move |_| state.session.with(|s| s.draft().outsourced_work));
    let date_error = Signal::derive(move || {
        let checked = state.checked.get();
        let found = checked.problems.iter().find(|problem| problem.place == Place::ReportingDate);
        found.map(|problem| problem_text(state.lang.get(), problem))
    });
    view! {
        <section class="about" aria-labelledby="about-heading">
            <h2 id="about-heading">{state.t(figures::about_heading)}</h2>
            <p>{state.t(figures::about_intro)}</p>
            <div class="about-fields">
                <Choice
                    name="quality"
                    legend=figures::about_quality
                    hint=figures::about_quality_hint
                    options=DataQuality::ALL.map(|q| (q, quality_words(q))).to_vec()
                    value=quality
                    on_choose=move |quality| tell(Change::DataQuality(quality))
                />
                <Choice
                    name="outsourced"
                    legend=figures::about_outsourced
                    hint=figures::about_outsourced_hint
                    options=OutsourcedWork::ALL.map(|o| (o, outsourced_words(o))).to_vec()
                    value=outsourced
                    on_choose=move |answer| tell(Change::OutsourcedWork(answer))
                />
                <div>
                    <TextField
                        id="reporting-date"
                        label=figures::about_date
                        hint=figures::about_date_hint
                        kind="date"
                        value=date
                        error=date_error
                        on_input=move |text| tell(Change::ReportingDate(text))
                    />
                    <BenchmarkChoice/>
                    <Choice
                        name="sector"
                        legend=figures::about_sector
                        options=[Sector::Private, Sector::Public].map(|s| (s, sector_words(s))).to_vec()
                        value=sector
                        on_choose=move |sector| tell(Change::Sector(sector))
                    />
                </div>
                <div>
                    <TextField
                        id="organisation"
                        label=figures::about_organisation
                        hint=figures::about_organisation_hint
                        value=organisation
                        on_input=move |text| tell(Change::Organisation(text))
                    />
                    <TextField
                        id="counting-rule"
                        label=figures::about_rule
                        hint=figures::about_rule_hint
                        value=rule
                        on_input=move |text| tell(Change::CountingRule(text))
                    />
                </div>
            </div>
            <details class="more">
                <summary>{state.t(figures::about_route_heading)}</summary>
                <p>{state.t(figures::about_route_table)}</p>
                <p>{state.t(figures::about_route_survey)}</p>
                <p>{state.t(figures::about_route_estimate)}</p>
                <p>{state.t(figures::about_route_law)}</p>
            </details>
        </section>
    }
}

/// The user's own benchmark and every built-in one that knows the focus group, with its share.
#[component]
fn BenchmarkChoice() -> impl IntoView {
    let state = use_app();
    let chosen = Memo::new(move |_| state.checked.get().benchmark.id().to_owned());
    let own = Memo::new(move |_| state.session.with(|s| s.draft().own_benchmark.clone()));
    let options = move || {
        let lang = state.lang.get();
        let own = own.get().map(|own| *own);
        own.into_iter()
            .chain(benchmark::all())
            .filter_map(|pack| {
                let share = text::percent_fixed(lang, pack.share(Focus::default())?.fraction(), 2);
                let label = [words::name(lang, &pack), share].join(": ");
                let id = pack.id().to_owned();
                let value = id.clone();
                Some(view! {
                    <option value=value selected=move || chosen.get() == id>{label}</option>
                })
            })
            .collect_view()
    };
    view! {
        <div class="field">
            <label for="benchmark">{state.t(figures::about_benchmark)}</label>
            <p class="hint" id="benchmark-hint">{state.t(figures::about_benchmark_hint)}</p>
            <select
                id="benchmark"
                aria-describedby="benchmark-hint"
                on:change=move |event| {
                    state.apply(Event::About(Change::Benchmark(event_target_value(&event))));
                }
            >
                {options}
            </select>
        </div>
    }
}
