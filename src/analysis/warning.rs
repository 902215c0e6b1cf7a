//! What must be known beside the results before they are believed.
//!
//! Here is [`Warning`]. Absent: results themselves, and sentences.

use super::conclusion::{Conclusion, Why};
use super::decision::Yardstick;
use super::fillings::Fillings;
use super::method::Method;
use super::scope_result::ScopeResult;
use super::verdict::Verdict;
use crate::benchmark::{Benchmark, Kind, Period, Status};
use crate::workforce::{DataQuality, Date, Focus, OutsourcedWork, Scope, Workforce};

/// A caution shown beside the results. Values only; the sentences live in the locale files.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// The figures are somebody's estimate.
    FiguresAreEstimate,
    /// The figures come from a voluntary survey.
    FiguresFromSurvey,
    /// Nobody has said on which day the people were employed.
    NoReportingDate,
    /// Outsourced work is left out; the lowest step may be hidden.
    OutsourcedWorkLeftOut,
    /// Nobody has said whether outsourced work is among the figures.
    OutsourcedWorkNotAnswered,
    /// More people than the method's warning have no stated origin. The largest possible share;
    /// `None` when nobody knows how many.
    OriginNotStated { scope: Scope, share: Option<f64> },
    /// So many have no stated origin that the verdict is left undetermined.
    TooManyNotStated { scope: Scope, share: Option<f64> },
    /// Fewer people with stated origin than could show anything; `smallest_telling_size` people
    /// could.
    SmallNumbers { people: u64, smallest_telling_size: u64 },
    /// Some cells are suppressed or missing.
    HiddenCells { cells: usize },
    /// The given totals contradict the cells: no filling satisfies them.
    TotalsContradictCells,
    /// The benchmark counts children and pensioners; staff is of working age.
    BenchmarkCoversAllAges,
    /// The benchmark is the labour market and inherits the inequality it measures.
    BenchmarkIsLabourMarket,
    /// The focus group's share of the benchmark, or a part of it, is derived and not reported.
    BenchmarkIsDerived,
    /// The benchmark was read at a secondary source.
    BenchmarkIsSecondary,
    /// The benchmark and the figures are this many whole years apart, more than two.
    BenchmarkFarInTime { years: u16 },
    /// Thresholds were changed from the defaults.
    MethodChanged,
}

/// Years a benchmark may lie from the figures before it is warned of.
const MOST_YEARS_APART: u16 = 2;

/// What the warnings are drawn from.
pub(crate) struct Circumstances<'a> {
    pub workforce: &'a Workforce,
    pub benchmark: &'a Benchmark,
    pub focus: Focus,
    pub method: &'a Method,
    pub fillings: &'a Fillings,
    pub yardstick: Yardstick,
    pub whole: &'a ScopeResult,
    /// Levels, then areas.
    pub parts: Vec<&'a ScopeResult>,
}

