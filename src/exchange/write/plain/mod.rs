//! Values as plain text for a terminal: columns in line, one paragraph a line.
//!
//! Absent: colours, the width of the terminal, JSON. Read next: [`assessment`].

mod assessment;
mod benchmarks;
mod grid;
mod reading;

pub use assessment::{assessment, problems};
pub use benchmarks::{benchmark, benchmarks};
pub use grid::{Align, Grid};
pub use reading::outcome;
