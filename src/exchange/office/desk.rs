//! The office worker's desk: an errand in, a reply out.
//!
//! It keeps the file that was opened, so that an answer needs no second upload. Absent: the
//! browser, words for people, figures' verdicts. Read next: [`crate::exchange::message`].

use crate::exchange::message::{Errand, Failure, Reply};

/// What lies on the desk between two errands.
#[derive(Debug, Default)]
pub struct Desk {}

impl Desk {
    /// Does an errand by its name.
    pub fn answer(&mut self, errand: &str, text: &str, bytes: &[u8]) -> Reply {
        let Some(errand) = Errand::from_name(errand) else {
            return Reply::Failed(Failure::NotUnderstood);
        };
        let _ = (errand, text, bytes);
        Reply::Failed(Failure::NotUnderstood)
    }
}
