//! The summary of problems: each with its place, its remedy and a way there.

use super::grid_keys::cell_id;
use super::grid_look::{area_name, cell_name, level_name};
use crate::markup::Markup;
use crate::session::{Grid, Part, Place, Problem, Severity};
use crate::text::{Lang, column_name, count, figures, part_name, problem_text, problems};
use crate::ui::app::{App, use_app};
use crate::web::page;
use leptos::prelude::*;

/// Lists everything to correct; shows nothing when all is well.
#[component]
pub fn Problems() -> impl IntoView {
    let state = use_app();
    let found = Memo::new(move |_| state.checked.get().problems.clone());
    let html = Memo::new(move |_| {
        let (lang, found) = (state.lang.get(), found.get());
        let mut html = Markup::default();
        for severity in [Severity::Error, Severity::Notice] {
            list(&mut html, state, lang, severity, &found);
        }
        html.finish()
    });
    // The links lead to elements of this page; the address stays the screen's.
    let go = move |event: web_sys::MouseEvent| {
        if let Some(target) = page::attribute_of_target(&event, "data-target") {
            event.prevent_default();
            page::focus(&target);
        }
    };
    view! { <div class="problem-lists" id="problems" inner_html=html on:click=go></div> }
}

fn list(html: &mut Markup, state: App, lang: Lang, severity: Severity, problems: &[Problem]) {
    let found = || problems.iter().filter(|problem| problem.severity() == severity);
    let number = count(lang, found().count() as u64);
    if found().next().is_none() {
        return;
    }
    let (class, heading, prefix) = match severity {
        Severity::Error => (
            "problems",
            figures::problems_heading(lang, &number),
            figures::problems_error_prefix(lang),
        ),
        Severity::Notice => (
            "problems problems-notice",
            figures::problems_notice_heading(lang, &number),
            figures::problems_notice_prefix(lang),
        ),
    };
    html.start("section", class).element("h2", "", &heading).start("ul", "");
    for problem in found() {
        html.start("li", "").tag("a").attribute("href", "#/figures");
        if let Some(target) = target(state, problem.place) {
            html.attribute("data-target", &target);
        }
        html.open().element("span", "visually-hidden", &[prefix, " "].concat());
        html.words(&place_name(state, lang, problem.place)).close("a");
        html.words(": ").words(&problem_text(lang, problem)).close("li");
    }
    html.close("ul").close("section");
}

/// The element that a place is edited in.
fn target(state: App, place: Place) -> Option<String> {
    match place {
        Place::Cell(row, column) => {
            let grid = state.session.with_untracked(|session| Grid::of(session.draft()));
            Some(cell_id((grid.row_index(row)?, grid.column_index(column)?)))
        }
        Place::PartName(part, id) => Some(super::structure::name_id(part, id)),
        Place::ReportingDate => Some("reporting-date".to_owned()),
        Place::Benchmark => Some("benchmark".to_owned()),
        Place::Grouping => Some("grouping-0".to_owned()),
    }
}

fn place_name(state: App, lang: Lang, place: Place) -> String {
    match place {
        Place::Cell(row, column) => state.session.with_untracked(|session| {
            let draft = session.draft();
            let (level, area) =
                (level_name(lang, draft, row.level), area_name(lang, draft, row.area));
            cell_name(lang, column_name(lang, column), &level, &area)
        }),
        Place::PartName(part, id) => {
            let heading = match part {
                Part::Level => problems::place_level_name(lang),
                Part::Area => problems::place_area_name(lang),
            };
            let name = state.session.with_untracked(|session| {
                let parts = match part {
                    Part::Level => &session.draft().levels,
                    Part::Area => &session.draft().areas,
                };
                let found = parts.iter().find(|known| known.id == id);
                found.map(|known| part_name(lang, part, &known.name))
            });
            [heading, " ", &name.unwrap_or_default()].concat().trim_end().to_owned()
        }
        Place::ReportingDate => problems::place_date(lang).to_owned(),
        Place::Benchmark => problems::place_benchmark(lang).to_owned(),
        Place::Grouping => problems::place_grouping(lang).to_owned(),
    }
}
