//! The figure is a chart where charts load, and the same drawing where they do not.

use byspejl::text::{Lang, mirror, parts};
use serde_json::json;

use crate::support::engine::Wish;
use crate::support::{Browser, Page, Walk};

/// Whether a visitor sees the element.
const SEEN: &str = "return document.querySelector(arguments[0])?.checkVisibility({
    visibilityProperty: true, opacityProperty: true }) ?? false";
const PIXELS: &str = "return document.querySelector('#mirror-figure canvas').toDataURL()";

#[tokio::test]
async fn a_chart_takes_the_drawing_s_place_when_it_has_loaded() {
    Browser::new().walk(chart_loads).await;
}

mod chromium {
    use super::*;

    #[tokio::test]
    async fn the_drawing_stays_when_charts_cannot_be_loaded() {
        Browser::new().walk(chart_is_blocked).await;
    }
}

mod without_webkit {
    use super::*;

    #[tokio::test]
    async fn who_wants_less_motion_sees_the_chart_at_once() {
        Browser::new().wishing(Wish::LessMotion).walk(less_motion).await;
    }
}

async fn see_example(page: &Page) -> Walk {
    page.open("").await?;
    page.click("#see-example").await?;
    page.has("#mirror-figure", 1).await
}

async fn chart_loads(page: &Page) -> Walk {
    see_example(page).await?;
    page.has("#mirror-figure .fig.is-live", 1).await?;
    page.until_with("the canvas", SEEN, json!("#mirror-figure canvas")).await?;
    assert_eq!(page.run_with(SEEN, json!("#mirror-figure .fig-wide")).await?, false);
    let summary =
        page.run("return document.querySelector('#mirror-figure canvas').ariaLabel").await?;
    let summary = summary.as_str().unwrap_or_default();
    assert!(summary.contains(parts::level_management(Lang::Da)), "{summary}");
    // Drawn, and drawn anew in another language.
    let danish = page.run(PIXELS).await?;
    page.switch_language("en").await?;
    page.until_with(
        "the chart in English",
        "return document.querySelector('#mirror-figure canvas').toDataURL() !== arguments[0]",
        danish,
    )
    .await?;
    // Its table says the same without any picture.
    page.press(mirror::figure_table(Lang::En)).await?;
    page.shows("#mirror-figure table", parts::level_management(Lang::En)).await
}

async fn chart_is_blocked(page: &Page) -> Walk {
    page.debug("Network.enable", json!({})).await?;
    page.debug("Network.setBlockedURLs", json!({ "urls": ["*charts*"] })).await?;
    see_example(page).await?;
    let tried = "return performance.getEntriesByType('resource')
        .some((resource) => resource.name.includes('charts') && resource.responseEnd > 0)";
    page.until("the attempt to load charts", tried).await?;
    page.until_with("the drawing", SEEN, json!("#mirror-figure .fig-wide svg")).await?;
    page.has("#mirror-figure .fig.is-live", 0).await?;
    assert_eq!(page.run_with(SEEN, json!("#mirror-figure canvas")).await?, false);
    Ok(())
}

async fn less_motion(page: &Page) -> Walk {
    see_example(page).await?;
    page.has("#mirror-figure .fig.is-live", 1).await?;
    // Two frames after it came to life nothing moves any more.
    let still = "const [done] = arguments;
        const canvas = document.querySelector('#mirror-figure canvas');
        const frames = (count, then) =>
            count ? requestAnimationFrame(() => frames(count - 1, then)) : then();
        frames(2, () => {
            const first = canvas.toDataURL();
            frames(20, () => done([first === canvas.toDataURL(), document.getAnimations().length]));
        })";
    let still = page.driver.execute_async(still, Vec::new()).await?;
    assert_eq!(*still.json(), json!([true, 0]));
    Ok(())
}
