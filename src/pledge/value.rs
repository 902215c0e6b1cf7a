//! The pledge itself: a suggestion with the user's own words laid over it.
//!
//! Absent: sentences (suggested words are keys, put into a language by
//! [`crate::report::words`]) and layout. Read next: [`crate::report::pledge`].

use super::charter::Commitment;
use super::edits::{LineEdits, LineId, PledgeEdits};
use super::measure::{self, Evidence, Measure};
use super::reason::{Cause, Place, Reason};
use super::rules::{LEAST_UNDER_PRACTICE, MOST_UNDER_OTHERS, MOST_UNDER_PRACTICE};
use super::suggest::{Numberless, SuggestedMeasure, SuggestedPledge, SuggestedTarget};
use crate::analysis::Target;
use crate::workforce::Date;

/// Something suggested and, if the user said otherwise, the user's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Field<S, O = S> {
    pub suggested: S,
    pub own: Option<O>,
}

impl<T> Field<T> {
    /// The user's own, else what is suggested.
    pub fn value(&self) -> &T {
        self.own.as_ref().unwrap_or(&self.suggested)
    }
}

/// Suggested words that have not been put into a language yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Words {
    /// Nothing is suggested; the user writes.
    Nothing,
    /// Who answers for the highest level's target.
    TopTargetOwner,
    /// Who answers for another level's target.
    TargetOwner,
    /// What is pledged by taking this measure.
    Promise(&'static Measure),
    /// Who answers for everything where nobody has a department.
    SmallOwner,
    /// Who usually owns it.
    Owner(&'static Measure),
    /// What is counted.
    Indicator(&'static Measure),
}

/// What a line rests on, remembered when the user edits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A level's figures and the number suggested from them.
    Figures { focus: Option<u64>, people: Option<u64>, suggested: Option<u64> },
    /// The causes that brought a measure.
    Causes(Vec<Cause>),
    /// The user's own choice; figures cannot change it.
    Own,
}

/// The target of one level.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    pub id: LineId,
    pub level: String,
    /// The baseline x; `None` when hidden.
    pub focus: Option<u64>,
    /// Its base n; `None` when hidden.
    pub people: Option<u64>,
    /// How the suggested number came about; `None` when none is suggested.
    pub computed: Option<Target>,
    /// People of the focus group on the target day.
    pub target: Field<Option<u64>, u64>,
    pub day: Field<Date>,
    pub owner: Field<Words, String>,
    /// What the line rests on now.
    pub basis: Basis,
    /// What an edited line rested on, when that has changed since.
    pub figures_changed: Option<Basis>,
}

impl TargetLine {
    /// The user's number, else the suggested one.
    pub fn number(&self) -> Option<u64> {
        self.target.own.or(self.target.suggested)
    }
}

/// A measure, from the catalogue or in the user's words.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureLine {
    pub id: LineId,
    pub measure: Option<&'static Measure>,
    pub commitment: Commitment,
    pub text: Field<Words, String>,
    pub owner: Field<Words, String>,
    pub indicator: Field<Words, String>,
    pub due: Field<Date>,
    /// The findings it answers; empty when the user chose or wrote it.
    pub because: Vec<Reason>,
    pub basis: Basis,
    pub figures_changed: Option<Basis>,
}

/// A pledge as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Pledge {
    /// Empty when nobody has given a name.
    pub organisation: Field<String>,
    pub signatory: String,
    pub signatory_role: String,
    pub place: String,
    pub signed_on: Option<Date>,
    pub recipient: String,
    pub note: String,
    pub next_review: Field<Date>,
    /// Every review, the next one first, the target day last.
    pub reviews: Vec<Date>,
    pub target_day: Date,
    /// From top to entry.
    pub targets: Vec<TargetLine>,
    pub numberless: Vec<Numberless>,
    /// Everything the figures give reason to act on, the weightiest first.
    pub findings: Vec<Reason>,
    /// By commitment; suggested lines first, then chosen, then own.
    pub measures: Vec<MeasureLine>,
    /// Suggested or chosen lines that were taken out and can be restored.
    pub removed: Vec<LineId>,
}

