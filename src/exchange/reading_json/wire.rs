//! The stored shape of a reading.

use super::names;
use super::wire_parts::{WireNote, WirePart, WireProblem, WireRole, WireUnderstood};
use crate::exchange::names::{GROUPINGS, meaning, word};
use crate::exchange::reading::{
    Answer, Answers, At, Choice, Correction, Outcome, Question, ReadCell, ReadTotal, Reading,
    Refusal,
};
use crate::session::GridColumn;
use crate::text::{self, Lang};
use crate::workforce::{Column, Grouping, Headcount, Origin};
use serde::{Deserialize, Serialize};

pub const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
pub struct WireOutcome {
    byspejl_read: u32,
    outcome: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    questions: Option<Vec<WireQuestion>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    table: Option<WireTable>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refusal: Option<WireRefusal>,
}

const TABLE: &str = "table";
const ASK: &str = "ask";
const REFUSED: &str = "refused";

impl WireOutcome {
    pub fn of(outcome: &Outcome, lang: Option<Lang>) -> WireOutcome {
        let (kind, questions, table, refusal) = match outcome {
            Outcome::Table(reading) => (TABLE, None, Some(WireTable::of(reading, lang)), None),
            Outcome::Ask { questions, guess } => {
                let sheets = &guess.sheets;
                let questions =
                    questions.iter().map(|q| WireQuestion::of(q, sheets, lang)).collect();
                (ASK, Some(questions), Some(WireTable::of(guess, lang)), None)
            }
            Outcome::Refused(refusal) => {
                (REFUSED, None, None, Some(WireRefusal::of(refusal, lang)))
            }
        };
        WireOutcome { byspejl_read: VERSION, outcome: kind.to_owned(), questions, table, refusal }
    }

    pub fn version(&self) -> u32 {
        self.byspejl_read
    }

