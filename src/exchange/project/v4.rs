//! Version 4 of the project file: version 3 with a signed pledge and what was said of it since.
//!
//! Versions 1 to 3 are read here as well: each is the next one without what it did not know yet.
//! Version 2 brought a benchmark of the user's own, version 3 what was chosen beside the figures and
//! other reporting dates. Absent: the figures ([`super::v1`]).

use super::benchmark::StoredBenchmark;
use super::v1::Figures;
use super::v1_pledge::Pledge;
use super::v3_parts::{ChoicesV3, DateV3, TargetV3, targets};
use super::v4_review::ReviewV4;
use super::{ProjectError, v1};
use crate::session::{Choices, MOST_DATES, Work};
use serde::{Deserialize, Serialize};

pub(super) const V2: u32 = 2;
pub(super) const V3: u32 = 3;
pub(super) const VERSION: u32 = 4;

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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<ReviewV4>,
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
            status: work.review.as_deref().map(ReviewV4::of),
        }
    }

    /// The work of this version or an earlier one. What a version did not know is not read from
    /// files of that version.
    pub(super) fn work(self) -> Result<Work, ProjectError> {
        let version = self.byspejl;
        if !(v1::VERSION..=VERSION).contains(&version) {
            return Err(ProjectError::TooNew { version });
        }
        let mut draft = self.figures.draft()?;
        let own = self.own_benchmark.filter(|_| version >= V2);
        draft.own_benchmark = own.map(StoredBenchmark::benchmark).transpose()?.map(Box::new);
        let mut work = Work { draft, pledge: self.pledge.edits()?, ..Work::default() };
        if version >= V3 {
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
        if version >= VERSION {
            work.review = self.status.map(ReviewV4::review).transpose()?.map(Box::new);
        }
        Ok(work)
    }
}
