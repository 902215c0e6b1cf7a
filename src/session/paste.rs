//! Putting a copied block of cells into the grid.

use super::draft::{Depth, Draft, GridColumn, RowKey};
use super::event::Part;
use super::grid::Grid;
use crate::exchange::clipboard::Block;
use crate::workforce::{MAX_AREAS, MAX_LEVELS};

/// What pasting a block here would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasteFit {
    /// Rows of the block below the last row of the grid.
    pub rows_over: usize,
    /// Columns of the block right of the last column.
    pub columns_over: usize,
    /// Levels (or areas, where there are areas) that would have to be added.
    pub parts_to_add: usize,
    /// Whether the grid may grow by that many.
    pub can_grow: bool,
}

impl Draft {
    /// How a block fits with its first cell here; `None` when the place is not in the grid.
    pub fn paste_fit(&self, row: RowKey, column: GridColumn, block: &Block) -> Option<PasteFit> {
        let grid = Grid::of(self);
        let (top, left) = (grid.row_index(row)?, grid.column_index(column)?);
        let width = block.iter().map(Vec::len).max().unwrap_or(0);
        let rows_over = (top + block.len()).saturating_sub(grid.rows.len());
        let rows_a_part = if self.depth == Depth::LevelsAndAreas { self.levels.len() } else { 1 };
        let parts_to_add = rows_over.div_ceil(rows_a_part.max(1));
        let room = match self.depth {
            Depth::Totals => 0,
            Depth::Levels => MAX_LEVELS - self.levels.len(),
            Depth::LevelsAndAreas => MAX_AREAS - self.areas.len(),
        };
        Some(PasteFit {
            rows_over,
            columns_over: (left + width).saturating_sub(grid.columns.len()),
            parts_to_add,
            can_grow: parts_to_add <= room && !self.not_stated_rows,
        })
    }

    pub(super) fn paste(&mut self, row: RowKey, column: GridColumn, block: &Block, grow: bool) {
        let Some(fit) = self.paste_fit(row, column, block) else { return };
        let before = Grid::of(self);
        let (Some(mut top), Some(left)) = (before.row_index(row), before.column_index(column))
        else {
            return;
        };
        if grow && fit.can_grow {
            match self.depth {
                Depth::Totals => {}
                Depth::Levels => {
                    // The ladder shows its top first, so rows below the last one are new
                    // entry levels: what was there moves up.
                    for _ in 0..fit.parts_to_add {
                        self.add(Part::Level);
                    }
                    self.levels.rotate_right(fit.parts_to_add);
                }
                Depth::LevelsAndAreas => {
                    for _ in 0..fit.parts_to_add {
                        self.add(Part::Area);
                    }
                }
            }
        }
        let grid = Grid::of(self);
        top = grid.row_index(row).unwrap_or(top);
        for (offset, texts) in block.iter().enumerate() {
            let Some(row) = grid.rows.get(top + offset) else { break };
            for (column, text) in grid.columns.iter().skip(left).zip(texts) {
                self.set_text(row.key, *column, text.trim().to_owned());
                self.tidy(row.key, *column);
            }
        }
    }
}
