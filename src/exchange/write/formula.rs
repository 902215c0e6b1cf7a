//! Texts that a spreadsheet could take for a formula.
//!
//! A name such as `=HYPERLINK(…)` must never be carried out on the computer of whoever opens the
//! file (OWASP, "CSV injection"). In XLSX a text is typed as one; in CSV it gets an apostrophe.

/// Whether a text begins in a way that makes spreadsheets look for a formula, spaces and the wide
/// forms of East Asian keyboards included.
pub fn begins_like_one(text: &str) -> bool {
    let starts = |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n');
    let wide = |letter: char| matches!(letter, '＝' | '＋' | '－' | '＠' | '−');
    let begins = |text: &str| text.chars().next().is_some_and(|c| starts(c) || wide(c));
    begins(text) || begins(text.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_formulas_are_known() {
        for text in ["=1+1", "+45 33", "-2", "@SUM(A1)", "\tx", "\rx", " =1", "\u{a0}=1", "＝1"] {
            assert!(begins_like_one(text), "{text:?}");
        }
        for text in ["", "Drift", "<5", "0-4", "..", "a=b", "'=1"] {
            assert!(!begins_like_one(text), "{text:?}");
        }
    }
}
