//! Problems as sentences with their remedy.

use super::{Lang, count, problems};
use crate::exchange::count::CountError;
use crate::session::{Problem, ProblemKind};

/// What is wrong and what to do about it. The place is named by whoever shows it.
pub fn problem_text(lang: Lang, found: &Problem) -> String {
    let fixed = match found.kind {
        ProblemKind::Count(error) => count_error(lang, error),
        ProblemKind::TotalDisagrees { given, sum } => {
            let (given, sum) = (count(lang, given.into()), count(lang, sum));
            return problems::total_disagrees(lang, &given, &sum);
        }
        ProblemKind::TotalTooSmall { given, sum } => {
            let (given, sum) = (count(lang, given.into()), count(lang, sum));
            return problems::total_too_small(lang, &given, &sum);
        }
        ProblemKind::TotalNotExact => problems::total_not_exact(lang),
        ProblemKind::SameName => problems::same_name(lang),
        ProblemKind::EmptyName => problems::empty_name(lang),
        ProblemKind::NotADate => problems::not_a_date(lang),
        ProblemKind::UnknownBenchmark => problems::unknown_benchmark(lang),
        ProblemKind::BenchmarkTooCoarse => problems::benchmark_too_coarse(lang),
    };
    fixed.to_owned()
}

fn count_error(lang: Lang, error: CountError) -> &'static str {
    match error {
        CountError::Negative => problems::negative(lang),
        CountError::Fraction => problems::fraction(lang),
        CountError::Percentage => problems::percentage(lang),
        CountError::TooLarge => problems::too_large(lang),
        CountError::Dash => problems::dash(lang),
        CountError::RangeBackwards => problems::range_backwards(lang),
        CountError::NotANumber => problems::not_a_number(lang),
    }
}
