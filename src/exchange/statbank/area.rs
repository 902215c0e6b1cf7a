//! Areas of the table banks: code to name and back.
//!
//! Absent: districts of the City's own bank, which keep the name that the file gives them.

use super::cube::Value;
use super::fold::{fold, is_total};
use super::table::Bank;
use crate::benchmark::Place;

/// Statistics Denmark's municipalities and regions, code and name, as its table FOLK1E lists them;
/// without the three places that have names of their own in both languages.
const AREAS: &str = include_str!("areas.csv");

const COPENHAGEN: &str = "101";
const CAPITAL_REGION: &str = "084";
const DENMARK: &str = "000";
const PROVINCE: &str = "01";

/// An area of a file: its code where it is known, its name, and the place it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Area {
    /// Empty when it is not known.
    pub code: String,
    pub name: String,
    pub place: Place,
}

impl Area {
    pub(super) fn of(value: &Value, bank: Bank) -> Area {
        match known_code(value, bank) {
            Some(code) => Area::known(code, &value.text),
            // A code of the City's own districts may be that of a municipality elsewhere.
            None => Area {
                code: String::new(),
                name: value.name().to_owned(),
                place: Place::Other(value.name().to_owned()),
            },
        }
    }

    /// The area of this code.
    pub(super) fn with_code(code: &str) -> Option<Area> {
        let value = Value { code: code.to_owned(), text: String::new(), at: None };
        known_code(&value, Bank::StatisticsDenmark).map(|code| Area::known(code, ""))
    }

    fn known(code: &str, text: &str) -> Area {
        let name = if text.is_empty() { name_of(code).unwrap_or(code) } else { text };
        let place = match code {
            COPENHAGEN => Place::CopenhagenMunicipality,
            CAPITAL_REGION => Place::RegionHovedstaden,
            DENMARK => Place::Denmark,
            PROVINCE => Place::ProvinceByenKobenhavn,
            _ => Place::Other(name.to_owned()),
        };
        Area { code: code.to_owned(), name: name.to_owned(), place }
    }

    /// Whether this is what somebody means by these words.
    pub(super) fn is(&self, words: &str) -> bool {
        let wanted = fold(words);
        let by_text = Value { code: String::new(), text: words.to_owned(), at: None };
        (!self.code.is_empty() && self.code == words.trim())
            || fold(&self.name) == wanted
            || known_code(&by_text, Bank::StatisticsDenmark).is_some_and(|code| code == self.code)
    }

    /// Words for an identifier: the code, else the name in small letters.
    pub(super) fn slug(&self) -> String {
        if self.code.is_empty() {
            fold(&self.name).chars().filter(char::is_ascii).take(40).collect()
        } else {
            self.code.to_lowercase()
        }
    }
}

/// Whether a value is an area that is known by name or by code.
pub(super) fn is_known(value: &Value) -> bool {
    known_code(value, Bank::StatisticsDenmark).is_some()
}

fn known_code(value: &Value, bank: Bank) -> Option<&'static str> {
    let code = if value.code == "0" { DENMARK } else { value.code.as_str() };
    let fixed = [COPENHAGEN, CAPITAL_REGION, DENMARK, PROVINCE];
    let listed = || AREAS.lines().filter_map(|line| line.split_once(';'));
    if bank == Bank::StatisticsDenmark {
        let by_code =
            fixed.into_iter().chain(listed().map(|(known, _)| known)).find(|known| *known == code);
        if by_code.is_some() {
            return by_code;
        }
    }
    if value.text.is_empty() {
        return None;
    }
    let name = fold(&value.text);
    let name = ["-kommune", "-municipality"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(&name);
    match name {
        "koebenhavn"
        | "koebenhavns"
        | "copenhagen"
        | "city-of-copenhagen"
        | "koebenhavn-i-alt"
        | "copenhagen-total"
        | "copenhagen-in-total"
        | "hele-koebenhavn"
        | "koebenhavns-kommune-i-alt" => Some(COPENHAGEN),
        "all-denmark" | "hele-landet" | "hele-danmark" | "danmark" | "denmark" => Some(DENMARK),
        "region-hovedstaden" | "capital-region" | "capital-region-of-denmark" => {
            Some(CAPITAL_REGION)
        }
        "landsdel-byen-koebenhavn" | "province-byen-koebenhavn" | "byen-koebenhavn" => {
            Some(PROVINCE)
        }
        // All districts of the City's own bank are the City.
        _ if bank == Bank::CityOfCopenhagen && is_total("", &value.text) => Some(COPENHAGEN),
        _ if bank == Bank::CityOfCopenhagen => None,
        _ => listed().find(|(_, known)| fold(known) == name).map(|(code, _)| code),
    }
}

fn name_of(code: &str) -> Option<&'static str> {
    AREAS
        .lines()
        .filter_map(|line| line.split_once(';'))
        .find(|(known, _)| *known == code)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(code: &str, text: &str, bank: Bank) -> Area {
        Area::of(&Value { code: code.to_owned(), text: text.to_owned(), at: None }, bank)
    }

    #[test]
    fn an_area_is_the_same_by_code_and_by_name_in_either_language() {
        for (code, text) in [
            ("101", ""),
            ("", "København"),
            ("", "Copenhagen"),
            ("101", "Copenhagen"),
            ("", "Københavns Kommune"),
        ] {
            let area = area(code, text, Bank::StatisticsDenmark);
            assert_eq!((area.code.as_str(), &area.place), ("101", &Place::CopenhagenMunicipality));
            assert!(area.is("101") && area.is("København") && area.is("copenhagen"));
        }
        assert_eq!(area("", "Tårnby", Bank::StatisticsDenmark).code, "185");
        assert_eq!(
            area("185", "", Bank::StatisticsDenmark).place,
            Place::Other("Tårnby".to_owned())
        );
    }

    #[test]
    fn the_citys_total_is_copenhagen_and_its_districts_keep_their_names() {
        assert_eq!(area("", "I alt", Bank::CityOfCopenhagen).place, Place::CopenhagenMunicipality);
        let district = area("1", "Indre By", Bank::CityOfCopenhagen);
        assert_eq!(district.place, Place::Other("Indre By".to_owned()));
        let district = area("101", "Nyhavn", Bank::CityOfCopenhagen);
        assert_eq!(district.place, Place::Other("Nyhavn".to_owned()));
        assert!(!district.is("101") && district.is("nyhavn"));
    }

    #[test]
    fn the_shipped_list_has_each_code_and_name_once() {
        let all: Vec<_> = AREAS.lines().filter_map(|line| line.split_once(';')).collect();
        assert_eq!(all.len(), 102);
        for (index, (code, name)) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|(other, known)| other != code && known != name));
        }
    }
}
