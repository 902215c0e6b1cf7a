//! From what is shown to a workbook: who decides what is shown, and who puts it together.
//!
//! [`compose`] shows what it is given and nothing else, so an internal and a public workbook
//! differ in their [`Parts`] alone. Absent: what may be shown. Read next: [`super::internal`].

use super::{Entries, Sheet, Tables, Told, Verdicts, figures, method, sources, verdicts};
use crate::report::{Block, Role, Source, Visibility};
use crate::text::{Lang, benchmark, findings, percent, report, sheets};

/// Everything a workbook shows.
///
/// `source` is used for what is nobody's secret: the benchmark, the method, the names of levels
/// and areas. Every count comes from the other fields.
#[derive(Clone, Debug)]
pub struct Parts<'a> {
    pub source: Source<'a>,
    pub visibility: Visibility,
    /// "Internt" or what else says who may see it; empty where anybody may.
    pub mark: &'a str,
    /// What the mark means, under every title; empty where there is none.
    pub mark_explained: &'a str,
    /// The finding on top of the verdicts.
    pub headline: String,
    /// How many people, as of when, by whose count: under the figures and the verdicts.
    pub base: String,
    pub entries: Entries,
    pub verdicts: Vec<Told>,
    /// How good the figures are, and cautions, for the sources sheet.
    pub quality: Vec<Block>,
}

/// The workbook of these parts.
pub fn compose(parts: &Parts, lang: Lang) -> Tables {
    let source = &parts.source;
    let yardstick = benchmark::yardstick(lang, source.benchmark);
    let mut figures = figures::sheet(&parts.entries, lang);
    intro(parts, &mut figures, [parts.base.as_str(), estimate(source, lang)]);

    let told = Verdicts {
        rows: &parts.verdicts,
        subject: source.subject(),
        yardstick,
        visibility: parts.visibility,
    };
    let mut verdicts = verdicts::sheet(&told, lang);
    let share = percent(lang, source.assessment.benchmark_share.fraction());
    let compared = sheets::intro_compared(lang, &benchmark::name(lang, source.benchmark), &share);
    let fixed = report::annex_not_discrimination(lang);
    verdicts.lead.clone_from(&parts.headline);
    let base = parts.base.as_str();
    intro(parts, &mut verdicts, [fixed, base, &compared, estimate(source, lang)]);

    let mut method = method::sheet(&source.assessment.method, source.assumptions, lang);
    intro(parts, &mut method, [fixed]);
    let mut further = parts.quality.clone();
    further.push(Block::heading(2, report::annex_disclaimer(lang)));
    further.push(Block::paragraph(Role::Body, findings::note_self_assessment(lang)));
    let mut sources = sources::sheet(source.benchmark, &further, lang);
    intro(parts, &mut sources, [fixed]);

    let organisation = source.pledge.organisation.value().trim();
    let title = match organisation {
        "" => sheets::title_workbook(lang).to_owned(),
        name => sheets::title_workbook_of(lang, name),
    };
    let mut all = vec![figures, verdicts, method, sources];
    if !organisation.is_empty() {
        for sheet in &mut all[..2] {
            sheet.title = [&sheet.title, ", ", organisation].concat();
        }
    }
    Tables { lang, title, mark: parts.mark.to_owned(), sheets: all }
}

/// The lines under a title, the mark first; empty ones are left out.
fn intro<'a>(parts: &Parts, sheet: &mut Sheet, lines: impl IntoIterator<Item = &'a str>) {
    let marked = [parts.mark_explained].into_iter();
    let lines = marked.map(str::to_owned).chain(lines.into_iter().map(str::to_owned));
    sheet.intro = lines.filter(|line| !line.is_empty()).collect();
}

fn estimate(source: &Source, lang: Lang) -> &'static str {
    if source.is_estimate() { sheets::intro_estimate(lang) } else { "" }
}
