//! Which tables of a file are read: those in which something is known, and one of several about the
//! same people. What a sheet's name says about its table.
//!
//! Absent: where tables are ([`super::frame`]). Read next: [`super::lines`].

use super::choose::answer;
use super::entries::Collected;
use super::frame::{Filled, Frame, Remark};
use super::lines::Senses;
use super::mask::{self, Mask};
use super::sense::{self, Names, Part, Sense};
use super::vocabulary::{self, Dimension};
use super::words;
use crate::exchange::book::{Book, Sheet};
use crate::exchange::reading::{
    Answers, At, Choice, FilePart, Form, Note, Question, Role, Topic, Understood,
};
use crate::workforce::Grouping;

/// Leaves out tables in which nothing is known where others have something.
pub fn worth_reading(sheets: &[Filled], tables: Vec<Frame>, out: &mut Collected) -> Vec<Frame> {
    let knows = |table: &Frame| {
        let filled = &sheets[table.sheet];
        let columns = || table.counts.iter().chain(&table.names);
        let known = |words: &str| {
            let plain = words::plain(words);
            let rest = vocabulary::subset_of(&plain).unwrap_or(&plain);
            vocabulary::group_and_sex(rest).is_some_and(|(set, _)| set != Mask::NOT_STATED)
        };
        let heads = table
            .headings
            .iter()
            .any(|row| columns().any(|column| known(&filled.words(*row, *column))));
        heads
            || table
                .rows
                .iter()
                .take(60)
                .any(|row| table.names.iter().any(|column| known(&filled.words(*row, *column))))
            || codes(filled, table)
    };
    let known: Vec<bool> = tables.iter().map(knows).collect();
    if !known.contains(&true) {
        return tables;
    }
    let mut kept = Vec::new();
    for (table, known) in tables.into_iter().zip(known) {
        let sheet = table.sheet as u32;
        if known {
            kept.push(table);
        } else if !kept.iter().any(|other: &Frame| other.sheet == table.sheet) {
            out.notes.push(Note::SheetLeftOut { sheet });
        }
    }
    out.notes.retain(|note| {
        !matches!(note, Note::SheetLeftOut { sheet } if kept.iter().any(|t| t.sheet as u32 == *sheet))
    });
    kept
}

/// Whether a column of names or a row of headings holds codes of origin.
fn codes(filled: &Filled, table: &Frame) -> bool {
    let heads = table.headings.iter().any(|row| {
        let words: Vec<String> =
            table.counts.iter().map(|column| filled.words(*row, *column)).collect();
        vocabulary::are_group_codes(words.iter().map(|word| word.trim()))
    });
    heads
        || table.names.iter().any(|column| {
            let rows = table.rows.iter().take(400);
            let mut words: Vec<String> = rows.map(|row| filled.words(*row, *column)).collect();
            words.sort_unstable();
            words.dedup();
            vocabulary::are_group_codes(words.iter().map(|word| word.trim()))
        })
}

/// What a table divides people by: levels, areas, and its groups where they are complete.
type Kind = (bool, bool, Option<Grouping>);

fn kind(senses: &Senses) -> Option<Kind> {
    let every = || senses.columns.iter().chain(&senses.rows).filter(|sense| !sense.is_ignored);
    let mut sets: Vec<Mask> = Vec::new();
    for column in senses.columns.iter().filter(|sense| !sense.is_ignored) {
        if column.has_group && !sets.contains(&column.mask) {
            sets.push(column.mask);
        }
    }
    if sets.is_empty() {
        for row in senses.rows.iter().filter(|sense| sense.has_group) {
            if !sets.contains(&row.mask) {
                sets.push(row.mask);
            }
        }
    }
    let grouping = mask::finest(&sets)?;
    let named = |part: &Option<Part>| matches!(part, Some(Part::Named(_)));
    let (levels, areas) =
        (every().any(|sense| named(&sense.level)), every().any(|sense| named(&sense.area)));
    Some((levels, areas, Some(grouping).filter(|known| mask::is_complete(&sets, *known))))
}

