//! Three paths for every level until a target year (methods, section 7).
//!
//! As today, hires mirror the benchmark, and what it would take; with the chance around the second
//! one ([`Chance`]). Absent: words, and the year step ([`crate::stats::projection`]). Always to be
//! labelled: an expectation to compare with, not a hiring target.

use super::assess::Assessment;
use super::projection::{Assumptions, Run};
use super::scope_result::ScopeResult;
use super::targets::MAX_YEARS;
use super::verdict::Verdict;
use crate::stats::projection::{Level, flows, path, required_outside_shares};
use crate::stats::simulation::Simulation;
pub use crate::stats::simulation::Spread;
use crate::workforce::Share;

/// How many years ahead the target year lies unless somebody chooses.
pub const DEFAULT_YEARS: u8 = MAX_YEARS;

/// The most years that paths are followed.
pub const MOST_YEARS: u8 = 10;

/// The first year in which a goal can be reached is looked for so many years ahead.
pub const HORIZON: usize = 40;

/// How many courses the band rests on.
pub const COURSES: usize = 2_000;

/// The seed of the band's chance: the year of the charter, and no other reason.
pub const SEED: u64 = 2011;

/// Draws in one slice of a simulation: a few milliseconds, whatever the size of the ladder.
const SLICE: f64 = 1_500.0;

/// Shares this near 0 or 1 are 0 or 1.
const NEAR: f64 = 1e-9;

/// The paths of a ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Paths {
    /// Years from the start to the target year, 1 to [`MOST_YEARS`].
    pub years: u8,
    pub benchmark: Share,
    /// Entry first, one for each level of the assessment.
    pub levels: Vec<Result<LevelPath, NoPath>>,
    runs: Vec<Run>,
    assumptions: Assumptions,
}

/// Why a level has no path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoPath {
    /// Its figures are missing.
    NoData,
    /// Nobody works there.
    Nobody,
    /// Its counts are hidden.
    Hidden,
    /// Too few people to tell anything.
    TooFew,
    /// Its verdict is open, because too many have no stated origin.
    Undetermined,
    /// In some year more people would leave it and be promoted from it than there are: the rates do
    /// not fit together.
    Overdrawn,
    /// The same of a level below it, from which it would be filled.
    AboveOverdrawn,
}

impl Paths {
    /// The level that is furthest from the benchmark: of those not reached in time the one that takes
    /// longest, then the one whose hires would have to change most, then the highest. `None` when every
    /// level with a path is reached in time.
    pub fn furthest(&self) -> Option<usize> {
        let mut furthest: Option<(usize, f64)> = None;
        for (level, path) in self.levels.iter().enumerate() {
            let Some(path) = path.as_ref().ok().filter(|path| !path.mirrors_in_time()) else {
                continue;
            };
            // Shares lie below 1, years above.
            let way = match path.required {
                Required::InTime(share) => share,
                Required::Later(first) => 1.0 + first.map_or(f64::INFINITY, |years| years as f64),
            };
            if furthest.is_none_or(|(_, known)| way >= known) {
                furthest = Some((level, way));
            }
        }
        furthest.map(|(level, _)| level)
    }
}

/// A level's paths: people, from the start year on, one entry a year.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelPath {
    pub headcount: Vec<f64>,
    /// b N_t: what mirrors the benchmark.
    pub goal: Vec<f64>,
    /// If hires from outside keep the level's present share, or have the user's own.
    pub as_today: Vec<f64>,
    /// The focus share of outside hires behind [`LevelPath::as_today`].
    pub hires_today: f64,
    /// Whether that share is the user's own figure.
    pub has_own_hires: bool,
    /// If hires from outside mirror the benchmark on every level.
    pub mirrored: Vec<f64>,
    pub required: Required,
    /// If this level's hires have the required share and the others' mirror the benchmark; `None`
    /// where no share leads there in time.
    pub required_path: Option<Vec<f64>>,
    /// Whether the figures of the level below are not known, so that nobody is promoted from it.
    pub is_cut_off: bool,
}

