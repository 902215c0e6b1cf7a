//! The shipped example: invented figures with the pattern Copenhagen found among its own staff
//! in 2010: in line with the city in all, concentrated in cleaning, absent at the top.

use super::draft::{AreaKey, Draft, GridColumn, LevelKey, RowKey};
use crate::workforce::{Column, Origin};

/// (with immigrant background, of people), from entry to top. Illustrative; nobody's figures.
const LADDER: [(u32, u32); 5] = [(78, 140), (62, 200), (29, 140), (9, 128), (1, 32)];

const REPORTING_DATE: &str = "2025-12-31";

pub(super) fn draft() -> Draft {
    let mut draft =
        Draft { is_example: true, reporting_date: REPORTING_DATE.to_owned(), ..Draft::empty() };
    let levels: Vec<_> = draft.levels.iter().map(|level| level.id).collect();
    for (level, (focus, people)) in levels.into_iter().zip(LADDER) {
        let row = RowKey { level: LevelKey::Level(level), area: AreaKey::All };
        let cells = [(Origin::Danish, people - focus), (Origin::ImmigrantOrDescendant, focus)];
        for (group, count) in cells {
            draft.set_text(row, GridColumn::Count(Column::Group(group)), count.to_string());
        }
    }
    draft
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_has_two_figures_a_level_and_says_what_it_is() {
        let example = draft();
        assert_eq!(example.cells.len(), 10);
        assert!(example.is_example);
    }
}
