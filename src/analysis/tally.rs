//! What level equity comes to, filling by filling.
//!
//! Here is [`Tally`]: it is shown every filling of a ladder's hidden cells and keeps what each
//! statistic and finding has been. Absent: the fillings ([`super::joint`]), the rule
//! ([`super::decision`]) and what levels say together ([`super::ladder_rules`]).

use super::decision::{Measure, Ruling, Yardstick, compare, decide, verdicts};
use super::distinct::Distinct;
use super::diversity_without_equity::{DiversityWithoutEquity, Evidence, Strength};
use super::hidden::Range;
use super::ladder::Ladder;
use super::ladder_rules::{
    Span, UNKNOWN, ceiling, conclusion, insert, is_under_half, lowest_low, share,
};
use super::level_equity::{
    Ceiling, LevelEquity, NoSuperiority, Step, Superiority, SuperiorityTest, TestKind,
};
use super::measures::Measures;
use super::verdict::{Verdict, VerdictSet};
use crate::stats::ordinal;
use crate::workforce::{MAX_LEVELS, Share};

/// The most fillings for which the exact test of superiority is run; each takes about a
/// millisecond. Beyond it the p is left at its outer bound, 0 to 1.
const MOST_EXACT_TESTS: usize = 64;

#[derive(Clone, Default)]
struct StepTally {
    p: Span,
    ratio: Span,
    verdicts: VerdictSet,
    ruling: Option<Ruling>,
}

/// A key of its own for each row of verdicts: three bits for each of [`MAX_LEVELS`] at most.
fn pattern(verdicts: &[Verdict]) -> [u64; 4] {
    const { assert!(3 * MAX_LEVELS < 64) };
    let code = verdicts.iter().fold(1, |code, &verdict| code << 3 | verdict as u64);
    [code, 0, 0, 0]
}

/// What has been found over the fillings so far.
pub(crate) struct Tally<'a> {
    ladder: &'a Ladder<'a>,
    combinations: usize,
    level_measures: Measures,
    step_measures: Measures,
    quotients: Vec<Span>,
    theta: Span,
    p: Span,
    untested: bool,
    kind: TestKind,
    nobody: Option<NoSuperiority>,
    steps: Vec<StepTally>,
    /// The steps' and the levels' verdicts met so far, and what follows from them.
    step_patterns: Distinct,
    level_patterns: Distinct,
    ceilings: Vec<Option<Ceiling>>,
    disappearances: Vec<Option<usize>>,
    strengths: Vec<Strength>,
    evidence: Vec<Evidence>,
}

