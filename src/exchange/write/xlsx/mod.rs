//! [`Tables`] as an XLSX workbook (ECMA-376, SpreadsheetML).
//!
//! Real numbers with a format, texts that stay texts whatever they begin with, headings that stay
//! in view and return on every printed page, A4 across. No macros, and no formula but the one that
//! checks what is filled in to a template. Absent: what is on the sheets. Read next:
//! [`worksheet`], [`mod@style`].

mod check;
mod layout;
mod strings;
mod style;
mod worksheet;

use super::package::{Package, Properties, WriteError};
use crate::markup::Markup;
use crate::report::tables::{Sheet, Tables};
use crate::workforce::Date;
use layout::Layout;
use strings::Strings;
use style::Styles;
use worksheet::Worksheet;

/// What the browser calls such a file.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// Writes a workbook. `created` is the day it says it was made; the same arguments give the same
/// bytes.
///
/// # Errors
/// See [`WriteError`].
pub fn write(tables: &Tables, created: Date) -> Result<Vec<u8>, WriteError> {
    let mut package = Package::default();
    package.relate("", "officeDocument", "xl/workbook.xml");
    package.describe(&Properties { title: &tables.title, lang: tables.lang, created });
    let names = names(&tables.sheets);
    let is_marked = !tables.mark.is_empty();
    let layouts: Vec<Layout> = tables
        .sheets
        .iter()
        .map(|sheet| if is_marked { Layout::of(sheet).marked() } else { Layout::of(sheet) })
        .collect();
    let mut styles = Styles::new(tables.lang);
    let mut strings = Strings::default();
    let mut references = Vec::new();
    for (index, (sheet, layout)) in tables.sheets.iter().zip(&layouts).enumerate() {
        let file = ["sheet", &(index + 1).to_string(), ".xml"].concat();
        let part = ["xl/worksheets/", &file].concat();
        let mut worksheet = Worksheet {
            tables,
            sheet,
            layout,
            is_first: index == 0,
            styles: &mut styles,
            strings: &mut strings,
            package: &mut package,
            part: &part,
            is_middle: true,
        };
        let xml = worksheet.xml();
        package.add_xml(&part, &[TYPES, "worksheet+xml"].concat(), xml);
        let target = ["worksheets/", &file].concat();
        references.push(package.relate("xl/workbook.xml", "worksheet", &target));
    }
    let workbook = workbook(&names, &references, &layouts);
    package.add_xml("xl/workbook.xml", &[TYPES, "sheet.main+xml"].concat(), workbook);
    package.add_xml("xl/styles.xml", &[TYPES, "styles+xml"].concat(), styles.xml());
    package.relate("xl/workbook.xml", "styles", "styles.xml");
    package.add_xml("xl/sharedStrings.xml", &[TYPES, "sharedStrings+xml"].concat(), strings.xml());
    package.relate("xl/workbook.xml", "sharedStrings", "sharedStrings.xml");
    package.finish()
}

fn workbook(names: &[String], references: &[String], layouts: &[Layout]) -> Markup {
    let mut xml = Markup::default();
    xml.tag("workbook").attribute("xmlns", MAIN).attribute("xmlns:r", RELATIONS).open();
    xml.tag("bookViews").open();
    xml.tag("workbookView").attribute("activeTab", "0").empty().close("bookViews");
    xml.tag("sheets").open();
    for (index, (name, reference)) in names.iter().zip(references).enumerate() {
        xml.tag("sheet").attribute("name", name);
        xml.attribute("sheetId", &(index + 1).to_string()).attribute("r:id", reference).empty();
    }
    xml.close("sheets");
    let repeated = layouts.iter().zip(names).enumerate();
    let repeated: Vec<(usize, u32, &String)> = repeated
        .filter_map(|(index, (layout, name))| Some((index, layout.repeated_row?, name)))
        .collect();
    if !repeated.is_empty() {
        xml.tag("definedNames").open();
        for (index, row, name) in repeated {
            let row = row.to_string();
            xml.tag("definedName").attribute("name", "_xlnm.Print_Titles");
            xml.attribute("localSheetId", &index.to_string()).open();
            let name = name.replace('\'', "''");
            xml.words(&["'", &name, "'!$", &row, ":$", &row].concat()).close("definedName");
        }
        xml.close("definedNames");
    }
    xml.close("workbook");
    xml
}

/// The tabs' names: no sign that a spreadsheet forbids, not too long, each once.
fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let allowed = sheet.name.chars().map(|letter| match letter {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => ' ',
            other => other,
        });
        let base: String = allowed.take(LONGEST_NAME - 3).collect();
        let base = if base.trim().is_empty() { "Sheet" } else { base.trim() };
        let is_taken =
            |name: &str| names.iter().any(|known| known.to_lowercase() == name.to_lowercase());
        let numbered = (2..).map(|number: u32| [base, " ", &number.to_string()].concat());
        let name = std::iter::once(base.to_owned()).chain(numbered).find(|name| !is_taken(name));
        names.extend(name);
    }
    names
}

/// The letters of a column, from 0: "A", "Z", "AA".
fn letters(column: usize) -> String {
    let letter = |number: usize| char::from(b'A' + (number % 26) as u8);
    let mut rest = column;
    let mut letters = vec![letter(rest)];
    while rest >= 26 {
        rest = rest / 26 - 1;
        letters.push(letter(rest));
    }
    letters.into_iter().rev().collect()
}

/// A cell by its column from 0 and its row from 1: "C7".
fn place(column: usize, row: u32) -> String {
    [letters(column), row.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tables::SheetKind;

    #[test]
    fn columns_are_counted_in_letters() {
        let named: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letters).to_vec();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn tabs_have_names_that_a_spreadsheet_takes() {
        let long = "Et navn, der er længere end de 31 tegn, et ark må have";
        let sheets = ["Tal", "tal", "A/B: [x]", "", long]
            .map(|name| Sheet::new(SheetKind::Figures, name, &[10]));
        let names = names(&sheets);
        assert_eq!(names[..4], ["Tal", "tal 2", "A B   x", "Sheet"]);
        assert!(names[4].chars().count() <= LONGEST_NAME);
    }
}
