//! Levels and areas crossed: a second way to each number, every filling tried, and what is named.
//!
//! More than 400 lines because both ways of every number stand side by side.

mod sheets;

use byspejl::analysis::{
    Conclusion, Crossing, Divided, Division, Information, Method, NoCrossing, Why,
};
use byspejl::stats::allocation::{drawn_information, quantile};
use byspejl::stats::random::Random;
use byspejl::stats::segregation;
use byspejl::workforce::{Column, Grouping, Headcount, Row, Workforce, WorkforceTable};
use proptest::prelude::*;
use sheets::{DANISH, FOCUS, city, focus, table, workforce};

const SEED: u64 = 2026;

/// Others and those in focus.
type Counts = (u64, u64);

/// Level by level, each with its areas.
fn crossed(levels: &[Vec<Counts>]) -> WorkforceTable {
    let mut table = table(Grouping::Two, levels.len(), levels[0].len());
    for (level, areas) in levels.iter().enumerate() {
        for (area, &(other, focus)) in areas.iter().enumerate() {
            set(&mut table, level, area, DANISH, known(other));
            set(&mut table, level, area, FOCUS, known(focus));
        }
    }
    table
}

fn known(people: u64) -> Headcount {
    Headcount::Known(u32::try_from(people).expect("a few people"))
}

fn set(table: &mut WorkforceTable, level: usize, area: usize, column: Column, count: Headcount) {
    let row = Row { level: Some(level), area: Some(area) };
    table.set(row, column, count).expect("in the table");
}

fn divided(table: &WorkforceTable) -> Result<Conclusion<Divided>, NoCrossing> {
    Division::of(table, focus(), &Method::default(), SEED).map(|division| division.conclusion)
}

/// M by its definition over cells of the table unit x group, in nats.
fn information(units: &[Counts]) -> f64 {
    let all = units.iter().map(|(y, x)| x + y).sum::<u64>() as f64;
    let part = |count: u64, unit: u64, group: u64| {
        let (p, q) = (count as f64 / all, unit as f64 / all * (group as f64 / all));
        if count == 0 { 0.0 } else { p * (p / q).ln() }
    };
    let (y, x) = units.iter().fold((0, 0), |(y, x), unit| (y + unit.0, x + unit.1));
    units.iter().map(|&(o, f)| part(o, o + f, y) + part(f, o + f, x)).sum()
}

fn entropy(units: &[Counts]) -> f64 {
    let (y, x) = units.iter().fold((0, 0), |(y, x), unit| (y + unit.0, x + unit.1));
    let (p, q) = (x as f64 / (x + y) as f64, y as f64 / (x + y) as f64);
    -(p * p.ln() + q * q.ln())
}

fn by_level(levels: &[Vec<Counts>]) -> Vec<Counts> {
    let sum = |areas: &Vec<Counts>| areas.iter().fold((0, 0), |a, c| (a.0 + c.0, a.1 + c.1));
    levels.iter().map(sum).collect()
}

fn by_area(levels: &[Vec<Counts>]) -> Vec<Counts> {
    let area = |area: usize| levels.iter().map(|areas| areas[area]).collect();
    by_level(&(0..levels[0].len()).map(area).collect::<Vec<_>>())
}

/// What each unit's own division says, weighted by the people in the unit.
fn within(units: &[Vec<Counts>]) -> f64 {
    let people = |unit: &Vec<Counts>| unit.iter().map(|(y, x)| x + y).sum::<u64>() as f64;
    let all: f64 = units.iter().map(people).sum();
    let own = |unit: &Vec<Counts>| {
        let mixed = unit.iter().any(|c| c.0 > 0) && unit.iter().any(|c| c.1 > 0);
        if mixed { people(unit) / all * information(unit) } else { 0.0 }
    };
    units.iter().map(own).sum()
}

fn turned(levels: &[Vec<Counts>]) -> Vec<Vec<Counts>> {
    let area = |area: usize| levels.iter().map(|areas| areas[area]).collect();
    (0..levels[0].len()).map(area).collect()
}

fn close(ours: f64, other: f64) -> bool {
    (ours - other).abs() <= 1e-12_f64.max(1e-9 * other.abs())
}

fn value(information: Information) -> f64 {
    information.mutual.value().expect("every count is known")
}

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
        type Way<'a> = &'a dyn Fn(&Vec<Vec<Counts>>) -> f64;
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

