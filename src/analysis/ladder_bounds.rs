//! Outer bounds of level equity where there are too many fillings to enumerate.
//!
//! Everything here is proven and marked "at most". Theta is a quotient of two sums that are linear
//! in each cell, and the chance of standing over a person of the other group rises with the level;
//! so its extremes over a box of counts lie where each group is at its most on one side of some
//! level and at its least on the other. Absent: totals that tie levels, which can only narrow it.

use super::conclusion::Conclusion;
use super::decision::{Measure, Yardstick, compare};
use super::diversity_without_equity::{DiversityWithoutEquity, Evidence, Strength};
use super::hidden::Range;
use super::ladder::Ladder;
use super::ladder_rules::{UNKNOWN, ceiling, conclusion, insert, lowest_low};
use super::level_equity::{
    LevelEquity, NoSuperiority, Step, Superiority, SuperiorityTest, TestKind,
};
use super::states::States;
use super::verdict::Verdict;
use crate::stats::{holm, ordinal};
use crate::workforce::{Bounds, Share};

/// Level equity of a ladder with too many fillings.
pub(crate) fn bounded(ladder: &Ladder<'_>) -> (LevelEquity, DiversityWithoutEquity) {
    let levels = ladder.levels.len();
    let any_unreliable = (0..levels).any(|l| ladder.is_unreliable(l));
    let possible: Vec<Vec<Verdict>> = (0..levels).map(|l| possible_verdicts(ladder, l)).collect();
    let steps = steps(ladder);
    let stepwise: Vec<Vec<Verdict>> = steps
        .iter()
        .map(|step| match &step.conclusion {
            Conclusion::Certain(verdict) | Conclusion::WhateverHidden(verdict) => vec![*verdict],
            Conclusion::Undetermined { possible, .. } => possible.clone(),
        })
        .collect();
    let superiority = superiority(ladder);
    let whole = ladder.whole;
    let quotients = ladder.levels.iter().map(|level| {
        let own = shares(level.focus, level.base)?;
        let all = shares(whole.focus, whole.base).filter(|all| all.low > 0.0)?;
        Some(Range { low: own.low / all.high, high: own.high / all.low, exact: false })
    });
    let quotients: Vec<Option<Range>> = quotients.collect();
    let diversity = ladder.no_strength().unwrap_or_else(|| {
        let strengths = strengths(ladder, &possible, &superiority, quotients.first());
        DiversityWithoutEquity {
            conclusion: conclusion(strengths, false, false).because_if_open(any_unreliable),
            evidence: None,
        }
    });
    let equity = LevelEquity {
        quotients,
        superiority,
        steps,
        ceiling: conclusion(lowest_low(&stepwise, ceiling), false, false)
            .because_if_open(any_unreliable),
        city_disappears_at: conclusion(lowest_low(&possible, |level, _| level), false, false)
            .because_if_open(any_unreliable),
    };
    (equity, diversity)
}

fn possible_verdicts(ladder: &Ladder<'_>, level: usize) -> Vec<Verdict> {
    match &ladder.results[level].conclusion {
        _ if ladder.is_unreliable(level) => UNKNOWN.to_vec(),
        Conclusion::Certain(verdict) | Conclusion::WhateverHidden(verdict) => vec![*verdict],
        Conclusion::Undetermined { possible, .. } => possible.clone(),
    }
}

/// The share's outer bounds; `None` when it can be undefined.
fn shares(focus: Bounds, base: Bounds) -> Option<Range> {
    let (low, high) = (base.low, base.high?);
    let of = |x: u64, n: u64| Share::of(x.min(n), n).map(Share::fraction);
    Some(Range { low: of(focus.low, high)?, high: of(focus.high?, low)?, exact: false })
}

