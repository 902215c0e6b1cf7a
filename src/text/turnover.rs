//! What is assumed about turnover, in words: the defaults, and the user's own figures over them.
//!
//! The screen, the pledge's editor and its annex say it with the same words. Absent: the figures
//! themselves ([`crate::analysis::projection`]).

use super::subject::Subject;
use super::{Digits, Lang, decimal, path as texts, percent, pick};
use crate::analysis::{Assumptions, OwnRates};
use crate::exchange::percent::{self as written, PercentError};
use crate::session::Rate;
use crate::workforce::Share;

/// The assumptions that hold: the defaults in one sentence, or the own figures of each level and
/// what holds besides. `names` are the levels' own names, entry first. The share of outside hires is
/// left out: it changes neither what to expect when hires mirror the benchmark nor a target.
pub fn assumed(lang: Lang, assumptions: &Assumptions, names: &[&str]) -> String {
    let share = |share: Share| percent(lang, share.fraction());
    let (exit, top) = (share(assumptions.exit_rate), share(assumptions.top_promoted_share));
    let other = share(assumptions.promoted_share);
    let levels: Vec<String> = names
        .iter()
        .enumerate()
        .filter_map(|(level, name)| {
            let rates = rates(lang, assumptions.own(level), level);
            (!rates.is_empty()).then(|| texts::own_level(lang, name, &rates.join(", ")))
        })
        .collect();
    if levels.is_empty() {
        return texts::assumptions_default(lang, &exit, &top, &other);
    }
    let own = texts::own_intro(lang, &levels.join("; "));
    [own, texts::assumed_besides(lang, &exit, &top, &other)].join(" ")
}

/// What has been typed for a level and changes the expectation; a rate of the lowest level's vacancies
/// filled from below is not used.
fn rates(lang: Lang, own: OwnRates, level: usize) -> Vec<String> {
    let share = |share: Share| percent(lang, share.fraction());
    let growth = own.growth.map(|points| {
        let size = percent(lang, f64::from(points.unsigned_abs()) / 10_000.0);
        match points {
            0 => texts::own_growth_none(lang).to_owned(),
            1.. => texts::own_growth_up(lang, &size),
            _ => texts::own_growth_down(lang, &size),
        }
    });
    let filled = own.filled_from_below.filter(|_| level > 0);
    let all = [
        own.exit.map(|exit| texts::own_exit(lang, &share(exit))),
        growth,
        filled.map(|filled| texts::own_filled(lang, &share(filled))),
    ];
    all.into_iter().flatten().collect()
}

/// What a rate is called.
pub fn rate(lang: Lang, subject: &Subject, rate: Rate) -> String {
    match rate {
        Rate::Exit => texts::column_exit(lang).to_owned(),
        Rate::Growth => texts::column_growth(lang).to_owned(),
        Rate::FilledFromBelow => texts::column_filled(lang).to_owned(),
        Rate::OutsideShare => texts::column_outside(lang, &subject.focus(lang).share_of()),
    }
}

/// The assumption that holds for a level while nothing of its own is typed; `None` where the level
/// has no such rate, because there is no level below.
pub fn default_rate(
    lang: Lang,
    subject: &Subject,
    assumptions: &Assumptions,
    (level, rate): (usize, Rate),
) -> Option<String> {
    let share = |share: Share| percent(lang, share.fraction());
    let levels = &subject.assessment.levels;
    Some(match rate {
        Rate::Exit => share(assumptions.exit_rate),
        Rate::Growth => percent(lang, 0.0),
        Rate::FilledFromBelow if level == 0 => return None,
        Rate::FilledFromBelow if level + 1 == levels.len() => share(assumptions.top_promoted_share),
        Rate::FilledFromBelow => share(assumptions.promoted_share),
        Rate::OutsideShare => {
            let counts = levels.get(level).and_then(|result| result.representation);
            match counts.and_then(|counts| counts.share) {
                Some(today) => texts::outside_today(lang, &share(today)),
                None => texts::outside_unknown(lang).to_owned(),
            }
        }
    })
}

/// Where the default of a rate comes from, and how to find a figure of one's own.
pub fn origin(lang: Lang, assumptions: &Assumptions, rate: Rate) -> String {
    let share = |share: Share| percent(lang, share.fraction());
    match rate {
        Rate::Exit => texts::source_exit(lang, &share(assumptions.exit_rate)),
        Rate::Growth => texts::source_growth(lang).to_owned(),
        Rate::FilledFromBelow => texts::source_filled(
            lang,
            &share(assumptions.top_promoted_share),
            &share(assumptions.promoted_share),
        ),
        Rate::OutsideShare => texts::source_outside(lang).to_owned(),
    }
}

/// What is wrong with a typed rate, and what to do about it.
pub fn error(lang: Lang, error: PercentError) -> String {
    let written = |points| written::write(points, pick(lang, ',', '.'));
    match error {
        PercentError::NotANumber => texts::error_not_a_number(lang).to_owned(),
        PercentError::TooPrecise => texts::error_too_precise(lang).to_owned(),
        PercentError::OutOfBounds { low, high } => {
            texts::error_out_of_bounds(lang, &written(low), &written(high))
        }
    }
}

/// The target years to choose from, each with how far ahead it lies.
pub fn year_option(lang: Lang, start: u16, after: u8) -> String {
    let year = (start + u16::from(after)).to_string();
    texts::year_option(lang, &year, &decimal(lang, f64::from(after), Digits::Fixed(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(own: OwnRates) -> String {
        let assumptions =
            Assumptions { own: vec![OwnRates::default(), own], ..Assumptions::default() };
        assumed(Lang::Da, &assumptions, &["Indgang", "Ledelse"])
    }

    #[test]
    fn without_own_figures_the_defaults_are_said_to_be_assumptions() {
        let told = told(OwnRates::default());
        assert!(told.starts_with("Antagelser") && told.contains("12\u{a0}%"), "{told}");
    }

    #[test]
    fn own_figures_are_said_by_level_and_the_rest_is_assumed() {
        let own = OwnRates { exit: Share::of(8, 100), growth: Some(-250), ..OwnRates::default() };
        let told = told(own);
        let expected = "Ledelse: 8 % forlader niveauet om året, \
                        antallet af stillinger falder 2,5 % om året.";
        let plain = told.replace('\u{a0}', " ");
        assert!(plain.contains(expected), "{plain}");
        assert!(!plain.contains("Indgang"), "{plain}");
        assert!(plain.contains("Ellers gælder antagelserne: 12 %"), "{plain}");
    }

    #[test]
    fn hires_of_ones_own_change_no_expectation() {
        let own = OwnRates { outside_share: Share::of(1, 2), ..OwnRates::default() };
        assert_eq!(told(own), told(OwnRates::default()));
    }
}
