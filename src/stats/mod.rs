//! Pure mathematics: numbers in, numbers out.
//!
//! What it is for: every probability, interval, index and forecast the product shows, each exact
//! where an exact value can be had, and each checked against reference values
//! (`tests/oracles.rs`) and against laws it must obey (`tests/stats_properties.rs`).
//!
//! What is absent: people, levels by name, thresholds, verdicts, seeds and words. A number
//! that does not exist is `None`, never NaN.
//!
//! Logarithms and exponentials come from `libm`, so that a test on the host and the page in the
//! browser give the same digits.
//!
//! What to read next: [`binomial`] (is a count surprising?), [`holm`] (many counts at once),
//! [`ordinal`] (who stands higher?), [`segregation`] (who is where?), [`projection`] (what next?),
//! [`simulation`], [`random`] and [`allocation`] (what by chance?).

pub mod allocation;
pub mod binomial;
pub mod clopper_pearson;
pub mod fisher;
pub mod holm;
pub mod ordinal;
pub mod probability;
pub mod projection;
pub mod random;
pub mod rank_sum;
pub mod segregation;
pub mod simulation;
pub mod telling_size;
pub mod two_sided;

mod hypergeometric;
