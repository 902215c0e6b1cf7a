//! Which of several numbers for the same people counts: periods, sexes, repeated cells, shares.

use super::entries::{Collected, Entry};
use super::mask::Mask;
use super::sense::{Part, Sexes};
use super::vocabulary::Sex;
use crate::exchange::reading::{
    Answers, At, Choice, Form, Note, Question, Reason, SheetProblem, SheetProblemKind, Topic,
};
use crate::workforce::Headcount;
use std::collections::{HashMap, HashSet};

/// The people a number is about.
pub type Key = (Option<Part>, Option<Part>, Mask);

pub fn key(entry: &Entry) -> Key {
    (entry.sense.level, entry.sense.area, entry.sense.mask)
}

/// The option chosen for a question.
pub fn answer(answers: &Answers, id: &str, options: usize) -> Option<usize> {
    let found = answers.questions.iter().find(|answer| answer.id == id)?;
    found.chosen.first().copied().filter(|chosen| *chosen < options)
}

/// Keeps one period; the newest is the guess.
pub fn period(out: &mut Collected, answers: &Answers) -> Option<String> {
    let mut periods: Vec<(String, At)> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    for entry in &out.entries {
        if let Some(period) = &entry.sense.period
            && known.insert(period)
        {
            periods.push((period.to_string(), entry.at));
        }
    }
    if periods.len() < 2 {
        return periods.pop().map(|(period, _)| period);
    }
    let newest =
        (0..periods.len()).max_by(|a, b| sorts(&periods[*a].0).cmp(&sorts(&periods[*b].0)))?;
    let answered = answer(answers, "period", periods.len());
    let chosen = periods[answered.unwrap_or(newest)].0.clone();
    if answered.is_none() {
        out.questions.push(Question {
            id: "period".to_owned(),
            topic: Topic::Period,
            at: Some(periods[0].1),
            form: Form::One,
            options: periods.iter().map(|(period, _)| Choice::Words(period.clone())).collect(),
            guess: vec![newest],
        });
    }
    out.notes.push(Note::PeriodTaken { period: chosen.clone() });
    let is_kept = |entry: &Entry| entry.sense.period.as_ref().is_none_or(|one| **one == *chosen);
    out.entries.retain(is_kept);
    Some(chosen)
}

fn sorts(period: &str) -> String {
    period.to_uppercase().replace(['Q', 'M'], "K")
}

/// Adds men and women where both stand there; a total of both is used instead.
pub fn sexes(out: &mut Collected) -> Result<(), (Reason, At)> {
    let has = |sexes: Sexes| out.entries.iter().find(|entry| entry.sense.sex == Some(sexes));
    let (men, women) = (has(Sexes::One(Sex::Men)), has(Sexes::One(Sex::Women)));
    let (Some(_), Some(women)) = (men, women) else {
        return match men.or(women) {
            // One sex beside numbers for everybody is a part of them; alone it is not the staff.
            Some(_) if out.entries.iter().any(|e| !matches!(e.sense.sex, Some(Sexes::One(_)))) => {
                out.entries.retain(|entry| !matches!(entry.sense.sex, Some(Sexes::One(_))));
                Ok(())
            }
            Some(entry) => Err((Reason::OneSex, entry.at)),
            None => Ok(()),
        };
    };
    out.notes.push(Note::SexesSummed { at: women.at });
    let both: HashSet<Key> =
        out.entries.iter().filter(|entry| entry.sense.sex == Some(Sexes::Both)).map(key).collect();
    let mut summed: Vec<Entry> = Vec::new();
    let mut place: HashMap<(Key, bool), (usize, Vec<Sex>)> = HashMap::new();
    for mut entry in out.entries.drain(..) {
        let Some(Sexes::One(sex)) = entry.sense.sex else {
            summed.push(entry);
            continue;
        };
        if both.contains(&key(&entry)) {
            continue;
        }
        entry.sense.sex = Some(Sexes::Both);
        match place.get_mut(&(key(&entry), entry.sense.is_subset)) {
            Some((at, known)) if !known.contains(&sex) => {
                known.push(sex);
                summed[*at].count = plus(summed[*at].count, entry.count);
            }
            Some(_) => summed.push(entry),
            None => {
                place.insert((key(&entry), entry.sense.is_subset), (summed.len(), vec![sex]));
                summed.push(entry);
            }
        }
    }
    out.entries = summed;
    Ok(())
}

/// The sum of two counts; missing as soon as one is.
pub fn plus(a: Headcount, b: Headcount) -> Headcount {
    let (a, b) = (a.bounds(), b.bounds());
    match (a.high, b.high) {
        (Some(high_a), Some(high_b)) => {
            let fit = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
            let (low, high) = (fit(a.low + b.low), fit(high_a + high_b));
            if low == high { Headcount::Known(low) } else { Headcount::Suppressed { low, high } }
        }
        _ => Headcount::Missing,
    }
}

