//! Real files of the table bank: each is read, and says why it is no benchmark where it is none.

use super::fault;
use super::{choose, read};
use byspejl::exchange::statbank::{self, Fault, Figure, Kind, NamedBy, Wish};

macro_rules! sample {
    ($name:literal) => {
        include_bytes!(concat!("../reference/statbank/", $name))
    };
}

fn kinds(cube: &statbank::Cube) -> Vec<Kind> {
    cube.variables.iter().map(|variable| variable.kind).collect()
}

#[test]
fn straf42_as_csv_and_as_json_holds_the_same_figure_and_no_groups() {
    let csv = statbank::open("data.csv", sample!("data_straf42_csv.csv")).expect("a table");
    assert_eq!(kinds(&csv), [Kind::Origin, Kind::Time]);
    let json = statbank::open("data.json", sample!("data_straf42_json.json")).expect("a table");
    assert_eq!(kinds(&json), [Kind::Origin, Kind::Contents, Kind::Time]);
    for cube in [&csv, &json] {
        let figures: Vec<Figure> = cube.entries().map(|(_, entry)| entry.figure).collect();
        assert_eq!(figures, [Figure::Count(233_454)]);
        assert_eq!(fault(choose(cube, &Wish::default())), Fault::NoGroups);
    }
    let table = json.table.expect("the file names it");
    assert_eq!((table.id.as_str(), table.named_by), ("STRAF42", NamedBy::File));
    assert_eq!(json.updated.as_deref(), Some("2025-03-25T07:00:00Z"));
    assert_eq!(json.source.as_deref(), Some("Statistics Denmark"));
}

#[test]
fn descriptions_of_tables_hold_no_figures() {
    for bytes in
        [&sample!("table_info_straf42.json")[..], sample!("tableinfo_FOLK1E_condensed.json")]
    {
        let refused = statbank::open("info.json", bytes).expect_err("no figures");
        assert_eq!(refused.fault, Fault::OnlyADescription);
    }
}

#[test]
fn folk1am_is_read_whole_and_is_not_divided_by_origin() {
    let bytes = sample!("folk1am_population_by_municipality.csv");
    let cube = statbank::open("FOLK1AM.csv", bytes).expect("a table");
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    assert_eq!(cube.len(), lines - 1);
    assert_eq!(kinds(&cube), [Kind::Area, Kind::Sex, Kind::Age, Kind::Time]);
    assert_eq!(cube.entry(&[0, 0, 0, 0]).map(|entry| entry.figure), Some(Figure::Count(5_867_412)));
    assert_eq!(fault(choose(&cube, &Wish::default())), Fault::NoOrigin);
}

#[test]
fn hfudd11_with_totals_alone_has_no_groups() {
    let cube = statbank::open("hfudd11_tot.csv", sample!("hfudd11_tot.csv")).expect("a table");
    assert_eq!(cube.len(), 525);
    assert_eq!(cube.variables[1].values.len(), 1);
    assert_eq!(fault(choose(&cube, &Wish::default())), Fault::NoGroups);
}

#[test]
fn the_matrix_of_the_web_page_is_read_with_its_nested_labels() {
    let bytes = sample!("statbank_webui_matrix_FOLK1A_2025Q4_excerpt.csv");
    let cube = statbank::open("matrix.csv", bytes).expect("a table");
    assert_eq!(kinds(&cube), [Kind::Area, Kind::Time, Kind::Other, Kind::Age, Kind::Sex]);
    assert_eq!(cube.variables[2].name(), "marital status");
    assert_eq!(cube.len(), 39);
    let place = |variable: usize, name: &str| {
        let values = &cube.variables[variable].values;
        values.iter().position(|value| value.name() == name).expect(name) as u32
    };
    let divorced = [0, 0, place(2, "Divorced"), place(3, "21 years"), place(4, "Women")];
    let entry = cube.entry(&divorced).expect("the last figure");
    assert_eq!(entry.figure, Figure::Count(18));
    let at = entry.at.expect("a place");
    assert_eq!((at.row, at.column), (23, 7));
    assert_eq!(fault(choose(&cube, &Wish::default())), Fault::NoOrigin);
}

#[test]
fn a_file_that_breaks_off_in_its_last_row_is_read_up_to_there() {
    let bytes = sample!("FOLK1A_codes_excerpt.csv");
    let cube = statbank::open("FOLK1A.csv", bytes).expect("a table");
    let lines = bytes.split(|byte| *byte == b'\n').count();
    assert_eq!(cube.cut_off.map(|at| at.row as usize), Some(lines));
    assert_eq!(cube.len(), lines - 2);
    assert_eq!(fault(choose(&cube, &Wish::default())), Fault::NoOrigin);
}

/// Men of Denmark in the real file, with a column of origin put in.
fn with_origin() -> String {
    let text = std::str::from_utf8(sample!("FOLK1A_codes_excerpt.csv")).expect("UTF-8");
    let mut table = "OMRÅDE;KØN;ALDER;HERKOMST;TID;INDHOLD\n".to_owned();
    for line in text.lines().skip(1).filter(|line| line.starts_with("000;1;")) {
        let cells: Vec<&str> = line.split(';').collect();
        for group in ["1", "24", "25", "34", "35"] {
            // The total of both sexes is what the file calls men here.
            table += &["000;TOT", cells[2], group, cells[3], cells[4]].join(";");
            table.push('\n');
        }
    }
    table
}

#[test]
fn the_real_file_without_age_38_is_refused_at_the_place_of_the_hole() {
    let wish = |from, to| Wish { ages: Some(statbank::Ages::Ages { from, to }), ..Wish::default() };
    let table = with_origin();
    let refused = read("FOLK1E.csv", &table, &wish(18, 64)).expect_err("a hole");
    assert_eq!(refused.fault, Fault::AgeMissing { age: 38 });
    let row = refused.at.expect("a place").row as usize;
    assert!(table.lines().nth(row - 1).expect("the row").starts_with("000;TOT;39;"));
    assert!(read("FOLK1E.csv", &table, &wish(39, 64)).is_ok());
}
