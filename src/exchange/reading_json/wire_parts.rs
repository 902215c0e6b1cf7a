//! The stored shape of roles, problems and notes.

use super::names::WireLevel;
use super::wire::WireAt;
use crate::exchange::reading::{
    FilePart, LevelName, Note, Role, SheetProblem, SheetProblemKind, Understood,
};
use crate::session::PresetLevel;
use crate::text::{self, Lang};
use crate::workforce::Origin;
use serde::{Deserialize, Serialize};

/// A part of the file: a sheet alone, or with a column or a row.
#[derive(Clone, Serialize, Deserialize)]
pub struct WirePart {
    sheet: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    row: Option<u32>,
}

impl WirePart {
    pub fn of(part: FilePart) -> WirePart {
        match part {
            FilePart::Sheet { sheet } => WirePart { sheet, column: None, row: None },
            FilePart::Column { sheet, column } => {
                WirePart { sheet, column: Some(column), row: None }
            }
            FilePart::Row { sheet, row } => WirePart { sheet, column: None, row: Some(row) },
        }
    }

    pub fn part(&self) -> FilePart {
        let sheet = self.sheet;
        match (self.column, self.row) {
            (Some(column), _) => FilePart::Column { sheet, column },
            (None, Some(row)) => FilePart::Row { sheet, row },
            (None, None) => FilePart::Sheet { sheet },
        }
    }
}

/// What a part stands for: a kind and what it needs.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct WireRole {
    is: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Only a level has one, and one of no preset says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    preset: Option<Option<String>>,
}

const GROUP: &str = "group";
const LEVEL: &str = "level";
const AREA: &str = "area";
/// Roles that need nothing but their name.
const PLAIN: [(Role, &str); 12] = [
    (Role::OriginNotStated, "origin_not_stated"),
    (Role::Total, "total"),
    (Role::Subset, "subset"),
    (Role::LevelNames, "level_names"),
    (Role::AreaNames, "area_names"),
    (Role::GroupNames, "group_names"),
    (Role::SexNames, "sex_names"),
    (Role::Periods, "periods"),
    (Role::Counts, "counts"),
    (Role::LevelNotStated, "level_not_stated"),
    (Role::AreaNotStated, "area_not_stated"),
    (Role::Ignored, "ignored"),
];

impl WireRole {
    pub fn of(role: &Role) -> WireRole {
        let is = |kind: &str| WireRole { is: kind.to_owned(), ..WireRole::default() };
        match role {
            Role::Group(group) => WireRole { group: Some(group.id().to_owned()), ..is(GROUP) },
            Role::Level(LevelName { name, preset }) => WireRole {
                name: Some(name.clone()),
                preset: Some(preset.map(|preset| preset.id().to_owned())),
                ..is(LEVEL)
            },
            Role::Area(name) => WireRole { name: Some(name.clone()), ..is(AREA) },
            plain => {
                let found = PLAIN.iter().find(|(known, _)| known == plain);
                is(found.map_or("", |(_, word)| word))
            }
        }
    }

