//! A signed pledge comes back: dropped anywhere, set beside new figures, answered, kept, printed,
//! taken along; and the files that hold none.

use std::fs;
use std::path::PathBuf;

use byspejl::exchange::office::Case;
use byspejl::exchange::project;
use byspejl::exchange::write::pledge_json;
use byspejl::session::{Event, Session};
use byspejl::text::{Lang, app, report, status as texts, years};
use serde_json::json;

use crate::accessibility::check;
use crate::print::{holds, printed};
use crate::screens::{FIGURES, Screen, visit, with_example};
use crate::support::browser::{Folder, downloaded_as};
use crate::support::files::{download_into, drop_file};
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;
const EN: Lang = Lang::En;
const STATUS: Screen = ("#/status", app::title_status);

#[tokio::test]
async fn a_pledge_dropped_anywhere_is_set_beside_the_present_figures() {
    Browser::new().walk(dropped).await;
}

#[tokio::test]
async fn a_project_file_gives_its_pledge_and_not_its_figures() {
    Browser::new().walk(from_a_project).await;
}

#[tokio::test]
async fn a_file_without_a_pledge_changes_nothing_and_says_why() {
    Browser::new().walk(refused).await;
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn answers_survive_a_reload_and_stand_in_what_is_printed_and_taken_along() {
        Browser::new().walk(answered).await;
    }
}

mod chromium {
    use super::*;

    #[tokio::test]
    async fn the_status_fits_a_phone_and_passes_axe_in_both_languages() {
        Browser::new().walk(looked_at).await;
    }
}

fn example() -> Session {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    session
}

/// The example's pledge as its file.
fn pledge_file() -> String {
    let day = "2026-03-01".parse().expect("a date");
    let case = Case::of(example().work(), DA, day).expect("comparable");
    pledge_json::write(&pledge_json::internal(&case.source(), DA, day))
}

fn kept(folder: &Folder, name: &str, text: &str) -> PathBuf {
    let file = folder.path().join(name);
    fs::write(&file, text).expect("the folder can be written");
    file
}

/// Two years later: on top the target of 3 is reached.
async fn later_figures(page: &Page) -> Walk {
    with_example(page, DA).await?;
    visit(page, FIGURES).await?;
    page.date("#reporting-date", "2027-12-31").await?;
    page.enter(0, 0, "28").await?;
    page.enter(0, 1, "4").await
}

async fn opened(page: &Page, folder: &Folder) -> Walk {
    later_figures(page).await?;
    drop_file(page, &kept(folder, "løfte.json", &pledge_file())).await?;
    page.shows(".messages", texts::opened(DA)).await?;
    page.shows("h1", texts::heading(DA)).await
}

async fn dropped(page: &Page) -> Walk {
    let folder = Folder::new("signed");
    opened(page, &folder).await?;
    page.shows("#paper table.standings", years::target_label_reached(DA)).await?;
    page.has("#paper table.standings tbody tr", 3).await?;
    page.has("[data-caution]", 0).await?;
    page.has("[data-answer-for]", 7).await?;
    // The figures that were typed stand as they stood.
    visit(page, FIGURES).await?;
    page.holds(&cell(0, 1), "4").await?;
    page.holds("#reporting-date", "2027-12-31").await?;
    visit(page, STATUS).await?;
    page.click("#close-pledge").await?;
    page.shows("h1", texts::empty_heading(DA)).await?;
    page.press(app::save_undo_open(DA)).await?;
    page.shows("#paper table.standings", years::target_label_reached(DA)).await
}

