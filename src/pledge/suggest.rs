//! A pledge suggested from an assessment: targets, measures and dates.
//!
//! Deterministic: the same figures on the same day give the same suggestion. Absent: the user's
//! own words, which are laid over it ([`super::edits`]), and sentences. Read next:
//! [`super::rules`] for why a measure is chosen, [`super::value`] for the pledge itself.

use super::charter::Commitment;
use super::measure::Measure;
use super::reason::{Band, Cause, Place, Reason, place, reasons};
use super::rules::{
    LEAST_UNDER_PRACTICE, MOST_UNDER_PRACTICE, PEOPLE_FOR_DEPARTMENTS, Shape, rule_for,
};
use super::timetable::{Timetable, timetable};
use crate::analysis::{
    Assessment, LevelTarget, NumberlessBecause, Suggestion, Target, Verdict, targets::MAX_YEARS,
};
use crate::workforce::{DataQuality, Date, Workforce};

/// A level's suggested number.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedTarget {
    /// Index, from 0 at entry.
    pub level: usize,
    /// The level's key in the table.
    pub key: String,
    /// The organisation's name for the level.
    pub name: String,
    pub target: Target,
    /// The day it falls due.
    pub day: Date,
}

/// A level that gets no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numberless {
    /// The level's key in the table.
    pub key: String,
    pub name: String,
    pub because: NumberlessBecause,
}

/// A measure with the reasons that brought it.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedMeasure {
    pub measure: &'static Measure,
    pub commitment: Commitment,
    /// Never empty; the weightiest first.
    pub because: Vec<Reason>,
    /// The next review: by then it has begun and can be looked at.
    pub due: Date,
}

/// Everything suggested for a pledge.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedPledge {
    pub organisation: Option<String>,
    /// Whether so few people work there that nobody has a department, and so no head of one.
    pub is_small: bool,
    /// Every level with its figures where they are exact, entry first.
    pub levels: Vec<Place>,
    /// From top to entry, as they are read.
    pub targets: Vec<SuggestedTarget>,
    /// Levels too small or too hidden for a number.
    pub numberless: Vec<Numberless>,
    /// Everything the figures give reason to act on, the weightiest first.
    pub findings: Vec<Reason>,
    /// By commitment; three to five under the first, one under each of the others.
    pub measures: Vec<SuggestedMeasure>,
    pub timetable: Timetable,
}

/// Suggests a pledge.
///
/// `targets` are those of [`crate::analysis::targets`]; `today` decides which reviews lie ahead.
/// Total: an empty table gives a pledge of process measures without numbers.
pub fn suggest(
    workforce: &Workforce,
    assessment: &Assessment,
    targets: &[LevelTarget],
    today: Date,
) -> SuggestedPledge {
    let years = targets.iter().filter_map(|level| match level.suggestion {
        Suggestion::Number(target) => Some(target.years),
        Suggestion::ProcessMeasure(_) => None,
    });
    let horizon = years.max().unwrap_or(MAX_YEARS);
    let timetable = timetable(workforce.reporting_date, today, horizon);
    let due = timetable.reviews.first().copied().unwrap_or(timetable.target_day);
    SuggestedPledge {
        organisation: workforce.name.clone(),
        is_small: is_small(assessment),
        levels: assessment.levels.iter().map(|level| place(workforce, level)).collect(),
        targets: numbers(workforce, targets, today),
        numberless: numberless(workforce, targets),
        findings: reasons(workforce, assessment, targets)
            .into_iter()
            .filter(|reason| reason.cause != Cause::KeepUp)
            .collect(),
        measures: measures(workforce, assessment, targets, due),
        timetable,
    }
}

fn numbers(workforce: &Workforce, targets: &[LevelTarget], today: Date) -> Vec<SuggestedTarget> {
    let levels = workforce.table.levels();
    let mut numbers: Vec<SuggestedTarget> = targets
        .iter()
        .filter_map(|suggested| match suggested.suggestion {
            Suggestion::Number(target) => Some(SuggestedTarget {
                level: suggested.level,
                key: levels.get(suggested.level)?.key.clone(),
                name: levels.get(suggested.level)?.name.clone(),
                target,
                day: timetable(workforce.reporting_date, today, target.years).target_day,
            }),
            Suggestion::ProcessMeasure(_) => None,
        })
        .collect();
    numbers.sort_by_key(|target| std::cmp::Reverse(target.level));
    numbers
}

