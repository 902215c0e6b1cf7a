//! Cells to a table of headcounts: recognises headings, groups, levels, areas and totals.
//!
//! Absent: bytes, words for people. Read next: [`super::import`].
