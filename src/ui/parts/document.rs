//! A [`Document`] as a page: the preview on screen and what the printer gets.
//!
//! The markup follows the contract at the top of style/80-print.css.

use super::figure;
use crate::chart::Spec;
use crate::report::document::{
    Block, Cell, Document, Fact, FigureId, Item, Role, Sheet, SheetKind, SignatureLine, Table,
    TableKind,
};
use crate::text::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows a document. `figures` gives the figure an identifier stands for.
pub fn document_view(
    document: Document,
    figures: impl Fn(FigureId) -> Option<Arc<Spec>> + Copy,
) -> impl IntoView {
    let lang = document.lang.tag();
    view! {
        <article class="document" lang=lang>
            {document.sheets.into_iter().map(|sheet| sheet_view(sheet, figures)).collect_view()}
        </article>
    }
}

fn sheet_view(
    sheet: Sheet,
    figures: impl Fn(FigureId) -> Option<Arc<Spec>> + Copy,
) -> impl IntoView {
    let class = match sheet.kind {
        SheetKind::Pledge => "sheet sheet-pledge",
        SheetKind::Annex => "sheet sheet-annex",
    };
    view! {
        <section class=class>
            <p class="internal-mark">{sheet.mark}</p>
            {sheet.blocks.into_iter().map(|block| block_view(block, figures)).collect_view()}
        </section>
    }
}

fn block_view(
    block: Block,
    figures: impl Fn(FigureId) -> Option<Arc<Spec>>,
) -> AnyView {
    match block {
        Block::Heading { rank, text } => heading(rank, text),
        Block::Paragraph { role, text } => {
            view! { <p class=role_class(role)>{text}</p> }.into_any()
        }
        Block::List { ordered, items } => list(ordered, items),
        Block::Facts(facts) => facts_view(facts),
        Block::Table(table) => table_view(table),
        Block::Figure { id, title, summary } => match figures(id) {
            Some(spec) => figure::print_figure(&spec, &title),
            None => view! { <p>{summary}</p> }.into_any(),
        },
        Block::Signatures(lines) => signatures(lines),
    }
}

fn heading(rank: u8, text: String) -> AnyView {
    // The screen has the page's one first-rank heading, so a document begins at the second.
    match rank {
        1 => view! { <h2 class="title">{text}</h2> }.into_any(),
        2 => view! { <h3>{text}</h3> }.into_any(),
        _ => view! { <h4>{text}</h4> }.into_any(),
    }
}

fn role_class(role: Role) -> &'static str {
    match role {
        Role::Body => "body",
        Role::Organisation => "organisation",
        Role::Lead => "lead",
        Role::Charter => "charter",
        Role::Caution => "caution",
        Role::Clause => "clause",
        Role::Note => "note",
        Role::Source => "source",
    }
}

fn linked(text: String, url: Option<String>) -> AnyView {
    match url {
        Some(url) => view! { <a href=url rel="noreferrer">{text}</a> }.into_any(),
        None => text.into_any(),
    }
}

fn list(ordered: bool, items: Vec<Item>) -> AnyView {
    let item = |item: Item| view! { <li lang=item.lang.map(Lang::tag)>{item.text}</li> };
    let items = items.into_iter().map(item).collect_view();
    if ordered {
        view! { <ol>{items}</ol> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    }
}

fn facts_view(facts: Vec<Fact>) -> AnyView {
    let fact = |fact: Fact| {
        view! { <div><dt>{fact.term}</dt><dd>{linked(fact.value, fact.url)}</dd></div> }
    };
    view! { <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl> }.into_any()
}

fn split(cell: Cell) -> (Option<&'static str>, String) {
    (cell.is_numeric.then_some("number"), cell.text)
}

fn table_view(table: Table) -> AnyView {
    let class = match table.kind {
        TableKind::Targets => "targets",
        TableKind::Measures => "measures",
        TableKind::Verdicts => "verdicts",
        TableKind::Areas => "areas",
    };
    let width = table.head.len();
    let head = table.head.into_iter().map(|cell| {
        let (class, text) = split(cell);
        view! { <th scope="col" class=class>{text}</th> }
    });
    let groups = table.groups.into_iter().map(|group| {
        let heading = group.heading.map(|heading| view! {
            <tr class="group"><th scope="rowgroup" colspan=width>{heading}</th></tr>
        });
        let rows = group.rows.into_iter().map(|row| {
            let cells = row.cells.into_iter().map(|cell| {
                let (class, text) = split(cell);
                view! { <td class=class>{text}</td> }
            });
            view! { <tr><th scope="row">{row.heading}</th>{cells.collect_view()}</tr> }
        });
        view! { <tbody>{heading}{rows.collect_view()}</tbody> }
    });
    let label = table.caption.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class=class>
                <caption>{table.caption}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                {groups.collect_view()}
            </table>
        </div>
    }
    .into_any()
}

fn signatures(lines: Vec<SignatureLine>) -> AnyView {
    let line = |line: SignatureLine| {
        view! {
            <div class="signature"><p class="value">{line.value}</p><p class="label">{line.label}</p></div>
        }
    };
    view! { <div class="signatures">{lines.into_iter().map(line).collect_view()}</div> }.into_any()
}
