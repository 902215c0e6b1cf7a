//! A pledge and its assessment as one format-neutral [`Document`].
//!
//! The preview on screen, the print and every file format render the same value, so they cannot
//! say different things. Absent: file formats (see [`crate::exchange`]), HTML, page geometry
//! beyond the rough count of lines that keeps page 1 to one page. Read next: [`document`] for the
//! shape, [`mod@pledge`] for what stands where, [`mod@public`] for the public edition.

mod annex;
mod annex_measures;
mod annex_sources;
mod bilingual;
pub mod charter;
pub mod collect;
pub mod crossing_figure;
pub mod document;
mod front;
pub mod mirror_figure;
mod own_texts;
mod page;
pub mod path_figure;
pub mod pledge;
pub mod public;
mod public_figure;
mod public_scopes;
mod public_tables;
pub mod status;
pub mod tables;
pub mod words;
pub mod years_figure;

pub use bilingual::bilingual;
pub use document::{
    Block, Cell, Document, Fact, FigureId, Item, Role, Sheet, SheetKind, SignatureLine, Table,
    TableGroup, TableKind, TableRow, Visibility,
};
pub use page::lines;
pub use pledge::{Source, document, figure};
pub use public::{OwnNumber, Public, public_document};
pub use public_scopes::{ShownScope, ShownTarget};
