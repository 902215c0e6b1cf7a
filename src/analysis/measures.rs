//! Measures that have been taken, for asking about the same counts again.
//!
//! Here is [`Measures`]. Absent: what a measure is ([`super::decision`]).

use super::decision::{Measure, Yardstick};
use super::distinct::Distinct;
use super::method::Method;

/// The measures of counts against one benchmark, or against feeders, by one method.
#[derive(Default)]
pub(crate) struct Measures {
    counts: Distinct,
    taken: Vec<Measure>,
}

impl Measures {
    /// [`Measure::of`], worked out once for each counts. Benchmarks and feeders, or two
    /// benchmarks, must not share one value: only a feeder's counts are told apart.
    pub fn of(&mut self, yardstick: Yardstick, x: u64, n: u64, method: &Method) -> Measure {
        let [focus, people] = match yardstick {
            Yardstick::Benchmark { .. } => [0; 2],
            Yardstick::Feeder { focus, people } => [focus, people],
        };
        let place = self.counts.place([x, n, focus, people]);
        if place == self.taken.len() {
            self.taken.push(Measure::of(yardstick, x, n, method));
        }
        self.taken[place]
    }
}
