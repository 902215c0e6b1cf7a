//! Every group for itself: how many there are, always with their base, and where the numbers
//! can tell, what they say.
//!
//! Absent: the choice of the group that everything else is about ([`super::focus`]).

use crate::analysis::{Group, InScope, Verdict, groups};
use crate::markup::Markup;
use crate::text::benchmark::yardstick;
use crate::text::{self, Digits, Lang, Subject, figure, groups as texts, mirror, parts, verdict};
use crate::ui::parts::verdict_chip::verdict_class;
use crate::workforce::Grouping;

/// Writes the section: a table of the whole organisation and, to unfold, one of the levels.
pub fn groups_apart(html: &mut Markup, lang: Lang, subject: &Subject) {
    html.element("h2", "", texts::heading(lang));
    if subject.table.grouping() == Grouping::Two {
        html.element("p", "", texts::only_two(lang));
        return;
    }
    let found = groups(subject.table, subject.benchmark, &subject.assessment.method);
    whole(html, lang, subject, &found);
    html.element("p", "hint", texts::hint(lang));
    if found.iter().any(|group| group.benchmark.is_none()) {
        html.element("p", "", texts::coarse(lang));
    }
    if !subject.table.levels().is_empty() {
        html.start("details", "more").element("summary", "", texts::by_level(lang));
        levels(html, lang, subject, &found);
        html.element("p", "hint", texts::by_level_hint(lang)).close("details");
    }
}

fn whole(html: &mut Markup, lang: Lang, subject: &Subject, found: &[Group]) {
    let words = yardstick(lang, subject.benchmark);
    let caption = texts::caption(lang, words.noun);
    start_table(html, &caption);
    let headings = [
        texts::column_group(lang).to_owned(),
        mirror::column_count(lang).to_owned(),
        mirror::column_share(lang).to_owned(),
        texts::column_benchmark(lang, words.theirs_first),
        mirror::column_ratio(lang).to_owned(),
        mirror::column_shortfall(lang).to_owned(),
        mirror::column_verdict(lang).to_owned(),
    ];
    let last = headings.len() - 1;
    for (place, words) in headings.iter().enumerate() {
        html.tag("th").attribute("scope", "col");
        html.attribute("class", if place == 0 || place == last { "" } else { "number" }).open();
        html.words(words).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    for group in found {
        html.start("tr", "").tag("th").attribute("scope", "row").open();
        html.words(text::group_name(lang, group.origin)).close("th");
        let told = group
            .whole
            .compared
            .as_ref()
            .filter(|result| result.verdict().is_some_and(Verdict::says_something));
        let exact = told.and_then(|result| result.representation.as_ref());
        let ratio = exact.and_then(|exact| exact.ratio).map(|ratio| verdict::ratio(lang, ratio));
        let short =
            exact.map(|exact| text::decimal(lang, exact.shortfall_persons, Digits::Fixed(1)));
        let benchmark = group.benchmark.map_or_else(
            || texts::not_told_apart(lang).to_owned(),
            |share| text::percent(lang, share.fraction()),
        );
        for number in [
            count(lang, &group.whole),
            share(lang, &group.whole),
            benchmark,
            ratio.unwrap_or_default(),
            short.unwrap_or_default(),
        ] {
            html.element("td", "number", &number);
        }
        html.start("td", "");
        chip(html, lang, subject, &group.whole);
        html.close("td").close("tr");
    }
    html.close("tbody").close("table").close("div");
}

fn levels(html: &mut Markup, lang: Lang, subject: &Subject, found: &[Group]) {
    start_table(html, texts::by_level_caption(lang));
    let names = found.iter().map(|group| text::group_name(lang, group.origin));
    for name in [mirror::column_level(lang)].into_iter().chain(names) {
        html.tag("th").attribute("scope", "col").open().words(name).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    for level in (0..subject.table.levels().len()).rev() {
        let cells = found.iter().map(|group| group.levels.get(level));
        row(html, lang, subject, subject.level(level), cells);
    }
    let cells = found.iter().map(|group| Some(&group.whole));
    row(html, lang, subject, parts::level_all(lang), cells);
    html.close("tbody").close("table").close("div");
}

fn row<'a>(
    html: &mut Markup,
    lang: Lang,
    subject: &Subject,
    name: &str,
    cells: impl Iterator<Item = Option<&'a InScope>>,
) {
    html.start("tr", "").tag("th").attribute("scope", "row").open().words(name).close("th");
    for cell in cells {
        html.start("td", "");
        if let Some(cell) = cell {
            html.words(&count(lang, cell)).words(" ");
            html.element("span", "base", &share(lang, cell)).start("div", "");
            chip(html, lang, subject, cell);
            html.close("div");
        }
        html.close("td");
    }
    html.close("tr");
}

fn start_table(html: &mut Markup, caption: &str) {
    html.start_scroll_region(caption);
    html.start("table", "verdict-table").element("caption", "", caption);
    html.start("thead", "").start("tr", "");
}

/// "12 af 140"; a range where a count is hidden.
fn count(lang: Lang, cell: &InScope) -> String {
    let people = |bounds| text::bounds(lang, bounds);
    figure::base(lang, &people(cell.count), &people(cell.base))
}

/// The share of known counts; empty where one is hidden or there is nobody.
fn share(lang: Lang, cell: &InScope) -> String {
    cell.share().map(|share| text::percent_fixed(lang, share.fraction(), 1)).unwrap_or_default()
}

fn chip(html: &mut Markup, lang: Lang, subject: &Subject, cell: &InScope) {
    let Some(result) = &cell.compared else { return };
    let words = yardstick(lang, subject.benchmark);
    html.tag("span").attribute("class", verdict_class(result.verdict()));
    html.attribute("data-verdict", "").open();
    html.words(&verdict::label(lang, &result.conclusion, &words)).close("span");
}
