//! What version 3 of the project file adds: choices, other reporting dates, and what was promised.

use super::ProjectError;
use super::benchmark::StoredBenchmark;
use super::v1::Figures;
use crate::analysis::Threshold;
use crate::exchange::names::{meaning, word};
use crate::session::{Choices, OtherDate, PartId, Rate, SetTarget};
use crate::workforce::{Date, Focus, MAX_LEVELS, Origin};
use serde::{Deserialize, Serialize};

/// No text of a field is longer.
const LONGEST_TEXT: usize = 1_000;

const THRESHOLDS: [(Threshold, &str); 8] = [
    (Threshold::BelowRatio, "below_ratio"),
    (Threshold::AboveRatio, "above_ratio"),
    (Threshold::LeastGapPersons, "least_gap_persons"),
    (Threshold::Alpha, "alpha"),
    (Threshold::ConcentrationQuotient, "concentration_quotient"),
    (Threshold::NotStatedWarning, "not_stated_warning"),
    (Threshold::NotStatedLimit, "not_stated_limit"),
    (Threshold::Confidence, "confidence"),
];

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ChoicesV3 {
    /// The fine groups that make up the focus group; empty for the default.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    focus: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    thresholds: Vec<ThresholdV3>,
    #[serde(skip_serializing_if = "String::is_empty")]
    target_year: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rates: Vec<RateV3>,
}

/// A threshold as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct ThresholdV3 {
    threshold: String,
    text: String,
}

/// A level's rate as typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct RateV3 {
    level: u32,
    rate: String,
    text: String,
}

/// Another reporting date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct DateV3 {
    figures: Figures,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own_benchmark: Option<StoredBenchmark>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetV3>,
}

/// What was promised for a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct TargetV3 {
    level: u32,
    baseline: u64,
    target: u64,
    due: String,
}

impl ChoicesV3 {
    pub(super) fn of(choices: &Choices) -> ChoicesV3 {
        let focus = choices.focus;
        let is_default = focus == Focus::default();
        let groups = focus.fine_groups().map(|group| group.id().to_owned());
        let thresholds = choices.thresholds.iter().map(|(&threshold, text)| ThresholdV3 {
            threshold: word(&THRESHOLDS, threshold).to_owned(),
            text: text.clone(),
        });
        let rates = choices.rates.iter().map(|(&(level, rate), text)| RateV3 {
            level: level.0,
            rate: rate.id().to_owned(),
            text: text.clone(),
        });
        ChoicesV3 {
            focus: if is_default { Vec::new() } else { groups.collect() },
            thresholds: thresholds.collect(),
            target_year: choices.target_year.clone(),
            rates: rates.collect(),
        }
    }

    pub(super) fn choices(self) -> Result<Choices, ProjectError> {
        let mut choices = Choices { target_year: short(self.target_year)?, ..Choices::default() };
        if !self.focus.is_empty() {
            let groups = self.focus.iter().map(|id| Origin::from_id(id));
            let groups: Option<Vec<Origin>> = groups.collect();
            let focus = groups.and_then(|groups| Focus::of(&groups));
            choices.focus = focus.ok_or(ProjectError::OutOfBounds)?;
        }
        for ThresholdV3 { threshold, text } in self.thresholds {
            let threshold = meaning(&THRESHOLDS, &threshold).ok_or(ProjectError::OutOfBounds)?;
            choices.thresholds.insert(threshold, short(text)?);
        }
        // Each level has four; levels that have been removed since may have left theirs behind.
        if self.rates.len() > 100 * MAX_LEVELS {
            return Err(ProjectError::OutOfBounds);
        }
        for RateV3 { level, rate, text } in self.rates {
            let rate = Rate::from_id(&rate).ok_or(ProjectError::OutOfBounds)?;
            choices.rates.insert((PartId(level), rate), short(text)?);
        }
        Ok(choices)
    }
}

impl DateV3 {
    pub(super) fn of(date: &OtherDate) -> DateV3 {
        DateV3 {
            figures: Figures::of(&date.draft),
            own_benchmark: date.draft.own_benchmark.as_deref().map(StoredBenchmark::of),
            targets: date.targets.iter().map(TargetV3::of).collect(),
        }
    }

    pub(super) fn date(self) -> Result<OtherDate, ProjectError> {
        let mut draft = self.figures.draft()?;
        let own = self.own_benchmark.map(StoredBenchmark::benchmark).transpose()?;
        draft.own_benchmark = own.map(Box::new);
        Ok(OtherDate { draft, targets: targets(self.targets)? })
    }
}

impl TargetV3 {
    pub(super) fn of(target: &SetTarget) -> TargetV3 {
        let SetTarget { level, baseline, target, due } = *target;
        TargetV3 { level: level.0, baseline, target, due: due.to_string() }
    }
}

/// Promises as they were stored, one a level at most.
pub(super) fn targets(stored: Vec<TargetV3>) -> Result<Vec<SetTarget>, ProjectError> {
    if stored.len() > MAX_LEVELS {
        return Err(ProjectError::OutOfBounds);
    }
    let target = |TargetV3 { level, baseline, target, due }| {
        let due: Date = due.parse().map_err(|_| ProjectError::OutOfBounds)?;
        Ok(SetTarget { level: PartId(level), baseline, target, due })
    };
    stored.into_iter().map(target).collect()
}

fn short(text: String) -> Result<String, ProjectError> {
    if text.len() <= LONGEST_TEXT { Ok(text) } else { Err(ProjectError::OutOfBounds) }
}
