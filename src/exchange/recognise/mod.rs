//! Cells to a table of headcounts: recognises headings, groups, levels, areas and totals.
//!
//! The walk: [`persons`] refuses lists of persons before anything else; [`frame`] finds the
//! tables; [`lines`] and [`sense`] work out what each row and column says about its counts;
//! [`tables`] picks among tables of the same people; [`hiding`] reads what the file says about
//! hidden numbers; [`entries`] reads the counts with their column's separators; [`choose`] picks among periods, sexes and
//! repeats; [`ladder`] puts the levels in order; [`table`] checks the totals and fills the
//! reading. Words it knows stand in [`vocabulary`] and [`levels`].
//!
//! Absent: bytes, words for people. Read next: [`super::import`].

mod blocks;
mod choose;
mod column_question;
mod columns;
mod counts;
mod directions;
mod entries;
mod frame;
mod hiding;
mod ladder;
mod levels;
mod limit;
mod lines;
mod mask;
mod persons;
mod sense;
mod table;
mod tables;
mod value;
mod vocabulary;
mod words;

use super::book::Book;
use super::reading::{Answers, At, FilePart, Note, Outcome, Reading, Reason, Refusal, Understood};
use crate::workforce::MAX_AREAS;
use entries::Collected;
use frame::{Filled, Frame, Remark};
use hiding::Hiding;
use lines::Senses;
use sense::{Names, Part};
use vocabulary::Dimension;

/// Reads a book as a workforce.
///
/// `answers` to an earlier call's questions, and corrections of what it understood, are taken into
/// account; those that fit nothing are not.
pub fn read(book: &Book, answers: &Answers) -> Outcome {
    if let Some(at) = persons::find(book) {
        return refused(book, Reason::PersonLevel, Some(at), String::new());
    }
    let filled: Vec<Filled> = book.sheets.iter().map(Filled::of).collect();
    let mut tables: Vec<Frame> = Vec::new();
    let mut remarks: Vec<Remark> = Vec::new();
    let mut wordy: Vec<u32> = Vec::new();
    let is_beside = |sheet: &Filled| vocabulary::is_about_figures(&words::plain(&sheet.sheet.name));
    let has_figures = filled.iter().any(|sheet| !sheet.sheet.is_hidden && !is_beside(sheet));
    for (number, sheet) in filled.iter().enumerate() {
        if sheet.sheet.is_hidden {
            continue;
        }
        if has_figures && is_beside(sheet) {
            wordy.push(number as u32);
            remarks.extend(frame::frames(number, sheet).1);
            continue;
        }
        let (found, rest) = frame::frames(number, sheet);
        if found.is_empty() && !rest.is_empty() {
            wordy.push(number as u32);
        }
        tables.extend(found);
        remarks.extend(rest);
    }
    if let Some(reason) = other_kind(&filled, &tables, &remarks) {
        return refused(book, reason, None, String::new());
    }
    Reader { book, filled: &filled, answers, wordy }.read(tables, &remarks)
}

