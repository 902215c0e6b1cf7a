//! What stands below the question on the start page: promise, story, audience, charter values.

use crate::markup::Markup;
use crate::report::charter::{Passage, Value};
use crate::text::{Lang, start, story};
use crate::ui::import::write_entry;
use crate::ui::screen::Screen;

pub(super) fn write(html: &mut Markup, lang: Lang) {
    write_entry(html, lang);
    html.element("h2", "", start::promise_heading(lang)).start("p", "");
    html.words(start::promise_text(lang)).words(" ").words(start::promise_proof(lang)).words(" ");
    html.tag("a").attribute("href", Screen::Privacy.address()).open();
    html.words(start::promise_link(lang)).close("a").close("p");

    let told = [story::first(lang), story::second(lang), story::third(lang)].join(" ");
    html.element("h2", "", story::heading(lang)).element("p", "", &told);
    html.element("p", "source", story::source(lang));
    html.start("details", "more").element("summary", "", story::history_heading(lang));
    html.start("ul", "");
    for line in [
        story::history_written,
        story::history_policy,
        story::history_signatories_december_2011,
        story::history_signatories_march_2012,
        story::history_signatories_2014,
        story::history_no_number,
        story::history_signing,
    ] {
        html.element("li", "", line(lang));
    }
    html.close("ul").close("details");

    html.element("h2", "", start::audience_heading(lang)).start("div", "cards");
    for (who, what) in [
        (start::audience_company(lang), start::audience_company_text(lang)),
        (start::audience_facilitator(lang), start::audience_facilitator_text(lang)),
        (start::audience_reader(lang), start::audience_reader_text(lang)),
    ] {
        html.start("div", "card").element("h3", "", who).element("p", "", what).close("div");
    }
    html.close("div").start("p", "").words(start::audience_many(lang)).words(" ").tag("a");
    html.attribute("href", Screen::Board.address()).open().words(start::audience_many_link(lang));
    html.close("a").close("p");

    html.element("h2", "", start::values_heading(lang)).start("ul", "values");
    for value in Value::ALL {
        html.element("li", "", Passage::Value(value).wording(lang));
    }
    html.close("ul").element("p", "source", start::values_source(lang));
    html.element("h2", "", start::what_not_heading(lang));
    html.element("p", "", start::what_not_text(lang));
}
