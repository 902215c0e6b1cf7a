//! The figures as typed: raw texts, so that a wrong input is kept and can be corrected.

use crate::benchmark::{self, Benchmark};
use crate::sorted::SortedMap;
use crate::workforce::{Column, DataQuality, Grouping, OutsourcedWork, Sector};
use std::sync::Arc;

/// How finely the figures are divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// One row for the whole organisation.
    Totals,
    #[default]
    Levels,
    LevelsAndAreas,
}

impl Depth {
    pub const ALL: [Depth; 3] = [Depth::Totals, Depth::Levels, Depth::LevelsAndAreas];
}

/// Names a level or an area for as long as it exists, wherever it is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(pub u32);

/// One of the five levels of the default ladder, or of the shipped example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PresetLevel {
    Elementary,
    SkilledAndClerical,
    AssociateProfessionals,
    Professionals,
    Management,
}

impl PresetLevel {
    /// From entry to top (DISCO-08 major group 9; 4 to 8; 3; 2; 1).
    pub const LADDER: [PresetLevel; 5] = [
        PresetLevel::Elementary,
        PresetLevel::SkilledAndClerical,
        PresetLevel::AssociateProfessionals,
        PresetLevel::Professionals,
        PresetLevel::Management,
    ];

    /// The stable identifier used in files.
    pub fn id(self) -> &'static str {
        match self {
            PresetLevel::Elementary => "elementary",
            PresetLevel::SkilledAndClerical => "skilled_and_clerical",
            PresetLevel::AssociateProfessionals => "associate_professionals",
            PresetLevel::Professionals => "professionals",
            PresetLevel::Management => "management",
        }
    }

    pub fn from_id(id: &str) -> Option<PresetLevel> {
        PresetLevel::LADDER.into_iter().find(|preset| preset.id() == id)
    }
}

/// What a level or area is called. Preset and numbered names follow the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    Preset(PresetLevel),
    /// "Niveau 6", "Område 2": a new part that nobody has named yet.
    Numbered(u32),
    Own(String),
}

/// A level or an area of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPart {
    pub id: PartId,
    pub name: Name,
}

/// Which level a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LevelKey {
    All,
    Level(PartId),
    NotStated,
}

/// Which area a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaKey {
    All,
    Area(PartId),
    NotStated,
}

/// A row of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    pub level: LevelKey,
    pub area: AreaKey,
}

/// A column of the grid: a column of the table, or the row's total as somebody gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GridColumn {
    Count(Column),
    GivenTotal,
}

impl GridColumn {
    /// The columns of a grid in their order on screen.
    pub fn all(grouping: Grouping) -> impl Iterator<Item = GridColumn> {
        grouping
            .groups()
            .iter()
            .map(|&group| GridColumn::Count(Column::Group(group)))
            .chain([GridColumn::Count(Column::OriginNotStated), GridColumn::GivenTotal])
    }

    /// The stable identifier used in files and on the page.
    pub fn id(self) -> &'static str {
        match self {
            GridColumn::Count(Column::Group(group)) => group.id(),
            GridColumn::Count(Column::OriginNotStated) => "unknown",
            GridColumn::GivenTotal => "total",
        }
    }
}

/// One cell of the grid. The column by its stable identifier, so that changing the grouping
/// keeps what was typed under the other one.
pub type CellKey = (RowKey, &'static str);

/// Everything the figures screen holds, as typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub organisation: String,
    pub sector: Sector,
    pub data_quality: DataQuality,
    pub outsourced_work: OutsourcedWork,
    /// YYYY-MM-DD as the date field gives it, or whatever was typed.
    pub reporting_date: String,
    /// The organisation's own rule for temps and people on leave.
    pub counting_rule: String,
    pub benchmark_id: String,
    /// One that the user brought along; used while [`Draft::benchmark_id`] is its identifier.
    pub own_benchmark: Option<Box<Benchmark>>,
    pub grouping: Grouping,
    pub depth: Depth,
    /// From entry to top.
    pub levels: Vec<NamedPart>,
    pub areas: Vec<NamedPart>,
    /// Whether rows for people without stated level or area are shown.
    pub not_stated_rows: bool,
    /// Shared with the copies of the draft: each keystroke makes one.
    pub cells: SortedMap<CellKey, Arc<str>>,
    /// Whether these are the shipped example's invented figures.
    pub is_example: bool,
}

impl Draft {
    /// An empty draft with the five default levels and three areas to be named.
    pub fn empty() -> Draft {
        let mut draft = Draft {
            organisation: String::new(),
            sector: Sector::default(),
            data_quality: DataQuality::default(),
            outsourced_work: OutsourcedWork::default(),
            reporting_date: String::new(),
            counting_rule: String::new(),
            benchmark_id: benchmark::default_benchmark().id().to_owned(),
            own_benchmark: None,
            grouping: Grouping::default(),
            depth: Depth::default(),
            levels: Vec::new(),
            areas: Vec::new(),
            not_stated_rows: false,
            cells: SortedMap::default(),
            is_example: false,
        };
        for preset in PresetLevel::LADDER {
            let id = draft.new_id();
            draft.levels.push(NamedPart { id, name: Name::Preset(preset) });
        }
        for number in 1..=3 {
            let id = draft.new_id();
            draft.areas.push(NamedPart { id, name: Name::Numbered(number) });
        }
        draft
    }

    /// An identifier that no part of this draft has; a removed part leaves no cells behind, so
    /// its identifier may come again.
    pub fn new_id(&self) -> PartId {
        let parts = self.levels.iter().chain(&self.areas);
        PartId(parts.map(|part| part.id.0 + 1).max().unwrap_or(1))
    }

    /// What was typed in a cell; empty when nothing was.
    pub fn text(&self, row: RowKey, column: GridColumn) -> &str {
        self.cells.get(&(row, column.id())).map_or("", |text| &**text)
    }

    /// Puts a text in a cell; an empty text removes the cell.
    pub fn set_text(&mut self, row: RowKey, column: GridColumn, text: String) {
        if text.is_empty() {
            self.cells.remove(&(row, column.id()));
        } else {
            self.cells.insert((row, column.id()), text.into());
        }
    }

    /// The user's own benchmark, where it is the chosen one.
    pub fn chosen_own(&self) -> Option<&Benchmark> {
        self.own_benchmark.as_deref().filter(|own| own.id() == self.benchmark_id)
    }

    /// Whether no figure has been typed yet.
    pub fn has_no_figures(&self) -> bool {
        self.cells.iter().all(|(_, text)| text.trim().is_empty())
    }
}

impl Default for Draft {
    fn default() -> Draft {
        Draft::empty()
    }
}
