//! A figure as a file of its own: a picture with everything that must travel with it, or its
//! numbers.
//!
//! The picture carries title, how to read it, legend, whom it counts and source, explicit colours
//! and fonts that every program has, so that browsers and office programs show the same. Absent:
//! what the figure shows ([`Spec`]).

use super::csv;
use crate::chart::{
    ColumnCell, Course, Frame, Heat, Range, Row, Shape, Spec, SvgOptions, Trend, svg,
};
use crate::markup::Markup;
use crate::report::tables::{Cell, Head, Line, Part, Sheet, SheetKind, Tables};
use crate::text::{Lang, sheets};

/// What the browser calls such a picture.
pub const SVG_MEDIA_TYPE: &str = "image/svg+xml";

/// Wide enough for a slide or a page across, CSS pixels.
const WIDTH: f64 = 900.0;

const ID: &str = "byspejl";

/// The picture as a file.
pub fn figure_svg(spec: &Spec, lang: Lang) -> String {
    let options = SvgOptions { width: WIDTH, frame: Frame::Standalone, lang: lang.tag(), id: ID };
    let mut xml = Markup::default();
    xml.tag("?xml").attribute("version", "1.0").attribute("encoding", "UTF-8").markup("?>\n");
    xml.markup(&svg(spec, options)).markup("\n");
    xml.finish()
}

/// The numbers behind the picture as CSV.
pub fn figure_csv(spec: &Spec, lang: Lang) -> String {
    let tables = figure_tables(spec, lang);
    tables.sheets.first().map_or_else(String::new, |sheet| csv::write(&tables, sheet))
}

/// The numbers behind the picture as a workbook of one sheet: shares as numbers, the reference as
/// the last row, then whatever stands under the picture. A heat figure has a row for each cell.
pub fn figure_tables(spec: &Spec, lang: Lang) -> Tables {
    let heat = match &spec.shape {
        Shape::Years(trend) => return years(spec, trend, lang),
        Shape::Dates(course) => return dates_tables(spec, course, lang),
        Shape::Heat(heat) => Some(heat),
        Shape::Staircase | Shape::List => None,
    };
    let widths: &[u16] =
        if heat.is_some() { &[37, 24, 14, 12, 12, 12, 30] } else { &[37, 14, 12, 12, 12, 30] };
    let mut sheet = Sheet::new(SheetKind::Figure, sheets::tab_figure(lang), widths);
    sheet.title.clone_from(&spec.title);
    sheet.lead.clone_from(&spec.summary);
    let names = &spec.headings;
    let crossed = heat.map(|heat| Head::text(&*heat.heading));
    let numbers = [&*names.base, &*names.share, sheets::head_from(lang), sheets::head_to(lang)];
    let head = std::iter::once(Head::text(&*names.row))
        .chain(crossed)
        .chain(numbers.map(Head::number))
        .chain([Head::text(&*names.verdict)])
        .collect();
    let mut rows: Vec<Line> = match heat {
        Some(heat) => of_cells(heat),
        None => spec.rows.iter().map(|row| line(vec![Cell::heading(&*row.label)], row)).collect(),
    };
    let mut city = vec![Cell::heading(&*spec.reference.name)];
    city.extend(heat.map(|_| Cell::blank()));
    city.extend([Cell::blank(), Cell::share(spec.reference.share, 2)]);
    city.extend([Cell::blank(), Cell::blank(), Cell::blank()]);
    rows.push(Line::total(city));
    sheet.parts = vec![Part { heading: String::new(), head, rows }];
    sheet.notes = notes(spec);
    let range = sheets::note_range(lang).to_owned();
    let cells = heat.into_iter().flat_map(|heat| &heat.lines).flat_map(|line| &line.cells);
    if spec.rows.iter().chain(cells).any(|row| row.range.is_some()) {
        sheet.notes.insert(0, range);
    }
    Tables { lang, title: spec.title.clone(), mark: String::new(), sheets: vec![sheet] }
}

