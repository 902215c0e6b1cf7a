//! The attacker: which numbers can stand in place of a hidden one?
//!
//! Whole-number programs over all cells of the table at once (microlp). What it finds is checked
//! against everything printed in whole numbers, so a number it names as possible is possible. That
//! it misses none is checked against trying out every table (see `tables.rs`).

use crate::printed::Printed;
use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Variable};
use std::collections::BTreeSet;

/// More people than any test table holds.
const MOST: i32 = 5_000;

/// Numbers that are possible in place of each hidden sum, at least `enough` where there are so many.
pub fn possible(printed: &Printed, enough: usize) -> Vec<BTreeSet<u64>> {
    let mut found = Found::new(printed);
    for index in 0..printed.hidden.len() {
        found.widen(index, enough);
    }
    found.numbers
}

/// The hidden sums that leave fewer than three numbers, with those.
pub fn given_away(printed: &Printed) -> Vec<(Vec<usize>, BTreeSet<u64>)> {
    let numbers = possible(printed, 3).into_iter();
    let hidden = printed.hidden.iter().cloned().zip(numbers);
    hidden.filter(|(_, numbers)| numbers.len() < 3).collect()
}

struct Found<'a> {
    printed: &'a Printed,
    numbers: Vec<BTreeSet<u64>>,
}

impl<'a> Found<'a> {
    fn new(printed: &'a Printed) -> Found<'a> {
        Found { printed, numbers: vec![BTreeSet::new(); printed.hidden.len()] }
    }

    /// Notes what a table that agrees with everything printed holds.
    fn take_in(&mut self, counts: &[u64]) {
        assert!(self.printed.allows(counts), "no table that was printed: {counts:?}");
        for (numbers, cells) in self.numbers.iter_mut().zip(&self.printed.hidden) {
            numbers.insert(cells.iter().map(|&cell| counts[cell]).sum());
        }
    }

    fn widen(&mut self, index: usize, enough: usize) {
        if self.numbers[index].len() >= enough {
            return;
        }
        let cells = &self.printed.hidden[index];
        let mut ends = Vec::new();
        for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
            let counts =
                solve(self.printed, direction, cells, None).expect("some table was printed");
            ends.push(cells.iter().map(|&cell| counts[cell]).sum::<u64>());
            self.take_in(&counts);
        }
        for between in ends[0] + 1..ends[1] {
            if self.numbers[index].len() >= enough {
                return;
            }
            let direction = OptimizationDirection::Minimize;
            if let Some(counts) = solve(self.printed, direction, cells, Some(between)) {
                self.take_in(&counts);
            }
        }
    }
}

/// The table that makes a sum smallest or largest, or exactly `fixed`; `None` when there is none.
fn solve(
    printed: &Printed,
    direction: OptimizationDirection,
    cells: &[usize],
    fixed: Option<u64>,
) -> Option<Vec<u64>> {
    let mut problem = Problem::new(direction);
    let weight = |cell: &usize| if cells.contains(cell) && fixed.is_none() { 1.0 } else { 0.0 };
    let variables: Vec<Variable> = (0..printed.cells.len())
        .map(|cell| {
            let limits = printed.limits.iter().filter(|limit| limit.0 == cell);
            let most = limits.map(|limit| limit.1 as i32).min().unwrap_or(MOST);
            problem.add_integer_var(weight(&cell), (0, most))
        })
        .collect();
    let mut sum = |cells: &[usize], people: u64| {
        let terms: Vec<(Variable, f64)> = cells.iter().map(|&c| (variables[c], 1.0)).collect();
        problem.add_constraint(&terms, ComparisonOp::Eq, people as f64);
    };
    for (cells, &people) in &printed.sums {
        sum(cells, people);
    }
    if let Some(people) = fixed {
        sum(cells, people);
    }
    match problem.solve() {
        Ok(outcome) => {
            let solution = outcome.into_solution().expect("no time limit was set");
            Some(variables.iter().map(|&v| solution.var_value(v).round() as u64).collect())
        }
        Err(Error::Infeasible) => None,
        Err(error) => panic!("the solver gave up: {error}"),
    }
}
