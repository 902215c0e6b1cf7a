//! What version 4 of the project file adds: a signed pledge, and what was said of it since.

use super::ProjectError;
use crate::pledge::signed::{Signature, SignedLevel, SignedMeasure, SignedTarget};
use crate::pledge::{Mark, Progress, Review, SignedPledge};
use crate::workforce::{Bounds, Date, Focus, MAX_LEVELS, Origin};
use serde::{Deserialize, Serialize};

/// No text of a pledge is longer, and no pledge has more measures.
const LONGEST_TEXT: usize = 10_000;
const MOST_MEASURES: usize = 200;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ReviewV4 {
    pledge: SignedV4,
    #[serde(default)]
    marks: Vec<MarkV4>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    remark: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next_review: Option<String>,
}

/// What is said of a measure; the pledge's measures in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct MarkV4 {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    progress: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SignedV4 {
    public: bool,
    written: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    organisation: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reporting_date: Option<String>,
    focus: Vec<String>,
    benchmark_id: String,
    benchmark: String,
    benchmark_share: f64,
    levels: Vec<LevelV4>,
    targets: Vec<TargetV4>,
    without_target: Vec<String>,
    measures: Vec<MeasureV4>,
    reviews: Vec<String>,
    target_day: String,
    signature: SignatureV4,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct LevelV4 {
    name: String,
    people: BoundsV4,
    focus: BoundsV4,
}

