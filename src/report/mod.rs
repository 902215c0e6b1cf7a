pub mod document;
pub mod words;
