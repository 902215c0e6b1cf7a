//! Attacks on counts: tables of many shapes, made by chance and by hand, and decisions that give
//! hidden numbers away, which the attack must find.

use crate::printed::{Printed, What, Who, cells_of, counts, everything};
use crate::samples::{Chance, Kind, by_chance, table};
use crate::solver::{given_away, possible};
use byspejl::analysis::disclosure::{THRESHOLD, protect};
use byspejl::workforce::{Focus, Grouping, Origin, Scope, WorkforceTable};
use std::collections::BTreeSet;

fn attack(table: &WorkforceTable, focus: Focus) -> usize {
    let disclosed = protect(table, focus, THRESHOLD).expect("countable");
    let printed = everything(table, focus, &disclosed);
    let truth = counts(table);
    for cells in printed.sums.keys() {
        let people: u64 = cells.iter().map(|&cell| truth[cell]).sum();
        assert_eq!(people, printed.sums[cells], "what is printed is true");
    }
    assert_small_counts_are_hidden(table, focus, &printed, &truth);
    let found = given_away(&printed);
    assert!(found.is_empty(), "{found:?} in {table:?}");
    printed.hidden.len()
}

/// Every count from 1 to 4, whatever it counts, and every n - x.
fn assert_small_counts_are_hidden(
    table: &WorkforceTable,
    focus: Focus,
    printed: &Printed,
    truth: &[u64],
) {
    for (who, what) in crate::printed::questions(table) {
        if let Some(cells) = cells_of(table, focus, who, what) {
            let people: u64 = cells.iter().map(|&cell| truth[cell]).sum();
            let is_printed = printed.sums.contains_key(&cells);
            assert!(!(1..5).contains(&people) || !is_printed, "{who:?} {what:?}: {people}");
        }
    }
}

#[test]
fn random_small_tables_keep_three_numbers_for_every_hidden_one() {
    let mut chance = Chance(20_261_125);
    let mut hidden = 0;
    for round in 0..160 {
        let kind = Kind::ALL[round % 5];
        let grouping = Grouping::ALL[(round / 5) % 4];
        let (levels, areas) = (chance.under(5) as usize, chance.under(4) as usize);
        hidden += attack(&by_chance(&mut chance, kind, grouping, levels, areas), Focus::default());
    }
    assert!(hidden > 1_000, "the tables must give the attack something to do: {hidden}");
}

#[test]
fn random_larger_tables_keep_three_numbers_for_every_hidden_one() {
    let mut chance = Chance(7);
    for kind in Kind::ALL {
        for grouping in [Grouping::Two, Grouping::Five] {
            attack(&by_chance(&mut chance, kind, grouping, 5, 6), Focus::default());
        }
    }
}

#[test]
fn other_focus_groups_are_protected_too() {
    let mut chance = Chance(99);
    let focus = Focus::of(&[Origin::NonWestern]).expect("a part of everybody");
    for round in 0..40 {
        let kind = Kind::ALL[round % 5];
        let grouping = [Grouping::Five, Grouping::ThreeByRegion][round % 2];
        let (levels, areas) = (1 + chance.under(4) as usize, chance.under(3) as usize);
        attack(&by_chance(&mut chance, kind, grouping, levels, areas), focus);
    }
}

#[test]
fn tables_made_to_be_hard_keep_three_numbers_for_every_hidden_one() {
    let two = |levels, areas, rows: &[[u32; 2]]| {
        let rows: Vec<Vec<u32>> = rows.iter().map(|row| row.to_vec()).collect();
        table(Grouping::Two, levels, areas, &rows)
    };
    let hard = [
        // One person in focus altogether.
        two(3, 0, &[[40, 0], [30, 1], [20, 0]]),
        // The only other level cannot give, or cannot take.
        two(2, 0, &[[50, 0], [20, 3]]),
        two(2, 0, &[[0, 50], [3, 20]]),
        two(3, 0, &[[50, 0], [0, 60], [20, 3]]),
        // Everybody is in the focus group but one.
        two(3, 0, &[[0, 40], [1, 30], [0, 20]]),
        // Two small ones that are each other's only cover.
        two(3, 0, &[[40, 20], [30, 1], [20, 1]]),
        // Very few people at all.
        two(3, 0, &[[1, 0], [0, 1], [1, 1]]),
        two(0, 0, &[[1, 1]]),
        two(0, 0, &[[40, 3]]),
        // One area, one level.
        two(1, 1, &[[40, 3]]),
        two(1, 3, &[[40, 3], [30, 20], [2, 0]]),
        two(3, 1, &[[40, 3], [30, 20], [2, 0]]),
        // Small counts on a diagonal, with nothing beside them.
        two(
            3,
            3,
            &[[50, 2], [50, 0], [50, 0], [50, 0], [50, 2], [50, 0], [50, 0], [50, 0], [50, 2]],
        ),
        // A single small cell in a table of zeros and full cells.
        two(2, 3, &[[50, 0], [50, 0], [50, 4], [0, 50], [0, 50], [0, 50]]),
        // A column of empty cells beside one person.
        two(3, 2, &[[30, 10], [1, 0], [30, 10], [0, 0], [30, 10], [0, 0]]),
    ];
    for table in &hard {
        attack(table, Focus::default());
    }
}

#[test]
fn groups_that_are_fine_in_another_grouping_do_not_combine() {
    // ImmigrantWestern and DescendantWestern are small, their union and the other union are not.
    let rows = vec![vec![60, 4, 20, 3, 9], vec![50, 9, 15, 6, 8], vec![70, 1, 30, 12, 6]];
    attack(&table(Grouping::Five, 3, 0, &rows), Focus::default());
    // Each coarse group holds exactly one small and one large fine group.
    let rows = vec![vec![60, 1, 20, 20, 1], vec![50, 9, 15, 16, 8]];
    attack(&table(Grouping::Five, 2, 0, &rows), Focus::default());
}

