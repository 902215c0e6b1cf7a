//! From findings to a signed page: suggestion, editing, wording and the document.

mod browsing;
mod editing;
mod golden;
mod organisations;
mod paper;
mod suggestion;
mod twelve;
mod wording;