fn refused(book: &Book, reason: Reason, at: Option<At>, found: String) -> Outcome {
    let sheet = at.and_then(|at| book.sheets.get(at.sheet as usize));
    let sheet = sheet.map(|sheet| sheet.name.clone()).unwrap_or_default();
    let found = if reason == Reason::PersonLevel { String::new() } else { shortened(&found) };
    Outcome::Refused(Refusal { reason, at, sheet, found })
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// A file about something else: a population, or people divided by citizenship.
fn other_kind(filled: &[Filled], tables: &[Frame], remarks: &[Remark]) -> Option<Reason> {
    if tables.is_empty() {
        let blank = filled
            .iter()
            .all(|sheet| sheet.sheet.rows.iter().flatten().all(super::book::Cell::is_blank));
        return Some(if blank { Reason::Empty } else { Reason::NotATable });
    }
    let (mut age, mut other, mut group, mut level) = (false, false, false, false);
    let mut look = |words: &str| {
        let plain = words::plain(words);
        if plain.is_empty() {
            return;
        }
        match vocabulary::heading(&plain) {
            Some(Dimension::Age) => age = true,
            Some(Dimension::NotOrigin) => other = true,
            Some(Dimension::Group) => group = true,
            Some(Dimension::Level) => level = true,
            _ => {}
        }
        let rest = vocabulary::subset_of(&plain).unwrap_or(&plain);
        group |= vocabulary::group_and_sex(rest).is_some();
        level |= levels::sense(&plain).preset.is_some();
        age |= is_age(&plain);
    };
    for table in tables {
        let sheet = &filled[table.sheet];
        let width = table.counts.iter().chain(&table.names).max().map_or(0, |last| last + 1);
        for &row in &table.headings {
            (0..width).for_each(|column| look(&sheet.words(row, column)));
        }
        for &row in table.rows.iter().take(50) {
            table.names.iter().for_each(|column| look(&sheet.words(row, *column)));
        }
        table.sections.iter().for_each(|(_, words)| look(words));
    }
    let title = remarks.iter().any(|remark| {
        let plain = words::plain(&remark.text);
        plain.starts_with("folketal") || plain.starts_with("population at the first day")
    });
    if (age || title) && !level {
        return Some(if other && !group { Reason::NotOrigin } else { Reason::IsABenchmark });
    }
    (other && !group).then_some(Reason::NotOrigin)
}

/// "0-4 år", "18 years", "Alder i alt": a population's ages.
fn is_age(plain: &str) -> bool {
    let number = plain.starts_with(|c: char| c.is_ascii_digit());
    number && (plain.ends_with(" aar") || plain.ends_with(" years") || plain.ends_with(" year"))
        || plain.starts_with("alder i alt")
        || plain.starts_with("age total")
}

struct Reader<'a> {
    book: &'a Book,
    filled: &'a [Filled<'a>],
    answers: &'a Answers,
    /// Sheets that hold words and no table.
    wordy: Vec<u32>,
}

