//! How every number is worked out: formula, neutral value, source, and the result on the figures on
//! screen.
//!
//! What a facilitator may change stands in [`super::thresholds`]. Absent: the texts
//! ([`crate::text::method_page`]) and the worked examples ([`crate::text::method_example`]).

use super::super::app::{App, use_app};
use super::thresholds::Thresholds;
use crate::analysis::{Assessment, Assumptions, Method, assess, simulation};
use crate::benchmark;
use crate::markup::Markup;
use crate::session::{Checked, Event, Session, check};
use crate::text::method_example::example;
use crate::text::{self, Lang, Subject, method, method_page, part_name, worked};
use crate::workforce::Focus;
use leptos::prelude::*;

/// The page.
#[component]
pub fn MethodPage() -> impl IntoView {
    let state = use_app();
    let thresholds = Memo::new(move |_| state.session.with(|s| s.work().choices.method()));
    let above = move || above(state.lang.get(), &thresholds.get());
    let below = Memo::new(move |_| below(state, &thresholds.get()));
    view! {
        <div class="page">
            <div inner_html=above></div>
            <Thresholds/>
            <div inner_html=below></div>
        </div>
    }
}

fn above(lang: Lang, thresholds: &Method) -> String {
    let mut html = Markup::default();
    html.element("h1", "", method::title(lang)).element("p", "lead", method::intro(lang));
    html.element("h2", "", method::notation_heading(lang));
    html.element("p", "", method::notation_people(lang));
    html.element("p", "", method::notation_scopes(lang));
    html.element("p", "", &method_page::not_stated(lang, thresholds));
    html.element("p", "", method::notation_census(lang));
    html.element("p", "", method::notation_chance(lang));
    html.element("h2", "", method::verdict_heading(lang)).start("ul", "");
    for rule in method_page::verdict_rules(lang, thresholds) {
        html.element("li", "", &rule);
    }
    html.close("ul");
    html.finish()
}

/// The example's figures, for as long as there are no others.
fn shipped(lang: Lang, thresholds: &Method) -> Option<(Checked, Assessment)> {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let checked =
        check(session.draft(), benchmark::by_id, |part, name| part_name(lang, part, name));
    let found = assess(&checked.workforce, &checked.benchmark, Focus::default(), thresholds);
    found.ok().map(|found| (checked, found))
}

fn below(state: App, thresholds: &Method) -> String {
    let lang = state.lang.get();
    let mut html = Markup::default();
    simulated(&mut html, lang);
    if !state.has_no_figures() {
        let written = state.with_subject(|lang, subject| {
            let is_example = state.session.with(|session| session.draft().is_example);
            let (intro, label) = match is_example {
                true => (worked::intro_open_example(lang), worked::label_example(lang)),
                false => (worked::intro_own(lang), worked::label_own(lang)),
            };
            html.element("p", "", intro);
            let assumptions = state.session.with(|s| s.work().choices.assumptions(s.draft()));
            measures(&mut html, lang, (thresholds, &assumptions), subject, label);
        });
        if written.is_some() {
            return html.finish();
        }
    }
    if let Some((checked, assessment)) = shipped(lang, thresholds) {
        html.element("p", "", worked::intro_example(lang));
        let (table, benchmark) = (&checked.workforce.table, &checked.benchmark);
        let subject = Subject { assessment: &assessment, table, benchmark };
        let assumed = (thresholds, &Assumptions::default());
        measures(&mut html, lang, assumed, &subject, worked::label_example(lang));
    }
    html.finish()
}

fn measures(
    html: &mut Markup,
    lang: Lang,
    (thresholds, assumptions): (&Method, &Assumptions),
    subject: &Subject,
    label: &str,
) {
    for measure in method_page::measures(lang, thresholds, assumptions) {
        html.tag("section").attribute("class", "measure");
        html.attribute("id", &["method", measure.id].join("-")).open();
        html.element("h2", "", measure.name).element("p", "", measure.answers);
        html.start("dl", "facts");
        let example = example(lang, measure.id, subject, assumptions);
        let example = example.unwrap_or_else(|| worked::not_here(lang).to_owned());
        for (term, text) in [
            (method::formula_label(lang), measure.formula.as_ref()),
            (method::neutral_label(lang), measure.neutral.as_ref()),
            (label, example.as_ref()),
            (method::source_label(lang), measure.source),
        ] {
            html.start("div", "").element("dt", "", term).element("dd", "", text).close("div");
        }
        html.close("dl").close("section");
    }
}

/// How often the procedure was wrong, and how often it saw, in workforces made by chance.
fn simulated(html: &mut Markup, lang: Lang) {
    let found = simulation::published();
    let runs = text::count(lang, found.runs.into());
    let city = text::percent_fixed(lang, found.share.fraction(), 2);
    html.element("h2", "", method::simulation_heading(lang));
    html.element("p", "", &method::simulation_how(lang, &runs, &city));
    for (id, caption, tally) in [
        ("simulated-alarms", method::simulation_alarms(lang), 0),
        ("simulated-power", method::simulation_power(lang), 1),
    ] {
        html.tag("div").attribute("class", "table-scroll").attribute("tabindex", "0");
        html.attribute("role", "region").attribute("aria-labelledby", id).open();
        html.start("table", "").tag("caption").attribute("id", id).open().words(caption);
        html.close("caption").start("thead", "").start("tr", "");
        for heading in [
            method::simulation_people(lang),
            method::simulation_whole(lang),
            method::simulation_levels(lang),
            method::simulation_areas(lang),
            method::simulation_cells(lang),
            method::simulation_steps(lang),
            method::simulation_pattern(lang),
        ] {
            html.tag("th").attribute("scope", "col").open().words(heading).close("th");
        }
        html.close("tr").close("thead").start("tbody", "");
        for organisation in found.organisations {
            html.start("tr", "").tag("th").attribute("scope", "row").open();
            html.words(&text::count(lang, organisation.people.into())).close("th");
            for said in [organisation.false_alarms, organisation.found][tally] {
                let share = f64::from(said) / f64::from(found.runs);
                html.element("td", "number", &text::percent_fixed(lang, share, 1));
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }
    html.element("p", "hint", method::simulation_note(lang));
}
