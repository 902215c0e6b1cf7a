//! How every number is worked out, with formula, neutral value and source.

use crate::analysis::{Assumptions, Method};
use crate::markup::Markup;
use crate::text::{Lang, method, method_page};

pub(super) fn write(html: &mut Markup, lang: Lang) {
    let thresholds = Method::default();
    html.element("h1", "", method::title(lang)).element("p", "lead", method::intro(lang));
    html.element("h2", "", method::notation_heading(lang));
    html.element("p", "", method::notation_people(lang));
    html.element("p", "", method::notation_scopes(lang));
    html.element("p", "", &method_page::not_stated(lang, &thresholds));
    html.element("p", "", method::notation_census(lang));
    html.element("p", "", method::notation_chance(lang));
    html.element("h2", "", method::verdict_heading(lang)).start("ul", "");
    for rule in method_page::verdict_rules(lang, &thresholds) {
        html.element("li", "", &rule);
    }
    html.close("ul");
    for measure in method_page::measures(lang, &thresholds, &Assumptions::default()) {
        html.tag("section").attribute("class", "measure");
        html.attribute("id", &["method", measure.id].join("-")).open();
        html.element("h2", "", measure.name).element("p", "", measure.answers);
        html.start("dl", "facts");
        for (term, text) in [
            (method::formula_label(lang), measure.formula.as_ref()),
            (method::neutral_label(lang), measure.neutral.as_ref()),
            (method::source_label(lang), measure.source),
        ] {
            html.start("div", "").element("dt", "", term).element("dd", "", text).close("div");
        }
        html.close("dl").close("section");
    }
}
