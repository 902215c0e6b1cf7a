//! All reporting dates of the work, each checked, set beside the benchmark of its day, and with
//! what became of the numbers that were promised.
//!
//! Absent: words, and what has changed between two dates ([`crate::analysis::change`]). Read next:
//! [`super::Case`], the present figures' whole case.

use super::Case;
use crate::analysis::target_standing::standing;
use crate::analysis::{
    Assessment, Conclusion, LevelTarget, Method, Promise, TargetStanding, assess, next_target,
    positions,
};
use crate::benchmark::{self, Benchmark, newest_not_later};
use crate::pledge::LineId;
use crate::session::{Checked, Draft, PartId, SetTarget, Work, check};
use crate::text::{Lang, part_name};
use crate::workforce::{Bounds, Date, Focus, Scope};

/// Where a date's figures stand in the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePlace {
    /// The figures that are being worked on.
    Present,
    /// An index into [`Work::other_dates`].
    Other(usize),
}

/// The figures of one date.
#[derive(Clone, Debug)]
pub struct Dated {
    pub place: DatePlace,
    /// `None` when no date, or none that can be read, is given.
    pub day: Option<Date>,
    pub has_figures: bool,
    pub checked: Checked,
    /// The newest benchmark not later than the day, of the kind that was chosen; the user's own as
    /// it is. `None` without a day, and when every figure of the kind is later.
    pub benchmark: Option<Benchmark>,
    /// Beside that benchmark; `None` without one, without figures, or when they cannot be compared.
    pub assessment: Option<Assessment>,
    /// What was promised on the date.
    pub targets: Vec<SetTarget>,
}

/// Every date, undated ones first, then the oldest first.
#[derive(Clone, Debug)]
pub struct Years {
    pub dates: Vec<Dated>,
    pub focus: Focus,
    pub method: Method,
}

/// A promise and what became of it on the newest date.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    pub level: PartId,
    /// The level's name when it was promised.
    pub name: String,
    pub promise: Promise,
    pub outcome: FollowedOutcome,
}

/// How a promise stands.
#[derive(Clone, Debug, PartialEq)]
pub enum FollowedOutcome {
    Standing {
        focus: Bounds,
        /// What an even pace asks for by then.
        expected: u64,
        standing: Conclusion<TargetStanding>,
    },
    /// The level does not stand in the newest figures.
    LevelGone,
}

impl Years {
    /// Works every date out; `today` stands in for dates that are not given.
    pub fn of(work: &Work, lang: Lang, today: Date) -> Years {
        Years::with(work, lang, promised(work, lang, today))
    }

    /// The same with what is promised on the present figures.
    fn with(work: &Work, lang: Lang, promised: Vec<SetTarget>) -> Years {
        let (focus, method) = (work.choices.focus, work.choices.method());
        let dated = |place, draft: &Draft, targets: Vec<SetTarget>| {
            let checked = check(draft, benchmark::by_id, |part, name| part_name(lang, part, name));
            let day = checked.workforce.reporting_date;
            let has_figures = !draft.has_no_figures();
            let benchmark = match draft.chosen_own() {
                Some(own) => Some(own.clone()),
                None => day.and_then(|day| newest_not_later(&checked.benchmark, day, focus)),
            };
            let assessment = benchmark
                .as_ref()
                .filter(|_| has_figures)
                .and_then(|benchmark| assess(&checked.workforce, benchmark, focus, &method).ok());
            Dated { place, day, has_figures, checked, benchmark, assessment, targets }
        };
        let others =
            work.other_dates.iter().enumerate().map(|(index, date)| {
                dated(DatePlace::Other(index), &date.draft, date.targets.clone())
            });
        let present = dated(DatePlace::Present, &work.draft, promised);
        let mut dates: Vec<Dated> = others.chain([present]).collect();
        dates.sort_by_key(|date| date.day);
        Years { dates, focus, method }
    }

    /// The dates that can be compared: those with a day and figures, oldest first.
    pub fn comparable(&self) -> Vec<&Dated> {
        self.dates.iter().filter(|date| date.day.is_some() && date.has_figures).collect()
    }

