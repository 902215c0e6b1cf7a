//! What each column of names and each line of headings tells people apart by.
//!
//! What a heading says comes first, then what stands in the cells, then what is still free. Absent:
//! what a single row or column says. Read next: [`super::lines`].

use super::frame::{Filled, Frame};
use super::levels;
use super::sense::vote;
use super::vocabulary::{self, Dimension};
use super::words::plain;

/// The direction of a column of names: what its heading says, unless what stands in it is plainly
/// something else.
pub fn direction_of_names(
    filled: &Filled,
    frame: &Frame,
    column: usize,
    groups_above: bool,
) -> Option<Dimension> {
    let head = plain(&lowest_heading(filled, frame, column));
    let meaning = vocabulary::heading(&head).filter(|d| *d != Dimension::Measure);
    let mut words: Vec<String> =
        frame.rows.iter().take(400).map(|row| filled.words(*row, column)).collect();
    words.sort_unstable();
    words.dedup();
    if vocabulary::are_group_codes(words.iter().map(|word| word.trim()).filter(|w| !w.is_empty())) {
        return Some(Dimension::Group);
    }
    let content =
        vote(words.iter().map(String::as_str)).filter(|found| *found != Dimension::Measure);
    match (meaning, content) {
        (Some(Dimension::Area | Dimension::Level), Some(Dimension::Group)) | (None, _) => content,
        // A department may be called "Ledelse"; several that are all levels are no departments.
        (Some(Dimension::Area), Some(Dimension::Level)) => {
            let names = words.iter().map(|word| plain(word)).filter(|word| {
                !word.is_empty() && !vocabulary::is_total(word) && !vocabulary::is_not_stated(word)
            });
            let known = |word: String| levels::sense(&word).preset.is_some();
            let (known, others): (Vec<bool>, Vec<bool>) = names.map(known).partition(|is| *is);
            let are_levels = match vocabulary::says_area(&head) {
                true => others.is_empty() && known.len() >= 3,
                false => known.len() > others.len(),
            };
            if are_levels { content } else { meaning }
        }
        // "Gruppe" beside groups that stand above is a group of something else.
        (Some(Dimension::Group), content) if groups_above && content != meaning => content,
        (meaning, _) => meaning,
    }
}

/// Gives lines whose words nobody knows the direction that a word beside or above them names:
/// "Afdeling" over all of them, or in the corner ("Herkomst / Afdeling").
pub fn labelled(
    filled: &Filled,
    frame: &Frame,
    heads: &[Vec<String>],
    names: &[Option<Dimension>],
    taken: &mut [Option<Dimension>],
) {
    let label = |words: &str| {
        vocabulary::heading(&plain(words))
            .filter(|d| matches!(d, Dimension::Area | Dimension::Level))
    };
    for (line, &row) in frame.headings.iter().enumerate() {
        if taken[line].is_some() {
            continue;
        }
        let above = line.checked_sub(1).map(|above| &heads[above]).and_then(|words| {
            let first = words.iter().find(|word| !word.is_empty())?;
            let alone = words.iter().all(|word| word.is_empty() || word == first);
            label(first).filter(|_| alone)
        });
        let corner = || {
            frame.names.iter().zip(names).find_map(|(column, dimension)| {
                let corner = filled.words(row, *column);
                let mut said = corner.split(['/', '\\', '|', '→', '×']).filter_map(label);
                said.find(|said| Some(*said) != *dimension)
            })
        };
        let mut words = heads[line].iter().filter(|word| !word.is_empty());
        let first = words.next();
        if words.any(|word| Some(word) != first) {
            taken[line] = above.or_else(corner).filter(|said| !names.contains(&Some(*said)));
        }
    }
}

/// Gives lines whose words nobody knows the direction that is still free.
pub fn settle(
    heads: &mut [Option<Dimension>],
    names: &mut [Option<Dimension>],
    words: &[Vec<String>],
) {
    let has = |heads: &[Option<Dimension>], names: &[Option<Dimension>], d: Dimension| {
        heads.contains(&Some(d)) || names.contains(&Some(d))
    };
    for at in 0..names.len() {
        if names[at].is_none() {
            // The first of two is wider: areas, and the levels inside them. One alone is levels.
            let is_last = !names[at + 1..].contains(&None);
            names[at] = Some(match has(heads, names, Dimension::Level) {
                false if is_last || has(heads, names, Dimension::Area) => Dimension::Level,
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

/// The words nearest above a column.
pub fn lowest_heading(filled: &Filled, frame: &Frame, column: usize) -> String {
    let words = frame.headings.iter().rev().map(|row| filled.words(*row, column));
    words.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
}
