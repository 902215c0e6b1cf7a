//! The full assessment as the page's program is compiled, to be timed in a browser.
//!
//! A program of its own that is never shipped, so that nothing is added to what is; profile and
//! optimiser are those of the page. Called by `cargo xtask bench` (`xtask/src/timing.rs`). Absent: the
//! clock, which is the browser's.

#[path = "../tests/sheets/mod.rs"]
mod sheets;

use byspejl::analysis::{Method, assess};
use byspejl::benchmark::Benchmark;
use byspejl::workforce::Workforce;
use std::hint::black_box;
use wasm_bindgen::prelude::wasm_bindgen;

/// The largest sheet with what it is compared with.
#[wasm_bindgen]
pub struct Case {
    workforce: Workforce,
    city: Benchmark,
}

#[wasm_bindgen]
impl Case {
    /// 8 levels, 30 areas, 5 groups, everything known.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "scripts have no default")]
    pub fn new() -> Self {
        Self { workforce: sheets::large(), city: sheets::city() }
    }

    /// Assesses it so many times; how many of them came to a result.
    pub fn assess(&self, times: u32) -> u32 {
        let assess = || assess(&self.workforce, &self.city, sheets::focus(), &Method::default());
        (0..times).map(|_| u32::from(black_box(assess()).is_ok())).sum()
    }
}

fn main() {}
