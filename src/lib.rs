//! Byspejl, "city mirror": does a workplace mirror Copenhagen, at every level and in every area?
//!
//! The modules stand in the order the work walks through them: figures become a
//! [`workforce::Workforce`], are set beside a [`benchmark::Benchmark`], become an
//! [`analysis::Assessment`], and leave as a pledge. ARCHITECTURE.md has the map.

pub mod analysis;
pub mod benchmark;
pub mod board;
pub mod chart;
pub mod exchange;
pub mod markup;
pub mod pledge;
pub mod report;
pub mod session;
pub mod sorted;
pub mod stats;
pub mod text;
pub mod workforce;

#[cfg(feature = "web")]
pub mod ui;
#[cfg(feature = "web")]
pub mod web;
