//! Choices and errors as JSON, for whoever shows them.
//!
//! Absent: the benchmark that a choice makes (`exchange::write::benchmark_json`), reading.

use super::choices::{Ages, Choice, Choices};
use super::error::{Fault, StatbankError};
use super::table::NamedBy;
use crate::benchmark::Period;
use crate::text::{Lang, table_bank};
use crate::workforce::Grouping;
use serde_json::{Value, json};

/// What there is to choose from, and the choice that nothing asked for leaves.
///
/// `{"byspejl_choices": 1, "table": …, "areas": […], "ages": {…}, "dates": […], "groupings": […],
/// "guess": {…}}`.
pub fn choices(choices: &Choices, guess: &Choice) -> String {
    let named_by = |by: NamedBy| match by {
        NamedBy::File => "file",
        NamedBy::FileName => "file_name",
        NamedBy::Variables => "variables",
        NamedBy::User => "user",
    };
    let whole = json!({
        "byspejl_choices": 1,
        "table": choices.table.as_ref().map(|table| {
            json!({ "id": table.id, "named_by": named_by(table.named_by) })
        }),
        "areas": choices.areas.iter().map(|area| {
            json!({ "id": area.id, "name": area.name })
        }).collect::<Value>(),
        "ages": {
            "all": choices.ages.all,
            "span": choices.ages.span.map(|(from, to)| json!({ "from": from, "to": to })),
            "single_years": choices.ages.single_years,
            "begins": choices.ages.begins,
            "ends": choices.ages.ends,
        },
        "dates": choices.dates.iter().map(|date| {
            json!({ "id": date.id, "period": period(date.period) })
        }).collect::<Value>(),
        "groupings": choices.groupings.iter().map(|one| grouping(*one)).collect::<Value>(),
        "guess": choice(guess),
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

/// An error with its place; with message and remedy where a language is given.
///
/// `{"byspejl_benchmark_error": 1, "fault": "age_missing", "at": {…}|null, "found": "…", …}`.
pub fn error(error: &StatbankError, lang: Option<Lang>) -> String {
    let mut whole = json!({
        "byspejl_benchmark_error": 1,
        "fault": fault_id(&error.fault),
        "at": error.at.map(|at| json!({
            "sheet": Some(&error.sheet).filter(|sheet| !sheet.is_empty()),
            "sheet_index": at.sheet,
            "row": at.row,
            "column": at.column,
        })),
        "found": error.found,
    });
    if let Fault::AgesDoNotFit { nearest, .. } = &error.fault {
        whole["nearest"] =
            nearest.iter().map(|(from, to)| json!({ "from": from, "to": to })).collect();
    }
    if let Some(lang) = lang {
        whole["message"] = table_bank::message(lang, error).into();
        whole["remedy"] = table_bank::remedy(lang, error).into();
    }
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

fn choice(choice: &Choice) -> Value {
    json!({
        "table": choice.table,
        "area": choice.area,
        "ages": match choice.ages {
            Ages::AllAges => json!("all"),
            Ages::Ages { from, to } => json!({ "from": from, "to": to }),
        },
        "date": choice.date,
        "grouping": grouping(choice.grouping),
    })
}

fn period(period: Period) -> Value {
    json!({ "year": period.year, "month": period.month, "day": period.day })
}

fn grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Two => "two",
        Grouping::ThreeByRegion => "three_by_region",
        Grouping::ThreeByGeneration => "three_by_generation",
        Grouping::Five => "five",
    }
}

/// The stable name of a fault.
pub fn fault_id(fault: &Fault) -> &'static str {
    match fault {
        Fault::File(_) => "file",
        Fault::DamagedJson { .. } => "damaged_json",
        Fault::Collection => "collection",
        Fault::OnlyADescription => "only_a_description",
        Fault::RowLength { .. } => "row_length",
        Fault::LabelsMissing => "labels_missing",
        Fault::RepeatedCell => "repeated_cell",
        Fault::Citizenship => "citizenship",
        Fault::NoOrigin => "no_origin",
        Fault::NoGroups => "no_groups",
        Fault::GroupMissing { .. } => "group_missing",
        Fault::OtherPopulation { .. } => "other_population",
        Fault::Percentages => "percentages",
        Fault::VariableOpen { .. } => "variable_open",
        Fault::Narrowed { .. } => "narrowed",
        Fault::OneSexOnly => "one_sex_only",
        Fault::TableUnknown => "table_unknown",
        Fault::NotATableName => "not_a_table_name",
        Fault::NoArea => "no_area",
        Fault::UnknownArea => "unknown_area",
        Fault::NoDate => "no_date",
        Fault::UnknownDate => "unknown_date",
        Fault::NoAges => "no_ages",
        Fault::AgeMissing { .. } => "age_missing",
        Fault::AgesDoNotFit { .. } => "ages_do_not_fit",
        Fault::NotAllAges => "not_all_ages",
        Fault::GroupingNotThere { .. } => "grouping_not_there",
        Fault::CellMissing => "cell_missing",
        Fault::CellHidden => "cell_hidden",
        Fault::NotACount => "not_a_count",
        Fault::TotalDisagrees { .. } => "total_disagrees",
        Fault::Nobody => "nobody",
    }
}
