//! The figures as version 1 of the project file writes them; version 2 has the same.

use super::ProjectError;
use crate::exchange::names::{GROUPINGS, OUTSOURCED, QUALITIES, SECTORS, meaning, word};
use crate::session::{
    AreaKey, CellKey, Depth, Draft, GridColumn, LevelKey, Name, NamedPart, PartId, PresetLevel,
    RowKey,
};
use crate::workforce::{Grouping, MAX_AREAS, MAX_LEVELS};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub(super) const VERSION: u32 = 1;

/// Identifiers are given out one by one.
const LARGEST_ID: u32 = 1_000_000;

/// No cell a person types is longer.
const LONGEST_TEXT: usize = 10_000;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Figures {
    #[serde(default)]
    organisation: String,
    sector: String,
    data_quality: String,
    outsourced_work: String,
    #[serde(default)]
    reporting_date: String,
    #[serde(default)]
    counting_rule: String,
    benchmark: String,
    grouping: String,
    depth: String,
    levels: Vec<PartV1>,
    areas: Vec<PartV1>,
    #[serde(default)]
    not_stated_rows: bool,
    #[serde(default)]
    example: bool,
    cells: Vec<Cell>,
}

/// A level or an area. Exactly one of `preset`, `number` and `name` is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct PartV1 {
    id: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    preset: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// One typed cell. `level` and `area` are part ids, "all" or "not_stated".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Cell {
    level: Key,
    area: Key,
    column: String,
    text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Part(u32),
    Word(String),
}

const ALL: &str = "all";
const NOT_STATED: &str = "not_stated";

impl Figures {
    pub(super) fn of(draft: &Draft) -> Figures {
        Figures {
            organisation: draft.organisation.clone(),
            sector: word(&SECTORS, draft.sector).to_owned(),
            data_quality: word(&QUALITIES, draft.data_quality).to_owned(),
            outsourced_work: word(&OUTSOURCED, draft.outsourced_work).to_owned(),
            reporting_date: draft.reporting_date.clone(),
            counting_rule: draft.counting_rule.clone(),
            benchmark: draft.benchmark_id.clone(),
            grouping: word(&GROUPINGS, draft.grouping).to_owned(),
            depth: word(&DEPTHS, draft.depth).to_owned(),
            levels: draft.levels.iter().map(PartV1::of).collect(),
            areas: draft.areas.iter().map(PartV1::of).collect(),
            not_stated_rows: draft.not_stated_rows,
            example: draft.is_example,
            cells: draft.cells.iter().map(Cell::of).collect(),
        }
    }

    pub(super) fn draft(self) -> Result<Draft, ProjectError> {
        let figures = self;
        let parts = |parts: Vec<PartV1>, most: usize| -> Result<Vec<NamedPart>, ProjectError> {
            let fits =
                (1..=most).contains(&parts.len()) && parts.iter().all(|part| part.id < LARGEST_ID);
            let parts: Vec<NamedPart> = parts.into_iter().map(PartV1::part).collect();
            let unique = parts
                .iter()
                .enumerate()
                .all(|(index, part)| parts[..index].iter().all(|other| other.id != part.id));
            if fits && unique { Ok(parts) } else { Err(ProjectError::OutOfBounds) }
        };
        let mut draft = Draft {
            organisation: figures.organisation,
            sector: known(&SECTORS, &figures.sector)?,
            data_quality: known(&QUALITIES, &figures.data_quality)?,
            outsourced_work: known(&OUTSOURCED, &figures.outsourced_work)?,
            reporting_date: figures.reporting_date,
            counting_rule: figures.counting_rule,
            benchmark_id: figures.benchmark,
            grouping: known(&GROUPINGS, &figures.grouping)?,
            depth: known(&DEPTHS, &figures.depth)?,
            levels: parts(figures.levels, MAX_LEVELS)?,
            areas: parts(figures.areas, MAX_AREAS)?,
            not_stated_rows: figures.not_stated_rows,
            is_example: figures.example,
            ..Draft::empty()
        };
        draft.cells.clear();
        for cell in figures.cells {
            let (row, column) = cell.key()?;
            if cell.text.len() > LONGEST_TEXT {
                return Err(ProjectError::OutOfBounds);
            }
            draft.set_text(row, column, cell.text);
        }
        Ok(draft)
    }
}

impl PartV1 {
    fn of(part: &NamedPart) -> PartV1 {
        let (preset, number, name) = match &part.name {
            Name::Preset(preset) => (Some(preset.id().to_owned()), None, None),
            Name::Numbered(number) => (None, Some(*number), None),
            Name::Own(name) => (None, None, Some(name.clone())),
        };
        PartV1 { id: part.id.0, preset, number, name }
    }

    fn part(self) -> NamedPart {
        let preset = self.preset.as_deref().and_then(PresetLevel::from_id);
        let name = match (preset, self.number) {
            (Some(preset), _) => Name::Preset(preset),
            (None, Some(number)) => Name::Numbered(number),
            (None, None) => Name::Own(self.name.unwrap_or_default()),
        };
        NamedPart { id: PartId(self.id), name }
    }
}

impl Cell {
    fn of((&(row, column), text): (&CellKey, &Arc<str>)) -> Cell {
        let level = match row.level {
            LevelKey::All => Key::Word(ALL.to_owned()),
            LevelKey::Level(id) => Key::Part(id.0),
            LevelKey::NotStated => Key::Word(NOT_STATED.to_owned()),
        };
        let area = match row.area {
            AreaKey::All => Key::Word(ALL.to_owned()),
            AreaKey::Area(id) => Key::Part(id.0),
            AreaKey::NotStated => Key::Word(NOT_STATED.to_owned()),
        };
        Cell { level, area, column: column.to_owned(), text: (**text).to_owned() }
    }

    fn key(&self) -> Result<(RowKey, GridColumn), ProjectError> {
        let level = match &self.level {
            Key::Part(id) => LevelKey::Level(PartId(*id)),
            Key::Word(word) if word == ALL => LevelKey::All,
            Key::Word(word) if word == NOT_STATED => LevelKey::NotStated,
            Key::Word(_) => return Err(ProjectError::OutOfBounds),
        };
        let area = match &self.area {
            Key::Part(id) => AreaKey::Area(PartId(*id)),
            Key::Word(word) if word == ALL => AreaKey::All,
            Key::Word(word) if word == NOT_STATED => AreaKey::NotStated,
            Key::Word(_) => return Err(ProjectError::OutOfBounds),
        };
        let column = Grouping::ALL
            .into_iter()
            .flat_map(GridColumn::all)
            .find(|column| column.id() == self.column)
            .ok_or(ProjectError::OutOfBounds)?;
        Ok((RowKey { level, area }, column))
    }
}

const DEPTHS: [(Depth, &str); 3] = [
    (Depth::Totals, "totals"),
    (Depth::Levels, "levels"),
    (Depth::LevelsAndAreas, "levels_and_areas"),
];

fn known<T: Copy>(words: &[(T, &str)], word: &str) -> Result<T, ProjectError> {
    meaning(words, word).ok_or(ProjectError::OutOfBounds)
}
