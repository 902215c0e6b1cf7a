//! The words that a reading alone has for kinds of things, and the name of a level.

use crate::exchange::reading::{Form, LevelName, Meaning, Reason, Topic};
use crate::session::PresetLevel;
use serde::{Deserialize, Serialize};

pub const REASONS: [(Reason, &str); 21] = [
    (Reason::Empty, "empty"),
    (Reason::Binary, "binary"),
    (Reason::WrongKind, "wrong_kind"),
    (Reason::Encrypted, "encrypted"),
    (Reason::Damaged, "damaged"),
    (Reason::TooManyBytes, "too_many_bytes"),
    (Reason::TooManyRows, "too_many_rows"),
    (Reason::TooMuchContent, "too_much_content"),
    (Reason::PersonLevel, "person_level"),
    (Reason::Percentages, "percentages"),
    (Reason::Fractions, "fractions"),
    (Reason::Negative, "negative"),
    (Reason::TooLarge, "too_large"),
    (Reason::NotOrigin, "not_origin"),
    (Reason::OneSex, "one_sex"),
    (Reason::NoGroups, "no_groups"),
    (Reason::NotATable, "not_a_table"),
    (Reason::TooManyLevels, "too_many_levels"),
    (Reason::TooManyAreas, "too_many_areas"),
    (Reason::IsABenchmark, "is_a_benchmark"),
    (Reason::IsAProject, "is_a_project"),
];

pub const TOPICS: [(Topic, &str); 8] = [
    (Topic::WhichTable, "which_table"),
    (Topic::Thousands, "thousands"),
    (Topic::Dash, "dash"),
    (Topic::Period, "period"),
    (Topic::RepeatedCell, "repeated_cell"),
    (Topic::LevelOrder, "level_order"),
    (Topic::LevelMapping, "level_mapping"),
    (Topic::ColumnRole, "column_role"),
];

pub const FORMS: [(Form, &str); 2] = [(Form::One, "one"), (Form::Order, "order")];

pub const MEANINGS: [(Meaning, &str); 7] = [
    (Meaning::Thousands, "thousands"),
    (Meaning::Decimals, "decimals"),
    (Meaning::Nobody, "nobody"),
    (Meaning::NotKnown, "not_known"),
    (Meaning::SpreadLevels, "spread_levels"),
    (Meaning::LeaveOutLevels, "leave_out_levels"),
    (Meaning::Hidden, "hidden"),
];

/// A level as the file writes it.
#[derive(Clone, Serialize, Deserialize)]
pub struct WireLevel {
    name: String,
    preset: Option<String>,
}

impl WireLevel {
    pub fn of(level: &LevelName) -> WireLevel {
        let preset = level.preset.map(|preset| preset.id().to_owned());
        WireLevel { name: level.name.clone(), preset }
    }

    pub fn level(self) -> LevelName {
        let preset = self.preset.as_deref().and_then(PresetLevel::from_id);
        LevelName { name: self.name, preset }
    }
}
