//! What every row and column of a table says: headings above, names beside, headings between.
//!
//! Directions settle each other: a row is read by what its columns turned out to be. Absent: what a
//! single word says ([`super::sense`]). Read next: [`super::entries`].

use super::blocks::{self, Blocks};
use super::directions::{direction_of_names, labelled, lowest_heading, settle};
use super::frame::{Filled, Frame};
use super::mask::Mask;
use super::sense::{Names, Part, Sense, apply, correct, vote};
use super::value::{Look, look};
use super::vocabulary::{self, Dimension};
use super::words::plain;
use crate::exchange::book::Cell;
use crate::exchange::count::{self, CountError};
use crate::exchange::reading::{At, FilePart, Role, Understood};
use crate::workforce::Column;
use std::collections::HashMap;

/// The senses of a table's columns and rows.
pub struct Senses {
    pub columns: Vec<Sense>,
    pub rows: Vec<Sense>,
    /// Places of headings over whole numbers that nobody understands.
    pub unknown: Vec<At>,
}

/// Works out what every row and column of a table says.
pub fn senses(
    filled: &Filled,
    frame: &Frame,
    roles: &dyn Fn(FilePart) -> Option<Role>,
    names: &mut Names,
    understood: &mut Vec<Understood>,
) -> Senses {
    let sheet = frame.sheet as u32;
    let heads: Vec<Vec<String>> = heading_words(filled, frame);
    let mut columns = vec![Sense::default(); frame.counts.len()];
    let of_line = |line: &Vec<String>| {
        let words = || line.iter().map(|word| word.trim()).filter(|word| !word.is_empty());
        match vocabulary::are_group_codes(words()) {
            true => Some(Dimension::Group),
            false => vote(words()),
        }
    };
    let mut taken: Vec<Option<Dimension>> = heads.iter().map(of_line).collect();
    // Columns of names, by their heading or by what they hold.
    let mut name_dimensions: Vec<Option<Dimension>> = Vec::new();
    for &column in &frame.names {
        let part = FilePart::Column { sheet, column: column as u32 + 1 };
        let dimension = roles(part).as_ref().and_then(dimension_of).or_else(|| {
            let groups_above = taken.contains(&Some(Dimension::Group));
            direction_of_names(filled, frame, column, groups_above)
        });
        name_dimensions.push(dimension);
    }
    labelled(filled, frame, &heads, &name_dimensions, &mut taken);
    // Lines between the rows take a direction like a column of names.
    let between = blocks::direction(frame);
    name_dimensions.extend(between.map(Some));
    settle(&mut taken, &mut name_dimensions, &heads);
    name_dimensions.truncate(frame.names.len());
    for (line, (words, dimension)) in heads.iter().zip(&taken).enumerate() {
        let is_lowest = line + 1 == heads.len();
        for (sense, word) in columns.iter_mut().zip(words) {
            let plain = plain(word);
            sense.is_share |= vocabulary::is_percentage(&plain);
            sense.is_full_time |= vocabulary::is_full_time_equivalents(&plain);
            sense.is_ignored |= is_lowest
                && matches!(vocabulary::heading(&plain), Some(Dimension::Ignored | Dimension::Age));
            apply(*dimension, word, names, sense);
        }
        // Beside "Antal" another column of numbers counts something else.
        let is_measure =
            |word: &String| vocabulary::heading(&plain(word)) == Some(Dimension::Measure);
        if is_lowest && *dimension == Some(Dimension::Measure) && words.iter().any(is_measure) {
            for (sense, word) in columns.iter_mut().zip(words) {
                let plain = plain(word);
                let is_known = is_measure(word)
                    || plain.is_empty()
                    || vocabulary::is_percentage(&plain)
                    || vocabulary::is_total(&plain)
                    || vocabulary::subset_of(&plain).is_some()
                    || vocabulary::is_full_time_equivalents(&plain)
                    || vocabulary::group_and_sex(&plain).is_some()
                    || sense.is_ignored;
                if !is_known {
                    (sense.is_ignored, sense.is_unknown) = (true, true);
                }
            }
        }
    }
    settle_totals(&mut columns);
    for (sense, &column) in columns.iter_mut().zip(&frame.counts) {
        if let Some(role) = roles(FilePart::Column { sheet, column: column as u32 + 1 }) {
            correct(sense, &role, names);
        }
    }
    let unknown = columns.iter().zip(&frame.counts).filter_map(|(sense, &column)| {
        let asked = sense.is_unknown && !sense.is_share && has_whole_numbers(filled, frame, column);
        let row = frame.headings.iter().rev().find(|row| !filled.cell(**row, column).is_blank());
        Some(At { sheet, row: *row? as u32 + 1, column: column as u32 + 1 }).filter(|_| asked)
    });
    let unknown = unknown.collect();
    let says_disco = frame.names.iter().zip(&name_dimensions).any(|(column, dimension)| {
        let head = plain(&lowest_heading(filled, frame, *column));
        *dimension == Some(Dimension::Level) && (head.contains("disco") || head.contains("isco 08"))
    });
    names.says_disco = says_disco;
    let rows = row_senses(filled, frame, &name_dimensions, roles, names);
    for (&column, dimension) in frame.names.iter().zip(&name_dimensions) {
        let part = FilePart::Column { sheet, column: column as u32 + 1 };
        let words = lowest_heading(filled, frame, column);
        understood.push(Understood { part, words, role: role_of_names(*dimension) });
    }
    for (index, (sense, &column)) in columns.iter().zip(&frame.counts).enumerate() {
        let part = FilePart::Column { sheet, column: column as u32 + 1 };
        let mut words: Vec<&str> = heads.iter().map(|line| line[index].as_str()).collect();
        words.retain(|word| !word.is_empty());
        words.dedup();
        let role = match role_of(sense, names) {
            Role::Counts if words.iter().any(|word| vocabulary::is_total(&plain(word))) => {
                Role::Total
            }
            role => role,
        };
        understood.push(Understood { part, words: words.join(" "), role });
    }
    for (sense, &row) in rows.iter().zip(&frame.rows).take(300) {
        if sense.level.is_some() || sense.area.is_some() || sense.has_group {
            let part = FilePart::Row { sheet, row: row as u32 + 1 };
            let words = frame.names.first().map(|c| filled.words(row, *c)).unwrap_or_default();
            understood.push(Understood { part, words, role: role_of(sense, names) });
        }
    }
    Senses { columns, rows, unknown }
}

