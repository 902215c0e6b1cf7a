//! Values to files: spreadsheets, documents, calendars, the pledge as data.

pub mod assessment_json;
pub mod benchmark_json;
pub mod plain;
