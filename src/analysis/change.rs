//! How the shares of an organisation have changed between two reporting dates (methods, section
//! 11).
//!
//! Each level that stands on both dates is asked: could the difference between its two shares be
//! chance? The answer is Fisher's exact test of (x, n - x) then and now. Mostly the same people are
//! counted twice, and the test takes them for different ones, so it is cautious: it finds too
//! little rather than too much. The levels are shown together and read as one answer, so their p
//! are Holm-adjusted together: of eight levels in a year without change, one would otherwise seem to
//! have changed in up to every third organisation. The whole organisation is a family of its own.
//!
//! Hidden cells: every filling of both dates is asked ([`super::change_family`]), and a movement
//! is named only if all of them give it. Absent: the benchmark, which moves as well; each date is
//! assessed beside its own ([`super::assess`]). Words.

use super::change_family::{Extent, conclusions};
use super::conclusion::Conclusion;
use super::fillings::Fillings;
use super::hidden::Range;
use super::method::Method;
use super::states::States;
use crate::workforce::{Bounds, Focus, Scope, WorkforceTable};

/// What can be said of a share on two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Movement {
    /// Higher than then, by more than chance.
    Rose,
    /// Lower than then, by more than chance.
    Fell,
    /// The difference, if there is one, may be chance.
    WithinChance,
    /// Not even the most uneven way to spread the same people would tell.
    TooFew,
    /// Nobody, or figures that are missing, on one of the dates.
    NoData,
}

/// One scope on one date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    pub scope: Scope,
    /// x: people in the focus group.
    pub focus: Bounds,
    /// n: people with stated origin.
    pub base: Bounds,
    /// x/n, 0 to 1; a range where counts are hidden. `None` when n can be 0 or is unbounded.
    pub share: Option<Range>,
}

/// One scope on two dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub then: Position,
    pub now: Position,
    /// Fisher's exact two-sided p over all fillings; `None` without figures on one of the dates.
    pub p: Option<Range>,
    /// Holm-adjusted. `None` outside the family, and when any count of the family is hidden.
    pub p_adjusted: Option<f64>,
    pub conclusion: Conclusion<Movement>,
}

/// A level of either date.
#[derive(Clone, Debug, PartialEq)]
pub enum LevelChange {
    /// It stands on both, perhaps under another name.
    Both(Box<Change>),
    OnlyThen(Position),
    OnlyNow(Position),
}

/// Every change between two dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    pub whole: Change,
    /// The present levels, entry first, then those that are gone.
    pub levels: Vec<LevelChange>,
}

/// The focus group is finer than the groups of one of the tables: choose a coarser one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocusNotInBoth;

/// Compares two tables of one organisation. Levels are the same by their key.
///
/// # Errors
/// [`FocusNotInBoth`].
pub fn changes(
    then: &WorkforceTable,
    now: &WorkforceTable,
    focus: Focus,
    method: &Method,
) -> Result<Changes, FocusNotInBoth> {
    let counts = |table: &WorkforceTable| focus.is_countable_in(table.grouping().groups());
    if !counts(then) || !counts(now) {
        return Err(FocusNotInBoth);
    }
    let fillings = [Fillings::of(then, focus), Fillings::of(now, focus)];
    let whole = family(&fillings, &[(Scope::WholeOrganisation, Scope::WholeOrganisation)], method);
    let same = |table: &WorkforceTable, key: &str| {
        table.levels().iter().position(|level| level.key == key).map(Scope::Level)
    };
    let pairs: Vec<(Option<Scope>, Option<Scope>)> = now
        .levels()
        .iter()
        .enumerate()
        .map(|(level, named)| (same(then, &named.key), Some(Scope::Level(level))))
        .chain(
            then.levels()
                .iter()
                .enumerate()
                .filter(|(_, named)| same(now, &named.key).is_none())
                .map(|(level, _)| (Some(Scope::Level(level)), None)),
        )
        .collect();
    let both: Vec<(Scope, Scope)> = pairs.iter().filter_map(|&(then, now)| then.zip(now)).collect();
    let mut changed = family(&fillings, &both, method).into_iter();
    let [past, present] = &fillings;
    let levels = pairs.into_iter().filter_map(|pair| match pair {
        (Some(_), Some(_)) => changed.next().map(|change| LevelChange::Both(Box::new(change))),
        (Some(then), None) => Some(LevelChange::OnlyThen(alone(past, then))),
        (None, Some(now)) => Some(LevelChange::OnlyNow(alone(present, now))),
        (None, None) => None,
    });
    let levels = levels.collect();
    let whole = whole.into_iter().next().ok_or(FocusNotInBoth)?;
    Ok(Changes { whole, levels })
}

