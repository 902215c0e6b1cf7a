//! What each command does: opens, asks the library, writes.

use super::args::{Command, Figures, PledgeFormat};
use super::failure::Failure;
use super::{input, output, today};
use byspejl::benchmark;
use byspejl::exchange::office::Case;
use byspejl::exchange::write::{assessment_json, benchmark_json, plain};
use byspejl::exchange::{link, project};
use byspejl::text::{Lang, cli};
use serde_json::Value;
use std::path::Path;

pub fn run(command: Command, lang: Lang) -> Result<(), Failure> {
    match command {
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
        Command::Read { .. } | Command::Pledge { .. } => todo!("TEMPORARY"),
    }
}

fn assess(figures: &Figures, json: bool, lang: Lang) -> Result<(), Failure> {
    let work = input::work(figures)?;
    let case = case(&work, figures, lang)?;
    let problems = plain::problems(&case.checked.problems, &work.draft, lang);
    if json {
        eprint!("{problems}");
        return output::print_json(&assessment_json::write(&case.subject(), lang));
    }
    output::print(&(plain::assessment(&case.subject(), lang) + &problems))
}

fn benchmarks(json: bool, lang: Lang) -> Result<(), Failure> {
    if json {
        let all = benchmark::all().map(|found| benchmark_json::write(&found, lang));
        return output::print_json(&Value::Array(all.collect()));
    }
    output::print(&plain::benchmarks(benchmark::all(), lang))
}

fn case(work: &byspejl::session::Work, figures: &Figures, lang: Lang) -> Result<Case, Failure> {
    let today = figures.today.or_else(today::today).ok_or(Failure::NoClock)?;
    Case::of(work, lang, today).map_err(Failure::NotComparable)
}
