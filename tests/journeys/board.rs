//! Many pledges: dropped, read with a progress to see and to stop, summed up, taken along.

use std::fs;
use std::path::PathBuf;

use byspejl::analysis::disclosure::{THRESHOLD, protect};
use byspejl::exchange::office::Case;
use byspejl::exchange::write::pledge_json;
use byspejl::report::Public;
use byspejl::session::{Event, Session};
use byspejl::text::{Lang, board};
use byspejl::workforce::Focus;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::accessibility;
use crate::support::browser::{Folder, downloaded_as};
use crate::support::files::{download_into, drop_files, is_open, long_tasks, watch_tasks};
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;
const RESULT: &str = "#board-result";

#[tokio::test]
async fn two_pledges_are_not_summed_until_a_third_comes() {
    Browser::new().walk(third).await;
}

#[tokio::test]
async fn reading_ten_thousand_can_be_stopped() {
    Browser::new().alone().walk(stopped).await;
}

mod chromium {
    use super::*;

    #[tokio::test]
    async fn ten_thousand_pledges_are_summed_up_while_the_page_answers() {
        Browser::new().alone().walk(ten_thousand).await;
    }
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn pledges_are_summed_up_and_a_corrupt_one_is_named() {
        Browser::new().walk(few).await;
    }
}

/// The public pledge of the example, by a name.
fn pledge(organisation: &str) -> String {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    let mut work = session.work().clone();
    work.draft.organisation = organisation.to_owned();
    let today = "2026-03-01".parse().expect("a date");
    let case = Case::of(&work, DA, today).expect("comparable");
    let table = &case.checked.workforce.table;
    let disclosed = protect(table, Focus::default(), THRESHOLD).expect("countable");
    let public = pledge_json::public(&Public::of(&case.source(), &disclosed), DA, today);
    pledge_json::write(&public)
}

fn write(folder: &Folder, organisation: &str) -> PathBuf {
    let file = folder.path().join(format!("{organisation}.json"));
    fs::write(&file, pledge(organisation)).expect("the folder can be written");
    file
}

async fn few(page: &Page) -> Walk {
    let folder = Folder::new("pledges");
    let mut files = ["Alfa", "Beta", "Gamma", "Delta"].map(|name| write(&folder, name)).to_vec();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, &pledge("Broken")[..500]).expect("the folder can be written");
    let copy = folder.path().join("kopi.json");
    fs::write(&copy, pledge("Alfa")).expect("the folder can be written");
    files.insert(2, broken);
    files.push(copy);
    page.open("#/board").await?;
    page.has("#board-files", 1).await?;
    drop_files(page, &files).await?;
    page.has(RESULT, 1).await?;
    page.focus_is_on(RESULT).await?;
    page.shows(".messages", &board::reading_done(DA, "6")).await?;
    let said =
        "return [...document.querySelectorAll('.board-said li')].map((li) => li.textContent)";
    let said = page.run(said).await?;
    assert!(said.to_string().contains(&board::said_skipped(DA, "1")), "{said}");
    assert!(said.to_string().contains(&board::said_repeats(DA, "1")), "{said}");
    let rows = "return [...document.querySelectorAll('.board-table tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent).join('|'))";
    let told = page.run(rows).await?.to_string();
    // Four times 640 people, 179 of them with immigrant background: 27.97 %.
    assert!(told.contains("I alt|4|4|2.560|716|28,0\u{a0}%|4"), "{told}");
    assert!(told.contains("broken.json|Beskadiget; den første fejl står i linje"), "{told}");
    assert!(told.contains("kopi.json|Samme fil som Alfa.json."), "{told}");
    let mut found = Vec::new();
    accessibility::check(page, "the overview", &mut found).await?;
    page.switch_language("en").await?;
    page.shows(RESULT, "4 organisations, as of").await?;
    accessibility::check(page, "the overview in English", &mut found).await?;
    assert!(found.is_empty(), "{}", serde_json::to_string_pretty(&found)?);
    page.switch_language("da").await?;

    download_into(page, &folder).await?;
    page.click("[data-board-act='xlsx']").await?;
    let book = fs::read(downloaded_as(folder.path(), ".xlsx").await).expect("the file is there");
    assert!(book.starts_with(b"PK\x03\x04"));
    page.click("[data-board-csv='1']").await?;
    let sheet = fs::read(downloaded_as(folder.path(), ".csv").await).expect("the file is there");
    let sheet = String::from_utf8(sheet).expect("UTF-8");
    assert!(sheet.contains("Tiltag;Organisationer;Andel\r\n"), "{sheet}");
    // The message of the last download stands at the top edge until it is closed.
    let middle = "document.querySelector(\"[data-board-act='restart']\")
        .scrollIntoView({ block: 'center' })";
    page.run(middle).await?;
    page.press(board::restart(DA)).await?;
    page.has(RESULT, 0).await?;
    page.focus_is_on("#board-heading").await
}

