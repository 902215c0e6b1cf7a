//! What the values of an origin variable (herkomst) mean, and which of them make up a group.
//!
//! Tables list totals, subtotals and parts side by side: 21 is all immigrants, 24 and 25 are the two
//! kinds of them. A subtotal is never added to its parts. Absent: figures.

use super::cube::Value;
use super::fold::{fold, is_total};
use crate::workforce::{Grouping, Origin};

/// What a value of the variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Total,
    Group(Origin),
    NotStated,
    /// "Danish citizens": another classification.
    Citizenship,
    Unknown,
}

/// The meaning of each value; a text is more certain than a code.
pub(super) fn meanings(values: &[Value]) -> Vec<Meaning> {
    values
        .iter()
        .map(|value| {
            if value.text.is_empty() { by_code(&value.code, values) } else { by_text(&value.text) }
        })
        .collect()
}

pub(super) fn by_text(text: &str) -> Meaning {
    let words = fold(text);
    if words.contains("statsborger") || words.contains("citizen") {
        return Meaning::Citizenship;
    }
    if words.contains("uoplyst")
        || words.contains("not-stated")
        || words.contains("unknown")
        || words.contains("ikke-oplyst")
    {
        return Meaning::NotStated;
    }
    if words.contains("dansk-oprindelse") || words.contains("danish-origin") {
        return Meaning::Group(Origin::Danish);
    }
    // Statistics Denmark says "descendants of immigrants" in some tables.
    let words = words.replace("of-immigrants", "").replace("af-indvandrere", "");
    let is_immigrant = ["indvandrer", "immigrant"].iter().any(|word| words.contains(word));
    let is_descendant = ["efterkommer", "descendant"].iter().any(|word| words.contains(word));
    let is_background = ["indvandrerbaggrund", "foreign-origin", "udenlandsk-oprindelse"]
        .iter()
        .any(|word| words.contains(word));
    let is_non_western = ["ikke-vestlig", "ikkevestlig", "non-western", "nonwestern"]
        .iter()
        .any(|word| words.contains(word));
    let is_western =
        !is_non_western && ["vestlig", "western"].iter().any(|word| words.contains(word));
    let both = (is_immigrant && is_descendant) || is_background;
    let group = match (both, is_immigrant, is_descendant) {
        (true, ..) | (_, false, false) if is_western => Origin::Western,
        (true, ..) | (_, false, false) if is_non_western => Origin::NonWestern,
        (true, ..) => Origin::ImmigrantOrDescendant,
        (_, true, _) if is_western => Origin::ImmigrantWestern,
        (_, true, _) if is_non_western => Origin::ImmigrantNonWestern,
        (_, true, _) => Origin::Immigrant,
        (_, _, true) if is_western => Origin::DescendantWestern,
        (_, _, true) if is_non_western => Origin::DescendantNonWestern,
        (_, _, true) => Origin::Descendant,
        // "Indvandrere i alt" is a group; what names none and says all is everybody.
        _ if is_total("", text) => return Meaning::Total,
        _ => return Meaning::Unknown,
    };
    Meaning::Group(group)
}

fn by_code(code: &str, all: &[Value]) -> Meaning {
    let has = |code: &str| all.iter().any(|value| value.code == code);
    let group = match code {
        "TOT" | "IALT" | "00" => return Meaning::Total,
        // All in most tables; not stated in those of education, which say TOT for all.
        "0" if has("TOT") => return Meaning::NotStated,
        "0" if has("5") => return Meaning::Unknown,
        "0" => return Meaning::Total,
        "1" | "10" | "999" | "5" => Origin::Danish,
        "24" => Origin::ImmigrantWestern,
        "25" => Origin::ImmigrantNonWestern,
        "34" => Origin::DescendantWestern,
        "35" => Origin::DescendantNonWestern,
        "21" | "4" => Origin::Immigrant,
        "31" | "3" => Origin::Descendant,
        _ => return Meaning::Unknown,
    };
    Meaning::Group(group)
}

fn overlap(one: Origin, other: Origin) -> bool {
    Grouping::Five.groups().iter().any(|part| one.includes(*part) && other.includes(*part))
}

