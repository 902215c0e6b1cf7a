//! The rows and columns a draft shows at its depth, in their order on screen.

use super::draft::{AreaKey, Depth, Draft, GridColumn, LevelKey, PartId, RowKey};

/// A row with the indices it has in the table it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridRow {
    pub key: RowKey,
    /// Index of the level, from entry; `None` when all or not stated.
    pub level: Option<usize>,
    pub area: Option<usize>,
}

/// The shape of the grid on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The top level first, as a staircase is drawn; by area where there are areas.
    pub rows: Vec<GridRow>,
    pub columns: Vec<GridColumn>,
}

impl Grid {
    pub fn of(draft: &Draft) -> Grid {
        let levels: Vec<(LevelKey, Option<usize>)> = match draft.depth {
            Depth::Totals => vec![(LevelKey::All, None)],
            _ => ladder(draft),
        };
        let areas: Vec<(AreaKey, Option<usize>)> = match draft.depth {
            Depth::Totals | Depth::Levels => vec![(AreaKey::All, None)],
            Depth::LevelsAndAreas => {
                let stated = draft.areas.iter().enumerate();
                let stated = stated.map(|(index, part)| (AreaKey::Area(part.id), Some(index)));
                stated.chain(draft.not_stated_rows.then_some((AreaKey::NotStated, None))).collect()
            }
        };
        let rows = areas
            .iter()
            .flat_map(|&(area, area_index)| {
                levels.iter().map(move |&(level, level_index)| GridRow {
                    key: RowKey { level, area },
                    level: level_index,
                    area: area_index,
                })
            })
            .collect();
        Grid { rows, columns: GridColumn::all(draft.grouping).collect() }
    }

    /// Where a row stands, from 0.
    pub fn row_index(&self, key: RowKey) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key)
    }

    pub fn column_index(&self, column: GridColumn) -> Option<usize> {
        self.columns.iter().position(|&known| known == column)
    }
}

fn ladder(draft: &Draft) -> Vec<(LevelKey, Option<usize>)> {
    let key = |(index, id): (usize, PartId)| (LevelKey::Level(id), Some(index));
    draft
        .levels
        .iter()
        .map(|part| part.id)
        .enumerate()
        .rev()
        .map(key)
        .chain(draft.not_stated_rows.then_some((LevelKey::NotStated, None)))
        .collect()
}
