//! The shape of a document: sheets of blocks, each block with its role and nothing about looks.
//!
//! Absent: sentences (they come in ready, in the document's language) and formats. Read next:
//! [`super::pledge`], which fills it.

use crate::text::Lang;

/// A document, in one language or with both side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its first sheet's language.
    pub lang: Lang,
    /// Plain title, for the window and the file.
    pub title: String,
    pub visibility: Visibility,
    /// In order; each begins on a new page.
    pub sheets: Vec<Sheet>,
}

/// Who may see it (methods, section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Exact figures; every sheet carries the mark.
    Internal,
    /// Small counts are left out, with others that would give them back; every sheet says so.
    Public,
}

/// A part that begins on a new page.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub kind: SheetKind,
    pub lang: Lang,
    /// "Internt", or that it is the public edition; to be shown on top of every page.
    pub mark: &'static str,
    pub blocks: Vec<Block>,
}

/// Which part it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetKind {
    /// The one page that is signed.
    Pledge,
    /// As many pages as it takes.
    Annex,
    /// What became of a signed pledge; as many pages as it takes.
    Status,
}

/// One thing in the flow of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// `rank` 1 is the sheet's own heading, 2 a section, 3 a part of one.
    Heading {
        rank: u8,
        text: String,
    },
    Paragraph {
        role: Role,
        text: String,
    },
    List {
        ordered: bool,
        items: Vec<Item>,
    },
    /// Terms and their values.
    Facts(Vec<Fact>),
    Table(Table),
    /// A figure to be drawn by the renderer, with what stands for it where it cannot be drawn.
    Figure {
        id: FigureId,
        title: String,
        summary: String,
    },
    Signatures(Vec<SignatureLine>),
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Body,
    /// The organisation's name under the title.
    Organisation,
    /// One sentence that carries the sheet.
    Lead,
    /// The charter's own words.
    Charter,
    /// A caution that must be seen: estimates, outsourced work, small numbers.
    Caution,
    /// The fixed legal clause; never left out, never changed.
    Clause,
    /// Something that goes with another block: a translation remark, how to read a table.
    Note,
    /// Where figures come from.
    Source,
}

/// An entry of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    pub text: String,
    /// The text's language where it differs from the document's.
    pub lang: Option<Lang>,
}

/// A term and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub term: String,
    pub value: String,
    /// Address the value refers to, shown in full on paper.
    pub url: Option<String>,
}

/// A table: the first column heads its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Which table it is, for a class or a style.
    pub kind: TableKind,
    pub caption: String,
    /// One per column, the row heading's included; `scope="col"`.
    pub head: Vec<Cell>,
    pub groups: Vec<TableGroup>,
}

/// Names a table's layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    Targets,
    Measures,
    Verdicts,
    Areas,
    /// Targets of a signed pledge and where they stand.
    Standings,
    /// Measures of a signed pledge and how far they are.
    Progress,
}

/// Rows that belong together; the heading spans them, `scope="rowgroup"`.
#[derive(Clone, Debug, PartialEq)]
pub struct TableGroup {
    pub heading: Option<String>,
    pub rows: Vec<TableRow>,
}

/// A row: its heading (`scope="row"`) and as many cells as there are further columns.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    pub heading: String,
    pub cells: Vec<Cell>,
}

/// A cell; numeric ones are set flush right with even digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: String,
    pub is_numeric: bool,
}

/// A figure of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureId {
    /// The staircase of levels with the city's line. Exact figures, for internal documents only.
    Mirror,
    /// The same with hidden levels left empty; the only figure of a public document.
    PublicMirror,
}

/// A line to write on, or what is already written there.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureLine {
    pub label: String,
    /// Empty: a blank line.
    pub value: String,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), is_numeric: false }
    }

    pub fn number(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), is_numeric: true }
    }
}

impl Item {
    pub fn text(text: impl Into<String>) -> Item {
        Item { text: text.into(), lang: None }
    }
}

impl Block {
    pub fn heading(rank: u8, text: impl Into<String>) -> Block {
        Block::Heading { rank, text: text.into() }
    }

    pub fn paragraph(role: Role, text: impl Into<String>) -> Block {
        Block::Paragraph { role, text: text.into() }
    }

    /// Every text of the block, in reading order; addresses left out.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => vec![text],
            Block::List { items, .. } => items.iter().map(|item| item.text.as_str()).collect(),
            Block::Facts(facts) => {
                facts.iter().flat_map(|fact| [fact.term.as_str(), &fact.value]).collect()
            }
            Block::Table(table) => table.texts(),
            Block::Figure { title, summary, .. } => vec![title, summary],
            Block::Signatures(lines) => {
                lines.iter().flat_map(|line| [line.label.as_str(), &line.value]).collect()
            }
        }
    }
}

impl Table {
    /// Every row, whatever its group.
    pub fn rows(&self) -> impl Iterator<Item = &TableRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    fn texts(&self) -> Vec<&str> {
        let head = self.head.iter().map(|cell| cell.text.as_str());
        let groups = self.groups.iter().flat_map(|group| {
            let rows = group.rows.iter().flat_map(|row| {
                std::iter::once(row.heading.as_str())
                    .chain(row.cells.iter().map(|cell| cell.text.as_str()))
            });
            group.heading.as_deref().into_iter().chain(rows)
        });
        std::iter::once(self.caption.as_str()).chain(head).chain(groups).collect()
    }
}
