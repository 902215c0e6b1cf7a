//! Blocks of rows under a line of one word: "Drift", and below it a row for each level.
//!
//! Absent: where such lines are ([`super::frame`]). Read next: [`super::lines`].

use super::frame::{Filled, Frame};
use super::levels;
use super::lines::whole;
use super::sense::{Names, Part, Sense, apply, vote};
use super::vocabulary::{self, Dimension};
use super::words::plain;

/// The direction that the lines between the rows plainly speak of.
pub fn direction(frame: &Frame) -> Option<Dimension> {
    let words = frame.sections.iter().map(|(_, words)| words.as_str());
    vote(words).filter(|found| matches!(found, Dimension::Level | Dimension::Group))
}

/// A line with what it says about the rows below it.
struct Block {
    /// Its own row.
    from: usize,
    dimension: Dimension,
    words: String,
    /// Rows in it that are totals.
    totals: Vec<usize>,
    /// Whether its own row holds the sums of the rows below it.
    is_summed: bool,
}

/// The blocks of a table, and the one that is being read.
pub struct Blocks {
    blocks: Vec<Block>,
    /// One more than the index of the block that is being read.
    current: usize,
}

impl Blocks {
    /// Finds the blocks. `taken`: what the columns of names tell apart.
    pub fn of(filled: &Filled, frame: &Frame, taken: &[Option<Dimension>]) -> Blocks {
        let free = |d: Dimension| !taken.contains(&Some(d));
        let mut blocks: Vec<Block> = Vec::with_capacity(frame.sections.len());
        for (from, words) in &frame.sections {
            let plain = plain(words);
            let is_period = words.split_whitespace().any(|word| vocabulary::period(word).is_some());
            let dimension = if levels::sense(&plain).preset.is_some() && free(Dimension::Level) {
                Dimension::Level
            } else if vocabulary::group_and_sex(&plain).is_some() && free(Dimension::Group) {
                Dimension::Group
            } else if vocabulary::sex(&plain).is_some() && free(Dimension::Sex) {
                Dimension::Sex
            } else if is_period && free(Dimension::Period) {
                Dimension::Period
            } else if free(Dimension::Area) {
                Dimension::Area
            } else {
                Dimension::Ignored
            };
            let words = match dimension {
                Dimension::Period => period(words),
                _ => words.clone(),
            };
            blocks.push(Block {
                from: *from,
                dimension,
                words,
                totals: Vec::new(),
                is_summed: false,
            });
        }
        if blocks.is_empty() && taken == [Some(Dimension::Level)] {
            blocks = compact(filled, frame);
        }
        if !blocks.is_empty() {
            for &row in &frame.rows {
                let is_total = |column: &usize| {
                    vocabulary::is_total(&super::words::plain(&filled.words(row, *column)))
                };
                let inside = blocks.iter_mut().rev().find(|block| block.from < row);
                if let Some(block) = inside.filter(|_| frame.names.iter().any(is_total)) {
                    block.totals.push(row);
                }
            }
        }
        let mut blocks = Blocks { blocks, current: 0 };
        blocks.keep_own_totals(filled, frame);
        blocks
    }

    /// Takes the whole table's totals out of its last block: one that says so, a second one below
    /// the block's own, and one alone where no other block has any.
    fn keep_own_totals(&mut self, filled: &Filled, frame: &Frame) {
        let others_have = self.blocks.iter().rev().skip(1).any(|block| !block.totals.is_empty());
        let several = self.blocks.len() > 1;
        let Some(last) = self.blocks.last_mut() else { return };
        let is_grand = |row: &usize| {
            frame.names.iter().any(|column| {
                vocabulary::is_grand_total(&super::words::plain(&filled.words(*row, *column)))
            })
        };
        let first = last.totals.iter().find(|row| !is_grand(row)).copied();
        last.totals.retain(|row| Some(*row) == first && (others_have || !several));
    }

    /// The words of a row that is the head and the sum of a block.
    pub fn head(&self, row: usize) -> Option<&str> {
        let next = self.blocks.get(self.current)?;
        (next.is_summed && next.from == row).then_some(next.words.as_str())
    }

    /// Enters the block of a row; whether it is another than that of the row above.
    pub fn enter(&mut self, row: usize) -> bool {
        let before = self.current;
        while self.blocks.get(self.current).is_some_and(|block| block.from < row) {
            self.current += 1;
        }
        self.current != before
    }

    /// Adds what the block says about a row.
    pub fn apply(&self, row: usize, is_total: bool, names: &mut Names, sense: &mut Sense) {
        let Some(block) = self.current.checked_sub(1).and_then(|at| self.blocks.get(at)) else {
            return;
        };
        if is_total && !block.totals.contains(&row) {
            match block.dimension {
                Dimension::Area => sense.area = Some(Part::Total),
                Dimension::Level => sense.level = Some(Part::Total),
                _ => {}
            }
            return;
        }
        apply(Some(block.dimension), &block.words, names, sense);
    }
}

/// The year or quarter inside a line.
fn period(words: &str) -> String {
    let found = words.split_whitespace().find(|word| vocabulary::period(word).is_some());
    found.unwrap_or(words).trim_matches([',', ':', '(', ')']).to_owned()
}

/// The blocks of a pivot table in its compact form: areas and levels in one column, each area a
/// row with the sums of the levels below it. Only where that holds for every number.
fn compact(filled: &Filled, frame: &Frame) -> Vec<Block> {
    /// Larger tables are none of this kind.
    const MOST_ROWS: usize = 400;
    let [column] = frame.names[..] else { return Vec::new() };
    let words = |row: usize| filled.words(row, column);
    if frame.rows.len() > MOST_ROWS {
        return Vec::new();
    }
    let is_total = |row: &usize| vocabulary::is_total(&super::words::plain(&words(*row)));
    let rows: Vec<usize> = frame.rows.iter().copied().filter(|row| !is_total(row)).collect();
    let numbers: Vec<Vec<u64>> = rows
        .iter()
        .map(|row| {
            let cells = frame.counts.iter().map(|column| whole(filled.cell(*row, *column)));
            cells.map(Option::unwrap_or_default).collect()
        })
        .collect();
    let (mut blocks, mut at) = (Vec::new(), 0);
    while at < rows.len() {
        let mut sums = vec![0; frame.counts.len()];
        let end = (at + 1..rows.len()).find(|below| {
            sums.iter_mut().zip(&numbers[*below]).for_each(|(sum, part)| *sum += part);
            sums == numbers[at]
        });
        let Some(end) = end.filter(|_| sums.iter().any(|sum| *sum > 0)) else { return Vec::new() };
        let dimension = Dimension::Area;
        let totals = Vec::new();
        blocks.push(Block {
            from: rows[at],
            dimension,
            words: words(rows[at]),
            totals,
            is_summed: true,
        });
        at = end + 1;
    }
    if blocks.len() < 2 { Vec::new() } else { blocks }
}
