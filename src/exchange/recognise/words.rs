//! Words as they are compared: without case, accents of spelling, punctuation and doubled spaces.

/// The plain form of a heading or a name: "Ikke-vestlige lande (i alt)" is "ikke vestlige lande i alt".
///
/// Danish letters become their old spellings, so that "Højeste" and "Hoejeste" are the same.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'æ' | 'Æ' => plain.push_str("ae"),
            'ø' | 'Ø' => plain.push_str("oe"),
            'å' | 'Å' => plain.push_str("aa"),
            'é' | 'É' => plain.push('e'),
            '%' => plain.push_str(" % "),
            c if c.is_alphanumeric() => plain.extend(c.to_lowercase()),
            // An abbreviation's point joins nothing: "indv." is "indv".
            '.' | '\'' | '’' => {}
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a plain text.
pub fn tokens(plain: &str) -> impl Iterator<Item = &str> {
    plain.split(' ').filter(|word| !word.is_empty())
}

/// What a cell of words shows: line breaks inside it are spaces.
pub fn shown(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_signs_do_not_matter() {
        assert_eq!(plain(" Højeste niveau (specialister) "), "hoejeste niveau specialister");
        assert_eq!(plain("Indv., ikke-vestl."), "indv ikke vestl");
        assert_eq!(plain("Andel i %"), "andel i %");
        assert_eq!(shown("Indvandrere\nog efterkommere"), "Indvandrere og efterkommere");
    }
}
