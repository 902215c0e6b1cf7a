//! What each command does: opens, asks the library, writes.

use super::args::{Command, Figures, PledgeFormat};
use super::failure::Failure;
use super::{input, output, sheets, today};
use byspejl::analysis::targets::MAX_YEARS;
use byspejl::benchmark;
use byspejl::exchange::office::Case;
use byspejl::exchange::write::{
    assessment_json, benchmark_json, docx, html_file, markdown, plain, pledge_json,
};
use byspejl::exchange::{link, project};
use byspejl::report;
use byspejl::session::Work;
use byspejl::text::{Lang, cli};
use byspejl::workforce::Date;
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;

pub fn run(command: Command, lang: Lang) -> Result<ExitCode, Failure> {
    match command {
        Command::Read { file, answers, json } => {
            return sheets::read(&file, answers.as_deref(), json, lang);
        }
        Command::Benchmark { file, ages, area, date, groups, table, json } => {
            let (area, date, table) = (area.as_deref(), date.as_deref(), table.as_deref());
            let wished = sheets::Wished { ages, area, date, groups, table };
            sheets::benchmark(&file, &wished, json, lang)
        }
        Command::Assess { figures, json } => assess(&figures, json, lang),
        Command::Benchmarks { json } => benchmarks(json, lang),
        Command::Link { figures } => {
            let link = link::make(&input::work(&figures)?).map_err(Failure::Link)?;
            eprintln!("{}", cli::link_exact(lang));
            output::print(&format!("{link}\n"))
        }
        Command::Project { figures, output } => {
            output::write_text(output.as_deref(), &project::write(&input::work(&figures)?))
        }
        Command::Pledge { figures, format, year, output } => {
            pledge(&figures, format, year, output.as_deref(), lang)
        }
    }?;
    Ok(ExitCode::SUCCESS)
}

fn assess(figures: &Figures, json: bool, lang: Lang) -> Result<(), Failure> {
    let work = input::work(figures)?;
    let case = case(&work, today(figures)?, None, lang)?;
    let problems = plain::problems(&case.checked.problems, &work.draft, lang);
    if json {
        eprint!("{problems}");
        return output::print_json(&assessment_json::write(&case.source(), lang));
    }
    output::print(&(plain::assessment(&case.subject(), lang) + &problems))
}

fn pledge(
    figures: &Figures,
    format: PledgeFormat,
    year: Option<u16>,
    output: Option<&Path>,
    lang: Lang,
) -> Result<(), Failure> {
    let today = today(figures)?;
    let case = case(&input::work(figures)?, today, year, lang)?;
    let source = case.source();
    let document = report::document(&source, lang);
    let figure = |id| report::figure(&source, lang, id);
    match format {
        PledgeFormat::Docx => {
            let bytes = docx::write(&document, &figure, today).map_err(Failure::TooLarge)?;
            output::write_bytes(output, &bytes)
        }
        PledgeFormat::Html => output::write_text(output, &html_file::write(&document, &figure)),
        PledgeFormat::Json => {
            let record = pledge_json::internal(&source, lang, today);
            output::write_text(output, &pledge_json::write(&record))
        }
        PledgeFormat::Md => output::write_text(output, &markdown::markdown(&document, &figure)),
    }
}

fn benchmarks(json: bool, lang: Lang) -> Result<(), Failure> {
    if json {
        let all = benchmark::all().map(|found| benchmark_json::write(&found, lang));
        return output::print_json(&Value::Array(all.collect()));
    }
    output::print(&plain::benchmarks(benchmark::all(), lang))
}

fn today(figures: &Figures) -> Result<Date, Failure> {
    figures.today.or_else(today::today).ok_or(Failure::NoClock)
}

/// The case as of `today`, with targets that fall due in `year`.
fn case(work: &Work, today: Date, year: Option<u16>, lang: Lang) -> Result<Case, Failure> {
    let years =
        match year {
            Some(year) => Case::years_to(work, today, year)
                .map_err(|(first, last)| Failure::Year { year, first, last })?,
            None => MAX_YEARS,
        };
    Case::in_years(work, lang, today, years).map_err(|_| Failure::NotComparable)
}
