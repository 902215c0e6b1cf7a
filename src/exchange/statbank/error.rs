//! Why a file from a table bank gives no benchmark.
//!
//! Absent: words (`text::statbank`). Read next: [`super::choices`], [`super::benchmark`].

use crate::exchange::reading::{At, Reason, Refusal};
use crate::workforce::{Grouping, Origin};

/// Why a file gives no benchmark, and where that shows.
#[derive(Clone, Debug, PartialEq)]
pub struct StatbankError {
    pub fault: Fault,
    /// The first place that shows it; `None` where the file as a whole does, or has no rows.
    pub at: Option<At>,
    /// The name of the sheet of `at`; empty for a file without sheets.
    pub sheet: String,
    /// The text found there, or the values that name the cell.
    pub found: String,
}

/// What is wrong. Each has its remedy in the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    // The file.
    /// It cannot be opened at all: see [`Reason`].
    File(Reason),
    /// JSON that is cut off or damaged at this line: save the table again.
    DamagedJson { line: usize },
    /// A JSON-stat collection only points at tables: save one of them.
    Collection,
    /// It describes a table and holds no figures: save the figures.
    OnlyADescription,
    /// A row has another number of cells than the heading, and which comma belongs to a text cannot
    /// be told: save with semicolons.
    RowLength { expected: usize, found: usize },
    /// A row of figures without a label in each column before them: save the table again.
    LabelsMissing,
    /// The same cell twice with different figures: save the table again.
    RepeatedCell,
    // What is counted.
    /// Citizenship is not origin: take a table by ancestry (herkomst).
    Citizenship,
    /// No variable of origin: take a table by ancestry (herkomst).
    NoOrigin,
    /// Origin is there, but only its total, or groups that are not known: tick all groups.
    NoGroups,
    /// This group is not in the file, nor the parts that make it up: tick all groups.
    GroupMissing { group: Origin },
    /// Not a table of residents: take a population table.
    OtherPopulation { name: String },
    /// Rates or percentages instead of counts: choose the number of persons.
    Percentages,
    /// A further variable has several values and no total: choose its total.
    VariableOpen { variable: String },
    /// A further variable is narrowed to one value: choose its total.
    Narrowed { variable: String, value: String },
    /// Only men or only women: choose the total or both.
    OneSexOnly,
    /// Which table it is cannot be told from the file: say its name.
    TableUnknown,
    /// The name given is none that a table can have: letters and digits only.
    NotATableName,
    // What is asked for.
    /// The file does not say which area it is about: choose the area in the table.
    NoArea,
    /// The file has no such area: choose one that it has.
    UnknownArea,
    /// No year, quarter or month in the file: choose one in the table.
    NoDate,
    /// The file has no such date: choose one that it has.
    UnknownDate,
    /// No ages in the file: choose the ages in the table.
    NoAges,
    /// A single age is missing between the others: save the table with it.
    AgeMissing { age: u8 },
    /// The file's age groups do not end where the range does; what they allow instead.
    AgesDoNotFit { from: u8, to: u8, nearest: Vec<(u8, u8)> },
    /// Neither a total of all ages nor every age from 0 up: choose a range.
    NotAllAges,
    /// Groups that the file is too coarse for: choose one that it has.
    GroupingNotThere { grouping: Grouping },
    // The figures.
    /// A cell that is needed is not in the file: save the table with it.
    CellMissing,
    /// A cell that is needed is hidden or empty: choose a larger area or coarser groups.
    CellHidden,
    /// A cell that is needed holds no number: save the table again.
    NotACount,
    /// A total is not the sum of its parts: tick all parts, or save the table again.
    TotalDisagrees { given: u64, sum: u64 },
    /// Nobody lives there: choose another area or range.
    Nobody,
}

impl StatbankError {
    /// A fault of the file as a whole.
    pub fn of(fault: Fault) -> StatbankError {
        StatbankError { fault, at: None, sheet: String::new(), found: String::new() }
    }

    pub(super) fn at(self, at: Option<At>) -> StatbankError {
        StatbankError { at, ..self }
    }

    pub(super) fn found(self, found: impl Into<String>) -> StatbankError {
        // No cell that a table bank writes is longer; a foreign file may hold anything.
        let found = found.into().chars().take(80).collect();
        StatbankError { found, ..self }
    }

    pub(super) fn on(self, sheet: &str) -> StatbankError {
        let sheet = if self.at.is_some() { sheet.to_owned() } else { self.sheet };
        StatbankError { sheet, ..self }
    }
}

impl From<Refusal> for StatbankError {
    fn from(refusal: Refusal) -> StatbankError {
        let Refusal { reason, at, sheet, found } = refusal;
        StatbankError { fault: Fault::File(reason), at, sheet, found }
    }
}
