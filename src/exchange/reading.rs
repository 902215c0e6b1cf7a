//! What a file was understood to say: the values between bytes and the user's work.
//!
//! Reading ends in one of three ways ([`Outcome`]): a table, a question with a best guess, or a
//! refusal. Nothing here touches what was entered before. Absent: bytes ([`super::book`]), how a
//! table is recognised ([`super::recognise`]), words (`text::reading`), and what becomes of it
//! (`exchange::import`). Read next: [`super::reading_json`], the same as JSON.

use crate::session::PresetLevel;
use crate::workforce::{Column, Grouping, Headcount, Origin};

/// A place in a file as a spreadsheet shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Index of the sheet in [`Reading::sheets`], from 0; 0 where a file has no sheets.
    pub sheet: u32,
    /// The physical row, from 1.
    pub row: u32,
    /// The physical column, from 1: 3 is column C.
    pub column: u32,
}

/// The three ways in which reading ends.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Everything was understood; the problems stand in the reading.
    Table(Reading),
    /// Something has to be chosen first. The guess is the reading with every question answered
    /// by its own guess.
    Ask { questions: Vec<Question>, guess: Reading },
    /// Nothing is taken over.
    Refused(Refusal),
}

/// A table of headcounts as the file gives it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reading {
    /// Names of the file's sheets, in file order; one empty name for a file without sheets.
    pub sheets: Vec<String>,
    pub grouping: Grouping,
    /// From entry to top. Empty: totals only.
    pub levels: Vec<LevelName>,
    /// Empty: not divided by area.
    pub areas: Vec<String>,
    /// Each cell of the table at most once; several places where cells were summed.
    pub cells: Vec<ReadCell>,
    /// Totals that stood in the file, checked and never counted.
    pub totals: Vec<ReadTotal>,
    /// The year or quarter the figures are from, as the file says it.
    pub period: Option<String>,
    /// What each column and heading was taken for, for the preview and for corrections.
    pub understood: Vec<Understood>,
    /// What a reader should look at; nothing here stops the table from being used.
    pub problems: Vec<SheetProblem>,
    /// What was done with the file that is not plain from the table.
    pub notes: Vec<Note>,
}

/// The name of a level as found in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelName {
    /// As the file writes it.
    pub name: String,
    /// The default level it corresponds to, where it is one of them (or a DISCO major group).
    pub preset: Option<PresetLevel>,
}

/// One cell of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadCell {
    /// Index in [`Reading::levels`]; `None`: all, or level not stated where there are levels.
    pub level: Option<usize>,
    /// Index in [`Reading::areas`]; `None`: all, or area not stated where there are areas.
    pub area: Option<usize>,
    pub column: Column,
    pub count: Headcount,
    /// Where it was read.
    pub at: Vec<At>,
}

/// A total that stood in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadTotal {
    pub level: Option<usize>,
    pub area: Option<usize>,
    /// `None`: everybody.
    pub column: Option<Column>,
    pub people: u32,
    pub at: At,
}

/// What a part of the file was taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    pub part: FilePart,
    /// The heading's words in the file; empty for an unnamed part.
    pub words: String,
    pub role: Role,
}

/// A part of a file that has one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilePart {
    Sheet {
        sheet: u32,
    },
    /// Physical, from 1.
    Column {
        sheet: u32,
        column: u32,
    },
    /// Physical, from 1.
    Row {
        sheet: u32,
        row: u32,
    },
}

/// What a sheet, column, row or value stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Counts of this origin group.
    Group(Origin),
    OriginNotStated,
    /// Everybody, or everything of the other direction: checked, never counted.
    Total,
    /// "Heraf …": part of another column, never counted.
    Subset,
    /// A column (or heading row) of level names.
    LevelNames,
    AreaNames,
    GroupNames,
    SexNames,
    Periods,
    /// The column of counts of a long table.
    Counts,
    /// A row, column or sheet about one level.
    Level(LevelName),
    LevelNotStated,
    Area(String),
    AreaNotStated,
    /// Title lines, footnotes, codes: left out.
    Ignored,
}

/// Something to choose before the table can be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Stable for the same file, for example `dash`, `thousands:0:3`, `level_order`.
    pub id: String,
    pub topic: Topic,
    pub at: Option<At>,
    pub form: Form,
    pub options: Vec<Choice>,
    /// Indices of options: one for [`Form::One`], all in order (entry first) for [`Form::Order`].
    pub guess: Vec<usize>,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Which of several sheets or tables holds the figures.
    WhichTable,
    /// Whether "1.234" in this column means thousands or a decimal fraction.
    Thousands,
    /// Whether "-" means nobody, a number that is not known, or a hidden one.
    Dash,
    /// Several years or quarters: which one.
    Period,
    /// The same cell stands twice with different figures: which one.
    RepeatedCell,
    /// Unknown level names: their order from entry to top.
    LevelOrder,
    /// More levels than there can be: what becomes of them.
    LevelMapping,
    /// A column of numbers whose heading nobody understands.
    ColumnRole,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// One of the options.
    One,
    /// All options in an order, entry level first.
    Order,
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Words of the file.
    Words(String),
    Means(Meaning),
    Role(Role),
}

