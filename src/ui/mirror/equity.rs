//! Who stands where: the pattern "diversity without equity", theta in plain words, the ceiling.

use crate::analysis::{LevelEquity, Strength};
use crate::markup::Markup;
use crate::text::{self, Digits, Lang, Subject, level_equity, mirror};

/// Writes the section; nothing where there are no levels.
pub fn equity(html: &mut Markup, lang: Lang, subject: &Subject) {
    let assessment = subject.assessment;
    if assessment.levels.is_empty() {
        return;
    }
    let LevelEquity { superiority, ceiling, city_disappears_at, .. } = &assessment.level_equity;
    let pattern = &assessment.diversity_without_equity;
    let is_found = matches!(pattern.conclusion.value(), Some(Strength::Clear | Strength::Likely));
    html.element("h2", "", mirror::levels_heading(lang)).start("div", "cards");

    let class = if is_found { "card card-found" } else { "card" };
    html.tag("div").attribute("class", class).attribute("data-pattern", "").open();
    html.element("h3", "", &level_equity::pattern_title(lang, pattern));
    html.element("p", "", level_equity::pattern_explained(lang, pattern));
    if let Some(level) = city_disappears_at.value().flatten() {
        html.tag("p").attribute("data-disappears", "").open();
        html.words(&level_equity::city_disappears(lang, subject, level)).close("p");
    }
    if let Some(found) = ceiling.value().flatten() {
        let words = level_equity::ceiling(lang, subject, found.level, found.possible);
        html.element("p", "", &words);
    }
    html.close("div");

    html.start("div", "card");
    let theta = superiority.as_ref().ok().and_then(|superiority| superiority.theta.value());
    if let Some(theta) = theta {
        let hits = text::decimal(lang, 100.0 * theta, Digits::Fixed(0));
        html.element("p", "big", &mirror::hundred(lang, &hits));
    }
    html.element("p", "", &level_equity::superiority_or_why_not(lang, subject));
    html.close("div").close("div");
}
