//! A verdict's mark: never colour alone, and no mark where nothing can be told.

use crate::analysis::Verdict;

/// The class that gives a verdict its pattern and edge.
pub fn verdict_class(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Below) => "chip chip-below",
        Some(Verdict::MaybeBelow) => "chip chip-maybe-below",
        Some(Verdict::InLine) => "chip chip-in-line",
        Some(Verdict::MaybeAbove) => "chip chip-maybe-above",
        Some(Verdict::Above) => "chip chip-above",
        Some(Verdict::NoData | Verdict::TooFew) | None => "chip chip-untold",
    }
}
