//! The commands and their options, as `--help` shows them.

use byspejl::text::Lang;
use byspejl::workforce::Date;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Byspejl: does your workplace mirror the city, at every level?
///
/// Reads headcounts from spreadsheets and text files, sets them beside a population, and writes the
/// pledge. Nothing is sent anywhere. FILE may be "-" for standard input.
///
/// Exit codes: 0 done, 1 wrong use, 2 the file was refused, 3 something has to be chosen first.
#[derive(Debug, Parser)]
#[command(name = "byspejl", version, arg_required_else_help = true)]
pub struct Args {
    /// Language of everything that is said.
    #[arg(long, global = true, value_enum, default_value = "da")]
    pub lang: Language,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show a file's table as understood, or why it is refused.
    Read {
        /// A spreadsheet or text file, or "-".
        file: PathBuf,
        /// Answers to earlier questions, as JSON.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
        /// Print JSON (public/schema/reading-1.json).
        #[arg(long)]
        json: bool,
    },
    /// Read a file from a table bank as a benchmark.
    Benchmark {
        /// A file from Statistics Denmark's or the City's table bank.
        file: PathBuf,
        /// Ages, both included, for example 18-64; all ages when left out.
        #[arg(long, value_name = "FROM-TO", value_parser = ages)]
        ages: Option<(u8, u8)>,
        /// Area by code or name, for example 101.
        #[arg(long, value_name = "AREA")]
        area: Option<String>,
        /// Date as the table writes it, for example 2026K1.
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
        /// How many origin groups.
        #[arg(long, value_name = "2|3|5")]
        groups: Option<usize>,
        /// The table's id, where neither file nor name says it.
        #[arg(long, value_name = "TABLE")]
        table: Option<String>,
        /// Print JSON (public/schema/benchmark-1.json).
        #[arg(long)]
        json: bool,
    },
    /// Set a file's headcounts beside a population.
    Assess {
        #[command(flatten)]
        figures: Figures,
        /// Print JSON (public/schema/assessment-1.json).
        #[arg(long)]
        json: bool,
    },
    /// Write the pledge that follows from a file's headcounts.
    Pledge {
        #[command(flatten)]
        figures: Figures,
        #[arg(long, value_enum)]
        format: PledgeFormat,
        /// Year in which the targets fall due, one to four years ahead.
        #[arg(long, value_name = "YEAR")]
        year: Option<u16>,
        /// Where to write; "-" is standard output, for text only.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// List the built-in benchmarks.
    Benchmarks {
        /// Print JSON: an array of what public/schema/benchmarks-1.json describes.
        #[arg(long)]
        json: bool,
    },
    /// Make a share link of a file's headcounts and pledge.
    ///
    /// Prints the part of the address from "#" on. FILE may itself be such a link.
    Link {
        #[command(flatten)]
        figures: Figures,
    },
    /// Save any file's headcounts (or a share link's) as a project file.
    Project {
        #[command(flatten)]
        figures: Figures,
        /// Where to write; standard output when left out.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
}

/// Where headcounts come from, and what they are compared with.
#[derive(Clone, Debug, clap::Args)]
pub struct Figures {
    /// A sheet, a project file (.byspejl.json), or a share link.
    pub file: PathBuf,
    /// A built-in benchmark's id, or a file from a table bank of Statistics Denmark or the City.
    #[arg(long, value_name = "ID|FILE")]
    pub benchmark: Option<String>,
    /// Answers to the questions of "byspejl read FILE --json", as JSON.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// The organisation's name, where the file has none.
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// The day the headcounts are from, where the file does not say.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<Date>,
    /// The day from which dates in the pledge count, instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

/// A language of the product.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Language {
    Da,
    En,
}

/// What a pledge can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PledgeFormat {
    /// A document to edit in Word or LibreOffice.
    Docx,
    /// A page in one file.
    Html,
    /// The pledge as data (public/schema/pledge-1.json).
    Json,
    /// Plain text with Markdown headings and tables.
    Md,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Da => Lang::Da,
            Language::En => Lang::En,
        }
    }
}

fn day(text: &str) -> Result<Date, clap::Error> {
    text.parse().map_err(|_| clap::Error::new(clap::error::ErrorKind::ValueValidation))
}

fn ages(text: &str) -> Result<(u8, u8), clap::Error> {
    text.split_once('-')
        .and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)))
        .filter(|(from, to)| from <= to)
        .ok_or_else(|| clap::Error::new(clap::error::ErrorKind::ValueValidation))
}
