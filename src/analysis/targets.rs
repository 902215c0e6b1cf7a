//! Suggested targets per level (methods, section 8).
//!
//! Here is what a pledge may propose for each low level. Absent: measures and words.
//! Concentration at entry is never answered by "hire fewer".

use super::assess::Assessment;
use super::projection::{Assumptions, Run, expected_if_hires_mirror};
use super::representation::Representation;
use super::scope_result::ScopeResult;
use super::verdict::Verdict;
use crate::workforce::Share;

/// The longest horizon of a target, years.
pub const MAX_YEARS: u8 = 4;

/// A suggested number for a level.
///
/// target = min(floor(b N_T), max(x + 1, round half up(E))), always above the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// People of the focus group in the target year.
    pub target: u64,
    /// x: how many there are now.
    pub baseline: u64,
    /// N_T: the planned headcount in the target year, whole persons.
    pub headcount: u64,
    /// E: the number to expect if hires mirror the benchmark; an expectation, not a hiring target.
    pub expected: f64,
    /// floor(b N_T): the whole persons that mirror the benchmark.
    pub mirror: u64,
    pub benchmark: Share,
    /// Years from now, 1 to 4.
    pub years: u8,
}

/// Why a level gets a process measure and "collect better figures" in place of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberlessBecause {
    /// Too few people to tell.
    TooFew,
    /// The verdict is undetermined.
    Undetermined,
    /// The verdict holds whatever is hidden, but the count to start from is not known.
    CountHidden,
    /// The mirror of the planned headcount is less than one whole person away: with a changed least
    /// gap, or because the level is to shrink.
    LessThanOnePerson,
}

/// What is suggested for a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Suggestion {
    Number(Target),
    ProcessMeasure(NumberlessBecause),
}

/// A level and what is suggested for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelTarget {
    /// Index, from 0 at entry.
    pub level: usize,
    pub suggestion: Suggestion,
}

/// What a pledge may propose for each level that is low, too few or undetermined, entry first.
///
/// `years` is the horizon, held between 1 and [`MAX_YEARS`]. Levels whose counts are hidden are left out of the projection: neighbours then neither send nor
/// receive anybody from them.
pub fn suggest(assessment: &Assessment, assumptions: &Assumptions, years: u8) -> Vec<LevelTarget> {
    let years = years.clamp(1, MAX_YEARS);
    let target = |level: usize| {
        let result = &assessment.levels[level];
        let process = |because| Some(Suggestion::ProcessMeasure(because));
        let suggestion = match (result.verdict(), result.representation) {
            (None, _) => process(NumberlessBecause::Undetermined),
            (Some(Verdict::TooFew), _) => process(NumberlessBecause::TooFew),
            (Some(verdict), counts) if verdict.is_low() => Some(match counts {
                Some(counts) => {
                    let expected = expected(assessment, level, assumptions, years);
                    let planned = assumptions.planned(level, counts.people, years);
                    number(&counts, planned, expected, years)
                }
                None => Suggestion::ProcessMeasure(NumberlessBecause::CountHidden),
            }),
            _ => None,
        };
        suggestion.map(|suggestion| LevelTarget { level, suggestion })
    };
    (0..assessment.levels.len()).filter_map(target).collect()
}

/// E: the expected number on a level, from the run of known levels around it.
fn expected(assessment: &Assessment, level: usize, assumptions: &Assumptions, years: u8) -> f64 {
    let known = |result: &ScopeResult| result.representation.map(|r| (r.focus, r.people));
    let counts: Vec<Option<(u64, u64)>> = assessment.levels.iter().map(known).collect();
    expected_of(&counts, level, assessment.benchmark_share, assumptions, years)
}

fn expected_of(
    levels: &[Option<(u64, u64)>],
    level: usize,
    benchmark: Share,
    assumptions: &Assumptions,
    years: u8,
) -> f64 {
    let runs = Run::all(levels);
    let holds = |run: &&Run| (run.first..run.first + run.counts.len()).contains(&level);
    let Some(run) = runs.iter().find(holds) else { return 0.0 };
    let expected = expected_if_hires_mirror(run, benchmark, assumptions, years);
    expected.get(level - run.first).copied().unwrap_or(0.0)
}

/// The number suggested for a low level whose x and n are these, `None` where none is: what
/// [`suggest`] gives, from the levels' counts alone (x and n, entry first, `None` when unknown).
pub(crate) fn number_for(
    levels: &[Option<(u64, u64)>],
    level: usize,
    benchmark: Share,
    assumptions: &Assumptions,
    years: u8,
) -> Option<u64> {
    let (focus, people) = levels.get(level).copied().flatten()?;
    let mirror = mirror(assumptions.planned(level, people, years), benchmark);
    let expected = expected_of(levels, level, benchmark, assumptions, years);
    (mirror > focus).then(|| reachable(mirror, focus, expected))
}

/// floor(b N_T).
fn mirror(people: u64, benchmark: Share) -> u64 {
    (u128::from(benchmark.part()) * u128::from(people) / u128::from(benchmark.whole())) as u64
}

fn reachable(mirror: u64, focus: u64, expected: f64) -> u64 {
    let rounded_half_up = (expected + 0.5).floor() as u64;
    mirror.min(rounded_half_up.max(focus + 1))
}

fn number(counts: &Representation, planned: u64, expected: f64, years: u8) -> Suggestion {
    let benchmark = counts.benchmark;
    let mirror = mirror(planned, benchmark);
    if mirror <= counts.focus {
        return Suggestion::ProcessMeasure(NumberlessBecause::LessThanOnePerson);
    }
    Suggestion::Number(Target {
        target: reachable(mirror, counts.focus, expected),
        baseline: counts.focus,
        headcount: planned,
        expected,
        mirror,
        benchmark,
        years,
    })
}
