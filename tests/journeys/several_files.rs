//! Files that come together, a folder, a picture: what is read is said, and the rest is in reach.

use std::fs;

use byspejl::text::{Lang, app, import};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::browser::Folder;
use crate::support::files::{HEADING, USE, drop_file, drop_files, is_open, sample};
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

#[tokio::test]
async fn of_two_files_the_first_is_read_and_the_other_by_a_key() {
    Browser::new().walk(two).await;
}

#[tokio::test]
async fn two_files_can_be_chosen_with_the_button() {
    Browser::new().walk(chosen).await;
}

#[tokio::test]
async fn a_refused_file_leads_to_the_next_one() {
    Browser::new().walk(refused_first).await;
}

#[tokio::test]
async fn a_project_file_opens_and_the_file_beside_it_is_named() {
    Browser::new().walk(project_first).await;
}

#[tokio::test]
async fn a_folder_and_a_picture_are_refused_in_plain_words() {
    Browser::new().walk(folder_and_picture).await;
}

async fn two(page: &Page) -> Walk {
    page.open("").await?;
    drop_files(page, &[sample("wide.xlsx"), sample("person-cpr.csv"), sample("wide.ods")]).await?;
    page.shows(HEADING, import::preview_heading(DA)).await?;
    page.shows("#office-several", &import::several_heading(DA, "3")).await?;
    page.shows(".office-several p", &import::several_lead(DA, "wide.xlsx")).await?;
    page.has(".office-files button", 2).await?;
    // The first stop after the heading.
    page.focus_is_on(HEADING).await?;
    page.keys(Key::Tab).await?;
    page.focus_is_on("[data-file='1']").await?;
    let named = "return document.activeElement.getAttribute('aria-label')";
    assert_eq!(page.run(named).await?, import::several_read_name(DA, "person-cpr.csv"));
    page.keys(Key::Tab).await?;
    page.keys(Key::Enter).await?;
    page.shows(".office-several p", &import::several_lead(DA, "wide.ods")).await?;
    page.focus_is_on(HEADING).await?;
    // In the other language the same files are still there.
    page.switch_language("en").await?;
    page.shows("#office-several", &import::several_heading(Lang::En, "3")).await?;
    page.switch_language("da").await?;
    page.click(USE).await?;
    page.shows(".messages", &import::preview_opened(DA, "wide.ods")).await?;
    page.holds(&cell(4, 1), "55").await?;
    page.has(".office-several", 0).await
}

async fn chosen(page: &Page) -> Walk {
    page.open("#/figures").await?;
    is_open(page).await?;
    page.has("#open-file", 1).await?;
    let field = page.driver.find(By::Id("open-file")).await?;
    let both = [sample("wide.ods"), sample("wide.xlsx")].map(|file| file.display().to_string());
    field.send_keys(both.join("\n")).await?;
    page.shows(".office-several p", &import::several_lead(DA, "wide.ods")).await?;
    page.click("[data-file='1']").await?;
    page.shows(".office-several p", &import::several_lead(DA, "wide.xlsx")).await
}

async fn refused_first(page: &Page) -> Walk {
    page.open("#/figures").await?;
    drop_files(page, &[sample("person-cpr.csv"), sample("wide.xlsx")]).await?;
    page.shows(HEADING, import::refused_heading(DA)).await?;
    page.click("[data-file='1']").await?;
    page.shows(HEADING, import::preview_heading(DA)).await?;
    page.keys(Key::Escape).await?;
    page.has(HEADING, 0).await
}

async fn project_first(page: &Page) -> Walk {
    page.open("#/figures").await?;
    let project = sample("../../fixtures/project/v1.byspejl.json");
    drop_files(page, &[project, sample("wide.xlsx")]).await?;
    page.shows(HEADING, &import::several_opened(DA, "v1.byspejl.json")).await?;
    page.shows(".messages", app::save_opened(DA)).await?;
    page.click("[data-file='1']").await?;
    page.shows(HEADING, import::preview_heading(DA)).await
}

async fn folder_and_picture(page: &Page) -> Walk {
    page.open("#/figures").await?;
    let folder = Folder::new("picture");
    let picture = folder.path().join("tabel.PNG");
    fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("the folder can be written");
    drop_file(page, &picture).await?;
    page.shows(HEADING, import::refused_heading(DA)).await?;
    page.shows(".office-refusal .lead", import::refused_picture(DA)).await?;
    page.shows(".office-facts", import::refused_picture_remedy(DA)).await?;
    // A browser says of an item that it is a folder; WebDriver cannot drop a true one.
    let is_folder = "DataTransferItem.prototype.webkitGetAsEntry = function () {
        return { isDirectory: !this.getAsFile().name.includes('.') } }";
    page.run(is_folder).await?;
    let plain = folder.path().join("Tal 2025");
    fs::write(&plain, b"").expect("the folder can be written");
    drop_file(page, &plain).await?;
    page.shows(HEADING, import::folder_heading(DA)).await?;
    page.has(".office-several", 0).await?;
    drop_files(page, &[plain, sample("wide.xlsx")]).await?;
    page.shows(HEADING, import::preview_heading(DA)).await?;
    page.shows(".office-several", import::several_folders(DA)).await?;
    page.has(".office-files button", 0).await?;
    assert_eq!(page.run("return location.hash").await?, json!("#/figures"));
    Ok(())
}
