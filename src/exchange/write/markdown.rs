//! A document as text: Markdown for wherever that is understood, plain text for everywhere else.
//!
//! A figure becomes its table, which says everything that its picture does. What people wrote stays
//! text: no sign of theirs makes a heading, a link or a column. Absent: looks. Read next:
//! `markdown/plain_table.rs` for tables without markup.

mod plain_table;

use crate::chart::{self, Spec};
use crate::exchange::html::{is_web_address, source_line};
use crate::report::{Block, Document, Fact, FigureId, Item, Role, SignatureLine, Table};
use crate::text::Lang;

/// A line to write on.
const BLANK: &str = "……………………………………";

/// Writes the document as Markdown (CommonMark with GitHub's tables). `figure` describes a figure.
pub fn markdown(document: &Document, figure: &dyn Fn(FigureId, Lang) -> Spec) -> String {
    write(document, figure, Form::Markdown)
}

/// Writes the document as plain text. `figure` describes a figure.
pub fn plain(document: &Document, figure: &dyn Fn(FigureId, Lang) -> Spec) -> String {
    write(document, figure, Form::Plain)
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Markdown,
    Plain,
}

/// A table of finished texts, whichever it came from.
struct Grid {
    /// Heading and whether its column is flush right.
    head: Vec<(String, bool)>,
    rows: Vec<GridRow>,
}

enum GridRow {
    Group(String),
    Cells(Vec<String>),
}

fn write(document: &Document, figure: &dyn Fn(FigureId, Lang) -> Spec, form: Form) -> String {
    let mut paragraphs = Vec::new();
    for (number, sheet) in document.sheets.iter().enumerate() {
        if number > 0 {
            paragraphs.push(form.rule());
        }
        if !sheet.mark.is_empty() {
            paragraphs.push(form.strong(sheet.mark));
        }
        for block in &sheet.blocks {
            write_block(&mut paragraphs, form, block, &|id| figure(id, sheet.lang));
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n") + "\n"
}

fn write_block(
    out: &mut Vec<String>,
    form: Form,
    block: &Block,
    figure: &dyn Fn(FigureId) -> Spec,
) {
    match block {
        Block::Heading { rank, text } => out.push(form.heading(*rank, text)),
        Block::Paragraph { role, text } => out.push(match role {
            Role::Organisation | Role::Lead | Role::Caution => form.strong(text),
            Role::Clause if form == Form::Markdown => format!("> {}", form.words(text)),
            _ => form.words(text),
        }),
        Block::List { ordered, items } => out.push(list(form, *ordered, items)),
        Block::Facts(facts) => out.push(lines(facts.iter().map(|fact| self::fact(form, fact)))),
        Block::Table(table) => {
            out.push(form.strong(&table.caption));
            out.push(form.table(&grid(table)));
        }
        Block::Figure { id, title, summary } => {
            let spec = figure(*id);
            out.push(form.strong(title));
            if spec.is_empty() {
                out.push(form.words(summary));
                return;
            }
            out.push(form.table(&figure_grid(&spec)));
            out.push(form.words(&source_line(&spec)));
        }
        Block::Signatures(signed) => {
            out.push(lines(signed.iter().map(|line| signature(form, line))))
        }
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn list(form: Form, ordered: bool, items: &[Item]) -> String {
    lines(items.iter().enumerate().map(|(number, item)| {
        let sign = if ordered { format!("{}.", number + 1) } else { "-".to_owned() };
        format!("{sign} {}", form.words(&item.text))
    }))
}

fn fact(form: Form, fact: &Fact) -> String {
    let mut line = form.term(&fact.term, &fact.value);
    if let Some(url) = fact.url.as_deref().filter(|url| is_web_address(url)) {
        let url = one_line(url).replace(' ', "%20");
        line += &match form {
            Form::Markdown => format!(" <{}>", url.replace('<', "%3C").replace('>', "%3E")),
            Form::Plain => format!(" {url}"),
        };
    }
    line
}

fn signature(form: Form, line: &SignatureLine) -> String {
    form.term(&line.label, if line.value.is_empty() { BLANK } else { &line.value })
}

fn grid(table: &Table) -> Grid {
    let mut rows = Vec::new();
    for group in &table.groups {
        rows.extend(group.heading.clone().map(GridRow::Group));
        rows.extend(group.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| cell.text.clone());
            GridRow::Cells(std::iter::once(row.heading.clone()).chain(cells).collect())
        }));
    }
    let head = table.head.iter().map(|cell| (cell.text.clone(), cell.is_numeric)).collect();
    Grid { head, rows }
}

fn figure_grid(spec: &Spec) -> Grid {
    let table = chart::table(spec);
    Grid {
        head: table.headings.into_iter().map(|heading| (heading, false)).collect(),
        rows: table.rows.into_iter().map(GridRow::Cells).collect(),
    }
}

impl Form {
    fn words(self, words: &str) -> String {
        match self {
            Form::Markdown => escaped_line(words),
            Form::Plain => one_line(words),
        }
    }

    fn strong(self, words: &str) -> String {
        match self {
            Form::Markdown => format!("**{}**", escaped(words)),
            Form::Plain => one_line(words),
        }
    }

    fn term(self, term: &str, value: &str) -> String {
        match self {
            // Not the sign of other lists, so that one that follows stays a list of its own.
            Form::Markdown => format!("* **{}:** {}", escaped(term), escaped(value)),
            Form::Plain => format!("{}: {}", one_line(term), one_line(value)),
        }
    }

    fn heading(self, rank: u8, words: &str) -> String {
        match self {
            Form::Markdown => format!("{} {}", "#".repeat(usize::from(rank)), escaped(words)),
            Form::Plain => {
                let words = one_line(words);
                let line = match rank {
                    1 => "=",
                    2 => "-",
                    _ => return words,
                };
                let under = line.repeat(words.chars().count());
                format!("{words}\n{under}")
            }
        }
    }

    fn rule(self) -> String {
        match self {
            Form::Markdown => "---".to_owned(),
            Form::Plain => "─".repeat(40),
        }
    }

    fn table(self, grid: &Grid) -> String {
        match self {
            Form::Markdown => markdown_table(grid),
            Form::Plain => plain_table::write(grid),
        }
    }
}

fn markdown_table(grid: &Grid) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = row(grid.head.iter().map(|(words, _)| escaped(words)).collect());
    let sides = grid.head.iter().map(|(_, right)| if *right { "---:" } else { "---" });
    let sides = row(sides.map(str::to_owned).collect());
    let rows = grid.rows.iter().map(|cells| match cells {
        GridRow::Group(heading) => {
            let rest = std::iter::repeat_n(String::new(), grid.head.len().saturating_sub(1));
            let heading = Form::Markdown.strong(heading);
            row(std::iter::once(heading).chain(rest).collect())
        }
        GridRow::Cells(cells) => row(cells.iter().map(|cell| escaped(cell)).collect()),
    });
    lines([head, sides].into_iter().chain(rows))
}

