//! The measures a pledge can name: what helps, how well that is known, and what the law says.
//!
//! The entries stand in data/measures.json and become constants while building. Absent: which
//! measure answers which finding; any measure that would choose people by origin or ask for it.

use crate::benchmark::Bilingual;

include!(concat!(env!("OUT_DIR"), "/measures.rs"));

/// What a measure can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// Too few from the city on the entry level.
    Entry,
    /// On the levels between entry and top.
    Mid,
    /// On the top level.
    Leadership,
    /// People leave.
    Retention,
    /// People are divided by where they work.
    Area,
    /// Whatever the gap.
    All,
    /// The public debate (commitment 2).
    Debate,
    /// The city outside the organisation (commitment 3).
    City,
}

/// How strong the evidence for an effect is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    Strong,
    Moderate,
    Mixed,
    Limited,
    /// The evidence speaks against it: shown as advised against, never suggested.
    Avoid,
}

/// How well the evidence itself is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Read in a primary or official source.
    A,
    /// Read in a secondary source.
    B,
    /// No source was opened: shown as "practice, effect not documented", whatever the evidence
    /// is said to be.
    C,
}

/// How much it takes to begin. Our own estimate, not a finding: nobody has measured it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effort {
    /// A decision, and a few hours of people who are there.
    Small,
    /// Hours set aside by several, over months.
    Moderate,
    /// A budget, places or posts.
    Large,
}

/// Something an organisation can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Stable, `M01` to `M28`.
    pub id: &'static str,
    pub gaps: &'static [Gap],
    /// The charter's commitments it serves, 1 to 3.
    pub commitments: &'static [u8],
    pub evidence: Evidence,
    pub confidence: Confidence,
    pub effort: Effort,
    /// Where the evidence was read; absent with confidence C.
    pub source_url: Option<&'static str>,
    pub name: Bilingual,
    /// The evidence in words.
    pub effect: Bilingual,
    /// What to heed under Danish law.
    pub legal_note: Bilingual,
    /// What to count.
    pub indicator: Bilingual,
    pub first_step: Bilingual,
    /// Who usually owns it; a suggestion.
    pub owner_role: Bilingual,
}

impl Measure {
    /// Whether a source documents its effect; otherwise it is practice.
    pub fn is_documented(&self) -> bool {
        self.confidence != Confidence::C
    }
}

/// Every measure, in the order of its identifiers.
pub fn catalogue() -> &'static [Measure] {
    &MEASURES
}

/// The measure with this identifier, for example `M01`.
pub fn by_id(id: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.id == id)
}
