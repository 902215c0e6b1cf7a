//! What words of a file mean: groups, levels, totals, sexes, periods, and headings of columns.
//!
//! All functions take the plain form of [`super::words::plain`]. Recognition keys only: nothing
//! here is shown to anybody. More than 400 lines because formatting puts one word to a line. Read next: [`super::levels`] for the names of levels.

use super::mask::Mask;
use super::words::tokens;

/// What a line of words (a heading row, a column of names) tells people apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    Level,
    Area,
    Group,
    Sex,
    Period,
    /// "Antal": says that numbers are counts, and nothing else.
    Measure,
    /// Identifiers, remarks, codes.
    Ignored,
    /// A population's ages: the sign of a benchmark.
    Age,
    /// Citizenship, country of birth: not origin.
    NotOrigin,
}

/// A sex column's meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    Men,
    Women,
}

const TOTALS: &[&str] = &[
    "i alt",
    "ialt",
    "total",
    "totalt",
    "sum",
    "hovedtotal",
    "alle",
    "grand total",
    "samlet",
    "all",
    "subtotal",
    "alle ansatte",
    "all employees",
    "all staff",
    "hele organisationen",
    "i alt sum",
    "whole organisation",
    "hele virksomheden",
    "samlet antal",
    "samlet total",
    "tot",
    "all levels",
    "alle niveauer",
    "alle omraader",
    "alle afdelinger",
    "all areas",
    "all departments",
    "begge koen",
    "both sexes",
    "maend og kvinder",
    "men and women",
    "total all",
];

/// Whether a sheet of this name says something about figures that stand on another sheet: shares,
/// verdicts, methods. Our own workbooks have such sheets, and others do.
pub fn is_about_figures(plain: &str) -> bool {
    const NAMES: [&str; 8] =
        ["vurderinger", "verdicts", "metode", "method", "kilder", "sources", "vejledning", "guide"];
    NAMES.contains(&plain)
}

/// Whether the words are those of a total and name nothing.
pub fn is_everything(plain: &str) -> bool {
    TOTALS.contains(&plain)
}

/// Whether the words mean everybody, or everything of their direction.
pub fn is_total(plain: &str) -> bool {
    TOTALS.contains(&plain)
        || ["i alt", "ialt", "total", "totalt"].iter().any(|word| {
            let before = plain.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '));
            before || plain.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
        })
}

/// What is left of "heraf …" or "of which …"; `None` where the words are not of that kind.
pub fn subset_of(plain: &str) -> Option<&str> {
    const BEGINNINGS: &[&str] =
        &["heraf", "deraf", "hvoraf", "of which", "of whom", "thereof", "including"];
    let rest = BEGINNINGS.iter().find_map(|word| plain.strip_prefix(word))?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
}

/// Whether the words mean "not stated" in whatever direction they stand.
pub fn is_not_stated(plain: &str) -> bool {
    const STARTS: &[&str] = &[
        "uoplyst",
        "uopl",
        "ukendt",
        "ikke oplyst",
        "ikke angivet",
        "not stated",
        "unknown",
        "prefer not",
        "oensker ikke",
        "declined",
    ];
    const ENDS: &[&str] = &["not stated", "unknown", "uoplyst", "ukendt"];
    STARTS.iter().any(|word| plain.starts_with(word))
        || ENDS.iter().any(|word| plain.ends_with(word))
}

/// Whether a heading says that its numbers are shares.
pub fn is_percentage(plain: &str) -> bool {
    const WORDS: &[&str] = &[
        "%",
        "pct",
        "procent",
        "procentandel",
        "andel",
        "andele",
        "share",
        "shares",
        "percent",
        "percentage",
        "percentages",
        "proportion",
    ];
    tokens(plain).any(|word| WORDS.contains(&word))
}

/// Whether a heading says that people are counted as full-time equivalents.
pub fn is_full_time_equivalents(plain: &str) -> bool {
    // "Fuldtid" beside "Deltid" counts people; only the converted measure counts fractions of them.
    tokens(plain).any(|word| {
        word.starts_with("aarsvaerk")
            || ["fte", "ftes", "fuldtidsomregnet", "fuldtidsomregnede"].contains(&word)
    }) || plain.contains("full time equivalent")
}

