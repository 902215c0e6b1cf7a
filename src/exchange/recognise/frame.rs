//! Where the tables of a sheet are: heading rows above, columns of names beside, counts inside.
//!
//! Absent: what any word means beyond telling headings from counts. Read next: [`super::lines`].

use super::columns;
use super::value::{self, Look, look};
use super::vocabulary::{self, Dimension};
use super::words::plain;
use crate::exchange::book::{Cell, Sheet};
use crate::exchange::reading::At;

/// One table of a sheet; all indices are physical, from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub sheet: usize,
    /// Rows of headings, from above; may be empty.
    pub headings: Vec<usize>,
    /// Rows that hold counts.
    pub rows: Vec<usize>,
    /// Columns that name what a row is about.
    pub names: Vec<usize>,
    /// Columns of numbers.
    pub counts: Vec<usize>,
    /// Columns of remarks beside the table.
    pub beside: Vec<usize>,
    /// Rows of one word between the others, with the word: they are about the rows below.
    pub sections: Vec<(usize, String)>,
}

/// Text that stands outside the tables: titles, footnotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub sheet: usize,
    pub row: usize,
    pub column: usize,
    pub text: String,
}

impl Remark {
    /// Where its first words stand.
    pub fn at(&self) -> At {
        let place = |index: usize| index as u32 + 1;
        At { sheet: self.sheet as u32, row: place(self.row), column: place(self.column) }
    }
}

/// A sheet in which merged cells repeat their words.
pub struct Filled<'a> {
    pub sheet: &'a Sheet,
    /// Cells that got their words from a merged one: (row, column) to the place of the words.
    merged: std::collections::HashMap<(usize, usize), (usize, usize)>,
}

/// Merged areas larger than this hold no headings.
const LARGEST_MERGE: u32 = 2_000;

impl<'a> Filled<'a> {
    pub fn of(sheet: &'a Sheet) -> Filled<'a> {
        let mut merged = std::collections::HashMap::new();
        for &((top, left), (bottom, right)) in sheet.merged.iter().take(5_000) {
            let (tall, wide) = (bottom.saturating_sub(top), right.saturating_sub(left));
            if tall.saturating_add(1).saturating_mul(wide.saturating_add(1)) > LARGEST_MERGE {
                continue;
            }
            for row in top..=bottom {
                for column in left..=right {
                    let place = (row as usize, column as usize);
                    merged.insert(place, (top as usize, left as usize));
                }
            }
        }
        Filled { sheet, merged }
    }

    /// The cell, or for words the merged cell it is part of.
    pub fn cell(&self, row: usize, column: usize) -> &'a Cell {
        let own = self.sheet.cell(row, column);
        if own.is_blank()
            && let Some(&(top, left)) = self.merged.get(&(row, column))
        {
            let first = self.sheet.cell(top, left);
            if look(first) == Look::Word {
                return first;
            }
        }
        own
    }

    pub fn words(&self, row: usize, column: usize) -> String {
        value::words(self.cell(row, column))
    }
}

/// Every table of a sheet, and what stands outside them.
pub fn frames(number: usize, filled: &Filled) -> (Vec<Frame>, Vec<Remark>) {
    let sheet = filled.sheet;
    let mut frames: Vec<Frame> = Vec::new();
    let mut remarks = Vec::new();
    // Rows of words that wait for a row of counts below them.
    let mut waiting: Vec<usize> = Vec::new();
    let mut current: Option<Frame> = None;
    // The last line of one word above each table.
    let mut titles: Vec<Option<usize>> = Vec::new();
    for row in 0..sheet.rows.len() {
        match kind(filled, row, current.is_some()) {
            Kind::Blank => {}
            Kind::Words => waiting.push(row),
            Kind::Counts => {
                let (single, heads): (Vec<usize>, Vec<usize>) =
                    waiting.drain(..).partition(|row| is_single(filled, *row));
                let is_new = current.is_none() || !heads.is_empty();
                if is_new {
                    frames.extend(current.take());
                    let headings = headings(filled, &single, &heads, row);
                    let rest = single.iter().copied().filter(|row| !headings.contains(row));
                    let lowest = headings.last().copied();
                    let (below, above): (Vec<usize>, Vec<usize>) =
                        rest.partition(|row| lowest.is_some_and(|lowest| *row > lowest));
                    let mut frame = Frame {
                        sheet: number,
                        headings,
                        rows: Vec::new(),
                        names: Vec::new(),
                        counts: Vec::new(),
                        beside: Vec::new(),
                        sections: Vec::new(),
                    };
                    // The last line above a further table is about it; above the first it is a title.
                    titles.push(above.last().copied());
                    if !frames.is_empty()
                        && let Some(&last) = above.last()
                    {
                        frame.sections.push((last, only_words(filled, last)));
                    } else {
                        remarks.extend(above.iter().map(|row| remark(number, filled, *row)));
                    }
                    frame.sections.extend(below.iter().map(|row| (*row, only_words(filled, *row))));
                    current = Some(frame);
                } else if let Some(frame) = &mut current {
                    frame
                        .sections
                        .extend(single.iter().map(|row| (*row, only_words(filled, *row))));
                }
                if let Some(frame) = &mut current {
                    frame.rows.push(row);
                }
            }
        }
    }
    remarks.extend(waiting.iter().map(|row| remark(number, filled, *row)));
    frames.extend(current);
    let demoted = name_first_block(filled, &mut frames, &titles);
    remarks.extend(demoted.into_iter().map(|row| remark(number, filled, row)));
    for frame in &mut frames {
        columns::tell(filled, frame);
        remarks.extend(frame.sections.iter().map(|(row, _)| remark(number, filled, *row)));
    }
    frames.retain(|frame| !frame.counts.is_empty());
    (frames, remarks)
}

