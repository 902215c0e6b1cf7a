//! Bytes over the wire against the budget.
//!
//! Two things fail: a line over its limit, and a line that grew by more than [`GROWTH`] percent since the
//! committed baseline `xtask/sizes.json`. Growth is not forbidden, it is decided: who wants it runs
//! `cargo xtask size --accept` and says in the commit what the bytes buy.

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::bundle::{self, PAGE};
use crate::dist::Dist;
use crate::install;
use crate::project::Project;

const BASELINE: &str = "xtask/sizes.json";
/// How many percent a line may grow without a new baseline.
const GROWTH: usize = 2;

struct Line {
    name: &'static str,
    counted: Counted,
    /// `None` where the bytes are only reported: nobody waits for them.
    budget: Option<Budget>,
}

enum Counted {
    /// Everything that loads with the file of this logical name.
    LoadedWith(&'static str),
    /// What the app fetches once the page stands still, or when a screen asks for it.
    LaterParts,
}

struct Budget {
    limit_kb: usize,
    aim_kb: usize,
}

const LINES: [Line; 5] = [
    Line {
        name: "first load",
        counted: Counted::LoadedWith(PAGE),
        budget: Some(Budget { limit_kb: 190, aim_kb: 140 }),
    },
    Line { name: "later parts", counted: Counted::LaterParts, budget: None },
    Line {
        name: "charts",
        counted: Counted::LoadedWith("charts-shim.js"),
        budget: Some(Budget { limit_kb: 110, aim_kb: 90 }),
    },
    Line {
        name: "office",
        counted: Counted::LoadedWith("office-page.js"),
        budget: Some(Budget { limit_kb: 450, aim_kb: 300 }),
    },
    Line {
        name: "embed.js",
        counted: Counted::LoadedWith("embed.js"),
        budget: Some(Budget { limit_kb: 3, aim_kb: 2 }),
    },
];

impl Line {
    /// Final name and bytes of each file on the line; none for what the page does not have yet.
    fn files<'a>(&self, dist: &'a Dist) -> Vec<(&'a str, usize)> {
        match self.counted {
            Counted::LoadedWith(name) => dist.loaded_with(name),
            Counted::LaterParts => dist.later_parts(),
        }
    }
}

fn sum(files: &[(&str, usize)]) -> usize {
    files.iter().map(|(_, bytes)| bytes).sum()
}

/// What to do with the committed baseline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Baseline {
    /// Compare with it and fail on growth.
    Compare,
    /// Replace it by what was measured.
    Accept,
}

/// Builds and prints the table.
pub fn size(project: &Project, baseline: Baseline) -> Result<ExitCode> {
    install::for_building(project)?;
    let dist = bundle::build(project)?;
    if baseline == Baseline::Accept {
        accept(project, &dist)?;
    }
    Ok(if check(project, &dist)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints the table and says whether every line holds.
pub fn check(project: &Project, dist: &Dist) -> Result<bool> {
    let baseline = read_baseline(project)?;
    println!();
    println!("bytes over the wire (brotli)");
    println!(
        "{:<12} {:>10} {:>10} {:>10} {:>9}  verdict",
        "what", "measured", "limit", "aim", "change"
    );
    let mut holds = true;
    for line in &LINES {
        let files = line.files(dist);
        if files.is_empty() {
            continue;
        }
        let bytes = sum(&files);
        let before = baseline.get(line.name).copied();
        let verdict = judge(line, bytes, before);
        holds &= !matches!(verdict, Verdict::OverLimit | Verdict::Grown);
        let allowed = |kilobytes: fn(&Budget) -> usize| {
            line.budget.as_ref().map_or_else(String::new, |budget| kb(kilobytes(budget) * 1000))
        };
        println!(
            "{:<12} {:>10} {:>10} {:>10} {:>9}  {}",
            line.name,
            kb(bytes),
            allowed(|budget| budget.limit_kb),
            allowed(|budget| budget.aim_kb),
            before.map_or_else(
                || "new".to_owned(),
                |before| format!("{:+.1} %", growth(bytes, before))
            ),
            verdict.words()
        );
        for (name, bytes) in files {
            println!("  {name:<40} {:>10}", kb(bytes));
        }
    }
    if !holds {
        println!(
            "A line over its limit has to shrink. A line that grew by more than {} % needs a reason \
             in the commit and a new baseline: cargo xtask size --accept",
            GROWTH
        );
    }
    println!();
    Ok(holds)
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    WithinAim,
    WithinLimit,
    Grown,
    OverLimit,
    Reported,
}

impl Verdict {
    fn words(&self) -> &'static str {
        match self {
            Self::WithinAim => "ok, within the aim",
            Self::WithinLimit => "ok",
            Self::Grown => "GREW",
            Self::OverLimit => "OVER",
            Self::Reported => "ok, no limit",
        }
    }
}

fn judge(line: &Line, bytes: usize, before: Option<usize>) -> Verdict {
    let above = |kilobytes: fn(&Budget) -> usize| {
        line.budget.as_ref().is_some_and(|budget| bytes > kilobytes(budget) * 1000)
    };
    if above(|budget| budget.limit_kb) {
        Verdict::OverLimit
    } else if before.is_some_and(|before| bytes * 100 > before * (100 + GROWTH)) {
        Verdict::Grown
    } else if above(|budget| budget.aim_kb) {
        Verdict::WithinLimit
    } else if line.budget.is_some() {
        Verdict::WithinAim
    } else {
        Verdict::Reported
    }
}

/// Growth in percent.
fn growth(bytes: usize, before: usize) -> f64 {
    (bytes as f64 / before as f64 - 1.0) * 100.0
}

fn kb(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

fn read_baseline(project: &Project) -> Result<BTreeMap<String, usize>> {
    match fs::read(project.path(BASELINE)) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).context(BASELINE)?),
        Err(_) => Ok(BTreeMap::new()),
    }
}

fn accept(project: &Project, dist: &Dist) -> Result<()> {
    let measured: BTreeMap<&str, usize> = LINES
        .iter()
        .map(|line| (line.name, sum(&line.files(dist))))
        .filter(|(_, bytes)| *bytes > 0)
        .collect();
    let mut text = serde_json::to_string_pretty(&measured)?;
    text.push('\n');
    fs::write(project.path(BASELINE), text).context(BASELINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: Line = Line {
        name: "example",
        counted: Counted::LoadedWith("example.js"),
        budget: Some(Budget { limit_kb: 3, aim_kb: 2 }),
    };

    #[test]
    fn a_line_at_its_limit_holds_and_one_byte_more_does_not() {
        assert_eq!(judge(&LINE, 3000, None), Verdict::WithinLimit);
        assert_eq!(judge(&LINE, 3001, None), Verdict::OverLimit);
    }

    #[test]
    fn growth_of_two_percent_holds_and_more_does_not() {
        assert_eq!(judge(&LINE, 1020, Some(1000)), Verdict::WithinAim);
        assert_eq!(judge(&LINE, 1021, Some(1000)), Verdict::Grown);
        assert_eq!(judge(&LINE, 500, Some(1000)), Verdict::WithinAim);
    }

    #[test]
    fn a_line_without_a_limit_may_not_grow_unseen_either() {
        let line = Line { name: "example", counted: Counted::LaterParts, budget: None };
        assert_eq!(judge(&line, 1_000_000, None), Verdict::Reported);
        assert_eq!(judge(&line, 1_000_000, Some(900_000)), Verdict::Grown);
    }
}
