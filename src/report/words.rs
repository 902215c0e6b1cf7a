//! A pledge's keys and values in a language: suggested words, reasons, lines.
//!
//! The editor on screen and the document use the same functions, so a suggestion reads the same
//! in both. What the user typed is returned as typed, whatever the language. Absent: layout.

use crate::analysis::Strength;
use crate::benchmark::Bilingual;
use crate::pledge::measure::Measure;
use crate::pledge::reason::Sureness;
use crate::pledge::wording::WordingRule;
use crate::pledge::{Basis, Cause, Field, MeasureLine, Place, Reason, TargetLine, Words};
use crate::text::{Lang, count, pick, pledge};
use std::borrow::Cow;

/// A field's words: the user's own as typed, else the suggestion in this language.
pub fn field<'a>(lang: Lang, field: &'a Field<Words, String>) -> Cow<'a, str> {
    match &field.own {
        Some(own) => Cow::Borrowed(own),
        None => Cow::Borrowed(suggested(lang, field.suggested)),
    }
}

/// Suggested words in this language; empty where nothing is suggested.
pub fn suggested(lang: Lang, words: Words) -> &'static str {
    match words {
        Words::Nothing => "",
        Words::TopTargetOwner => pledge::owner_top_target(lang),
        Words::TargetOwner => pledge::owner_target(lang),
        Words::SmallOwner => pledge::owner_small(lang),
        Words::Promise(measure) => promise(lang, measure),
        Words::Owner(measure) => bilingual(lang, &measure.owner_role),
        Words::Indicator(measure) if measure.id == "M15" => pledge::indicator_m15(lang),
        Words::Indicator(measure) => bilingual(lang, &measure.indicator),
    }
}

/// Words that travel with data, in this language.
pub fn bilingual(lang: Lang, words: &Bilingual) -> &str {
    pick(lang, &words.da, &words.en)
}

