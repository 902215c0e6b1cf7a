//! What a file's own notes say about numbers that are not shown: which sign, and how large they
//! can be.
//!
//! "Tal under 10 er skjult", "* 1-4 personer", ".. = oplysning foreligger ikke". Recognition keys
//! only. Absent: the limits inside a note ([`super::limit`]), reading a cell ([`super::counts`]).
//! Read next: [`super::entries`].

use super::frame::Remark;
use super::limit::{Range, hull, is_plain_limit, limit, words};
use super::value;
use crate::exchange::reading::At;

/// Statistics Denmark hides counts below five.
pub const USUAL: Range = (0, 4);

/// All notes of a file about hidden numbers.
#[derive(Debug, Default, PartialEq)]
pub struct Hiding {
    /// Signs that a note defines; without a range the number is one that nobody has.
    signs: Vec<(String, Option<Range>)>,
    /// What every other sign hides.
    others: Option<Range>,
    /// A note that says that numbers are hidden, without a limit.
    pub unclear: Option<At>,
}

/// What a sign in a cell stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    Range(Range),
    /// The file says that there is no such number.
    NotKnown,
}

impl Hiding {
    /// Reads the notes.
    pub fn of<'a>(remarks: impl Iterator<Item = &'a Remark>) -> Hiding {
        let mut hiding = Hiding::default();
        for remark in remarks {
            for part in remark.text.split(';') {
                hiding.take(&part.to_lowercase(), remark.at());
            }
        }
        hiding
    }

    fn take(&mut self, text: &str, at: At) {
        let words = words(text);
        let limit = limit(&words);
        let hides = HIDING.iter().any(|stem| text.contains(stem));
        if let Some(sign) = defined_sign(text) {
            match limit {
                Some(range) => self.define(sign, Some(range)),
                None if NOT_KNOWN.iter().any(|words| text.contains(words)) => {
                    self.define(sign, None);
                }
                None => {}
            }
            return;
        }
        let is_about_counts = hides || words.iter().all(|word| is_plain_limit(word));
        match limit.filter(|_| is_about_counts) {
            // Two limits: a number is hidden by either.
            Some(range) => self.others = Some(hull(self.others.unwrap_or(range), range)),
            None if SURELY.iter().any(|stem| text.contains(stem)) => {
                self.unclear.get_or_insert(at);
            }
            None => {}
        }
    }

    fn define(&mut self, sign: &str, range: Option<Range>) {
        self.signs.push((sign.to_owned(), range));
    }

    /// What the notes say about a sign; `None` for a number, and for a sign that none is about.
    pub fn sign(&self, text: &str) -> Option<Hidden> {
        if text.len() > 3 || text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if let Some((_, range)) = self.signs.iter().find(|(sign, _)| sign == text) {
            return Some(range.map_or(Hidden::NotKnown, Hidden::Range));
        }
        let is_hidden = value::is_sign(text) && !value::is_dash(text) && text != ".";
        self.others.filter(|_| is_hidden).map(Hidden::Range)
    }

    /// The range of a sign that somebody says is a hidden number.
    pub fn range(&self, sign: &str) -> Range {
        match self.signs.iter().find(|(known, _)| known == sign) {
            Some((_, Some(range))) => *range,
            _ => self.others.unwrap_or(USUAL),
        }
    }

    /// Whether a note gives the range of a sign.
    pub fn is_defined(&self, sign: &str) -> bool {
        self.others.is_some() || self.signs.iter().any(|(known, _)| known == sign)
    }
}

/// Stems of words for hiding numbers.
const HIDING: [&str; 22] = [
    "skjul",
    "diskret",
    "sløre",
    "sløring",
    "udelad",
    "anonym",
    "undertryk",
    "vises",
    "vist ",
    "maske",
    "fortrolig",
    "suppress",
    "hidden",
    "withheld",
    "shown",
    "disclos",
    "confidential",
    "mask",
    "omitted",
    "censor",
    "blændet",
    "oplyses ikke",
];

/// Those that mean it without a limit beside them.
const SURELY: [&str; 9] = [
    "skjul",
    "diskret",
    "sløre",
    "undertryk",
    "fortrolig",
    "suppress",
    "hidden",
    "withheld",
    "confidential",
];

const NOT_KNOWN: [&str; 10] = [
    "foreligger ikke",
    "ikke oplyst",
    "mangler",
    "findes ikke",
    "ikke tilgængelig",
    "not available",
    "no data",
    "missing",
    "unknown",
    "ukendt",
];

