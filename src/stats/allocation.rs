//! What chance alone makes of mutual information, by drawing.
//!
//! What it is for: how large M can become when the same people are placed in units of the same
//! sizes at random. Its expectation is exact and stands in [`super::segregation`]; its percentiles
//! have no closed form, so they are drawn.
//!
//! What is absent: seeds. The caller gives the stream of [`super::random`] and says its seed.

use super::random::Random;
use super::segregation::mutual_information;
use crate::sorted::sort_by;

/// M, in nats, of so many random allocations with the margins of this table.
///
/// Each allocation places the focus group unit by unit: a unit of t people holds a hypergeometric
/// number of those who are left. Undefined (`None`) where M is.
///
/// ```
/// use byspejl::stats::allocation::drawn_information;
/// use byspejl::stats::random::Random;
/// // Two people in two units: whoever is where, the unit tells the group.
/// let drawn = drawn_information(&[1, 0], &[0, 1], 3, &mut Random::seeded(1)).unwrap();
/// assert!(drawn.iter().all(|m| (m - std::f64::consts::LN_2).abs() < 1e-14));
/// ```
pub fn drawn_information(
    focus: &[u64],
    other: &[u64],
    allocations: usize,
    random: &mut Random,
) -> Option<Vec<f64>> {
    mutual_information(focus, other)?;
    let (x, y): (u64, u64) = (focus.iter().sum(), other.iter().sum());
    let (mut drawn, mut rest) = (vec![0; focus.len()], vec![0; focus.len()]);
    let draws = (0..allocations).filter_map(|_| {
        let (mut x, mut y) = (x, y);
        for unit in 0..focus.len() {
            let size = focus[unit] + other[unit];
            let inside = random.hypergeometric(x, y, size);
            (drawn[unit], rest[unit]) = (inside, size - inside);
            (x, y) = (x - inside, y - (size - inside));
        }
        mutual_information(&drawn, &rest)
    });
    Some(draws.collect())
}

/// The value that a part of all values, 0 to 1, does not exceed; between two values it lies in
/// proportion (type 7 of R. Hyndman and Y. Fan 1996). Undefined (`None`) of no values and for
/// other parts.
///
/// ```
/// use byspejl::stats::allocation::quantile;
/// assert_eq!(quantile(vec![4.0, 1.0, 2.0], 0.75), Some(3.0));
/// ```
pub fn quantile(mut values: Vec<f64>, part: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&part) {
        return None;
    }
    sort_by(&mut values, |a, b| a < b);
    let place = part * values.len().checked_sub(1)? as f64;
    let below = *values.get(place as usize)?;
    let above = values.get(place as usize + 1).copied().unwrap_or(below);
    Some(below + (place - libm::floor(place)) * (above - below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_r_s_default() {
        // quantile(c(10, 20, 30, 40), c(0, .1, .5, .95, 1)) in R.
        let of = |part| quantile(vec![40.0, 10.0, 30.0, 20.0], part).expect("four values");
        for (part, value) in [(0.0, 10.0), (0.1, 13.0), (0.5, 25.0), (0.95, 38.5), (1.0, 40.0)] {
            assert!((of(part) - value).abs() < 1e-12, "{part}");
        }
        assert_eq!((quantile(Vec::new(), 0.5), quantile(vec![1.0], 1.5)), (None, None));
    }

    #[test]
    fn one_group_alone_is_not_drawn() {
        assert_eq!(drawn_information(&[3, 4], &[0, 0], 10, &mut Random::seeded(1)), None);
    }
}
