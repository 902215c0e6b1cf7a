//! Which table of which bank a file is, and what is known about it.
//!
//! Absent: the figures. A file from the API as CSV does not say which table it is; then the file's
//! name does, or the variables.

use super::cube::{Cube, Kind};
use super::fold::fold;
use super::origin::{Meaning, meanings};
use crate::workforce::Origin;

/// Who runs the table bank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bank {
    #[default]
    StatisticsDenmark,
    /// kk.statistikbank.dk
    CityOfCopenhagen,
}

/// How a table's name came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The file says so.
    File,
    /// The file's name says so.
    FileName,
    /// No other table has these variables.
    Variables,
    /// Whoever opened the file says so.
    User,
}

/// A table's name, for example FOLK1E.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub id: String,
    pub named_by: NamedBy,
}

/// Tables of residents by origin that a file's name is searched for. Longer names come first, so
/// that FOLK1AM is not taken for FOLK1A.
const KNOWN: [&str; 10] = [
    "FOLK1AM", "FOLK1A", "FOLK1B", "FOLK1C", "FOLK1D", "FOLK1E", "FOLK2", "HFUDD11", "KMSTA001",
    "RAS201",
];

/// A table's name as people type it; `None` when no table can be called that.
pub(super) fn id_of(words: &str) -> Option<String> {
    let id = words.trim().to_uppercase();
    let plain = id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let begins = id.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
    (plain && begins && (3..=12).contains(&id.len())).then_some(id)
}

/// The table that a file's name speaks of: "FOLK1E.csv", "2026101_FOLK1E123.csv".
pub(super) fn in_file_name(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_uppercase();
    let known = KNOWN.iter().find(|known| {
        stem.match_indices(**known).any(|(at, _)| {
            let rest = &stem[at + known.len()..];
            !rest.starts_with(char::is_alphabetic)
                && !stem[..at].ends_with(|c: char| c.is_alphabetic())
        })
    });
    if let Some(known) = known {
        return Some((*known).to_owned());
    }
    let city = stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .find(|word| word.starts_with("KK") && word.ends_with(|c: char| c.is_ascii_digit()));
    city.and_then(id_of)
}

/// The table that has these variables, where only one does.
pub(super) fn by_variables(cube: &Cube) -> Option<String> {
    if cube.bank != Bank::StatisticsDenmark {
        return None;
    }
    let has = |kind: Kind| cube.variables.iter().any(|variable| variable.kind == kind);
    let quarterly = cube.variables.iter().any(|variable| {
        variable.kind == Kind::Time
            && variable.values.iter().all(|value| {
                let moment = super::time::Moment::of(value.name());
                matches!(
                    moment,
                    Some(super::time::Moment { part: super::time::Part::Quarter(_), .. })
                )
            })
    });
    let country = |variable: &super::cube::Variable| {
        matches!(fold(&variable.code).as_str(), "ieland" | "oprindelsesland" | "country-of-origin")
    };
    // Districts are the City's, parishes those of church statistics.
    let is_small = |variable: &super::cube::Variable| {
        let names = [fold(&variable.code), fold(&variable.text)];
        let small = ["distrikt", "district", "bydel", "sogn", "parish"];
        names.iter().any(|name| small.contains(&name.as_str()))
    };
    let others: Vec<_> =
        cube.variables.iter().filter(|variable| variable.kind == Kind::Other).collect();
    let origin = cube.variables.iter().find(|variable| variable.kind == Kind::Origin)?;
    let meanings = meanings(&origin.values);
    let knows = |group: Origin| meanings.contains(&Meaning::Group(group));
    if !quarterly
        || !has(Kind::Area)
        || has(Kind::Citizenship)
        || cube.variables.iter().any(is_small)
        || !others.iter().all(|other| country(other))
    {
        return None;
    }
    let by_region = knows(Origin::ImmigrantWestern) || knows(Origin::DescendantWestern);
    let by_generation = knows(Origin::Immigrant) || knows(Origin::Descendant);
    match (by_region, by_generation, others.is_empty()) {
        (true, false, true) => Some("FOLK1E".to_owned()),
        (false, true, _) => Some("FOLK1C".to_owned()),
        _ => None,
    }
}

