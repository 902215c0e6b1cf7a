//! What each command does: opens, asks the library, writes.

use super::args::{Command, ExportFormat, Figures, PledgeFormat, SheetFormat, Wish};
use super::failure::{self, Failure};
use super::{input, output, today};
use byspejl::analysis::disclosure::{Disclosed, THRESHOLD, protect, suppressed_table};
use byspejl::benchmark;
use byspejl::exchange::office::Case;
use byspejl::exchange::reading::Outcome;
use byspejl::exchange::write::{
    assessment_json, benchmark_json, csv, docx, figure_svg, html_file, ics, markdown, plain,
    pledge_json, xlsx,
};
use byspejl::exchange::{link, project, reading_json};
use byspejl::report::tables::{self, Tables};
use byspejl::report::{self, Document, FigureId, Public};
use byspejl::session::{Draft, Work};
use byspejl::text::{Lang, cli};
use byspejl::workforce::{Date, Focus};
use serde_json::Value;
use std::path::Path;

/// Does it, and gives the exit code.
pub fn run(command: Command, lang: Lang) -> Result<u8, Failure> {
    match command {
        Command::Read { file, answers, json } => {
            return read(&input::outcome(&file, answers.as_deref())?, json, lang);
        }
        Command::Assess { figures, json } => assess(&figures, json, lang),
        Command::Pledge { figures, format, public, year, output } => {
            let today = today(&figures)?;
            let case = case(&input::work(&figures)?, today, year, lang)?;
            pledge(&case, today, format, public, output.as_deref(), lang)
        }
        Command::Benchmarks { json } => benchmarks(json, lang),
        Command::Benchmark { file, wish, json } => benchmark(&file, &wish, json, lang),
        Command::Export { figures, format, public, output } => {
            export(&figures, format, public, output.as_deref(), lang)
        }
        Command::Template { format, output } => {
            let tables = tables::template(&Draft::empty(), lang);
            let today = today::today().ok_or(Failure::NoClock)?;
            let is_workbook = format == SheetFormat::Xlsx;
            sheets(&tables, is_workbook, today, output.as_deref())
        }
        Command::Link { figures, public } => share(&input::work(&figures)?, public, lang),
        Command::Project { figures, output } => {
            output::write_text(output.as_deref(), &project::write(&input::work(&figures)?))
        }
    }
    .map(|()| 0)
}

fn read(outcome: &Outcome, json: bool, lang: Lang) -> Result<u8, Failure> {
    if json {
        output::print(&(reading_json::write(outcome, Some(lang)) + "\n"))?;
    } else {
        output::print(&plain::outcome(outcome, lang))?;
    }
    Ok(match outcome {
        Outcome::Table(_) => 0,
        Outcome::Refused(_) => failure::REFUSED,
        Outcome::Ask { .. } => failure::ASKS,
    })
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
    case: &Case,
    today: Date,
    format: PledgeFormat,
    public: bool,
    output: Option<&Path>,
    lang: Lang,
) -> Result<(), Failure> {
    let source = case.source();
    if public {
        let disclosed = disclosed(case)?;
        let public = Public::of(&source, &disclosed);
        if format == PledgeFormat::Json {
            let record = pledge_json::public(&public, lang, today);
            return output::write_text(output, &pledge_json::write(&record));
        }
        let figure = |_: FigureId, lang| public.mirror(lang);
        return document(&public.document(lang), &figure, today, format, output);
    }
    if format == PledgeFormat::Json {
        let record = pledge_json::internal(&source, lang, today);
        return output::write_text(output, &pledge_json::write(&record));
    }
    let figure = |id, lang| report::figure(&source, lang, id);
    document(&report::document(&source, lang), &figure, today, format, output)
}

/// What may be shown of a case.
fn disclosed(case: &Case) -> Result<Disclosed, Failure> {
    protect(&case.checked.workforce.table, Focus::default(), THRESHOLD)
        .map_err(|_| Failure::NotComparable)
}