/// A known number of people, whatever the column says about separators.
pub fn whole(cell: &Cell) -> Option<u64> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && *number >= 0.0 => Some(*number as u64),
        Cell::Text(text) => Some(u64::from(count::read(text).ok()?.known()?)),
        _ => None,
    }
}

/// Whether a column has numbers, and none of them is a fraction.
fn has_whole_numbers(filled: &Filled, frame: &Frame, column: usize) -> bool {
    let mut numbers = frame
        .rows
        .iter()
        .take(200)
        .map(|row| filled.cell(*row, column))
        .filter(|cell| look(cell) == Look::Number)
        .peekable();
    numbers.peek().is_some()
        && numbers.all(|cell| match cell {
            Cell::Number(number) => number.fract() == 0.0,
            Cell::Text(text) => {
                !matches!(count::read(text), Err(CountError::Fraction | CountError::Percentage))
            }
            _ => false,
        })
}

/// The words of each heading row over each column of counts; omitted ones fill to the right.
fn heading_words(filled: &Filled, frame: &Frame) -> Vec<Vec<String>> {
    let lowest = frame.headings.len().saturating_sub(1);
    let mut lines = Vec::new();
    for (line, &row) in frame.headings.iter().enumerate() {
        let mut last = String::new();
        let words = frame.counts.iter().map(|&column| {
            let words = filled.words(row, column);
            if !words.is_empty() {
                last.clone_from(&words);
                return words;
            }
            let below = frame.headings.get(line + 1).map(|row| plain(&filled.words(*row, column)));
            // "I alt" below nothing is everybody's total, unless it is the last heading's.
            let stands_alone = below.as_deref().is_some_and(|below| {
                vocabulary::is_total(below) && !is_total_of_heading(filled, frame, line, column)
                    || vocabulary::group(below) == Some(Mask::NOT_STATED)
                    || below.is_empty()
            });
            if line == lowest || stands_alone { String::new() } else { last.clone() }
        });
        lines.push(words.collect());
    }
    lines
}

