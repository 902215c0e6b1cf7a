//! A workbook in Office Open XML (.xlsx, .xlsm, .xltx).
//!
//! The package says where the workbook is, the workbook which sheets there are, their relations
//! where those stand. Absent: formulas (their last value is read), charts, comments, styles other
//! than dates. Read next: [`sheet`].

mod quick;
mod sheet;
mod strings;
mod styles;

use super::dates::Epoch;
use super::grid::{Budget, refusal};
use super::package::Package;
use super::shared::SharedTexts;
use super::xml::{attribute, name};
use super::{Book, Format, Sheet};
use crate::exchange::reading::{Reason, Refusal};
use quick_xml::events::Event;
use std::collections::BTreeMap;
use styles::Styles;

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    relation: String,
    is_hidden: bool,
}

/// A relation: what kind of part it leads to, and where that is.
struct Relation {
    /// The last word of its address, for example "worksheet".
    kind: String,
    path: String,
}

/// Reads all worksheets.
///
/// # Errors
/// [`Reason::Damaged`], or more than a book holds.
pub(super) fn read(package: &mut Package<'_>) -> Result<Book, Refusal> {
    let root = relations(package, "")?;
    let path = root.into_values().find(|relation| relation.kind == "officeDocument");
    let path = path.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.path);
    let (listed, epoch) = workbook(package, &path)?;
    let relations = relations(package, &path)?;
    let part = |kind| relations.values().find(|relation| relation.kind == kind);
    let strings = match part("sharedStrings") {
        Some(found) => strings::read(package, &found.path)?,
        None => SharedTexts::default(),
    };
    let styles = match part("styles") {
        Some(found) => Styles::read(package, &found.path, epoch)?,
        None => Styles::default(),
    };
    let mut budget = Budget::default();
    let mut sheets: Vec<Sheet> = Vec::new();
    for Listed { name, relation, is_hidden } in listed {
        // Sheets that are nothing but a chart have no cells.
        let Some(found) = relations.get(&relation).filter(|found| found.kind == "worksheet") else {
            continue;
        };
        let mut grid = budget.sheet(sheets.len(), name)?;
        grid.hide(is_hidden);
        let mut xml = match package.part(&found.path) {
            Ok(Some(xml)) => xml,
            Ok(None) => return Err(grid.locate(refusal(Reason::Damaged))),
            Err(refused) => return Err(grid.locate(refused)),
        };
        sheet::read(&mut xml, &mut grid, &strings, &styles)
            .map_err(|refused| grid.locate(refused))?;
        sheets.push(grid.finish()?);
    }
    if sheets.is_empty() {
        Err(refusal(Reason::Damaged))
    } else {
        Ok(Book { format: Format::Xlsx, sheets })
    }
}

fn workbook(package: &mut Package<'_>, path: &str) -> Result<(Vec<Listed>, Epoch), Refusal> {
    let mut xml = package.part(path)?.ok_or_else(|| refusal(Reason::Damaged))?;
    let (mut listed, mut epoch) = (Vec::new(), Epoch::default());
    loop {
        match xml.next()? {
            Event::Start(start) => match name(&start) {
                "workbookPr" => {
                    let is_1904 = attribute(&start, "date1904");
                    if is_1904.is_some_and(|value| matches!(&*value, "1" | "true" | "on")) {
                        epoch = Epoch::From1904;
                    }
                }
                "sheet" => {
                    let text = |key| attribute(&start, key).unwrap_or_default().into_owned();
                    let state = text("state");
                    let is_hidden = state == "hidden" || state == "veryHidden";
                    listed.push(Listed { name: text("name"), relation: text("id"), is_hidden });
                    if listed.len() > super::MOST_SHEETS {
                        return Err(refusal(Reason::TooMuchContent));
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok((listed, epoch)),
            _ => {}
        }
    }
}

/// The relations of a part, by identifier; none if they are not stated.
fn relations(package: &mut Package<'_>, path: &str) -> Result<BTreeMap<String, Relation>, Refusal> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let mut relations = BTreeMap::new();
    let Some(mut xml) = package.part(&format!("{folder}/_rels/{file}.rels"))? else {
        return Ok(relations);
    };
    loop {
        match xml.next()? {
            Event::Start(start) if name(&start) == "Relationship" => {
                let text = |key| attribute(&start, key).unwrap_or_default();
                let kind = text("Type").rsplit('/').next().unwrap_or_default().to_owned();
                let path = resolve(folder, &text("Target"));
                relations.insert(text("Id").into_owned(), Relation { kind, path });
                if relations.len() > 10 * super::MOST_SHEETS {
                    return Err(refusal(Reason::TooMuchContent));
                }
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// Where a target lies, seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.strip_prefix(['/', '\\']) {
        Some(_) => Vec::new(),
        None => folder.split('/').collect(),
    };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_found_from_their_folder_or_from_the_root() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("xl/a", "../b.xml"), "xl/b.xml");
        assert_eq!(resolve("xl", "../../../b.xml"), "b.xml");
        assert_eq!(resolve("", "xl\\workbook.xml").trim_start_matches('/'), "xl/workbook.xml");
    }
}
