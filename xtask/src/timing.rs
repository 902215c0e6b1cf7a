//! The full assessment of the largest sheet, in WebAssembly in a browser.
//!
//! The program is `benches/timing.rs`, compiled as the page's own and kept out of `dist/`. Absent: what
//! a keystroke costs beyond it ([`crate::bench`]).

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::bench::{quantile, row, slow_down};
use crate::browser::{Browser, Driver};
use crate::compile;
use crate::project::Project;
use crate::server::Running;

const PROGRAM: (&str, &str) = ("byspejl-timing", "timing");
const PATIENCE: Duration = Duration::from_secs(60);

/// Milliseconds of each assessment, taken ten at a time because a browser's clock is coarse, after
/// enough of them that the program runs as compiled for speed.
const TIME: &str = r#"
    window.assessed = null;
    import(location.origin + "/byspejl-timing.js").then(async (program) => {
        await program.default();
        const sheet = new program.Case();
        for (let warm = 0; warm < 30; warm += 1) sheet.assess(10);
        const times = [];
        for (let round = 0; round < 30; round += 1) {
            const start = performance.now();
            if (sheet.assess(10) !== 10) throw "not assessed";
            times.push((performance.now() - start) / 10);
        }
        window.assessed = { times };
    }).catch((error) => { window.assessed = { error: String(error) }; });
"#;

/// Compiles, serves and times it, and prints a row for a slow machine and one for this one.
pub fn time(project: &Project, driver: &Driver) -> Result<()> {
    let folder = project.target().join("xtask/timing");
    fs::create_dir_all(&folder)?;
    for (name, content) in compile::compile_one(project, PROGRAM)? {
        fs::write(folder.join(name), content)?;
    }
    fs::write(folder.join("index.html"), "<!doctype html><title>Timing</title>")?;
    let page = Running::start(&folder, 0)?;
    for (what, is_slow) in [("full assessment in wasm", true), ("the same, no slow-down", false)] {
        let browser = Browser::open(driver)?;
        if is_slow {
            slow_down(&browser)?;
        }
        browser.go(&page.url())?;
        browser.run(TIME)?;
        let answer = browser.wait_for("return window.assessed;", PATIENCE)?;
        let answer = answer.context("assessing took too long")?;
        if let Some(error) = answer["error"].as_str() {
            bail!("assessing failed in the browser: {error}");
        }
        let times = answer["times"].as_array().into_iter().flatten();
        let mut times: Vec<f64> = times.filter_map(Value::as_f64).collect();
        row(what, quantile(&mut times, 0.5), 5, 1);
    }
    Ok(())
}
