//! A figure as a table: everything the picture says, for those who do not see it or want the values.

use super::spec::{Heat, Shape, Spec};
use super::trend::{Column, Trend};

/// A table with one row heading per row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The figure's title.
    pub caption: String,
    /// Column headings; the first stands over the row headings.
    pub headings: Vec<String>,
    /// Each row has as many cells as there are headings; its first cell is its heading.
    pub rows: Vec<Vec<String>>,
    /// Reservations, then whom it counts, then the source; one line each, none empty.
    pub notes: Vec<String>,
}

/// The table of a figure: its rows in the same order, then the reference as the last row; or a row
/// for each moment of a figure of years.
///
/// A column that would be empty in every row is left out. A heat figure keeps its lines and columns.
pub fn table(spec: &Spec) -> Table {
    let table = match &spec.shape {
        Shape::Heat(heat) => lines(spec, heat),
        Shape::Years(trend) => years(spec, trend),
        Shape::Dates(course) => {
            finished(spec, course.headings.each_ref(), course.rows(&spec.reference.name))
        }
        Shape::Staircase | Shape::List => rows(spec),
    };
    let notes = spec.notes.iter().chain([&spec.base, &spec.source]);
    Table { notes: notes.filter(|note| !note.is_empty()).cloned().collect(), ..table }
}

fn lines(spec: &Spec, heat: &Heat) -> Table {
    let cell = |row: &super::Row| {
        let words = [&row.value_label, &row.sublabel, &row.note];
        let words: Vec<&str> =
            words.into_iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        words.join("; ")
    };
    let line = |line: &super::HeatLine| {
        std::iter::once(line.label.clone()).chain(line.cells.iter().map(cell)).collect()
    };
    let mut city = vec![spec.reference.name.clone(), spec.reference.value_label.clone()];
    city.resize(heat.columns.len() + 1, String::new());
    Table {
        caption: spec.title.clone(),
        headings: std::iter::once(&spec.headings.row).chain(&heat.columns).cloned().collect(),
        rows: heat.lines.iter().map(line).chain([city]).collect(),
        notes: Vec::new(),
    }
}

fn rows(spec: &Spec) -> Table {
    let names = &spec.headings;
    let headings = [&names.row, &names.base, &names.share, &names.interval, &names.verdict];
    let mut rows: Vec<[String; 5]> = spec
        .rows
        .iter()
        .map(|row| {
            [&row.label, &row.sublabel, &row.value_label, &row.interval_label, &row.note]
                .map(String::clone)
        })
        .collect();
    let (name, share) = (spec.reference.name.clone(), spec.reference.value_label.clone());
    rows.push([name, String::new(), share, String::new(), String::new()]);
    finished(spec, headings, rows)
}

/// Without the columns that are empty in every row.
fn finished<const N: usize>(spec: &Spec, headings: [&String; N], rows: Vec<[String; N]>) -> Table {
    let used: Vec<usize> = (0..headings.len())
        .filter(|column| *column == 0 || rows.iter().any(|row| !row[*column].is_empty()))
        .collect();
    Table {
        caption: spec.title.clone(),
        headings: used.iter().map(|column| headings[*column].clone()).collect(),
        rows: rows
            .iter()
            .map(|row| used.iter().map(|column| row[*column].clone()).collect())
            .collect(),
        notes: Vec::new(),
    }
}

fn years(spec: &Spec, trend: &Trend) -> Table {
    let headings = trend.columns.iter().map(|column| column.heading.clone());
    let rows = trend.moments.iter().enumerate().map(|(moment, name)| {
        let cell = |column: &Column| {
            column.cells.get(moment).map(|cell| cell.words.clone()).unwrap_or_default()
        };
        [name.clone()].into_iter().chain(trend.columns.iter().map(cell)).collect()
    });
    Table {
        caption: spec.title.clone(),
        headings: [trend.heading.clone()].into_iter().chain(headings).collect(),
        rows: rows.collect(),
        notes: Vec::new(),
    }
}
