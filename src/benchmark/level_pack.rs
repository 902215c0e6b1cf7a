//! Published shares by job level: context beside an organisation's own levels.
//!
//! Absent: any way to use them as a yardstick. Their three levels differ from the
//! organisation's, so they are never its benchmark (methods, section 11). Read next:
//! [`super::lookalikes`].

use super::{Bilingual, Confidence, GroupShare, Period, Place, Population, Share, Source};
use super::{catalogue, focus_share};
use crate::workforce::Focus;

/// The employee levels that table 2.9 of "Indvandrere i Danmark 2013" tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EmployeeLevel {
    /// "Topledere".
    TopManagers,
    /// "Lønmodtagere på højeste niveau"; corresponds to DISCO 2.
    HighestLevel,
    /// Middle, basic, other and unspecified levels together.
    OtherEmployees,
}

/// The people on one level, by origin group.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelFigures {
    /// Everybody on the level.
    pub people: u64,
    /// A partition of them, with counts.
    pub groups: &'static [GroupShare],
}

impl LevelFigures {
    /// The focus group's share of the level; undefined when the focus group is finer than the
    /// figures.
    ///
    /// Of the top managers of January 2012, 0.0347 are immigrants or descendants
    /// (3,391 of 97,759).
    pub fn share(&self, focus: Focus) -> Option<Share> {
        focus_share(self.groups, Some(self.people), focus)
    }
}

/// Shares by job level in one population at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelPack {
    pub id: &'static str,
    pub place: Place,
    pub population: Population,
    pub period: Period,
    /// From the top down.
    pub levels: &'static [(EmployeeLevel, LevelFigures)],
    /// All levels together.
    pub all: LevelFigures,
    pub source: Source,
    pub confidence: Confidence,
    pub notes: &'static [Bilingual],
}

/// Every built-in pack by level: employees aged 16-64 in Denmark, January 2012.
pub fn level_packs() -> &'static [LevelPack] {
    catalogue::packs_by_level()
}
