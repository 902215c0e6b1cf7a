//! The only place that names the browser.
//!
//! Storage, files, clipboard, the address, the clock, the chart part, the office worker and the crash
//! report.
//! Absent: decisions about figures. Every function says what it does when the browser refuses.
//! Read next: [`storage`], where the privacy rules live.

pub mod address;
pub mod chart;
pub mod clock;
pub mod crash;
pub mod file;
pub mod page;
pub mod part;
pub mod storage;
pub mod worker;