/// A pledge in a format for people.
fn document(
    document: &Document,
    figure: &dyn Fn(FigureId, Lang) -> byspejl::chart::Spec,
    today: Date,
    format: PledgeFormat,
    output: Option<&Path>,
) -> Result<(), Failure> {
    match format {
        PledgeFormat::Docx => {
            let bytes = docx::write(document, figure, today).map_err(|_| Failure::TooLarge)?;
            output::write_bytes(output, &bytes)
        }
        PledgeFormat::Html => output::write_text(output, &html_file::write(document, figure)),
        _ => output::write_text(output, &markdown::markdown(document, figure)),
    }
}

fn benchmarks(json: bool, lang: Lang) -> Result<(), Failure> {
    if json {
        let all = benchmark::all().map(|found| benchmark_json::value(&found));
        return output::print_json(&Value::Array(all.collect()));
    }
    output::print(&plain::benchmarks(benchmark::all(), lang))
}

fn benchmark(file: &Path, wish: &Wish, json: bool, lang: Lang) -> Result<(), Failure> {
    let found = input::benchmark(file, wish)?;
    if json {
        return output::print(&(benchmark_json::write(&found) + "\n"));
    }
    output::print(&plain::benchmark(&found, lang))
}

fn export(
    figures: &Figures,
    format: ExportFormat,
    public: bool,
    output: Option<&Path>,
    lang: Lang,
) -> Result<(), Failure> {
    let today = today(figures)?;
    let work = input::work(figures)?;
    let case = case(&work, today, None, lang)?;
    let source = case.source();
    let (tables, mirror) = if public {
        let disclosed = disclosed(&case)?;
        let public = Public::of(&source, &disclosed);
        (tables::public(&public, &work.draft, lang), public.mirror(lang))
    } else {
        let mirror = report::figure(&source, lang, FigureId::Mirror);
        (tables::internal(&source, &work.draft, lang), mirror)
    };
    match format {
        ExportFormat::Xlsx => sheets(&tables, true, today, output),
        ExportFormat::Csv => sheets(&tables, false, today, output),
        // Dates are the same in both editions.
        ExportFormat::Ics => output::write_text(output, &ics::write(&source, lang, today)),
        ExportFormat::Svg => output::write_text(output, &figure_svg(&mirror, lang)),
    }
}

/// A workbook, or its first sheet as text.
fn sheets(
    tables: &Tables,
    is_workbook: bool,
    today: Date,
    output: Option<&Path>,
) -> Result<(), Failure> {
    if is_workbook {
        let bytes = xlsx::write(tables, today).map_err(|_| Failure::TooLarge)?;
        return output::write_bytes(output, &bytes);
    }
    let text = tables.sheets.first().map(|sheet| csv::write(tables, sheet));
    output::write_text(output, &text.unwrap_or_default())
}

fn share(work: &Work, public: bool, lang: Lang) -> Result<(), Failure> {
    let words = if public { cli::link_public(lang) } else { cli::link_exact(lang) };
    let link = if public {
        let table = byspejl::session::check(&work.draft, benchmark::by_id, |part, name| {
            byspejl::text::part_name(lang, part, name)
        })
        .workforce
        .table;
        let disclosed =
            protect(&table, Focus::default(), THRESHOLD).map_err(|_| Failure::NotComparable)?;
        // The decision was made for this very table, so it has its shape.
        let public = suppressed_table(&table, &disclosed).unwrap_or(table);
        link::make(&work.with_counts_of(&public))
    } else {
        link::make(work)
    };
    let link = link.map_err(Failure::Link)?;
    eprintln!("{words}");
    output::print(&(link + "\n"))
}

fn today(figures: &Figures) -> Result<Date, Failure> {
    figures.today.or_else(today::today).ok_or(Failure::NoClock)
}

/// The case as of `today`, with targets that fall due in `year`, or else in the work's target year.
fn case(work: &Work, today: Date, year: Option<u16>, lang: Lang) -> Result<Case, Failure> {
    let case = match year {
        Some(year) => {
            let years = Case::years_to(work, today, year)
                .map_err(|(first, last)| Failure::Year { year, first, last })?;
            Case::in_years(work, lang, today, years)
        }
        None => Case::of(work, lang, today),
    };
    case.map_err(|_| Failure::NotComparable)
}
