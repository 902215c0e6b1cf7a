//! What to have ready for the next review: the same table a year later, and who sees to it.
//!
//! The annex, the calendar and the status of a signed pledge say the same. It names levels and areas
//! and no counts, because calendars are shared more widely than pledges, and it says nothing that
//! would tell which counts are hidden. Absent: the files themselves.

use super::pledge::Source;
use super::words;
use crate::pledge::{Field, LineId, Words};
use crate::text::{Lang, date, group_name, ics};
use crate::workforce::{DataQuality, Date, OutsourcedWork, Workforce};

/// The measure that is the yearly status itself.
pub const YEARLY_STATUS: &str = "M15";

/// What is counted of a measure, and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub counted: String,
    pub owner: String,
}

/// What to have ready for the review of `day`, a sentence or two each.
pub fn items(source: &Source, lang: Lang, day: Date) -> Vec<String> {
    let pledge = source.pledge;
    let said = |field: &Field<Words, String>| words::field(lang, field).trim().to_owned();
    let indicators = pledge
        .measures
        .iter()
        .map(|line| Indicator { counted: said(&line.indicator), owner: said(&line.owner) });
    let status = LineId::Measure(YEARLY_STATUS.to_owned());
    let status = pledge.measures.iter().find(|line| line.id == status).map(|line| &line.owner);
    let owner = status.or_else(|| pledge.targets.first().map(|line| &line.owner));
    let orderer = owner.map(said).unwrap_or_default();
    items_of(source.workforce, lang, day, &orderer, indicators.collect())
}

/// The same for figures like these with other measures; `orderer` answers for the figures and may
/// be nobody.
pub fn items_of(
    workforce: &Workforce,
    lang: Lang,
    day: Date,
    orderer: &str,
    indicators: Vec<Indicator>,
) -> Vec<String> {
    let table = &workforce.table;
    let from = match workforce.data_quality {
        DataQuality::OfficialTable => ics::figures_official(lang),
        DataQuality::IndependentSurvey => ics::figures_survey(lang),
        DataQuality::Estimate => ics::figures_estimate(lang),
    };
    let groups: Vec<&str> =
        table.grouping().groups().iter().map(|&group| group_name(lang, group)).collect();
    let mut items = vec![from.to_owned(), ics::shape(lang, &groups.join("; "))];
    let levels: Vec<&str> = table.levels().iter().rev().map(|level| level.name.as_str()).collect();
    if !levels.is_empty() {
        items.push(ics::levels(lang, &levels.join("; ")));
    }
    let areas: Vec<&str> = table.areas().iter().map(|area| area.name.as_str()).collect();
    if !areas.is_empty() {
        items.push(ics::areas(lang, &areas.join("; ")));
    }
    if workforce.reporting_date.is_some() {
        items.push(ics::day(lang, &date(lang, day)));
    }
    items.push(ics::same_people(lang).to_owned());
    items.push(ics::hidden(lang).to_owned());
    let outsourced = match workforce.outsourced_work {
        OutsourcedWork::NotAnswered => ics::outsourced_not_answered(lang),
        OutsourcedWork::None => ics::outsourced_none(lang),
        OutsourcedWork::Included => ics::outsourced_included(lang),
        OutsourcedWork::LeftOut => ics::outsourced_left_out(lang),
    };
    items.push(outsourced.to_owned());
    if !orderer.is_empty() {
        items.push(ics::orderer(lang, orderer));
    }
    let counted = indicators.into_iter().filter(|indicator| !indicator.counted.is_empty());
    items.extend(counted.map(|Indicator { counted, owner }| match owner.as_str() {
        "" => ics::indicator(lang, &counted),
        owner => ics::indicator_of(lang, &counted, owner),
    }));
    items.push(ics::file(lang).to_owned());
    items
}
