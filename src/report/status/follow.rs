//! A signed pledge and the present figures side by side: which levels are the same, where each
//! target stands, and what has changed.
//!
//! Levels are the same by their name; those of the default ladder by their name in either language.
//! Absent: words, and how a standing or a change is decided ([`crate::analysis`]).

use super::Status;
use crate::analysis::target_standing::standing;
use crate::analysis::{Changes, Conclusion, LevelChange, Promise, TargetStanding, changes};
use crate::pledge::SignedPledge;
use crate::pledge::signed::SignedTarget;
use crate::session::{Name, Part, PresetLevel};
use crate::text::{Lang, part_name};
use crate::workforce::{
    Bounds, Column, Date, Focus, GivenTotal, Grouping, Headcount, Level, MAX_LEVELS, Origin, Row,
    Scope, WorkforceTable,
};

/// A pledge's targets on the present figures.
#[derive(Clone, Debug)]
pub struct Follow<'a> {
    /// From top to entry.
    pub targets: Vec<FollowedTarget<'a>>,
    /// What has changed since the pledge; `None` without two dates in their order.
    pub changes: Option<Moved>,
    /// Levels of the pledge's figures or targets that the present figures do not have.
    pub gone: Vec<String>,
    /// Present levels that the pledge does not know.
    pub new: Vec<String>,
}

/// The tables of both dates, with what has changed between them.
#[derive(Clone, Debug)]
pub struct Moved {
    pub then: WorkforceTable,
    pub now: WorkforceTable,
    pub days: [Date; 2],
    pub focus: Focus,
    pub changes: Changes,
}

/// A target of the pledge and what became of it.
#[derive(Clone, Debug)]
pub struct FollowedTarget<'a> {
    pub signed: &'a SignedTarget,
    /// The level's name today, else the one it had.
    pub name: String,
    /// The present level by index; `None` where there is none.
    pub level: Option<usize>,
    /// People in focus and people with stated origin today; `None` without figures.
    pub now: Option<[Bounds; 2]>,
    pub outcome: Outcome,
}

/// How a target stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Standing {
        promise: Promise,
        focus: Bounds,
        /// What an even pace asks for by then.
        expected: u64,
        standing: Conclusion<TargetStanding>,
    },
    /// The level does not stand in the present figures.
    LevelGone,
    /// There are no present figures that the target can be set beside.
    NoFigures,
    /// The pledge does not say what the target, or its baseline, is.
    BaselineHidden,
    /// The present figures have no reporting date.
    Undated,
}

impl Outcome {
    /// The standing, where one can be told.
    pub fn told(&self) -> Option<TargetStanding> {
        match self {
            Outcome::Standing { standing, .. } => standing.value(),
            _ => None,
        }
    }

    /// Whether the day has passed without the target being reached.
    pub fn is_missed(&self, day: Option<Date>) -> bool {
        match self {
            Outcome::Standing { promise, standing, .. } => {
                standing.is(TargetStanding::OffCourse) && day.is_some_and(|day| day >= promise.due)
            }
            _ => false,
        }
    }
}

impl<'a> Follow<'a> {
    /// Sets a status's pledge beside its figures, with the names of gone levels in `lang`.
    pub fn of(status: &Status<'a>, lang: Lang) -> Follow<'a> {
        let pledge = &status.review.pledge;
        let table = status.now.as_ref().map(|now| &now.workforce.table);
        let levels = table.map_or(&[][..], |table| table.levels());
        let same = |name: &str| levels.iter().position(|level| same_level(&level.name, name));
        let known = pledge.levels.iter().map(|level| level.name.as_str());
        let known: Vec<&str> = known
            .chain(pledge.targets.iter().map(|target| target.level.as_str()))
            .chain(pledge.without_target.iter().map(String::as_str))
            .collect();
        let mut gone: Vec<String> = Vec::new();
        for name in known.iter().filter(|name| same(name).is_none()) {
            if !gone.iter().any(|other| same_level(other, name)) {
                gone.push(level_name(lang, name));
            }
        }
        let is_new = |level: &&Level| !known.iter().any(|name| same_level(&level.name, name));
        Follow {
            targets: pledge
                .targets
                .iter()
                .map(|target| followed(status, lang, table, target, same(&target.level)))
                .collect(),
            changes: table.and_then(|table| moved(status, pledge, table)),
            gone,
            new: levels.iter().rev().filter(is_new).map(|level| level.name.clone()).collect(),
        }
    }

    /// The change of a present level, where it stands on both dates.
    pub fn change(&self, level: usize) -> Option<&LevelChange> {
        let changes = &self.changes.as_ref()?.changes;
        changes.levels.iter().find(|change| match change {
            LevelChange::Both(change) => change.now.scope == Scope::Level(level),
            LevelChange::OnlyThen(_) | LevelChange::OnlyNow(_) => false,
        })
    }
}

fn followed<'a>(
    status: &Status<'a>,
    lang: Lang,
    table: Option<&WorkforceTable>,
    signed: &'a SignedTarget,
    level: Option<usize>,
) -> FollowedTarget<'a> {
    let pledge = &status.review.pledge;
    let counts = level.zip(table).map(|(level, table)| {
        let (focus, base) = table.focus_and_base(Scope::Level(level), pledge.focus);
        [focus, base]
    });
    let name = level.zip(table).and_then(|(level, table)| table.levels().get(level));
    let outcome = match (counts, signed.focus.zip(signed.target), status.day()) {
        _ if table.is_none() => Outcome::NoFigures,
        (None, _, _) => Outcome::LevelGone,
        (_, None, _) => Outcome::BaselineHidden,
        (_, _, None) => Outcome::Undated,
        (Some([focus, _]), Some((baseline, target)), Some(day)) => {
            let promise = Promise { baseline, target, from: pledge.from(), due: signed.day };
            let standing = standing(&promise, focus, day);
            Outcome::Standing { promise, focus, expected: promise.expected_on(day), standing }
        }
    };
    FollowedTarget {
        signed,
        name: name.map_or_else(|| level_name(lang, &signed.level), |level| level.name.clone()),
        level,
        now: counts,
        outcome,
    }
}

