//! Many possible courses of the same years, by chance that can be repeated.
//!
//! What it is for: how far a path may stray from its expectation. Each course takes the year step
//! of [`super::projection`] with whole people: who leaves and who is promoted is drawn without
//! replacement from the level (hypergeometric), who is hired is drawn by the focus share of outside
//! hires (binomial), and numbers of people that are fractions are rounded up or down at random so
//! that their expectation stays.
//!
//! What is absent: seeds and how many courses are enough; both are given. Read next:
//! [`super::random`].

use super::projection::{Level, path};
use super::random::Random;

/// A level with more people than this is not simulated: chance hardly moves it, and one draw takes
/// as many steps as its standard deviation has people.
pub const MOST_PEOPLE: f64 = 10_000_000.0;

/// Courses being drawn, a few at a time.
#[derive(Debug, Clone)]
pub struct Simulation {
    levels: Vec<Level>,
    /// Expected headcounts, by year and level.
    headcounts: Vec<Vec<f64>>,
    random: Random,
    /// Focus counts, by year and level, one a course.
    drawn: Vec<Vec<Vec<i64>>>,
}

/// What many courses of one level amount to in one year, in people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    pub mean: f64,
    /// Of the courses, not of their mean.
    pub standard_deviation: f64,
    /// One course in ten ends below it (quantile of type 7).
    pub low: f64,
    /// One course in ten ends above it.
    pub high: f64,
}

/// One level within a course.
#[derive(Clone, Copy)]
struct Count {
    people: u64,
    /// Below 0 or above the people only where rates do not fit together, as the expectation is then.
    focus: i64,
}

impl Simulation {
    /// Starts from levels, lowest first, whose counts are whole. `None` when a level has, or comes
    /// to have, more than [`MOST_PEOPLE`].
    pub fn new(levels: &[Level], years: usize, seed: u64) -> Option<Simulation> {
        let path = path(levels, years);
        let fits = |level: &Level| level.headcount <= MOST_PEOPLE;
        if !path.iter().flatten().all(fits) {
            return None;
        }
        let headcount = |year: &Vec<Level>| year.iter().map(|level| level.headcount).collect();
        Some(Simulation {
            levels: levels.to_vec(),
            headcounts: path.iter().map(headcount).collect(),
            random: Random::seeded(seed),
            drawn: vec![vec![Vec::new(); levels.len()]; years + 1],
        })
    }

    /// How many courses have been drawn.
    pub fn courses(&self) -> usize {
        self.drawn.first().and_then(|year| year.first()).map_or(0, Vec::len)
    }

    /// Roughly how much work one course is, in draws.
    pub fn effort(&self) -> f64 {
        let steps = |people: &f64| 3.0 * (1.0 + libm::sqrt(*people) / 64.0);
        self.headcounts.iter().flatten().map(steps).sum()
    }

    /// Draws so many courses more.
    pub fn run(&mut self, courses: usize) {
        for _ in 0..courses {
            let offsets: Vec<f64> = self.levels.iter().map(|_| self.random.uniform()).collect();
            let start = |level: &Level| {
                let people = libm::round(level.headcount) as u64;
                Count { people, focus: (libm::round(level.focus) as i64).min(people as i64) }
            };
            let mut now: Vec<Count> = self.levels.iter().map(start).collect();
            for year in 0..self.headcounts.len() {
                if year > 0 {
                    // One offset a course, so that a level that only grows never shrinks by chance.
                    let planned = self.headcounts[year].iter().zip(&offsets);
                    let planned: Vec<u64> = planned
                        .map(|(people, offset)| libm::floor(people + offset) as u64)
                        .collect();
                    self.step(&mut now, &planned);
                }
                for (level, count) in now.iter().enumerate() {
                    self.drawn[year][level].push(count.focus);
                }
            }
        }
    }

    /// One year, from the top down, as in [`super::projection::flows`].
    fn step(&mut self, now: &mut [Count], planned: &[u64]) {
        let random = &mut self.random;
        let mut promoted_out = 0;
        let mut moved = vec![0_i64; now.len()];
        // The focus count among those promoted into the level above is known one level later.
        for level in (0..now.len()).rev() {
            let rates = &self.levels[level];
            let Count { people, focus } = now[level];
            let promoted = promoted_out;
            let wanted = planned[level];
            let leaving = random.rounded(rates.exit_rate * people as f64);
            let vacancies = (wanted + leaving + promoted).saturating_sub(people);
            let leaving = leaving + people.saturating_sub(wanted + leaving + promoted);
            let feeder = if level > 0 { now[level - 1].people } else { 0 };
            let promoted_in = match feeder {
                0 => 0,
                _ => random.rounded(rates.filled_from_below * vacancies as f64),
            };
            let hired = random.binomial(vacancies - promoted_in, rates.outside_share);

            let gone = promoted + leaving;
            let gone_focus = gone_focus(random, now[level], gone);
            let risen = drawn(random, gone_focus, gone, promoted);
            if let Some(above) = moved.get_mut(level + 1) {
                *above += risen;
            }
            moved[level] += focus + hired as i64 - gone_focus;
            now[level].people = wanted;
            promoted_out = promoted_in;
        }
        for (count, focus) in now.iter_mut().zip(moved) {
            count.focus = focus;
        }
    }

