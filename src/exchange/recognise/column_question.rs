//! The question about a column of numbers whose heading nobody understands.
//!
//! Absent: which columns those are ([`super::lines`]). Read next: [`super::super::reading`].

use crate::exchange::reading::{Answers, At, Choice, FilePart, Form, Question, Role, Topic};
use crate::workforce::Origin;

/// What the column can be, in the order in which it is offered; rarer roles are corrections.
fn roles() -> [Role; 6] {
    [
        Role::Ignored,
        Role::Total,
        Role::Subset,
        Role::Group(Origin::Danish),
        Role::Group(Origin::ImmigrantOrDescendant),
        Role::OriginNotStated,
    ]
}

fn id(sheet: u32, column: u32) -> String {
    format!("column:{sheet}:{column}")
}

/// Asks about the column with this heading; the guess is to leave it out.
pub fn question(at: At) -> Question {
    Question {
        id: id(at.sheet, at.column),
        topic: Topic::ColumnRole,
        at: Some(at),
        form: Form::One,
        options: roles().map(Choice::Role).to_vec(),
        guess: vec![0],
    }
}

/// The role that an answer gives a part of the file.
pub fn answered(part: FilePart, answers: &Answers) -> Option<Role> {
    let FilePart::Column { sheet, column } = part else { return None };
    if answers.questions.is_empty() {
        return None;
    }
    let id = id(sheet, column);
    let answer = answers.questions.iter().find(|answer| answer.id == id)?;
    roles().into_iter().nth(*answer.chosen.first()?)
}
