//! Equity across levels in sentences: who stands highest, the ceiling, where the city
//! disappears, and diversity without equity with its strength.
//!
//! Absent: the statistics ([`crate::analysis::level_equity`]). Read next: [`super::finding`].

use super::subject::{self, Subject};
use super::{Digits, Lang, decimal, equity, standing, verdict};
use crate::analysis::{
    Conclusion, DiversityWithoutEquity, Evidence, NoSuperiority, Strength, TestKind, Why,
};
use crate::workforce::{Scope, Share};

/// Who stands highest: "Trækker man én medarbejder med indvandrerbaggrund og én med dansk
/// oprindelse, står den første højest i 26 af 100 tilfælde ...", with chance in words.
///
/// `theta` is the probability of superiority; 0.5 is an equal spread.
pub fn superiority(
    lang: Lang,
    subject: &Subject,
    theta: f64,
    p: f64,
    is_beyond_chance: bool,
) -> String {
    let hits = hits(lang, theta, is_beyond_chance);
    // "50 of 100, as in an equal spread. It may be chance" would ask about no difference at all.
    let is_even = !is_beyond_chance && hits == "50";
    let chance =
        if is_even { String::new() } else { verdict::chance_of(lang, p, is_beyond_chance) };
    standing::join([drawn(lang, subject, &hits), chance])
}

/// The same for whatever the assessment holds, hidden figures and undefined cases included.
pub fn superiority_or_why_not(lang: Lang, subject: &Subject) -> String {
    let superiority = match &subject.assessment.level_equity.superiority {
        Err(NoSuperiority::TooFewLevels) => return equity::theta_too_few_levels(lang).to_owned(),
        Err(NoSuperiority::NobodyInFocus | NoSuperiority::NobodyElse) => {
            return equity::theta_one_group(lang).to_owned();
        }
        Err(NoSuperiority::Missing) => return equity::theta_missing(lang).to_owned(),
        Ok(superiority) => superiority,
    };
    if let (Some(theta), Some(p)) = (superiority.theta.value(), superiority.test.p.value()) {
        let is_beyond_chance = p <= subject.assessment.method.alpha.fraction();
        return self::superiority(lang, subject, theta, p, is_beyond_chance);
    }
    let words = subject.focus(lang);
    // Outwards, so that the range is never narrower than what is known.
    let low = decimal(lang, (superiority.theta.low * 100.0).floor(), Digits::Fixed(0));
    let high = decimal(lang, (superiority.theta.high * 100.0).ceil(), Digits::Fixed(0));
    equity::theta_drawn_hidden(lang, &words.one(), words.other(), &low, &high)
}

/// How the test's p was computed.
pub fn test_kind(lang: Lang, kind: TestKind) -> &'static str {
    match kind {
        TestKind::Exact => equity::theta_exact(lang),
        TestKind::Normal => equity::theta_normal(lang),
    }
}

fn drawn(lang: Lang, subject: &Subject, hits: &str) -> String {
    let words = subject.focus(lang);
    equity::theta_drawn(lang, &words.one(), words.other(), hits)
}

/// Theta as cases in a hundred. One decimal where a whole number would say "as in an equal
/// spread", "never" or "always" of something that is not.
fn hits(lang: Lang, theta: f64, is_beyond_chance: bool) -> String {
    let cases = theta * 100.0;
    let whole = decimal(lang, cases, Digits::Fixed(0));
    let says_too_much = match whole.as_str() {
        "50" => is_beyond_chance,
        "0" => theta > 0.0,
        "100" => theta < 1.0,
        _ => false,
    };
    if says_too_much { decimal(lang, cases, Digits::Fixed(1)) } else { whole }
}

/// The strength of the pattern in one word or two: "tydeligt", "kan ikke afgøres".
pub fn strength(lang: Lang, strength: Strength) -> &'static str {
    match strength {
        Strength::Absent => equity::strength_absent(lang),
        Strength::CannotBeTold => equity::strength_cannot_be_told(lang),
        Strength::Likely => equity::strength_likely(lang),
        Strength::Clear => equity::strength_clear(lang),
    }
}

