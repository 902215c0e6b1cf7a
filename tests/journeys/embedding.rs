//! The page on somebody else's site: in a frame there, and in a folder of theirs.

use byspejl::text::{Lang, app, equity};
use thirtyfour::prelude::*;

use crate::support::page::cell;
use crate::support::site::Site;
use crate::support::{Browser, Page, Walk};

const FOLDER: &str = "/services/mirror/2026/";

#[tokio::test]
async fn it_works_in_a_frame_on_another_site() {
    Browser::new().walk(async |page| in_a_frame(page).await.map(drop)).await;
}

#[tokio::test]
async fn it_works_in_any_folder_of_any_host() {
    Browser::new().walk(in_a_folder).await;
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn figures_are_typed_in_a_frame_on_another_site() {
        Browser::new().walk(typed_in_a_frame).await;
    }
}

async fn typed_in_a_frame(page: &Page) -> Walk {
    let _host = in_a_frame(page).await?;
    page.enter(0, 0, "30").await?;
    page.shows(".live-table", "1 of 31").await
}

/// The example's figures in a frame on a host, which is there as long as what is returned.
async fn in_a_frame(page: &Page) -> WebDriverResult<Site> {
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A host</title>\
         <h1>A host</h1><iframe src=\"{}?lang=en\" title=Byspejl width=1000 height=700></iframe>",
        page.address,
    );
    let host = Site::open(html, FOLDER, &page.address);
    page.driver.goto(host.address()).await?;
    let frame = page.driver.find(By::Tag("iframe")).await?;
    frame.enter_frame().await?;
    page.has_started().await?;
    page.shows("h1", app::question(Lang::En)).await?;
    page.click("#see-example").await?;
    page.shows("[data-pattern]", equity::name(Lang::En)).await?;
    page.has("#mirror-figure .fig.is-live", 1).await?;
    page.click("nav a[href='#/figures']").await?;
    page.holds(&cell(0, 0), "31").await?;
    Ok(host)
}

async fn in_a_folder(page: &Page) -> Walk {
    let host = Site::open(String::new(), FOLDER, &page.address);
    let address = format!("{}{}", host.address(), FOLDER.trim_start_matches('/'));
    page.driver.goto(format!("{address}#/figures")).await?;
    page.has_started().await?;
    page.click("#load-example").await?;
    page.holds(&cell(0, 0), "31").await?;
    page.click("nav a[href='#/mirror']").await?;
    page.shows("[data-pattern]", equity::name(Lang::Da)).await?;
    page.has("#mirror-figure .fig.is-live", 1).await?;
    page.reload().await?;
    page.shows("[data-pattern]", equity::name(Lang::Da)).await?;
    let here = page.run("return location.href").await?;
    assert_eq!(here, format!("{address}#/mirror"));
    Ok(())
}
