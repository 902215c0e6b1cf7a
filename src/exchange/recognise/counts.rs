//! Numbers of a column, read together: what a separator means is decided for the column.

use super::hiding::{Hidden, Hiding};
use super::value;
use crate::exchange::book::Cell;
use crate::exchange::count::{self, CountError, LARGEST_COUNT};
use crate::exchange::reading::{Meaning, Reason, SheetProblemKind};
use crate::workforce::Headcount;

/// What a separator followed by exactly three digits means in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separators {
    /// "1.234" is 1234: nothing in the column says otherwise.
    Thousands,
    /// The column also uses the sign for decimals ("12.00"): it has to be asked.
    Open,
    /// Somebody said that it marks decimals.
    Decimals,
}

/// A cell of counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Count(Headcount),
    /// A share in per cent.
    Percent(f64),
    Dash,
    Problem(SheetProblemKind),
    Refused(Reason),
}

/// How a text uses separators.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One sign and then three digits: thousands or decimals.
    Three(char),
    /// A sign that can only mark decimals.
    Decimal(char),
    Other,
}

fn shape(text: &str) -> Shape {
    let text = text.trim().trim_end_matches('%').trim();
    let mut signs = text.char_indices().filter(|(_, c)| matches!(c, '.' | ','));
    let (Some((at, sign)), None) = (signs.next(), signs.next()) else { return Shape::Other };
    let (before, after) = (&text[..at], &text[at + 1..]);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(before.trim_start_matches(['-', '<', '−'])) || !digits(after) {
        return Shape::Other;
    }
    // "0.125" can mean nothing but a fraction.
    if after.len() == 3 && before.len() <= 3 && !before.starts_with('0') {
        Shape::Three(sign)
    } else {
        Shape::Decimal(sign)
    }
}

/// Decides what separators mean in a column; with the first place (by index) that leaves it open.
pub fn separators<'a>(cells: impl Iterator<Item = &'a Cell>) -> (Separators, Option<usize>) {
    let (mut three, mut decimal) = ([None; 2], [false; 2]);
    let index = |sign| usize::from(sign == ',');
    for (at, cell) in cells.enumerate() {
        if let Cell::Text(text) = cell {
            match shape(text) {
                Shape::Three(sign) => {
                    three[index(sign)].get_or_insert(at);
                }
                Shape::Decimal(sign) => decimal[index(sign)] = true,
                Shape::Other => {}
            }
        }
    }
    let open =
        (0..2).find(|sign| three[*sign].is_some() && (decimal[*sign] || three[1 - sign].is_some()));
    match open {
        Some(sign) => {
            let first = three.iter().flatten().min().copied();
            (Separators::Open, first.or(three[sign]))
        }
        None => (Separators::Thousands, None),
    }
}

impl Separators {
    pub fn answered(self, meaning: Option<Meaning>) -> Separators {
        match (self, meaning) {
            (Separators::Open, Some(Meaning::Decimals)) => Separators::Decimals,
            (Separators::Open, Some(Meaning::Thousands)) => Separators::Thousands,
            (known, _) => known,
        }
    }
}

/// Reads a cell, its signs as the file's own notes define them.
pub fn read(cell: &Cell, separators: Separators, hiding: &Hiding) -> Value {
    match cell {
        Cell::Empty => Value::Count(Headcount::Missing),
        Cell::Other(text) if text.trim().is_empty() => Value::Count(Headcount::Missing),
        Cell::Other(_) => Value::Problem(SheetProblemKind::NotACount),
        Cell::Number(number) => read_number(*number),
        Cell::Text(text) => read_text(text.trim(), separators, hiding),
    }
}

fn read_number(number: f64) -> Value {
    if number < 0.0 {
        Value::Refused(Reason::Negative)
    } else if !number.is_finite() || number > f64::from(LARGEST_COUNT) {
        Value::Refused(Reason::TooLarge)
    } else if number.fract() != 0.0 {
        Value::Refused(Reason::Fractions)
    } else {
        Value::Count(Headcount::Known(number as u32))
    }
}

fn read_text(text: &str, separators: Separators, hiding: &Hiding) -> Value {
    match hiding.sign(text) {
        Some(Hidden::Range((low, high))) => {
            return Value::Count(Headcount::Suppressed { low, high });
        }
        Some(Hidden::NotKnown) => return Value::Count(Headcount::Missing),
        None => {}
    }
    if value::is_dash(text) {
        return Value::Dash;
    }
    if let Some(share) = text.strip_suffix('%') {
        let share = share.trim().replace(',', ".");
        return share.parse().map_or(Value::Problem(SheetProblemKind::NotACount), Value::Percent);
    }
    // A leading zero is no thousand: count::read would take "0.125" for 125.
    let fraction = matches!(shape(text), Shape::Decimal(_)) && !decimals_are_zero(text)
        || separators == Separators::Decimals && matches!(shape(text), Shape::Three(_));
    if fraction {
        return Value::Refused(Reason::Fractions);
    }
    match count::read(text) {
        Ok(count) => Value::Count(count),
        Err(CountError::Negative) => Value::Refused(Reason::Negative),
        Err(CountError::Fraction) => Value::Refused(Reason::Fractions),
        Err(CountError::TooLarge) => Value::Refused(Reason::TooLarge),
        Err(CountError::RangeBackwards) => Value::Problem(SheetProblemKind::RangeBackwards),
        Err(_) => Value::Problem(SheetProblemKind::NotACount),
    }
}

fn decimals_are_zero(text: &str) -> bool {
    let decimals = text.rsplit(['.', ',']).next().unwrap_or_default();
    !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0')
}

/// A number in a column of shares: "12,5", "12.5 %", 0.125 shown as a share.
pub fn share(cell: &Cell, is_fraction: bool) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(if is_fraction { number * 100.0 } else { *number }),
        Cell::Text(text) => text.trim().trim_end_matches('%').trim().replace(',', ".").parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    fn check(words: &str, expected: Value) {
        assert_eq!(
            read(&text(words), Separators::Thousands, &Hiding::default()),
            expected,
            "{words}"
        );
    }

    #[test]
    fn a_column_decides_what_a_separator_means() {
        let of = |texts: &[&str]| {
            let cells: Vec<Cell> = texts.iter().map(|one| text(one)).collect();
            separators(cells.iter()).0
        };
        assert_eq!(of(&["1.234", "12"]), Separators::Thousands);
        assert_eq!(of(&["1.234", "12.00"]), Separators::Open);
        assert_eq!(of(&["1.234", "1,234"]), Separators::Open);
        assert_eq!(of(&["1.234,00", "12,00"]), Separators::Thousands);
    }

    #[test]
    fn counts_are_whole_people() {
        check("1.234", Value::Count(Headcount::Known(1234)));
        check("12,00", Value::Count(Headcount::Known(12)));
        check("12,5", Value::Refused(Reason::Fractions));
        check("0.125", Value::Refused(Reason::Fractions));
        check("-3", Value::Refused(Reason::Negative));
        check("99999999999999999999", Value::Refused(Reason::TooLarge));
        check("-", Value::Dash);
        check("mange", Value::Problem(SheetProblemKind::NotACount));
        check("5,4 %", Value::Percent(5.4));
    }
}