/// A line above the first of several tables is no title where the others, with the same headings,
/// have one each; a single line between headings and counts ("antal personer") is no block.
///
/// Gives the lines that are titles of tables after all.
fn name_first_block(filled: &Filled, frames: &mut [Frame], titles: &[Option<usize>]) -> Vec<usize> {
    let words = |frame: &Frame| {
        let row = frame.headings.last()?;
        let cells = filled.sheet.rows.get(*row).map_or(0, Vec::len);
        Some((0..cells).map(|column| filled.words(*row, column)).collect::<Vec<_>>())
    };
    let is_named = |frame: &Frame| {
        frame.sections.first().is_some_and(|(row, _)| frame.rows.first().is_some_and(|r| row < r))
    };
    if let ([first, others @ ..], Some(Some(title))) = (&mut *frames, titles.first())
        && !is_named(first)
        && !others.is_empty()
        && others.iter().all(|other| is_named(other) && words(other) == words(first))
    {
        first.sections.insert(0, (*title, only_words(filled, *title)));
        return Vec::new();
    }
    let mut demoted = Vec::new();
    let heads: Vec<_> = frames.iter().map(words).collect();
    for (at, frame) in frames.iter_mut().enumerate() {
        let is_one_of_several =
            (0..heads.len()).any(|other| other != at && heads[other] == heads[at]);
        let lowest = frame.headings.last().copied().filter(|_| !is_one_of_several);
        let is_title = |row: usize| lowest.is_some_and(|lowest| row < lowest);
        demoted.extend(frame.sections.iter().map(|(row, _)| *row).filter(|row| is_title(*row)));
        frame.sections.retain(|(row, _)| !is_title(*row));
    }
    if let [only] = frames
        && only.sections.len() == 1
        && is_named(only)
    {
        demoted.extend(only.sections.drain(..).map(|(row, _)| row));
    }
    demoted
}

enum Kind {
    Blank,
    Words,
    Counts,
}

fn kind(filled: &Filled, row: usize, inside: bool) -> Kind {
    let cells = filled.sheet.rows.get(row).map_or(0, Vec::len);
    let looks = |wanted: Look| {
        (0..cells).map(|column| filled.cell(row, column)).filter(move |cell| look(cell) == wanted)
    };
    if looks(Look::Number).next().is_none() {
        let is_blank = looks(Look::Word).next().is_none();
        return if is_blank { Kind::Blank } else { Kind::Words };
    }
    // Years, quarters and codes over columns are headings; below one they are counts like others.
    if inside {
        return Kind::Counts;
    }
    let numbers: Vec<String> = looks(Look::Number).map(value::words).collect();
    let numbers: Vec<&str> = numbers.iter().map(|number| number.trim()).collect();
    let words: Vec<String> = looks(Look::Word).map(value::words).collect();
    let first = words.first().map(|word| plain(word));
    let heading = first.as_deref().and_then(vocabulary::heading);
    let periods = numbers.iter().all(|number| vocabulary::period(number).is_some());
    let codes = vocabulary::are_group_codes(numbers.iter().copied());
    let disco = numbers.len() >= 3
        && numbers
            .iter()
            .enumerate()
            .all(|(at, number)| number.len() == 1 && !numbers[..at].contains(number))
        && heading == Some(Dimension::Level);
    let is_heading = (first.is_none() || heading.is_some()) && (periods || codes || disco);
    // "Opgjort 2025" in two cells over the first table is a title.
    let is_title =
        periods && numbers.len() == 1 && words.len() == 1 && !known_name(first.as_deref());
    if is_heading || is_title { Kind::Words } else { Kind::Counts }
}

