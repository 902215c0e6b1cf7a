//! Pieces that several screens are built from.

pub mod choice;
pub mod field;
pub mod save_menu;
