//! Pledge files for an overview of many, and the overview on its way to the page.
//!
//! [`read`] turns the bytes of one file into an entry or says why it was skipped; [`gather`] does
//! so with a batch of files; [`wire`] carries the summary from the worker to the page. Absent: what
//! is counted and summed ([`crate::board`]).

mod batch;
pub mod wire;

pub use batch::{NotABatch, gather, read};
