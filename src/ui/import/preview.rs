//! The preview: what was understood, what is asked, and the one confirm.

use super::marks::{CLOSE, USE};
use super::stage::Preview;
use super::view::button;
use super::{questions, several, table, understood};
use crate::exchange::reading::Reading;
use crate::markup::Markup;
use crate::text::{self, Lang, import, reading as words};
use crate::web::worker::Together;
use crate::workforce::Headcount;

pub(super) fn write(html: &mut Markup, lang: Lang, preview: &Preview, together: &Together) {
    let reading = &preview.reading;
    html.start("section", "screen office-preview");
    html.tag("h1").attribute("id", "office-heading").attribute("tabindex", "-1").open();
    html.words(match preview.name.as_str() {
        "" => import::preview_heading_table(lang),
        _ => import::preview_heading(lang),
    });
    html.close("h1").start("p", "lead");
    if !preview.name.is_empty() {
        html.element("b", "office-name", &preview.name).words(": ");
    }
    html.words(&summary(lang, reading)).words(".").close("p");
    several::write(html, lang, &preview.name, together);
    questions::write(html, lang, preview);
    problems(html, lang, reading);
    html.start("div", "office-confirm").start("p", "actions");
    button(html, "primary", USE, import::preview_use(lang));
    button(html, "", CLOSE, import::preview_cancel(lang));
    html.element("span", "hint", import::preview_replaces(lang));
    html.close("p").close("div");
    table::write(html, lang, reading);
    notes(html, lang, reading);
    understood::write(html, lang, preview);
    html.close("section");
}

/// "640 medarbejdere, 5 niveauer, 3 områder, 2 skjulte tal, tal fra 2025".
fn summary(lang: Lang, reading: &Reading) -> String {
    let people = table::people(reading);
    let least = text::count(lang, people.low);
    let number_of = |number: usize| text::count(lang, number as u64);
    let count_of = |is: fn(Headcount) -> bool| {
        let found = reading.cells.iter().filter(|cell| is(cell.count)).count();
        (found > 0).then(|| text::count(lang, found as u64))
    };
    let is_hidden = |count: Headcount| matches!(count, Headcount::Suppressed { .. });
    let mut said = vec![match people.exact() {
        Some(_) => import::preview_people(lang, &least),
        None => import::preview_people_at_least(lang, &least),
    }];
    match reading.levels.len() {
        0 if reading.areas.is_empty() => said.push(import::preview_totals_only(lang).to_owned()),
        0 => said.push(import::preview_no_levels(lang).to_owned()),
        levels => said.push(import::preview_levels(lang, &number_of(levels))),
    }
    if !reading.areas.is_empty() {
        said.push(import::preview_areas(lang, &number_of(reading.areas.len())));
    }
    said.extend(count_of(is_hidden).map(|count| import::preview_hidden(lang, &count)));
    let missing = Some(table::missing(reading)).filter(|missing| *missing > 0);
    said.extend(missing.map(|missing| import::preview_missing(lang, &number_of(missing))));
    said.extend(reading.period.as_ref().map(|period| import::preview_period(lang, period)));
    said.join(", ")
}

fn problems(html: &mut Markup, lang: Lang, reading: &Reading) {
    if reading.problems.is_empty() {
        return;
    }
    html.start("section", "problems problems-notice");
    html.element("h2", "", import::problems_heading(lang));
    html.element("p", "hint", import::problems_hint(lang)).start("ul", "");
    for problem in &reading.problems {
        html.start("li", "").element("b", "", &words::place(lang, &reading.sheets, problem.at));
        html.words(": ").words(&words::problem(lang, problem)).words(" ");
        html.words(words::problem_remedy(lang, &problem.kind)).close("li");
    }
    html.close("ul").close("section");
}

fn notes(html: &mut Markup, lang: Lang, reading: &Reading) {
    if reading.notes.is_empty() {
        return;
    }
    html.element("h2", "", import::problems_notes(lang)).start("ul", "");
    for note in &reading.notes {
        html.element("li", "", &words::note(lang, &reading.sheets, note));
    }
    html.close("ul");
}
