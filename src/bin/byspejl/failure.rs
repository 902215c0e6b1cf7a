//! Why a command did not do what was asked, with its exit code and its words.

use byspejl::exchange::link::LinkError;
use byspejl::exchange::project::ProjectError;
use byspejl::exchange::reading::Outcome;
use byspejl::exchange::statbank::StatbankError;
use byspejl::exchange::write::plain;
use byspejl::text::{Lang, app, cli, mirror, table_bank};
use std::path::PathBuf;
use std::process::ExitCode;

/// Wrong use: arguments, files that cannot be read or written.
pub const USAGE: u8 = 1;
/// The file was refused.
pub const REFUSED: u8 = 2;
/// Something has to be chosen first.
pub const ASKS: u8 = 3;

/// Everything that can go wrong.
#[derive(Debug)]
pub enum Failure {
    Unreadable {
        path: PathBuf,
        why: std::io::Error,
    },
    Unwritable {
        path: PathBuf,
        why: std::io::Error,
    },
    /// Bytes for no terminal.
    NeedsOutput,
    UnknownBenchmark {
        id: String,
    },
    /// A file that cannot be divided in this way.
    NoGrouping {
        groups: usize,
    },
    /// A target year that no pledge made now can have.
    Year {
        year: u16,
        first: u16,
        last: u16,
    },
    /// The computer does not know what day it is.
    NoClock,
    NotComparable,
    /// A document larger than its format can hold.
    TooLarge,
    Project(ProjectError),
    Link(LinkError),
    /// A file that is no benchmark.
    Benchmark(StatbankError),
    /// Answers in no shape that is understood.
    Answers {
        path: PathBuf,
    },
    /// Headcounts that were refused, or that something has to be chosen about.
    NotRead(Box<Outcome>),
}

impl Failure {
    /// Says what is wrong on standard error, and gives the exit code.
    pub fn report(self, lang: Lang) -> ExitCode {
        let (code, words) = self.words(lang);
        eprintln!("{words}");
        ExitCode::from(code)
    }

    fn words(&self, lang: Lang) -> (u8, String) {
        match self {
            Failure::Unreadable { path, why } => {
                (USAGE, cli::error_unreadable(lang, &path.display().to_string(), &why.to_string()))
            }
            Failure::Unwritable { path, why } => {
                (USAGE, cli::error_unwritable(lang, &path.display().to_string(), &why.to_string()))
            }
            Failure::NeedsOutput => (USAGE, cli::error_needs_output(lang).to_owned()),
            Failure::UnknownBenchmark { id } => (USAGE, cli::error_unknown_benchmark(lang, id)),
            Failure::Year { year, first, last } => {
                let [year, first, last] = [year, first, last].map(u16::to_string);
                (USAGE, cli::error_year(lang, &year, &first, &last))
            }
            Failure::NoClock => (USAGE, cli::error_no_clock(lang).to_owned()),
            Failure::TooLarge => (USAGE, cli::error_too_large(lang).to_owned()),
            Failure::NotComparable => (REFUSED, mirror::not_comparable(lang).to_owned()),
            Failure::Project(error) => (REFUSED, project(*error, lang)),
            Failure::Link(error) => (REFUSED, link(*error, lang)),
            Failure::NoGrouping { groups } => {
                (REFUSED, cli::error_no_grouping(lang, &groups.to_string()))
            }
            Failure::Benchmark(error) => (REFUSED, table_bank_fault(error, lang)),
            Failure::Answers { path } => {
                (USAGE, cli::error_answers(lang, &path.display().to_string()))
            }
            Failure::NotRead(outcome) => match &**outcome {
                Outcome::Ask { .. } => {
                    (ASKS, plain::outcome(outcome, lang) + cli::error_ask_first(lang))
                }
                _ => (REFUSED, plain::outcome(outcome, lang).trim_end().to_owned()),
            },
        }
    }
}

fn project(error: ProjectError, lang: Lang) -> String {
    match error {
        ProjectError::NotAProject => app::file_not_a_project(lang).to_owned(),
        ProjectError::Damaged { line } => app::file_damaged(lang, &line.to_string()),
        ProjectError::TooNew { version } => app::file_too_new(lang, &version.to_string()),
        ProjectError::OutOfBounds => app::file_out_of_bounds(lang).to_owned(),
    }
}

fn link(error: LinkError, lang: Lang) -> String {
    match error {
        LinkError::NotALink => cli::link_not_a_link(lang).to_owned(),
        LinkError::Truncated => cli::link_truncated(lang).to_owned(),
        LinkError::Damaged => cli::link_damaged(lang).to_owned(),
        LinkError::TooNew { version } => cli::link_too_new(lang, &version.to_string()),
        LinkError::TooLarge => cli::link_too_large(lang).to_owned(),
    }
}

/// What is wrong, where, and what to do.
fn table_bank_fault(error: &StatbankError, lang: Lang) -> String {
    let message = table_bank::message(lang, error);
    let said = match table_bank::place(lang, error) {
        Some(place) => cli::table_places(lang, &place, &message),
        None => message,
    };
    [said, table_bank::remedy(lang, error)].join("\n")
}
