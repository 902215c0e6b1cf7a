//! Pages about the product: method, sources, privacy, accessibility.

pub mod accessibility;
pub mod method;
pub mod privacy;
pub mod sources;
