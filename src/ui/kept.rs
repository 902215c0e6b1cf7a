//! Writing the work down and reading it back, fetched when there is something to keep.
//!
//! The formats weigh as much as the grid; a visitor who has not typed yet needs neither.

use crate::exchange::project::{self, StoredWork};
use crate::session::Work;
use crate::web::crash;
use crate::web::storage::{self, KeepError, Keeping};

/// Earlier work with the place it was kept in; work that cannot be read stays where it is.
pub(super) fn restore() -> Option<(Work, Keeping)> {
    let (stored, keeping) = storage::load::<StoredWork>()?;
    Some((stored.work().ok()?, keeping))
}

/// Keeps the work, and tells the crash report what it would have to hand out.
pub(super) fn keep(work: &Work, keeping: Keeping) -> Result<(), KeepError> {
    crash::remember(project::write(work));
    storage::keep(&StoredWork::of(work), keeping)
}
