//! How unevenly two groups are spread over units that have no order.
//!
//! What it is for: dissimilarity with what pure chance would give, and Theil's information
//! indices. Each function takes one count per unit for each group; empty units change nothing.
//!
//! What is absent: any order of the units; for that read [`super::ordinal`]. Percentiles under
//! random allocation need a source of randomness; for them read [`super::allocation`].

use super::hypergeometric::Hypergeometric;
use super::two_sided::CountDistribution;

/// Index of dissimilarity: the share of one group that would have to change unit for even spread.
///
/// 0 means that both groups are spread alike, 1 that no unit holds both. Definition: half the sum
/// of |x_a / X - y_a / Y| (O. D. Duncan and B. Duncan 1955).
///
/// Undefined (`None`) when either group is empty or the slices differ in length.
///
/// ```
/// use byspejl::stats::segregation::dissimilarity;
/// assert_eq!(dissimilarity(&[100, 60, 40, 0], &[0, 40, 60, 100]), Some(0.6));
/// ```
pub fn dissimilarity(focus: &[u64], other: &[u64]) -> Option<f64> {
    let (x, y) = totals(focus, other)?;
    // Over a common denominator the differences are whole numbers.
    let differences: u128 = units(focus, other)
        .map(|(f, o)| (u128::from(f) * u128::from(y)).abs_diff(u128::from(o) * u128::from(x)))
        .sum();
    Some(differences as f64 / (2.0 * x as f64 * y as f64))
}

/// Dissimilarity to expect if people were allocated to the units at random.
///
/// Exact for the table's own margins. 0 would mean that chance spreads the groups evenly, which
/// large units approach; 1 that every unit holds one person. C. Winship (1977).
///
/// With N people in all, a unit of t people adds N / (2 X Y) E|K - tX/N| for a hypergeometric K,
/// and that expectation is 2 k (Y - t + k) P(k) / N at the least k above the mean (P. Diaconis and
/// S. Zabell 1991, "Closed form summation for classical distributions").
///
/// Undefined (`None`) where [`dissimilarity`] is.
///
/// ```
/// use byspejl::stats::segregation::expected_dissimilarity;
/// let expected = expected_dissimilarity(&[28, 3], &[72, 97]).unwrap();
/// assert!((expected - 0.078_793_055_490_359).abs() < 1e-14);
/// ```
pub fn expected_dissimilarity(focus: &[u64], other: &[u64]) -> Option<f64> {
    let (x, y) = totals(focus, other)?;
    let mut sum = 0.0;
    for (f, o) in units(focus, other) {
        let size = f + o;
        let Some(allocation) = Hypergeometric::new(x, y, size) else {
            continue;
        };
        let mean = u128::from(size) * u128::from(x) / (u128::from(x) + u128::from(y));
        let above = mean as u64 + 1;
        if above <= allocation.highest() {
            let probability = libm::exp(allocation.ln_probability(above));
            sum += above as f64 * (y + above - size) as f64 * probability;
        }
    }
    Some(sum / (x as f64 * y as f64))
}

/// Dissimilarity beyond chance: (D - E\[D\]) / (1 - E\[D\]), never below 0.
///
/// 0 means no more uneven than chance would make it, 1 that no unit holds both groups.
/// C. Winship (1977); W. Carrington and K. Troske (1997) divide the same way.
///
/// Undefined (`None`) where [`dissimilarity`] is, and when chance alone gives complete separation
/// (every unit holds one person).
///
/// ```
/// use byspejl::stats::segregation::corrected_dissimilarity;
/// assert_eq!(corrected_dissimilarity(&[10, 11, 26], &[39, 57, 88]), Some(0.0));
/// ```
pub fn corrected_dissimilarity(focus: &[u64], other: &[u64]) -> Option<f64> {
    let observed = dissimilarity(focus, other)?;
    let largest_unit = units(focus, other).map(|(f, o)| f + o).max()?;
    if largest_unit <= 1 {
        return None;
    }
    let expected = expected_dissimilarity(focus, other)?;
    Some(((observed - expected) / (1.0 - expected)).max(0.0))
}

/// Mutual information M of unit and group, in nats.
///
/// 0 means that the unit says nothing about the group; the entropy of the groups (at most ln 2)
/// that it says everything. Definition: sum of p_ug ln(p_ug / (p_u p_g)) (H. Theil; R. Mora and
/// J. Ruiz-Castillo 2011). M over all cells of two classifications is M over one of them plus
/// what the other adds within it.
///
/// Undefined (`None`) when either group is empty or the slices differ in length.
///
/// ```
/// use byspejl::stats::segregation::mutual_information;
/// let m = mutual_information(&[10, 20, 30], &[30, 20, 10]).unwrap();
/// assert!((m - 0.087_208_023_960_758).abs() < 1e-14);
/// ```
pub fn mutual_information(focus: &[u64], other: &[u64]) -> Option<f64> {
    let (x, y) = totals(focus, other)?;
    let sum: f64 = units(focus, other).map(|(f, o)| unit_information(f, f + o, x, y)).sum();
    Some((sum / (x as f64 + y as f64)).max(0.0))
}