const SIGNS: [&str; 9] = ["..", "…", "**", "*", ":", "x", "-", "–", "."];

/// The sign that a note is about: at its beginning, in brackets, or behind "markeret med".
fn defined_sign(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let begins = |sign: &&&str| {
        let rest = text.trim_start_matches(['"', '\'', '(', '“', '”']);
        rest.strip_prefix(**sign).is_some_and(|after| {
            let is_named = after.starts_with(['=', ':', '"', '\'', ')', '”'])
                || after.trim_start().starts_with(['=', ':'])
                || after.trim_start().starts_with("betyder ")
                || after.trim_start().starts_with("means ");
            // "- Tal under 10 …" and ". …" are bullets.
            let is_bullet = matches!(**sign, "-" | "–" | "." | ":" | "x");
            !after.trim().is_empty() && (is_named || after.starts_with(' ') && !is_bullet)
        })
    };
    let is_at = |sign: &&&str| {
        let mut before = "";
        text.split_whitespace().any(|word| {
            let word = match word {
                ".." | "..." => word,
                _ => word.trim_end_matches([',', '.']),
            };
            let bare = word.trim_matches(['"', '\'', '(', ')', '“', '”']);
            let is_quoted = bare.len() < word.len() && bare == **sign;
            let follows = ["med", "som", "af", "ved", "as", "with", "by", "tegnet", "sign"];
            let found = is_quoted || bare == **sign && follows.contains(&before);
            before = word;
            found
        })
    };
    SIGNS.iter().find(begins).or_else(|| SIGNS.iter().find(is_at)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Hiding {
        Hiding::of([Remark { sheet: 0, row: 4, column: 0, text: text.to_owned() }].iter())
    }

    #[test]
    fn a_note_can_say_what_a_sign_hides() {
        for (text, sign, range) in [
            ("* 1-4 personer", "*", (1, 4)),
            (".. = færre end 3", "..", (0, 2)),
            ("Tal under 5 er skjult (*)", "*", (0, 4)),
            ("Tal under 10 er markeret med *", "*", (0, 9)),
            ("\"x\": between 1 and 9", "x", (1, 9)),
        ] {
            let hiding = of(text);
            assert_eq!(hiding.sign(sign), Some(Hidden::Range(range)), "{text}");
            assert_eq!(hiding.others, None, "{text}");
        }
        assert_eq!(of(".. = oplysning foreligger ikke").sign(".."), Some(Hidden::NotKnown));
    }

    #[test]
    fn a_note_without_a_sign_is_about_every_sign() {
        for (text, range) in [
            ("Tal under 10 er skjult", (0, 9)),
            ("Værdier under 10 er diskretionerede.", (0, 9)),
            ("Values below 10 are suppressed", (0, 9)),
            ("Pr. 31.12.2025. Tal på 5 eller derunder vises ikke", (0, 5)),
            ("færre end 5", (0, 4)),
            ("<5 personer", (0, 4)),
            ("Celler med færre end fem ansatte", (0, 4)),
            ("Cells with less than or equal to 5 are not shown", (0, 5)),
            ("Tal fra 1 til 9 er slørede", (1, 9)),
            ("Diskretionsgrænse: 10", (0, 9)),
            ("Kun grupper over 20 personer vises", (0, 20)),
            ("- Tal under 3 er skjult", (0, 2)),
        ] {
            let hiding = of(text);
            assert_eq!(hiding.others, Some(range), "{text}");
            assert_eq!(hiding.sign(".."), Some(Hidden::Range(range)), "{text}");
            assert_eq!((hiding.sign("-"), hiding.sign("12")), (None, None), "{text}");
        }
    }

    #[test]
    fn a_limit_of_something_else_hides_nothing() {
        for text in [
            "Kilde: Danmarks Statistik",
            "Medarbejdere under 18 år er ikke med",
            "Andele under 10 pct. vises ikke",
            "Tallene er afrundet til nærmeste 5",
            "Afdeling 5 eller 6",
            "Opgjort 1-4-2025",
        ] {
            assert_eq!(of(text), Hiding::default(), "{text}");
        }
        let unclear = of("Små tal er skjult");
        assert_eq!((unclear.others, unclear.unclear.map(|at| at.row)), (None, Some(5)));
    }
}
