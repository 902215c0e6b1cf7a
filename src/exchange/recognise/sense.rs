//! What the words around a count say about it, direction by direction.
//!
//! More than 400 lines because the directions settle each other: a row is read by what its columns
//! turned out to be.

use super::frame::{Filled, Frame};
use super::levels;
use super::mask::Mask;
use super::vocabulary::{self, Dimension, Sex};
use super::words::plain;
use crate::exchange::reading::{FilePart, LevelName, Role, Understood};
use std::collections::HashMap;

/// A level or an area of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Index among the names found.
    Named(usize),
    Total,
    NotStated,
}

/// Which people of both sexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sexes {
    Both,
    One(Sex),
}

/// What is said about the counts of one row, column or sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sense {
    pub level: Option<Part>,
    pub area: Option<Part>,
    /// The people counted; everybody where nothing is said.
    pub mask: Mask,
    pub has_group: bool,
    pub sex: Option<Sexes>,
    pub period: Option<String>,
    pub is_subset: bool,
    pub is_share: bool,
    pub is_full_time: bool,
    pub is_ignored: bool,
}

impl Default for Sense {
    fn default() -> Sense {
        Sense {
            level: None,
            area: None,
            mask: Mask::ALL,
            has_group: false,
            sex: None,
            period: None,
            is_subset: false,
            is_share: false,
            is_full_time: false,
            is_ignored: false,
        }
    }
}

impl Sense {
    /// What both say together.
    pub fn with(&self, other: &Sense) -> Sense {
        Sense {
            level: self.level.or(other.level),
            area: self.area.or(other.area),
            mask: self.mask.and(other.mask),
            has_group: self.has_group || other.has_group,
            sex: match (self.sex, other.sex) {
                (Some(Sexes::Both) | None, Some(sex)) | (Some(sex), _) => Some(sex),
                (None, None) => None,
            },
            period: self.period.clone().or_else(|| other.period.clone()),
            is_subset: self.is_subset || other.is_subset,
            is_share: self.is_share || other.is_share,
            is_full_time: self.is_full_time || other.is_full_time,
            is_ignored: self.is_ignored || other.is_ignored,
        }
    }
}

/// Names of levels and areas, each once, in the order of the file.
#[derive(Default)]
pub struct Names {
    pub levels: Vec<(LevelName, bool)>,
    pub areas: Vec<String>,
    level_of: HashMap<String, usize>,
    area_of: HashMap<String, usize>,
}

impl Names {
    fn level(&mut self, words: &str) -> usize {
        let key = plain(words);
        if let Some(&known) = self.level_of.get(&key) {
            return known;
        }
        let mut sense = levels::sense(&key);
        let code = words.trim().trim_end_matches('.');
        if sense.preset.is_none() && code.len() <= 6 && code.bytes().all(|b| b.is_ascii_digit()) {
            let digit = code.bytes().next().unwrap_or(b'0');
            sense = levels::LevelSense { preset: levels::level_of_disco(digit), is_disco: true };
        }
        self.levels
            .push((LevelName { name: words.to_owned(), preset: sense.preset }, sense.is_disco));
        self.level_of.insert(key, self.levels.len() - 1);
        self.levels.len() - 1
    }

    pub fn area(&mut self, words: &str) -> usize {
        let key = plain(words);
        if let Some(&known) = self.area_of.get(&key) {
            return known;
        }
        self.areas.push(words.to_owned());
        self.area_of.insert(key, self.areas.len() - 1);
        self.areas.len() - 1
    }
}

