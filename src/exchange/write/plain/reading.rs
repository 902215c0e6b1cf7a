//! What a file was understood to say as plain text: the table, or the refusal, or the questions.

use super::grid::{Align, Grid};
use crate::exchange::reading::{Outcome, Question, ReadCell, Reading, Refusal};
use crate::text::{Lang, cli, count, group_name, parts, reading as words};
use crate::workforce::{Column, Headcount};

/// Everything worth reading about an outcome.
pub fn outcome(outcome: &Outcome, lang: Lang) -> String {
    match outcome {
        Outcome::Table(reading) => table(reading, lang),
        Outcome::Ask { questions, guess } => {
            let questions: Vec<String> =
                questions.iter().map(|one| question(one, &guess.sheets, lang)).collect();
            let heading = cli::read_questions(lang);
            format!("{heading}\n\n{}\n{}", questions.concat(), table(guess, lang))
        }
        Outcome::Refused(refusal) => refused(refusal, lang),
    }
}

fn refused(refusal: &Refusal, lang: Lang) -> String {
    let said = words::refusal(lang, refusal);
    let remedy = words::remedy(lang, refusal.reason);
    format!("{} {said}\n{remedy}\n", cli::read_refused(lang))
}

fn question(question: &Question, sheets: &[String], lang: Lang) -> String {
    let mut text = format!("{}\n", words::question(lang, sheets, question));
    for (index, option) in question.options.iter().enumerate() {
        let mut label = words::choice(lang, option);
        if question.guess.first() == Some(&index) && question.guess.len() == 1 {
            label = cli::read_guess(lang, &label);
        }
        text.push_str(&format!("  {index}  {label}\n"));
    }
    text.push_str(&format!("  {}\n\n", cli::read_question_id(lang, &question.id)));
    text
}

fn table(reading: &Reading, lang: Lang) -> String {
    let mut text = format!("{}\n\n{}", cli::read_cells(lang), grid(reading, lang).text());
    let mut line = |words: String| {
        text.push('\n');
        text.push_str(&words);
        text.push('\n');
    };
    if let Some(period) = &reading.period {
        line(cli::read_period(lang, period));
    }
    if !reading.totals.is_empty() {
        line(cli::read_totals(lang, &count(lang, reading.totals.len() as u64)));
    }
    let sheets = &reading.sheets;
    let notes = reading.notes.iter().map(|note| words::note(lang, sheets, note));
    text.push_str(&list(cli::read_notes(lang), notes));
    let problems = reading.problems.iter().map(|problem| {
        let place = words::place(lang, sheets, problem.at);
        let message = words::problem(lang, problem);
        let remedy = words::problem_remedy(lang, &problem.kind);
        cli::table_places(lang, &place, &format!("{message} {remedy}"))
    });
    text.push_str(&list(cli::read_problems(lang), problems));
    text
}

fn list(heading: &str, items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("- {item}\n")).collect();
    if items.is_empty() { String::new() } else { format!("\n{heading}\n\n{}", items.concat()) }
}

/// A row for each level and area that has cells, top level first as on the page.
fn grid(reading: &Reading, lang: Lang) -> Grid {
    let mut columns: Vec<Column> =
        reading.grouping.groups().iter().map(|group| Column::Group(*group)).collect();
    if reading.cells.iter().any(|cell| cell.column == Column::OriginNotStated) {
        columns.push(Column::OriginNotStated);
    }
    let heads = columns.iter().map(|column| match column {
        Column::Group(group) => (group_name(lang, *group), Align::Right),
        Column::OriginNotStated => (parts::group_not_stated(lang), Align::Right),
    });
    let mut grid = Grid::new([("", Align::Left)].into_iter().chain(heads));
    let areas = (0..reading.areas.len()).map(Some).chain([None]);
    for area in areas {
        let levels = (0..reading.levels.len()).rev().map(Some).chain([None]);
        for level in levels {
            let in_row = |cell: &&ReadCell| cell.level == level && cell.area == area;
            let cells: Vec<&ReadCell> = reading.cells.iter().filter(in_row).collect();
            if cells.is_empty() {
                continue;
            }
            let counts = columns.iter().map(|column| {
                let found = cells.iter().find(|cell| cell.column == *column);
                shown(found.map_or(Headcount::Missing, |cell| cell.count), lang)
            });
            grid.row([row_name(reading, level, area, lang)].into_iter().chain(counts));
        }
    }
    grid
}

fn row_name(reading: &Reading, level: Option<usize>, area: Option<usize>, lang: Lang) -> String {
    let level = match level {
        Some(level) => Some(reading.levels[level].name.as_str()),
        None => (!reading.levels.is_empty()).then(|| parts::level_not_stated(lang)),
    };
    let area = match area {
        Some(area) => Some(reading.areas[area].as_str()),
        None => (!reading.areas.is_empty()).then(|| parts::area_not_stated(lang)),
    };
    let names: Vec<&str> = [area, level].into_iter().flatten().collect();
    if names.is_empty() { parts::level_all(lang).to_owned() } else { names.join(", ") }
}

fn shown(headcount: Headcount, lang: Lang) -> String {
    match headcount {
        Headcount::Known(people) => count(lang, people.into()),
        Headcount::Suppressed { low, high } => {
            cli::table_hidden(lang, &count(lang, low.into()), &count(lang, high.into()))
        }
        Headcount::Missing => cli::table_missing(lang).to_owned(),
    }
}