impl Pledge {
    /// Lays the user's edits over a suggestion.
    pub fn of(suggestion: &SuggestedPledge, edits: &PledgeEdits) -> Pledge {
        let timetable = &suggestion.timetable;
        let first = timetable.reviews.first().copied().unwrap_or(timetable.target_day);
        let next_review = Field { suggested: first, own: edits.next_review };
        let next = *next_review.value();
        let later = timetable.reviews.iter().copied().filter(|&day| day > next);
        Pledge {
            organisation: Field {
                suggested: suggestion.organisation.clone().unwrap_or_default(),
                own: edits.organisation.clone(),
            },
            signatory: edits.signatory.clone(),
            signatory_role: edits.signatory_role.clone(),
            place: edits.place.clone(),
            signed_on: edits.signed_on,
            recipient: edits.recipient.clone(),
            note: edits.note.clone(),
            next_review,
            reviews: std::iter::once(next).chain(later).collect(),
            target_day: timetable.target_day,
            targets: target_lines(suggestion, edits),
            numberless: numberless(suggestion, edits),
            findings: suggestion.findings.clone(),
            measures: measure_lines(suggestion, edits, next),
            removed: removed(suggestion, edits),
        }
    }

    /// The lines under one commitment.
    pub fn under(&self, commitment: Commitment) -> impl Iterator<Item = &MeasureLine> {
        self.measures.iter().filter(move |line| line.commitment == commitment)
    }

    /// Commitments with fewer measures than a pledge should have: three, one and one.
    pub fn lacking(&self) -> Vec<Commitment> {
        let least = |commitment| match commitment {
            Commitment::Practice => LEAST_UNDER_PRACTICE,
            Commitment::Debate | Commitment::City => 1,
        };
        let lacks = |&commitment: &Commitment| self.under(commitment).count() < least(commitment);
        Commitment::ALL.into_iter().filter(lacks).collect()
    }

    /// Whether there are more measures under a commitment than most organisations finish: five
    /// under the first, two under each of the others.
    pub fn is_crowded(&self, commitment: Commitment) -> bool {
        let most = match commitment {
            Commitment::Practice => MOST_UNDER_PRACTICE,
            Commitment::Debate | Commitment::City => MOST_UNDER_OTHERS,
        };
        self.under(commitment).count() > most
    }
}

fn target_lines(suggestion: &SuggestedPledge, edits: &PledgeEdits) -> Vec<TargetLine> {
    // A number set for a level that is gone waits in the edits, in case the level comes back.
    let suggested = |place: &Place| suggestion.targets.iter().find(|t| t.key == place.key);
    let levels = suggestion.levels.iter().rev();
    levels.filter_map(|place| target_line(place, suggested(place), suggestion, edits)).collect()
}

fn target_line(
    place: &Place,
    suggested: Option<&SuggestedTarget>,
    suggestion: &SuggestedPledge,
    edits: &PledgeEdits,
) -> Option<TargetLine> {
    let id = LineId::Target(place.key.clone());
    let edited = edits.lines.get(&id);
    let own = edited.and_then(|line| line.target);
    if edits.removed.contains(&id) || (suggested.is_none() && own.is_none()) {
        return None;
    }
    let number = suggested.map(|target| target.target.target);
    let (focus, people) = place.counts.unzip();
    let basis = Basis::Figures { focus, people, suggested: number };
    let is_top = suggestion.levels.last().is_some_and(|top| top.key == place.key);
    Some(TargetLine {
        id,
        level: place.name.clone(),
        focus,
        people,
        computed: suggested.map(|target| target.target),
        target: Field { suggested: number, own },
        day: Field {
            suggested: suggested.map_or(suggestion.timetable.target_day, |target| target.day),
            own: edited.and_then(|line| line.due),
        },
        owner: Field {
            suggested: match is_top {
                _ if suggestion.is_small => Words::SmallOwner,
                true => Words::TopTargetOwner,
                false => Words::TargetOwner,
            },
            own: edited.and_then(|line| line.owner.clone()),
        },
        figures_changed: changed(edited, &basis),
        basis,
    })
}

/// A level whose number the user set is numberless no longer.
fn numberless(suggestion: &SuggestedPledge, edits: &PledgeEdits) -> Vec<Numberless> {
    let has_own = |key: &str| {
        let line = edits.lines.get(&LineId::Target(key.to_owned()));
        line.is_some_and(|line| line.target.is_some())
    };
    suggestion.numberless.iter().filter(|level| !has_own(&level.key)).cloned().collect()
}

