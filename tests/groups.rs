//! Every group beside the benchmark: one family, counts with their base, and every filling of a
//! hidden cell inside what is said to be possible.

#[path = "sheets/mod.rs"]
mod sheets;

use byspejl::analysis::{Conclusion, Group, Method, groups};
use byspejl::benchmark::{self, Benchmark};
use byspejl::stats::{binomial, holm};
use byspejl::workforce::{Column, Focus, Grouping, Headcount, Origin, Row, WorkforceTable};
use sheets::table;

/// Five groups level by level, in their fixed order.
fn five(levels: &[[u32; 5]]) -> WorkforceTable {
    let mut table = table(Grouping::Five, levels.len(), 0);
    for (level, counts) in levels.iter().enumerate() {
        for (&group, &people) in Grouping::Five.groups().iter().zip(counts) {
            set(&mut table, level, group, Headcount::Known(people));
        }
    }
    table
}

fn set(table: &mut WorkforceTable, level: usize, group: Origin, count: Headcount) {
    let row = Row { level: Some(level), area: None };
    table.set(row, Column::Group(group), count).expect("in the table");
}

fn city() -> Benchmark {
    sheets::benchmark_of(Grouping::Five, &[7_109, 900, 1_100, 150, 741])
}

fn found(table: &WorkforceTable) -> Vec<Group> {
    groups(table, &city(), &Method::default())
}

const LADDER: [[u32; 5]; 3] = [[60, 4, 70, 2, 9], [180, 10, 25, 3, 6], [90, 1, 2, 0, 1]];

#[test]
fn the_scopes_of_all_groups_are_one_family() {
    let found = found(&five(&LADDER));
    for scope in [0, 1] {
        let in_scope = |group: &Group| match scope {
            0 => vec![group.whole.clone()],
            _ => group.levels.clone(),
        };
        let judged = |group: &Group| {
            let benchmark = group.benchmark.expect("five groups");
            let results = in_scope(group).into_iter().filter_map(|cell| cell.compared);
            results.map(move |result| (benchmark, result)).collect::<Vec<_>>()
        };
        let results: Vec<_> = found.iter().flat_map(judged).collect();
        assert_eq!(results.len(), [4, 12][scope]);
        // Too few enter no family.
        let inside: Vec<_> = results.iter().filter(|(_, r)| r.p_adjusted.is_some()).collect();
        let alone: Vec<f64> = inside
            .iter()
            .map(|(benchmark, result)| {
                let (x, n) = (result.focus.exact().unwrap(), result.base.exact().unwrap());
                let share = result.representation.unwrap().share.unwrap();
                assert_eq!(share.fraction(), x as f64 / n as f64);
                binomial::two_sided_p(x, n, benchmark.fraction()).unwrap()
            })
            .collect();
        for ((_, result), adjusted) in inside.iter().zip(holm::adjust(&alone)) {
            let own = result.p_adjusted.unwrap();
            assert!((own - adjusted).abs() <= 1e-12, "{own} is not {adjusted}");
        }
    }
}

#[test]
fn danish_origin_is_counted_and_not_judged_and_every_count_has_its_base() {
    let found = found(&five(&LADDER));
    let danish = &found[0];
    assert_eq!(danish.origin, Origin::Danish);
    assert!(danish.whole.compared.is_none());
    assert_eq!(danish.whole.count.exact(), Some(330));
    for group in &found {
        assert_eq!(group.whole.base.exact(), Some(463));
        let bases = group.levels.iter().map(|level| level.base.exact());
        assert!(bases.eq([Some(145), Some(224), Some(94)]));
    }
    let shares = found.iter().map(|group| group.whole.share().unwrap().fraction());
    assert!((shares.sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn whatever_a_hidden_cell_holds_its_verdict_is_among_the_possible_ones() {
    let range = 1..=4;
    let (level, group) = (1, Origin::DescendantNonWestern);
    let mut hidden = five(&LADDER);
    set(&mut hidden, level, group, Headcount::Suppressed { low: 1, high: 4 });
    let open = found(&hidden);
    let mut seen_open = false;
    for people in range {
        let mut filled = five(&LADDER);
        set(&mut filled, level, group, Headcount::Known(people));
        for (open, filled) in open.iter().zip(found(&filled)) {
            let cells = open.levels.iter().chain([&open.whole]);
            for (open, filled) in cells.zip(filled.levels.iter().chain([&filled.whole])) {
                let (Some(open), Some(filled)) = (&open.compared, &filled.compared) else {
                    continue;
                };
                let verdict = filled.verdict().expect("all is known");
                match &open.conclusion {
                    Conclusion::Undetermined { possible, .. } => {
                        seen_open = true;
                        assert!(possible.contains(&verdict), "{verdict:?} not in {possible:?}");
                    }
                    sure => assert!(sure.is(verdict), "{sure:?} but {verdict:?}"),
                }
            }
        }
    }
    assert!(seen_open, "nothing was left open");
}

#[test]
fn a_group_that_the_benchmark_does_not_tell_apart_has_counts_alone() {
    let coarse = benchmark::labour_market(Focus::default()).expect("one is built in");
    let found = groups(&five(&LADDER), &coarse, &Method::default());
    let fine = found.iter().find(|group| group.origin == Origin::ImmigrantWestern).unwrap();
    assert_eq!(fine.benchmark, None);
    assert_eq!(fine.whole.compared, None);
    assert_eq!(fine.whole.count.exact(), Some(15));
}