/// Where scopes of one table stand; no change is asked for.
pub fn positions(table: &WorkforceTable, focus: Focus, scopes: &[Scope]) -> Vec<Position> {
    let fillings = Fillings::of(table, focus);
    scopes.iter().map(|&scope| alone(&fillings, scope)).collect()
}

fn family(fillings: &[Fillings; 2], pairs: &[(Scope, Scope)], method: &Method) -> Vec<Change> {
    let [past, present] = fillings;
    let states: Vec<[States; 2]> = pairs
        .iter()
        .map(|&(then, now)| [States::of(past, then), States::of(present, now)])
        .collect();
    let extents: Vec<Extent> =
        states.iter().map(|pair| Extent::of(pair, pairs.len(), method)).collect();
    let concluded = conclusions(&extents, &states, method);
    let parts = pairs.iter().zip(&states).zip(extents.iter().zip(concluded));
    parts
        .map(|((&(then, now), [past, present]), (extent, concluded))| Change {
            then: position(past, then),
            now: position(present, now),
            p: extent.p,
            p_adjusted: concluded.p_adjusted,
            conclusion: concluded.movement,
        })
        .collect()
}

fn alone(fillings: &Fillings, scope: Scope) -> Position {
    position(&States::of(fillings, scope), scope)
}

fn position(states: &States, scope: Scope) -> Position {
    let shares = states.boxes.iter().flat_map(|counts| {
        // The share rises with the focus group and falls with the others.
        let ends = [(counts.low[0], counts.high[1]), (counts.high[0], counts.low[1])];
        ends.map(|(focus, others)| focus as f64 / (focus + others) as f64)
    });
    let is_defined = !states.missing && states.base.low > 0;
    let share = if is_defined { Range::spanning(shares, states.exact) } else { None };
    Position { scope, focus: states.focus, base: states.base, share }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Why;
    use crate::workforce::{Column, Grouping, Headcount, Level, Origin, Row};

    const DANISH: Column = Column::Group(Origin::Danish);
    const FOCUS: Column = Column::Group(Origin::ImmigrantOrDescendant);

    fn known(focus: u32, others: u32) -> [Headcount; 3] {
        [Headcount::Known(focus), Headcount::Known(others), Headcount::Known(0)]
    }

    /// Levels with (focus, others, origin not stated), entry first.
    fn table(levels: &[(&str, [Headcount; 3])]) -> WorkforceTable {
        let names = levels.iter().map(|(name, _)| Level::named(*name)).collect();
        let mut table = WorkforceTable::new(Grouping::Two, names, vec![]).expect("few levels");
        for (level, (_, counts)) in levels.iter().enumerate() {
            let row = Row { level: Some(level), area: None };
            for (column, count) in [FOCUS, DANISH, Column::OriginNotStated].into_iter().zip(counts)
            {
                table.set(row, column, *count).expect("in the table");
            }
        }
        table
    }

    fn between(then: &WorkforceTable, now: &WorkforceTable) -> Changes {
        changes(then, now, Focus::default(), &Method::default()).expect("coarse enough")
    }

    fn movement(changes: &Changes, level: usize) -> &Conclusion<Movement> {
        match &changes.levels[level] {
            LevelChange::Both(change) => &change.conclusion,
            other => panic!("only on one date: {other:?}"),
        }
    }

    /// One level on both dates, so that nothing is adjusted.
    fn one(then: [Headcount; 3], now: [Headcount; 3]) -> Change {
        let changes = between(&table(&[("Alle", then)]), &table(&[("Alle", now)]));
        let LevelChange::Both(change) = changes.levels[0].clone() else { panic!("on both") };
        *change
    }

    #[test]
    fn a_share_that_rose_by_more_than_chance_rose() {
        // Fisher's exact test of [[8, 2], [1, 5]] has p = 0.0349650 (R fisher.test).
        let change = one(known(1, 5), known(8, 2));
        let p = change.p.and_then(Range::value).expect("exact counts");
        assert!((p - 0.034_965_034_965_035).abs() < 1e-12);
        assert_eq!(change.conclusion, Conclusion::Certain(Movement::Rose));
        assert_eq!(one(known(8, 2), known(1, 5)).conclusion, Conclusion::Certain(Movement::Fell));
    }

    #[test]
    fn a_difference_that_may_be_chance_is_not_called_one() {
        let change = one(known(2, 38), known(4, 36));
        assert_eq!(change.conclusion, Conclusion::Certain(Movement::WithinChance));
        assert_eq!(change.then.share.and_then(Range::value), Some(0.05));
        assert_eq!(change.now.share.and_then(Range::value), Some(0.1));
    }

    #[test]
    fn people_too_few_to_tell_are_said_to_be_too_few() {
        // Of 6 people two belong to the focus group; however they are spread, p is at least 2/5.
        assert_eq!(one(known(2, 1), known(0, 3)).conclusion, Conclusion::Certain(Movement::TooFew));
        assert_eq!(one(known(0, 0), known(2, 9)).conclusion, Conclusion::Certain(Movement::NoData));
    }

    #[test]
    fn nobody_then_and_now_is_no_change_however_many_there_are() {
        let change = one(known(0, 400), known(0, 420));
        assert_eq!(change.conclusion, Conclusion::Certain(Movement::WithinChance));
        assert_eq!(change.p.and_then(Range::value), Some(1.0));
    }

    #[test]
    fn levels_shown_together_are_adjusted_together() {
        // Alone the first level would have risen: p = 0.03497. Beside another one that did not
        // change it is asked twice, and 2 p is above 0.05.
        let then = table(&[("A", known(1, 5)), ("B", known(20, 80))]);
        let now = table(&[("A", known(8, 2)), ("B", known(20, 80))]);
        let changes = between(&then, &now);
        assert_eq!(*movement(&changes, 0), Conclusion::Certain(Movement::WithinChance));
        let LevelChange::Both(first) = &changes.levels[0] else { panic!("on both") };
        let adjusted = first.p_adjusted.expect("all counts are known");
        assert!((adjusted - 2.0 * 0.034_965_034_965_035).abs() < 1e-12);
    }

    #[test]
    fn a_level_too_small_to_tell_does_not_make_the_others_more_cautious() {
        let then = table(&[("A", known(1, 5)), ("B", known(1, 1))]);
        let now = table(&[("A", known(8, 2)), ("B", known(0, 2))]);
        assert_eq!(*movement(&between(&then, &now), 0), Conclusion::Certain(Movement::Rose));
    }

    #[test]
    fn hidden_cells_leave_a_movement_only_when_every_filling_gives_it() {
        let hidden = Headcount::Suppressed { low: 1, high: 4 };
        let far = one([hidden, Headcount::Known(96), Headcount::Known(0)], known(40, 60));
        assert_eq!(far.conclusion, Conclusion::WhateverHidden(Movement::Rose));
        let share = far.then.share.expect("bounded");
        assert_eq!((share.low, share.high), (1.0 / 97.0, 0.04));
        assert_eq!(far.p_adjusted, None);
        // 1 of 97 and 12 of 100 differ by more than chance, 4 of 100 and 12 of 100 do not.
        let near = one([hidden, Headcount::Known(96), Headcount::Known(0)], known(12, 88));
        assert_eq!(
            near.conclusion,
            Conclusion::Undetermined {
                possible: vec![Movement::Rose, Movement::WithinChance],
                why: Why::HiddenCells
            }
        );
    }

    #[test]
    fn a_hidden_count_on_one_level_may_open_another_through_the_adjustment() {
        let hidden = Headcount::Suppressed { low: 0, high: 9 };
        let then = table(&[
            ("A", known(1, 5)),
            ("B", [hidden, Headcount::Known(20), Headcount::Known(0)]),
        ]);
        let now = table(&[("A", known(8, 2)), ("B", known(9, 20))]);
        // With 0 of 20 on B, B's p is the smaller one and A is adjusted by 1: 0.035. With 9 of 29
        // then and now, B's p is 1 and A's is doubled: 0.07.
        assert!(movement(&between(&then, &now), 0).is_undetermined());
    }

    #[test]
    fn missing_figures_and_unstated_origins_give_no_movement() {
        let missing =
            one([Headcount::Missing, Headcount::Known(9), Headcount::Known(0)], known(1, 9));
        assert_eq!(missing.conclusion, Conclusion::Certain(Movement::NoData));
        let mut unstated = known(1, 5);
        unstated[2] = Headcount::Known(4);
        assert_eq!(
            one(unstated, known(8, 2)).conclusion,
            Conclusion::Undetermined { possible: vec![Movement::Rose], why: Why::OriginNotStated }
        );
    }

    #[test]
    fn a_level_of_one_date_alone_is_not_compared() {
        let then = table(&[("A", known(1, 5)), ("B", known(2, 8))]);
        let now = table(&[("A", known(8, 2)), ("C", known(3, 9))]);
        let changes = between(&then, &now);
        let kinds: Vec<&str> = changes
            .levels
            .iter()
            .map(|level| match level {
                LevelChange::Both(_) => "both",
                LevelChange::OnlyThen(_) => "then",
                LevelChange::OnlyNow(_) => "now",
            })
            .collect();
        assert_eq!(kinds, ["both", "now", "then"]);
        assert_eq!(*movement(&changes, 0), Conclusion::Certain(Movement::Rose), "a family of one");
    }

    #[test]
    fn a_focus_group_that_one_table_cannot_count_is_refused() {
        let focus = Focus::of(&[Origin::Descendant]).expect("a part of everybody");
        let table = table(&[("A", known(1, 5))]);
        assert_eq!(changes(&table, &table, focus, &Method::default()), Err(FocusNotInBoth));
    }
}