fn steps(ladder: &Ladder<'_>) -> Vec<Step> {
    let (levels, method) = (ladder.levels, ladder.method);
    let measures: Vec<Option<Measure>> = levels
        .windows(2)
        .map(|pair| {
            if pair.iter().any(|level| level.missing) {
                return Some(Measure::NO_DATA);
            }
            let ((focus, people), (x, n)) = pair[0].exact_counts().zip(pair[1].exact_counts())?;
            Some(Measure::of(Yardstick::Feeder { focus, people }, x, n, method))
        })
        .collect();
    let alpha = method.alpha.fraction();
    let verdicts = |own: usize, measure: &Measure| {
        let mut found = Vec::new();
        // Steps with hidden counts weigh least outside the family and most at p = 1.
        for open in [None, Some(1.0)] {
            let others = measures.iter().enumerate().filter(|(step, _)| *step != own);
            let mut p: Vec<f64> = others
                .filter_map(|(_, other)| other.map_or(open, |other| other.family_p()))
                .collect();
            p.push(0.0);
            let family = holm::Family::new(p);
            let ruling = measure.rule(alpha, |p| family.adjusted_when_replaced(0.0, p));
            insert(&mut found, ruling.verdict);
        }
        found
    };
    let step = |(i, measure): (usize, &Option<Measure>)| {
        let (feeder, own) = (&levels[i], &levels[i + 1]);
        let possible = match measure {
            Some(measure) => verdicts(i, measure),
            None => {
                let nobody = feeder.base.low == 0 || own.base.low == 0;
                Verdict::ALL.into_iter().filter(|&v| nobody || v != Verdict::NoData).collect()
            }
        };
        let certain = possible == [Verdict::NoData];
        let unreliable = ladder.is_unreliable(i) || ladder.is_unreliable(i + 1);
        let people = feeder.base.low > 0 && own.base.low > 0 && !feeder.missing && !own.missing;
        let ratio = shares(own.focus, own.base)
            .zip(shares(feeder.focus, feeder.base).filter(|feeder| feeder.low > 0.0));
        Step {
            level: i + 1,
            feeder: i,
            feeder_share: feeder.exact_counts().and_then(|(x, n)| Share::of(x, n)),
            ratio: ratio.map(|(own, feeder)| Range {
                low: own.low / feeder.high,
                high: own.high / feeder.low,
                exact: false,
            }),
            p: match measure {
                Some(measure) => measure.p.map(Range::certain),
                None => people.then_some(Range { low: 0.0, high: 1.0, exact: false }),
            },
            p_adjusted: None,
            robust: None,
            conclusion: conclusion(possible, certain, unreliable),
        }
    };
    measures.iter().enumerate().map(step).collect()
}

fn superiority(ladder: &Ladder<'_>) -> Result<Superiority, NoSuperiority> {
    if ladder.levels.len() < 2 {
        return Err(NoSuperiority::TooFewLevels);
    }
    let cells: Option<Vec<[(u64, u64); 2]>> = ladder.levels.iter().map(corners).collect();
    let cells = cells.ok_or(NoSuperiority::Missing)?;
    let least = |part: usize| cells.iter().map(|cell| cell[part].0).sum::<u64>();
    if least(0) == 0 {
        return Err(NoSuperiority::NobodyInFocus);
    }
    if least(1) == 0 {
        return Err(NoSuperiority::NobodyElse);
    }
    let theta = theta_over(&cells).ok_or(NoSuperiority::Missing)?;
    let people: u64 = least(0) + least(1);
    let kind = match people > ordinal::LARGEST_EXACT_TOTAL {
        true => TestKind::Normal,
        false => TestKind::Exact,
    };
    Ok(Superiority {
        theta,
        net_difference: theta.map(|theta| 2.0 * theta - 1.0),
        test: SuperiorityTest { p: Range { low: 0.0, high: 1.0, exact: false }, kind },
    })
}

/// Least and most in focus and among the others; `None` when missing.
fn corners(level: &States) -> Option<[(u64, u64); 2]> {
    let ends = |part: usize| {
        let low = level.boxes.iter().map(|counts| counts.low[part]).min()?;
        let high = level.boxes.iter().map(|counts| counts.high[part]).max()?;
        Some((low, high))
    };
    if level.missing { None } else { Some([ends(0)?, ends(1)?]) }
}

/// The extremes of theta over a box of counts, entry first: per level focus and other.
pub(crate) fn theta_over(cells: &[[(u64, u64); 2]]) -> Option<Range> {
    let fill = |part: usize, border: usize, most_above: bool| -> Vec<u64> {
        let ends = cells.iter().map(|cell| cell[part]).enumerate();
        ends.map(|(l, (low, high))| if (l >= border) == most_above { high } else { low }).collect()
    };
    let borders = || 0..=cells.len();
    let extremes = |focus_on_top: bool| {
        borders().flat_map(move |focus| borders().map(move |other| (focus, other))).filter_map(
            move |(focus, other)| {
                let focus = fill(0, focus, focus_on_top);
                let other = fill(1, other, !focus_on_top);
                ordinal::probability_of_superiority(&focus, &other)
            },
        )
    };
    Range::spanning(extremes(true).chain(extremes(false)), false)
}

