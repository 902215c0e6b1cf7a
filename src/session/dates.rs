//! Other reporting dates of the same organisation, and how one goes from one to the next.
//!
//! The figures being worked on are [`Work::draft`](super::Work); the others stand beside it, each
//! with the targets that were pledged on it. Levels are the same level as long as they have the same
//! [`PartId`], which a copied structure keeps. Absent: what has changed between two dates
//! ([`crate::analysis`]).

use super::draft::{Draft, Name, NamedPart, PartId};
use super::history::Work;
use crate::sorted::SortedMap;
use crate::workforce::Date;

/// The most other dates that are kept; the oldest figures of the city are eighteen years old.
pub const MOST_DATES: usize = 20;

/// What was promised for a level on a reporting date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetTarget {
    pub level: PartId,
    /// People of the focus group when it was promised.
    pub baseline: u64,
    /// How many it is to be.
    pub target: u64,
    /// The day it falls due.
    pub due: Date,
}

/// The figures of another reporting date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtherDate {
    pub draft: Draft,
    /// What was promised on that date; empty where nothing was.
    pub targets: Vec<SetTarget>,
}

/// A change of dates.
#[derive(Clone, Debug, PartialEq)]
pub enum DateEvent {
    /// A new reporting date with the structure of the present one and without figures. The present
    /// figures are kept with `targets`, what is promised on them.
    StartNext { targets: Vec<SetTarget> },
    /// Going on with another date's figures; the present ones take their place among the others.
    /// `targets` is what is promised on the present ones.
    GoTo { index: usize, targets: Vec<SetTarget> },
    /// Forgetting another date's figures.
    Remove { index: usize },
    /// Taking in the dates of another file, see [`dates_of`].
    Add(Vec<OtherDate>),
}

impl Work {
    pub(super) fn change_dates(&mut self, event: DateEvent) {
        match event {
            DateEvent::StartNext { targets } => {
                if self.other_dates.len() < MOST_DATES {
                    let next = next_date(&self.draft);
                    self.leave_for(next, None, targets);
                }
            }
            DateEvent::GoTo { index, targets } => {
                if index < self.other_dates.len() {
                    let OtherDate { draft, targets: kept } = self.other_dates.remove(index);
                    self.leave_for(draft, Some(kept), targets);
                }
            }
            DateEvent::Remove { index } => {
                if index < self.other_dates.len() {
                    self.other_dates.remove(index);
                }
            }
            DateEvent::Add(dates) => {
                for date in dates {
                    if self.other_dates.len() < MOST_DATES {
                        self.put_away(date);
                    }
                }
            }
        }
    }

    /// Goes on with another draft; the present one is put away with what was promised on it:
    /// `targets`, unless it had been put away before and kept its own.
    fn leave_for(&mut self, draft: Draft, kept: Option<Vec<SetTarget>>, targets: Vec<SetTarget>) {
        let left = std::mem::replace(&mut self.draft, draft);
        let targets = std::mem::replace(&mut self.kept_targets, kept).unwrap_or(targets);
        self.put_away(OtherDate { draft: left, targets });
    }

    /// Among the others, oldest first; undated figures come first.
    fn put_away(&mut self, date: OtherDate) {
        let day = |date: &OtherDate| date.draft.reporting_date.trim().parse::<Date>().ok();
        let place = self.other_dates.iter().filter(|other| day(other) <= day(&date)).count();
        self.other_dates.insert(place, date);
    }
}

/// The same organisation a year later, without figures.
fn next_date(draft: &Draft) -> Draft {
    let mut next = Draft { cells: SortedMap::default(), is_example: false, ..draft.clone() };
    let date = draft.reporting_date.trim().parse::<Date>().ok();
    next.reporting_date = date.map_or_else(String::new, |date| date.plus_years(1).to_string());
    next
}

/// Every date of another file, its levels with the identifiers that levels of the same name have
/// in the present figures.
///
/// It compares names without regard to case, which takes tables of letters that nothing on the way
/// to the first verdicts needs; so it is not part of [`DateEvent::Add`].
pub fn dates_of(file: Work, present: &Draft) -> Vec<OtherDate> {
    let Work { draft, mut other_dates, kept_targets, .. } = file;
    other_dates.push(OtherDate { draft, targets: kept_targets.unwrap_or_default() });
    for date in &mut other_dates {
        align(date, present);
    }
    other_dates
}

