//! The session: the work, what it was before, and what was undone.

use super::choices::{Choice, Choices, Rate};
use super::dates::{OtherDate, SetTarget};
use super::draft::{Draft, GridColumn, PartId, RowKey};
use super::event::{About, Event, Part, ReviewEvent};
use crate::analysis::Threshold;
use crate::pledge::{Change, Edit, LineId, PledgeEdits, Review, ReviewEdit};

/// What is saved: the figures, the pledge's edits, what is chosen beside them, the figures of other
/// reporting dates, and the status of a signed pledge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    pub draft: Draft,
    pub pledge: PledgeEdits,
    pub choices: Choices,
    /// Oldest first.
    pub other_dates: Vec<OtherDate>,
    /// What was promised on the present figures when they were put away earlier; `None` where the
    /// pledge on screen is theirs.
    pub kept_targets: Option<Vec<SetTarget>>,
    /// A signed pledge that is looked at again; the figures have nothing to do with its own.
    pub review: Option<Box<Review>>,
}

/// How many steps can be undone. A large grid takes about 50 kB a step: its texts are shared.
const STEPS: usize = 100;

/// What a keystroke belongs to: typing on in the same place is one step to undo.
#[derive(Clone, Debug, PartialEq)]
enum Typing {
    Cell(RowKey, GridColumn),
    Name(Part, PartId),
    Organisation,
    CountingRule,
    ReportingDate,
    Threshold(Threshold),
    TargetYear,
    Rate(PartId, Rate),
    Pledge(PledgeText),
    ReviewNote(usize),
    ReviewRemark,
}

/// A text of the pledge.
#[derive(Clone, Debug, PartialEq)]
enum PledgeText {
    Organisation,
    Signatory,
    SignatoryRole,
    Place,
    Recipient,
    Note,
    LineText(LineId),
    LineOwner(LineId),
    LineIndicator(LineId),
    LineTarget(LineId),
}

/// The user's whole work with its history.
#[derive(Clone, Debug, Default)]
pub struct Session {
    work: Work,
    past: Vec<Work>,
    future: Vec<Work>,
    typing: Option<Typing>,
    revision: u32,
}

impl Session {
    /// A session that goes on with earlier work.
    pub fn resume(work: Work) -> Session {
        Session { work, ..Session::default() }
    }

    pub fn work(&self) -> &Work {
        &self.work
    }

    pub fn draft(&self) -> &Draft {
        &self.work.draft
    }

    /// Counts the changes that were not typed where they show. An input that the user types in
    /// needs to be written again only when this has grown.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes in one thing the user did. The only way the work changes.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Undo => self.travel(|session| (&mut session.past, &mut session.future)),
            Event::Redo => self.travel(|session| (&mut session.future, &mut session.past)),
            Event::Resume(work) => {
                *self = Session { revision: self.revision + 1, ..Session::resume(*work) };
            }
            Event::EraseEverything => {
                *self = Session { revision: self.revision + 1, ..Session::default() };
            }
            event => self.change(event),
        }
    }

    fn change(&mut self, event: Event) {
        if let Event::Leave { row, column } = event {
            self.revision += u32::from(self.work.draft.tidy(row, column));
            // Coming back to the same cell is a step of its own.
            self.typing = None;
            return;
        }
        let typing = typing(&event);
        if typing.is_some() && typing == self.typing {
            self.work.apply(event);
            self.future.clear();
            return;
        }
        let before = self.work.clone();
        self.work.apply(event);
        if self.work == before {
            return;
        }
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
        self.future.clear();
        self.revision += u32::from(typing.is_none());
        self.typing = typing;
    }

    fn travel(&mut self, ways: impl Fn(&mut Session) -> (&mut Vec<Work>, &mut Vec<Work>)) {
        let (from, _) = ways(self);
        let Some(work) = from.pop() else { return };
        let left = std::mem::replace(&mut self.work, work);
        ways(self).1.push(left);
        self.typing = None;
        self.revision += 1;
    }
}

