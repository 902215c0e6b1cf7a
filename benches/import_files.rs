//! Large files for the import's comparison with other readers: written, not measured here.
//!
//! `cargo xtask bench` runs it with the folder in `BYSPEJL_IMPORT_FILES` and has the same bytes read
//! by everybody in one browser. Read next: `peers.js` beside this file.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

const ROWS: u32 = 50_000;
const NUMBER_ROWS: u32 = 60_000;
const NUMBER_COLUMNS: u16 = 9;
const PAYROLL_ROWS: u32 = 20_000;

const TITLES: [&str; 12] = [
    "Pædagog",
    "Pædagogmedhjælper",
    "Sygeplejerske",
    "Social- og sundhedsassistent",
    "Social- og sundhedshjælper",
    "Rengøringsassistent",
    "Kontorfuldmægtig",
    "Afdelingsleder, daginstitution",
    "Lærer & vejleder",
    "Teknisk servicemedarbejder",
    "Specialkonsulent",
    "Chef for drift og service",
];

fn main() {
    // A test run of all targets names no folder and has nothing to write.
    let Some(folder) = std::env::var_os("BYSPEJL_IMPORT_FILES") else { return };
    let folder = Path::new(&folder);
    let write = |name: &str, text: String| fs::write(folder.join(name), text).expect(name);
    write("rows.csv", long_table(plain, "\n"));
    write("quoted.csv", long_table(quoted, "\r\n"));
    numbers().and_then(|mut book| book.save(folder.join("numbers.xlsx"))).expect("numbers.xlsx");
    payroll().and_then(|mut book| book.save(folder.join("payroll.xlsx"))).expect("payroll.xlsx");
}

fn plain(words: &str) -> String {
    words.to_owned()
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

/// Men and women on five levels in thirty areas, quarter by quarter.
fn long_table(written: fn(&str) -> String, end: &str) -> String {
    let mut text =
        ["Niveau", "Område", "Herkomst", "Køn", "Kvartal", "Antal"].map(written).join(";");
    text += end;
    for row in 0..ROWS as usize {
        let quarter = row / 600;
        let words = [
            format!("Niveau {}", row / 4 % 5),
            format!("Afdeling {}", row / 20 % 30),
            ["Dansk oprindelse", "Indvandrere og efterkommere"][row / 2 % 2].to_owned(),
            ["Mænd", "Kvinder"][row % 2].to_owned(),
            format!("{}K{}", 2004 + quarter / 4, 1 + quarter % 4),
        ];
        for words in words {
            text += &written(&words);
            text.push(';');
        }
        text += &(row % 89).to_string();
        text += end;
    }
    text
}

/// Numbers that do not compress, as amounts do not: about 5 MB.
fn numbers() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let mut state = 1_u32;
    for row in 0..NUMBER_ROWS {
        for column in 0..NUMBER_COLUMNS {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            sheet.write(row, column, f64::from(state))?;
        }
    }
    Ok(workbook)
}

/// What a payroll system gives: shared texts, texts of one row alone, dates, hours and amounts.
fn payroll() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    let amount = Format::new().set_num_format("#,##0.00");
    let sheet = workbook.add_worksheet().set_name("Udtræk")?;
    let names = [
        "Område",
        "Niveau",
        "Stilling",
        "Herkomst",
        "Køn",
        "Ansættelse",
        "Fra",
        "Timer",
        "Beløb",
        "Bemærkning",
        "Antal",
    ];
    for (column, name) in (0..).zip(names) {
        sheet.write(0, column, name)?;
    }
    let mut state = 1_u32;
    for row in 1..=PAYROLL_ROWS {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let pick = |from: u32, shift: u32| (state >> shift) % from;
        sheet.write(row, 0, format!("Center for område {}", pick(30, 3)))?;
        sheet.write(row, 1, format!("Niveau {}", pick(5, 7)))?;
        sheet.write(row, 2, TITLES[pick(12, 11) as usize])?;
        sheet.write(
            row,
            3,
            ["Dansk oprindelse", "Indvandrere", "Efterkommere"][pick(3, 5) as usize],
        )?;
        sheet.write(row, 4, ["Kvinder", "Mænd"][pick(2, 13) as usize])?;
        sheet.write(row, 5, ["Fastansat", "Tidsbegrænset"][pick(2, 17) as usize])?;
        sheet.write_with_format(row, 6, 38_000 + pick(7_000, 9), &date)?;
        sheet.write(row, 7, f64::from(pick(75, 4)) / 2.0)?;
        sheet.write_with_format(row, 8, f64::from(pick(6_000_000, 2)) / 100.0, &amount)?;
        if row % 4 == 0 {
            sheet.write(row, 9, format!("Flyttet fra enhed {} <{}>", state >> 8, row))?;
        }
        sheet.write(row, 10, pick(9, 6))?;
    }
    Ok(workbook)
}
