//! A share of people, kept as an exact fraction.

use std::cmp::Ordering;

/// A part of a whole: 0 is nobody, 1 is everybody.
///
/// Kept as two whole numbers, because "80 % of the city's share exactly" must not depend on
/// rounding (methods: ratios and shortfalls are compared as exact fractions).
#[derive(Clone, Copy, Debug)]
pub struct Share {
    part: u64,
    whole: u64,
}

impl Share {
    /// The share `part / whole`; undefined when the whole is empty or smaller than the part.
    ///
    /// `Share::of(2, 40)` is 0.05.
    pub const fn of(part: u64, whole: u64) -> Option<Share> {
        if whole > 0 && part <= whole { Some(Share { part, whole }) } else { None }
    }

    /// A share given in hundredths of a percent: 2891 is 28.91 %. Undefined above 10,000.
    pub const fn from_basis_points(points: u32) -> Option<Share> {
        Share::of(points as u64, 10_000)
    }

    pub fn part(self) -> u64 {
        self.part
    }

    pub fn whole(self) -> u64 {
        self.whole
    }

    /// What is left to one.
    pub fn complement(self) -> Share {
        Share { part: self.whole - self.part, whole: self.whole }
    }

    /// As a fraction, 0 to 1, correctly rounded.
    pub fn fraction(self) -> f64 {
        self.part as f64 / self.whole as f64
    }

    /// In percent, 0 to 100.
    pub fn percent(self) -> f64 {
        100.0 * self.part as f64 / self.whole as f64
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Share) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Share) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Share) -> Ordering {
        let left = u128::from(self.part) * u128::from(other.whole);
        let right = u128::from(other.part) * u128::from(self.whole);
        left.cmp(&right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_whole_has_no_share() {
        assert_eq!(Share::of(0, 0), None);
        assert_eq!(Share::of(3, 2), None);
        assert_eq!(Share::of(2, 40).map(Share::fraction), Some(0.05));
    }

    #[test]
    fn shares_compare_as_fractions() {
        assert_eq!(Share::of(1, 3), Share::of(2, 6));
        assert!(Share::of(1, 3) < Share::of(334, 1000));
    }

    #[test]
    fn a_reported_percentage_is_the_decimal_people_read() {
        let city = Share::from_basis_points(2891).expect("below one");
        assert_eq!(city.fraction(), 0.2891);
        assert_eq!(city.complement().fraction(), 0.7109);
    }
}