/// Adds what a word says in a direction.
pub fn apply(dimension: Option<Dimension>, words: &str, names: &mut Names, sense: &mut Sense) {
    let plain = plain(words);
    if plain.is_empty() {
        return;
    }
    if let Some(rest) = vocabulary::subset_of(&plain) {
        sense.is_subset = true;
        if let Some(set) = vocabulary::group(rest) {
            sense.mask = sense.mask.and(set);
            sense.has_group = true;
        }
        return;
    }
    let total = vocabulary::is_total(&plain);
    let part = |named: &mut dyn FnMut() -> usize| {
        if total {
            Part::Total
        } else if vocabulary::is_not_stated(&plain) {
            Part::NotStated
        } else {
            Part::Named(named())
        }
    };
    match dimension {
        Some(Dimension::Group) => {
            let code = vocabulary::group_of_code(words.trim());
            let without_share: Vec<&str> = super::words::tokens(&plain)
                .filter(|word| !vocabulary::is_percentage(word) && *word != "i")
                .collect();
            let set = vocabulary::group(&plain)
                .or_else(|| vocabulary::group(&without_share.join(" ")))
                .or(code)
                .or(total.then_some(Mask::ALL));
            match set {
                Some(set) => {
                    sense.mask = sense.mask.and(set);
                    sense.has_group |= set != Mask::ALL;
                }
                None if vocabulary::is_percentage(&plain) => {}
                None if vocabulary::heading(&plain) == Some(Dimension::Measure) => {}
                None => sense.is_ignored = true,
            }
        }
        Some(Dimension::Level) => sense.level = Some(part(&mut || names.level(words))),
        Some(Dimension::Area) => sense.area = Some(part(&mut || names.area(words))),
        Some(Dimension::Sex) => {
            sense.sex = match vocabulary::sex(&plain) {
                Some(sex) => Some(Sexes::One(sex)),
                None if total => Some(Sexes::Both),
                None => sense.sex,
            };
        }
        Some(Dimension::Period) => {
            sense.period = vocabulary::period(words).or_else(|| Some(words.to_owned()));
        }
        _ => {}
    }
}

/// The direction that most of these words speak of.
pub fn vote<'a>(words: impl Iterator<Item = &'a str>) -> Option<Dimension> {
    let mut votes: [(Dimension, usize); 5] = [
        (Dimension::Group, 0),
        (Dimension::Level, 0),
        (Dimension::Sex, 0),
        (Dimension::Period, 0),
        (Dimension::Measure, 0),
    ];
    let mut seen: Vec<String> = Vec::new();
    for word in words {
        let plain = plain(word);
        if plain.is_empty() || seen.contains(&plain) || seen.len() > 200 {
            continue;
        }
        let rest = vocabulary::subset_of(&plain).unwrap_or(&plain);
        let index = if vocabulary::group(rest).is_some() && !vocabulary::is_total(rest)
            || vocabulary::group(rest).is_some_and(|set| set != Mask::NOT_STATED)
        {
            Some(0)
        } else if levels::sense(&plain).preset.is_some() {
            Some(1)
        } else if vocabulary::sex(&plain).is_some() {
            Some(2)
        } else if vocabulary::period(word).is_some() {
            Some(3)
        } else if vocabulary::heading(&plain) == Some(Dimension::Measure)
            || vocabulary::is_percentage(&plain)
        {
            Some(4)
        } else {
            None
        };
        if let Some(index) = index {
            votes[index].1 += 1;
        }
        seen.push(plain);
    }
    let known = seen.iter().filter(|w| !vocabulary::is_total(w) && !vocabulary::is_not_stated(w));
    let known = known.count();
    let best =
        votes.iter().max_by_key(|(dimension, votes)| (*votes, *dimension != Dimension::Measure))?;
    (best.1 > 0 && (best.1 * 3 > known || best.0 == Dimension::Level)).then_some(best.0)
}