/// "Mangfoldighed, men skævt fordelt: tydeligt".
pub fn pattern_title(lang: Lang, pattern: &DiversityWithoutEquity) -> String {
    let strength = pattern
        .conclusion
        .value()
        .map_or(equity::strength_cannot_be_told(lang), |found| strength(lang, found));
    equity::title(lang, equity::name(lang), strength)
}

/// What the strength means for these figures.
pub fn pattern_explained(lang: Lang, pattern: &DiversityWithoutEquity) -> &'static str {
    let holds = |condition: fn(Evidence) -> bool| pattern.evidence.map(condition);
    match pattern.conclusion {
        Conclusion::Undetermined { why: Why::HiddenCells, .. } => {
            equity::explain_undetermined(lang)
        }
        Conclusion::Undetermined { why: Why::OriginNotStated, .. } => {
            equity::explain_undetermined_not_stated(lang)
        }
        Conclusion::Certain(strength) | Conclusion::WhateverHidden(strength) => match strength {
            Strength::Absent if holds(|evidence| evidence.whole_not_below) == Some(false) => {
                equity::explain_absent_low_overall(lang)
            }
            Strength::Absent => equity::explain_absent(lang),
            Strength::CannotBeTold => equity::explain_cannot_be_told(lang),
            Strength::Likely => match holds(|evidence| evidence.beyond_chance) {
                Some(true) => equity::explain_likely_distribution(lang),
                Some(false) => equity::explain_likely_level(lang),
                None => equity::explain_likely(lang),
            },
            Strength::Clear => equity::explain_clear(lang),
        },
    }
}

/// From which level up the benchmark is not mirrored.
pub fn city_disappears(lang: Lang, subject: &Subject, level: usize) -> String {
    let yardstick = subject.yardstick(lang);
    let is_sure = subject.is_below(level);
    if level == 0 {
        // What is low from the lowest step on has not disappeared on the way up.
        let text =
            if is_sure { equity::disappears_bottom } else { equity::disappears_bottom_maybe };
        return text(lang, subject.level(level), yardstick.noun);
    }
    let (name, named) = (subject.level(level), subject.named_level(lang, level));
    let is_top = level + 1 == subject.table.levels().len();
    match (yardstick.is_city, is_top, is_sure) {
        (true, true, true) => equity::disappears_top(lang, name),
        (true, true, false) => equity::disappears_top_maybe(lang, name),
        (true, false, true) => equity::disappears_level(lang, &named),
        (true, false, false) => equity::disappears_level_maybe(lang, &named),
        (false, _, true) => equity::disappears_other(lang, &named, yardstick.noun),
        (false, _, false) => equity::disappears_other_maybe(lang, &named, yardstick.noun),
    }
}

/// The lowest step at which the share falls and is not seen to keep up again.
pub fn ceiling(lang: Lang, subject: &Subject, level: usize, is_possible: bool) -> String {
    let (feeder, name) = (subject.level(level.wrapping_sub(1)), subject.level(level));
    let step = subject.assessment.level_equity.steps.iter().find(|step| step.level == level);
    let from = step.and_then(|step| step.feeder_share);
    match (from, level_share(subject, level)) {
        (Some(from), Some(to)) => {
            let (from, to) = (subject::share(lang, from), subject::share(lang, to));
            let text = if is_possible { equity::ceiling_possible } else { equity::ceiling_certain };
            text(lang, feeder, name, &from, &to)
        }
        _ if is_possible => equity::ceiling_possible_bare(lang, feeder, name),
        _ => equity::ceiling_certain_bare(lang, feeder, name),
    }
}

/// A level's share, where its counts are exact.
pub(super) fn level_share(subject: &Subject, level: usize) -> Option<Share> {
    subject.result(Scope::Level(level))?.representation?.share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn theta_is_told_as_cases_in_a_hundred() {
        assert_eq!(hits(Lang::Da, 0.2594, true), "26");
        assert_eq!(hits(Lang::Da, 0.5, false), "50");
    }

    #[test]
    fn a_difference_is_never_rounded_away() {
        assert_eq!(hits(Lang::Da, 0.497, true), "49,7");
        assert_eq!(hits(Lang::En, 0.004, true), "0.4");
        assert_eq!(hits(Lang::En, 0.996, true), "99.6");
    }
}
