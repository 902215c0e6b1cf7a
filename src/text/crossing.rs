//! Levels and areas together in sentences: what divides people more, on which scale, and whom it
//! counts.
//!
//! Absent: the statistics ([`crate::analysis::crossing`], [`crate::analysis::division`]). Read
//! next: [`super::area_equity`].

use super::standing::{join, range};
use super::{Lang, areas, count, figure, findings, percent, percent_fixed};
use crate::analysis::division::ALLOCATIONS;
use crate::analysis::{
    Conclusion, Crossing, Divided, Division, Information, NoCrossing, Why, hidden,
};

/// What divides people more, with its base and in plain words; or why it cannot be told.
pub fn divided(
    lang: Lang,
    crossing: &Result<Crossing, NoCrossing>,
    division: &Result<Division, NoCrossing>,
) -> String {
    let (crossing, division) = match (crossing, division) {
        (Ok(crossing), Ok(division)) => (crossing, division),
        (Err(reason), _) | (_, Err(reason)) => return why_not(lang, *reason).to_owned(),
    };
    let found = match &division.conclusion {
        Conclusion::Certain(divided) => named(lang, *divided).to_owned(),
        Conclusion::WhateverHidden(divided) => {
            join([named(lang, *divided), findings::result_hidden_settled(lang)].map(str::to_owned))
        }
        Conclusion::Undetermined { why: Why::HiddenCells, .. } => {
            areas::divided_hidden(lang).to_owned()
        }
        Conclusion::Undetermined { why: Why::OriginNotStated, .. } => {
            areas::divided_not_stated(lang).to_owned()
        }
    };
    let people = range(lang, crossing.people);
    let base = people.map(|people| areas::divided_base(lang, &people)).unwrap_or_default();
    join([found, scale(lang, crossing), base])
}

/// By how many allocations, drawn from which seed, chance was judged.
pub fn chance(lang: Lang, division: &Division) -> String {
    areas::divided_chance(lang, &allocations(lang), &division.seed.to_string())
}

/// While they are being drawn.
pub fn waiting(lang: Lang) -> String {
    areas::divided_waiting(lang, &allocations(lang))
}

/// The parts of the crossing, each with its name.
pub fn parts(lang: Lang, crossing: &Crossing) -> [(&'static str, Information); 5] {
    [
        (areas::parts_area(lang), crossing.area),
        (areas::parts_level_within_area(lang), crossing.level_within_area),
        (areas::parts_level(lang), crossing.level),
        (areas::parts_area_within_level(lang), crossing.area_within_level),
        (areas::parts_both(lang), crossing.both),
    ]
}

/// An index for a table: "12,3 %", "4–9 %" where counts are hidden.
pub fn index(lang: Lang, index: hidden::Range) -> String {
    let shown = |index| percent_fixed(lang, index, 1);
    match index.value() {
        Some(value) => shown(value),
        None if !index.exact => areas::parts_at_most(lang, &shown(index.high)),
        None => figure::share_range(lang, &shown(index.low), &shown(index.high)),
    }
}

fn allocations(lang: Lang) -> String {
    count(lang, ALLOCATIONS as u64)
}

fn named(lang: Lang, divided: Divided) -> &'static str {
    match divided {
        Divided::MoreByArea => areas::divided_more_by_area(lang),
        Divided::MoreByLevel => areas::divided_more_by_level(lang),
        Divided::NeitherBeyondChance => areas::divided_neither(lang),
        Divided::CannotBeTold => areas::divided_which(lang),
    }
}

fn why_not(lang: Lang, reason: NoCrossing) -> &'static str {
    match reason {
        NoCrossing::TooFewAreas => areas::too_few_areas(lang),
        NoCrossing::TooFewLevels => areas::too_few_levels(lang),
        NoCrossing::NobodyInFocus | NoCrossing::NobodyElse => areas::one_group(lang),
        NoCrossing::Missing => areas::missing(lang),
    }
}

/// How far apart levels and areas keep the groups; empty where hidden counts leave no bound.
fn scale(lang: Lang, crossing: &Crossing) -> String {
    let Crossing { area, level, .. } = crossing;
    // Less than chance gives is no division.
    let beyond = |part: &Information| part.index_beyond_chance().map(|index| index.max(0.0));
    if let (Some(area), Some(level)) = (beyond(area), beyond(level)) {
        return areas::divided_scale(lang, &percent(lang, level), &percent(lang, area));
    }
    if !area.index.exact {
        return String::new();
    }
    let [level_low, level_high, area_low, area_high] =
        [level.index.low, level.index.high, area.index.low, area.index.high]
            .map(|end| percent(lang, end));
    areas::divided_scale_hidden(lang, &level_low, &level_high, &area_low, &area_high)
}
