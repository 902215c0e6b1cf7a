//! What may be shown in public (methods, section 9): counts under the threshold are hidden, and
//! so many others with them that nothing printed gives them back.
//!
//! [`protect`] decides once, on the finest table there is, for every count of every scope: the
//! base n, the focus group x with n - x, each origin group, and those without stated origin; for
//! rows, levels, areas and the whole, "not stated" among them. Coarser groupings and depths are
//! read from the same decision ([`Disclosed`]), so no two outputs of one table can be combined.
//!
//! The publications considered together are: every count that is shown at any depth and in any
//! grouping, everything computed from shown counts alone, zeros, and the words of [`Words`] for
//! the whole, the levels and the areas. Not considered are the same organisation's figures of
//! another date, another focus group, and a reader who knows some of the hidden people.
//!
//! The method: a hidden count stays hidden because two other tables exist that agree with every
//! printed count and hold other numbers in its place. They are made by moving people around a
//! closed walk through hidden scopes ([`walk`]), which changes no sum of shown ones. Where there is
//! no such walk, the cheapest one is made by hiding more ([`plan`]).
//!
//! A count is printed only if the figures say exactly what it is. What came hidden is treated like
//! what is hidden here: no range is repeated, and a sum with an unknown part is not printed unless
//! the figures came with that very total.
//!
//! Absent: documents, words for people. Read next: [`plan`], then [`words`].

mod counts;
mod disclosed;
mod exchange;
mod implied;
mod lattice;
mod plan;
mod signature;
mod suppressed;
mod walk;
mod witness;
mod words;

pub use disclosed::Disclosed;
pub use suppressed::suppressed_table;
pub use words::{Words, words};

use super::assess::NotComparable;
use crate::workforce::{Focus, WorkforceTable};
use plan::Plan;

/// Counts from 1 to one less than this are hidden (methods, section 9).
pub const THRESHOLD: u64 = 5;

/// Decides which counts of a table may be shown.
///
/// The same table always gives the same decision. A `threshold` of 0 or 1 hides only what the
/// figures do not say.
///
/// # Errors
/// When the focus group is finer than the table's groups.
pub fn protect(
    table: &WorkforceTable,
    focus: Focus,
    threshold: u64,
) -> Result<Disclosed, NotComparable> {
    if !focus.is_countable_in(table.grouping().groups()) {
        return Err(NotComparable::FocusNotInFigures);
    }
    Ok(Disclosed::of(Plan::for_table(table, focus, threshold), table, focus))
}