async fn answered(page: &Page) -> Walk {
    let folder = Folder::new("answered");
    opened(page, &folder).await?;
    let choose = "const list = document.getElementById('status-progress-0'); list.value = 'done';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose).await?;
    page.fill("#status-note-0", "Alle 14 ledere er med").await?;
    page.fill("#status-remark", "Vi begyndte i køkkenet").await?;
    page.shows("#paper table.progress", "Alle 14 ledere er med").await?;
    // Kept a quarter of a second after the last change.
    page.until(
        "the work to be kept",
        "return Object.values(sessionStorage).some((text) => text.includes('begyndte i'))",
    )
    .await?;
    page.reload().await?;
    page.shows("#paper table.progress", "Alle 14 ledere er med").await?;
    page.shows("#paper table.progress", texts::measures_done(DA)).await?;
    page.holds("#status-progress-0", "done").await?;
    page.holds("#status-remark", "Vi begyndte i køkkenet").await?;

    let paper = printed(page).await?;
    let whole = paper.pages.join(" ");
    for text in [texts::title(DA), "Vi begyndte i køkkenet", report::clause(DA)] {
        assert!(holds(&whole, text), "{text:?} is not printed:\n{whole}");
    }
    assert!(holds(&paper.pages[0], report::internal(DA)), "page 1 is not marked");
    assert!(!holds(&whole, texts::edit_heading(DA)), "the fields are printed");

    download_into(page, &folder).await?;
    for (format, ending) in [("docx", ".docx"), ("html", ".html")] {
        page.click(&format!("[data-status-format='{format}']")).await?;
        let bytes = fs::read(downloaded_as(folder.path(), ending).await).expect("it is there");
        assert!(bytes.len() > 1_000, "{format} has {} bytes", bytes.len());
    }
    Ok(())
}

async fn from_a_project(page: &Page) -> Walk {
    let folder = Folder::new("project");
    later_figures(page).await?;
    visit(page, STATUS).await?;
    page.shows("h1", texts::empty_heading(DA)).await?;
    let file = kept(&folder, "sidste.byspejl.json", &project::write(example().work()));
    drop_file(page, &file).await?;
    page.shows("#paper table.standings", years::target_label_reached(DA)).await?;
    visit(page, FIGURES).await?;
    page.holds(&cell(0, 1), "4").await
}

async fn refused(page: &Page) -> Walk {
    let folder = Folder::new("refused");
    later_figures(page).await?;
    let file = pledge_file();
    let newer = file.replacen("\"byspejl_pledge\": 1", "\"byspejl_pledge\": 9", 1);
    let half = &file[..file.len() / 2];
    let wrong = file.replacen("\"target_day\": \"2029", "\"target_day\": \"29", 1);
    let lines = byspejl::text::count(DA, half.lines().count() as u64);
    for (name, text, said) in [
        ("newer.json", newer.as_str(), texts::error_too_new(DA).to_owned()),
        ("half.json", half, texts::error_damaged(DA, &lines)),
        ("wrong.json", &wrong, texts::error_out_of_bounds(DA).to_owned()),
    ] {
        drop_file(page, &kept(&folder, name, text)).await?;
        page.shows(".message-error", &said).await?;
        page.holds(&cell(0, 1), "4").await?;
        page.press(app::save_close(DA)).await?;
    }
    visit(page, STATUS).await?;
    let empty = project::write(Session::default().work());
    drop_file(page, &kept(&folder, "tom.byspejl.json", &empty)).await?;
    page.shows(".message-error", texts::error_no_pledge(DA)).await?;
    page.shows("h1", texts::empty_heading(DA)).await
}

async fn looked_at(page: &Page) -> Walk {
    let folder = Folder::new("looked-at");
    let mut found = Vec::new();
    page.open("#/status").await?;
    page.shows("h1", texts::empty_heading(DA)).await?;
    check(page, "no pledge", &mut found).await?;
    opened(page, &folder).await?;
    page.press(app::save_close(DA)).await?;
    check(page, "a status in Danish", &mut found).await?;
    page.switch_language("en").await?;
    page.shows("#paper table.progress", texts::measures_unsaid(EN)).await?;
    check(page, "a status in English", &mut found).await?;
    assert_eq!(json!(found), json!([]));
    let narrow = json!({ "width": 320, "height": 700, "deviceScaleFactor": 1, "mobile": false });
    page.debug("Emulation.setDeviceMetricsOverride", narrow).await?;
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    page.until("the page to fit 320 pixels", fits).await.map(drop)
}
