//! The public files as a reader has them, all at once: the document, the workbook opened by
//! calamine, the CSV, the data, and the shared table. What they say is read back from the files and
//! attacked; they must agree with each other, and must not change when hidden counts do.

use crate::case::{Case, tables as tables_of};
use crate::printed::{Printed, What, Who, cells_of, counts, everything};
use crate::samples::{Chance, Kind, by_chance};
use crate::solver::given_away;
use byspejl::analysis::disclosure::suppressed_table;
use byspejl::benchmark;
use byspejl::exchange::write::{csv, pledge_json, xlsx};
use byspejl::pledge::PledgeEdits;
use byspejl::report::tables::{SheetKind, Tables, public as public_tables};
use byspejl::report::{Public, Source, TableKind, public_document};
use byspejl::session::{Depth, Draft, Name, NamedPart, Part, PartId, Work, check};
use byspejl::text::{Lang, disclosure as texts, part_name, parts, report, sheets};
use byspejl::workforce::{Column, Date, Focus, Grouping, Row, Scope, WorkforceTable};
use calamine::{Data, DataType, Reader, Xlsx};
use serde_json::Value;
use std::io::Cursor;

fn today() -> Date {
    Date::new(2026, 3, 1).expect("a day")
}

/// Work that becomes a table of these counts.
fn work_of(table: &WorkforceTable, offers_not_stated: bool) -> Work {
    let named = |names: Vec<String>, first: u32| -> Vec<NamedPart> {
        let ids = (first..).map(PartId);
        names.into_iter().zip(ids).map(|(n, id)| NamedPart { id, name: Name::Own(n) }).collect()
    };
    let levels = table.levels().iter().map(|level| level.name.clone()).collect();
    let areas = table.areas().iter().map(|area| area.name.clone()).collect();
    let draft = Draft {
        grouping: table.grouping(),
        depth: match (table.levels().len(), table.areas().len()) {
            (0, _) => Depth::Totals,
            (_, 0) => Depth::Levels,
            _ => Depth::LevelsAndAreas,
        },
        levels: named(levels, 1),
        areas: named(areas, 100),
        not_stated_rows: offers_not_stated,
        ..Draft::empty()
    };
    Work { draft, ..Work::default() }.with_counts_of(table)
}

fn table_of(work: &Work) -> WorkforceTable {
    let name = |part: Part, name: &Name| part_name(Lang::Da, part, name);
    check(&work.draft, benchmark::by_id, name).workforce.table
}

/// A case with the work behind it.
fn case_of(table: &WorkforceTable, offers_not_stated: bool) -> (Case, Work) {
    let work = work_of(table, offers_not_stated);
    (Case::of(table_of(&work), &PledgeEdits::default()), work)
}

fn workbook(case: &Case, work: &Work, lang: Lang) -> Tables {
    case.with_counts_of(case, |source| {
        public_tables(&Public::of(source, &case.disclosed), &work.draft, lang)
    })
}

fn data(case: &Case, lang: Lang) -> Value {
    let text = case.with_counts_of(case, |source| {
        let record = pledge_json::public(&Public::of(source, &case.disclosed), lang, today());
        pledge_json::write(&record)
    });
    serde_json::from_str(&text).expect("JSON")
}