/// Whether an "I alt" is the total of the heading that fills right to it: it is the sum of the
/// columns between, or another heading follows.
fn is_total_of_heading(filled: &Filled, frame: &Frame, line: usize, column: usize) -> bool {
    let row = frame.headings[line];
    let Some(below) = frame.headings.get(line + 1) else { return false };
    let (before, after): (Vec<usize>, Vec<usize>) =
        frame.counts.iter().filter(|other| **other != column).partition(|other| **other < column);
    let own = |column: &usize| !filled.cell(row, *column).is_blank();
    let Some(start) = before.iter().rposition(own) else { return false };
    let parts: Vec<usize> = before[start..]
        .iter()
        .copied()
        .filter(|column| !vocabulary::is_total(&plain(&filled.words(*below, *column))))
        .collect();
    if parts.is_empty() || parts.len() < before.len() - start {
        return false;
    }
    let count = |row: usize, column: usize| whole(filled.cell(row, column));
    let sums = frame.rows.iter().take(100).filter_map(|&row| {
        let sum: Option<u64> = parts.iter().map(|column| count(row, *column)).sum();
        Some(sum? == count(row, column)?)
    });
    let sums: Vec<bool> = sums.collect();
    let agrees = sums.iter().filter(|is| **is).count();
    2 * agrees > sums.len() || parts.len() > 1 && after.first().is_some_and(own)
}

/// The words of one column of names with what each says: long tables repeat them in every row.
struct Known {
    dimension: Option<Dimension>,
    words: HashMap<String, Word>,
}

struct Word {
    is_total: bool,
    sense: Sense,
}

impl Known {
    fn of(dimension: Option<Dimension>) -> Known {
        Known { dimension, words: HashMap::new() }
    }

    fn word(&mut self, words: &str, names: &mut Names) -> &Word {
        if !self.words.contains_key(words) {
            let mut sense = Sense::default();
            apply(self.dimension, words, names, &mut sense);
            let is_total = vocabulary::is_total(&plain(words));
            self.words.insert(words.to_owned(), Word { is_total, sense });
        }
        &self.words[words]
    }
}

fn row_senses(
    filled: &Filled,
    frame: &Frame,
    dimensions: &[Option<Dimension>],
    roles: &dyn Fn(FilePart) -> Option<Role>,
    names: &mut Names,
) -> Vec<Sense> {
    let mut above: Vec<String> = vec![String::new(); frame.names.len()];
    let mut known: Vec<Known> = dimensions.iter().map(|dimension| Known::of(*dimension)).collect();
    let mut blocks = Blocks::of(filled, frame, dimensions);
    let mut rows = Vec::with_capacity(frame.rows.len());
    for &row in &frame.rows {
        if let Some(words) = blocks.head(row) {
            let mut sense = Sense { level: Some(Part::Total), ..Sense::default() };
            apply(Some(Dimension::Area), words, names, &mut sense);
            rows.push(sense);
            continue;
        }
        if blocks.enter(row) {
            above.iter_mut().for_each(String::clear);
        }
        let own: Vec<String> = frame.names.iter().map(|c| filled.words(row, *c)).collect();
        let mut sense = Sense::default();
        let total_beside =
            own.iter().zip(&mut known).any(|(words, known)| known.word(words, names).is_total);
        for (at, dimension) in dimensions.iter().enumerate() {
            let mut words = own[at].clone();
            if words.is_empty() {
                let others = own.iter().enumerate().any(|(other, w)| other != at && !w.is_empty());
                let is_area_total = *dimension == Some(Dimension::Area) && !last_row(frame, row);
                words = if others && (!total_beside || is_area_total) {
                    above[at].clone()
                } else if others
                    && matches!(
                        dimension,
                        Some(Dimension::Level | Dimension::Area | Dimension::Sex)
                    )
                {
                    "i alt".to_owned()
                } else {
                    String::new()
                };
            } else if !known[at].word(&words, names).is_total {
                above[at].clone_from(&words);
            }
            // Two columns of the same direction: the first that knows its words counts.
            let repeats = dimensions[..at].contains(dimension)
                && matches!(dimension, Some(Dimension::Level | Dimension::Area));
            if !repeats {
                sense = known[at].word(&words, names).sense.with(&sense);
            }
        }
        blocks.apply(row, total_beside, names, &mut sense);
        if let Some(role) = roles(FilePart::Row { sheet: frame.sheet as u32, row: row as u32 + 1 })
        {
            correct(&mut sense, &role, names);
        }
        rows.push(sense);
    }
    settle_totals(&mut rows);
    rows
}

