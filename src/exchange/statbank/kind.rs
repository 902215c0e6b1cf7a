//! What each variable divides people by, and which of its words are codes.
//!
//! A heading decides where there is one that is known; else the values do. Absent: what the values
//! mean in detail.

use super::age::Age;
use super::area;
use super::cube::{Kind, Value, Variable};
use super::fold::{fold, is_code, is_total};
use super::origin::{Meaning, by_text};
use super::time::Moment;

/// What a heading says its column holds.
pub(super) fn of_heading(heading: &str) -> Option<Kind> {
    let heading = fold(heading);
    Some(match heading.as_str() {
        "omraade" | "omrade" | "bopomr" | "region" | "area" | "kommune" | "kommunedk"
        | "municipality" | "bopaelskommune" | "bopaelsomraade" | "distrikt" | "district"
        | "bydel" | "sogn" | "parish" => Kind::Area,
        "koen" | "kon" | "sex" | "gender" => Kind::Sex,
        "tid" | "time" | "aar" | "year" | "kvartal" | "quarter" | "maaned" | "month"
        | "periode" | "period" => Kind::Time,
        "statsb" | "statsborgerskab" | "citizenship" => Kind::Citizenship,
        "ancestry" | "national-origin" | "oprindelse" => Kind::Origin,
        "contentscode" | "indhold" | "contents" | "enhed" | "unit" => Kind::Contents,
        _ if heading.starts_with("herkomst") => Kind::Origin,
        _ if heading == "age" || heading.starts_with("alder") || heading.starts_with("age-") => {
            Kind::Age
        }
        _ => return None,
    })
}

/// Whether a heading is that of the column of figures.
pub(super) fn is_figures(heading: &str) -> bool {
    matches!(
        fold(heading).as_str(),
        "indhold" | "contents" | "value" | "vaerdi" | "antal" | "number"
    )
}

/// What a sex value stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Total,
    Men,
    Women,
}

pub(super) fn sex(value: &Value) -> Option<Sex> {
    if value.text.is_empty() {
        return match value.code.as_str() {
            "TOT" | "IALT" | "10" | "00" | "0" => Some(Sex::Total),
            "1" | "M" => Some(Sex::Men),
            "2" | "K" => Some(Sex::Women),
            _ => None,
        };
    }
    match fold(&value.text).as_str() {
        "maend" | "men" | "mand" | "man" | "male" | "males" => Some(Sex::Men),
        "kvinder" | "women" | "kvinde" | "woman" | "female" | "females" => Some(Sex::Women),
        _ if is_total("", &value.text) => Some(Sex::Total),
        _ => None,
    }
}

/// Sets the kind, and tells codes from texts in values that were read as plain words.
pub(super) fn recognise(variable: &mut Variable) {
    let heading = of_heading(&variable.code).or_else(|| of_heading(&variable.text));
    variable.kind = match heading {
        Some(kind) => {
            tell_codes(kind, &mut variable.values);
            kind
        }
        None => {
            let kind = of_values(&variable.values);
            tell_codes(kind, &mut variable.values);
            kind
        }
    };
}

fn of_values(values: &[Value]) -> Kind {
    let all = |is: &dyn Fn(&Value) -> bool| values.iter().all(is);
    let some = |is: &dyn Fn(&Value) -> bool| values.iter().any(is);
    let total = |value: &Value| is_total(&value.code, &value.text);
    let read = |value: &Value| {
        let mut value = value.clone();
        tell_code(&mut value);
        value
    };
    if all(&|value| Moment::of(value.name()).is_some()) {
        return Kind::Time;
    }
    let age = |value: &Value| matches!(Age::of("", value.name()), Age::Range { .. });
    if all(&|value| age(value) || total(&read(value))) && some(&age) {
        return Kind::Age;
    }
    let one_sex = |value: &Value| matches!(sex(&read(value)), Some(Sex::Men | Sex::Women));
    if all(&|value| sex(&read(value)).is_some()) && some(&one_sex) {
        return Kind::Sex;
    }
    if some(&|value| matches!(by_text(value.name()), Meaning::Group(_))) {
        return Kind::Origin;
    }
    if some(&|value| by_text(value.name()) == Meaning::Citizenship) {
        return Kind::Citizenship;
    }
    if some(&|value| area::is_known(&read(value))) {
        return Kind::Area;
    }
    Kind::Other
}

