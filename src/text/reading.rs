//! What a file was understood to say, as sentences: what, where, and what to do.

use super::{Lang, column_name, count, part_name};
use crate::exchange::reading::{
    At, Choice, FilePart, LevelName, Meaning, Note, Question, Reason, Refusal, Role, SheetProblem,
    SheetProblemKind, Topic,
};
use crate::session::{GridColumn, Name, Part};
use crate::text::reading_words as words;
use crate::workforce::Column;

/// A place as a spreadsheet shows it: "Ark1, række 7, kolonne C".
pub fn place(lang: Lang, sheets: &[String], at: At) -> String {
    let name = sheets.get(at.sheet as usize).map_or("", String::as_str);
    named_place(lang, name, at)
}

fn named_place(lang: Lang, sheet: &str, at: At) -> String {
    let (row, column) = (at.row.to_string(), letters(at.column));
    match sheet {
        "" => words::place_plain(lang, &row, &column),
        sheet => words::place_sheet(lang, sheet, &row, &column),
    }
}

/// A part of the file: "kolonne C i arket Ark1".
pub fn part(lang: Lang, sheets: &[String], part: FilePart) -> String {
    let name = |sheet: u32| sheets.get(sheet as usize).map_or("", String::as_str);
    let (sheet, place) = match part {
        FilePart::Sheet { sheet } => return words::place_of_sheet(lang, name(sheet)),
        FilePart::Column { sheet, column } => (sheet, words::place_column(lang, &letters(column))),
        FilePart::Row { sheet, row } => (sheet, words::place_row(lang, &row.to_string())),
    };
    match (name(sheet), sheets.len()) {
        ("", _) | (_, ..=1) => place,
        (sheet, _) => words::place_in_sheet(lang, &place, sheet),
    }
}

/// The letters of a column: 1 is A, 27 is AA.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// What is wrong with a total or a cell. The place is named by whoever shows it.
pub fn problem(lang: Lang, problem: &SheetProblem) -> String {
    let number = |number: u64| count(lang, number);
    let found = problem.found.as_str();
    match problem.kind {
        SheetProblemKind::TotalDisagrees { given, sum } => {
            words::problem_total_disagrees(lang, &number(given), &number(sum))
        }
        SheetProblemKind::TotalTooSmall { given, least } => {
            words::problem_total_too_small(lang, &number(given), &number(least))
        }
        SheetProblemKind::NotACount => words::problem_not_a_count(lang, found),
        SheetProblemKind::TooLarge => words::problem_too_large(lang, found),
        SheetProblemKind::RangeBackwards => words::problem_range_backwards(lang, found),
        SheetProblemKind::RepeatedSame => words::problem_repeated_same(lang).to_owned(),
        SheetProblemKind::SubsetTooLarge { given, whole } => {
            words::problem_subset_too_large(lang, &number(given), &number(whole))
        }
    }
}

/// What to do about it.
pub fn problem_remedy(lang: Lang, kind: &SheetProblemKind) -> &'static str {
    match kind {
        SheetProblemKind::TotalDisagrees { .. } | SheetProblemKind::TotalTooSmall { .. } => {
            words::problem_remedy_total(lang)
        }
        SheetProblemKind::NotACount
        | SheetProblemKind::TooLarge
        | SheetProblemKind::RangeBackwards => words::problem_remedy_cell(lang),
        SheetProblemKind::RepeatedSame => words::problem_remedy_repeated(lang),
        SheetProblemKind::SubsetTooLarge { .. } => words::problem_remedy_subset(lang),
    }
}

