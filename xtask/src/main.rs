//! `cargo xtask`: everything that is done to the code besides writing it.
//!
//! The commands walk one pipeline and stop where they have what they need:
//! [`install`] what is missing, [`compile`] Rust to wasm and glue, [`bundle`] that with the page,
//! styles and scripts into `dist/`, then [`server`], [`size`], [`test`] or [`bench`].
//!
//! Nothing here is part of the product; nothing here runs in the browser. Start with [`bundle`]:
//! it decides what `dist/` looks like.

mod bench;
mod browser;
mod bundle;
mod compile;
mod compress;
mod dist;
mod documents;
mod engines;
mod glue;
mod install;
mod lighthouse;
mod peers;
mod project;
mod server;
mod shrink;
mod size;
mod split;
mod tables;
mod test;
mod timing;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask serve [--port N]   build and serve dist/ on this machine only
cargo xtask build              build dist/
cargo xtask test               every check and test, browser journeys included
cargo xtask journeys ENGINE [FILTER]
                               the journeys alone, in chromium, firefox or webkit, through dist/
cargo xtask bench [PART]       how fast: the assessment (host), a throttled browser (page), reading
                               files against other libraries (files)
cargo xtask lighthouse [SCREEN]
                               Lighthouse's scores for every screen on a phone (needs npm)
cargo xtask documents          the example's pledge in LibreOffice, in both languages
cargo xtask size [--accept]    bytes against the budget; --accept records the new baseline";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let project = project::Project::locate()?;
    match words[..] {
        ["serve"] => server::serve(&project, None),
        ["serve", "--port", port] => server::serve(&project, Some(port.parse()?)),
        ["build"] => {
            install::for_building(&project)?;
            bundle::build(&project)?;
            Ok(ExitCode::SUCCESS)
        }
        ["test"] => test::test(&project),
        ["journeys", engine] => engines::journeys(&project, engine, None),
        ["journeys", engine, filter] => engines::journeys(&project, engine, Some(filter)),
        ["bench"] => bench::bench(&project, None),
        ["bench", part] if bench::PARTS.contains(&part) => bench::bench(&project, Some(part)),
        ["lighthouse"] => lighthouse::lighthouse(&project, None),
        ["lighthouse", screen] => lighthouse::lighthouse(&project, Some(screen)),
        ["documents"] => documents::documents(&project),

        ["size"] => size::size(&project, size::Baseline::Compare),
        ["size", "--accept"] => size::size(&project, size::Baseline::Accept),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("no such command: {}\n{HELP}", words.join(" ")),
    }
}
