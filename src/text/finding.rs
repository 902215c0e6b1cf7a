//! Findings in sentences: the headline on top of the mirror, the lead under it, and one text
//! per finding.
//!
//! Absent: which findings there are and in which order ([`crate::analysis::finding`]). Read
//! next: [`super::standing`] for one scope, [`super::level_equity`] for the levels together.

use super::subject::{self, Subject};
use super::{Lang, count, equity, findings, level_equity, probability, standing, verdict};
use crate::analysis::{Finding, Headline, Strength, Verdict};
use crate::workforce::{Bounds, Scope};

/// The one plain sentence on top: "Byen er til stede hos jer, men den bliver nederst på trappen."
pub fn headline(lang: Lang, subject: &Subject) -> String {
    let yardstick = subject.yardstick(lang);
    let (noun, inside) = (yardstick.noun, yardstick.inside);
    let share_of = subject.focus(lang).share_of();
    match subject.assessment.headline {
        Headline::NoFigures => findings::headline_no_figures(lang).to_owned(),
        Headline::Incomplete { missing_cells } => {
            findings::headline_incomplete(lang, &count(lang, missing_cells as u64))
        }
        Headline::TooFew { people, .. } => {
            findings::headline_too_few(lang, &count(lang, people), noun)
        }
        Headline::Undetermined => findings::headline_undetermined(lang, noun),
        Headline::DiversityWithoutEquity { strength, .. } => {
            skewed(lang, subject, strength).to_owned()
        }
        Headline::Below { maybe } => one_group_headline(lang, subject).unwrap_or_else(|| {
            let text =
                if maybe { findings::headline_maybe_below } else { findings::headline_below };
            text(lang, &share_of, inside)
        }),
        Headline::CityDisappears { level } => disappears(lang, subject, level),
        Headline::SomeLevelsLow { .. } => some_low(lang, subject),
        Headline::InLine { .. } => in_line(lang, subject),
        Headline::Above { maybe } => one_group_headline(lang, subject).unwrap_or_else(|| {
            let text =
                if maybe { findings::headline_maybe_above } else { findings::headline_above };
            text(lang, &share_of, inside)
        }),
    }
}

fn skewed(lang: Lang, subject: &Subject, strength: Strength) -> &'static str {
    match (strength, subject.yardstick(lang).is_city) {
        (Strength::Clear, true) => findings::headline_skewed_clear(lang),
        (Strength::Clear, false) => findings::headline_skewed_clear_other(lang),
        (Strength::Likely, true) => findings::headline_skewed_likely(lang),
        (Strength::Likely, false) => findings::headline_skewed_likely_other(lang),
        (Strength::CannotBeTold | Strength::Absent, true) => {
            findings::headline_skewed_cannot_be_told(lang)
        }
        (Strength::CannotBeTold | Strength::Absent, false) => {
            findings::headline_skewed_cannot_be_told_other(lang)
        }
    }
}

/// "Ingen hos jer har indvandrerbaggrund; i byen er det 28,9 %." Only when everybody's origin
/// is stated, because only then is it known of everybody.
fn one_group_headline(lang: Lang, subject: &Subject) -> Option<String> {
    let whole = &subject.assessment.whole;
    let representation = whole.representation?;
    if whole.not_stated.exact() != Some(0) || representation.people < 2 {
        return None;
    }
    let text = match representation.focus {
        0 => findings::headline_nobody,
        all if all == representation.people => findings::headline_everybody,
        _ => return None,
    };
    let words = subject.focus(lang);
    let inside = subject.yardstick(lang).inside;
    let share = subject.benchmark_share(lang);
    Some(text(lang, &words.verb(false), &words.what(false), inside, &share))
}

fn disappears(lang: Lang, subject: &Subject, level: usize) -> String {
    if level == 0 {
        // What is low from the lowest step on has not disappeared on the way up.
        return some_low(lang, subject);
    }
    let yardstick = subject.yardstick(lang);
    let name = &subject.named_level(lang, level);
    match (yardstick.is_city, subject.is_below(level)) {
        (true, true) => findings::headline_disappears(lang, name),
        (true, false) => findings::headline_disappears_maybe(lang, name),
        (false, true) => findings::headline_disappears_other(lang, name, yardstick.noun),
        (false, false) => findings::headline_disappears_other_maybe(lang, name, yardstick.noun),
    }
}

fn some_low(lang: Lang, subject: &Subject) -> String {
    let is_sure = (0..subject.assessment.levels.len()).any(|level| subject.is_below(level));
    let text =
        if is_sure { findings::headline_some_low } else { findings::headline_some_low_maybe };
    text(lang, subject.yardstick(lang).noun)
}

fn in_line(lang: Lang, subject: &Subject) -> String {
    let levels = &subject.assessment.levels;
    let all =
        |holds: fn(Verdict) -> bool| levels.iter().all(|level| level.verdict().is_some_and(holds));
    let text = if !has_levels(subject) {
        findings::headline_in_line
    } else if all(|verdict| verdict == Verdict::InLine) {
        findings::headline_in_line_everywhere
    } else if all(Verdict::is_in_line_or_high) {
        findings::headline_in_line_or_over_everywhere
    } else {
        findings::headline_in_line_where_told
    };
    text(lang, subject.yardstick(lang).noun)
}

/// Whether there are levels to compare: one level alone says nothing about the staircase.
fn has_levels(subject: &Subject) -> bool {
    subject.assessment.levels.len() > 1
}

