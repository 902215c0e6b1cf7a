//! A document in both languages: each sheet in Danish, then in English.
//!
//! Danish comes first and is what is signed, because the charter's own wording is Danish; the
//! English page says so where the lines to sign on would be. Absent: sentences of its own beyond
//! that; both documents come in ready.

use super::document::{Block, Document, Role, Sheet, SheetKind};
use crate::text::{Lang, report};

/// Joins the two editions of one document. They have the same sheets in the same order.
pub fn bilingual(danish: Document, english: Document) -> Document {
    let translated = english.sheets.into_iter().map(translation);
    let sheets = danish.sheets.into_iter().zip(translated);
    Document {
        lang: Lang::Da,
        title: [danish.title, english.title].join(" / "),
        visibility: danish.visibility,
        sheets: sheets.flat_map(|(sheet, translated)| [sheet, translated]).collect(),
    }
}

/// The sheet without lines to sign on, and that it is a translation.
fn translation(mut sheet: Sheet) -> Sheet {
    if sheet.kind == SheetKind::Pledge {
        sheet.blocks.retain(|block| !matches!(block, Block::Signatures(_)));
        let after_title = sheet.blocks.len().min(1);
        let note = Block::paragraph(Role::Note, report::translated(sheet.lang));
        sheet.blocks.insert(after_title, note);
    }
    sheet
}
