//! Every count of a book with what is said about it.

use super::counts::{self, Separators, Value};
use super::frame::{Filled, Frame};
use super::hiding::Hiding;
use super::lines::Senses;
use super::sense::Sense;
use super::value::{self, Look, look};
use crate::exchange::book::Cell;
use crate::exchange::reading::{
    Answers, At, Choice, Form, Meaning, Note, Question, Reason, SheetProblem, SheetProblemKind,
    Topic,
};
use crate::workforce::Headcount;

/// One number of a table.
#[derive(Clone, Debug)]
pub struct Entry {
    pub sense: Sense,
    pub count: Headcount,
    /// Set for a share instead of a count.
    pub percent: Option<f64>,
    pub at: At,
    /// Whether something stands in the cell.
    pub is_filled: bool,
}

/// What is collected over all tables.
#[derive(Default)]
pub struct Collected {
    pub entries: Vec<Entry>,
    pub problems: Vec<SheetProblem>,
    pub notes: Vec<Note>,
    pub questions: Vec<Question>,
    /// The first reason to refuse, in reading order, with the text found.
    pub refusal: Option<(Reason, At, String)>,
    pub shares_said: bool,
}

/// What the answers say a dash means.
pub fn meaning(answers: &Answers, id: &str, options: &[Meaning]) -> Option<Meaning> {
    let answer = answers.questions.iter().find(|answer| answer.id == id)?;
    options.get(*answer.chosen.first()?).copied()
}

/// What a dash can mean, in the order in which it is offered.
pub const DASH: [Meaning; 3] = [Meaning::Nobody, Meaning::NotKnown, Meaning::Hidden];
const SEPARATORS: [Meaning; 2] = [Meaning::Thousands, Meaning::Decimals];

/// Collects a table's numbers.
pub fn collect(
    filled: &Filled,
    frame: &Frame,
    senses: &Senses,
    sheet_sense: &Sense,
    hiding: &Hiding,
    answers: &Answers,
    out: &mut Collected,
) {
    let dash = meaning(answers, "dash", &DASH);
    let used: Vec<(usize, &usize, &Sense)> = frame
        .counts
        .iter()
        .zip(&senses.columns)
        .enumerate()
        .map(|(index, (column, sense))| (index, column, sense))
        .filter(|(_, _, sense)| !sense.is_ignored)
        .collect();
    let mut meanings = vec![Separators::Thousands; frame.counts.len()];
    let mut kinds = vec![Kind::Counts; frame.counts.len()];
    let any_percent_sign = used.iter().any(|(_, _, sense)| sense.is_share);
    for (index, column, sense) in &used {
        let cells = || frame.rows.iter().map(|row| filled.sheet.cell(*row, **column));
        kinds[*index] = kind(cells(), sense.is_share, out.shares_said && !any_percent_sign);
        if sense.is_full_time {
            let row = frame.headings.last().copied().unwrap_or(0);
            refuse(
                out,
                Reason::Fractions,
                place(frame, row, **column),
                filled.words(row, **column),
            );
        }
        if kinds[*index] != Kind::Counts {
            continue;
        }
        let (separators, open) = counts::separators(cells());
        let id = format!("thousands:{}:{}", frame.sheet, **column + 1);
        let answered = separators.answered(meaning(answers, &id, &SEPARATORS));
        if let (Separators::Open, Some(open)) = (answered, open) {
            out.questions.push(Question {
                id,
                topic: Topic::Thousands,
                at: Some(place(frame, frame.rows[open], **column)),
                form: Form::One,
                options: SEPARATORS.map(Choice::Means).to_vec(),
                guess: vec![0],
            });
        }
        meanings[*index] = answered;
    }
    // Shares without a heading of their own: the rows of the whole table add up to 100.
    for (&row, row_sense) in frame.rows.iter().zip(&senses.rows) {
        if row_sense.is_ignored {
            continue;
        }
        for (index, column, sense) in &used {
            let cell = filled.cell(row, **column);
            let at = place(frame, row, **column);
            let sense = sense.with(row_sense).with(sheet_sense);
            let mut entry = Entry {
                sense,
                count: Headcount::Missing,
                percent: None,
                at,
                is_filled: !cell.is_blank(),
            };
            if kinds[*index] != Kind::Counts || row_sense.is_share {
                let is_fraction = kinds[*index] == Kind::Fractions;
                if let Some(percent) = counts::share(cell, is_fraction) {
                    entry.percent = Some(percent);
                    out.entries.push(entry);
                }
                continue;
            }
            match counts::read(cell, meanings[*index], hiding) {
                Value::Count(count) => {
                    entry.count = count;
                    note_sign(cell, count, at, out);
                }
                Value::Percent(percent) => entry.percent = Some(percent),
                Value::Dash => {
                    entry.count = match dash {
                        Some(Meaning::Nobody) => Headcount::Known(0),
                        Some(Meaning::Hidden) => {
                            let (low, high) = hiding.range(value::words(cell).trim());
                            Headcount::Suppressed { low, high }
                        }
                        _ => Headcount::Missing,
                    };
                    note_sign(cell, entry.count, at, out);
                    if dash.is_none() && !out.questions.iter().any(|q| q.topic == Topic::Dash) {
                        out.questions.push(Question {
                            id: "dash".to_owned(),
                            topic: Topic::Dash,
                            at: Some(at),
                            form: Form::One,
                            options: DASH.map(Choice::Means).to_vec(),
                            guess: vec![1],
                        });
                    }
                }
                Value::Problem(kind) => problem(out, kind, at, value::words(cell)),
                Value::Refused(reason) => refuse(out, reason, at, value::words(cell)),
            }
            out.entries.push(entry);
        }
    }
}

