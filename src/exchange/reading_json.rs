//! An [`Outcome`] as JSON, and answers to its questions: what the command line prints, and what
//! page and worker send each other.
//!
//! The shape is described by public/schema/reading-1.json. Words for people are added for the
//! command line only: the page makes its own, in the language it shows. Absent: what anything
//! means. Read next: [`super::reading`]; the stored shapes are in [`wire`].

mod names;
mod wire;
mod wire_parts;

use super::reading::{Answers, Outcome};
use crate::text::Lang;
use wire::{WireAnswers, WireOutcome};

/// Why a text is no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingJsonError {
    /// Not JSON of this shape: read the file again.
    NotAReading,
    /// Written by a newer program: reload the page.
    TooNew { version: u32 },
}

/// The JSON of an outcome; with messages and labels where a language is given.
pub fn write(outcome: &Outcome, lang: Option<Lang>) -> String {
    let wire = WireOutcome::of(outcome, lang);
    // Only maps with keys that are no texts can fail to become JSON; the format has none.
    let text = if lang.is_some() {
        serde_json::to_string_pretty(&wire)
    } else {
        serde_json::to_string(&wire)
    };
    text.unwrap_or_default()
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// See [`ReadingJsonError`].
pub fn read(text: &str) -> Result<Outcome, ReadingJsonError> {
    let wire: WireOutcome =
        serde_json::from_str(text).map_err(|_| ReadingJsonError::NotAReading)?;
    match wire.version() {
        wire::VERSION => wire.outcome().ok_or(ReadingJsonError::NotAReading),
        version if version > wire::VERSION => Err(ReadingJsonError::TooNew { version }),
        _ => Err(ReadingJsonError::NotAReading),
    }
}

/// The JSON of answers and corrections.
pub fn write_answers(answers: &Answers) -> String {
    serde_json::to_string(&WireAnswers::of(answers)).unwrap_or_default()
}

/// Reads answers and corrections.
///
/// # Errors
/// [`ReadingJsonError::NotAReading`] for anything else.
pub fn read_answers(text: &str) -> Result<Answers, ReadingJsonError> {
    let wire: WireAnswers =
        serde_json::from_str(text).map_err(|_| ReadingJsonError::NotAReading)?;
    wire.answers().ok_or(ReadingJsonError::NotAReading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::reading::{
        Answer, At, Choice, Correction, FilePart, Form, LevelName, Meaning, Note, Question,
        ReadCell, ReadTotal, Reading, Reason, Refusal, Role, SheetProblem, SheetProblemKind, Topic,
        Understood,
    };
    use crate::session::PresetLevel;
    use crate::workforce::{Column, Grouping, Headcount, Origin};

    const AT: At = At { sheet: 1, row: 7, column: 3 };

    fn reading() -> Reading {
        let level = LevelName { name: "Ledelse".to_owned(), preset: Some(PresetLevel::Management) };
        let cell =
            |column, count| ReadCell { level: Some(0), area: None, column, count, at: vec![AT] };
        Reading {
            sheets: vec!["Ark1".to_owned(), "Ark2".to_owned()],
            grouping: Grouping::ThreeByRegion,
            levels: vec![level.clone()],
            areas: vec!["Drift".to_owned()],
            cells: vec![
                cell(Column::Group(Origin::Western), Headcount::Known(3)),
                cell(Column::Group(Origin::NonWestern), Headcount::Suppressed { low: 1, high: 4 }),
                cell(Column::OriginNotStated, Headcount::Missing),
            ],
            totals: vec![ReadTotal { level: None, area: Some(0), column: None, people: 9, at: AT }],
            period: Some("2025".to_owned()),
            understood: vec![
                Understood {
                    part: FilePart::Sheet { sheet: 1 },
                    words: String::new(),
                    role: Role::Total,
                },
                Understood {
                    part: FilePart::Column { sheet: 0, column: 2 },
                    words: "Vestlige".to_owned(),
                    role: Role::Group(Origin::Western),
                },
                Understood {
                    part: FilePart::Row { sheet: 0, row: 2 },
                    words: "Ledelse".to_owned(),
                    role: Role::Level(level),
                },
            ],
            problems: vec![SheetProblem {
                kind: SheetProblemKind::TotalDisagrees { given: 9, sum: 8 },
                at: AT,
                found: "9".to_owned(),
            }],
            notes: vec![
                Note::SexesSummed { at: AT },
                Note::HiddenSign { sign: "*".to_owned(), low: 0, high: 4, at: AT },
                Note::HiddenLimitUnclear { at: AT },
                Note::LevelsMerged {
                    level: LevelName { name: "Chef".to_owned(), preset: None },
                    names: vec!["Chef".to_owned(), "Direktør".to_owned()],
                },
                Note::TableLeftOut { at: AT },
                Note::RestFromTotal { at: AT },
                Note::DiscoGroupsMapped,
                Note::PeriodTaken { period: "2025".to_owned() },
                Note::SheetLeftOut { sheet: 1 },
            ],
        }
    }

    fn check(outcome: &Outcome) {
        for lang in [None, Some(Lang::Da), Some(Lang::En)] {
            assert_eq!(read(&write(outcome, lang)).as_ref(), Ok(outcome), "{lang:?}");
        }
    }

    #[test]
    fn every_outcome_reads_back_with_and_without_words() {
        check(&Outcome::Table(reading()));
        let question = |topic, form, options, guess| Question {
            id: "dash".to_owned(),
            topic,
            at: Some(AT),
            form,
            options,
            guess,
        };
        let dash = vec![Choice::Means(Meaning::Nobody), Choice::Means(Meaning::NotKnown)];
        let order = vec![Choice::Words("a".to_owned()), Choice::Role(Role::LevelNotStated)];
        let questions = vec![
            question(Topic::Dash, Form::One, dash, vec![1]),
            question(Topic::LevelOrder, Form::Order, order, vec![1, 0]),
        ];
        check(&Outcome::Ask { questions, guess: reading() });
        check(&Outcome::Refused(Refusal {
            reason: Reason::Negative,
            at: Some(AT),
            sheet: "Ark2".to_owned(),
            found: "-3".to_owned(),
        }));
        let reason = Reason::Empty;
        check(&Outcome::Refused(Refusal {
            reason,
            at: None,
            sheet: String::new(),
            found: String::new(),
        }));
    }

    #[test]
    fn answers_read_back() {
        let answers = Answers {
            questions: vec![Answer { id: "dash".to_owned(), chosen: vec![0] }],
            corrections: vec![Correction {
                part: FilePart::Column { sheet: 0, column: 3 },
                role: Role::Area("Drift".to_owned()),
            }],
        };
        assert_eq!(read_answers(&write_answers(&answers)), Ok(answers));
        assert_eq!(read_answers("{"), Err(ReadingJsonError::NotAReading));
    }

    #[test]
    fn what_is_no_reading_says_so() {
        assert_eq!(read("[]"), Err(ReadingJsonError::NotAReading));
        let newer = write(&Outcome::Table(reading()), None).replacen(":1,", ":9,", 1);
        assert_eq!(read(&newer), Err(ReadingJsonError::TooNew { version: 9 }));
    }
}