/// Mutual information to expect if people were allocated to the units at random, in nats.
///
/// Exact for the table's own margins: M is a sum over units, and a unit's count of one group is
/// then hypergeometric. Small units make it large, which is why M alone must not be read.
///
/// Undefined (`None`) where [`mutual_information`] is.
///
/// ```
/// use byspejl::stats::segregation::expected_mutual_information;
/// // Two people in two units: whoever is where, the unit tells the group, so M is always ln 2.
/// let expected = expected_mutual_information(&[1, 0], &[0, 1]).unwrap();
/// assert!((expected - std::f64::consts::LN_2).abs() < 1e-14);
/// ```
pub fn expected_mutual_information(focus: &[u64], other: &[u64]) -> Option<f64> {
    let (x, y) = totals(focus, other)?;
    let sum: f64 = units(focus, other)
        .map(|(f, o)| match Hypergeometric::new(x, y, f + o) {
            Some(allocation) => expected_unit_information(&allocation, f + o, x, y),
            None => unit_information(f, f + o, x, y),
        })
        .sum();
    Some((sum / (x as f64 + y as f64)).max(0.0))
}

/// Theil's information index H: mutual information as a share of the entropy of the groups.
///
/// 0 means that both groups are spread alike, 1 that no unit holds both. Undefined (`None`) where
/// [`mutual_information`] is.
///
/// ```
/// use byspejl::stats::segregation::information_index;
/// let h = information_index(&[10, 20, 30], &[30, 20, 10]).unwrap();
/// assert!((h - 0.125_814_583_693_911).abs() < 1e-14);
/// ```
pub fn information_index(focus: &[u64], other: &[u64]) -> Option<f64> {
    let information = mutual_information(focus, other)?;
    let (x, y) = totals(focus, other)?;
    let total = x as f64 + y as f64;
    let (p, q) = (x as f64 / total, y as f64 / total);
    Some((information / -(p * libm::log(p) + q * libm::log(q))).min(1.0))
}

/// How uncertain the group of the people in one unit is, in nats, added up over them.
///
/// 0 means that all are in one group; at most ln 2 for each of them. M is what knowing the unit
/// takes away: the uncertainty of everybody together less that of each unit, divided by the people.
///
/// ```
/// use byspejl::stats::segregation::uncertainty;
/// assert_eq!(uncertainty(3, 0), 0.0);
/// assert!((uncertainty(2, 2) - 4.0 * std::f64::consts::LN_2).abs() < 1e-14);
/// ```
pub fn uncertainty(focus: u64, other: u64) -> f64 {
    let all = focus as f64 + other as f64;
    let part = |count: u64| match count {
        0 => 0.0,
        _ => count as f64 * libm::log(all / count as f64),
    };
    part(focus) + part(other)
}

fn units(focus: &[u64], other: &[u64]) -> impl Iterator<Item = (u64, u64)> {
    focus.iter().copied().zip(other.iter().copied())
}

/// Sizes of both groups; `None` when one is empty, the slices differ or the sums overflow.
fn totals(focus: &[u64], other: &[u64]) -> Option<(u64, u64)> {
    if focus.len() != other.len() {
        return None;
    }
    let sum = |group: &[u64]| group.iter().try_fold(0_u64, |sum, &n| sum.checked_add(n));
    let (x, y) = (sum(focus)?, sum(other)?);
    x.checked_add(y)?;
    (x > 0 && y > 0).then_some((x, y))
}

/// What a unit with `f` of its `size` people in a group of `x` (against `y`) adds to N times M.
fn unit_information(f: u64, size: u64, x: u64, y: u64) -> f64 {
    let (x, y, total) = (x as f64, y as f64, x as f64 + y as f64);
    let part = |count: u64, group: f64| match count {
        0 => 0.0,
        _ => count as f64 * libm::log(count as f64 / size as f64 * (total / group)),
    };
    part(f, x) + part(size - f, y)
}

fn expected_unit_information(allocation: &Hypergeometric, size: u64, x: u64, y: u64) -> f64 {
    // Outcomes this much rarer than the commonest add nothing to a double.
    const NEGLIGIBLE: f64 = 1e-25;
    let mode = allocation.mode();
    let mut sum = unit_information(mode, size, x, y);
    let (mut k, mut likelihood) = (mode, 1.0);
    while k < allocation.highest() && likelihood > NEGLIGIBLE {
        likelihood *= allocation.rise(k);
        k += 1;
        sum += likelihood * unit_information(k, size, x, y);
    }
    (k, likelihood) = (mode, 1.0);
    while k > allocation.lowest() && likelihood > NEGLIGIBLE {
        likelihood *= allocation.fall(k);
        k -= 1;
        sum += likelihood * unit_information(k, size, x, y);
    }
    sum * libm::exp(allocation.ln_probability(mode))
}
