//! Who stands where: the pattern "diversity without equity", theta in plain words, the ceiling.

use super::with_subject;
use crate::analysis::{LevelEquity, Strength};
use crate::text::{self, Digits, Lang, Subject, level_equity, mirror};
use crate::ui::app::use_app;
use leptos::prelude::*;

/// What the section says, ready to show.
#[derive(Clone, Debug, PartialEq)]
struct Words {
    pattern: String,
    explained: &'static str,
    /// Whether the pattern stands out on the screen.
    is_found: bool,
    superiority: String,
    /// Theta as so many of a hundred, where it is one number.
    hits: Option<String>,
    disappears: Option<String>,
    ceiling: Option<String>,
}

fn words(lang: Lang, subject: &Subject) -> Words {
    let assessment = subject.assessment;
    let LevelEquity { superiority, ceiling, city_disappears_at, .. } = &assessment.level_equity;
    let theta = superiority.as_ref().ok().and_then(|superiority| superiority.theta.value());
    let hits = theta.map(|theta| text::decimal(lang, 100.0 * theta, Digits::Fixed(0)));
    let strength = assessment.diversity_without_equity.conclusion.value();
    let disappears = city_disappears_at.value().flatten();
    let ceiling = ceiling.value().flatten();
    Words {
        pattern: level_equity::pattern_title(lang, &assessment.diversity_without_equity),
        explained: level_equity::pattern_explained(lang, &assessment.diversity_without_equity),
        is_found: matches!(strength, Some(Strength::Clear | Strength::Likely)),
        superiority: level_equity::superiority_or_why_not(lang, subject),
        hits: hits.map(|hits| mirror::hundred(lang, &hits)),
        disappears: disappears.map(|level| level_equity::city_disappears(lang, subject, level)),
        ceiling: ceiling
            .map(|found| level_equity::ceiling(lang, subject, found.level, found.possible)),
    }
}

/// The section.
#[component]
pub fn Equity() -> impl IntoView {
    let state = use_app();
    let content = Memo::new(move |_| {
        with_subject(state, |lang, subject| {
            (!subject.assessment.levels.is_empty()).then(|| words(lang, subject))
        })?
    });
    let paragraph = |text: String| view! { <p>{text}</p> };
    move || content.get().map(|words| view! {
        <section aria-labelledby="equity-heading">
            <h2 id="equity-heading">{state.t(mirror::levels_heading)}</h2>
            <div class="cards">
                <div class="card" class:card-found=words.is_found data-pattern>
                    <h3>{words.pattern}</h3>
                    <p>{words.explained}</p>
                    {words.disappears.map(|text| view! { <p data-disappears>{text}</p> })}
                    {words.ceiling.map(paragraph)}
                </div>
                <div class="card">
                    {words.hits.map(|hits| view! { <p class="big">{hits}</p> })}
                    <p>{words.superiority}</p>
                </div>
            </div>
        </section>
    })
}