/// The same for a figure of years: a row each, numbers of people as numbers.
fn years(spec: &Spec, trend: &Trend, lang: Lang) -> Tables {
    let widths: Vec<u16> = [12].into_iter().chain(trend.columns.iter().map(|_| 18)).collect();
    let mut sheet = Sheet::new(SheetKind::Figure, sheets::tab_figure(lang), &widths);
    sheet.title.clone_from(&spec.title);
    sheet.lead.clone_from(&spec.summary);
    let headings = trend.columns.iter().map(|column| Head::number(&*column.heading));
    let head = [Head::text(&*trend.heading)].into_iter().chain(headings).collect();
    let cell = |cell: &ColumnCell| match cell.number {
        Some(number) => Cell::number(number, 1),
        None => Cell::text(&*cell.words),
    };
    let rows = trend.moments.iter().enumerate().map(|(moment, name)| {
        let cells = trend.columns.iter().map(|column| column.cells.get(moment));
        let cells = cells.map(|found| found.map_or_else(Cell::blank, cell));
        Line::of([Cell::heading(&**name)].into_iter().chain(cells).collect())
    });
    sheet.parts = vec![Part { heading: String::new(), head, rows: rows.collect() }];
    sheet.notes = notes(spec);
    Tables { lang, title: spec.title.clone(), mark: String::new(), sheets: vec![sheet] }
}

fn notes(spec: &Spec) -> Vec<String> {
    let notes = spec.notes.iter().chain([&spec.lead, &spec.base, &spec.source]);
    notes.filter(|note| !note.is_empty()).cloned().collect()
}

fn of_cells(heat: &Heat) -> Vec<Line> {
    let lines = heat.lines.iter().flat_map(|lines| {
        lines
            .cells
            .iter()
            .map(|row| line(vec![Cell::heading(&*lines.label), Cell::heading(&*row.label)], row))
    });
    lines.collect()
}

/// One scope after its names.
fn line(mut cells: Vec<Cell>, row: &Row) -> Line {
    let share = |share: Option<f64>| share.map_or_else(Cell::blank, |share| Cell::share(share, 1));
    // A hidden share has its own range; a known one the shares that go with it.
    let range = row.range.or(row.interval);
    let end = |of: fn(Range) -> f64| share(range.map(of));
    cells.extend([
        Cell::text(&*row.sublabel),
        share(row.share),
        end(|range| range.low),
        end(|range| range.high),
        Cell::text(&*row.note),
    ]);
    Line::of(cells)
}

/// The numbers behind a figure of dates: a line a date of each scope, then the reference's dates.
fn dates_tables(spec: &Spec, course: &Course, lang: Lang) -> Tables {
    let mut sheet =
        Sheet::new(SheetKind::Figure, sheets::tab_figure(lang), &[37, 22, 14, 12, 12, 12, 40, 50]);
    sheet.title.clone_from(&spec.title);
    sheet.lead.clone_from(&spec.summary);
    let [row, date, base, share, reference, source] = &course.headings;
    let head = vec![
        Head::text(&**row),
        Head::text(&**date),
        Head::number(&**base),
        Head::number(&**share),
        Head::number(sheets::head_from(lang)),
        Head::number(sheets::head_to(lang)),
        Head::text(&**reference),
        Head::text(&**source),
    ];
    let cell = |share: Option<f64>| share.map_or_else(Cell::blank, |share| Cell::share(share, 1));
    let own = course.panels.iter().flat_map(|panel| {
        panel.points.iter().map(|point| {
            Line::of(vec![
                Cell::heading(&*panel.label),
                Cell::text(&*point.date),
                Cell::text(&*point.base),
                cell(point.share),
                cell(point.range.map(|range| range.low)),
                cell(point.range.map(|range| range.high)),
                Cell::text(&*point.reference),
                Cell::blank(),
            ])
        })
    });
    let reference = course.reference.iter().map(|given| {
        Line::of(vec![
            Cell::heading(&*spec.reference.name),
            Cell::text(&*given.date),
            Cell::blank(),
            Cell::share(given.share, 2),
            Cell::blank(),
            Cell::blank(),
            Cell::blank(),
            Cell::text(&*given.source),
        ])
    });
    let rows = own.chain(reference).collect();
    sheet.parts = vec![Part { heading: String::new(), head, rows }];
    let notes = spec.notes.iter().chain([&spec.lead, &spec.base, &spec.source]);
    sheet.notes = notes.filter(|note| !note.is_empty()).cloned().collect();
    Tables { lang, title: spec.title.clone(), mark: String::new(), sheets: vec![sheet] }
}
