//! What the verdict procedure says of workforces made by chance alone, as simulated.
//!
//! The numbers stand in data/simulation.json; `tests/simulation.rs` draws the workforces again and
//! compares. Absent: the drawing.

use crate::workforce::Share;

/// For each family of verdicts how many of the runs said something: the whole organisation, the
/// levels, the areas, level x area, the steps; last, how many claimed diversity without equity.
pub type Tally = [u32; 6];

/// Workforces of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub people: u32,
    /// Runs with Below or Above somewhere in the family, drawn at the benchmark's share.
    pub false_alarms: Tally,
    /// Runs with Below somewhere in the family, drawn at half of the benchmark's share.
    pub found: Tally,
}

/// A simulation of the default method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Simulation {
    /// Workforces drawn for each size and share.
    pub runs: u32,
    /// The benchmark's share.
    pub share: Share,
    pub organisations: &'static [Organisation],
}

include!(concat!(env!("OUT_DIR"), "/simulation.rs"));

/// The simulation that is published on the method page.
pub fn published() -> Simulation {
    SIMULATION
}

const fn share(points: u32) -> Share {
    match Share::from_basis_points(points) {
        Some(share) => share,
        None => panic!("the build checked that the share is below one"),
    }
}
