//! The built-in facts against the rows they were taken from.
//!
//! tests/reference/data holds the source rows unchanged; data/*.json holds what the product
//! shows. Every figure must be found in a row, and every row must be used or left out for a
//! stated reason.

#[path = "catalogue/context.rs"]
mod context;
#[path = "catalogue/left_out.rs"]
mod left_out;
#[path = "catalogue/measures.rs"]
mod measures;
#[path = "catalogue/packs.rs"]
mod packs;
#[path = "catalogue/rows.rs"]
mod rows;
#[path = "catalogue/series.rs"]
mod series;
