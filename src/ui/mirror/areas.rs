//! Every area with its verdict, and how unevenly people are spread over them.

use super::levels::{VerdictRow, verdict_table};
use crate::markup::Markup;
use crate::text::benchmark::yardstick;
use crate::text::{self, Lang, Subject, area_equity, mirror};

/// Writes the section; nothing when the figures are not divided by area.
pub fn areas(html: &mut Markup, lang: Lang, subject: &Subject) {
    let areas = &subject.assessment.areas;
    if areas.is_empty() {
        return;
    }
    let share = text::percent(lang, subject.assessment.benchmark_share.fraction());
    let caption = mirror::areas_caption(lang, yardstick(lang, subject.benchmark).noun, &share);
    let rows = areas.iter().enumerate();
    let rows = rows.map(|(area, result)| VerdictRow::of(lang, subject, subject.area(area), result));
    html.element("h2", "", mirror::areas_heading(lang));
    html.element("p", "", &area_equity::summary(lang, subject));
    verdict_table(html, lang, &caption, mirror::column_area(lang), rows.collect());
    html.element("p", "", &area_equity::dissimilarity(lang, subject));
}
