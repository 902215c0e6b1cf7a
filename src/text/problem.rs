//! Problems as sentences with their remedy.

use super::{Lang, count, problem};
use crate::exchange::count::CountError;
use crate::session::{Problem, ProblemKind};

/// What is wrong and what to do about it. The place is named by whoever shows it.
pub fn problem_text(lang: Lang, found: &Problem) -> String {
    let fixed = match found.kind {
        ProblemKind::Count(error) => count_error(lang, error),
        ProblemKind::TotalDisagrees { given, sum } => {
            let (given, sum) = (count(lang, given.into()), count(lang, sum));
            return problem::total_disagrees(lang, &given, &sum);
        }
        ProblemKind::TotalTooSmall { given, sum } => {
            let (given, sum) = (count(lang, given.into()), count(lang, sum));
            return problem::total_too_small(lang, &given, &sum);
        }
        ProblemKind::TotalNotExact => problem::total_not_exact(lang),
        ProblemKind::SameName => problem::same_name(lang),
        ProblemKind::EmptyName => problem::empty_name(lang),
        ProblemKind::NotADate => problem::not_a_date(lang),
        ProblemKind::UnknownBenchmark => problem::unknown_benchmark(lang),
        ProblemKind::BenchmarkTooCoarse => problem::benchmark_too_coarse(lang),
    };
    fixed.to_owned()
}

fn count_error(lang: Lang, error: CountError) -> &'static str {
    match error {
        CountError::Negative => problem::negative(lang),
        CountError::Fraction => problem::fraction(lang),
        CountError::Percentage => problem::percentage(lang),
        CountError::TooLarge => problem::too_large(lang),
        CountError::Dash => problem::dash(lang),
        CountError::RangeBackwards => problem::range_backwards(lang),
        CountError::NotANumber => problem::not_a_number(lang),
    }
}
