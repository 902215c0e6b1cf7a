//! Rows of cells with their columns in line.

/// To which side a column's cells are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A table of texts; the first row is its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    columns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// An empty table under this head.
    pub fn new<'a>(head: impl IntoIterator<Item = (&'a str, Align)>) -> Grid {
        let (head, columns): (Vec<&str>, Vec<Align>) = head.into_iter().unzip();
        Grid { columns, rows: vec![head.into_iter().map(clean).collect()] }
    }

    /// Adds a row; cells beyond the head are left out.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| clean(&cell)).collect());
    }

    /// The lines, the head underlined, two spaces between columns, none at the end of a line.
    pub fn text(&self) -> String {
        let length = |cell: &String| cell.chars().count();
        let width = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(length).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let mut text = String::new();
        for (index, row) in self.rows.iter().enumerate() {
            let mut line = String::new();
            for ((cell, width), align) in row.iter().zip(&widths).zip(&self.columns) {
                let space = " ".repeat(width - length(cell));
                match align {
                    Align::Left => line.extend([cell.as_str(), &space, "  "]),
                    Align::Right => line.extend([&space, cell.as_str(), "  "]),
                }
            }
            text.push_str(line.trim_end());
            text.push('\n');
            if index == 0 {
                let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                text.push_str(rule.join("  ").trim_end());
                text.push('\n');
            }
        }
        text
    }
}

/// Names come from files: neither a line break nor a control character reaches the terminal.
fn clean(cell: &str) -> String {
    cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_line_whatever_the_letters() {
        let mut grid = Grid::new([("Område", Align::Left), ("n", Align::Right)]);
        grid.row(["Køkken".to_owned(), "12".to_owned()]);
        grid.row(["Å".to_owned(), "1.234".to_owned()]);
        assert_eq!(grid.text(), "Område      n\n------  -----\nKøkken     12\nÅ       1.234\n");
    }

    #[test]
    fn a_name_from_a_file_cannot_command_the_terminal() {
        let mut grid = Grid::new([("Navn", Align::Left)]);
        grid.row(["\u{1b}[2Jx\ny".to_owned()]);
        assert!(!grid.text().contains('\u{1b}'));
        assert_eq!(grid.text().lines().count(), 3);
    }
}
