//! The levels of a table: which there are, in which order, and what has to be asked about it.

use super::levels::{self, Hint};
use super::sense::Names;
use super::words::plain;
use crate::exchange::reading::{Answers, Choice, Form, LevelName, Meaning, Note, Question, Topic};
use crate::session::PresetLevel;
use crate::workforce::MAX_LEVELS;

/// The levels from entry to top, and for each name of the file the level it is counted in.
pub struct Ladder {
    pub levels: Vec<LevelName>,
    /// By index of a name; `None` when the levels are left out.
    pub level_of: Vec<Option<usize>>,
    pub questions: Vec<Question>,
    pub notes: Vec<Note>,
}

/// Builds the ladder from the names that have counts.
pub fn build(names: &Names, used: &[usize], answers: &Answers) -> Ladder {
    let mut groups: Vec<(LevelName, Vec<usize>)> = Vec::new();
    let mut mapped = false;
    for &index in used {
        let (level, is_disco) = &names.levels[index];
        let same = groups.iter_mut().find(|(known, members)| {
            let both_disco = *is_disco && members.iter().all(|m| names.levels[*m].1);
            level.preset.is_some() && known.preset == level.preset && both_disco
        });
        match same {
            Some((_, members)) => {
                members.push(index);
                mapped = true;
            }
            None => {
                // A second name for the same default level is a level of its own.
                let taken = groups
                    .iter()
                    .any(|(known, _)| known.preset.is_some() && known.preset == level.preset);
                let preset = level.preset.filter(|_| !taken);
                groups.push((LevelName { name: level.name.clone(), preset }, vec![index]));
            }
        }
    }
    let mut ladder = Ladder {
        levels: Vec::new(),
        level_of: vec![None; names.levels.len()],
        questions: Vec::new(),
        notes: if mapped { vec![Note::DiscoGroupsMapped] } else { Vec::new() },
    };
    let chosen = |id: &str| answers.questions.iter().find(|answer| answer.id == id);
    let order = order(&groups);
    if groups.len() > MAX_LEVELS {
        let answer = chosen(MAPPING).and_then(|answer| answer.chosen.first().copied());
        if answer.is_none() {
            ladder.questions.push(mapping_question());
        }
        return if answer == Some(1) { ladder } else { spread(ladder, &groups, &order) };
    }
    let unknown = groups.iter().any(|(level, _)| level.preset.is_none());
    let mut places = order;
    if unknown && groups.len() > 1 {
        let answered = chosen(ORDER).map(|answer| answer.chosen.clone());
        let mut sorted = answered.clone().unwrap_or_default();
        sorted.sort_unstable();
        match answered {
            Some(answered) if sorted.into_iter().eq(0..groups.len()) => places = answered,
            _ => ladder.questions.push(Question {
                id: ORDER.to_owned(),
                topic: Topic::LevelOrder,
                at: None,
                form: Form::Order,
                options: groups.iter().map(|(g, _)| Choice::Words(g.name.clone())).collect(),
                guess: places.clone(),
            }),
        }
    }
    for place in places {
        let (level, members) = &groups[place];
        for member in members {
            ladder.level_of[*member] = Some(ladder.levels.len());
        }
        ladder.levels.push(level.clone());
    }
    ladder
}

const ORDER: &str = "level_order";
const MAPPING: &str = "level_mapping";

fn mapping_question() -> Question {
    Question {
        id: MAPPING.to_owned(),
        topic: Topic::LevelMapping,
        at: None,
        form: Form::One,
        options: [Meaning::SpreadLevels, Meaning::LeaveOutLevels].map(Choice::Means).to_vec(),
        guess: vec![0],
    }
}

/// More levels than there can be: known names on their level, the others in their order between
/// them, for the user to correct.
fn spread(mut ladder: Ladder, groups: &[(LevelName, Vec<usize>)], order: &[usize]) -> Ladder {
    let top = PresetLevel::LADDER.len() - 1;
    let known: Vec<Option<usize>> = order
        .iter()
        .map(|group| {
            let level = &groups[*group].0;
            rank(level).or_else(|| match levels::hint(&plain(&level.name))? {
                Hint::Top => Some(top),
                Hint::Entry => Some(0),
            })
        })
        .collect();
    let step = |at: usize| {
        let even = at * (top + 1) / order.len();
        let below = known[..at].iter().flatten().max().copied().unwrap_or(0);
        let above = known[at..].iter().flatten().min().copied().unwrap_or(top);
        known[at].unwrap_or(if below <= above { even.clamp(below, above) } else { even })
    };
    let steps: Vec<usize> = (0..order.len()).map(step).collect();
    for (place, preset) in PresetLevel::LADDER.iter().enumerate() {
        let inside = || order.iter().zip(&steps).filter(|(_, step)| **step == place);
        let mut names: Vec<String> = Vec::new();
        for (group, _) in inside() {
            let (level, members) = &groups[*group];
            names.push(level.name.clone());
            for member in members {
                ladder.level_of[*member] = Some(ladder.levels.len());
            }
        }
        if let Some(name) = names.first() {
            let level = LevelName { name: name.clone(), preset: Some(*preset) };
            ladder.levels.push(level.clone());
            ladder.notes.push(Note::LevelsMerged { level, names });
        }
    }
    ladder
}

/// The place of a known level among the five.
fn rank(level: &LevelName) -> Option<usize> {
    level.preset.and_then(|preset| PresetLevel::LADDER.iter().position(|one| *one == preset))
}

/// The groups from entry to top, as far as their names tell; else in the order of the file.
fn order(groups: &[(LevelName, Vec<usize>)]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..groups.len()).collect();
    let ranks: Vec<usize> = groups.iter().filter_map(|(level, _)| rank(level)).collect();
    if ranks.len() == groups.len() {
        places.sort_by_key(|place| rank(&groups[*place].0));
        return places;
    }
    let falls = ranks.windows(2).filter(|pair| pair[0] > pair[1]).count();
    let rises = ranks.windows(2).filter(|pair| pair[0] < pair[1]).count();
    let hint = |at: Option<&(LevelName, Vec<usize>)>| {
        at.and_then(|(level, _)| levels::hint(&plain(&level.name)))
    };
    let top_first = if falls + rises > 0 {
        falls > rises
    } else {
        hint(groups.first()) == Some(Hint::Top)
            || hint(groups.last()) == Some(Hint::Entry)
            || groups
                .first()
                .is_some_and(|(level, _)| level.preset == Some(PresetLevel::Management))
    };
    if top_first {
        places.reverse();
    }
    places
}
