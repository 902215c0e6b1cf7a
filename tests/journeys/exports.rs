//! Every way out gives a file of its kind, and what can be read again is read again.

use std::fs;

use byspejl::text::{Lang, app, export, import, method};
use thirtyfour::prelude::*;

use crate::support::browser::{Folder, downloaded_as};
use crate::support::files::{HEADING, USE, choose, download_into, may_use_clipboard};
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn every_format_is_a_file_of_its_kind() {
        Browser::new().walk(formats).await;
    }

    #[tokio::test]
    async fn a_public_edition_says_that_it_is_one() {
        Browser::new().walk(public).await;
    }

    #[tokio::test]
    async fn the_public_files_keep_a_small_count_to_themselves() {
        Browser::new().walk(public_files).await;
    }

    #[tokio::test]
    async fn the_save_menu_leads_to_the_formats_and_back_by_keyboard() {
        Browser::new().walk(from_the_save_menu).await;
    }

    #[tokio::test]
    async fn a_figure_is_taken_along_as_picture_table_and_file() {
        Browser::new().walk(figure).await;
    }

    #[tokio::test]
    async fn a_workbook_and_a_filled_in_template_are_read_again() {
        Browser::new().walk(read_again).await;
    }
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

async fn public_files(page: &Page) -> Walk {
    let folder = Folder::new("public-files");
    example(page, &folder).await?;
    page.click("#mirror-edition-1").await?;
    page.has("[data-format]:disabled", 1).await?;
    let bytes = take(page, &folder, "[data-format='csv']", "tal-offentlig.csv").await?;
    let csv = String::from_utf8(bytes).expect("a text");
    let top = csv.lines().find(|line| line.starts_with("Ledelse;")).expect("the top level");
    assert_eq!(top, "Ledelse;vises ikke;vises ikke;0;32");
    let bytes = take(page, &folder, "[data-format='json']", "offentlig.json").await?;
    let data: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(data["visibility"], "public");
    let top = &data["figures"]["scopes"][1];
    assert_eq!(top["focus"], serde_json::json!({ "low": 0, "high": 32 }));
    let bytes = take(page, &folder, "[data-format='xlsx']", "tal-offentlig.xlsx").await?;
    assert!(bytes.starts_with(b"PK\x03\x04"));
    Ok(())
}

async fn from_the_save_menu(page: &Page) -> Walk {
    let folder = Folder::new("save-menu");
    example(page, &folder).await?;
    page.run("location.hash = '#/method'").await?;
    page.shows("#content h1", method::title(DA)).await?;
    page.run("document.getElementById('save-menu').focus()").await?;
    page.keys(Key::Enter).await?;
    page.has("#take-along", 1).await?;
    page.run("document.getElementById('take-along').focus()").await?;
    page.keys(Key::Enter).await?;
    page.shows(HEADING, export::heading(DA)).await?;
    page.focus_is_on(HEADING).await?;
    page.has("details.save[open]", 0).await?;
    take(page, &folder, "#office [data-format='docx']", ".docx").await?;
    page.has(".message", 1).await?;
    page.run("document.querySelector('#office [data-format]').focus()").await?;
    page.keys(Key::Escape).await?;
    page.has(HEADING, 0).await?;
    page.focus_is_on("#save-menu").await?;
    page.shows("#content h1", method::title(DA)).await?;
    assert_eq!(page.run("return location.hash").await?, "#/method");
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
    may_use_clipboard(page).await?;
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
