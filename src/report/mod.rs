pub mod document;
pub mod mirror_figure;
pub mod words;