/// What stands in a sheet of the file, cell by cell.
fn opened(tables: &Tables, kind: SheetKind) -> Vec<Vec<Data>> {
    let bytes = xlsx::write(tables, today()).expect("a small workbook");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = &tables.sheet(kind).expect("the sheet").name;
    let range = book.worksheet_range(name).expect("the sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The rows under the heading row that begins with `first`, as texts.
fn below(rows: Vec<Vec<Data>>, first: &str, width: usize) -> Vec<Vec<String>> {
    let head = rows.iter().position(|row| row[0].get_string() == Some(first)).expect("a heading");
    let rows = rows.into_iter().skip(head + 1);
    let rows = rows.take_while(|row| !row[1].is_empty() || !row[2].is_empty());
    rows.map(|row| row.iter().take(width).map(Data::to_string).collect()).collect()
}

/// The rows of the CSV; no name of these tests has a separator in it.
fn split(text: &str) -> Vec<Vec<String>> {
    let rows = text.trim_start_matches('\u{feff}').lines().skip(1);
    let rows = rows.take_while(|row| !row.is_empty());
    rows.map(|row| row.split(';').map(str::to_owned).collect()).collect()
}

/// Notes what a figures sheet says, and that whoever has no row is not there.
fn read_figures(printed: &mut Printed, table: &WorkforceTable, rows: &[Vec<String>]) {
    let (has_levels, has_areas) = (!table.levels().is_empty(), !table.areas().is_empty());
    let mut seen = Vec::new();
    for row in rows {
        let mut fields = row.iter().map(String::as_str);
        let level = has_levels.then(|| fields.next().expect("a level"));
        let area = has_areas.then(|| fields.next().expect("an area"));
        let everywhere = parts::group_total(Lang::Da);
        let area_index = table.areas().iter().position(|known| Some(&*known.name) == area);
        let who = if level == Some(everywhere) {
            Who::Scope(area_index.map_or(Scope::WholeOrganisation, Scope::Area))
        } else {
            let level = table.levels().iter().position(|known| Some(&*known.name) == level);
            let row = Row { level, area: area_index };
            seen.push(row);
            Who::Row(row)
        };
        let cells = |what| cells_of(table, Focus::default(), who, what).expect("its own groups");
        let groups = table.grouping().groups().iter().map(|&group| What::Group(group));
        for what in groups.chain([What::NotStated]) {
            print(printed, cells(what), fields.next().expect("a count"));
        }
        let mut everybody = [cells(What::People), cells(What::NotStated)].concat();
        everybody.sort_unstable();
        print(printed, everybody, fields.next().expect("a total"));
    }
    for (index, (row, _)) in printed.cells.clone().into_iter().enumerate() {
        if !seen.contains(&row) {
            printed.print(vec![index], 0);
        }
    }
}

fn print(printed: &mut Printed, cells: Vec<usize>, field: &str) {
    match field.parse() {
        Ok(people) => printed.print(cells, people),
        Err(_) => assert_eq!(field, texts::hidden(Lang::Da)),
    }
}

fn scope_of(table: &WorkforceTable, level: &str, area: &str) -> Scope {
    let level = table.levels().iter().position(|known| known.name == level);
    let area = table.areas().iter().position(|known| known.name == area);
    match (level, area) {
        (Some(level), None) => Scope::Level(level),
        (None, Some(area)) => Scope::Area(area),
        (None, None) => Scope::WholeOrganisation,
        (Some(level), Some(area)) => Scope::Cell { level, area },
    }
}

/// Notes what a verdicts sheet says, and gives its words. Whatever is worked out from x and n stands
/// beside both.
fn read_verdicts(
    printed: &mut Printed,
    table: &WorkforceTable,
    rows: &[Vec<String>],
) -> Vec<(Scope, String)> {
    let has_areas = !table.areas().is_empty();
    let mut said = Vec::new();
    for row in rows {
        let (level, area) = (row[0].as_str(), if has_areas { row[1].as_str() } else { "" });
        let scope = scope_of(table, level, area);
        let fields = &row[1 + usize::from(has_areas)..];
        let cells =
            |what| cells_of(table, Focus::default(), Who::Scope(scope), what).expect("a scope");
        for (what, field) in [What::Focus, What::People, What::NotStated].into_iter().zip(fields) {
            print(printed, cells(what), field);
        }
        let is_number = |field: &String| field.parse::<f64>().is_ok();
        // Share, ratio, people short, both ends of the interval; the benchmark stands everywhere.
        let worked_out = [3, 5, 6, 7, 8].map(|at| is_number(&fields[at]));
        assert!(
            !worked_out.contains(&true) || fields[..2].iter().all(is_number),
            "{row:?} has more than its people and its verdict"
        );
        assert_eq!(fields.len(), 10, "no column of p-values");
        said.push((scope, fields[9].clone()));
    }
    said
}

/// Notes what the data say, and gives their verdicts.
fn read_data(
    printed: &mut Printed,
    table: &WorkforceTable,
    data: &Value,
) -> Vec<(Scope, Option<String>)> {
    let mut said = Vec::new();
    for scope in data["figures"]["scopes"].as_array().expect("scopes") {
        let place = &scope["scope"];
        let name = place["name"].as_str().unwrap_or_default();
        let whom = match place["kind"].as_str() {
            Some("area") => scope_of(table, "", name),
            _ => scope_of(table, name, ""),
        };
        let mut is_whole = true;
        for (key, what) in [
            ("people", What::People),
            ("focus", What::Focus),
            ("origin_not_stated", What::NotStated),
        ] {
            let cells = cells_of(table, Focus::default(), Who::Scope(whom), what);
            match scope[key].as_u64() {
                Some(people) => printed.print(cells.expect("a scope"), people),
                None => {
                    is_whole &= what == What::NotStated;
                    assert_eq!(scope[key]["low"], 0, "nobody: no sign of what it is hidden for");
                    // No more than is shown of the people it is part of.
                    let most = if what == What::Focus { scope["people"].as_u64() } else { None };
                    assert_eq!(scope[key]["high"].as_u64(), most);
                }
            }
        }
        assert!(is_whole || scope["share"].is_null());
        said.push((whom, scope["verdict"].as_str().map(str::to_owned)));
    }
    for target in data["targets"].as_array().expect("targets") {
        let scope = scope_of(table, target["level"]["name"].as_str().expect("a name"), "");
        for (key, what) in [("people", What::People), ("focus", What::Focus)] {
            let cells = cells_of(table, Focus::default(), Who::Scope(scope), what);
            let people = target["baseline"][key].as_u64().expect("only shown levels have a target");
            printed.print(cells.expect("a scope"), people);
        }
    }
    said
}

/// The verdicts of the document, by scope.
fn read_document(case: &Case) -> Vec<(Scope, String)> {
    let document = case.document(Lang::Da);
    let table = &case.workforce.table;
    let kinds = [TableKind::Verdicts, TableKind::Areas];
    let rows = kinds.into_iter().flat_map(|kind| tables_of(&document, kind));
    rows.flat_map(|table| table.rows())
        .map(|row| {
            let area = table.areas().iter().any(|area| area.name == row.heading);
            let (level, area) = if area { ("", &*row.heading) } else { (&*row.heading, "") };
            (scope_of(table, level, area), row.cells[2].text.clone())
        })
        .collect()
}

/// Everything that all public files of a table print, read back from them.
fn all_files(case: &Case, work: &Work) -> Printed {
    let table = &case.workforce.table;
    let mut printed = everything(table, Focus::default(), &case.disclosed);
    let hidden = printed.hidden.clone();

    let tables = workbook(case, work, Lang::Da);
    let first = [sheets::head_level(Lang::Da), sheets::group_danish_origin(Lang::Da)];
    let first = first[usize::from(table.levels().is_empty())];
    let width = tables.sheets[0].widths.len();
    let rows = below(opened(&tables, SheetKind::Figures), first, width);
    read_figures(&mut printed, table, &rows);
    let text = split(&csv::write(&tables, &tables.sheets[0]));
    assert_eq!(text, rows, "CSV and workbook are of one table");

    let width = tables.sheet(SheetKind::Verdicts).expect("it").widths.len();
    let rows = below(opened(&tables, SheetKind::Verdicts), sheets::head_level(Lang::Da), width);
    let in_workbook = read_verdicts(&mut printed, table, &rows);
    assert_eq!(in_workbook, read_document(case), "workbook and document say the same");

    let data = data(case, Lang::Da);
    let in_data = read_data(&mut printed, table, &data);
    assert_eq!(in_data.len(), in_workbook.len());
    for ((scope, word), (same, label)) in in_data.into_iter().zip(in_workbook) {
        assert_eq!(scope, same);
        let is_left_out = [texts::hidden(Lang::Da), "kan ikke afgøres"].contains(&label.as_str());
        assert_eq!(word.is_none(), is_left_out, "{scope:?}: {word:?} and {label}");
    }

    let shared = suppressed_table(table, &case.disclosed).expect("the same shape");
    printed.print_table(&table_of(&work.with_counts_of(&shared)));
    assert_eq!(printed.hidden, hidden, "a file shows what is hidden elsewhere");
    printed
}

#[test]
fn all_public_files_together_keep_three_numbers_for_every_hidden_one() {
    let mut chance = Chance(83);
    let mut hidden = 0;
    for round in 0..60 {
        let kind = Kind::ALL[round % 5];
        let (levels, areas) = (1 + chance.under(5) as usize, chance.under(4) as usize);
        let table = by_chance(&mut chance, kind, Grouping::ALL[round % 4], levels, areas);
        let offers_not_stated = matches!(kind, Kind::NotStated) || chance.under(2) == 0;
        let (case, work) = case_of(&table, offers_not_stated);
        let printed = all_files(&case, &work);
        assert!(printed.allows(&counts(&case.workforce.table)), "what is printed is true");
        assert_eq!(given_away(&printed), [], "{table:?}");
        hidden += printed.hidden.len();
    }
    assert!(hidden > 200, "{hidden}");
}

#[test]
fn a_table_of_one_row_is_protected_in_all_files() {
    for counts in [[60, 3], [3, 60], [2, 2], [60, 20], [0, 4]] {
        let table = crate::samples::table(Grouping::Two, 0, 0, &[counts.to_vec()]);
        let (case, work) = case_of(&table, false);
        assert_eq!(given_away(&all_files(&case, &work)), [], "{counts:?}");
    }
}

#[test]
fn no_public_file_changes_when_hidden_counts_do() {
    let rows = [[70, 50], [150, 70], [140, 30], [160, 15], [28, 4]];
    let (case, _) = case_of(&crate::case::levels(&rows), false);
    let hidden: Vec<usize> =
        (0..5).filter(|&l| case.disclosed.counts(Scope::Level(l)).is_none()).collect();
    let [low, top] = hidden[..] else { panic!("{hidden:?}") };
    let mut compared = 0;
    for moved in [-2_i64, -1, 1, 2] {
        let mut changed = rows;
        for (level, by) in [(low, moved), (top, -moved)] {
            let [other, focus] = rows[level].map(i64::from);
            changed[level] = [(other - by) as u32, (focus + by) as u32];
        }
        let (other, other_work) = case_of(&crate::case::levels(&changed), false);
        let verdicts = |case: &Case| {
            let all = std::iter::once(&case.assessment.whole).chain(&case.assessment.levels);
            all.map(|result| result.verdict()).collect::<Vec<_>>()
        };
        if verdicts(&case) != verdicts(&other) {
            continue;
        }
        compared += 1;
        for lang in Lang::ALL {
            let files = |source: &Source| {
                let public = Public::of(source, &case.disclosed);
                // The work of the other table: what was typed there must not come through.
                let tables = public_tables(&public, &other_work.draft, lang);
                let record = pledge_json::public(&public, lang, today());
                let document = public_document(source, &case.disclosed, lang);
                (tables, pledge_json::write(&record), document)
            };
            assert!(case.with_counts_of(&case, files) == case.with_counts_of(&other, files));
        }
    }
    assert!(compared >= 2, "{compared}");
}

#[test]
fn a_careless_workbook_is_caught_by_reading_it() {
    let rows = [[70, 50], [150, 70], [140, 30], [160, 15], [28, 4]];
    let (case, work) = case_of(&crate::case::levels(&rows), false);
    let table = &case.workforce.table;
    let mut printed = all_files(&case, &work);
    // The internal workbook beside the public files.
    let tables = case.with_counts_of(&case, |source| {
        byspejl::report::tables::internal(source, &work.draft, Lang::Da)
    });
    let width = tables.sheets[0].widths.len();
    let rows = below(opened(&tables, SheetKind::Figures), sheets::head_level(Lang::Da), width);
    let hidden = printed.hidden.len();
    assert!(hidden > 0);
    for row in &rows[..5] {
        let level = table.levels().iter().position(|level| level.name == row[0]).expect("a level");
        let at = Row { level: Some(level), area: None };
        let focus = Column::Group(Grouping::Two.groups()[1]);
        let cell = printed.cells.iter().position(|cell| *cell == (at, focus)).expect("a cell");
        printed.print(vec![cell], row[2].parse().expect("an exact count"));
    }
    assert!(printed.hidden.len() < hidden || !given_away(&printed).is_empty());
}

#[test]
fn every_sheet_and_the_csv_say_that_they_are_public_with_method_and_sources() {
    for lang in Lang::ALL {
        let (case, work) = case_of(&crate::case::levels(&[[60, 30], [90, 12], [56, 4]]), false);
        let tables = workbook(&case, &work, lang);
        assert_eq!(tables.mark, texts::mark(lang));
        let kinds: Vec<SheetKind> = tables.sheets.iter().map(|sheet| sheet.kind).collect();
        use SheetKind::{Figures, Method, Sources, Verdicts};
        assert_eq!(kinds, [Figures, Verdicts, Method, Sources]);
        for sheet in &tables.sheets {
            assert_eq!(sheet.intro[0], sheets::intro_public(lang));
            assert!(!sheet.intro.iter().any(|line| line.contains(report::internal(lang))));
        }
        let text = csv::write(&tables, &tables.sheets[0]);
        assert!(text.contains(sheets::intro_public(lang)));
        assert_eq!(data(&case, lang)["visibility"], "public");
    }
}
