//! The office worker's desk: an errand in, a reply out.
//!
//! It keeps the file that was opened, so that an answer needs no second upload. Absent: the
//! browser, words for people, verdicts. Read next: [`crate::exchange::message`].

use crate::exchange::link::{self, LinkError};
use crate::exchange::message::{Errand, Failure, Reply};
use crate::exchange::parts_json;
use crate::exchange::write::docx;

/// What lies on the desk between two errands.
#[derive(Debug, Default)]
pub struct Desk {}

impl Desk {
    /// Does an errand by its name.
    pub fn answer(&mut self, errand: &str, text: &str, _bytes: &[u8]) -> Reply {
        let Some(errand) = Errand::from_name(errand) else {
            return Reply::Failed(Failure::NotUnderstood);
        };
        match errand {
            Errand::Document => parts_json::read(text)
                .and_then(|parts| docx::pack(&parts).ok())
                .map_or(Reply::Failed(Failure::NotUnderstood), Reply::File),
            Errand::Pack => link::pack(text).map_or_else(failed, Reply::Link),
            Errand::Unpack => link::unpack(text).map_or_else(failed, Reply::Work),
            Errand::Open
            | Errand::Paste
            | Errand::Answer
            | Errand::Benchmark
            | Errand::Workbook => Reply::Failed(Failure::NothingOpen),
        }
    }
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
