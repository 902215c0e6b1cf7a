//! What the sentences are about: an assessment with the table and the benchmark it came from.
//!
//! Here are [`Subject`] and the names of its parts in a sentence. Absent: sentences about
//! results. Read next: [`super::finding`].

use super::benchmark::{Yardstick, yardstick};
use super::focus::FocusWords;
use super::{Lang, findings, percent};
use crate::analysis::{Assessment, ScopeResult, Verdict};
use crate::benchmark::Benchmark;
use crate::workforce::{Scope, Share, WorkforceTable};

/// An assessment together with what names its parts.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub assessment: &'a Assessment,
    /// The table that was assessed; gives levels and areas their names.
    pub table: &'a WorkforceTable,
    /// The benchmark it was set beside.
    pub benchmark: &'a Benchmark,
}

impl<'a> Subject<'a> {
    /// The result of a scope; `None` when the assessment has no such scope.
    pub fn result(&self, scope: Scope) -> Option<&'a ScopeResult> {
        let assessment = self.assessment;
        let family = match scope {
            Scope::WholeOrganisation => return Some(&assessment.whole),
            Scope::Level(_) => &assessment.levels,
            Scope::Area(_) => &assessment.areas,
            Scope::Cell { .. } => &assessment.cells,
        };
        family.iter().find(|result| result.scope == scope)
    }

    /// A level's own name, index from 0 at entry; empty outside the table.
    pub fn level(&self, level: usize) -> &'a str {
        self.table.levels().get(level).map_or("", |level| level.name.as_str())
    }

    /// A level as a sentence speaks of it: "niveauet Ledelse", but "trinnet Højeste niveau".
    pub fn named_level(&self, lang: Lang, level: usize) -> String {
        named(lang, self.level(level))
    }

    /// An area's own name; empty outside the table.
    pub fn area(&self, area: usize) -> &'a str {
        self.table.areas().get(area).map_or("", |area| area.name.as_str())
    }

    /// The scope as a sentence begins with it: "På niveauet Ledelse".
    pub fn place(&self, lang: Lang, scope: Scope) -> String {
        match scope {
            Scope::WholeOrganisation => findings::place_whole(lang).to_owned(),
            Scope::Level(level) => findings::place_level(lang, &self.named_level(lang, level)),
            Scope::Area(area) => findings::place_area(lang, self.area(area)),
            Scope::Cell { level, area } => {
                findings::place_cell(lang, self.area(area), &self.named_level(lang, level))
            }
        }
    }

    pub(super) fn yardstick(&self, lang: Lang) -> Yardstick {
        yardstick(lang, self.benchmark)
    }

    pub(super) fn focus(&self, lang: Lang) -> FocusWords {
        FocusWords::new(lang, self.assessment.focus)
    }

    pub(super) fn benchmark_share(&self, lang: Lang) -> String {
        percent(lang, self.assessment.benchmark_share.fraction())
    }

    /// Whether the level is low for sure, not only perhaps.
    pub(super) fn is_below(&self, level: usize) -> bool {
        self.result(Scope::Level(level)).is_some_and(|result| result.conclusion.is(Verdict::Below))
    }
}

/// A level's name as a sentence speaks of it: "niveauet Ledelse", but "trinnet Højeste niveau".
pub(super) fn named(lang: Lang, name: &str) -> String {
    let repeats = name.to_ascii_lowercase().contains(findings::level_word(lang));
    let text = if repeats { findings::level_named_as_step } else { findings::level_named };
    text(lang, name)
}

/// What a scope is called when something is missing in it: "før niveauet afspejler byen".
pub(super) fn unit(lang: Lang, scope: Scope) -> &'static str {
    match scope {
        Scope::WholeOrganisation => findings::unit_whole(lang),
        Scope::Level(_) => findings::unit_level(lang),
        Scope::Area(_) => findings::unit_area(lang),
        Scope::Cell { .. } => findings::unit_cell(lang),
    }
}

/// A share for a sentence. Never "0 %" of somebody or "100 %" of not quite everybody.
pub(super) fn share(lang: Lang, share: Share) -> String {
    let shown = percent(lang, share.fraction());
    let is_edge = |edge: f64, really: bool| shown == percent(lang, edge) && !really;
    if is_edge(0.0, share.part() == 0) {
        findings::counted_under(lang, &percent(lang, 0.001))
    } else if is_edge(1.0, share.part() == share.whole()) {
        findings::counted_over(lang, &percent(lang, 0.999))
    } else {
        shown
    }
}
