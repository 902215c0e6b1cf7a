//! Sheets on the command line: a table as understood, and files of table banks as benchmarks.

use super::failure::{ASK, Failure, REFUSED};
use super::{input, output};
use byspejl::benchmark::Benchmark;
use byspejl::exchange::reading::{Answers, Outcome, Reading, Refusal};
use byspejl::exchange::statbank::{self, Ages, StatbankError, Wish};
use byspejl::exchange::{book, count, reading_json, recognise};
use byspejl::session::GridColumn;
use byspejl::text::{Lang, benchmark as words, cli, column_name, reading, table_bank};
use byspejl::workforce::{Column, Grouping};
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

/// Reads a file as a workforce.
pub fn outcome(path: &Path, answers: Option<&Path>) -> Result<Outcome, Failure> {
    let answers = match answers {
        Some(path) => {
            let text = String::from_utf8_lossy(&input::bytes(path)?).into_owned();
            reading_json::read_answers(&text)
                .map_err(|_| Failure::Answers { path: path.to_owned() })?
        }
        None => Answers::default(),
    };
    let bytes = input::bytes(path)?;
    Ok(match book::open(&name(path), &bytes) {
        Ok(book) => recognise::read(&book, &answers),
        Err(refusal) => Outcome::Refused(refusal),
    })
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// `byspejl read`.
pub fn read(
    path: &Path,
    answers: Option<&Path>,
    json: bool,
    lang: Lang,
) -> Result<ExitCode, Failure> {
    let outcome = outcome(path, answers)?;
    let text = if json {
        reading_json::write(&outcome, Some(lang)) + "\n"
    } else {
        match &outcome {
            Outcome::Table(table) => table_text(table, lang),
            Outcome::Ask { questions, guess } => {
                let mut text = String::new();
                for question in questions {
                    line(&mut text, &reading::question(lang, &guess.sheets, question));
                    for (number, choice) in question.options.iter().enumerate() {
                        let mark = if question.guess.first() == Some(&number) { "*" } else { " " };
                        line(&mut text, &format!("  {mark} {}", reading::choice(lang, choice)));
                    }
                }
                text + "\n" + &table_text(guess, lang)
            }
            Outcome::Refused(refusal) => refusal_text(refusal, lang),
        }
    };
    output::print(&text)?;
    Ok(match outcome {
        Outcome::Table(_) => ExitCode::SUCCESS,
        Outcome::Ask { .. } => ExitCode::from(ASK),
        Outcome::Refused(_) => ExitCode::from(REFUSED),
    })
}

/// A refusal with its remedy.
pub fn refusal_text(refusal: &Refusal, lang: Lang) -> String {
    [&reading::refusal(lang, refusal), " ", reading::remedy(lang, refusal.reason), "\n"].concat()
}

fn line(text: &mut String, words: &str) {
    text.push_str(words);
    text.push('\n');
}

fn table_text(table: &Reading, lang: Lang) -> String {
    let mut columns: Vec<Column> =
        table.grouping.groups().iter().map(|group| Column::Group(*group)).collect();
    if table.cells.iter().any(|cell| cell.column == Column::OriginNotStated) {
        columns.push(Column::OriginNotStated);
    }
    let mut rows: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    for cell in &table.cells {
        if !rows.contains(&(cell.area, cell.level)) {
            rows.push((cell.area, cell.level));
        }
    }
    let mut text = String::new();
    for column in &columns {
        let heading = column_name(lang, GridColumn::Count(*column));
        let _ = write!(text, "{heading}\t");
    }
    text.push('\n');
    for (area, level) in rows {
        for column in &columns {
            let cell = table
                .cells
                .iter()
                .find(|cell| cell.area == area && cell.level == level && cell.column == *column);
            let count = cell.map(|cell| count::write(cell.count)).unwrap_or_default();
            let shown = if count.is_empty() { cli::table_missing(lang).to_owned() } else { count };
            let _ = write!(text, "{shown}\t");
        }
        let area = area.and_then(|area| table.areas.get(area)).map_or("", String::as_str);
        let level = level.and_then(|level| table.levels.get(level)).map_or("", |l| l.name.as_str());
        line(&mut text, [area, level].join(" ").trim());
    }
    for problem in &table.problems {
        let place = reading::place(lang, &table.sheets, problem.at);
        let message = reading::problem(lang, problem);
        line(&mut text, &cli::table_places(lang, &place, &message));
    }
    for note in &table.notes {
        line(&mut text, &reading::note(lang, &table.sheets, note));
    }
    text
}

/// What is wished of a table bank's file.
pub struct Wished<'a> {
    pub ages: Option<(u8, u8)>,
    pub area: Option<&'a str>,
    pub date: Option<&'a str>,
    pub groups: Option<usize>,
    pub table: Option<&'a str>,
}

/// Reads a file of a table bank.
pub fn official(path: &Path, wished: &Wished) -> Result<Benchmark, Failure> {
    let bytes = input::bytes(path)?;
    let failed = |error: StatbankError| Failure::Statbank(Box::new(error));
    let cube = statbank::open(&name(path), &bytes).map_err(failed)?;
    let choices = statbank::choices(&cube).map_err(failed)?;
    let grouping: Option<Grouping> = match wished.groups {
        Some(groups) => Some(choices.grouping_of(groups).ok_or(Failure::NoGrouping { groups })?),
        None => None,
    };
    let wish = Wish {
        table: wished.table.map(str::to_owned),
        area: wished.area.map(str::to_owned),
        ages: wished.ages.map(|(from, to)| Ages::Ages { from, to }),
        date: wished.date.map(str::to_owned),
        grouping,
    };
    statbank::benchmark::of(&cube, &choices.choose(&wish)).map_err(failed)
}

/// `byspejl benchmark`.
pub fn benchmark(path: &Path, wished: &Wished, json: bool, lang: Lang) -> Result<(), Failure> {
    let found = official(path, wished)?;
    if json {
        return output::print(&(statbank::json::benchmark(&found) + "\n"));
    }
    let mut text = words::name(lang, &found) + "\n";
    for group in found.groups() {
        let name = column_name(lang, GridColumn::Count(Column::Group(group.group)));
        let share = byspejl::text::percent(lang, group.share.fraction());
        let people = group.count.map(|n| byspejl::text::count(lang, n)).unwrap_or_default();
        line(&mut text, &format!("{name}\t{people}\t{share}"));
    }
    let source = found.source();
    let publisher = byspejl::text::pick(lang, &source.publisher.da, &source.publisher.en);
    line(&mut text, &[publisher, ", ", &source.title, ", ", &source.primary_url].concat());
    output::print(&text)
}

/// What is wrong with a table bank's file, where, and what to do.
pub fn statbank_text(error: &StatbankError, lang: Lang) -> String {
    let parts = [
        table_bank::place(lang, error).map(|place| place + ":"),
        Some(table_bank::message(lang, error)),
        Some(table_bank::remedy(lang, error)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
