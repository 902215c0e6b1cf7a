//! Version 2 of the project file: version 1 and a benchmark of the user's own.
//!
//! Version 1 is read here as well. Absent: the figures ([`super::v1`]).

use super::benchmark::StoredBenchmark;
use super::v1::Figures;
use super::v1_pledge::Pledge;
use super::{ProjectError, v1};
use crate::session::Work;
use serde::{Deserialize, Serialize};

pub(super) const VERSION: u32 = 2;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Project {
    /// The version; its name says what kind of file this is.
    byspejl: u32,
    figures: Figures,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own_benchmark: Option<StoredBenchmark>,
    #[serde(default)]
    pledge: Pledge,
}

impl Project {
    pub(super) fn of(work: &Work) -> Project {
        Project {
            byspejl: VERSION,
            figures: Figures::of(&work.draft),
            own_benchmark: work.draft.own_benchmark.as_deref().map(StoredBenchmark::of),
            pledge: Pledge::of(&work.pledge),
        }
    }

    /// The work of this version, or of version 1, which is the same without a benchmark.
    pub(super) fn work(self) -> Result<Work, ProjectError> {
        let own = match self.byspejl {
            VERSION => self.own_benchmark.map(StoredBenchmark::benchmark).transpose()?,
            v1::VERSION => None,
            version => return Err(ProjectError::TooNew { version }),
        };
        let mut draft = self.figures.draft()?;
        draft.own_benchmark = own.map(Box::new);
        Ok(Work { draft, pledge: self.pledge.edits()? })
    }
}