fn measure_lines(
    suggestion: &SuggestedPledge,
    edits: &PledgeEdits,
    next_review: Date,
) -> Vec<MeasureLine> {
    let context = Context { next_review, is_small: suggestion.is_small };
    let mut lines: Vec<MeasureLine> = Vec::new();
    for suggested in &suggestion.measures {
        lines.extend(suggested_line(suggested, edits, context));
    }
    let chosen = edits.chosen.iter().filter_map(|(id, commitment)| {
        let measure = measure::by_id(id).filter(|known| known.evidence != Evidence::Avoid)?;
        Some((measure, *commitment, Basis::Own))
    });
    // An edited measure stays even when the figures no longer bring it.
    let edited = edits.lines.keys().filter_map(|id| {
        let LineId::Measure(id) = id else { return None };
        let measure = measure::by_id(id)?;
        let commitment = Commitment::from_number(*measure.commitments.first()?)?;
        Some((measure, commitment, Basis::Causes(vec![])))
    });
    for (measure, commitment, basis) in chosen.chain(edited) {
        let id = LineId::Measure(measure.id.to_owned());
        let stands = lines.iter().any(|line| line.id == id);
        if !stands && !edits.removed.contains(&id) {
            lines.push(line(id, Some(measure), commitment, basis, edits, context));
        }
    }
    for own in &edits.own {
        let id = LineId::Own(own.number);
        lines.push(line(id, None, own.commitment, Basis::Own, edits, context));
    }
    lines.sort_by_key(|line| line.commitment);
    lines
}

fn suggested_line(
    suggested: &SuggestedMeasure,
    edits: &PledgeEdits,
    context: Context,
) -> Option<MeasureLine> {
    let id = LineId::Measure(suggested.measure.id.to_owned());
    if edits.removed.contains(&id) {
        return None;
    }
    let causes = Basis::Causes(suggested.because.iter().map(|reason| reason.cause).collect());
    let measure = Some(suggested.measure);
    let mut line = line(id, measure, suggested.commitment, causes, edits, context);
    line.because.clone_from(&suggested.because);
    Some(line)
}

/// What every measure's suggestion rests on beside the measure.
#[derive(Clone, Copy)]
struct Context {
    next_review: Date,
    is_small: bool,
}

fn line(
    id: LineId,
    measure: Option<&'static Measure>,
    commitment: Commitment,
    basis: Basis,
    edits: &PledgeEdits,
    context: Context,
) -> MeasureLine {
    let edited = edits.lines.get(&id);
    let own = |pick: fn(&LineEdits) -> &Option<String>| edited.and_then(|line| pick(line).clone());
    let words = |of: fn(&'static Measure) -> Words| measure.map_or(Words::Nothing, of);
    let owner = match measure {
        Some(_) if context.is_small => Words::SmallOwner,
        _ => words(Words::Owner),
    };
    MeasureLine {
        measure,
        commitment,
        text: Field { suggested: words(Words::Promise), own: own(|line| &line.text) },
        owner: Field { suggested: owner, own: own(|line| &line.owner) },
        indicator: Field { suggested: words(Words::Indicator), own: own(|line| &line.indicator) },
        due: Field { suggested: context.next_review, own: edited.and_then(|line| line.due) },
        because: Vec::new(),
        figures_changed: changed(edited, &basis),
        basis,
        id,
    }
}

/// What an edited line rested on, if that is no longer what it rests on.
fn changed(edited: Option<&LineEdits>, now: &Basis) -> Option<Basis> {
    edited.and_then(|line| line.basis.clone()).filter(|then| then != now && *then != Basis::Own)
}

fn removed(suggestion: &SuggestedPledge, edits: &PledgeEdits) -> Vec<LineId> {
    let offered = |id: &&LineId| match id {
        LineId::Target(key) => suggestion.targets.iter().any(|target| target.key == *key),
        LineId::Measure(id) => {
            suggestion.measures.iter().any(|line| line.measure.id == id)
                || edits.chosen.iter().any(|(chosen, _)| chosen == id)
        }
        LineId::Own(_) => false,
    };
    edits.removed.iter().filter(offered).cloned().collect()
}
