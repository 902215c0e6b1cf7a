//! Cells put in their places, within what a whole book may hold.
//!
//! Readers give cells with places in any order; a [`Grid`] becomes a [`Sheet`] and takes what it
//! uses from the book's [`Budget`], so that no file, however it lies about its size, can take more
//! memory than a large honest one. Absent: where cells come from. Read next: [`super::xlsx`].

use super::{Cell, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, Sheet};
use crate::exchange::reading::{At, Reason, Refusal};

/// A merged region: first and last cell, as (row, column) from 0.
pub(super) type Region = ((u32, u32), (u32, u32));

/// A refusal of the file as a whole.
pub(super) fn refusal(reason: Reason) -> Refusal {
    Refusal { reason, at: None, sheet: String::new(), found: String::new() }
}

/// What the book can still take.
#[derive(Debug)]
pub(super) struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
    sheets: usize,
}

/// A sheet in the making.
#[derive(Debug)]
pub(super) struct Grid<'b> {
    budget: &'b mut Budget,
    index: u32,
    sheet: Sheet,
    /// As long as the row before, which the next one usually is too.
    width: usize,
    regions: Vec<Region>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { rows: MOST_ROWS, cells: MOST_CELLS, text: MOST_TEXT, sheets: MOST_SHEETS }
    }
}

impl Budget {
    /// An empty sheet, the `index`-th of the book from 0.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`] for more sheets than any workbook has.
    pub fn sheet(&mut self, index: usize, name: String) -> Result<Grid<'_>, Refusal> {
        let sheet = Sheet { name, ..Sheet::default() };
        let left = self.sheets.checked_sub(1).ok_or_else(|| refusal(Reason::TooMuchContent))?;
        self.sheets = left;
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        Ok(Grid { budget: self, index, sheet, width: 0, regions: Vec::new() })
    }
}

