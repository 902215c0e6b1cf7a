//! What is worth saying as data: its kind, its numbers, and the sentence people read.
//!
//! Absent: the statistics of scopes, which findings point at ([`super::scope`]).

use super::scope::{bounds, conclusion, level_name, place};
use super::words::strength;
use crate::analysis::{Finding, Headline, Standing, Warning};
use crate::text::{Lang, Subject, finding as sentences};
use serde_json::{Map, Value, json};

/// The one sentence on top.
pub(super) fn headline(subject: &Subject, headline: &Headline, lang: Lang) -> Value {
    let (kind, fields) = match *headline {
        Headline::NoFigures => ("no_figures", json!({})),
        Headline::Incomplete { missing_cells } => {
            ("incomplete", json!({"missing_cells": missing_cells}))
        }
        Headline::TooFew { people, focus } => {
            ("too_few", json!({"people": people, "focus": focus}))
        }
        Headline::Undetermined => ("undetermined", json!({})),
        Headline::DiversityWithoutEquity { strength: found, level } => {
            ("diversity_without_equity", json!({"strength": strength(found), "level": level}))
        }
        Headline::Below { maybe } => ("below", json!({"maybe": maybe})),
        Headline::CityDisappears { level } => ("city_disappears", json!({"level": level})),
        Headline::SomeLevelsLow { levels } => ("some_levels_low", json!({"levels": levels})),
        Headline::InLine { levels } => ("in_line", json!({"levels": levels})),
        Headline::Above { maybe } => ("above", json!({"maybe": maybe})),
    };
    said(kind, fields, &sentences::headline(lang, subject))
}

pub(super) fn finding(subject: &Subject, finding: &Finding, lang: Lang) -> Value {
    let standing = |found| standing(subject, found);
    let (kind, fields) = match finding {
        Finding::DiversityWithoutEquity { strength: found, theta, level } => (
            "diversity_without_equity",
            json!({"strength": strength(*found), "theta": theta, "level": level}),
        ),
        Finding::WholeOrganisation(found) => ("whole_organisation", standing(found)),
        Finding::AllFromOneGroup { in_focus, people } => {
            ("all_from_one_group", json!({"in_focus": in_focus, "people": people}))
        }
        Finding::EverythingInLine => ("everything_in_line", json!({})),
        Finding::CityDisappears { level } => {
            ("city_disappears", json!({"level": level, "name": level_name(subject, *level)}))
        }
        Finding::Ceiling { level, possible } => (
            "ceiling",
            json!({"level": level, "name": level_name(subject, *level), "possible": possible}),
        ),
        Finding::Superiority { theta, p, beyond_chance } => {
            ("superiority", json!({"theta": theta, "p": p, "beyond_chance": beyond_chance}))
        }
        Finding::Level(found) => ("level", standing(found)),
        Finding::AreaLow(found) => ("area_low", standing(found)),
        Finding::TooFew(found) => ("too_few", standing(found)),
        Finding::Undetermined(found) => ("undetermined", standing(found)),
        Finding::NoData { scope } => ("no_data", json!({"scope": place(subject, *scope)})),
        Finding::NotStated { people } => ("origin_not_stated", json!({"people": bounds(*people)})),
    };
    said(kind, fields, &sentences::sentence(lang, subject, finding))
}

fn standing(subject: &Subject, found: &Standing) -> Value {
    json!({
        "scope": place(subject, found.scope),
        "people": bounds(found.people),
        "focus": bounds(found.focus),
        "needed": found.needed,
        "p": found.p,
        "conclusion": conclusion(&found.conclusion),
    })
}

/// A caution with its sentence.
pub(super) fn warning(subject: &Subject, warning: &Warning, sentence: &str) -> Value {
    let (kind, fields) = match *warning {
        Warning::FiguresAreEstimate => ("figures_are_estimate", json!({})),
        Warning::FiguresFromSurvey => ("figures_from_survey", json!({})),
        Warning::NoReportingDate => ("no_reporting_date", json!({})),
        Warning::OutsourcedWorkLeftOut => ("outsourced_work_left_out", json!({})),
        Warning::OutsourcedWorkNotAnswered => ("outsourced_work_not_answered", json!({})),
        Warning::OriginNotStated { scope, share } => {
            ("origin_not_stated", json!({"scope": place(subject, scope), "share": share}))
        }
        Warning::TooManyNotStated { scope, share } => {
            ("too_many_not_stated", json!({"scope": place(subject, scope), "share": share}))
        }
        Warning::SmallNumbers { people, smallest_telling_size } => (
            "small_numbers",
            json!({"people": people, "smallest_telling_size": smallest_telling_size}),
        ),
        Warning::HiddenCells { cells } => ("hidden_cells", json!({"cells": cells})),
        Warning::TotalsContradictCells => ("totals_contradict_cells", json!({})),
        Warning::BenchmarkCoversAllAges => ("benchmark_covers_all_ages", json!({})),
        Warning::BenchmarkIsLabourMarket => ("benchmark_is_labour_market", json!({})),
        Warning::BenchmarkIsDerived => ("benchmark_is_derived", json!({})),
        Warning::BenchmarkIsSecondary => ("benchmark_is_secondary", json!({})),
        Warning::BenchmarkFarInTime { years } => ("benchmark_far_in_time", json!({"years": years})),
        Warning::MethodChanged => ("method_changed", json!({})),
    };
    said(kind, fields, sentence)
}

/// An object that begins with what it is and ends with what is said.
fn said(kind: &str, fields: Value, sentence: &str) -> Value {
    let mut object = match fields {
        Value::Object(object) => object,
        _ => Map::new(),
    };
    object.insert("kind".to_owned(), json!(kind));
    object.insert("sentence".to_owned(), json!(sentence));
    Value::Object(object)
}
