//! Version 3 of the project file: version 2 with what was chosen beside the figures and with other
//! reporting dates.
//!
//! Versions 1 and 2 are read here as well: each is the next one without what it did not know yet.
//! Version 2 brought a benchmark of the user's own. Absent: the figures ([`super::v1`]).

use super::benchmark::StoredBenchmark;
use super::v1::Figures;
use super::v1_pledge::Pledge;
use super::v3_parts::{ChoicesV3, DateV3, TargetV3, targets};
use super::{ProjectError, v1};
use crate::session::{Choices, MOST_DATES, Work};
use serde::{Deserialize, Serialize};

pub(super) const V2: u32 = 2;
pub(super) const VERSION: u32 = 3;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Project {
    /// The version; its name says what kind of file this is.
    byspejl: u32,
    figures: Figures,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own_benchmark: Option<StoredBenchmark>,
    #[serde(default)]
    pledge: Pledge,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choices: Option<ChoicesV3>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    other_dates: Vec<DateV3>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kept_targets: Option<Vec<TargetV3>>,
}

impl Project {
    pub(super) fn of(work: &Work) -> Project {
        let is_chosen = work.choices != Choices::default();
        let kept = work.kept_targets.as_deref();
        Project {
            byspejl: VERSION,
            figures: Figures::of(&work.draft),
            own_benchmark: work.draft.own_benchmark.as_deref().map(StoredBenchmark::of),
            pledge: Pledge::of(&work.pledge),
            choices: is_chosen.then(|| ChoicesV3::of(&work.choices)),
            other_dates: work.other_dates.iter().map(DateV3::of).collect(),
            kept_targets: kept.map(|kept| kept.iter().map(TargetV3::of).collect()),
        }
    }

    /// The work of this version or an earlier one. What a version did not know is not read from
    /// files of that version.
    pub(super) fn work(self) -> Result<Work, ProjectError> {
        let (knows_own, knows_all) = match self.byspejl {
            VERSION => (true, true),
            V2 => (true, false),
            v1::VERSION => (false, false),
            version => return Err(ProjectError::TooNew { version }),
        };
        let mut draft = self.figures.draft()?;
        let own = self.own_benchmark.filter(|_| knows_own);
        draft.own_benchmark = own.map(StoredBenchmark::benchmark).transpose()?.map(Box::new);
        let mut work = Work { draft, pledge: self.pledge.edits()?, ..Work::default() };
        if knows_all {
            if self.other_dates.len() > MOST_DATES {
                return Err(ProjectError::OutOfBounds);
            }
            if let Some(choices) = self.choices {
                work.choices = choices.choices()?;
            }
            let dates = self.other_dates.into_iter().map(DateV3::date);
            work.other_dates = dates.collect::<Result<_, _>>()?;
            work.kept_targets = self.kept_targets.map(targets).transpose()?;
        }
        Ok(work)
    }
}