/// The sentences under the headline: the whole with its base, the ends of the staircase, and
/// whether chance could explain it.
pub fn lead(lang: Lang, subject: &Subject) -> String {
    let assessment = subject.assessment;
    let whole = standing::counted(lang, subject, &assessment.whole);
    let chance = || verdict::chance(lang, &assessment.whole, &assessment.method);
    let sentences = match assessment.headline {
        Headline::NoFigures => vec![findings::lead_no_figures(lang).to_owned()],
        Headline::Incomplete { .. } => vec![findings::lead_incomplete(lang).to_owned()],
        Headline::TooFew { .. } => vec![whole, findings::result_too_few(lang).to_owned()],
        Headline::Undetermined => vec![standing::standing(lang, subject, &assessment.whole)],
        Headline::DiversityWithoutEquity { .. } => {
            vec![whole, entry_and_top(lang, subject), levels_chance(lang, subject)]
        }
        Headline::CityDisappears { .. } | Headline::SomeLevelsLow { .. } => {
            vec![whole, entry_and_top(lang, subject)]
        }
        Headline::Below { .. } | Headline::Above { .. } => {
            vec![whole, chance(), no_levels(lang, subject)]
        }
        Headline::InLine { .. } => vec![whole, no_levels(lang, subject)],
    };
    standing::join(sentences)
}

fn no_levels(lang: Lang, subject: &Subject) -> String {
    if has_levels(subject) { String::new() } else { findings::lead_no_levels(lang).to_owned() }
}

/// The shares of the lowest and the highest step; only where both are large enough to tell,
/// because two of three at the top are no 67 %.
fn entry_and_top(lang: Lang, subject: &Subject) -> String {
    let share = |level: usize| {
        let tells = subject.result(Scope::Level(level))?.verdict()?.says_something();
        level_equity::level_share(subject, level).filter(|_| tells)
    };
    let Some(top) = subject.assessment.levels.len().checked_sub(1).filter(|&top| top > 0) else {
        return String::new();
    };
    share(0).zip(share(top)).map_or_else(String::new, |(low, high)| {
        let (low, high) = (subject::share(lang, low), subject::share(lang, high));
        findings::lead_entry_and_top(lang, subject.level(0), &low, subject.level(top), &high)
    })
}

fn levels_chance(lang: Lang, subject: &Subject) -> String {
    let Ok(superiority) = &subject.assessment.level_equity.superiority else {
        return String::new();
    };
    let alpha = subject.assessment.method.alpha.fraction();
    superiority.test.p.value().map_or_else(String::new, |p| {
        let shown = probability(lang, p);
        if p <= alpha {
            findings::lead_levels_unlikely(lang, &shown)
        } else {
            findings::lead_levels_possible(lang, &shown)
        }
    })
}

/// Every finding of an assessment in reading order, each with its base.
pub fn sentences(lang: Lang, subject: &Subject) -> Vec<String> {
    subject.assessment.findings.iter().map(|finding| sentence(lang, subject, finding)).collect()
}

/// One finding.
pub fn sentence(lang: Lang, subject: &Subject, finding: &Finding) -> String {
    match finding {
        Finding::DiversityWithoutEquity { .. } => {
            let pattern = &subject.assessment.diversity_without_equity;
            let title = level_equity::pattern_title(lang, pattern);
            format!("{title}. {}", level_equity::pattern_explained(lang, pattern))
        }
        Finding::WholeOrganisation(standing)
        | Finding::Level(standing)
        | Finding::AreaLow(standing)
        | Finding::TooFew(standing)
        | Finding::Undetermined(standing) => {
            let result = subject.result(standing.scope);
            result.map_or_else(String::new, |result| standing::standing(lang, subject, result))
        }
        Finding::AllFromOneGroup { in_focus, people } => {
            all_from_one_group(lang, subject, *in_focus, *people)
        }
        Finding::EverythingInLine => findings::group_in_line(lang, subject.yardstick(lang).noun),
        Finding::CityDisappears { level } => level_equity::city_disappears(lang, subject, *level),
        Finding::Ceiling { level, possible } => {
            level_equity::ceiling(lang, subject, *level, *possible)
        }
        Finding::Superiority { theta, p, beyond_chance } => {
            level_equity::superiority(lang, subject, *theta, *p, *beyond_chance)
        }
        Finding::NoData { scope } => no_data(lang, subject, *scope),
        Finding::NotStated { people } => not_stated(lang, *people),
    }
}

fn all_from_one_group(lang: Lang, subject: &Subject, in_focus: bool, people: u64) -> String {
    if people == 1 {
        let text = if in_focus {
            findings::group_only_one_inside
        } else {
            findings::group_only_one_outside
        };
        return text(lang).to_owned();
    }
    let words = subject.focus(lang);
    let text = if in_focus { findings::group_everybody } else { findings::group_nobody };
    let fact = text(lang, &count(lang, people), &words.verb(false), &words.what(false));
    let why = if has_levels(subject) { equity::theta_one_group(lang) } else { "" };
    standing::join([fact, why.to_owned()])
}

fn no_data(lang: Lang, subject: &Subject, scope: Scope) -> String {
    let place = subject.place(lang, scope);
    match subject.result(scope).and_then(|result| result.base.exact()) {
        Some(0) => findings::result_nobody_stated(lang, &place),
        _ => findings::result_no_data(lang, &place),
    }
}

fn not_stated(lang: Lang, people: Bounds) -> String {
    match (people.exact(), standing::range(lang, people)) {
        (Some(people), _) => findings::group_not_stated(lang, &count(lang, people)),
        (None, Some(range)) => findings::group_not_stated_hidden(lang, &range),
        (None, None) => findings::group_not_stated_unknown(lang).to_owned(),
    }
}