/// Whether it counts residents on the first day of each period.
pub(super) fn counts_on_first_day(cube: &Cube, table: &str) -> bool {
    let title = fold(cube.title.as_deref().unwrap_or_default());
    table.starts_with("FOLK")
        || ["first-day", "den-1-i", "1-januar", "1-january", "january-1"]
            .iter()
            .any(|words| title.contains(words))
}

/// The ages that a table's total holds; all ages are `None`.
pub(super) fn ages_of_total(cube: &Cube, table: &str) -> Option<(u8, u8)> {
    let has_education =
        cube.variables.iter().any(|variable| fold(&variable.code).starts_with("hfudd"));
    // Highest completed education is counted for these ages only.
    (table.starts_with("HFUDD") || has_education).then_some((15, 69))
}

/// Whether the people counted are residents: by the table's name, its title, or, where the file
/// says neither, by having no other variables than a population table has.
pub(super) fn counts_residents(cube: &Cube, table: Option<&str>) -> bool {
    let table = table.unwrap_or_default();
    let by_name = ["FOLK", "HFUDD", "KMSTA", "BEF", "KKBEF", "RAS201"];
    if by_name.iter().any(|name| table.starts_with(name)) {
        return true;
    }
    match &cube.title {
        Some(title) => {
            let title = fold(title);
            ["population", "folketal", "befolkning"].iter().any(|word| title.contains(word))
        }
        None => cube.variables.iter().all(|variable| {
            let code = fold(&variable.code);
            variable.kind != Kind::Other
                || matches!(
                    code.as_str(),
                    "ieland"
                        | "oprindelsesland"
                        | "country-of-origin"
                        | "civilst"
                        | "civilstand"
                        | "marital-status"
                )
        }),
    }
}

/// Where the bank shows the table.
pub(super) fn address(bank: Bank, table: &str) -> String {
    match bank {
        Bank::StatisticsDenmark => format!("https://www.statbank.dk/{table}"),
        Bank::CityOfCopenhagen => {
            format!(
                "https://kk.statistikbank.dk/statbank5a/SelectVarVal/Define.asp?MainTable={table}"
            )
        }
    }
}

/// The bank that a file's own words, its table's name or the file's name speak of.
pub(super) fn bank_of(words: &[&str], table: Option<&str>) -> Bank {
    let names_city = words.iter().any(|words| {
        let words = fold(words);
        words.contains("koebenhavns-kommune") || words.contains("city-of-copenhagen")
    });
    if names_city || table.is_some_and(|table| table.starts_with("KK")) {
        Bank::CityOfCopenhagen
    } else {
        Bank::StatisticsDenmark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_may_hold_the_table() {
        for (name, table) in [
            ("FOLK1E.csv", Some("FOLK1E")),
            ("2026101_FOLK1E123.csv", Some("FOLK1E")),
            ("20261125101500123456FOLK1AM9876543.xlsx", Some("FOLK1AM")),
            ("C:\\Hentet\\folk1c (2).csv", Some("FOLK1C")),
            ("KKBEF8_data.csv", Some("KKBEF8")),
            ("folkeskole.csv", None),
            ("befolkning.csv", None),
            ("", None),
        ] {
            assert_eq!(in_file_name(name).as_deref(), table, "{name}");
        }
    }

    #[test]
    fn a_table_is_called_by_letters_and_digits() {
        assert_eq!(id_of(" folk1e "), Some("FOLK1E".to_owned()));
        for words in ["", "../x", "FOLK 1E", "12345", "A", "https://x"] {
            assert_eq!(id_of(words), None, "{words}");
        }
    }
}
