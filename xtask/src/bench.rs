//! `cargo xtask bench`: how fast. Prints and never fails on a time, because times belong to a
//! machine; compare only what one run prints.
//!
//! What the browser half asks of the page:
//! - `#/figures` opens the figures;
//! - a cell that takes a count is an `input` with the attribute `data-cell`;
//! - an element with `data-verdict` holds what is said about the figures and changes with them;
//! - any change of the page after the first digit counts as its first reaction.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::{Browser, Driver};
use crate::project::{Project, run};
use crate::server::Running;
use crate::{bundle, install, peers, timing};

const LOADS: usize = 7;
/// A phone of the middle class against a desktop.
const CPU_SLOWDOWN: u32 = 4;
/// Slow 4G: bytes per second of 1.6 Mbps, and its round trip.
const BYTES_PER_SECOND: u32 = 200_000;
const ROUND_TRIP_MS: u32 = 150;
const PATIENCE: Duration = Duration::from_secs(30);
const CELLS_TYPED_INTO: u64 = 20;

/// Runs before any script of the page. Types a digit into the first cell as soon as there is one and
/// notes when the page changes after that.
const WATCH_LOAD: &str = r#"
    const watch = () => {
        const cell = document.querySelector("input[data-cell]");
        if (!cell) return requestAnimationFrame(watch);
        new MutationObserver((_, observer) => {
            window.reactedAt = performance.now();
            observer.disconnect();
        }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        cell.focus();
        cell.value = "7";
        cell.dispatchEvent(new InputEvent("input", { bubbles: true, data: "7" }));
    };
    requestAnimationFrame(watch);
"#;

const READ_LOAD: &str = r#"
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return window.reactedAt && paint ? [paint.startTime, window.reactedAt] : null;
"#;

/// Notes for each key how long after it the last verdict changed, layout included.
const WATCH_KEYS: &str = r#"
    window.keyTimes = [];
    let struck = null;
    let changed = null;
    window.closeKey = () => {
        if (struck !== null && changed !== null) window.keyTimes.push(changed - struck);
        struck = changed = null;
    };
    addEventListener("keydown", (event) => {
        window.closeKey();
        struck = event.timeStamp;
    }, true);
    new MutationObserver((changes) => {
        const within = ({ target }) =>
            (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)
                ?.closest("[data-verdict]");
        const brings = ({ addedNodes }) =>
            [...addedNodes].some((node) => node.querySelector?.("[data-verdict]"));
        if (!changes.some((change) => within(change) || brings(change))) return;
        document.body.getBoundingClientRect();
        changed = performance.now();
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
"#;

/// What can be measured alone.
pub const PARTS: [&str; 3] = ["host", "page", "files"];

/// Measures the host, then the page in a browser, then reading files; or one of [`PARTS`].
pub fn bench(project: &Project, part: Option<&str>) -> Result<ExitCode> {
    let wanted = |name| part.is_none_or(|part| part == name);
    install::for_building(project)?;
    if wanted("host") {
        run(&mut project.cargo(&["bench", "--bench", "assess"]))?;
    }
    if !wanted("page") && !wanted("files") {
        return Ok(ExitCode::SUCCESS);
    }
    install::for_browsing()?;
    let dist = bundle::build(project)?;
    let driver = Driver::chromium()?;
    if wanted("page") {
        measure_page(project, &driver)?;
    }
    if wanted("files") {
        peers::compare(project, &dist, &driver)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn measure_page(project: &Project, driver: &Driver) -> Result<()> {
    let page = Running::start(&project.path("dist"), 0)?;
    let address = format!("{}#/figures", page.url());
    println!();
    println!(
        "Chromium, {CPU_SLOWDOWN}x CPU slow-down; loads: cold, 1.6 Mbps, {ROUND_TRIP_MS} ms, {LOADS} runs"
    );
    println!("{:<40} {:>10} {:>10} {:>10}", "what", "measured", "limit", "aim");
    loads(driver, &address)?;
    keystrokes(driver, &address)?;
    timing::time(project, driver)
}

fn loads(driver: &Driver, address: &str) -> Result<()> {
    let mut paints = Vec::new();
    let mut reactions = Vec::new();
    for _ in 0..LOADS {
        // A browser of its own for each load: nothing is cached, nothing is compiled yet.
        let browser = Browser::open(driver)?;
        slow_down(&browser)?;
        browser.debug("Network.enable", json!({}))?;
        browser.debug(
            "Network.emulateNetworkConditions",
            json!({
                "offline": false,
                "latency": ROUND_TRIP_MS,
                "downloadThroughput": BYTES_PER_SECOND,
                "uploadThroughput": BYTES_PER_SECOND,
            }),
        )?;
        let watch = json!({ "source": WATCH_LOAD });
        browser.debug("Page.addScriptToEvaluateOnNewDocument", watch)?;
        browser.go(address)?;
        if let Some(times) = browser.wait_for(READ_LOAD, PATIENCE)? {
            paints.extend(times[0].as_f64());
            reactions.extend(times[1].as_f64());
        }
    }
    row("first paint, median", quantile(&mut paints, 0.5), 1000, 600);
    row("reacts to the first digit, median", quantile(&mut reactions, 0.5), 1600, 1100);
    Ok(())
}

fn keystrokes(driver: &Driver, address: &str) -> Result<()> {
    let browser = Browser::open(driver)?;
    slow_down(&browser)?;
    let full = format!("sessionStorage.setItem('byspejl.work', JSON.stringify({}));", full_sheet());
    browser.debug("Page.addScriptToEvaluateOnNewDocument", json!({ "source": full }))?;
    browser.go(address)?;
    let count = "return document.querySelectorAll('input[data-cell]').length || null;";
    let cells = browser.wait_for(count, PATIENCE)?;
    let cells = cells.and_then(|cells| cells.as_u64()).unwrap_or(0);
    browser.run(WATCH_KEYS)?;
    for cell in 0..cells.min(CELLS_TYPED_INTO) {
        let focus = "const cell = document.querySelectorAll('input[data-cell]')";
        browser.run(&format!("{focus}[{cell}]; cell.focus(); cell.select();"))?;
        browser.type_keys("73")?;
    }
    let times = browser.run("window.closeKey(); return window.keyTimes;")?;
    let mut times: Vec<f64> = times
        .as_array()
        .context("the page forgot the times")?
        .iter()
        .filter_map(Value::as_f64)
        .collect();
    let counted = times.len();
    let what = format!("key to verdicts, p95 ({counted} keys, {cells} cells)");
    row(&what, quantile(&mut times, 0.95), 50, 16);
    Ok(())
}

/// A project with every cell filled in: 8 levels, 30 areas, 5 groups.
fn full_sheet() -> Value {
    const GROUPS: [&str; 5] = [
        "danish_origin",
        "immigrant_western",
        "immigrant_non_western",
        "descendant_western",
        "descendant_non_western",
    ];
    let part = |id: u32| json!({ "id": id, "name": format!("{id}") });
    let (levels, areas): (Vec<u32>, Vec<u32>) = ((1..=8).collect(), (9..=38).collect());
    let mut cells = Vec::new();
    for &level in &levels {
        for &area in &areas {
            for (group, people) in GROUPS.iter().zip([40, 4, 8, 1, 5]) {
                let people = people + (level * area) % 7;
                let text = people.to_string();
                cells.push(json!({ "level": level, "area": area, "column": group, "text": text }));
            }
        }
    }
    json!({
        "byspejl": 1,
        "figures": {
            "sector": "private",
            "data_quality": "official_table",
            "outsourced_work": "none",
            "benchmark": "cph-2026-01",
            "grouping": "five",
            "depth": "levels_and_areas",
            "levels": levels.into_iter().map(part).collect::<Vec<_>>(),
            "areas": areas.into_iter().map(part).collect::<Vec<_>>(),
            "cells": cells,
        },
    })
}

/// Makes the browser as slow as a phone.
pub fn slow_down(browser: &Browser) -> Result<()> {
    let rate = json!({ "rate": CPU_SLOWDOWN });
    browser.debug("Emulation.setCPUThrottlingRate", rate).map(drop)
}

/// Prints what was measured beside what is allowed and what is wished for.
pub fn row(what: &str, measured: Option<f64>, limit: u32, aim: u32) {
    let measured = match measured {
        Some(few) if few < 10.0 => format!("{few:.2} ms"),
        Some(milliseconds) => format!("{milliseconds:.0} ms"),
        None => "no hook".to_owned(),
    };
    println!("{what:<40} {measured:>10} {limit:>7} ms {aim:>7} ms");
}

/// The smallest value that at least this share of the values does not exceed; `None` without values.
pub fn quantile(values: &mut [f64], share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let rank = (share * values.len() as f64).ceil() as usize;
    values.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_is_one_of_the_values() {
        let mut values: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        assert_eq!(quantile(&mut values, 0.5), Some(10.0));
        assert_eq!(quantile(&mut values, 0.95), Some(19.0));
        assert_eq!(quantile(&mut [3.0], 0.95), Some(3.0));
        assert_eq!(quantile(&mut [], 0.5), None);
    }
}
