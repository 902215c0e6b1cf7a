//! A decimal number in whole billionths: exact on the way from page to file and back.
//!
//! Spreadsheets, CSV and JSON write numbers as digits; whole numbers of a fixed unit have one way
//! to be written and need no floating-point printing, which would weigh more than all the rest.

use std::fmt;

/// Decimals after the point.
const PLACES: usize = 9;
const UNIT: i64 = 1_000_000_000;

/// A number in billionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// The nearest one, half away from zero; what is no number is 0, what is too large the largest.
    pub fn of(number: f64) -> Decimal {
        Decimal((number * UNIT as f64).round() as i64)
    }

    pub fn from_billionths(billionths: i64) -> Decimal {
        Decimal(billionths)
    }

    pub fn billionths(self) -> i64 {
        self.0
    }

    /// The nearest floating-point number.
    pub fn value(self) -> f64 {
        self.0 as f64 / UNIT as f64
    }
}

/// Digits with a point and no more decimals than needed: "0.2891", "-32.82", "12".
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let (whole, part) =
            (self.0.unsigned_abs() / UNIT as u64, self.0.unsigned_abs() % UNIT as u64);
        f.write_str(&whole.to_string())?;
        if part == 0 {
            return Ok(());
        }
        let digits = part.to_string();
        f.write_str(".")?;
        f.write_str(&"0".repeat(PLACES - digits.len()))?;
        f.write_str(digits.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_with_the_decimals_it_needs() {
        let written = |number: f64| Decimal::of(number).to_string();
        assert_eq!(written(0.2891), "0.2891");
        assert_eq!(written(-32.82), "-32.82");
        assert_eq!(written(12.0), "12");
        assert_eq!(written(0.000_000_04), "0.00000004");
        assert_eq!(written(-0.000_000_000_1), "0");
    }

    #[test]
    fn numbers_that_are_none_become_nothing_strange() {
        assert_eq!(Decimal::of(f64::NAN).to_string(), "0");
        assert_eq!(Decimal::of(1e300).billionths(), i64::MAX);
    }

    #[test]
    fn a_written_number_reads_back_to_the_same() {
        for number in [0.05, 1.0 / 3.0, 640.0, -7.125] {
            let decimal = Decimal::of(number);
            let read: f64 = decimal.to_string().parse().expect("digits");
            assert_eq!(Decimal::of(read), decimal);
        }
    }
}
