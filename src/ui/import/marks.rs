//! The attributes by which a click or a change in the markup is understood.

/// What a button does.
pub const ACT: &str = "data-act";
pub const USE: &str = "use";
pub const CLOSE: &str = "close";
pub const READ_PASTED: &str = "read-pasted";
pub const TAKE_SHARED: &str = "take-shared";
pub const STOP: &str = "stop";
pub const COMPARE: &str = "compare";

/// Which of the files that came together is to be read, by its place among them.
pub const FILE: &str = "data-file";
/// Which question an option or a button answers, by its place on the list.
pub const QUESTION: &str = "data-question";
/// Which option it is: chosen, or moved by one in an order.
pub const OPTION: &str = "data-option";
/// Whether a move goes up.
pub const UP: &str = "data-up";
/// Which part of the file a correction is about, by its place on the list.
pub const PART: &str = "data-part";
/// Which choice of a benchmark file a list is.
pub const CHOICE: &str = "data-choice";
/// A figure of the preview, by row and column.
pub const FIGURE: &str = "data-figure";
