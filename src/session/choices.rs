//! What the user has chosen beside the figures: the focus group, thresholds, and what is assumed
//! about turnover.
//!
//! Texts are kept as typed; what cannot be read leaves the default in force and is said beside its
//! field. Absent: the figures ([`super::draft`]), other reporting dates ([`super::dates`]).

use super::draft::{Depth, Draft, PartId};
use crate::analysis::paths::{DEFAULT_YEARS, MOST_YEARS};
use crate::analysis::targets::MAX_YEARS;
use crate::analysis::{Assumptions, Method, OwnRates, Ratio, Threshold};
use crate::exchange::count;
use crate::exchange::percent::{self, BasisPoints, PercentError};
use crate::sorted::SortedMap;
use crate::workforce::{Focus, Headcount, Share};

/// One assumption about a level's year, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rate {
    /// Of the level's people, how many leave in a year.
    Exit,
    /// By how much the level grows in a year; less than 0 when it shrinks.
    Growth,
    /// Of the level's vacancies, how many are filled from the level below.
    FilledFromBelow,
    /// Of those hired from outside, how many belong to the focus group.
    OutsideShare,
}

impl Rate {
    pub const ALL: [Rate; 4] =
        [Rate::Exit, Rate::Growth, Rate::FilledFromBelow, Rate::OutsideShare];

    /// The least and the most that is read, in hundredths of a percent.
    pub fn bounds(self) -> (BasisPoints, BasisPoints) {
        match self {
            Rate::Growth => (-5_000, 10_000),
            _ => (0, 10_000),
        }
    }

    /// The stable identifier used in files and on the page.
    pub fn id(self) -> &'static str {
        match self {
            Rate::Exit => "exit",
            Rate::Growth => "growth",
            Rate::FilledFromBelow => "filled_from_below",
            Rate::OutsideShare => "outside_share",
        }
    }

    pub fn from_id(id: &str) -> Option<Rate> {
        Rate::ALL.into_iter().find(|rate| rate.id() == id)
    }
}

/// Everything chosen beside the figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    pub focus: Focus,
    /// Thresholds that were typed in, as typed; the others have their defaults.
    pub thresholds: SortedMap<Threshold, String>,
    /// The year the path leads to, as typed; empty is the default.
    pub target_year: String,
    /// Rates that were typed in, as typed; the others have their defaults.
    pub rates: SortedMap<(PartId, Rate), String>,
}

/// A change to what is chosen. An empty text is the default again.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Focus(Focus),
    Threshold(Threshold, String),
    /// All thresholds as they were.
    DefaultMethod,
    TargetYear(String),
    Rate(PartId, Rate, String),
    /// All rates and the year as they were.
    DefaultPath,
}

/// Why a threshold's text is not in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThresholdError {
    Percent(PercentError),
    /// Write a whole number of persons from 1 to 1,000.
    Persons,
}

