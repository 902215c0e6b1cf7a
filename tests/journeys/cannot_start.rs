//! Browsers in which the program cannot start read why, in both languages.

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::support::{Browser, Page, Walk};

mod chromium {
    use super::*;

    #[tokio::test]
    async fn without_webassembly_the_page_says_what_is_missing() {
        Browser::new().walk(without_webassembly).await;
    }

    #[tokio::test]
    async fn without_javascript_the_page_still_says_what_it_is() {
        Browser::new().without_scripts().walk(without_javascript).await;
    }

    #[tokio::test]
    async fn a_program_that_does_not_arrive_is_said_and_can_be_tried_again() {
        Browser::new().walk(program_does_not_arrive).await;
    }
}

async fn without_webassembly(page: &Page) -> Walk {
    page.before_each_document("delete globalThis.WebAssembly").await?;
    page.driver.goto(&page.address).await?;
    page.shows(".shell-unsupported [lang='da']", "kræver WebAssembly").await?;
    page.shows(".shell-unsupported [lang='en']", "needs WebAssembly").await?;
    let hidden = page.text("#shell").await?;
    assert!(!hidden.contains("Henter siden"), "still says that it is loading:\n{hidden}");
    page.driver.goto(format!("{}?lang=en", page.address)).await?;
    page.shows(".shell-unsupported [lang='en']", "needs WebAssembly").await?;
    let english = page.text("#shell").await?;
    assert!(!english.contains("kræver"), "speaks Danish to an English reader:\n{english}");
    Ok(())
}

async fn without_javascript(page: &Page) -> Walk {
    page.driver.goto(&page.address).await?;
    let read = accessible_text(page).await?;
    for text in [
        "Afspejler jeres arbejdsplads byen?",
        "Jeres tal bliver i browseren.",
        "JavaScript er slået fra.",
        "JavaScript is switched off.",
    ] {
        assert!(read.contains(text), "lacks {text:?}:\n{read}");
    }
    Ok(())
}

/// What a screen reader would read, asked of the browser and not of the page.
async fn accessible_text(page: &Page) -> WebDriverResult<String> {
    let tree = page.debug("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let texts = nodes.iter().filter(|node| node["role"]["value"] == "StaticText");
    let texts: Vec<&str> = texts.filter_map(|node| node["name"]["value"].as_str()).collect();
    Ok(texts.join("\n"))
}

async fn program_does_not_arrive(page: &Page) -> Walk {
    page.debug("Network.enable", json!({})).await?;
    page.debug("Network.setBlockedURLs", json!({ "urls": ["*byspejl-web*.wasm"] })).await?;
    page.driver.goto(format!("{}#/figures", page.address)).await?;
    page.shows(".shell-failed [lang='da']", "Prøv igen").await?;
    page.shows(".shell-failed [lang='en']", "Try again").await?;
    page.debug("Network.setBlockedURLs", json!({ "urls": [] })).await?;
    page.click(".shell-failed [lang='da'] .shell-retry").await?;
    page.has_started().await?;
    page.has(".screen.figures", 1).await
}