impl Reader<'_> {
    fn read(&self, tables: Vec<Frame>, remarks: &[Remark]) -> Outcome {
        let mut names = Names::default();
        let mut reading = Reading {
            sheets: self.book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            ..Reading::default()
        };
        let heads: Vec<Remark> = tables
            .iter()
            .flat_map(|table| frame::heads(&self.filled[table.sheet], table))
            .collect();
        let hiding = Hiding::of(remarks.iter().chain(&heads));
        let mut out = Collected {
            shares_said: remarks
                .iter()
                .any(|remark| vocabulary::is_percentage(&words::plain(&remark.text)))
                || tables.iter().any(|table| self.heads_say_shares(table)),
            ..Collected::default()
        };
        out.notes.extend(self.wordy.iter().map(|sheet| Note::SheetLeftOut { sheet: *sheet }));
        let tables = tables::worth_reading(self.filled, tables, &mut out);
        let roles = |part: FilePart| {
            let mut corrections = self.answers.corrections.iter().rev();
            let corrected = corrections.find(|one| one.part == part).map(|one| one.role.clone());
            corrected.or_else(|| column_question::answered(part, self.answers))
        };
        let mut parts: Vec<Vec<Understood>> = Vec::new();
        let mut senses: Vec<Senses> = Vec::new();
        for table in &tables {
            let mut understood = Vec::new();
            let filled = &self.filled[table.sheet];
            senses.push(lines::senses(filled, table, &roles, &mut names, &mut understood));
            parts.push(understood);
        }
        let kept = tables::choose(self.filled, &tables, &senses, remarks, self.answers, &mut out);
        let mut read: Vec<(Frame, Senses)> = Vec::new();
        let mut understood: Vec<Understood> = Vec::new();
        for (((table, senses), parts), _) in
            tables.into_iter().zip(senses).zip(parts).zip(&kept).filter(|(_, kept)| **kept)
        {
            read.push((table, senses));
            understood.extend(parts);
        }
        let (tables, senses): (Vec<Frame>, Vec<Senses>) = read.into_iter().unzip();
        let sheets = tables::sheet_senses(
            self.book,
            self.answers,
            &tables,
            &mut names,
            &mut reading.understood,
        );
        reading.understood.extend(understood);
        for ((table, senses), sheet_sense) in tables.iter().zip(&senses).zip(&sheets) {
            if sheet_sense.is_ignored {
                continue;
            }
            let filled = &self.filled[table.sheet];
            out.questions.extend(senses.unknown.iter().map(|at| column_question::question(*at)));
            entries::collect(filled, table, senses, sheet_sense, &hiding, self.answers, &mut out);
        }
        note_unclear_limit(&hiding, &mut out);
        self.finish(reading, out, &names)
    }

    fn heads_say_shares(&self, table: &Frame) -> bool {
        table.headings.iter().any(|row| {
            table.names.iter().any(|column| {
                vocabulary::is_percentage(&words::plain(
                    &self.filled[table.sheet].words(*row, *column),
                ))
            })
        })
    }

    fn finish(&self, mut reading: Reading, mut out: Collected, names: &Names) -> Outcome {
        if let Err((reason, at)) = choose::shares(&mut out) {
            return refused(self.book, reason, Some(at), self.found(at));
        }
        if let Some((reason, at, found)) = out.refusal.take() {
            return refused(self.book, reason, Some(at), found);
        }
        reading.period = choose::period(&mut out, self.answers);
        if let Err((reason, at)) = choose::sexes(&mut out) {
            return refused(self.book, reason, Some(at), self.found(at));
        }
        let Some(grouping) = table::grouping(&mut out.entries) else {
            return refused(self.book, Reason::NoGroups, None, String::new());
        };
        reading.grouping = grouping;
        choose::repeated(&mut out, self.answers);
        let (levels, areas) = used_names(&out, names);
        if levels.is_empty() && areas.is_empty() {
            // The row called "whole organisation" is the table, not a total of it.
            for entry in &mut out.entries {
                (entry.sense.level, entry.sense.area) = (None, None);
            }
        }
        if areas.len() > MAX_AREAS {
            let area = areas[MAX_AREAS];
            let (at, found) = self.place_of_area(&out, area, &names.areas[area]);
            return refused(self.book, Reason::TooManyAreas, at, found);
        }
        let ladder = ladder::build(names, &levels, self.answers);
        let mut area_of = vec![None; names.areas.len()];
        for (place, area) in areas.iter().enumerate() {
            area_of[*area] = Some(place);
            reading.areas.push(names.areas[*area].clone());
        }
        table::fill(&mut reading, &mut out, &ladder, &area_of);
        reading.levels = ladder.levels;
        out.problems.sort_by_key(|problem| problem.at);
        reading.problems = out.problems;
        reading.notes = out.notes;
        reading.notes.extend(ladder.notes);
        let mut questions = out.questions;
        questions.extend(ladder.questions);
        if questions.is_empty() {
            Outcome::Table(reading)
        } else {
            Outcome::Ask { questions, guess: reading }
        }
    }

    /// Where the name of an area stands first: in the row of its first count, or above it.
    fn place_of_area(&self, out: &Collected, area: usize, name: &str) -> (Option<At>, String) {
        let is_its = |entry: &&entries::Entry| entry.sense.area == Some(Part::Named(area));
        let Some(at) = out.entries.iter().find(is_its).map(|entry| entry.at) else {
            return (None, name.to_owned());
        };
        let is_name = |at: &At| words::plain(&self.found(*at)) == words::plain(name);
        let beside = (1..at.column).map(|column| At { column, ..at });
        let above = (1..at.row).rev().map(|row| At { row, ..at });
        (beside.chain(above).find(is_name).or(Some(at)), name.to_owned())
    }

    fn found(&self, at: At) -> String {
        let sheet = self.filled.get(at.sheet as usize);
        sheet.map_or_else(String::new, |sheet| {
            sheet.words(at.row.saturating_sub(1) as usize, at.column.saturating_sub(1) as usize)
        })
    }
}

/// Says that hidden numbers were read as usual where the file says only that there are some.
fn note_unclear_limit(hiding: &Hiding, out: &mut Collected) {
    let is_guess =
        |note: &Note| matches!(note, Note::HiddenSign { sign, .. } if !hiding.is_defined(sign));
    if let Some(at) = hiding.unclear
        && out.notes.iter().any(is_guess)
    {
        out.notes.push(Note::HiddenLimitUnclear { at });
    }
}

/// The names of levels and areas that have a count of their own, in the order of the file.
fn used_names(out: &Collected, names: &Names) -> (Vec<usize>, Vec<usize>) {
    let (mut levels, mut areas) = (vec![false; names.levels.len()], vec![false; names.areas.len()]);
    for entry in out.entries.iter().filter(|entry| !entry.sense.is_subset) {
        if let Some(Part::Named(level)) = entry.sense.level {
            levels[level] = true;
        }
        if let Some(Part::Named(area)) = entry.sense.area {
            areas[area] = true;
        }
    }
    let used = |flags: Vec<bool>| {
        flags.iter().enumerate().filter(|(_, used)| **used).map(|(index, _)| index).collect()
    };
    (used(levels), used(areas))
}
