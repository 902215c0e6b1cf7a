//! What a file of the table banks offers as a benchmark, on its way from the worker to the page,
//! and what was taken of it, on the way back.
//!
//! Absent: reading such a file (`exchange::statbank`). Read next: [`super::message`].

use super::project::benchmark::StoredBenchmark;
use crate::benchmark::Benchmark;
use serde::{Deserialize, Serialize};

/// What can be chosen in a file, what is chosen now, and what comes of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Identifier and name of each area; empty: the file does not say what area it is about.
    pub areas: Vec<(String, String)>,
    /// Dates as the file writes them, the newest first.
    pub dates: Vec<String>,
    /// Whether everybody can be taken whatever their age.
    pub has_all_ages: bool,
    /// Ages at which a range may begin, and at which it may end.
    pub begins: Vec<u8>,
    pub ends: Vec<u8>,
    pub taken: Taken,
    /// See [`Offer::benchmark`].
    pub stored: Option<StoredBenchmark>,
    pub fault: Option<OfferFault>,
}

/// What was taken of an offer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The language in which a fault is told, as its tag.
    pub lang: String,
    pub area: Option<String>,
    pub date: Option<String>,
    /// `None`: everybody, or whatever the file's own guess is before anything was chosen.
    pub ages: Option<(u8, u8)>,
    /// Nothing was chosen yet.
    pub is_guess: bool,
}

/// Why nothing comes of a choice, or of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferFault {
    pub message: String,
    pub remedy: String,
}

impl Offer {
    /// The offer with the benchmark that its choice makes.
    #[must_use]
    pub fn with(self, benchmark: &Benchmark) -> Offer {
        Offer { stored: Some(StoredBenchmark::of(benchmark)), fault: None, ..self }
    }

    /// The benchmark that the choice makes; `None` where there is a fault.
    pub fn benchmark(&self) -> Option<Benchmark> {
        self.stored.clone()?.benchmark().ok()
    }

    /// The text that travels.
    pub fn write(&self) -> String {
        // Only maps with keys that are no texts can fail to become JSON; there are none.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The offer again; `None` for anything that [`Offer::write`] has not written.
    pub fn read(text: &str) -> Option<Offer> {
        serde_json::from_str(text).ok()
    }
}

impl Taken {
    /// The text that travels.
    pub fn write(&self) -> String {
        // As above.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What was taken again; `None` for anything that [`Taken::write`] has not written.
    pub fn read(text: &str) -> Option<Taken> {
        serde_json::from_str(text).ok()
    }
}
