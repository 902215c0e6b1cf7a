//! Large files, and files made to take a page down: the page answers all the while.

use std::fs;
use std::io::Write;
use std::path::Path;

use byspejl::text::{Lang, import};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use zip::write::SimpleFileOptions;

use crate::support::browser::Folder;
use crate::support::files::{HEADING, choose, long_tasks, watch_tasks};
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

mod chromium {
    use super::*;

    #[tokio::test]
    async fn fifty_thousand_rows_are_read_while_the_page_answers() {
        Browser::new().alone().walk(many_rows).await;
    }

    #[tokio::test]
    async fn a_workbook_of_five_megabytes_is_read_while_the_page_answers() {
        Browser::new().alone().walk(large_workbook).await;
    }

    #[tokio::test]
    async fn a_workbook_that_unfolds_without_end_is_refused_and_nothing_is_lost() {
        Browser::new().walk(bomb).await;
    }

    #[tokio::test]
    async fn reading_can_be_stopped() {
        Browser::new().walk(stopped).await;
    }
}

/// A long table of this many rows: men and women on five levels in thirty areas, quarter by quarter.
fn long_table(rows: usize) -> String {
    let mut text = String::from("Niveau;Område;Herkomst;Køn;Kvartal;Antal\n");
    for row in 0..rows {
        let sex = ["Mænd", "Kvinder"][row % 2];
        let group = ["Dansk oprindelse", "Indvandrere og efterkommere"][row / 2 % 2];
        let (level, area, quarter) = (row / 4 % 5, row / 20 % 30, row / 600);
        let (year, quarter) = (2004 + quarter / 4, 1 + quarter % 4);
        text += &format!(
            "Niveau {level};Afdeling {area};{group};{sex};{year}K{quarter};{}\n",
            row % 89
        );
    }
    text
}

/// Chooses a file and waits until something is said of it; says how long that took in the page, in
/// milliseconds.
async fn read(page: &Page, file: &Path) -> WebDriverResult<u64> {
    watch_tasks(page).await?;
    let clock = "addEventListener('change', () => { window.began = performance.now(); },
            { capture: true, once: true });
        new MutationObserver((_, observer) => {
            if (document.querySelector('#office-heading')) {
                window.ended = performance.now();
                observer.disconnect();
            }
        }).observe(document.body, { childList: true, subtree: true })";
    page.run(clock).await?;
    choose(page, file).await?;
    page.has(HEADING, 1).await?;
    let took = page.run("return Math.round(window.ended - window.began)").await?;
    Ok(took.as_u64().unwrap_or_default())
}

/// Reads a file, up to three times, until the page has answered all the while. Whatever else the
/// machine does can lengthen a task, but nothing makes a long one short.
async fn reads_while_answering(page: &Page, file: &Path, what: &str) -> Walk {
    let mut seen = Vec::new();
    for _ in 0..3 {
        page.open("#/figures").await?;
        page.reload().await?;
        let took = read(page, file).await?;
        println!("{what}: {took} ms");
        seen.push(long_tasks(page).await?);
        if seen.last() == Some(&json!([])) {
            return Ok(());
        }
    }
    panic!("tasks of 50 ms and more each time: {seen:?}");
}

async fn many_rows(page: &Page) -> Walk {
    let folder = Folder::new("rows");
    let file = folder.path().join("rows.csv");
    fs::write(&file, long_table(50_000)).expect("the folder can be written");
    reads_while_answering(page, &file, "50,000 rows").await
}

async fn large_workbook(page: &Page) -> Walk {
    let folder = Folder::new("workbook");
    let file = folder.path().join("large.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let mut state = 1_u32;
    for row in 0..60_000 {
        for column in 0..9 {
            // Numbers that do not compress, as payroll's do not.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            sheet.write(row, column, f64::from(state)).expect("within a sheet");
        }
    }
    workbook.save(&file).expect("the folder can be written");
    let bytes = fs::metadata(&file).expect("the file is there").len();
    assert!(bytes > 4_000_000, "{bytes} bytes");
    reads_while_answering(page, &file, &format!("{bytes} bytes")).await
}

/// A workbook whose only sheet unfolds to two gigabytes of rows.
fn bomb_file(file: &Path) {
    let out = fs::File::create(file).expect("the folder can be written");
    let mut zip = zip::ZipWriter::new(out);
    let options = SimpleFileOptions::default().large_file(true);
    let mut part = |name: &str, content: &[u8], times: usize| {
        zip.start_file(name, options).expect("a new part");
        for _ in 0..times {
            zip.write_all(content).expect("room on the disk");
        }
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    part(
        "[Content_Types].xml",
        format!("<Types xmlns=\"{package}/content-types\"/>").as_bytes(),
        1,
    );
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets>\
         <sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    part("xl/workbook.xml", workbook.as_bytes(), 1);
    let references = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    part("xl/_rels/workbook.xml.rels", references.as_bytes(), 1);
    let row = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>".repeat(16_000);
    part("xl/worksheets/sheet1.xml", row.as_bytes(), 2_000);
    zip.finish().expect("room on the disk");
}

async fn bomb(page: &Page) -> Walk {
    let folder = Folder::new("bomb");
    let file = folder.path().join("bomb.xlsx");
    bomb_file(&file);
    page.open("#/figures").await?;
    page.enter(0, 0, "7").await?;
    read(page, &file).await?;
    page.shows(HEADING, import::refused_heading(DA)).await?;
    assert_eq!(long_tasks(page).await?, json!([]), "tasks of 50 ms and more");
    page.press(import::refused_close(DA)).await?;
    page.holds(&cell(0, 0), "7").await?;
    // And the next file is read as if nothing had happened.
    let small = folder.path().join("small.csv");
    fs::write(&small, long_table(300)).expect("the folder can be written");
    choose(page, &small).await?;
    page.shows(HEADING, import::preview_heading(DA)).await
}

async fn stopped(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.enter(0, 0, "7").await?;
    // A worker that never answers, so that there is something to stop.
    let silence = "const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, ...rest) {
            if (message[1] !== 'open') post.call(this, message, ...rest);
        }; window.speak = () => { Worker.prototype.postMessage = post; }";
    page.run(silence).await?;
    let folder = Folder::new("stop");
    let file = folder.path().join("rows.csv");
    fs::write(&file, long_table(300)).expect("the folder can be written");
    choose(page, &file).await?;
    page.shows(".office-wait", import::busy_reading(DA)).await?;
    page.press(import::busy_cancel(DA)).await?;
    page.shows(".messages", import::busy_cancelled(DA)).await?;
    page.has(".office-wait", 0).await?;
    page.holds(&cell(0, 0), "7").await?;
    page.run("window.speak()").await?;
    choose(page, &file).await?;
    page.shows(HEADING, import::preview_heading(DA)).await?;
    assert_eq!(
        page.run("return document.querySelectorAll('.office-wait').length").await?,
        Value::from(0)
    );
    Ok(())
}
