//! One sheet as XML: view, columns, rows, merged lines, checks, links, print.

use super::layout::{Layout, Placed};
use super::strings::Strings;
use super::style::{Edge, Font, Format, Look, Styles};
use super::{MAIN, RELATIONS, check, letters, place};
use crate::exchange::write::formula;
use crate::exchange::write::package::Package;
use crate::markup::Markup;
use crate::report;
use crate::report::tables::{Cell, Head, Line, Sheet, SheetKind, Tables, Value};
use crate::text::sheets;
use crate::workforce::Date;

/// The longest text over or under a printed page.
const LONGEST_HEADER: usize = 200;

/// A sheet being written.
pub(super) struct Worksheet<'a> {
    pub tables: &'a Tables,
    pub sheet: &'a Sheet,
    pub layout: &'a Layout<'a>,
    pub is_first: bool,
    pub styles: &'a mut Styles,
    pub strings: &'a mut Strings,
    pub package: &'a mut Package,
    /// Its name in the package.
    pub part: &'a str,
    /// Whether the present row is one line high.
    pub is_middle: bool,
}

/// The height of a row with one line of body text, points.
const ONE_LINE: f64 = 12.75 + 4.5;

/// What is written after the rows.
#[derive(Default)]
struct After {
    merged: Vec<String>,
    /// Where, and the reference to the address.
    links: Vec<(String, String)>,
}

