//! Turns the facts of data/*.json into Rust constants.
//!
//! Each file has its wire types and checks beside its writer. A figure that does not add up, a
//! source that is not complete or a word that lacks a language stops the build with the file,
//! the entry and what is wrong. Read next: data/README.md.

#[path = "catalogue/checks.rs"]
mod checks;
#[path = "catalogue/context.rs"]
mod context;
#[path = "catalogue/facts.rs"]
mod facts;
#[path = "catalogue/measures.rs"]
mod measures;
#[path = "catalogue/packs.rs"]
mod packs;
#[path = "catalogue/simulation.rs"]
mod simulation;
#[path = "catalogue/wire.rs"]
mod wire;

// The nouns themselves, so that the build knows the same groups as the program.
#[path = "../src/workforce/group.rs"]
#[allow(dead_code)] // the build needs only the identifiers and the groupings
mod group;

use serde::de::DeserializeOwned;
use std::fs;
use std::path::Path;

/// Writes benchmarks.rs, lookalikes.rs, definitions.rs, measures.rs and simulation.rs into `out_dir`.
pub fn generate(out_dir: &Path) {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/workforce/group.rs");
    for (file, text) in [
        ("benchmarks.rs", packs::write(&read("data/benchmarks.json"))),
        ("lookalikes.rs", context::write_lookalikes(&read("data/lookalikes.json"))),
        ("definitions.rs", context::write_definitions(&read("data/definitions.json"))),
        ("measures.rs", measures::write(&read("data/measures.json"))),
        ("simulation.rs", simulation::write(&read("data/simulation.json"))),
    ] {
        fs::write(out_dir.join(file), text).unwrap_or_else(|e| panic!("{file}: {e}"));
    }
}

fn read<T: DeserializeOwned>(path: &str) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}
