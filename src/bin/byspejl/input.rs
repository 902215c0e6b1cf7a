//! What a command is given: a file, standard input, or a share link.

use super::args::Figures;
use super::failure::Failure;
use super::sheets::{self, Wished};
use byspejl::benchmark;
use byspejl::exchange::project::ProjectError;
use byspejl::exchange::reading::Outcome;
use byspejl::exchange::{import, link, project};
use byspejl::session::Work;
use std::io::Read;
use std::path::Path;

/// The bytes of a file, or of standard input for "-".
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|why| Failure::Unreadable { path: path.to_owned(), why })
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
    if let Some(id) = &figures.benchmark {
        match benchmark::by_id(id) {
            Some(_) => work.draft.benchmark_id.clone_from(id),
            None if Path::new(id).exists() => {
                let wished =
                    Wished { ages: None, area: None, date: None, groups: None, table: None };
                let own = sheets::official(Path::new(id), &wished)?;
                work.draft.benchmark_id = own.id().to_owned();
                work.draft.own_benchmark = Some(Box::new(own));
            }
            None => return Err(Failure::UnknownBenchmark { id: id.clone() }),
        }
    }
    Ok(work)
}

fn opened(figures: &Figures) -> Result<Work, Failure> {
    if let Some(address) = figures.file.to_str().filter(|text| text.contains(link::PREFIX)) {
        return link::open(address).map_err(Failure::Link);
    }
    let text = bytes(&figures.file)?;
    match project::read(&String::from_utf8_lossy(&text)) {
        Err(ProjectError::NotAProject) => {
            match sheets::outcome(&figures.file, figures.answers.as_deref())? {
                Outcome::Table(reading) => Ok(import::into_work(&reading, &Work::default())),
                Outcome::Ask { .. } => Err(Failure::AskFirst),
                Outcome::Refused(refusal) => Err(Failure::Refused(Box::new(refusal))),
            }
        }
        read => read.map_err(Failure::Project),
    }
}
