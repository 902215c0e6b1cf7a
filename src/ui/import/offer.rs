//! A file of the table banks as a benchmark: area, date and ages to choose, shares to look at, and
//! the one confirm.

use super::marks::{CHOICE, CLOSE, COMPARE};
use super::several;
use super::stage::{Intake, Stage};
use super::view::button;
use crate::benchmark::Benchmark;
use crate::exchange::offer::{Offer, Taken};
use crate::markup::Markup;
use crate::text::{self, Lang, group_name, import};
use crate::web::worker::Together;
use leptos::prelude::*;

const AREA: &str = "office-area";
const DATE: &str = "office-date";
const FROM: &str = "office-from";
const TO: &str = "office-to";
/// The value that means everybody whatever their age.
const ALL: &str = "all";

pub(super) fn write(html: &mut Markup, lang: Lang, name: &str, offer: &Offer, together: &Together) {
    html.start("section", "screen office-narrow");
    html.tag("h1").attribute("id", "office-heading").attribute("tabindex", "-1").open();
    html.words(import::benchmark_heading(lang)).close("h1");
    html.start("p", "lead").element("b", "office-name", name).words(": ");
    html.words(import::benchmark_lead(lang)).close("p");
    several::write(html, lang, name, together);
    let taken = &offer.taken;
    let areas = offer.areas.iter().map(|(id, name)| (id.clone(), name.clone())).collect();
    list(html, AREA, import::benchmark_area(lang), areas, taken.area.as_deref());
    let dates = offer.dates.iter().map(|date| (date.clone(), date.clone())).collect();
    list(html, DATE, import::benchmark_date(lang), dates, taken.date.as_deref());
    ages(html, lang, offer);
    if let Some(fault) = &offer.fault {
        html.tag("div").attribute("class", "office-refusal").attribute("role", "alert").open();
        html.element("p", "lead", &fault.message);
        html.element("p", "", &fault.remedy).close("div");
    }
    let benchmark = offer.benchmark();
    if let Some(benchmark) = &benchmark {
        shares(html, lang, benchmark);
    }
    html.start("p", "actions");
    if benchmark.is_some() {
        button(html, "primary", COMPARE, import::benchmark_use(lang));
    }
    button(html, "", CLOSE, import::preview_cancel(lang));
    html.close("p").close("section");
}

/// A list to choose from; none where there is nothing to choose.
fn list(
    html: &mut Markup,
    id: &str,
    label: &str,
    options: Vec<(String, String)>,
    chosen: Option<&str>,
) {
    if options.is_empty() {
        return;
    }
    html.start("div", "field").tag("label").attribute("for", id).open().words(label);
    html.close("label").tag("select").attribute("id", id).attribute(CHOICE, id).open();
    for (value, words) in &options {
        html.tag("option").attribute("value", value);
        if chosen == Some(value) {
            html.attribute("selected", "");
        }
        html.open().words(words).close("option");
    }
    html.close("select").close("div");
}

fn ages(html: &mut Markup, lang: Lang, offer: &Offer) {
    if offer.begins.is_empty() {
        return;
    }
    let number = |age: &u8| (age.to_string(), age.to_string());
    let all = (ALL.to_owned(), import::benchmark_all_ages(lang).to_owned());
    let all = Some(all).filter(|_| offer.has_all_ages || offer.taken.ages.is_none());
    let begins = all.into_iter().chain(offer.begins.iter().map(number)).collect();
    let (from, to) = offer.taken.ages.map(|(from, to)| (from.to_string(), to.to_string())).unzip();
    let from = from.unwrap_or_else(|| ALL.to_owned());
    html.start("div", "office-ages");
    list(html, FROM, import::benchmark_from(lang), begins, Some(&from));
    if to.is_some() {
        let ends = offer.ends.iter().map(number).collect();
        list(html, TO, import::benchmark_to(lang), ends, to.as_deref());
    }
    html.close("div");
}

fn shares(html: &mut Markup, lang: Lang, benchmark: &Benchmark) {
    let name = text::benchmark::name(lang, benchmark);
    html.start_scroll_region(&name);
    html.start("table", "office-table").element("caption", "", &name).start("tbody", "");
    for group in benchmark.groups() {
        html.start("tr", "").tag("th").attribute("scope", "row").open();
        html.words(group_name(lang, group.group)).close("th");
        let people = group.count.map(|count| text::count(lang, count)).unwrap_or_default();
        html.element("td", "number", &people);
        html.element("td", "number", &text::percent(lang, group.share.fraction())).close("tr");
    }
    html.close("tbody").close("table").close("div");
}

/// Takes another area, date or age and has the shares worked out again.
pub(super) fn choose(intake: Intake, list: &str, value: &str) {
    let present = intake.stage.with_untracked(|stage| match stage {
        Stage::Offer { name, offer } => Some((name.clone(), offer.as_ref().clone())),
        _ => None,
    });
    let Some((name, offer)) = present else { return };
    let mut taken = Taken { is_guess: false, ..offer.taken };
    let last = offer.ends.last().copied().unwrap_or(u8::MAX);
    let control = match list {
        AREA => {
            taken.area = Some(value.to_owned());
            AREA
        }
        DATE => {
            taken.date = Some(value.to_owned());
            DATE
        }
        TO => {
            taken.ages = taken.ages.zip(value.parse().ok()).map(|((from, _), to)| (from, to));
            TO
        }
        _ => {
            let to = taken.ages.map_or(last, |(_, to)| to);
            taken.ages = value.parse().ok().map(|from: u8| (from, to.max(from)));
            FROM
        }
    };
    intake.take_offer(name, taken, control);
}
