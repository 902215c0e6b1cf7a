//! Many pledges at once, for whoever receives them: what was promised by how many, and when each
//! is to be looked at again.
//!
//! Files are read one at a time into an [`Entry`] each; a [`Roll`] keeps them and makes the
//! [`Summary`]. What is summed up points at nobody: nothing is shown of fewer than
//! [`FEWEST`] organisations together, people are summed from public pledges alone, and names that
//! only an organisation or two use are not told (methods, section 10). Absent: reading files
//! ([`crate::exchange`]), sentences, and any figure of one organisation. Read next: [`roll`] for
//! which file counts, [`pooled`] for what is summed.

pub mod entry;
pub mod pooled;
pub mod reviews;
pub mod roll;
pub mod summary;

pub use entry::{Counts, Entry, LevelName, LevelPromise, People, Promise};
pub use pooled::{
    CommitmentTotal, LevelTotal, MeasureTotal, PeopleSum, Pooled, SectorTotal, TargetSum,
};
pub use reviews::{Due, Review};
pub use roll::{MOST_FILES, Repeat, Repeated, Roll, Skipped, Unread};
pub use summary::Summary;

/// Below so many organisations nothing is summed up (methods, section 10).
pub const FEWEST: usize = 3;
