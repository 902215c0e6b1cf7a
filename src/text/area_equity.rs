//! Areas in sentences: how many are below, and how differently the groups are spread.
//!
//! Absent: the statistics ([`crate::analysis::area_equity`]). Read next: [`super::crossing`] for
//! areas and levels together.

use super::standing::join;
use super::subject::Subject;
use super::{Lang, areas, count, percent};
use crate::analysis::{NoDissimilarity, Verdict};

/// How many areas are below the benchmark, for sure and perhaps.
pub fn summary(lang: Lang, subject: &Subject) -> String {
    let results = &subject.assessment.areas;
    if results.is_empty() {
        return areas::none(lang).to_owned();
    }
    let with = |verdict| results.iter().filter(|result| result.conclusion.is(verdict)).count();
    let number = |number: usize| count(lang, number as u64);
    let (below, maybe) = (with(Verdict::Below), with(Verdict::MaybeBelow));
    let (all, noun) = (number(results.len()), subject.yardstick(lang).noun);
    match (below, maybe) {
        (0, 0) => areas::none_below(lang, &all, noun),
        (0, maybe) => areas::maybe(lang, &number(maybe), &all, noun),
        (below, 0) => areas::below(lang, &number(below), &all, noun),
        (below, maybe) => areas::below_and_maybe(lang, &number(below), &all, noun, &number(maybe)),
    }
}

/// The dissimilarity of the areas beside what chance alone would give, or why there is none.
pub fn dissimilarity(lang: Lang, subject: &Subject) -> String {
    let found = match &subject.assessment.area_equity.dissimilarity {
        Err(NoDissimilarity::TooFewAreas) => return areas::too_few_areas(lang).to_owned(),
        Err(NoDissimilarity::NobodyInFocus | NoDissimilarity::NobodyElse) => {
            return areas::one_group(lang).to_owned();
        }
        Err(NoDissimilarity::Missing) => return areas::missing(lang).to_owned(),
        Ok(found) => found,
    };
    match (found.observed.value(), found.expected) {
        (Some(observed), Some(expected)) => {
            let beside =
                areas::dissimilarity(lang, &percent(lang, observed), &percent(lang, expected));
            let corrected =
                found.corrected.map(|part| areas::corrected(lang, &percent(lang, part)));
            join([beside, corrected.unwrap_or_default()])
        }
        _ => {
            let (low, high) = (found.observed.low, found.observed.high);
            areas::dissimilarity_hidden(lang, &percent(lang, low), &percent(lang, high))
        }
    }
}
