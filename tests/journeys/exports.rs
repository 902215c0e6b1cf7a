//! Every way out gives a file of its kind, and what can be read again is read again.

use std::fs;

use byspejl::text::{Lang, app, export, import};
use thirtyfour::prelude::*;

use crate::support::browser::{Folder, downloaded_as};
use crate::support::files::{HEADING, USE, choose, download_into};
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

#[tokio::test]
async fn every_format_is_a_file_of_its_kind() {
    Browser::new().walk(formats).await;
}

#[tokio::test]
async fn a_public_edition_says_that_it_is_one() {
    Browser::new().walk(public).await;
}

#[tokio::test]
async fn a_figure_is_taken_along_as_picture_table_and_file() {
    Browser::new().walk(figure).await;
}

#[tokio::test]
async fn a_workbook_and_a_filled_in_template_are_read_again() {
    Browser::new().walk(read_again).await;
}

async fn example(page: &Page, folder: &Folder) -> Walk {
    download_into(page, folder).await?;
    page.open("").await?;
    page.click("#see-example").await?;
    page.has(".export", 1).await
}

async fn take(
    page: &Page,
    folder: &Folder,
    button: &str,
    ending: &str,
) -> WebDriverResult<Vec<u8>> {
    page.click(button).await?;
    Ok(fs::read(downloaded_as(folder.path(), ending).await).expect("the file is there"))
}

async fn formats(page: &Page) -> Walk {
    let folder = Folder::new("formats");
    example(page, &folder).await?;
    let kinds: [(&str, &str, &[u8]); 7] = [
        ("docx", ".docx", b"PK\x03\x04"),
        ("xlsx", ".xlsx", b"PK\x03\x04"),
        ("html", ".html", b"<!doctype html>"),
        ("csv", ".csv", "\u{feff}".as_bytes()),
        ("ics", ".ics", b"BEGIN:VCALENDAR\r\n"),
        ("project", ".byspejl.json", b"{"),
        ("json", "\u{f8}fte.json", b"{"),
    ];
    for (format, ending, start) in kinds {
        let bytes = take(page, &folder, &format!("[data-format='{format}']"), ending).await?;
        let begins: Vec<u8> = bytes.iter().take(start.len()).map(u8::to_ascii_lowercase).collect();
        assert_eq!(begins, start.to_ascii_lowercase(), "{format}");
        page.has(".message", 1).await?;
        page.press(app::save_close(DA)).await?;
    }
    Ok(())
}

async fn public(page: &Page) -> Walk {
    let folder = Folder::new("public");
    example(page, &folder).await?;
    page.click("#mirror-edition-1").await?;
    page.has("[data-format='project']:disabled", 1).await?;
    let bytes = take(page, &folder, "[data-format='html']", "offentlig.html").await?;
    let html = String::from_utf8(bytes).expect("a text");
    assert!(html.contains("public-mark") && !html.contains("internal-mark\""));
    // One of 32 in the management is what must not be read anywhere.
    assert!(!html.contains("1 af 32"));
    Ok(())
}

async fn figure(page: &Page) -> Walk {
    let folder = Folder::new("figure");
    example(page, &folder).await?;
    let png = take(page, &folder, "[data-take='png']", ".png").await?;
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let width = u32::from_be_bytes(png[16..20].try_into().expect("four bytes"));
    assert_eq!(width, 1800);
    let svg = take(page, &folder, "[data-take='svg']", ".svg").await?;
    let svg = String::from_utf8(svg).expect("a text");
    assert!(svg.contains("<svg") && svg.contains("Danmarks Statistik"));
    let csv = take(page, &folder, "[data-take='csv']", ".csv").await?;
    assert!(String::from_utf8(csv).expect("a text").contains("Ledelse"));
    let granted =
        serde_json::json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.debug("Browser.grantPermissions", granted).await?;
    page.click("[data-take='copy-picture']").await?;
    page.shows(".messages", export::figure_picture_copied(DA)).await?;
    page.click("[data-take='copy-table']").await?;
    page.shows(".messages", export::figure_table_copied(DA)).await
}

async fn read_again(page: &Page) -> Walk {
    let folder = Folder::new("again");
    example(page, &folder).await?;
    for (format, ending) in [("xlsx", ".xlsx"), ("csv", ".csv")] {
        page.run("location.hash = '#/mirror'").await?;
        take(page, &folder, &format!("[data-format='{format}']"), ending).await?;
        page.run("location.hash = '#/figures'").await?;
        choose(page, &downloaded_as(folder.path(), ending).await).await?;
        page.shows(HEADING, import::preview_heading(DA)).await?;
        page.click(USE).await?;
        page.holds(&cell(0, 0), "31").await?;
        page.holds(&cell(4, 1), "78").await?;
        page.has(".badge:not([hidden])", 0).await?;
    }
    Ok(())
}
