//! What every journey stands on: a browser, a page in it, and a web site of somebody else.
//!
//! Absent: expectations. Those are in the journeys themselves.
//! Read next: [`page`], which holds what a visitor can do.

pub mod browser;
pub mod engine;
pub mod files;
pub mod page;
pub mod site;
pub mod watch;

pub use browser::Browser;
pub use page::{Page, Walk};
