//! Figures on their way to the canvas and back.
//!
//! The page and the charts part are two modules that share no memory. The page sends a
//! [`Spec`](super::Spec) as JSON ([`to_json`]); the charts part reads it ([`from_json`]), places it
//! and hands the shim a [`Picture`]. Both ends come from the same build, so nothing here has a
//! version and nothing is kept.
//!
//! Shares travel as whole millionths and places as whole tenths of a pixel: reading and writing
//! fractions would add about 10 kB to either module.

mod figure;
mod picture;

pub use figure::{from_json, to_json};
pub use picture::{Picture, Tip, picture};

/// A share as it travels; 1,000,000 is everybody.
pub fn millionths(share: f64) -> u32 {
    // A conversion that saturates: no number and negative become 0.
    (share * f64::from(MILLION)).round() as u32
}

/// Everybody, in millionths.
pub const MILLION: u32 = 1_000_000;