    pub fn outcome(self) -> Option<Outcome> {
        match self.outcome.as_str() {
            TABLE => Some(Outcome::Table(self.table?.reading()?)),
            ASK => {
                let questions = self.questions?.into_iter().map(WireQuestion::question);
                Some(Outcome::Ask {
                    questions: questions.collect::<Option<_>>()?,
                    guess: self.table?.reading()?,
                })
            }
            REFUSED => Some(Outcome::Refused(self.refusal?.refusal()?)),
            _ => None,
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
pub struct WireAt {
    sheet: Option<String>,
    sheet_index: u32,
    row: u32,
    column: u32,
}

impl WireAt {
    pub fn of(at: At, sheets: &[String]) -> WireAt {
        let sheet = sheets.get(at.sheet as usize).filter(|name| !name.is_empty()).cloned();
        WireAt { sheet, sheet_index: at.sheet, row: at.row, column: at.column }
    }

    pub fn at(&self) -> At {
        At { sheet: self.sheet_index, row: self.row, column: self.column }
    }
}

#[derive(Serialize, Deserialize)]
struct WireRefusal {
    reason: String,
    at: Option<WireAt>,
    found: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
}

impl WireRefusal {
    fn of(refusal: &Refusal, lang: Option<Lang>) -> WireRefusal {
        let at = refusal.at.map(|at| WireAt {
            sheet: (!refusal.sheet.is_empty()).then(|| refusal.sheet.clone()),
            ..WireAt::of(at, &[])
        });
        WireRefusal {
            reason: word(&names::REASONS, refusal.reason).to_owned(),
            at,
            found: refusal.found.clone(),
            message: lang.map(|lang| text::reading::refusal(lang, refusal)),
            remedy: lang.map(|lang| text::reading::remedy(lang, refusal.reason).to_owned()),
        }
    }

    fn refusal(self) -> Option<Refusal> {
        let sheet = self.at.as_ref().and_then(|at| at.sheet.clone()).unwrap_or_default();
        Some(Refusal {
            reason: meaning(&names::REASONS, &self.reason)?,
            at: self.at.map(|at| at.at()),
            sheet,
            found: self.found,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct WireQuestion {
    id: String,
    topic: String,
    at: Option<WireAt>,
    form: String,
    options: Vec<WireChoice>,
    guess: Vec<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct WireChoice {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    means: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<WireRole>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<String>,
}

impl WireQuestion {
    fn of(question: &Question, sheets: &[String], lang: Option<Lang>) -> WireQuestion {
        WireQuestion {
            id: question.id.clone(),
            topic: word(&names::TOPICS, question.topic).to_owned(),
            at: question.at.map(|at| WireAt::of(at, sheets)),
            form: word(&names::FORMS, question.form).to_owned(),
            options: question.options.iter().map(|choice| WireChoice::of(choice, lang)).collect(),
            guess: question.guess.clone(),
            message: lang.map(|lang| text::reading::question(lang, sheets, question)),
        }
    }

    fn question(self) -> Option<Question> {
        Some(Question {
            id: self.id,
            topic: meaning(&names::TOPICS, &self.topic)?,
            at: self.at.map(|at| at.at()),
            form: meaning(&names::FORMS, &self.form)?,
            options: self.options.into_iter().map(WireChoice::choice).collect::<Option<_>>()?,
            guess: self.guess,
        })
    }
}

impl WireChoice {
    fn of(choice: &Choice, lang: Option<Lang>) -> WireChoice {
        let (mut words, mut means, mut role) = (None, None, None);
        match choice {
            Choice::Words(text) => words = Some(text.clone()),
            Choice::Means(sign) => means = Some(word(&names::MEANINGS, *sign).to_owned()),
            Choice::Role(known) => role = Some(WireRole::of(known)),
        }
        let label = lang.map(|lang| text::reading::choice(lang, choice));
        WireChoice { words, means, role, label }
    }

    fn choice(self) -> Option<Choice> {
        match (self.words, self.means, self.role) {
            (Some(words), None, None) => Some(Choice::Words(words)),
            (None, Some(means), None) => meaning(&names::MEANINGS, &means).map(Choice::Means),
            (None, None, Some(role)) => role.role().map(Choice::Role),
            _ => None,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct WireTable {
    grouping: String,
    groups: Vec<String>,
    levels: Vec<names::WireLevel>,
    areas: Vec<String>,
    cells: Vec<WireCell>,
    totals: Vec<WireTotal>,
    period: Option<String>,
    sheets: Vec<String>,
    understood: Vec<WireUnderstood>,
    problems: Vec<WireProblem>,
    notes: Vec<WireNote>,
}

#[derive(Serialize, Deserialize)]
struct WireCell {
    level: Option<usize>,
    area: Option<usize>,
    group: String,
    count: WireCount,
    at: Vec<WireAt>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WireCount {
    Known(u32),
    Hidden { low: u32, high: u32 },
    Missing(()),
}

#[derive(Serialize, Deserialize)]
struct WireTotal {
    level: Option<usize>,
    area: Option<usize>,
    group: Option<String>,
    people: u32,
    at: WireAt,
}

fn column_id(column: Column) -> String {
    GridColumn::Count(column).id().to_owned()
}

fn column_of(id: &str) -> Option<Column> {
    match Origin::from_id(id) {
        Some(origin) => Some(Column::Group(origin)),
        None => (id == column_id(Column::OriginNotStated)).then_some(Column::OriginNotStated),
    }
}

impl WireTable {
    fn of(reading: &Reading, lang: Option<Lang>) -> WireTable {
        let at = |at: At| WireAt::of(at, &reading.sheets);
        let cell = |cell: &ReadCell| WireCell {
            level: cell.level,
            area: cell.area,
            group: column_id(cell.column),
            count: match cell.count {
                Headcount::Known(people) => WireCount::Known(people),
                Headcount::Suppressed { low, high } => WireCount::Hidden { low, high },
                Headcount::Missing => WireCount::Missing(()),
            },
            at: cell.at.iter().map(|place| at(*place)).collect(),
        };
        let total = |total: &ReadTotal| WireTotal {
            level: total.level,
            area: total.area,
            group: total.column.map(column_id),
            people: total.people,
            at: at(total.at),
        };
        let groups: Vec<Origin> = reading.grouping.groups().to_vec();
        WireTable {
            grouping: word(&GROUPINGS, reading.grouping).to_owned(),
            groups: groups.iter().map(|group| group.id().to_owned()).collect(),
            levels: reading.levels.iter().map(names::WireLevel::of).collect(),
            areas: reading.areas.clone(),
            cells: reading.cells.iter().map(cell).collect(),
            totals: reading.totals.iter().map(total).collect(),
            period: reading.period.clone(),
            sheets: reading.sheets.clone(),
            understood: reading.understood.iter().map(WireUnderstood::of).collect(),
            problems: reading
                .problems
                .iter()
                .map(|problem| WireProblem::of(problem, &reading.sheets, lang))
                .collect(),
            notes: reading
                .notes
                .iter()
                .map(|note| WireNote::of(note, &reading.sheets, lang))
                .collect(),
        }
    }

    fn reading(self) -> Option<Reading> {
        let (levels, areas) = (self.levels.len(), self.areas.len());
        let fits = |index: Option<usize>, count: usize| index.is_none_or(|index| index < count);
        let grouping: Grouping = meaning(&GROUPINGS, &self.grouping)?;
        let cell = |cell: WireCell| {
            (fits(cell.level, levels) && fits(cell.area, areas)).then_some(())?;
            Some(ReadCell {
                level: cell.level,
                area: cell.area,
                column: column_of(&cell.group)?,
                count: match cell.count {
                    WireCount::Known(people) => Headcount::Known(people),
                    WireCount::Hidden { low, high } => Headcount::Suppressed { low, high },
                    WireCount::Missing(()) => Headcount::Missing,
                },
                at: cell.at.iter().map(WireAt::at).collect(),
            })
        };
        let total = |total: WireTotal| {
            (fits(total.level, levels) && fits(total.area, areas)).then_some(())?;
            let column = match total.group {
                Some(id) => Some(column_of(&id)?),
                None => None,
            };
            let WireTotal { level, area, people, at, .. } = total;
            Some(ReadTotal { level, area, column, people, at: at.at() })
        };
        Some(Reading {
            sheets: self.sheets,
            grouping,
            levels: self.levels.into_iter().map(names::WireLevel::level).collect(),
            areas: self.areas,
            cells: self.cells.into_iter().map(cell).collect::<Option<_>>()?,
            totals: self.totals.into_iter().map(total).collect::<Option<_>>()?,
            period: self.period,
            understood: self
                .understood
                .into_iter()
                .map(WireUnderstood::understood)
                .collect::<Option<_>>()?,
            problems: self.problems.into_iter().map(WireProblem::problem).collect::<Option<_>>()?,
            notes: self.notes.into_iter().map(WireNote::note).collect::<Option<_>>()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub struct WireAnswers {
    #[serde(default)]
    questions: Vec<WireAnswer>,
    #[serde(default)]
    corrections: Vec<WireCorrection>,
}

#[derive(Serialize, Deserialize)]
struct WireAnswer {
    id: String,
    chosen: Vec<usize>,
}

#[derive(Serialize, Deserialize)]
struct WireCorrection {
    part: WirePart,
    role: WireRole,
}

impl WireAnswers {
    pub fn of(answers: &Answers) -> WireAnswers {
        let answer = |a: &Answer| WireAnswer { id: a.id.clone(), chosen: a.chosen.clone() };
        let correction = |one: &Correction| WireCorrection {
            part: WirePart::of(one.part),
            role: WireRole::of(&one.role),
        };
        WireAnswers {
            questions: answers.questions.iter().map(answer).collect(),
            corrections: answers.corrections.iter().map(correction).collect(),
        }
    }

    pub fn answers(self) -> Option<Answers> {
        let answer = |a: WireAnswer| Answer { id: a.id, chosen: a.chosen };
        let correction = |one: WireCorrection| {
            Some(Correction { part: one.part.part(), role: one.role.role()? })
        };
        Some(Answers {
            questions: self.questions.into_iter().map(answer).collect(),
            corrections: self.corrections.into_iter().map(correction).collect::<Option<_>>()?,
        })
    }
}