/// The positions of the fewest values that make up a group, none of them overlapping; `without`
/// leaves the group's own subtotal out.
pub(super) fn parts(meanings: &[Meaning], group: Origin, without: bool) -> Option<Vec<usize>> {
    let mut inside: Vec<(usize, Origin)> = Vec::new();
    for (position, meaning) in meanings.iter().enumerate() {
        if let Meaning::Group(part) = *meaning
            && group.includes(part)
            && !(without && part == group)
            && inside.iter().all(|(_, known)| *known != part)
        {
            inside.push((position, part));
        }
    }
    let mut best: Option<Vec<(usize, Origin)>> = None;
    // At most nine different groups are inside one.
    for chosen in 1_u32..(1 << inside.len()) {
        let some: Vec<_> = (0..inside.len())
            .filter(|bit| chosen & (1 << bit) != 0)
            .map(|bit| inside[bit])
            .collect();
        let apart = some
            .iter()
            .enumerate()
            .all(|(index, (_, one))| some[..index].iter().all(|(_, other)| !overlap(*one, *other)));
        let groups: Vec<Origin> = some.iter().map(|(_, part)| *part).collect();
        let is_better = best.as_ref().is_none_or(|best| some.len() < best.len());
        if apart && is_better && group.is_made_of(&groups) {
            best = Some(some);
        }
    }
    best.map(|some| some.into_iter().map(|(position, _)| position).collect())
}

/// The groupings that the values can make up, the finest first.
pub(super) fn groupings(meanings: &[Meaning]) -> Vec<Grouping> {
    let fits = |grouping: &Grouping| {
        grouping.groups().iter().all(|group| parts(meanings, *group, false).is_some())
    };
    Grouping::ALL.into_iter().rev().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(codes: &[&str]) -> Vec<Meaning> {
        let values: Vec<Value> = codes
            .iter()
            .map(|code| Value { code: (*code).to_owned(), text: String::new(), at: None })
            .collect();
        meanings(&values)
    }

    #[test]
    fn texts_of_both_languages_mean_the_same() {
        for (da, en, group) in [
            ("Personer med dansk oprindelse", "Persons of Danish origin", Origin::Danish),
            (
                "Indvandrere fra vestlige lande",
                "Immigrants from western countries",
                Origin::ImmigrantWestern,
            ),
            (
                "Indvandrere fra ikke-vestlige lande",
                "Immigrants from non-western countries",
                Origin::ImmigrantNonWestern,
            ),
            (
                "Efterkommere fra vestlige lande",
                "Descendants from western countries",
                Origin::DescendantWestern,
            ),
            (
                "Efterkommere fra ikke-vestlige lande",
                "Descendants of immigrants from non-Western countries",
                Origin::DescendantNonWestern,
            ),
            ("Indvandrere", "Immigrants", Origin::Immigrant),
            ("Efterkommere", "Descendant", Origin::Descendant),
            (
                "Indvandrere og efterkommere",
                "Immigrants and descendants",
                Origin::ImmigrantOrDescendant,
            ),
        ] {
            assert_eq!(by_text(da), Meaning::Group(group), "{da}");
            assert_eq!(by_text(en), Meaning::Group(group), "{en}");
        }
        assert_eq!(by_text("Uoplyst herkomst"), Meaning::NotStated);
        assert_eq!(by_text("Danish citizens"), Meaning::Citizenship);
        assert_eq!(by_text("Indvandrere i alt"), Meaning::Group(Origin::Immigrant));
        assert_eq!(by_text("Herkomst i alt"), Meaning::Total);
        assert_eq!(by_text("Danmark"), Meaning::Unknown);
    }

    #[test]
    fn nought_is_all_or_not_stated_as_the_other_codes_say() {
        assert_eq!(codes(&["0", "10"])[0], Meaning::Total);
        assert_eq!(codes(&["TOT", "5", "4", "3", "0"])[3 + 1], Meaning::NotStated);
        assert_eq!(codes(&["5", "4", "3", "0"])[3], Meaning::Unknown);
    }

    #[test]
    fn a_subtotal_is_taken_in_place_of_its_parts_and_never_beside_them() {
        let all = codes(&["TOT", "1", "21", "24", "25", "31", "34", "35"]);
        assert_eq!(parts(&all, Origin::ImmigrantOrDescendant, false), Some(vec![2, 5]));
        assert_eq!(parts(&all, Origin::Immigrant, false), Some(vec![2]));
        assert_eq!(parts(&all, Origin::Immigrant, true), Some(vec![3, 4]));
        assert_eq!(parts(&all, Origin::Western, false), Some(vec![3, 6]));
        assert_eq!(
            groupings(&all),
            [Grouping::Five, Grouping::ThreeByGeneration, Grouping::ThreeByRegion, Grouping::Two]
        );
    }

    #[test]
    fn three_groups_by_generation_say_nothing_about_regions() {
        assert_eq!(
            groupings(&codes(&["5", "4", "3"])),
            [Grouping::ThreeByGeneration, Grouping::Two]
        );
        assert_eq!(groupings(&codes(&["TOT", "4", "3"])), []);
    }
}