fn align(date: &mut OtherDate, present: &Draft) {
    let named = |name: &Name| match name {
        Name::Own(name) => Name::Own(name.trim().to_lowercase()),
        other => other.clone(),
    };
    let same = |part: &NamedPart| {
        present.levels.iter().find(|known| named(&known.name) == named(&part.name))
    };
    // Identifiers that no level here has, so that nothing is taken for something else.
    let free = present.new_id().0.max(date.draft.new_id().0);
    let pairs: Vec<(PartId, PartId)> = date
        .draft
        .levels
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let other = PartId(free + index as u32);
            (part.id, same(part).map_or(other, |known| known.id))
        })
        .collect();
    let now = |id: PartId| pairs.iter().find(|(old, _)| *old == id).map_or(id, |(_, new)| *new);
    date.draft.rename_levels(now);
    for target in &mut date.targets {
        target.level = now(target.level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Event, Session};

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn example() -> Session {
        let mut session = Session::default();
        session.apply(Event::LoadExample);
        session
    }

    #[test]
    fn a_new_date_keeps_the_structure_and_forgets_the_figures() {
        let mut session = example();
        let before = session.draft().clone();
        let level = before.levels[4].id;
        let target = SetTarget { level, baseline: 2, target: 6, due: day("2030-01-01") };
        session.apply(Event::Dates(DateEvent::StartNext { targets: vec![target] }));
        let draft = session.draft();
        assert_eq!(draft.levels, before.levels);
        assert!(draft.has_no_figures());
        let (old, new) = (&before.reporting_date, &draft.reporting_date);
        assert_eq!(day(new), day(old).plus_years(1));
        let other = &session.work().other_dates;
        assert_eq!(*other, [OtherDate { draft: before.clone(), targets: vec![target] }]);
        session.apply(Event::Undo);
        assert_eq!(*session.draft(), before);
        assert!(session.work().other_dates.is_empty());
    }

    #[test]
    fn going_to_a_date_and_back_changes_nothing() {
        let mut session = example();
        let level = session.draft().levels[4].id;
        let target = SetTarget { level, baseline: 2, target: 6, due: day("2030-01-01") };
        session.apply(Event::Dates(DateEvent::StartNext { targets: vec![target] }));
        let before = session.work().clone();
        session.apply(Event::Dates(DateEvent::GoTo { index: 0, targets: vec![] }));
        assert!(!session.draft().has_no_figures());
        let other = SetTarget { target: 9, ..target };
        session.apply(Event::Dates(DateEvent::GoTo { index: 0, targets: vec![other] }));
        assert_eq!(session.work().other_dates, before.other_dates, "what was promised is kept");
        assert_eq!(session.work().draft, before.draft);
    }

    #[test]
    fn levels_of_another_file_are_the_same_levels_when_they_have_the_same_name() {
        let mut session = example();
        let mut other = session.work().clone();
        other.draft.reporting_date = "2020-01-01".to_owned();
        other.draft.rename_levels(|id| PartId(id.0 + 50));
        other.draft.levels[0].name = Name::Own("Stab".to_owned());
        let counts = other.draft.cells.len();
        let dates = dates_of(other, session.draft());
        session.apply(Event::Dates(DateEvent::Add(dates)));
        let added = &session.work().other_dates[0].draft;
        assert_eq!(added.cells.len(), counts);
        let ids = |draft: &Draft| draft.levels.iter().map(|part| part.id).collect::<Vec<_>>();
        let (here, there) = (ids(session.draft()), ids(added));
        assert_eq!(here[1..], there[1..]);
        assert!(!here.contains(&there[0]));
    }

    #[test]
    fn dates_stand_in_their_order_and_no_more_are_kept_than_there_may_be() {
        let mut session = example();
        for year in [2022, 2019, 2021, 2018] {
            let mut other = session.work().clone();
            other.other_dates.clear();
            other.draft.reporting_date = format!("{year}-01-01");
            let dates = dates_of(other, session.draft());
            session.apply(Event::Dates(DateEvent::Add(dates)));
        }
        let dates = |session: &Session| -> Vec<String> {
            let dates = session.work().other_dates.iter();
            dates.map(|date| date.draft.reporting_date.clone()).collect()
        };
        assert_eq!(dates(&session), ["2018-01-01", "2019-01-01", "2021-01-01", "2022-01-01"]);
        session.apply(Event::Dates(DateEvent::Remove { index: 1 }));
        assert_eq!(dates(&session), ["2018-01-01", "2021-01-01", "2022-01-01"]);
        for _ in 0..30 {
            session.apply(Event::Dates(DateEvent::StartNext { targets: vec![] }));
        }
        assert_eq!(session.work().other_dates.len(), MOST_DATES);
    }
}
