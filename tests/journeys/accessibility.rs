//! axe finds nothing on any screen, in either language, in light, in dark and in the visitor's
//! own colours.

use byspejl::text::{Lang, app, figures, import};
use serde_json::{Value, json};

use crate::screens::{FIGURES, MIRROR, PATH, PLEDGE, SCREENS, START, YEARS, visit, with_example};
use crate::support::engine::Wish;
use crate::support::files::{choose, drop_files, sample};
use crate::support::{Browser, Page, Walk};

const AXE: &str = include_str!("axe/axe.min.js");

/// All rules, best practice and the size of targets included. Each violation with the elements that
/// break it.
const RUN_AXE: &str = "const [done] = arguments;
    axe.run(document, { resultTypes: ['violations'],
        rules: { 'target-size': { enabled: true } } }).then(
        ({ violations }) => done(violations.map(({ id, help, nodes }) => [id, help,
            nodes.slice(0, 4).map(({ target, html, any }) =>
                [target.join(' '), html.slice(0, 200), any[0]?.message ?? ''])])),
        (error) => done([String(error)]))";

#[tokio::test]
async fn axe_finds_nothing_on_the_danish_screens() {
    Browser::new().walk(async |page| every_screen(page, Lang::Da).await).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_english_screens() {
    Browser::new().walk(async |page| every_screen(page, Lang::En).await).await;
}

#[tokio::test]
async fn axe_finds_nothing_where_there_are_no_figures_yet() {
    Browser::new().walk(without_figures).await;
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn axe_finds_nothing_in_the_dark() {
        let dark = Browser::new().wishing(Wish::Dark);
        dark.walk(async |page| every_screen(page, Lang::Da).await).await;
    }

    #[tokio::test]
    async fn axe_finds_nothing_in_the_visitor_s_own_colours() {
        let forced = Browser::new().wishing(Wish::ForcedColours).wishing(Wish::LessMotion);
        forced.walk(async |page| every_screen(page, Lang::En).await).await;
    }
}

/// Notes what axe finds where the visitor is.
pub async fn check(page: &Page, place: &str, found: &mut Vec<(String, Value)>) -> Walk {
    if page.run("return typeof axe").await? == "undefined" {
        page.run(AXE).await?;
    }
    let violations = page.driver.execute_async(RUN_AXE, Vec::new()).await?.json().clone();
    if violations != json!([]) {
        found.push((place.to_owned(), violations));
    }
    Ok(())
}

async fn every_screen(page: &Page, lang: Lang) -> Walk {
    with_example(page, lang).await?;
    let mut found = Vec::new();
    for screen in SCREENS {
        visit(page, screen).await?;
        check(page, screen.0, &mut found).await?;
    }
    visit(page, FIGURES).await?;
    page.press(figures::shape_levels_and_areas(lang)).await?;
    page.has(".area-heading", 3).await?;
    page.enter(0, 0, "12,5").await?;
    page.enter(1, 0, "-3").await?;
    page.has("#problems li", 2).await?;
    page.click(".save > summary").await?;
    check(page, "#/figures with areas, errors and the save menu", &mut found).await?;
    choose(page, &sample("unknown-levels.csv")).await?;
    page.has(".office-questions", 1).await?;
    check(page, "the preview with a question", &mut found).await?;
    page.press(import::preview_cancel(lang)).await?;
    choose(page, &sample("person-cpr.csv")).await?;
    page.has(".office-refusal", 1).await?;
    check(page, "a refusal", &mut found).await?;
    page.press(import::refused_close(lang)).await?;
    page.click("#paste-table").await?;
    page.has("#office-table", 1).await?;
    check(page, "the field for a table", &mut found).await?;
    page.press(app::save_cancel(lang)).await?;
    drop_files(page, &[sample("wide.xlsx"), sample("person-cpr.csv")]).await?;
    page.has(".office-files button", 1).await?;
    check(page, "the preview of one of two files", &mut found).await?;
    page.press(import::preview_cancel(lang)).await?;
    // The save menu has been open since it was looked at.
    page.click("#take-along").await?;
    page.has("#office .export", 1).await?;
    check(page, "the ways out, internal", &mut found).await?;
    page.click("#take-along-edition-1").await?;
    page.has("#office [data-format]:disabled", 1).await?;
    check(page, "the ways out, public", &mut found).await?;
    assert!(found.is_empty(), "{}", serde_json::to_string_pretty(&found)?);
    Ok(())
}

async fn without_figures(page: &Page) -> Walk {
    page.open("").await?;
    let mut found = Vec::new();
    for screen in [START, FIGURES, MIRROR, PATH, PLEDGE, YEARS] {
        visit(page, screen).await?;
        check(page, screen.0, &mut found).await?;
    }
    assert!(found.is_empty(), "{}", serde_json::to_string_pretty(&found)?);
    Ok(())
}
