//! What is said about a table from Statistics Denmark or the City: why it gives no benchmark and
//! what to do, and how a figure came about that the table does not publish.
//!
//! Absent: deciding any of it ([`crate::exchange::statbank`]).

use super::{Lang, benchmarks, count, group_name, statbank as texts};
use crate::benchmark::Bilingual;
use crate::exchange::reading::{At, Reason};
use crate::exchange::statbank::{Added, Ages, Fault, StatbankError};
use crate::workforce::Grouping;

fn both(words: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual { da: words(Lang::Da).into(), en: words(Lang::En).into() }
}

pub fn statistics_denmark() -> Bilingual {
    Bilingual::fixed(texts::publisher_dst(Lang::Da), texts::publisher_dst(Lang::En))
}

pub fn city_of_copenhagen() -> Bilingual {
    Bilingual::fixed(texts::publisher_city(Lang::Da), texts::publisher_city(Lang::En))
}

/// The title of a table that files mostly come without; the Danish one is the publisher's own.
pub fn title(table: &str) -> Option<&'static str> {
    match table {
        "FOLK1E" => Some(texts::title_folk1e(Lang::Da)),
        "FOLK1C" => Some(texts::title_folk1c(Lang::Da)),
        _ => None,
    }
}

/// How a figure was derived: what of the table was added up.
pub fn how(added: &Added) -> Bilingual {
    both(|lang| {
        let ages = added.ages.map(|ages| match ages {
            Ages::AllAges => texts::how_all_ages(lang).to_owned(),
            Ages::Ages { from, to } => texts::how_ages(lang, &from.to_string(), &to.to_string()),
        });
        let sexes = added.sexes.then(|| texts::how_sexes(lang).to_owned());
        let names: Vec<&str> = added.groups.iter().map(|group| group_name(lang, *group)).collect();
        let groups = (!names.is_empty()).then(|| texts::how_groups(lang, &names.join(", ")));
        let parts: Vec<String> = [ages, sexes, groups].into_iter().flatten().collect();
        texts::how_sum(lang, &parts.join("; "))
    })
}

/// Where it is: "Ark FOLK1E, række 7, kolonne C". `None` for the file as a whole.
pub fn place(lang: Lang, error: &StatbankError) -> Option<String> {
    let At { row, column, .. } = error.at?;
    let place = texts::place_cell(lang, &row.to_string(), &column_letters(column));
    Some(if error.sheet.is_empty() {
        place
    } else {
        texts::place_sheet(lang, &error.sheet, &place)
    })
}

/// "C" for 3, "AA" for 27.
fn column_letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters.iter().rev().collect()
}

/// What is wrong, with the place in front and what was found there behind.
pub fn message(lang: Lang, error: &StatbankError) -> String {
    let what = what(lang, error);
    let placed = match place(lang, error) {
        Some(place) => texts::at_place(lang, &place, &what),
        None => what,
    };
    // The words of a file say something only where they are not in the sentence already.
    if error.found.is_empty() || placed.contains(&error.found) {
        placed
    } else {
        texts::with_found(lang, &placed, &error.found)
    }
}

fn what(lang: Lang, error: &StatbankError) -> String {
    let fixed = match &error.fault {
        Fault::File(reason) => file(lang, *reason),
        Fault::DamagedJson { line } => return texts::damaged_json(lang, &line.to_string()),
        Fault::Collection => texts::collection(lang),
        Fault::OnlyADescription => texts::only_a_description(lang),
        Fault::RowLength { expected, found } => {
            return texts::row_length(lang, &found.to_string(), &expected.to_string());
        }
        Fault::LabelsMissing => texts::labels_missing(lang),
        Fault::RepeatedCell => texts::repeated_cell(lang),
        Fault::Citizenship => texts::citizenship(lang),
        Fault::NoOrigin => texts::no_origin(lang),
        Fault::NoGroups => texts::no_groups(lang),
        Fault::GroupMissing { group } => {
            return texts::group_missing(lang, group_name(lang, *group));
        }
        Fault::OtherPopulation { name } => return texts::other_population(lang, name),
        Fault::Percentages => texts::percentages(lang),
        Fault::VariableOpen { variable } => return texts::variable_open(lang, variable),
        Fault::Narrowed { variable, value } => return texts::narrowed(lang, value, variable),
        Fault::OneSexOnly => texts::one_sex_only(lang),
        Fault::TableUnknown => texts::table_unknown(lang),
        Fault::NotATableName => texts::not_a_table_name(lang),
        Fault::NoArea => texts::no_area(lang),
        Fault::UnknownArea => texts::unknown_area(lang),
        Fault::NoDate => texts::no_date(lang),
        Fault::UnknownDate => texts::unknown_date(lang),
        Fault::NoAges => texts::no_ages(lang),
        Fault::AgeMissing { age } => return texts::age_missing(lang, &age.to_string()),
        Fault::AgesDoNotFit { from, to, .. } => {
            return texts::ages_do_not_fit(lang, &from.to_string(), &to.to_string());
        }
        Fault::NotAllAges => texts::not_all_ages(lang),
        Fault::GroupingNotThere { grouping } => {
            return texts::grouping_not_there(lang, &grouping_names(lang, *grouping));
        }
        Fault::CellMissing => texts::cell_missing(lang),
        Fault::CellHidden => texts::cell_hidden(lang),
        Fault::NotACount => texts::not_a_count(lang),
        Fault::TotalDisagrees { given, sum } => {
            return texts::total_disagrees(lang, &count(lang, *given), &count(lang, *sum));
        }
        Fault::Nobody => texts::nobody(lang),
    };
    fixed.to_owned()
}

