//! `cargo xtask test`: format, lints, host tests, the built page's size, browser journeys.
//!
//! Everything is run even when something failed before, because one look should show all that is
//! wrong. The last line sums up what the suites themselves reported; a check that fails, and a
//! suite that ends without a report, each count as one failure.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::engines::{Engine, JOURNEYS};
use crate::project::{Project, run};
use crate::server::Running;
use crate::{bundle, install, size};

/// Installs what is missing and runs everything.
pub fn test(project: &Project) -> Result<ExitCode> {
    let mut report = Report::default();
    report.check("format", || format(project));
    report.check("lints, host", || lints(project, &HOST_LINTS));
    report.check("lints, page", || lints(project, &PAGE_LINTS));

    // The journeys' feature everywhere, so that the library is compiled once for all suites.
    let mut host = project.cargo(&["test", "--no-fail-fast", "--features", JOURNEYS, "--lib"]);
    let others = project.integration_tests();
    for name in others.into_iter().filter(|name| *name != JOURNEYS) {
        host.args(["--test", name]);
    }
    report.suites("host tests", host)?;
    let documentation = project.cargo(&["test", "--no-fail-fast", "--features", JOURNEYS, "--doc"]);
    report.suites("documentation tests", documentation)?;
    // In the profile that this very program was compiled with, which spares its dependencies.
    let own = project.cargo(&["test", "--no-fail-fast", "--profile", "dev", "--package", "xtask"]);
    report.suites("tests of xtask", own)?;

    if let Some(dist) = report.check("build", || {
        install::for_building(project)?;
        bundle::build(project).map(Outcome::Passed)
    }) {
        report.check("size", || {
            Ok(if size::check(project, &dist)? { Outcome::Passed(()) } else { Outcome::Failed })
        });
        let served = report.check("browser", || {
            install::for_browsing()?;
            Running::start(&project.path("dist"), 0).map(Outcome::Passed)
        });
        for engine in Engine::ALL.into_iter().filter(|_| served.is_some()) {
            let name = ["journeys, ", engine.name()].concat();
            let drivers = report
                .check(&[&name, ", start"].concat(), || engine.start(project).map(Outcome::Passed));
            if let (Some(drivers), Some(page)) = (drivers, &served) {
                report.suite(&name, drivers.journeys(project, &page.url(), None)?)?;
            }
        }
    }
    Ok(report.print())
}

fn format(project: &Project) -> Result<Outcome<()>> {
    if !install::rustup_component(project, "rustfmt") {
        return Ok(Outcome::Skipped("rustfmt is not installed"));
    }
    run(&mut project.cargo(&["fmt", "--all", "--check"]))?;
    Ok(Outcome::Passed(()))
}

const HOST_LINTS: [&str; 4] = ["--workspace", "--all-targets", "--features", "byspejl/journeys"];
const PAGE_LINTS: [&str; 7] = [
    "--package=byspejl",
    "--lib",
    "--bins",
    "--no-default-features",
    "--features=web,charts,office-worker,timing",
    "--target",
    "wasm32-unknown-unknown",
];

fn lints(project: &Project, selection: &[&str]) -> Result<Outcome<()>> {
    if !install::rustup_component(project, "clippy") {
        return Ok(Outcome::Skipped("clippy is not installed"));
    }
    install::for_building(project)?;
    run(project.cargo(&["clippy"]).args(selection).args(["--", "-D", "warnings"]))?;
    Ok(Outcome::Passed(()))
}