/// The group that the words name, if they name nothing but a group.
pub fn group(plain: &str) -> Option<Mask> {
    const FILLERS: &[&str] = &[
        "og",
        "and",
        "fra",
        "from",
        "med",
        "with",
        "personer",
        "person",
        "persons",
        "people",
        "lande",
        "countries",
        "country",
        "oprindelse",
        "origin",
        "herkomst",
        "baggrund",
        "background",
        "i",
        "alt",
        "of",
        "the",
        "antal",
        "number",
        "af",
        "ansatte",
        "employees",
        "medarbejdere",
        "staff",
        "total",
        "or",
        "eller",
        "deres",
        "their",
        "immigrants'",
        "etnisk",
        "ethnic",
        "pers",
        "opr",
        "in",
        "a",
        "samt",
        "ancestry",
        "their",
        "opr.",
        "landene",
        "land",
        "%",
        "pct",
        "procent",
        "procentandel",
        "andel",
        "andele",
        "share",
        "shares",
        "percent",
        "percentage",
        "proportion",
    ];
    if is_not_stated(plain) {
        let rest = ["herkomst", "origin", "oprindelse", "ancestry", "baggrund"];
        let about = tokens(plain).any(|word| rest.contains(&word));
        let is_whole = ["prefer not", "oensker ikke"].iter().any(|start| plain.starts_with(start));
        let is_short = tokens(plain).count() <= 2 && !mentions_other(plain);
        return (about || is_whole || is_short).then_some(Mask::NOT_STATED);
    }
    let plain = plain.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let (mut kind, mut region) = (None::<Mask>, None::<Mask>);
    let mut negated = false;
    let add = |kind: &mut Option<Mask>, set: Mask| {
        *kind = Some(kind.map_or(set, |known: Mask| known.or(set)));
    };
    for word in tokens(plain) {
        let not = std::mem::take(&mut negated);
        match word {
            "ikke" | "non" | "not" => negated = true,
            _ if is_western(word) => {
                let set = if not { Mask::NON_WESTERN } else { Mask::WESTERN };
                add(&mut region, set);
            }
            _ if word.strip_prefix("ikke").or(word.strip_prefix("non")).is_some_and(is_western) => {
                add(&mut region, Mask::NON_WESTERN);
            }
            "dk" | "dansk" | "danske" | "danskere" | "danish" | "danes" | "dane" => {
                add(&mut kind, if not { Mask::FOREIGN } else { Mask::DANISH });
            }
            "indvandrerbaggrund" | "udenlandsk" | "udenlandske" | "foreign" | "anden" | "andre"
            | "minoritet" | "minoriteter" | "minoritetsbaggrund" | "minority" | "minorities" => {
                add(&mut kind, Mask::FOREIGN);
            }
            _ if word.starts_with("indvandrer") || ["indv", "indvandr"].contains(&word) => {
                add(&mut kind, Mask::IMMIGRANTS);
            }
            "immigrant" | "immigrants" | "immigr" | "imm" => {
                let background = plain.contains("immigrant background");
                add(&mut kind, if background { Mask::FOREIGN } else { Mask::IMMIGRANTS });
            }
            _ if word.starts_with("efterkommer") || ["efterk", "eftk"].contains(&word) => {
                add(&mut kind, Mask::DESCENDANTS);
            }
            _ if word.starts_with("descendant") || ["desc", "descend"].contains(&word) => {
                add(&mut kind, Mask::DESCENDANTS);
            }
            _ if FILLERS.contains(&word) => {}
            _ => return None,
        }
    }
    if kind == Some(Mask::FOREIGN) && region.is_none() && ["anden", "andre"].contains(&plain) {
        return None;
    }
    match (kind, region) {
        // "Immigrants and descendants of Danish origin" names nothing.
        (Some(kind), Some(region)) => Some(kind.and(region)).filter(|set| !set.is_empty()),
        (Some(set), None) | (None, Some(set)) => Some(set),
        (None, None) => None,
    }
}

/// The group that the words name, and the sex where they name one beside it: "Dansk, kvinder".
pub fn group_and_sex(plain: &str) -> Option<(Mask, Option<Sex>)> {
    if let Some(set) = group(plain) {
        return Some((set, None));
    }
    // "Dansk 2025": the year is the column's, not the group's.
    if tokens(plain).any(|word| period(word).is_some()) {
        let rest: Vec<&str> = tokens(plain).filter(|word| period(word).is_none()).collect();
        return group_and_sex(&rest.join(" "));
    }
    let of = |word: &str| match word {
        "mandlige" => Some(Sex::Men),
        "kvindelige" => Some(Sex::Women),
        word => sex(word),
    };
    let found = of(tokens(plain).find(|word| of(word).is_some())?)?;
    let rest: Vec<&str> = tokens(plain).filter(|word| of(word) != Some(found)).collect();
    Some((group(&rest.join(" "))?, Some(found)))
}