/// What taking a measure pledges, as a sentence; the measure's name where there is none.
pub fn promise(lang: Lang, measure: &'static Measure) -> &'static str {
    let sentence = match measure.id {
        "M01" => pledge::promise_m01,
        "M02" => pledge::promise_m02,
        "M03" => pledge::promise_m03,
        "M04" => pledge::promise_m04,
        "M05" => pledge::promise_m05,
        "M06" => pledge::promise_m06,
        "M07" => pledge::promise_m07,
        "M08" => pledge::promise_m08,
        "M09" => pledge::promise_m09,
        "M10" => pledge::promise_m10,
        "M11" => pledge::promise_m11,
        "M12" => pledge::promise_m12,
        "M13" => pledge::promise_m13,
        "M14" => pledge::promise_m14,
        "M15" => pledge::promise_m15,
        "M16" => pledge::promise_m16,
        "M17" => pledge::promise_m17,
        "M18" => pledge::promise_m18,
        "M19" => pledge::promise_m19,
        "M20" => pledge::promise_m20,
        "M21" => pledge::promise_m21,
        "M22" => pledge::promise_m22,
        "M24" => pledge::promise_m24,
        "M25" => pledge::promise_m25,
        "M26" => pledge::promise_m26,
        "M27" => pledge::promise_m27,
        "M28" => pledge::promise_m28,
        _ => return bilingual(lang, &measure.name),
    };
    sentence(lang)
}

/// Why a line stands in the pledge, as one sentence.
pub fn reason(lang: Lang, reason: &Reason) -> String {
    let places = places(lang, &reason.places);
    let plain = match reason.cause {
        Cause::CannotBeTold if !reason.places.is_empty() => {
            return pledge::because_cannot_be_told(lang, &places);
        }
        Cause::Targets => return pledge::because_targets(lang, &places),
        Cause::LevelLow(_, Sureness::Sure) => return pledge::because_below(lang, &places),
        Cause::LevelLow(_, Sureness::Maybe) => return pledge::because_maybe_below(lang, &places),
        Cause::Ceiling(Sureness::Sure) => return pledge::because_ceiling(lang, &places),
        Cause::Ceiling(Sureness::Maybe) => return pledge::because_ceiling_maybe(lang, &places),
        Cause::AreaLow(Sureness::Sure) => return pledge::because_areas_below(lang, &places),
        Cause::AreaLow(Sureness::Maybe) => {
            return pledge::because_areas_maybe_below(lang, &places);
        }
        Cause::CannotBeTold => pledge::because_cannot_be_told_whole(lang),
        Cause::EstimatedFigures => pledge::because_estimated(lang),
        Cause::NoLevels => pledge::because_no_levels(lang),
        Cause::UnevenLevels(Strength::Clear) => pledge::because_uneven_clear(lang),
        Cause::UnevenLevels(Strength::Likely) => pledge::because_uneven_likely(lang),
        Cause::UnevenLevels(_) => pledge::because_uneven_open(lang),
        Cause::WholeLow(Sureness::Sure) => pledge::because_whole_below(lang),
        Cause::WholeLow(Sureness::Maybe) => pledge::because_whole_maybe_below(lang),
        Cause::KeepUp => pledge::because_keep_up(lang),
        Cause::Debate => pledge::because_debate(lang),
        Cause::QuietDebate => pledge::because_quiet_debate(lang),
        Cause::City => pledge::because_city(lang),
    };
    plain.to_owned()
}

/// The sentences behind a measure, the weightiest first; never empty.
pub fn reasons(lang: Lang, line: &MeasureLine) -> Vec<String> {
    if line.because.is_empty() {
        return vec![pledge::because_own_choice(lang).to_owned()];
    }
    let mut merged: Vec<Reason> = Vec::new();
    for because in &line.because {
        // Levels low in different bands are one sentence to a reader.
        let same = merged.iter_mut().find(|known| reads_alike(known.cause, because.cause));
        match same {
            Some(known) => known.places.extend_from_slice(&because.places),
            None => merged.push(because.clone()),
        }
    }
    merged.iter().map(|because| reason(lang, because)).collect()
}

fn reads_alike(one: Cause, other: Cause) -> bool {
    match (one, other) {
        (Cause::LevelLow(_, one), Cause::LevelLow(_, other)) => one == other,
        _ => false,
    }
}

/// What changed under a target since the user edited it; `None` when nothing did.
pub fn target_changed(lang: Lang, line: &TargetLine) -> Option<String> {
    let then = line.figures_changed.as_ref()?;
    let mut sentences = vec![format!("{}.", pledge::changed_label(lang))];
    if let Basis::Figures { focus: Some(focus), people: Some(people), .. } = *then {
        sentences.push(pledge::changed_figures(lang, &count(lang, focus), &count(lang, people)));
    }
    sentences.push(match line.target.suggested {
        Some(target) => pledge::changed_offer(lang, &count(lang, target)),
        None => pledge::changed_no_longer(lang).to_owned(),
    });
    Some(sentences.join(" "))
}

/// What changed under a measure since the user edited it; `None` when nothing did.
pub fn measure_changed(lang: Lang, line: &MeasureLine) -> Option<String> {
    line.figures_changed.as_ref()?;
    let what = if line.because.is_empty() {
        pledge::changed_no_longer(lang)
    } else {
        pledge::changed_reasons(lang)
    };
    Some(format!("{}. {what}", pledge::changed_label(lang)))
}

/// The rule a wording touches, and what to write instead.
pub fn wording_advice(lang: Lang, rule: WordingRule) -> (&'static str, &'static str) {
    match rule {
        WordingRule::Quota => {
            (pledge::wording_quota_rule(lang), pledge::wording_quota_instead(lang))
        }
        WordingRule::ReservedPosts => {
            (pledge::wording_reserved_rule(lang), pledge::wording_reserved_instead(lang))
        }
        WordingRule::Preference => {
            (pledge::wording_preference_rule(lang), pledge::wording_preference_instead(lang))
        }
        WordingRule::TieBreak => {
            (pledge::wording_tie_break_rule(lang), pledge::wording_tie_break_instead(lang))
        }
        WordingRule::PositiveAction => (
            pledge::wording_positive_action_rule(lang),
            pledge::wording_positive_action_instead(lang),
        ),
        WordingRule::OriginAsCriterion => {
            (pledge::wording_criterion_rule(lang), pledge::wording_criterion_instead(lang))
        }
        WordingRule::AskingOrigin => {
            (pledge::wording_asking_rule(lang), pledge::wording_asking_instead(lang))
        }
    }
}

/// "Ledelse (1 af 32), Højeste niveau (9 af 128) og Mellemniveau".
fn places(lang: Lang, places: &[Place]) -> String {
    let named: Vec<String> = places.iter().map(|place| named(lang, place)).collect();
    match named.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => pledge::because_and(lang, &first.join(", "), last),
    }
}

fn named(lang: Lang, place: &Place) -> String {
    match place.counts {
        Some((focus, people)) => {
            pledge::because_place(lang, &place.name, &count(lang, focus), &count(lang, people))
        }
        None => place.name.clone(),
    }
}