impl<'a> Tally<'a> {
    pub fn new(ladder: &'a Ladder<'a>, combinations: usize) -> Tally<'a> {
        let levels = ladder.levels.len();
        Tally {
            ladder,
            combinations,
            level_measures: Measures::default(),
            step_measures: Measures::default(),
            quotients: vec![Span::default(); levels],
            theta: Span::default(),
            p: Span::default(),
            untested: false,
            kind: TestKind::Exact,
            nobody: None,
            steps: vec![StepTally::default(); levels.saturating_sub(1)],
            step_patterns: Distinct::default(),
            level_patterns: Distinct::default(),
            ceilings: Vec::new(),
            disappearances: Vec::new(),
            strengths: Vec::new(),
            evidence: Vec::new(),
        }
    }

    /// One filling: per level focus and other, and last those whose level is not stated.
    pub fn add(&mut self, counts: &[[u64; 2]]) {
        let levels = &counts[..self.ladder.levels.len()];
        let whole = counts.iter().fold([0; 2], |all, part| [all[0] + part[0], all[1] + part[1]]);
        self.add_quotients(levels, whole);
        self.add_steps(levels);
        let test = self.add_superiority(levels);
        let verdicts = self.level_verdicts(levels);
        self.add_strength(levels, whole, &verdicts, test);
        // Thousands of fillings share a handful of patterns.
        if self.level_patterns.insert(pattern(&verdicts)) {
            let possible: Vec<Vec<Verdict>> = verdicts
                .iter()
                .enumerate()
                .map(|(l, &verdict)| match self.ladder.is_unreliable(l) {
                    true => UNKNOWN.to_vec(),
                    false => vec![verdict],
                })
                .collect();
            for found in lowest_low(&possible, |level, _| level) {
                insert(&mut self.disappearances, found);
            }
        }
    }

    fn add_quotients(&mut self, levels: &[[u64; 2]], whole: [u64; 2]) {
        let ladder = self.ladder;
        let all = share(whole).filter(|all| all.part() > 0 && ladder.whole.base.high.is_some());
        for (l, span) in self.quotients.iter_mut().enumerate() {
            let own = share(levels[l]).filter(|_| !ladder.is_missing(l));
            span.add(own.zip(all).map(|(own, all)| own.fraction() / all.fraction()));
        }
    }

    fn add_steps(&mut self, levels: &[[u64; 2]]) {
        let (ladder, method) = (self.ladder, self.ladder.method);
        let measures: Vec<Measure> = (1..levels.len())
            .map(|l| {
                if ladder.is_missing(l) || ladder.is_missing(l - 1) {
                    return Measure::NO_DATA;
                }
                let ([x, y], [fx, fy]) = (levels[l], levels[l - 1]);
                let yardstick = Yardstick::Feeder { focus: fx, people: fx + fy };
                self.step_measures.of(yardstick, x, x + y, method)
            })
            .collect();
        let rulings = decide(&measures, method);
        let verdicts: Vec<Verdict> = rulings.iter().map(|ruling| ruling.verdict).collect();
        for (i, (ruling, measure)) in rulings.iter().zip(&measures).enumerate() {
            let step = &mut self.steps[i];
            let known = measure.p.is_some();
            let shares = share(levels[i + 1]).zip(share(levels[i])).filter(|_| known);
            let ratio = shares.filter(|(_, feeder)| feeder.part() > 0);
            step.ratio.add(ratio.map(|(own, feeder)| own.fraction() / feeder.fraction()));
            step.p.add(measure.p);
            step.ruling = Some(*ruling);
        }
        if self.step_patterns.insert(pattern(&verdicts)) {
            let mut possible = Vec::with_capacity(verdicts.len());
            for (i, &verdict) in verdicts.iter().enumerate() {
                self.steps[i].verdicts.insert(verdict);
                possible.push(match ladder.is_unreliable(i) || ladder.is_unreliable(i + 1) {
                    true => UNKNOWN.to_vec(),
                    false => vec![verdict],
                });
            }
            for found in lowest_low(&possible, ceiling) {
                insert(&mut self.ceilings, found);
            }
        }
    }

    /// Adds theta and its test; gives the test's p, `None` when it was not run.
    fn add_superiority(&mut self, levels: &[[u64; 2]]) -> Option<f64> {
        let group = |part: usize| -> Vec<u64> { levels.iter().map(|level| level[part]).collect() };
        let (focus, other) = (group(0), group(1));
        let Some(theta) = ordinal::probability_of_superiority(&focus, &other) else {
            let in_focus = focus.iter().sum::<u64>() == 0;
            self.nobody.get_or_insert(match in_focus {
                true => NoSuperiority::NobodyInFocus,
                false => NoSuperiority::NobodyElse,
            });
            return None;
        };
        self.theta.add(Some(theta));
        let people: u64 = levels.iter().flatten().sum();
        let by_counting = people <= ordinal::LARGEST_EXACT_TOTAL;
        if by_counting && self.combinations > MOST_EXACT_TESTS {
            self.untested = true;
            return None;
        }
        let test = ordinal::mann_whitney(&focus, &other)?;
        if test.calculation == TestKind::Normal {
            self.kind = TestKind::Normal;
        }
        self.p.add(Some(test.p));
        Some(test.p)
    }

    fn level_verdicts(&mut self, levels: &[[u64; 2]]) -> Vec<Verdict> {
        let (ladder, method) = (self.ladder, self.ladder.method);
        let family: Vec<Measure> = levels
            .iter()
            .enumerate()
            .map(|(l, &[x, y])| match ladder.is_missing(l) {
                true => Measure::NO_DATA,
                false => self.level_measures.of(ladder.yardstick, x, x + y, method),
            })
            .collect();
        verdicts(&family, method)
    }

    fn add_strength(
        &mut self,
        levels: &[[u64; 2]],
        whole: [u64; 2],
        verdicts: &[Verdict],
        test: Option<f64>,
    ) {
        let (ladder, method) = (self.ladder, self.ladder.method);
        let is = |l: usize, verdict| verdicts[l] == verdict && !ladder.is_unreliable(l);
        let [x, y] = whole;
        let entry = levels.first().copied().zip(share(whole)).is_some_and(|([x, y], all)| {
            let says_something = !is(0, Verdict::TooFew) && !is(0, Verdict::NoData);
            let quotient = method.concentration_quotient;
            says_something && all.part() > 0 && compare(x, x + y, quotient, all).is_gt()
        });
        let alpha = method.alpha.fraction();
        let evidence = Evidence {
            whole_not_below: x + y > 0
                && compare(x, x + y, method.below_ratio, ladder.benchmark).is_ge(),
            concentrated_at_entry: entry,
            standing_lower: is_under_half(levels),
            beyond_chance: test.is_some_and(|p| p <= alpha),
            first_level_below: (1..levels.len()).find(|&l| is(l, Verdict::Below)),
        };
        insert(&mut self.strengths, evidence.strength());
        if self.untested {
            let beyond_chance = Evidence { beyond_chance: true, ..evidence };
            insert(&mut self.strengths, beyond_chance.strength());
        }
        if evidence.first_level_below.is_none()
            && let Some(l) = (1..levels.len()).find(|&l| ladder.is_unreliable(l))
        {
            let below = Evidence { first_level_below: Some(l), ..evidence };
            insert(&mut self.strengths, below.strength());
        }
        insert(&mut self.evidence, evidence);
    }

    pub fn finish(self) -> (LevelEquity, DiversityWithoutEquity) {
        let ladder = self.ladder;
        let certain = self.combinations == 1;
        let unreliable = |l| ladder.is_unreliable(l);
        let any_unreliable = (0..ladder.levels.len()).any(unreliable);
        let steps = self.steps.iter().enumerate().map(|(i, step)| {
            let is_unreliable = unreliable(i) || unreliable(i + 1);
            let ruling = step.ruling.filter(|_| certain);
            let verdicts = step.verdicts.to_vec();
            let is_certain = certain || verdicts.iter().all(|&v| v == Verdict::NoData);
            Step {
                level: i + 1,
                feeder: i,
                feeder_share: ladder.levels[i].exact_counts().and_then(|(x, n)| Share::of(x, n)),
                ratio: step.ratio.finish(),
                p: step.p.finish(),
                p_adjusted: ruling.and_then(|ruling| ruling.p_adjusted),
                robust: ruling.and_then(|ruling| ruling.robust),
                conclusion: conclusion(verdicts, is_certain, is_unreliable),
            }
        });
        let untested = Range { low: 0.0, high: 1.0, exact: false };
        let missing = (0..ladder.levels.len()).any(|l| ladder.is_missing(l));
        let superiority = match (ladder.levels.len() < 2, missing, self.nobody) {
            (true, ..) => Err(NoSuperiority::TooFewLevels),
            (_, true, _) => Err(NoSuperiority::Missing),
            (.., Some(nobody)) => Err(nobody),
            _ => self.theta.finish().ok_or(NoSuperiority::Missing).map(|theta| Superiority {
                theta,
                net_difference: theta.map(|theta| 2.0 * theta - 1.0),
                test: SuperiorityTest {
                    p: self.p.finish().filter(|_| !self.untested).unwrap_or(untested),
                    kind: self.kind,
                },
            }),
        };
        let is_found = |strength: &Strength| self.strengths.contains(strength);
        let strengths: Vec<Strength> = Strength::ALL.into_iter().filter(is_found).collect();
        let diversity = ladder.no_strength().unwrap_or_else(|| DiversityWithoutEquity {
            evidence: match (self.evidence.as_slice(), strengths.len()) {
                ([only], 1) => Some(*only),
                _ => None,
            },
            conclusion: conclusion(strengths, certain, false).because_if_open(any_unreliable),
        });
        let equity = LevelEquity {
            quotients: self.quotients.iter().map(|span| span.finish()).collect(),
            superiority,
            steps: steps.collect(),
            ceiling: conclusion(self.ceilings, certain, false).because_if_open(any_unreliable),
            city_disappears_at: conclusion(self.disappearances, certain, false)
                .because_if_open(any_unreliable),
        };
        (equity, diversity)
    }
}