    /// Every promise of the dates before the newest one, the latest date's first, as it stands on
    /// the newest date. Empty with fewer than two dates.
    pub fn followed(&self) -> Vec<Followed> {
        let dates = self.comparable();
        let Some((newest, earlier)) = dates.split_last() else { return Vec::new() };
        let all = earlier.iter().rev().flat_map(|date| promises(date));
        all.map(|(level, promise)| {
            let counts = self.focus_on(newest, level).zip(newest.day);
            let outcome = match counts {
                None => FollowedOutcome::LevelGone,
                Some((focus, day)) => FollowedOutcome::Standing {
                    focus,
                    expected: promise.expected_on(day),
                    standing: standing(&promise, focus, day),
                },
            };
            Followed { level, name: self.name_of(level), promise, outcome }
        })
        .collect()
    }

    /// The highest number of each level that was reached on a later date than it was promised on.
    pub fn last_reached(&self) -> Vec<(PartId, u64)> {
        let dates = self.comparable();
        let mut reached: Vec<(PartId, u64)> = Vec::new();
        for (place, date) in dates.iter().enumerate() {
            for (level, promise) in promises(date) {
                let is_reached = dates[place + 1..].iter().any(|later| {
                    let focus = self.focus_on(later, level);
                    focus.is_some_and(|focus| focus.low >= promise.target)
                });
                if !is_reached {
                    continue;
                }
                match reached.iter_mut().find(|known| known.0 == level) {
                    Some(known) => known.1 = known.1.max(promise.target),
                    None => reached.push((level, promise.target)),
                }
            }
        }
        reached
    }

    fn focus_on(&self, date: &Dated, level: PartId) -> Option<Bounds> {
        let table = &date.checked.workforce.table;
        if !self.focus.is_countable_in(table.grouping().groups()) {
            return None;
        }
        let key = level.0.to_string();
        let index = table.levels().iter().position(|level| level.key == key)?;
        let position = positions(table, self.focus, &[Scope::Level(index)]);
        position.first().map(|position| position.focus)
    }

    /// The newest name of a level; empty when no date has it.
    fn name_of(&self, level: PartId) -> String {
        let key = level.0.to_string();
        let names = self.dates.iter().rev().flat_map(|date| date.checked.workforce.table.levels());
        names
            .filter(|level| level.key == key)
            .map(|level| level.name.clone())
            .next()
            .unwrap_or_default()
    }
}

fn promises(date: &Dated) -> Vec<(PartId, Promise)> {
    let Some(from) = date.day else { return Vec::new() };
    let promise = |target: &SetTarget| {
        let SetTarget { level, baseline, target, due } = *target;
        (level, Promise { baseline, target, from, due })
    };
    date.targets.iter().map(promise).collect()
}

/// What is promised on the present figures: the pledge's numbers, the user's own included. What was
/// kept from an earlier visit to them stays as it was. Empty without figures.
///
/// The horizon of old figures counts from their own date and not from `today`.
pub fn promised(work: &Work, lang: Lang, today: Date) -> Vec<SetTarget> {
    if let Some(kept) = &work.kept_targets {
        return kept.clone();
    }
    if work.draft.has_no_figures() {
        return Vec::new();
    }
    let day = work.draft.reporting_date.trim().parse().unwrap_or(today);
    let Ok(case) = Case::of(work, lang, day) else { return Vec::new() };
    let lines = case.pledge.targets.iter().filter_map(|line| {
        let LineId::Target(key) = &line.id else { return None };
        Some(SetTarget {
            level: PartId(key.parse().ok()?),
            baseline: line.focus?,
            target: line.number()?,
            due: *line.day.value(),
        })
    });
    lines.collect()
}

/// The highest number of each level that was reached; see [`Years::last_reached`].
pub fn last_reached(work: &Work, lang: Lang) -> Vec<(PartId, u64)> {
    if work.other_dates.is_empty() {
        return Vec::new();
    }
    // What is promised on the present figures cannot have been reached on a later date, unless they
    // are old ones, and then it was kept with them.
    Years::with(work, lang, work.kept_targets.clone().unwrap_or_default()).last_reached()
}

