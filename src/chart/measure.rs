//! How wide a text will be, guessed without a font, and how to break it.
//!
//! The same picture is shown in whatever sans-serif face the reader's system has, so widths are
//! those of a wide face (close to DejaVu Sans): a text may turn out shorter than guessed, hardly
//! ever longer.

use super::drawing::TextStyle;

const ELLIPSIS: char = '…';

/// The width of a line of text in pixels.
pub fn width_of(text: &str, style: TextStyle) -> f64 {
    let ems: f64 = text.chars().map(ems).sum();
    let weight = if style.is_bold() { 1.1 } else { 1.0 };
    ems * style.size() * weight
}

fn ems(letter: char) -> f64 {
    match letter {
        '\'' | '|' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' => 0.33,
        ' ' | '\u{a0}' | '-' | '(' | ')' | '[' | ']' | '/' | 'f' | 't' | 'r' => 0.41,
        'm' | '%' | 'M' | 'W' | 'æ' | 'Æ' | '@' | '…' => 0.99,
        'w' | '+' | '=' | '<' | '>' | '−' | 'O' | 'Q' | 'Ø' | 'G' | 'D' | 'H' | 'N' => 0.84,
        _ if letter.is_uppercase() => 0.72,
        // Letters of other scripts may be as wide as they are high.
        _ if letter as u32 > 0x2E7F => 1.0,
        _ => 0.63,
    }
}

/// Breaks a text into at most `max_lines` lines no wider than `width` pixels.
///
/// Breaks between words; a word too long for a line of its own is divided with a hyphen. What does
/// not fit is replaced by an ellipsis. The result has at least one line, which may be empty.
pub fn wrap(text: &str, style: TextStyle, width: f64, max_lines: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        let mut word = word.to_owned();
        loop {
            let joined = if line.is_empty() { word.clone() } else { [&line, " ", &word].concat() };
            if width_of(&joined, style) <= width {
                line = joined;
                break;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                continue;
            }
            let (head, tail) = divide(&word, style, width);
            if tail.is_empty() {
                line = head;
                break;
            }
            lines.push(head + "-");
            word = tail;
        }
    }
    lines.push(line);
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            shorten(last, style, width);
        }
    }
    lines
}

/// The words of a text. A no-break space is part of its word; characters that cannot be seen, which
/// pasted names may hold, divide words and are left out.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let divides = |letter: char| {
        let fixed = letter == '\u{a0}' || letter == '\u{202f}';
        letter.is_control() || (letter.is_whitespace() && !fixed)
    };
    text.split(divides).filter(|word| !word.is_empty())
}

/// The part of a long word that fits on a line with its hyphen, and the rest. The first part has at
/// least one letter, so that dividing ends.
fn divide(word: &str, style: TextStyle, width: f64) -> (String, String) {
    let room = width - width_of("-", style);
    let mut used = 0.0;
    for (place, letter) in word.char_indices() {
        used += width_of(letter.encode_utf8(&mut [0; 4]), style);
        if used > room && place > 0 {
            return (word[..place].to_owned(), word[place..].to_owned());
        }
    }
    (word.to_owned(), String::new())
}

/// Takes letters off the end until an ellipsis fits.
fn shorten(line: &mut String, style: TextStyle, width: f64) {
    line.push(ELLIPSIS);
    while width_of(line, style) > width && line.chars().count() > 2 {
        line.pop();
        line.pop();
        let kept = line.trim_end_matches([' ', '-', ',']).len();
        line.truncate(kept);
        line.push(ELLIPSIS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: TextStyle = TextStyle::Label;

    #[test]
    fn a_short_text_stays_on_one_line() {
        assert_eq!(wrap("Ledelse", STYLE, 200.0, 2), ["Ledelse"]);
    }

    #[test]
    fn a_text_of_two_lines_breaks_between_words() {
        assert_eq!(wrap("Andet manuelt arbejde", STYLE, 150.0, 2), ["Andet manuelt", "arbejde"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis_and_no_line_is_too_wide() {
        let text = "Ledelse af hovedaktiviteten inden for administrative forhold";
        let lines = wrap(text, STYLE, 150.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|line| width_of(line, STYLE) <= 150.0));
    }

    #[test]
    fn a_word_longer_than_a_line_is_divided() {
        let lines = wrap("Specialkonsulentmedarbejdere", STYLE, 120.0, 4);
        assert!(lines[0].ends_with('-'));
        assert_eq!(lines.concat().replace('-', ""), "Specialkonsulentmedarbejdere");
    }

    #[test]
    fn a_line_too_narrow_for_a_letter_still_ends() {
        assert_eq!(wrap("abc", STYLE, 0.0, 2).len(), 2);
    }

    #[test]
    fn a_number_keeps_its_percent_sign() {
        let lines = wrap("byens andel 28,9\u{a0}%", STYLE, 70.0, 3);
        assert_eq!(lines, ["byens", "andel", "28,9\u{a0}%"]);
    }
}