fn place(frame: &Frame, row: usize, column: usize) -> At {
    At { sheet: frame.sheet as u32, row: row as u32 + 1, column: column as u32 + 1 }
}

fn problem(out: &mut Collected, kind: SheetProblemKind, at: At, found: String) {
    out.problems.push(SheetProblem { kind, at, found });
}

fn refuse(out: &mut Collected, reason: Reason, at: At, found: String) {
    let order = |at: At| (at.sheet, at.row, at.column);
    if out.refusal.as_ref().is_none_or(|(_, known, _)| order(at) < order(*known)) {
        out.refusal = Some((reason, at, found));
    }
}

fn note_sign(cell: &Cell, count: Headcount, at: At, out: &mut Collected) {
    let (Headcount::Suppressed { low, high }, Cell::Text(text)) = (count, cell) else { return };
    let sign = text.trim();
    let known = |note: &Note| matches!(note, Note::HiddenSign { sign: known, .. } if known == sign);
    if value::is_sign(sign) && !out.notes.iter().any(known) {
        out.notes.push(Note::HiddenSign { sign: sign.to_owned(), low, high, at });
    }
}

/// What the numbers of a column are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Counts,
    /// 12.5 for 12.5 %.
    Shares,
    /// 0.125 for 12.5 %, as a spreadsheet keeps it.
    Fractions,
}

fn kind<'a>(cells: impl Iterator<Item = &'a Cell>, said: bool, said_above: bool) -> Kind {
    let (mut numbers, mut signs, mut below_one, mut fractions) = (0, 0, 0, 0);
    for cell in cells.filter(|cell| look(cell) == Look::Number) {
        match cell {
            Cell::Number(number) => {
                numbers += 1;
                below_one += usize::from((0.0..=1.0).contains(number));
                fractions += usize::from(number.fract() != 0.0);
            }
            Cell::Text(text) => {
                numbers += 1;
                signs += usize::from(text.trim().ends_with('%'));
                let number = text.trim().replace(',', ".").parse::<f64>();
                let is_part = number.is_ok_and(|number| number.fract() != 0.0);
                fractions += usize::from(is_part);
                below_one += usize::from(number_below_one(text));
            }
            _ => {}
        }
    }
    let all_below_one = numbers > 0 && below_one == numbers && fractions > 0;
    if all_below_one {
        Kind::Fractions
    } else if 2 * signs > numbers || said || (said_above && fractions + signs > 0) {
        Kind::Shares
    } else {
        Kind::Counts
    }
}

fn number_below_one(text: &str) -> bool {
    let number = text.trim().replace(',', ".").parse::<f64>();
    number.is_ok_and(|number| (0.0..=1.0).contains(&number))
}