impl Circumstances<'_> {
    /// Cautions about the results first, then the figures, then the benchmark.
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        self.about_results(&mut warnings);
        self.about_figures(&mut warnings);
        self.about_benchmark(&mut warnings);
        if !self.method.changed_from_default().is_empty() {
            warnings.push(Warning::MethodChanged);
        }
        warnings
    }

    fn about_results(&self, warnings: &mut Vec<Warning>) {
        if let Yardstick::Benchmark { telling_size: Some(smallest_telling_size), .. } =
            self.yardstick
            && self.whole.conclusion.is(Verdict::TooFew)
        {
            let people = self.whole.base.low;
            warnings.push(Warning::SmallNumbers { people, smallest_telling_size });
        }
        if self.fillings.contradiction {
            warnings.push(Warning::TotalsContradictCells);
        }
        if self.fillings.hidden_cells > 0 {
            warnings.push(Warning::HiddenCells { cells: self.fillings.hidden_cells });
        }
        for result in std::iter::once(self.whole).chain(self.parts.iter().copied()) {
            let (scope, share) = (result.scope, result.not_stated_share);
            let too_many = matches!(
                result.conclusion,
                Conclusion::Undetermined { why: Why::OriginNotStated, .. }
            );
            if too_many {
                warnings.push(Warning::TooManyNotStated { scope, share });
            } else if result.not_stated_warning {
                warnings.push(Warning::OriginNotStated { scope, share });
            }
        }
    }

    fn about_figures(&self, warnings: &mut Vec<Warning>) {
        match self.workforce.data_quality {
            DataQuality::OfficialTable => {}
            DataQuality::IndependentSurvey => warnings.push(Warning::FiguresFromSurvey),
            DataQuality::Estimate => warnings.push(Warning::FiguresAreEstimate),
        }
        match self.workforce.outsourced_work {
            OutsourcedWork::None | OutsourcedWork::Included => {}
            OutsourcedWork::LeftOut => warnings.push(Warning::OutsourcedWorkLeftOut),
            OutsourcedWork::NotAnswered => warnings.push(Warning::OutsourcedWorkNotAnswered),
        }
        match self.workforce.reporting_date {
            None => warnings.push(Warning::NoReportingDate),
            Some(date) => {
                if let Some(years) = years_apart(date, self.benchmark.period()) {
                    warnings.push(Warning::BenchmarkFarInTime { years });
                }
            }
        }
    }

    fn about_benchmark(&self, warnings: &mut Vec<Warning>) {
        if self.benchmark.kind() == Kind::LabourMarket {
            warnings.push(Warning::BenchmarkIsLabourMarket);
        }
        if self.benchmark.covers_all_ages() {
            warnings.push(Warning::BenchmarkCoversAllAges);
        }
        if self.focus_share_is_derived() {
            warnings.push(Warning::BenchmarkIsDerived);
        }
        if self.benchmark.source().is_secondary {
            warnings.push(Warning::BenchmarkIsSecondary);
        }
    }

    /// Whether a part of the focus group has a share that nobody reported.
    ///
    /// The other groups do not matter: where everybody of Danish origin is simply the rest, the
    /// share compared with is still the reported one.
    fn focus_share_is_derived(&self) -> bool {
        let mut parts =
            self.benchmark.groups().iter().filter(|group| self.focus.contains(group.group));
        parts.any(|part| part.status != Status::Reported)
    }
}

/// Whole years between the figures and the benchmark, when more than [`MOST_YEARS_APART`].
///
/// A benchmark known only by its year is compared by year.
fn years_apart(date: Date, period: Period) -> Option<u16> {
    let by_year = date.year().abs_diff(period.year);
    let taken =
        period.month.and_then(|month| Date::new(period.year, month, period.day.unwrap_or(1)).ok());
    let Some(taken) = taken else { return (by_year > MOST_YEARS_APART).then_some(by_year) };
    let (early, late) = if date < taken { (date, taken) } else { (taken, date) };
    let is_far = early.plus_years(MOST_YEARS_APART) < late;
    let whole_years = by_year - u16::from(early.plus_years(by_year) > late);
    is_far.then_some(whole_years)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn two_years_are_near_and_a_day_more_is_far() {
        let new_year = Period { year: 2026, month: Some(1), day: Some(1) };
        assert_eq!(years_apart(on("2024-01-01"), new_year), None);
        assert_eq!(years_apart(on("2023-12-31"), new_year), Some(2));
        assert_eq!(years_apart(on("2028-01-01"), new_year), None);
        assert_eq!(years_apart(on("2029-06-01"), new_year), Some(3));
    }

    #[test]
    fn a_benchmark_known_by_year_is_compared_by_year() {
        let year = Period { year: 2012, month: None, day: None };
        assert_eq!(years_apart(on("2014-12-31"), year), None);
        assert_eq!(years_apart(on("2015-01-01"), year), Some(3));
    }
}
