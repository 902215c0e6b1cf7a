//! The overview of many pledges as tables: what they promise together, and when each is reviewed.
//!
//! The screen shows the same sheets, so that it cannot say anything else than the files. Absent:
//! what may be summed ([`crate::board`]), and any figure of a single organisation.

use super::board_files;
use super::{Cell, Head, Line, Part, Sheet, SheetKind, Tables};
use crate::board::{
    CommitmentTotal, Due, LevelName, LevelTotal, MeasureTotal, PeopleSum, Pooled, Review, Summary,
};
use crate::pledge::{Commitment, measure};
use crate::report::charter::Passage;
use crate::report::words;
use crate::session::{self, Name};
use crate::text::{Lang, board, count, date, part_name, report};
use crate::workforce::Sector;

/// A share of fewer has no decimals (methods, section 9).
const COARSE: u64 = 100;

/// The overview in one language; its first sheets are left out where nothing may be summed.
pub fn board(summary: &Summary, lang: Lang) -> Tables {
    let mut sheets = Vec::new();
    if let Some(pooled) = &summary.pooled {
        let of = summary.pledges;
        sheets.push(together(pooled, of, lang));
        sheets.push(measures(pooled, of, lang));
        sheets.push(targets(pooled, lang));
    }
    sheets.push(reviews(&summary.reviews, lang));
    sheets.extend(board_files::sheet_of(summary, lang));
    let pledges = count(lang, summary.pledges as u64);
    let day = date(lang, summary.today);
    let base = match summary.pooled {
        Some(_) => board::title_base(lang, &pledges, &day),
        None => board::title_base_few(lang, &pledges, &day),
    };
    for sheet in &mut sheets {
        sheet.intro.insert(0, base.clone());
    }
    let title = board::title_workbook(lang).to_owned();
    Tables { lang, title, mark: String::new(), sheets }
}

/// A sheet of the overview: name and title are the same word.
pub(super) fn sheet(name: &str, widths: &[u16]) -> Sheet {
    let mut sheet = Sheet::new(SheetKind::Board, name, widths);
    sheet.title = name.to_owned();
    sheet
}

fn number(number: usize) -> Cell {
    Cell::count(number as u64)
}

fn share(part: usize, of: usize) -> Cell {
    ratio(part as u64, of as u64)
}

fn ratio(part: u64, of: u64) -> Cell {
    if of == 0 {
        return Cell::blank();
    }
    Cell::share(part as f64 / of as f64, u8::from(of >= COARSE))
}

fn together(pooled: &Pooled, of: usize, lang: Lang) -> Sheet {
    let mut sheet = sheet(board::tab_together(lang), &[58, 16, 12, 16, 24, 12, 16]);
    sheet.parts = vec![commitments(&pooled.commitments, of, lang), sectors(pooled, lang)];
    sheet.parts.push(due(&pooled.due, lang));
    let hides =
        pooled.people.is_none() || pooled.sectors.iter().any(|total| total.people.is_none());
    sheet.notes.extend(hides.then(|| board::note_hidden(lang).to_owned()));
    sheet.notes.push(board::note_sums(lang).to_owned());
    sheet.notes.push(report::annex_not_discrimination(lang).to_owned());
    sheet
}

fn commitments(totals: &[CommitmentTotal], of: usize, lang: Lang) -> Part {
    let row = |total: &CommitmentTotal| {
        Line::of(vec![
            Cell::heading(numbered(total.commitment, lang)),
            number(total.pledges),
            share(total.pledges, of),
            number(total.measures),
        ])
    };
    Part {
        heading: board::commitments_heading(lang).to_owned(),
        head: vec![
            Head::text(board::commitments_commitment(lang)),
            Head::number(board::commitments_organisations(lang)),
            Head::number(board::commitments_share(lang)),
            Head::number(board::commitments_measures(lang)),
        ],
        rows: totals.iter().map(row).collect(),
    }
}

fn numbered(commitment: Commitment, lang: Lang) -> String {
    let wording = Passage::Commitment(commitment).wording(lang);
    [&commitment.number().to_string(), ". ", wording].concat()
}

fn sectors(pooled: &Pooled, lang: Lang) -> Part {
    let row = |name: &str, pledges, with_targets, people: Option<PeopleSum>| {
        let mut cells = vec![Cell::heading(name), number(pledges), number(with_targets)];
        cells.extend(summed(people, lang));
        cells
    };
    let mut rows: Vec<Line> = pooled
        .sectors
        .iter()
        .map(|total| {
            let name = match total.sector {
                Some(Sector::Private) => board::sectors_private(lang),
                Some(Sector::Public) => board::sectors_public(lang),
                None => board::sectors_unknown(lang),
            };
            Line::of(row(name, total.pledges, total.with_targets, total.people))
        })
        .collect();
    let all = pooled.sectors.iter().map(|total| total.pledges).sum();
    let name = board::sectors_total(lang);
    rows.push(Line::total(row(name, all, pooled.with_targets, pooled.people)));
    Part {
        heading: board::sectors_heading(lang).to_owned(),
        head: vec![
            Head::text(board::sectors_sector(lang)),
            Head::number(board::commitments_organisations(lang)),
            Head::number(board::sectors_with_targets(lang)),
            Head::number(board::sectors_people(lang)),
            Head::number(board::sectors_focus(lang)),
            Head::number(board::sectors_share(lang)),
            Head::number(board::sectors_summed(lang)),
        ],
        rows,
    }
}

