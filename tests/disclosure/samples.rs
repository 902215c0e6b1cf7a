//! Tables to attack: made by chance from a seed, and by hand.

use byspejl::workforce::{Area, Column, Grouping, Headcount, Level, Row, WorkforceTable};

/// Reproducible chance (Steele, Lea & Flood 2014, "SplitMix").
pub struct Chance(pub u64);

impl Chance {
    /// A number from 0 to under `limit`.
    pub fn under(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// A table of this shape, filled from the counts of its stated rows: groups in their order, then
/// those without stated origin if given.
pub fn table(grouping: Grouping, levels: usize, areas: usize, rows: &[Vec<u32>]) -> WorkforceTable {
    let names = (0..levels).map(|l| Level::named(format!("Level {l}"))).collect();
    let area_names = (0..areas).map(|a| Area { name: format!("Area {a}") }).collect();
    let mut table = WorkforceTable::new(grouping, names, area_names).expect("within the limits");
    let stated: Vec<Row> = table.stated_rows().collect();
    assert_eq!(stated.len(), rows.len());
    for (row, counts) in stated.into_iter().zip(rows) {
        fill(&mut table, row, counts);
    }
    table
}

pub fn fill(table: &mut WorkforceTable, row: Row, counts: &[u32]) {
    for (column, &people) in table.columns().zip(counts).collect::<Vec<(Column, &u32)>>() {
        table.set(row, column, Headcount::Known(people)).expect("in the table");
    }
}

/// What a table of chance is like.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Mostly empty, small counts.
    Sparse,
    Small,
    Mixed,
    /// Everybody is of one group, but for a few.
    OneGroup,
    /// Some rows with people of unstated level, area or origin.
    NotStated,
}

impl Kind {
    pub const ALL: [Kind; 5] =
        [Kind::Sparse, Kind::Small, Kind::Mixed, Kind::OneGroup, Kind::NotStated];
}

pub fn by_chance(
    chance: &mut Chance,
    kind: Kind,
    grouping: Grouping,
    levels: usize,
    areas: usize,
) -> WorkforceTable {
    let groups = grouping.groups().len();
    let row = |chance: &mut Chance| -> Vec<u32> {
        let mut counts: Vec<u32> = (0..groups)
            .map(|group| match kind {
                Kind::Sparse => [0, 0, 0, 1, 2, 7][chance.under(6) as usize],
                Kind::Small => chance.under(9) as u32,
                Kind::OneGroup if group > 0 => [0, 0, 0, 0, 1][chance.under(5) as usize],
                _ => [0, 3, 6, 20, 60][chance.under(5) as usize] + chance.under(12) as u32,
            })
            .collect();
        if matches!(kind, Kind::NotStated) {
            counts.push([0, 0, 1, 3, 9][chance.under(5) as usize]);
        }
        counts
    };
    let rows: Vec<Vec<u32>> = (0..levels.max(1) * areas.max(1)).map(|_| row(chance)).collect();
    let mut table = table(grouping, levels, areas, &rows);
    if matches!(kind, Kind::NotStated) {
        let stated: Vec<Row> = table.stated_rows().collect();
        let others: Vec<Row> = table.rows().filter(|row| !stated.contains(row)).collect();
        for other in others {
            if chance.under(2) == 0 {
                let counts = row(chance);
                fill(&mut table, other, &counts);
            }
        }
    }
    table
}
