//! Cautions in sentences, as they stand beside the verdicts.
//!
//! Absent: which cautions apply ([`crate::analysis::warning`]). Read next: [`super::finding`].

use super::benchmark::words;
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
            return not_stated(lang, subject, scope, share, &SOME);
        }
        Warning::TooManyNotStated { scope, share } => {
            return not_stated(lang, subject, scope, share, &TOO_MANY);
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
    warnings::working_age_route(lang, words(lang, &subject.benchmark.source().table))
}

/// The texts for a share without stated origin that is one number, the largest of several, or
/// unknown.
struct NotStated {
    exactly: fn(Lang, &str, &str) -> String,
    up_to: fn(Lang, &str, &str) -> String,
    unknown: fn(Lang, &str) -> String,
}

const SOME: NotStated = NotStated {
    exactly: warnings::not_stated,
    up_to: warnings::not_stated_up_to,
    unknown: warnings::not_stated_unknown,
};

const TOO_MANY: NotStated = NotStated {
    exactly: warnings::too_many_not_stated,
    up_to: warnings::too_many_not_stated_up_to,
    unknown: warnings::too_many_not_stated_unknown,
};

fn not_stated(
    lang: Lang,
    subject: &Subject,
    scope: Scope,
    share: Option<f64>,
    texts: &NotStated,
) -> String {
    let place = subject.place(lang, scope);
    let is_exact = subject
        .result(scope)
        .is_some_and(|result| result.not_stated.exact().is_some() && result.base.exact().is_some());
    match share {
        None => (texts.unknown)(lang, &place),
        Some(share) if is_exact => (texts.exactly)(lang, &place, &percent(lang, share)),
        Some(share) => (texts.up_to)(lang, &place, &percent(lang, share)),
    }
}
