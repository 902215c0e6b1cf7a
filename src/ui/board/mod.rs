//! The overview screen: many pledges in, what they promise together out.
//!
//! Files go to the office worker batch by batch; the page sees nothing but the summary. Absent:
//! reading, and what may be summed ([`crate::board`]). Read next: [`flow`] for how files become
//! the summary, [`view`] for what is shown.

mod flow;
mod table;
mod view;

pub use view::Board;
