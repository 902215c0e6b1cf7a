//! What the user changed in a pledge, kept apart from what is suggested.
//!
//! Edits are an overlay: plain data laid over a fresh suggestion each time, so the user's words
//! win and survive new figures, and everything untouched follows the figures. Absent: the merged
//! pledge ([`super::value`]) and serde; files own their formats.

use super::charter::Commitment;
use super::value::Basis;
use crate::sorted::SortedMap;
use crate::workforce::Date;

/// Names a line of the pledge for as long as the pledge lives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineId {
    /// The target of the level with this key. A key, not an index or a name: a level put in
    /// below, a new name or another language must not move the user's number or lose it.
    Target(String),
    /// A measure of the catalogue, for example `M09`.
    Measure(String),
    /// A line the user wrote, numbered from 1.
    Own(u32),
}

/// The user's changes to one line. `None` follows the suggestion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineEdits {
    pub text: Option<String>,
    pub owner: Option<String>,
    pub indicator: Option<String>,
    pub due: Option<Date>,
    /// People of the focus group; targets only.
    pub target: Option<u64>,
    /// What the line rested on when it was last edited or confirmed.
    pub basis: Option<Basis>,
}

/// A line the user wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnLine {
    pub number: u32,
    pub commitment: Commitment,
}

/// Everything the user changed. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PledgeEdits {
    pub organisation: Option<String>,
    /// Who signs; empty leaves a line to write on.
    pub signatory: String,
    pub signatory_role: String,
    pub place: String,
    pub signed_on: Option<Date>,
    /// Who receives the pledge; set by whoever hosts the tool, empty otherwise.
    pub recipient: String,
    /// The user's own paragraph.
    pub note: String,
    pub next_review: Option<Date>,
    pub lines: SortedMap<LineId, LineEdits>,
    /// Lines taken out; they stay out when figures change.
    pub removed: Vec<LineId>,
    /// Measures chosen from the catalogue, in the order they were chosen.
    pub chosen: Vec<(String, Commitment)>,
    pub own: Vec<OwnLine>,
}

/// One change to one line. `None` returns to the suggestion.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Text(Option<String>),
    Owner(Option<String>),
    Indicator(Option<String>),
    Due(Option<Date>),
    /// Targets only.
    Target(Option<u64>),
    /// The figures changed and the user keeps the line as it is.
    Keep,
}

/// One step of editing a pledge.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// `None` follows the name given with the figures.
    Organisation(Option<String>),
    Signatory(String),
    SignatoryRole(String),
    Place(String),
    SignedOn(Option<Date>),
    Recipient(String),
    Note(String),
    /// `None` follows the yearly rhythm.
    NextReview(Option<Date>),
    /// `basis` is the one shown with the line.
    Line {
        line: LineId,
        basis: Basis,
        change: Change,
    },
    Remove(LineId),
    Restore(LineId),
    /// Takes a measure from the catalogue; one that is unknown or advised against makes no line.
    Choose {
        measure: String,
        commitment: Commitment,
    },
    /// Opens an empty line for the user's own words.
    Write(Commitment),
}

impl PledgeEdits {
    /// The edits after one more.
    #[must_use]
    pub fn with(mut self, edit: Edit) -> PledgeEdits {
        match edit {
            Edit::Organisation(name) => self.organisation = name,
            Edit::Signatory(name) => self.signatory = name,
            Edit::SignatoryRole(role) => self.signatory_role = role,
            Edit::Place(place) => self.place = place,
            Edit::SignedOn(day) => self.signed_on = day,
            Edit::Recipient(recipient) => self.recipient = recipient,
            Edit::Note(note) => self.note = note,
            Edit::NextReview(day) => self.next_review = day,
            Edit::Line { line, basis, change } => self.change(line, basis, change),
            Edit::Remove(line) => self.remove(line),
            Edit::Restore(line) => {
                self.removed.retain(|removed| *removed != line);
            }
            Edit::Choose { measure, commitment } => self.choose(measure, commitment),
            Edit::Write(commitment) => {
                let number = self.own.iter().map(|line| line.number).max().unwrap_or(0) + 1;
                self.own.push(OwnLine { number, commitment });
            }
        }
        self
    }

    fn change(&mut self, line: LineId, basis: Basis, change: Change) {
        let edits = self.lines.entry(line.clone());
        edits.basis = Some(basis);
        match change {
            Change::Text(text) => edits.text = text,
            Change::Owner(owner) => edits.owner = owner,
            Change::Indicator(indicator) => edits.indicator = indicator,
            Change::Due(due) => edits.due = due,
            Change::Target(target) => edits.target = target,
            Change::Keep => {}
        }
        if edits.is_empty() {
            self.lines.remove(&line);
        }
    }

    fn choose(&mut self, measure: String, commitment: Commitment) {
        let id = LineId::Measure(measure.clone());
        self.removed.retain(|removed| *removed != id);
        if !self.chosen.iter().any(|(id, _)| *id == measure) {
            self.chosen.push((measure, commitment));
        }
    }

    /// An own line is gone for good; a suggested or chosen one can be restored.
    fn remove(&mut self, line: LineId) {
        match line {
            LineId::Own(number) => {
                self.own.retain(|own| own.number != number);
                self.lines.remove(&line);
            }
            other => {
                if !self.removed.contains(&other) {
                    self.removed.push(other);
                }
            }
        }
    }
}

impl LineEdits {
    /// Whether nothing but the basis is kept.
    pub fn is_empty(&self) -> bool {
        self.text.is_none()
            && self.owner.is_none()
            && self.indicator.is_none()
            && self.due.is_none()
            && self.target.is_none()
    }
}
