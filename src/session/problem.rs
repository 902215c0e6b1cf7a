//! What is wrong or doubtful in the draft, and where.

use super::draft::{GridColumn, PartId, RowKey};
use super::event::Part;
use crate::exchange::count::CountError;

/// Where a problem is, so that the screen can lead there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Cell(RowKey, GridColumn),
    PartName(Part, PartId),
    ReportingDate,
    Benchmark,
    Grouping,
}

/// Whether the figures can be read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The text at this place is not used until it is corrected.
    Error,
    /// Everything is used, but somebody should look.
    Notice,
}

/// What is wrong. Each kind has its remedy in the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    Count(CountError),
    /// The given total is not the sum of the row's counts.
    TotalDisagrees {
        given: u32,
        sum: u64,
    },
    /// The row's counts are already more than the given total.
    TotalTooSmall {
        given: u32,
        sum: u64,
    },
    /// The given total can be neither hidden nor a range.
    TotalNotExact,
    /// Two levels or two areas have the same name.
    SameName,
    EmptyName,
    /// Not a day of the form YYYY-MM-DD.
    NotADate,
    /// The benchmark of the file is not among the built-in ones.
    UnknownBenchmark,
    /// The chosen benchmark is coarser than the grouping, so its focus group has no share.
    BenchmarkTooCoarse,
}

/// One problem at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Problem {
    pub place: Place,
    pub kind: ProblemKind,
}

impl Problem {
    pub fn severity(&self) -> Severity {
        match self.kind {
            ProblemKind::TotalDisagrees { .. }
            | ProblemKind::SameName
            | ProblemKind::EmptyName
            | ProblemKind::BenchmarkTooCoarse => Severity::Notice,
            _ => Severity::Error,
        }
    }
}
