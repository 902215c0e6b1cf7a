//! The stable words that files use for values without words of their own.
//!
//! The same in every format and version, so that programs can rely on them; they are listed in the
//! published schemas. Absent: words for people (`crate::text`), words that one format has alone.

use crate::workforce::{DataQuality, Grouping, OutsourcedWork, Sector};

pub const SECTORS: [(Sector, &str); 2] = [(Sector::Private, "private"), (Sector::Public, "public")];

pub const QUALITIES: [(DataQuality, &str); 3] = [
    (DataQuality::OfficialTable, "official_table"),
    (DataQuality::IndependentSurvey, "independent_survey"),
    (DataQuality::Estimate, "estimate"),
];

pub const OUTSOURCED: [(OutsourcedWork, &str); 4] = [
    (OutsourcedWork::NotAnswered, "not_answered"),
    (OutsourcedWork::None, "none"),
    (OutsourcedWork::Included, "included"),
    (OutsourcedWork::LeftOut, "left_out"),
];

pub const GROUPINGS: [(Grouping, &str); 4] = [
    (Grouping::Two, "two"),
    (Grouping::ThreeByRegion, "three_by_region"),
    (Grouping::ThreeByGeneration, "three_by_generation"),
    (Grouping::Five, "five"),
];

/// The word for a value; empty for one that the list does not have.
pub fn word<T: PartialEq>(words: &[(T, &'static str)], value: T) -> &'static str {
    words.iter().find(|(known, _)| *known == value).map_or("", |(_, word)| word)
}

/// The value of a word; `None` for one that the list does not have.
pub fn meaning<T: Copy>(words: &[(T, &str)], word: &str) -> Option<T> {
    words.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}