impl Grid<'_> {
    /// Whether the sheet is hidden.
    pub fn hide(&mut self, is_hidden: bool) {
        self.sheet.is_hidden = is_hidden;
    }

    /// Puts a cell at its place, from 0. Nothing is kept of an empty one.
    ///
    /// # Errors
    /// [`Reason::TooManyRows`], or [`Reason::TooMuchContent`] for a column too far to the right,
    /// too many cells or too much text; with the place.
    pub fn place(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Refusal> {
        let size = match &cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) | Cell::Other(text) => text.size(),
            Cell::Number(_) => 0,
        };
        let (r, c) = (row as usize, column as usize);
        // Nearly every cell is the next one of the last row.
        let is_last_row = self.sheet.rows.len() == r + 1;
        if let Some(cells) = self.sheet.rows.last_mut().filter(|_| is_last_row)
            && cells.len() == c
            && c < cells.capacity().min(MOST_COLUMNS)
            && self.budget.cells > 0
            && self.budget.text >= size
        {
            self.budget.cells -= 1;
            self.budget.text -= size;
            cells.push(cell);
            return Ok(());
        }
        self.place_anywhere(row, column, cell, size)
    }

    fn place_anywhere(
        &mut self,
        row: u32,
        column: u32,
        cell: Cell,
        size: usize,
    ) -> Result<(), Refusal> {
        let (r, c) = (row as usize, column as usize);
        let rows = (r + 1).saturating_sub(self.sheet.rows.len());
        let Some(left) = self.budget.rows.checked_sub(rows) else {
            return Err(self.refuse(Reason::TooManyRows, row, column));
        };
        if c >= MOST_COLUMNS {
            return Err(self.refuse(Reason::TooMuchContent, row, column));
        }
        self.budget.rows = left;
        if rows > 0 {
            self.width = self.sheet.rows.last().map_or(0, Vec::len);
            self.sheet.rows.resize_with(r + 1, Vec::new);
        }
        let width = self.width.max(c + 1);
        let Some(cells) = self.sheet.rows.get_mut(r) else { return Ok(()) };
        let more = (c + 1).saturating_sub(cells.len());
        let left = (self.budget.cells.checked_sub(more)).zip(self.budget.text.checked_sub(size));
        let Some((cells_left, text_left)) = left else {
            return Err(self.refuse(Reason::TooMuchContent, row, column));
        };
        (self.budget.cells, self.budget.text) = (cells_left, text_left);
        if more > 0 {
            if cells.is_empty() {
                cells.reserve_exact(width);
            }
            cells.resize_with(c + 1, Cell::default);
        }
        if let Some(place) = cells.get_mut(c) {
            *place = cell;
        }
        Ok(())
    }

    /// Puts a row of cells, with so many bytes of text in all of them, below all rows before.
    ///
    /// # Errors
    /// See [`Grid::place`].
    pub fn place_row(&mut self, row: u32, cells: Vec<Cell>, size: usize) -> Result<(), Refusal> {
        let r = row as usize;
        let rows = (r + 1).saturating_sub(self.sheet.rows.len());
        let left = (self.budget.rows.checked_sub(rows))
            .zip(self.budget.cells.checked_sub(cells.len()))
            .zip(self.budget.text.checked_sub(size));
        if let Some(((rows_left, cells_left), text_left)) = left
            && cells.len() <= MOST_COLUMNS
            && rows > 0
        {
            (self.budget.rows, self.budget.cells) = (rows_left, cells_left);
            self.budget.text = text_left;
            self.sheet.rows.resize_with(r, Vec::new);
            self.sheet.rows.push(cells);
            return Ok(());
        }
        // One after the other, for the place of the first that is too much.
        (0..).zip(cells).try_for_each(|(column, cell)| self.place(row, column, cell))
    }

    /// Notes merged cells.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`] for more regions than a sheet has cells.
    pub fn merge(&mut self, region: Region) -> Result<(), Refusal> {
        let ((top, left), (bottom, right)) = region;
        if self.regions.len() >= MOST_ROWS {
            return Err(self.refuse(Reason::TooMuchContent, top, left));
        }
        if top <= bottom && left <= right && (top, left) != (bottom, right) {
            self.regions.push(region);
        }
        Ok(())
    }

    /// The sheet. Merged regions end where its cells end, so that walking over them costs no more
    /// than walking over the sheet.
    ///
    /// # Errors
    /// [`Reason::TooMuchContent`] for regions that cover the sheet many times over.
    pub fn finish(mut self) -> Result<Sheet, Refusal> {
        let height = self.sheet.rows.len();
        let width = self.sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut covered = 0usize;
        for ((top, left), (bottom, right)) in std::mem::take(&mut self.regions) {
            let bottom = (bottom as usize).min(height.saturating_sub(1));
            let right = (right as usize).min(width.saturating_sub(1));
            if top as usize > bottom || left as usize > right || height == 0 {
                continue;
            }
            covered += (bottom - top as usize + 1) * (right - left as usize + 1);
            if covered > MOST_CELLS {
                return Err(self.refuse(Reason::TooMuchContent, top, left));
            }
            let last = (u32::try_from(bottom).ok()).zip(u32::try_from(right).ok());
            if let Some(last) = last.filter(|last| *last != (top, left)) {
                self.sheet.merged.push(((top, left), last));
            }
        }
        Ok(self.sheet)
    }

    /// A refusal at a place of this sheet, from 0.
    pub fn refuse(&self, reason: Reason, row: u32, column: u32) -> Refusal {
        let (row, column) = (row.saturating_add(1), column.saturating_add(1));
        Refusal {
            reason,
            at: Some(At { sheet: self.index, row, column }),
            sheet: self.sheet.name.clone(),
            // What stands there may be about a person.
            found: String::new(),
        }
    }

    /// Adds the sheet to a refusal that has no place yet: the last row that was read.
    pub fn locate(&self, refusal: Refusal) -> Refusal {
        if refusal.at.is_some() || refusal.reason == Reason::Encrypted {
            return refusal;
        }
        let row = u32::try_from(self.sheet.rows.len().saturating_sub(1)).unwrap_or(u32::MAX);
        self.refuse(refusal.reason, row, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_far_away_costs_its_row_alone() {
        let mut budget = Budget::default();
        let mut grid = budget.sheet(0, String::new()).unwrap();
        grid.place(99_999, 999, Cell::Number(1.0)).unwrap();
        grid.place(0, 0, Cell::Number(2.0)).unwrap();
        let sheet = grid.finish().unwrap();
        assert_eq!(sheet.rows.len(), 100_000);
        assert_eq!(sheet.cell(99_999, 999), &Cell::Number(1.0));
        assert_eq!(sheet.rows[1].capacity(), 0);
    }

    #[test]
    fn a_row_or_column_too_far_is_refused_with_its_place() {
        let mut budget = Budget::default();
        let mut grid = budget.sheet(2, "Ark".to_owned()).unwrap();
        let refused = grid.place(100_000, 3, Cell::Number(1.0)).unwrap_err();
        assert_eq!(refused.reason, Reason::TooManyRows);
        assert_eq!(refused.at, Some(At { sheet: 2, row: 100_001, column: 4 }));
        assert_eq!(refused.sheet, "Ark");
        let refused = grid.place(0, 1_000, Cell::Number(1.0)).unwrap_err();
        assert_eq!(refused.reason, Reason::TooMuchContent);
        let refused = grid.place(u32::MAX, u32::MAX, Cell::Number(1.0)).unwrap_err();
        assert_eq!(refused.reason, Reason::TooManyRows);
    }

    #[test]
    fn the_rows_of_all_sheets_count_together() {
        let mut budget = Budget::default();
        budget.sheet(0, String::new()).unwrap().place(60_000, 0, Cell::Number(1.0)).unwrap();
        let mut second = budget.sheet(1, String::new()).unwrap();
        second.place(39_998, 0, Cell::Number(1.0)).unwrap();
        let refused = second.place(39_999, 0, Cell::Number(1.0)).unwrap_err();
        assert_eq!(refused.reason, Reason::TooManyRows);
    }

    #[test]
    fn merged_regions_end_with_the_cells() {
        let mut budget = Budget::default();
        let mut grid = budget.sheet(0, String::new()).unwrap();
        grid.place(1, 3, Cell::Number(1.0)).unwrap();
        grid.merge(((0, 0), (1_048_575, 16_383))).unwrap();
        grid.merge(((0, 2), (0, 3))).unwrap();
        grid.merge(((9, 9), (10, 10))).unwrap();
        grid.merge(((1, 3), (1, 9))).unwrap();
        let sheet = grid.finish().unwrap();
        assert_eq!(sheet.merged, [((0, 0), (1, 3)), ((0, 2), (0, 3))]);
    }

    #[test]
    fn regions_that_cover_a_sheet_many_times_are_refused() {
        let mut budget = Budget::default();
        let mut grid = budget.sheet(0, String::new()).unwrap();
        grid.place(9_999, 999, Cell::Number(1.0)).unwrap();
        grid.merge(((0, 0), (9_999, 999))).unwrap();
        const { assert!(MOST_CELLS < 10_000 * 1_000) };
        assert_eq!(grid.finish().unwrap_err().reason, Reason::TooMuchContent);
    }
}