/// What is left of "Drift i alt": the name that the total is of.
pub fn total_of(words: &str) -> Option<&str> {
    const ENDS: [&str; 4] = [" i alt", " ialt", " total", " totalt"];
    const STARTS: [&str; 3] = ["i alt ", "total ", "ialt "];
    let ends = ENDS.iter().find_map(|end| {
        let at = words.len().checked_sub(end.len())?;
        words.get(at..).filter(|tail| tail.eq_ignore_ascii_case(end)).map(|_| &words[..at])
    });
    let starts = || {
        STARTS.iter().find_map(|start| {
            let head = words.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start));
            head.map(|_| &words[start.len()..])
        })
    };
    let name = ends.or_else(starts)?.trim_matches([' ', ',', ':', '-', '–']);
    (!name.is_empty()).then_some(name)
}

/// Whether the words mean the whole organisation, whatever stands around them.
pub fn is_grand_total(plain: &str) -> bool {
    const WORDS: [&str; 9] = [
        "hovedtotal",
        "grand total",
        "hele organisationen",
        "whole organisation",
        "hele virksomheden",
        "alle afdelinger",
        "alle omraader",
        "all departments",
        "samlet total",
    ];
    WORDS.contains(&plain)
}

fn is_western(word: &str) -> bool {
    ["vestlig", "vestlige", "vestl", "western", "vest", "west"].contains(&word)
}

/// Whether "not stated" is about something else than origin.
fn mentions_other(plain: &str) -> bool {
    ["niveau", "level", "omraade", "area", "afdeling", "department", "alder", "age", "stilling"]
        .iter()
        .any(|word| plain.contains(word))
}

/// Statistics Denmark's codes for origin in the tables with and without country of origin.
pub fn group_of_code(code: &str) -> Option<Mask> {
    Some(match code {
        "1" | "10" | "999" | "5" => Mask::DANISH,
        "24" => Mask::IMMIGRANTS.and(Mask::WESTERN),
        "25" => Mask::IMMIGRANTS.and(Mask::NON_WESTERN),
        "34" => Mask::DESCENDANTS.and(Mask::WESTERN),
        "35" => Mask::DESCENDANTS.and(Mask::NON_WESTERN),
        "21" | "4" => Mask::IMMIGRANTS,
        "31" | "3" => Mask::DESCENDANTS,
        "0" | "00" | "TOT" | "tot" => Mask::ALL,
        _ => return None,
    })
}

/// Whether a whole line of codes can only be codes of origin: each is one, no two mean the same,
/// and there are enough to tell them from counts.
pub fn are_group_codes<'a>(codes: impl Iterator<Item = &'a str>) -> bool {
    let mut sets = Vec::new();
    for code in codes {
        let Some(set) = group_of_code(code) else { return false };
        sets.push(set);
    }
    let parts = sets.iter().filter(|set| **set != Mask::ALL).count();
    let repeats = (1..sets.len()).any(|at| sets[..at].contains(&sets[at]));
    parts >= 3 && !repeats && sets.contains(&Mask::DANISH)
}

/// The sex that the words name.
pub fn sex(plain: &str) -> Option<Sex> {
    match plain {
        "maend" | "mand" | "men" | "man" | "male" | "males" | "m" => Some(Sex::Men),
        "kvinder" | "kvinde" | "women" | "woman" | "female" | "females" | "k" | "f" => {
            Some(Sex::Women)
        }
        _ => None,
    }
}

