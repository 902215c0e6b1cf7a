//! All levels in one table, and why some have no path.
//!
//! Absent: the figure of one level ([`super::levels`]).

use super::outlook::{Counting, Outlook, OutlookMemo};
use crate::analysis::paths::{COURSES, SEED};
use crate::markup::Markup;
use crate::text::benchmark::yardstick;
use crate::text::paths::OverviewRow;
use crate::text::{self, Lang, Subject, path as texts, paths};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// The table; top level first.
#[component]
pub fn Overview(outlook: OutlookMemo, counting: RwSignal<Counting>) -> impl IntoView {
    let state = use_app();
    let written = Memo::new(move |_| {
        let outlook = outlook.get()?;
        state.with_subject(|lang, subject| {
            counting.with(|counting| table(lang, subject, &outlook, counting))
        })
    });
    view! { <div data-overview inner_html=move || written.get().unwrap_or_default()></div> }
}

fn table(lang: Lang, subject: &Subject, outlook: &Outlook, counting: &Counting) -> String {
    let Outlook { paths, start } = outlook;
    let words = yardstick(lang, subject.benchmark);
    let (first, last) = (start.to_string(), (start + u16::from(paths.years)).to_string());
    let caption = texts::overview_caption(lang, &first, &last, words.noun);
    let mut html = Markup::default();
    html.tag("div").attribute("class", "table-scroll").attribute("tabindex", "0");
    html.attribute("role", "region").attribute("aria-labelledby", "overview-caption").open();
    // The roles stay when the styles make cards of the rows.
    html.tag("table").attribute("class", "overview").attribute("role", "table").open();
    html.tag("caption").attribute("id", "overview-caption").open();
    html.words(&caption).close("caption").start("thead", "").start("tr", "");
    let headings = [
        texts::overview_today(lang, &first),
        texts::overview_mirrored(lang, &last),
        texts::overview_likely(lang).to_owned(),
        texts::overview_goal(lang, words.theirs_first),
        texts::overview_takes(lang).to_owned(),
    ];
    let level = texts::column_level(lang);
    for heading in std::iter::once(level).chain(headings.iter().map(String::as_str)) {
        html.tag("th").attribute("scope", "col").open().words(heading).close("th");
    }
    html.close("tr").close("thead").tag("tbody").attribute("role", "rowgroup").open();
    for (level, path) in paths.levels.iter().enumerate().rev() {
        let Ok(path) = path else { continue };
        let spreads = counting.of(level);
        let OverviewRow { level, today, mirrored, likely, goal, takes } =
            paths::overview(lang, subject, (level, path), *start, spreads);
        let likely = match counting {
            Counting::UnderWay => texts::overview_waiting(lang),
            Counting::Done(_) => &likely,
        };
        html.tag("tr").attribute("role", "row").open().tag("th").attribute("scope", "row");
        html.attribute("role", "rowheader").open().words(&level).close("th");
        let cells = [&today, &mirrored, likely, &goal, &takes];
        for (heading, cell) in headings.iter().zip(cells) {
            html.tag("td").attribute("role", "cell").attribute("data-heading", heading).open();
            html.words(cell).close("td");
        }
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
    let courses = text::count(lang, COURSES as u64);
    html.element("p", "hint", &texts::chance(lang, &courses, &SEED.to_string()));
    html.finish()
}

/// Levels without a path, and why.
#[component]
pub fn Untold(outlook: OutlookMemo) -> impl IntoView {
    let state = use_app();
    let written = Memo::new(move |_| {
        let outlook = outlook.get()?;
        state.with_subject(|lang, subject| untold(lang, subject, &outlook))
    });
    view! { <div data-untold inner_html=move || written.get().unwrap_or_default()></div> }
}

fn untold(lang: Lang, subject: &Subject, outlook: &Outlook) -> String {
    let levels = outlook.paths.levels.iter().enumerate().rev();
    let reasons: Vec<String> = levels
        .filter_map(|(level, path)| {
            Some(paths::without(lang, subject, level, *path.as_ref().err()?))
        })
        .collect();
    let mut html = Markup::default();
    if !reasons.is_empty() {
        html.element("h2", "", texts::level_untold_heading(lang)).start("ul", "sentences");
        for reason in &reasons {
            html.element("li", "", reason);
        }
        html.close("ul");
    }
    html.finish()
}
