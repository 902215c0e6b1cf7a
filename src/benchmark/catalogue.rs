//! The built-in packs: every usable published figure, as constants made from
//! data/benchmarks.json while building. data/README.md says what was left out and why.
//!
//! Absent: parsing at run time. Read next: [`super::level_packs`], the context figures.

use super::{
    Benchmark, Bilingual, Confidence, EmployeeLevel, GroupShare, Kind, LevelFigures, LevelPack,
    Licence, Period, Place, Population, Source, Status,
};
use crate::workforce::{Focus, Origin, Share};
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/benchmarks.rs"));

const fn share(part: u64, whole: u64) -> Share {
    Share::of(part, whole).expect("the build script checked that the part fits the whole")
}

/// Every pack, in the order of a choice list: Copenhagen first, then ever wider places; within
/// a place residents of all ages before narrower populations, the newest date first.
pub fn all() -> impl Iterator<Item = Benchmark> {
    PACKS.iter().cloned()
}

/// The pack with this identifier, for example `cph-2026-01`.
pub fn by_id(id: &str) -> Option<Benchmark> {
    PACKS.iter().find(|pack| pack.id == id).cloned()
}

/// What a workforce is compared with unless somebody chooses otherwise: Copenhagen
/// Municipality, all ages, 1 January 2026, 28.91 % immigrants and descendants.
pub fn default_benchmark() -> Benchmark {
    DEFAULT.clone()
}

/// The newest figures of a labour market in which the focus group can be told apart; `None` when
/// there are none. For immigrants and descendants: Denmark, employed, November 2023.
pub fn labour_market(focus: Focus) -> Option<Benchmark> {
    let known = |pack: &&Benchmark| pack.kind == Kind::LabourMarket && pack.share(focus).is_some();
    PACKS.iter().filter(known).max_by_key(|pack| pack.period).cloned()
}

/// The share of immigrants and descendants among residents of all ages, oldest first, with the
/// pack each figure stands in.
///
/// Only figures of a stated day that were read at the publisher or in a machine extract: a
/// secondary text would put a kink into the line. For Copenhagen 17 dates, from
/// 20.38 % on 1 January 2008 to 28.87 % on 1 July 2026. Nothing is interpolated.
pub fn series(place: &Place) -> Vec<(Period, Share, &'static str)> {
    let mut dates: Vec<_> = PACKS
        .iter()
        .filter(|pack| pack.place == *place && pack.population == Population::AllAges)
        .filter(|pack| pack.period.day.is_some() && !pack.source.is_secondary)
        .filter_map(|pack| match &pack.id {
            Cow::Borrowed(id) => Some((pack.period, pack.share(Focus::default())?, *id)),
            Cow::Owned(_) => None,
        })
        .collect();
    dates.sort_by_key(|(period, ..)| *period);
    dates
}

pub(super) fn packs_by_level() -> &'static [LevelPack] {
    &LEVEL_PACKS
}
