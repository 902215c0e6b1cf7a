//! What the office worker and the command line do, as pure functions of bytes and work.

mod case;

pub use case::Case;
