//! The public record: what the public edition of the document says, as data.
//!
//! Counts, shares, verdicts and targets come from [`Public`] alone, as in the document and the
//! workbook. A hidden count is a range that says no more than the shown ones: from nobody to
//! everybody it is part of. Absent: the recipient, whom the public document does not name either.

use super::record::{internal, target, whom};
use super::{PledgeRecord, ScopeRecord, TargetRecord, Whom};
use crate::report::{Public, ShownScope, Visibility};
use crate::text::Lang;
use crate::workforce::{Bounds, Date, Scope};

/// What may be shown to everybody. `written` is the day of writing.
pub fn public(public: &Public, lang: Lang, written: Date) -> PledgeRecord {
    let source = public.source();
    let scopes = public.scopes();
    let whole = scopes.iter().find(|shown| shown.scope == Scope::WholeOrganisation);
    let shown_target = |line| {
        let shown = public.shown_target(line)?;
        Some(TargetRecord {
            focus: Some(shown.focus),
            people: Some(shown.people),
            target: Some(shown.target),
            mirror: Some(shown.mirror),
            ..target(line, lang)
        })
    };
    PledgeRecord {
        visibility: Visibility::Public,
        people: whole.and_then(|shown| shown.people),
        not_stated: whole.and_then(|shown| shown.not_stated),
        scopes: scopes.iter().map(|shown| record(whom(source, shown.scope), shown)).collect(),
        targets: source.pledge.targets.iter().filter_map(shown_target).collect(),
        without_target: public.hidden_levels().into_iter().rev().map(str::to_owned).collect(),
        recipient: String::new(),
        // Everything else is the user's own words, dates, catalogue texts and the benchmark.
        ..internal(source, lang, written)
    }
}

fn record(whom: Whom, shown: &ShownScope) -> ScopeRecord {
    let exact = |people: u64| Bounds { low: people, high: Some(people) };
    let up_to = |most: Option<u64>| Bounds { low: 0, high: most };
    ScopeRecord {
        whom,
        people: shown.people.map_or(up_to(None), exact),
        focus: shown.focus.map_or(up_to(shown.people), exact),
        not_stated: shown.not_stated.map_or(up_to(None), exact),
        share: shown.share,
        verdict: shown.verdict,
    }
}
