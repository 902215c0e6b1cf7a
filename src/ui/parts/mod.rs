//! Pieces that several screens are built from.

pub mod choice;
pub mod field;
pub mod figure;
pub mod save_menu;
pub mod save_panel;
pub mod verdict_chip;
