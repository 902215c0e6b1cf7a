//! Switching the language changes the words and nothing else.

use byspejl::text::{Lang, app, figures, parts, pledge_screen};

use crate::support::page::cell;
use crate::support::{Browser, Page, Walk};

#[tokio::test]
async fn the_language_switch_keeps_input_screen_and_focus() {
    Browser::new().walk(figures_screen).await;
}

#[tokio::test]
async fn the_language_switch_keeps_the_user_s_words_in_the_pledge() {
    Browser::new().walk(pledge_screen).await;
}

async fn figures_screen(page: &Page) -> Walk {
    page.open("#/figures").await?;
    page.press(figures::shape_edit_levels(Lang::Da)).await?;
    page.fill(".structure li:nth-child(5) input", "Køkken").await?;
    page.fill("#organisation", "Værftet A/S").await?;
    page.enter(0, 0, "31").await?;
    page.enter(0, 1, "12,5").await?;
    page.enter(4, 1, "<5").await?;
    page.switch_language("en").await?;
    page.shows(".grid", parts::level_management(Lang::En)).await?;
    page.shows(".grid", "Køkken").await?;
    page.holds(&cell(0, 0), "31").await?;
    page.holds(&cell(0, 1), "12,5").await?;
    page.holds(&cell(4, 1), "<5").await?;
    page.holds("#organisation", "Værftet A/S").await?;
    page.focus_is_on("button.language").await?;
    page.until("the screen", "return location.hash === '#/figures'").await?;
    page.switch_language("da").await?;
    page.shows(".grid", parts::level_management(Lang::Da)).await?;
    page.holds(&cell(0, 1), "12,5").await
}

async fn pledge_screen(page: &Page) -> Walk {
    page.open("").await?;
    page.click("#see-example").await?;
    page.click("main a[href='#/pledge']").await?;
    page.fill("#target-0-owner", "Borgmesteren").await?;
    page.fill("[data-measure] textarea", "Vi taler med hinanden").await?;
    page.fill("#pledge-signatory", "Anna Andersen").await?;
    page.switch_language("en").await?;
    page.shows("h1", pledge_screen::heading(Lang::En)).await?;
    page.holds("#target-0-owner", "Borgmesteren").await?;
    page.holds("[data-measure] textarea", "Vi taler med hinanden").await?;
    page.holds("#pledge-signatory", "Anna Andersen").await?;
    for words in ["Borgmesteren", "Vi taler med hinanden", "Anna Andersen"] {
        page.shows("#paper", words).await?;
    }
    // And a reload remembers which language it was.
    page.reload().await?;
    page.shows(".brand + nav, .top", app::language_switch(Lang::En)).await?;
    page.shows("#paper", "Vi taler med hinanden").await
}
