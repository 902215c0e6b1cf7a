//! The sources sheet: the benchmark with its figures, dates and licence, how good the own figures
//! are, and what the workbook is not.
//!
//! Absent: sentences of its own; what the annex says is taken over block by block.

use super::{Cell, Head, Line, Part, Sheet, SheetKind};
use crate::benchmark::{Benchmark, Kind};
use crate::report::{Block, Fact};
use crate::text::{Lang, benchmark, group_name, pick, report, sheets, sources, warnings};

pub(super) fn sheet(compared: &Benchmark, further: &[Block], lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(SheetKind::Sources, sheets::tab_sources(lang), &[36, 18, 18, 80]);
    sheet.title = sources::title(lang).to_owned();
    sheet.parts = vec![about(compared, lang), shares(compared, lang)];
    sheet.parts.extend(parts(further));
    sheet
}

fn about(compared: &Benchmark, lang: Lang) -> Part {
    let source = compared.source();
    let fact = |term: &str, value: Cell| Line::of(vec![Cell::heading(term), value]);
    let mut rows = vec![
        fact(sources::column_name(lang), Cell::text(benchmark::name(lang, compared))),
        fact(
            sources::column_publisher(lang),
            Cell::text(pick(lang, &*source.publisher.da, &*source.publisher.en)),
        ),
        fact(
            sources::column_table(lang),
            Cell::text(pick(lang, &*source.table.da, &*source.table.en)),
        ),
        fact(sheets::head_address(lang), Cell::link(&*source.primary_url, &source.primary_url)),
    ];
    if source.read_url != source.primary_url {
        rows.push(fact(report::annex_read_at(lang), Cell::text(&*source.title)));
        rows.push(fact("", Cell::link(&*source.read_url, &source.read_url)));
    }
    let licence = Cell::text(benchmark::licence(lang, &source.licence));
    rows.push(fact(sources::column_licence(lang), licence));
    if compared.kind() == Kind::LabourMarket {
        rows.push(Line::of(vec![Cell::text(warnings::labour_market(lang))]));
    }
    for note in compared.notes() {
        rows.push(Line::of(vec![Cell::text(benchmark::words(lang, note))]));
    }
    Part { heading: sources::benchmarks_heading(lang).to_owned(), head: Vec::new(), rows }
}

fn shares(compared: &Benchmark, lang: Lang) -> Part {
    let rows = compared.groups().iter().map(|group| {
        Line::of(vec![
            Cell::heading(group_name(lang, group.group)),
            Cell::share(group.share.fraction(), 2),
            group.count.map_or_else(Cell::blank, Cell::count),
            Cell::text(benchmark::status_explained(lang, &group.status)),
        ])
    });
    let everybody = compared.people().map(|people| {
        let cells = vec![
            Cell::heading(crate::text::parts::group_total(lang)),
            Cell::blank(),
            Cell::count(people),
            Cell::blank(),
        ];
        Line::total(cells)
    });
    Part {
        heading: String::new(),
        head: vec![
            Head::text(sources::definitions_heading(lang)),
            Head::number(sources::column_share(lang)),
            Head::number(sheets::head_people(lang)),
            Head::text(sources::column_status(lang)),
        ],
        rows: rows.chain(everybody).collect(),
    }
}

/// Blocks of a document as tables: a heading begins a new one.
fn parts(blocks: &[Block]) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    for block in blocks {
        if let Block::Heading { text, .. } = block {
            parts.push(Part { heading: text.clone(), ..Part::default() });
        } else if let Some(part) = parts.last_mut() {
            part.rows.extend(lines(block));
        }
    }
    parts.retain(|part| !part.rows.is_empty());
    parts
}

fn lines(block: &Block) -> Vec<Line> {
    let sentence = |text: &String| Line::of(vec![Cell::text(text.as_str())]);
    match block {
        Block::Paragraph { text, .. } => vec![sentence(text)],
        Block::List { items, .. } => items.iter().map(|item| sentence(&item.text)).collect(),
        Block::Facts(facts) => facts.iter().map(fact).collect(),
        Block::Heading { .. } | Block::Table(_) | Block::Figure { .. } | Block::Signatures(_) => {
            Vec::new()
        }
    }
}

fn fact(fact: &Fact) -> Line {
    let value = match &fact.url {
        Some(url) => Cell::link([&fact.value, ", ", url.as_str()].concat(), url),
        None => Cell::text(fact.value.as_str()),
    };
    Line::of(vec![Cell::heading(fact.term.as_str()), value])
}