/// People, those in focus, their share, and from how many organisations.
fn summed(sum: Option<PeopleSum>, lang: Lang) -> Vec<Cell> {
    match sum {
        Some(sum) => vec![
            Cell::count(sum.people),
            Cell::count(sum.focus),
            ratio(sum.focus, sum.people),
            number(sum.pledges),
        ],
        None => vec![Cell::text(report::none(lang)); 4],
    }
}

fn due(totals: &[(Due, usize)], lang: Lang) -> Part {
    let row = |&(due, pledges): &(Due, usize)| {
        Line::of(vec![Cell::heading(when(due, lang)), number(pledges)])
    };
    Part {
        heading: board::due_heading(lang).to_owned(),
        head: vec![Head::text(board::due_when(lang)), Head::number(board::due_pledges(lang))],
        rows: totals.iter().map(row).collect(),
    }
}

fn when(due: Due, lang: Lang) -> &'static str {
    match due {
        Due::Now => board::due_now(lang),
        Due::Soon => board::due_soon(lang),
        Due::ThisYear => board::due_this_year(lang),
        Due::Later => board::due_later(lang),
    }
}

fn measures(pooled: &Pooled, of: usize, lang: Lang) -> Sheet {
    let part = |commitment: Commitment| {
        let rows = pooled.measures.iter().filter(|total| total.commitment == commitment);
        Part {
            heading: numbered(commitment, lang),
            head: vec![
                Head::text(board::measures_measure(lang)),
                Head::number(board::measures_organisations(lang)),
                Head::number(board::measures_share(lang)),
            ],
            rows: rows.map(|total| measure_row(total, of, lang)).collect(),
        }
    };
    let mut sheet = sheet(board::tab_measures(lang), &[70, 16, 12]);
    sheet.parts = Commitment::ALL.map(part).into_iter().filter(|p| !p.rows.is_empty()).collect();
    sheet
}

fn measure_row(total: &MeasureTotal, of: usize, lang: Lang) -> Line {
    let name = match total.number {
        None => board::measures_own(lang).to_owned(),
        Some(number) => {
            let id = if number < 10 { "M0" } else { "M" };
            let id = [id, &number.to_string()].concat();
            match measure::by_id(&id) {
                Some(known) => words::bilingual(lang, &known.name).to_owned(),
                None => board::measures_unknown(lang, &id),
            }
        }
    };
    Line::of(vec![Cell::heading(name), number(total.pledges), share(total.pledges, of)])
}

fn targets(pooled: &Pooled, lang: Lang) -> Sheet {
    let mut sheet = sheet(board::tab_targets(lang), &[46, 24, 16, 16, 28, 12]);
    if pooled.levels.is_empty() {
        sheet.notes.push(board::targets_none(lang).to_owned());
        return sheet;
    }
    sheet.parts.push(Part {
        heading: board::targets_heading(lang).to_owned(),
        head: vec![
            Head::text(board::targets_level(lang)),
            Head::number(board::targets_organisations(lang)),
            Head::number(board::targets_summed(lang)),
            Head::number(board::targets_people(lang)),
            Head::number(board::targets_focus(lang)),
            Head::number(board::targets_target(lang)),
        ],
        rows: pooled.levels.iter().map(|total| level_row(total, lang)).collect(),
    });
    let hides = pooled.levels.iter().any(|total| total.sum.is_none());
    sheet.notes.extend(hides.then(|| board::note_hidden(lang).to_owned()));
    sheet.notes.push(board::note_sums(lang).to_owned());
    sheet.notes.push(board::note_targets(lang).to_owned());
    sheet
}

fn level_row(total: &LevelTotal, lang: Lang) -> Line {
    let name = match &total.level {
        Some(LevelName::Preset(preset)) => {
            part_name(lang, session::Part::Level, &Name::Preset(*preset))
        }
        Some(LevelName::Own(name)) => name.clone(),
        None => board::targets_other(lang).to_owned(),
    };
    let mut cells = vec![Cell::heading(name), number(total.pledges)];
    cells.extend(match total.sum {
        Some(sum) => vec![
            number(sum.pledges),
            Cell::count(sum.people),
            Cell::count(sum.focus),
            Cell::count(sum.target),
        ],
        None => vec![Cell::text(report::none(lang)); 4],
    });
    Line::of(cells)
}

fn reviews(reviews: &[Review], lang: Lang) -> Sheet {
    let row = |review: &Review| {
        Line::of(vec![
            Cell::heading(review.name.as_str()),
            Cell::from(super::Value::Day(review.day)),
            Cell::text(when(review.due, lang)),
            Cell::from(super::Value::Day(review.target_day)),
        ])
    };
    let mut sheet = sheet(board::tab_reviews(lang), &[50, 16, 24, 18]);
    sheet.intro.push(board::reviews_intro(lang).to_owned());
    sheet.parts.push(Part {
        heading: String::new(),
        head: vec![
            Head::text(board::reviews_name(lang)),
            Head::number(board::reviews_day(lang)),
            Head::text(board::reviews_when(lang)),
            Head::number(board::reviews_target_day(lang)),
        ],
        rows: reviews.iter().map(row).collect(),
    });
    sheet
}
