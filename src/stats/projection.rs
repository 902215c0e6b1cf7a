//! A year's turnover through a ladder of levels, as an expectation.
//!
//! What it is for: what ordinary leaving, promotion and hiring do to each level's share, and which
//! share of outside hires would bring one level to a goal.
//!
//! What is absent: chance (the numbers are expectations and may be fractions), default rates, and
//! any judgement of what is reachable.
//!
//! Those who leave or are promoted mirror the level they leave. Levels are given from the lowest
//! to the top. Leaving and promotion may together pass a level's headcount when a small level
//! feeds a large one; the expectation is then formed as it stands.

/// One level at the start of a year, with what will happen to it every year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// People.
    pub headcount: f64,
    /// Those of them in the focus group.
    pub focus: f64,
    /// Growth of the headcount a year: 0 keeps it, 0.02 adds 2 %.
    pub growth: f64,
    /// Share of the level that leaves in a year, 0..=1.
    pub exit_rate: f64,
    /// Share of the vacancies filled from the level below, 0..=1. Not used at the lowest level
    /// or above an empty one, where nobody can be promoted.
    pub filled_from_below: f64,
    /// Focus share of those hired from outside, 0..=1.
    pub outside_share: f64,
}

/// What one year moves into and out of one level, in people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// Those who leave, including those a shrinking level cannot keep.
    pub leaving: f64,
    /// Those promoted to the level above.
    pub promoted_out: f64,
    /// Those promoted from the level below.
    pub promoted_in: f64,
    /// Those hired from outside.
    pub hired: f64,
}

/// The flows of one year, in the order of the levels.
///
/// From the top down: vacancies are growth, leavers and those promoted out; where they would be
/// negative, as many more leave instead.
///
/// ```
/// use byspejl::stats::projection::{Level, flows};
/// let level = Level {
///     headcount: 100.0, focus: 20.0, growth: 0.0, exit_rate: 0.12,
///     filled_from_below: 0.0, outside_share: 0.3,
/// };
/// assert_eq!(flows(&[level])[0].hired, 12.0);
/// ```
pub fn flows(levels: &[Level]) -> Vec<Flow> {
    let mut flows = Vec::with_capacity(levels.len());
    let mut promoted_out = 0.0;
    for (l, level) in levels.iter().enumerate().rev() {
        let mut leaving = level.exit_rate * level.headcount;
        let vacancies = level.growth * level.headcount + leaving + promoted_out;
        leaving += (-vacancies).max(0.0);
        let vacancies = vacancies.max(0.0);
        let feeder_has_people = l > 0 && levels[l - 1].headcount > 0.0;
        let promoted_in = if feeder_has_people { level.filled_from_below * vacancies } else { 0.0 };
        flows.push(Flow { leaving, promoted_out, promoted_in, hired: vacancies - promoted_in });
        promoted_out = promoted_in;
    }
    flows.reverse();
    flows
}

/// The levels one year later, in the same order.
///
/// ```
/// use byspejl::stats::projection::{Level, next_year};
/// let level = Level {
///     headcount: 100.0, focus: 20.0, growth: 0.0, exit_rate: 0.10,
///     filled_from_below: 0.0, outside_share: 0.30,
/// };
/// // 2 of the 10 leavers and 3 of the 10 hired are in the focus group.
/// assert_eq!(next_year(&[level])[0].focus, 21.0);
/// ```
pub fn next_year(levels: &[Level]) -> Vec<Level> {
    let share = |level: &Level| {
        if level.headcount > 0.0 { level.focus / level.headcount } else { 0.0 }
    };
    let mut feeder_share = 0.0;
    levels
        .iter()
        .zip(flows(levels))
        .map(|(level, flow)| {
            let own_share = share(level);
            let focus = level.focus - own_share * (flow.leaving + flow.promoted_out)
                + flow.promoted_in * feeder_share
                + flow.hired * level.outside_share;
            feeder_share = own_share;
            Level { headcount: level.headcount * (1.0 + level.growth), focus, ..*level }
        })
        .collect()
}

/// The levels now and after each of `years` years: `years + 1` entries, the first as given.
pub fn path(levels: &[Level], years: usize) -> Vec<Vec<Level>> {
    let mut path = Vec::with_capacity(years + 1);
    path.push(levels.to_vec());
    for _ in 0..years {
        let next = path.last().map_or_else(Vec::new, |now| next_year(now));
        path.push(next);
    }
    path
}

/// Focus share of outside hires at one level that brings it to `benchmark` in each year ahead.
///
/// Entry t answers "if this share were kept for t + 1 years and then judged". All other levels
/// hire at `benchmark`; the goal is `benchmark` times the level's headcount in that year. The
/// focus count is affine in the share, so two paths, at shares 0 and 1, solve every year exactly.
///
/// A result above 1 or below 0 is no share: ordinary turnover does not lead to the goal in that
/// year. `None` for a year by which nobody was hired from outside, and an empty result when
/// there is no such level.
pub fn required_outside_shares(
    levels: &[Level],
    level: usize,
    benchmark: f64,
    years: usize,
) -> Vec<Option<f64>> {
    if level >= levels.len() {
        return Vec::new();
    }
    let path_at = |share: f64| {
        let mut levels = levels.to_vec();
        for (l, input) in levels.iter_mut().enumerate() {
            input.outside_share = if l == level { share } else { benchmark };
        }
        path(&levels, years)
    };
    let (none, all) = (path_at(0.0), path_at(1.0));
    none.iter()
        .zip(&all)
        .skip(1)
        .map(|(none, all)| {
            let goal = benchmark * none[level].headcount;
            let effect = all[level].focus - none[level].focus;
            (effect != 0.0).then(|| (goal - none[level].focus) / effect)
        })
        .collect()
}

/// The last entry of [`required_outside_shares`]: the share needed to reach the goal in `years`.
///
/// Undefined (`None`) when years = 0, nobody is hired from outside, or there is no such level.
///
/// ```
/// use byspejl::stats::projection::{Level, required_outside_share};
/// let level = Level {
///     headcount: 100.0, focus: 20.0, growth: 0.0, exit_rate: 0.10,
///     filled_from_below: 0.0, outside_share: 0.0,
/// };
/// // 18 stay, so 2 of the 10 hired are needed for a goal of 20.
/// let required = required_outside_share(&[level], 0, 0.20, 1).unwrap();
/// assert!((required - 0.20).abs() < 1e-12);
/// ```
pub fn required_outside_share(
    levels: &[Level],
    level: usize,
    benchmark: f64,
    years: usize,
) -> Option<f64> {
    required_outside_shares(levels, level, benchmark, years).last().copied().flatten()
}
