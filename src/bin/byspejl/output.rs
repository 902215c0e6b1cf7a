//! Where a command's result goes: standard output, or a file.

use super::failure::Failure;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Prints a text to standard output. A reader who has left ("| head") is no failure.
pub fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(why) if why.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Unwritable { path: PathBuf::from("-"), why })
        }
        _ => Ok(()),
    }
}

/// Prints a JSON value, readable, with a line end.
pub fn print_json(value: &serde_json::Value) -> Result<(), Failure> {
    print(&format!("{value:#}\n"))
}

/// Writes a text to a file, or to standard output where none is named.
pub fn write_text(output: Option<&Path>, text: &str) -> Result<(), Failure> {
    match output {
        Some(path) if path.as_os_str() != "-" => write(path, text.as_bytes()),
        _ => print(text),
    }
}

/// Writes bytes to a file; a terminal is no place for them.
pub fn write_bytes(output: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    match output {
        Some(path) if path.as_os_str() != "-" => write(path, bytes),
        _ => Err(Failure::NeedsOutput),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|why| Failure::Unwritable { path: path.to_owned(), why })
}
