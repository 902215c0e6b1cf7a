//! Turns the texts in locales/ and the facts in data/ into Rust while building, so that the
//! page parses nothing at start and a missing text or source is a build error, not a blank on
//! a screen.

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/locales.rs"]
mod locales;

use std::path::Path;

fn main() {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    locales::generate(Path::new("locales"), Path::new(&out));
    catalogue::generate(Path::new(&out));
}
