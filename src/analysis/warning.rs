//! What must be known beside the results before they are believed.
//!
//! Here is [`Warning`]. Absent: results themselves, and sentences.

use crate::workforce::Scope;

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
    /// More people than the method's warning have no stated origin. The largest possible share.
    OriginNotStated { scope: Scope, share: f64 },
    /// So many have no stated origin that the verdict is left undetermined.
    TooManyNotStated { scope: Scope, share: f64 },
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
    /// A share of the benchmark is derived, not reported.
    BenchmarkIsDerived,
    /// The benchmark was read at a secondary source.
    BenchmarkIsSecondary,
    /// The benchmark and the figures are this many whole years apart, more than two.
    BenchmarkFarInTime { years: u16 },
    /// Thresholds were changed from the defaults.
    MethodChanged,
}
