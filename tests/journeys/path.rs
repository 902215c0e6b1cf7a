//! The path: assumptions replaced and brought back, a target year, one level's figure by keyboard,
//! and figures that have no path.

use byspejl::text::{Lang, app, mirror, path, pledge_screen};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::check;
use crate::screens::{PATH, PLEDGE, visit, with_example};
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;
/// The share of the top level that leaves in a year; the example's levels are numbered from entry.
const TOP_EXIT: &str = "tbody tr:first-child input[id^='rate-exit-']";

#[tokio::test]
async fn own_figures_change_paths_and_pledge_and_can_be_taken_back() {
    Browser::new().walk(own_figures).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_said_and_nothing_is_lost() {
    Browser::new().walk(wrong_input).await;
}

#[tokio::test]
async fn a_level_is_chosen_and_its_figure_read_by_keyboard() {
    Browser::new().walk(by_keyboard).await;
}

#[tokio::test]
async fn the_target_year_moves_paths_and_targets() {
    Browser::new().walk(target_year).await;
}

#[tokio::test]
async fn figures_without_levels_or_with_too_few_people_are_told_plainly() {
    Browser::new().walk(without_paths).await;
}

async fn see_path(page: &Page) -> Walk {
    with_example(page, DA).await?;
    visit(page, PATH).await?;
    page.has("[data-overview] tbody tr", 5).await?;
    counted(page).await
}

/// Until the band has been drawn.
async fn counted(page: &Page) -> Walk {
    let waiting = "return !document.querySelector('[data-overview]').innerText
        .includes(arguments[0])";
    page.until_with("the courses", waiting, json!(path::overview_waiting(DA))).await.map(drop)
}

async fn own_figures(page: &Page) -> Walk {
    see_path(page).await?;
    page.shows("[data-assumed]", "12 %").await?;
    page.shows("[data-own-figures]", path::standing_assumed(DA)).await?;
    let before = page.text("[data-overview] tbody tr").await?;
    page.fill(TOP_EXIT, "30").await?;
    page.shows("[data-assumed]", "Ledelse: 30 % forlader niveauet om året").await?;
    page.shows("[data-own-figures]", &path::standing_own(DA, "1")).await?;
    page.shows(".rates .is-own", &path::note_own(DA, "12 %")).await?;
    counted(page).await?;
    assert_ne!(page.text("[data-overview] tbody tr").await?, before);

    // The pledge says and follows it.
    visit(page, PLEDGE).await?;
    page.shows("[data-turnover]", "Ledelse: 30 % forlader niveauet om året").await?;
    page.shows("#paper", "Ledelse: 30 % forlader niveauet om året").await?;

    visit(page, PATH).await?;
    page.holds(TOP_EXIT, "30").await?;
    page.press(path::reset(DA)).await?;
    page.shows(".messages", path::reset_done(DA)).await?;
    page.holds(TOP_EXIT, "").await?;
    page.press(app::save_undo_open(DA)).await?;
    page.holds(TOP_EXIT, "30").await?;
    page.press(path::undo(DA)).await?;
    page.holds(TOP_EXIT, "").await?;
    counted(page).await?;
    assert_eq!(page.text("[data-overview] tbody tr").await?, before);
    // Kept with the work.
    page.fill(TOP_EXIT, "8,5").await?;
    page.shows("[data-own-figures]", &path::standing_own(DA, "1")).await?;
    page.run("dispatchEvent(new Event('pagehide'))").await?;
    page.reload().await?;
    page.holds(TOP_EXIT, "8,5").await
}

async fn wrong_input(page: &Page) -> Walk {
    see_path(page).await?;
    let before = page.text("[data-overview] tbody tr").await?;
    for (text, error) in [
        ("mange", path::error_not_a_number(DA).to_owned()),
        ("12,345", path::error_too_precise(DA).to_owned()),
        ("120", path::error_out_of_bounds(DA, "0", "100")),
    ] {
        page.fill(TOP_EXIT, text).await?;
        page.shows(".rate .error", &error).await?;
        page.holds(TOP_EXIT, text).await?;
        page.has(&[TOP_EXIT, "[aria-invalid='true']"].concat(), 1).await?;
        page.shows("[data-own-figures]", path::standing_assumed(DA)).await?;
    }
    counted(page).await?;
    assert_eq!(page.text("[data-overview] tbody tr").await?, before, "the assumption holds");
    let mut found = Vec::new();
    check(page, "the path with an error", &mut found).await?;
    page.switch_language("en").await?;
    page.shows(".rate .error", &path::error_out_of_bounds(Lang::En, "0", "100")).await?;
    check(page, "the path in English with an error", &mut found).await?;
    assert!(found.is_empty(), "{}", serde_json::to_string_pretty(&found)?);
    page.holds(TOP_EXIT, "120").await?;
    page.shows(".rate button.link", path::field_reset(Lang::En)).await?;
    page.click(".rate button.link").await?;
    page.holds(TOP_EXIT, "").await?;
    page.has(".rate .error", 0).await
}

async fn by_keyboard(page: &Page) -> Walk {
    see_path(page).await?;
    // The level that is furthest away is shown first.
    page.shows("[data-told] h3", "Ledelse").await?;
    page.run("document.getElementById('path-level-4').focus()").await?;
    page.keys(Key::Down).await?;
    page.shows("[data-told] h3", "Højeste niveau").await?;
    page.shows("#path-figure figcaption", "Højeste niveau").await?;
    page.shows("#path-figure .figure-reading", mirror::figure_keys(DA)).await?;
    page.run("document.querySelector('#path-figure .fig').focus()").await?;
    page.keys(Key::Right).await?;
    let people = path::figure_head_people(DA);
    page.shows("#path-figure .figure-reading", &format!("2025. {people}: 128")).await?;
    page.keys(Key::End).await?;
    page.shows("#path-figure .figure-reading", &format!("2029. {people}: 128")).await?;
    page.keys(Key::Escape).await?;
    page.shows("#path-figure .figure-reading", mirror::figure_keys(DA)).await?;
    // The table says the same and is there without any picture.
    page.has("#path-figure .figure-table tbody tr", 5).await?;
    page.shows("#path-figure .figure-table", path::figure_head_likely(DA)).await?;
    // The same on the mirror.
    page.run("location.hash = '#/mirror'").await?;
    page.has("#mirror-figure .fig.is-live", 1).await?;
    page.run("document.querySelector('#mirror-figure .fig').focus()").await?;
    page.keys(Key::Down).await?;
    page.shows("#mirror-figure .figure-reading", "Ledelse. ").await
}

async fn target_year(page: &Page) -> Walk {
    see_path(page).await?;
    page.holds("#target-year", "2029").await?;
    let choose = "const field = document.getElementById('target-year');
        field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run_with(choose, json!("2027")).await?;
    page.shows("[data-headline]", "2027").await?;
    page.shows(".field .is-own", &path::year_own(DA, "2029")).await?;
    page.shows("#path-figure figcaption", "2027").await?;
    visit(page, PLEDGE).await?;
    let hint = pledge_screen::targets_hint(DA, "2027", "byen");
    page.shows("[data-turnover]", &hint).await?;
    // Ten years for the path; the pledge stays within four.
    visit(page, PATH).await?;
    page.run_with(choose, json!("2035")).await?;
    page.shows("[data-headline]", "2035").await?;
    visit(page, PLEDGE).await?;
    page.shows("[data-turnover]", &pledge_screen::targets_hint(DA, "2029", "byen")).await?;
    // A year that the figures no longer allow is said and kept.
    page.run("location.hash = '#/figures'").await?;
    page.has("#reporting-date", 1).await?;
    page.date("#reporting-date", "2024-12-31").await?;
    visit(page, PATH).await?;
    let error = path::year_unusable(DA, "2035", "2025", "2034", "2028");
    page.shows("#target-year-error", &error).await?;
    page.shows("[data-headline]", "2028").await
}

async fn without_paths(page: &Page) -> Walk {
    page.open("#/path").await?;
    page.shows("h1", mirror::no_figures_heading(DA)).await?;
    page.open("#/figures").await?;
    for row in 0..2 {
        page.enter(row, 0, "2").await?;
        page.enter(row, 1, "1").await?;
    }
    visit(page, PATH).await?;
    page.shows("[data-headline]", path::headline_untold(DA)).await?;
    page.has("[data-untold] li", 5).await?;
    page.shows("[data-untold]", "for få medarbejdere").await?;
    page.has("#path-figure", 0).await?;
    let mut found = Vec::new();
    check(page, "levels without a path", &mut found).await?;
    assert!(found.is_empty(), "{}", serde_json::to_string_pretty(&found)?);
    Ok(())
}