impl Choices {
    /// Takes in one change.
    pub(super) fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::Focus(focus) => self.focus = focus,
            Choice::Threshold(threshold, text) => put(&mut self.thresholds, threshold, text),
            Choice::DefaultMethod => self.thresholds.clear(),
            Choice::TargetYear(text) => self.target_year = text,
            Choice::Rate(level, rate, text) => put(&mut self.rates, (level, rate), text),
            Choice::DefaultPath => {
                self.target_year.clear();
                self.rates.clear();
            }
        }
    }

    /// The thresholds in force.
    pub fn method(&self) -> Method {
        let mut method = Method::default();
        for (&threshold, text) in self.thresholds.iter() {
            // What cannot be read leaves the default in force.
            let _ = set(&mut method, threshold, text);
        }
        method
    }

    /// Why the text typed for a threshold is not in force, if it is not.
    pub fn threshold_error(&self, threshold: Threshold) -> Option<ThresholdError> {
        let text = self.thresholds.get(&threshold)?;
        set(&mut Method::default(), threshold, text).err()
    }

    /// A level's rate in hundredths of a percent; `None` where the default holds.
    ///
    /// # Errors
    /// See [`PercentError`]; the default holds then as well.
    pub fn rate(&self, level: PartId, rate: Rate) -> Result<Option<BasisPoints>, PercentError> {
        let (low, high) = rate.bounds();
        percent::read(self.rate_text(level, rate), low, high)
    }

    /// What was typed for a level's rate; empty when nothing was.
    pub fn rate_text(&self, level: PartId, rate: Rate) -> &str {
        self.rates.get(&(level, rate)).map_or("", String::as_str)
    }

    /// What is assumed about turnover at the draft's levels: what cannot be read leaves the default
    /// in force.
    pub fn assumptions(&self, draft: &Draft) -> Assumptions {
        let levels = if draft.depth == Depth::Totals { &[] } else { draft.levels.as_slice() };
        let own = |level: PartId| {
            let points = |rate| self.rate(level, rate).ok().flatten();
            let share =
                |rate| points(rate).and_then(|p| Share::from_basis_points(p.unsigned_abs()));
            OwnRates {
                exit: share(Rate::Exit),
                growth: points(Rate::Growth),
                filled_from_below: share(Rate::FilledFromBelow),
                outside_share: share(Rate::OutsideShare),
            }
        };
        let own = levels.iter().map(|level| own(level.id)).collect();
        Assumptions { own, ..Assumptions::default() }
    }

    /// How many years after `start` the target year lies; the default where none is typed.
    ///
    /// # Errors
    /// The first and last possible year.
    pub fn years_from(&self, start: u16) -> Result<u8, (u16, u16)> {
        let possible = start + 1..=start + u16::from(MOST_YEARS);
        let year = self.target_year(possible)?;
        // The range keeps the difference within ten.
        Ok(year.map_or(DEFAULT_YEARS, |year| (year - start) as u8))
    }

    /// How many years after `start` targets fall due: in the target year, four years ahead at most
    /// (methods, section 8).
    pub fn target_horizon(&self, start: u16) -> u8 {
        self.years_from(start).unwrap_or(DEFAULT_YEARS).min(MAX_YEARS)
    }

    /// The typed target year where it is one of `possible`; `None` where nothing is typed.
    ///
    /// # Errors
    /// The first and last possible year.
    pub fn target_year(
        &self,
        possible: std::ops::RangeInclusive<u16>,
    ) -> Result<Option<u16>, (u16, u16)> {
        match self.target_year.trim() {
            "" => Ok(None),
            text => match text.parse() {
                Ok(year) if possible.contains(&year) => Ok(Some(year)),
                _ => Err((*possible.start(), *possible.end())),
            },
        }
    }
}

fn put<K: Ord>(texts: &mut SortedMap<K, String>, key: K, text: String) {
    if text.is_empty() {
        texts.remove(&key);
    } else {
        texts.insert(key, text);
    }
}

/// The bounds of a threshold given in percent, in hundredths of a percent.
pub fn threshold_bounds(threshold: Threshold) -> (BasisPoints, BasisPoints) {
    match threshold {
        Threshold::BelowRatio => (100, 10_000),
        Threshold::AboveRatio | Threshold::ConcentrationQuotient => (10_000, 100_000),
        Threshold::Alpha => (10, 5_000),
        Threshold::Confidence => (5_000, 9_999),
        Threshold::NotStatedWarning | Threshold::NotStatedLimit | Threshold::LeastGapPersons => {
            (0, 10_000)
        }
    }
}

