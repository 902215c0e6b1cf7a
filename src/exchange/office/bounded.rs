//! A reading cut to what a page can show: whatever a file holds, the page that reads the reply must
//! not be kept busy by it.
//!
//! Figures are never cut. What is cut is told of only a few times: places of a sum, problems of one
//! kind after another, the roles of hundreds of columns.

use crate::exchange::reading::{Outcome, Reading};

/// Places that one cell was summed from.
const PLACES: usize = 12;
/// Problems, and notes.
const REMARKS: usize = 200;
/// Parts of the file with their roles.
const PARTS: usize = 300;
/// Questions; one that is cut is answered by its guess.
const QUESTIONS: usize = 20;
/// Totals: one for each row and column of the largest table.
const TOTALS: usize = 2_000;

/// The outcome with its lists cut.
pub(super) fn bounded(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Table(reading) => Outcome::Table(cut(reading)),
        Outcome::Ask { mut questions, guess } => {
            questions.truncate(QUESTIONS);
            Outcome::Ask { questions, guess: cut(guess) }
        }
        refused => refused,
    }
}

fn cut(mut reading: Reading) -> Reading {
    for cell in &mut reading.cells {
        cell.at.truncate(PLACES);
    }
    reading.totals.truncate(TOTALS);
    reading.problems.truncate(REMARKS);
    reading.notes.truncate(REMARKS);
    reading.understood.truncate(PARTS);
    reading
}
