//! Everything that leaves as a file: spreadsheets, calendars, data, figures.
//!
//! Spreadsheets are opened again by a reader that is not ours, data is held against the published
//! schemas. Absent: how files look, which people look at.

mod calendar;
mod comma_separated;
mod data;
mod figures;
mod samples;
mod tables;
mod workbook;
