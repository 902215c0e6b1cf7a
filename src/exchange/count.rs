//! Reading one count as people write it in a cell.
//!
//! The rules are those of every importer: three digits after a separator are thousands,
//! "12,00" is 12, "12,5" is refused because people are not fractions, "<5" and "0-4" are
//! ranges, ".." and "*" are hidden 0-4, blank is missing. None of them is ever silently zero.

use crate::workforce::Headcount;

/// The largest count a cell may hold. Denmark has fewer people.
pub const LARGEST_COUNT: u32 = 9_999_999;

/// Statistics Denmark hides counts below five; ".." and "*" mean one of those unless a file
/// says otherwise.
const HIDDEN: Headcount = Headcount::Suppressed { low: 0, high: 4 };

/// Why a text is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountError {
    /// "-5": write how many people there are.
    Negative,
    /// "12,5": count people, not full-time equivalents.
    Fraction,
    /// "28 %": write the number of people.
    Percentage,
    /// Above [`LARGEST_COUNT`]: check the digits.
    TooLarge,
    /// "-" alone: write 0 for nobody, or leave the cell empty when the number is unknown.
    Dash,
    /// "9-3": write the smaller number first.
    RangeBackwards,
    /// Anything else: write a whole number.
    NotANumber,
}

/// Reads one cell.
///
/// `read("1.234")` is 1234, `read("<5")` is 1 to 4, `read("")` is missing.
///
/// # Errors
/// See [`CountError`].
pub fn read(text: &str) -> Result<Headcount, CountError> {
    let text = text.trim_matches(is_space);
    match text {
        "" => return Ok(Headcount::Missing),
        ".." | "…" | "*" => return Ok(HIDDEN),
        "-" | "–" | "—" | "−" => return Err(CountError::Dash),
        _ => {}
    }
    if text.contains('%') {
        return Err(CountError::Percentage);
    }
    if let Some(limit) = text.strip_prefix('<') {
        let limit = whole_number(limit)?;
        let high = limit.checked_sub(1).filter(|high| *high > 0);
        return match high {
            Some(high) => Ok(Headcount::Suppressed { low: 1, high }),
            None => Err(CountError::NotANumber),
        };
    }
    if text.starts_with(['-', '−', '–']) {
        return Err(
            whole_number(&text[first_width(text)..]).map_or_else(|e| e, |_| CountError::Negative)
        );
    }
    if let Some((low, high)) = text.split_once(['-', '–', '−']) {
        let (low, high) = (whole_number(low)?, whole_number(high)?);
        return match low.cmp(&high) {
            std::cmp::Ordering::Less => Ok(Headcount::Suppressed { low, high }),
            std::cmp::Ordering::Equal => Ok(Headcount::Known(low)),
            std::cmp::Ordering::Greater => Err(CountError::RangeBackwards),
        };
    }
    whole_number(text).map(Headcount::Known)
}

/// The way a count is written back into a cell: "<5", "2-4", "0-4" become themselves.
pub fn write(count: Headcount) -> String {
    match count {
        Headcount::Known(people) => people.to_string(),
        // "<10.000.000" would be above what is read.
        Headcount::Suppressed { low: 1, high } if high < LARGEST_COUNT => format!("<{}", high + 1),
        Headcount::Suppressed { low, high } => format!("{low}-{high}"),
        Headcount::Missing => String::new(),
    }
}

fn first_width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn whole_number(text: &str) -> Result<u32, CountError> {
    let text = text.trim_matches(is_space);
    let separator = |c: char| matches!(c, '.' | ',' | '\'' | '’') || is_space(c);
    let mut parts = text.split(separator);
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(first) || !rest.iter().all(|part| digits(part)) {
        return Err(CountError::NotANumber);
    }
    let grouped = |parts: &[&str]| {
        parts.iter().all(|part| part.len() == 3) && (parts.is_empty() || first.len() <= 3)
    };
    let decimal = |part: &str| part.bytes().all(|byte| byte == b'0');
    let thousands = match rest.split_last() {
        _ if grouped(&rest) => rest.as_slice(),
        Some((last, before)) if grouped(before) && decimal(last) => before,
        Some((_, before)) if grouped(before) => return Err(CountError::Fraction),
        _ => return Err(CountError::NotANumber),
    };
    let number: String = std::iter::once(first).chain(thousands.iter().copied()).collect();
    match number.parse::<u32>() {
        Ok(people) if people <= LARGEST_COUNT => Ok(people),
        _ => Err(CountError::TooLarge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<Headcount, CountError>) {
        assert_eq!(read(text), expected, "{text:?}");
    }

    #[test]
    fn whole_numbers_are_read_in_both_languages_ways() {
        for text in
            ["1234", "1.234", "1,234", "1 234", "1\u{a0}234", " 1'234 ", "1.234,00", "1,234.0"]
        {
            check(text, Ok(Headcount::Known(1234)));
        }
        check("0", Ok(Headcount::Known(0)));
        check("007", Ok(Headcount::Known(7)));
        check("12,00", Ok(Headcount::Known(12)));
        check("12.000", Ok(Headcount::Known(12_000)));
    }

    #[test]
    fn hidden_numbers_are_ranges() {
        check("<5", Ok(Headcount::Suppressed { low: 1, high: 4 }));
        check("< 10", Ok(Headcount::Suppressed { low: 1, high: 9 }));
        check("0-4", Ok(Headcount::Suppressed { low: 0, high: 4 }));
        check("1–4", Ok(Headcount::Suppressed { low: 1, high: 4 }));
        check("..", Ok(Headcount::Suppressed { low: 0, high: 4 }));
        check("*", Ok(Headcount::Suppressed { low: 0, high: 4 }));
        check("3-3", Ok(Headcount::Known(3)));
    }

    #[test]
    fn blank_is_missing_and_a_dash_is_a_question() {
        check("", Ok(Headcount::Missing));
        check("  \u{a0}", Ok(Headcount::Missing));
        check("-", Err(CountError::Dash));
        check("–", Err(CountError::Dash));
    }

    #[test]
    fn what_is_no_count_says_why() {
        check("-5", Err(CountError::Negative));
        check("−5", Err(CountError::Negative));
        check("12,5", Err(CountError::Fraction));
        check("0.25", Err(CountError::Fraction));
        check("28 %", Err(CountError::Percentage));
        check("9-3", Err(CountError::RangeBackwards));
        check("mange", Err(CountError::NotANumber));
        check("1.23.456", Err(CountError::NotANumber));
        check("<1", Err(CountError::NotANumber));
        check("<", Err(CountError::NotANumber));
        check("--", Err(CountError::NotANumber));
        check("99999999", Err(CountError::TooLarge));
        check("99999999999999999999", Err(CountError::TooLarge));
    }

    #[test]
    fn what_is_written_reads_back() {
        for text in ["0", "42", "<5", "0-4", "2-9", "", "1-9999998", "1-9999999"] {
            let count = read(text).expect("a count");
            assert_eq!(read(&write(count)), Ok(count), "{text:?}");
        }
    }
}
