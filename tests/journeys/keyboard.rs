//! The whole job without a mouse, with the focus in sight at every step.

use byspejl::text::{Lang, app};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

/// More stops than any screen has.
const STOPS: usize = 150;

/// Whether the element with the focus can be told from its surroundings.
const FOCUS_IN_SIGHT: &str = "const element = document.activeElement;
    // The calendar button inside a date field has a ring of the browser's own.
    if (element.type === 'date' && !element.matches(':focus-visible')) return true;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const label = element.labels?.[0];
    const ring = label && getComputedStyle(label);
    const marked = outlined || style.boxShadow !== 'none'
        || (ring && ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) > 0);
    const there = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return marked && there";

#[tokio::test]
async fn the_whole_job_can_be_done_by_keyboard() {
    Browser::new().walk(whole_job).await;
}

#[tokio::test]
async fn keys_move_mark_empty_and_undo_in_the_grid() {
    Browser::new().walk(grid_keys).await;
}

#[tokio::test]
async fn the_back_key_leaves_a_cell_in_the_middle_of_typing() {
    Browser::new().walk(back_from_a_cell).await;
}

/// Steps on from focus to focus until it is on what fits a selector.
async fn tab_to(page: &Page, selector: &str) -> Walk {
    for _ in 0..STOPS {
        page.keys(Key::Tab).await?;
        page.until("the focus in sight", FOCUS_IN_SIGHT).await?;
        let here = "return document.activeElement.matches(arguments[0])";
        if page.run_with(here, json!(selector)).await? == true {
            return Ok(());
        }
    }
    panic!("the Tab key does not lead to {selector}");
}

async fn whole_job(page: &Page) -> Walk {
    page.open("").await?;
    page.keys(Key::Tab).await?;
    page.focus_is_on("a.skip").await?;
    page.shows("a.skip", app::skip(Lang::Da)).await?;
    page.until(
        "the skip link in sight",
        "return document.activeElement
        .getBoundingClientRect().top >= 0",
    )
    .await?;
    page.keys(Key::Enter).await?;
    page.focus_is_on("#content").await?;
    tab_to(page, "main a[href='#/figures']").await?;
    page.keys(Key::Enter).await?;
    page.has(".screen.figures", 1).await?;
    page.focus_is_on("#content").await?;

    tab_to(page, &cell(0, 0)).await?;
    for (row, [danish, focus]) in
        [["31", "1"], ["119", "9"], ["111", "29"], ["138", "62"], ["62", "78"]].iter().enumerate()
    {
        page.focus_is_on(&cell(row, 0)).await?;
        page.keys(*danish).await?;
        page.keys(Key::Right).await?;
        page.keys(*focus).await?;
        page.keys(Key::Home).await?;
        page.keys(Key::Down).await?;
    }
    page.shows(".live-table .whole", "179 af 640").await?;
    page.keys(Key::Home).await?;
    // Back to the top, and on by the steps in the header.
    page.chord(&[Key::Control], Key::Home).await?;
    page.run("document.querySelector('.brand').focus()").await?;
    tab_to(page, "nav a[href='#/mirror']").await?;
    page.keys(Key::Enter).await?;
    page.has("[data-pattern]", 1).await?;
    page.focus_is_on("#content").await?;
    tab_to(page, "main a[href='#/pledge']").await?;
    page.keys(Key::Enter).await?;
    page.focus_is_on("#content").await?;
    tab_to(page, "#pledge-signatory").await?;
    page.keys("Anna Andersen").await?;
    page.shows("#paper .signatures", "Anna Andersen").await?;
    tab_to(page, "[data-print]").await
}

async fn grid_keys(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.click(&cell(0, 0)).await?;
    page.keys("100").await?;
    page.keys(Key::Enter).await?;
    page.focus_is_on(&cell(1, 0)).await?;
    page.chord(&[Key::Shift], Key::Enter).await?;
    page.focus_is_on(&cell(0, 0)).await?;
    page.keys(Key::End).await?;
    page.focus_is_on(&cell(0, 3)).await?;
    page.keys(Key::Home).await?;
    page.focus_is_on(&cell(0, 0)).await?;
    page.keys(Key::Down + Key::Right).await?;
    page.focus_is_on(&cell(1, 1)).await?;
    page.chord(&[Key::Control], Key::End).await?;
    page.focus_is_on(&cell(4, 3)).await?;
    page.chord(&[Key::Control], Key::Up).await?;
    page.focus_is_on(&cell(0, 3)).await?;
    page.chord(&[Key::Control], Key::Home).await?;
    page.focus_is_on(&cell(0, 0)).await?;

    // F2 goes into the cell: what is typed is added, and arrows move the caret.
    page.keys(Key::F2).await?;
    page.keys(Key::Left + "5").await?;
    page.holds(&cell(0, 0), "1050").await?;
    page.keys(Key::Escape).await?;
    page.holds(&cell(0, 0), "100").await?;
    page.focus_is_on(&cell(0, 0)).await?;
    // Typing replaces.
    page.keys("7").await?;
    page.holds(&cell(0, 0), "7").await?;
    page.chord(&[Key::Control], 'z').await?;
    page.holds(&cell(0, 0), "100").await?;

    page.keys(Key::Down).await?;
    page.keys("200").await?;
    page.keys(Key::Right).await?;
    page.keys("50").await?;
    page.chord(&[Key::Shift], Key::Up).await?;
    page.chord(&[Key::Shift], Key::Left).await?;
    page.has(".grid .selected", 4).await?;
    page.keys(Key::Delete).await?;
    page.holds(&cell(0, 0), "").await?;
    assert_eq!(page.cells(0..2, &[0, 1]).await?, [["", ""], ["", ""]]);
    page.chord(&[Key::Control], 'z').await?;
    page.holds(&cell(0, 0), "100").await?;
    assert_eq!(page.cells(0..2, &[0, 1]).await?, [["100", ""], ["200", "50"]]);
    page.chord(&[Key::Control], 'y').await?;
    page.holds(&cell(1, 1), "").await
}

async fn back_from_a_cell(page: &Page) -> Walk {
    page.open("").await?;
    page.click("main a[href='#/figures']").await?;
    page.enter(0, 0, "12,5").await?;
    page.driver.back().await?;
    page.has(".screen.start", 1).await?;
    page.has(".crash", 0).await?;
    page.driver.forward().await?;
    page.holds(&cell(0, 0), "12,5").await
}
