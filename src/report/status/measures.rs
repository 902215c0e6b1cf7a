//! The measures of a status: what the user says of each, in the user's own words.
//!
//! A measure of the catalogue whose words nobody has changed is said in the document's language;
//! everything else is printed as it was signed.

use super::Status;
use crate::pledge::signed::SignedMeasure;
use crate::pledge::{Commitment, Mark, Progress, measure};
use crate::report::document::{Block, Cell, Role, Table, TableGroup, TableKind, TableRow};
use crate::report::words;
use crate::text::{Counted, Lang, count, report, status as texts};
use std::borrow::Cow;

pub(super) fn compose(status: &Status, lang: Lang) -> Vec<Block> {
    let review = status.review;
    let mut blocks = vec![Block::heading(2, texts::measures_heading(lang))];
    if review.pledge.measures.is_empty() {
        blocks.push(Block::paragraph(Role::Body, texts::sum_no_measures(lang)));
    } else {
        blocks.push(Block::Table(table(status, lang)));
    }
    if !review.remark.trim().is_empty() {
        blocks.push(Block::paragraph(Role::Body, review.remark.trim()));
    }
    blocks
}

fn table(status: &Status, lang: Lang) -> Table {
    let group = |commitment: Commitment| {
        let rows: Vec<TableRow> = lines(status)
            .filter(|(measure, _)| measure.commitment == commitment.number())
            .map(|(measure, mark)| row(lang, measure, mark))
            .collect();
        let heading = match commitment {
            Commitment::Practice => report::measures_practice(lang),
            Commitment::Debate => report::measures_debate(lang),
            Commitment::City => report::measures_city(lang),
        };
        (!rows.is_empty()).then(|| TableGroup { heading: Some(heading.to_owned()), rows })
    };
    Table {
        kind: TableKind::Progress,
        caption: texts::measures_caption(lang).to_owned(),
        head: vec![
            Cell::text(report::measures_text(lang)),
            Cell::text(report::measures_owner(lang)),
            Cell::text(texts::measures_status(lang)),
            Cell::text(report::measures_indicator(lang)),
            Cell::text(texts::measures_note(lang)),
        ],
        groups: Commitment::ALL.into_iter().filter_map(group).collect(),
    }
}

/// Each measure with what is said of it.
pub(super) fn lines<'a>(
    status: &Status<'a>,
) -> impl Iterator<Item = (&'a SignedMeasure, &'a Mark)> {
    status.review.pledge.measures.iter().zip(&status.review.marks)
}

fn row(lang: Lang, measure: &SignedMeasure, mark: &Mark) -> TableRow {
    let none = |text: &str| match text.trim() {
        "" => report::none(lang).to_owned(),
        text => text.to_owned(),
    };
    TableRow {
        heading: text(lang, measure).into_owned(),
        cells: vec![
            Cell::text(none(&owner(lang, measure))),
            Cell::text(progress(lang, mark.progress)),
            Cell::text(none(&indicator(lang, measure))),
            Cell::text(none(&mark.note)),
        ],
    }
}

/// How far a measure is, in a word or two.
pub(super) fn progress(lang: Lang, progress: Option<Progress>) -> &'static str {
    match progress {
        Some(Progress::Done) => texts::measures_done(lang),
        Some(Progress::UnderWay) => texts::measures_under_way(lang),
        Some(Progress::NotBegun) => texts::measures_not_begun(lang),
        Some(Progress::Dropped) => texts::measures_dropped(lang),
        None => texts::measures_unsaid(lang),
    }
}

/// What was pledged, in this language where the words are the catalogue's.
pub fn text(lang: Lang, line: &SignedMeasure) -> Cow<'_, str> {
    said(lang, line, &line.text, words::promise)
}

/// Who answers for it; as [`text`].
pub(super) fn owner(lang: Lang, line: &SignedMeasure) -> Cow<'_, str> {
    said(lang, line, &line.owner, |lang, measure| words::bilingual(lang, &measure.owner_role))
}

/// What is counted of it; as [`text`].
pub(super) fn indicator(lang: Lang, line: &SignedMeasure) -> Cow<'_, str> {
    let of = |lang, measure| words::suggested(lang, crate::pledge::Words::Indicator(measure));
    said(lang, line, &line.indicator, of)
}

fn said<'a>(
    lang: Lang,
    line: &'a SignedMeasure,
    signed: &'a str,
    catalogue: impl Fn(Lang, &'static measure::Measure) -> &'static str,
) -> Cow<'a, str> {
    let known = line.id.as_deref().and_then(measure::by_id);
    let is_unchanged = |known: &&'static measure::Measure| {
        Lang::ALL.iter().any(|&written| catalogue(written, known) == signed.trim())
    };
    match known.filter(is_unchanged) {
        Some(known) => Cow::Borrowed(catalogue(lang, known)),
        None => Cow::Borrowed(signed),
    }
}

/// How many measures stand where: "2 gennemført", "1 i gang".
pub(super) fn sums(status: &Status, lang: Lang) -> Vec<String> {
    let kinds: [(Counted, Option<Progress>); 5] = [
        (texts::sum_done, Some(Progress::Done)),
        (texts::sum_under_way, Some(Progress::UnderWay)),
        (texts::sum_not_begun, Some(Progress::NotBegun)),
        (texts::sum_dropped, Some(Progress::Dropped)),
        (texts::sum_unsaid, None),
    ];
    let said = kinds.into_iter().filter_map(|(words, progress)| {
        let number = lines(status).filter(|(_, mark)| mark.progress == progress).count();
        (number > 0).then(|| words(lang, &count(lang, number as u64)))
    });
    said.collect()
}