/// Which focus share of one level's outside hires brings it to the benchmark in the target year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Required {
    /// This one, 0 to 1.
    InTime(f64),
    /// None: ordinary turnover does not lead there before a later year. How many years after the
    /// start that is, or `None` when it is none within [`HORIZON`].
    Later(Option<usize>),
}

impl LevelPath {
    /// How many people are missing to the benchmark in the target year if hires mirror it; less than
    /// 0 for a surplus.
    pub fn shortfall(&self) -> f64 {
        match (self.goal.last(), self.mirrored.last()) {
            (Some(goal), Some(mirrored)) => goal - mirrored,
            _ => 0.0,
        }
    }

    /// Whether less than one whole person is missing then.
    pub fn mirrors_in_time(&self) -> bool {
        self.shortfall() < 1.0
    }

    /// Whether a whole person or more is missing at the start.
    pub fn starts_short(&self) -> bool {
        matches!((self.goal.first(), self.mirrored.first()), (Some(g), Some(x)) if g - x >= 1.0)
    }
}

/// The paths of every level with known counts, `years` ahead (held between 1 and [`MOST_YEARS`]).
///
/// Levels without known counts are left out: their neighbours then neither send nor receive anybody
/// from them. Too few people to tell is no path either, but they are part of the ladder.
pub fn paths(assessment: &Assessment, assumptions: &Assumptions, years: u8) -> Paths {
    let years = years.clamp(1, MOST_YEARS);
    let benchmark = assessment.benchmark_share;
    let counts = |result: &ScopeResult| result.representation.map(|r| (r.focus, r.people));
    let ladder: Vec<Option<(u64, u64)>> = assessment.levels.iter().map(counts).collect();
    let runs = Run::all(&ladder);
    let mut levels: Vec<Result<LevelPath, NoPath>> =
        assessment.levels.iter().map(|result| Err(reason(result))).collect();
    for run in &runs {
        let found = run_paths(run, benchmark, assumptions, years.into());
        let mut is_fed_by_overdrawn = false;
        for (level, (path, is_overdrawn)) in (run.first..).zip(found) {
            if told(&assessment.levels[level]) {
                levels[level] = match is_overdrawn {
                    true => Err(NoPath::Overdrawn),
                    false if is_fed_by_overdrawn => Err(NoPath::AboveOverdrawn),
                    false => Ok(path),
                };
            }
            is_fed_by_overdrawn |= is_overdrawn;
        }
    }
    Paths { years, benchmark, levels, runs, assumptions: assumptions.clone() }
}

/// Whether the level's counts carry a path.
fn told(result: &ScopeResult) -> bool {
    let verdict = result.verdict();
    verdict.is_some_and(|verdict| !matches!(verdict, Verdict::NoData | Verdict::TooFew))
}

fn reason(result: &ScopeResult) -> NoPath {
    match (result.representation, result.verdict()) {
        (Some(counts), _) if counts.people == 0 => NoPath::Nobody,
        (_, Some(Verdict::NoData)) => NoPath::NoData,
        (None, _) if result.base.high.is_none() => NoPath::NoData,
        (None, _) => NoPath::Hidden,
        (Some(_), Some(_)) => NoPath::TooFew,
        (Some(_), None) => NoPath::Undetermined,
    }
}