/// A year, quarter or month as something that sorts: 2025 before 2025K2 before 2026.
pub fn period(text: &str) -> Option<String> {
    let text = text.trim();
    let text = ["pr.", "ultimo", "primo", "år", "Year", "year"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim();
    let year = text.get(..4)?;
    if !year.bytes().all(|byte| byte.is_ascii_digit()) || !("1970".."2101").contains(&year) {
        return None;
    }
    // A fifth digit makes it a number of people.
    if text[4..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rest: String = text[4..].chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    let rest = rest.to_ascii_uppercase().replace(['Q', 'M'], "K");
    let digits = rest.strip_prefix('K').unwrap_or(&rest);
    let is_short = digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_short && (rest.is_empty() || !digits.is_empty())).then(|| text.to_owned())
}

/// What a heading says that its column tells people apart by.
pub fn heading(plain: &str) -> Option<Dimension> {
    const EXACT: &[(Dimension, &[&str])] = &[
        (
            Dimension::Group,
            &[
                "herkomst",
                "herkomst1",
                "ancestry",
                "origin",
                "oprindelse",
                "national origin",
                "baggrund",
                "background",
                "herkomstgruppe",
                "herkomstkode",
                "herkomst kode",
                "origin code",
                "ancestry code",
                "origin group",
                "gruppe",
                "group",
                "ethnic origin",
                "etnisk oprindelse",
                "herkomst i alt",
            ],
        ),
        (Dimension::Sex, &["koen", "sex", "gender"]),
        (
            Dimension::Period,
            &[
                "aar",
                "year",
                "tid",
                "kvartal",
                "quarter",
                "periode",
                "dato",
                "date",
                "time",
                "period",
                "opgoerelsesdato",
                "reporting date",
                "maaned",
                "month",
            ],
        ),
        (
            Dimension::Measure,
            &[
                "antal",
                "count",
                "counts",
                "personer",
                "persons",
                "ansatte",
                "headcount",
                "indhold",
                "antal personer",
                "antal ansatte",
                "antal medarbejdere",
                "number",
                "employees",
                "medarbejdere",
                "hoveder",
                "people",
                "contents",
                "value",
                "vaerdi",
                "staff",
                "n",
                "number of employees",
                "number of people",
                "number of persons",
                "antal hoveder",
            ],
        ),
        (
            Dimension::Ignored,
            &[
                "id",
                "nr",
                "nummer",
                "kode",
                "code",
                "bemaerkning",
                "bemaerkninger",
                "note",
                "noter",
                "notes",
                "kommentar",
                "kommentarer",
                "comment",
                "comments",
                "no",
                "cvr",
                "cvr nr",
                "p nummer",
                "p nr",
                "pnr",
                "enhed nr",
                "afdelingsnr",
                "afdelingsnummer",
                "kilde",
                "source",
                "cvr nummer",
                "remarks",
                "produktionsenhed",
            ],
        ),
        (Dimension::Age, &["alder", "age", "aldersgruppe", "age group"]),
        (
            Dimension::Area,
            &[
                "navn",
                "name",
                "sted",
                "site",
                "team",
                "lokation",
                "location",
                "unit",
                "enhed",
                "bopomr",
                "institution",
                "virksomhed",
                "company",
                "center",
                "sektion",
                "section",
            ],
        ),
        (Dimension::Level, &["socio", "trin", "grade", "job", "funktion", "stilling", "rang"]),
    ];
    const PARTS: &[(Dimension, &[&str])] = &[
        (
            Dimension::NotOrigin,
            &[
                "statsborger",
                "citizen",
                "foedeland",
                "foedested",
                "country of birth",
                "nationalitet",
                "nationality",
                "oprindelsesland",
                "country of origin",
                "birth country",
                "birthplace",
                "ieland",
                "sprog",
                "language",
                "religion",
                "foedt i",
                "foedt uden",
                "born in",
                "born abroad",
            ],
        ),
        (
            Dimension::Level,
            &[
                "niveau",
                "level",
                "stillings",
                "disco",
                "loentrin",
                "loengruppe",
                "loenramme",
                "jobtype",
                "jobfunktion",
                "job group",
                "occupation",
                "socio",
                "personalegruppe",
                "faggruppe",
                "jobgruppe",
                "jobkategori",
                "job category",
                "position",
            ],
        ),
        (
            Dimension::Area,
            &[
                "omraade",
                "afdeling",
                "department",
                "area",
                "division",
                "forvaltning",
                "arbejdssted",
                "workplace",
                "branche",
                "industry",
                "kontor",
                "region",
            ],
        ),
    ];
    let exact = EXACT.iter().find(|(_, words)| words.contains(&plain));
    exact
        .or_else(|| PARTS.iter().find(|(_, parts)| parts.iter().any(|part| plain.contains(part))))
        .map(|(dimension, _)| *dimension)
}

/// Whether a heading can mean nothing but areas; a "name" or a "team" can be a level's as well.
pub fn says_area(plain: &str) -> bool {
    const PARTS: [&str; 9] = [
        "omraade",
        "afdeling",
        "department",
        "area",
        "division",
        "forvaltning",
        "arbejdssted",
        "workplace",
        "lokation",
    ];
    PARTS.iter().any(|part| plain.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::recognise::words::plain;
    use crate::workforce::Origin;

    fn check(words: &str, expected: Option<Origin>) {
        assert_eq!(group(&plain(words)).and_then(Mask::origin), expected, "{words}");
    }

    #[test]
    fn groups_are_known_by_official_and_everyday_words() {
        for (words, origin) in [
            ("Personer med dansk oprindelse", Origin::Danish),
            ("Persons of Danish origin", Origin::Danish),
            ("Dansk", Origin::Danish),
            ("Indvandrere fra vestlige lande", Origin::ImmigrantWestern),
            ("Immigrants from non-Western countries", Origin::ImmigrantNonWestern),
            ("Non-Western immigrants", Origin::ImmigrantNonWestern),
            ("Indv., ikke-vestl.", Origin::ImmigrantNonWestern),
            ("Efterk. vestl.", Origin::DescendantWestern),
            ("Efterkommere fra ikkevestlige lande", Origin::DescendantNonWestern),
            ("Descendants", Origin::Descendant),
            ("Indvandrere i alt", Origin::Immigrant),
            ("Indvandrere og efterkommere", Origin::ImmigrantOrDescendant),
            ("Med indvandrerbaggrund", Origin::ImmigrantOrDescendant),
            ("Anden herkomst", Origin::ImmigrantOrDescendant),
            ("Udenlandsk oprindelse", Origin::ImmigrantOrDescendant),
            ("Non-Danish", Origin::ImmigrantOrDescendant),
            ("Ikke-vestlig", Origin::NonWestern),
            ("Vestlige lande", Origin::Western),
            ("24 Indvandrere fra vestlige lande", Origin::ImmigrantWestern),
        ] {
            check(words, Some(origin));
        }
        for words in
            ["Danske statsborgere", "Indvandrerrådgivning Nord", "Ledelse", "Andre", "", "I alt"]
        {
            check(words, None);
        }
    }

    #[test]
    fn not_stated_is_a_column_of_its_own() {
        for words in ["Uoplyst", "Uoplyst herkomst", "Origin not stated", "Unknown"] {
            assert_eq!(group(&plain(words)), Some(Mask::NOT_STATED), "{words}");
        }
        assert_eq!(group(&plain("Uoplyst niveau")), None);
    }

    #[test]
    fn codes_count_only_as_a_whole_line() {
        assert!(are_group_codes(["10", "24", "25", "34", "35"].into_iter()));
        assert!(are_group_codes(["TOT", "5", "4", "3"].into_iter()));
        assert!(!are_group_codes(["10", "24"].into_iter()));
        assert!(!are_group_codes(["10", "24", "25", "36"].into_iter()));
    }

    #[test]
    fn headings_name_their_dimension() {
        for (words, dimension) in [
            ("Jobniveau", Dimension::Level),
            ("DISCO-08", Dimension::Level),
            ("Afdeling", Dimension::Area),
            ("Herkomst", Dimension::Group),
            ("Køn", Dimension::Sex),
            ("INDHOLD", Dimension::Measure),
            ("Statsborgerskab", Dimension::NotOrigin),
        ] {
            assert_eq!(heading(&plain(words)), Some(dimension), "{words}");
        }
    }

    #[test]
    fn periods_are_years_and_quarters() {
        for text in ["2025", "2025K4", "2025Q1", "2025M11", "2025-12"] {
            assert!(period(text).is_some(), "{text}");
        }
        for text in ["20255", "1234", "2025 personer", "12", "Ledelse"] {
            assert!(period(text).is_none(), "{text}");
        }
    }

    #[test]
    fn totals_and_subsets_are_known() {
        for words in ["I alt", "Total", "Hovedtotal", "Drift i alt", "Ansatte i alt"] {
            assert!(is_total(&plain(words)), "{words}");
        }
        assert!(!is_total("totalentreprise"));
        assert_eq!(subset_of("heraf kvinder"), Some("kvinder"));
        assert_eq!(subset_of("herafdeling"), None);
    }
}