fn known_name(plain: Option<&str>) -> bool {
    plain.is_some_and(|word| {
        super::levels::sense(word).preset.is_some()
            || vocabulary::group(word).is_some()
            || vocabulary::is_total(word)
    })
}

/// Whether a row has one text, however many cells it is merged over.
fn is_single(filled: &Filled, row: usize) -> bool {
    let cells = filled.sheet.rows.get(row).map_or(0, Vec::len);
    let mut words = (0..cells).map(|column| filled.words(row, column)).filter(|w| !w.is_empty());
    let first = words.next();
    words.all(|other| Some(&other) == first.as_ref())
}

fn only_words(filled: &Filled, row: usize) -> String {
    let cells = filled.sheet.rows.get(row).map_or(0, Vec::len);
    (0..cells).map(|column| filled.words(row, column)).find(|w| !w.is_empty()).unwrap_or_default()
}

fn remark(sheet: usize, filled: &Filled, row: usize) -> Remark {
    let cells = filled.sheet.rows.get(row).map_or(0, Vec::len);
    let mut words: Vec<String> =
        (0..cells).map(|column| filled.words(row, column)).filter(|w| !w.is_empty()).collect();
    words.dedup();
    let first = (0..cells).find(|column| !filled.sheet.cell(row, *column).is_blank());
    Remark { sheet, row, column: first.unwrap_or(0), text: words.join("; ") }
}

/// The words of a table's headings and of its columns of remarks, each as a remark.
pub fn heads(filled: &Filled, frame: &Frame) -> Vec<Remark> {
    const MOST_ROWS: usize = 500;
    let columns = || frame.names.iter().chain(&frame.counts);
    let is_beside = |column: &&usize| {
        frame.headings.iter().any(|row| {
            vocabulary::heading(&plain(&filled.words(*row, **column))) == Some(Dimension::Ignored)
        })
    };
    let rows = || frame.rows.iter().take(MOST_ROWS);
    let beside = frame.names.iter().filter(is_beside).chain(&frame.beside);
    let beside = beside.flat_map(|column| rows().map(move |row| (*row, *column)));
    let heads = frame.headings.iter().flat_map(|row| columns().map(move |column| (*row, *column)));
    let places = heads.chain(beside);
    let own = places.filter(|(row, column)| !filled.sheet.cell(*row, *column).is_blank());
    own.map(|(row, column)| Remark {
        sheet: frame.sheet,
        row,
        column,
        text: filled.words(row, column),
    })
    .collect()
}

/// The heading rows of a table whose first counts stand in `first`.
fn headings(filled: &Filled, single: &[usize], heads: &[usize], first: usize) -> Vec<usize> {
    let edge = first_column(filled, first);
    let Some(&lowest) = heads.last() else {
        // A heading of one word over one column of counts: only right above it and not in the
        // first column, where titles stand.
        let is_heading =
            |row: &&usize| first.saturating_sub(**row) == 1 && filled.cell(**row, edge).is_blank();
        return single.iter().filter(is_heading).copied().collect();
    };
    // Headings stand together; what is above a gap, or a line of its own, is a title.
    let mut headings = vec![lowest];
    for &row in heads.iter().rev().skip(1) {
        let above = headings.last().copied().unwrap_or(lowest);
        if above - row <= 1 + usize::from(is_blank_between(filled, row, above)) && above - row <= 2
        {
            headings.push(row);
        }
    }
    // A single word right above them that stands over counts heads them all.
    let top = headings.last().copied().unwrap_or(lowest);
    let over = single.iter().find(|row| **row + 1 == top && filled.cell(**row, edge).is_blank());
    headings.extend(over);
    headings.reverse();
    // One word over every column of counts, below the others: "Kvinder, Kvinder".
    let under = single.iter().filter(|row| **row > lowest && filled.cell(**row, edge).is_blank());
    headings.extend(under);
    headings
}

/// The first column in which a row has something.
fn first_column(filled: &Filled, row: usize) -> usize {
    let cells = filled.sheet.rows.get(row).map_or(0, Vec::len);
    (0..cells).find(|column| !filled.cell(row, *column).is_blank()).unwrap_or(0)
}

fn is_blank_between(filled: &Filled, above: usize, below: usize) -> bool {
    (above + 1..below)
        .all(|row| filled.sheet.rows.get(row).is_none_or(|cells| cells.iter().all(Cell::is_blank)))
}
