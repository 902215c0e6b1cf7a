//! Every benchmark with its source and status, the origin groups' meaning, the charter's sources.

use crate::benchmark::{self, Benchmark, Source};
use crate::text::benchmark as words;
use crate::text::{self, Lang, sources};
use crate::ui::app::use_app;
use crate::workforce::Focus;
use leptos::prelude::*;

/// The page.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let state = use_app();
    view! {
        <div class="screen page">
            <h1>{state.t(sources::title)}</h1>
            <p class="lead">{state.t(sources::intro)}</p>
            <p>{state.t(sources::reported)}" "{state.t(sources::secondary)}</p>
            <p>{state.t(sources::no_interpolation)}</p>
            <h2 id="benchmarks-heading">{state.t(sources::benchmarks_heading)}</h2>
            {move || benchmark_table(state.lang.get())}
            <h2>{state.t(sources::definitions_heading)}</h2>
            <p>{state.t(sources::definitions_intro)}</p>
            {move || definitions(state.lang.get())}
            <p>{state.t(sources::citizenship)}</p>
            <h2>{state.t(sources::charter_heading)}</h2>
            <p>{state.t(sources::charter)}</p>
            <h2>{state.t(sources::statistics_heading)}</h2>
            <p>{state.t(sources::statistics)}</p>
        </div>
    }
}

fn link(source: &Source, text: String) -> impl IntoView + use<> {
    view! { <a href=source.primary_url.to_string() rel="noreferrer">{text}</a> }
}

fn benchmark_table(lang: Lang) -> impl IntoView {
    let row = |pack: Benchmark| {
        let share = pack.share(Focus::default());
        let share = share.map(|share| text::percent_fixed(lang, share.fraction(), 2));
        let status = pack.groups().iter().rev().find(|group| {
            Focus::default().contains(group.group)
        });
        let source = pack.source();
        view! {
            <tr>
                <th scope="row">{words::name(lang, &pack)}</th>
                <td class="number">{share}</td>
                <td>{status.map(|group| words::status_explained(lang, &group.status))}</td>
                <td>{words::words(lang, &source.publisher).to_owned()}</td>
                <td>{link(source, words::words(lang, &source.table).to_owned())}</td>
                <td>{words::licence(lang, &source.licence)}</td>
            </tr>
        }
    };
    let heading = |text: &'static str| view! { <th scope="col">{text}</th> };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="benchmarks-heading">
            <table>
                <thead>
                    <tr>
                        {heading(sources::column_name(lang))}
                        {heading(sources::column_share(lang))}
                        {heading(sources::column_status(lang))}
                        {heading(sources::column_publisher(lang))}
                        {heading(sources::column_table(lang))}
                        {heading(sources::column_licence(lang))}
                    </tr>
                </thead>
                <tbody>{benchmark::all().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn definitions(lang: Lang) -> impl IntoView {
    let definitions = benchmark::definitions();
    let entry = |entry: &'static benchmark::Definition| {
        let (term, meaning) = (words::words(lang, &entry.term), words::words(lang, &entry.meaning));
        view! { <dt>{term.to_owned()}</dt><dd>{meaning.to_owned()}</dd> }
    };
    let caveats = definitions.caveats.iter();
    let caveats = caveats.map(|text| view! { <li>{words::words(lang, text).to_owned()}</li> });
    let title = definitions.source.title.to_string();
    view! {
        <dl>{definitions.entries.iter().map(entry).collect_view()}</dl>
        <ul>{caveats.collect_view()}</ul>
        <p class="source">{link(&definitions.source, title)}</p>
    }
}
