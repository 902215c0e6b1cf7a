//! A pledge as files: for a word processor, for a browser, as text.

mod bilingual;
mod docx;
mod figure;
mod html;
mod order;
mod organisations;
mod package;
mod text;
#[path = "../chart/xml.rs"]
mod xml;