    pub fn role(self) -> Option<Role> {
        match self.is.as_str() {
            GROUP => Origin::from_id(&self.group?).map(Role::Group),
            LEVEL => {
                let preset = self.preset.flatten().as_deref().and_then(PresetLevel::from_id);
                Some(Role::Level(LevelName { name: self.name?, preset }))
            }
            AREA => self.name.map(Role::Area),
            plain => PLAIN.iter().find(|(_, word)| *word == plain).map(|(role, _)| role.clone()),
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
pub struct WireUnderstood {
    part: WirePart,
    words: String,
    role: WireRole,
}

impl WireUnderstood {
    pub fn of(known: &Understood) -> WireUnderstood {
        WireUnderstood {
            part: WirePart::of(known.part),
            words: known.words.clone(),
            role: WireRole::of(&known.role),
        }
    }

    pub fn understood(self) -> Option<Understood> {
        Some(Understood { part: self.part.part(), words: self.words, role: self.role.role()? })
    }
}

#[derive(Clone, Serialize, Deserialize)]
pub struct WireProblem {
    kind: String,
    at: WireAt,
    found: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    given: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sum: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    whole: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
}

impl WireProblem {
    pub fn of(problem: &SheetProblem, sheets: &[String], lang: Option<Lang>) -> WireProblem {
        let (mut given, mut sum, mut least, mut whole) = (None, None, None, None);
        let kind = match problem.kind {
            SheetProblemKind::TotalDisagrees { given: is, sum: of } => {
                (given, sum) = (Some(is), Some(of));
                "total_disagrees"
            }
            SheetProblemKind::TotalTooSmall { given: is, least: of } => {
                (given, least) = (Some(is), Some(of));
                "total_too_small"
            }
            SheetProblemKind::SubsetTooLarge { given: is, whole: of } => {
                (given, whole) = (Some(is), Some(of));
                "subset_too_large"
            }
            SheetProblemKind::NotACount => "not_a_count",
            SheetProblemKind::TooLarge => "too_large",
            SheetProblemKind::RangeBackwards => "range_backwards",
            SheetProblemKind::RepeatedSame => "repeated_same",
        };
        let message = lang.map(|lang| text::reading::problem(lang, problem));
        let remedy = lang.map(|lang| text::reading::problem_remedy(lang, &problem.kind).to_owned());
        let at = WireAt::of(problem.at, sheets);
        let found = problem.found.clone();
        WireProblem { kind: kind.to_owned(), at, found, given, sum, least, whole, message, remedy }
    }

    pub fn problem(self) -> Option<SheetProblem> {
        let kind = match self.kind.as_str() {
            "total_disagrees" => {
                SheetProblemKind::TotalDisagrees { given: self.given?, sum: self.sum? }
            }
            "total_too_small" => {
                SheetProblemKind::TotalTooSmall { given: self.given?, least: self.least? }
            }
            "subset_too_large" => {
                SheetProblemKind::SubsetTooLarge { given: self.given?, whole: self.whole? }
            }
            "not_a_count" => SheetProblemKind::NotACount,
            "too_large" => SheetProblemKind::TooLarge,
            "range_backwards" => SheetProblemKind::RangeBackwards,
            "repeated_same" => SheetProblemKind::RepeatedSame,
            _ => return None,
        };
        Some(SheetProblem { kind, at: self.at.at(), found: self.found })
    }
}

#[derive(Clone, Default, Serialize, Deserialize)]
pub struct WireNote {
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<WireAt>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sign: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    low: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    high: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sheet: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<WireLevel>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    names: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

impl WireNote {
    pub fn of(note: &Note, sheets: &[String], lang: Option<Lang>) -> WireNote {
        let message = lang.map(|lang| text::reading::note(lang, sheets, note));
        let is = |kind: &str| WireNote { kind: kind.to_owned(), message, ..WireNote::default() };
        match note {
            Note::SexesSummed { at } => {
                WireNote { at: Some(WireAt::of(*at, sheets)), ..is("sexes_summed") }
            }
            Note::TotalChecked { at } => {
                WireNote { at: Some(WireAt::of(*at, sheets)), ..is("total_checked") }
            }
            Note::SubsetLeftOut { at } => {
                WireNote { at: Some(WireAt::of(*at, sheets)), ..is("subset_left_out") }
            }
            Note::PercentagesResolved { at } => {
                WireNote { at: Some(WireAt::of(*at, sheets)), ..is("percentages_resolved") }
            }
            Note::DiscoGroupsMapped => is("disco_groups_mapped"),
            Note::HiddenSign { sign, low, high, at } => WireNote {
                sign: Some(sign.clone()),
                low: Some(*low),
                high: Some(*high),
                at: Some(WireAt::of(*at, sheets)),
                ..is("hidden_sign")
            },
            Note::HiddenLimitUnclear { at } => {
                WireNote { at: Some(WireAt::of(*at, sheets)), ..is("hidden_limit_unclear") }
            }
            Note::TableLeftOut { at } => {
                WireNote { at: Some(WireAt::of(*at, sheets)), ..is("table_left_out") }
            }
            Note::RestFromTotal { at } => {
                WireNote { at: Some(WireAt::of(*at, sheets)), ..is("rest_from_total") }
            }
            Note::LevelsMerged { level, names } => WireNote {
                level: Some(WireLevel::of(level)),
                names: Some(names.clone()),
                ..is("levels_merged")
            },
            Note::PeriodTaken { period } => {
                WireNote { period: Some(period.clone()), ..is("period_taken") }
            }
            Note::SheetLeftOut { sheet } => {
                WireNote { sheet: Some(*sheet), ..is("sheet_left_out") }
            }
        }
    }

    pub fn note(self) -> Option<Note> {
        let at = self.at.as_ref().map(WireAt::at);
        Some(match self.kind.as_str() {
            "sexes_summed" => Note::SexesSummed { at: at? },
            "total_checked" => Note::TotalChecked { at: at? },
            "subset_left_out" => Note::SubsetLeftOut { at: at? },
            "percentages_resolved" => Note::PercentagesResolved { at: at? },
            "disco_groups_mapped" => Note::DiscoGroupsMapped,
            "hidden_sign" => {
                Note::HiddenSign { sign: self.sign?, low: self.low?, high: self.high?, at: at? }
            }
            "hidden_limit_unclear" => Note::HiddenLimitUnclear { at: at? },
            "table_left_out" => Note::TableLeftOut { at: at? },
            "rest_from_total" => Note::RestFromTotal { at: at? },
            "levels_merged" => {
                Note::LevelsMerged { level: self.level?.level(), names: self.names? }
            }
            "period_taken" => Note::PeriodTaken { period: self.period? },
            "sheet_left_out" => Note::SheetLeftOut { sheet: self.sheet? },
            _ => return None,
        })
    }
}
