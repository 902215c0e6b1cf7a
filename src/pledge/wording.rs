//! The wording check: quota and preference language in what the user typed.
//!
//! Targets are directional and appointments follow qualifications; a pledge that reserves posts or
//! prefers an origin would break the Act on the Prohibition of Discrimination in the Labour Market
//! (forskelsbehandlingsloven). The check marks such words, says which rule they touch and what to
//! write instead. It never blocks: the user may know better. Both languages are always checked,
//! because sentences are pasted from anywhere.
//!
//! Absent: the patterns ([`super::wording_rules`]) and the explanations (`locales/*/pledge.toml`).

use super::wording_rules::{BREAKS_THOUGHT, NEGATIONS, RULES};
use std::ops::Range;

/// Which rule a wording touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordingRule {
    /// A quota; only directional targets are lawful here (section 9 gives no other right).
    Quota,
    /// Posts kept for people of some origin (sections 2 and 5).
    ReservedPosts,
    /// Applicants of some origin preferred (sections 2 and 5).
    Preference,
    /// Origin decides between equally qualified people (section 2).
    TieBreak,
    /// Positive action on ethnic origin, to which private employers have no right (section 9).
    PositiveAction,
    /// Origin as a criterion in a decision about a person (section 2).
    OriginAsCriterion,
    /// Asking for, recording or guessing somebody's origin (section 4).
    AskingOrigin,
}

impl WordingRule {
    pub const ALL: [WordingRule; 7] = [
        WordingRule::Quota,
        WordingRule::ReservedPosts,
        WordingRule::Preference,
        WordingRule::TieBreak,
        WordingRule::PositiveAction,
        WordingRule::OriginAsCriterion,
        WordingRule::AskingOrigin,
    ];
}

/// A place in a text that touches a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text, always on character borders.
    pub range: Range<usize>,
    pub rule: WordingRule,
}

/// The places that touch a rule, in reading order, none overlapping another.
///
/// "Vi når ud til flere ansøgere" has none; "Vi indfører en kvote" has one, at "kvote".
pub fn check(text: &str) -> Vec<Mark> {
    let tokens = tokens(text);
    let mut marks: Vec<Mark> = Vec::new();
    for start in 0..tokens.len() {
        for (rule, pattern) in RULES {
            if let Some(length) = matches(pattern, &tokens[start..])
                && !is_negated(&tokens, start, length)
            {
                let range = tokens[start].range.start..tokens[start + length - 1].range.end;
                marks.push(Mark { range, rule: *rule });
            }
        }
    }
    without_overlap(marks)
}

/// A word in lower case, or one punctuation mark that ends a thought.
struct Token {
    word: String,
    range: Range<usize>,
}

/// Words keep inner hyphens ("co2-kvoter" is one word) and apostrophes ("don't").
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut in_word = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let joins = matches!(character, '-' | '\'' | '’') && in_word;
        if character.is_alphanumeric() || joins {
            if !in_word {
                tokens.push(Token { word: String::new(), range: at..end });
            }
            if let Some(token) = tokens.last_mut() {
                token
                    .word
                    .extend(character.to_lowercase().map(|c| if c == '’' { '\'' } else { c }));
                token.range.end = end;
            }
            in_word = true;
        } else {
            if BREAKS_THOUGHT.contains(&character) {
                tokens.push(Token { word: character.to_string(), range: at..end });
            }
            in_word = false;
        }
    }
    tokens
}

fn is_break(token: &Token) -> bool {
    token.word.starts_with(BREAKS_THOUGHT)
}

/// How many tokens the pattern takes from the front, if it matches there.
///
/// A pattern is words with spaces between: `a|b` either word, `a*` a beginning, `*a` an ending,
/// `..3` up to three words of any kind, `!a|b` the next word is neither.
fn matches(pattern: &str, tokens: &[Token]) -> Option<usize> {
    match_parts(&pattern.split(' ').collect::<Vec<_>>(), tokens)
}

fn match_parts(parts: &[&str], tokens: &[Token]) -> Option<usize> {
    let Some((&part, rest)) = parts.split_first() else { return Some(0) };
    if let Some(most) = part.strip_prefix("..") {
        let most: usize = most.parse().unwrap_or(0);
        return (0..=most)
            .take_while(|&skip| skip == 0 || tokens.get(skip - 1).is_some_and(|t| !is_break(t)))
            .find_map(|skip| match_parts(rest, tokens.get(skip..)?).map(|taken| skip + taken));
    }
    if let Some(unwanted) = part.strip_prefix('!') {
        let stands = tokens.first().is_some_and(|token| is_one_of(unwanted, &token.word));
        return if stands { None } else { match_parts(rest, tokens) };
    }
    let (token, after) = tokens.split_first()?;
    if is_one_of(part, &token.word) {
        match_parts(rest, after).map(|taken| 1 + taken)
    } else {
        None
    }
}

fn is_one_of(alternatives: &str, word: &str) -> bool {
    alternatives.split('|').any(|alternative| {
        match (alternative.strip_prefix('*'), alternative.strip_suffix('*')) {
            (Some(ending), _) => word.ends_with(ending),
            (None, Some(beginning)) => word.starts_with(beginning),
            (None, None) => word == alternative,
        }
    })
}

/// Whether the wording is denied: by one of the three words before it in the same thought ("Vi
/// bruger ikke kvoter") or inside it, where Danish puts the denial after the verb ("Vi spørger
/// ikke om herkomst").
fn is_negated(tokens: &[Token], start: usize, length: usize) -> bool {
    let before = tokens[..start].iter().rev().take(3).take_while(|token| !is_break(token));
    before
        .chain(&tokens[start..start + length])
        .any(|token| NEGATIONS.contains(&token.word.as_str()))
}

/// Of overlapping marks the earliest stays, and of those the longest.
fn without_overlap(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end), mark.rule));
    let mut end = 0;
    marks.retain(|mark| {
        let stays = mark.range.start >= end;
        if stays {
            end = mark.range.end;
        }
        stays
    });
    marks
}
