//! Why a hidden count stays hidden: other tables that a reader could not tell from the true one.
//!
//! Absent: how they are found ([`super::plan`]).

use super::counts::{Counts, Figure};
use super::exchange::Exchange;
use super::lattice::Place;
use super::walk::Walk;

/// Another table that agrees with everything shown: `times` exchanges along a walk.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Witness {
    pub exchange: Exchange,
    pub walk: Walk,
    pub times: i64,
}

impl Witness {
    /// By how much a count differs from the table's.
    pub fn change(&self, counts: &Counts, place: Place, figure: Figure) -> i64 {
        let passed = self.walk.iter().find(|(passed, _)| *passed == place);
        passed.map_or(0, |(_, sign)| sign * self.times * self.exchange.effect(counts, figure))
    }
}

/// How a walk gives two witnesses.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// One more and one fewer.
    Both,
    /// One and two in the direction of the sign.
    Twice(i64),
}

impl Way {
    pub const ALL: [Way; 3] = [Way::Both, Way::Twice(1), Way::Twice(-1)];

    /// The direction that is walked first.
    pub fn sign(self) -> i64 {
        match self {
            Way::Both => 1,
            Way::Twice(sign) => sign,
        }
    }

    /// How often the exchange happens in each of the two witnesses.
    pub fn times(self) -> [i64; 2] {
        match self {
            Way::Both => [1, -1],
            Way::Twice(_) => [1, 2],
        }
    }
}
