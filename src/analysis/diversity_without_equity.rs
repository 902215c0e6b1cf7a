//! The seed pattern: in line with the city as a whole, concentrated at entry, thin above
//! (methods, section 3). Danish: "Mangfoldighed, men skævt fordelt".
//!
//! Here is [`DiversityWithoutEquity`]. Absent: the statistics it rests on ([`super::level_equity`]).

use super::conclusion::Conclusion;

/// How strongly the figures show the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// The shape is not there.
    Absent,
    /// The shape is there, but chance could explain it.
    CannotBeTold,
    /// The shape, and one of the two signs beyond chance.
    Likely,
    /// The shape and both signs.
    Clear,
}

impl Strength {
    pub const ALL: [Strength; 4] =
        [Strength::Absent, Strength::CannotBeTold, Strength::Likely, Strength::Clear];
}

/// Which conditions hold. The first three are the shape; the last two the signs beyond chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// The whole organisation's representation ratio is not under the method's limit.
    pub whole_not_below: bool,
    /// The entry level is large enough and its quotient is a concentration.
    pub concentrated_at_entry: bool,
    /// The probability of superiority is under one half.
    pub standing_lower: bool,
    /// Its test is beyond chance.
    pub beyond_chance: bool,
    /// The lowest level above entry whose verdict is [`super::Verdict::Below`].
    pub first_level_below: Option<usize>,
}

impl Evidence {
    /// The strength these conditions add up to.
    pub fn strength(self) -> Strength {
        let shape = self.whole_not_below && self.concentrated_at_entry && self.standing_lower;
        match (shape, self.beyond_chance, self.first_level_below.is_some()) {
            (false, ..) => Strength::Absent,
            (true, false, false) => Strength::CannotBeTold,
            (true, true, true) => Strength::Clear,
            (true, ..) => Strength::Likely,
        }
    }
}

/// Whether an organisation mirrors the city as a whole but not at every level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiversityWithoutEquity {
    pub conclusion: Conclusion<Strength>,
    /// Which conditions hold; `None` when hidden cells leave some of them open.
    pub evidence: Option<Evidence>,
}
