//! Attacks on words: a reader also knows every printed verdict and target, the benchmark and the
//! method, and tries out which tables would have been given the same.
//!
//! The attack assesses whole tables by the public entry; it shares no code with the decision.

use crate::printed::{Printed, counts, everything};
use crate::samples::{Chance, Kind, by_chance, table};
use byspejl::analysis::disclosure::{Disclosed, THRESHOLD, Words, protect, words};
use byspejl::analysis::{
    Assessment, Assumptions, LevelTarget, Method, Suggestion, Target, Verdict, assess, targets,
};
use byspejl::benchmark::default_benchmark;
use byspejl::workforce::{
    Column, DataQuality, Focus, Grouping, Headcount, OutsourcedWork, Row, Scope, Sector, Workforce,
    WorkforceTable,
};
use std::collections::BTreeSet;

fn assessed(table: &WorkforceTable) -> Assessment {
    let workforce = Workforce {
        name: None,
        sector: Sector::Private,
        data_quality: DataQuality::OfficialTable,
        outsourced_work: OutsourcedWork::None,
        reporting_date: None,
        table: table.clone(),
    };
    let method = Method::default();
    assess(&workforce, &default_benchmark(), Focus::default(), &method).expect("comparable")
}

fn suggested(assessment: &Assessment) -> Vec<(usize, Target)> {
    let number = |level: LevelTarget| match level.suggestion {
        Suggestion::Number(target) => Some((level.level, target)),
        Suggestion::ProcessMeasure(_) => None,
    };
    let all = targets::suggest(assessment, &Assumptions::default(), targets::MAX_YEARS);
    all.into_iter().filter_map(number).collect()
}

fn decided(table: &WorkforceTable) -> (Disclosed, Words) {
    let disclosed = protect(table, Focus::default(), THRESHOLD).expect("countable");
    let assessment = assessed(table);
    let said = words(&disclosed, &assessment, &Assumptions::default(), &suggested(&assessment));
    (disclosed, said)
}

/// Verdicts and targets as a reader sees them.
#[derive(Default)]
struct Said {
    verdicts: Vec<(Scope, Verdict)>,
    targets: Vec<(usize, u64)>,
}

impl Said {
    fn of(assessment: &Assessment, words: &Words) -> Said {
        let verdict = |scope| words.verdict(scope).map(|verdict| (scope, verdict));
        let printed = suggested(assessment).into_iter();
        let printed = printed.filter(|(level, _)| words.shows_target(*level));
        Said {
            verdicts: scopes(assessment).into_iter().filter_map(verdict).collect(),
            targets: printed.map(|(level, target)| (level, target.target)).collect(),
        }
    }

    /// Everything there is to say, without a thought for what it tells.
    fn carelessly(assessment: &Assessment) -> Said {
        let all = std::iter::once(&assessment.whole).chain(&assessment.levels);
        let verdict = |result: &byspejl::analysis::ScopeResult| {
            result.verdict().map(|verdict| (result.scope, verdict))
        };
        Said {
            verdicts: all.chain(&assessment.areas).filter_map(verdict).collect(),
            targets: vec![],
        }
    }

    fn would_be_said_of(&self, assessment: &Assessment) -> bool {
        let all = || {
            let parts = assessment.levels.iter().chain(&assessment.areas);
            std::iter::once(&assessment.whole).chain(parts)
        };
        let is_said = |(scope, verdict): &(Scope, Verdict)| {
            let result = all().find(|result| result.scope == *scope);
            result.and_then(|result| result.verdict()) == Some(*verdict)
        };
        let numbers = suggested(assessment);
        let is_set = |(level, number): &(usize, u64)| {
            numbers.iter().any(|(l, target)| l == level && target.target == *number)
        };
        self.verdicts.iter().all(is_said) && self.targets.iter().all(is_set)
    }
}

fn scopes(assessment: &Assessment) -> Vec<Scope> {
    let parts = assessment.levels.iter().chain(&assessment.areas);
    std::iter::once(&assessment.whole).chain(parts).map(|result| result.scope).collect()
}

/// Hidden sums that leave fewer than three numbers among tables up to `radius` away from the true
/// one in every cell.
fn given_away(table: &WorkforceTable, printed: &Printed, said: &Said) -> Vec<Vec<usize>> {
    let truth = counts(table);
    let mut numbers = vec![BTreeSet::new(); printed.hidden.len()];
    for radius in [1, 2, 3, 6, 12] {
        let mut tries = 0;
        try_tables(printed, &truth, radius, &mut Vec::new(), &mut |filling| {
            tries += 1;
            let open = printed
                .hidden
                .iter()
                .zip(&numbers)
                .any(|(cells, known)| known.len() < 3 && !known.contains(&sum(cells, filling)));
            if open && said.would_be_said_of(&assessed(&filled(table, filling))) {
                for (cells, known) in printed.hidden.iter().zip(&mut numbers) {
                    known.insert(sum(cells, filling));
                }
            }
            tries < 200_000 && numbers.iter().any(|known| known.len() < 3)
        });
        if numbers.iter().all(|known| known.len() >= 3) {
            return Vec::new();
        }
    }
    let few = printed.hidden.iter().zip(&numbers).filter(|(_, known)| known.len() < 3);
    few.map(|(cells, _)| cells.clone()).collect()
}

fn sum(cells: &[usize], counts: &[u64]) -> u64 {
    cells.iter().map(|&cell| counts[cell]).sum()
}

