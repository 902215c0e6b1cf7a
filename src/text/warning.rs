//! Cautions in sentences, as they stand beside the verdicts.
//!
//! Absent: which cautions apply ([`crate::analysis::warning`]). Read next: [`super::finding`].

use super::subject::Subject;
use super::{Lang, count, percent, warnings};
use crate::analysis::Warning;
use crate::workforce::Scope;

/// Every caution of an assessment, in its order.
pub fn sentences(lang: Lang, subject: &Subject) -> Vec<String> {
    let all = &subject.assessment.warnings;
    all.iter().map(|warning| sentence(lang, subject, warning)).collect()
}

/// One caution, with what to do about it where something can be done.
pub fn sentence(lang: Lang, subject: &Subject, warning: &Warning) -> String {
    let text = match *warning {
        Warning::FiguresAreEstimate => warnings::estimate(lang),
        Warning::FiguresFromSurvey => warnings::survey(lang),
        Warning::NoReportingDate => warnings::no_reporting_date(lang),
        Warning::OutsourcedWorkLeftOut => warnings::outsourced_left_out(lang),
        Warning::OutsourcedWorkNotAnswered => warnings::outsourced_not_answered(lang),
        Warning::TotalsContradictCells => warnings::totals_contradict_cells(lang),
        Warning::BenchmarkIsLabourMarket => warnings::labour_market(lang),
        Warning::BenchmarkIsDerived => warnings::derived_benchmark(lang),
        Warning::BenchmarkIsSecondary => warnings::secondary_source(lang),
        Warning::MethodChanged => warnings::method_changed(lang),
        Warning::OriginNotStated { scope, share } => {
            let text = if is_exact(subject, scope) {
                warnings::not_stated
            } else {
                warnings::not_stated_up_to
            };
            return text(lang, &subject.place(lang, scope), &percent(lang, share));
        }
        Warning::TooManyNotStated { scope, share } => {
            let text = if is_exact(subject, scope) {
                warnings::too_many_not_stated
            } else {
                warnings::too_many_not_stated_up_to
            };
            return text(lang, &subject.place(lang, scope), &percent(lang, share));
        }
        Warning::SmallNumbers { people, smallest_telling_size } => {
            let least = count(lang, smallest_telling_size);
            return warnings::small_numbers(lang, &count(lang, people), &least);
        }
        Warning::HiddenCells { cells } => {
            return warnings::hidden_cells(lang, &count(lang, cells as u64));
        }
        Warning::BenchmarkCoversAllAges => {
            return warnings::all_ages(lang, subject.yardstick(lang).theirs_first);
        }
        Warning::BenchmarkFarInTime { years } => {
            return warnings::far_in_time(lang, &count(lang, years.into()));
        }
    };
    text.to_owned()
}

/// How to get the benchmark's figure for people of working age.
pub fn working_age_route(lang: Lang, subject: &Subject) -> String {
    warnings::working_age_route(lang, &subject.benchmark.source().table)
}

/// Whether the share without stated origin is one number and not the largest of several.
fn is_exact(subject: &Subject, scope: Scope) -> bool {
    subject
        .result(scope)
        .is_some_and(|result| result.not_stated.exact().is_some() && result.base.exact().is_some())
}
