//! The office worker's desk: an errand in, a reply out.
//!
//! It keeps what was opened, so that an answer needs no second upload. Absent: the browser, words
//! for people beyond what a table bank's file lacks, verdicts. Read next:
//! [`crate::exchange::message`].

use super::bounded::bounded;
use super::yardstick::Yardstick;
use crate::board::Roll;
use crate::exchange::board;
use crate::exchange::book::{self, Book, Cell};
use crate::exchange::link::{self, LinkError};
use crate::exchange::message::{Errand, Failure, Reply};
use crate::exchange::offer::Taken;
use crate::exchange::reading::{Answers, Outcome, Reason, Refusal};
use crate::exchange::write::{docx, tables_json, xlsx};
use crate::exchange::{parts_json, reading_json, recognise};

/// What lies on the desk between two errands.
#[derive(Debug, Default)]
pub struct Desk {
    book: Option<Book>,
    /// A table bank's file, kept for its choices.
    yardstick: Option<Yardstick>,
    /// The pledges of an overview.
    roll: Roll,
}

impl Desk {
    /// Does an errand by its name; whatever is no errand is not understood.
    pub fn answer(&mut self, errand: &str, text: &str, bytes: &[u8]) -> Reply {
        let Some(errand) = Errand::from_name(errand) else {
            return Reply::Failed(Failure::NotUnderstood);
        };
        match errand {
            Errand::Open => {
                let opened = book::open(text, bytes);
                self.read(opened, || Yardstick::open(text, bytes))
            }
            Errand::Paste => {
                let opened = book::from_text(text);
                self.read(opened, || Yardstick::open("", text.as_bytes()))
            }
            Errand::Answer => match (&self.book, reading_json::read_answers(text)) {
                (None, _) => Reply::Failed(Failure::NothingOpen),
                (_, Err(_)) => Reply::Failed(Failure::NotUnderstood),
                (Some(book), Ok(answers)) => reading(recognise::read(book, &answers)),
            },
            Errand::Benchmark => match (&self.yardstick, Taken::read(text)) {
                (None, _) => Reply::Failed(Failure::NothingOpen),
                (_, None) => Reply::Failed(Failure::NotUnderstood),
                (Some(yardstick), Some(taken)) => Reply::Benchmark(yardstick.offer(&taken).write()),
            },
            Errand::Document => parts_json::read(text)
                .and_then(|parts| docx::pack(&parts).ok())
                .map_or(Reply::Failed(Failure::NotUnderstood), Reply::File),
            Errand::Workbook => {
                workbook(text).map_or(Reply::Failed(Failure::NotUnderstood), Reply::File)
            }
            Errand::Pack => link::pack(text).map_or_else(failed, Reply::Link),
            Errand::Unpack => link::unpack(text).map_or_else(failed, Reply::Work),
            Errand::Gather => match self.gather(text, bytes) {
                Some(()) => Reply::Gathered,
                None => Reply::Failed(Failure::NotUnderstood),
            },
            Errand::Overview => match text.parse() {
                Ok(today) => Reply::Overview(board::wire::write(&self.roll.summary(today))),
                Err(_) => Reply::Failed(Failure::NotUnderstood),
            },
        }
    }

    /// Whether to begin anew on the first line, the files on the others.
    fn gather(&mut self, text: &str, bytes: &[u8]) -> Option<()> {
        let (first, lines) = text.split_once('\n')?;
        if first == "new" {
            self.roll = Roll::default();
        }
        board::gather(&mut self.roll, lines, bytes).ok()
    }

    /// Opens a file without understanding any of it: how many of its cells hold something, 0 for
    /// one that is refused. What reading cells costs alone is measured by it.
    pub fn count_cells(&mut self, name: &str, bytes: &[u8]) -> usize {
        (self.book, self.yardstick) = (book::open(name, bytes).ok(), None);
        let rows = self.book.iter().flat_map(|book| &book.sheets).flat_map(|sheet| &sheet.rows);
        let is_filled = |cell: &&Cell| !matches!(cell, Cell::Empty);
        rows.map(|row| row.iter().filter(is_filled).count()).sum()
    }

    /// What was understood of a file. One that is a benchmark is kept as such.
    fn read(
        &mut self,
        opened: Result<Book, Refusal>,
        yardstick: impl FnOnce() -> Yardstick,
    ) -> Reply {
        (self.book, self.yardstick) = (None, None);
        let outcome = match opened {
            Ok(book) => recognise::read(self.book.insert(book), &Answers::default()),
            Err(refusal) => Outcome::Refused(refusal),
        };
        if let Outcome::Refused(refusal) = &outcome
            && refusal.reason == Reason::IsABenchmark
        {
            self.book = None;
            self.yardstick = Some(yardstick());
        }
        reading(outcome)
    }
}

fn reading(outcome: Outcome) -> Reply {
    Reply::Reading(reading_json::write(&bounded(outcome), None))
}

/// The day on the first line, the tables after it.
fn workbook(text: &str) -> Option<Vec<u8>> {
    let (day, tables) = text.split_once('\n')?;
    xlsx::write(&tables_json::read(tables).ok()?, day.parse().ok()?).ok()
}

fn failed(error: LinkError) -> Reply {
    Reply::Failed(match error {
        LinkError::NotALink => Failure::NotALink,
        LinkError::Truncated => Failure::LinkTruncated,
        LinkError::Damaged => Failure::LinkDamaged,
        LinkError::TooNew { .. } => Failure::LinkTooNew,
        LinkError::TooLarge => Failure::LinkTooLarge,
    })
}
