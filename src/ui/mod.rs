//! What people see and touch, as Leptos views.
//!
//! A view reads signals, shows what follows from them, and sends [`crate::session::Event`]s.
//! Absent: arithmetic, parsing, text literals for people. Read next: [`app`] for the shared
//! state, [`screen`] for the addresses, then the folder of a screen.

mod app;
mod board;
mod export;
mod figures;
mod import;
mod keeper;
mod kept;
mod later;
mod mirror;
mod pages;
mod parts;
mod path;
mod pledge;
mod screen;
mod shell;
mod start;
mod status;
mod years;

pub use shell::Page;