fn moved(status: &Status, pledge: &SignedPledge, table: &WorkforceTable) -> Option<Moved> {
    let day = status.day().filter(|&day| day > pledge.from())?;
    let then: Vec<(Level, Bounds, Bounds)> = pledge
        .levels
        .iter()
        .rev()
        .map(|level| {
            let same = table.levels().iter().find(|known| same_level(&known.name, &level.name));
            // What only the pledge has must not have the key of a present level.
            let gone =
                || Level { key: ["gone ", level.name.as_str()].concat(), name: level.name.clone() };
            (same.cloned().unwrap_or_else(gone), level.focus, level.people)
        })
        .collect();
    let then = two_columns(&then)?;
    // The groups of the present figures tell more of hidden counts than their sums.
    let is_default = pledge.focus == Focus::default();
    let now = if is_default { Some(table.clone()) } else { sums(table, pledge.focus) }?;
    let changes = changes(&then, &now, Focus::default(), status.method).ok()?;
    Some(Moved { then, now, days: [pledge.from(), day], focus: pledge.focus, changes })
}

/// The levels of a table with the focus group and everybody else.
fn sums(table: &WorkforceTable, focus: Focus) -> Option<WorkforceTable> {
    let level = |(index, level): (usize, &Level)| {
        let (focus, base) = table.focus_and_base(Scope::Level(index), focus);
        (level.clone(), focus, base)
    };
    two_columns(&table.levels().iter().enumerate().map(level).collect::<Vec<_>>())
}

/// A table of levels, entry first, with people in focus and people with stated origin. Hidden ones
/// stay hidden; what can be worked out from a base that is known is left to the total.
fn two_columns(levels: &[(Level, Bounds, Bounds)]) -> Option<WorkforceTable> {
    if levels.is_empty() || levels.len() > MAX_LEVELS {
        return None;
    }
    let named = levels.iter().map(|(level, _, _)| level.clone()).collect();
    let mut table = WorkforceTable::new(Grouping::Two, named, vec![]).ok()?;
    for (index, (_, focus, base)) in levels.iter().enumerate() {
        let row = Row { level: Some(index), area: None };
        let most = focus.high.or(base.high);
        let others = Bounds {
            low: most.map_or(0, |most| base.low.saturating_sub(most)),
            high: base.high.map(|base| base.saturating_sub(focus.low)),
        };
        let focus_column = Column::Group(Origin::ImmigrantOrDescendant);
        let focus = Bounds { high: most, ..*focus };
        table.set(row, focus_column, headcount(focus)).ok()?;
        table.set(row, Column::Group(Origin::Danish), headcount(others)).ok()?;
        if let Some(people) = base.exact().filter(|_| focus.exact().is_none()) {
            let people = u32::try_from(people).ok()?;
            let scope = Scope::Level(index);
            table.give_total(GivenTotal { scope, column: None, people }).ok()?;
        }
    }
    Some(table)
}

fn headcount(bounds: Bounds) -> Headcount {
    let number = |number: u64| u32::try_from(number).ok();
    match (number(bounds.low), bounds.high.map(number)) {
        (Some(low), Some(Some(high))) if low == high => Headcount::Known(low),
        (Some(low), Some(Some(high))) => Headcount::Suppressed { low, high },
        _ => Headcount::Missing,
    }
}

/// A level's name in this language where it is one of the default ladder, else as it was written.
pub(super) fn level_name(lang: Lang, name: &str) -> String {
    match preset(&name.trim().to_lowercase()) {
        Some(preset) => part_name(lang, Part::Level, &Name::Preset(preset)),
        None => name.trim().to_owned(),
    }
}

/// Whether two names are those of one level.
fn same_level(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim().to_lowercase(), other.trim().to_lowercase());
    one == other || preset(&one).is_some_and(|preset_| Some(preset_) == preset(&other))
}

/// The level of the default ladder that a name in lower case is the name of, in either language.
fn preset(name: &str) -> Option<PresetLevel> {
    let is_called = |preset: &PresetLevel| {
        let preset = Name::Preset(*preset);
        Lang::ALL.iter().any(|&l| part_name(l, Part::Level, &preset).to_lowercase() == name)
    };
    PresetLevel::LADDER.into_iter().find(is_called)
}
