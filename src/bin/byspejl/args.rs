//! The commands and their options, as `--help` shows them.

use byspejl::exchange::statbank::Ages;
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
    /// Show a file's headcounts as they are understood, or why it is refused.
    ///
    /// CSV, TSV and other delimited text, XLSX, XLS and ODS. Places are rows and columns as a
    /// spreadsheet shows them, from 1.
    Read {
        file: PathBuf,
        /// Answers to the questions of an earlier run, as JSON.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
        /// Print JSON (public/schema/reading-1.json).
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
        /// Hide small counts, for everybody to see: the public edition.
        #[arg(long)]
        public: bool,
        /// Year in which the targets fall due, one to four years ahead.
        #[arg(long, value_name = "YEAR")]
        year: Option<u16>,
        /// Where to write; "-" is standard output, for text only.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// List the built-in benchmarks.
    Benchmarks {
        /// Print JSON: a list of what public/schema/benchmark-1.json describes.
        #[arg(long)]
        json: bool,
    },
    /// Show a file from a table bank of Statistics Denmark or the City as a benchmark.
    ///
    /// Also reads what it printed as JSON.
    Benchmark {
        file: PathBuf,
        #[command(flatten)]
        wish: Wish,
        /// Print JSON (public/schema/benchmark-1.json).
        #[arg(long)]
        json: bool,
    },
    /// Write figures, verdicts and sources as a workbook, a table, a calendar or a picture.
    Export {
        #[command(flatten)]
        figures: Figures,
        #[arg(long, value_enum)]
        format: ExportFormat,
        /// Hide small counts, for everybody to see: the public edition.
        #[arg(long)]
        public: bool,
        /// Where to write; "-" is standard output, for text only.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Write an empty sheet to fill in.
    Template {
        #[arg(long, value_enum)]
        format: SheetFormat,
        /// Where to write; "-" is standard output, for text only.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Make a share link of a file's headcounts and pledge.
    ///
    /// Prints the part of the address from "#" on. FILE may itself be such a link.
    Link {
        #[command(flatten)]
        figures: Figures,
        /// Hide small counts.
        #[arg(long)]
        public: bool,
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
    /// A built-in benchmark's id, a file from a table bank of Statistics Denmark or the City, or what
    /// "byspejl benchmark --json" printed.
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

/// Which of the benchmarks in a file; what is left open is Copenhagen, 18 to 64 years, the newest
/// date and the finest groups, as far as the file has them.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Wish {
    /// "18-64", or "all".
    #[arg(long, value_parser = ages)]
    pub ages: Option<Ages>,
    /// Code or name of an area, for example 101.
    #[arg(long)]
    pub area: Option<String>,
    /// As the file writes it, for example 2026K1.
    #[arg(long)]
    pub date: Option<String>,
    /// How many origin groups.
    #[arg(long, value_name = "2|3|5")]
    pub groups: Option<usize>,
    /// The table's name where the file does not say it, for example FOLK1E.
    #[arg(long)]
    pub table: Option<String>,
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
    /// Data (public/schema/pledge-1.json).
    Json,
    /// Plain text with Markdown headings and tables.
    Md,
}

/// What figures can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A workbook: figures, verdicts, method, sources.
    Xlsx,
    /// The figures as a table, as Danish spreadsheets read it.
    Csv,
    /// The pledge's dates for a calendar.
    Ics,
    /// The mirror as a picture.
    Svg,
}

/// What a template can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SheetFormat {
    Xlsx,
    Csv,
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

fn ages(text: &str) -> Result<Ages, clap::Error> {
    if text == "all" {
        return Ok(Ages::AllAges);
    }
    let ends = text.split_once('-').and_then(|(from, to)| from.parse().ok().zip(to.parse().ok()));
    match ends {
        Some((from, to)) if from <= to => Ok(Ages::Ages { from, to }),
        _ => Err(clap::Error::new(clap::error::ErrorKind::ValueValidation)),
    }
}
