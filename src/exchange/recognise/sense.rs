//! What the words around a count say about it, direction by direction.
//!
//! Here is what one word says and what several say together. Absent: which words stand around a
//! count. Read next: [`super::lines`].

use super::levels;
use super::mask::Mask;
use super::vocabulary::{self, Dimension, Sex};
use super::words::plain;
use crate::exchange::reading::{LevelName, Role};
use std::collections::HashMap;
use std::rc::Rc;

/// A level or an area of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Index among the names found.
    Named(usize),
    /// "… i alt" behind a name: the name's total where the name stands elsewhere, else everything.
    TotalOf(usize),
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
    pub period: Option<Rc<str>>,
    pub is_subset: bool,
    pub is_share: bool,
    pub is_full_time: bool,
    pub is_ignored: bool,
    /// Left out because nobody knows what its heading means.
    pub is_unknown: bool,
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
            is_unknown: false,
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
            is_unknown: self.is_unknown || other.is_unknown,
        }
    }
}

/// Names of levels and areas, each once, in the order of the file.
#[derive(Default)]
pub struct Names {
    pub levels: Vec<(LevelName, bool)>,
    pub areas: Vec<String>,
    /// Whether a heading says that levels are DISCO codes.
    pub says_disco: bool,
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
        let first = words.split_whitespace().next().unwrap_or_default();
        let code = if self.says_disco { first } else { words.trim() }.trim_end_matches('.');
        let is_code = (1..=6).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
        if sense.preset.is_none() && is_code {
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
            let code = || vocabulary::group_of_code(words.trim());
            let known = vocabulary::group_and_sex(&plain)
                .or_else(|| code().or(total.then_some(Mask::ALL)).map(|set| (set, None)));
            match known {
                Some((set, sex)) => {
                    sense.sex = sex.map(Sexes::One).or(sense.sex);
                    if sense.period.is_none() {
                        sense.period =
                            words.split_whitespace().find_map(vocabulary::period).map(Rc::from);
                    }
                    sense.mask = sense.mask.and(set);
                    sense.has_group |= set != Mask::ALL;
                }
                None if vocabulary::is_percentage(&plain) => {}
                None if vocabulary::heading(&plain) == Some(Dimension::Measure) => {}
                None => (sense.is_ignored, sense.is_unknown) = (true, true),
            }
        }
        Some(Dimension::Level) => {
            sense.level = Some(match total_of(&plain, words) {
                Some(name) if levels::sense(&self::plain(name)).preset.is_some() => {
                    Part::Named(names.level(name))
                }
                Some(name) => Part::TotalOf(names.level(name)),
                None => part(&mut || names.level(words)),
            });
        }
        Some(Dimension::Area) => {
            sense.area = Some(match total_of(&plain, words) {
                Some(name) => Part::TotalOf(names.area(name)),
                None => part(&mut || names.area(words)),
            });
        }
        Some(Dimension::Sex) => {
            sense.sex = match vocabulary::sex(&plain) {
                Some(sex) => Some(Sexes::One(sex)),
                None if total => Some(Sexes::Both),
                None => sense.sex,
            };
        }
        Some(Dimension::Period) => {
            sense.period =
                Some(vocabulary::period(words).unwrap_or_else(|| words.to_owned()).into());
        }
        _ => {}
    }
}

/// The name in "Drift i alt", where the words are no total in themselves.
fn total_of<'a>(plain: &str, words: &'a str) -> Option<&'a str> {
    (vocabulary::is_total(plain) && !vocabulary::is_everything(plain))
        .then(|| vocabulary::total_of(words))
        .flatten()
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
        let group = vocabulary::group_and_sex(rest).map(|(set, _)| set);
        let index = if group.is_some() && !vocabulary::is_total(rest)
            || group.is_some_and(|set| set != Mask::NOT_STATED)
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

/// What a correction says instead.
pub fn correct(sense: &mut Sense, role: &Role, names: &mut Names) {
    sense.is_ignored = *role == Role::Ignored;
    sense.is_unknown = false;
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
