//! Verdicts in words: the short label of a chip, the longer explanation, and chance in words.
//!
//! Absent: the rule that gives a verdict ([`crate::analysis::verdict`]). Read next:
//! [`super::standing`].

use super::benchmark::Yardstick;
use super::{Digits, Lang, count, decimal, percent, probability, verdicts};
use crate::analysis::{Conclusion, Method, ScopeResult, Verdict};

/// The short label of a conclusion: "måske under byen", "kan ikke afgøres".
pub fn label(lang: Lang, conclusion: &Conclusion, yardstick: &Yardstick) -> String {
    match conclusion.value() {
        Some(verdict) => verdict_label(lang, verdict, yardstick),
        None => verdicts::label_undetermined(lang).to_owned(),
    }
}

/// The short label of one verdict.
pub fn verdict_label(lang: Lang, verdict: Verdict, yardstick: &Yardstick) -> String {
    match verdict {
        Verdict::NoData => verdicts::label_no_data(lang).to_owned(),
        Verdict::TooFew => verdicts::label_too_few(lang).to_owned(),
        Verdict::Below => verdicts::label_below(lang, yardstick.noun),
        Verdict::MaybeBelow => verdicts::label_maybe_below(lang, yardstick.noun),
        Verdict::InLine => verdicts::label_in_line(lang, yardstick.noun),
        Verdict::MaybeAbove => verdicts::label_maybe_above(lang, yardstick.noun),
        Verdict::Above => verdicts::label_above(lang, yardstick.noun),
    }
}

/// The short label of a step from one level to the next: "falder", "følger med".
pub fn step_label(lang: Lang, conclusion: &Conclusion) -> &'static str {
    match conclusion.value() {
        None => verdicts::step_undetermined(lang),
        Some(Verdict::NoData) => verdicts::step_no_data(lang),
        Some(Verdict::TooFew) => verdicts::step_too_few(lang),
        Some(Verdict::Below) => verdicts::step_below(lang),
        Some(Verdict::MaybeBelow) => verdicts::step_maybe_below(lang),
        Some(Verdict::InLine) => verdicts::step_in_line(lang),
        Some(Verdict::MaybeAbove) => verdicts::step_maybe_above(lang),
        Some(Verdict::Above) => verdicts::step_above(lang),
    }
}

/// What a conclusion means, with the method's limits.
pub fn explanation(
    lang: Lang,
    conclusion: &Conclusion,
    method: &Method,
    yardstick: &Yardstick,
) -> String {
    let (lower, upper) = limits(lang, method);
    let persons = count(lang, method.least_gap_persons.into());
    let theirs = yardstick.theirs;
    match conclusion.value() {
        None => verdicts::explain_undetermined(lang).to_owned(),
        Some(Verdict::NoData) => verdicts::explain_no_data(lang).to_owned(),
        Some(Verdict::TooFew) => verdicts::explain_too_few(lang).to_owned(),
        Some(Verdict::Below) => verdicts::explain_below(lang, &lower, theirs, &persons),
        Some(Verdict::MaybeBelow) => verdicts::explain_maybe_below(lang, &lower, theirs, &persons),
        Some(Verdict::InLine) => verdicts::explain_in_line(lang, &lower, &upper, theirs, &persons),
        Some(Verdict::MaybeAbove) => verdicts::explain_maybe_above(lang, &upper, theirs, &persons),
        Some(Verdict::Above) => verdicts::explain_above(lang, &upper, theirs, &persons),
    }
}

/// The two limits of the ratio: "80 %" and "125 %".
fn limits(lang: Lang, method: &Method) -> (String, String) {
    (percent(lang, method.below_ratio.value()), percent(lang, method.above_ratio.value()))
}

/// Whether chance could explain a low or high result; empty for every other verdict.
///
/// Words first, p in brackets. p is the one the verdict rests on, adjusted for its family.
pub fn chance(lang: Lang, result: &ScopeResult, method: &Method) -> String {
    let Some(verdict) = result.verdict() else { return String::new() };
    let p = result.p_adjusted;
    match (verdict, p) {
        (Verdict::Below | Verdict::Above, Some(p)) => {
            verdicts::chance_unlikely(lang, &probability(lang, p))
        }
        (Verdict::Below | Verdict::Above, None) => verdicts::chance_unlikely_bare(lang).to_owned(),
        (Verdict::MaybeBelow | Verdict::MaybeAbove, Some(p)) if p > method.alpha.fraction() => {
            verdicts::chance_possible(lang, &probability(lang, p))
        }
        (Verdict::MaybeBelow | Verdict::MaybeAbove, Some(p)) => {
            verdicts::chance_fragile(lang, &probability(lang, p))
        }
        (Verdict::MaybeBelow | Verdict::MaybeAbove, None) => {
            verdicts::chance_unsure(lang).to_owned()
        }
        (Verdict::NoData | Verdict::TooFew | Verdict::InLine, _) => String::new(),
    }
}

/// Whether chance could explain a test's result: "Det kan godt være tilfældigt (p = 0,21)."
pub fn chance_of(lang: Lang, p: f64, is_beyond_chance: bool) -> String {
    let p = probability(lang, p);
    if is_beyond_chance {
        verdicts::chance_unlikely(lang, &p)
    } else {
        verdicts::chance_possible(lang, &p)
    }
}

/// A ratio for a table: 0,43.
pub fn ratio(lang: Lang, ratio: f64) -> String {
    decimal(lang, ratio, Digits::Fixed(2))
}
