//! Why a command did not do what was asked, with its exit code and its words.

use super::sheets;
use byspejl::exchange::link::LinkError;
use byspejl::exchange::project::ProjectError;
use byspejl::exchange::reading::Refusal;
use byspejl::exchange::statbank::StatbankError;
use byspejl::exchange::write::docx::WriteError;
use byspejl::text::{Lang, app, cli, mirror};
use std::path::PathBuf;
use std::process::ExitCode;

/// Wrong use: arguments, files that cannot be read or written.
pub const USAGE: u8 = 1;
/// The file was refused.
pub const REFUSED: u8 = 2;
/// Something has to be chosen first.
pub const ASK: u8 = 3;

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
    /// A target year that no pledge made now can have.
    Year {
        year: u16,
        first: u16,
        last: u16,
    },
    /// The computer does not know what day it is.
    NoClock,
    NotComparable,
    /// Answers in another shape than they are asked in.
    Answers {
        path: PathBuf,
    },
    /// The sheet was refused.
    Refused(Box<Refusal>),
    /// The sheet leaves something open: answer the questions of "byspejl read" first.
    AskFirst,
    /// No benchmark can be taken from the file.
    Statbank(Box<StatbankError>),
    /// The file has no division into so many groups.
    NoGrouping {
        groups: usize,
    },
    /// A document larger than its format can hold.
    TooLarge(WriteError),
    Project(ProjectError),
    Link(LinkError),
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
            Failure::TooLarge(_) => (USAGE, cli::error_too_large(lang).to_owned()),
            Failure::NotComparable => (REFUSED, mirror::not_comparable(lang).to_owned()),
            Failure::Answers { path } => {
                (USAGE, cli::error_answers(lang, &path.display().to_string()))
            }
            Failure::Refused(refusal) => (REFUSED, sheets::refusal_text(refusal, lang)),
            Failure::AskFirst => (ASK, cli::error_ask_first(lang).to_owned()),
            Failure::Statbank(error) => (REFUSED, sheets::statbank_text(error, lang)),
            Failure::NoGrouping { groups } => {
                (USAGE, cli::error_no_grouping(lang, &groups.to_string()))
            }
            Failure::Project(error) => (REFUSED, project(*error, lang)),
            Failure::Link(error) => (REFUSED, link(*error, lang)),
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