fn strengths(
    ladder: &Ladder<'_>,
    possible: &[Vec<Verdict>],
    superiority: &Result<Superiority, NoSuperiority>,
    entry_quotient: Option<&Option<Range>>,
) -> Vec<Strength> {
    let (method, whole) = (ladder.method, ladder.whole);
    let either = [false, true];
    let limit = |x: u64, n: u64| {
        n > 0 && compare(x.min(n), n, method.below_ratio, ladder.benchmark).is_ge()
    };
    // The lowest share pairs the fewest in focus with the most people, and the other way round.
    let ends = whole.focus.high.zip(whole.base.high).map(|(x, n)| {
        [limit(whole.focus.low, n), limit(x, whole.base.low.max(1)) || whole.base.low == 0]
    });
    let whole_options = narrowed(ends);
    let quotient = method.concentration_quotient.value();
    let entry_verdicts = possible.first().map_or(&[][..], Vec::as_slice);
    let entry_options = match entry_quotient.copied().flatten() {
        Some(range) => narrowed(Some([range.low > quotient, range.high > quotient]))
            .into_iter()
            .chain(entry_verdicts.iter().any(|v| !v.says_something()).then_some(false))
            .collect(),
        None => either.to_vec(),
    };
    let lower_options = match superiority {
        Ok(superiority) => {
            narrowed(Some([superiority.theta.high < 0.5, superiority.theta.low < 0.5]))
        }
        Err(NoSuperiority::TooFewLevels) => vec![false],
        Err(_) => either.to_vec(),
    };
    let is_below = |verdicts: &[Verdict]| verdicts.contains(&Verdict::Below);
    let above_entry = possible.get(1..).unwrap_or_default();
    let below_options = narrowed(Some([
        above_entry.iter().any(|verdicts| *verdicts == [Verdict::Below]),
        above_entry.iter().any(|verdicts| is_below(verdicts)),
    ]));
    let mut found = Vec::new();
    for &whole_not_below in &whole_options {
        for &concentrated_at_entry in &entry_options {
            for &standing_lower in &lower_options {
                for &below in &below_options {
                    for beyond_chance in either {
                        let evidence = Evidence {
                            whole_not_below,
                            concentrated_at_entry,
                            standing_lower,
                            beyond_chance,
                            first_level_below: below.then_some(1),
                        };
                        insert(&mut found, evidence.strength());
                    }
                }
            }
        }
    }
    Strength::ALL.into_iter().filter(|strength| found.contains(strength)).collect()
}

/// What a condition can be, given whether it holds at its least and at its most favourable end.
fn narrowed(ends: Option<[bool; 2]>) -> Vec<bool> {
    match ends {
        Some([least, most]) if least == most => vec![least],
        _ => vec![false, true],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn theta_over_a_box_is_what_trying_every_filling_gives() {
        let boxes = [
            [[(1, 3), (0, 2)], [(0, 4), (2, 3)], [(0, 2), (1, 5)]],
            [[(0, 5), (3, 4)], [(2, 2), (0, 5)], [(1, 2), (0, 1)]],
            [[(2, 2), (2, 2)], [(0, 3), (0, 3)], [(0, 0), (1, 4)]],
        ];
        for cells in boxes {
            let mut fillings: Vec<Vec<u64>> = vec![vec![]];
            for (low, high) in cells.iter().flatten() {
                fillings = fillings
                    .iter()
                    .flat_map(|start| {
                        (*low..=*high).map(move |people| [start.as_slice(), &[people]].concat())
                    })
                    .collect();
            }
            let thetas = fillings.iter().filter_map(|filling| {
                let group =
                    |part| filling.iter().skip(part).step_by(2).copied().collect::<Vec<_>>();
                ordinal::probability_of_superiority(&group(0), &group(1))
            });
            let tried = Range::spanning(thetas, false).expect("people in both groups");
            assert_eq!(theta_over(&cells), Some(tried));
        }
    }
}
