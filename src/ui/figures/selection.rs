//! Which cells of the grid are marked, by row and column index.

use super::grid_keys::cell_id;
use crate::session::{Grid, GridColumn, RowKey};
use crate::web::page;

/// A cell of the grid: row and column, from 0.
pub type Position = (usize, usize);

/// A rectangle of cells from where marking began to where it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    pub anchor: Position,
    pub head: Position,
}

impl Selection {
    pub fn cell(position: Position) -> Selection {
        Selection { anchor: position, head: position }
    }

    fn rows(self) -> std::ops::RangeInclusive<usize> {
        self.anchor.0.min(self.head.0)..=self.anchor.0.max(self.head.0)
    }

    fn columns(self) -> std::ops::RangeInclusive<usize> {
        self.anchor.1.min(self.head.1)..=self.anchor.1.max(self.head.1)
    }

    pub fn contains(self, (row, column): Position) -> bool {
        self.rows().contains(&row) && self.columns().contains(&column)
    }

    /// Rows and columns.
    pub fn size(self) -> (usize, usize) {
        (self.rows().count(), self.columns().count())
    }

    pub fn is_one_cell(self) -> bool {
        self.anchor == self.head
    }

    /// The marked cells, row by row, as the grid names them.
    pub fn cells(self, grid: &Grid) -> Vec<Vec<(RowKey, GridColumn)>> {
        let columns = || self.columns().filter_map(|column| grid.columns.get(column).copied());
        self.rows()
            .filter_map(|row| grid.rows.get(row))
            .map(|row| columns().map(|column| (row.key, column)).collect())
            .collect()
    }

    /// The upper left corner.
    pub fn start(self) -> Position {
        (*self.rows().start(), *self.columns().start())
    }
}

/// Marks in the page what is selected now and takes the marks off what was selected before.
pub fn mark_over(now: Option<Selection>, before: Option<Selection>) {
    let is_in = |selection: Option<Selection>, position| {
        selection.is_some_and(|selection| selection.contains(position))
    };
    for selection in [before, now].into_iter().flatten() {
        for row in selection.rows() {
            for position in selection.columns().map(|column| (row, column)) {
                let is_marked = is_in(now, position);
                if is_marked != is_in(before, position) {
                    page::set_attribute(
                        &cell_id(position),
                        "class",
                        is_marked.then_some("selected"),
                    );
                }
            }
        }
    }
}