/// The senses of a table's columns and rows.
pub struct Senses {
    pub columns: Vec<Sense>,
    pub rows: Vec<Sense>,
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
    let mut taken: Vec<Option<Dimension>> =
        heads.iter().map(|line| vote(line.iter().map(String::as_str))).collect();
    // Columns of names, by their heading or by what they hold.
    let mut name_dimensions: Vec<Option<Dimension>> = Vec::new();
    for &column in &frame.names {
        let head = lowest_heading(filled, frame, column);
        let meaning = vocabulary::heading(&plain(&head)).filter(|d| *d != Dimension::Measure);
        let content = || {
            let rows = frame.rows.iter().take(400);
            let words: Vec<String> = rows.map(|row| filled.words(*row, column)).collect();
            if vocabulary::are_group_codes(words.iter().map(|word| word.trim())) {
                return Some(Dimension::Group);
            }
            vote(words.iter().map(String::as_str)).filter(|d| *d != Dimension::Measure)
        };
        let corrected = roles(FilePart::Column { sheet, column: column as u32 + 1 });
        let by_content = content();
        name_dimensions.push(match corrected.as_ref().and_then(dimension_of) {
            Some(role) => Some(role),
            None => match (meaning, by_content) {
                (Some(Dimension::Area | Dimension::Level), Some(Dimension::Group)) => by_content,
                (Some(Dimension::Area), Some(Dimension::Level)) => by_content,
                (None, by_content) => by_content,
                (meaning, _) => meaning,
            },
        });
    }
    settle(&mut taken, &mut name_dimensions, &heads);
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
    }
    for (sense, &column) in columns.iter_mut().zip(&frame.counts) {
        if let Some(role) = roles(FilePart::Column { sheet, column: column as u32 + 1 }) {
            correct(sense, &role, names);
        }
    }
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
    Senses { columns, rows }
}

/// Gives lines whose words nobody knows the direction that is still free.
fn settle(heads: &mut [Option<Dimension>], names: &mut [Option<Dimension>], words: &[Vec<String>]) {
    let has = |heads: &[Option<Dimension>], names: &[Option<Dimension>], d: Dimension| {
        heads.contains(&Some(d)) || names.contains(&Some(d))
    };
    for at in 0..names.len() {
        if names[at].is_none() {
            names[at] = Some(match has(heads, names, Dimension::Level) {
                false if at + 1 == names.len() || has(heads, names, Dimension::Area) => {
                    Dimension::Level
                }
                false => Dimension::Area,
                true if has(heads, names, Dimension::Area) => Dimension::Ignored,
                true => Dimension::Area,
            });
        }
    }
    // A second column of levels or areas: names beside codes of the same thing.
    for at in 0..heads.len() {
        let counts_words = words[at].iter().filter(|word| !word.is_empty()).count();
        if heads[at].is_none() && counts_words > 1 {
            let mut distinct: Vec<&String> = words[at].iter().filter(|w| !w.is_empty()).collect();
            distinct.sort_unstable();
            distinct.dedup();
            let several = distinct.len() > 1;
            if !several || !has(heads, names, Dimension::Group) {
                continue;
            }
            heads[at] = if !has(heads, names, Dimension::Level) {
                Some(Dimension::Level)
            } else if !has(heads, names, Dimension::Area) {
                Some(Dimension::Area)
            } else {
                None
            };
        }
    }
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
            // "I alt" below nothing is everybody's total, not the last heading's.
            let stands_alone = below.as_deref().is_some_and(|below| {
                vocabulary::is_total(below)
                    || vocabulary::group(below) == Some(Mask::NOT_STATED)
                    || below.is_empty()
            });
            if line == lowest || stands_alone { String::new() } else { last.clone() }
        });
        lines.push(words.collect());
    }
    lines
}

fn lowest_heading(filled: &Filled, frame: &Frame, column: usize) -> String {
    let words = frame.headings.iter().rev().map(|row| filled.words(*row, column));
    words.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
}