async fn third(page: &Page) -> Walk {
    let folder = Folder::new("three");
    let files = ["Alfa", "Beta", "Gamma"].map(|name| write(&folder, name));
    page.open("#/board").await?;
    page.has("#board-files", 1).await?;
    is_open(page).await?;
    let field = page.driver.find(By::Id("board-files")).await?;
    let two = [&files[0], &files[1]].map(|file| file.display().to_string()).join("\n");
    field.send_keys(two).await?;
    page.has(RESULT, 1).await?;
    page.shows(".board-said li:last-child", board::said_few(DA)).await?;
    page.has(".board-sheet", 1).await?;
    let field = page.driver.find(By::Id("board-files")).await?;
    field.send_keys(files[2].display().to_string()).await?;
    page.has(".board-sheet", 4).await?;
    page.shows(RESULT, "3 organisationer, set den").await
}

/// Drops so many pledges that are made in the page, one of them cut off.
async fn drop_many(page: &Page, number: usize) -> Walk {
    is_open(page).await?;
    page.has("#board-files", 1).await?;
    let script = "const [[text, number]] = arguments;
        const data = new DataTransfer();
        for (let place = 0; place < number; place += 1) {
            const own = text.replaceAll('ORGANISATION', 'Virksomhed ' + place);
            const content = place === 4321 ? own.slice(0, 1000) : own;
            data.items.add(new File([content], `virksomhed-${place}.json`));
        }
        window.bytes = [...data.files].reduce((sum, file) => sum + file.size, 0);
        window.began = performance.now();
        new MutationObserver((_, observer) => {
            if (document.querySelector('#board-result')) {
                window.ended = performance.now();
                observer.disconnect();
            }
        }).observe(document.body, { childList: true, subtree: true });
        document.body.dispatchEvent(new DragEvent('drop',
            { dataTransfer: data, bubbles: true, cancelable: true }));";
    let argument = json!([pledge("ORGANISATION"), number]);
    page.run_with(script, argument).await.map(drop)
}

async fn ten_thousand(page: &Page) -> Walk {
    page.open("#/board").await?;
    drop_many(page, 10_000).await?;
    watch_tasks(page).await?;
    page.has(".board-progress progress", 1).await?;
    page.has(RESULT, 1).await?;
    let took = page.run("return Math.round(window.ended - window.began)").await?;
    let bytes = page.run("return window.bytes").await?;
    println!("10,000 pledges: {took} ms for {bytes} bytes");
    assert!(took.as_u64().is_some_and(|took| took < 5_000), "{took} ms");
    page.shows(RESULT, "9.999 organisationer").await?;
    let rows = page.run("return document.querySelector('#board').innerText").await?;
    assert!(rows.to_string().contains("virksomhed-4321.json"));
    let tasks = long_tasks(page).await?;
    println!("long tasks: {tasks}");
    let longest = tasks.as_array().into_iter().flatten().filter_map(Value::as_f64);
    assert!(longest.fold(0.0, f64::max) < 200.0, "{tasks}");
    Ok(())
}

async fn stopped(page: &Page) -> Walk {
    page.open("#/board").await?;
    drop_many(page, 10_000).await?;
    page.click("[data-board-act='stop']").await?;
    page.shows(".messages", board::reading_stopped(DA)).await?;
    page.has(RESULT, 0).await?;
    page.has("#board-files", 1).await?;
    page.focus_is_on("#board-heading").await
}
