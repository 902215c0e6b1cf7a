//! From an assessment to a pledge people sign.
//!
//! The walk: [`reasons`](reason::reasons) are read from the assessment, [`rules`] turn them into
//! measures, [`suggest()`] adds targets and dates, and [`Pledge`] lays the user's own words over
//! that suggestion. [`wording`] reads what the user typed. [`charter`] holds what is quoted.
//!
//! Absent: layout (see [`crate::report`]), the mathematics of targets
//! ([`crate::analysis::targets`]), and serde: files own their formats.

pub mod browse;
pub mod charter;
pub mod edits;
pub mod measure;
pub mod reason;
pub mod review;
pub mod rules;
pub mod signed;
pub mod suggest;
pub mod timetable;
pub mod value;
pub mod wording;
mod wording_rules;

pub use charter::Commitment;
pub use edits::{Change, Edit, LineId, PledgeEdits};
pub use reason::{Cause, Place, Reason};
pub use review::{Mark, Progress, Review, ReviewEdit};
pub use signed::SignedPledge;
pub use suggest::{SuggestedPledge, suggest};
pub use value::{Basis, Field, MeasureLine, Pledge, TargetLine, Words};