/// What a sign in a cell can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    Thousands,
    Decimals,
    Nobody,
    NotKnown,
    /// More levels than there can be: put together into the five.
    SpreadLevels,
    LeaveOutLevels,
    /// 0 to 4 people, or as many as the file's own note says.
    Hidden,
}

/// What the user chose: answers to questions and corrections of what was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    pub questions: Vec<Answer>,
    pub corrections: Vec<Correction>,
}

/// The answer to one question; an answer that fits no question is left out of account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub id: String,
    pub chosen: Vec<usize>,
}

/// "This column is something else."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub part: FilePart,
    pub role: Role,
}

/// Something in a table that was read all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetProblem {
    pub kind: SheetProblemKind,
    pub at: At,
    /// The text found there, as it stands.
    pub found: String,
}

/// What is wrong in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetProblemKind {
    /// A total is not the sum of its parts.
    TotalDisagrees { given: u64, sum: u64 },
    /// The parts, hidden ones included, are at least this much.
    TotalTooSmall { given: u64, least: u64 },
    /// A cell that should hold a count holds something else; it is missing in the table.
    NotACount,
    /// A count so large that nobody has so many people.
    TooLarge,
    /// A range with the larger number first.
    RangeBackwards,
    /// The same cell twice, with the same figure.
    RepeatedSame,
    /// "Heraf …" is larger than what it is part of.
    SubsetTooLarge { given: u64, whole: u64 },
}

/// What was done with the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// Men and women were added together.
    SexesSummed { at: At },
    /// A total was recognised and checked, not counted.
    TotalChecked { at: At },
    /// A "heraf" column was left out.
    SubsetLeftOut { at: At },
    /// DISCO major groups were put together into the five levels.
    DiscoGroupsMapped,
    /// "..", "*" or another sign was read as a hidden number in this range, as the file's own note
    /// says or, without one, as 0 to 4.
    HiddenSign { sign: String, low: u32, high: u32, at: At },
    /// A note in the file, here, says that small numbers are hidden and not below which limit.
    HiddenLimitUnclear { at: At },
    /// The newest of several periods was taken.
    PeriodTaken { period: String },
    /// Sheets that were left out because nothing in them is a table.
    SheetLeftOut { sheet: u32 },
    /// Names of the file that were put together into one level, from entry to top.
    LevelsMerged { level: LevelName, names: Vec<String> },
    /// Another table of the same people was left out; its headings stand here.
    TableLeftOut { at: At },
    /// One group stands nowhere, and totals give it once the table is used.
    RestFromTotal { at: At },
    /// Percentages beside totals gave whole numbers of people.
    PercentagesResolved { at: At },
}

/// Why a file is not read. What was entered before is untouched.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub reason: Reason,
    /// The first place that shows it; `None` where the file as a whole does.
    pub at: Option<At>,
    /// The name of the sheet of `at`; empty for a file without sheets.
    pub sheet: String,
    /// The text found there, shortened; never shown for a person-level file.
    pub found: String,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    // The file.
    /// No bytes, or nothing but spaces.
    Empty,
    /// Neither text nor a spreadsheet (a picture, a PDF, a program).
    Binary,
    /// The content is another kind of file than its name says, and not one that is read.
    WrongKind,
    /// Locked by a password.
    Encrypted,
    /// A spreadsheet that cannot be opened.
    Damaged,
    /// More bytes than [`super::book::MOST_BYTES`].
    TooManyBytes,
    /// More rows than [`super::book::MOST_ROWS`].
    TooManyRows,
    /// More columns or cells than any table has, or content that unpacks to far too much.
    TooMuchContent,
    // The figures.
    /// One row a person: never read. The lawful route is the remedy.
    PersonLevel,
    /// Shares instead of counts, without totals that make them exact.
    Percentages,
    /// Fractions of people, full-time equivalents for example.
    Fractions,
    Negative,
    /// A count above the largest there can be.
    TooLarge,
    /// Citizenship, country of birth or another classification instead of origin.
    NotOrigin,
    /// Men or women alone: the staff is both.
    OneSex,
    /// No origin groups in it.
    NoGroups,
    /// Nothing that looks like a table of counts.
    NotATable,
    TooManyLevels,
    TooManyAreas,
    /// A benchmark file where a workforce was expected: open it as a benchmark.
    IsABenchmark,
    /// A project file: open it as one.
    IsAProject,
}
