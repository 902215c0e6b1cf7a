//! From findings to a signed page: suggestion, editing, wording and the document.

mod browsing;
mod editing;
mod organisations;
mod paper;
mod suggestion;
mod wording;