fn row_senses(
    filled: &Filled,
    frame: &Frame,
    dimensions: &[Option<Dimension>],
    roles: &dyn Fn(FilePart) -> Option<Role>,
    names: &mut Names,
) -> Vec<Sense> {
    let mut above: Vec<String> = vec![String::new(); frame.names.len()];
    let mut sections = frame.sections.iter().peekable();
    let mut section: Option<(Option<Dimension>, String)> = None;
    let free = |d: Dimension| !dimensions.contains(&Some(d));
    let mut rows = Vec::with_capacity(frame.rows.len());
    for &row in &frame.rows {
        while let Some((_, words)) = sections.next_if(|(at, _)| *at < row) {
            let plain = plain(words);
            let dimension = if levels::sense(&plain).preset.is_some() && free(Dimension::Level) {
                Dimension::Level
            } else if vocabulary::group(&plain).is_some() && free(Dimension::Group) {
                Dimension::Group
            } else if free(Dimension::Area) {
                Dimension::Area
            } else {
                Dimension::Ignored
            };
            section = Some((Some(dimension), words.clone()));
            above.iter_mut().for_each(String::clear);
        }
        let own: Vec<String> = frame.names.iter().map(|c| filled.words(row, *c)).collect();
        let mut sense = Sense::default();
        let total_beside = own.iter().any(|words| vocabulary::is_total(&plain(words)));
        for (at, dimension) in dimensions.iter().enumerate() {
            let mut words = own[at].clone();
            if words.is_empty() {
                let others = own.iter().enumerate().any(|(other, w)| other != at && !w.is_empty());
                let is_area_total = *dimension == Some(Dimension::Area) && !last_row(frame, row);
                words = if others && (!total_beside || is_area_total) {
                    above[at].clone()
                } else if others && matches!(dimension, Some(Dimension::Level | Dimension::Area)) {
                    "i alt".to_owned()
                } else {
                    String::new()
                };
            } else if !vocabulary::is_total(&plain(&words)) {
                above[at].clone_from(&words);
            }
            // Two columns of the same direction: the first that knows its words counts.
            let repeats = dimensions[..at].contains(dimension)
                && matches!(dimension, Some(Dimension::Level | Dimension::Area));
            if !repeats {
                apply(*dimension, &words, names, &mut sense);
            }
        }
        if let Some((dimension, words)) = &section {
            apply(*dimension, words, names, &mut sense);
        }
        if let Some(role) = roles(FilePart::Row { sheet: frame.sheet as u32, row: row as u32 + 1 })
        {
            correct(&mut sense, &role, names);
        }
        rows.push(sense);
    }
    rows
}

fn last_row(frame: &Frame, row: usize) -> bool {
    frame.rows.last() == Some(&row)
}

/// What a correction says instead.
pub fn correct(sense: &mut Sense, role: &Role, names: &mut Names) {
    sense.is_ignored = *role == Role::Ignored;
    sense.is_subset = *role == Role::Subset;
    match role {
        Role::Group(origin) => {
            sense.mask = Mask::of(*origin);
            sense.has_group = true;
        }
        Role::OriginNotStated => {
            sense.mask = Mask::NOT_STATED;
            sense.has_group = true;
        }
        Role::Total => match (sense.has_group, sense.level, sense.area) {
            (false, Some(_), _) => sense.level = Some(Part::Total),
            (false, None, Some(_)) => sense.area = Some(Part::Total),
            _ => sense.mask = Mask::ALL,
        },
        Role::Level(level) => {
            let index = names.level(&level.name);
            names.levels[index].0.preset = level.preset;
            sense.level = Some(Part::Named(index));
        }
        Role::LevelNotStated => sense.level = Some(Part::NotStated),
        Role::Area(area) => sense.area = Some(Part::Named(names.area(area))),
        Role::AreaNotStated => sense.area = Some(Part::NotStated),
        _ => {}
    }
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
        (Some(crate::workforce::Column::Group(origin)), _, _) => Role::Group(origin),
        (Some(crate::workforce::Column::OriginNotStated), _, _) => Role::OriginNotStated,
        (None, Some(Part::Named(index)), _) => named(index).map_or(Role::Ignored, Role::Level),
        (None, Some(Part::NotStated), _) => Role::LevelNotStated,
        (None, Some(Part::Total), _) | (None, None, Some(Part::Total)) => Role::Total,
        (None, None, Some(Part::Named(index))) => Role::Area(names.areas[index].clone()),
        (None, None, Some(Part::NotStated)) => Role::AreaNotStated,
        (None, None, None) if sense.has_group => Role::Ignored,
        (None, None, None) => Role::Counts,
    }
}
