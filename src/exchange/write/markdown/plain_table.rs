//! A table without markup: columns made of spaces, or a paragraph for each row where columns would
//! be wider than a screen.

use super::{Grid, GridRow, lines, one_line};

/// More letters than this do not stand side by side.
const WIDEST: usize = 100;
const GAP: &str = "   ";

pub(super) fn write(grid: &Grid) -> String {
    let head: Vec<String> = grid.head.iter().map(|(words, _)| one_line(words)).collect();
    let rows = grid.rows.iter().filter_map(|row| match row {
        GridRow::Cells(cells) => Some(cells),
        GridRow::Group(_) => None,
    });
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            let cells = rows.clone().filter_map(|cells| cells.get(column));
            let cells = cells.map(|cell| one_line(cell).chars().count());
            cells.chain([head[column].chars().count()]).max().unwrap_or(0)
        })
        .collect();
    let whole = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
    if whole <= WIDEST { side_by_side(grid, &head, &widths) } else { one_by_one(grid, &head) }
}

fn side_by_side(grid: &Grid, head: &[String], widths: &[usize]) -> String {
    let row = |cells: &[String]| {
        let cells = cells.iter().zip(widths).zip(&grid.head).map(|((cell, &width), (_, right))| {
            let cell = one_line(cell);
            let room = " ".repeat(width.saturating_sub(cell.chars().count()));
            if *right { room + &cell } else { cell + &room }
        });
        cells.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
    };
    let under: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let rows = grid.rows.iter().map(|cells| match cells {
        GridRow::Group(heading) => one_line(heading),
        GridRow::Cells(cells) => row(cells),
    });
    lines([row(head), row(&under)].into_iter().chain(rows))
}

fn one_by_one(grid: &Grid, head: &[String]) -> String {
    lines(grid.rows.iter().map(|cells| match cells {
        GridRow::Group(heading) => one_line(heading),
        GridRow::Cells(cells) => {
            lines(cells.iter().zip(head).enumerate().map(|(column, (cell, name))| match column {
                0 => format!("- {}", one_line(cell)),
                _ => format!("  {name}: {}", one_line(cell)),
            }))
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(first: &str) -> Grid {
        let row = |cells: [&str; 2]| GridRow::Cells(cells.map(str::to_owned).to_vec());
        Grid {
            head: vec![("Niveau".to_owned(), false), ("Antal".to_owned(), true)],
            rows: vec![row([first, "9"]), row(["Alle", "640"])],
        }
    }

    #[test]
    fn columns_stand_below_their_heads_and_numbers_end_together() {
        let text = "Niveau    Antal\n-------   -----\nLedelse       9\nAlle        640";
        assert_eq!(write(&grid("Ledelse")), text);
    }

    #[test]
    fn a_table_that_is_too_wide_is_told_row_by_row() {
        let long = "l".repeat(100);
        assert_eq!(write(&grid(&long)), format!("- {long}\n  Antal: 9\n- Alle\n  Antal: 640"));
    }
}
