//! "Has this been seen before?": the story of 2010 and real Danish figures of the same shape.

use crate::benchmark::{Lookalike, lookalikes};
use crate::markup::Markup;
use crate::text::benchmark::{period, words};
use crate::text::{Lang, mirror, percent_fixed, story};

/// Writes the panel.
pub fn seen_before(html: &mut Markup, lang: Lang) {
    let told = [story::first(lang), story::second(lang), story::third(lang)].join(" ");
    html.element("h2", "", story::seen_heading(lang)).element("p", "", &told);
    html.start("blockquote", "").tag("p").attribute("lang", "en").open();
    html.words(story::quotation_text(lang)).close("p");
    html.element("p", "", story::quotation_translation(lang)).close("blockquote");
    let about = [story::quotation_about(lang), story::quotation_caveat(lang), story::source(lang)];
    html.element("p", "hint", &about.join(" "));
    html.element("p", "", story::seen_intro(lang)).start("div", "lookalikes");
    for found in lookalikes() {
        lookalike(html, lang, found);
    }
    html.close("div");
}

fn lookalike(html: &mut Markup, lang: Lang, found: &Lookalike) {
    html.start("div", "lookalike").element("h3", "", words(lang, &found.title));
    html.element("p", "hint", words(lang, &found.counted)).start("table", "").start("tbody", "");
    for figure in found.figures {
        html.start("tr", "").tag("th").attribute("scope", "row").open();
        html.words(words(lang, &figure.label)).close("th");
        html.element("td", "", &period(lang, figure.period));
        let share = percent_fixed(lang, figure.share.fraction(), figure.decimals);
        html.element("td", "number", &share).close("tr");
    }
    html.close("tbody").close("table");
    if let Some(note) = &found.note {
        html.element("p", "hint", words(lang, note));
    }
    let publisher = words(lang, &found.source.publisher);
    html.start("p", "source").tag("a").attribute("href", &found.source.primary_url);
    html.attribute("rel", "noreferrer").open().words(&mirror::seen_published(lang, publisher));
    html.close("a").close("p").close("div");
}
