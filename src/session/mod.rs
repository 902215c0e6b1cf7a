//! The user's whole work as one value, and everything that can happen to it.
//!
//! A [`Session`] holds the [`Draft`] (figures as typed), the edits of the pledge, the [`Choices`]
//! beside the figures and the figures of other dates. It changes
//! only through [`Session::apply`]; every change can be undone. [`check`] turns the draft into
//! a [`crate::workforce::Workforce`] with a list of [`Problem`]s. Absent: storage and any other
//! I/O. Read next: [`Event`] for what can happen.

mod apply;
mod check;
mod choices;
mod dates;
mod draft;
mod event;
mod example;
mod grid;
mod history;
mod paste;
mod problem;
mod refill;

pub use check::{Checked, check};
pub use choices::{Choice, Choices, Rate, ThresholdError, threshold_bounds};
pub use dates::{DateEvent, MOST_DATES, OtherDate, SetTarget, dates_of};
pub use draft::{
    AreaKey, CellKey, Depth, Draft, GridColumn, LevelKey, Name, NamedPart, PartId, PresetLevel,
    RowKey,
};
pub use event::{About, Event, Part, ReviewEvent, Step};
pub use grid::{Grid, GridRow};
pub use history::{Session, Work};
pub use paste::PasteFit;
pub use problem::{Place, Problem, ProblemKind, Severity};
