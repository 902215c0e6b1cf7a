//! From findings to measures: the rules, as one table.
//!
//! Each rule says which gaps a cause points at, which measures answer it first, and how many it
//! may bring. After the named measures come all others for the same gaps: those whose source was
//! read before those whose was not, stronger evidence before weaker, then by identifier. The
//! same figures therefore always give the same pledge.
//!
//! Concentration at entry is answered by ways up, never by hiring fewer. What is advised against
//! is never suggested.
//!
//! Absent: the measures' words and evidence ([`super::measure`]). Read next:
//! [`super::suggest`](mod@super::suggest).

use super::charter::Commitment;
use super::measure::{self, Evidence, Gap, Measure};
use super::reason::{Band, Cause, Sureness};
use crate::analysis::Strength;

/// Most measures suggested under the first commitment: fewer and better.
pub const MOST_UNDER_PRACTICE: usize = 5;
/// From more than so many under each of the other commitments fewer are advised.
pub const MOST_UNDER_OTHERS: usize = 2;
/// Fewest measures suggested under the first commitment.
pub const LEAST_UNDER_PRACTICE: usize = 3;
/// From this size a full- or part-time diversity manager may be suggested.
pub const PEOPLE_FOR_A_DIVERSITY_MANAGER: u64 = 500;

/// Below this size nobody has a department: no purchasing to hold talks with suppliers, no head of
/// anything but the workplace.
pub const PEOPLE_FOR_DEPARTMENTS: u64 = 50;

/// What an organisation is like, as far as it decides what suits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// People with stated origin; the least there can be where some are hidden.
    pub people: u64,
    /// Fewer than [`PEOPLE_FOR_DEPARTMENTS`], and not because nothing is known.
    pub is_small: bool,
    /// Whether the entry level is low against the city: the city's young people are whom it lacks.
    pub entry_is_low: bool,
}

impl Shape {
    /// Whether a measure suits it; what is not named here suits everybody.
    fn suits(self, id: &str, cause: Cause) -> bool {
        match id {
            "M13" => self.people >= PEOPLE_FOR_A_DIVERSITY_MANAGER,
            "M27" => !self.is_small,
            "M08" if cause == City => self.is_small || self.entry_is_low,
            _ => true,
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub cause: Cause,
    /// The gaps this cause points at.
    pub gaps: &'static [Gap],
    /// Measures that answer it best, by identifier, best first.
    pub first: &'static [&'static str],
    /// How many measures it may add to those that other causes brought.
    pub at_most: usize,
}

const fn rule(
    cause: Cause,
    gaps: &'static [Gap],
    first: &'static [&'static str],
    at_most: usize,
) -> Rule {
    Rule { cause, gaps, first, at_most }
}

use Band::{Entry, Middle, Top};
use Cause::{
    AreaLow, CannotBeTold, Ceiling, City, Debate, EstimatedFigures, KeepUp, LevelLow, NoLevels,
    QuietDebate, Targets, UnevenLevels, WholeLow,
};
use Sureness::{Maybe, Sure};

/// One rule for each cause.
pub const RULES: &[Rule] = &[
    // Better figures come before anything that rests on them.
    rule(EstimatedFigures, &[Gap::All], &["M15"], 1),
    rule(CannotBeTold, &[Gap::All], &["M15"], 1),
    rule(NoLevels, &[Gap::All], &["M15"], 1),
    // A number needs somebody who answers for it.
    rule(Targets, &[Gap::All], &["M14"], 1),
    // Ways up: open criteria, mentors, a group with a mandate, moves between areas, Danish.
    rule(
        UnevenLevels(Strength::Clear),
        &[Gap::Mid, Gap::Leadership, Gap::Area],
        &["M09", "M10", "M12", "M16", "M18", "M17"],
        3,
    ),
    rule(
        UnevenLevels(Strength::Likely),
        &[Gap::Mid, Gap::Leadership, Gap::Area],
        &["M09", "M10", "M12", "M16"],
        2,
    ),
    rule(UnevenLevels(Strength::CannotBeTold), &[Gap::Mid], &["M09", "M10"], 1),
    rule(LevelLow(Top, Sure), &[Gap::Leadership], &["M09", "M12", "M01", "M13"], 2),
    rule(LevelLow(Middle, Sure), &[Gap::Mid], &["M01", "M09", "M02"], 2),
    rule(LevelLow(Entry, Sure), &[Gap::Entry], &["M01", "M04", "M05", "M02"], 3),
    rule(LevelLow(Top, Maybe), &[Gap::Leadership], &["M09", "M01"], 1),
    rule(LevelLow(Middle, Maybe), &[Gap::Mid], &["M01", "M09"], 1),
    rule(LevelLow(Entry, Maybe), &[Gap::Entry], &["M01", "M04"], 1),
    rule(Ceiling(Sure), &[Gap::Leadership, Gap::Mid], &["M10", "M09"], 1),
    rule(Ceiling(Maybe), &[Gap::Leadership, Gap::Mid], &["M10", "M09"], 1),
    rule(WholeLow(Sure), &[Gap::Entry, Gap::Mid], &["M01", "M04", "M05"], 2),
    rule(WholeLow(Maybe), &[Gap::Entry, Gap::Mid], &["M01", "M04"], 1),
    rule(AreaLow(Sure), &[Gap::Area], &["M16"], 1),
    rule(AreaLow(Maybe), &[Gap::Area], &["M16"], 1),
    // Brings nothing while other causes bring enough; it fills up to three.
    rule(KeepUp, &[Gap::All, Gap::Retention, Gap::Mid], &["M15", "M01", "M09"], 0),
    rule(Debate, &[Gap::Debate], &["M25"], 1),
    rule(QuietDebate, &[Gap::Debate], &["M11"], 1),
    rule(City, &[Gap::City], &["M08", "M27"], 1),
];

/// The rule for a cause; none for [`Strength::Absent`], which is no cause.
pub fn rule_for(cause: Cause) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.cause == cause)
}

impl Rule {
    /// The measures that answer it under a commitment in an organisation of this shape, best
    /// first; never one that is advised against.
    pub fn candidates(&self, commitment: Commitment, shape: Shape) -> Vec<&'static Measure> {
        let fits = |measure: &Measure| {
            measure.commitments.contains(&commitment.number())
                && measure.evidence != Evidence::Avoid
                && shape.suits(measure.id, self.cause)
        };
        let first = self.first.iter().filter_map(|id| measure::by_id(id));
        let mut others: Vec<&Measure> = measure::catalogue()
            .iter()
            .filter(|measure| measure.gaps.iter().any(|gap| self.gaps.contains(gap)))
            .filter(|measure| !self.first.contains(&measure.id))
            .collect();
        others
            .sort_by_key(|measure| (!measure.is_documented(), measure.evidence as u8, measure.id));
        first.chain(others).filter(|measure| fits(measure)).collect()
    }
}