/// A text on one line, without characters that cannot be seen.
fn one_line(words: &str) -> String {
    let letters = words
        .chars()
        .map(|letter| if letter.is_whitespace() && letter != '\u{a0}' { ' ' } else { letter });
    letters.filter(|letter| !letter.is_control()).collect::<String>().trim().to_owned()
}

/// A text whose signs mean nothing to Markdown inside a line.
fn escaped(words: &str) -> String {
    let words = one_line(words);
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#')
        {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// A text at the start of a line, where some signs would begin a list, a rule or a heading.
fn escaped_line(words: &str) -> String {
    let mut out = escaped(words);
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if out.starts_with(['-', '+', '=']) {
        out.insert(0, '\\');
    } else if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_a_users_own_stay_signs() {
        assert_eq!(escaped("# a | b"), "\\# a \\| b");
        assert_eq!(escaped("[x](y) <b> *c* `d` \\"), "\\[x\\](y) \\<b\\> \\*c\\* \\`d\\` \\\\");
        assert_eq!(escaped_line("- one"), "\\- one");
        assert_eq!(escaped_line("1. januar"), "1\\. januar");
        assert_eq!(escaped("1. januar"), "1. januar");
        assert_eq!(escaped_line("12,5 %"), "12,5 %");
        assert_eq!(escaped("&lt;"), "\\&lt;");
    }

    #[test]
    fn a_text_over_several_lines_becomes_one() {
        assert_eq!(one_line("a\n# b\u{7}\tc\u{2028}d "), "a # b c d");
        assert_eq!(one_line("28,9\u{a0}%"), "28,9\u{a0}%");
    }
}
