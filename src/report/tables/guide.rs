//! The template's second sheet: how to fill in the first, where figures come from, what the groups
//! mean.
//!
//! Absent: counts. The routes to figures are worded as on the figures screen.

use super::template::shape;
use super::{Cell, Head, Line, Part, Sheet, SheetKind};
use crate::benchmark::definitions;
use crate::session::Draft;
use crate::text::{Lang, benchmark, figures, sheets, sources};

pub(super) fn sheet(draft: &Draft, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(SheetKind::Guide, sheets::tab_guide(lang), &[34, 110]);
    sheet.title = sheets::title_guide(lang).to_owned();
    sheet.intro = vec![sheets::guide_lead(lang).to_owned()];
    let (has_levels, has_areas) = shape(draft);
    let mut how = vec![
        (sheets::guide_people(lang), sheets::guide_people_text(lang)),
        (sheets::guide_day(lang), sheets::guide_day_text(lang)),
        (sheets::guide_hidden(lang), sheets::guide_hidden_text(lang)),
        (sheets::guide_unknown(lang), sheets::guide_unknown_text(lang)),
        (sheets::guide_nobody(lang), sheets::guide_nobody_text(lang)),
        (sheets::guide_total(lang), sheets::guide_total_text(lang)),
    ];
    if has_levels {
        how.push((sheets::guide_levels(lang), sheets::guide_levels_text(lang)));
        how.push((sheets::guide_disco(lang), figures::shape_disco_hint(lang)));
    }
    if has_areas {
        how.push((sheets::guide_areas(lang), sheets::guide_areas_text(lang)));
    }
    how.push((sheets::guide_back(lang), sheets::guide_back_text(lang)));
    let routes = [
        (sheets::guide_table(lang), figures::about_route_table(lang)),
        (sheets::guide_survey(lang), figures::about_route_survey(lang)),
        (sheets::guide_estimate(lang), figures::about_route_estimate(lang)),
        (sheets::guide_law(lang), figures::about_route_law(lang)),
    ];
    sheet.parts = vec![
        facts(sheets::guide_how(lang), how),
        facts(figures::about_route_heading(lang), routes),
        meanings(lang),
    ];
    sheet
}

fn facts<'a>(heading: &str, facts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Part {
    let row = |(term, text): (&str, &str)| Line::of(vec![Cell::heading(term), Cell::text(text)]);
    let rows = facts.into_iter().map(row).collect();
    Part { heading: heading.to_owned(), head: Vec::new(), rows }
}

fn meanings(lang: Lang) -> Part {
    let known = definitions();
    let of_groups = known.entries.iter().filter(|entry| GROUPS.contains(&entry.id));
    let rows = of_groups.map(|entry| {
        let [term, meaning] =
            [&entry.term, &entry.meaning].map(|words| benchmark::words(lang, words));
        Line::of(vec![Cell::heading(term), Cell::text(meaning)])
    });
    let source = &known.source;
    let from = [benchmark::words(lang, &source.publisher), ", ", &source.primary_url].concat();
    let from = Line::of(vec![
        Cell::heading(sources::column_publisher(lang)),
        Cell::link(from, &source.primary_url),
    ]);
    Part {
        heading: sources::definitions_heading(lang).to_owned(),
        head: [sheets::head_group(lang), sheets::head_meaning(lang)].map(Head::text).to_vec(),
        rows: rows.chain([from]).collect(),
    }
}

/// The definitions that are about people and not about places.
const GROUPS: [&str; 5] = ["danish_origin", "immigrant", "descendant", "western", "non_western"];