/// What was done with the file.
pub fn note(lang: Lang, sheets: &[String], note: &Note) -> String {
    match note {
        Note::SexesSummed { .. } => words::note_sexes_summed(lang).to_owned(),
        Note::TotalChecked { .. } => words::note_total_checked(lang).to_owned(),
        Note::SubsetLeftOut { .. } => words::note_subset_left_out(lang).to_owned(),
        Note::DiscoGroupsMapped => words::note_disco(lang).to_owned(),
        Note::HiddenSign { sign, low, high, .. } => {
            words::note_hidden_sign(lang, sign, &low.to_string(), &high.to_string())
        }
        Note::HiddenLimitUnclear { .. } => words::note_hidden_limit_unclear(lang).to_owned(),
        Note::LevelsMerged { level: LevelName { name, preset }, names } => {
            let preset = preset.map(|preset| part_name(lang, Part::Level, &Name::Preset(preset)));
            words::note_levels_merged(lang, preset.as_deref().unwrap_or(name), &names.join(", "))
        }
        Note::TableLeftOut { at } => words::note_table_left_out(lang, &place(lang, sheets, *at)),
        Note::RestFromTotal { .. } => words::note_rest_from_total(lang).to_owned(),
        Note::PeriodTaken { period } => words::note_period(lang, period),
        Note::SheetLeftOut { sheet } => {
            let name = sheets.get(*sheet as usize).map_or("", String::as_str);
            words::note_sheet_left_out(lang, name)
        }
        Note::PercentagesResolved { .. } => words::note_percentages(lang).to_owned(),
    }
}

/// A question in words.
pub fn question(lang: Lang, sheets: &[String], question: &Question) -> String {
    let place = question.at.map(|at| place(lang, sheets, at)).unwrap_or_default();
    match question.topic {
        Topic::WhichTable => words::question_which_table(lang).to_owned(),
        Topic::Thousands => words::question_thousands(lang, &place),
        Topic::Dash => words::question_dash(lang, &place),
        Topic::Period => words::question_period(lang).to_owned(),
        Topic::RepeatedCell => words::question_repeated(lang, &place),
        Topic::LevelOrder => words::question_level_order(lang).to_owned(),
        Topic::LevelMapping => words::question_level_mapping(lang).to_owned(),
        Topic::ColumnRole => words::question_column_role(lang, &place),
    }
}

/// An option of a question in words.
pub fn choice(lang: Lang, choice: &Choice) -> String {
    let fixed = match choice {
        Choice::Words(words) => return words.clone(),
        Choice::Means(Meaning::Thousands) => words::choice_thousands(lang),
        Choice::Means(Meaning::Decimals) => words::choice_decimals(lang),
        Choice::Means(Meaning::Nobody) => words::choice_nobody(lang),
        Choice::Means(Meaning::NotKnown) => words::choice_not_known(lang),
        Choice::Means(Meaning::Hidden) => words::choice_hidden(lang),
        Choice::Means(Meaning::SpreadLevels) => words::choice_spread_levels(lang),
        Choice::Means(Meaning::LeaveOutLevels) => words::choice_leave_levels(lang),
        Choice::Role(known) => return role(lang, known),
    };
    fixed.to_owned()
}

/// What a part of the file stands for.
pub fn role(lang: Lang, role: &Role) -> String {
    let fixed = match role {
        Role::Group(group) => column_name(lang, GridColumn::Count(Column::Group(*group))),
        Role::OriginNotStated => column_name(lang, GridColumn::Count(Column::OriginNotStated)),
        Role::Level(LevelName { name, preset }) => {
            let preset = preset.map(|preset| part_name(lang, Part::Level, &Name::Preset(preset)));
            return words::role_level(lang, preset.as_deref().unwrap_or(name));
        }
        Role::Area(name) => return words::role_area(lang, name),
        Role::Total => words::role_total(lang),
        Role::Subset => words::role_subset(lang),
        Role::LevelNames => words::role_level_names(lang),
        Role::AreaNames => words::role_area_names(lang),
        Role::GroupNames => words::role_group_names(lang),
        Role::SexNames => words::role_sex_names(lang),
        Role::Periods => words::role_periods(lang),
        Role::Counts => words::role_counts(lang),
        Role::LevelNotStated => words::role_level_not_stated(lang),
        Role::AreaNotStated => words::role_area_not_stated(lang),
        Role::Ignored => words::role_ignored(lang),
    };
    fixed.to_owned()
}

/// What is wrong with a file and where it shows first.
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    let what = what(lang, refusal.reason);
    let Some(at) = refusal.at else { return what.to_owned() };
    let place = named_place(lang, &refusal.sheet, at);
    match refusal.found.as_str() {
        "" => words::refusal_at(lang, what, &place),
        found => words::refusal_at_found(lang, what, &place, found),
    }
}

