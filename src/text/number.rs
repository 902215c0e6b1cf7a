//! Numbers for people: "1.234" and "22,2 %" in Danish, "1,234" and "22.2%" in English.

use super::{Lang, figure, pick};
use crate::workforce::Bounds;

/// How many decimals to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// Always this many.
    Fixed(u8),
    /// At most this many; a whole number shows none.
    UpTo(u8),
}

const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// A count with thousands separators: "1.234" or "1,234".
pub fn count(lang: Lang, number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(pick(lang, '.', ','));
        }
        grouped.push(digit);
    }
    grouped
}

/// A decimal number rounded half away from zero.
///
/// Written by whole-number arithmetic: the standard library's float printing would add about
/// 10 kB to the page.
pub fn decimal(lang: Lang, number: f64, digits: Digits) -> String {
    let (Digits::Fixed(places) | Digits::UpTo(places)) = digits;
    let scale = 10_u64.pow(u32::from(places));
    // The smallest nudge lifts a half that binary fractions store a hair too low, such as 0.15.
    let scaled = (number.abs() * scale as f64 * (1.0 + f64::EPSILON)).round() as u64;
    let (whole, part) = (scaled / scale, scaled % scale);
    let mut text = String::new();
    if number < 0.0 && scaled > 0 {
        text.push(MINUS);
    }
    text.push_str(&count(lang, whole));
    let hide = places == 0 || (part == 0 && matches!(digits, Digits::UpTo(_)));
    if !hide {
        let decimals = part.to_string();
        text.push(pick(lang, ',', '.'));
        (decimals.len()..usize::from(places)).for_each(|_| text.push('0'));
        text.push_str(&decimals);
    }
    text
}

/// A fraction as percent for sentences, at most one decimal: "28,9 %", "5 %", "28.9%".
pub fn percent(lang: Lang, fraction: f64) -> String {
    with_percent_sign(lang, decimal(lang, fraction * 100.0, Digits::UpTo(1)))
}

/// A fraction as percent for tables, always with so many decimals: "5,0 %".
pub fn percent_fixed(lang: Lang, fraction: f64, places: u8) -> String {
    with_percent_sign(lang, decimal(lang, fraction * 100.0, Digits::Fixed(places)))
}

fn with_percent_sign(lang: Lang, mut number: String) -> String {
    if lang == Lang::Da {
        number.push(NO_BREAK_SPACE);
    }
    number.push('%');
    number
}

/// A difference with its sign: "+3,1", "−2,0", "0,0".
pub fn signed(lang: Lang, number: f64, places: u8) -> String {
    let text = decimal(lang, number, Digits::Fixed(places));
    let is_zero = text.chars().all(|c| matches!(c, '0' | '.' | ','));
    if number > 0.0 && !is_zero { format!("+{text}") } else { text }
}

/// A probability as "p = 0,003"; below one in a thousand "p < 0,001".
pub fn probability(lang: Lang, p: f64) -> String {
    if p < 0.001 {
        let least = decimal(lang, 0.001, Digits::Fixed(3));
        return format!("p{NO_BREAK_SPACE}<{NO_BREAK_SPACE}{least}");
    }
    let places = if p < 0.1 { 3 } else { 2 };
    let number = decimal(lang, p, Digits::Fixed(places));
    format!("p{NO_BREAK_SPACE}={NO_BREAK_SPACE}{number}")
}

/// A count that may be hidden: the number, "3 til 6" or "mindst 3".
pub fn bounds(lang: Lang, bounds: Bounds) -> String {
    match bounds.high {
        Some(high) if high == bounds.low => count(lang, high),
        Some(high) => figure::share_range(lang, &count(lang, bounds.low), &count(lang, high)),
        None => figure::at_least(lang, &count(lang, bounds.low)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_by_language() {
        assert_eq!(count(Lang::Da, 1_234), "1.234");
        assert_eq!(count(Lang::En, 1_234_567), "1,234,567");
        assert_eq!(count(Lang::Da, 999), "999");
    }

    #[test]
    fn percentages_follow_the_language() {
        assert_eq!(percent(Lang::Da, 0.222), "22,2\u{a0}%");
        assert_eq!(percent(Lang::En, 0.222), "22.2%");
        assert_eq!(percent(Lang::Da, 0.05), "5\u{a0}%");
        assert_eq!(percent_fixed(Lang::Da, 0.05, 1), "5,0\u{a0}%");
    }

    #[test]
    fn halves_round_away_from_zero_as_people_expect() {
        assert_eq!(decimal(Lang::En, 0.15, Digits::Fixed(1)), "0.2");
        assert_eq!(decimal(Lang::En, 2.5, Digits::Fixed(0)), "3");
        assert_eq!(decimal(Lang::En, 1.005, Digits::Fixed(2)), "1.01");
    }

    #[test]
    fn nothing_is_never_minus_nothing() {
        assert_eq!(decimal(Lang::Da, -0.01, Digits::Fixed(1)), "0,0");
        assert_eq!(signed(Lang::Da, 0.01, 1), "0,0");
        assert_eq!(signed(Lang::Da, -2.04, 1), "−2,0");
        assert_eq!(signed(Lang::En, 3.12, 1), "+3.1");
    }

    #[test]
    fn tiny_probabilities_are_words_and_not_zeros() {
        assert_eq!(probability(Lang::Da, 0.000_2), "p\u{a0}<\u{a0}0,001");
        assert_eq!(probability(Lang::En, 0.003), "p\u{a0}=\u{a0}0.003");
        assert_eq!(probability(Lang::En, 0.41), "p\u{a0}=\u{a0}0.41");
    }
}
