//! What the words mean: Statistics Denmark's origin groups, in plain words.
//!
//! Absent: the groups as the program counts them ([`crate::workforce::Origin`]).

use super::{Bilingual, Licence, Source};
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/definitions.rs"));

/// One word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The group's stable identifier where the word is a group, for example `descendant`.
    pub id: &'static str,
    pub term: Bilingual,
    pub meaning: Bilingual,
}

/// The definitions, their limits, and where they come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Definitions {
    pub entries: &'static [Definition],
    /// What the definitions do not say.
    pub caveats: &'static [Bilingual],
    /// The wording is a paraphrase of this source.
    pub source: Source,
}

/// The official meaning of the origin groups.
pub fn definitions() -> &'static Definitions {
    &DEFINITIONS
}
