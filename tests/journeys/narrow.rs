//! On the narrowest phone nothing has to be scrolled sideways, except tables in their own frame.

use byspejl::text::{Lang, figures};
use serde_json::{Value, json};

use crate::screens::{FIGURES, SCREENS, visit, with_example};
use crate::support::files::{choose, sample};
use crate::support::{Browser, Page, Walk};

const WIDTH: u32 = 320;

/// What sticks out of the page, outermost first; nothing when the page is as wide as the window.
const STICKS_OUT: &str = "const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = (element) => element && element !== document.body
        && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((element) =>
        element.getBoundingClientRect().right > root.clientWidth + 0.5
        && !scrolls(element.parentElement));
    return [`${root.scrollWidth} > ${root.clientWidth}`,
        ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))]";

mod chromium {
    use super::*;

    #[tokio::test]
    async fn no_danish_screen_scrolls_sideways_at_320_pixels() {
        Browser::new().walk(async |page| all_screens(page, Lang::Da).await).await;
    }

    #[tokio::test]
    async fn no_english_screen_scrolls_sideways_at_320_pixels() {
        Browser::new().walk(async |page| all_screens(page, Lang::En).await).await;
    }
}

async fn all_screens(page: &Page, lang: Lang) -> Walk {
    let phone = json!({ "width": WIDTH, "height": 640, "deviceScaleFactor": 2, "mobile": false });
    page.debug("Emulation.setDeviceMetricsOverride", phone).await?;
    with_example(page, lang).await?;
    assert_eq!(page.run("return innerWidth").await?, WIDTH);
    let mut wide = Vec::new();
    for screen in SCREENS {
        visit(page, screen).await?;
        note(&mut wide, screen.0, page.run(STICKS_OUT).await?);
    }
    visit(page, FIGURES).await?;
    page.press(figures::shape_levels_and_areas(lang)).await?;
    page.has(".area-heading", 3).await?;
    note(&mut wide, "#/figures with areas", page.run(STICKS_OUT).await?);
    page.click(".save > summary").await?;
    note(&mut wide, "the save menu", page.run(STICKS_OUT).await?);
    page.click(".save > summary").await?;
    for name in ["unknown-levels.csv", "thirty-areas.csv", "person-cpr.csv"] {
        choose(page, &sample(name)).await?;
        page.has("#office-heading", 1).await?;
        note(&mut wide, name, page.run(STICKS_OUT).await?);
        page.click("[data-act='close']").await?;
    }
    assert!(wide.is_empty(), "wider than the window: {wide:#?}");
    Ok(())
}

fn note(wide: &mut Vec<(String, Value)>, place: &str, found: Value) {
    if found != json!([]) {
        wide.push((place.to_owned(), found));
    }
}
