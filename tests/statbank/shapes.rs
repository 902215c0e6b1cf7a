//! One table in every form that a table bank saves gives one benchmark.

use super::folk1e::{self, Words};
use super::{WORKING_AGES, choose, counts, wish};
use byspejl::benchmark::{Benchmark, Period, Place, Population, Status, default_benchmark};
use byspejl::exchange::statbank::{self, Ages, Bank, NamedBy};
use byspejl::workforce::{Focus, Grouping};

fn from_bytes(name: &str, bytes: &[u8]) -> Benchmark {
    let cube = statbank::open(name, bytes).expect(name);
    choose(&cube, &wish(WORKING_AGES)).expect(name)
}

fn from_text(text: &str) -> Benchmark {
    from_bytes("", text.as_bytes())
}

fn reference() -> Benchmark {
    from_text(&folk1e::flat(Words::English, ';', "\r\n"))
}

#[test]
fn the_figures_are_the_exact_sums_with_their_status_and_source() {
    let benchmark = reference();
    assert_eq!(counts(&benchmark), folk1e::expected(18..=64));
    assert_eq!(benchmark.people(), Some(folk1e::expected(18..=64).iter().sum()));
    assert_eq!(benchmark.id(), "own-folk1e-101-2026-01-18-64");
    assert_eq!(*benchmark.place(), Place::CopenhagenMunicipality);
    assert_eq!(benchmark.population(), Population::Ages { from: 18, to: 64 });
    assert_eq!(benchmark.period(), Period { year: 2026, month: Some(1), day: Some(1) });
    let source = benchmark.source();
    assert_eq!(
        (&*source.publisher.da, &*source.publisher.en),
        ("Danmarks Statistik", "Statistics Denmark")
    );
    assert_eq!(&*source.table.en, "FOLK1E");
    assert_eq!(source.primary_url, "https://www.statbank.dk/FOLK1E");
    assert!(source.is_complete() && !source.is_secondary);
    let Status::Derived(how) = &benchmark.groups()[1].status else { panic!("it was added up") };
    assert_eq!(how.da, "summen af tabellens tal for hver aldersgruppe fra 18 til 64 år");
    assert_eq!(how.en, "the sum of the table's figures for each age group from 18 to 64");
}

#[test]
fn the_published_share_of_all_ages_comes_out() {
    let cube = statbank::from_text("", &folk1e::flat(Words::Codes, ';', "\n")).expect("a table");
    let benchmark = choose(&cube, &wish(Ages::AllAges)).expect("all ages");
    assert_eq!(benchmark.people(), Some(671_714));
    assert_eq!(counts(&benchmark), folk1e::PEOPLE);
    assert!(benchmark.groups().iter().all(|group| group.status == Status::Reported));
    let published = default_benchmark().share(Focus::default()).expect("a share").percent();
    let share = benchmark.share(Focus::default()).expect("a share").percent();
    assert_eq!((share * 100.0).round() / 100.0, published);
}

#[test]
fn texts_codes_and_both_say_the_same() {
    for words in [Words::Danish, Words::Codes, Words::CodesAndDanish, Words::CodesAndEnglish] {
        for line_end in ["\r\n", "\n", "\r"] {
            assert_eq!(from_text(&folk1e::flat(words, ';', line_end)), reference(), "{words:?}");
        }
    }
}

#[test]
fn a_comma_between_cells_is_told_from_a_comma_inside_a_text() {
    for words in [Words::English, Words::CodesAndEnglish, Words::Danish] {
        assert_eq!(from_text(&folk1e::flat(words, ',', "\r\n")), reference(), "{words:?}");
        assert_eq!(from_text(&folk1e::flat(words, '\t', "\r\n")), reference(), "{words:?}");
    }
}

#[test]
fn every_encoding_says_the_same() {
    let text = folk1e::flat(Words::Danish, ';', "\r\n");
    let marked = ["\u{feff}", &text].concat();
    assert_eq!(from_text(&marked), reference());
    let windows: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
    assert!(std::str::from_utf8(&windows).is_err());
    assert_eq!(from_bytes("", &windows), reference());
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(from_bytes("", &utf16), reference());
}

