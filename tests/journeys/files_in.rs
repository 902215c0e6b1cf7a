//! Figures come in by drop, by choice and by paste; one confirm, and nothing is lost before it.

use std::fs;

use byspejl::text::{Lang, app, figures, import};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::browser::Folder;
use crate::support::files::{HEADING, USE, choose, drop_file, is_open, put_on_clipboard, sample};
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

/// Five levels as most people have them, top first.
const WIDE: [[&str; 2]; 5] = [["38", "2"], ["96", "9"], ["120", "18"], ["210", "64"], ["61", "55"]];

#[tokio::test]
async fn a_dropped_workbook_needs_one_confirm() {
    Browser::new().walk(dropped).await;
}

#[tokio::test]
async fn a_chosen_file_is_shown_and_can_be_left() {
    Browser::new().walk(chosen).await;
}

#[tokio::test]
async fn a_sign_that_could_mean_two_things_is_asked_about() {
    Browser::new().walk(asked).await;
}

#[tokio::test]
async fn a_list_of_persons_is_refused_with_place_and_remedy() {
    Browser::new().walk(refused).await;
}

#[tokio::test]
async fn a_population_table_becomes_the_benchmark() {
    Browser::new().walk(benchmark).await;
}

#[tokio::test]
async fn a_dropped_project_file_opens_at_once() {
    Browser::new().walk(project).await;
}

mod chromium {
    use super::*;

    #[tokio::test]
    async fn a_file_is_read_where_storage_is_blocked() {
        Browser::new().walk(without_storage).await;
    }
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn a_pasted_table_with_headings_needs_one_confirm() {
        Browser::new().walk(pasted).await;
    }

    #[tokio::test]
    async fn a_table_can_be_pasted_without_a_key_for_it() {
        Browser::new().walk(pasted_into_the_field).await;
    }
}

async fn has_wide(page: &Page) -> Walk {
    page.holds(&cell(4, 1), "55").await?;
    assert_eq!(page.cells(0..5, &[0, 1]).await?, WIDE);
    page.has(".live-table [data-verdict]", 6).await
}

async fn dropped(page: &Page) -> Walk {
    page.open("").await?;
    page.clicks();
    drop_file(page, &sample("wide.xlsx")).await?;
    page.shows(HEADING, import::preview_heading(DA)).await?;
    page.focus_is_on(HEADING).await?;
    page.click(USE).await?;
    assert_eq!(page.clicks(), 1);
    page.shows(".messages", &import::preview_opened(DA, "wide.xlsx")).await?;
    has_wide(page).await?;
    page.press(app::save_undo_open(DA)).await?;
    page.holds(&cell(4, 1), "").await
}

async fn chosen(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.enter(0, 0, "7").await?;
    choose(page, &sample("total-wrong.csv")).await?;
    page.shows(HEADING, import::preview_heading(DA)).await?;
    page.shows(".problems h2", import::problems_heading(DA)).await?;
    // Each figure tells where it was read.
    page.run("document.getElementById('figure-0-0').focus()").await?;
    page.shows("#office-place", "38").await?;
    page.keys(Key::Down + Key::Right).await?;
    page.focus_is_on("#figure-1-1").await?;
    page.shows("#office-place", "9").await?;
    page.switch_language("en").await?;
    page.shows(HEADING, import::preview_heading(Lang::En)).await?;
    page.press(import::preview_cancel(Lang::En)).await?;
    page.has(HEADING, 0).await?;
    page.holds(&cell(0, 0), "7").await?;
    page.holds(&cell(4, 1), "").await
}

async fn pasted(page: &Page) -> Walk {
    page.open("#/figures").await?;
    is_open(page).await?;
    let table = fs::read_to_string(sample("wide-tab.tsv")).expect("the file is there");
    put_on_clipboard(page, &table).await?;
    page.click(&cell(0, 0)).await?;
    page.clicks();
    page.chord(&[Key::Control], 'v').await?;
    page.shows(HEADING, import::preview_heading_table(DA)).await?;
    page.click(USE).await?;
    assert_eq!(page.clicks(), 1);
    has_wide(page).await
}

