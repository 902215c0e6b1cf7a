//! Hidden numbers in the user's own words.
//!
//! The user's words are printed as they are, also in public; a number among them that is hidden
//! elsewhere is pointed out. Absent: numbers written as words, and whether one means people at all.

use crate::analysis::disclosure::Disclosed;
use crate::pledge::Pledge;

/// A number in the user's own words that is hidden in the public edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnNumber {
    pub number: u64,
    /// The whole text it stands in.
    pub text: String,
}

/// Every such number, in reading order.
pub(super) fn numbers(pledge: &Pledge, disclosed: &Disclosed) -> Vec<OwnNumber> {
    let hidden = disclosed.hidden_numbers();
    let found = |text: &str| -> Vec<OwnNumber> {
        numbers_in(text)
            .into_iter()
            .filter(|number| hidden.contains(number))
            .map(|number| OwnNumber { number, text: text.to_owned() })
            .collect()
    };
    own_texts(pledge).into_iter().flat_map(found).collect()
}

fn own_texts(pledge: &Pledge) -> Vec<&str> {
    let mut texts = vec![pledge.organisation.value().as_str()];
    texts.extend(pledge.targets.iter().filter_map(|line| line.owner.own.as_deref()));
    for line in &pledge.measures {
        let fields = [&line.text, &line.owner, &line.indicator];
        texts.extend(fields.into_iter().filter_map(|field| field.own.as_deref()));
    }
    texts.extend([pledge.note.as_str(), &pledge.signatory, &pledge.signatory_role, &pledge.place]);
    texts
}

/// The whole numbers in a text; digits that belong to a word, such as "M15", are none.
fn numbers_in(text: &str) -> Vec<u64> {
    let is_part = |c: char| c.is_alphanumeric();
    let words = text.split(|c: char| !is_part(c)).filter(|word| !word.is_empty());
    words.filter_map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_between_words_and_signs() {
        assert_eq!(numbers_in("Vi er 3, snart 12 (af 40)."), [3, 12, 40]);
        assert!(numbers_in("M15 og 2b").is_empty());
    }
}
