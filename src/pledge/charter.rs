//! The three commitments of Copenhagen's Diversity Charter, by which a pledge is ordered.
//!
//! Absent: the charter's wording (`report::charter`) and anything this product adds to it:
//! numbers, owners and dates ([`super::suggest`](mod@super::suggest)).

/// One of the charter's three commitments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Commitment {
    /// Diversity as a practice in one's own organisation. Numbers and most measures stand here.
    Practice,
    /// Diversity seen as an asset in the public debate.
    Debate,
    /// Initiatives for diversity and inclusion and against discrimination in Copenhagen.
    City,
}

impl Commitment {
    pub const ALL: [Commitment; 3] = [Commitment::Practice, Commitment::Debate, Commitment::City];

    /// Its number in the charter, 1 to 3.
    pub fn number(self) -> u8 {
        match self {
            Commitment::Practice => 1,
            Commitment::Debate => 2,
            Commitment::City => 3,
        }
    }

    /// The commitment with this number in the charter.
    pub fn from_number(number: u8) -> Option<Commitment> {
        Commitment::ALL.into_iter().find(|commitment| commitment.number() == number)
    }
}
