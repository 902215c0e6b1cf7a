//! A benchmark as JSON, wherever one is written: by `byspejl benchmark --json`, in the list of
//! `byspejl benchmarks --json`, and in an assessment.
//!
//! Described by public/schema/benchmark-1.json. What it is made of has the project file's shape, so
//! every share is exact, in both languages, and reads back
//! ([`crate::exchange::project::benchmark::read`]); beside it stands what only follows from that.

use crate::benchmark::{Benchmark, Confidence};
use crate::exchange::project::benchmark::{FILE_VERSION, StoredBenchmark, StoredWords};
use crate::text::{Lang, benchmark as words};
use crate::workforce::Focus;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct File {
    byspejl_benchmark: u32,
    name: StoredWords,
    focus_share: Option<f64>,
    confidence: &'static str,
    notes: Vec<StoredWords>,
    benchmark: StoredBenchmark,
}

impl File {
    fn of(benchmark: &Benchmark) -> File {
        let name = |lang| words::name(lang, benchmark);
        File {
            byspejl_benchmark: FILE_VERSION,
            name: StoredWords::new(name(Lang::Da), name(Lang::En)),
            focus_share: benchmark.share(Focus::default()).map(|share| share.fraction()),
            confidence: match benchmark.confidence() {
                Confidence::Medium => "medium",
                Confidence::MediumHigh => "medium_high",
                Confidence::High => "high",
            },
            notes: benchmark.notes().iter().map(StoredWords::of).collect(),
            benchmark: StoredBenchmark::of(benchmark),
        }
    }
}

/// The text of a benchmark's file.
pub fn write(benchmark: &Benchmark) -> String {
    // Only maps with keys that are no texts can fail to become JSON; there are none.
    serde_json::to_string_pretty(&File::of(benchmark)).unwrap_or_default()
}

/// The same as a value, to stand in a larger one.
pub fn value(benchmark: &Benchmark) -> Value {
    // As above.
    serde_json::to_value(File::of(benchmark)).unwrap_or_default()
}