#[test]
fn a_table_without_small_counts_is_printed_whole() {
    let rows = vec![vec![60, 20], vec![50, 30], vec![40, 0]];
    assert_eq!(attack(&table(Grouping::Two, 3, 0, &rows), Focus::default()), 0);
}

/// Hides the small counts and nothing else.
fn only_small(table: &WorkforceTable, focus: Focus) -> impl Fn(Who, What) -> Option<u64> {
    let truth = counts(table);
    let table = table.clone();
    move |who, what| {
        let cells = cells_of(&table, focus, who, what)?;
        let people: u64 = cells.iter().map(|&cell| truth[cell]).sum();
        (!(1..THRESHOLD).contains(&people)).then_some(people)
    }
}

#[test]
fn a_decision_that_hides_only_small_counts_is_caught() {
    let rows = vec![vec![60, 20], vec![50, 30], vec![40, 3]];
    let table = table(Grouping::Two, 3, 0, &rows);
    let hiding = only_small(&table, Focus::default());
    let printed = Printed::of(&table, Focus::default(), &hiding);
    let found = given_away(&printed);
    assert!(!printed.hidden.is_empty());
    assert!(found.iter().all(|(_, numbers)| numbers == &BTreeSet::from([3])), "{found:?}");
    assert_eq!(found.len(), printed.hidden.len());
}

#[test]
fn hiding_only_small_counts_is_caught_in_most_tables_of_chance() {
    let mut chance = Chance(3);
    let (mut caught, mut with_hidden) = (0, 0);
    for _ in 0..40 {
        let table = by_chance(&mut chance, Kind::Mixed, Grouping::Two, 4, 3);
        let hiding = only_small(&table, Focus::default());
        let printed = Printed::of(&table, Focus::default(), &hiding);
        with_hidden += usize::from(!printed.hidden.is_empty());
        caught += usize::from(!given_away(&printed).is_empty());
    }
    assert!(with_hidden > 20 && 2 * caught > with_hidden, "{caught} of {with_hidden}");
}

#[test]
fn two_exports_that_hide_different_partners_are_caught() {
    // By itself each hides enough; together they print all but the small one.
    let rows = vec![vec![60, 20], vec![50, 30], vec![40, 3]];
    let table = table(Grouping::Two, 3, 0, &rows);
    let focus = Focus::default();
    let small = only_small(&table, focus);
    let export = |partner: usize| {
        let hiding = |who, what| {
            let sides = [What::Focus, What::Other].map(|side| {
                let scope = Scope::Level(partner);
                cells_of(&table, focus, Who::Scope(scope), side)
            });
            let is_partner = sides.contains(&cells_of(&table, focus, who, what));
            let other_side = Who::Scope(Scope::Level(2));
            let is_small = cells_of(&table, focus, who, what)
                == cells_of(&table, focus, other_side, What::Other);
            small(who, what).filter(|_| !is_partner && !is_small)
        };
        Printed::of(&table, focus, &hiding)
    };
    let (one, other) = (export(0), export(1));
    assert!(given_away(&one).is_empty() && given_away(&other).is_empty());
    let mut both = one.clone();
    for (cells, &people) in &other.sums {
        both.print(cells.clone(), people);
    }
    assert!(!given_away(&both).is_empty());
}

/// Every table of small numbers that agrees with what is printed, tried out one after the other.
fn all_tables(printed: &Printed, most: u64) -> Vec<Vec<u64>> {
    let mut tables = vec![vec![]];
    for _ in 0..printed.cells.len() {
        tables = tables
            .into_iter()
            .flat_map(|table: Vec<u64>| {
                (0..=most).map(move |count| {
                    let mut longer = table.clone();
                    longer.push(count);
                    longer
                })
            })
            .filter(|table| fits_so_far(printed, table))
            .collect();
    }
    tables
}

fn fits_so_far(printed: &Printed, start: &[u64]) -> bool {
    printed.sums.iter().all(|(cells, &people)| {
        let sum: u64 = cells.iter().filter_map(|&cell| start.get(cell)).sum();
        let is_whole = cells.iter().all(|&cell| cell < start.len());
        if is_whole { sum == people } else { sum <= people }
    })
}

#[test]
fn the_solver_finds_just_what_trying_every_table_finds() {
    let mut chance = Chance(11);
    let mut compared = 0;
    for round in 0..30 {
        let grouping = [Grouping::Two, Grouping::ThreeByRegion][round % 2];
        let rows = |chance: &mut Chance| -> Vec<Vec<u32>> {
            let row =
                |c: &mut Chance| grouping.groups().iter().map(|_| c.under(8) as u32).collect();
            (0..3).map(|_| row(chance)).collect()
        };
        let table = table(grouping, 3, 0, &rows(&mut chance));
        let hiding = only_small(&table, Focus::default());
        let printed = Printed::of(&table, Focus::default(), &hiding);
        let limit = 12;
        let tables = all_tables(&printed, limit);
        let numbers = possible(&printed, usize::MAX);
        for (cells, numbers) in printed.hidden.iter().zip(numbers) {
            let sum = |table: &Vec<u64>| cells.iter().map(|&cell| table[cell]).sum::<u64>();
            let tried: BTreeSet<u64> = tables.iter().map(sum).collect();
            // Where nothing printed bounds a cell, the solver goes beyond what was tried.
            if numbers.iter().all(|&number| number <= limit) {
                assert_eq!(tried, numbers, "{cells:?} of {table:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 60, "{compared}");
}
