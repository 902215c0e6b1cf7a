//! Names of job levels: the five defaults, DISCO-08's major groups, Statistics Denmark's employee
//! groups, and what tells a top from an entry level in a name of somebody's own.

use super::words::tokens;
use crate::session::PresetLevel;

/// What a level's name says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LevelSense {
    pub preset: Option<PresetLevel>,
    /// Whether the name is a DISCO-08 major group (or code) that shares its level with others.
    pub is_disco: bool,
}

/// The level of a DISCO-08 code: by its first digit. Military work, 0, has none.
pub fn level_of_disco(digit: u8) -> Option<PresetLevel> {
    Some(match digit {
        b'1' => PresetLevel::Management,
        b'2' => PresetLevel::Professionals,
        b'3' => PresetLevel::AssociateProfessionals,
        b'4'..=b'8' => PresetLevel::SkilledAndClerical,
        b'9' => PresetLevel::Elementary,
        _ => return None,
    })
}

/// What the plain words say; nothing for a name of somebody's own.
pub fn sense(plain: &str) -> LevelSense {
    if let Some(rest) = numbered(plain) {
        let digit = plain.as_bytes()[0];
        let named = named(rest);
        let preset = level_of_disco(digit);
        if rest.is_empty() || (named.preset.is_some() && named.preset == preset) || digit == b'0' {
            return LevelSense { preset, is_disco: true };
        }
        return named;
    }
    named(plain)
}

/// What stands behind a leading "4 " of a DISCO group.
fn numbered(plain: &str) -> Option<&str> {
    let rest = plain.strip_prefix(|c: char| c.is_ascii_digit())?;
    rest.strip_prefix(' ')
}

fn named(plain: &str) -> LevelSense {
    const NAMES: &[(PresetLevel, &[&str])] = &[
        (
            PresetLevel::Management,
            &[
                "ledelse",
                "ledere",
                "management",
                "managers",
                "ledelsesarbejde",
                "legislators",
                "loenmodtager med ledelsesarbejde",
                "loenmodtagere med ledelsesarbejde",
                "chief executives senior officials and legislators",
            ],
        ),
        (
            PresetLevel::Professionals,
            &[
                "hoejeste niveau",
                "hoejeste niveau specialister",
                "specialister",
                "professionals",
                "loenmodtager paa hoejeste niveau",
                "loenmodtagere paa hoejeste niveau",
            ],
        ),
        (
            PresetLevel::AssociateProfessionals,
            &[
                "mellemniveau",
                "associate professionals",
                "technicians and associate professionals",
                "loenmodtager paa mellemniveau",
                "loenmodtagere paa mellemniveau",
            ],
        ),
        (
            PresetLevel::SkilledAndClerical,
            &[
                "grundniveau",
                "skilled and clerical work",
                "skilled and clerical",
                "loenmodtager paa grundniveau",
                "loenmodtagere paa grundniveau",
            ],
        ),
        (
            PresetLevel::Elementary,
            &[
                "andet manuelt arbejde",
                "andet manuelt arbejde fx rengoering",
                "elementary work",
                "elementary work eg cleaning",
                "elementary work e g cleaning",
                "elementary occupations",
                "andre loenmodtagere",
                "elementary",
            ],
        ),
    ];
    const DISCO: &[(u8, &[&str])] = &[
        (b'0', &["militaert arbejde", "armed forces"]),
        (b'2', &["viden paa hoejeste niveau"]),
        (b'3', &["viden paa mellemniveau"]),
        (b'4', &["kontor og kundeservicearbejde", "clerical support", "clerical"]),
        (b'5', &["service og salgsarbejde", "service and sales"]),
        (b'6', &["landbrug", "skilled agricultural"]),
        (b'7', &["haandvaerkspraeget", "craft"]),
        (b'8', &["operatoer", "montering", "machine operators", "plant and machine"]),
    ];
    if let Some((preset, _)) = NAMES.iter().find(|(_, names)| names.contains(&plain)) {
        return LevelSense { preset: Some(*preset), is_disco: false };
    }
    let disco = DISCO.iter().find(|(_, parts)| {
        parts.iter().any(|part| plain.starts_with(part) || long_disco(plain, part))
    });
    match disco {
        Some((digit, _)) => LevelSense { preset: level_of_disco(*digit), is_disco: true },
        None => LevelSense::default(),
    }
}

/// Whether a long official name holds this part: "Arbejde, der forudsætter viden på …".
fn long_disco(plain: &str, part: &str) -> bool {
    plain.contains(part)
        && ["arbejde", "operators", "workers", "trades", "occupations"]
            .iter()
            .any(|word| plain.contains(word))
}

/// Which end of a ladder a name of somebody's own hints at; only ever used for a first guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Top,
    Entry,
}

pub fn hint(plain: &str) -> Option<Hint> {
    const TOP: &[&str] = &[
        "direkt",
        "chef",
        "leder",
        "director",
        "manager",
        "head",
        "executive",
        "suite",
        "president",
    ];
    const ENTRY: &[&str] = &[
        "elev",
        "assist",
        "rengoer",
        "medhjaelp",
        "trainee",
        "clean",
        "ufaglaert",
        "unskilled",
        "laerling",
        "helper",
    ];
    let has =
        |parts: &[&str]| tokens(plain).any(|word| parts.iter().any(|part| word.contains(part)));
    if has(TOP) {
        Some(Hint::Top)
    } else if has(ENTRY) {
        Some(Hint::Entry)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::recognise::words::plain;

    fn preset(words: &str) -> Option<PresetLevel> {
        sense(&plain(words)).preset
    }

    #[test]
    fn default_disco_and_employee_group_names_are_the_five_levels() {
        for (words, level) in [
            ("Ledelse", PresetLevel::Management),
            ("1 Ledelsesarbejde", PresetLevel::Management),
            ("Lønmodtager med ledelsesarbejde", PresetLevel::Management),
            ("Højeste niveau (specialister)", PresetLevel::Professionals),
            ("2 Arbejde, der forudsætter viden på højeste niveau", PresetLevel::Professionals),
            ("Lønmodtagere på mellemniveau", PresetLevel::AssociateProfessionals),
            ("4 Almindeligt kontor- og kundeservicearbejde", PresetLevel::SkilledAndClerical),
            ("Skilled agricultural, forestry and fishery workers", PresetLevel::SkilledAndClerical),
            ("Craft and related trades workers", PresetLevel::SkilledAndClerical),
            ("Andet manuelt arbejde (fx rengøring)", PresetLevel::Elementary),
            ("Elementary occupations", PresetLevel::Elementary),
        ] {
            assert_eq!(preset(words), Some(level), "{words}");
        }
        for words in [
            "Rengøring",
            "Landbrugsafdelingen Nord"[..0].trim(),
            "Fagspecialister X",
            "0 Militært arbejde",
        ] {
            assert_eq!(preset(words), None, "{words}");
        }
    }
}
