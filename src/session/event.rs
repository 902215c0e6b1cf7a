//! Everything that can happen to the user's work.

use super::choices::Choice;
use super::dates::DateEvent;
use super::draft::{Depth, GridColumn, PartId, RowKey};
use super::history::Work;
use crate::benchmark::Benchmark;
use crate::exchange::clipboard::Block;
use crate::pledge::{Edit, ReviewEdit, SignedPledge};
use crate::workforce::{DataQuality, Grouping, OutsourcedWork, Sector};

/// A level or an area, where the same thing can happen to both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Level,
    Area,
}

/// The direction a part is moved on its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Towards the top of the ladder (for areas: up the list).
    Up,
    Down,
}

/// A change to what is known about the organisation and its figures.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    Organisation(String),
    Sector(Sector),
    DataQuality(DataQuality),
    OutsourcedWork(OutsourcedWork),
    ReportingDate(String),
    CountingRule(String),
    Benchmark(String),
}

/// A change to the status of a signed pledge.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewEvent {
    /// A signed pledge was opened; what was said of another one is put away.
    Open(Box<SignedPledge>),
    Edit(ReviewEdit),
    /// Putting the pledge away with what was said of it.
    Close,
}

/// One thing the user did.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Typing in a cell; every keystroke.
    Type {
        row: RowKey,
        column: GridColumn,
        text: String,
    },
    /// Leaving a cell: a readable number gets its plain form, everything else stays as typed.
    Leave {
        row: RowKey,
        column: GridColumn,
    },
    /// Emptying a range of cells.
    Empty {
        cells: Vec<(RowKey, GridColumn)>,
    },
    /// Putting a block of texts in with its first cell here. With `grow`, levels or areas are
    /// added for rows that do not fit; else those rows are left out.
    Paste {
        row: RowKey,
        column: GridColumn,
        block: Block,
        grow: bool,
    },
    About(About),
    /// Comparing with a benchmark of the user's own from now on.
    UseBenchmark(Box<Benchmark>),
    SetDepth(Depth),
    SetGrouping(Grouping),
    ShowNotStatedRows(bool),
    Add(Part),
    Rename {
        part: Part,
        id: PartId,
        name: String,
    },
    Remove {
        part: Part,
        id: PartId,
    },
    /// Adding a part's figures to its neighbour's and removing it.
    MergeIntoNext {
        part: Part,
        id: PartId,
    },
    Move {
        part: Part,
        id: PartId,
        step: Step,
    },
    Pledge(Edit),
    Choose(Choice),
    Dates(DateEvent),
    Review(ReviewEvent),
    LoadExample,
    /// Emptying the figures and the pledge; can be undone.
    Clear,
    /// Work from a file takes the place of the present work; can be undone.
    Open(Box<Work>),
    /// Going on with work from earlier, as if the page had never been closed.
    Resume(Box<Work>),
    Undo,
    Redo,
    /// Forgetting the work and its history; cannot be undone.
    EraseEverything,
}