async fn pasted_into_the_field(page: &Page) -> Walk {
    page.open("#/figures").await?;
    is_open(page).await?;
    page.click("#paste-table").await?;
    page.press(import::paste_read(DA)).await?;
    page.shows("#office-table-error", import::paste_empty(DA)).await?;
    page.focus_is_on("#office-table").await?;
    let table = fs::read_to_string(sample("wide-semicolon.csv")).expect("the file is there");
    put_on_clipboard(page, &table).await?;
    page.chord(&[Key::Control], 'v').await?;
    page.press(import::paste_read(DA)).await?;
    page.shows(HEADING, import::preview_heading_table(DA)).await?;
    page.click(USE).await?;
    has_wide(page).await
}

async fn asked(page: &Page) -> Walk {
    page.open("#/figures").await?;
    choose(page, &sample("dash.csv")).await?;
    page.has(".office-questions input[type='radio']", 3).await?;
    page.has(".office-missing", 1).await?;
    // "Nobody" is never assumed; it is chosen.
    page.has("#option-0-0:checked", 0).await?;
    page.click("#option-0-0").await?;
    page.has(".office-missing", 0).await?;
    page.focus_is_on("#option-0-0").await?;
    page.click(USE).await?;
    page.holds(&cell(0, 0), "38").await?;
    page.holds(&cell(0, 1), "0").await
}

async fn refused(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.enter(0, 0, "7").await?;
    drop_file(page, &sample("person-cpr.csv")).await?;
    page.shows(HEADING, import::refused_heading(DA)).await?;
    page.focus_is_on(HEADING).await?;
    page.shows(".office-facts dt", import::refused_where(DA)).await?;
    page.shows(".office-facts dt", import::refused_remedy(DA)).await?;
    let shown = page.text(".office-refusal").await?;
    assert!(!shown.contains("1234"), "nothing of a person is shown: {shown}");
    page.press(import::refused_close(DA)).await?;
    page.holds(&cell(0, 0), "7").await
}

async fn benchmark(page: &Page) -> Walk {
    page.open("").await?;
    page.click("#see-example").await?;
    page.clicks();
    let folder = Folder::new("table");
    let file = folder.path().join("FOLK1E.csv");
    fs::write(&file, population()).expect("the folder can be written");
    drop_file(page, &file).await?;
    page.shows(HEADING, import::benchmark_heading(DA)).await?;
    // Staff is of working age, so the working ages are taken where the file has them.
    page.holds("#office-from", "18").await?;
    page.holds("#office-to", "64").await?;
    page.shows(".office-table", "75 %").await?;
    page.click("[data-act='compare']").await?;
    assert_eq!(page.clicks(), 1);
    page.has(".message", 1).await?;
    page.has(".live-table [data-verdict]", 6).await?;
    page.shows(".city-line", "25").await?;
    // A table that lacks groups says which, and is not compared with.
    drop_file(page, &sample("population-json-stat.json")).await?;
    page.has(".office-refusal[role='alert']", 1).await?;
    page.has("[data-act='compare']", 0).await
}

/// FOLK1E as the table bank saves it: of everybody from 18 to 64 a quarter has another origin.
fn population() -> String {
    let groups = [
        ("Personer med dansk oprindelse", 300),
        ("Indvandrere fra vestlige lande", 40),
        ("Indvandrere fra ikke-vestlige lande", 40),
        ("Efterkommere fra vestlige lande", 5),
        ("Efterkommere fra ikke-vestlige lande", 15),
    ];
    let mut text = String::from("OMRÅDE;HERKOMST;ALDER;TID;INDHOLD\r\n");
    for (group, people) in groups {
        for age in 16..70 {
            text += &format!("København;{group};{age} år;2026K1;{people}\r\n");
        }
    }
    text
}

async fn project(page: &Page) -> Walk {
    page.open("#/figures").await?;
    drop_file(page, &sample("../../fixtures/project/v1.byspejl.json")).await?;
    page.shows(".messages", app::save_opened(DA)).await
}

async fn without_storage(page: &Page) -> Walk {
    let block = "for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
    }";
    page.before_each_document(block).await?;
    page.open("#/figures").await?;
    page.shows("[data-save-state]", app::save_nowhere(DA)).await?;
    choose(page, &sample("wide.ods")).await?;
    page.click(USE).await?;
    has_wide(page).await?;
    assert_eq!(page.run("return location.hash").await?, json!("#/figures"));
    page.press(figures::actions_undo(DA)).await
}
