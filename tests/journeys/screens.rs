//! Every screen in every language: for the journeys that must hold on all of them.

use byspejl::text::{Lang, app};
use serde_json::json;

use crate::support::{Page, Walk};

/// A screen by its address, with its name in the browser's tab.
pub type Screen = (&'static str, fn(Lang) -> &'static str);

pub const START: Screen = ("#/", app::title_start);
pub const FIGURES: Screen = ("#/figures", app::title_figures);
pub const MIRROR: Screen = ("#/mirror", app::title_mirror);
pub const PATH: Screen = ("#/path", app::title_path);
pub const PLEDGE: Screen = ("#/pledge", app::title_pledge);

/// Its figures are pictures alone.
pub const YEARS: Screen = ("#/years", app::title_years);

pub const SCREENS: [Screen; 13] = [
    START,
    FIGURES,
    MIRROR,
    PATH,
    PLEDGE,
    YEARS,
    ("#/method", app::title_method),
    ("#/sources", app::title_sources),
    ("#/official-table", app::title_official_table),
    ("#/privacy", app::title_privacy),
    ("#/accessibility", app::title_accessibility),
    ("#/board", app::title_board),
    ("#/status", app::title_status),
];

/// Opens the page in a language with the example's figures in it.
pub async fn with_example(page: &Page, lang: Lang) -> Walk {
    page.open(&format!("?lang={}", lang.tag())).await?;
    page.click("#see-example").await?;
    page.has("[data-pattern]", 1).await
}

/// Goes to a screen, waits until its charts are drawn, and opens everything that can be unfolded.
pub async fn visit(page: &Page, (address, title): Screen) -> Walk {
    page.run_with("location.hash = arguments[0]", json!(address)).await?;
    let titles = Lang::ALL.map(|lang| [title(lang), app::name(lang)].join(" · "));
    let there = "return arguments[0].includes(document.title)
        && !!document.querySelector('#content h1')
        && [...document.querySelectorAll('.fig')].every((figure) => figure.matches('.is-live, .fig-dates'))";
    page.until_with("a screen", there, json!(titles)).await?;
    let unfold = "document.querySelectorAll('#content details').forEach((part) => {
        part.open = true; })";
    page.run(unfold).await.map(drop)
}
