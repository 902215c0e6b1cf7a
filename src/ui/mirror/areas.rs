//! Every area with its verdict, and how unevenly people are spread over them.

use super::levels::{VerdictRow, verdict_table};
use super::with_subject;
use crate::text::benchmark::yardstick;
use crate::text::{self, Lang, Subject, area_equity, mirror};
use crate::ui::app::use_app;
use leptos::prelude::*;

#[derive(Clone, Debug, PartialEq)]
struct Content {
    summary: String,
    caption: String,
    rows: Vec<VerdictRow>,
    spread: String,
}

fn content(lang: Lang, subject: &Subject) -> Option<Content> {
    let areas = &subject.assessment.areas;
    let share = text::percent(lang, subject.assessment.benchmark_share.fraction());
    let words = yardstick(lang, subject.benchmark);
    let rows = areas.iter().enumerate();
    let rows = rows.map(|(area, result)| VerdictRow::of(lang, subject, subject.area(area), result));
    (!areas.is_empty()).then(|| Content {
        summary: area_equity::summary(lang, subject),
        caption: mirror::areas_caption(lang, words.noun, &share),
        rows: rows.collect(),
        spread: area_equity::dissimilarity(lang, subject),
    })
}

/// The section; shows nothing when the figures are not divided by area.
#[component]
pub fn Areas() -> impl IntoView {
    let state = use_app();
    let content = Memo::new(move |_| with_subject(state, content)?);
    move || content.get().map(|content| {
        let lang = state.lang.get();
        view! {
            <section aria-labelledby="areas-heading">
                <h2 id="areas-heading">{mirror::areas_heading(lang)}</h2>
                <p>{content.summary}</p>
                {verdict_table(lang, content.caption, mirror::column_area(lang), content.rows)}
                <p>{content.spread}</p>
            </section>
        }
    })
}
