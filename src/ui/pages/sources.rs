//! Every benchmark, the user's own first, with its source and status, the origin groups' meaning, the charter's sources.

use crate::benchmark::{self, Benchmark, Source};
use crate::markup::Markup;
use crate::text::benchmark as name;
use crate::text::benchmark::words;
use crate::text::{self, Lang, sources, statbank};
use crate::ui::screen::Screen;
use crate::workforce::Focus;

pub(super) fn write(html: &mut Markup, lang: Lang, own: Option<&Benchmark>) {
    html.element("h1", "", sources::title(lang)).element("p", "lead", sources::intro(lang));
    let status = [sources::reported(lang), sources::secondary(lang)].join(" ");
    html.element("p", "", &status).element("p", "", sources::no_interpolation(lang));
    html.tag("h2").attribute("id", "benchmarks").open();
    html.words(sources::benchmarks_heading(lang)).close("h2");
    benchmarks(html, lang, own);
    html.start("p", "").tag("a").attribute("href", Screen::OfficialTable.address()).open();
    html.words(statbank::sources_link(lang)).close("a").close("p");
    html.element("h2", "", sources::definitions_heading(lang));
    html.element("p", "", sources::definitions_intro(lang));
    definitions(html, lang);
    html.element("p", "", sources::citizenship(lang));
    html.element("h2", "", sources::charter_heading(lang));
    html.element("p", "", sources::charter(lang));
    html.element("h2", "", sources::statistics_heading(lang));
    html.element("p", "", sources::statistics(lang));
}

fn link(html: &mut Markup, source: &Source, text: &str) {
    html.tag("a").attribute("href", &source.primary_url).attribute("rel", "noreferrer").open();
    html.words(text).close("a");
}

fn benchmarks(html: &mut Markup, lang: Lang, own: Option<&Benchmark>) {
    html.tag("div").attribute("class", "table-scroll").attribute("tabindex", "0");
    html.attribute("role", "region").attribute("aria-labelledby", "benchmarks").open();
    html.start("table", "").start("thead", "").start("tr", "");
    for heading in [
        sources::column_name(lang),
        sources::column_share(lang),
        sources::column_status(lang),
        sources::column_publisher(lang),
        sources::column_table(lang),
        sources::column_licence(lang),
    ] {
        html.tag("th").attribute("scope", "col").open().words(heading).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    if let Some(own) = own {
        row(html, lang, own);
    }
    for pack in benchmark::all() {
        row(html, lang, &pack);
    }
    html.close("tbody").close("table").close("div");
}

fn row(html: &mut Markup, lang: Lang, pack: &Benchmark) {
    let focus = Focus::default();
    let share = pack.share(focus);
    let share = share.map(|share| text::percent_fixed(lang, share.fraction(), 2));
    let status = pack.groups().iter().find(|group| focus.contains(group.group));
    let status = status.map(|group| name::status_explained(lang, &group.status));
    let source = pack.source();
    html.start("tr", "").tag("th").attribute("scope", "row").open();
    html.words(&name::name(lang, pack)).close("th");
    html.element("td", "number", &share.unwrap_or_default());
    html.element("td", "", &status.unwrap_or_default());
    html.element("td", "", words(lang, &source.publisher)).start("td", "");
    link(html, source, words(lang, &source.table));
    html.close("td").element("td", "", name::licence(lang, &source.licence)).close("tr");
}

fn definitions(html: &mut Markup, lang: Lang) {
    let definitions = benchmark::definitions();
    html.start("dl", "");
    for entry in definitions.entries {
        html.element("dt", "", words(lang, &entry.term));
        html.element("dd", "", words(lang, &entry.meaning));
    }
    html.close("dl").start("ul", "");
    for caveat in definitions.caveats {
        html.element("li", "", words(lang, caveat));
    }
    html.close("ul").start("p", "source");
    link(html, &definitions.source, &definitions.source.title);
    html.close("p");
}
