//! From a pledge and its figures to what is written down of it.
//!
//! Absent: JSON, and what a public record leaves out ([`super::public`](mod@super::public)).

use super::{
    BenchmarkRecord, MeasureRecord, PledgeRecord, ScopeRecord, SignatureRecord, TargetRecord, Whom,
};
use crate::analysis::ScopeResult;
use crate::benchmark::Benchmark;
use crate::pledge::{Commitment, LineId, MeasureLine, TargetLine};
use crate::report::charter::Passage;
use crate::report::{Source, Visibility, words};
use crate::text::{Lang, benchmark, findings, report};
use crate::workforce::{Date, Focus, Origin, Scope};

/// Everything, with exact figures. `written` is the day of writing.
pub fn internal(source: &Source, lang: Lang, written: Date) -> PledgeRecord {
    let (pledge, workforce) = (source.pledge, source.workforce);
    let organisation = pledge.organisation.value().trim();
    PledgeRecord {
        visibility: Visibility::Internal,
        lang,
        written,
        organisation: (!organisation.is_empty()).then(|| organisation.to_owned()),
        sector: Some(workforce.sector),
        reporting_date: workforce.reporting_date,
        data_quality: workforce.data_quality,
        outsourced_work: workforce.outsourced_work,
        people: source.assessment.whole.base.exact(),
        not_stated: source.assessment.whole.not_stated.exact(),
        scopes: scopes(source),
        focus: focus(source.assessment.focus),
        benchmark: compared(source, lang),
        commitments: Commitment::ALL
            .map(|commitment| Passage::Commitment(commitment).wording(lang).to_owned())
            .to_vec(),
        targets: pledge.targets.iter().map(|line| target(line, lang)).collect(),
        without_target: pledge.numberless.iter().map(|level| level.name.clone()).collect(),
        measures: pledge.measures.iter().map(|line| measure(lang, line)).collect(),
        reviews: pledge.reviews.clone(),
        target_day: pledge.target_day,
        note: pledge.note.clone(),
        recipient: pledge.recipient.clone(),
        signature: SignatureRecord {
            name: pledge.signatory.clone(),
            role: pledge.signatory_role.clone(),
            place: pledge.place.clone(),
            day: pledge.signed_on,
        },
        clause: report::clause(lang).to_owned(),
        disclaimers: vec![
            report::annex_not_discrimination(lang).to_owned(),
            findings::note_self_assessment(lang).to_owned(),
        ],
    }
}

fn scopes(source: &Source) -> Vec<ScopeRecord> {
    let assessment = source.assessment;
    let results = std::iter::once(&assessment.whole)
        .chain(assessment.levels.iter().rev())
        .chain(&assessment.areas);
    let exact = |result: &ScopeResult| result.representation.as_ref()?.share;
    let record = |result: &ScopeResult| ScopeRecord {
        whom: whom(source, result.scope),
        people: result.base,
        focus: result.focus,
        not_stated: result.not_stated,
        share: exact(result).map(|share| share.fraction()),
        verdict: result.verdict(),
    };
    results.map(record).collect()
}

/// The whole organisation, a level or an area; a level within an area goes by its level.
pub(super) fn whom(source: &Source, scope: Scope) -> Whom {
    let table = &source.workforce.table;
    match scope {
        Scope::WholeOrganisation => Whom::Everybody,
        Scope::Level(level) | Scope::Cell { level, .. } => Whom::Level {
            key: table.levels()[level].key.clone(),
            name: table.levels()[level].name.clone(),
        },
        Scope::Area(area) => Whom::Area { name: table.areas()[area].name.clone() },
    }
}

/// The fewest groups that make up the focus group: its own name, else its fine groups.
pub(in super::super) fn focus(focus: Focus) -> Vec<Origin> {
    match focus.named() {
        Some(group) => vec![group],
        None => focus.fine_groups().collect(),
    }
}

fn compared(source: &Source, lang: Lang) -> BenchmarkRecord {
    let compared: &Benchmark = source.benchmark;
    let from = compared.source();
    BenchmarkRecord {
        id: compared.id().to_owned(),
        name: benchmark::name(lang, compared),
        period: compared.period(),
        share: source.assessment.benchmark_share.fraction(),
        publisher: benchmark::words(lang, &from.publisher).to_owned(),
        table: benchmark::words(lang, &from.table).to_owned(),
        url: from.primary_url.clone().into_owned(),
        licence: benchmark::licence(lang, &from.licence).to_owned(),
    }
}

pub(super) fn target(line: &TargetLine, lang: Lang) -> TargetRecord {
    let key = match &line.id {
        LineId::Target(key) => key.clone(),
        LineId::Measure(id) => id.clone(),
        LineId::Own(number) => number.to_string(),
    };
    TargetRecord {
        key,
        level: line.level.clone(),
        focus: line.focus,
        people: line.people,
        target: line.number(),
        mirror: line.computed.map(|target| target.mirror),
        day: *line.day.value(),
        owner: words::field(lang, &line.owner).into_owned(),
    }
}

fn measure(lang: Lang, line: &MeasureLine) -> MeasureRecord {
    MeasureRecord {
        id: line.measure.map(|measure| measure.id.to_owned()),
        commitment: line.commitment.number(),
        text: words::field(lang, &line.text).into_owned(),
        owner: words::field(lang, &line.owner).into_owned(),
        day: *line.due.value(),
        indicator: words::field(lang, &line.indicator).into_owned(),
    }
}