fn numberless(workforce: &Workforce, targets: &[LevelTarget]) -> Vec<Numberless> {
    let levels = workforce.table.levels();
    let without = targets.iter().rev().filter_map(|suggested| match suggested.suggestion {
        Suggestion::ProcessMeasure(because) => {
            let level = levels.get(suggested.level)?;
            Some(Numberless { key: level.key.clone(), name: level.name.clone(), because })
        }
        Suggestion::Number(_) => None,
    });
    without.collect()
}

fn measures(
    workforce: &Workforce,
    assessment: &Assessment,
    targets: &[LevelTarget],
    due: Date,
) -> Vec<SuggestedMeasure> {
    let reasons = reasons(workforce, assessment, targets);
    let shape = shape(assessment, &reasons);
    let mut chosen = Chosen { measures: Vec::new(), shape, due };
    for reason in &reasons {
        let at_most = rule_for(reason.cause).map_or(0, |rule| rule.at_most);
        chosen.add(reason, Commitment::Practice, at_most);
    }
    if let Some(keep_up) = reasons.iter().find(|reason| reason.cause == Cause::KeepUp) {
        let lacking = LEAST_UNDER_PRACTICE.saturating_sub(chosen.measures.len());
        chosen.add(keep_up, Commitment::Practice, lacking);
    }
    chosen.for_debate(workforce, assessment);
    chosen.add(&Reason { cause: Cause::City, places: vec![] }, Commitment::City, 1);
    chosen.measures
}

fn shape(assessment: &Assessment, reasons: &[Reason]) -> Shape {
    let base = assessment.whole.base;
    let is_low = |reason: &Reason| matches!(reason.cause, Cause::LevelLow(Band::Entry, _));
    Shape {
        people: base.low,
        is_small: is_small(assessment),
        entry_is_low: reasons.iter().any(is_low),
    }
}

/// Whether so few people work there that nobody has a department.
fn is_small(assessment: &Assessment) -> bool {
    let base = assessment.whole.base;
    base.low > 0 && base.high.is_some_and(|most| most < PEOPLE_FOR_DEPARTMENTS)
}

struct Chosen {
    measures: Vec<SuggestedMeasure>,
    shape: Shape,
    due: Date,
}

impl Chosen {
    /// Adds up to so many new measures for a reason, and the reason to those already chosen that
    /// answer it best.
    fn add(&mut self, reason: &Reason, commitment: Commitment, mut at_most: usize) {
        let Some(rule) = rule_for(reason.cause) else { return };
        for measure in rule.candidates(commitment, self.shape) {
            if let Some(known) = self.measures.iter_mut().find(|line| line.measure.id == measure.id)
            {
                if rule.first.contains(&measure.id) && reason.cause != Cause::KeepUp {
                    known.because.push(reason.clone());
                }
            } else if at_most > 0 && self.has_room(commitment) {
                at_most -= 1;
                let because = vec![reason.clone()];
                self.measures.push(SuggestedMeasure {
                    measure,
                    commitment,
                    because,
                    due: self.due,
                });
            }
        }
    }

    fn has_room(&self, commitment: Commitment) -> bool {
        let under = self.measures.iter().filter(|line| line.commitment == commitment).count();
        commitment != Commitment::Practice || under < MOST_UNDER_PRACTICE
    }

    /// Results are shared publicly where they can be: not from estimates, and not from an
    /// organisation so small that its figures point at people.
    fn for_debate(&mut self, workforce: &Workforce, assessment: &Assessment) {
        let says_something = assessment.whole.verdict().is_some_and(Verdict::says_something);
        let publishable = workforce.data_quality != DataQuality::Estimate && says_something;
        let cause = if publishable { Cause::Debate } else { Cause::QuietDebate };
        self.add(&Reason { cause, places: vec![] }, Commitment::Debate, 1);
    }
}
