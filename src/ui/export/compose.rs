//! The work as the text of a file, or as what the office worker packs.
//!
//! Fetched with the pledge, because it needs everything that a pledge is made from.

use super::format::{Edition, Format};
use crate::analysis::NotComparable;
use crate::analysis::disclosure::{THRESHOLD, protect, suppressed_table};
use crate::benchmark;
use crate::chart::Spec;
use crate::exchange::message::Errand;
use crate::exchange::office::Case;
use crate::exchange::write::{csv, docx, html_file, ics, markdown, pledge_json, tables_json};
use crate::exchange::{html, link, parts_json, project};
use crate::report::tables::{self, Tables};
use crate::report::{self, Document, FigureId, Public};
use crate::session::{Work, check};
use crate::text::{Lang, export, part_name, pick};
use crate::web::worker::FileKind;
use crate::workforce::{Date, Focus};

/// What is to be written.
#[derive(Clone, Debug)]
pub struct Order {
    pub work: Work,
    pub format: Format,
    pub edition: Edition,
    pub lang: Lang,
    /// Both languages in one document, where the format is one to read.
    pub is_bilingual: bool,
    pub today: Date,
}

/// What was written.
#[derive(Clone, Debug)]
pub struct Made {
    pub file: FileKind,
    pub text: String,
    /// What the worker still has to do with it.
    pub errand: Option<Errand>,
}

impl Format {
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Html => "text/html;charset=utf-8",
            Format::Text => "text/plain;charset=utf-8",
            Format::Ics => "text/calendar;charset=utf-8",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json | Format::Project => project::MEDIA_TYPE,
        }
    }

    fn errand(self) -> Option<Errand> {
        match self {
            Format::Docx => Some(Errand::Document),
            Format::Xlsx => Some(Errand::Workbook),
            _ => None,
        }
    }
}

/// Writes it.
///
/// # Errors
/// [`NotComparable`] when there are no verdicts to write about.
pub fn compose(order: &Order) -> Result<Made, NotComparable> {
    let Order { work, format, edition, lang, .. } = order;
    let is_bilingual = order.is_bilingual && format.has_languages();
    let name = format.file_name(work, *edition, *lang, is_bilingual);
    let file = FileKind { name, media_type: format.media_type() };
    let text = if is_bilingual { in_both(order)? } else { written(order)? };
    Ok(Made { file, text, errand: format.errand() })
}

fn written(order: &Order) -> Result<String, NotComparable> {
    let &Order { ref work, format, edition, lang, today, .. } = order;
    if format == Format::Project {
        return Ok(project::write(work));
    }
    let case = Case::of(work, lang, today)?;
    let source = case.source();
    Ok(match edition {
        Edition::Public if format.has_editions() => {
            let disclosed = protect(&case.checked.workforce.table, Focus::default(), THRESHOLD)?;
            let public = Public::of(&source, &disclosed);
            match format {
                Format::Xlsx | Format::Csv => {
                    sheets(&tables::public(&public, &work.draft, lang), format, today)
                }
                Format::Json => pledge_json::write(&pledge_json::public(&public, lang, today)),
                format => {
                    let figure = |_: FigureId, lang| public.mirror(lang);
                    pledge(&public.document(lang), &figure, format, today)
                }
            }
        }
        _ => match format {
            Format::Xlsx | Format::Csv => {
                sheets(&tables::internal(&source, &work.draft, lang), format, today)
            }
            Format::Json => pledge_json::write(&pledge_json::internal(&source, lang, today)),
            Format::Ics => ics::write(&source, lang, today),
            format => {
                let figure = |id: FigureId, lang| report::figure(&source, lang, id);
                pledge(&report::document(&source, lang), &figure, format, today)
            }
        },
    })
}

/// The document in both languages.
fn in_both(order: &Order) -> Result<String, NotComparable> {
    let Order { format, edition, today, .. } = order;
    let cases = both_cases(&order.work, *today)?;
    let [danish, english] = &cases;
    Ok(match edition {
        Edition::Internal => {
            let (document, figure) = both_internal(&cases);
            pledge(&document, &figure, *format, *today)
        }
        Edition::Public => {
            let table = &danish.checked.workforce.table;
            let disclosed = protect(table, Focus::default(), THRESHOLD)?;
            let [danish, english] =
                [danish, english].map(|case| Public::of(&case.source(), &disclosed));
            let document = report::bilingual(danish.document(Lang::Da), english.document(Lang::En));
            let figure = |_: FigureId, lang| pick(lang, &danish, &english).mirror(lang);
            pledge(&document, &figure, *format, *today)
        }
    })
}

/// Levels have names in each language, so each is a case of its own.
fn both_cases(work: &Work, today: Date) -> Result<[Case; 2], NotComparable> {
    Ok([Case::of(work, Lang::Da, today)?, Case::of(work, Lang::En, today)?])
}

fn both_internal([danish, english]: &[Case; 2]) -> (Document, impl Fn(FigureId, Lang) -> Spec) {
    let document = report::bilingual(
        report::document(&danish.source(), Lang::Da),
        report::document(&english.source(), Lang::En),
    );
    let figure = move |id, lang| report::figure(&pick(lang, danish, english).source(), lang, id);
    (document, figure)
}

/// The internal document in both languages, as the page previews and prints it.
pub fn paper_in_both(work: &Work, today: Date) -> Option<String> {
    let cases = both_cases(work, today).ok()?;
    let (document, figure) = both_internal(&cases);
    Some(html::document(&document, &|id, lang| html::paper_figure(&figure(id, lang), lang)))
}

/// A workbook on its way to the worker, or its first sheet as text.
fn sheets(tables: &Tables, format: Format, today: Date) -> String {
    match format {
        Format::Csv => {
            tables.sheets.first().map(|sheet| csv::write(tables, sheet)).unwrap_or_default()
        }
        _ => [today.to_string(), tables_json::write(tables)].join("\n"),
    }
}

fn pledge(
    document: &Document,
    figure: &dyn Fn(FigureId, Lang) -> Spec,
    format: Format,
    today: Date,
) -> String {
    match format {
        Format::Docx => parts_json::write(&docx::parts(document, figure, today)),
        Format::Html => html_file::write(document, figure),
        _ => markdown::plain(document, figure),
    }
}

/// The empty sheet to fill in, of the draft's own shape.
pub fn template(work: &Work, lang: Lang, today: Date, is_workbook: bool) -> Made {
    let tables = tables::template(&work.draft, lang);
    let format = if is_workbook { Format::Xlsx } else { Format::Csv };
    let name = [export::file_template(lang), format.ending()].concat();
    let file = FileKind { name, media_type: format.media_type() };
    let text = sheets(&tables, format, today);
    Made { file, text, errand: format.errand() }
}

/// What a share link carries: without names of people and, if wanted, without small figures;
/// `None` when it cannot be told which figures are small.
pub fn shared(work: &Work, hides_small: bool) -> Option<String> {
    if !hides_small {
        return Some(link::carried(work));
    }
    // Names of parts are not carried, so their language does not matter.
    let checked =
        check(&work.draft, benchmark::by_id, |part, name| part_name(Lang::Da, part, name));
    let table = &checked.workforce.table;
    let disclosed = protect(table, Focus::default(), THRESHOLD).ok()?;
    let public = suppressed_table(table, &disclosed).ok()?;
    Some(link::carried(&work.with_counts_of(&public)))
}
