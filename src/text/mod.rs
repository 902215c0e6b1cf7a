//! Words, numbers and dates for people, in Danish and English.
//!
//! The texts themselves live in `locales/`, where a translator edits them; the build turns each
//! into a function here (see build/locales.rs). Absent: decisions. What to say is decided by
//! the modules that hold the facts; this one only says it. Read next: locales/README.md.

pub mod area_equity;
pub mod benchmark;
pub mod change;
pub mod crossing;
mod date;
pub mod finding;
pub mod focus;
pub mod level_equity;
pub mod method_example;
pub mod method_page;
mod number;
mod part;
pub mod paths;
mod problem;
pub mod promise;
pub mod reading;
pub mod standing;
pub mod subject;
#[cfg(feature = "office")]
pub mod table_bank;
pub mod threshold;
pub mod turnover;
pub mod verdict;
pub mod warning;

pub use date::{date, month};
pub use number::{Digits, bounds, count, decimal, percent, percent_fixed, probability, signed};
pub use part::{column_name, group_name, part_name};
pub use problem::problem_text;
pub use subject::Subject;

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Da,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Da, Lang::En];

    /// The language tag, for example "da".
    pub fn tag(self) -> &'static str {
        pick(self, "da", "en")
    }

    /// The language with this tag; regional tags such as "en-GB" count.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| tag.split('-').next() == Some(lang.tag()))
    }

    pub fn other(self) -> Lang {
        pick(self, Lang::En, Lang::Da)
    }
}

/// A text about a number, which arrives formatted.
pub type Counted = fn(Lang, &str) -> String;

/// Chooses by language.
pub fn pick<T>(lang: Lang, da: T, en: T) -> T {
    match lang {
        Lang::Da => da,
        Lang::En => en,
    }
}

/// Puts arguments into a numbered text: `{0}` is the first, `{0|one|other}` chooses by
/// whether the first is "1". The build has checked the braces.
fn fill(text: &str, arguments: &[&str]) -> String {
    let mut parts = text.split('{');
    let mut result = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let (inside, rest) = part.split_once('}').unwrap_or((part, ""));
        let mut choices = inside.split('|');
        let position = choices.next().and_then(|number| number.parse::<usize>().ok());
        let argument = position.and_then(|position| arguments.get(position)).copied().unwrap_or("");
        result.push_str(match (choices.next(), choices.next()) {
            (Some(one), Some(other)) => {
                if argument == "1" {
                    one
                } else {
                    other
                }
            }
            _ => argument,
        });
        result.push_str(rest);
    }
    result
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_may_stand_in_any_order_and_more_than_once() {
        assert_eq!(fill("{1} af {0}, {1}", &["40", "2"]), "2 af 40, 2");
    }

    #[test]
    fn one_is_singular_and_everything_else_plural() {
        let text = "{0} {0|person|personer} mangler";
        assert_eq!(fill(text, &["1"]), "1 person mangler");
        assert_eq!(fill(text, &["0"]), "0 personer mangler");
        assert_eq!(fill(text, &["10"]), "10 personer mangler");
    }

    #[test]
    fn regional_tags_find_their_language() {
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("da"), Some(Lang::Da));
        assert_eq!(Lang::from_tag("sv"), None);
    }
}
