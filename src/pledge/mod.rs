//! (being written)

pub mod measure;