fn typing(event: &Event) -> Option<Typing> {
    match event {
        Event::Type { row, column, .. } => Some(Typing::Cell(*row, *column)),
        Event::Rename { part, id, .. } => Some(Typing::Name(*part, *id)),
        Event::About(About::Organisation(_)) => Some(Typing::Organisation),
        Event::About(About::CountingRule(_)) => Some(Typing::CountingRule),
        Event::About(About::ReportingDate(_)) => Some(Typing::ReportingDate),
        Event::Choose(Choice::Threshold(threshold, _)) => Some(Typing::Threshold(*threshold)),
        Event::Choose(Choice::TargetYear(_)) => Some(Typing::TargetYear),
        Event::Choose(Choice::Rate(level, rate, _)) => Some(Typing::Rate(*level, *rate)),
        Event::Pledge(edit) => pledge_text(edit).map(Typing::Pledge),
        Event::Review(ReviewEvent::Edit(ReviewEdit::Note(measure, _))) => {
            Some(Typing::ReviewNote(*measure))
        }
        Event::Review(ReviewEvent::Edit(ReviewEdit::Remark(_))) => Some(Typing::ReviewRemark),
        _ => None,
    }
}

fn pledge_text(edit: &Edit) -> Option<PledgeText> {
    match edit {
        Edit::Organisation(_) => Some(PledgeText::Organisation),
        Edit::Signatory(_) => Some(PledgeText::Signatory),
        Edit::SignatoryRole(_) => Some(PledgeText::SignatoryRole),
        Edit::Place(_) => Some(PledgeText::Place),
        Edit::Recipient(_) => Some(PledgeText::Recipient),
        Edit::Note(_) => Some(PledgeText::Note),
        Edit::Line { line, change, .. } => {
            let line = line.clone();
            match change {
                Change::Text(Some(_)) => Some(PledgeText::LineText(line)),
                Change::Owner(Some(_)) => Some(PledgeText::LineOwner(line)),
                Change::Indicator(Some(_)) => Some(PledgeText::LineIndicator(line)),
                Change::Target(Some(_)) => Some(PledgeText::LineTarget(line)),
                _ => None,
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{AreaKey, Depth, LevelKey};
    use crate::workforce::{Column, Origin};

    const ROW: RowKey = RowKey { level: LevelKey::All, area: AreaKey::All };
    const FOCUS: GridColumn = GridColumn::Count(Column::Group(Origin::ImmigrantOrDescendant));

    fn type_in(session: &mut Session, text: &str) {
        session.apply(Event::Type { row: ROW, column: FOCUS, text: text.to_owned() });
    }

    #[test]
    fn typing_in_one_cell_is_one_step_to_undo() {
        let mut session = Session::default();
        for text in ["1", "12", "128"] {
            type_in(&mut session, text);
        }
        session.apply(Event::Undo);
        assert_eq!(session.draft().text(ROW, FOCUS), "");
        assert!(!session.can_undo());
        session.apply(Event::Redo);
        assert_eq!(session.draft().text(ROW, FOCUS), "128");
    }

    #[test]
    fn typing_in_a_cell_that_was_left_is_another_step() {
        let mut session = Session::default();
        type_in(&mut session, "100");
        session.apply(Event::Leave { row: ROW, column: FOCUS });
        type_in(&mut session, "7");
        session.apply(Event::Undo);
        assert_eq!(session.draft().text(ROW, FOCUS), "100");
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut session = Session::default();
        session.apply(Event::SetDepth(Depth::Totals));
        session.apply(Event::Undo);
        type_in(&mut session, "5");
        assert!(!session.can_redo());
    }

    #[test]
    fn clearing_everything_can_be_undone() {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        let example = session.work().clone();
        session.apply(Event::Clear);
        assert!(session.draft().has_no_figures());
        session.apply(Event::Undo);
        assert_eq!(*session.work(), example);
    }

    #[test]
    fn typing_leaves_the_revision_alone_and_anything_else_moves_it() {
        let mut session = Session::default();
        type_in(&mut session, "1");
        assert_eq!(session.revision(), 0);
        session.apply(Event::Undo);
        assert_eq!(session.revision(), 1);
    }

    #[test]
    fn a_change_that_changes_nothing_is_no_step() {
        let mut session = Session::default();
        session.apply(Event::SetDepth(Depth::Levels));
        assert!(!session.can_undo());
    }
}
