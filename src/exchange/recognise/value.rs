//! One cell as a number or a word, before it is known what it counts.

use crate::exchange::book::Cell;

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Blank,
    /// Digits, a hidden number, a range, a dash, a percentage.
    Number,
    /// Anything else.
    Word,
}

/// How a cell looks, whatever stands around it.
pub fn look(cell: &Cell) -> Look {
    match cell {
        Cell::Empty => Look::Blank,
        Cell::Number(_) => Look::Number,
        Cell::Other(text) if text.trim().is_empty() => Look::Blank,
        Cell::Other(_) => Look::Word,
        Cell::Text(text) => look_of(text.trim()),
    }
}

fn look_of(text: &str) -> Look {
    if text.is_empty() {
        return Look::Blank;
    }
    if is_sign(text) {
        return Look::Number;
    }
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    let fits = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '.' | ',' | '\'' | '’' | '%' | '<' | '-' | '–' | '−' | '+' | '(' | ')')
    };
    if digits && text.chars().all(fits) && !is_date(text) { Look::Number } else { Look::Word }
}

/// Whether the text stands for a number that is not shown, or for none.
pub fn is_sign(text: &str) -> bool {
    matches!(text, ".." | "…" | "*" | "**" | "-" | "–" | "—" | "−" | "." | ":" | "x" | "X")
}

/// Whether the text is a dash.
pub fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—" | "−")
}

/// "31-12-2025", "2025.12.31": a date and no range of counts.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '.', '–']).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    digits && matches!(lengths[..], [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2])
}

/// The words of a cell; a whole number as its digits.
pub fn words(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Other(text) => super::words::shown(text),
        Cell::Number(number) => number_text(*number),
    }
}

/// A number as it would be typed: 12.0 is "12".
pub fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_words() {
        for text in ["12", "1.234", "1 234", "<5", "0-4", "28 %", "-5", "..", "*", "-", "12,5"] {
            assert_eq!(look_of(text), Look::Number, "{text}");
        }
        for text in ["Ledelse", "31-12-2025", "2025K4", "a1", "* 1-4 personer", "0606901234a"] {
            assert_eq!(look_of(text), Look::Word, "{text}");
        }
        assert_eq!(look(&Cell::Text("  ".into())), Look::Blank);
        assert_eq!(number_text(12.0), "12");
        assert_eq!(number_text(0.5), "0.5");
    }
}
