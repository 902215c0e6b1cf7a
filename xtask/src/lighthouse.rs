//! `cargo xtask lighthouse`: what Lighthouse says of each screen on a phone, as a table.
//!
//! Lighthouse comes from its registry in a fixed version and stays in `target/`. Its times belong to
//! a machine, and to a quiet one; the other three categories hold anywhere. Absent: what is measured
//! of typing and reading files ([`crate::bench`]).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::project::{Project, run};
use crate::server::Running;
use crate::{bundle, install};

/// The newest that runs on the Node.js of Debian's time.
const VERSION: &str = "12.8.2";
/// The middle of so many runs counts.
const RUNS: usize = 3;
const CHROMIUM: &str = "--headless=new --no-sandbox --disable-gpu --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// A category with the least that is wanted of it.
const CATEGORIES: [(&str, u32); 4] =
    [("performance", 95), ("accessibility", 100), ("best-practices", 100), ("seo", 100)];

/// Looks at every screen, or at the one with this address (`#/mirror`). Fails on the categories that
/// do not depend on the machine.
pub fn lighthouse(project: &Project, only: Option<&str>) -> Result<ExitCode> {
    install::for_building(project)?;
    install::for_browsing()?;
    install::for_comparing()?;
    bundle::build(project)?;
    let folder = project.target().join("xtask/lighthouse");
    let program = fetched(&folder)?;
    let page = Running::start(&project.path("dist"), 0)?;
    let screens = screens(&fs::read_to_string(project.path("src/ui/screen.rs"))?);
    ensure!(!screens.is_empty(), "src/ui/screen.rs has no addresses");

    println!("Lighthouse {VERSION}, phone, the middle of {RUNS} runs");
    print!("{:<20}", "screen");
    CATEGORIES.iter().for_each(|(name, least)| print!(" {:>20}", format!("{name} ({least})")));
    println!();
    let mut is_good = true;
    for screen in screens.iter().filter(|screen| only.is_none_or(|only| only == *screen)) {
        let address = [page.url().as_str(), screen].concat();
        let mut scores: [Vec<u32>; 4] = Default::default();
        for _ in 0..RUNS {
            let report = report(&program, &folder, &address)?;
            for (all, (name, _)) in scores.iter_mut().zip(CATEGORIES) {
                let score = report["categories"][name]["score"].as_f64();
                all.push((100.0 * score.with_context(|| format!("no score: {name}"))?) as u32);
            }
        }
        print!("{screen:<20}");
        for (all, (name, least)) in scores.iter_mut().zip(CATEGORIES) {
            all.sort_unstable();
            let middle = all[RUNS / 2];
            is_good &= middle >= least || name == "performance";
            print!(" {:>20}", format!("{middle}{}", if middle < least { " BELOW" } else { "" }));
        }
        println!();
    }
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The addresses that the source names, each once.
fn screens(source: &str) -> Vec<String> {
    let mut screens: Vec<String> = source
        .split('"')
        .filter(|text| text.starts_with("#/") && !text.contains(char::is_whitespace))
        .map(str::to_owned)
        .collect();
    screens.sort_unstable();
    screens.dedup();
    screens
}

/// The program, from the registry when it is not here yet.
fn fetched(folder: &Path) -> Result<PathBuf> {
    let program = folder.join("node_modules/lighthouse/cli/index.js");
    if !program.is_file() {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("package.json"), "{ \"private\": true }")?;
        let package = ["lighthouse@", VERSION].concat();
        let arguments = ["install", "--no-audit", "--no-fund", "--silent", &package];
        run(Command::new("npm").args(arguments).current_dir(folder))?;
    }
    Ok(program)
}

fn report(program: &Path, folder: &Path, address: &str) -> Result<Value> {
    let file = folder.join("report.json");
    let output = Command::new("node")
        .arg(program)
        .arg(address)
        .args(["--quiet", "--output=json", "--output-path"])
        .arg(&file)
        .arg(format!("--chrome-flags={CHROMIUM}"))
        .env("CHROME_PATH", "/usr/bin/chromium")
        .stdin(Stdio::null())
        .output()
        .context("node could not be started")?;
    if !output.status.success() {
        bail!("lighthouse: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

#[cfg(test)]
mod tests {
    use super::screens;

    #[test]
    fn the_screens_are_those_of_the_source() {
        let source =
            r##" Screen::Start => "#/", Screen::Path => "#/path", x.trim("#/path") "a b" "##;
        assert_eq!(screens(source), ["#/", "#/path"]);
    }
}