/// The least and the most; without a most nothing is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct BoundsV4 {
    low: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    high: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct TargetV4 {
    level: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    focus: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    people: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<u64>,
    day: String,
    owner: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct MeasureV4 {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    commitment: u8,
    text: String,
    owner: String,
    day: String,
    indicator: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SignatureV4 {
    name: String,
    role: String,
    place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<String>,
}

impl ReviewV4 {
    pub(super) fn of(review: &Review) -> ReviewV4 {
        let mark = |mark: &Mark| MarkV4 {
            progress: mark.progress.map(|progress| progress.id().to_owned()),
            note: mark.note.clone(),
        };
        ReviewV4 {
            pledge: SignedV4::of(&review.pledge),
            marks: review.marks.iter().map(mark).collect(),
            remark: review.remark.clone(),
            next_review: review.next_review.map(|day| day.to_string()),
        }
    }

    pub(super) fn review(self) -> Result<Review, ProjectError> {
        let pledge = self.pledge.signed()?;
        if self.marks.len() != pledge.measures.len() {
            return Err(ProjectError::OutOfBounds);
        }
        let mark = |mark: MarkV4| {
            let known = |id: String| Progress::from_id(&id).ok_or(ProjectError::OutOfBounds);
            let progress = mark.progress.map(known).transpose()?;
            Ok(Mark { progress, note: short(mark.note)? })
        };
        Ok(Review {
            pledge,
            marks: self.marks.into_iter().map(mark).collect::<Result<_, _>>()?,
            remark: short(self.remark)?,
            next_review: self.next_review.map(|text| day(&text)).transpose()?,
        })
    }
}

impl SignedV4 {
    fn of(signed: &SignedPledge) -> SignedV4 {
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        let Signature { name, role, place, day } = signed.signature.clone();
        SignedV4 {
            public: signed.is_public,
            written: signed.written.to_string(),
            organisation: signed.organisation.clone(),
            reporting_date: text(signed.reporting_date),
            focus: signed.focus.fine_groups().map(|group| group.id().to_owned()).collect(),
            benchmark_id: signed.benchmark_id.clone(),
            benchmark: signed.benchmark.clone(),
            benchmark_share: signed.benchmark_share,
            levels: signed.levels.iter().map(LevelV4::of).collect(),
            targets: signed.targets.iter().map(TargetV4::of).collect(),
            without_target: signed.without_target.clone(),
            measures: signed.measures.iter().map(MeasureV4::of).collect(),
            reviews: signed.reviews.iter().map(Date::to_string).collect(),
            target_day: signed.target_day.to_string(),
            signature: SignatureV4 { name, role, place, day: text(day) },
        }
    }

    fn signed(self) -> Result<SignedPledge, ProjectError> {
        let parts = [self.levels.len(), self.targets.len(), self.without_target.len()];
        let is_share = (0.0..=1.0).contains(&self.benchmark_share);
        let fits = parts.into_iter().all(|count| count <= MAX_LEVELS);
        if !fits || !is_share || self.measures.len() > MOST_MEASURES {
            return Err(ProjectError::OutOfBounds);
        }
        let groups: Option<Vec<Origin>> = self.focus.iter().map(|id| Origin::from_id(id)).collect();
        let focus =
            groups.and_then(|groups| Focus::of(&groups)).ok_or(ProjectError::OutOfBounds)?;
        let SignatureV4 { name, role, place, day: signed_on } = self.signature;
        let signature = Signature {
            name: short(name)?,
            role: short(role)?,
            place: short(place)?,
            day: signed_on.map(|text| day(&text)).transpose()?,
        };
        Ok(SignedPledge {
            is_public: self.public,
            written: day(&self.written)?,
            organisation: short(self.organisation)?,
            reporting_date: self.reporting_date.map(|text| day(&text)).transpose()?,
            focus,
            benchmark_id: short(self.benchmark_id)?,
            benchmark: short(self.benchmark)?,
            benchmark_share: self.benchmark_share,
            levels: each(self.levels, LevelV4::level)?,
            targets: each(self.targets, TargetV4::target)?,
            without_target: each(self.without_target, short)?,
            measures: each(self.measures, MeasureV4::measure)?,
            reviews: each(self.reviews, |text| day(&text))?,
            target_day: day(&self.target_day)?,
            signature,
        })
    }
}

impl LevelV4 {
    fn of(level: &SignedLevel) -> LevelV4 {
        let stored = |Bounds { low, high }: Bounds| BoundsV4 { low, high };
        LevelV4 {
            name: level.name.clone(),
            people: stored(level.people),
            focus: stored(level.focus),
        }
    }

    fn level(self) -> Result<SignedLevel, ProjectError> {
        let bounds = |BoundsV4 { low, high }: BoundsV4| match high {
            Some(high) if high < low => Err(ProjectError::OutOfBounds),
            _ => Ok(Bounds { low, high }),
        };
        let (people, focus) = (bounds(self.people)?, bounds(self.focus)?);
        Ok(SignedLevel { name: short(self.name)?, people, focus })
    }
}

impl TargetV4 {
    fn of(target: &SignedTarget) -> TargetV4 {
        TargetV4 {
            level: target.level.clone(),
            focus: target.focus,
            people: target.people,
            target: target.target,
            day: target.day.to_string(),
            owner: target.owner.clone(),
        }
    }

    fn target(self) -> Result<SignedTarget, ProjectError> {
        Ok(SignedTarget {
            level: short(self.level)?,
            focus: self.focus,
            people: self.people,
            target: self.target,
            day: day(&self.day)?,
            owner: short(self.owner)?,
        })
    }
}

impl MeasureV4 {
    fn of(measure: &SignedMeasure) -> MeasureV4 {
        MeasureV4 {
            id: measure.id.clone(),
            commitment: measure.commitment,
            text: measure.text.clone(),
            owner: measure.owner.clone(),
            day: measure.day.to_string(),
            indicator: measure.indicator.clone(),
        }
    }

    fn measure(self) -> Result<SignedMeasure, ProjectError> {
        if !(1..=3).contains(&self.commitment) {
            return Err(ProjectError::OutOfBounds);
        }
        Ok(SignedMeasure {
            id: self.id.map(short).transpose()?,
            commitment: self.commitment,
            text: short(self.text)?,
            owner: short(self.owner)?,
            day: day(&self.day)?,
            indicator: short(self.indicator)?,
        })
    }
}

fn each<S, T>(
    stored: Vec<S>,
    read: impl FnMut(S) -> Result<T, ProjectError>,
) -> Result<Vec<T>, ProjectError> {
    stored.into_iter().map(read).collect()
}

fn day(text: &str) -> Result<Date, ProjectError> {
    text.parse().map_err(|_| ProjectError::OutOfBounds)
}

fn short(text: String) -> Result<String, ProjectError> {
    if text.len() <= LONGEST_TEXT { Ok(text) } else { Err(ProjectError::OutOfBounds) }
}
