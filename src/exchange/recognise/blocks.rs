//! Blocks of rows under a line of one word: "Drift", and below it a row for each level.
//!
//! Absent: where such lines are ([`super::frame`]). Read next: [`super::lines`].

use super::frame::{Filled, Frame};
use super::levels;
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
            blocks.push(Block { from: *from, dimension, words, totals: Vec::new() });
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
