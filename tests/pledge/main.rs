//! From findings to a signed page: suggestion, editing, wording and the document.

mod browsing;
mod editing;
mod golden;
#[path = "../golden_texts/mod.rs"]
mod golden_texts;
mod organisations;
mod paper;
mod suggestion;
mod twelve;
mod wording;
