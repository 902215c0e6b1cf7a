//! What is named as dividing people more, and when nothing is.

use byspejl::analysis::{Conclusion, Crossing, Divided, NoCrossing, Why};
use byspejl::stats::random::Random;
use byspejl::workforce::{Column, Grouping, Headcount, Row, WorkforceTable};

use crate::sheets::{FOCUS, focus, table};
use crate::{Counts, close, crossed, divided, set, turned, value};

#[test]
fn a_workplace_sorted_by_level_is_divided_by_level() {
    // Both areas alike: 40 of 50 at entry, 5 of 50 at the top.
    let levels = [vec![(10, 40), (10, 40)], vec![(45, 5), (45, 5)]];
    let table = crossed(&levels);
    assert_eq!(divided(&table), Ok(Conclusion::Certain(Divided::MoreByLevel)));
    let crossing = Crossing::of(&table, focus()).expect("both groups");
    assert!(value(crossing.area) < 1e-15 && value(crossing.area_within_level) < 1e-15);
    // 90 of 200; ln 2 is not reached by hand, so: H(90/200) - (H(80/100) + H(10/100)) / 2.
    let h = |p: f64| -(p * p.ln() + (1.0 - p) * (1.0 - p).ln());
    let by_hand = h(0.45) - (h(0.8) + h(0.1)) / 2.0;
    assert!(close(value(crossing.level), by_hand));
    // Turned round, the same people are divided by area.
    let turned = crossed(&turned(&levels));
    assert_eq!(divided(&turned), Ok(Conclusion::Certain(Divided::MoreByArea)));
}

#[test]
fn a_workplace_spread_alike_is_told_apart_from_nothing() {
    let levels = [vec![(30, 10), (27, 13)], vec![(29, 11), (31, 9)], vec![(28, 12), (29, 11)]];
    assert_eq!(divided(&crossed(&levels)), Ok(Conclusion::Certain(Divided::NeitherBeyondChance)));
}

#[test]
fn small_areas_are_not_named_for_being_many() {
    // Sixteen areas of five people: M(area) is large, but chance makes it so; the two levels differ.
    let pattern = [2, 3, 1, 2, 2, 1, 3, 2, 2, 2, 1, 3, 2, 1, 2, 3];
    let low = pattern.iter().map(|&x| (3 - x.min(3), x)).collect::<Vec<_>>();
    let high = pattern.iter().map(|&x| (1 + x % 2, u64::from(x == 3))).collect::<Vec<_>>();
    let table = crossed(&[low, high]);
    let crossing = Crossing::of(&table, focus()).expect("both groups");
    assert!(crossing.area.expected > crossing.level.expected);
    assert_eq!(divided(&table), Ok(Conclusion::Certain(Divided::MoreByLevel)));
}

#[test]
fn equal_division_both_ways_names_neither() {
    // The table is its own mirror image, so both say exactly as much.
    let levels = [vec![(10, 60), (40, 30)], vec![(40, 30), (65, 5)]];
    assert_eq!(divided(&crossed(&levels)), Ok(Conclusion::Certain(Divided::CannotBeTold)));
}

#[test]
fn what_cannot_be_crossed_says_why() {
    let cross = |table: &WorkforceTable| {
        let crossing = Crossing::of(table, focus()).map(|_| ());
        assert_eq!(crossing.err(), divided(table).err());
        crossing
    };
    assert_eq!(cross(&table(Grouping::Two, 3, 1)), Err(NoCrossing::TooFewAreas));
    assert_eq!(cross(&table(Grouping::Two, 1, 3)), Err(NoCrossing::TooFewLevels));
    assert_eq!(cross(&table(Grouping::Two, 2, 2)), Err(NoCrossing::Missing));
    let nobody = crossed(&[vec![(3, 0), (4, 0)], vec![(2, 0), (9, 0)]]);
    assert_eq!(cross(&nobody), Err(NoCrossing::NobodyInFocus));
    let everybody = crossed(&[vec![(0, 3), (0, 4)], vec![(0, 1), (0, 9)]]);
    assert_eq!(cross(&everybody), Err(NoCrossing::NobodyElse));
}

