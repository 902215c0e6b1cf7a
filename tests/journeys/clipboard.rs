//! Figures come from a spreadsheet's clipboard, go back to it, and can be undone.

use byspejl::text::{Lang, figures};
use thirtyfour::prelude::*;

use crate::support::files::put_on_clipboard;
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

/// As a spreadsheet puts five rows and two columns on the clipboard.
const SHEET: &str = "31\t1\r\n119\t9\r\n111\t29\r\n138\t62\r\n62\t78\r\n";
const COLUMNS: [usize; 2] = [0, 1];

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn a_pasted_sheet_fills_the_grid_and_copies_out_the_same() {
        Browser::new().walk(paste_and_copy).await;
    }

    #[tokio::test]
    async fn a_paste_that_is_too_long_asks_to_add_levels() {
        Browser::new().walk(longer_paste).await;
    }
}

async fn on_clipboard(page: &Page) -> WebDriverResult<String> {
    let script = "const [done] = arguments; navigator.clipboard.readText()
        .then(done, (error) => done(String(error)))";
    page.driver.execute_async(script, Vec::new()).await?.convert()
}

fn rows(sheet: &str) -> Vec<Vec<String>> {
    sheet.lines().map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

async fn paste_and_copy(page: &Page) -> Walk {
    page.open("#/figures").await?;
    put_on_clipboard(page, SHEET).await?;
    page.click(&cell(0, 0)).await?;
    page.chord(&[Key::Control], 'v').await?;
    page.holds(&cell(4, 1), "78").await?;
    assert_eq!(page.cells(0..5, &COLUMNS).await?, rows(SHEET));
    page.has(".live-table [data-verdict]", 6).await?;

    put_on_clipboard(page, "").await?;
    page.keys(Key::Home + Key::Home).await?;
    page.chord(&[Key::Control], Key::Home).await?;
    page.focus_is_on(&cell(0, 0)).await?;
    for key in [Key::Down, Key::Down, Key::Down, Key::Down, Key::Right] {
        page.chord(&[Key::Shift], key).await?;
    }
    page.has(".grid .selected", 10).await?;
    page.chord(&[Key::Control], 'c').await?;
    assert_eq!(on_clipboard(page).await?, SHEET);

    page.chord(&[Key::Control], 'z').await?;
    page.holds(&cell(4, 1), "").await?;
    page.holds(&cell(0, 0), "").await?;
    page.chord(&[Key::Control], 'y').await?;
    page.holds(&cell(4, 1), "78").await?;
    page.press(figures::actions_undo(Lang::Da)).await?;
    page.holds(&cell(4, 1), "").await?;
    page.press(figures::actions_redo(Lang::Da)).await?;
    page.holds(&cell(0, 0), "31").await
}

async fn longer_paste(page: &Page) -> Walk {
    page.open("#/figures").await?;
    let longer = format!("{SHEET}200\t40\r\n90\t35\r\n");
    put_on_clipboard(page, &longer).await?;
    page.click(&cell(0, 0)).await?;
    page.chord(&[Key::Control], 'v').await?;
    page.has("#paste-question", 1).await?;
    page.holds(&cell(0, 0), "").await?;
    page.press(&figures::paste_grow_levels(Lang::Da, "2")).await?;
    page.has("#paste-question", 0).await?;
    page.holds(&cell(6, 1), "35").await?;
    assert_eq!(page.cells(0..7, &COLUMNS).await?, rows(&longer));
    page.press(figures::actions_undo(Lang::Da)).await?;
    page.has(".grid input[data-cell$='-0']", 5).await
}