/// The paths of one run, in its order, each with whether the level is overdrawn.
fn run_paths(
    run: &Run,
    benchmark: Share,
    assumptions: &Assumptions,
    years: usize,
) -> Vec<(LevelPath, bool)> {
    let b = benchmark.fraction();
    let own = |level: usize| assumptions.own(level).outside_share.map(Share::fraction);
    let today = run.levels(assumptions, |level, share| own(level).unwrap_or(share));
    let mirrored = run.levels(assumptions, |_, _| b);
    let as_today = path(&today, years);
    let as_mirrored = path(&mirrored, years);
    let is_overdrawn = overdrawn(&as_mirrored);
    let column = |path: &[Vec<Level>], index: usize, read: fn(&Level) -> f64| -> Vec<f64> {
        path.iter().map(|year| read(&year[index])).collect()
    };
    let level_path = |index: usize| {
        let headcount = column(&as_mirrored, index, |level| level.headcount);
        let required = required(&mirrored, index, b, years);
        let required_path = match required {
            Required::InTime(share) => {
                let mut levels = mirrored.clone();
                levels[index].outside_share = share;
                Some(column(&path(&levels, years), index, |level| level.focus))
            }
            Required::Later(_) => None,
        };
        let path = LevelPath {
            goal: headcount.iter().map(|people| b * people).collect(),
            headcount,
            as_today: column(&as_today, index, |level| level.focus),
            hires_today: today[index].outside_share,
            has_own_hires: own(run.first + index).is_some(),
            mirrored: column(&as_mirrored, index, |level| level.focus),
            required,
            required_path,
            is_cut_off: index == 0 && run.first > 0,
        };
        (path, is_overdrawn[index])
    };
    (0..run.counts.len()).map(level_path).collect()
}

fn required(levels: &[Level], index: usize, benchmark: f64, years: usize) -> Required {
    let shares = required_outside_shares(levels, index, benchmark, HORIZON);
    let possible = |share: &Option<f64>| share.filter(|h| (-NEAR..=1.0 + NEAR).contains(h));
    let in_year = |year: usize| shares.get(year - 1).and_then(possible);
    match in_year(years) {
        Some(share) => Required::InTime(share.clamp(0.0, 1.0)),
        None => Required::Later((years + 1..=HORIZON).find(|&year| in_year(year).is_some())),
    }
}

/// Per level: whether in some year more would go than there are.
fn overdrawn(path: &[Vec<Level>]) -> Vec<bool> {
    let mut found = vec![false; path.first().map_or(0, Vec::len)];
    // The last year's turnover lies beyond the target year.
    for year in path.iter().rev().skip(1) {
        for ((level, flow), found) in year.iter().zip(flows(year)).zip(&mut found) {
            *found |= flow.leaving + flow.promoted_out > level.headcount * (1.0 + NEAR);
        }
    }
    found
}

/// The chance around the path on which hires mirror the benchmark, drawn in slices.
#[derive(Clone, Debug)]
pub struct Chance {
    /// The index of each run's lowest level, and its courses; runs too large are left out.
    runs: Vec<(usize, Simulation)>,
    levels: usize,
}

impl Chance {
    /// Nothing drawn yet.
    pub fn of(paths: &Paths, seed: u64) -> Chance {
        let b = paths.benchmark.fraction();
        let simulation = |run: &Run| {
            let levels = run.levels(&paths.assumptions, |_, _| b);
            Some((run.first, Simulation::new(&levels, paths.years.into(), seed)?))
        };
        let runs = paths.runs.iter().filter_map(simulation).collect();
        Chance { runs, levels: paths.levels.len() }
    }

    /// Draws some more courses, so few that the page can go on meanwhile; says whether all of
    /// [`COURSES`] are drawn.
    pub fn run_slice(&mut self) -> bool {
        let next = self.runs.iter_mut().find(|(_, run)| run.courses() < COURSES);
        if let Some((_, run)) = next {
            let courses = (SLICE / run.effort().max(1.0)) as usize;
            run.run(courses.max(1).min(COURSES - run.courses()));
        }
        self.runs.iter().all(|(_, run)| run.courses() >= COURSES)
    }

    /// Per level, entry first: its spread in every year; `None` where nothing was drawn.
    pub fn spreads(&self) -> Vec<Option<Vec<Spread>>> {
        let mut levels = vec![None; self.levels];
        for (first, run) in &self.runs {
            let years = run.spreads();
            let count = years.first().map_or(0, Vec::len);
            for index in 0..count {
                let spreads = years.iter().map(|year| year[index]).collect();
                levels[first + index] = Some(spreads);
            }
        }
        levels
    }
}
