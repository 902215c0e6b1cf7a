//! Watches what the browser itself reports: forbidden loads, requests, errors on the console.
//!
//! Every journey is watched, not only the one that is about it.

use serde_json::Value;
use thirtyfour::prelude::*;

use super::engine::Engine;
use super::page::{Page, Walk};

/// Puts every breach of the page's policy on the console, where it outlives the document.
const REPORT_BREACHES: &str = "document.addEventListener('securitypolicyviolation', (breach) =>
    console.error('securitypolicyviolation', breach.effectiveDirective, breach.blockedURI))";

/// The same where nothing can run before the page's own scripts: from the start of the program on.
const NOTE_BREACHES: &str = "if (!window.breaches) {
    window.breaches = [];
    document.addEventListener('securitypolicyviolation', (breach) =>
        window.breaches.push(breach.effectiveDirective + ' ' + breach.blockedURI));
}";

/// What was noted in the present document, and the addresses that it asked for.
const NOTED: &str = "return [window.breaches ?? [],
    performance.getEntriesByType('resource').map((entry) => entry.name)]";

/// Begins to watch; to be called before the page is opened.
pub async fn begin(page: &Page) -> Walk {
    match Engine::of_this_run() {
        Engine::Chromium => {
            // Chromium may be loading its own start page, whose requests are none of ours.
            page.driver.goto("about:blank").await?;
            console(page).await?;
            requests(page).await?;
            page.before_each_document(REPORT_BREACHES).await
        }
        Engine::Firefox | Engine::WebKit => Ok(()),
    }
}

/// Goes on watching in a document that has just started.
pub async fn go_on(page: &Page) -> Walk {
    match Engine::of_this_run() {
        Engine::Chromium => Ok(()),
        Engine::Firefox | Engine::WebKit => page.run(NOTE_BREACHES).await.map(drop),
    }
}

/// What is on the console since the last look.
pub async fn console(page: &Page) -> WebDriverResult<Vec<String>> {
    let entries = page.driver.browser_log().await?;
    Ok(entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
}

/// The addresses of all requests since the last look.
pub async fn requests(page: &Page) -> WebDriverResult<Vec<String>> {
    let entries = page.driver.get_log("performance").await?;
    let address = |message: &str| -> Option<String> {
        let message: Value = serde_json::from_str(message).ok()?;
        let message = &message["message"];
        let is_request = message["method"] == "Network.requestWillBeSent";
        is_request.then(|| message["params"]["request"]["url"].as_str().map(str::to_owned))?
    };
    Ok(entries.iter().filter_map(|entry| address(&entry.message)).collect())
}

/// Fails the journey when the policy was broken on the way or anything off this computer was asked
/// for.
pub async fn end(page: &Page) -> Walk {
    let (breaches, requests) = match Engine::of_this_run() {
        Engine::Chromium => {
            let is_breach = |line: &String| {
                line.contains("securitypolicyviolation") || line.contains("Content Security Policy")
            };
            let lines = console(page).await?;
            (lines.into_iter().filter(is_breach).collect(), requests(page).await?)
        }
        Engine::Firefox | Engine::WebKit => {
            serde_json::from_value::<(Vec<String>, Vec<String>)>(page.run(NOTED).await?)?
        }
    };
    assert!(breaches.is_empty(), "the page's policy was broken: {breaches:#?}");
    let near = ["http://127.0.0.1:", "http://localhost:", "data:", "blob:", "about:", "chrome:"];
    let far: Vec<&String> = requests
        .iter()
        .filter(|address| !near.iter().any(|near| address.starts_with(near)))
        .collect();
    assert!(far.is_empty(), "requests went elsewhere: {far:#?}");
    Ok(())
}