fn grouping_names(lang: Lang, grouping: Grouping) -> String {
    let names: Vec<&str> = grouping.groups().iter().map(|group| group_name(lang, *group)).collect();
    names.join(", ")
}

fn file(lang: Lang, reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => texts::file_empty(lang),
        Reason::Binary | Reason::WrongKind => texts::file_binary(lang),
        Reason::Encrypted => texts::file_encrypted(lang),
        Reason::Damaged => texts::file_damaged(lang),
        Reason::TooManyBytes | Reason::TooManyRows | Reason::TooMuchContent => {
            texts::file_too_large(lang)
        }
        Reason::IsAProject => texts::file_is_a_project(lang),
        _ => texts::file_not_a_table(lang),
    }
}

/// What to do now.
pub fn remedy(lang: Lang, error: &StatbankError) -> String {
    let fixed = match &error.fault {
        Fault::File(Reason::Encrypted) => texts::remedy_unlock(lang),
        Fault::File(Reason::IsAProject) => texts::remedy_open_project(lang),
        Fault::File(Reason::TooManyBytes | Reason::TooManyRows | Reason::TooMuchContent) => {
            texts::remedy_smaller(lang)
        }
        Fault::File(_)
        | Fault::DamagedJson { .. }
        | Fault::OnlyADescription
        | Fault::LabelsMissing
        | Fault::RepeatedCell
        | Fault::NotACount => texts::remedy_save_again(lang),
        Fault::Collection => texts::remedy_collection(lang),
        Fault::RowLength { .. } => texts::remedy_semicolons(lang),
        Fault::Citizenship | Fault::NoOrigin | Fault::OtherPopulation { .. } => {
            texts::remedy_take_folk1e(lang)
        }
        Fault::NoGroups | Fault::GroupMissing { .. } => texts::remedy_all_groups(lang),
        Fault::Percentages => texts::remedy_counts(lang),
        Fault::VariableOpen { variable } | Fault::Narrowed { variable, .. } => {
            return texts::remedy_total_of(lang, variable);
        }
        Fault::OneSexOnly => texts::remedy_sexes(lang),
        Fault::TableUnknown | Fault::NotATableName => texts::remedy_name_table(lang),
        Fault::NoArea => texts::remedy_area_in_table(lang),
        Fault::UnknownArea => texts::remedy_other_area(lang),
        Fault::NoDate => texts::remedy_date_in_table(lang),
        Fault::UnknownDate => texts::remedy_other_date(lang),
        Fault::NoAges => texts::remedy_ages_in_table(lang),
        Fault::AgeMissing { .. } => texts::remedy_missing_age(lang),
        Fault::AgesDoNotFit { nearest, .. } if nearest.is_empty() => {
            texts::remedy_ages_in_table(lang)
        }
        Fault::AgesDoNotFit { nearest, .. } => {
            let range = |&(from, to): &(u8, u8)| {
                benchmarks::population_ages(lang, &from.to_string(), &to.to_string())
            };
            let ranges: Vec<String> = nearest.iter().map(range).collect();
            let or = [" ", texts::or(lang), " "].concat();
            return texts::remedy_nearest(lang, &ranges.join(&or));
        }
        Fault::NotAllAges => texts::remedy_range(lang),
        Fault::GroupingNotThere { .. } => texts::remedy_coarser(lang),
        Fault::CellMissing => texts::remedy_missing_cell(lang),
        Fault::CellHidden => texts::remedy_hidden(lang),
        Fault::TotalDisagrees { .. } => texts::remedy_total(lang),
        Fault::Nobody => texts::remedy_other_area(lang),
    };
    fixed.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_a_spreadsheet_names_them() {
        for (column, letters) in [(1, "A"), (3, "C"), (26, "Z"), (27, "AA"), (703, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
