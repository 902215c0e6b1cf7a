//! Levels crossed with areas on the mirror: what divides people more, the cursor that says each
//! cell, and the narrowest phone.

use byspejl::text::{Lang, areas, figure, mirror, verdicts};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::accessibility::check;
use crate::support::files::{USE, choose};
use crate::support::{Browser, Page, Walk};

const DA: Lang = Lang::Da;
const READING: &str = ".heat-reading";

/// Level, area, others, people with immigrant background; both areas alike, the levels not.
const SHEET: &str = "Jobniveau;Afdeling;Dansk oprindelse;Indvandrere og efterkommere\n\
    Andet manuelt arbejde;Drift;10;40\n\
    Andet manuelt arbejde;Pleje;10;40\n\
    Mellemniveau;Drift;35;15\n\
    Mellemniveau;Pleje;34;16\n\
    Ledelse;Drift;4;0\n\
    Ledelse;Pleje;45;5\n";

#[tokio::test]
async fn the_cursor_walks_over_the_cells_and_each_is_said_in_words() {
    Browser::new().walk(cursor).await;
}

mod chromium {
    use super::*;

    #[tokio::test]
    async fn on_the_narrowest_phone_the_cells_scroll_and_the_page_does_not() {
        Browser::new().walk(narrow).await;
    }
}

async fn see_crossed(page: &Page) -> Walk {
    let file = std::env::temp_dir().join(format!("byspejl-crossed-{}.csv", std::process::id()));
    std::fs::write(&file, SHEET).expect("a temporary file can be written");
    page.open("#/figures").await?;
    choose(page, &file).await?;
    page.click(USE).await?;
    page.has(".area-heading", 2).await?;
    page.run("location.hash = '#/mirror'").await?;
    page.has("#crossing-figure .heat-table", 1).await
}

async fn cursor(page: &Page) -> Walk {
    see_crossed(page).await?;
    page.shows("[data-divided]", areas::divided_more_by_level(DA)).await?;
    page.press(mirror::crossing_parts(DA)).await?;
    page.shows("details", areas::parts_area_within_level(DA)).await?;
    page.shows(READING, mirror::crossing_hint(DA)).await?;
    // Levels from the top and the total last; the whole of a level first.
    let heads = "return [...document.querySelectorAll('.heat-table th')].map((head) =>
        [head.scope, head.innerText])";
    let expected = json!([
        ["col", "Niveau / Område"],
        ["col", figure::heat_all_areas(DA)],
        ["col", "Drift"],
        ["col", "Pleje"],
        ["row", "Ledelse"],
        ["row", "Mellemniveau"],
        ["row", "Andet manuelt arbejde (fx rengøring)"],
        ["row", figure::heat_all_levels(DA)],
    ]);
    assert_eq!(page.run(heads).await?, expected);
    page.run("document.getElementById('heat-0-0').focus()").await?;
    page.shows(READING, "På niveauet Ledelse har 5 af 54 (9,3 %) indvandrerbaggrund").await?;
    page.keys(Key::Right).await?;
    page.focus_is_on("#heat-0-1").await?;
    let few = "I området Drift på niveauet Ledelse har ingen af de 4 indvandrerbaggrund; byens \
               andel er 28,9 %. Det er for få medarbejdere til en vurdering.";
    page.shows(READING, few).await?;
    page.shows("#heat-0-1", verdicts::label_too_few(DA)).await?;
    page.chord(&[Key::Control], Key::End).await?;
    page.focus_is_on("#heat-3-2").await?;
    page.shows(READING, "I området Pleje har 61 af 150").await?;
    page.keys(Key::Down).await?;
    page.focus_is_on("#heat-3-2").await?;
    // The Tab key leaves the table and comes back to the same cell.
    page.keys(Key::Tab).await?;
    page.focus_is_on("#crossing-figure button").await?;
    page.chord(&[Key::Shift], Key::Tab).await?;
    page.focus_is_on("#heat-3-2").await?;
    let mut found = Vec::new();
    check(page, "the mirror with levels and areas", &mut found).await?;
    assert!(found.is_empty(), "{}", serde_json::to_string_pretty(&found)?);
    Ok(())
}

async fn narrow(page: &Page) -> Walk {
    let phone = json!({ "width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": false });
    page.debug("Emulation.setDeviceMetricsOverride", phone).await?;
    see_crossed(page).await?;
    let widths = "const root = document.documentElement;
        const scroll = document.querySelector('.heat-scroll');
        return [root.scrollWidth <= root.clientWidth, scroll.scrollWidth > scroll.clientWidth]";
    assert_eq!(page.run(widths).await?, json!([true, true]));
    page.run("document.getElementById('heat-1-0').focus()").await?;
    page.keys(Key::Right).await?;
    page.keys(Key::Right).await?;
    page.focus_is_on("#heat-1-2").await?;
    // All of the cell is in sight beside the names, which have stayed.
    let seen = "const box = (element) => element.getBoundingClientRect();
        const scroll = box(document.querySelector('.heat-scroll'));
        const cell = box(document.activeElement);
        const name = box(document.activeElement.parentElement.cells[0]);
        return Math.abs(name.left - scroll.left) < 1 && cell.left >= name.right - 1
            && cell.right <= scroll.right + 1";
    page.until("the cell beside its name", seen).await.map(drop)
}