impl Worksheet<'_> {
    pub fn xml(&mut self) -> Markup {
        let mut xml = Markup::default();
        xml.tag("worksheet").attribute("xmlns", MAIN).attribute("xmlns:r", RELATIONS).open();
        xml.tag("sheetPr").open().tag("pageSetUpPr").attribute("fitToPage", "1");
        xml.empty().close("sheetPr");
        self.view(&mut xml);
        xml.tag("sheetFormatPr").attribute("defaultRowHeight", "13.5").empty();
        self.columns(&mut xml);
        let mut after = After::default();
        xml.tag("sheetData").open();
        for (index, row) in self.layout.rows.iter().enumerate() {
            self.row(&mut xml, index as u32 + 1, *row, &mut after);
        }
        xml.close("sheetData");
        self.after(&mut xml, &after);
        xml.close("worksheet");
        xml
    }

    fn view(&self, xml: &mut Markup) {
        xml.tag("sheetViews").open().tag("sheetView");
        if self.sheet.kind != SheetKind::Template {
            xml.attribute("showGridLines", "0");
        }
        if self.is_first {
            xml.attribute("tabSelected", "1");
        }
        xml.attribute("workbookViewId", "0");
        let Some(row) = self.layout.frozen_row else {
            xml.empty().close("sheetViews");
            return;
        };
        // Row headings stay in view as well, unless there is only one column of something else.
        let names = self.names();
        let corner = place(names, row + 1);
        xml.open().tag("pane");
        if names > 0 {
            xml.attribute("xSplit", &names.to_string());
        }
        let pane = if names > 0 { "bottomRight" } else { "bottomLeft" };
        xml.attribute("ySplit", &row.to_string()).attribute("topLeftCell", &corner);
        xml.attribute("activePane", pane).attribute("state", "frozen").empty();
        xml.tag("selection").attribute("pane", pane).attribute("activeCell", &corner);
        xml.attribute("sqref", &corner).empty();
        xml.close("sheetView").close("sheetViews");
    }

    /// How many columns head the rows.
    fn names(&self) -> usize {
        let first = self.sheet.parts.first().and_then(|part| part.rows.first());
        let is_name = |cell: &&Cell| cell.is_heading || cell.value == Value::Blank;
        first.map_or(0, |row| {
            let heads = row.cells.iter().take_while(|cell| cell.is_heading).count();
            let reach = row.cells.iter().take_while(is_name).count();
            // A first row without an area has a blank where the others have a name.
            if self.sheet.kind == SheetKind::Template { heads } else { heads.max(reach) }
        })
    }

    fn columns(&self, xml: &mut Markup) {
        xml.tag("cols").open();
        for (index, &width) in self.sheet.widths.iter().enumerate() {
            let number = (index + 1).to_string();
            xml.tag("col").attribute("min", &number).attribute("max", &number);
            xml.number("width", f64::from(width) + 0.7).attribute("customWidth", "1").empty();
        }
        xml.close("cols");
    }

    fn row(&mut self, xml: &mut Markup, row: u32, placed: Placed, after: &mut After) {
        let sentence = |font| Look { font, wraps: true, ..Look::default() };
        match placed {
            Placed::Empty => {}
            Placed::Title(text) => self.across(xml, row, text, sentence(Font::Title), after),
            Placed::Mark(text) => self.across(xml, row, text, sentence(Font::Mark), after),
            Placed::Lead(text) => self.across(xml, row, text, sentence(Font::Lead), after),
            Placed::Intro(text) => self.across(xml, row, text, sentence(Font::Body), after),
            Placed::PartHeading(text) => {
                self.across(xml, row, text, sentence(Font::Heading), after);
            }
            Placed::Note(text) => self.across(xml, row, text, sentence(Font::Note), after),
            Placed::Head(head) => self.head(xml, row, head),
            Placed::Body(line) => self.body(xml, row, line, after),
        }
    }

    /// A line over all columns.
    fn across(&mut self, xml: &mut Markup, row: u32, text: &str, look: Look, after: &mut After) {
        let room = self.room(0, self.layout.columns);
        open_row(xml, row, height(&[(text, room, look.font)]));
        self.text(xml, &place(0, row), text, look);
        xml.close("row");
        self.merge(row, 0, after);
    }

    fn head(&mut self, xml: &mut Markup, row: u32, head: &[Head]) {
        let looks = head.iter().enumerate().map(|(column, heading)| Look {
            is_inset: column > 0,
            font: Font::Bold,
            edge: Edge::Head,
            is_right: heading.is_numeric,
            wraps: true,
            is_head: true,
            ..Look::default()
        });
        let texts = head.iter().enumerate().map(|(column, heading)| {
            // The distance from the right edge takes room as well.
            let room = self.room(column, column + 1);
            let room = if column > 0 { room.saturating_sub(110) } else { room };
            (heading.text.as_str(), room, Font::Bold)
        });
        open_row(xml, row, height(&texts.collect::<Vec<_>>()));
        for (column, (heading, look)) in head.iter().zip(looks).enumerate() {
            self.text(xml, &place(column, row), &heading.text, look);
        }
        xml.close("row");
    }

    fn body(&mut self, xml: &mut Markup, row: u32, line: &Line, after: &mut After) {
        let last = line.cells.len().saturating_sub(1);
        let is_text = |cell: &Cell| matches!(cell.value, Value::Text(_) | Value::Link { .. });
        let runs_on =
            line.cells.len() < self.layout.columns && line.cells.last().is_some_and(is_text);
        let texts = line.cells.iter().enumerate().filter_map(|(column, cell)| {
            let (Value::Text(text) | Value::Link { text, .. }) = &cell.value else { return None };
            let end = if runs_on && column == last { self.layout.columns } else { column + 1 };
            let font = if cell.is_heading || line.is_total { Font::Bold } else { Font::Body };
            let distance = if column > 0 { 90 } else { 0 };
            Some((text.as_str(), self.room(column, end).saturating_sub(distance), font))
        });
        let height = height(&texts.collect::<Vec<_>>());
        open_row(xml, row, height);
        self.is_middle = height <= ONE_LINE;
        for (column, cell) in line.cells.iter().enumerate() {
            self.cell(xml, &place(column, row), cell, line.is_total, after);
        }
        if runs_on {
            // The hairline runs on under the merged cells.
            let look = self.styles.place(Look { edge: edge(line.is_total), ..Look::default() });
            for column in last + 1..self.layout.columns {
                xml.tag("c").attribute("r", &place(column, row));
                xml.attribute("s", &look.to_string()).empty();
            }
            self.merge(row, last, after);
        }
        xml.close("row");
    }

    /// Room for text from a column up to another, hundredths of an em of the body text.
    fn room(&self, from: usize, end: usize) -> usize {
        let letters = |column: usize| self.sheet.widths.get(column).copied().unwrap_or(9);
        (from..end).map(|column| usize::from(letters(column)) * 56).sum()
    }

    fn merge(&self, row: u32, from: usize, after: &mut After) {
        if from + 1 < self.layout.columns {
            let end = place(self.layout.columns - 1, row);
            after.merged.push([&place(from, row), ":", &end].concat());
        }
    }

    fn cell(&mut self, xml: &mut Markup, at: &str, cell: &Cell, is_total: bool, after: &mut After) {
        let font = match (cell.is_computed, cell.is_heading || is_total) {
            (true, true) => Font::ComputedTotal,
            (true, false) => Font::Computed,
            (false, true) => Font::Bold,
            (false, false) => Font::Body,
        };
        let is_middle = self.is_middle;
        let is_inset = column(at) != "A";
        let edge = edge(is_total);
        let look = Look { font, edge, wraps: true, is_middle, is_inset, ..Look::default() };
        let number = |format| Look { format, is_right: true, wraps: false, ..look };
        match &cell.value {
            Value::Blank => {
                let is_input = self.sheet.prompt.is_some();
                let edge = if is_input { Edge::Input } else { look.edge };
                let look = self.styles.place(Look { edge, is_right: is_input, ..look });
                xml.tag("c").attribute("r", at).attribute("s", &look.to_string()).empty();
            }
            Value::Text(text) => {
                // A count that is hidden stands where counts stand.
                let is_right = self.stands_under_number(at);
                self.text(xml, at, text, Look { is_right, ..look });
            }
            Value::Link { text, url } => {
                let reference = self.package.relate_outside(self.part, "hyperlink", url);
                after.links.push((at.to_owned(), reference));
                self.text(xml, at, text, Look { font: Font::Link, ..look });
            }
            Value::Count(people) => {
                self.number(xml, at, &people.to_string(), number(Format::Count));
            }
            Value::Share(share, digits) => {
                self.number(xml, at, &share.to_string(), number(Format::Share(*digits)));
            }
            Value::Number(value, digits) => {
                self.number(xml, at, &value.to_string(), number(Format::Number(*digits)));
            }
            Value::Chance(p) => self.number(xml, at, &p.to_string(), number(Format::Chance)),
            Value::Day(day) => {
                let look = Look { format: Format::Day, wraps: false, ..look };
                self.number(xml, at, &serial(*day).to_string(), look);
            }
        }
    }

    /// Whether the heading over this cell is that of numbers.
    fn stands_under_number(&self, at: &str) -> bool {
        let [part] = self.sheet.parts.as_slice() else { return false };
        part.head.iter().enumerate().any(|(i, head)| head.is_numeric && letters(i) == column(at))
    }

    fn text(&mut self, xml: &mut Markup, at: &str, text: &str, look: Look) {
        let look = Look { is_quoted: formula::begins_like_one(text), ..look };
        let (look, place) = (self.styles.place(look), self.strings.place(text));
        xml.tag("c").attribute("r", at).attribute("s", &look.to_string());
        xml.attribute("t", "s").open().tag("v").open();
        xml.words(&place.to_string()).close("v").close("c");
    }

    fn number(&mut self, xml: &mut Markup, at: &str, number: &str, look: Look) {
        let look = self.styles.place(look);
        xml.tag("c").attribute("r", at).attribute("s", &look.to_string()).open();
        xml.tag("v").open().words(number).close("v").close("c");
    }

    fn after(&self, xml: &mut Markup, after: &After) {
        if !after.merged.is_empty() {
            xml.tag("mergeCells").attribute("count", &after.merged.len().to_string()).open();
            for merged in &after.merged {
                xml.tag("mergeCell").attribute("ref", merged).empty();
            }
            xml.close("mergeCells");
        }
        if let (Some(prompt), Some((first, last))) = (&self.sheet.prompt, self.layout.body()) {
            check::write(xml, prompt, first, last);
        }
        if !after.links.is_empty() {
            xml.tag("hyperlinks").open();
            for (at, reference) in &after.links {
                xml.tag("hyperlink").attribute("ref", at).attribute("r:id", reference).empty();
            }
            xml.close("hyperlinks");
        }
        self.print(xml);
    }

    fn print(&self, xml: &mut Markup) {
        xml.tag("pageMargins");
        for side in ["left", "right"] {
            xml.attribute(side, "0.55");
        }
        for side in ["top", "bottom"] {
            xml.attribute(side, "0.75");
        }
        for side in ["header", "footer"] {
            xml.attribute(side, "0.35");
        }
        xml.empty();
        // 9 is A4.
        xml.tag("pageSetup").attribute("paperSize", "9").attribute("orientation", "landscape");
        xml.attribute("fitToWidth", "1").attribute("fitToHeight", "0").empty();
        let lang = self.tables.lang;
        let small = |text: &str| {
            let text: String = text.chars().take(LONGEST_HEADER).collect();
            ["&\"Arial,Regular\"&9 ", &text.replace('&', "&&")].concat()
        };
        let pages = ["&\"Arial,Regular\"&9 ", &sheets::print_page(lang, "&P", "&N")].concat();
        xml.tag("headerFooter").open();
        let header = ["&L", &small(&self.tables.title), "&R", &small(&self.tables.mark)].concat();
        xml.element("oddHeader", "", &header);
        let footer = ["&L", &small(&self.sheet.name), "&R", &pages].concat();
        xml.element("oddFooter", "", &footer);
        xml.close("headerFooter");
    }
}

