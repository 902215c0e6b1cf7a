//! What the office worker and the command line do, as pure functions of bytes and work.
//!
//! [`Case`] is worked out wherever documents are composed; the desk, which needs the office's
//! libraries, stands in the worker alone.

#[cfg(feature = "office")]
mod bounded;
mod case;
#[cfg(feature = "office")]
mod desk;
mod status;
#[cfg(feature = "office")]
mod yardstick;
mod years;

pub use case::Case;
#[cfg(feature = "office")]
pub use desk::Desk;
pub use status::{StatusCase, signed_in_pledge, signed_in_project};
pub use years::{
    DatePlace, Dated, Followed, FollowedOutcome, Years, last_reached, promised, raise_above_reached,
};