/// "101 København" is a code and a text where the whole column is written so.
fn tell_codes(kind: Kind, values: &mut [Value]) {
    let plain = |value: &Value| value.code.is_empty() != value.text.is_empty();
    if !values.iter().all(plain) {
        return;
    }
    let both: Option<Vec<(String, String)>> = values
        .iter()
        .map(|value| {
            let (first, rest) = value.name().split_once(' ')?;
            let (last_first, last) = value.name().rsplit_once(' ').unwrap_or((first, rest));
            // Either order: "101 Copenhagen", "Copenhagen 101".
            [(first, rest), (last, last_first)]
                .into_iter()
                .find(|(code, text)| fits(kind, code, text))
                .map(|(code, text)| (code.to_owned(), text.trim().to_owned()))
        })
        .collect();
    match both {
        Some(both) => {
            for (value, (code, text)) in values.iter_mut().zip(both) {
                (value.code, value.text) = (code, text);
            }
        }
        None => values.iter_mut().for_each(tell_code),
    }
}

fn tell_code(value: &mut Value) {
    if value.code.is_empty() && is_code(&value.text) {
        std::mem::swap(&mut value.code, &mut value.text);
    }
}

/// Whether the two halves are a code and its text, and not one text of two words.
fn fits(kind: Kind, code: &str, text: &str) -> bool {
    let has_letter = text.contains(char::is_alphabetic);
    is_code(code)
        && match kind {
            // "0 years" is one text; "0 0 years" is a code and a text.
            Kind::Age => Age::of("", text) != Age::Unknown && Age::of(code, "") != Age::Unknown,
            Kind::Time => Moment::of(text).is_some() && Moment::of(code).is_some(),
            Kind::Sex => {
                sex(&Value { code: String::new(), text: text.to_owned(), at: None }).is_some()
            }
            Kind::Origin => has_letter && by_text(text) != Meaning::Unknown,
            Kind::Area => has_letter && code.bytes().all(|byte| byte.is_ascii_digit()),
            // "I alt" is one text; a text behind a code begins with a capital letter.
            _ => is_total(code, "") && is_total("", text) || text.starts_with(char::is_uppercase),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(code: &str, words: &[&str]) -> Variable {
        let values = words.iter().map(|words| Value {
            code: String::new(),
            text: (*words).to_owned(),
            at: None,
        });
        let mut variable = Variable {
            code: code.to_owned(),
            text: String::new(),
            kind: Kind::Other,
            values: values.collect(),
            at: None,
        };
        recognise(&mut variable);
        variable
    }

    fn first(variable: &Variable) -> (&str, &str) {
        (&variable.values[0].code, &variable.values[0].text)
    }

    #[test]
    fn codes_and_texts_are_told_apart_column_by_column() {
        for (heading, words, expected) in [
            ("OMRÅDE", &["101 København", "185 Tårnby"][..], ("101", "København")),
            ("OMRÅDE", &["Copenhagen 101"], ("101", "Copenhagen")),
            ("OMRÅDE", &["Høje-Taastrup", "Region Hovedstaden"], ("", "Høje-Taastrup")),
            ("OMRÅDE", &["101"], ("101", "")),
            ("ALDER", &["0 0 years", "IALT Age, total"], ("0", "0 years")),
            ("ALDER", &["0 years", "1 year"], ("", "0 years")),
            ("ALDER", &["IALT", "0"], ("IALT", "")),
            ("HERKOMST", &["TOT Total", "1 Persons of Danish origin"], ("TOT", "Total")),
            ("KØN", &["TOT I alt"], ("TOT", "I alt")),
            ("IELAND", &["I alt"], ("", "I alt")),
            ("IELAND", &["0000 I alt", "5180 Tyskland"], ("0000", "I alt")),
            ("TID", &["2026K1 2026Q1"], ("2026K1", "2026Q1")),
            ("TID", &["2026Q1"], ("2026Q1", "")),
        ] {
            assert_eq!(first(&variable(heading, words)), expected, "{words:?}");
        }
    }

    #[test]
    fn variables_without_a_heading_are_recognised_by_their_values() {
        for (words, kind) in [
            (&["2025Q4"][..], Kind::Time),
            (&["0 years", "1 year"], Kind::Age),
            (&["Total", "Men", "Women"], Kind::Sex),
            (&["Indvandrere", "Efterkommere"], Kind::Origin),
            (&["Danish citizens"], Kind::Citizenship),
            (&["All Denmark", "Copenhagen"], Kind::Area),
            (&["Never married", "Widowed"], Kind::Other),
            (&["Total"], Kind::Other),
        ] {
            assert_eq!(variable("", words).kind, kind, "{words:?}");
        }
    }
}
