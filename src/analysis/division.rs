//! Whether people are divided more by where they work or by how high (methods, section 4).
//!
//! Here is [`Division`], found by drawing random allocations: too slow for a keystroke, so who
//! shows it asks for it when the figures rest. Absent: the parts themselves ([`super::crossing`]).

use super::conclusion::{Conclusion, Why};
use super::crossing::{Cells, Margins, NoCrossing, groups, nobody, pair};
use super::method::Method;
use super::states::States;
use crate::stats::allocation::{drawn_information, quantile};
use crate::stats::random::Random;
use crate::workforce::{Focus, Scope, WorkforceTable};

/// How many random allocations chance is judged by.
pub const ALLOCATIONS: usize = 1_000;

/// The part of them that a division must exceed.
const BEYOND_CHANCE: f64 = 0.95;

/// The most draws spent on the fillings of hidden cells: a fraction of a second.
const MOST_DRAWS: usize = 2_000_000;

/// What divides people more. Compared is M - E[M], so that many small units gain nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Divided {
    /// The area says more than the level, and more than chance would.
    MoreByArea,
    /// The level says more than the area, and more than chance would.
    MoreByLevel,
    /// Neither can be told from chance.
    NeitherBeyondChance,
    /// One can be told from chance, but the other has the larger excess, or both have the same:
    /// which of them divides people more cannot be told.
    CannotBeTold,
}

impl Divided {
    const ALL: [Divided; 4] = [
        Divided::MoreByArea,
        Divided::MoreByLevel,
        Divided::NeitherBeyondChance,
        Divided::CannotBeTold,
    ];
}

/// What divides people more, and the chance it was judged by.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    pub conclusion: Conclusion<Divided>,
    /// What [`ALLOCATIONS`] were drawn from.
    pub seed: u64,
}

impl Division {
    /// Draws allocations with the same sizes and compares. With hidden cells every filling is
    /// judged; with too many for that, it is undetermined.
    ///
    /// # Errors
    /// When nothing can be crossed, see [`NoCrossing`].
    pub fn of(
        table: &WorkforceTable,
        focus: Focus,
        method: &Method,
        seed: u64,
    ) -> Result<Division, NoCrossing> {
        let cells = Cells::of(table, focus)?;
        let too_many_not_stated = {
            let whole = States::of(&cells.fillings, Scope::WholeOrganisation);
            whole.not_stated_missing || whole.not_stated_exceeds(method.not_stated_limit)
        };
        let found = possible(&cells, seed)?;
        let conclusion = match found {
            Found::Certain(divided) if !too_many_not_stated => Conclusion::Certain(divided),
            Found::Certain(divided) => {
                Conclusion::Undetermined { possible: vec![divided], why: Why::OriginNotStated }
            }
            Found::Possible(all) if !too_many_not_stated => Conclusion::from_possible(all),
            Found::Possible(all) => {
                Conclusion::Undetermined { possible: all, why: Why::OriginNotStated }
            }
        };
        Ok(Division { conclusion, seed })
    }
}

enum Found {
    Certain(Divided),
    Possible(Vec<Divided>),
}

fn possible(cells: &Cells, seed: u64) -> Result<Found, NoCrossing> {
    let Some(joint) = cells.joint() else { return Ok(Found::Possible(Divided::ALL.to_vec())) };
    let draws = joint.combinations.saturating_mul(cells.units()).saturating_mul(ALLOCATIONS);
    if joint.combinations > 1 && draws > MOST_DRAWS {
        return Ok(Found::Possible(Divided::ALL.to_vec()));
    }
    let mut found = [false; Divided::ALL.len()];
    let mut undefined = None;
    joint.for_each(|counts| match judge(&cells.margins(counts), seed) {
        Some(divided) => found[divided as usize] = true,
        None => undefined = nobody(counts),
    });
    if let Some(reason) = undefined {
        return Err(reason);
    }
    let all: Vec<Divided> =
        Divided::ALL.into_iter().filter(|divided| found[*divided as usize]).collect();
    match all.as_slice() {
        [] => Err(NoCrossing::Missing),
        [only] if joint.combinations == 1 => Ok(Found::Certain(*only)),
        _ => Ok(Found::Possible(all)),
    }
}

/// `None` when a group is empty.
fn judge(margins: &Margins, seed: u64) -> Option<Divided> {
    let by = |units: &[[u64; 2]]| {
        let [found, expected] = pair(units)?;
        let (focus, other) = groups(units);
        // The same stream for every filling, so that nothing depends on their order.
        let drawn = drawn_information(&focus, &other, ALLOCATIONS, &mut Random::seeded(seed))?;
        let limit = quantile(drawn, BEYOND_CHANCE)?;
        Some((found - expected, found > limit + ROUNDING))
    };
    let (area, is_area_beyond) = by(&margins.areas)?;
    let (level, is_level_beyond) = by(&margins.levels)?;
    Some(match (is_area_beyond, is_level_beyond) {
        (false, false) => Divided::NeitherBeyondChance,
        (true, _) if area > level + ROUNDING => Divided::MoreByArea,
        (_, true) if level > area + ROUNDING => Divided::MoreByLevel,
        _ => Divided::CannotBeTold,
    })
}

/// Two ways of adding up the same nats differ by less.
const ROUNDING: f64 = 1e-12;