enum Outcome<T> {
    Passed(T),
    Failed,
    Skipped(&'static str),
}

/// What has been run so far.
#[derive(Default)]
struct Report {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    passed: usize,
    failed: usize,
    ignored: usize,
    remark: String,
}

impl Report {
    /// Runs something that has no tests to count, and gives back what it made.
    fn check<T>(&mut self, name: &str, check: impl FnOnce() -> Result<Outcome<T>>) -> Option<T> {
        heading(name);
        let started = Instant::now();
        let outcome = check().unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            Outcome::Failed
        });
        let took = format!("{:.0} s", started.elapsed().as_secs_f64());
        let (failed, remark, made) = match outcome {
            Outcome::Passed(made) => (0, format!("ok, {took}"), Some(made)),
            Outcome::Failed => (1, format!("FAILED, {took}"), None),
            Outcome::Skipped(reason) => (0, format!("skipped: {reason}"), None),
        };
        self.rows.push(Row { name: name.to_owned(), passed: 0, failed, ignored: 0, remark });
        made
    }

    /// Runs one of cargo's suites under a name of its own.
    fn suite(&mut self, name: &str, command: Command) -> Result<()> {
        let first = self.rows.len();
        self.suites(name, command)?;
        self.rows[first..].iter_mut().for_each(|row| name.clone_into(&mut row.name));
        Ok(())
    }

    /// Runs cargo's tests, passing every line on and counting the suites' own results.
    fn suites(&mut self, name: &str, mut command: Command) -> Result<()> {
        heading(name);
        // One pipe for both, so that the lines stay in the order in which they were written.
        let (lines, output) = io::pipe()?;
        command.stdout(output.try_clone()?).stderr(output);
        let mut process = command.spawn().context("cargo could not be started")?;
        // The command holds the pipe's other end open.
        drop(command);

        let mut suite = name.to_owned();
        let mut failures = 0;
        for line in BufReader::new(lines).split(b'\n') {
            let line = line?;
            let mut terminal = io::stdout().lock();
            terminal.write_all(&line)?;
            terminal.write_all(b"\n")?;
            let line = String::from_utf8_lossy(&line);
            if let Some(next) = suite_name(&line) {
                suite = next;
            } else if let Some(row) = suite_result(&suite, &line) {
                failures += row.failed;
                self.rows.push(row);
            }
        }
        if !process.wait()?.success() && failures == 0 {
            self.rows.push(Row {
                name: name.to_owned(),
                passed: 0,
                failed: 1,
                ignored: 0,
                remark: "ended without a result".to_owned(),
            });
        }
        Ok(())
    }

    fn print(&self) -> ExitCode {
        heading("summary");
        println!("{:<44} {:>7} {:>7} {:>8}", "", "passed", "failed", "ignored");
        for row in &self.rows {
            let Row { name, passed, failed, ignored, remark } = row;
            if remark.is_empty() {
                println!("{name:<44} {passed:>7} {failed:>7} {ignored:>8}");
            } else {
                println!("{name:<44} {remark}");
            }
        }
        let passed: usize = self.rows.iter().map(|row| row.passed).sum();
        let failed: usize = self.rows.iter().map(|row| row.failed).sum();
        println!("{passed} passed, {failed} failed");
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn heading(name: &str) {
    println!("\n== {name}");
}

/// The suite that cargo announces: `Running tests/journeys/main.rs (target/…)` or
/// `Doc-tests byspejl`.
fn suite_name(line: &str) -> Option<String> {
    let line = line.trim_start();
    let running = line
        .strip_prefix("Running ")
        .and_then(|rest| rest.split_once(" ("))
        .map(|(name, _)| name.to_owned());
    running.or_else(|| {
        let package = line.strip_prefix("Doc-tests ")?;
        Some(format!("documentation of {package}"))
    })
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; …`
fn suite_result(suite: &str, line: &str) -> Option<Row> {
    let counts = line.trim_start().strip_prefix("test result: ")?;
    let count = |what: &str| {
        let (before, _) = counts.split_once(&format!(" {what}"))?;
        before.rsplit([' ', ';']).next()?.parse().ok()
    };
    Some(Row {
        name: suite.to_owned(),
        passed: count("passed")?,
        failed: count("failed")?,
        ignored: count("ignored")?,
        remark: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_line_is_counted() {
        let line =
            "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out";
        let row = suite_result("suite", line).unwrap();
        assert_eq!((row.passed, row.failed, row.ignored), (12, 3, 1));
    }

    #[test]
    fn other_lines_are_not_counted() {
        assert!(suite_result("suite", "test figures::a_sum ... ok").is_none());
    }

    #[test]
    fn a_suite_is_named_as_cargo_names_it() {
        let line = "     Running tests/architecture.rs (target/debug/deps/architecture-0)";
        assert_eq!(suite_name(line).as_deref(), Some("tests/architecture.rs"));
        let line = "   Doc-tests byspejl";
        assert_eq!(suite_name(line).as_deref(), Some("documentation of byspejl"));
    }
}
