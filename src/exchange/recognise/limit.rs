//! Limits in a note of a file: "under 10", "5 eller færre", "mellem 1 og 9" as ranges of numbers.
//!
//! Recognition keys only. Absent: whether the note is about hidden numbers at all, and about which
//! sign. Read next: [`super::hiding`].

/// The smallest and the largest number that a sign can stand for.
pub type Range = (u32, u32);

/// Words, numbers and signs of comparison, without punctuation.
pub fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches(['"', '\'', '(', ')', ',', '.', ':', '=', '*', '“', '”', '!']);
        let (sign, rest) = match word.char_indices().find(|(_, c)| matches!(c, '<' | '≤')) {
            Some((at, c)) => (&word[at..at + c.len_utf8()], &word[at + c.len_utf8()..]),
            None => ("", word),
        };
        words.extend([sign, rest].into_iter().filter(|word| !word.is_empty()));
    }
    words
}

fn number(word: &str) -> Option<u32> {
    const NAMED: [(&str, u32); 19] = [
        ("tre", 3),
        ("fire", 4),
        ("fem", 5),
        ("seks", 6),
        ("syv", 7),
        ("otte", 8),
        ("ni", 9),
        ("ti", 10),
        ("tyve", 20),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("twenty", 20),
        ("two", 2),
    ];
    let named = NAMED.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    named.or_else(|| word.parse().ok().filter(|number| (1..1_000).contains(number)))
}

/// "1-4" as a range.
fn range(word: &str) -> Option<Range> {
    let (low, high) = word.split_once(['-', '–'])?;
    let (low, high) = (low.parse().ok()?, high.parse().ok()?);
    (low < high && high < 1_000).then_some((low, high))
}

/// "18 år", "10 pct.": a limit of something else than people.
fn is_other_unit(word: Option<&&str>) -> bool {
    const UNITS: [&str; 17] = [
        "år", "aar", "years", "year", "års", "timer", "hours", "dage", "days", "uger", "weeks",
        "måneder", "months", "%", "pct", "procent", "percent",
    ];
    word.is_some_and(|word| UNITS.contains(word) || word.starts_with('%'))
}

/// The range of hidden numbers that a note gives: everything that any limit in it covers.
pub fn limit(words: &[&str]) -> Option<Range> {
    let has = |wanted: &str| words.contains(&wanted);
    let only_shown = has("kun") || has("only");
    let mut found: Option<Range> = None;
    for at in 0..words.len() {
        let next = |by: usize| words.get(at + by).copied().unwrap_or_default();
        let unit = |by: usize| is_other_unit(words.get(at + by));
        // The number that follows within three words, and whether it is itself hidden.
        let ahead = |from: usize| {
            let (place, limit) = (from..from + 4).find_map(|by| Some((by, number(next(by))?)))?;
            let inclusive = (from..place).any(|by| matches!(next(by), "lig" | "equal"));
            (!unit(place + 1)).then_some((limit, inclusive))
        };
        let below = |from: usize| {
            ahead(from).map(|(limit, with)| (0, if with { limit } else { limit - 1 }))
        };
        let up_to = |from: usize| ahead(from).map(|(limit, _)| (0, limit));
        let pair = |low: usize, between: usize, high: usize| {
            let joins = matches!(next(between), "og" | "til" | "and" | "to" | "-" | "–");
            let low = next(low).parse::<u32>().ok().or_else(|| number(next(low)));
            let range = (low?, number(next(high))?);
            (joins && range.0 < range.1 && !unit(high + 1)).then_some(range)
        };
        let one = match next(0) {
            "under" | "below" | "<" | "beneath" => below(1),
            "færre" | "mindre" | "lavere" | "less" | "fewer" | "smaller" | "lower"
                if matches!(next(1), "end" | "than") =>
            {
                below(2)
            }
            "højst" | "højest" | "maksimalt" | "max" | "≤" => up_to(1),
            "op" if next(1) == "til" => up_to(2),
            "up" if next(1) == "to" => up_to(2),
            "at" if next(1) == "most" => up_to(2),
            "mindst" | "minimum" => below(1),
            "at" if next(1) == "least" => below(2),
            "over" | "above" if only_shown => up_to(1),
            "flere" | "mere" | "more" if only_shown && matches!(next(1), "end" | "than") => {
                up_to(2)
            }
            "mellem" | "between" | "fra" | "from" => pair(1, 2, 3),
            word if word.contains("grænse") || word == "threshold" => below(1),
            word => {
                let inclusive = matches!(next(1), "eller" | "og" | "or" | "and")
                    && matches!(
                        next(2),
                        "færre" | "derunder" | "mindre" | "fewer" | "less" | "below" | "under"
                    );
                match number(word) {
                    Some(limit) if inclusive => Some((0, limit)),
                    _ if word.starts_with(|c: char| c.is_ascii_digit()) && !unit(1) => {
                        range(word).or_else(|| pair(0, 1, 2))
                    }
                    _ => None,
                }
            }
        };
        if let Some(one) = one {
            found = Some(found.map_or(one, |known| hull(known, one)));
        }
    }
    found
}

/// The smallest range around both.
pub fn hull(a: Range, b: Range) -> Range {
    (a.0.min(b.0), a.1.max(b.1))
}

/// Whether a word is one of those of a note that holds a limit and nothing else: "færre end 5
/// personer".
pub fn is_plain_limit(word: &str) -> bool {
    const WORDS: [&str; 32] = [
        "færre",
        "mindre",
        "end",
        "under",
        "fewer",
        "less",
        "than",
        "below",
        "<",
        "≤",
        "eller",
        "og",
        "or",
        "and",
        "derunder",
        "personer",
        "persons",
        "people",
        "ansatte",
        "employees",
        "medarbejdere",
        "staff",
        "tal",
        "antal",
        "værdier",
        "values",
        "counts",
        "celler",
        "cells",
        "med",
        "with",
        "observationer",
    ];
    WORDS.contains(&word) || number(word).is_some()
}