    /// Each level's spread in each year, from the start on; all 0 before a course has been drawn.
    pub fn spreads(&self) -> Vec<Vec<Spread>> {
        let spreads = |year: &Vec<Vec<i64>>| year.iter().map(|drawn| spread(drawn)).collect();
        self.drawn.iter().map(spreads).collect()
    }
}

/// How many of the focus group are among so many who go. More may go in a year than there were at
/// its start: the others came during the year and are drawn as the level is.
fn gone_focus(random: &mut Random, count: Count, gone: u64) -> i64 {
    let Count { people, focus } = count;
    if gone <= people || people == 0 {
        return drawn(random, focus, people, gone.min(people));
    }
    let share = focus as f64 / people as f64;
    focus + rounded(random, (gone - people) as f64 * share)
}

/// How many of `marked` among `all` are in a draw of so many without replacement; its expectation
/// where `marked` is no count among them.
fn drawn(random: &mut Random, marked: i64, all: u64, draws: u64) -> i64 {
    match u64::try_from(marked) {
        Ok(marked) if marked <= all => random.hypergeometric(marked, all - marked, draws) as i64,
        _ if all == 0 => 0,
        _ => rounded(random, draws as f64 * marked as f64 / all as f64),
    }
}

fn rounded(random: &mut Random, value: f64) -> i64 {
    let size = random.rounded(libm::fabs(value)) as i64;
    if value < 0.0 { -size } else { size }
}

fn spread(drawn: &[i64]) -> Spread {
    let mut sorted = drawn.to_vec();
    sorted.sort_unstable();
    let count = sorted.len().max(1) as f64;
    let mean = sorted.iter().map(|&focus| focus as f64).sum::<f64>() / count;
    let squares = sorted.iter().map(|&focus| (focus as f64 - mean) * (focus as f64 - mean));
    let variance = squares.sum::<f64>() / (count - 1.0).max(1.0);
    Spread {
        mean,
        standard_deviation: libm::sqrt(variance),
        low: quantile(&sorted, 0.1).unwrap_or(0.0),
        high: quantile(&sorted, 0.9).unwrap_or(0.0),
    }
}

/// The quantile of type 7 (R. J. Hyndman & Y. Fan, 1996): linear between order statistics, with
/// the least at 0 and the largest at 1. Takes values in ascending order; `None` without any.
///
/// ```
/// use byspejl::stats::simulation::quantile;
/// assert_eq!(quantile(&[1, 2, 3, 4, 10], 0.875), Some(7.0));
/// ```
pub fn quantile(ascending: &[i64], probability: f64) -> Option<f64> {
    let last = ascending.len().checked_sub(1)?;
    let place = probability.clamp(0.0, 1.0) * last as f64;
    let below = libm::floor(place) as usize;
    let (low, high) = (ascending[below] as f64, ascending[(below + 1).min(last)] as f64);
    Some(low + (place - below as f64) * (high - low))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(headcount: f64, focus: f64, filled_from_below: f64) -> Level {
        Level {
            headcount,
            focus,
            growth: 0.0,
            exit_rate: 0.12,
            filled_from_below,
            outside_share: 0.3,
        }
    }

    fn simulated(levels: &[Level], years: usize, seed: u64) -> Vec<Vec<Spread>> {
        let mut simulation = Simulation::new(levels, years, seed).expect("small levels");
        simulation.run(500);
        simulation.spreads()
    }

    #[test]
    fn quantiles_of_type_7_lie_between_the_order_statistics() {
        // By hand: (5 - 1) 0.1 = 0.4 of the way from the first to the second.
        assert_eq!(quantile(&[0, 10, 20, 30, 40], 0.1), Some(4.0));
        assert_eq!(quantile(&[7], 0.9), Some(7.0));
        assert_eq!(quantile(&[1, 2], 0.5), Some(1.5));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn the_start_is_certain_and_the_years_are_not() {
        let spreads = simulated(&[level(100.0, 20.0, 0.0)], 3, 1);
        assert_eq!((spreads[0][0].low, spreads[0][0].high), (20.0, 20.0));
        assert!(spreads[3][0].low < spreads[3][0].high);
    }

    #[test]
    fn the_same_seed_draws_the_same_courses_in_slices_of_any_size() {
        let levels = [level(60.0, 20.0, 0.0), level(12.0, 1.0, 0.5)];
        let whole = simulated(&levels, 4, 7);
        let mut sliced = Simulation::new(&levels, 4, 7).expect("small levels");
        while sliced.courses() < 500 {
            sliced.run(23.min(500 - sliced.courses()));
        }
        assert_eq!(whole, sliced.spreads());
        assert_ne!(whole, simulated(&levels, 4, 8));
    }

    #[test]
    fn a_level_that_nobody_leaves_or_joins_stays_as_it_is() {
        let still = Level { exit_rate: 0.0, ..level(40.0, 9.0, 0.0) };
        let spreads = simulated(&[still], 5, 3);
        assert_eq!((spreads[5][0].low, spreads[5][0].high), (9.0, 9.0));
    }

    #[test]
    fn a_level_too_large_for_chance_to_matter_is_not_simulated() {
        assert!(Simulation::new(&[level(20_000_000.0, 1.0, 0.0)], 1, 1).is_none());
        assert!(Simulation::new(&[], 1, 1).is_some());
    }
}
