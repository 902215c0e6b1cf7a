//! The method sheet: words and signs, the rules of the verdicts, and every measure with its source.
//!
//! Absent: texts of its own; they are those of the method page ([`crate::text::method_page`]).

use super::{Cell, Head, Line, Part, Sheet, SheetKind};
use crate::analysis::{Assumptions, Method};
use crate::text::{Lang, method, method_page, sheets};

pub(super) fn sheet(thresholds: &Method, assumptions: &Assumptions, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(SheetKind::Method, sheets::tab_method(lang), &[26, 36, 50, 40, 36]);
    sheet.title = method::title(lang).to_owned();
    let notation = [
        method::notation_people(lang).to_owned(),
        method::notation_scopes(lang).to_owned(),
        method_page::not_stated(lang, thresholds),
        method::notation_census(lang).to_owned(),
        method::notation_chance(lang).to_owned(),
    ];
    let mut rules = method_page::verdict_rules(lang, thresholds);
    rules.push(method::verdict_why(lang).to_owned());
    let measures = method_page::measures(lang, thresholds, assumptions);
    let measures = measures.into_iter().map(|measure| {
        Line::of(vec![
            Cell::heading(measure.name),
            Cell::text(measure.answers),
            Cell::text(measure.formula),
            Cell::text(measure.neutral),
            Cell::text(measure.source),
        ])
    });
    sheet.parts = vec![
        plain(method::notation_heading(lang), notation),
        plain(method::verdict_heading(lang), rules),
        Part {
            heading: sheets::title_measures(lang).to_owned(),
            head: [
                sheets::head_measure(lang),
                sheets::head_answers(lang),
                method::formula_label(lang),
                method::neutral_label(lang),
                method::source_label(lang),
            ]
            .map(Head::text)
            .to_vec(),
            rows: measures.collect(),
        },
    ];
    sheet
}

/// A heading with sentences under it.
fn plain(heading: &str, sentences: impl IntoIterator<Item = String>) -> Part {
    let rows = sentences.into_iter().map(|text| Line::of(vec![Cell::text(text)])).collect();
    Part { heading: heading.to_owned(), head: Vec::new(), rows }
}