fn what(lang: Lang, reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => words::refusal_empty(lang),
        Reason::Binary => words::refusal_binary(lang),
        Reason::WrongKind => words::refusal_wrong_kind(lang),
        Reason::Encrypted => words::refusal_encrypted(lang),
        Reason::Damaged => words::refusal_damaged(lang),
        Reason::TooManyBytes => words::refusal_too_many_bytes(lang),
        Reason::TooManyRows => words::refusal_too_many_rows(lang),
        Reason::TooMuchContent => words::refusal_too_much_content(lang),
        Reason::PersonLevel => words::refusal_person_level(lang),
        Reason::Percentages => words::refusal_percentages(lang),
        Reason::Fractions => words::refusal_fractions(lang),
        Reason::Negative => words::refusal_negative(lang),
        Reason::TooLarge => words::refusal_too_large(lang),
        Reason::NotOrigin => words::refusal_not_origin(lang),
        Reason::OneSex => words::refusal_one_sex(lang),
        Reason::NoGroups => words::refusal_no_groups(lang),
        Reason::NotATable => words::refusal_not_a_table(lang),
        Reason::TooManyLevels => words::refusal_too_many_levels(lang),
        Reason::TooManyAreas => words::refusal_too_many_areas(lang),
        Reason::IsABenchmark => words::refusal_is_a_benchmark(lang),
        Reason::IsAProject => words::refusal_is_a_project(lang),
    }
}

/// What to do when a file is not read.
pub fn remedy(lang: Lang, reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => words::remedy_empty(lang),
        Reason::Binary => words::remedy_binary(lang),
        Reason::WrongKind => words::remedy_wrong_kind(lang),
        Reason::Encrypted => words::remedy_encrypted(lang),
        Reason::Damaged => words::remedy_damaged(lang),
        Reason::TooManyBytes => words::remedy_too_many_bytes(lang),
        Reason::TooManyRows => words::remedy_too_many_rows(lang),
        Reason::TooMuchContent => words::remedy_too_much_content(lang),
        Reason::PersonLevel => words::remedy_person_level(lang),
        Reason::Percentages => words::remedy_percentages(lang),
        Reason::Fractions => words::remedy_fractions(lang),
        Reason::Negative => words::remedy_negative(lang),
        Reason::TooLarge => words::remedy_too_large(lang),
        Reason::NotOrigin => words::remedy_not_origin(lang),
        Reason::OneSex => words::remedy_one_sex(lang),
        Reason::NoGroups => words::remedy_no_groups(lang),
        Reason::NotATable => words::remedy_not_a_table(lang),
        Reason::TooManyLevels => words::remedy_too_many_levels(lang),
        Reason::TooManyAreas => words::remedy_too_many_areas(lang),
        Reason::IsABenchmark => words::remedy_is_a_benchmark(lang),
        Reason::IsAProject => words::remedy_is_a_project(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: At = At { sheet: 0, row: 7, column: 3 };

    #[test]
    fn a_place_is_named_as_a_spreadsheet_shows_it() {
        assert_eq!(place(Lang::Da, &["Ark1".to_owned()], AT), "Ark1, række 7, kolonne C");
        assert_eq!(place(Lang::En, &[String::new()], AT), "row 7, column C");
        assert_eq!(letters(28), "AB");
    }

    #[test]
    fn a_refusal_says_what_where_and_what_stands_there() {
        let found = Refusal {
            reason: Reason::Negative,
            at: Some(AT),
            sheet: String::new(),
            found: "-3".to_owned(),
        };
        assert_eq!(
            refusal(Lang::Da, &found),
            "Filen har et negativt antal. Første sted: række 7, kolonne C, hvor der står “-3”."
        );
    }

    #[test]
    fn a_list_of_persons_is_answered_with_the_lawful_way() {
        let remedy = remedy(Lang::Da, Reason::PersonLevel);
        assert!(remedy.contains("Danmarks Statistik") && !remedy.contains("spørg"), "{remedy}");
    }
}
