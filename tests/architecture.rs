//! The rules of ARCHITECTURE.md, read from the source tree: every break is named by file and line.
//!
//! Each rule is one test with a sentence for a name, and beside it a test that the rule finds a
//! break planted for the purpose. Nothing is compiled or run here; the files are read as text.
//! Read next: `architecture/direction.rs` for who may know whom.

#[path = "architecture/direction.rs"]
mod direction;
#[path = "architecture/files.rs"]
mod files;
#[path = "architecture/lexer.rs"]
mod lexer;
#[path = "architecture/purity.rs"]
mod purity;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/use_paths.rs"]
mod use_paths;
#[path = "architecture/view.rs"]
mod view;
#[path = "architecture/words.rs"]
mod words;