#[test]
fn json_stat_of_both_versions_says_the_same() {
    for (version, sparse, english) in
        [(1, false, true), (1, false, false), (2, false, true), (2, true, false)]
    {
        let text = folk1e::json_stat(version, sparse, english);
        let cube = statbank::from_text("", &text).expect("a table");
        let table = cube.table.as_ref().expect("the file names it");
        assert_eq!((table.id.as_str(), table.named_by), ("FOLK1E", NamedBy::File));
        assert_eq!(choose(&cube, &wish(WORKING_AGES)), Ok(reference()), "{version} {sparse}");
    }
}

#[test]
fn the_web_pages_matrix_says_the_same() {
    for words in [Words::Danish, Words::English, Words::Codes] {
        for divider in [';', ','] {
            let text = folk1e::matrix_text(words, divider);
            assert_eq!(from_text(&text), reference(), "{words:?} {divider}");
        }
    }
}

#[test]
fn sheets_of_a_spreadsheet_say_the_same() {
    for book in [
        folk1e::book(folk1e::matrix(Words::Danish)),
        folk1e::book(folk1e::matrix(Words::English)),
        folk1e::flat_book(Words::CodesAndDanish),
        folk1e::flat_book(Words::English),
    ] {
        let cube = statbank::from_book("", &book).expect("a table");
        assert_eq!(cube.sheet, "FOLK1E");
        assert_eq!(choose(&cube, &wish(WORKING_AGES)), Ok(reference()));
    }
}

#[test]
fn a_spreadsheet_file_says_the_same() {
    use byspejl::exchange::book::Cell;
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(folk1e::matrix(Words::English)) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    sheet.write_string(row, column, text.to_string()).expect("it fits")
                }
                Cell::Number(number) => sheet.write_number(row, column, number).expect("it fits"),
                _ => continue,
            };
        }
    }
    let bytes = workbook.save_to_buffer().expect("a file");
    assert_eq!(from_bytes("2026101_FOLK1E123.xlsx", &bytes), reference());
}

#[test]
fn the_file_offers_what_it_holds_and_guesses_the_working_ages_of_the_newest_date() {
    let cube = statbank::from_text("", &folk1e::flat(Words::Danish, ';', "\n")).expect("a table");
    let choices = statbank::choices(&cube).expect("choices");
    let table = choices.table.as_ref().expect("the variables name it");
    assert_eq!((table.id.as_str(), table.named_by), ("FOLK1E", NamedBy::Variables));
    assert_eq!(cube.bank, Bank::StatisticsDenmark);
    let areas: Vec<_> =
        choices.areas.iter().map(|area| (area.id.as_str(), area.name.as_str())).collect();
    assert_eq!(areas, [("101", "København"), ("185", "Tårnby")]);
    assert_eq!(choices.ages.span, Some((0, 125)));
    assert!(choices.ages.all && choices.ages.single_years);
    let dates: Vec<_> = choices.dates.iter().map(|date| date.id.as_str()).collect();
    assert_eq!(dates, ["2026K1", "2025K4"]);
    assert_eq!(choices.groupings.len(), 4);
    let guess = choices.choose(&statbank::Wish::default());
    assert_eq!(
        (guess.area.as_str(), guess.ages, guess.date.as_str()),
        ("101", WORKING_AGES, "2026K1")
    );
    assert_eq!(guess.grouping, Grouping::Five);
    assert_eq!(choices.grouping_of(3), Some(Grouping::ThreeByRegion));
    assert_eq!(choices.grouping_of(4), None);
}

#[test]
fn areas_and_dates_are_found_by_code_and_by_name_in_either_language() {
    let cube = statbank::from_text("", &folk1e::flat(Words::Danish, ';', "\n")).expect("a table");
    for (area, date) in [
        ("101", "2026K1"),
        ("Copenhagen", "2026Q1"),
        ("København", "2026K1"),
        ("Københavns Kommune", "2026Q1"),
    ] {
        let wish = statbank::Wish {
            area: Some(area.to_owned()),
            date: Some(date.to_owned()),
            ..wish(WORKING_AGES)
        };
        assert_eq!(choose(&cube, &wish), Ok(reference()), "{area} {date}");
    }
}
