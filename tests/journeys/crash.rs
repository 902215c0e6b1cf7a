//! The program stops in the middle: the work is handed over and nothing is lost.
//!
//! A browser that suddenly refuses to copy nodes makes the rendering panic. The product itself has
//! no switch for it.

use std::fs;

use byspejl::text::{Lang, app};

use crate::support::browser::{Folder, downloaded};
use crate::support::files::download_into;
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const BREAK_RENDERING: &str =
    "Node.prototype.cloneNode = () => { throw new Error('no more copies'); }";

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn a_crash_hands_over_the_work_and_a_reload_goes_on_with_it() {
        Browser::new().walk(crash).await;
    }
}

async fn crash(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.enter(0, 0, "4711").await?;
    page.until("the work to be kept", "return !!sessionStorage.getItem('byspejl.work')").await?;
    page.run(BREAK_RENDERING).await?;
    page.click("nav a[href='#/mirror']").await?;
    for lang in Lang::ALL {
        page.shows(".crash[role='alertdialog']", app::crash_title(lang)).await?;
        page.shows(".crash", app::crash_text(lang)).await?;
        page.shows(".crash a[download]", app::crash_download(lang)).await?;
    }
    let folder = Folder::new("crash");
    download_into(page, &folder).await?;
    // The link needs the program no more: the browser holds the data.
    page.click(".crash a[download]").await?;
    let file = downloaded(folder.path()).await;
    let text = fs::read_to_string(file).expect("the file is there");
    let work = byspejl::exchange::project::read(&text).expect("the file can be opened again");
    assert!(text.contains("4711"), "{work:?}");
    page.click(".crash a[href='?']").await?;
    page.has_started().await?;
    page.click("nav a[href='#/figures']").await?;
    page.holds(&cell(0, 0), "4711").await
}
