//! The pledge's part of version 1: what the user changed, laid over what is suggested.

use super::ProjectError;
use crate::analysis::Strength;
use crate::pledge::edits::{LineEdits, OwnLine};
use crate::pledge::reason::{Band, Sureness};
use crate::pledge::{Basis, Cause, Commitment, LineId, PledgeEdits};
use crate::workforce::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Pledge {
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    signatory: String,
    signatory_role: String,
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_on: Option<String>,
    recipient: String,
    note: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_review: Option<String>,
    lines: Vec<Line>,
    removed: Vec<Id>,
    chosen: Vec<Chosen>,
    own: Vec<Own>,
}

/// A line's name. Exactly one is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Id {
    Target(LevelName),
    Measure(String),
    Own(u32),
}

type LevelName = String;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Line {
    line: Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    indicator: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<StoredBasis>,
}

/// What a line rested on when it was last edited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredBasis {
    Figures { focus: Option<u64>, people: Option<u64>, suggested: Option<u64> },
    Causes(Vec<String>),
    Own,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Chosen {
    measure: String,
    commitment: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Own {
    number: u32,
    commitment: u8,
}

impl Pledge {
    pub(super) fn of(edits: &PledgeEdits) -> Pledge {
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        Pledge {
            organisation: edits.organisation.clone(),
            signatory: edits.signatory.clone(),
            signatory_role: edits.signatory_role.clone(),
            place: edits.place.clone(),
            signed_on: day(edits.signed_on),
            recipient: edits.recipient.clone(),
            note: edits.note.clone(),
            next_review: day(edits.next_review),
            lines: edits.lines.iter().map(Line::of).collect(),
            removed: edits.removed.iter().map(Id::of).collect(),
            chosen: edits
                .chosen
                .iter()
                .map(|(measure, commitment)| Chosen {
                    measure: measure.clone(),
                    commitment: number(*commitment),
                })
                .collect(),
            own: edits
                .own
                .iter()
                .map(|own| Own { number: own.number, commitment: number(own.commitment) })
                .collect(),
        }
    }

    pub(super) fn edits(self) -> Result<PledgeEdits, ProjectError> {
        let chosen = self
            .chosen
            .into_iter()
            .map(|chosen| Ok((chosen.measure, commitment(chosen.commitment)?)));
        let own = self
            .own
            .into_iter()
            .map(|own| Ok(OwnLine { number: own.number, commitment: commitment(own.commitment)? }));
        Ok(PledgeEdits {
            organisation: self.organisation,
            signatory: self.signatory,
            signatory_role: self.signatory_role,
            place: self.place,
            signed_on: day(self.signed_on)?,
            recipient: self.recipient,
            note: self.note,
            next_review: day(self.next_review)?,
            lines: self.lines.into_iter().map(Line::edits).collect::<Result<_, _>>()?,
            removed: self.removed.into_iter().map(Id::id).collect(),
            chosen: chosen.collect::<Result<_, _>>()?,
            own: own.collect::<Result<_, _>>()?,
        })
    }
}

impl Id {
    fn of(id: &LineId) -> Id {
        match id {
            LineId::Target(level) => Id::Target(level.clone()),
            LineId::Measure(measure) => Id::Measure(measure.clone()),
            LineId::Own(number) => Id::Own(*number),
        }
    }

    fn id(self) -> LineId {
        match self {
            Id::Target(level) => LineId::Target(level),
            Id::Measure(measure) => LineId::Measure(measure),
            Id::Own(number) => LineId::Own(number),
        }
    }
}

impl Line {
    fn of((id, edits): (&LineId, &LineEdits)) -> Line {
        Line {
            line: Id::of(id),
            text: edits.text.clone(),
            owner: edits.owner.clone(),
            indicator: edits.indicator.clone(),
            due: edits.due.map(|date| date.to_string()),
            target: edits.target,
            basis: edits.basis.as_ref().map(StoredBasis::of),
        }
    }

    fn edits(self) -> Result<(LineId, LineEdits), ProjectError> {
        let edits = LineEdits {
            text: self.text,
            owner: self.owner,
            indicator: self.indicator,
            due: day(self.due)?,
            target: self.target,
            basis: self.basis.map(StoredBasis::basis).transpose()?,
        };
        Ok((self.line.id(), edits))
    }
}

impl StoredBasis {
    fn of(basis: &Basis) -> StoredBasis {
        match basis {
            Basis::Figures { focus, people, suggested } => {
                StoredBasis::Figures { focus: *focus, people: *people, suggested: *suggested }
            }
            Basis::Causes(causes) => {
                StoredBasis::Causes(causes.iter().map(|cause| cause_name(*cause)).collect())
            }
            Basis::Own => StoredBasis::Own,
        }
    }

    fn basis(self) -> Result<Basis, ProjectError> {
        Ok(match self {
            StoredBasis::Figures { focus, people, suggested } => {
                Basis::Figures { focus, people, suggested }
            }
            StoredBasis::Causes(names) => {
                let named = |name: String| every_cause().find(|cause| cause_name(*cause) == name);
                let causes: Option<Vec<Cause>> = names.into_iter().map(named).collect();
                Basis::Causes(causes.ok_or(ProjectError::OutOfBounds)?)
            }
            StoredBasis::Own => Basis::Own,
        })
    }
}

fn every_cause() -> impl Iterator<Item = Cause> {
    let sureness = [Sureness::Sure, Sureness::Maybe];
    let strengths = [Strength::Absent, Strength::CannotBeTold, Strength::Likely, Strength::Clear];
    let bands = Band::ALL.into_iter().flat_map(move |band| sureness.map(|sure| (band, sure)));
    [
        Cause::EstimatedFigures,
        Cause::CannotBeTold,
        Cause::NoLevels,
        Cause::Targets,
        Cause::KeepUp,
        Cause::Debate,
        Cause::QuietDebate,
        Cause::City,
    ]
    .into_iter()
    .chain(strengths.map(Cause::UnevenLevels))
    .chain(bands.map(|(band, sure)| Cause::LevelLow(band, sure)))
    .chain(sureness.map(Cause::Ceiling))
    .chain(sureness.map(Cause::WholeLow))
    .chain(sureness.map(Cause::AreaLow))
}

fn cause_name(cause: Cause) -> String {
    let sure = |sureness| match sureness {
        Sureness::Sure => "sure",
        Sureness::Maybe => "maybe",
    };
    let words: &[&str] = match cause {
        Cause::EstimatedFigures => &["estimated_figures"],
        Cause::CannotBeTold => &["cannot_be_told"],
        Cause::NoLevels => &["no_levels"],
        Cause::Targets => &["targets"],
        Cause::KeepUp => &["keep_up"],
        Cause::Debate => &["debate"],
        Cause::QuietDebate => &["quiet_debate"],
        Cause::City => &["city"],
        Cause::UnevenLevels(strength) => match strength {
            Strength::Absent => &["uneven_levels", "absent"],
            Strength::CannotBeTold => &["uneven_levels", "cannot_be_told"],
            Strength::Likely => &["uneven_levels", "likely"],
            Strength::Clear => &["uneven_levels", "clear"],
        },
        Cause::LevelLow(band, sureness) => {
            let band = match band {
                Band::Entry => "entry",
                Band::Middle => "middle",
                Band::Top => "top",
            };
            &["level_low", band, sure(sureness)]
        }
        Cause::Ceiling(sureness) => &["ceiling", sure(sureness)],
        Cause::WholeLow(sureness) => &["whole_low", sure(sureness)],
        Cause::AreaLow(sureness) => &["area_low", sure(sureness)],
    };
    words.join(" ")
}

fn number(commitment: Commitment) -> u8 {
    match commitment {
        Commitment::Practice => 1,
        Commitment::Debate => 2,
        Commitment::City => 3,
    }
}

fn commitment(number_: u8) -> Result<Commitment, ProjectError> {
    let found = Commitment::ALL.into_iter().find(|known| number(*known) == number_);
    found.ok_or(ProjectError::OutOfBounds)
}

fn day(text: Option<String>) -> Result<Option<Date>, ProjectError> {
    text.map(|text| text.parse().map_err(|_| ProjectError::OutOfBounds)).transpose()
}
