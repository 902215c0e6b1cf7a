//! Reading one percentage as people write it in a field.
//!
//! "12", "12,5", "12.5 %" and "-3" are read, to two decimals, whatever the language; what is written
//! back has the comma or point it is given. Absent: counts ([`super::count`]).

/// A number of hundredths of a percent: 2891 is 28.91 %.
pub type BasisPoints = i32;

/// The most that is read: 10,000 %.
const LARGEST: BasisPoints = 1_000_000;

/// Why a text is no percentage of the wanted kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PercentError {
    /// Write a number such as 12 or 12.5.
    NotANumber,
    /// More than two decimals: round it.
    TooPrecise,
    /// Outside these bounds, both included: write a number within them.
    OutOfBounds { low: BasisPoints, high: BasisPoints },
}

/// Reads one field; `None` when nothing is written.
///
/// `read("12,5 %", 0, 10_000)` is 1250.
///
/// # Errors
/// See [`PercentError`].
pub fn read(
    text: &str,
    low: BasisPoints,
    high: BasisPoints,
) -> Result<Option<BasisPoints>, PercentError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let digits = text.trim_start_matches(['-', '−', '–']);
    let is_negative = match text.chars().count() - digits.chars().count() {
        0 => false,
        1 => true,
        _ => return Err(PercentError::NotANumber),
    };
    let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) {
        return Err(PercentError::NotANumber);
    }
    let decimals = decimals.trim_end_matches('0').as_bytes();
    if decimals.len() > 2 {
        return Err(PercentError::TooPrecise);
    }
    let digit = |place: usize| decimals.get(place).map_or(0, |digit| i32::from(digit - b'0'));
    let out_of_bounds = PercentError::OutOfBounds { low, high };
    let whole: BasisPoints = whole.parse().map_err(|_| out_of_bounds)?;
    if whole > LARGEST / 100 {
        return Err(out_of_bounds);
    }
    let points = 100 * whole + 10 * digit(0) + digit(1);
    let points = if is_negative { -points } else { points };
    if (low..=high).contains(&points) { Ok(Some(points)) } else { Err(out_of_bounds) }
}

/// The number as it is written in a field, without the sign: 1250 is "12,5" with a comma.
pub fn write(points: BasisPoints, separator: char) -> String {
    let sign = if points < 0 { "-" } else { "" };
    let points = points.unsigned_abs();
    let mut text = format!("{sign}{}", points / 100);
    if !points.is_multiple_of(100) {
        text.push(separator);
        let decimals = format!("{:02}", points % 100);
        text.push_str(decimals.trim_end_matches('0'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Option<BasisPoints>, PercentError>) {
        assert_eq!(read(text, -500, 10_000), expected, "{text:?}");
    }

    #[test]
    fn percentages_are_read_with_comma_or_point_and_with_or_without_a_sign() {
        check("", Ok(None));
        check("  ", Ok(None));
        check("12", Ok(Some(1200)));
        check(" 12,5 % ", Ok(Some(1250)));
        check("12.25%", Ok(Some(1225)));
        check("12,50", Ok(Some(1250)));
        check("12,000", Ok(Some(1200)));
        check("0,05", Ok(Some(5)));
        check("-3", Ok(Some(-300)));
        check("−0,5", Ok(Some(-50)));
        check("100", Ok(Some(10_000)));
    }

    #[test]
    fn anything_else_says_what_is_wrong_with_it() {
        let out = Err(PercentError::OutOfBounds { low: -500, high: 10_000 });
        for text in ["100,01", "-6", "99999999999999999999", "21474836"] {
            check(text, out);
        }
        check("12,345", Err(PercentError::TooPrecise));
        for text in ["tolv", "12,", ",5", "1,2,3", "--3", "12 %%", "1 2", "%"] {
            check(text, Err(PercentError::NotANumber));
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        for points in [0, 5, 50, 1200, 1250, 1225, -300, -50, 10_000] {
            for separator in [',', '.'] {
                assert_eq!(read(&write(points, separator), -500, 10_000), Ok(Some(points)));
            }
        }
        assert_eq!(write(1250, ','), "12,5");
        assert_eq!(write(5, '.'), "0.05");
    }
}
