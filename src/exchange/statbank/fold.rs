//! Words made comparable: small letters, a hyphen for whatever stands between them.
//!
//! Absent: what the words mean.

/// "Personer med dansk oprindelse" becomes `personer-med-dansk-oprindelse`, and the Danish letters
/// become the two letters that stand for them where they cannot be typed.
pub(super) fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for letter in words.chars().flat_map(char::to_lowercase) {
        match letter {
            '\u{e6}' | '\u{e4}' => folded.push_str("ae"),
            '\u{f8}' | '\u{f6}' => folded.push_str("oe"),
            '\u{e5}' => folded.push_str("aa"),
            '\u{e9}' => folded.push('e'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with('-') || folded.is_empty() => {}
            _ => folded.push('-'),
        }
    }
    if folded.ends_with('-') {
        folded.pop();
    }
    folded
}

/// Whether a value is written as a code: capital letters, digits and joining signs, without spaces.
pub(super) fn is_code(words: &str) -> bool {
    let fits = |letter: char| {
        letter.is_ascii_digit() || letter.is_uppercase() || matches!(letter, '-' | '+' | '_')
    };
    !words.is_empty() && words.chars().all(fits)
}

/// Whether a value stands for all the others of its variable.
pub(super) fn is_total(code: &str, text: &str) -> bool {
    if text.is_empty() {
        return matches!(code, "TOT" | "IALT" | "TT" | "0000" | "000" | "00");
    }
    let text = fold(text);
    matches!(text.as_str(), "total" | "i-alt" | "ialt" | "tot" | "all" | "alle" | "hovedtotal")
        || text.ends_with("-i-alt")
        || text.ends_with("-total")
        || text.starts_with("total-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_and_punctuation_do_not_matter() {
        assert_eq!(fold("OMRÅDE"), "omraade");
        assert_eq!(fold(" Age, total "), "age-total");
        assert_eq!(
            fold("Efterkommere fra ikke-vestlige lande"),
            "efterkommere-fra-ikke-vestlige-lande"
        );
    }

    #[test]
    fn totals_are_recognised_as_code_and_as_text() {
        for (code, text) in [("TOT", ""), ("0000", ""), ("", "Age, total"), ("10", "Køn i alt")] {
            assert!(is_total(code, text), "{code} {text}");
        }
        assert!(!is_total("10", ""));
        assert!(!is_total("", "Men"));
    }
}
