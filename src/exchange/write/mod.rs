//! Values to files: spreadsheets, documents, calendars, the pledge as data.

pub mod docx;
pub mod html_file;
pub mod markdown;