/// Turns shares into counts where a total makes each exact; leaves them out beside counts.
pub fn shares(out: &mut Collected) -> Result<(), (Reason, At)> {
    let Some(first) = out.entries.iter().find(|entry| entry.percent.is_some()).map(|e| e.at) else {
        return Ok(());
    };
    let has_parts = out.entries.iter().any(|entry| {
        entry.percent.is_none()
            && entry.sense.has_group
            && entry.is_filled
            && !entry.sense.is_subset
    });
    if has_parts {
        out.entries.retain(|entry| entry.percent.is_none());
        return Ok(());
    }
    let totals: HashMap<(Option<Part>, Option<Part>), u32> = out
        .entries
        .iter()
        .filter(|entry| entry.percent.is_none() && entry.sense.mask == Mask::ALL)
        .filter_map(|entry| Some(((entry.sense.level, entry.sense.area), entry.count.known()?)))
        .collect();
    // Shares of a whole row are 100 together; others are of something else than the row's total.
    let mut rows: HashMap<(Option<Part>, Option<Part>), (Mask, f64)> = HashMap::new();
    for entry in out.entries.iter().filter(|entry| !entry.sense.is_subset) {
        let Some(percent) = entry.percent else { continue };
        let row = rows.entry((entry.sense.level, entry.sense.area)).or_insert((Mask::NONE, 0.0));
        if row.0.and(entry.sense.mask).is_empty() {
            *row = (row.0.or(entry.sense.mask), row.1 + percent);
        }
    }
    let stated = Mask::DANISH.or(Mask::FOREIGN);
    if rows.values().any(|(set, sum)| set.includes(stated) && (*sum - 100.0).abs() > 1.0) {
        return Err((Reason::Percentages, first));
    }
    for entry in &mut out.entries {
        let Some(percent) = entry.percent else { continue };
        let whole = totals.get(&(entry.sense.level, entry.sense.area));
        let people = whole.map(|whole| percent * f64::from(*whole) / 100.0);
        match people {
            Some(people) if (people - people.round()).abs() < 1e-6 && people >= 0.0 => {
                entry.count = Headcount::Known(people.round() as u32);
                entry.percent = None;
            }
            _ => return Err((Reason::Percentages, first)),
        }
    }
    out.notes.push(Note::PercentagesResolved { at: first });
    Ok(())
}

/// One number for each group of people; the first place keeps it.
pub fn repeated(out: &mut Collected, answers: &Answers) {
    let mut first: HashMap<Key, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::with_capacity(out.entries.len());
    let mut open: HashMap<Key, Vec<(Headcount, At)>> = HashMap::new();
    for entry in out.entries.drain(..) {
        if entry.sense.is_subset {
            kept.push(entry);
            continue;
        }
        let key = key(&entry);
        match first.get(&key) {
            None => {
                first.insert(key, kept.len());
                kept.push(entry);
            }
            Some(&at) if !entry.is_filled || kept[at].count == entry.count => {
                if entry.is_filled && key.2 != Mask::ALL {
                    let found = crate::exchange::count::write(entry.count);
                    let kind = SheetProblemKind::RepeatedSame;
                    out.problems.push(SheetProblem { kind, at: entry.at, found });
                }
            }
            Some(&at) if !kept[at].is_filled => kept[at] = entry,
            Some(&at) => {
                let found = open.entry(key).or_insert_with(|| vec![(kept[at].count, kept[at].at)]);
                if !found.iter().any(|(count, _)| *count == entry.count) {
                    found.push((entry.count, entry.at));
                }
            }
        }
    }
    let mut open: Vec<(Key, Vec<(Headcount, At)>)> = open.into_iter().collect();
    open.sort_by_key(|(_, found)| found[0].1);
    for (key, found) in open {
        let at = found[0].1;
        let id = format!("repeated:{}:{}:{}", at.sheet, at.row, at.column);
        let last = found.len() - 1;
        let answered = answer(answers, &id, found.len());
        if let Some(entry) = first.get(&key).and_then(|place| kept.get_mut(*place)) {
            entry.count = found[answered.unwrap_or(last)].0;
        }
        if answered.is_none() {
            let words =
                |(count, _): &(Headcount, At)| Choice::Words(crate::exchange::count::write(*count));
            out.questions.push(Question {
                id,
                topic: Topic::RepeatedCell,
                at: Some(found[last].1),
                form: Form::One,
                options: found.iter().map(words).collect(),
                guess: vec![last],
            });
        }
    }
    out.entries = kept;
}
