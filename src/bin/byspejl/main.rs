//! The command line: the same reading, assessment and pledge as on the page, on the host.
//!
//! For an office that has many files, and as a test bench. What a command does is done by the
//! library; here are arguments, files and exit codes. Absent: anything that decides about figures.
//! Read next: [`args`] for the commands, [`input`] for what a file can be.

mod args;
mod commands;
mod failure;
mod input;
mod output;
mod today;

use args::Args;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are no mistakes. Where even that cannot be printed, nothing can.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { failure::USAGE } else { 0 });
        }
    };
    let lang = args.lang.into();
    match commands::run(args.command, lang) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => failure.report(lang),
    }
}