#[test]
fn a_small_hidden_count_does_not_unsettle_a_clear_division() {
    let mut table = crossed(&[vec![(10, 40), (10, 40)], vec![(45, 5), (45, 5)]]);
    set(&mut table, 1, 1, FOCUS, Headcount::Suppressed { low: 1, high: 4 });
    assert_eq!(divided(&table), Ok(Conclusion::WhateverHidden(Divided::MoreByLevel)));
    let crossing = Crossing::of(&table, focus()).expect("both groups");
    assert_eq!((crossing.level.mutual.value(), crossing.level.expected), (None, None));
    assert_eq!((crossing.people.low, crossing.people.high), (196, Some(199)));
}

#[test]
fn hidden_counts_that_decide_it_leave_it_open() {
    let mut table = crossed(&[vec![(30, 10), (27, 13)], vec![(29, 11), (31, 9)]]);
    set(&mut table, 0, 0, FOCUS, Headcount::Suppressed { low: 0, high: 60 });
    let Ok(Conclusion::Undetermined { possible, why: Why::HiddenCells }) = divided(&table) else {
        panic!("{:?}", divided(&table));
    };
    assert!(possible.len() > 1 && possible.contains(&Divided::NeitherBeyondChance));
}

#[test]
fn too_many_fillings_leave_bounds_that_say_at_most() {
    let mut table = crossed(&vec![vec![(30, 10); 4]; 4]);
    for (level, area) in (0..4).flat_map(|level| (0..4).map(move |area| (level, area))) {
        set(&mut table, level, area, FOCUS, Headcount::Suppressed { low: 1, high: 9 });
    }
    let crossing = Crossing::of(&table, focus()).expect("bounded");
    assert_eq!((crossing.both.index.low, crossing.both.index.high), (0.0, 1.0));
    assert!(!crossing.both.index.exact);
    let conclusion = divided(&table).expect("bounded");
    assert!(matches!(conclusion, Conclusion::Undetermined { possible, .. } if possible.len() == 4));
}

#[test]
fn many_of_unstated_origin_leave_it_undetermined() {
    let mut table = crossed(&[vec![(10, 40), (10, 40)], vec![(45, 5), (45, 5)]]);
    // 200 stated, 90 not: 31 % of everybody.
    set(&mut table, 0, 0, Column::OriginNotStated, Headcount::Known(90));
    let expected = Conclusion::Undetermined {
        possible: vec![Divided::MoreByLevel],
        why: Why::OriginNotStated,
    };
    assert_eq!(divided(&table), Ok(expected));
}

#[test]
fn people_without_a_stated_level_or_area_are_left_out_of_the_crossing() {
    let levels = [vec![(10, 40), (10, 40)], vec![(45, 5), (45, 5)]];
    let mut table = crossed(&levels);
    let before = Crossing::of(&table, focus());
    let row = Row { level: None, area: Some(0) };
    table.set(row, FOCUS, Headcount::Known(50)).expect("in the table");
    assert_eq!(Crossing::of(&table, focus()), before);
}

#[test]
fn chance_alone_is_named_seldom() {
    // Two limits are asked, each exceeded by chance in at most one of twenty.
    const WORKFORCES: u64 = 300;
    let mut random = Random::seeded(11);
    let mut named = 0;
    for _ in 0..WORKFORCES {
        let mut people = (160, 400);
        let levels: Vec<Vec<Counts>> = (0..4)
            .map(|_| {
                (0..5)
                    .map(|_| {
                        let inside = random.hypergeometric(people.0, people.1, 28);
                        people = (people.0 - inside, people.1 - (28 - inside));
                        (28 - inside, inside)
                    })
                    .collect()
            })
            .collect();
        let found = divided(&crossed(&levels)).expect("both groups").value();
        named += u64::from(found != Some(Divided::NeitherBeyondChance));
    }
    assert!(named <= WORKFORCES / 10 + 15, "{named} of {WORKFORCES}");
    assert!(named > 5, "{named}: the limits are hardly ever exceeded");
}
