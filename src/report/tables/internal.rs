//! The internal workbook: exact figures, marked as such on every sheet (methods, section 9).
//!
//! The public one ([`mod@super::public`]) is composed in the same way ([`super::compose`]). Absent:
//! how a sheet looks.

use super::{Entries, Parts, Tables, Told, compose};
use crate::report::{Source, Visibility, annex_sources, front};
use crate::session::Draft;
use crate::text::{Lang, app, benchmark, finding, report, sheets};

/// Everything that is known: the draft as typed, every verdict, method and sources.
///
/// `draft` is what `source` was worked out from.
pub fn internal(source: &Source, draft: &Draft, lang: Lang) -> Tables {
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let assessment = source.assessment;
    let results = std::iter::once(&assessment.whole)
        .chain(assessment.levels.iter().rev())
        .chain(&assessment.areas)
        .chain(&assessment.cells);
    let mut base = front::figures(source, lang);
    if draft.is_example {
        base = [app::example_badge(lang), ". ", &base].concat();
    }
    let parts = Parts {
        visibility: Visibility::Internal,
        source: *source,
        mark: report::internal(lang),
        mark_explained: sheets::intro_internal(lang),
        headline: finding::headline(lang, &source.subject()),
        base,
        entries: Entries::of(draft, &source.workforce.table, lang),
        verdicts: results.map(|result| Told::of(result, lang, &yardstick)).collect(),
        quality: annex_sources::figures(source, lang),
    };
    compose(&parts, lang)
}