fn set(method: &mut Method, threshold: Threshold, text: &str) -> Result<(), ThresholdError> {
    if threshold == Threshold::LeastGapPersons {
        return match count::read(text) {
            Ok(Headcount::Known(persons)) if (1..=1_000).contains(&persons) => {
                method.least_gap_persons = persons;
                Ok(())
            }
            _ => Err(ThresholdError::Persons),
        };
    }
    let (low, high) = threshold_bounds(threshold);
    let points = percent::read(text, low, high).map_err(ThresholdError::Percent)?;
    let Some(points) = points.map(BasisPoints::unsigned_abs) else { return Ok(()) };
    let ratio = || Ratio::of(points, 10_000);
    let share = || Share::from_basis_points(points);
    match threshold {
        Threshold::BelowRatio => method.below_ratio = ratio().unwrap_or(method.below_ratio),
        Threshold::AboveRatio => method.above_ratio = ratio().unwrap_or(method.above_ratio),
        Threshold::ConcentrationQuotient => {
            method.concentration_quotient = ratio().unwrap_or(method.concentration_quotient);
        }
        Threshold::Alpha => method.alpha = share().unwrap_or(method.alpha),
        Threshold::NotStatedWarning => {
            method.not_stated_warning = share().unwrap_or(method.not_stated_warning);
        }
        Threshold::NotStatedLimit => {
            method.not_stated_limit = share().unwrap_or(method.not_stated_limit);
        }
        Threshold::Confidence => method.confidence = share().unwrap_or(method.confidence),
        Threshold::LeastGapPersons => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(threshold: Threshold, text: &str) -> Choices {
        let mut choices = Choices::default();
        choices.choose(Choice::Threshold(threshold, text.to_owned()));
        choices
    }

    #[test]
    fn a_typed_threshold_is_in_force_and_an_empty_one_is_the_default_again() {
        let mut choices = typed(Threshold::BelowRatio, "90 %");
        assert_eq!(choices.method().below_ratio.value(), 0.9);
        assert_eq!(choices.method().changed_from_default(), [Threshold::BelowRatio]);
        choices.choose(Choice::Threshold(Threshold::BelowRatio, String::new()));
        assert_eq!(choices, Choices::default());
    }

    #[test]
    fn a_typed_default_is_no_change() {
        for (threshold, text) in [
            (Threshold::BelowRatio, "80"),
            (Threshold::AboveRatio, "125"),
            (Threshold::Alpha, "5,0"),
            (Threshold::LeastGapPersons, "1"),
            (Threshold::ConcentrationQuotient, "125 %"),
            (Threshold::NotStatedWarning, "10"),
            (Threshold::NotStatedLimit, "30"),
            (Threshold::Confidence, "95"),
        ] {
            let choices = typed(threshold, text);
            assert_eq!(choices.threshold_error(threshold), None, "{threshold:?}");
            assert_eq!(choices.method(), Method::default(), "{threshold:?}");
        }
    }

    #[test]
    fn a_text_that_cannot_be_read_is_kept_and_the_default_holds() {
        let choices = typed(Threshold::Alpha, "60");
        let bounds = PercentError::OutOfBounds { low: 10, high: 5_000 };
        let error = choices.threshold_error(Threshold::Alpha);
        assert_eq!(error, Some(ThresholdError::Percent(bounds)));
        assert_eq!(choices.method(), Method::default());
        let choices = typed(Threshold::LeastGapPersons, "1,5");
        let error = choices.threshold_error(Threshold::LeastGapPersons);
        assert_eq!(error, Some(ThresholdError::Persons));
    }

    #[test]
    fn rates_and_year_are_read_within_their_bounds() {
        let level = PartId(3);
        let mut choices = Choices::default();
        assert_eq!(choices.rate(level, Rate::Exit), Ok(None));
        choices.choose(Choice::Rate(level, Rate::Exit, "8,5".to_owned()));
        choices.choose(Choice::Rate(level, Rate::Growth, "-2".to_owned()));
        choices.choose(Choice::Rate(level, Rate::OutsideShare, "101".to_owned()));
        choices.choose(Choice::TargetYear("2030".to_owned()));
        assert_eq!(choices.rate(level, Rate::Exit), Ok(Some(850)));
        assert_eq!(choices.rate(level, Rate::Growth), Ok(Some(-200)));
        assert!(choices.rate(level, Rate::OutsideShare).is_err());
        assert_eq!(choices.target_year(2027..=2036), Ok(Some(2030)));
        assert_eq!(choices.target_year(2027..=2029), Err((2027, 2029)));
        choices.choose(Choice::DefaultPath);
        assert_eq!(choices, Choices::default());
    }

    #[test]
    fn assumptions_take_what_can_be_read_and_the_default_for_the_rest() {
        let draft = Draft::empty();
        let entry = draft.levels[0].id;
        let mut choices = Choices::default();
        assert!(choices.assumptions(&draft).are_default());
        choices.choose(Choice::Rate(entry, Rate::Exit, "mange".to_owned()));
        assert!(choices.assumptions(&draft).are_default());
        choices.choose(Choice::Rate(entry, Rate::Growth, "-2,5".to_owned()));
        let assumptions = choices.assumptions(&draft);
        assert_eq!((assumptions.growth(0), assumptions.growth(1)), (-250, 0));
        // Without levels there is nothing that the rates are about.
        let totals = Draft { depth: Depth::Totals, ..draft };
        assert!(choices.assumptions(&totals).are_default());
    }

    #[test]
    fn the_target_year_lies_one_to_ten_years_ahead_and_four_unless_chosen() {
        let mut choices = Choices::default();
        assert_eq!(choices.years_from(2026), Ok(4));
        choices.choose(Choice::TargetYear("2036".to_owned()));
        assert_eq!(choices.years_from(2026), Ok(10));
        assert_eq!(choices.years_from(2025), Err((2026, 2035)));
    }
}
