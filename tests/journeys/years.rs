//! Last year's file comes back: the next year on its structure, the comparison, the way back.

use std::fs;

use byspejl::exchange::project;
use byspejl::session::{Event, Session};
use byspejl::text::{Lang, app, years};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::check;
use crate::screens::{YEARS, visit, with_example};
use crate::support::browser::Folder;
use crate::support::files::drop_file;
use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;

#[tokio::test]
async fn last_years_file_and_new_numbers_give_the_comparison() {
    Browser::new().walk(come_back).await;
}

#[tokio::test]
async fn a_date_can_be_corrected_removed_and_brought_back() {
    Browser::new().walk(correct_and_remove).await;
}

#[tokio::test]
async fn a_file_that_is_no_project_changes_no_date() {
    Browser::new().walk(bad_file).await;
}

#[tokio::test]
async fn the_dates_are_read_with_the_keyboard() {
    Browser::new().walk(by_keyboard).await;
}

/// The example as last year's file.
fn last_year() -> Session {
    let mut session = Session::default();
    session.apply(Event::LoadExample);
    session
}

fn day(session: &Session, later: u16) -> String {
    let day: byspejl::workforce::Date = session.draft().reporting_date.parse().expect("a date");
    byspejl::text::date(DA, day.plus_years(later))
}

/// The example's levels, top first, each with one more in the focus group.
async fn enter_new_numbers(page: &Page) -> Walk {
    let numbers = [["29", "3"], ["118", "10"], ["110", "30"], ["137", "63"], ["61", "79"]];
    for (row, [others, focus]) in numbers.into_iter().enumerate() {
        page.enter(row, 0, others).await?;
        page.enter(row, 1, focus).await?;
    }
    Ok(())
}

async fn come_back(page: &Page) -> Walk {
    let session = last_year();
    let folder = Folder::new("last-year");
    let file = folder.path().join("last-year.byspejl.json");
    fs::write(&file, project::write(session.work())).expect("the folder can be written");
    page.open("#/years").await?;
    page.shows("h1", years::empty_heading(DA)).await?;
    page.clicks();
    drop_file(page, &file).await?;
    page.shows(".messages", years::file_opened(DA)).await?;
    page.holds(&cell(0, 0), "").await?;
    page.holds("#reporting-date", &next_year_typed(&session)).await?;
    enter_new_numbers(page).await?;
    visit(page, YEARS).await?;
    page.has(".date-list > li", 2).await?;
    page.has("[data-change-headline]", 1).await?;
    page.shows("#years-change", &day(&session, 0)).await?;
    page.shows("#years-change", &day(&session, 1)).await?;
    page.has("#years-change tbody tr", 6).await?;
    page.shows("#years-targets", years::target_label_reached(DA)).await?;
    page.has("#years-levels .fig-wide svg", 1).await?;
    let mut found = Vec::new();
    visit(page, YEARS).await?;
    check(page, "two dates in Danish", &mut found).await?;
    page.switch_language("en").await?;
    page.shows("h1", years::heading(Lang::En)).await?;
    page.has("#years-change tbody tr", 6).await?;
    check(page, "two dates in English", &mut found).await?;
    assert_eq!(json!(found), json!([]));
    // Kept as everything else is.
    page.reload().await?;
    page.has(".date-list > li", 2).await
}

fn next_year_typed(session: &Session) -> String {
    let day: byspejl::workforce::Date = session.draft().reporting_date.parse().expect("a date");
    day.plus_years(1).to_string()
}

async fn correct_and_remove(page: &Page) -> Walk {
    with_example(page, DA).await?;
    visit(page, YEARS).await?;
    page.shows("#years-targets", years::target_waiting(DA)).await?;
    page.shows(".years", years::change_waiting(DA)).await?;
    page.click("[data-date-act='start']").await?;
    page.holds(&cell(0, 0), "").await?;
    enter_new_numbers(page).await?;
    visit(page, YEARS).await?;
    page.click("[data-date-act='go 0']").await?;
    page.holds(&cell(0, 0), "31").await?;
    visit(page, YEARS).await?;
    page.has(".date-list > li", 2).await?;
    page.click("[data-date-act='remove 0']").await?;
    page.has(".date-list > li", 1).await?;
    page.press(app::save_undo_open(DA)).await?;
    page.has(".date-list > li", 2).await
}

async fn bad_file(page: &Page) -> Walk {
    let folder = Folder::new("bad-year");
    let file = folder.path().join("cut.byspejl.json");
    fs::write(&file, "{\n  \"byspejl\": 1,\n  \"draft\"").expect("the folder can be written");
    with_example(page, DA).await?;
    visit(page, YEARS).await?;
    drop_file(page, &file).await?;
    page.shows(".message-error", &app::file_damaged(DA, "3")).await?;
    page.has(".date-list > li", 1).await?;
    let empty = folder.path().join("empty.byspejl.json");
    fs::write(&empty, project::write(Session::default().work())).expect("it can be written");
    drop_file(page, &empty).await?;
    page.shows(".message-error", years::file_no_figures(DA)).await?;
    page.has(".date-list > li", 1).await
}

async fn by_keyboard(page: &Page) -> Walk {
    with_example(page, DA).await?;
    visit(page, YEARS).await?;
    page.has("#years-whole .fig-dates", 1).await?;
    page.run("document.querySelector('#years-whole .fig-dates').focus()").await?;
    page.keys(Key::Right + "").await?;
    page.shows("#years-whole [role='status']", &day(&last_year(), 0)).await?;
    page.keys(Key::Escape + "").await?;
    page.shows("#years-whole [role='status']", years::figure_keys(DA)).await
}