/// Raises suggested numbers above those that were reached on earlier promises.
pub fn raise_above_reached(targets: &mut [LevelTarget], reached: &[(PartId, u64)], draft: &Draft) {
    next_target::raise_above(targets, |level| {
        let id = draft.levels.get(level)?.id;
        reached.iter().find(|known| known.0 == id).map(|known| known.1)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{AreaKey, DateEvent, Event, GridColumn, LevelKey, RowKey, Session};
    use crate::workforce::{Column, Origin};

    const LANG: Lang = Lang::Da;

    fn today() -> Date {
        Date::new(2026, 11, 25).expect("a day")
    }

    /// The example, then the same organisation a year later with `focus` of `people` on top.
    fn next_year(focus: u32, people: u32) -> Session {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        let targets = promised(session.work(), LANG, today());
        session.apply(Event::Dates(DateEvent::StartNext { targets }));
        let top = session.draft().levels.last().expect("five levels").id;
        let row = RowKey { level: LevelKey::Level(top), area: AreaKey::All };
        for (group, count) in
            [(Origin::Danish, people - focus), (Origin::ImmigrantOrDescendant, focus)]
        {
            let column = GridColumn::Count(Column::Group(group));
            session.apply(Event::Type { row, column, text: count.to_string() });
        }
        session
    }

    fn years(session: &Session) -> Years {
        Years::of(session.work(), LANG, today())
    }

    #[test]
    fn the_pledge_of_last_year_is_what_was_promised() {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        let case = Case::of(session.work(), LANG, today()).expect("comparable");
        let promised = promised(session.work(), LANG, today());
        assert!(!promised.is_empty());
        let numbers: Vec<u64> = promised.iter().map(|target| target.target).collect();
        let suggested: Vec<u64> = case.pledge.targets.iter().filter_map(|t| t.number()).collect();
        assert_eq!(numbers, suggested);
        let from: Date = session.draft().reporting_date.parse().expect("a date");
        assert!(promised.iter().all(|target| target.due == from.plus_years(4)));
    }

    #[test]
    fn each_date_has_the_newest_benchmark_that_is_not_later() {
        let years = years(&next_year(3, 32));
        assert_eq!(years.dates.len(), 2);
        for date in &years.dates {
            let (day, benchmark) = (date.day.expect("dated"), date.benchmark.as_ref());
            let last = benchmark.and_then(|benchmark| benchmark.period().last_day());
            assert!(last.is_some_and(|last| last <= day));
        }
        assert_eq!(years.dates[1].place, DatePlace::Present);
    }

    /// The promise on the top level and how it stands.
    fn top(session: &Session) -> (Promise, u64, Conclusion<TargetStanding>) {
        let top = session.draft().levels.last().expect("five levels").id;
        let followed = years(session).followed();
        let followed = followed.into_iter().find(|followed| followed.level == top);
        let Followed { promise, outcome, .. } = followed.expect("promised");
        let FollowedOutcome::Standing { expected, standing, .. } = outcome else {
            panic!("the level is there")
        };
        (promise, expected, standing)
    }

    #[test]
    fn a_promise_is_followed_to_the_newest_date() {
        // The example has 1 of 32 on top and is promised 3 four years later: after one year an
        // even pace asks for 1 + floor(2 * 365 / 1461) = 1.
        let (promise, expected, standing) = top(&next_year(1, 32));
        assert_eq!((promise.baseline, promise.target, expected), (1, 3, 1));
        assert_eq!(standing, Conclusion::Certain(TargetStanding::OnCourse));
        assert!(top(&next_year(3, 32)).2.is(TargetStanding::Reached));
        assert!(top(&next_year(0, 32)).2.is(TargetStanding::OffCourse));
    }

    #[test]
    fn the_next_number_lies_above_the_last_one_that_was_reached() {
        let session = next_year(2, 32);
        assert_eq!(years(&session).last_reached(), []);
        let session = next_year(3, 32);
        let top = session.draft().levels.last().expect("five levels").id;
        assert_eq!(years(&session).last_reached(), [(top, 3)]);
    }

    #[test]
    fn undated_figures_are_kept_and_not_compared() {
        let mut session = next_year(3, 32);
        session.apply(Event::About(crate::session::About::ReportingDate(String::new())));
        let years = years(&session);
        assert_eq!(years.dates.len(), 2);
        assert_eq!(years.comparable().len(), 1);
        assert!(years.followed().is_empty());
    }
}
