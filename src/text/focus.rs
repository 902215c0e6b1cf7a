//! The focus group in a sentence: "har indvandrerbaggrund", "er efterkommere", "med ...".
//!
//! Absent: the groups' headings in a grid. Read next: [`super::subject`].

use super::{Lang, findings, path};
use crate::workforce::{Focus, Origin};

/// How a sentence speaks of a focus group and of everybody else.
#[derive(Clone, Copy, Debug)]
pub struct FocusWords {
    lang: Lang,
    focus: Focus,
    named: Option<Origin>,
}

const ONE: &str = "1";
const MANY: &str = "2";

impl FocusWords {
    pub fn new(lang: Lang, focus: Focus) -> FocusWords {
        FocusWords { lang, focus, named: focus.named() }
    }

    /// The verb for one or several people: "har", "er", "has", "are".
    pub fn verb(&self, is_one: bool) -> String {
        let count = if is_one { ONE } else { MANY };
        if self.is_had() {
            findings::verb_has(self.lang, count)
        } else {
            findings::verb_is(self.lang, count)
        }
    }

    /// The verb after "would have to": "have", "være", "be".
    pub(super) fn infinitive(&self) -> &'static str {
        if self.is_had() { path::infinitive_has(self.lang) } else { path::infinitive_is(self.lang) }
    }

    /// What follows the verb: "indvandrerbaggrund", "efterkommere", "an immigrant".
    pub fn what(&self, is_one: bool) -> String {
        let count = if is_one { ONE } else { MANY };
        if let Some(group) = self.named {
            return group_after_verb(self.lang, group, count);
        }
        self.focus
            .fine_groups()
            .map(|group| match group {
                Origin::Danish => findings::what_danish_person(self.lang, count),
                _ => group_after_verb(self.lang, group, count),
            })
            .reduce(|first, second| findings::join_or(self.lang, &first, &second))
            .unwrap_or_default()
    }

    /// What follows "andelen": "med indvandrerbaggrund", "af indvandrere".
    pub fn share_of(&self) -> String {
        if self.is_had() {
            findings::share_of_with(self.lang, &self.what(false))
        } else {
            findings::share_of_of(self.lang, &self.what(false))
        }
    }

    /// One of the group: "én medarbejder med indvandrerbaggrund".
    pub fn one(&self) -> String {
        if self.is_had() {
            findings::one_with(self.lang, &self.what(true))
        } else {
            findings::one_of(self.lang, &self.what(true))
        }
    }

    /// One of everybody else: "én med dansk oprindelse", "én af de øvrige".
    pub fn other(&self) -> &'static str {
        if self.focus.is_everyone_but_danish() {
            findings::one_danish(self.lang)
        } else {
            findings::one_rest(self.lang)
        }
    }

    /// Whether one "has" it (a background) and does not "be" it (an immigrant).
    fn is_had(&self) -> bool {
        use Origin::{Danish, ImmigrantOrDescendant, NonWestern, Western};
        matches!(self.named, Some(Danish | ImmigrantOrDescendant | Western | NonWestern))
    }
}

fn group_after_verb(lang: Lang, group: Origin, count: &str) -> String {
    match group {
        Origin::Danish => findings::what_danish(lang, count),
        Origin::ImmigrantOrDescendant => findings::what_immigrant_background(lang, count),
        Origin::Western => findings::what_western(lang, count),
        Origin::NonWestern => findings::what_non_western(lang, count),
        Origin::Immigrant => findings::what_immigrant(lang, count),
        Origin::Descendant => findings::what_descendant(lang, count),
        Origin::ImmigrantWestern => findings::what_immigrant_western(lang, count),
        Origin::ImmigrantNonWestern => findings::what_immigrant_non_western(lang, count),
        Origin::DescendantWestern => findings::what_descendant_western(lang, count),
        Origin::DescendantNonWestern => findings::what_descendant_non_western(lang, count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(lang: Lang, groups: &[Origin]) -> FocusWords {
        FocusWords::new(lang, Focus::of(groups).expect("a proper part of everybody"))
    }

    #[test]
    fn immigrants_and_descendants_have_an_immigrant_background() {
        let words = FocusWords::new(Lang::Da, Focus::default());
        assert_eq!(words.verb(false), "har");
        assert_eq!(words.what(false), "indvandrerbaggrund");
        assert_eq!(words.share_of(), "med indvandrerbaggrund");
        assert_eq!(words.other(), "én med dansk oprindelse");
    }

    #[test]
    fn a_narrower_focus_is_called_by_its_name() {
        let words = words(Lang::Da, &[Origin::Descendant]);
        assert_eq!((words.verb(true), words.what(true)), ("er".into(), "efterkommer".into()));
        assert_eq!(words.share_of(), "af efterkommere");
        assert_eq!(words.other(), "én af de øvrige");
    }

    #[test]
    fn fine_groups_that_make_up_a_coarse_one_take_its_name() {
        let western = [Origin::ImmigrantWestern, Origin::DescendantWestern];
        assert_eq!(words(Lang::En, &western).what(false), "Western origin");
    }

    #[test]
    fn a_union_without_a_name_lists_its_groups() {
        let union = [Origin::ImmigrantWestern, Origin::DescendantNonWestern];
        assert_eq!(
            words(Lang::Da, &union).what(false),
            "indvandrere fra vestlige lande eller efterkommere fra ikke-vestlige lande"
        );
    }
}
