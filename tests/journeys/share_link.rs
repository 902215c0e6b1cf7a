//! The share link: made on request, opened only after a question, and harmless when it is broken.

use byspejl::text::{Lang, app, share};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

#[tokio::test]
async fn a_link_with_exact_figures_brings_them_back() {
    Browser::new().walk(exact).await;
}

#[tokio::test]
async fn a_link_hides_small_figures_unless_told_otherwise() {
    Browser::new().walk(public).await;
}

#[tokio::test]
async fn a_broken_link_says_so_and_loses_nothing() {
    Browser::new().walk(broken).await;
}

async fn make(page: &Page, is_exact: bool) -> WebDriverResult<String> {
    page.open("").await?;
    page.click("#see-example").await?;
    page.has("[data-link]", 0).await?;
    page.press(share::heading(DA)).await?;
    if is_exact {
        page.click("#mirror-edition-small").await?;
    }
    page.click("[data-make-link]").await?;
    let link = page.until("a link", "return document.querySelector('[data-link]')?.value").await?;
    Ok(link.as_str().expect("an address").to_owned())
}

/// Follows a link as somebody would who has typed a figure before.
async fn follow(page: &Page, link: &str) -> Walk {
    page.open("#/figures").await?;
    page.press(byspejl::text::figures::actions_clear(DA)).await?;
    page.enter(0, 0, "7").await?;
    page.has("#office", 1).await?;
    page.run_with("location.hash = arguments[0]", json!(fragment(link))).await?;
    page.has("#office-heading", 1).await
}

fn fragment(link: &str) -> &str {
    &link[link.find('#').expect("a fragment")..]
}

async fn exact(page: &Page) -> Walk {
    let link = make(page, true).await?;
    follow(page, &link).await?;
    page.shows("#office-heading", share::open_heading(DA)).await?;
    page.click("[data-act='take-shared']").await?;
    page.shows(".messages", share::open_taken(DA)).await?;
    page.holds(&cell(0, 1), "1").await?;
    page.holds(&cell(4, 1), "78").await?;
    page.press(app::save_undo_open(DA)).await?;
    page.holds(&cell(0, 0), "7").await
}

async fn public(page: &Page) -> Walk {
    let link = make(page, false).await?;
    follow(page, &link).await?;
    page.click("[data-act='take-shared']").await?;
    page.holds(&cell(4, 1), "78").await?;
    let small = page.cells([0], &[1]).await?;
    assert_ne!(small[0][0], "1", "one person in the management");
    Ok(())
}

async fn broken(page: &Page) -> Walk {
    let link = make(page, true).await?;
    let fragment = fragment(&link);
    let cut = fragment[..fragment.len() - 20].to_owned();
    let newer = fragment.replacen("/1.", "/9.", 1);
    for (address, words) in [
        (cut.as_str(), share::bad_truncated(DA)),
        (newer.as_str(), share::bad_new(DA)),
        ("#/link/", share::bad_other(DA)),
    ] {
        follow(page, address).await?;
        page.shows(".office-refusal", words).await?;
        page.press(share::bad_close(DA)).await?;
        page.run("location.hash = '#/figures'").await?;
        page.holds(&cell(0, 0), "7").await?;
    }
    Ok(())
}
