//! A sheet of the overview as a part of the page.

use crate::markup::Markup;
use crate::report::tables::{Cell, Part, Sheet, Value};
use crate::text::{self, Lang, board};

/// Longer tables go on in the file.
const MOST_ROWS: usize = 50;

/// The attribute that names the sheet whose CSV is wanted.
pub(super) const CSV: &str = "data-board-csv";

/// Writes a sheet; `place` is its place in the workbook.
pub(super) fn write(html: &mut Markup, lang: Lang, place: usize, sheet: &Sheet) {
    // No landmark: the tables in it are, and one of them has its name.
    html.start("div", "board-sheet").element("h3", "", &sheet.name);
    // The first line is the base, which stands above all of them.
    for line in sheet.intro.iter().skip(1) {
        html.element("p", "hint", line);
    }
    for part in &sheet.parts {
        table(html, lang, sheet, part);
    }
    for note in &sheet.notes {
        html.element("p", "hint", note);
    }
    html.start("p", "actions no-print").tag("button").attribute("type", "button");
    html.attribute(CSV, &place.to_string()).open().words(&board::save_csv_of(lang, &sheet.name));
    html.close("button").close("p").close("div");
}

fn table(html: &mut Markup, lang: Lang, sheet: &Sheet, part: &Part) {
    let caption = if part.heading.is_empty() { &sheet.name } else { &part.heading };
    html.start_scroll_region(caption);
    html.start("table", "board-table");
    let is_said = part.heading.is_empty() || sheet.parts.len() == 1;
    html.element("caption", if is_said { "visually-hidden" } else { "" }, caption);
    html.start("thead", "").start("tr", "");
    for head in &part.head {
        html.tag("th").attribute("scope", "col");
        if head.is_numeric {
            html.attribute("class", "number");
        }
        html.open().words(&head.text).close("th");
    }
    html.close("tr").close("thead").start("tbody", "");
    for line in part.rows.iter().take(MOST_ROWS) {
        html.start("tr", if line.is_total { "total" } else { "" });
        for (place, cell) in line.cells.iter().enumerate() {
            let is_numeric = part.head.get(place).is_some_and(|head| head.is_numeric);
            write_cell(html, lang, cell, is_numeric);
        }
        html.close("tr");
    }
    html.close("tbody").close("table").close("div");
    if let Some(more) = part.rows.len().checked_sub(MOST_ROWS).filter(|&more| more > 0) {
        let more = text::count(lang, more as u64);
        html.element("p", "hint", &board::save_more(lang, &more));
    }
}

fn write_cell(html: &mut Markup, lang: Lang, cell: &Cell, is_numeric: bool) {
    let name = if cell.is_heading { "th" } else { "td" };
    html.tag(name);
    if cell.is_heading {
        html.attribute("scope", "row");
    }
    if is_numeric {
        html.attribute("class", "number");
    }
    html.open().words(&words(lang, &cell.value)).close(name);
}

fn words(lang: Lang, value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Link { text, .. } => text.clone(),
        Value::Count(count) => text::count(lang, *count),
        Value::Share(share, digits) => text::percent_fixed(lang, share.value(), *digits),
        Value::Day(day) => text::date(lang, *day),
        // The overview has no other numbers.
        Value::Blank | Value::Number(..) | Value::Chance(_) => String::new(),
    }
}