/// Tries tables near the true one that agree with every printed count, until `look` has seen enough.
fn try_tables(
    printed: &Printed,
    truth: &[u64],
    radius: u64,
    start: &mut Vec<u64>,
    look: &mut dyn FnMut(&[u64]) -> bool,
) -> bool {
    let next = start.len();
    if next == truth.len() {
        return look(start);
    }
    let fixed = printed.sums.get(&vec![next]);
    let near = truth[next].saturating_sub(radius)..=truth[next] + radius;
    for count in fixed.map_or(near, |&people| people..=people) {
        start.push(count);
        let fits = printed.sums.iter().filter(|(cells, _)| cells.contains(&next)).all(
            |(cells, people)| {
                let so_far: u64 = cells.iter().filter_map(|&cell| start.get(cell)).sum();
                let later = cells.iter().filter(|&&cell| cell >= start.len());
                let (mut low, mut high) = (so_far, so_far);
                for &cell in later {
                    low += truth[cell].saturating_sub(radius);
                    high += truth[cell] + radius;
                }
                low <= *people && *people <= high
            },
        );
        let goes_on = !fits || try_tables(printed, truth, radius, start, look);
        start.pop();
        if !goes_on {
            return false;
        }
    }
    true
}

fn filled(table: &WorkforceTable, counts: &[u64]) -> WorkforceTable {
    let mut other = table.clone();
    let cells: Vec<(Row, Column)> = crate::printed::all_cells(table);
    for ((row, column), &people) in cells.into_iter().zip(counts) {
        other.set(row, column, Headcount::Known(people as u32)).expect("in the table");
    }
    other
}

fn levels(rows: &[[u32; 2]]) -> WorkforceTable {
    let rows: Vec<Vec<u32>> = rows.iter().map(|row| row.to_vec()).collect();
    table(Grouping::Two, rows.len(), 0, &rows)
}

fn attack(table: &WorkforceTable) -> (usize, usize) {
    let (disclosed, words) = decided(table);
    let printed = everything(table, Focus::default(), &disclosed);
    let assessment = assessed(table);
    let said = Said::of(&assessment, &words);
    assert!(said.would_be_said_of(&assessment), "what is said is true");
    let found = given_away(table, &printed, &said);
    assert!(found.is_empty(), "{found:?} in {table:?} with {:?}", said.verdicts);
    let hidden = scopes(&assessment).into_iter().filter(|&s| disclosed.counts(s).is_none());
    let hidden: Vec<Scope> = hidden.collect();
    let told = hidden.iter().filter(|&&scope| words.verdict(scope).is_some()).count();
    (hidden.len(), told)
}

#[test]
fn verdicts_of_random_levels_keep_three_numbers_for_every_hidden_one() {
    let mut chance = Chance(41);
    let (mut hidden, mut told) = (0, 0);
    for _ in 0..120 {
        let rows: Vec<[u32; 2]> = (0..2 + chance.under(4))
            .map(|_| {
                let other = [4, 12, 30, 60][chance.under(4) as usize] + chance.under(12) as u32;
                [other, [1, 2, 4, 8, 20][chance.under(5) as usize] + chance.under(3) as u32]
            })
            .collect();
        let (of, with) = attack(&levels(&rows));
        (hidden, told) = (hidden + of, told + with);
    }
    // Words are not simply left out: most hidden levels keep theirs.
    assert!(hidden > 100 && 2 * told > hidden, "{told} of {hidden}");
}

#[test]
fn verdicts_of_random_levels_and_areas_keep_three_numbers_for_every_hidden_one() {
    let mut chance = Chance(43);
    for round in 0..24 {
        let kind = [Kind::Sparse, Kind::Small, Kind::Mixed][round % 3];
        attack(&by_chance(&mut chance, kind, Grouping::Two, 2, 2));
    }
}

#[test]
fn a_shown_target_does_not_tell_of_the_level_below() {
    // The target of the top level depends a little on the hidden level under it.
    for focus in 1..5 {
        attack(&levels(&[[60, 40], [26, focus], [30, 9], [200, 12]]));
    }
}

#[test]
fn a_verdict_that_leaves_two_numbers_is_not_printed() {
    // Twelve people, two of them in focus: "perhaps below" is said of one or two, hardly of others.
    let table = levels(&[[60, 30], [40, 20], [10, 2]]);
    let (disclosed, words) = decided(&table);
    let careless = Said::carelessly(&assessed(&table));
    let printed = everything(&table, Focus::default(), &disclosed);
    assert!(!given_away(&table, &printed, &careless).is_empty(), "the case must be one");
    assert_eq!(words.verdict(Scope::Level(2)), None);
    attack(&table);
}

#[test]
fn a_verdict_that_leaves_many_numbers_is_printed_beside_a_hidden_count() {
    let table = levels(&[[60, 30], [90, 12], [56, 4]]);
    let (disclosed, words) = decided(&table);
    assert_eq!(disclosed.counts(Scope::Level(2)), None);
    assert_eq!(disclosed.people(Scope::Level(2)), Some(60));
    assert_eq!(words.verdict(Scope::Level(2)), Some(Verdict::Below));
}

#[test]
fn verdicts_of_shown_counts_that_need_no_other_are_always_printed() {
    // In line by its own counts, whatever the others hold.
    let table = levels(&[[71, 29], [40, 20], [10, 2]]);
    let (_, words) = decided(&table);
    assert_eq!(words.verdict(Scope::Level(0)), Some(Verdict::InLine));
}

#[test]
fn without_hidden_counts_every_verdict_is_printed() {
    let table = levels(&[[60, 30], [90, 12], [56, 7]]);
    let (_, words) = decided(&table);
    let assessment = assessed(&table);
    for result in std::iter::once(&assessment.whole).chain(&assessment.levels) {
        assert_eq!(words.verdict(result.scope), result.verdict());
    }
    for (level, _) in suggested(&assessment) {
        assert!(words.shows_target(level));
    }
}