/// "Drift i alt" is the total of Drift where Drift stands elsewhere, and of everything where not.
fn settle_totals(rows: &mut [Sense]) {
    let places: [fn(&mut Sense) -> &mut Option<Part>; 2] =
        [|sense| &mut sense.level, |sense| &mut sense.area];
    for place in places {
        if !rows.iter_mut().any(|row| matches!(place(row), Some(Part::TotalOf(_)))) {
            continue;
        }
        let mut named: Vec<usize> = Vec::new();
        for row in rows.iter_mut() {
            if let Some(Part::Named(name)) = *place(row)
                && !named.contains(&name)
            {
                named.push(name);
            }
        }
        for row in rows.iter_mut() {
            if let Some(Part::TotalOf(name)) = *place(row) {
                let is_known = named.contains(&name);
                *place(row) = Some(if is_known { Part::Named(name) } else { Part::Total });
            }
        }
    }
}

fn last_row(frame: &Frame, row: usize) -> bool {
    frame.rows.last() == Some(&row)
}

fn dimension_of(role: &Role) -> Option<Dimension> {
    Some(match role {
        Role::LevelNames => Dimension::Level,
        Role::AreaNames => Dimension::Area,
        Role::GroupNames => Dimension::Group,
        Role::SexNames => Dimension::Sex,
        Role::Periods => Dimension::Period,
        Role::Ignored => Dimension::Ignored,
        _ => return None,
    })
}

fn role_of_names(dimension: Option<Dimension>) -> Role {
    match dimension {
        Some(Dimension::Level) => Role::LevelNames,
        Some(Dimension::Area) => Role::AreaNames,
        Some(Dimension::Group) => Role::GroupNames,
        Some(Dimension::Sex) => Role::SexNames,
        Some(Dimension::Period) => Role::Periods,
        _ => Role::Ignored,
    }
}

fn role_of(sense: &Sense, names: &Names) -> Role {
    let named = |index: usize| names.levels.get(index).map(|(level, _)| level.clone());
    if sense.is_ignored || sense.is_share {
        return Role::Ignored;
    }
    if sense.is_subset {
        return Role::Subset;
    }
    match (sense.has_group.then(|| sense.mask.column()).flatten(), sense.level, sense.area) {
        (Some(Column::Group(origin)), _, _) => Role::Group(origin),
        (Some(Column::OriginNotStated), _, _) => Role::OriginNotStated,
        (None, Some(Part::Named(index)), _) => named(index).map_or(Role::Ignored, Role::Level),
        (None, Some(Part::NotStated), _) => Role::LevelNotStated,
        (None, Some(Part::Total | Part::TotalOf(_)), _)
        | (None, None, Some(Part::Total | Part::TotalOf(_))) => Role::Total,
        (None, None, Some(Part::Named(index))) => Role::Area(names.areas[index].clone()),
        (None, None, Some(Part::NotStated)) => Role::AreaNotStated,
        (None, None, None) if sense.has_group => Role::Ignored,
        (None, None, None) => Role::Counts,
    }
}
