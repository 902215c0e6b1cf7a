//! Both decompositions and what hidden cells leave of them; the family of the cells' verdicts.

use byspejl::analysis::{Crossing, Information, Method, Verdict, assess};
use byspejl::stats::holm;
use byspejl::workforce::{Headcount, Workforce};
use proptest::prelude::*;

use crate::sheets::{DANISH, FOCUS, city, focus, large, workforce};
use crate::{
    Counts, by_area, by_level, close, crossed, divided, entropy, information, set, turned, value,
    within,
};

/// A second way to a number, from one filling.
type Way = &'static dyn Fn(&Vec<Vec<Counts>>) -> f64;

/// Two to four levels, two to four areas, both groups present.
fn levels_and_areas(most: u64) -> impl Strategy<Value = Vec<Vec<Counts>>> {
    (2_usize..5, 2_usize..5)
        .prop_flat_map(move |(levels, areas)| {
            let cell = (0..=most, 0..=most);
            prop::collection::vec(prop::collection::vec(cell, areas), levels)
        })
        .prop_filter("both groups have people", |levels| {
            let all = || levels.iter().flatten();
            all().any(|cell| cell.0 > 0) && all().any(|cell| cell.1 > 0)
        })
}

proptest! {
    #[test]
    fn both_decompositions_add_up_and_agree_with_sums_within_units(
        levels in levels_and_areas(30)
    ) {
        let crossing = Crossing::of(&crossed(&levels), focus()).expect("both groups");
        let cells = levels.concat();
        prop_assert!(close(value(crossing.both), information(&cells)));
        prop_assert!(close(value(crossing.area), information(&by_area(&levels))));
        prop_assert!(close(value(crossing.level), information(&by_level(&levels))));
        prop_assert!(close(value(crossing.area_within_level), within(&levels)));
        prop_assert!(close(value(crossing.level_within_area), within(&turned(&levels))));
        let entropy = entropy(&cells);
        for part in [crossing.area, crossing.level, crossing.both, crossing.level_within_area] {
            let h = part.index.value().expect("known");
            prop_assert!(close(h, (value(part) / entropy).min(1.0)));
        }
        let expected = |part: Information| part.expected.expect("known");
        let first = expected(crossing.area) + expected(crossing.level_within_area);
        let second = expected(crossing.level) + expected(crossing.area_within_level);
        prop_assert!(close(first, expected(crossing.both)));
        prop_assert!(close(second, expected(crossing.both)));
        let people: u64 = cells.iter().map(|cell| cell.0 + cell.1).sum();
        prop_assert_eq!(crossing.people.exact(), Some(people));
    }

    #[test]
    fn hidden_cells_leave_exactly_what_their_fillings_give(
        levels in levels_and_areas(6),
        hidden in prop::collection::vec((0_usize..4, 0_usize..4, any::<bool>(), 0_u32..3), 1..4)
    ) {
        let mut open = crossed(&levels);
        let mut fillings = vec![levels.clone()];
        let mut seen = Vec::new();
        for (level, area, of_focus, width) in hidden {
            let (level, area) = (level % levels.len(), area % levels[0].len());
            if seen.contains(&(level, area, of_focus)) {
                continue;
            }
            seen.push((level, area, of_focus));
            let column = if of_focus { FOCUS } else { DANISH };
            let count = Headcount::Suppressed { low: 1, high: 1 + width };
            set(&mut open, level, area, column, count);
            let filled = fillings.iter().flat_map(|filling| {
                (1..=1 + u64::from(width)).map(move |people| {
                    let mut filling = filling.clone();
                    let cell = &mut filling[level][area];
                    *(if of_focus { &mut cell.1 } else { &mut cell.0 }) = people;
                    filling
                })
            });
            fillings = filled.collect();
        }
        let empty = |filling: &Vec<Vec<Counts>>| {
            let all = || filling.iter().flatten();
            all().all(|cell| cell.0 == 0) || all().all(|cell| cell.1 == 0)
        };
        let crossing = Crossing::of(&open, focus());
        if fillings.iter().any(empty) {
            prop_assert!(crossing.is_err());
            return Ok(());
        }
        let crossing = crossing.expect("both groups in every filling");
        let parts: [(Information, Way); 5] = [
            (crossing.area, &|filling| information(&by_area(filling))),
            (crossing.level, &|filling| information(&by_level(filling))),
            (crossing.both, &|filling| information(&filling.concat())),
            (crossing.level_within_area, &|filling| within(&turned(filling))),
            (crossing.area_within_level, &|filling| within(filling)),
        ];
        for (ours, of) in parts {
            let all: Vec<f64> = fillings.iter().map(of).collect();
            let low = all.iter().copied().fold(f64::INFINITY, f64::min);
            let high = all.iter().copied().fold(0.0, f64::max);
            prop_assert!((ours.mutual.low - low).abs() < 1e-12, "{ours:?} {low}");
            prop_assert!((ours.mutual.high - high).abs() < 1e-12, "{ours:?} {high}");
            prop_assert!(ours.mutual.exact);
        }
    }
}

#[test]
fn the_largest_table_is_crossed() {
    let Workforce { table, .. } = large();
    let crossing = Crossing::of(&table, focus()).expect("both groups");
    let both = value(crossing.area) + value(crossing.level_within_area);
    assert!(close(both, value(crossing.both)));
    assert!(divided(&table).expect("both groups").value().is_some());
}

#[test]
fn cells_form_one_family_and_too_few_and_no_data_stand_outside() {
    let levels = [
        vec![(40, 2), (30, 9), (0, 0), (6, 0)],
        vec![(60, 5), (10, 30), (90, 3), (4, 1)],
        vec![(22, 1), (33, 14), (19, 2), (50, 6)],
    ];
    let assessment = assess(&workforce(crossed(&levels)), &city(), focus(), &Method::default())
        .expect("the benchmark has the groups");
    let inside: Vec<_> = assessment
        .cells
        .iter()
        .filter(|cell| cell.verdict().is_some_and(Verdict::says_something))
        .collect();
    // Of the twelve cells one is empty and two have so few that nobody would not tell.
    assert_eq!((assessment.cells.len(), inside.len()), (12, 9));
    let p: Vec<f64> =
        inside.iter().map(|cell| cell.representation.expect("known").p.expect("people")).collect();
    for (cell, adjusted) in inside.iter().zip(holm::adjust(&p)) {
        assert_eq!(cell.p_adjusted, Some(adjusted));
    }
    let outside = assessment.cells.iter().filter(|cell| cell.p_adjusted.is_none());
    let words: Vec<_> = outside.map(|cell| cell.verdict().expect("known")).collect();
    assert_eq!(words, [Verdict::NoData, Verdict::TooFew, Verdict::TooFew]);
}
