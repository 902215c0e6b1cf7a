//! Why a line stands in the pledge: the causes an assessment gives, in order of weight.
//!
//! Absent: what to do about them ([`super::rules`]) and sentences (`locales/*/pledge.toml`).

use crate::analysis::{
    Assessment, Conclusion, Finding, LevelTarget, ScopeResult, Strength, Suggestion, Verdict,
};
use crate::workforce::{DataQuality, Scope, Workforce};

/// Where on the job ladder a level stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Band {
    /// The first level.
    Entry,
    /// Every level between the first and the last.
    Middle,
    /// The last level, if there are at least two.
    Top,
}

impl Band {
    pub const ALL: [Band; 3] = [Band::Entry, Band::Middle, Band::Top];

    /// The band of a level, by index, among so many levels.
    pub fn of(level: usize, levels: usize) -> Band {
        match level {
            0 => Band::Entry,
            _ if level + 1 == levels => Band::Top,
            _ => Band::Middle,
        }
    }
}

/// How sure a low verdict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sureness {
    /// [`Verdict::Below`].
    Sure,
    /// [`Verdict::MaybeBelow`]: chance or one person could explain it.
    Maybe,
}

/// What a rule looks for: the kind of a finding and its strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The figures are somebody's estimate.
    EstimatedFigures,
    /// So few people, or so many hidden, that a scope's verdict stays open.
    CannotBeTold,
    /// The figures are not divided by level.
    NoLevels,
    /// Some level has a target that must be followed.
    Targets,
    /// Diversity without equity; the strength is never [`Strength::Absent`].
    UnevenLevels(Strength),
    /// A level is low against the city.
    LevelLow(Band, Sureness),
    /// Above this step the focus group is rarer than below it.
    Ceiling(Sureness),
    /// The whole organisation is low against the city.
    WholeLow(Sureness),
    /// An area is low against the city.
    AreaLow(Sureness),
    /// Nothing is low: keep it so.
    KeepUp,
    /// The charter's commitment to the public debate.
    Debate,
    /// The same, where the figures are not fit to be published: estimates, or very few people.
    QuietDebate,
    /// The charter's commitment to the city.
    City,
}

/// A level or area by the organisation's own name, with its figures where they are exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What stays the same when it is renamed or shown in another language.
    pub key: String,
    pub name: String,
    /// People in the focus group, and people with stated origin.
    pub counts: Option<(u64, u64)>,
}

/// A cause with the places it concerns; no places when it is about the whole organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub cause: Cause,
    pub places: Vec<Place>,
}

/// Every reason an assessment gives, the weightiest first.
pub fn reasons(
    workforce: &Workforce,
    assessment: &Assessment,
    targets: &[LevelTarget],
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut add = |cause, places: Vec<Place>| reasons.push(Reason { cause, places });
    let levels = &assessment.levels;
    if workforce.data_quality == DataQuality::Estimate {
        add(Cause::EstimatedFigures, vec![]);
    }
    let open = levels.iter().filter(|result| cannot_be_told(result));
    let open: Vec<Place> = open.map(|result| place(workforce, result)).collect();
    if !open.is_empty() || cannot_be_told(&assessment.whole) {
        add(Cause::CannotBeTold, open);
    }
    if levels.is_empty() {
        add(Cause::NoLevels, vec![]);
    }
    let numbered: Vec<Place> = targets
        .iter()
        .filter(|target| matches!(target.suggestion, Suggestion::Number(_)))
        .filter_map(|target| levels.get(target.level))
        .map(|result| place(workforce, result))
        .collect();
    if !numbered.is_empty() {
        add(Cause::Targets, numbered);
    }
    if let Some((strength, level)) = uneven(assessment) {
        let at = level.and_then(|level| levels.get(level));
        add(Cause::UnevenLevels(strength), at.map(|r| place(workforce, r)).into_iter().collect());
    }
    for sureness in [Sureness::Sure, Sureness::Maybe] {
        for band in [Band::Top, Band::Middle, Band::Entry] {
            let low = levels.iter().enumerate().filter(|(level, result)| {
                Band::of(*level, levels.len()) == band && sureness_of(result) == Some(sureness)
            });
            let low: Vec<Place> = low.map(|(_, result)| place(workforce, result)).collect();
            if !low.is_empty() {
                add(Cause::LevelLow(band, sureness), low);
            }
        }
    }
    if let Some(Some(ceiling)) = assessment.level_equity.ceiling.value() {
        let sureness = if ceiling.possible { Sureness::Maybe } else { Sureness::Sure };
        let at = levels.get(ceiling.level);
        add(Cause::Ceiling(sureness), at.map(|r| place(workforce, r)).into_iter().collect());
    }
    if let Some(sureness) = sureness_of(&assessment.whole) {
        add(Cause::WholeLow(sureness), vec![]);
    }
    for sureness in [Sureness::Sure, Sureness::Maybe] {
        let low = assessment.areas.iter().filter(|area| sureness_of(area) == Some(sureness));
        let low: Vec<Place> = low.map(|result| place(workforce, result)).collect();
        if !low.is_empty() {
            add(Cause::AreaLow(sureness), low);
        }
    }
    add(Cause::KeepUp, vec![]);
    reasons
}

fn uneven(assessment: &Assessment) -> Option<(Strength, Option<usize>)> {
    assessment.findings.iter().find_map(|finding| match finding {
        Finding::DiversityWithoutEquity { strength, level, .. }
            if *strength != Strength::Absent =>
        {
            Some((*strength, *level))
        }
        _ => None,
    })
}

/// Whether figures are there and still do not tell.
fn cannot_be_told(result: &ScopeResult) -> bool {
    match result.conclusion {
        Conclusion::Undetermined { .. } => true,
        _ => result.verdict() == Some(Verdict::TooFew),
    }
}

fn sureness_of(result: &ScopeResult) -> Option<Sureness> {
    match result.verdict() {
        Some(Verdict::Below) => Some(Sureness::Sure),
        Some(Verdict::MaybeBelow) => Some(Sureness::Maybe),
        _ => None,
    }
}

/// A level or area by name, with its figures where they are exact.
pub(super) fn place(workforce: &Workforce, result: &ScopeResult) -> Place {
    let table = &workforce.table;
    let (key, name) = match result.scope {
        Scope::Level(level) | Scope::Cell { level, .. } => {
            table.levels().get(level).map(|level| (level.key.clone(), level.name.clone()))
        }
        Scope::Area(area) => {
            table.areas().get(area).map(|area| (area.name.clone(), area.name.clone()))
        }
        Scope::WholeOrganisation => None,
    }
    .unwrap_or_default();
    let counts = result.focus.exact().zip(result.base.exact());
    Place { key, name, counts }
}
