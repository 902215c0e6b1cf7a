//! Every measure of the method page worked out on figures: the user's own, or the example's.
//!
//! Which scope is shown is decided by the figures: the lowest level that is low, else the top level,
//! else the whole organisation. Absent: the measures' names and formulas ([`super::method_page`]).

use super::benchmark::{name, period};
use super::subject::Subject;
use super::{
    Digits, Lang, count, decimal, level_equity, percent, percent_fixed, probability, verdict,
    worked,
};
use crate::analysis::paths::{self, DEFAULT_YEARS, HORIZON};
use crate::analysis::{
    Assumptions, Crossing, Information, Representation, Required, ScopeResult, Suggestion, Verdict,
    targets, targets::MAX_YEARS,
};
use crate::stats::telling_size::smallest_telling_size;
use crate::workforce::Bounds;

/// A measure worked out; `None` where these figures do not have it.
///
/// `id` is one of [`super::method_page::measures`].
pub fn example(
    lang: Lang,
    id: &str,
    subject: &Subject,
    assumptions: &Assumptions,
) -> Option<String> {
    Worked { lang, subject, assumptions }.example(id)
}

struct Worked<'a> {
    lang: Lang,
    subject: &'a Subject<'a>,
    assumptions: &'a Assumptions,
}

impl Worked<'_> {
    fn example(&self, id: &str) -> Option<String> {
        match id {
            "share" | "ratio" | "gap" | "shortfall" | "binomial" | "interval" => self.one_scope(id),
            "holm" => self.holm(),
            "robust" => self.robust(),
            "telling" => self.telling(),
            "quotient" => self.quotient(),
            "theta" => self.theta(),
            "rank_test" => self.rank_test(),
            "step" => self.step(),
            "ceiling" => self.ceiling(),
            "disappears" => self.disappears(),
            "pattern" => self.pattern(),
            "dissimilarity" => self.dissimilarity(),
            "information" | "theil" => self.crossing(id),
            "hidden" => self.hidden(),
            // These figures are of one date; the other ones stand on their own screen.
            "change" => Some(worked::change(self.lang).to_owned()),
            "benchmark" => Some(self.benchmark()),
            "year_step" | "target" => self.target(id),
            "paths" => self.required(),
            _ => None,
        }
    }

    /// The scope that tells most, with exact counts.
    fn shown(&self) -> Option<(&ScopeResult, &Representation)> {
        let assessment = self.subject.assessment;
        let exact = |result| with_counts(result);
        let levels = || assessment.levels.iter().filter_map(exact);
        let low = levels().find(|(result, _)| result.verdict().is_some_and(Verdict::is_low));
        low.or_else(|| levels().next_back()).or_else(|| with_counts(&assessment.whole))
    }

    fn place(&self, result: &ScopeResult) -> String {
        self.subject.place(self.lang, result.scope)
    }

    fn percent(&self, fraction: f64) -> String {
        percent_fixed(self.lang, fraction, 2)
    }

    fn number(&self, number: f64, places: u8) -> String {
        decimal(self.lang, number, Digits::Fixed(places))
    }

    fn count(&self, number: u64) -> String {
        count(self.lang, number)
    }

    fn city(&self) -> String {
        self.percent(self.subject.assessment.benchmark_share.fraction())
    }

    fn one_scope(&self, id: &str) -> Option<String> {
        let lang = self.lang;
        let (result, counts) = self.shown()?;
        let (place, city) = (self.place(result), self.city());
        let (focus, people) = (self.count(counts.focus), self.count(counts.people));
        let share = self.percent(counts.share?.fraction());
        Some(match id {
            "share" => worked::share(lang, &place, &focus, &people, &share),
            "ratio" => {
                let ratio = verdict::ratio(lang, counts.ratio?);
                worked::ratio(lang, &place, &share, &city, &ratio)
            }
            "gap" => {
                let gap = self.number(counts.gap_points?, 2);
                worked::gap(lang, &place, &share, &city, &gap)
            }
            "shortfall" => {
                let short = self.number(counts.shortfall_persons, 1);
                let sum = worked::shortfall(lang, &place, &city, &people, &focus, &short);
                match counts.needed_by_replacement.zip(counts.needed_by_growth) {
                    Some((replaced, grown)) => {
                        let (replaced, grown) = (self.count(replaced), self.count(grown));
                        let needed = worked::shortfall_needed(lang, &replaced, &grown);
                        [sum, needed].join(" ")
                    }
                    None => [&sum, worked::shortfall_none(lang)].join(" "),
                }
            }
            "binomial" => {
                let p = probability(lang, counts.p?);
                worked::binomial(lang, &place, &people, &city, &focus, &p)
            }
            _ => {
                let interval = counts.interval?;
                let (low, high) = (self.percent(interval.low), self.percent(interval.high));
                worked::interval(lang, &place, &focus, &people, &low, &high)
            }
        })
    }

    /// The family that the levels form, or the whole organisation alone.
    fn holm(&self) -> Option<String> {
        let family = self.subject.assessment.levels.iter();
        let family: Vec<_> = family
            .filter(|level| level.p_adjusted.is_some())
            .filter_map(|level| Some((level, level.representation?.p?, level.p_adjusted?)))
            .collect();
        let least = family.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
        let (place, number) = (self.place(least.0), self.count(family.len() as u64));
        let (p, adjusted) = (probability(self.lang, least.1), probability(self.lang, least.2));
        Some(worked::holm(self.lang, &number, &place, &p, &adjusted))
    }

    fn robust(&self) -> Option<String> {
        let lang = self.lang;
        let assessment = self.subject.assessment;
        let parts = assessment.levels.iter().chain([&assessment.whole]);
        let (result, holds) = parts.filter_map(|part| Some((part, part.robust?))).next()?;
        let counts = result.representation.as_ref()?;
        let is_low = counts.ratio? < 1.0;
        let moved = if is_low { counts.focus + 1 } else { counts.focus.saturating_sub(1) };
        let (place, moved) = (self.place(result), self.count(moved));
        let focus = self.count(counts.focus);
        Some(match holds {
            true => worked::robust_holds(lang, &place, &moved, &focus),
            false => worked::robust_falls(lang, &place, &moved, &focus),
        })
    }

    fn telling(&self) -> Option<String> {
        let assessment = self.subject.assessment;
        let alpha = assessment.method.alpha.fraction();
        let size = smallest_telling_size(assessment.benchmark_share.fraction(), alpha)?;
        let too_few = assessment.levels.iter().filter(|level| level.conclusion.is(Verdict::TooFew));
        let (size, levels) = (self.count(size), self.count(too_few.count() as u64));
        Some(worked::telling(self.lang, &self.city(), &size, &levels))
    }

    fn quotient(&self) -> Option<String> {
        let assessment = self.subject.assessment;
        let quotient = (*assessment.level_equity.quotients.first()?)?.value()?;
        let entry = assessment.levels.first()?.representation.as_ref()?.share?;
        let whole = assessment.whole.representation.as_ref()?.share?;
        Some(worked::quotient(
            self.lang,
            self.subject.level(0),
            &self.percent(entry.fraction()),
            &self.percent(whole.fraction()),
            &self.number(quotient, 2),
        ))
    }

    fn theta(&self) -> Option<String> {
        let superiority = self.subject.assessment.level_equity.superiority.as_ref().ok()?;
        let theta = self.number(superiority.theta.value()?, 3);
        let net = self.number(superiority.net_difference.value()?, 3);
        Some(worked::theta(self.lang, &theta, &net))
    }

    fn rank_test(&self) -> Option<String> {
        let test = self.subject.assessment.level_equity.superiority.as_ref().ok()?.test;
        let p = probability(self.lang, test.p.value()?);
        Some(worked::rank_test(self.lang, &p, level_equity::test_kind(self.lang, test.kind)))
    }

    /// The steepest step down.
    fn step(&self) -> Option<String> {
        let assessment = self.subject.assessment;
        let steps = assessment.level_equity.steps.iter();
        let steps = steps.filter_map(|step| Some((step, step.ratio?.value()?)));
        let (step, ratio) = steps.min_by(|a, b| a.1.total_cmp(&b.1))?;
        let share = |level: usize| assessment.levels.get(level)?.representation.as_ref()?.share;
        let (own, feeder) = (share(step.level)?, share(step.feeder)?);
        let p = probability(self.lang, step.p?.value()?);
        Some(worked::step(
            self.lang,
            self.subject.level(step.feeder),
            &self.percent(feeder.fraction()),
            self.subject.level(step.level),
            &self.percent(own.fraction()),
            &self.number(ratio, 2),
            &p,
        ))
    }

    fn ceiling(&self) -> Option<String> {
        if self.subject.assessment.levels.len() < 2 {
            return None;
        }
        Some(match self.subject.assessment.level_equity.ceiling.value()? {
            Some(found) => {
                level_equity::ceiling(self.lang, self.subject, found.level, found.possible)
            }
            None => worked::no_ceiling(self.lang).to_owned(),
        })
    }

    fn disappears(&self) -> Option<String> {
        if self.subject.assessment.levels.is_empty() {
            return None;
        }
        Some(match self.subject.assessment.level_equity.city_disappears_at.value()? {
            Some(level) => level_equity::city_disappears(self.lang, self.subject, level),
            None => worked::no_level_disappears(self.lang).to_owned(),
        })
    }

    fn pattern(&self) -> Option<String> {
        let assessment = self.subject.assessment;
        let whole = assessment.whole.representation.as_ref()?.ratio?;
        let quotient = (*assessment.level_equity.quotients.first()?)?.value()?;
        let superiority = assessment.level_equity.superiority.as_ref().ok()?;
        Some(worked::pattern(
            self.lang,
            &verdict::ratio(self.lang, whole),
            &self.number(quotient, 2),
            &self.number(superiority.theta.value()?, 2),
            &level_equity::pattern_title(self.lang, &assessment.diversity_without_equity),
        ))
    }

    fn dissimilarity(&self) -> Option<String> {
        let found = self.subject.assessment.area_equity.dissimilarity.as_ref().ok()?;
        let number = |value: f64| self.number(value, 3);
        let (observed, expected) = (found.observed.value()?, found.expected?);
        let corrected = number(found.corrected?);
        Some(worked::dissimilarity(self.lang, &number(observed), &number(expected), &corrected))
    }

    /// M and what chance gives, or H and its parts, where every count is known.
    fn crossing(&self, id: &str) -> Option<String> {
        let crossing = Crossing::of(self.subject.table, self.subject.assessment.focus).ok()?;
        let number = |value: f64| self.number(value, 4);
        let index = |part: Information| Some(self.number(part.index.value()?, 4));
        let (area, level) = (crossing.area, crossing.level);
        Some(match id {
            "theil" => worked::theil(
                self.lang,
                &index(crossing.both)?,
                &index(area)?,
                &index(crossing.level_within_area)?,
            ),
            _ => worked::information(
                self.lang,
                &number(area.mutual.value()?),
                &number(area.expected?),
                &number(level.mutual.value()?),
                &number(level.expected?),
            ),
        })
    }

    /// A scope with hidden counts, or that there is none.
    fn hidden(&self) -> Option<String> {
        let assessment = self.subject.assessment;
        let parts = [&assessment.whole].into_iter().chain(&assessment.levels);
        let parts: Vec<_> = parts.chain(&assessment.areas).collect();
        let open = parts.iter().find_map(|part| Some((part, part.ranges.as_ref()?.share?)));
        match open {
            Some((part, share)) => {
                let (low, high) = (self.percent(share.low), self.percent(share.high));
                Some(worked::hidden(self.lang, &self.place(part), &low, &high))
            }
            None if assessment.whole.base != Bounds::ZERO => {
                Some(worked::nothing_hidden(self.lang).to_owned())
            }
            None => None,
        }
    }

    fn benchmark(&self) -> String {
        let benchmark = self.subject.benchmark;
        let (name, day) = (name(self.lang, benchmark), period(self.lang, benchmark.period()));
        worked::benchmark(self.lang, &name, &day, &self.city())
    }

    /// What it takes on the level that is furthest away.
    fn required(&self) -> Option<String> {
        let paths = paths::paths(self.subject.assessment, self.assumptions, DEFAULT_YEARS);
        if paths.levels.iter().all(Result::is_err) {
            return None;
        }
        let furthest = paths.furthest().map(|level| (level, &paths.levels[level]));
        let years = self.count(paths.years.into());
        Some(match furthest {
            Some((level, Ok(path))) => {
                let name = self.subject.level(level);
                match path.required {
                    Required::InTime(share) => {
                        worked::paths_in_time(self.lang, name, &percent(self.lang, share), &years)
                    }
                    Required::Later(Some(years)) => {
                        worked::paths_later(self.lang, name, &self.count(years as u64))
                    }
                    Required::Later(None) => {
                        worked::paths_never(self.lang, name, &self.count(HORIZON as u64))
                    }
                }
            }
            _ => worked::paths_none(self.lang, &years),
        })
    }

    /// The first level that gets a number.
    fn target(&self, id: &str) -> Option<String> {
        let suggested = targets::suggest(self.subject.assessment, self.assumptions, MAX_YEARS);
        let (level, target) = suggested.iter().find_map(|level| match level.suggestion {
            Suggestion::Number(target) => Some((level.level, target)),
            Suggestion::ProcessMeasure(_) => None,
        })?;
        let (name, baseline) = (self.subject.level(level), self.count(target.baseline));
        let (expected, years) = (self.number(target.expected, 1), self.count(target.years.into()));
        Some(match id {
            "year_step" => worked::year_step(self.lang, name, &baseline, &expected, &years),
            _ => worked::target(
                self.lang,
                name,
                &self.count(target.mirror),
                &self.count(target.baseline + 1),
                &expected,
                &self.count(target.target),
            ),
        })
    }
}

fn with_counts(result: &ScopeResult) -> Option<(&ScopeResult, &Representation)> {
    let counts = result.representation.as_ref()?;
    (counts.people > 0).then_some((result, counts))
}
