//! The summary of problems: each with its place, its remedy and a way there.

use super::grid::{area_name, level_name};
use super::grid_keys::cell_id;
use crate::session::{AreaKey, Grid, Part, Place, Problem, Severity};
use crate::text::{Lang, column_name, count, figures, part_name, problem_text, problems};
use crate::ui::app::{App, use_app};
use crate::web::page;
use leptos::prelude::*;

/// Lists everything to correct; shows nothing when all is well.
#[component]
pub fn Problems() -> impl IntoView {
    let state = use_app();
    let problems = Memo::new(move |_| state.checked.get().problems.clone());
    let list = move |severity: Severity| {
        let lang = state.lang.get();
        let found: Vec<Problem> =
            problems.get().into_iter().filter(|p| p.severity() == severity).collect();
        let heading = match severity {
            Severity::Error => figures::problems_heading,
            Severity::Notice => figures::problems_notice_heading,
        };
        let number = count(lang, found.len() as u64);
        (!found.is_empty()).then(|| view! {
            <section class="problems" class:problems-notice=severity == Severity::Notice>
                <h2>{heading(lang, &number)}</h2>
                <ul>{found.into_iter().map(|found| entry(state, lang, found)).collect_view()}</ul>
            </section>
        })
    };
    view! {
        <div class="problem-lists" id="problems">
            {move || list(Severity::Error)}
            {move || list(Severity::Notice)}
        </div>
    }
}

fn entry(state: App, lang: Lang, found: Problem) -> impl IntoView {
    let prefix = match found.severity() {
        Severity::Error => figures::problems_error_prefix(lang),
        Severity::Notice => figures::problems_notice_prefix(lang),
    };
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        if let Some(id) = target(state, found.place) {
            page::focus(&id);
        }
    };
    view! {
        <li>
            <a href="#/figures" on:click=go>
                <span class="visually-hidden">{prefix}" "</span>{place_name(state, lang, found.place)}
            </a>
            ": "
            {problem_text(lang, &found)}
        </li>
    }
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
        Place::Cell(row, column) => {
            let (group, level) = (column_name(lang, column), level_name(state, lang, row.level));
            match row.area {
                AreaKey::All => figures::grid_cell(lang, group, &level),
                area => figures::grid_cell_area(lang, group, &level, &area_name(state, lang, area)),
            }
        }
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
                parts.iter().find(|known| known.id == id).map(|known| part_name(lang, part, &known.name))
            });
            [heading, " ", &name.unwrap_or_default()].concat().trim_end().to_owned()
        }
        Place::ReportingDate => problems::place_date(lang).to_owned(),
        Place::Benchmark => problems::place_benchmark(lang).to_owned(),
        Place::Grouping => problems::place_grouping(lang).to_owned(),
    }
}
