//! A cell as nearly every program writes it, read from its bytes at once.
//!
//! Only what is written exactly so is taken; anything else, a formula or a text of its own, is left
//! to be read event by event, which gives the same cell at several times the cost. Absent: what
//! the cell means. Read next: [`super::sheet`].

use std::str;

/// A cell without anything that needs its markup looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quick {
    /// Row and column from 0, where it says them.
    pub at: Option<(u32, u32)>,
    pub style: usize,
    pub value: Value,
    /// How many bytes it takes, blanks before it included.
    pub size: usize,
}

/// What stands in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Nothing,
    /// Finite.
    Number(f64),
    /// The number of a shared text.
    Shared(usize),
}

/// Powers of ten that are exact.
const TENS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
/// Whole numbers of so many digits are exact as well.
const EXACT_DIGITS: usize = 15;

/// The cell that the bytes begin with.
pub(super) fn cell(bytes: &[u8]) -> Option<Quick> {
    let mut rest = bytes.trim_ascii_start().strip_prefix(b"<c")?;
    let (mut at, mut style, mut is_shared) = (None, 0, false);
    while let [b' ', name, b'=', b'"', after @ ..] = rest {
        let end = after.iter().position(|byte| *byte == b'"')?;
        let (said, after) = after.split_at(end);
        match (name, said) {
            (b'r', _) => at = Some(place(said)?),
            (b's', _) => style = whole(said)?,
            (b't', b"s") => is_shared = true,
            (b't', b"n") => is_shared = false,
            _ => return None,
        }
        rest = after.get(1..)?;
    }
    let (value, rest) = match rest.strip_prefix(b"><v>") {
        Some(after) => {
            let end = after.iter().position(|byte| *byte == b'<')?;
            let (said, after) = after.split_at(end);
            let value = if is_shared { Value::Shared(whole(said)?) } else { number(said)? };
            (value, after.strip_prefix(b"</v></c>")?)
        }
        None => (Value::Nothing, rest.strip_prefix(b"/>")?),
    };
    Some(Quick { at, style, value, size: bytes.len() - rest.len() })
}

/// The place that "C7" names, as (row, column) from 0.
fn place(reference: &[u8]) -> Option<(u32, u32)> {
    let letters = reference.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let (letters, digits) = reference.split_at(letters);
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let column = letters.iter().fold(0, |column, letter| 26 * column + u32::from(letter - b'@'));
    let row = u32::try_from(whole(digits)?).ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

/// A whole number of few digits.
fn whole(digits: &[u8]) -> Option<usize> {
    if !(1..=9).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(digits.iter().fold(0, |number, digit| 10 * number + usize::from(digit - b'0')))
}

/// A finite number. One of few digits is put together from two exact ones, which gives the nearest
/// there is, as any other way does.
fn number(written: &[u8]) -> Option<Value> {
    let (is_negative, digits) = match written {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let (mut mantissa, mut count, mut point) = (0u64, 0, None);
    for byte in digits {
        match byte {
            b'0'..=b'9' if count < EXACT_DIGITS => {
                mantissa = 10 * mantissa + u64::from(byte - b'0');
                count += 1;
            }
            b'.' if point.is_none() => point = Some(count),
            _ => return parsed(written),
        }
    }
    if count == 0 {
        return None;
    }
    let whole = mantissa as f64;
    let number = match point {
        Some(point) => whole / TENS.get(count - point)?,
        None => whole,
    };
    Some(Value::Number(if is_negative { -number } else { number }))
}

fn parsed(written: &[u8]) -> Option<Value> {
    let number: f64 = str::from_utf8(written).ok()?.parse().ok()?;
    number.is_finite().then_some(Value::Number(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a cell stands, its style and its value.
    type Read = (Option<(u32, u32)>, usize, Value);

    fn read(markup: &str) -> Option<Read> {
        let followed = format!("{markup}<c r=\"Z9\"/>");
        let quick = cell(followed.as_bytes())?;
        assert_eq!(quick.size, markup.len(), "{markup}");
        Some((quick.at, quick.style, quick.value))
    }

    #[test]
    fn cells_as_programs_write_them_are_read() {
        let number = Value::Number;
        assert_eq!(read("<c r=\"B3\"><v>12</v></c>"), Some((Some((2, 1)), 0, number(12.0))));
        assert_eq!(
            read("<c r=\"XFD1048576\" s=\"7\"/>"),
            Some((Some((1_048_575, 16_383)), 7, Value::Nothing))
        );
        assert_eq!(read("\n  <c><v>-0.5</v></c>"), Some((None, 0, number(-0.5))));
        assert_eq!(
            read("<c s=\"1\" t=\"s\" r=\"AA1\"><v>41</v></c>"),
            Some((Some((0, 26)), 1, Value::Shared(41)))
        );
        assert_eq!(read("<c r=\"A1\" t=\"n\"><v>1</v></c>"), Some((Some((0, 0)), 0, number(1.0))));
    }

    #[test]
    fn anything_else_is_left_alone() {
        for other in [
            "<cell r=\"A1\"><v>1</v></c>",
            "<c r=\"A1\"><f>1+1</f><v>2</v></c>",
            "<c r=\"A1\" t=\"str\"><v>a</v></c>",
            "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
            "<c r=\"A1\"  s=\"1\"><v>1</v></c>",
            "<c r='A1'><v>1</v></c>",
            "<c r=\"A0\"><v>1</v></c>",
            "<c r=\"7\"><v>1</v></c>",
            "<c r=\"$A$1\"><v>1</v></c>",
            "<c r=\"A1\"><v></v></c>",
            "<c r=\"A1\"><v>NaN</v></c>",
            "<c r=\"A1\"><v>1e999</v></c>",
            "<c r=\"A1\"><v>1&#48;</v></c>",
            "<c r=\"A1\"><v>1</v><v>2</v></c>",
            "<c r=\"A1\" vm=\"1\"><v>1</v></c>",
            "<!--<c r=\"A1\"><v>1</v></c>-->",
            "text<c r=\"A1\"><v>1</v></c>",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        let whole = "<c r=\"A1\" s=\"1\"><v>1.5</v></c>";
        for end in 0..whole.len() {
            assert_eq!(cell(&whole.as_bytes()[..end]), None, "{end}");
        }
    }

    #[test]
    fn numbers_are_those_of_the_standard_library() {
        for written in [
            "0",
            "7",
            "0.1",
            "0.289",
            "123456789012345",
            "1234567890123456",
            "0.28899999999999998",
            "999999999999999",
            "0.000000000000001",
            "-3.25",
            "4.9406564584124654E-324",
            "1E3",
            "1e-7",
            "37.",
            ".5",
            "2.2250738585072011e-308",
            "179769313486231570000000000",
            "100.10",
        ] {
            let expected: f64 = written.parse().unwrap();
            match number(written.as_bytes()) {
                Some(Value::Number(found)) => {
                    assert_eq!(found.to_bits(), expected.to_bits(), "{written}");
                }
                other => panic!("{written}: {other:?}"),
            }
        }
        assert_eq!(number(b"-"), None);
        assert_eq!(number(b"."), None);
        assert_eq!(number(b"1.2.3"), None);
        assert_eq!(number(b" 1"), None);
    }
}
