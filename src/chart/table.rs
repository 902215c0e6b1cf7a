//! A figure as a table: everything the picture says, for those who do not see it or want the values.

use super::spec::Spec;
use super::trend::Trend;

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
/// A column that would be empty in every row is left out.
pub fn table(spec: &Spec) -> Table {
    if let Some(trend) = spec.trend() {
        return years(spec, trend);
    }
    let names = &spec.headings;
    let headings = [&names.row, &names.base, &names.share, &names.interval, &names.verdict];
    let mut rows: Vec<[&str; 5]> = spec
        .rows
        .iter()
        .map(|row| {
            [&row.label, &row.sublabel, &row.value_label, &row.interval_label, &row.note]
                .map(String::as_str)
        })
        .collect();
    rows.push([&spec.reference.name, "", &spec.reference.value_label, "", ""]);

    let used: Vec<usize> = (0..headings.len())
        .filter(|column| *column == 0 || rows.iter().any(|row| !row[*column].is_empty()))
        .collect();
    Table {
        caption: spec.title.clone(),
        headings: used.iter().map(|column| headings[*column].clone()).collect(),
        rows: rows
            .iter()
            .map(|row| used.iter().map(|column| row[*column].to_owned()).collect())
            .collect(),
        notes: notes(spec),
    }
}

fn years(spec: &Spec, trend: &Trend) -> Table {
    let headings = trend.columns.iter().map(|column| column.heading.clone());
    let rows = trend.moments.iter().enumerate().map(|(moment, name)| {
        let cell = |column: &super::trend::Column| {
            column.cells.get(moment).map(|cell| cell.words.clone()).unwrap_or_default()
        };
        [name.clone()].into_iter().chain(trend.columns.iter().map(cell)).collect()
    });
    Table {
        caption: spec.title.clone(),
        headings: [trend.heading.clone()].into_iter().chain(headings).collect(),
        rows: rows.collect(),
        notes: notes(spec),
    }
}

fn notes(spec: &Spec) -> Vec<String> {
    let notes = spec.notes.iter().chain([&spec.base, &spec.source]);
    notes.filter(|note| !note.is_empty()).cloned().collect()
}
