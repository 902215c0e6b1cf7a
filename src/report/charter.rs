//! Copenhagen's Diversity Charter: which passages are quoted and how certain each wording is.
//!
//! Danish is authoritative; no official English text is known, so English is a translation and
//! is marked as one. Absent: the wordings themselves, which stand in `locales/*/charter.toml`
//! and may not be rewritten.

use crate::pledge::Commitment;
use crate::text::{Lang, charter};

/// One of the charter's three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    Difference,
    Opportunity,
    Citizenship,
}

impl Value {
    pub const ALL: [Value; 3] = [Value::Difference, Value::Opportunity, Value::Citizenship];
}

/// A part of the charter that is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Passage {
    /// The line above the commitments, "As a signatory of ...".
    Opening,
    Value(Value),
    Commitment(Commitment),
}

/// How sure it is that a wording is the charter's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Read in a primary or official source; shown as fact.
    Official(Reading),
    /// Read in a secondary source; shown with the source named.
    Secondary(Reading),
    /// Translated for this product; shown as "our translation".
    Translation,
}

/// Where a wording was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// City of Copenhagen, June 2013, at integrationsviden.dk: values and commitments.
    City2013,
    /// The charter's status of 15 December 2011, at kunstoginterkultur.dk: the opening.
    Status2011,
    /// Council of Europe, Intercultural Cities newsletter 13: English of two values.
    CouncilOfEurope,
}

impl Reading {
    pub const ALL: [Reading; 3] =
        [Reading::City2013, Reading::Status2011, Reading::CouncilOfEurope];

    /// Publisher, title, date and site, in words.
    pub fn citation(self, lang: Lang) -> &'static str {
        match self {
            Reading::City2013 => charter::source_city_2013(lang),
            Reading::Status2011 => charter::source_status_2011(lang),
            Reading::CouncilOfEurope => charter::source_council_of_europe(lang),
        }
    }
}

impl Passage {
    /// Every passage in the charter's order.
    pub const ALL: [Passage; 7] = [
        Passage::Value(Value::Difference),
        Passage::Value(Value::Opportunity),
        Passage::Value(Value::Citizenship),
        Passage::Opening,
        Passage::Commitment(Commitment::Practice),
        Passage::Commitment(Commitment::Debate),
        Passage::Commitment(Commitment::City),
    ];

    /// The wording; Danish is authoritative.
    pub fn wording(self, lang: Lang) -> &'static str {
        match self {
            Passage::Opening => charter::opening(lang),
            Passage::Value(Value::Difference) => charter::value_difference(lang),
            Passage::Value(Value::Opportunity) => charter::value_opportunity(lang),
            Passage::Value(Value::Citizenship) => charter::value_citizenship(lang),
            Passage::Commitment(Commitment::Practice) => charter::commitment_practice(lang),
            Passage::Commitment(Commitment::Debate) => charter::commitment_debate(lang),
            Passage::Commitment(Commitment::City) => charter::commitment_city(lang),
        }
    }

    /// How sure the wording in this language is.
    pub fn certainty(self, lang: Lang) -> Certainty {
        match (lang, self) {
            (Lang::Da, Passage::Opening) => Certainty::Secondary(Reading::Status2011),
            (Lang::Da, _) => Certainty::Official(Reading::City2013),
            (Lang::En, Passage::Value(Value::Opportunity | Value::Citizenship)) => {
                Certainty::Secondary(Reading::CouncilOfEurope)
            }
            (Lang::En, _) => Certainty::Translation,
        }
    }
}

impl Certainty {
    /// The remark that belongs beside a wording of this certainty.
    pub fn remark(self, lang: Lang) -> String {
        match self {
            Certainty::Official(_) => charter::certainty_official(lang).to_owned(),
            Certainty::Secondary(reading) => {
                charter::certainty_secondary(lang, reading.citation(lang))
            }
            Certainty::Translation => charter::certainty_translation(lang).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_is_never_a_translation() {
        for passage in Passage::ALL {
            assert_ne!(passage.certainty(Lang::Da), Certainty::Translation, "{passage:?}");
        }
    }

    #[test]
    fn the_english_commitments_are_marked_as_translated() {
        for commitment in Commitment::ALL {
            let certainty = Passage::Commitment(commitment).certainty(Lang::En);
            assert_eq!(certainty, Certainty::Translation);
            assert_eq!(certainty.remark(Lang::En), "Our translation");
        }
    }

    #[test]
    fn a_secondary_source_is_named_beside_its_wording() {
        let remark = Passage::Opening.certainty(Lang::Da).remark(Lang::Da);
        assert!(remark.contains("kunstoginterkultur.dk"), "{remark}");
    }

    #[test]
    fn commitments_are_numbered_as_in_the_charter() {
        for commitment in Commitment::ALL {
            assert_eq!(Commitment::from_number(commitment.number()), Some(commitment));
        }
        assert_eq!(Commitment::from_number(4), None);
    }
}