/// The letters of a place.
fn column(at: &str) -> &str {
    at.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn edge(is_total: bool) -> Edge {
    if is_total { Edge::Total } else { Edge::Row }
}

/// The height of a row in points: that of its highest text. Given for every row, because
/// spreadsheets do not find it themselves where cells are merged, and some nowhere.
fn height(texts: &[(&str, usize, Font)]) -> f64 {
    let of = |&(text, room, font): &(&str, usize, Font)| {
        // Bold letters are wider, and larger ones have less room in ems of their own.
        let (line, room) = match font {
            Font::Title => (20.0, room * 62 / 100),
            Font::Heading => (17.0, room * 78 / 100),
            Font::Lead => (15.0, room * 85 / 100),
            Font::Note => (12.0, room * 110 / 100),
            Font::Bold | Font::Mark | Font::ComputedTotal => (12.75, room * 92 / 100),
            Font::Body | Font::Computed | Font::Link => (12.75, room),
        };
        line * report::lines(text, room.max(1)) as f64
    };
    texts.iter().map(of).fold(12.75, f64::max) + 4.5
}

fn open_row(xml: &mut Markup, row: u32, height: f64) {
    xml.tag("row").attribute("r", &row.to_string());
    xml.number("ht", height).attribute("customHeight", "1").open();
}

/// Days since 30 December 1899, as spreadsheets count them from March 1900 on.
fn serial(day: Date) -> i64 {
    let (year, month) = (i64::from(day.year()), i64::from(day.month()));
    // Years from March, so that the leap day is the last of a year (H. Neven's day count).
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5;
    days + i64::from(day.day()) - 693_900
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        let serial = |text: &str| serial(text.parse().expect("a date"));
        assert_eq!(serial("1900-03-01"), 61);
        assert_eq!(serial("2000-01-01"), 36_526);
        assert_eq!(serial("2024-02-29"), 45_351);
        assert_eq!(serial("2025-12-31"), 46_022);
    }
}