/// Every allocation of `x` people over units of these sizes, with its probability.
fn allocations(sizes: &[u64], x: u64) -> Vec<(Vec<Counts>, f64)> {
    let choose = |n: u64, k: u64| (0..k).fold(1.0, |c, i| c * (n - i) as f64 / (i + 1) as f64);
    let mut all = vec![(Vec::new(), 0, 1.0)];
    for &size in sizes {
        all = all
            .into_iter()
            .flat_map(|(units, used, ways): (Vec<Counts>, u64, f64)| {
                (0..=size.min(x - used)).map(move |k| {
                    let mut units = units.clone();
                    units.push((size - k, k));
                    (units, used + k, ways * choose(size, k))
                })
            })
            .collect();
    }
    let total = choose(sizes.iter().sum(), x);
    let whole = all.into_iter().filter(|(_, used, _)| *used == x);
    whole.map(|(units, _, ways)| (units, ways / total)).collect()
}

#[test]
fn every_allocation_of_small_tables_gives_the_same_d_and_m_and_their_expectations() {
    for (sizes, x) in [
        (vec![3, 3], 2),
        (vec![5, 1, 2], 4),
        (vec![4, 4, 4, 4], 5),
        (vec![1, 1, 1, 1, 1], 2),
        (vec![9, 2, 6], 13),
    ] {
        let all = allocations(&sizes, x);
        assert!((all.iter().map(|(_, p)| p).sum::<f64>() - 1.0).abs() < 1e-12);
        let y = sizes.iter().sum::<u64>() - x;
        let (mut expected_d, mut expected_m) = (0.0, 0.0);
        for (units, p) in &all {
            let (other, inside): (Vec<u64>, Vec<u64>) = units.iter().copied().unzip();
            let differences =
                units.iter().map(|&(o, f)| (f as f64 / x as f64 - o as f64 / y as f64).abs());
            let d = differences.sum::<f64>() / 2.0;
            let (m, h) = (information(units), information(units) / entropy(units));
            let ours = segregation::dissimilarity(&inside, &other).expect("both groups");
            assert!(close(ours, d), "{units:?}");
            let ours = segregation::mutual_information(&inside, &other).expect("both groups");
            assert!(close(ours, m.max(0.0)), "{units:?}: {ours} {m}");
            let ours = segregation::information_index(&inside, &other).expect("both groups");
            assert!(close(ours, h.max(0.0)), "{units:?}");
            (expected_d, expected_m) = (expected_d + p * d, expected_m + p * m);
        }
        let (other, inside): (Vec<u64>, Vec<u64>) = all[0].0.iter().copied().unzip();
        let ours = segregation::expected_dissimilarity(&inside, &other).expect("both groups");
        assert!(close(ours, expected_d), "{sizes:?}: {ours} {expected_d}");
        let ours = segregation::expected_mutual_information(&inside, &other).expect("both");
        assert!(close(ours, expected_m), "{sizes:?}: {ours} {expected_m}");
    }
}

#[test]
fn drawn_allocations_have_the_mean_and_the_percentile_of_all_of_them() {
    const DRAWS: usize = 20_000;
    let (sizes, x) = (vec![6, 5, 4, 3], 7);
    let all = allocations(&sizes, x);
    let (other, inside): (Vec<u64>, Vec<u64>) = all[3].0.iter().copied().unzip();
    let drawn = drawn_information(&inside, &other, DRAWS, &mut Random::seeded(4)).expect("both");
    let mean = drawn.iter().sum::<f64>() / DRAWS as f64;
    let m = |of: fn(f64) -> f64| all.iter().map(|(u, p)| p * of(information(u))).sum::<f64>();
    let (expected, squares) = (m(|m| m), m(|m| m * m));
    let error = ((squares - expected * expected) / DRAWS as f64).sqrt();
    assert!((mean - expected).abs() < 4.0 * error, "{mean} {expected} {error}");
    // As many of them as chance says lie at or under the drawn 95th percentile.
    let limit = quantile(drawn, 0.95).expect("draws") + 1e-12;
    let under: f64 = all.iter().filter(|(u, _)| information(u) <= limit).map(|(_, p)| p).sum();
    let below: f64 =
        all.iter().filter(|(u, _)| information(u) < limit - 2e-12).map(|(_, p)| p).sum();
    let error = (0.95 * 0.05 / DRAWS as f64).sqrt();
    assert!(under > 0.95 - 4.0 * error && below < 0.95 + 4.0 * error, "{below} {under}");
}

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

#[test]
fn the_largest_table_is_crossed() {
    let Workforce { table, .. } = sheets::large();
    let crossing = Crossing::of(&table, focus()).expect("both groups");
    let both = value(crossing.area) + value(crossing.level_within_area);
    assert!(close(both, value(crossing.both)));
    assert!(divided(&table).expect("both groups").value().is_some());
}

#[test]
fn cells_form_one_family_and_too_few_and_no_data_stand_outside() {
    use byspejl::analysis::{Verdict, assess};
    use byspejl::stats::holm;
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
