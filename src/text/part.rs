//! Names of levels, areas and columns in the reader's language.

use super::{Lang, parts};
use crate::session::{GridColumn, Name, Part, PresetLevel};
use crate::workforce::{Column, Origin};

/// The name of a level or an area: the user's own, or the preset one in this language.
pub fn part_name(lang: Lang, part: Part, name: &Name) -> String {
    match (name, part) {
        (Name::Own(own), _) => own.clone(),
        (Name::Preset(preset), _) => preset_level(lang, *preset).to_owned(),
        (Name::Numbered(number), Part::Level) => parts::level_numbered(lang, &number.to_string()),
        (Name::Numbered(number), Part::Area) => parts::area_numbered(lang, &number.to_string()),
    }
}

fn preset_level(lang: Lang, preset: PresetLevel) -> &'static str {
    match preset {
        PresetLevel::Elementary => parts::level_elementary(lang),
        PresetLevel::SkilledAndClerical => parts::level_skilled_and_clerical(lang),
        PresetLevel::AssociateProfessionals => parts::level_associate_professionals(lang),
        PresetLevel::Professionals => parts::level_professionals(lang),
        PresetLevel::Management => parts::level_management(lang),
    }
}

/// The name of an origin group as a column heading.
pub fn group_name(lang: Lang, group: Origin) -> &'static str {
    match group {
        Origin::Danish => parts::group_danish_origin(lang),
        Origin::ImmigrantWestern => parts::group_immigrant_western(lang),
        Origin::ImmigrantNonWestern => parts::group_immigrant_non_western(lang),
        Origin::DescendantWestern => parts::group_descendant_western(lang),
        Origin::DescendantNonWestern => parts::group_descendant_non_western(lang),
        Origin::ImmigrantOrDescendant => parts::group_immigrant_or_descendant(lang),
        Origin::Immigrant => parts::group_immigrant(lang),
        Origin::Descendant => parts::group_descendant(lang),
        Origin::Western => parts::group_western(lang),
        Origin::NonWestern => parts::group_non_western(lang),
    }
}

/// The name of a column of the grid.
pub fn column_name(lang: Lang, column: GridColumn) -> &'static str {
    match column {
        GridColumn::Count(Column::Group(group)) => group_name(lang, group),
        GridColumn::Count(Column::OriginNotStated) => parts::group_not_stated(lang),
        GridColumn::GivenTotal => parts::group_total(lang),
    }
}
