//! The built-in packs.
