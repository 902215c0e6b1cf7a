//! What a command is given: a sheet, a project file, a share link, a table bank's file.

use super::args::{Figures, Wish};
use super::failure::Failure;
use byspejl::benchmark::{self, Benchmark};
use byspejl::exchange::project::{self, ProjectError};
use byspejl::exchange::reading::{Answers, Outcome};
use byspejl::exchange::{book, import, link, reading_json, recognise, statbank};
use byspejl::session::Work;
use std::io::Read;
use std::path::Path;

/// The bytes of a file, or of standard input for "-".
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|why| Failure::Unreadable { path: path.to_owned(), why })
}

/// The name by which a file's kind can be told; standard input has none.
fn name(path: &Path) -> String {
    let name = path.file_name().filter(|name| *name != "-");
    name.unwrap_or_default().to_string_lossy().into_owned()
}

/// What a sheet is understood to say.
pub fn outcome(file: &Path, answers: Option<&Path>) -> Result<Outcome, Failure> {
    understood(file, &bytes(file)?, answers)
}

fn understood(file: &Path, bytes: &[u8], answers: Option<&Path>) -> Result<Outcome, Failure> {
    let answers = answers.map_or_else(|| Ok(Answers::default()), read_answers)?;
    Ok(match book::open(&name(file), bytes) {
        Ok(book) => recognise::read(&book, &answers),
        Err(refusal) => Outcome::Refused(refusal),
    })
}

fn read_answers(path: &Path) -> Result<Answers, Failure> {
    let text = String::from_utf8(bytes(path)?).unwrap_or_default();
    reading_json::read_answers(&text).map_err(|_| Failure::Answers { path: path.to_owned() })
}

/// The work a command is about, with what its options add.
pub fn work(figures: &Figures) -> Result<Work, Failure> {
    let mut work = opened(figures)?;
    if let Some(organisation) = &figures.organisation {
        work.draft.organisation.clone_from(organisation);
    }
    if let Some(date) = figures.date {
        work.draft.reporting_date = date.to_string();
    }
    match figures.benchmark.as_deref() {
        None => {}
        Some(id) if benchmark::by_id(id).is_some() => id.clone_into(&mut work.draft.benchmark_id),
        Some(path) if path == "-" || Path::new(path).exists() => {
            let own = benchmark(Path::new(path), &Wish::default())?;
            own.id().clone_into(&mut work.draft.benchmark_id);
            work.draft.own_benchmark = Some(Box::new(own));
        }
        Some(id) => return Err(Failure::UnknownBenchmark { id: id.to_owned() }),
    }
    Ok(work)
}

fn opened(figures: &Figures) -> Result<Work, Failure> {
    if let Some(address) = figures.file.to_str().filter(|text| text.contains(link::PREFIX)) {
        return link::open(address).map_err(Failure::Link);
    }
    let bytes = bytes(&figures.file)?;
    if let Ok(text) = std::str::from_utf8(&bytes) {
        match project::read(text) {
            Ok(work) => return Ok(work),
            // Whatever else may be a sheet; only a project file is too new or out of bounds.
            Err(error @ (ProjectError::TooNew { .. } | ProjectError::OutOfBounds)) => {
                return Err(Failure::Project(error));
            }
            Err(_) => {}
        }
    }
    match understood(&figures.file, &bytes, figures.answers.as_deref())? {
        Outcome::Table(reading) => Ok(import::into_work(&reading, &Work::default())),
        other => Err(Failure::NotRead(Box::new(other))),
    }
}

/// A table bank's file as a benchmark, or a file that holds one.
pub fn benchmark(file: &Path, wish: &Wish) -> Result<Benchmark, Failure> {
    let bytes = bytes(file)?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default();
    match project::benchmark::read(text, benchmark::by_id) {
        Ok(found) => return Ok(found),
        // Whatever else may be a table bank's file.
        Err(ProjectError::NotAProject) => {}
        Err(error) => return Err(Failure::Project(error)),
    }
    let cube = statbank::open(&name(file), &bytes).map_err(Failure::Benchmark)?;
    let choices = statbank::choices(&cube).map_err(Failure::Benchmark)?;
    let grouping = match wish.groups {
        Some(groups) => Some(choices.grouping_of(groups).ok_or(Failure::NoGrouping { groups })?),
        None => None,
    };
    let choice = choices.choose(&statbank::Wish {
        table: wish.table.clone(),
        area: wish.area.clone(),
        ages: wish.ages,
        date: wish.date.clone(),
        grouping,
    });
    statbank::benchmark::of(&cube, &choice).map_err(Failure::Benchmark)
}