/// Chooses among tables that show the same people in different ways, and asks which is right: by
/// level or by area, in two groups or in five. The table of levels with the finest groups is the
/// guess. Gives which tables are kept.
pub fn choose(
    sheets: &[Filled],
    tables: &[Frame],
    senses: &[Senses],
    remarks: &[Remark],
    answers: &Answers,
    out: &mut Collected,
) -> Vec<bool> {
    let kinds: Vec<Option<Kind>> = senses.iter().map(kind).collect();
    let divides = |kind: &Kind| kind.0 || kind.1;
    let mut found: Vec<Kind> = Vec::new();
    for kind in kinds.iter().flatten().filter(|kind| divides(kind)) {
        let same = |known: &Kind| {
            let groups = known.2 == kind.2 || known.2.is_none() || kind.2.is_none();
            (known.0, known.1) == (kind.0, kind.1) && groups
        };
        if !found.iter().any(same) {
            found.push(*kind);
        }
    }
    // Levels inside areas have the other tables as their totals.
    let is_whole = found.iter().any(|kind| kind.0 && kind.1);
    let differ = found.iter().any(|kind| (kind.0, kind.1) != (found[0].0, found[0].1));
    if found.len() < 2 || is_whole && differ {
        return vec![true; tables.len()];
    }
    let fineness = |kind: &Kind| (kind.0, kind.2.map_or(0, |grouping| grouping.groups().len()));
    let best = (0..found.len()).rev().max_by_key(|at| fineness(&found[*at])).unwrap_or(0);
    let is_of = |at: usize, kind: &Option<Kind>| kind.is_none_or(|kind| kind == found[at]);
    let first = |at: usize| kinds.iter().position(|kind| *kind == Some(found[at])).unwrap_or(0);
    let answered = answer(answers, WHICH, found.len());
    if answered.is_none() {
        let one_sheet = tables.iter().all(|table| table.sheet == tables[0].sheet);
        let label = |at: usize| {
            let table = &tables[first(at)];
            let sheet = &sheets[table.sheet];
            let title = remarks.iter().rev().filter(|_| one_sheet).find(|remark| {
                let top = table.headings.first().or(table.rows.first()).copied();
                remark.sheet == table.sheet && top.is_some_and(|top| remark.row < top)
            });
            let words = match title {
                Some(title) => title.text.clone(),
                None if !one_sheet => sheet.sheet.name.trim().to_owned(),
                None => heading_words(sheet, table),
            };
            Choice::Words(words)
        };
        out.questions.push(Question {
            id: WHICH.to_owned(),
            topic: Topic::WhichTable,
            at: None,
            form: Form::One,
            options: (0..found.len()).map(label).collect(),
            guess: vec![best],
        });
    }
    let chosen = answered.unwrap_or(best);
    let kept: Vec<bool> = kinds.iter().map(|kind| is_of(chosen, kind)).collect();
    for (table, _) in tables.iter().zip(&kept).filter(|(_, kept)| !**kept) {
        let row = table.headings.first().or(table.rows.first()).copied().unwrap_or(0);
        let column = table.names.iter().chain(&table.counts).min().copied().unwrap_or(0);
        let place = |index: usize| index as u32 + 1;
        let at = At { sheet: table.sheet as u32, row: place(row), column: place(column) };
        out.notes.push(Note::TableLeftOut { at });
    }
    kept
}

const WHICH: &str = "which_table";

fn heading_words(sheet: &Filled, table: &Frame) -> String {
    let row = table.headings.last().or(table.rows.first()).copied().unwrap_or(0);
    let columns = table.names.iter().chain(&table.counts);
    let words: Vec<String> = columns.map(|column| sheet.words(row, *column)).collect();
    words.into_iter().filter(|word| !word.is_empty()).take(4).collect::<Vec<_>>().join("; ")
}

/// What a sheet's name says about its counts, where several sheets have tables.
pub fn sheet_senses(
    book: &Book,
    answers: &Answers,
    tables: &[Frame],
    names: &mut Names,
    understood: &mut Vec<Understood>,
) -> Vec<Sense> {
    let mut used: Vec<usize> = tables.iter().map(|table| table.sheet).collect();
    used.dedup();
    let several = used.len() > 1;
    let titles: Vec<&str> = used.iter().map(|s| book.sheets[*s].name.trim()).collect();
    let dimension = sense::vote(titles.iter().copied()).filter(|d| {
        matches!(d, Dimension::Period | Dimension::Sex | Dimension::Level | Dimension::Group)
    });
    let mut senses = Vec::new();
    for table in tables {
        let Sheet { name, .. } = &book.sheets[table.sheet];
        let part = FilePart::Sheet { sheet: table.sheet as u32 };
        let mut sheet_sense = Sense::default();
        let corrected = answers.corrections.iter().rev().find(|one| one.part == part);
        let mut role = Role::Ignored;
        if let Some(corrected) = corrected {
            sense::correct(&mut sheet_sense, &corrected.role, names);
            role = corrected.role.clone();
        } else if several && !name.trim().is_empty() {
            let dimension = dimension.unwrap_or(Dimension::Area);
            sense::apply(Some(dimension), name.trim(), names, &mut sheet_sense);
            if let Some(Part::TotalOf(_)) = sheet_sense.area {
                sheet_sense.area = Some(Part::Total);
            }
            role = match (dimension, sheet_sense.area) {
                (Dimension::Area, Some(Part::Total)) => Role::Total,
                (Dimension::Area, _) => Role::Area(name.trim().to_owned()),
                (Dimension::Period, _) => Role::Periods,
                (Dimension::Sex, _) => Role::SexNames,
                _ => Role::GroupNames,
            };
        }
        if (several || corrected.is_some()) && !understood.iter().any(|known| known.part == part) {
            understood.push(Understood { part, words: name.clone(), role });
        }
        senses.push(sheet_sense);
    }
    senses
}
