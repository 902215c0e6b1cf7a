//! Where the levels are heading if people leave and are replaced (methods, section 7).
//!
//! Here are the [`Assumptions`]. Absent: the year step itself, which is pure mathematics.
//! Always to be labelled: an expectation to compare with, not a hiring target.

use crate::workforce::Share;

/// What is assumed about a year's turnover until the user gives figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumptions {
    /// Share of a level's people who leave in a year. Default 12 %.
    pub exit_rate: Share,
    /// Share of the top level's vacancies filled from the level below. Default one half.
    pub top_promoted_share: Share,
    /// Share of every other level's vacancies filled from the level below. Default one quarter.
    pub promoted_share: Share,
}

/// The defaults of the methods page: assumptions, not measurements.
pub const DEFAULT: Assumptions = Assumptions {
    exit_rate: hundredths(12),
    top_promoted_share: hundredths(50),
    promoted_share: hundredths(25),
};

const fn hundredths(points: u64) -> Share {
    match Share::of(points, 100) {
        Some(share) => share,
        None => panic!("a default assumption is above 100 %"),
    }
}

impl Default for Assumptions {
    fn default() -> Assumptions {
        DEFAULT
    }
}

impl Assumptions {
    /// Whether nobody has replaced the defaults; the text then says "assumption".
    pub fn are_default(&self) -> bool {
        *self == DEFAULT
    }
}
