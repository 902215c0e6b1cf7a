//! The project file is the real save: out, everything erased, in again.

use std::fs;
use std::path::Path;

use byspejl::text::{Lang, app};
use thirtyfour::prelude::*;

use crate::support::browser::{Folder, downloaded};
use crate::support::files::download_into;
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

#[tokio::test]
async fn a_file_that_cannot_be_opened_says_so_and_loses_nothing() {
    Browser::new().walk(damaged).await;
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn a_project_file_brings_everything_back() {
        Browser::new().walk(out_and_in).await;
    }
}

async fn out_and_in(page: &Page) -> Walk {
    let folder = Folder::new("download");
    download_into(page, &folder).await?;
    page.open("").await?;
    page.click("#see-example").await?;
    page.click("a[href='#/figures']").await?;
    page.fill("#organisation", "Værftet A/S").await?;
    page.enter(0, 2, "12,5").await?;
    page.click("nav a[href='#/pledge']").await?;
    page.fill("#pledge-signatory", "Anna Andersen").await?;
    page.click(".save > summary").await?;
    page.press(app::save_download(DA)).await?;
    let file = downloaded(folder.path()).await;

    page.press(app::save_erase(DA)).await?;
    page.press(app::save_erase_confirm(DA)).await?;
    page.shows(".messages", app::save_erased(DA)).await?;
    page.has("#paper", 0).await?;

    open_file(page, &file).await?;
    page.shows(".messages", app::save_opened(DA)).await?;
    page.holds("#pledge-signatory", "Anna Andersen").await?;
    page.shows("#paper", "Værftet A/S").await?;
    page.click("nav a[href='#/figures']").await?;
    page.holds(&cell(0, 0), "31").await?;
    page.holds(&cell(0, 2), "12,5").await?;
    page.holds(&cell(4, 1), "78").await?;
    page.holds("#organisation", "Værftet A/S").await
}

async fn damaged(page: &Page) -> Walk {
    let folder = Folder::new("damaged");
    page.open("#/figures").await?;
    page.enter(0, 0, "100").await?;
    page.click(".save > summary").await?;
    let files = [
        ("cut.byspejl.json", "{\n  \"byspejl\": 1,\n  \"draft\"", app::file_damaged(DA, "3")),
        ("letter.json", "Kære alle", app::file_not_a_project(DA).to_owned()),
        ("new.byspejl.json", "{\"byspejl\": 99}", app::file_too_new(DA, "99")),
    ];
    for (name, text, message) in files {
        let file = folder.path().join(name);
        fs::write(&file, text).expect("the folder can be written");
        open_file(page, &file).await?;
        page.shows(".message-error", &message).await?;
        page.holds(&cell(0, 0), "100").await?;
    }
    Ok(())
}

/// Chooses a file in the save menu, which must be open.
async fn open_file(page: &Page, file: &Path) -> Walk {
    page.has("#open-project", 1).await?;
    let field = page.driver.find(By::Id("open-project")).await?;
    field.send_keys(file.to_str().expect("the folder's name is plain")).await
}
