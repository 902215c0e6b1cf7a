//! The public workbook: what the public edition of the pledge says, as tables (methods, section 9).
//!
//! Every count, share and verdict comes from the same [`Public`] as the document, so the two can be
//! laid side by side. A scope with a hidden count has its number of people and its verdict at most;
//! no scope has a p-value. Levels within areas stand among the figures and have no verdict. Absent:
//! how a sheet looks; the internal workbook ([`super::internal`]).

use super::{Entries, Parts, Shown, Tables, Told, compose};
use crate::analysis::{ScopeResult, Verdict};
use crate::report::public_scopes::{percent_digits, rounded};
use crate::report::{Public, Visibility, annex_sources, front, public_figure, public_tables};
use crate::session::Draft;
use crate::text::{Lang, app, count, disclosure, sheets};
use crate::workforce::Scope;

/// What may be shown to everybody: figures, verdicts, method and sources.
///
/// `draft` is what the source of `public` was worked out from; only its shape and names are used.
pub fn public(public: &Public, draft: &Draft, lang: Lang) -> Tables {
    let source = public.source();
    let people = public.disclosed.people(Scope::WholeOrganisation);
    let not_stated = public.disclosed.not_stated(Scope::WholeOrganisation);
    let [people, not_stated] =
        [people, not_stated].map(|number| number.map(|number| count(lang, number)));
    let mut base = front::figures_of(source, lang, people.clone());
    if draft.is_example {
        base = [app::example_badge(lang), ". ", &base].concat();
    }
    let cautions = public.cautions(lang);
    let parts = Parts {
        visibility: Visibility::Public,
        source: *source,
        mark: disclosure::mark(lang),
        mark_explained: sheets::intro_public(lang),
        headline: public_figure::summary(public, lang),
        base,
        entries: Entries::shown(draft, public.disclosed, lang),
        verdicts: public.results().map(|result| told(public, result, lang)).collect(),
        quality: annex_sources::figures_of(source, lang, people, not_stated, cautions),
    };
    compose(&parts, lang)
}

fn told(public: &Public, result: &ScopeResult, lang: Lang) -> Told {
    let shown = public.shown(result);
    let count = |people: Option<u64>| people.map_or(Shown::Hidden, Shown::Exact);
    let digits = shown.people.map_or(0, percent_digits);
    // Worked out from shown counts alone; left out where no verdict is told, as in the document.
    let is_told = shown.focus.is_some() && shown.verdict.is_some_and(Verdict::says_something);
    let exact = result.representation.as_ref().filter(|_| is_told);
    let end = |share: f64| rounded(share, shown.people.unwrap_or(0));
    Told {
        scope: shown.scope,
        focus: count(shown.focus),
        base: count(shown.people),
        not_stated: count(shown.not_stated),
        share: shown.share.map(|share| (share, digits)),
        share_range: None,
        ratio: exact.and_then(|exact| exact.ratio),
        short: exact.map(|exact| exact.shortfall_persons),
        p: None,
        interval: exact
            .and_then(|exact| exact.interval)
            .map(|within| (end(within.low), end(within.high))),
        verdict: public_tables::verdict_text(public, lang, shown.scope),
    }
}
