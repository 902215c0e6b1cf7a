//! Takes what the app fetches later out of its compiled program.
//!
//! The functions marked `wasm_split` in the source say where to cut. Each cut becomes a module with
//! the functions and the texts that only it needs; what two cuts share and the start does not need
//! becomes one more. They live in the memory and the function table of the main module, which
//! calls them through the table, so all of them come from one build and none works with another.
//!
//! The cutter reads the linker's relocations and the functions' names, so the program is linked
//! with [`LINKER`] and the profile keeps the names. Absent: which screens are fetched later; that
//! is decided in the app.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

/// What the compiler must be told for the program to be cut.
pub const LINKER: &str = "-Clink-arg=--emit-relocs";

/// The name under which the main module asks for the loaders.
const LOADERS: &str = "./__wasm_split.js";

/// A program that has been cut.
pub struct Split {
    /// The module that the page starts with, not yet seen by wasm-bindgen.
    pub main: PathBuf,
    /// The modules that are fetched later, finished but for size.
    pub parts: Vec<PathBuf>,
    /// The script that fetches them, to be joined with the main module's glue.
    loaders: String,
}

/// Cuts a program into files in `folder`, which must exist and be empty.
pub fn split(compiled: &Path, folder: &Path) -> Result<Split> {
    let program = fs::read(compiled).with_context(|| compiled.display().to_string())?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let mut parts = transform(options)
        .map_err(|error| anyhow!("{} cannot be cut: {error:#}", compiled.display()))?
        .split_modules;
    parts.sort();
    let loaders = fs::read_to_string(folder.join(LOADERS)).context(LOADERS)?;
    Ok(Split { main, parts, loaders })
}

impl Split {
    /// The main module's glue with the loaders inside it, which fetch from `later`.
    ///
    /// As two scripts they would import each other, and then neither could be named by the hash of
    /// its content; as one they also spare a request.
    pub fn join(&self, glue: &str, later: &str) -> Result<String> {
        let mut joined = String::new();
        let mut asked_for = Vec::new();
        for line in glue.lines() {
            match loaders_import(line) {
                Some(name) => asked_for.push(name),
                None => joined.extend([line, "\n"]),
            }
        }
        ensure!(!asked_for.is_empty(), "the glue does not import {LOADERS}");

        let mut names = Vec::new();
        for line in self.loaders.lines().filter(|line| !line.starts_with("import ")) {
            let loader = line.strip_prefix("export ");
            names.extend(loader.and_then(|loader| loader.split(' ').nth(1)));
            joined.extend([loader.unwrap_or(line), "\n"]);
        }
        let names = names.join(", ");
        for name in asked_for {
            joined.extend(["const ", name, " = { ", &names, " };\n"]);
        }
        Ok(joined.replace("new URL(\"./", &format!("new URL(\"./{later}")))
    }
}

/// The name that a line of the glue gives to the loaders, where it imports them.
fn loaders_import(line: &str) -> Option<&str> {
    let (name, module) = line.strip_prefix("import * as ")?.split_once(" from ")?;
    (module.trim_end_matches(';').trim_matches(['"', '\'']) == LOADERS).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\n";

    fn cut() -> Split {
        let loaders = "import { initSync } from \"./main.js\";\nlet shared;\n\
            export const __wasm_split_load_a = load(new URL(\"./split_a.wasm\", import.meta.url));\n";
        Split { main: PathBuf::new(), parts: Vec::new(), loaders: loaders.to_owned() }
    }

    #[test]
    fn the_joined_glue_imports_nothing_and_exports_no_loader() {
        let joined = cut().join(GLUE, "later/").unwrap();
        assert!(!joined.contains("import {") && !joined.contains("import *"));
        assert!(!joined.contains("export"));
    }

    #[test]
    fn the_loaders_go_by_the_name_that_the_glue_gave_them() {
        let joined = cut().join(GLUE, "later/").unwrap();
        assert!(joined.ends_with("const import1 = { __wasm_split_load_a };\n"), "{joined}");
        assert!(joined.contains("let wasm;\nlet shared;\nconst __wasm_split_load_a = "));
    }

    #[test]
    fn modules_are_fetched_from_the_folder_for_later() {
        let joined = cut().join(GLUE, "later/").unwrap();
        assert!(joined.contains("new URL(\"./later/split_a.wasm\", import.meta.url)"));
    }

    #[test]
    fn a_glue_without_loaders_is_refused() {
        assert!(cut().join("let wasm;\n", "later/").is_err());
    }
}
